#include "paz-record-layout.h"

#include "base/paz-country.h"
#include "base/paz-text.h"

#include <string.h>

/* One person a row, without names (DOMAIN.md 3.2, 3.4 trap 10). What the file writes is kept beside
 * what it was read as. */

typedef struct
{
  const char *key;        /* folded */
  const char *value;      /* NULL: the UN says that it is not known */
} Word;

static const Word genders[] = {
  { "f", "female" }, { "female", "female" }, { "m", "male" }, { "male", "male" },
  { "unknown", NULL },
  { NULL }
};

static const Word personnel[] = {
  { "military", "military" }, { "troops", "military" },
  { "militaryobserver", "military_observer" }, { "expertsonmission", "military_observer" },
  { "police", "police" },
  { "internationalcivilian", "international_civilian" },
  { "local", "local" }, { "localcivilian", "local" },
  { "other", "other" }, { "unknown", NULL },
  { NULL }
};

static const Word incidents[] = {
  { "accident", "accident" }, { "illness", "illness" }, { "maliciousact", "malicious_act" },
  { "selfinflicted", "self_inflicted" }, { "tobedetermined", "to_be_determined" },
  { "unknown", NULL },
  { NULL }
};

static const Word casualties[] = { { "fatality", "fatality" }, { NULL } };

static const Word nobodys[] = { { "zzundetermined", NULL }, { "undetermined", NULL }, { "unknown", NULL }, { NULL } };

static const Word *
find_word (const Word *words,
           const char *text)
{
  g_autofree char *folded = paz_text_fold_key (text);
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, *p);
  for (const Word *word = words; word->key != NULL; word++)
    if (strcmp (word->key, key->str) == 0)
      return word;

  return NULL;
}

static void
put_word (PazRecord  *record,
          const char *field,
          const Word *word)
{
  const PazField *found = paz_kind_find_field (paz_record_get_kind (record), field);

  paz_record_set_value (record, found, word->value != NULL ? g_variant_new_string (word->value)
                                                           : paz_value_new_state (PAZ_STATE_UNKNOWN));
}

static gboolean
read_word (PazRow     *row,
           int         column,
           const Word *words,
           PazRecord  *record,
           const char *field)
{
  g_autofree char *text = paz_row_dup_text (row, column);
  const Word *word = text != NULL ? find_word (words, text) : NULL;

  if (text != NULL && word == NULL)
    return paz_row_refuse (row, column, PAZ_REFUSAL_WORD);
  if (word != NULL && field != NULL)
    put_word (record, field, word);

  return TRUE;
}

/* ---- nationality ---- */

static int
find_m49 (const char *text)
{
  guint64 m49 = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;

  return m49 > 0 && m49 < 1000 ? paz_country_find_m49 ((guint) m49) : -1;
}

/* A code of a country that is no more, as SCG, has no number here: its name is what is kept. */
static gboolean
read_nationality (PazRow    *row,
                  PazRecord *record)
{
  g_autofree char *name = paz_row_dup_text (row, PAZ_FATALITY_NATIONALITY);
  g_autofree char *code = paz_row_dup_text (row, PAZ_FATALITY_ISO3);
  g_autofree char *m49 = paz_row_dup_text (row, PAZ_FATALITY_M49);
  int by_code = code != NULL ? paz_country_find_iso3 (code, -1) : -1;
  int by_name = name != NULL ? paz_country_find_name (name) : -1;
  int country = by_code >= 0 ? by_code : by_name >= 0 ? by_name : name == NULL ? find_m49 (m49) : -1;

  if (by_code >= 0 && by_name >= 0 && by_code != by_name)
    return paz_row_refuse (row, PAZ_FATALITY_ISO3, PAZ_REFUSAL_CONTRADICTION);

  paz_row_put_text (record, "nationality_name", name);
  if (country >= 0)
    paz_row_put_text (record, "nationality", paz_country_get_iso3 (country));
  else if (name != NULL && find_word (nobodys, name) != NULL)
    put_word (record, "nationality", find_word (nobodys, name));
  else if (name != NULL)
    paz_row_keep_text (row, PAZ_FATALITY_NATIONALITY, name);

  return TRUE;
}

/* ---- missions ---- */

/* By folded acronym: the missions known by it, PazRecord. */
typedef GHashTable Missions;

static void
add_name (Missions   *self,
          const char *name,
          PazRecord  *mission)
{
  g_autofree char *key = name != NULL ? paz_text_fold_key (name) : NULL;
  GPtrArray *missions;

  if (key == NULL || *key == '\0')
    return;
  missions = g_hash_table_lookup (self, key);
  if (missions == NULL)
    {
      missions = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self, g_steal_pointer (&key), missions);
    }
  if (!g_ptr_array_find (missions, mission, NULL))
    g_ptr_array_add (missions, g_object_ref (mission));
}

static gpointer
open_missions (PazStore  *store,
               GError   **error)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("mission"));
  g_autoptr (GPtrArray) missions = paz_store_list_records (store, query, error);
  Missions *self;

  if (missions == NULL)
    return NULL;

  self = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < missions->len; i++)
    {
      PazRecord *mission = missions->pdata[i];
      const char *aliases = paz_record_get_text (mission, "aliases");
      g_auto (GStrv) others = g_strsplit (aliases != NULL ? aliases : "", "|", -1);

      add_name (self, paz_record_get_text (mission, "acronym"), mission);
      add_name (self, paz_record_get_text (mission, "acronym_es"), mission);
      for (guint j = 0; others[j] != NULL; j++)
        add_name (self, g_strstrip (others[j]), mission);
    }

  return self;
}

static void
close_missions (gpointer reader)
{
  g_hash_table_unref (reader);
}

static gboolean
has_acronym (PazRecord  *mission,
             const char *name)
{
  const char *acronym = paz_record_get_text (mission, "acronym");

  return acronym != NULL && g_ascii_strcasecmp (acronym, name) == 0;
}

/* Dates compare as texts as far as both go: "1967-06-05" lies within "1967-06". */
static gboolean
is_within (PazRecord  *mission,
           const char *date)
{
  const char *start = paz_record_get_text (mission, "start");
  const char *end = paz_record_get_text (mission, "end");

  return (start == NULL || strncmp (date, start, strlen (start)) >= 0)
         && (end == NULL || strncmp (date, end, strlen (end)) <= 0);
}

/* A mission's own acronym goes before another's alias. Where the UN groups numbered missions, as
 * UNEF, the date tells which; where it does not tell, nobody is booked. */
static PazRecord *
find_mission (Missions   *self,
              const char *name,
              const char *date)
{
  g_autofree char *key = paz_text_fold_key (name);
  GPtrArray *missions = g_hash_table_lookup (self, key);
  PazRecord *found = NULL;

  if (missions == NULL)
    return NULL;
  if (missions->len == 1)
    return missions->pdata[0];
  for (guint i = 0; i < missions->len; i++)
    if (has_acronym (missions->pdata[i], name))
      return missions->pdata[i];

  for (guint i = 0; i < missions->len && date != NULL; i++)
    if (is_within (missions->pdata[i], date))
      {
        if (found != NULL)
          return NULL;
        found = missions->pdata[i];
      }

  return found;
}

static gboolean
read_mission (Missions  *self,
              PazRow    *row,
              PazRecord *record)
{
  g_autofree char *name = paz_row_dup_text (row, PAZ_FATALITY_MISSION);
  PazRecord *mission;

  if (name == NULL)
    return paz_row_refuse (row, PAZ_FATALITY_MISSION, PAZ_REFUSAL_MISSION);

  mission = find_mission (self, name, paz_record_get_text (record, "date"));
  paz_row_put_text (record, "mission_name", name);
  if (mission != NULL)
    paz_row_put_text (record, "mission", paz_record_get_id (mission));
  else
    paz_row_keep_text (row, PAZ_FATALITY_MISSION, name);

  return TRUE;
}

static gboolean
read_fatality (gpointer   reader,
               PazRow    *row,
               PazRecord *record)
{
  g_autofree char *number = paz_row_dup_text (row, PAZ_FATALITY_ID);

  paz_row_put_text (record, "casualty_id", number);

  return paz_row_read_date (row, PAZ_FATALITY_DATE, record, "date")
         && read_word (row, PAZ_FATALITY_CASUALTY, casualties, record, NULL)
         && read_mission (reader, row, record)
         && read_nationality (row, record)
         && read_word (row, PAZ_FATALITY_GENDER, genders, record, "gender")
         && read_word (row, PAZ_FATALITY_PERSONNEL, personnel, record, "personnel")
         && read_word (row, PAZ_FATALITY_INCIDENT, incidents, record, "incident");
}

/* ---- the same person twice ---- */

/* States that are no more, with the day they began, the day of the first that left, and who they are
 * now. The UN's file gives some of the fallen under both; the person fell for the one there was. */
static const struct
{
  const char *name, *from, *until;
  const char *now[3];
} former_states[] = {
  { "Serbia and Montenegro", "2003-02-04", "2006-06-03", { "MNE", "SRB" } },
};

/* Whether `then` is the state of that day where `now` is one that came of it. */
static gboolean
is_state_of_day (PazRecord *then,
                 PazRecord *now)
{
  const char *name = paz_record_get_text (then, "nationality_name");
  const char *code = paz_record_get_text (now, "nationality");
  const char *date = paz_record_get_text (then, "date");

  if (name == NULL || code == NULL || date == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (former_states); i++)
    if (g_ascii_strcasecmp (former_states[i].name, name) == 0
        && strcmp (date, former_states[i].from) >= 0 && strcmp (date, former_states[i].until) < 0
        && g_strv_contains (former_states[i].now, code))
      return TRUE;

  return FALSE;
}

static gboolean
differ_in_nationality_alone (PazRecord *one,
                             PazRecord *other)
{
  for (const char * const *key = paz_fatalities_layout.fields; *key != NULL; key++)
    {
      const PazField *field = paz_kind_find_field (paz_record_get_kind (one), *key);

      if (!g_str_has_prefix (*key, "nationality")
          && !paz_value_equal (field, paz_record_get_value (one, field), paz_record_get_value (other, field)))
        return FALSE;
    }

  return TRUE;
}

static int
choose_fatality (PazRecord *earlier,
                 PazRecord *later,
                 PazUnfit  *unfit)
{
  int stands = is_state_of_day (later, earlier) ? 1 : is_state_of_day (earlier, later) ? -1 : 0;

  if (stands == 0 || !differ_in_nationality_alone (earlier, later))
    return 0;
  unfit->column = PAZ_FATALITY_NATIONALITY;
  unfit->value = paz_record_get_text (stands > 0 ? earlier : later, "nationality_name");
  unfit->reason = PAZ_REFUSAL_STATE_OF_DAY;

  return stands;
}

static const char * const fields[] = {
  "casualty_id", "date", "mission", "mission_name", "nationality", "nationality_name", "gender",
  "personnel", "incident", NULL
};

static const char * const pairs[] = { "nationality_name", "nationality", "mission_name", "mission", NULL };

const PazRecordLayout paz_fatalities_layout = {
  .kind = "fatality",
  .key = PAZ_FATALITY_ID,
  .date = PAZ_FATALITY_DATE,
  .updated = PAZ_FATALITY_UPDATED,
  .fields = fields,
  .open = open_missions,
  .close = close_missions,
  .read = read_fatality,
  .choose = choose_fatality,
  .pairs = pairs,
};
