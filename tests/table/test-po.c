/* A PO file out, through a translator's hands, and back. */
#include <glib/gstdio.h>
#include <string.h>

#include "store/paz-drafts.h"
#include "table/paz-po.h"

typedef struct
{
  char     *folder;
  char     *path;
  PazStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("paz-po-XXXXXX", NULL);
  file = g_build_filename (fixture->folder, "po.relacopaz", NULL);
  fixture->path = g_build_filename (fixture->folder, "textos.po", NULL);
  fixture->store = paz_store_open (file, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
put (PazStore  *store,
     PazRecord *record)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;

  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_title (PazStore    *store,
           PazRecord   *record,
           PazLanguage  language,
           const char  *text)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), "title");
  g_autoptr (PazTrilingual) title = paz_trilingual_from_value (paz_record_get_value (record, field));
  g_autofree char *key = paz_store_make_text_key (store);

  paz_trilingual_set_text (title, language, text, key);
  paz_record_set_value (record, field, paz_trilingual_to_value (title));
}

static PazRecord *
make_task (PazStore   *store,
           const char *title,
           PazLevel    level)
{
  PazRecord *task = paz_store_create_record (store, paz_kind_find ("task"), NULL);

  set_title (store, task, PAZ_LANGUAGE_ES, title);
  paz_record_set_release (task, level, NULL);
  put (store, task);

  return task;
}

static guint
export_for (Fixture    *fixture,
            const char *readers)
{
  const PazKind *kinds[] = { paz_kind_find ("task"), NULL };
  PazTextQuery query = { PAZ_LANGUAGE_PT, PAZ_TEXTS_WAITING, kinds, NULL };
  g_autoptr (PazAudience) audience = paz_audience_parse (readers);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!paz_po_export (fixture->store, &query, audience, paz_catalogue_get (PAZ_LANGUAGE_EN), fixture->path, &n, &error))
    g_assert_error (error, PAZ_PO_ERROR, PAZ_PO_ERROR_NOTHING);

  return n;
}

static char *
read_file (Fixture *fixture)
{
  char *content = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  return content;
}

/* What a translator types. */
static void
edit_file (Fixture    *fixture,
           const char *before,
           const char *after)
{
  g_autofree char *content = read_file (fixture);
  char *at = strstr (content, before);
  g_autoptr (GString) edited = g_string_new (NULL);

  g_assert_nonnull (at);
  g_string_append_len (edited, content, at - content);
  g_string_append (edited, after);
  g_string_append (edited, at + strlen (before));
  g_assert_true (g_file_set_contents (fixture->path, edited->str, -1, NULL));
}

static PazPoImport *
read_import (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PazPoImport *import = paz_po_import_read (fixture->path, fixture->store, &error);

  g_assert_no_error (error);
  return import;
}

static char *
dup_title (PazStore    *store,
           PazRecord   *record,
           PazLanguage  language)
{
  g_autoptr (PazRecord) read = paz_store_dup_record (store, paz_record_get_id (record), NULL);
  const PazField *field = paz_kind_find_field (paz_record_get_kind (read), "title");
  g_autoptr (PazTrilingual) title = paz_trilingual_from_value (paz_record_get_value (read, field));

  return g_strdup (title->in[language].text);
}

static void
test_there_and_back (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Tarea «primera»", PAZ_LEVEL_NETWORK);
  g_autoptr (PazPoImport) import = NULL;
  g_autoptr (PazPoImport) again = NULL;
  g_autofree char *title = NULL;
  g_autofree char *undone = NULL;
  guint64 step = 0;

  g_assert_cmpuint (export_for (fixture, "network"), ==, 1);
  edit_file (fixture, "msgid \"Tarea «primera»\"\nmsgstr \"\"", "msgid \"Tarea «primera»\"\nmsgstr \"Tarefa “primeira”\"");
  import = read_import (fixture);
  g_assert_cmpint (paz_po_import_get_language (import), ==, PAZ_LANGUAGE_PT);
  g_assert_cmpuint (paz_po_import_count (import, PAZ_PO_NEW), ==, 1);
  g_assert_true (paz_po_import_apply (import, fixture->store, NULL, NULL, NULL, &step, NULL));
  g_assert_cmpuint (step, >, 0);
  title = dup_title (fixture->store, task, PAZ_LANGUAGE_PT);
  g_assert_cmpstr (title, ==, "Tarefa “primeira”");

  again = read_import (fixture);
  g_assert_cmpuint (paz_po_import_count (again, PAZ_PO_SAME), ==, 1);
  g_assert_true (paz_po_import_apply (again, fixture->store, NULL, NULL, NULL, &step, NULL));
  g_assert_cmpuint (step, ==, 0);

  g_assert_true (paz_store_undo (fixture->store, NULL));
  undone = dup_title (fixture->store, task, PAZ_LANGUAGE_PT);
  g_assert_null (undone);
}

/* Fuzzy, with what it was translated from; taken back as current without the mark. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Antes", PAZ_LEVEL_NETWORK);
  g_autofree char *content = NULL;
  g_autoptr (PazPoImport) open = NULL;
  g_autoptr (PazPoImport) import = NULL;

  set_title (fixture->store, task, PAZ_LANGUAGE_PT, "Antigo");
  put (fixture->store, task);
  set_title (fixture->store, task, PAZ_LANGUAGE_ES, "Después");
  put (fixture->store, task);
  g_assert_cmpuint (export_for (fixture, "network"), ==, 1);
  content = read_file (fixture);
  g_assert_nonnull (strstr (content, "#, fuzzy"));
  g_assert_nonnull (strstr (content, "#| msgid \"Antes\""));
  g_assert_nonnull (strstr (content, "msgstr \"Antigo\""));

  open = read_import (fixture);
  g_assert_cmpuint (paz_po_import_count (open, PAZ_PO_OPEN), ==, 1);
  edit_file (fixture, "#, fuzzy\n", "");
  import = read_import (fixture);
  g_assert_cmpuint (paz_po_import_count (import, PAZ_PO_CHANGED), ==, 1);
  g_assert_true (paz_po_import_apply (import, fixture->store, NULL, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (export_for (fixture, "network"), ==, 0);
}

/* No id, no text, no former text of what the readers may not see. */
static void
test_gate (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazRecord) secret = make_task (fixture->store, "Secreto", PAZ_LEVEL_NATIONAL);
  g_autoptr (PazRecord) open = make_task (fixture->store, "Antes oculto", PAZ_LEVEL_NATIONAL);
  g_autofree char *content = NULL;
  const PazKind *kinds[] = { paz_kind_find ("task"), NULL };
  PazTextQuery query = { PAZ_LANGUAGE_PT, PAZ_TEXTS_WAITING, kinds, NULL };
  g_autoptr (GError) error = NULL;

  set_title (fixture->store, open, PAZ_LANGUAGE_PT, "Antigo");
  put (fixture->store, open);
  set_title (fixture->store, open, PAZ_LANGUAGE_ES, "Para todos");
  paz_record_set_release (open, PAZ_LEVEL_NETWORK, NULL);
  put (fixture->store, open);
  g_assert_cmpuint (export_for (fixture, "network"), ==, 1);
  content = read_file (fixture);
  g_assert_nonnull (strstr (content, "Para todos"));
  g_assert_null (strstr (content, "Secreto"));
  g_assert_null (strstr (content, "Antes oculto"));
  g_assert_null (strstr (content, paz_record_get_id (secret)));

  g_assert_false (paz_po_export (fixture->store, &query, NULL, paz_catalogue_get (PAZ_LANGUAGE_EN), fixture->path,
                                 NULL, &error));
  g_assert_error (error, PAZ_PO_ERROR, PAZ_PO_ERROR_NOTHING);
}

/* Translated from what is no more the source: not taken in, not lost. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Primera", PAZ_LEVEL_NETWORK);
  g_autoptr (PazPoImport) import = NULL;
  g_autoptr (PazDraft) draft = NULL;
  g_autoptr (PazRecord) aside = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  const PazPoEntry *entry;
  guint64 step;

  export_for (fixture, "network");
  edit_file (fixture, "msgid \"Primera\"\nmsgstr \"\"", "msgid \"Primera\"\nmsgstr \"Primeira\"");
  set_title (fixture->store, task, PAZ_LANGUAGE_ES, "Segunda");
  put (fixture->store, task);
  import = read_import (fixture);
  g_assert_cmpuint (paz_po_import_count (import, PAZ_PO_CONFLICT), ==, 1);
  entry = paz_po_import_get_entries (import)->pdata[0];
  g_assert_cmpint (entry->reason, ==, PAZ_PO_REASON_SOURCE);
  g_assert_cmpuint (entry->line, >, 5);
  text = paz_po_entry_dup_text (entry, paz_catalogue_get (PAZ_LANGUAGE_EN));
  g_assert_true (g_str_has_prefix (text, "Line "));

  g_assert_true (paz_po_import_apply (import, fixture->store, NULL, NULL, NULL, &step, NULL));
  g_assert_cmpuint (step, ==, 0);
  title = dup_title (fixture->store, task, PAZ_LANGUAGE_PT);
  g_assert_null (title);
  draft = paz_store_dup_draft (fixture->store, paz_record_get_id (task));
  g_assert_nonnull (draft);
  aside = paz_draft_dup_record (draft, fixture->store);
  g_assert_cmpstr (paz_record_get_words (aside, "title", PAZ_LANGUAGE_PT), ==, "Primeira");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const char file[] =
    "msgid \"\"\nmsgstr \"\"\n\"Language: pt\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
    "msgctxt \"menu\"\nmsgid \"x\"\nmsgstr \"y\"\n\n"
    "msgctxt \"0190a0b0-0000-7000-8000-000000000000/title/es\"\nmsgid \"x\"\nmsgstr \"y\"\n\n";
  g_autoptr (PazRecord) task = make_task (fixture->store, "Primera", PAZ_LEVEL_NETWORK);
  g_autoptr (GString) content = g_string_new (file);
  g_autoptr (PazPoImport) import = NULL;
  static const PazPoReason expected[] = { PAZ_PO_REASON_CONTEXT, PAZ_PO_REASON_RECORD, PAZ_PO_REASON_FIELD, PAZ_PO_REASON_TEXT };

  g_string_append_printf (content, "msgctxt \"%s/due/es\"\nmsgid \"x\"\nmsgstr \"y\"\n\n", paz_record_get_id (task));
  g_string_append_printf (content, "msgctxt \"%s/title/es\"\nmsgid \"Primera\"\nmsgstr \"uno\\ndos\"\n", paz_record_get_id (task));
  g_assert_true (g_file_set_contents (fixture->path, content->str, -1, NULL));
  import = read_import (fixture);
  g_assert_cmpuint (paz_po_import_count (import, PAZ_PO_REFUSED), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const PazPoEntry *entry = paz_po_import_get_entries (import)->pdata[i];

      g_assert_cmpint (entry->reason, ==, expected[i]);
      g_assert_cmpuint (entry->line, ==, 6 + 4 * i);
    }
}

static void
assert_unreadable (Fixture        *fixture,
                   const char     *content,
                   PazPoErrorCode  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, content, -1, NULL));
  g_assert_null (paz_po_import_read (fixture->path, fixture->store, &error));
  g_assert_error (error, PAZ_PO_ERROR, (int) code);
  g_test_message ("%s", error->message);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  assert_unreadable (fixture, "msgid \"open\nmsgstr\n", PAZ_PO_ERROR_SYNTAX);
  assert_unreadable (fixture, "id;name\n1;x\n", PAZ_PO_ERROR_SYNTAX);
  assert_unreadable (fixture, "msgid \"\"\nmsgstr \"Language: fr\\n\"\n", PAZ_PO_ERROR_LANGUAGE);
  assert_unreadable (fixture, "", PAZ_PO_ERROR_LANGUAGE);
  assert_unreadable (fixture, "msgid \"\"\nmsgstr \"\"\n\"Language: pt_BR\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n",
                     PAZ_PO_ERROR_NOTHING);
  g_assert_null (paz_po_import_read ("absent.po", fixture->store, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/po/there-and-back", Fixture, NULL, set_up, test_there_and_back, tear_down);
  g_test_add ("/po/stale", Fixture, NULL, set_up, test_stale, tear_down);
  g_test_add ("/po/gate", Fixture, NULL, set_up, test_gate, tear_down);
  g_test_add ("/po/conflict", Fixture, NULL, set_up, test_conflict, tear_down);
  g_test_add ("/po/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/po/damaged", Fixture, NULL, set_up, test_damaged, tear_down);

  return g_test_run ();
}
