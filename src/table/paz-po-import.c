/* A translator's file back into the records: tried out, then one step. */
#include "paz-import-private.h"
#include "paz-po-file.h"

#include "base/paz-text.h"
#include "store/paz-drafts.h"

#include <string.h>

struct _PazPoImport
{
  char        *name;       /* of the file, for the step */
  PazLanguage  language;
  GPtrArray   *entries;
  guint        counts[PAZ_N_PO_OUTCOMES];
};

static void
entry_free (PazPoEntry *self)
{
  g_free (self->context);
  g_free (self->record);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* ---- where an entry stands ---- */

/* Context -> line. The library does not tell lines; a context is never broken over two. */
static GHashTable *
find_lines (const char *path)
{
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *content = NULL;
  guint n = 0;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    return lines;
  for (char *line = content; line != NULL; line = strchr (line, '\n'))
    {
      char *end;

      if (*line == '\n')
        line++;
      n++;
      if (!g_str_has_prefix (line, "msgctxt \""))
        continue;
      line += strlen ("msgctxt \"");
      end = line + strcspn (line, "\"\n");
      g_hash_table_insert (lines, g_strndup (line, end - line), GUINT_TO_POINTER (n));
    }

  return lines;
}

/* ---- one entry against the store ---- */

static void
decide (PazPoEntry   *entry,
        PazPoOutcome  outcome,
        PazPoReason   reason)
{
  entry->outcome = outcome;
  entry->reason = reason;
}

/* The record and the field a context names; FALSE when it is decided. */
static gboolean
find_text (PazPoEntry  *entry,
           PazStore    *store,
           PazRecord  **record)
{
  g_auto (GStrv) parts = g_strsplit (entry->context, "/", 3);

  if (g_strv_length (parts) != 3)
    {
      decide (entry, PAZ_PO_REFUSED, PAZ_PO_REASON_CONTEXT);
      return FALSE;
    }
  *record = paz_store_dup_record (store, parts[0], NULL);
  if (*record == NULL || paz_record_is_deleted (*record))
    {
      g_clear_object (record);
      decide (entry, PAZ_PO_REFUSED, PAZ_PO_REASON_RECORD);
      return FALSE;
    }
  entry->record = g_strdup (parts[0]);
  entry->field = paz_kind_find_field (paz_record_get_kind (*record), parts[1]);
  if (entry->field == NULL || entry->field->type != PAZ_VALUE_TRILINGUAL
      || (entry->field->flags & (PAZ_FIELD_LOCAL | PAZ_FIELD_FILLED | PAZ_FIELD_HIDDEN)) != 0)
    {
      decide (entry, PAZ_PO_REFUSED, PAZ_PO_REASON_FIELD);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_storable (PazPoEntry          *entry,
             const PazTrilingual *text)
{
  g_autoptr (GVariant) value = paz_trilingual_to_value (text);

  return value != NULL && paz_value_check (entry->field, g_variant_ref_sink (value), NULL);
}

static void
put_text (PazTrilingual *text,
          PazLanguage    language,
          const char    *words)
{
  paz_trilingual_set_text (text, language, words, NULL);
  paz_trilingual_confirm (text, language);
}

static void
compare (PazPoEntry  *entry,
         PazRecord   *record,
         PazLanguage  target,
         const char  *msgid)
{
  g_autoptr (PazTrilingual) text = paz_trilingual_from_value (paz_record_get_value (record, entry->field));
  PazTranslationState state = paz_trilingual_get_state (text, target);

  entry->before = g_strdup (text->in[target].text);
  if (paz_record_is_in_conflict (record, entry->field))
    decide (entry, PAZ_PO_CONFLICT, PAZ_PO_REASON_UNDECIDED);
  else if (!text->has_source || text->source == target)
    decide (entry, PAZ_PO_CONFLICT, PAZ_PO_REASON_LANGUAGE);
  else if (g_strcmp0 (text->in[text->source].text, msgid) != 0)
    decide (entry, PAZ_PO_CONFLICT, PAZ_PO_REASON_SOURCE);
  else if (state == PAZ_TRANSLATION_CURRENT && g_strcmp0 (entry->before, entry->after) == 0)
    decide (entry, PAZ_PO_SAME, PAZ_PO_REASON_NONE);
  else
    {
      put_text (text, target, entry->after);
      if (is_storable (entry, text))
        decide (entry, state == PAZ_TRANSLATION_MISSING ? PAZ_PO_NEW : PAZ_PO_CHANGED, PAZ_PO_REASON_NONE);
      else
        decide (entry, PAZ_PO_REFUSED, PAZ_PO_REASON_TEXT);
    }
}

/* As the form does with what is typed. */
static char *
dup_clean (const char *msgstr)
{
  g_autofree char *clean = g_utf8_validate (msgstr, -1, NULL) ? paz_text_clean (msgstr) : NULL;

  return clean != NULL ? g_strdup (g_strstrip (clean)) : g_strdup ("");
}

static PazPoEntry *
read_entry (PazPoImport  *self,
            PazStore     *store,
            po_message_t  message,
            GHashTable   *lines,
            GHashTable   *met)
{
  PazPoEntry *entry = g_new0 (PazPoEntry, 1);
  const char *context = po_message_msgctxt (message);
  g_autoptr (PazRecord) record = NULL;

  entry->context = g_strdup (context != NULL ? context : "");
  entry->line = GPOINTER_TO_UINT (g_hash_table_lookup (lines, entry->context));
  entry->after = dup_clean (po_message_msgstr (message));
  if (!find_text (entry, store, &record))
    return entry;
  if (*entry->after == '\0' || po_message_is_fuzzy (message))
    decide (entry, PAZ_PO_OPEN, PAZ_PO_REASON_NONE);
  else if (!g_hash_table_add (met, g_strconcat (entry->record, "/", entry->field->key, NULL)))
    decide (entry, PAZ_PO_REFUSED, PAZ_PO_REASON_TWICE);
  else
    compare (entry, record, self->language, po_message_msgid (message));

  return entry;
}

static void
read_entries (PazPoImport *self,
              PazStore    *store,
              po_file_t    file,
              const char  *path)
{
  g_autoptr (GHashTable) lines = find_lines (path);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  po_message_iterator_t iterator = po_message_iterator (file, NULL);
  po_message_t message;

  while ((message = po_next_message (iterator)) != NULL)
    {
      PazPoEntry *entry;

      if (po_message_is_obsolete (message)
          || (*po_message_msgid (message) == '\0' && po_message_msgctxt (message) == NULL))
        continue;
      entry = read_entry (self, store, message, lines, met);
      g_ptr_array_add (self->entries, entry);
      self->counts[entry->outcome]++;
    }
  po_message_iterator_free (iterator);
}

static gboolean
read_language (PazPoImport *self,
               po_file_t    file)
{
  const char *header = po_file_domain_header (file, NULL);
  char *code = header != NULL ? po_header_field (header, "Language") : NULL;
  gboolean known = code != NULL && paz_language_from_code (code, &self->language);

  free (code);

  return known;
}

PazPoImport *
paz_po_import_read (const char  *path,
                    PazStore    *store,
                    GError     **error)
{
  g_autoptr (PazPoImport) self = NULL;
  g_autofree char *base = NULL;
  po_file_t file;

  g_return_val_if_fail (path != NULL && PAZ_IS_STORE (store), NULL);

  file = paz_po_file_read (path, error);
  if (file == NULL)
    return NULL;
  base = g_path_get_basename (path);
  self = g_new0 (PazPoImport, 1);
  self->name = g_filename_display_name (base);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  if (read_language (self, file))
    read_entries (self, store, file, path);
  else
    {
      g_set_error_literal (error, PAZ_PO_ERROR, PAZ_PO_ERROR_LANGUAGE, "no language es, pt or en in the header");
      g_clear_pointer (&self, paz_po_import_free);
    }
  po_file_free (file);
  if (self != NULL && self->entries->len == 0)
    {
      g_set_error_literal (error, PAZ_PO_ERROR, PAZ_PO_ERROR_NOTHING, "no entries");
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
paz_po_import_free (PazPoImport *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

PazLanguage
paz_po_import_get_language (PazPoImport *self)
{
  return self->language;
}

guint
paz_po_import_count (PazPoImport  *self,
                     PazPoOutcome  outcome)
{
  return self->counts[outcome];
}

GPtrArray *
paz_po_import_get_entries (PazPoImport *self)
{
  return self->entries;
}

/* ---- taking in ---- */

static void
set_text (PazPoImport *self,
          PazPoEntry  *entry,
          PazRecord   *record)
{
  g_autoptr (PazTrilingual) text = paz_trilingual_from_value (paz_record_get_value (record, entry->field));

  if (!text->has_source || text->source == self->language)
    return;
  put_text (text, self->language, entry->after);
  paz_record_set_value (record, entry->field, paz_trilingual_to_value (text));
}

/* A fraction of the work is reading the records; writing them reports for itself. */
#define STAGE_SHARE 0.3

static gboolean
stage (PazPoImport     *self,
       PazStore        *store,
       PazEdit         *edit,
       const PazWatch  *watch,
       GError         **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      PazPoEntry *entry = self->entries->pdata[i];
      PazRecord *record;

      if (i % 64 == 0 && !paz_watch_report (watch, STAGE_SHARE * i / self->entries->len, error))
        return FALSE;
      if (entry->outcome != PAZ_PO_NEW && entry->outcome != PAZ_PO_CHANGED)
        continue;
      record = g_hash_table_lookup (records, entry->record);
      if (record == NULL)
        {
          record = paz_store_dup_record (store, entry->record, error);
          if (record == NULL)
            return FALSE;
          g_hash_table_insert (records, entry->record, record);
        }
      set_text (self, entry, record);
      paz_edit_put (edit, record);
    }

  return TRUE;
}

/* For the person who opens the record or comes to it at the translation desk. */
static void
keep_aside (PazPoImport *self,
            PazStore    *store)
{
  g_autoptr (PazStore) reader = self->counts[PAZ_PO_CONFLICT] > 0 ? paz_store_open_reader (store, NULL) : NULL;

  if (reader == NULL)
    return;
  for (guint i = 0; i < self->entries->len; i++)
    {
      PazPoEntry *entry = self->entries->pdata[i];
      g_autoptr (PazDraft) there = NULL;
      g_autoptr (PazDraft) draft = NULL;
      g_autoptr (PazRecord) record = NULL;
      g_autoptr (PazRecord) stored = NULL;

      if (entry->outcome != PAZ_PO_CONFLICT || entry->reason != PAZ_PO_REASON_SOURCE)
        continue;
      there = paz_store_dup_draft (reader, entry->record);
      stored = paz_store_dup_record (reader, entry->record, NULL);
      if (there != NULL || stored == NULL)
        continue;
      record = paz_record_dup (stored);
      set_text (self, entry, record);
      draft = paz_draft_new (reader, record, stored, NULL);
      if (draft != NULL)
        paz_store_keep_draft (store, draft, NULL);
    }
}

static void
report_writing (double   fraction,
                gpointer data)
{
  const PazWatch *watch = data;

  watch->progress (STAGE_SHARE + (1 - STAGE_SHARE) * fraction, watch->data);
}

gboolean
paz_po_import_apply (PazPoImport   *self,
                     PazStore      *store,
                     PazProgress    progress,
                     gpointer       data,
                     GCancellable  *cancellable,
                     guint64       *step,
                     GError       **error)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazStore) reader = NULL;
  PazWatch watch = { progress, data, cancellable };

  g_return_val_if_fail (self != NULL && PAZ_IS_STORE (store), FALSE);

  if (step != NULL)
    *step = 0;
  reader = paz_store_open_reader (store, error);
  if (reader == NULL || !stage (self, reader, edit, &watch, error))
    return FALSE;
  g_clear_object (&reader);
  paz_edit_set_origin (edit, self->name);
  if (!paz_edit_is_empty (edit) &&
      !paz_store_apply (store, edit, progress != NULL ? report_writing : NULL, &watch, cancellable, step, error))
    return FALSE;
  keep_aside (self, store);

  return TRUE;
}
