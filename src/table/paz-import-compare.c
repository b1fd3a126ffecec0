#include "paz-import-private.h"

#include "base/paz-date.h"
#include "base/paz-uuid.h"
#include "paz-dry-run.h"

/* ---- the store's side ---- */

static GHashTable *
list_states (PazStore  *store,
             GError   **error)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("participant"));
  g_autoptr (GPtrArray) participants = paz_store_list_records (store, query, error);
  GHashTable *states;

  if (participants == NULL)
    return NULL;

  states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < participants->len; i++)
    {
      PazRecord *record = participants->pdata[i];
      const char *code = paz_record_get_text (record, "code");

      if (code != NULL && g_strcmp0 (paz_record_get_text (record, "type"), "state") == 0)
        g_hash_table_add (states, g_strdup (code));
    }

  return states;
}

static gboolean
is_regional (PazFactTable *facts,
             GHashTable   *states)
{
  guint n = paz_fact_table_get_n_keys (facts, PAZ_DIMENSION_CONTRIBUTOR);

  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (states, paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR,
                                                                (guint16) i)))
      return FALSE;

  return TRUE;
}

/* ---- the record ---- */

static void
set_value (PazRecord  *record,
           const char *key,
           GVariant   *value)
{
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), value);
}

static void
set_text (PazRecord  *record,
          const char *key,
          const char *text)
{
  set_value (record, key, g_variant_new_string (text));
}

static void
put_after (GDateTime  **moment,
           const char  *other)
{
  g_autoptr (GDateTime) time = other != NULL ? paz_datetime_parse (other) : NULL;

  if (time == NULL || g_date_time_to_unix (time) < g_date_time_to_unix (*moment))
    return;
  g_date_time_unref (*moment);
  *moment = g_date_time_new_from_unix_utc (g_date_time_to_unix (time) + 1);
}

/* The newest data set speaks, and newest is what was imported or brought back last: an import is
 * later than every one before it, also within one second or after a clock was set back. */
static GDateTime *
choose_moment (PazStore  *store,
               GError   **error)
{
  g_autoptr (GDateTime) moment = g_date_time_new_now_utc ();
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("data_set"));
  g_autoptr (GPtrArray) data_sets = paz_store_list_records (store, query, error);

  if (data_sets == NULL)
    return NULL;

  for (guint i = 0; i < data_sets->len; i++)
    {
      put_after (&moment, paz_record_get_text (data_sets->pdata[i], "imported"));
      put_after (&moment, paz_record_get_text (data_sets->pdata[i], "speaks_since"));
    }

  return g_steal_pointer (&moment);
}

static void
set_months (PazImport *self)
{
  const guint16 *months = paz_fact_table_get_months (self->facts);
  guint32 n = paz_fact_table_get_n_rows (self->facts);
  g_autofree char *title = NULL;
  char first[8] = "", last[8] = "";

  if (n > 0)
    {
      self->counts.first_month = months[0];
      self->counts.last_month = months[n - 1];
      paz_month_format (months[0], first);
      paz_month_format (months[n - 1], last);
      set_text (self->data_set, "first_month", first);
      set_text (self->data_set, "last_month", last);
    }

  title = g_strcmp0 (first, last) != 0
            ? g_strdup_printf ("%s %s – %s", self->header->layout->name, first, last)
            : g_strdup_printf ("%s %s", self->header->layout->name, first);
  set_text (self->data_set, "title", g_strchomp (title));
}

/* Records have no months; the file says when it was published. */
static void
set_edition (PazImport *self)
{
  g_autofree char *title =
    g_strjoin (" ", self->header->layout->name, self->published, NULL);

  set_text (self->data_set, "title", title);
  if (self->published != NULL)
    set_text (self->data_set, "published", self->published);
}

/* A record that was deleted, as undo does it, comes back; else a new one that every store shares. */
static PazRecord *
dup_data_set (PazImport  *self,
              PazStore   *store,
              GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (PazRecord) record = NULL;
  char id[PAZ_UUID_SIZE];

  paz_uuid_make_shared ("data_set", self->sha256, id);
  record = paz_store_dup_record (store, id, &local_error);
  /* The same rows again may bring back what was deleted since. */
  if (record != NULL && !paz_record_is_deleted (record) && self->kind == NULL)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_SAME, "data set %s", id);
      return NULL;
    }
  if (record != NULL)
    {
      paz_record_set_deleted (record, FALSE);
      return g_steal_pointer (&record);
    }
  if (!g_error_matches (local_error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  record = paz_record_new (paz_kind_find ("data_set"), id, "*", NULL);
  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  return g_steal_pointer (&record);
}

static gboolean
make_data_set (PazImport  *self,
               PazStore   *store,
               GError    **error)
{
  self->data_set = dup_data_set (self, store, error);
  if (self->data_set == NULL || !paz_import_stamp (self, store, error))
    return FALSE;

  if (self->kind != NULL)
    set_edition (self);
  else
    set_months (self);
  set_text (self->data_set, "publisher", self->header->layout->publisher);
  set_text (self->data_set, "layout", self->header->layout->name);
  set_text (self->data_set, "file_name", self->file_name);
  set_text (self->data_set, "sha256", self->sha256);
  set_value (self->data_set, "rows",
             g_variant_new_int64 (self->kind != NULL ? self->counts.rows - self->counts.n_refused
                                                     : paz_fact_table_get_n_rows (self->facts)));
  return TRUE;
}

gboolean
paz_import_stamp (PazImport  *self,
                  PazStore   *store,
                  GError    **error)
{
  g_autoptr (GDateTime) moment = choose_moment (store, error);
  g_autofree char *text = NULL;

  if (moment == NULL)
    return FALSE;

  text = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S+00:00[UTC]");
  set_text (self->data_set, "imported", text);
  return TRUE;
}

/* What the choice leaves of the changes, and what the data set's record says of it. */
void
paz_import_put_keep (PazImport     *self,
                     PazImportKeep  keep)
{
  gboolean listed = (keep & PAZ_IMPORT_KEEP_CONTRIBUTORS) != 0;

  self->keep = keep;
  self->counts.n_gone = 0;
  for (guint i = 0; i < PAZ_N_KEEPS; i++)
    if ((i & keep) == 0)
      self->counts.n_gone += self->run.n_gone[i];
  g_ptr_array_set_size (self->changes, 0);
  for (guint i = 0; i < self->run.changes->len; i++)
    {
      PazImportChange *change = self->run.changes->pdata[i];

      if ((change->kept_by & keep) == 0)
        g_ptr_array_add (self->changes, change);
    }
  set_text (self->data_set, "scope", listed ? "listed" : self->regional ? "region" : "world");
  set_text (self->data_set, "types", (keep & PAZ_IMPORT_KEEP_TYPES) != 0 ? "held" : "all");
}

gboolean
paz_import_compare (PazImport       *self,
                    PazStore        *store,
                    const PazWatch  *watch,
                    GError         **error)
{
  g_autoptr (GHashTable) states = list_states (store, error);
  g_autoptr (PazFactTable) speaking = NULL;

  if (states == NULL)
    return FALSE;

  self->regional = paz_fact_table_get_n_rows (self->facts) > 0 && is_regional (self->facts, states);
  if (!make_data_set (self, store, error))
    return FALSE;

  if (self->kind != NULL)
    return paz_watch_report (watch, 1, error);

  speaking = paz_store_load_facts (store, NULL, NULL, watch->cancellable, error);
  if (speaking == NULL)
    return FALSE;

  if (self->header->layout->check)
    {
      paz_import_check_ranks (self, speaking);
      return paz_watch_report (watch, 1, error);
    }
  if (self->header->layout->totals)
    {
      paz_import_check_totals (self, speaking);
      self->counts.n_same = self->counts.n_compared - self->counts.n_different;
      if (self->check)
        return paz_watch_report (watch, 1, error);
      set_months (self);
      set_text (self->data_set, "sexes", "together");
    }
  else
    set_text (self->data_set, "sexes", "apart");

  paz_dry_run_compare (&self->run, self->facts, speaking, states, self->regional);
  self->counts.n_new = self->run.n_new;
  self->counts.n_changed = self->run.n_changed;
  self->counts.n_same += self->run.n_same;
  paz_import_put_keep (self, PAZ_IMPORT_KEEP_NOTHING);
  return paz_watch_report (watch, 1, error);
}
