#include "base/paz-uuid.h"

#include <string.h>

/* 14 November 2023, 22:13:20 UTC; the month began at 1698796800. */
#define MOMENT_MS 1700000000000
#define MONTH_MS 1698796800000

static void
test_shared_vector (void)
{
  char uuid[PAZ_UUID_SIZE];

  paz_uuid_make_shared ("mission", "MINUSCA", uuid);
  g_assert_cmpstr (uuid, ==, "0cdaa1a0-db2c-86fd-a6ab-7d189e3e5191");
  g_assert_true (paz_uuid_check (uuid));
}

static void
test_shared_differs (void)
{
  char a[PAZ_UUID_SIZE], b[PAZ_UUID_SIZE], again[PAZ_UUID_SIZE];

  paz_uuid_make_shared ("mission", "UNMISS", a);
  paz_uuid_make_shared ("participant", "UNMISS", b);
  paz_uuid_make_shared ("mission", "UNMISS", again);
  g_assert_cmpstr (a, !=, b);
  g_assert_cmpstr (a, ==, again);
}

static void
test_time_is_the_month (void)
{
  const guint8 random[10] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  char uuid[PAZ_UUID_SIZE];
  guint8 bytes[16];
  gint64 ms = 0;

  paz_uuid_make (MOMENT_MS, random, uuid);
  g_assert_true (paz_uuid_to_bytes (uuid, bytes));
  for (int i = 0; i < 6; i++)
    ms = ms << 8 | bytes[i];
  g_assert_cmpint (ms, ==, MONTH_MS);
  g_assert_cmphex (bytes[6], ==, 0x7f);
  g_assert_cmphex (bytes[8], ==, 0xbf);
  g_assert_cmpuint (strlen (uuid), ==, 36);
}

static void
test_time_of_bounds (void)
{
  const guint8 random[10] = { 0 };
  char first[PAZ_UUID_SIZE], last[PAZ_UUID_SIZE], next[PAZ_UUID_SIZE], before[PAZ_UUID_SIZE];

  paz_uuid_make (MONTH_MS, random, first);
  paz_uuid_make (MONTH_MS + G_GINT64_CONSTANT (30) * 86400 * 1000 - 1, random, last);
  paz_uuid_make (MONTH_MS + G_GINT64_CONSTANT (30) * 86400 * 1000, random, next);
  g_assert_cmpstr (first, ==, last);
  g_assert_cmpstr (first, !=, next);

  paz_uuid_make (-5000, random, before);
  g_assert_cmpstr (before, ==, "00000000-0000-7000-8000-000000000000");
}

static void
test_bytes_and_back (void)
{
  const char *text = "0190a0b0-0000-7000-8000-000000000001";
  char again[PAZ_UUID_SIZE];
  guint8 bytes[16];

  g_assert_true (paz_uuid_to_bytes (text, bytes));
  g_assert_cmphex (bytes[0], ==, 0x01);
  g_assert_cmphex (bytes[15], ==, 0x01);
  paz_uuid_from_bytes (bytes, again);
  g_assert_cmpstr (again, ==, text);
}

static void
test_refused (void)
{
  static const char * const refused[] = {
    "", "0190a0b0", "0190A0B0-0000-7000-8000-000000000001",
    "0190a0b0-0000-7000-8000-00000000000", "0190a0b0-0000-7000-8000-0000000000011",
    "0190a0b0+0000-7000-8000-000000000001", "0190a0b0-0000-7000-8000-00000000000g",
    "0190a0b0-0000-4000-8000-000000000001", "0190a0b0-0000-7000-c000-000000000001",
    "{190a0b0-0000-7000-8000-00000000000}", "0190a0b000007000800000000000000100--",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (paz_uuid_check (refused[i]));
  g_assert_false (paz_uuid_check (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/uuid/shared-vector", test_shared_vector);
  g_test_add_func ("/base/uuid/shared-differs", test_shared_differs);
  g_test_add_func ("/base/uuid/time-is-the-month", test_time_is_the_month);
  g_test_add_func ("/base/uuid/time-of-bounds", test_time_of_bounds);
  g_test_add_func ("/base/uuid/bytes-and-back", test_bytes_and_back);
  g_test_add_func ("/base/uuid/refused", test_refused);
  return g_test_run ();
}
