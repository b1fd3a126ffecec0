/* Documents for a word processor: whole and well-formed, opened by LibreOffice, with the texts of the
 * store, reservations as footnotes, open points marked, nothing of what their readers may not see. */
#include "checker.h"
#include "lib/paz-load.h"
#include "model/paz-trilingual.h"
#include "report/paz-report.h"
#include "sample-store.h"

#include <string.h>

#define SECRET "ZARZAMORA"

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

static void
set_text (PazRecord  *record,
          const char *key,
          const char *text)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);

  paz_record_set_value (record, field, paz_value_parse (field, text, paz_catalogue_get (PAZ_LANGUAGE_ES), NULL));
}

static void
set_words (PazRecord  *record,
           const char *key,
           const char *text)
{
  g_autoptr (PazTrilingual) words = paz_trilingual_new ();

  paz_trilingual_set_text (words, PAZ_LANGUAGE_ES, text, "AAAAAAAAAAA");
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), paz_trilingual_to_value (words));
}

static void
save (PazStore  *store,
      PazRecord *record)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
find_participant (PazStore   *store,
                  const char *code)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("participant"));
  g_autoptr (GPtrArray) records = paz_store_list_records (store, query, NULL);

  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (paz_record_get_text (records->pdata[i], "code"), code) == 0)
      return g_strdup (paz_record_get_id (records->pdata[i]));

  g_assert_not_reached ();
}

/* One recommendation whose text has an open point, a list and a reservation; and one that is secret. */
static void
add_recommendations (PazStore *store)
{
  g_autoptr (PazRecord) open = paz_store_create_record (store, paz_kind_find ("recommendation"), NULL);
  g_autoptr (PazRecord) secret = paz_store_create_record (store, paz_kind_find ("recommendation"), NULL);
  g_autoptr (PazRecord) position = NULL;
  g_autofree char *uruguay = find_participant (store, "URY");

  set_text (open, "number", "77.7");
  set_words (open, "title", "Título visible");
  set_words (open, "text", "Los Estados **acuerdan** [ARG, CHL: reforzar] la cooperación & más.\n\n- primero\n- segundo");
  paz_record_set_release (open, PAZ_LEVEL_NETWORK, NULL);
  save (store, open);
  position = paz_store_create_record (store, paz_kind_find ("position"), paz_record_get_id (open));
  paz_record_set_value (position, paz_kind_find_field (paz_record_get_kind (position), "participant"), g_variant_new_string (uruguay));
  set_text (position, "code", "res");
  set_words (position, "statement", "Se reserva el plazo");
  paz_record_set_release (position, PAZ_LEVEL_NETWORK, NULL);
  save (store, position);
  set_words (secret, "title", SECRET " título");
  set_words (secret, "text", SECRET " texto");
  paz_record_set_release (secret, PAZ_LEVEL_NATIONAL, NULL);
  save (store, secret);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("relacopaz-document-XXXXXX", NULL);
  fixture->store = sample_store_new (fixture->folder);
  paz_load_fill (fixture->store, 2);
  add_recommendations (fixture->store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->store);
  checker_remove (fixture->folder);
  g_free (fixture->folder);
}

static char *
export (Fixture     *fixture,
        const char  *report,
        PazLanguage  language,
        const char  *readers,
        const char  *ending)
{
  g_autoptr (PazAudience) audience = paz_audience_parse (readers);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%s-%d-%s%s.docx", report, language, readers, ending);
  const PazReportOptions options = { .language = language, .created = 1700000000000, .audience = audience };
  char *path = g_build_filename (fixture->folder, name, NULL);

  paz_report_export_document (fixture->store, report, &options, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static char *
check (const char *path,
       const char *marking)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "report", "check-document.py", NULL);
  const char * const argv[] = { "/usr/bin/python3", script, path, marking, NULL };

  return checker_run (argv);
}

static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const markings[PAZ_N_LANGUAGES] = {
    [PAZ_LANGUAGE_ES] = "RED", [PAZ_LANGUAGE_PT] = "REDE", [PAZ_LANGUAGE_EN] = "NETWORK",
  };
  guint n = 0;

  for (const PazReportInfo *info = paz_report_list (); info->name != NULL; info++)
    for (int language = 0; info->has_document && language < PAZ_N_LANGUAGES; language++)
      {
        g_autofree char *path = export (fixture, info->name, (PazLanguage) language, "network", "");
        g_autofree char *texts = check (path, markings[language]);

        g_assert_cmpuint (strlen (texts), >, 200);
        n++;
      }
  g_assert_cmpuint (n, ==, 2 * PAZ_N_LANGUAGES);
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = export (fixture, "recommendations", PAZ_LANGUAGE_ES, "network", "");
  g_autofree char *texts = check (path, "RED");

  g_assert_nonnull (strstr (texts, "\n77.7  Título visible\n"));
  g_assert_nonnull (strstr (texts, "\nLos Estados acuerdan [ARG, CHL: reforzar] la cooperación & más.\n"));
  g_assert_nonnull (strstr (texts, "\nprimero\n"));
  g_assert_nonnull (strstr (texts, "Se reserva el plazo"));
  /* Under the signs of the body, last. */
  g_assert_nonnull (strstr (strstr (texts, "\nsegundo\n"), " Uruguay ("));
}

static void
test_gate (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *own = export (fixture, "recommendations", PAZ_LANGUAGE_ES, "own", "");
  g_autofree char *sent = export (fixture, "recommendations", PAZ_LANGUAGE_ES, "network", "");
  g_autofree char *kept = check (own, "NACIONAL");
  g_autofree char *seen = check (sent, "RED");

  g_assert_nonnull (strstr (kept, SECRET));
  g_assert_null (strstr (seen, SECRET));
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *one = export (fixture, "meeting", PAZ_LANGUAGE_PT, "network", "-1");
  g_autofree char *other = export (fixture, "meeting", PAZ_LANGUAGE_PT, "network", "-2");

  checker_assert_same_bytes (one, other);
}

/* LibreOffice opens it, and gives the same words as paper. */
static void
test_opened (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = export (fixture, "recommendations", PAZ_LANGUAGE_ES, "network", "");
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=file://", fixture->folder, "/office", NULL);
  const char * const argv[] = {
    "soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", fixture->folder, path, NULL,
  };
  g_autofree char *said = checker_run (argv);
  g_autofree char *base = g_strndup (path, strlen (path) - strlen (".docx"));
  g_autofree char *converted = g_strconcat (base, ".txt", NULL);
  g_autofree char *texts = NULL;

  g_assert_true (g_file_get_contents (converted, &texts, NULL, NULL));
  g_assert_nonnull (strstr (texts, "[ARG, CHL: reforzar] la cooperación & más."));
  g_assert_nonnull (strstr (texts, "Se reserva el plazo"));
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "a.docx", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "a.docx", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PazAudience) network = paz_audience_parse ("network");
  const PazReportOptions options = { .language = PAZ_LANGUAGE_ES, .audience = network };
  guint before = checker_count_files (fixture->folder);
  GError *error = NULL;

  g_assert_false (paz_report_export_document (fixture->store, "recommendations", &options, nowhere, NULL, NULL, NULL, &error));
  g_assert_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WRITE);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (paz_report_export_document (fixture->store, "recommendations", &options, path, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (checker_count_files (fixture->folder), ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document/languages", Fixture, NULL, set_up, test_languages, tear_down);
  g_test_add ("/document/texts", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/document/gate", Fixture, NULL, set_up, test_gate, tear_down);
  g_test_add ("/document/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/document/opened", Fixture, NULL, set_up, test_opened, tear_down);
  g_test_add ("/document/errors", Fixture, NULL, set_up, test_errors, tear_down);

  return g_test_run ();
}
