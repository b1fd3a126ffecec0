/* The sheet of ranks in the world stands where the month's figures are of the whole world, and is
 * left out, contents and all, where they are not. */
#include "report/paz-book.h"

#include "base/paz-date.h"

#include "checker.h"
#include "sample-store.h"

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("paz-world-XXXXXX", NULL);
  fixture->store = sample_store_new (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  checker_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
set (PazRecord  *record,
     const char *key,
     const char *text)
{
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), g_variant_new_string (text));
}

static void
add_region (Fixture *fixture)
{
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, paz_kind_find ("data_set"), NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_fact_table_add (facts, paz_month_parse ("2021-05"),
                      paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, "URY"),
                      paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, "MONUSCO"),
                      (guint8) paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, "troops"), 26, 179, 2);
  paz_fact_table_finish (facts, NULL, NULL);
  set (record, "title", "Region");
  set (record, "scope", "region");
  set (record, "imported", "2021-06-03T10:00:00+00:00[UTC]");
  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, facts);
  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_ranking (Fixture    *fixture,
             const char *month)
{
  g_autoptr (PazAudience) audience = paz_audience_parse ("public");
  const PazReportOptions options = {
    .language = PAZ_LANGUAGE_EN, .created = 1700000000000, .audience = audience, .at = paz_month_parse (month),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PazBook) book = paz_book_new_report (fixture->store, "participation", &options, NULL, NULL, NULL, NULL, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  g_assert_cmpuint (paz_book_count_sheets (book), >, 2);
  for (guint i = 0; i < paz_book_count_sheets (book); i++)
    found = found || g_str_equal (paz_book_get_sheet (book, i)->name, "World ranking");

  return found;
}

static void
test_world (Fixture       *fixture,
            gconstpointer  data)
{
  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Public set");
  add_region (fixture);
  g_assert_true (has_ranking (fixture, "2021-04"));
  g_assert_false (has_ranking (fixture, "2021-05"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/world/shown", Fixture, NULL, set_up, test_world, tear_down);

  return g_test_run ();
}
