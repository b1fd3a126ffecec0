/* Real files, and one of them revised by hand: what changed is told cell by cell, what speaks is told
 * by month, an older data set speaks again, one is silenced, and a figure leads to its rows. */
#include "base/paz-date.h"
#include "store/paz-speaking.h"
#include "table/paz-import.h"

#include <glib/gstdio.h>

#include "lib/paz-test-un.h"

#define MARCH_2013 (2013 * 12 + 2)
#define MARCH_2014 (2014 * 12 + 2)

typedef struct
{
  char     *folder;
  char     *path;
  PazStore *store;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("relacopaz-revised-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.relacopaz", NULL);
  fixture->path = g_build_filename (fixture->folder, "revised.csv", NULL);
  fixture->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  paz_test_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* The id of the data set. */
static char *
import (Fixture    *fixture,
        const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazImport) read = paz_import_read (path, NULL, fixture->store, NULL, NULL, NULL, &error);
  guint64 step = 0;

  g_assert_no_error (error);
  paz_import_set_keep (read, PAZ_IMPORT_KEEP_NOTHING);
  paz_import_apply (read, fixture->store, NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step, >, 0);

  return g_strdup (paz_record_get_id (paz_import_get_data_set (read)));
}

/* Three cells changed, a row dropped, a row added. */
static void
write_revised (Fixture    *fixture,
               const char *path,
               GPtrArray  *rows)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) cells = paz_test_split (lines[i]);
      gboolean is_changed = i == 10 || i == 20 || i == 30;

      if (i == 40 || (*lines[i] == '\0' && lines[i + 1] == NULL))
        continue;
      if (is_changed)
        g_string_append_printf (text, "%s,%s,%s,\"%s\",%s,%s,%u,%u,%s\n", (char *) cells->pdata[0], (char *) cells->pdata[1],
                                (char *) cells->pdata[2], (char *) cells->pdata[3], (char *) cells->pdata[4],
                                (char *) cells->pdata[5], ((PazTestRow *) rows->pdata[i - 1])->female + 1,
                                ((PazTestRow *) rows->pdata[i - 1])->male, (char *) cells->pdata[8]);
      else
        g_string_append_printf (text, "%s\n", lines[i]);
    }
  g_string_append (text, "99999,URY,858,Uruguay,UNMOGIP,Formed Police Units,7,70,31-Mar-14\n");
  g_assert_true (g_file_set_contents (fixture->path, text->str, -1, NULL));
}

static void
assert_change (PazFactChange     *change,
               const PazTestRow  *row,
               PazFactChangeType  type)
{
  g_autofree char *code = paz_test_dup_type (row->label);
  gint64 before, after;
  guint32 line_before, line_after;

  g_assert_cmpint (paz_fact_change_get_change_type (change), ==, type);
  g_assert_cmpuint (paz_fact_change_get_month (change), ==, MARCH_2014);
  g_assert_cmpstr (paz_fact_change_get_key (change, PAZ_DIMENSION_CONTRIBUTOR), ==, row->iso3);
  g_assert_cmpstr (paz_fact_change_get_key (change, PAZ_DIMENSION_MISSION), ==, row->mission);
  g_assert_cmpstr (paz_fact_change_get_key (change, PAZ_DIMENSION_TYPE), ==, code);
  paz_fact_change_get_women (change, &before, &after);
  g_assert_cmpint (before, ==, row->female);
  g_assert_cmpint (after, ==, type == PAZ_FACT_CHANGE_GONE ? -1 : (gint64) row->female + 1);
  paz_fact_change_get_men (change, &before, &after);
  g_assert_cmpint (before, ==, row->male);
  g_assert_cmpint (after, ==, type == PAZ_FACT_CHANGE_GONE ? -1 : (gint64) row->male);
  paz_fact_change_get_rows (change, &line_before, &line_after);
  g_assert_cmpuint (line_before, ==, row->line);
  g_assert_cmpuint (line_after, ==, type == PAZ_FACT_CHANGE_GONE ? 0 : row->line);
}

static PazFactChange *
find_change (PazFactChangeList *changes,
             const PazTestRow  *row)
{
  g_autofree char *code = paz_test_dup_type (row->label);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (changes)); i++)
    {
      g_autoptr (PazFactChange) change = g_list_model_get_item (G_LIST_MODEL (changes), i);

      if (g_str_equal (paz_fact_change_get_key (change, PAZ_DIMENSION_CONTRIBUTOR), row->iso3)
          && g_str_equal (paz_fact_change_get_key (change, PAZ_DIMENSION_MISSION), row->mission)
          && g_str_equal (paz_fact_change_get_key (change, PAZ_DIMENSION_TYPE), code))
        return g_steal_pointer (&change);
    }

  g_error ("no change of %s %s %s", row->iso3, row->mission, row->label);
}

static void
assert_new (PazFactChangeList *changes)
{
  PazTestRow row = { (char *) "URY", (char *) "UNMOGIP", (char *) "Formed Police Units", NULL, 7, 70, 0 };
  g_autoptr (PazFactChange) change = find_change (changes, &row);
  gint64 before, after;

  g_assert_cmpint (paz_fact_change_get_change_type (change), ==, PAZ_FACT_CHANGE_NEW);
  g_assert_null (paz_fact_change_get_former_set (change));
  paz_fact_change_get_women (change, &before, &after);
  g_assert_cmpint (before, ==, -1);
  g_assert_cmpint (after, ==, 7);
}

static void
assert_sums (PazFactChangeList *changes,
             const PazTestRow  *gone)
{
  g_autoptr (GPtrArray) sums = paz_fact_change_list_sum (changes, FALSE);
  const PazFactChangeSum *sum = sums->pdata[0];
  g_autoptr (GPtrArray) missions = paz_fact_change_list_sum (changes, TRUE);
  gint64 women = 0;

  g_assert_cmpuint (sums->len, ==, 1);
  g_assert_cmpuint (sum->month, ==, MARCH_2014);
  g_assert_cmpuint (sum->n_changes[PAZ_FACT_CHANGE_CHANGED], ==, 3);
  g_assert_cmpint (sum->women, ==, 3 + 7 - (gint64) gone->female);
  g_assert_cmpint (sum->men, ==, 70 - (gint64) gone->male);
  for (guint i = 0; i < missions->len; i++)
    women += ((PazFactChangeSum *) missions->pdata[i])->women;
  g_assert_cmpint (women, ==, sum->women);
}

static guint64
count_persons (Fixture *fixture)
{
  g_autoptr (PazFactTable) facts = paz_store_load_facts (fixture->store, NULL, NULL, NULL, NULL);
  guint64 n = 0;

  for (guint32 i = 0; i < paz_fact_table_get_n_rows (facts); i++)
    n += paz_fact_table_get_female (facts)[i] + paz_fact_table_get_male (facts)[i];

  return n;
}

static void
test_revision (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = paz_test_dup_shared ("contributionsbygender_2014-03.csv");
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr (PazFactChangeList) changes = NULL;
  g_autoptr (GError) error = NULL;
  guint64 first, revised, step;

  if (path == NULL)
    return;
  rows = paz_test_read_un_file (path);
  old = import (fixture, path);
  first = count_persons (fixture);
  write_revised (fixture, path, rows);
  new = import (fixture, fixture->path);
  revised = count_persons (fixture);

  changes = paz_store_compare_data_set (fixture->store, new, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changes)), ==, 5);
  g_assert_cmpuint (paz_fact_change_list_count (changes, PAZ_FACT_CHANGE_NEW), ==, 1);
  g_assert_cmpuint (paz_fact_change_list_count (changes, PAZ_FACT_CHANGE_CHANGED), ==, 3);
  g_assert_cmpuint (paz_fact_change_list_count (changes, PAZ_FACT_CHANGE_GONE), ==, 1);
  g_assert_cmpuint (paz_fact_change_list_get_n_same (changes), ==, rows->len - 4);
  g_assert_true (paz_fact_change_list_has_former (changes));
  for (guint i = 10; i <= 40; i += 10)
    {
      g_autoptr (PazFactChange) change = find_change (changes, rows->pdata[i - 1]);

      if (i == 40)
        assert_change (change, rows->pdata[i - 1], PAZ_FACT_CHANGE_GONE);
      else
        assert_change (change, rows->pdata[i - 1], PAZ_FACT_CHANGE_CHANGED);
      g_assert_cmpstr (paz_fact_change_get_former_set (change), ==, old);
    }
  assert_new (changes);
  assert_sums (changes, rows->pdata[39]);

  /* The older one speaks again, as one step; and undone it does not. */
  paz_store_let_speak (fixture->store, old, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step, >, 0);
  g_assert_cmpuint (count_persons (fixture), ==, first);
  paz_store_let_speak (fixture->store, old, &step, &error);
  g_assert_cmpuint (step, ==, 0);
  paz_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_persons (fixture), ==, revised);

  /* Silenced, it is as if it had not come, and still tells what it changed. */
  paz_store_silence (fixture->store, new, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_persons (fixture), ==, first);
  g_clear_object (&changes);
  changes = paz_store_compare_data_set (fixture->store, new, NULL, NULL, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (changes)), ==, 5);

  /* The next import is later than whatever speaks. */
  g_clear_object (&changes);
  changes = paz_store_compare_data_set (fixture->store, old, new, NULL, NULL, &error);
  g_assert_cmpuint (paz_fact_change_list_count (changes, PAZ_FACT_CHANGE_NEW), ==, 1);
  g_assert_cmpuint (paz_fact_change_list_count (changes, PAZ_FACT_CHANGE_GONE), ==, 1);
}

/* A file that comes after one was brought back speaks. */
static void
test_after_return (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = paz_test_dup_shared ("contributionsbygender_2014-03.csv");
  g_autofree char *history = paz_test_dup_shared ("uchistorical_2013-03_2014-02.csv");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) sets = NULL;
  g_autofree char *old = NULL;
  g_autofree char *other = NULL;
  g_autofree char *new = NULL;
  guint64 step;

  if (path == NULL || history == NULL)
    return;
  rows = paz_test_read_un_file (path);
  old = import (fixture, path);
  other = import (fixture, history);
  g_assert_true (paz_store_let_speak (fixture->store, old, &step, NULL));
  g_assert_cmpuint (step, >, 0);
  write_revised (fixture, path, rows);
  new = import (fixture, fixture->path);
  sets = paz_store_list_speaking (fixture->store, NULL, NULL, NULL);
  g_assert_cmpuint (sets->len, ==, 3);
  g_assert_cmpstr (((PazSpeakingSet *) sets->pdata[0])->data_set, ==, new);
  g_assert_cmpstr (((PazSpeakingSet *) sets->pdata[1])->data_set, ==, old);
  g_assert_cmpuint (((PazSpeakingSet *) sets->pdata[0])->n_speaking, ==, rows->len);
  g_assert_cmpuint (((PazSpeakingSet *) sets->pdata[1])->n_held, ==, rows->len);
  g_assert_cmpuint (((PazSpeakingSet *) sets->pdata[1])->n_speaking, ==, 0);
  g_assert_cmpuint (((PazSpeakingSet *) sets->pdata[2])->n_months, ==, 12);
}

static guint
find_row (PazSpeaking *speaking,
          const char  *key)
{
  for (guint i = 0; i < paz_speaking_get_n_rows (speaking); i++)
    if (g_str_equal (paz_speaking_get_key (speaking, i), key))
      return i;

  g_error ("no %s", key);
}

/* March 2014 from one file and the year before it from another. */
static void
test_who_speaks (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = paz_test_dup_shared ("contributionsbygender_2014-03.csv");
  g_autofree char *history = paz_test_dup_shared ("uchistorical_2013-03_2014-02.csv");
  g_autofree char *month = NULL;
  g_autofree char *year = NULL;
  g_autoptr (PazFactTable) facts = NULL;
  g_autoptr (GPtrArray) sets = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (PazSpeaking) speaking = NULL;
  const char *minustah[] = { "MINUSTAH", NULL };
  PazFactFilter filter = { MARCH_2014, MARCH_2014, NULL, minustah, NULL };
  guint row;

  if (path == NULL || history == NULL)
    return;
  year = import (fixture, history);
  month = import (fixture, path);
  facts = paz_store_load_facts (fixture->store, NULL, &sets, NULL, NULL);
  speaking = paz_speaking_new (facts, PAZ_DIMENSION_MISSION, NULL);
  g_assert_cmpuint (paz_speaking_get_n_months (speaking), ==, 13);
  g_assert_cmpuint (paz_speaking_get_month (speaking, 0), ==, MARCH_2013);
  row = find_row (speaking, "MINUSTAH");
  for (guint i = 0; i < 13; i++)
    {
      const PazSpeakingCell *cell = paz_speaking_get_cell (speaking, row, i);

      g_assert_cmpuint (cell->n_facts, >, 0);
      g_assert_false (cell->shared);
      g_assert_cmpstr (sets->pdata[cell->set], ==, i < 12 ? year : month);
    }

  sources = paz_facts_list_sources (facts, &filter);
  g_assert_cmpuint (sources->len, ==, 1);
  g_assert_cmpstr (sets->pdata[((PazFactSource *) sources->pdata[0])->set], ==, month);
  g_clear_pointer (&sources, g_ptr_array_unref);
  filter.from = MARCH_2014 - 1;
  sources = paz_facts_list_sources (facts, &filter);
  g_assert_cmpuint (sources->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/revised/cells", Fixture, NULL, fixture_set_up, test_revision, fixture_tear_down);
  g_test_add ("/revised/after-return", Fixture, NULL, fixture_set_up, test_after_return, fixture_tear_down);
  g_test_add ("/revised/who-speaks", Fixture, NULL, fixture_set_up, test_who_speaks, fixture_tear_down);

  return g_test_run ();
}
