/* The workbook of one participant: every language keeps the conventions, the same data make the same
 * bytes, and what the readers may not see is not in it. */
#include "report/paz-report.h"

#include <glib/gstdio.h>

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
  fixture->folder = g_dir_make_tmp ("paz-country-XXXXXX", NULL);
  fixture->store = sample_store_new (fixture->folder);
  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Public set");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  checker_remove (fixture->folder);
  g_free (fixture->folder);
}

static char *
export (Fixture     *fixture,
        PazLanguage  language,
        const char  *readers,
        const char  *name)
{
  g_autoptr (PazAudience) audience = paz_audience_parse (readers);
  g_autoptr (GError) error = NULL;
  const PazReportOptions options = {
    .language = language, .participant = (char *) "URY", .created = 1700000000000, .audience = audience,
  };
  char *path = g_build_filename (fixture->folder, name, NULL);

  paz_report_export (fixture->store, "country", &options, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static void
add_pledge (Fixture    *fixture,
            const char *title,
            PazLevel    level)
{
  const PazKind *kind = paz_kind_find ("pledge");
  const PazKind *participants = paz_kind_find ("participant");
  g_autoptr (PazQuery) query = paz_query_new (participants);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (PazRecord) pledge = paz_store_create_record (fixture->store, kind, NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_query_add_condition (query, paz_kind_find_field (participants, "code"), PAZ_MATCH_IS, "URY");
  found = paz_store_list_records (fixture->store, query, &error);
  g_assert_no_error (error);
  paz_record_set_value (pledge, paz_kind_find_field (kind, "participant"),
                        g_variant_new_string (paz_record_get_id (found->pdata[0])));
  paz_record_set_value (pledge, paz_kind_find_field (kind, "title"),
                        paz_value_parse (paz_kind_find_field (kind, "title"), title,
                                         paz_catalogue_get (PAZ_LANGUAGE_EN), NULL));
  paz_record_set_value (pledge, paz_kind_find_field (kind, "strength"), g_variant_new_int64 (205));
  paz_record_set_release (pledge, level, NULL);
  paz_edit_put (edit, pledge);
  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
read_strings (const char *path)
{
  const char *argv[] = {
    "/usr/bin/python3", "-c",
    "import sys, zipfile; sys.stdout.buffer.write (zipfile.ZipFile (sys.argv[1]).read ('xl/sharedStrings.xml'))",
    path, NULL,
  };

  return checker_run (argv);
}

static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  add_pledge (fixture, "Engineer company", PAZ_LEVEL_PUBLIC);
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("country-%d.xlsx", i);
      g_autofree char *path = export (fixture, (PazLanguage) i, "public", name);

      checker_check_workbook (path);
    }
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *one = export (fixture, PAZ_LANGUAGE_EN, "public", "one.xlsx");
  g_autofree char *other = export (fixture, PAZ_LANGUAGE_EN, "public", "other.xlsx");

  checker_assert_same_bytes (one, other);
}

static void
test_gate (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *public = NULL;
  g_autofree char *own = NULL;
  g_autofree char *public_strings = NULL;
  g_autofree char *own_strings = NULL;

  add_pledge (fixture, "Engineer company", PAZ_LEVEL_PUBLIC);
  add_pledge (fixture, "Silent hospital", PAZ_LEVEL_NATIONAL);
  public = export (fixture, PAZ_LANGUAGE_EN, "public", "public.xlsx");
  public_strings = read_strings (public);
  g_assert_nonnull (strstr (public_strings, "Engineer company"));
  g_assert_null (strstr (public_strings, "Silent hospital"));
  own = export (fixture, PAZ_LANGUAGE_EN, "own", "own.xlsx");
  own_strings = read_strings (own);
  g_assert_nonnull (strstr (own_strings, "Silent hospital"));
  g_assert_nonnull (strstr (own_strings, "NATIONAL"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/country/languages", Fixture, NULL, set_up, test_languages, tear_down);
  g_test_add ("/country/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/country/gate", Fixture, NULL, set_up, test_gate, tear_down);

  return g_test_run ();
}
