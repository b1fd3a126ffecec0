/* The working group's whole report: every sheet of the other workbooks with the same values, numbered
 * and listed; nothing of what is withheld, and nothing that tells it from what is not there. */
#include "checker.h"
#include "lib/paz-load.h"
#include "paz-report-spec.h"
#include "sample-store.h"

#define SECRET "ZARZAMORA"
#define ALL 64

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("paz-dossier-XXXXXX", NULL);
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

static char *
export_as (Fixture      *fixture,
           const char   *report,
           PazLanguage   language,
           const char   *readers,
           const char   *ending,
           GError      **error)
{
  g_autoptr (PazAudience) audience = paz_audience_parse (readers);
  g_autofree char *name = g_strdup_printf ("%s-%d-%s%s.xlsx", report, language, readers, ending);
  const PazReportOptions options = {
    .language = language, .created = 1700000000000, .audience = audience, .participant = (char *) "URY",
  };
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return paz_report_export (fixture->store, report, &options, path, NULL, NULL, NULL, error) ? g_steal_pointer (&path) : NULL;
}

static char *
export (Fixture     *fixture,
        PazLanguage  language,
        const char  *readers,
        const char  *ending)
{
  g_autoptr (GError) error = NULL;
  char *path = export_as (fixture, "dossier", language, readers, ending, &error);

  g_assert_no_error (error);

  return path;
}

static char *
run_python (const char *script,
            GPtrArray  *arguments)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", script, NULL);
  const char *argv[ALL] = { "/usr/bin/python3", "-W", "ignore", path };

  for (guint i = 0; i < arguments->len; i++)
    argv[4 + i] = arguments->pdata[i];

  return checker_run (argv);
}

/* ---- the same as the single reports ---- */

static void
test_same_values (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *compared = NULL;

  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Public set");
  paz_load_fill (fixture->store, 1);
  g_ptr_array_add (arguments, export (fixture, PAZ_LANGUAGE_ES, "own", ""));
  for (guint i = 0; paz_dossier_report.chapters[i] != NULL; i++)
    {
      const char *name = paz_dossier_report.chapters[i]->info.name;
      g_autoptr (GError) error = NULL;
      g_autofree char *path = export_as (fixture, name, PAZ_LANGUAGE_ES, "own", "", &error);

      if (path != NULL)
        g_ptr_array_add (arguments, g_strdup_printf ("%s=%s", name, path));
      else
        g_assert_true (paz_report_error_is_empty (error));
    }
  compared = run_python ("compare-dossier.py", arguments);
  g_assert_cmpuint (g_ascii_strtoull (compared, NULL, 10), >=, 45);
}

/* Every report there is stands in it, but for what the sender alone reads. */
static void
test_whole (void)
{
  const PazReportInfo *infos = paz_report_list ();

  for (; infos->name != NULL; infos++)
    {
      gboolean found = g_str_equal (infos->name, "dossier") || g_str_equal (infos->name, "release");

      for (guint i = 0; paz_dossier_report.chapters[i] != NULL; i++)
        found = found || g_str_equal (paz_dossier_report.chapters[i]->info.name, infos->name);
      if (!found)
        g_error ("“%s” is no chapter of the dossier", infos->name);
    }
}

static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Public set");
  paz_load_fill (fixture->store, 1);
  for (int language = 0; language < PAZ_N_LANGUAGES; language++)
    {
      g_autofree char *path = export (fixture, (PazLanguage) language, "own", "");
      g_autofree char *again = export (fixture, (PazLanguage) language, "own", "-again");

      checker_check_workbook (path);
      checker_assert_same_bytes (path, again);
    }
}

static void
test_recalculated (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *formulas = NULL;

  if (office == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }
  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Public set");
  paz_load_fill (fixture->store, 1);
  g_ptr_array_add (arguments, g_build_filename (fixture->folder, "office", NULL));
  g_ptr_array_add (arguments, export (fixture, PAZ_LANGUAGE_PT, "own", ""));
  formulas = run_python ("recalculate.py", arguments);
  g_assert_cmpuint (g_ascii_strtoull (formulas, NULL, 10), >=, 40);
}

/* ---- what is withheld ---- */

/* One of each kind that stands alone and asks for no more than a title. */
static guint
put_secrets (PazStore *store)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  PazCatalogue *english = paz_catalogue_get (PAZ_LANGUAGE_EN);
  guint n = 0;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (PazEdit) edit = paz_edit_new ();
      g_autoptr (PazRecord) record = NULL;
      g_autoptr (GError) error = NULL;

      if (kinds[i]->parent != NULL)
        continue;
      record = paz_store_create_record (store, kinds[i], NULL);
      for (guint k = 0; k < kinds[i]->n_fields; k++)
        if (kinds[i]->fields[k].type == PAZ_VALUE_TRILINGUAL)
          paz_record_set_value (record, &kinds[i]->fields[k], paz_value_parse (&kinds[i]->fields[k], SECRET, english, NULL));
      paz_record_set_release (record, PAZ_LEVEL_NATIONAL, NULL);
      paz_edit_put (edit, record);
      n += paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
    }

  return n;
}

/* With and without what is withheld the dossier is the same, byte by byte. */
static void
test_withheld (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const readers[] = { "public", "network", "ARG" };
  char *before[G_N_ELEMENTS (readers)];

  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Public set");
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    before[i] = export (fixture, PAZ_LANGUAGE_EN, readers[i], "-before");
  g_assert_cmpuint (put_secrets (fixture->store), >=, 10);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *after = export (fixture, PAZ_LANGUAGE_EN, readers[i], "-after");

      checker_assert_same_bytes (before[i], after);
      g_free (before[i]);
    }
}

/* Without figures it is made of what there is. */
static void
test_no_figures (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = export (fixture, PAZ_LANGUAGE_PT, "public", "");

  checker_check_workbook (path);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dossier/whole", test_whole);
  ADD ("/dossier/same-values", test_same_values);
  ADD ("/dossier/languages", test_languages);
  ADD ("/dossier/recalculated", test_recalculated);
  ADD ("/dossier/withheld", test_withheld);
  ADD ("/dossier/no-figures", test_no_figures);

  return g_test_run ();
}
