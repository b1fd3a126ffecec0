/* A table kept aside is the same table: order, duplicates, figures. */
#include "store/paz-facts.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_ROWS   1300000u
#define N_MONTHS 400u

static void
count_cb (guint32  first_row,
          guint32  row,
          gpointer data)
{
  guint64 *sum = data;

  *sum = *sum * 31 + first_row * 7u + row;
}

/* Months in no order, the last hundred rows once more. */
static PazFactTable *
make (const char *folder,
      guint64    *duplicates)
{
  PazFactTable *facts = paz_fact_table_new ();
  guint16 codes[200];

  if (folder != NULL)
    paz_fact_table_keep_aside (facts, folder);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      char key[4] = { 'C', (char) ('Z' - i / 20), (char) ('T' - i % 20), 0 };

      codes[i] = paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, key);
    }
  paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, "UNMIX");
  for (guint i = 0; i < 20; i++)
    {
      char key[3] = { 'T', (char) ('t' - i), 0 };

      paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, key);
    }
  for (guint32 i = 0; i < N_ROWS + 100; i++)
    {
      guint32 key = i < N_ROWS ? i : i - 100;
      guint32 rest = key / N_MONTHS;

      paz_fact_table_add (facts, (guint16) (24000 + (key * 7) % N_MONTHS), codes[rest / 20],
                          0, (guint8) (rest % 20), i % 901, i % 71, i + 2);
    }
  g_assert_cmpuint (paz_fact_table_finish (facts, count_cb, duplicates), ==, 100);

  return facts;
}

static void
assert_same (PazFactTable *a,
             PazFactTable *b)
{
  gsize n = paz_fact_table_get_n_rows (a);

  g_assert_cmpuint (n, ==, N_ROWS);
  g_assert_cmpuint (n, ==, paz_fact_table_get_n_rows (b));
#define SAME(column) \
  g_assert_cmpint (memcmp (paz_fact_table_get_##column (a), paz_fact_table_get_##column (b), \
                           n * sizeof *paz_fact_table_get_##column (a)), ==, 0)
  SAME (months);
  SAME (contributors);
  SAME (missions);
  SAME (types);
  SAME (female);
  SAME (male);
  SAME (rows);
  SAME (sets);
}

static void
test_same (void)
{
  g_autofree char *folder = g_dir_make_tmp ("aside-XXXXXX", NULL);
  guint64 one = 0, other = 0;
  g_autoptr (PazFactTable) memory = make (NULL, &one);
  g_autoptr (PazFactTable) aside = make (folder, &other);

  g_assert_cmpuint (one, ==, other);
  assert_same (memory, aside);
  /* What was let go comes back. */
  paz_fact_table_let_go (aside);
  assert_same (memory, aside);
  /* Nothing is left behind, nor while it is used. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_no_folder (void)
{
  guint64 one = 0, other = 0;
  g_autoptr (PazFactTable) memory = make (NULL, &one);
  g_autoptr (PazFactTable) aside = make ("/nowhere/at/all", &other);

  g_assert_cmpuint (one, ==, other);
  assert_same (memory, aside);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fact-aside/same", test_same);
  g_test_add_func ("/fact-aside/no-folder", test_no_folder);

  return g_test_run ();
}
