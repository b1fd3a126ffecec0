#include "paz-record-layout.h"

#include "base/paz-decimal.h"
#include "base/paz-text.h"

#include <string.h>

/* The UN's list of peacekeeping operations completes the missions that are here: dates to the day,
 * headquarters and their coordinates, and missions that are not here yet (DOMAIN.md 3.7). Names and
 * the other words of a mission that is here stay. */

typedef struct
{
  GHashTable *by_acronym;   /* folded -> PazRecord; own acronyms before other ones */
} Missions;

static void
add_acronym (Missions   *self,
             const char *acronym,
             PazRecord  *mission)
{
  g_autofree char *key = acronym != NULL ? paz_text_fold_key (acronym) : NULL;

  if (key != NULL && *key != '\0' && !g_hash_table_contains (self->by_acronym, key))
    g_hash_table_insert (self->by_acronym, g_steal_pointer (&key), g_object_ref (mission));
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

  self = g_new0 (Missions, 1);
  self->by_acronym = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < missions->len; i++)
    add_acronym (self, paz_record_get_text (missions->pdata[i], "acronym"), missions->pdata[i]);

  return self;
}

static void
close_missions (gpointer reader)
{
  Missions *self = reader;

  g_hash_table_unref (self->by_acronym);
  g_free (self);
}

static PazRecord *
find_mission (Missions     *self,
              const PazRow *row)
{
  g_autofree char *acronym = paz_row_dup_text (row, PAZ_OPERATION_ACRONYM);
  g_autofree char *key = acronym != NULL ? paz_text_fold_key (acronym) : NULL;

  return key != NULL ? g_hash_table_lookup (self->by_acronym, key) : NULL;
}

static const char *
find_id (gpointer      reader,
         const PazRow *row)
{
  PazRecord *mission = find_mission (reader, row);

  return mission != NULL ? paz_record_get_id (mission) : NULL;
}

/* "UNEF" is a row beside "UNEF I" and "UNEF II": one record for all would count them twice. */
static gboolean
is_group (const PazRow *row)
{
  g_autofree char *name = paz_row_dup_text (row, PAZ_OPERATION_NAME);

  return name != NULL && (strstr (name, "(I &") != NULL || strstr (name, "(I and") != NULL);
}

/* The first of a month is what the list writes when it knows the month alone: what is here says that
 * as well. */
static void
leave_out_first (PazRecord  *record,
                 PazRecord  *here,
                 const char *field)
{
  const char *before = here != NULL ? paz_record_get_text (here, field) : NULL;
  const char *after = paz_record_get_text (record, field);

  if (before != NULL && after != NULL && strlen (after) == 10 && strcmp (after + 7, "-01") == 0
      && strncmp (before, after, 7) == 0)
    paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), field), NULL);
}

/* "-89,1900" */
static gboolean
read_degrees (PazRow     *row,
              int         column,
              double      limit,
              PazRecord  *record,
              const char *field)
{
  g_autofree char *text = paz_row_dup_text (row, column);
  g_autofree char *decimal = NULL;
  char *end;
  double degrees;

  if (text == NULL)
    return TRUE;

  g_strdelimit (text, ",", '.');
  degrees = g_ascii_strtod (text, &end);
  if (*end != '\0' || !(degrees >= -limit && degrees <= limit) || strpbrk (text, "eExXnN") != NULL)
    return paz_row_refuse (row, column, PAZ_REFUSAL_DEGREES);

  decimal = paz_decimal_parse (text, '.');
  if (decimal == NULL)
    return paz_row_refuse (row, column, PAZ_REFUSAL_DEGREES);
  paz_row_put_text (record, field, decimal);
  return TRUE;
}

static gboolean
read_active (PazRow *row)
{
  g_autofree char *text = paz_row_dup_text (row, PAZ_OPERATION_ACTIVE);

  if (text != NULL && g_ascii_strcasecmp (text, "yes") != 0 && g_ascii_strcasecmp (text, "no") != 0)
    return paz_row_refuse (row, PAZ_OPERATION_ACTIVE, PAZ_REFUSAL_WORD);

  return TRUE;
}

/* An operation that goes on and has an end all the same contradicts itself. */
static gboolean
check_end (PazRow    *row,
           PazRecord *record)
{
  g_autofree char *active = paz_row_dup_text (row, PAZ_OPERATION_ACTIVE);
  const char *start = paz_record_get_text (record, "start");
  const char *end = paz_record_get_text (record, "end");

  if (end != NULL && ((active != NULL && g_ascii_strcasecmp (active, "yes") == 0)
                      || (start != NULL && strcmp (end, start) < 0)))
    return paz_row_refuse (row, PAZ_OPERATION_END, PAZ_REFUSAL_END);

  return TRUE;
}

static void
put_name (PazRow    *row,
          PazRecord *record)
{
  g_autofree char *name = paz_row_dup_text (row, PAZ_OPERATION_NAME);
  g_autoptr (PazTrilingual) words = paz_trilingual_new ();

  if (name == NULL)
    return;
  paz_trilingual_set_text (words, PAZ_LANGUAGE_EN, name, "AAAAAAAAAAA");
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), "name"),
                        paz_trilingual_to_value (words));
}

static gboolean
read_operation (gpointer   reader,
                PazRow    *row,
                PazRecord *record)
{
  PazRecord *here = find_mission (reader, row);
  g_autofree char *acronym = paz_row_dup_text (row, PAZ_OPERATION_ACRONYM);
  g_autofree char *place = paz_row_dup_text (row, PAZ_OPERATION_PLACE);

  if (acronym == NULL)
    return paz_row_refuse (row, PAZ_OPERATION_ACRONYM, PAZ_REFUSAL_MISSION);
  if (is_group (row))
    return paz_row_refuse (row, PAZ_OPERATION_ACRONYM, PAZ_REFUSAL_GROUP);
  if (!read_active (row)
      || !paz_row_read_date (row, PAZ_OPERATION_START, record, "start")
      || !paz_row_read_date (row, PAZ_OPERATION_END, record, "end")
      || !check_end (row, record)
      || !read_degrees (row, PAZ_OPERATION_LATITUDE, 90, record, "latitude")
      || !read_degrees (row, PAZ_OPERATION_LONGITUDE, 180, record, "longitude"))
    return FALSE;

  paz_row_put_text (record, "place", place);
  leave_out_first (record, here, "start");
  leave_out_first (record, here, "end");
  if (here == NULL)
    {
      paz_row_put_text (record, "acronym", acronym);
      paz_row_put_text (record, "type", "pko");
      put_name (row, record);
    }

  return TRUE;
}

/* Operations of the field's history that one edition of the list left out (DOMAIN.md 3.4, trap 14). */
static const char * const often_missing[] = { "UNTAG", "UNTMIH", "UNAMET", NULL };

static const char * const fields[] = {
  "acronym", "name", "type", "start", "end", "place", "latitude", "longitude", NULL
};

const PazRecordLayout paz_operations_layout = {
  .kind = "mission",
  .key = PAZ_OPERATION_ACRONYM,
  .date = PAZ_OPERATION_START,
  .updated = PAZ_OPERATION_UPDATED,
  .fields = fields,
  .expected = often_missing,
  .open = open_missions,
  .close = close_missions,
  .find = find_id,
  .read = read_operation,
};
