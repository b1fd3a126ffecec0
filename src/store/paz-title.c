/* Names of records, links inside them resolved. Kept by id and language until something changes. */
#include "base/paz-catalogue.h"
#include "paz-find-sql.h"

/* A title that links to itself over others ends here. */
#define MAX_DEPTH 4

/* A deleted record still has its name, in history and undo; a link to it does not tell it. */
typedef enum
{
  AS_RECORD,
  AS_LINK,
} TitleUse;
#define N_USES 2

typedef struct
{
  guint64     change;
  GHashTable *titles[N_USES][PAZ_N_LANGUAGES];   /* id -> title */
} TitleCache;

typedef struct
{
  PazStore *store;
  guint     depth;
} TitleRequest;

static char *dup_title (PazStore     *self,
                        const char   *id,
                        PazCatalogue *catalogue,
                        TitleUse      use,
                        guint         depth);

static void
title_cache_free (gpointer data)
{
  TitleCache *cache = data;

  for (int i = 0; i < N_USES * PAZ_N_LANGUAGES; i++)
    g_hash_table_unref (cache->titles[i / PAZ_N_LANGUAGES][i % PAZ_N_LANGUAGES]);
  g_free (cache);
}

static TitleCache *
title_cache_new (void)
{
  TitleCache *cache = g_new0 (TitleCache, 1);

  for (int i = 0; i < N_USES * PAZ_N_LANGUAGES; i++)
    cache->titles[i / PAZ_N_LANGUAGES][i % PAZ_N_LANGUAGES] =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return cache;
}

/* A store is read by one thread at a time, so its cache needs no lock. */
static TitleCache *
get_cache (PazStore *self)
{
  GQuark quark = g_quark_from_static_string ("paz-title-cache");
  TitleCache *cache = g_object_get_qdata (G_OBJECT (self), quark);

  if (cache == NULL || cache->change != paz_store_get_change (self))
    {
      cache = title_cache_new ();
      cache->change = paz_store_get_change (self);
      g_object_set_qdata_full (G_OBJECT (self), quark, cache, title_cache_free);
    }

  return cache;
}

static char *
link_title_cb (const char   *id,
               PazCatalogue *catalogue,
               gpointer      data)
{
  const TitleRequest *request = data;

  return request->depth < MAX_DEPTH ? dup_title (request->store, id, catalogue, AS_LINK, request->depth + 1)
                                    : NULL;
}

/* Not yet received, deleted or withheld: the same word, so that it tells nothing. */
static char *
dup_neutral (PazCatalogue *catalogue)
{
  return g_strdup (paz_catalogue_ptext (catalogue, "record", NC_("record", "Not available here")));
}

static char *
make_title (PazStore     *self,
            const char   *id,
            PazCatalogue *catalogue,
            TitleUse      use,
            guint         depth)
{
  TitleRequest request = { self, depth };
  g_autoptr (PazRecord) record = paz_store_dup_record (self, id, NULL);

  if (record == NULL || (use == AS_LINK && paz_record_is_deleted (record)))
    return dup_neutral (catalogue);

  return paz_record_dup_title_full (record, catalogue, link_title_cb, &request);
}

static char *
dup_title (PazStore     *self,
           const char   *id,
           PazCatalogue *catalogue,
           TitleUse      use,
           guint         depth)
{
  GHashTable *titles = get_cache (self)->titles[use][paz_catalogue_get_language (catalogue)];
  const char *known = g_hash_table_lookup (titles, id);
  char *title;

  if (known != NULL)
    return g_strdup (known);

  title = make_title (self, id, catalogue, use, depth);
  /* Cut off by its depth, it would be another title from elsewhere. */
  if (depth == 0)
    g_hash_table_insert (titles, g_strdup (id), g_strdup (title));

  return title;
}

char *
paz_store_dup_title (PazStore     *self,
                     const char   *id,
                     PazCatalogue *catalogue)
{
  g_return_val_if_fail (PAZ_IS_STORE (self) && id != NULL && catalogue != NULL, NULL);

  return dup_title (self, id, catalogue, AS_RECORD, 0);
}

static int
compare_titles_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  return paz_catalogue_compare (data, *(const char * const *) a, *(const char * const *) b);
}

static char *
dup_titles (PazStore     *self,
            GVariant     *ids,
            PazCatalogue *catalogue)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree const char **list = g_variant_get_strv (ids, NULL);

  for (int i = 0; list[i] != NULL; i++)
    g_ptr_array_add (titles, dup_title (self, list[i], catalogue, AS_LINK, 0));
  g_ptr_array_sort_with_data (titles, compare_titles_cb, catalogue);
  g_ptr_array_add (titles, NULL);

  return g_strjoinv ("; ", (char **) titles->pdata);
}

char *
paz_store_dup_display (PazStore       *self,
                       PazRecord      *record,
                       const PazField *field,
                       PazCatalogue   *catalogue)
{
  GVariant *value;

  g_return_val_if_fail (PAZ_IS_STORE (self) && PAZ_IS_RECORD (record), NULL);
  g_return_val_if_fail (field != NULL && catalogue != NULL, NULL);

  if (paz_field_is_attribute (field, NULL))
    return paz_attribute_dup_display (self, record, field, catalogue);

  value = paz_record_get_value (record, field);
  if (paz_value_get_state (value) == PAZ_STATE_KNOWN)
    {
      if (field->type == PAZ_VALUE_LINK)
        return dup_title (self, g_variant_get_string (value, NULL), catalogue, AS_LINK, 0);
      if (field->type == PAZ_VALUE_LINKS)
        return dup_titles (self, value, catalogue);
    }

  return paz_value_dup_display (field, paz_record_get_kind (record), value, catalogue);
}
