#include "base/paz-uuid.h"

#include <string.h>

/* The dashes of 8-4-4-4-12. */
static gboolean
is_dash_place (gsize i)
{
  return i == 8 || i == 13 || i == 18 || i == 23;
}

static void
set_version (guint8 bytes[16],
             guint8 version)
{
  bytes[6] = (bytes[6] & 0x0f) | (version << 4);
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
}

static gint64
get_month_start_ms (gint64 unix_ms)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (unix_ms / 1000);
  g_autoptr (GDateTime) start = NULL;

  if (moment == NULL)
    return 0;

  start = g_date_time_new_utc (g_date_time_get_year (moment), g_date_time_get_month (moment),
                               1, 0, 0, 0);
  return MAX (g_date_time_to_unix (start), 0) * 1000;
}

void
paz_uuid_make (gint64       unix_ms,
               const guint8 random[10],
               char         uuid[PAZ_UUID_SIZE])
{
  gint64 ms = get_month_start_ms (unix_ms);
  guint8 bytes[16];

  for (int i = 0; i < 6; i++)
    bytes[i] = (ms >> (40 - 8 * i)) & 0xff;
  memcpy (bytes + 6, random, 10);
  set_version (bytes, 7);

  paz_uuid_from_bytes (bytes, uuid);
}

void
paz_uuid_make_shared (const char *kind,
                      const char *key,
                      char        uuid[PAZ_UUID_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *label = g_strconcat ("relacopaz:id:1\n", kind, "\n", key, NULL);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) label, -1);
  g_checksum_get_digest (checksum, digest, &length);
  set_version (digest, 8);

  paz_uuid_from_bytes (digest, uuid);
}

gboolean
paz_uuid_check (const char *uuid)
{
  guint8 bytes[16];

  return paz_uuid_to_bytes (uuid, bytes);
}

gboolean
paz_uuid_to_bytes (const char *uuid,
                   guint8      bytes[16])
{
  gsize n = 0;

  if (uuid == NULL || strlen (uuid) != PAZ_UUID_SIZE - 1)
    return FALSE;

  for (gsize i = 0; i < PAZ_UUID_SIZE - 1; i++)
    {
      if (is_dash_place (i))
        {
          if (uuid[i] != '-')
            return FALSE;
          continue;
        }
      /* One spelling for each id: capitals would make a second one. */
      if (!g_ascii_isxdigit (uuid[i]) || g_ascii_isupper (uuid[i]))
        return FALSE;
      if (n % 2 == 0)
        bytes[n / 2] = g_ascii_xdigit_value (uuid[i]) << 4;
      else
        bytes[n / 2] |= g_ascii_xdigit_value (uuid[i]);
      n++;
    }

  return (bytes[6] >> 4 == 7 || bytes[6] >> 4 == 8) && bytes[8] >> 6 == 2;
}

void
paz_uuid_from_bytes (const guint8 bytes[16],
                     char         uuid[PAZ_UUID_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  gsize n = 0;

  for (gsize i = 0; i < PAZ_UUID_SIZE - 1; i++)
    {
      if (is_dash_place (i))
        {
          uuid[i] = '-';
          continue;
        }
      uuid[i] = digits[n % 2 == 0 ? bytes[n / 2] >> 4 : bytes[n / 2] & 0x0f];
      n++;
    }
  uuid[PAZ_UUID_SIZE - 1] = '\0';
}
