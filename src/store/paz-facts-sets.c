/* Which data sets there are, and which of two has more weight. */
#include "paz-facts-sets.h"

#include "base/paz-date.h"
#include "paz-sql.h"

#define N_CODES (G_MAXUINT16 + 1)

static void
data_set_free (PazDataSet *self)
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

/* Those that speak before those that are silenced; newest first. Of two of one day the one written later; at last the greater id, so that
 * every copy agrees. */
static int
compare_data_sets_cb (gconstpointer a,
                      gconstpointer b)
{
  const PazDataSet *one = *(const PazDataSet * const *) a;
  const PazDataSet *other = *(const PazDataSet * const *) b;

  if (one->silenced != other->silenced)
    return one->silenced ? 1 : -1;
  if (one->since != other->since)
    return one->since > other->since ? -1 : 1;
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

GPtrArray *
paz_facts_list_sets (sqlite3            *db,
                     const PazAudience  *audience,
                     GError            **error)
{
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) data_set_free);
  g_autoptr (sqlite3_stmt) select = paz_sql_prepare (db, "SELECT id, imported, owner, level, list, changed, scope, types,"
                                                         " speaks_since, silenced"
                                                         " FROM k_data_set WHERE deleted = 0", error);
  gboolean row;

  if (select == NULL || !paz_sql_step (select, &row, error))
    return NULL;

  while (row)
    {
      if (may_see (select, audience))
        {
          PazDataSet *set = g_new0 (PazDataSet, 1);

          set->id = g_strdup (paz_sql_get_text (select, 0));
          set->changed = sqlite3_column_int64 (select, 5);
          set->since = MAX (get_instant (paz_sql_get_text (select, 1)), get_instant (paz_sql_get_text (select, 8)));
          set->silenced = sqlite3_column_int (select, 9) == 1;
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

guint8 *
paz_facts_read_region (sqlite3       *db,
                       PazFactTable  *facts,
                       GError       **error)
{
  g_autofree guint8 *region = g_new0 (guint8, N_CODES);
  g_autoptr (sqlite3_stmt) select = paz_sql_prepare (db, "SELECT code FROM k_participant"
                                                         " WHERE type = 'state' AND deleted = 0", error);
  gboolean row;

  if (select == NULL || !paz_sql_step (select, &row, error))
    return NULL;

  while (row)
    {
      const char *code = paz_sql_get_text (select, 0);
      int n = code != NULL ? paz_fact_table_find_key (facts, PAZ_DIMENSION_CONTRIBUTOR, code) : -1;

      if (n >= 0)
        region[n] = 1;
      if (!paz_sql_step (select, &row, error))
        return NULL;
    }

  return g_steal_pointer (&region);
}

gboolean
paz_facts_begin (sqlite3   *db,
                 gboolean  *begun,
                 GError   **error)
{
  *begun = sqlite3_get_autocommit (db) != 0;

  return !*begun || paz_sql_run (db, "BEGIN", error);
}

void
paz_facts_end (sqlite3  *db,
               gboolean  begun)
{
  if (begun)
    paz_sql_run (db, "COMMIT", NULL);
}
