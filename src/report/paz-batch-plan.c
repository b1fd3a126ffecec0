#include "paz-batch-private.h"

#include "base/paz-country.h"
#include "model/paz-record.h"

static void
item_free (PazBatchItem *item)
{
  paz_report_options_clear (&item->options);
  g_clear_error (&item->error);
  g_free (item->file_name);
  g_free (item);
}

PazBatch *
paz_batch_new (void)
{
  PazBatch *self = g_new0 (PazBatch, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);

  return self;
}

void
paz_batch_free (PazBatch *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

void
paz_batch_add (PazBatch               *self,
               const PazReportInfo    *report,
               const PazReportOptions *options,
               const char             *file_name)
{
  PazBatchItem *item = g_new0 (PazBatchItem, 1);

  g_return_if_fail (report != NULL && options != NULL);

  item->report = report;
  paz_report_options_copy (&item->options, options);
  item->file_name = g_strdup (file_name);
  g_ptr_array_add (self->items, item);
}

void
paz_batch_add_reports (PazBatch               *self,
                       const char * const     *reports,
                       const PazReportOptions *options)
{
  for (const PazReportInfo *info = paz_report_list (); info->name != NULL; info++)
    if (reports != NULL ? g_strv_contains (reports, info->name) : !info->own_use)
      paz_batch_add (self, info, options, NULL);
}

/* ---- each participant ---- */

/* Where nobody has said which languages are official: the one most people of the country speak. */
static PazLanguage
guess_language (PazRecord   *participant,
                PazLanguage  otherwise)
{
  const char *code = paz_record_get_text (participant, "code");
  g_autofree char *language = paz_country_dup_language (paz_country_find_iso3 (code, -1));
  PazLanguage found = otherwise;

  return paz_language_from_code (language, &found) ? found : otherwise;
}

/* The first of our languages that is official there. */
static PazLanguage
choose_language (PazRecord   *participant,
                 PazLanguage  otherwise)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (participant), "languages");
  GVariant *value = paz_record_get_value (participant, field);
  g_autofree const char **codes = NULL;

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return guess_language (participant, otherwise);
  codes = g_variant_get_strv (value, NULL);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    if (g_strv_contains (codes, paz_language_get_code (i)))
      return (PazLanguage) i;

  return otherwise;
}

static PazTerms
choose_terms (PazRecord *participant,
              PazTerms   otherwise)
{
  const char *terms = paz_record_get_text (participant, "terms");

  if (g_strcmp0 (terms, "po") == 0)
    return PAZ_TERMS_PO;

  return g_strcmp0 (terms, "pko") == 0 ? PAZ_TERMS_PKO : otherwise;
}

static void
add_participant (PazBatch               *self,
                 PazRecord              *participant,
                 const char * const     *reports,
                 const PazReportOptions *options)
{
  const char *code = paz_record_get_text (participant, "code");
  g_autoptr (PazAudience) reader = paz_audience_parse (code);
  PazReportOptions own = *options;

  /* A code that names nobody reads nothing. */
  if (reader == NULL || reader->type != PAZ_AUDIENCE_PARTICIPANTS)
    return;
  own.audience = reader;
  own.participant = (char *) code;
  own.language = choose_language (participant, options->language);
  own.terms = choose_terms (participant, options->terms);
  paz_batch_add_reports (self, reports, &own);
}

gboolean
paz_batch_add_participants (PazBatch                *self,
                            PazStore                *store,
                            const char * const      *reports,
                            const char * const      *participants,
                            const PazReportOptions  *options,
                            GError                 **error)
{
  const PazKind *kind = paz_kind_find ("participant");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  paz_query_add_order (query, paz_kind_find_field (kind, "code"), FALSE);
  records = paz_store_list_records (store, query, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const char *code = paz_record_get_text (records->pdata[i], "code");

      if (code != NULL && (participants == NULL || g_strv_contains (participants, code)))
        add_participant (self, records->pdata[i], reports, options);
    }

  return TRUE;
}

/* ---- what is in it ---- */

guint
paz_batch_get_n_items (PazBatch *self)
{
  return self->items->len;
}

const PazBatchItem *
paz_batch_get_item (PazBatch *self,
                    guint     position)
{
  g_return_val_if_fail (position < self->items->len, NULL);

  return g_ptr_array_index (self->items, position);
}

guint
paz_batch_count (PazBatch      *self,
                 PazBatchState  state)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += paz_batch_get_item (self, i)->state == state;

  return n;
}
