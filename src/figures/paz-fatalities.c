#include "figures/paz-fatalities.h"

#include "model/paz-kind.h"
#include "store/paz-gate.h"

#include <string.h>

typedef struct
{
  const char *keys[PAZ_N_FATALITY_KEYS];
  guint       year;      /* 0: not known */
  gboolean    woman, man;
  gboolean    in_region;
  PazLevel    level;
} Death;

struct _PazFatalities
{
  gatomicrefcount  ref_count;
  GStringChunk    *texts;
  GArray          *deaths;
  GHashTable      *states;    /* code -> PazRecord */
};

static const char * const key_names[PAZ_N_FATALITY_KEYS] = { "year", "mission", "nationality", "cause", "personnel" };

const char *
paz_fatality_key_get_name (PazFatalityKey key)
{
  return key_names[key];
}

gboolean
paz_fatality_key_from_name (const char     *name,
                            PazFatalityKey *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (key_names); i++)
    if (g_strcmp0 (name, key_names[i]) == 0)
      {
        *key = (PazFatalityKey) i;
        return TRUE;
      }

  return FALSE;
}

/* ---- reading ---- */

static const char *
keep_text (PazFatalities *self,
           const char    *text)
{
  return g_string_chunk_insert_const (self->texts, text != NULL ? text : "");
}

/* As the UN writes it; of a record written by hand, the mission it links. */
static const char *
find_mission_name (PazRecord  *record,
                   GHashTable *acronyms)
{
  const char *name = paz_record_get_text (record, "mission_name");
  const char *mission = paz_record_get_text (record, "mission");

  if (name != NULL || mission == NULL)
    return name;

  return g_hash_table_lookup (acronyms, mission);
}

static void
add_death (PazFatalities *self,
           PazRecord     *record,
           GHashTable    *acronyms)
{
  const char *date = paz_record_get_text (record, "date");
  const char *nationality = paz_record_get_text (record, "nationality");
  const char *gender = paz_record_get_text (record, "gender");
  g_autofree char *year = date != NULL ? g_strndup (date, 4) : NULL;
  Death death = {
    .keys = {
      [PAZ_FATALITY_YEAR] = keep_text (self, year),
      [PAZ_FATALITY_MISSION] = keep_text (self, find_mission_name (record, acronyms)),
      [PAZ_FATALITY_NATIONALITY] = keep_text (self, nationality != NULL ? nationality
                                                                        : paz_record_get_text (record, "nationality_name")),
      [PAZ_FATALITY_CAUSE] = keep_text (self, paz_record_get_text (record, "incident")),
      [PAZ_FATALITY_PERSONNEL] = keep_text (self, paz_record_get_text (record, "personnel")),
    },
    .year = year != NULL ? (guint) g_ascii_strtoull (year, NULL, 10) : 0,
    .woman = g_strcmp0 (gender, "female") == 0,
    .man = g_strcmp0 (gender, "male") == 0,
    .in_region = nationality != NULL && g_hash_table_contains (self->states, nationality),
    .level = paz_record_get_level (record),
  };

  /* Written as text but said to be nobody's: the file's word for it is no nationality. */
  if (nationality == NULL
      && paz_value_get_state (paz_record_get_value (record, paz_kind_find_field (paz_record_get_kind (record), "nationality")))
         == PAZ_STATE_UNKNOWN)
    death.keys[PAZ_FATALITY_NATIONALITY] = keep_text (self, NULL);
  g_array_append_val (self->deaths, death);
}

static GPtrArray *
list_of (PazStore    *store,
         const char  *kind,
         GError     **error)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find (kind));

  return paz_store_list_records (store, query, error);
}

/* id -> acronym, lent by the records. */
static GHashTable *
index_missions (GPtrArray *missions)
{
  GHashTable *acronyms = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < missions->len; i++)
    if (paz_record_get_text (missions->pdata[i], "acronym") != NULL)
      g_hash_table_insert (acronyms, (gpointer) paz_record_get_id (missions->pdata[i]),
                           (gpointer) paz_record_get_text (missions->pdata[i], "acronym"));

  return acronyms;
}

static void
take_states (PazFatalities *self,
             GPtrArray     *participants)
{
  for (guint i = 0; i < participants->len; i++)
    {
      PazRecord *record = participants->pdata[i];
      const char *code = paz_record_get_text (record, "code");

      if (code != NULL && g_strcmp0 (paz_record_get_text (record, "type"), "state") == 0)
        g_hash_table_insert (self->states, g_strdup (code), g_object_ref (record));
    }
}

static gboolean
take_deaths (PazFatalities      *self,
             PazStore           *store,
             const PazAudience  *audience,
             GHashTable         *acronyms,
             GCancellable       *cancellable,
             GError            **error)
{
  g_autoptr (GPtrArray) records = list_of (store, "fatality", error);
  g_autoptr (PazGate) gate = audience != NULL ? paz_gate_new (store, audience) : NULL;

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (PazRecord) record = gate != NULL ? paz_gate_pass (gate, records->pdata[i])
                                                  : g_object_ref (records->pdata[i]);

      if (i % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (record != NULL)
        add_death (self, record, acronyms);
    }

  return TRUE;
}

PazFatalities *
paz_fatalities_load (PazStore           *store,
                     const PazAudience  *audience,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_autoptr (PazFatalities) self = g_new0 (PazFatalities, 1);
  g_autoptr (GPtrArray) participants = NULL;
  g_autoptr (GPtrArray) missions = NULL;
  g_autoptr (GHashTable) acronyms = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (store), NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->texts = g_string_chunk_new (4096);
  self->deaths = g_array_new (FALSE, FALSE, sizeof (Death));
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  participants = list_of (store, "participant", error);
  missions = participants != NULL ? list_of (store, "mission", error) : NULL;
  if (missions == NULL)
    return NULL;
  take_states (self, participants);
  acronyms = index_missions (missions);
  if (!take_deaths (self, store, audience, acronyms, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

PazFatalities *
paz_fatalities_ref (PazFatalities *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
paz_fatalities_unref (PazFatalities *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_string_chunk_free (self->texts);
  g_array_unref (self->deaths);
  g_hash_table_unref (self->states);
  g_free (self);
}

/* ---- counting ---- */

static gboolean
passes (const Death             *death,
        const PazFatalityFilter *filter)
{
  if (filter == NULL)
    return TRUE;

  return (!filter->region_only || death->in_region)
         && (filter->nationality == NULL || strcmp (filter->nationality, death->keys[PAZ_FATALITY_NATIONALITY]) == 0)
         && (filter->mission == NULL || strcmp (filter->mission, death->keys[PAZ_FATALITY_MISSION]) == 0)
         && (filter->from == 0 || death->year >= filter->from)
         && (filter->to == 0 || (death->year != 0 && death->year <= filter->to));
}

static int
compare_counts_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      by_year)
{
  const PazFatalityCount *one = *(const PazFatalityCount * const *) a;
  const PazFatalityCount *other = *(const PazFatalityCount * const *) b;

  if ((*one->key == '\0') != (*other->key == '\0'))
    return *one->key == '\0' ? 1 : -1;
  if (by_year == NULL && one->count != other->count)
    return one->count > other->count ? -1 : 1;

  return strcmp (one->key, other->key);
}

GPtrArray *
paz_fatalities_count (PazFatalities           *self,
                      PazFatalityKey           key,
                      const PazFatalityFilter *filter)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func (g_free);
  /* Equal texts are one text of the chunk: their addresses are enough. */
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->deaths->len; i++)
    {
      const Death *death = &g_array_index (self->deaths, Death, i);
      PazFatalityCount *count;

      if (!passes (death, filter))
        continue;
      count = g_hash_table_lookup (found, death->keys[key]);
      if (count == NULL)
        {
          count = g_new0 (PazFatalityCount, 1);
          count->key = death->keys[key];
          g_hash_table_insert (found, (gpointer) count->key, count);
          g_ptr_array_add (counts, count);
        }
      count->count++;
      count->women += death->woman;
      count->men += death->man;
    }
  g_ptr_array_sort_with_data (counts, compare_counts_cb, GINT_TO_POINTER (key == PAZ_FATALITY_YEAR));

  return counts;
}

guint
paz_fatalities_get_total (PazFatalities           *self,
                          const PazFatalityFilter *filter)
{
  guint n = 0;

  for (guint i = 0; i < self->deaths->len; i++)
    n += passes (&g_array_index (self->deaths, Death, i), filter);

  return n;
}

guint
paz_fatalities_count_stateless (PazFatalities *self)
{
  guint n = 0;

  for (guint i = 0; i < self->deaths->len; i++)
    n += *g_array_index (self->deaths, Death, i).keys[PAZ_FATALITY_NATIONALITY] == '\0';

  return n;
}

void
paz_fatalities_get_years (PazFatalities *self,
                          guint         *first,
                          guint         *last)
{
  *first = *last = 0;
  for (guint i = 0; i < self->deaths->len; i++)
    {
      guint year = g_array_index (self->deaths, Death, i).year;

      if (year != 0 && (*first == 0 || year < *first))
        *first = year;
      *last = MAX (*last, year);
    }
}

PazLevel
paz_fatalities_get_level (PazFatalities           *self,
                          const PazFatalityFilter *filter)
{
  PazLevel level = PAZ_LEVEL_PUBLIC;

  for (guint i = 0; i < self->deaths->len; i++)
    if (passes (&g_array_index (self->deaths, Death, i), filter))
      level = MAX (level, g_array_index (self->deaths, Death, i).level);

  return level;
}

/* ---- words ---- */

static char *
dup_choice (const char   *field_key,
            const char   *value,
            PazCatalogue *catalogue)
{
  const PazKind *kind = paz_kind_find ("fatality");
  const PazField *field = paz_kind_find_field (kind, field_key);
  g_autoptr (GVariant) stored = g_variant_ref_sink (g_variant_new_string (value));

  return paz_value_dup_display (field, kind, stored, catalogue);
}

static char *
dup_country (PazFatalities *self,
             const char    *code,
             PazCatalogue  *catalogue)
{
  PazRecord *state = g_hash_table_lookup (self->states, code);
  const char *name = state != NULL ? paz_record_get_words (state, "name", paz_catalogue_get_language (catalogue)) : NULL;

  if (name != NULL)
    return g_strdup (name);

  /* A country that is no more has its name here, not a code. */
  return strlen (code) == 3 ? paz_catalogue_dup_country (catalogue, code) : g_strdup (code);
}

char *
paz_fatalities_dup_name (PazFatalities  *self,
                         PazFatalityKey  key,
                         const char     *value,
                         PazCatalogue   *catalogue)
{
  if (*value == '\0')
    return g_strdup (paz_catalogue_text (catalogue, N_("Not known")));

  switch (key)
    {
    case PAZ_FATALITY_NATIONALITY:
      return dup_country (self, value, catalogue);
    case PAZ_FATALITY_CAUSE:
      return dup_choice ("incident", value, catalogue);
    case PAZ_FATALITY_PERSONNEL:
      return dup_choice ("personnel", value, catalogue);
    case PAZ_FATALITY_YEAR:
    case PAZ_FATALITY_MISSION:
      return g_strdup (value);
    }

  g_return_val_if_reached (NULL);
}
