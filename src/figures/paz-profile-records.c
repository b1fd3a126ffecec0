/* What the records of a participant say: pledges, needs, offers, training, standing in the network. */
#include "figures/paz-profile.h"

#include "base/paz-date.h"
#include "model/paz-kind.h"
#include "store/paz-gate.h"

#include <string.h>

typedef struct
{
  PazStore          *store;
  PazGate           *gate;         /* NULL: own screen */
  const char        *participant;  /* id */
  char               last_day[11];
  PazProfileRecords *records;
} Reading;

static PazRecord *
pass (Reading   *reading,
      PazRecord *record)
{
  PazRecord *passed = reading->gate != NULL ? paz_gate_pass (reading->gate, record) : g_object_ref (record);

  if (passed != NULL)
    reading->records->level = MAX (reading->records->level, paz_record_get_level (passed));

  return passed;
}

/* Those of the kind whose link names the record, as the readers may see them. */
static GPtrArray *
list_linked (Reading     *reading,
             const char  *kind_key,
             const char  *link,
             const char  *id,
             GError     **error)
{
  const PazKind *kind = paz_kind_find (kind_key);
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *list;

  paz_query_add_condition (query, paz_kind_find_field (kind, link), PAZ_MATCH_IS, id);
  found = paz_store_list_records (reading->store, query, error);
  if (found == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < found->len; i++)
    {
      PazRecord *passed = pass (reading, found->pdata[i]);

      /* A link that was taken away would make it somebody's whom the reader may not know. */
      if (passed != NULL && g_strcmp0 (paz_record_get_text (passed, link), id) == 0)
        g_ptr_array_add (list, g_steal_pointer (&passed));
      g_clear_object (&passed);
    }

  return list;
}

static gboolean
is_one_of (PazRecord         *record,
           const char        *field,
           const char *const *keys)
{
  const char *value = paz_record_get_text (record, field);

  return value != NULL && g_strv_contains (keys, value);
}

static gboolean
says (PazRecord  *record,
      const char *field)
{
  const PazField *found = paz_kind_find_field (paz_record_get_kind (record), field);

  return paz_value_get_state (paz_record_get_value (record, found)) == PAZ_STATE_KNOWN;
}

/* ---- pledges ---- */

static PazProfilePledges *
ensure_level (GArray     *levels,
              const char *key)
{
  PazProfilePledges level = { .key = key };

  for (guint i = 0; i < levels->len; i++)
    if (strcmp (g_array_index (levels, PazProfilePledges, i).key, key) == 0)
      return &g_array_index (levels, PazProfilePledges, i);
  g_array_append_val (levels, level);

  return &g_array_index (levels, PazProfilePledges, levels->len - 1);
}

static void
add_pledge (Reading   *reading,
            PazRecord *pledge)
{
  const char *key = paz_record_get_text (pledge, "readiness");
  const char *until = paz_record_get_text (pledge, "valid_until");
  PazProfilePledges *level = ensure_level (reading->records->pledges, g_intern_string (key != NULL ? key : ""));

  level->n++;
  /* A partial date stands for its last day. */
  level->n_lapsed += until != NULL && strncmp (until, reading->last_day, strlen (until)) < 0;
  level->persons += paz_record_get_integer (pledge, "strength");
  level->women += paz_record_get_integer (pledge, "women");
  level->n_silent += !says (pledge, "strength");
}

/* Withdrawn ones are none any more. */
static gboolean
is_withdrawn (Reading   *reading,
              PazRecord *pledge)
{
  const char *withdrawn = paz_record_get_text (pledge, "withdrawn");

  return withdrawn != NULL && strcmp (withdrawn, reading->last_day) <= 0;
}

static int
get_level_rank (const char *key)
{
  static const char * const levels[] = { "study", "l1", "l2", "l3", "rdl" };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (strcmp (levels[i], key) == 0)
      return (int) i;

  return G_N_ELEMENTS (levels);
}

static int
compare_levels_cb (gconstpointer a,
                   gconstpointer b)
{
  return get_level_rank (((const PazProfilePledges *) a)->key) - get_level_rank (((const PazProfilePledges *) b)->key);
}

static gboolean
read_pledges (Reading  *reading,
              GError  **error)
{
  GPtrArray *pledges = list_linked (reading, "pledge", "participant", reading->participant, error);

  if (pledges == NULL)
    return FALSE;
  reading->records->pledge_records = pledges;
  for (guint i = pledges->len; i > 0; i--)
    if (is_withdrawn (reading, pledges->pdata[i - 1]))
      g_ptr_array_remove_index (pledges, i - 1);
  for (guint i = 0; i < pledges->len; i++)
    add_pledge (reading, pledges->pdata[i]);
  reading->records->n_pledges = pledges->len;
  g_array_sort (reading->records->pledges, compare_levels_cb);

  return TRUE;
}

/* ---- needs and offers ---- */

static guint
count_in (GPtrArray         *records,
          const char *const *statuses)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += is_one_of (records->pdata[i], "status", statuses);

  return n;
}

static gboolean
read_cooperation (Reading  *reading,
                  GError  **error)
{
  static const char * const open_needs[] = { "open", "partly_met", NULL };
  static const char * const open_offers[] = { "available", NULL };
  PazProfileRecords *records = reading->records;

  records->need_records = list_linked (reading, "need", "participant", reading->participant, error);
  if (records->need_records == NULL)
    return FALSE;
  records->offer_records = list_linked (reading, "offer", "participant", reading->participant, error);
  if (records->offer_records == NULL)
    return FALSE;
  records->needs = records->need_records->len;
  records->offers = records->offer_records->len;
  records->needs_open = count_in (records->need_records, open_needs);
  records->offers_open = count_in (records->offer_records, open_offers);

  return TRUE;
}

/* ---- training ---- */

static gboolean
read_courses (Reading    *reading,
              const char *centre,
              GError    **error)
{
  g_autoptr (GPtrArray) courses = list_linked (reading, "course", "centre", centre, error);

  if (courses == NULL)
    return FALSE;
  for (guint i = 0; i < courses->len; i++)
    {
      PazRecord *course = courses->pdata[i];

      reading->records->courses++;
      reading->records->courses_held += g_strcmp0 (paz_record_get_text (course, "status"), "held") == 0;
      reading->records->seats += paz_record_get_integer (course, "seats");
      g_ptr_array_add (reading->records->course_records, g_object_ref (course));
    }

  return TRUE;
}

static void
add_seats (PazProfileSeats *seats,
           PazRecord       *line)
{
  seats->women += paz_record_get_integer (line, "women");
  seats->men += paz_record_get_integer (line, "men");
  seats->n++;
}

static gboolean
read_seats (Reading  *reading,
            GError  **error)
{
  static const char * const used[] = { "attended", "completed", NULL };
  static const char * const asked[] = { "requested", "granted", NULL };
  g_autoptr (GPtrArray) lines = list_linked (reading, "course_seats", "participant", reading->participant, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      if (is_one_of (lines->pdata[i], "stage", used))
        add_seats (&reading->records->seats_used, lines->pdata[i]);
      else if (is_one_of (lines->pdata[i], "stage", asked))
        add_seats (&reading->records->seats_asked, lines->pdata[i]);
    }

  return TRUE;
}

static gboolean
read_training (Reading  *reading,
               GError  **error)
{
  g_autoptr (GPtrArray) centres = list_linked (reading, "centre", "participant", reading->participant, error);

  if (centres == NULL)
    return FALSE;
  reading->records->centres = centres->len;
  for (guint i = 0; i < centres->len; i++)
    if (!read_courses (reading, paz_record_get_id (centres->pdata[i]), error))
      return FALSE;

  return read_seats (reading, error);
}

/* ---- standing ---- */

static gboolean
read_standings (Reading  *reading,
                GError  **error)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("membership"));
  g_autoptr (GPtrArray) found = NULL;

  paz_query_set_container (query, reading->participant);
  found = paz_store_list_records (reading->store, query, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      PazRecord *passed = pass (reading, found->pdata[i]);

      if (passed != NULL)
        g_ptr_array_add (reading->records->standings, passed);
    }

  return TRUE;
}

/* ---- all of them ---- */

static PazProfileRecords *
records_new (void)
{
  PazProfileRecords *self = g_new0 (PazProfileRecords, 1);

  self->pledges = g_array_new (FALSE, TRUE, sizeof (PazProfilePledges));
  self->standings = g_ptr_array_new_with_free_func (g_object_unref);
  self->course_records = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
paz_profile_records_free (PazProfileRecords *self)
{
  g_array_unref (self->pledges);
  g_clear_pointer (&self->standings, g_ptr_array_unref);
  g_clear_pointer (&self->pledge_records, g_ptr_array_unref);
  g_clear_pointer (&self->need_records, g_ptr_array_unref);
  g_clear_pointer (&self->offer_records, g_ptr_array_unref);
  g_clear_pointer (&self->course_records, g_ptr_array_unref);
  g_free (self);
}

static void
find_last_day (Reading *reading,
               guint16  month)
{
  char text[8];

  if (month == 0)
    g_strlcpy (reading->last_day, "0000", sizeof reading->last_day);
  else
    g_snprintf (reading->last_day, sizeof reading->last_day, "%s-%02u",
                paz_month_format (month, text), paz_month_get_days (month));
}

PazProfileRecords *
paz_profile_records_load (PazStore           *store,
                          PazRecord          *participant,
                          guint16             month,
                          const PazAudience  *audience,
                          GError            **error)
{
  g_autoptr (PazGate) gate = audience != NULL ? paz_gate_new (store, audience) : NULL;
  Reading reading = { .store = store, .gate = gate, .records = records_new () };

  find_last_day (&reading, month);
  /* Nobody's profile: a contributor that is no participant here has figures, and no records. */
  if (participant == NULL)
    {
      reading.records->pledge_records = g_ptr_array_new_with_free_func (g_object_unref);
      reading.records->need_records = g_ptr_array_new_with_free_func (g_object_unref);
      reading.records->offer_records = g_ptr_array_new_with_free_func (g_object_unref);
      return reading.records;
    }
  reading.participant = paz_record_get_id (participant);
  if (read_pledges (&reading, error) && read_cooperation (&reading, error)
      && read_training (&reading, error) && read_standings (&reading, error))
    return reading.records;
  paz_profile_records_free (reading.records);

  return NULL;
}
