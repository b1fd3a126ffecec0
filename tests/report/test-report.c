/* The reports on a small store: conventions, values, languages, the gate, failures. */
#include "sample-store.h"

#include "checker.h"
#include "figures/paz-figures.h"
#include "report/paz-report.h"
#include "table/paz-import.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct
{
  char     *folder;
  char     *out;       /* a folder for the workbooks alone */
  PazStore *store;
} Fixture;

static const char * const names[] = { "participation", "women" };

/* What the tests that only read share: making a store with reference data takes a while. */
static PazStore *shared_store;
static char *shared_folder;

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("paz-report-XXXXXX", NULL);
  fixture->out = g_build_filename (fixture->folder, "out", NULL);
  g_assert_cmpint (g_mkdir (fixture->out, 0700), ==, 0);
  fixture->store = sample_store_new (fixture->folder);
}

/* A store of the test's own, to be changed. */
static void
set_up_own (Fixture       *fixture,
            gconstpointer  data)
{
  set_up_empty (fixture, data);
  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Public set");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  if (shared_store == NULL)
    {
      shared_folder = g_dir_make_tmp ("paz-report-XXXXXX", NULL);
      shared_store = sample_store_new (shared_folder);
      sample_store_add_world (shared_store, PAZ_LEVEL_PUBLIC, "Public set");
    }
  fixture->folder = g_dir_make_tmp ("paz-report-XXXXXX", NULL);
  fixture->out = g_build_filename (fixture->folder, "out", NULL);
  g_assert_cmpint (g_mkdir (fixture->out, 0700), ==, 0);
  fixture->store = shared_store;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->store != shared_store)
    g_assert_finalize_object (fixture->store);
  checker_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->out);
}

static PazReportOptions
make_options (PazLanguage language)
{
  return (PazReportOptions) { .language = language, .terms = PAZ_TERMS_PKO, .created = 1620036000000 };
}

static char *
export (Fixture                *fixture,
        const char             *name,
        const PazReportOptions *options,
        const char             *file)
{
  char *path = g_build_filename (fixture->out, file, NULL);
  g_autoptr (GError) error = NULL;
  gboolean done = paz_report_export (fixture->store, name, options, path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (done);

  return path;
}

static char *
export_in (Fixture     *fixture,
           const char  *name,
           PazLanguage  language)
{
  PazReportOptions options = make_options (language);
  g_autofree char *file = g_strdup_printf ("%s-%s.xlsx", name, paz_language_get_code (language));

  return export (fixture, name, &options, file);
}

static char *
dump (const char *what,
      const char *path)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "dump-workbook.py", NULL);
  const char *argv[] = { "/usr/bin/python3", "-W", "ignore", script, what, path, NULL };

  return checker_run (argv);
}

static void
assert_line (const char *text,
             const char *line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!g_strv_contains ((const char * const *) lines, line))
    g_test_message ("no line “%s”", line);
  g_assert_true (g_strv_contains ((const char * const *) lines, line));
}

/* ---- conventions and languages ---- */

static void
test_conventions (Fixture       *fixture,
                  gconstpointer  name)
{
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *path = export_in (fixture, name, (PazLanguage) i);

      checker_check_workbook (path);
    }
  g_assert_cmpuint (checker_count_files (fixture->out), ==, PAZ_N_LANGUAGES);
}

static void
test_languages (Fixture       *fixture,
                gconstpointer  name)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      PazCatalogue *catalogue = paz_catalogue_get ((PazLanguage) i);
      g_autofree char *path = export_in (fixture, name, (PazLanguage) i);
      g_autofree char *numbers = dump ("numbers", path);
      g_autofree char *headers = dump ("headers", path);
      g_autofree char *info = dump ("info", path);
      g_autofree char *header = g_strdup_printf ("Sources\tpublisher\t%s", paz_catalogue_ptext (catalogue, "column", "Publisher"));
      g_autofree char *author = g_strdup_printf ("author\t%s", i == PAZ_LANGUAGE_EN || i == PAZ_LANGUAGE_PT ? "Peru" : "Perú");
      g_autofree char *status = g_strdup_printf ("status\t%s", paz_catalogue_ptext (catalogue, "level", "Public"));
      g_autofree char *language = g_strdup_printf ("language\t%s", paz_language_get_code ((PazLanguage) i));

      assert_line (headers, header);
      assert_line (info, author);
      assert_line (info, status);
      assert_line (info, language);
      assert_line (info, "level\tpublic");
      assert_line (info, "schema-version\t1");
      if (first == NULL)
        first = g_steal_pointer (&numbers);
      else
        g_assert_cmpstr (numbers, ==, first);
    }
}

/* Every sheet and header is in the language when the catalogue has it. */
/* Contributors and types head the columns of these tables: names, from elsewhere than the columns' words. */
static gboolean
is_name (const char *table,
         const char *key)
{
  static const char * const tables[] = { "SeriesByContributor", "SeriesByType", "MissionsByContributor", NULL };
  static const char * const words[] = { "month", "mission", "total", NULL };

  return g_strv_contains (tables, table) && !g_strv_contains (words, key);
}

static void
test_translated (Fixture       *fixture,
                 gconstpointer  name)
{
  g_autofree char *english = export_in (fixture, name, PAZ_LANGUAGE_EN);
  g_autofree char *spanish = export_in (fixture, name, PAZ_LANGUAGE_ES);
  PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_ES);
  g_autofree char *headers = dump ("headers", english);
  g_autofree char *translated = dump ("headers", spanish);
  g_auto (GStrv) lines = g_strsplit (headers, "\n", -1);
  g_auto (GStrv) others = g_strsplit (translated, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (others));
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);
      g_auto (GStrv) other = g_strsplit (others[i], "\t", 3);

      g_assert_cmpstr (parts[1], ==, other[1]);
      if (!is_name (parts[0], parts[1]))
        g_assert_cmpstr (other[2], ==, paz_catalogue_ptext (catalogue, "column", parts[2]));
    }
}

static void
test_terms (Fixture       *fixture,
            gconstpointer  data)
{
  PazReportOptions options = make_options (PAZ_LANGUAGE_EN);
  g_autofree char *wide = export (fixture, "participation", &options, "pko.xlsx");
  g_autofree char *narrow = NULL;
  g_autofree char *pko = dump ("info", wide);
  g_autofree char *po = NULL;

  options.terms = PAZ_TERMS_PO;
  narrow = export (fixture, "participation", &options, "po.xlsx");
  po = dump ("info", narrow);
  assert_line (pko, "title\tParticipation in peacekeeping operations");
  assert_line (po, "title\tParticipation in peace operations");
}

/* ---- values ---- */

static void
test_participation (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = export_in (fixture, "participation", PAZ_LANGUAGE_EN);
  g_autofree char *cells = dump ("cells", path);
  g_autofree char *numbers = dump ("numbers", path);

  /* In English order: Argentina, Honduras, Mexico, Peru, Uruguay. */
  assert_line (cells, "Contributors\t0\tiso3\tARG");
  assert_line (cells, "Contributors\t0\ttotal\t256");
  assert_line (cells, "Contributors\t0\twomen_share\t0.0859375");
  assert_line (cells, "Contributors\t0\tworld_total\t3905");
  assert_line (cells, "Contributors\t4\tiso3\tURY");
  assert_line (cells, "Contributors\t4\trank_region\t1");
  assert_line (cells, "Contributors\t4\trank_world\t2");
  /* Honduras and Mexico tie. */
  assert_line (cells, "Contributors\t1\trank_region\t4");
  assert_line (cells, "Contributors\t2\trank_region\t4");
  assert_line (cells, "Ranking\t0\tiso3\tURY");
  assert_line (numbers, "Missions\tMONUSCO\ttotal\t1012");
  assert_line (numbers, "Missions\tMONUSCO\tmission_total\t2712");
  assert_line (numbers, "PersonnelTypes\ttroops\twomen\t132");
  assert_line (numbers, "Detail\tPER/MINUSCA/experts_on_mission/2021-04-01/47\tmen\t2");
  assert_line (numbers, "Coverage\tURY\tmonths_listed\t3");
  assert_line (numbers, "Coverage\tPER\tmonths_listed\t1");
}

/* March 2021 is a gap: its row has a month and nothing else; Peru has not said zero before April. */
static void
test_gap (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = export_in (fixture, "participation", PAZ_LANGUAGE_EN);
  g_autofree char *cells = dump ("cells", path);

  assert_line (cells, "Series\t2\tmonth\t2021-03-01");
  g_assert_null (strstr (cells, "Series\t2\ttotal"));
  g_assert_null (strstr (cells, "SeriesByContributor\t2\tURY"));
  g_assert_null (strstr (cells, "SeriesByContributor\t0\tPER"));
  assert_line (cells, "SeriesByContributor\t3\tPER\t207");
  assert_line (cells, "Series\t3\ttotal\t1505");
}

static void
test_women (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = export_in (fixture, "women", PAZ_LANGUAGE_EN);
  g_autofree char *numbers = dump ("numbers", path);
  g_autofree char *cells = dump ("cells", path);

  /* Troops 132 of 1457 against 8 %: reached; against 15 % of 2028: 219 are wanted, 87 more. */
  assert_line (numbers, "Categories\ttroops\twomen\t132");
  assert_line (numbers, "Categories\ttroops\ttarget\t0.08");
  assert_line (numbers, "Categories\ttroops\tneeded\t0");
  assert_line (numbers, "Categories\ttroops\tgoal_needed\t87");
  assert_line (cells, "Categories\t0\tsignal\tGreen");
  assert_line (cells, "Categories\t0\tbasis\tPublished");
  /* Individual police: no target for 2021 was found, that is not zero. */
  assert_line (cells, "Categories\t2\tcategory\tindividual_police");
  assert_line (cells, "Categories\t2\ttarget\t…");
  assert_line (cells, "Categories\t2\tsignal\tNo target");
}

/* Every fact of the month stands in the detail, and nothing else. */
static void
test_detail (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = export_in (fixture, "participation", PAZ_LANGUAGE_ES);
  g_autofree char *cells = dump ("cells", path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFigures) figures = paz_figures_load (fixture->store, NULL, NULL, &error);
  PazFactTable *facts = paz_figures_get_facts (figures);
  g_auto (GStrv) lines = g_strsplit (cells, "\n", -1);
  guint64 women = 0, all = 0, women_there = 0, all_there = 0;

  g_assert_no_error (error);
  for (guint32 i = 0; i < paz_fact_table_get_n_rows (facts); i++)
    if (paz_fact_table_get_months (facts)[i] == SAMPLE_MONTH (2021, 4) &&
        paz_figures_is_region (figures, paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR,
                                                                paz_fact_table_get_contributors (facts)[i])))
      {
        women += paz_fact_table_get_female (facts)[i];
        all += paz_fact_table_get_female (facts)[i] + paz_fact_table_get_male (facts)[i];
      }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 4);

      if (g_strcmp0 (parts[0], "Detail") != 0)
        continue;
      women_there += g_str_equal (parts[2], "women") ? g_ascii_strtoull (parts[3], NULL, 10) : 0;
      all_there += g_str_equal (parts[2], "total") ? g_ascii_strtoull (parts[3], NULL, 10) : 0;
    }
  g_assert_cmpuint (women_there, ==, women);
  g_assert_cmpuint (all_there, ==, all);
}

/* Empty tables keep one empty row, and nothing is divided by nobody. */
static void
test_no_region (Fixture       *fixture,
                gconstpointer  name)
{
  g_autofree char *path = NULL;

  sample_store_add_others (fixture->store);
  path = export_in (fixture, name, PAZ_LANGUAGE_PT);
  checker_check_workbook (path);
}

/* The UN's own file, against figures that were counted apart from this program. */
static void
test_reference (Fixture       *fixture,
                gconstpointer  data)
{
  const char *shared = g_getenv ("RELACOPAZ_SHARED");
  g_autofree char *file = g_build_filename (shared != NULL ? shared : "", "data", "un", "contributionsbygender_2014-03.csv", NULL);
  g_autofree char *reference = g_build_filename (shared != NULL ? shared : "", "data", "un", "reference_figures.json", NULL);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "compare-reference.py", NULL);
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autoptr (PazImport) import = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "/usr/bin/python3", "-W", "ignore", script, NULL, reference, NULL };

  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the UN's files are not beside the project");
      return;
    }
  import = paz_import_read (file, NULL, fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (paz_import_apply (import, fixture->store, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  path = export_in (fixture, "participation", PAZ_LANGUAGE_EN);
  argv[4] = path;
  out = checker_run (argv);
  g_assert_cmpstr (out, ==, "");
}

/* ---- bytes and locales ---- */

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  name)
{
  static const char * const locales[] = { "es_AR", "pt_BR", "tr_TR" };
  PazReportOptions options = make_options (PAZ_LANGUAGE_PT);
  g_autofree char *one = export (fixture, name, &options, "one.xlsx");
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  guint tried = 0;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *two = NULL;

      if (!checker_enter_locale (locales[i]))
        continue;
      tried++;
      two = export (fixture, name, &options, "two.xlsx");
      setlocale (LC_ALL, before);
      checker_assert_same_bytes (one, two);
    }
  if (tried < G_N_ELEMENTS (locales))
    g_test_skip ("not every locale could be made");
}

/* ---- the gate ---- */

static void
assert_refused (Fixture                *fixture,
                const PazReportOptions *options,
                const char             *name,
                PazReportErrorCode      code)
{
  g_autofree char *path = g_build_filename (fixture->out, "refused.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (paz_report_export (fixture->store, name, options, path, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_REPORT_ERROR, (int) code);
  g_assert_cmpuint (checker_count_files (fixture->out), ==, 0);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  PazReportOptions options = make_options (PAZ_LANGUAGE_EN);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_refused (fixture, &options, names[i], PAZ_REPORT_ERROR_NO_DATA);
  assert_refused (fixture, &options, "no-such-report", PAZ_REPORT_ERROR_UNKNOWN);
}

static void
test_month (Fixture       *fixture,
            gconstpointer  data)
{
  PazReportOptions options = make_options (PAZ_LANGUAGE_EN);

  options.at = SAMPLE_MONTH (2021, 3);
  assert_refused (fixture, &options, "participation", PAZ_REPORT_ERROR_MONTH);
}

static void
test_withheld (Fixture       *fixture,
               gconstpointer  data)
{
  PazReportOptions options = make_options (PAZ_LANGUAGE_EN);

  sample_store_add_world (fixture->store, PAZ_LEVEL_NETWORK, "Network set");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_refused (fixture, &options, names[i], PAZ_REPORT_ERROR_WITHHELD);
}

/* What the public may not see leaves no trace: the same bytes as if it were not there. */
static void
test_no_trace (Fixture       *fixture,
               gconstpointer  name)
{
  PazReportOptions options = make_options (PAZ_LANGUAGE_ES);
  g_autofree char *without = export (fixture, name, &options, "without.xlsx");
  g_autofree char *with = NULL;

  sample_store_add_secret (fixture->store, PAZ_LEVEL_NETWORK);
  with = export (fixture, name, &options, "with.xlsx");
  checker_assert_same_bytes (without, with);
}

static void
test_level (Fixture       *fixture,
            gconstpointer  name)
{
  PazReportOptions options = make_options (PAZ_LANGUAGE_EN);
  g_autoptr (PazAudience) network = paz_audience_parse ("network");
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;
  g_autofree char *words = NULL;
  g_autofree char *file = NULL;

  sample_store_add_secret (fixture->store, PAZ_LEVEL_NETWORK);
  options.audience = network;
  path = export (fixture, name, &options, "network.xlsx");
  checker_check_workbook (path);
  info = dump ("info", path);
  words = dump ("words", path);
  file = paz_report_dup_file_name (fixture->store, name, &options);
  assert_line (info, "level\tnetwork");
  assert_line (info, "status\tNetwork");
  assert_line (info, "header\tNETWORK – PARTICIPANTS ONLY");
  assert_line (words, "Secret set");
  g_assert_true (g_str_has_suffix (file, "-PER-2021-04-en-network.xlsx"));
}

static void
test_file_name (Fixture       *fixture,
                gconstpointer  data)
{
  PazReportOptions options = make_options (PAZ_LANGUAGE_PT);
  g_autofree char *file = paz_report_dup_file_name (fixture->store, "women", &options);

  g_assert_cmpstr (file, ==, "women-PER-2021-04-pt-public.xlsx");
}

/* ---- failures ---- */

static void
progress_cb (double   fraction,
             gpointer cancellable)
{
  if (fraction > 0.4)
    g_cancellable_cancel (cancellable);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  name)
{
  PazReportOptions options = make_options (PAZ_LANGUAGE_EN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (fixture->out, "cancelled.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "before", -1, NULL);
  g_assert_false (paz_report_export (fixture->store, name, &options, path, progress_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  checker_assert_holds (path, "before");
  g_assert_cmpuint (checker_count_files (fixture->out), ==, 1);
}

static void
test_unwritable (Fixture       *fixture,
                 gconstpointer  data)
{
  PazReportOptions options = make_options (PAZ_LANGUAGE_EN);
  g_autofree char *path = g_build_filename (fixture->out, "missing", "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (paz_report_export (fixture->store, "women", &options, path, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WRITE);
}

/* Refused or right: a target of every size up to one that is large enough. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  PazReportOptions options = make_options (PAZ_LANGUAGE_EN);
  g_autofree char *disk = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "full.xlsx", NULL);
  gboolean done = FALSE;

  if (!checker_can_mount ())
    {
      g_test_skip ("a small disk of its own needs root");
      return;
    }
  for (guint kib = 16; !done; kib += 48)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (kib, <, 2048);
      checker_mount (disk, kib);
      done = paz_report_export (fixture->store, "participation", &options, path, NULL, NULL, NULL, &error);
      if (done)
        checker_check_workbook (path);
      else
        {
          g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FULL);
          g_assert_cmpuint (checker_count_files (disk), ==, 0);
        }
      checker_unmount (disk);
    }
}

/* ---- other programs ---- */

static char *
make_pdf (Fixture    *fixture,
          const char *es,
          const char *pt,
          const char *en)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/office", fixture->folder);
  const char *argv[] = { "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", fixture->folder, es, pt, en, NULL };
  g_autofree char *out = checker_run (argv);

  return g_build_filename (fixture->folder, "participation-es.pdf", NULL);
}

static void
assert_fit (const char *text)
{
  static const char * const bad[] = { "Err:", "#REF", "#NAME", "#VALUE", "#DIV", "###", "#N/A" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (strstr (text, bad[i]));
}

static void
test_libreoffice (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const marks[] = { "MONUSCO", "1,012", "67.2%", "1 / " };
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autofree char *reader = g_find_program_in_path ("pdftotext");
  g_autofree char *es = export_in (fixture, "participation", PAZ_LANGUAGE_ES);
  g_autofree char *pt = export_in (fixture, "participation", PAZ_LANGUAGE_PT);
  g_autofree char *en = export_in (fixture, "participation", PAZ_LANGUAGE_EN);
  g_autofree char *first = NULL;

  if (office == NULL || reader == NULL)
    {
      g_test_skip ("LibreOffice or pdftotext is not installed");
      return;
    }
  first = make_pdf (fixture, es, pt, en);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("participation-%s.pdf", paz_language_get_code ((PazLanguage) i));
      g_autofree char *pdf = g_build_filename (fixture->folder, name, NULL);
      const char *argv[] = { "pdftotext", "-layout", pdf, "-", NULL };
      g_autofree char *text = checker_run (argv);

      assert_fit (text);
      for (guint j = 0; j < G_N_ELEMENTS (marks); j++)
        g_assert_nonnull (strstr (text, marks[j]));
    }
}

static void
test_gnumeric (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("ssconvert");
  g_autofree char *path = export_in (fixture, "participation", PAZ_LANGUAGE_ES);
  g_autofree char *to = g_build_filename (fixture->folder, "sheet-%n.csv", NULL);
  const char *argv[] = { "ssconvert", "-S", "--recalc", path, to, NULL };
  g_autofree char *contributors = g_build_filename (fixture->folder, "sheet-2.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *out = NULL;

  if (program == NULL)
    {
      g_test_skip ("Gnumeric is not installed");
      return;
    }
  out = checker_run (argv);
  g_assert_true (g_file_get_contents (contributors, &text, NULL, NULL));
  assert_fit (text);
  /* Sums and quotients, calculated anew. */
  g_assert_nonnull (strstr (text, ",147,0.0976744186"));
  g_assert_nonnull (strstr (text, ",1505,"));
}

/* ---- all ---- */

static void
add (const char *path,
     void      (*set_up_cb) (Fixture *, gconstpointer),
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up_cb, test, tear_down);
}

/* Once for each report. */
static void
add_each (const char *path,
          void      (*set_up_cb) (Fixture *, gconstpointer),
          void      (*test) (Fixture *, gconstpointer))
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *full = g_strconcat (path, "/", names[i], NULL);

      g_test_add (full, Fixture, names[i], set_up_cb, test, tear_down);
    }
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  checker_prepare_locales ();
  setlocale (LC_ALL, "");
  add_each ("/report/conventions", set_up, test_conventions);
  add_each ("/report/languages", set_up, test_languages);
  add_each ("/report/translated", set_up, test_translated);
  add_each ("/report/same-bytes", set_up, test_same_bytes);
  add_each ("/report/no-trace", set_up_own, test_no_trace);
  add_each ("/report/level", set_up_own, test_level);
  add_each ("/report/cancelled", set_up, test_cancelled);
  g_test_add ("/report/no-region/participation", Fixture, names[0], set_up_empty, test_no_region, tear_down);
  g_test_add ("/report/no-region/women", Fixture, names[1], set_up_empty, test_no_region, tear_down);
  add ("/report/terms", set_up, test_terms);
  add ("/report/participation", set_up, test_participation);
  add ("/report/gap", set_up, test_gap);
  add ("/report/women", set_up, test_women);
  add ("/report/detail", set_up, test_detail);
  add ("/report/file-name", set_up, test_file_name);
  add ("/report/month", set_up, test_month);
  add ("/report/nothing", set_up_empty, test_nothing);
  add ("/report/reference", set_up_empty, test_reference);
  add ("/report/withheld", set_up_empty, test_withheld);
  add ("/report/unwritable", set_up, test_unwritable);
  add ("/report/libreoffice", set_up, test_libreoffice);
  add ("/report/gnumeric", set_up, test_gnumeric);
  add ("/report/full", set_up, test_full);

  result = g_test_run ();
  if (shared_store != NULL)
    {
      g_assert_finalize_object (shared_store);
      checker_remove (shared_folder);
      g_free (shared_folder);
    }

  return result;
}
