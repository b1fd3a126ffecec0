#include "paz-matters.h"

/* A status that waits for nothing any more; every list of statuses takes its words from here. */
static const char * const settled[] = {
  "completed", "withdrawn", "adopted", "declined", "done", "closed", "cancelled", "fulfilled", "met", NULL
};

typedef struct
{
  PazStore     *store;
  PazCatalogue *catalogue;
  char         *own;         /* id of the own delegation's record, or NULL */
  gboolean      mine;
  char         *today;
  char         *until;
  GPtrArray    *matters;
} Search;

void
paz_matter_free (PazMatter *self)
{
  g_free (self->record);
  g_free (self->title);
  g_free (self->when);
  g_free (self->shown);
  g_free (self);
}

static void
search_clear (Search *search)
{
  g_free (search->own);
  g_free (search->today);
  g_free (search->until);
  g_clear_pointer (&search->matters, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static char *
dup_day (guint days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, (int) days);

  return g_date_time_format (then, "%Y-%m-%d");
}

/* A partial date is over with its last day: "2026-05" sorts after "2026-05-31" as "2026-05~". */
static gboolean
is_over (const char *date,
         const char *today)
{
  g_autofree char *last = strlen (date) < 10 ? g_strconcat (date, "~", NULL) : g_strndup (date, 10);

  return strcmp (last, today) < 0;
}

static gboolean
is_settled (PazRecord *record)
{
  const char *status = paz_record_get_text (record, "status");

  return status != NULL && g_strv_contains (settled, status);
}

static gboolean
names_own (Search    *search,
           PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; search->own != NULL && i < kind->n_fields; i++)
    {
      GVariant *value = paz_record_get_value (record, &kind->fields[i]);
      g_autofree const char **ids = NULL;

      if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
        continue;
      if (kind->fields[i].type == PAZ_VALUE_LINK && g_str_equal (g_variant_get_string (value, NULL), search->own))
        return TRUE;
      if (kind->fields[i].type != PAZ_VALUE_LINKS)
        continue;
      ids = g_variant_get_strv (value, NULL);
      if (g_strv_contains (ids, search->own))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_mine (Search    *search,
         PazRecord *record)
{
  return g_strcmp0 (paz_record_get_owner (record), paz_store_get_participant (search->store)) == 0
         || names_own (search, record);
}

static void
add (Search        *search,
     PazRecord     *record,
     PazMatterType  type,
     const char    *key)
{
  gboolean mine = is_mine (search, record);
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);
  PazMatter *matter;

  if (search->mine && !mine)
    return;
  matter = g_new0 (PazMatter, 1);
  matter->type = type;
  matter->kind = paz_record_get_kind (record);
  matter->record = g_strdup (paz_record_get_id (record));
  matter->title = paz_store_dup_title (search->store, matter->record, search->catalogue);
  matter->when = g_strdup (paz_record_get_text (record, key));
  matter->shown = paz_value_dup_display (field, matter->kind, paz_record_get_value (record, field), search->catalogue);
  matter->mine = mine;
  g_ptr_array_add (search->matters, matter);
}

static const PazField *
find_field (const PazKind *kind,
            const char    *key,
            PazValueType   type)
{
  const PazField *field = paz_kind_find_field (kind, key);

  return field != NULL && field->type == type && field->until == 0 ? field : NULL;
}

static void
look_at (Search    *search,
         PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  const char *due = find_field (kind, "due", PAZ_VALUE_DATE) != NULL ? paz_record_get_text (record, "due") : NULL;
  const char *expiry = find_field (kind, "silence_expiry", PAZ_VALUE_DATETIME) != NULL
                         ? paz_record_get_text (record, "silence_expiry") : NULL;

  if (is_settled (record))
    return;
  if (expiry != NULL && strcmp (expiry, search->today) >= 0 && strcmp (expiry, search->until) <= 0)
    add (search, record, PAZ_MATTER_SILENCE, "silence_expiry");
  else if (due != NULL && is_over (due, search->today))
    add (search, record, PAZ_MATTER_OVERDUE, "due");
  else if (due != NULL && strcmp (due, search->until) <= 0)
    add (search, record, PAZ_MATTER_DUE, "due");
}

static gboolean
look_at_kind (Search         *search,
              const PazKind  *kind,
              GError        **error)
{
  g_autoptr (PazQuery) query = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (find_field (kind, "due", PAZ_VALUE_DATE) == NULL
      && find_field (kind, "silence_expiry", PAZ_VALUE_DATETIME) == NULL)
    return TRUE;
  query = paz_query_new (kind);
  records = paz_store_list_records (search->store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    look_at (search, records->pdata[i]);

  return records != NULL;
}

static char *
dup_own_record (PazStore *store)
{
  const char *code = paz_store_get_participant (store);
  const PazKind *kind = paz_kind_find ("participant");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) ids = NULL;

  if (code == NULL || *code == '\0')
    return NULL;
  paz_query_add_condition (query, paz_kind_find_field (kind, "code"), PAZ_MATCH_IS, code);
  ids = paz_store_find (store, query, NULL, NULL);

  return ids != NULL && ids->len > 0 ? g_strdup (ids->pdata[0]) : NULL;
}

static int
compare_matters_cb (gconstpointer a,
                    gconstpointer b)
{
  const PazMatter *first = *(PazMatter * const *) a;
  const PazMatter *second = *(PazMatter * const *) b;

  if (first->type != second->type)
    return (int) first->type - (int) second->type;

  return strcmp (first->when, second->when);
}

GPtrArray *
paz_matters_find (PazStore      *store,
                  gboolean       mine,
                  guint          days,
                  PazCatalogue  *catalogue,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_auto (Search) search = { store, catalogue, dup_own_record (store), mine, dup_day (0), dup_day (days), NULL };
  const PazKind * const *kinds = paz_kind_list (NULL);

  search.matters = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_matter_free);
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !look_at_kind (&search, kinds[i], error))
      return NULL;
  g_ptr_array_sort (search.matters, compare_matters_cb);

  return g_steal_pointer (&search.matters);
}
