#include "paz-word-record.h"

#include "model/paz-trilingual.h"
#include "paz-register.h"

static char *
dup_created (PazEdition *edition)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (edition->created / 1000);
  g_autofree char *iso = g_date_time_format (moment, "%Y-%m-%d");

  return paz_catalogue_dup_date (edition->catalogue, iso);
}

void
paz_word_put_opening (PazWord    *self,
                      PazEdition *edition,
                      const char *title,
                      const char *subject)
{
  g_autofree char *marking = paz_edition_dup_marking (edition);
  g_autofree char *audience = paz_edition_dup_audience (edition);
  g_autofree char *created = dup_created (edition);

  paz_word_put_title (self, "RELACOPAZ", title, subject);
  paz_word_put_pair (self, paz_edition_say (edition, N_("Handling level")), marking);
  paz_word_put_pair (self, paz_edition_say (edition, N_("Audience")), audience);
  paz_word_put_pair (self, paz_edition_say (edition, N_("Delegation")), edition->delegation);
  paz_word_put_pair (self, paz_edition_say (edition, N_("Made on")), created);
}

static const PazField *
find_field (PazRecord  *record,
            const char *key)
{
  return paz_kind_find_field (paz_record_get_kind (record), key);
}

static const char *
get_label (PazEdition     *edition,
           const PazKind  *kind,
           const PazField *field)
{
  return paz_catalogue_ptext (edition->catalogue, kind->key, field->label);
}

char *
paz_word_dup_field (PazEdition *edition,
                    PazRecord  *record,
                    const char *key)
{
  return paz_register_dup_words (edition, record, find_field (record, key));
}

void
paz_word_put_field (PazWord    *self,
                    PazEdition *edition,
                    PazRecord  *record,
                    const char *key)
{
  g_autofree char *words = paz_word_dup_field (edition, record, key);

  paz_word_put_pair (self, get_label (edition, paz_record_get_kind (record), find_field (record, key)), words);
}

static char *
dup_best (PazEdition  *edition,
          PazRecord   *record,
          const char  *key,
          PazLanguage *found)
{
  GVariant *value = paz_record_get_value (record, find_field (record, key));
  g_autoptr (PazTrilingual) text = NULL;

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return NULL;
  text = paz_trilingual_from_value (value);

  return g_strdup (paz_trilingual_get_best (text, paz_catalogue_get_language (edition->catalogue), found));
}

char *
paz_word_dup_text (PazEdition *edition,
                   PazRecord  *record,
                   const char *key)
{
  PazLanguage found;

  return dup_best (edition, record, key, &found);
}

gboolean
paz_word_put_long (PazWord    *self,
                   PazEdition *edition,
                   PazRecord  *record,
                   const char *key,
                   GPtrArray  *footnotes)
{
  PazLanguage found;
  g_autofree char *text = dup_best (edition, record, key, &found);

  if (text == NULL)
    return FALSE;
  if (found != paz_catalogue_get_language (edition->catalogue))
    {
      /* Translators: %s is a language by its own name, "Español". */
      const char *format = paz_edition_say (edition, N_("Not translated yet; the text is in its source language: %s."));
      g_autofree char *note = g_strdup_printf (format, paz_language_get_name (found));

      paz_word_put_note (self, note);
    }
  paz_word_put_text (self, text, footnotes);

  return TRUE;
}

static void
put_row (PazWord             *self,
         PazEdition          *edition,
         PazRecord           *record,
         const PazWordColumn *columns,
         guint                n)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cells, paz_word_dup_field (edition, record, columns[i].key));
  paz_word_admit (self, paz_records_get_stamp (edition->records, record));
  paz_word_put_row (self, (const char * const *) cells->pdata);
}

void
paz_word_put_records (PazWord             *self,
                      PazEdition          *edition,
                      GPtrArray           *records,
                      const PazWordColumn *columns,
                      guint                n)
{
  g_autofree const char **heads = g_new0 (const char *, n);
  g_autofree guint *widths = g_new0 (guint, n);
  const PazKind *kind;

  if (records == NULL || records->len == 0)
    return;
  kind = paz_record_get_kind (records->pdata[0]);
  for (guint i = 0; i < n; i++)
    {
      heads[i] = get_label (edition, kind, paz_kind_find_field (kind, columns[i].key));
      widths[i] = columns[i].width;
    }
  paz_word_begin_table (self, heads, widths, n);
  for (guint i = 0; i < records->len; i++)
    put_row (self, edition, records->pdata[i], columns, n);
  paz_word_end_table (self);
}
