/* What a spreadsheet cannot hold is said before it is written; what looks dangerous is text; many
 * participants, every letter and both directions of writing break nothing. */
#include "report/paz-limits.h"

#include "checker.h"
#include "sample-store.h"

#define LONG 40000

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("paz-limits-XXXXXX", NULL);
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
stage (Fixture    *fixture,
       PazEdit    *edit,
       const char *kind,
       const char *code,
       const char *field,
       const char *text)
{
  const PazKind *declared = paz_kind_find (kind);
  const PazField *named = paz_kind_find_field (declared, field);
  g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, declared, NULL);

  if (paz_kind_find_field (declared, "title") != NULL)
    paz_record_set_value (record, paz_kind_find_field (declared, "title"),
                          paz_value_parse (paz_kind_find_field (declared, "title"), "Title", paz_catalogue_get (PAZ_LANGUAGE_EN), NULL));
  paz_record_set_value (record, named, paz_value_parse (named, text, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL));
  if (code != NULL)
    paz_record_set_value (record, paz_kind_find_field (declared, "code"), g_variant_new_string (code));
  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  paz_edit_put (edit, record);
}

static void
apply (Fixture *fixture,
       PazEdit *edit)
{
  g_autoptr (GError) error = NULL;

  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
put (Fixture    *fixture,
     const char *field,
     const char *text)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();

  stage (fixture, edit, "task", NULL, field, text);
  apply (fixture, edit);
}

static GPtrArray *
list_limits (Fixture    *fixture,
             const char *report)
{
  const PazReportOptions options = { .language = PAZ_LANGUAGE_EN, .created = 1700000000000 };
  g_autoptr (GError) error = NULL;
  GPtrArray *limits = paz_report_list_limits (fixture->store, report, &options, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < limits->len; i++)
    g_test_message ("%s", (char *) limits->pdata[i]);

  return limits;
}

static char *
export (Fixture    *fixture,
        const char *report)
{
  const PazReportOptions options = { .language = PAZ_LANGUAGE_EN, .created = 1700000000000 };
  char *path = g_build_filename (fixture->folder, "limits.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  paz_report_export (fixture->store, report, &options, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static char *
repeat (const char *piece,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);

  return g_string_free (text, FALSE);
}

/* The longest that fits is left whole; one more is cut, and said with its sheet, row and length. */
static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *fits = repeat ("ñ", 32767);
  g_autofree char *too_long = repeat ("n", LONG);
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;

  put (fixture, "result", fits);
  none = list_limits (fixture, "workplan");
  g_assert_cmpuint (none->len, ==, 0);
  put (fixture, "result", too_long);
  one = list_limits (fixture, "workplan");
  g_assert_cmpuint (one->len, >=, 1);
  g_assert_nonnull (strstr (one->pdata[0], "40,000"));
  g_assert_nonnull (strstr (one->pdata[0], "32,767"));
  path = export (fixture, "workplan");
  checker_check_workbook (path);
}

/* What stands outside the basic plane counts twice, as a spreadsheet counts: one more than fits. */
static void
test_units (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = repeat ("🕊", 16384);
  g_autoptr (GPtrArray) limits = NULL;
  g_autofree char *path = NULL;

  put (fixture, "result", text);
  limits = list_limits (fixture, "workplan");
  g_assert_cmpuint (limits->len, >=, 1);
  path = export (fixture, "workplan");
  checker_check_workbook (path);
}

static void
test_letters (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const texts[] = {
    "=1+1", "+SUM(A1)", "-2 men", "@cmd", "=HYPERLINK(\"http://x\")", "عملية حفظ السلام", "מבצע שלום", "维持和平行动",
    "Операции по поддержанию мира", "ปฏิบัติการสันติภาพ", "शांति अभियान", "평화유지활동", "Ειρήνη", "ğışçöü İI", "ñ ã ç",
  };
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GPtrArray) limits = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    put (fixture, "title", texts[i]);
  limits = list_limits (fixture, "workplan");
  g_assert_cmpuint (limits->len, ==, 0);
  path = export (fixture, "workplan");
  checker_check_workbook (path);
  out = checker_run ((const char *[]) { "/usr/bin/python3", "-c",
    "import sys, zipfile, html\n"
    "book = zipfile.ZipFile (sys.argv[1])\n"
    "for part in book.namelist ():\n"
    "  sys.stdout.buffer.write (html.unescape (book.read (part).decode ('utf-8', 'replace')).encode ())", path, NULL });
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_nonnull (strstr (out, texts[i]));
  g_assert_null (strstr (out, "<f>1+1"));
  g_assert_null (strstr (out, "<f>HYPERLINK"));
}

static void
test_participants (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const reports[] = { "directory", "participation", "women", "traceability" };
  g_autoptr (PazEdit) edit = paz_edit_new ();

  sample_store_add_world (fixture->store, PAZ_LEVEL_PUBLIC, "Figures");
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *code = g_strdup_printf ("Z%03uX", i);
      g_autofree char *name = g_strdup_printf ("Participant %u Ñandú", i);

      stage (fixture, edit, "participant", code, "name", name);
    }
  apply (fixture, edit);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (GPtrArray) limits = list_limits (fixture, reports[i]);
      g_autofree char *path = export (fixture, reports[i]);

      g_assert_cmpuint (limits->len, ==, 0);
      checker_check_workbook (path);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/limits/texts", test_texts);
  ADD ("/limits/units", test_units);
  ADD ("/limits/letters", test_letters);
  ADD ("/limits/participants", test_participants);

  return g_test_run ();
}
