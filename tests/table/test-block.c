/* Blocks of cells as spreadsheets copy them, and their way into records. */
#include <glib/gstdio.h>
#include <string.h>

#include "table/paz-paste.h"

typedef struct
{
  char     *folder;
  PazStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("paz-block-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "block.relacopaz", NULL);
  fixture->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  paz_store_set_identity (fixture->store, "PER", "Ana", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_assert_finalize_object (fixture->store);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static PazBlock *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  PazBlock *block = paz_block_read_text (text, -1, 0, &error);

  g_assert_no_error (error);

  return block;
}

static PazBlock *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "block", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  PazBlock *block;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  block = g_str_has_suffix (name, ".html") ? paz_block_read_html (text, (gssize) length, &error)
                                           : paz_block_read_text (text, (gssize) length, 0, &error);
  g_assert_no_error (error);

  return block;
}

static PazPaste *
make_paste (PazBlock    *block,
            const char  *kind,
            PazLanguage  language)
{
  const PazKind *found = paz_kind_find (kind);
  g_autoptr (GPtrArray) visible = g_ptr_array_new ();

  for (guint i = 0; i < found->n_fields; i++)
    if (found->fields[i].flags & PAZ_FIELD_LISTED)
      g_ptr_array_add (visible, (gpointer) &found->fields[i]);

  return paz_paste_new (block, found, NULL, language, (const PazField * const *) visible->pdata, visible->len);
}

static void
check_paste (Fixture  *fixture,
             PazPaste *paste)
{
  g_autoptr (GError) error = NULL;

  paz_paste_check (paste, fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static guint64
apply (Fixture  *fixture,
       PazPaste *paste,
       gboolean  partly)
{
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  paz_paste_apply (paste, fixture->store, partly, NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);

  return step;
}

static const char *
get_target (PazPaste *paste,
            guint     column)
{
  PazPasteTarget target = paz_paste_get_target (paste, column);

  return target.is_id ? "id" : target.field != NULL ? target.field->key : "";
}

static char *
dup_plain (PazRecord  *record,
           const char *key)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);

  return paz_value_dup_plain (field, paz_record_get_value (record, field));
}

static void
assert_plain (PazRecord  *record,
              const char *key,
              const char *expected)
{
  g_autofree char *plain = dup_plain (record, key);

  g_assert_cmpstr (plain, ==, expected);
}

/* ---- the block itself ---- */

static void
test_text (void)
{
  g_autoptr (PazBlock) block = read_text ("a\t\"b\n\"\"c\"\"\td\"\t\xc2\xa0" "1\xc2\xa0" "234\xc2\xa0\t\t\r\n\t\t\r\n\"Paz\" y\tx\r\t\t\t\t\n");

  g_assert_cmpuint (paz_block_get_n_rows (block), ==, 3);
  g_assert_cmpuint (paz_block_get_n_columns (block), ==, 3);
  g_assert_cmpstr (paz_block_get_text (block, 0, 1), ==, "b\n\"c\"\td");
  g_assert_cmpstr (paz_block_get_text (block, 0, 2), ==, "1\xc2\xa0" "234");
  g_assert_cmpstr (paz_block_get_text (block, 2, 0), ==, "\"Paz\" y");
  g_assert_cmpstr (paz_block_get_text (block, 2, 1), ==, "x");
  g_assert_cmpstr (paz_block_get_text (block, 9, 9), ==, "");
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (paz_block_read_text ("\t\t\r\n", -1, 0, &error));
  g_assert_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (paz_block_read_text ("a\xff", -1, 0, &error));
  g_assert_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_ENCODING);
  g_clear_error (&error);
  g_assert_null (paz_block_read_html ("<p>no table</p>", -1, &error));
  g_assert_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_EMPTY);
}

static void
test_html (void)
{
  g_autoptr (PazBlock) calc = read_file ("calc-es.html");
  g_autoptr (PazBlock) sheets = read_file ("sheets-pt.html");
  g_autoptr (PazBlock) excel = read_file ("excel-merged.html");

  g_assert_cmpuint (paz_block_get_n_rows (calc), ==, 3);
  g_assert_cmpstr (paz_block_get_text (calc, 0, 0), ==, "Año");
  g_assert_cmpstr (paz_block_get_text (calc, 1, 3), ==, "línea uno\nlínea dos");
  g_assert_cmpstr (paz_block_get_exact (calc, 1, 2), ==, "0.305");
  g_assert_cmpstr (paz_block_get_text (calc, 2, 3), ==, "");
  g_assert_null (paz_block_get_exact (calc, 0, 0));

  g_assert_cmpstr (paz_block_get_exact (sheets, 1, 0), ==, "7");
  g_assert_cmpstr (paz_block_get_text (sheets, 1, 1), ==, "Treinamento\nconjunto");

  g_assert_cmpuint (paz_block_get_n_rows (excel), ==, 3);
  g_assert_cmpuint (paz_block_get_n_columns (excel), ==, 4);
  g_assert_cmpstr (paz_block_get_text (excel, 0, 2), ==, "");
  g_assert_cmpstr (paz_block_get_text (excel, 1, 1), ==, "Español");
  g_assert_cmpstr (paz_block_get_text (excel, 2, 2), ==, "Joint medical support");
}

static void
test_utf16 (void)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = g_convert ("\xef\xbb\xbf<table><tr><td>Ñandú</td></tr></table>", -1, "UTF-16LE", "UTF-8",
                                     NULL, &length, NULL);
  g_autoptr (PazBlock) block = paz_block_read_html (text, (gssize) length, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (paz_block_get_text (block, 0, 0), ==, "Ñandú");
}

/* ---- columns ---- */

static void
test_headings (void)
{
  g_autoptr (PazBlock) merged = read_file ("excel-merged.html");
  g_autoptr (PazBlock) keys = read_text ("id\ttitle.pt\tTitle (Spanish)\tTítulo en inglés\tLanguage of nothing\tdue\tDue\n-\ta\tb\tc\td\te\tf\n");
  g_autoptr (PazBlock) bare = read_text ("Conclusión\t4\tJoint training\n");
  g_autoptr (PazPaste) paste = make_paste (merged, "recommendation", PAZ_LANGUAGE_ES);
  g_autoptr (PazPaste) keyed = make_paste (keys, "recommendation", PAZ_LANGUAGE_EN);
  g_autoptr (PazPaste) ordered = make_paste (bare, "recommendation", PAZ_LANGUAGE_EN);
  static const PazPasteTarget none = { FALSE, NULL, -1 };

  g_assert_cmpuint (paz_paste_get_n_headings (paste), ==, 2);
  g_assert_cmpstr (get_target (paste, 0), ==, "number");
  g_assert_cmpstr (get_target (paste, 1), ==, "title");
  g_assert_cmpint (paz_paste_get_target (paste, 1).language, ==, PAZ_LANGUAGE_ES);
  g_assert_cmpint (paz_paste_get_target (paste, 2).language, ==, PAZ_LANGUAGE_EN);
  g_assert_cmpstr (get_target (paste, 3), ==, "notes");

  g_assert_cmpuint (paz_paste_get_n_headings (keyed), ==, 1);
  g_assert_cmpstr (get_target (keyed, 0), ==, "id");
  g_assert_cmpint (paz_paste_get_target (keyed, 1).language, ==, PAZ_LANGUAGE_PT);
  g_assert_cmpint (paz_paste_get_target (keyed, 2).language, ==, PAZ_LANGUAGE_ES);
  g_assert_cmpint (paz_paste_get_target (keyed, 3).language, ==, PAZ_LANGUAGE_EN);
  g_assert_cmpstr (get_target (keyed, 4), ==, "");
  g_assert_cmpstr (get_target (keyed, 5), ==, "due");
  g_assert_cmpstr (get_target (keyed, 6), ==, "");    /* a field is taken once */

  g_assert_cmpuint (paz_paste_get_n_headings (ordered), ==, 0);
  g_assert_cmpstr (get_target (ordered, 0), ==, "type");
  g_assert_cmpstr (get_target (ordered, 2), ==, "title");
  paz_paste_set_target (ordered, 0, paz_paste_get_target (ordered, 2));
  g_assert_cmpstr (get_target (ordered, 0), ==, "title");
  g_assert_cmpstr (get_target (ordered, 2), ==, "");
  paz_paste_set_target (ordered, 0, none);
  g_assert_cmpstr (get_target (ordered, 0), ==, "");
}

/* ---- cells ---- */

static void
test_spanish (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazBlock) block = read_file ("excel-es.tsv");
  g_autoptr (PazPaste) paste = make_paste (block, "recommendation", PAZ_LANGUAGE_ES);
  const PazPasteCounts *counts = paz_paste_get_counts (paste);

  check_paste (fixture, paste);
  g_assert_cmpuint (paz_block_get_n_columns (block), ==, 6);
  g_assert_cmpuint (counts->n_rows, ==, 3);
  g_assert_cmpuint (counts->n_add, ==, 3);
  g_assert_cmpuint (counts->n_wrong, ==, 0);
  g_assert_false (paz_paste_has_open_dates (paste));
  assert_plain (paz_paste_get_record (paste, 1), "due", "2026-04-25");
  assert_plain (paz_paste_get_record (paste, 1), "status", "draft");
  assert_plain (paz_paste_get_record (paste, 1), "time_bound", "true");
  assert_plain (paz_paste_get_record (paste, 2), "title", "Mujeres, paz y \"seguridad\"");
  assert_plain (paz_paste_get_record (paste, 2), "due", "2026-04-03");
  assert_plain (paz_paste_get_record (paste, 2), "time_bound", "false");
  assert_plain (paz_paste_get_record (paste, 3), "title", "\"Vivir en paz\" y otros");
  assert_plain (paz_paste_get_record (paste, 3), "due", "2026-05-01");
}

static void
test_english (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazBlock) block = read_file ("excel-en.tsv");
  g_autoptr (PazPaste) paste = make_paste (block, "recommendation", PAZ_LANGUAGE_ES);

  check_paste (fixture, paste);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_wrong, ==, 0);
  assert_plain (paz_paste_get_record (paste, 1), "due", "2026-03-04");     /* as "04/25/2026" below it says */
  assert_plain (paz_paste_get_record (paste, 3), "due", "2026-05");
  assert_plain (paz_paste_get_record (paste, 1), "text", "+1 is text");
  assert_plain (paz_paste_get_record (paste, 2), "text", "@all");

  paz_paste_set_dates (paste, PAZ_PASTE_DATES_DAY_FIRST);
  check_paste (fixture, paste);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_wrong, ==, 1);
  g_assert_cmpint (paz_paste_get_cell (paste, 2, 2), ==, PAZ_PASTE_CELL_WRONG);
}

static void
test_exact (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazBlock) dates = read_file ("calc-en.html");
  g_autoptr (PazPaste) paste = make_paste (dates, "recommendation", PAZ_LANGUAGE_PT);
  g_autoptr (PazBlock) numbers = read_file ("calc-es.html");
  g_autoptr (PazPaste) targets = make_paste (numbers, "gender_target", PAZ_LANGUAGE_EN);

  check_paste (fixture, paste);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_wrong, ==, 0);
  g_assert_false (paz_paste_has_open_dates (paste));
  assert_plain (paz_paste_get_record (paste, 1), "due", "2026-03-04");
  assert_plain (paz_paste_get_record (paste, 2), "due", "2026-04-05");

  check_paste (fixture, targets);
  g_assert_cmpuint (paz_paste_get_counts (targets)->n_wrong, ==, 0);
  assert_plain (paz_paste_get_record (targets, 1), "year", "2031");
  assert_plain (paz_paste_get_record (targets, 1), "target", "30.5");
  assert_plain (paz_paste_get_record (targets, 2), "target", "31.25");
}

static void
test_open_dates (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PazBlock) block = read_text ("Title\tDue\nA\t03/04/2026\nB\t05/06/2026\n");
  g_autoptr (PazPaste) paste = make_paste (block, "recommendation", PAZ_LANGUAGE_EN);

  check_paste (fixture, paste);
  g_assert_true (paz_paste_has_open_dates (paste));
  assert_plain (paz_paste_get_record (paste, 1), "due", "2026-04-03");
  paz_paste_set_dates (paste, PAZ_PASTE_DATES_MONTH_FIRST);
  check_paste (fixture, paste);
  assert_plain (paz_paste_get_record (paste, 1), "due", "2026-03-04");
}

/* "1.250" alone is one thousand in the habit of the person; "12.5" beside it says otherwise. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazBlock) own = read_text ("Año\tMeta publicada (%)\n2041\t1.250\n");
  g_autoptr (PazBlock) other = read_text ("Año\tMeta publicada (%)\n2041\t1.250\n2042\t12.5\n");
  g_autoptr (PazBlock) comma = read_text ("Year\tPublished Target (%)\n2041\t12,5 %\n2042\t1\xc2\xa0" "250,75\n");
  g_autoptr (PazPaste) a = make_paste (own, "gender_target", PAZ_LANGUAGE_ES);
  g_autoptr (PazPaste) b = make_paste (other, "gender_target", PAZ_LANGUAGE_ES);
  g_autoptr (PazPaste) c = make_paste (comma, "gender_target", PAZ_LANGUAGE_EN);

  paz_paste_set_match (a, PAZ_PASTE_MATCH_NOTHING);
  paz_paste_set_match (b, PAZ_PASTE_MATCH_NOTHING);
  paz_paste_set_match (c, PAZ_PASTE_MATCH_NOTHING);
  check_paste (fixture, a);
  check_paste (fixture, b);
  check_paste (fixture, c);
  assert_plain (paz_paste_get_record (a, 1), "target", "1250");
  assert_plain (paz_paste_get_record (b, 1), "target", "1.25");
  assert_plain (paz_paste_get_record (c, 1), "target", "12.5");
  assert_plain (paz_paste_get_record (c, 2), "target", "1250.75");
}

/* ---- rows ---- */

static void
test_update (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazBlock) first = read_text ("Number\tTitle\tStatus\n1\tOne\tdraft\n2\tTwo\tdraft\n");
  g_autoptr (PazBlock) second = read_text ("Number\tTitle\tStatus\tNotes\n1\tOne\tAdopted\t\n2\tTwo\tdraft\tseen\n3\tThree\t\t\nHandling level: Network\n");
  g_autoptr (PazPaste) paste = make_paste (first, "recommendation", PAZ_LANGUAGE_EN);
  g_autoptr (PazPaste) again = make_paste (second, "recommendation", PAZ_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  guint64 step;

  check_paste (fixture, paste);
  step = apply (fixture, paste, FALSE);
  g_assert_cmpuint (step, >, 0);
  g_assert_cmpint (paz_store_count (fixture->store, paz_kind_find ("recommendation")), ==, 2);

  check_paste (fixture, again);
  g_assert_cmpuint (paz_paste_get_counts (again)->n_rows, ==, 3);
  g_assert_cmpuint (paz_paste_get_counts (again)->n_update, ==, 2);
  g_assert_cmpuint (paz_paste_get_counts (again)->n_add, ==, 1);
  g_assert_cmpint (paz_paste_get_cell (again, 1, 0), ==, PAZ_PASTE_CELL_SAME);
  g_assert_cmpint (paz_paste_get_cell (again, 1, 2), ==, PAZ_PASTE_CELL_CHANGED);
  g_assert_cmpint (paz_paste_get_cell (again, 1, 3), ==, PAZ_PASTE_CELL_UNUSED);
  g_assert_cmpint (paz_paste_get_cell (again, 2, 3), ==, PAZ_PASTE_CELL_NEW);
  g_assert_false (paz_paste_is_data (again, 4));
  apply (fixture, again, FALSE);
  g_assert_cmpint (paz_store_count (fixture->store, paz_kind_find ("recommendation")), ==, 3);

  /* One undo for all of it. */
  g_assert_true (paz_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (paz_store_count (fixture->store, paz_kind_find ("recommendation")), ==, 2);
  check_paste (fixture, paste);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_same, ==, 2);
  g_assert_cmpuint (apply (fixture, paste, FALSE), ==, 0);
}

static void
test_wrong (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazBlock) block = read_text ("Number\tTitle\tStatus\tDue\tResponsible\n1\tOne\tnonsense\t31/02/2026\tNobody\n2\t\tdraft\t\t\n3\tThree\tdraft\t2026\tUruguay\n3\tFour\tdraft\t\t\n");
  g_autoptr (PazPaste) paste = make_paste (block, "recommendation", PAZ_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint64 step;

  check_paste (fixture, paste);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_wrong, ==, 2);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_wrong_cells, ==, 4);
  text = paz_paste_dup_problem (paste, paz_paste_find_problem (paste, 1, 4), paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_assert_cmpstr (text, ==, "Row 2, Responsible, “Nobody”: No record is called “Nobody”.");
  g_assert_nonnull (paz_paste_find_problem (paste, 2, 1));     /* a title is required */

  /* Never partly by itself. */
  g_assert_false (paz_paste_apply (paste, fixture->store, FALSE, NULL, NULL, NULL, &step, &error));
  g_assert_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_NOTHING);
  g_assert_cmpint (paz_store_count (fixture->store, paz_kind_find ("recommendation")), ==, 0);

  apply (fixture, paste, TRUE);
  g_assert_cmpint (paz_store_count (fixture->store, paz_kind_find ("recommendation")), ==, 3);

  /* A row may be left out, and then nothing is wrong with it. */
  paz_paste_set_action (paste, 1, PAZ_PASTE_ROW_LEAVE_OUT);
  paz_paste_set_action (paste, 2, PAZ_PASTE_ROW_LEAVE_OUT);
  check_paste (fixture, paste);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_wrong, ==, 0);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_left_out, ==, 2);
}

static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazBlock) block = read_text ("Number\tTitle\n1\tOne\n1\tone\n");
  g_autoptr (PazPaste) paste = make_paste (block, "recommendation", PAZ_LANGUAGE_EN);

  check_paste (fixture, paste);
  g_assert_cmpint (paz_paste_find_problem (paste, 2, -1)->reason, ==, PAZ_PASTE_WRONG_ROW_TWICE);
  paz_paste_set_match (paste, PAZ_PASTE_MATCH_NOTHING);
  check_paste (fixture, paste);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_wrong, ==, 0);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_add, ==, 2);
}

static void
test_clears (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazBlock) first = read_text ("Number\tTitle\tNotes\n1\tOne\tseen\n");
  g_autoptr (PazBlock) second = read_text ("Number\tTitle\tNotes\n1\tOne\t\n");
  g_autoptr (PazPaste) paste = make_paste (first, "recommendation", PAZ_LANGUAGE_EN);
  g_autoptr (PazPaste) again = make_paste (second, "recommendation", PAZ_LANGUAGE_EN);

  check_paste (fixture, paste);
  apply (fixture, paste, FALSE);
  check_paste (fixture, again);
  g_assert_cmpint (paz_paste_get_action (again, 1), ==, PAZ_PASTE_ROW_SAME);
  paz_paste_set_clears (again, TRUE);
  check_paste (fixture, again);
  g_assert_cmpint (paz_paste_get_cell (again, 1, 2), ==, PAZ_PASTE_CELL_CHANGED);
  apply (fixture, again, FALSE);
  check_paste (fixture, paste);
  g_assert_cmpint (paz_paste_get_cell (paste, 1, 2), ==, PAZ_PASTE_CELL_NEW);
}

/* Another language's text is put beside the one that is there. */
static void
test_translations (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (PazBlock) first = read_text ("Number\tTítulo (es)\n1\tUno\n");
  g_autoptr (PazBlock) second = read_text ("Number\tTitle (pt)\tTitle (en)\n1\tUm\tOne\n");
  g_autoptr (PazPaste) paste = make_paste (first, "recommendation", PAZ_LANGUAGE_EN);
  g_autoptr (PazPaste) again = make_paste (second, "recommendation", PAZ_LANGUAGE_EN);
  g_autoptr (PazTrilingual) texts = NULL;
  PazRecord *record;

  check_paste (fixture, paste);
  apply (fixture, paste, FALSE);
  for (guint i = 0; i < 3; i++)
    paz_paste_set_match (again, PAZ_PASTE_MATCH_TITLE);
  check_paste (fixture, again);
  record = paz_paste_get_record (again, 1);
  texts = paz_trilingual_from_value (paz_record_get_value (record, paz_kind_find_field (paz_kind_find ("recommendation"), "title")));
  g_assert_cmpstr (texts->in[PAZ_LANGUAGE_PT].text, ==, "Um");
  g_assert_cmpstr (texts->in[PAZ_LANGUAGE_EN].text, ==, "One");
}

/* A list shows the Spanish title where there is no other; pasted back it is no translation. */
static void
test_shown (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazBlock) first = read_text ("Number\tTítulo (es)\n1\tUno\n");
  g_autoptr (PazBlock) second = read_text ("Número\tTítulo\n1\tUno\n");
  g_autoptr (PazPaste) paste = make_paste (first, "recommendation", PAZ_LANGUAGE_ES);
  g_autoptr (PazPaste) again = make_paste (second, "recommendation", PAZ_LANGUAGE_PT);

  check_paste (fixture, paste);
  apply (fixture, paste, FALSE);
  check_paste (fixture, again);
  g_assert_cmpint (paz_paste_get_action (again, 1), ==, PAZ_PASTE_ROW_SAME);
}

/* Two meetings of one name: the person chooses once for the block. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  const PazKind *kind = paz_kind_find ("meeting");
  const PazField *title = paz_kind_find_field (kind, "title");
  g_autoptr (PazBlock) block = read_text ("Title\tMeeting\nA\tPlenary\nB\tplenary\n");
  g_autoptr (PazPaste) paste = make_paste (block, "recommendation", PAZ_LANGUAGE_EN);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GError) error = NULL;
  const PazPasteProblem *problem;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PazRecord) meeting = paz_store_create_record (fixture->store, kind, NULL);

      paz_record_set_value (meeting, title, paz_value_parse (title, "Plenary", paz_catalogue_get (PAZ_LANGUAGE_EN), NULL));
      paz_edit_put (edit, meeting);
    }
  paz_store_apply (fixture->store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  check_paste (fixture, paste);
  problem = paz_paste_find_problem (paste, 1, 1);
  g_assert_cmpint (problem->reason, ==, PAZ_PASTE_WRONG_SEVERAL);
  candidates = paz_paste_list_candidates (paste, problem);
  g_assert_cmpuint (candidates->len, ==, 2);
  paz_paste_choose (paste, paz_paste_get_target (paste, 1).field, problem->text, g_ptr_array_index (candidates, 0));
  check_paste (fixture, paste);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_wrong, ==, 0);
  assert_plain (paz_paste_get_record (paste, 2), "meeting", g_ptr_array_index (candidates, 0));
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Number\tTitle\tDue\tResponsible\tStatus\n");
  g_autoptr (PazBlock) block = NULL;
  g_autoptr (PazPaste) paste = NULL;
  gint64 start, checked;

  for (guint i = 1; i <= 2000; i++)
    g_string_append_printf (text, "%u\tTítulo %u\t%u/12/2026\tPerú\tProyecto\r\n", i, i, i % 28 + 1);
  start = g_get_monotonic_time ();
  block = read_text (text->str);
  paste = make_paste (block, "recommendation", PAZ_LANGUAGE_ES);
  check_paste (fixture, paste);
  checked = g_get_monotonic_time ();
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_wrong, ==, 0);
  g_assert_cmpuint (paz_paste_get_counts (paste)->n_add, ==, 2000);
  apply (fixture, paste, FALSE);
  g_test_message ("2000 rows: read and checked in %.0f ms, applied in %.0f ms",
                  (double) (checked - start) / 1000, (double) (g_get_monotonic_time () - checked) / 1000);
  g_assert_cmpint (paz_store_count (fixture->store, paz_kind_find ("recommendation")), ==, 2000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/block/text", test_text);
  g_test_add_func ("/block/refused", test_refused);
  g_test_add_func ("/block/html", test_html);
  g_test_add_func ("/block/utf16", test_utf16);
  g_test_add_func ("/block/headings", test_headings);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/block/spanish", test_spanish);
  ADD ("/block/english", test_english);
  ADD ("/block/exact", test_exact);
  ADD ("/block/open-dates", test_open_dates);
  ADD ("/block/marks", test_marks);
  ADD ("/block/update", test_update);
  ADD ("/block/wrong", test_wrong);
  ADD ("/block/twice", test_twice);
  ADD ("/block/clears", test_clears);
  ADD ("/block/translations", test_translations);
  ADD ("/block/shown", test_shown);
  ADD ("/block/several", test_several);
  ADD ("/block/many", test_many);

  return g_test_run ();
}
