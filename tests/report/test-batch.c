/* Many workbooks in one go: names, languages, what is skipped, what fails, one moment, the same bytes as alone
 * and on any number of workers. */
#include "report/paz-batch.h"

#include <glib/gstdio.h>

#include "checker.h"
#include "lib/paz-load.h"
#include "sample-store.h"

#define CREATED 1700000000000

static const char * const readers[] = { "ARG", "BRA", "JAM", "PER", "URY", NULL };

typedef struct
{
  char     *folder;
  char     *out[2];
  PazStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("paz-batch-XXXXXX", NULL);
  fixture->store = sample_store_new (fixture->folder);
  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Figures");
  paz_load_fill (fixture->store, 1);
  for (guint i = 0; i < 2; i++)
    {
      fixture->out[i] = g_build_filename (fixture->folder, i == 0 ? "one" : "two", NULL);
      g_assert_cmpint (g_mkdir (fixture->out[i], 0700), ==, 0);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  checker_remove (fixture->folder);
  g_free (fixture->out[0]);
  g_free (fixture->out[1]);
  g_free (fixture->folder);
}

static PazBatch *
make_plan (Fixture            *fixture,
           const char * const *codes)
{
  const PazReportOptions options = { .language = PAZ_LANGUAGE_ES, .created = CREATED };
  PazBatch *batch = paz_batch_new ();
  g_autoptr (GError) error = NULL;

  paz_batch_add_participants (batch, fixture->store, NULL, codes, &options, &error);
  g_assert_no_error (error);

  return batch;
}

static void
run (Fixture    *fixture,
     PazBatch   *batch,
     const char *folder,
     guint       n_workers)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (paz_batch_run (batch, fixture->store, folder, n_workers, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static guint
count_reports (gboolean own_use)
{
  guint n = 0;

  for (const PazReportInfo *info = paz_report_list (); info->name != NULL; info++)
    n += info->own_use == own_use;

  return n;
}

/* Every file named once, whole, and nothing else in the folder. */
static void
check_results (PazBatch   *batch,
               const char *folder)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < paz_batch_get_n_items (batch); i++)
    {
      const PazBatchItem *item = paz_batch_get_item (batch, i);
      g_autofree char *path = NULL;

      if (item->state == PAZ_BATCH_SKIPPED)
        {
          g_assert_nonnull (item->error);
          g_assert_true (item->error->domain == PAZ_REPORT_ERROR);
          continue;
        }
      g_assert_no_error (item->error);
      g_assert_cmpint (item->state, ==, PAZ_BATCH_WRITTEN);
      path = g_build_filename (folder, item->file_name, NULL);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_true (g_hash_table_add (names, item->file_name));
    }
  g_assert_cmpuint (checker_count_files (folder), ==, paz_batch_count (batch, PAZ_BATCH_WRITTEN));
}

static void
check_alone (Fixture            *fixture,
             const PazBatchItem *item)
{
  g_autofree char *path = g_build_filename (fixture->out[0], item->file_name, NULL);
  g_autofree char *alone = g_build_filename (fixture->folder, "alone.xlsx", NULL);
  g_autofree char *name = paz_report_dup_file_name (fixture->store, item->report->name, &item->options);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, item->file_name);
  paz_report_export (fixture->store, item->report->name, &item->options, alone, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  checker_assert_same_bytes (path, alone);
}

/* The same bytes with four workers and with one, and made alone. */
static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PazBatch) many = make_plan (fixture, readers);
  g_autoptr (PazBatch) single = make_plan (fixture, readers);

  g_assert_cmpuint (paz_batch_get_n_items (many), ==, 5 * count_reports (FALSE));
  run (fixture, many, fixture->out[0], 4);
  run (fixture, single, fixture->out[1], 1);
  check_results (many, fixture->out[0]);
  check_results (single, fixture->out[1]);
  g_assert_cmpuint (paz_batch_count (many, PAZ_BATCH_WRITTEN), >=, 5 * 9);
  for (guint i = 0; i < paz_batch_get_n_items (many); i++)
    {
      const PazBatchItem *one = paz_batch_get_item (many, i);
      const PazBatchItem *other = paz_batch_get_item (single, i);
      g_autofree char *a = g_build_filename (fixture->out[0], one->file_name, NULL);
      g_autofree char *b = g_build_filename (fixture->out[1], other->file_name, NULL);

      g_assert_cmpint (one->state, ==, other->state);
      if (one->state != PAZ_BATCH_WRITTEN)
        continue;
      g_assert_cmpstr (one->file_name, ==, other->file_name);
      checker_assert_same_bytes (a, b);
      if (g_strcmp0 (one->options.participant, "URY") == 0)
        check_alone (fixture, one);
    }
}

static const PazBatchItem *
find_item (PazBatch   *batch,
           const char *report,
           const char *participant)
{
  for (guint i = 0; i < paz_batch_get_n_items (batch); i++)
    {
      const PazBatchItem *item = paz_batch_get_item (batch, i);

      if (g_str_equal (item->report->name, report) && g_strcmp0 (item->options.participant, participant) == 0)
        return item;
    }

  g_assert_not_reached ();
}

/* Each in the language and term of its record, for itself as the reader. */
static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { const char *code; PazLanguage language; } wanted[] = {
    { "ARG", PAZ_LANGUAGE_ES }, { "BRA", PAZ_LANGUAGE_PT }, { "JAM", PAZ_LANGUAGE_EN },
  };
  g_autoptr (PazBatch) batch = make_plan (fixture, NULL);

  g_assert_cmpuint (paz_batch_get_n_items (batch), >, 20 * count_reports (FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const PazBatchItem *item = find_item (batch, "directory", wanted[i].code);

      g_assert_cmpint (item->options.language, ==, wanted[i].language);
      g_assert_cmpint (item->options.audience->type, ==, PAZ_AUDIENCE_PARTICIPANTS);
      g_assert_cmpstr (item->options.audience->participants[0], ==, wanted[i].code);
      g_assert_null (item->options.audience->participants[1]);
    }
  for (guint i = 0; i < paz_batch_get_n_items (batch); i++)
    g_assert_false (paz_batch_get_item (batch, i)->report->own_use);
}

/* The public may see no expense: a reason, no failure, no file; two of one name are two files. */
static void
test_skipped (Fixture       *fixture,
              gconstpointer  data)
{
  const PazReportOptions options = { .language = PAZ_LANGUAGE_PT, .created = CREATED };
  g_autoptr (PazBatch) batch = paz_batch_new ();

  paz_batch_add (batch, paz_report_find ("expenses"), &options, NULL);
  paz_batch_add (batch, paz_report_find ("traceability"), &options, NULL);
  paz_batch_add (batch, paz_report_find ("traceability"), &options, NULL);
  paz_batch_add (batch, paz_report_find ("traceability"), &options, "My own.xlsx");
  run (fixture, batch, fixture->out[0], 2);
  check_results (batch, fixture->out[0]);
  g_assert_cmpint (paz_batch_get_item (batch, 0)->state, ==, PAZ_BATCH_SKIPPED);
  g_assert_cmpuint (paz_batch_count (batch, PAZ_BATCH_WRITTEN), ==, 3);
  g_assert_true (g_str_has_suffix (paz_batch_get_item (batch, 2)->file_name, " (2).xlsx"));
  g_assert_cmpstr (paz_batch_get_item (batch, 3)->file_name, ==, "My own.xlsx");
}

/* One that cannot be put in place is told of by itself; the others are there. */
static void
test_failed (Fixture       *fixture,
             gconstpointer  data)
{
  const PazReportOptions options = { .language = PAZ_LANGUAGE_PT, .created = CREATED };
  g_autoptr (PazBatch) batch = paz_batch_new ();
  g_autofree char *taken = g_build_filename (fixture->out[0], "taken.xlsx", NULL);

  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  paz_batch_add (batch, paz_report_find ("traceability"), &options, "taken.xlsx");
  paz_batch_add (batch, paz_report_find ("traceability"), &options, "free.xlsx");
  run (fixture, batch, fixture->out[0], 2);
  g_assert_cmpint (paz_batch_get_item (batch, 0)->state, ==, PAZ_BATCH_FAILED);
  g_assert_error (paz_batch_get_item (batch, 0)->error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WRITE);
  g_assert_cmpint (paz_batch_get_item (batch, 1)->state, ==, PAZ_BATCH_WRITTEN);
  g_assert_cmpuint (checker_count_files (fixture->out[0]), ==, 2);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (PazBatch) batch = make_plan (fixture, readers);
  g_autofree char *folder = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (paz_batch_run (batch, fixture->store, folder, 2, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WRITE);
  g_assert_cmpuint (paz_batch_count (batch, PAZ_BATCH_WAITING), ==, paz_batch_get_n_items (batch));
}

static void
cancel_cb (double   fraction,
           gpointer cancellable)
{
  if (fraction > 0.1)
    g_cancellable_cancel (cancellable);
}

/* What was written is whole and stays; what was not has left nothing behind. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazBatch) batch = make_plan (fixture, readers);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint written;

  g_assert_false (paz_batch_run (batch, fixture->store, fixture->out[0], 2, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  written = paz_batch_count (batch, PAZ_BATCH_WRITTEN);
  g_assert_cmpuint (written, >, 0);
  g_assert_cmpuint (paz_batch_count (batch, PAZ_BATCH_WAITING), >, 0);
  g_assert_cmpuint (checker_count_files (fixture->out[0]), ==, written);
  for (guint i = 0; i < paz_batch_get_n_items (batch); i++)
    {
      const PazBatchItem *item = paz_batch_get_item (batch, i);
      g_autofree char *path = item->state == PAZ_BATCH_WRITTEN ? g_build_filename (fixture->out[0], item->file_name, NULL) : NULL;

      if (path != NULL)
        checker_check_workbook (path);
    }
}

/* Readers of one moment: what is saved while they read is in none of them. */
static void
test_one_moment (Fixture       *fixture,
                 gconstpointer  data)
{
  const PazKind *kind = paz_kind_find ("task");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moments = paz_store_open_readers (fixture->store, 3, &error);
  g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, kind, NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  gint64 before = paz_store_count (fixture->store, kind);

  g_assert_no_error (error);
  paz_record_set_value (record, paz_kind_find_field (kind, "title"),
                        paz_value_parse (paz_kind_find_field (kind, "title"), "Later", paz_catalogue_get (PAZ_LANGUAGE_EN), NULL));
  paz_edit_put (edit, record);
  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (paz_store_count (fixture->store, kind), ==, before + 1);
  for (guint i = 0; i < moments->len; i++)
    {
      g_autoptr (PazStore) held = paz_store_hold_moment (moments->pdata[i], &error);

      g_assert_true (held == moments->pdata[i]);
      g_assert_true (paz_store_is_moment (held));
      g_assert_cmpint (paz_store_count (held, kind), ==, before);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/batch/choices", test_choices);
  ADD ("/batch/same-bytes", test_same_bytes);
  ADD ("/batch/skipped", test_skipped);
  ADD ("/batch/failed", test_failed);
  ADD ("/batch/no-folder", test_no_folder);
  ADD ("/batch/cancel", test_cancel);
  ADD ("/batch/one-moment", test_one_moment);

  return g_test_run ();
}
