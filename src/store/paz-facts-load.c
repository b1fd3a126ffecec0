/* Which data sets speak. Newest first, each takes what no newer one covers. */
#include "base/paz-date.h"
#include "paz-facts-claim.h"
#include "paz-sql.h"

#define N_CODES (G_MAXUINT16 + 1)

typedef struct
{
  char    *id;
  gint64   imported;  /* unix seconds; 0 when not known */
  gint64   changed;   /* unix milliseconds */
  gboolean listed;    /* speaks for the contributors it holds, not for all of its scope */
  gboolean held;      /* speaks for the personnel types it holds, not for all */
} DataSet;

static void
data_set_free (DataSet *self)
{
  g_free (self->id);
  g_free (self);
}

static gint64
get_instant (const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  GDate first, last;

  if (text == NULL)
    return 0;
  time = paz_datetime_parse (text);
  if (time != NULL)
    return g_date_time_to_unix (time);
  if (paz_date_get_range (text, &first, &last))
    return ((gint64) g_date_get_julian (&first) - 719163) * 86400;

  return 0;
}

/* Newest first. Of two imported on one day the one written later; at last the greater id, so that
 * every copy agrees. */
static int
compare_data_sets_cb (gconstpointer a,
                      gconstpointer b)
{
  const DataSet *one = *(const DataSet * const *) a;
  const DataSet *other = *(const DataSet * const *) b;

  if (one->imported != other->imported)
    return one->imported > other->imported ? -1 : 1;
  if (one->changed != other->changed)
    return one->changed > other->changed ? -1 : 1;

  return strcmp (other->id, one->id);
}

static gboolean
may_see (sqlite3_stmt      *select,
         const PazAudience *audience)
{
  const char *owner = paz_sql_get_text (select, 2);
  const char *codes = paz_sql_get_text (select, 4);
  g_auto (GStrv) list = g_strsplit (codes != NULL ? codes : "", " ", -1);

  return audience == NULL
         || paz_release_may_see ((PazLevel) sqlite3_column_int (select, 3),
                                 (const char * const *) list, owner, owner, audience);
}

static GPtrArray *
list_data_sets (sqlite3            *db,
                const PazAudience  *audience,
                GError            **error)
{
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) data_set_free);
  g_autoptr (sqlite3_stmt) select = paz_sql_prepare (db, "SELECT id, imported, owner, level, list, changed, scope, types"
                                                         " FROM k_data_set WHERE deleted = 0", error);
  gboolean row;

  if (select == NULL || !paz_sql_step (select, &row, error))
    return NULL;

  while (row)
    {
      if (may_see (select, audience))
        {
          DataSet *set = g_new0 (DataSet, 1);

          set->id = g_strdup (paz_sql_get_text (select, 0));
          set->changed = sqlite3_column_int64 (select, 5);
          set->imported = get_instant (paz_sql_get_text (select, 1));
          set->listed = g_strcmp0 (paz_sql_get_text (select, 6), "listed") == 0;
          set->held = g_strcmp0 (paz_sql_get_text (select, 7), "held") == 0;
          g_ptr_array_add (sets, set);
        }
      if (!paz_sql_step (select, &row, error))
        return NULL;
    }
  g_ptr_array_sort (sets, compare_data_sets_cb);

  return g_steal_pointer (&sets);
}

static gboolean
read_region (sqlite3       *db,
             PazFactTable  *facts,
             guint8        *region,
             GError       **error)
{
  g_autoptr (sqlite3_stmt) select = paz_sql_prepare (db, "SELECT code FROM k_participant"
                                                         " WHERE type = 'state' AND deleted = 0", error);
  gboolean row;

  if (select == NULL || !paz_sql_step (select, &row, error))
    return FALSE;

  while (row)
    {
      const char *code = paz_sql_get_text (select, 0);
      int n = code != NULL ? paz_fact_table_find_key (facts, PAZ_DIMENSION_CONTRIBUTOR, code) : -1;

      if (n >= 0)
        region[n] = 1;
      if (!paz_sql_step (select, &row, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- one data set ---- */

static gboolean
take_data_set (sqlite3       *db,
               const DataSet *set,
               PazFactTable  *facts,
               PazClaims     *claims,
               guint          n_set,
               GCancellable  *cancellable,
               GError       **error)
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
  g_autofree guint8 *region = g_new0 (guint8, N_CODES);
  g_autoptr (PazClaims) claims = NULL;
  g_autoptr (GPtrArray) sets = list_data_sets (db, audience, error);

  if (sets == NULL || !paz_facts_read_codes (db, facts, error)
      || !read_region (db, facts, region, error))
    return FALSE;
  claims = paz_claims_new (facts, region);

  for (guint i = 0; i < sets->len && ids->len < G_MAXUINT16; i++)
    {
      const DataSet *set = sets->pdata[i];
      guint32 before = facts->n_rows;

      if (!take_data_set (db, set, facts, claims, ids->len, cancellable, error))
        return FALSE;
      if (facts->n_rows > before)
        g_ptr_array_add (ids, g_strdup (set->id));
    }

  return TRUE;
}

/* Several statements that must see the same moment. A reader of a worker sees one anyway. */
static gboolean
begin_moment (sqlite3  *db,
              gboolean *begun,
              GError  **error)
{
  *begun = sqlite3_get_autocommit (db) != 0;

  return !*begun || paz_sql_run (db, "BEGIN", error);
}

static void
end_moment (sqlite3  *db,
            gboolean  begun)
{
  if (begun)
    paz_sql_run (db, "COMMIT", NULL);
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

  if (!begin_moment (db, &begun, error))
    return NULL;
  loaded = load (db, audience, facts, ids, cancellable, error);
  end_moment (db, begun);
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

  if (!begin_moment (db, &begun, error))
    return NULL;
  loaded = paz_facts_read_codes (db, facts, error) && paz_facts_read (db, data_set, facts, NULL, error);
  end_moment (db, begun);
  if (!loaded)
    return NULL;

  paz_fact_table_finish (facts, NULL, NULL);

  return g_steal_pointer (&facts);
}
