/* Which data sets speak. Newest first, each takes what no newer one covers. */
#include "paz-facts-sets.h"
#include "paz-sql.h"

/* ---- one data set ---- */

static gboolean
take_data_set (sqlite3           *db,
               const PazDataSet  *set,
               PazFactTable      *facts,
               PazClaims         *claims,
               guint              n_set,
               GCancellable      *cancellable,
               GError           **error)
{
  guint32 first = facts->n_rows;

  if (!paz_facts_read (db, set->id, facts, cancellable, error))
    return FALSE;

  paz_claims_settle (claims, facts, first, set->listed, set->held);
  for (guint32 i = first; i < facts->n_rows; i++)
    facts->sets[i] = (guint16) n_set;

  return TRUE;
}

static gboolean
load (sqlite3            *db,
      const PazAudience  *audience,
      PazFactTable       *facts,
      GPtrArray          *ids,
      GCancellable       *cancellable,
      GError            **error)
{
  g_autofree guint8 *region = NULL;
  g_autoptr (PazClaims) claims = NULL;
  g_autoptr (GPtrArray) sets = paz_facts_list_sets (db, audience, error);

  if (sets == NULL || !paz_facts_read_codes (db, facts, error)
      || (region = paz_facts_read_region (db, facts, error)) == NULL)
    return FALSE;
  claims = paz_claims_new (facts, region);

  for (guint i = 0; i < sets->len && ids->len < G_MAXUINT16; i++)
    {
      const PazDataSet *set = sets->pdata[i];
      guint32 before = facts->n_rows;

      if (set->silenced)
        break;
      if (!take_data_set (db, set, facts, claims, ids->len, cancellable, error))
        return FALSE;
      if (facts->n_rows > before)
        g_ptr_array_add (ids, g_strdup (set->id));
    }

  return TRUE;
}

/* ---- public ---- */

PazFactTable *
paz_store_load_facts (PazStore           *self,
                      const PazAudience  *audience,
                      GPtrArray         **data_sets,
                      GCancellable       *cancellable,
                      GError            **error)
{
  sqlite3 *db = paz_store_get_reader_db (self);
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean begun, loaded;

  if (!paz_facts_begin (db, &begun, error))
    return NULL;
  loaded = load (db, audience, facts, ids, cancellable, error);
  paz_facts_end (db, begun);
  if (!loaded)
    return NULL;

  paz_fact_table_finish (facts, NULL, NULL);
  if (data_sets != NULL)
    *data_sets = g_steal_pointer (&ids);

  return g_steal_pointer (&facts);
}

PazFactTable *
paz_store_load_data_set (PazStore    *self,
                         const char  *data_set,
                         GError     **error)
{
  sqlite3 *db = paz_store_get_reader_db (self);
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  gboolean begun, loaded;

  g_return_val_if_fail (data_set != NULL, NULL);

  if (!paz_facts_begin (db, &begun, error))
    return NULL;
  loaded = paz_facts_read_codes (db, facts, error) && paz_facts_read (db, data_set, facts, NULL, error);
  paz_facts_end (db, begun);
  if (!loaded)
    return NULL;

  paz_fact_table_finish (facts, NULL, NULL);

  return g_steal_pointer (&facts);
}
