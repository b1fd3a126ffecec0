/* How much of each data set speaks, and how one is let speak or silenced. */
#include "store/paz-speaking.h"

#include "base/paz-date.h"
#include "model/paz-record.h"
#include "paz-facts-sets.h"

#define N_MONTHS (G_MAXUINT16 + 1)

static void
speaking_set_free (gpointer data)
{
  PazSpeakingSet *self = data;

  g_free (self->data_set);
  g_free (self->months);
  g_free (self);
}

static void
count_months (PazFactTable *facts,
              guint32       first,
              guint32      *counts)
{
  memset (counts, 0, N_MONTHS * sizeof *counts);
  for (guint32 i = first; i < facts->n_rows; i++)
    counts[facts->months[i]]++;
}

static void
put_months (PazSpeakingSet *set,
            const guint32  *held,
            const guint32  *speaking)
{
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (PazSpeakingMonth));

  for (guint i = 0; i < N_MONTHS; i++)
    if (held[i] > 0)
      {
        PazSpeakingMonth month = { (guint16) i, held[i], speaking[i] };

        set->n_held += held[i];
        set->n_speaking += speaking[i];
        g_array_append_val (months, month);
      }
  set->n_months = months->len;
  set->months = (PazSpeakingMonth *) g_array_free (g_steal_pointer (&months), FALSE);
}

/* The rows are not needed after they are counted: memory stays that of the greatest data set. */
static PazSpeakingSet *
weigh (sqlite3           *db,
       const PazDataSet  *set,
       PazFactTable      *facts,
       PazClaims         *claims,
       guint32           *counts,
       GCancellable      *cancellable,
       GError           **error)
{
  PazSpeakingSet *state;

  facts->n_rows = 0;
  if (!paz_facts_read (db, set->id, facts, cancellable, error))
    return NULL;

  count_months (facts, 0, counts);
  if (set->silenced)
    facts->n_rows = 0;
  else
    paz_claims_settle (claims, facts, 0, set->listed, set->held);
  count_months (facts, 0, counts + N_MONTHS);

  state = g_new0 (PazSpeakingSet, 1);
  state->data_set = g_strdup (set->id);
  state->silenced = set->silenced;
  put_months (state, counts, counts + N_MONTHS);
  return state;
}

static gboolean
weigh_all (sqlite3            *db,
           const PazAudience  *audience,
           GPtrArray          *states,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (GPtrArray) sets = paz_facts_list_sets (db, audience, error);
  g_autofree guint32 *counts = g_new (guint32, 2 * N_MONTHS);
  g_autofree guint8 *region = NULL;
  g_autoptr (PazClaims) claims = NULL;

  if (sets == NULL || !paz_facts_read_codes (db, facts, error)
      || (region = paz_facts_read_region (db, facts, error)) == NULL)
    return FALSE;

  claims = paz_claims_new (facts, region);
  for (guint i = 0; i < sets->len; i++)
    {
      PazSpeakingSet *state = weigh (db, sets->pdata[i], facts, claims, counts, cancellable, error);

      if (state == NULL)
        return FALSE;
      g_ptr_array_add (states, state);
    }

  return TRUE;
}

GPtrArray *
paz_store_list_speaking (PazStore           *self,
                         const PazAudience  *audience,
                         GCancellable       *cancellable,
                         GError            **error)
{
  sqlite3 *db = paz_store_get_reader_db (self);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (speaking_set_free);
  gboolean begun, done;

  if (!paz_facts_begin (db, &begun, error))
    return NULL;
  done = weigh_all (db, audience, states, cancellable, error);
  paz_facts_end (db, begun);

  return done ? g_steal_pointer (&states) : NULL;
}

/* ---- steps ---- */

static gboolean
put_record (PazStore   *self,
            PazRecord  *record,
            guint64    *step,
            GError    **error)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();

  paz_edit_put (edit, record);
  return paz_store_apply (self, edit, NULL, NULL, NULL, step, error);
}

static void
set_value (PazRecord  *record,
           const char *key,
           GVariant   *value)
{
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), value);
}

/* Later than all others, also within one second or after a clock was set back. */
static char *
dup_moment (GPtrArray *sets)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gint64 moment = g_date_time_to_unix (now);
  g_autoptr (GDateTime) chosen = NULL;

  for (guint i = 0; i < sets->len; i++)
    moment = MAX (moment, ((PazDataSet *) sets->pdata[i])->since + 1);
  chosen = g_date_time_new_from_unix_utc (moment);

  return g_date_time_format (chosen, "%Y-%m-%dT%H:%M:%S+00:00[UTC]");
}

gboolean
paz_store_let_speak (PazStore    *self,
                     const char  *data_set,
                     guint64     *step,
                     GError     **error)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (self, data_set, error);
  g_autoptr (GPtrArray) sets = NULL;
  const PazDataSet *first;
  g_autofree char *moment = NULL;

  *step = 0;
  if (record == NULL || (sets = paz_facts_list_sets (paz_store_get_reader_db (self), NULL, error)) == NULL)
    return FALSE;
  first = sets->len > 0 ? sets->pdata[0] : NULL;
  if (first != NULL && !first->silenced && g_str_equal (first->id, data_set))
    return TRUE;

  moment = dup_moment (sets);
  set_value (record, "speaks_since", g_variant_new_string (moment));
  set_value (record, "silenced", NULL);
  return put_record (self, record, step, error);
}

gboolean
paz_store_silence (PazStore    *self,
                   const char  *data_set,
                   guint64     *step,
                   GError     **error)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (self, data_set, error);

  *step = 0;
  if (record == NULL)
    return FALSE;

  set_value (record, "silenced", g_variant_new_boolean (TRUE));
  return put_record (self, record, step, error);
}
