/* The records of the report `women`: barriers, measures and funnels; a number so small that a person could
 * be known stands in no byte for others; and what tallies and grids say, counted anew. */
#include "checker.h"
#include "lib/paz-load.h"
#include "paz-report-spec.h"
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
  fixture->folder = g_dir_make_tmp ("paz-women-XXXXXX", NULL);
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

/* ---- records ---- */

static char *
find_participant (PazStore   *store,
                  const char *code)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("participant"));
  g_autoptr (GPtrArray) records = paz_store_list_records (store, query, NULL);

  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (paz_record_get_text (records->pdata[i], "code"), code) == 0)
      return g_strdup (paz_record_get_id (records->pdata[i]));

  g_return_val_if_reached (NULL);
}

/* Values are "field=text", as a person writes them. */
static char *
put (PazStore           *store,
     const char         *key,
     const char         *participant,
     const char         *container,
     const char * const *values)
{
  const PazKind *kind = paz_kind_find (key);
  g_autoptr (PazRecord) record = paz_store_create_record (store, kind, container);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  if (participant != NULL)
    {
      g_autofree char *id = find_participant (store, participant);

      paz_record_set_value (record, paz_kind_find_field (kind, "participant"), g_variant_new_string (id));
    }
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (values[i], "=", 2);
      const PazField *field = paz_kind_find_field (kind, pair[0]);
      GVariant *value = paz_value_parse (field, pair[1], paz_catalogue_get (PAZ_LANGUAGE_EN), &error);

      g_assert_no_error (error);
      paz_record_set_value (record, field, value);
    }
  paz_record_set_release (record, PAZ_LEVEL_NETWORK, NULL);
  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (paz_record_get_id (record));
}

#define PUT(store, key, participant, container, ...) \
  put (store, key, participant, container, (const char * const []) { __VA_ARGS__, NULL })

static void
put_funnel (PazStore *store)
{
  g_free (PUT (store, "candidate_funnel", "URY", NULL, "year=2025", "component=military", "stage=eligible", "women=1210", "men=6733"));
  g_free (PUT (store, "candidate_funnel", "URY", NULL, "year=2025", "component=military", "stage=selected", "women=61", "men=417"));
  g_free (PUT (store, "candidate_funnel", "URY", NULL, "year=2025", "component=military", "stage=deployed", "women=3", "men=271"));
  g_free (PUT (store, "candidate_funnel", "PER", NULL, "year=2025", "component=military", "stage=deployed", "women=0", "men=88"));
  g_free (PUT (store, "candidate_funnel", "BRA", NULL, "year=2025", "component=military", "stage=deployed", "women=17", "men=149"));
}

static void
put_barriers (PazStore *store)
{
  g_autofree char *barrier = PUT (store, "barrier_assessment", "URY", NULL, "barrier=mowip_1", "institution=Army", "barrier_level=high");

  g_free (PUT (store, "measure", NULL, barrier, "title=Invite every woman who qualifies", "responsible=Personnel office", "due=2027-03-01", "status=planned"));
  g_free (PUT (store, "barrier_assessment", "PER", NULL, "barrier=mowip_1", "institution=Navy", "barrier_level=low"));
  g_free (PUT (store, "barrier_assessment", "PER", NULL, "barrier=mowip_2", "institution=Navy", "barrier_level=none"));
}

static void
put_activities (PazStore *store)
{
  g_free (PUT (store, "complementarity", NULL, NULL, "activity=Courses", "category=training", "doer=both", "reading=overlaps"));
  g_free (PUT (store, "complementarity", NULL, NULL, "activity=Exercises", "category=training", "doer=alcopaz", "reading=complements"));
  g_free (PUT (store, "complementarity", NULL, NULL, "activity=Airlift", "category=logistics", "doer=neither", "reading=gap"));
}

/* ---- workbooks ---- */

static char *
export (Fixture     *fixture,
        const char  *report,
        PazLanguage  language,
        const char  *readers)
{
  g_autoptr (PazAudience) audience = paz_audience_parse (readers);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%s-%d-%s.xlsx", report, language, readers);
  const PazReportOptions options = { .language = language, .created = 1700000000000, .audience = audience };
  char *path = g_build_filename (fixture->folder, name, NULL);

  paz_report_export (fixture->store, report, &options, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static char *
run_python (const char *script,
            const char *first,
            const char *second)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", script, NULL);
  const char *argv[] = { "/usr/bin/python3", "-W", "ignore", path, first, second, NULL };

  return checker_run (argv);
}

static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  put_funnel (fixture->store);
  put_barriers (fixture->store);
  for (int language = 0; language < PAZ_N_LANGUAGES; language++)
    {
      g_autofree char *path = export (fixture, "women", (PazLanguage) language, "network");

      checker_check_workbook (path);
    }
}

/* Three women of Uruguay: neither their number nor what it could be reckoned from. */
static void
test_few (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *network = NULL, *own = NULL, *sent = NULL, *kept = NULL;

  put_funnel (fixture->store);
  network = export (fixture, "women", PAZ_LANGUAGE_EN, "network");
  own = export (fixture, "women", PAZ_LANGUAGE_EN, "own");
  sent = run_python ("dump-workbook.py", "cells", network);
  kept = run_python ("dump-workbook.py", "cells", own);

  g_assert_nonnull (strstr (sent, "Funnel\t2\twomen\t1210"));
  g_assert_nonnull (strstr (sent, "Funnel\t4\twomen\t< 5\nFunnel\t4\tmen\t271\n"));
  g_assert_null (strstr (sent, "Funnel\t4\ttotal"));
  g_assert_null (strstr (sent, "Funnel\t4\twomen_share"));
  g_assert_nonnull (strstr (sent, "Funnel\t1\twomen\t0\n"));
  g_assert_nonnull (strstr (sent, "FunnelOfRegion\t2\tentries\t2\nFunnelOfRegion\t2\twomen\t17\nFunnelOfRegion\t2\tmen\t237\n"));
  g_assert_nonnull (strstr (kept, "Funnel\t4\twomen\t3\n"));
  g_assert_nonnull (strstr (kept, "FunnelOfRegion\t2\twomen\t20\n"));
}

static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = NULL, *compared = NULL;

  paz_load_fill (fixture->store, 5);
  put_barriers (fixture->store);
  put_activities (fixture->store);
  path = export (fixture, "dossier", PAZ_LANGUAGE_EN, "own");
  compared = run_python ("recompute-sums.py", path, NULL);
  g_assert_cmpuint (g_ascii_strtoull (compared, NULL, 10), >=, 60);
}

/* What serves nothing does not raise the level of what traces provisions. */
static void
test_level (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const PazReportOptions options = { .language = PAZ_LANGUAGE_EN, .audience = paz_audience_parse ("network") };
  g_autofree char *before = paz_report_dup_file_name (fixture->store, "traceability", &options);
  g_autofree char *after = NULL;

  put_barriers (fixture->store);
  after = paz_report_dup_file_name (fixture->store, "traceability", &options);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_str_has_suffix (after, "-public.xlsx"));
  paz_audience_free (options.audience);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/women-books/languages", test_languages);
  ADD ("/women-books/few", test_few);
  ADD ("/women-books/sums", test_sums);
  ADD ("/women-books/level", test_level);

  return g_test_run ();
}
