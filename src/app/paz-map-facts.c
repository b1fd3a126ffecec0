#include "paz-map-facts.h"

#include "model/paz-kind.h"

static gboolean
read_records (PazMapFacts        *self,
              PazStore           *reader,
              const PazAudience  *readers,
              GError            **error)
{
  GPtrArray *participants = paz_figures_get_participants (self->figures);

  for (guint i = 0; i < participants->len; i++)
    {
      PazRecord *participant = participants->pdata[i];
      const char *code = paz_record_get_text (participant, "code");
      PazProfileRecords *records;

      if (code == NULL || !paz_figures_is_region (self->figures, code))
        continue;
      records = paz_profile_records_load (reader, participant, self->month, readers, error);
      if (records == NULL)
        return FALSE;
      g_hash_table_replace (self->records, g_strdup (code), records);
    }

  return TRUE;
}

static gboolean
read_all (PazMapFacts        *self,
          PazStore           *store,
          const PazAudience  *readers,
          GCancellable       *cancellable,
          GError            **error)
{
  g_autoptr (PazStore) reader = NULL;

  self->figures = readers != NULL ? paz_figures_load (store, readers, cancellable, error)
                                  : paz_figures_get (store, NULL, cancellable, error);
  if (self->figures == NULL)
    return FALSE;
  self->fatalities = readers != NULL ? paz_fatalities_load (store, readers, cancellable, error)
                                     : paz_fatalities_get (store, NULL, cancellable, error);
  if (self->fatalities == NULL)
    return FALSE;
  self->month = paz_map_facts_get_month (self, self->month);
  reader = readers != NULL ? g_object_ref (store) : paz_store_open_reader (store, error);

  return reader != NULL && read_records (self, reader, readers, error);
}

PazMapFacts *
paz_map_facts_load (PazStore           *store,
                    guint16             month,
                    const PazAudience  *readers,
                    GCancellable       *cancellable,
                    GError            **error)
{
  g_autoptr (PazMapFacts) self = g_new0 (PazMapFacts, 1);

  self->month = month;
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) paz_profile_records_free);

  return read_all (self, store, readers, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

void
paz_map_facts_free (PazMapFacts *self)
{
  g_clear_pointer (&self->figures, paz_figures_unref);
  g_clear_pointer (&self->fatalities, paz_fatalities_unref);
  g_hash_table_unref (self->records);
  g_free (self);
}

guint16
paz_map_facts_get_month (PazMapFacts *self,
                         guint16      month)
{
  guint n;
  const guint16 *months = paz_figures_get_months (self->figures, &n);

  for (guint i = 0; i < n; i++)
    if (months[i] == month)
      return month;

  return n > 0 ? months[n - 1] : 0;
}

static PazRecord *
find (GPtrArray  *records,
      const char *field,
      const char *value)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (paz_record_get_text (records->pdata[i], field), value) == 0)
      return records->pdata[i];

  return NULL;
}

PazRecord *
paz_map_facts_find_state (PazMapFacts *self,
                          const char  *iso3)
{
  return find (paz_figures_get_participants (self->figures), "code", iso3);
}

PazRecord *
paz_map_facts_find_mission (PazMapFacts *self,
                            const char  *acronym)
{
  return find (paz_figures_get_missions (self->figures), "acronym", acronym);
}
