/* Texts to a PO file, through the release gate. */
#include "paz-po-file.h"

#include <string.h>

typedef struct
{
  PazStore              *store;
  const PazAudience     *audience;
  PazCatalogue          *words;
  po_file_t              file;
  po_message_iterator_t  end;
  GHashTable            *seen;    /* record id -> PazRecord, or NULL where they may not see it */
  guint                  n;
} Export;

/* ---- who may see it ---- */

/* Lends. NULL when the readers may not see the record, or what it stands in. */
static PazRecord *
pass (Export     *self,
      const char *id)
{
  g_autoptr (PazRecord) record = NULL;
  const char *owner;
  const char *container;
  gpointer known;

  if (g_hash_table_lookup_extended (self->seen, id, NULL, &known))
    return known;
  record = paz_store_dup_record (self->store, id, NULL);
  if (record != NULL)
    {
      owner = paz_record_get_owner (record);
      container = paz_record_get_container (record);
      if (!paz_release_may_see (paz_record_get_level (record), paz_record_get_list (record),
                                owner, owner, self->audience)
          || (container != NULL && pass (self, container) == NULL))
        g_clear_object (&record);
    }
  g_hash_table_insert (self->seen, g_strdup (id), record);

  return g_steal_pointer (&record);
}

/* ---- one entry ---- */

static void
set_remarks (Export        *self,
             po_message_t   message,
             const PazText *text,
             PazRecord     *record)
{
  g_autofree char *title = paz_record_dup_title (record, self->words);
  g_autofree char *flat = g_strdelimit (g_strdup (title), "\n\r", ' ');
  g_autofree char *remarks =
    g_strdup_printf ("%s: %s\n%s\n%s → %s\n",
                     paz_catalogue_text (self->words, text->kind->phrases.singular), flat,
                     paz_catalogue_ptext (self->words, paz_field_get_context (text->field, text->kind),
                                          text->field->label),
                     paz_language_get_name (text->source), paz_language_get_name (text->target));
  g_autofree char *place = g_strconcat (text->kind->key, "/", text->record, NULL);

  po_message_set_extracted_comments (message, remarks);
  po_message_add_filepos (message, place, (size_t) -1);
}

/* What it was translated from, for the translator to see what changed. */
static void
set_previous (Export              *self,
              po_message_t         message,
              const PazText       *text,
              const PazTrilingual *value)
{
  PazLanguage language;
  g_autofree char *before = paz_store_dup_text_of_key (self->store, text->record, text->field,
                                                       value->in[text->target].key, self->audience, &language);

  if (before != NULL && language == text->source)
    po_message_set_prev_msgid (message, before);
}

static void
add_text (Export        *self,
          const PazText *text)
{
  PazRecord *record = pass (self, text->record);
  g_autoptr (PazTrilingual) value = NULL;
  g_autofree char *context = NULL;
  po_message_t message;

  if (record == NULL || (text->field->flags & PAZ_FIELD_LOCAL) != 0)
    return;
  value = paz_trilingual_from_value (paz_record_get_value (record, text->field));
  if (!value->has_source || value->in[text->source].text == NULL)
    return;
  context = g_strdup_printf ("%s/%s/%s", text->record, text->field->key, paz_language_get_code (text->source));
  message = po_message_create ();
  po_message_set_msgctxt (message, context);
  po_message_set_msgid (message, value->in[text->source].text);
  po_message_set_msgstr (message, value->in[text->target].text != NULL ? value->in[text->target].text : "");
  set_remarks (self, message, text, record);
  if (text->state == PAZ_TRANSLATION_STALE)
    {
      po_message_set_fuzzy (message, TRUE);
      set_previous (self, message, text, value);
    }
  po_message_insert (self->end, message);
  self->n++;
}

static void
add_header (Export      *self,
            PazLanguage  target)
{
  g_autofree char *header =
    g_strdup_printf ("Project-Id-Version: Relacopaz\nLanguage: %s\nMIME-Version: 1.0\n"
                     "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n",
                     paz_language_get_code (target));
  po_message_t message = po_message_create ();

  po_message_set_msgid (message, "");
  po_message_set_msgstr (message, header);
  po_message_insert (self->end, message);
}

static void
free_record (gpointer record)
{
  g_clear_object ((PazRecord **) &record);
}

gboolean
paz_po_export (PazStore           *store,
               const PazTextQuery *query,
               const PazAudience  *audience,
               PazCatalogue       *words,
               const char         *path,
               guint              *n_written,
               GError            **error)
{
  Export self = { store, audience, words };
  g_autoptr (GPtrArray) texts = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (PAZ_IS_STORE (store) && query != NULL && words != NULL && path != NULL, FALSE);

  /* Without readers nobody may see anything. */
  if (audience == NULL)
    {
      g_set_error_literal (error, PAZ_PO_ERROR, PAZ_PO_ERROR_NOTHING, "no readers");
      return FALSE;
    }
  texts = paz_store_list_texts (store, query, NULL, error);
  if (texts == NULL)
    return FALSE;
  self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_record);
  self.file = po_file_create ();
  self.end = po_message_iterator (self.file, NULL);
  add_header (&self, query->target);
  for (guint i = 0; i < texts->len; i++)
    add_text (&self, texts->pdata[i]);
  po_message_iterator_free (self.end);
  if (self.n > 0)
    done = paz_po_file_write (self.file, path, error);
  else
    g_set_error_literal (error, PAZ_PO_ERROR, PAZ_PO_ERROR_NOTHING, "no text");
  po_file_free (self.file);
  g_hash_table_unref (self.seen);
  if (n_written != NULL)
    *n_written = self.n;

  return done;
}
