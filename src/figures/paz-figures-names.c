#include "paz-figures-private.h"

/* A record's name in the language, NULL when the record or its name is missing. */
static char *
dup_record_name (GHashTable   *records,
                 const char   *key,
                 PazCatalogue *catalogue)
{
  PazRecord *record = g_hash_table_lookup (records, key);

  if (record == NULL)
    return NULL;

  return g_strdup (paz_record_get_words (record, "name", paz_catalogue_get_language (catalogue)));
}

char *
paz_figures_dup_contributor_name (PazFigures   *self,
                                  const char   *contributor,
                                  PazCatalogue *catalogue)
{
  char *name;

  g_return_val_if_fail (self != NULL && contributor != NULL && catalogue != NULL, NULL);

  name = dup_record_name (self->states, contributor, catalogue);
  return name != NULL ? name : paz_catalogue_dup_country (catalogue, contributor);
}

char *
paz_figures_dup_mission_name (PazFigures   *self,
                              const char   *mission,
                              PazCatalogue *catalogue)
{
  char *name;

  g_return_val_if_fail (self != NULL && mission != NULL && catalogue != NULL, NULL);

  name = dup_record_name (self->missions, mission, catalogue);
  return name != NULL ? name : g_strdup (mission);
}

char *
paz_figures_dup_type_name (PazFigures   *self,
                           const char   *type,
                           PazCatalogue *catalogue)
{
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);
  int found;

  g_return_val_if_fail (type != NULL && catalogue != NULL, NULL);

  found = paz_personnel_find_type (type);
  if (found < 0)
    return g_strdup (type);

  return g_strdup (paz_catalogue_ptext (catalogue, "personnel type", types[found].label));
}

char *
paz_figures_dup_category_name (PazFigures   *self,
                               const char   *category,
                               PazCatalogue *catalogue)
{
  guint n;
  const PazPersonnelCategory *categories = paz_personnel_list_categories (&n);
  int found;

  g_return_val_if_fail (category != NULL && catalogue != NULL, NULL);

  found = paz_personnel_find_category (category);
  if (found >= 0)
    return g_strdup (paz_catalogue_ptext (catalogue, "gender_target", categories[found].label));
  categories = paz_personnel_list_wider (&n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (categories[i].code, category))
      return g_strdup (paz_catalogue_ptext (catalogue, "gender_target", categories[i].label));

  return g_strdup (category);
}

static gboolean
is_of (const char *type,
       const char *wider)
{
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);
  int found = paz_personnel_find_type (type);

  return found >= 0 && g_strcmp0 (types[found].wider, wider) == 0;
}

static gboolean
is_all_of (const char         *wider,
           const char * const *types)
{
  for (guint i = 0; types[i] != NULL; i++)
    if (!is_of (types[i], wider))
      return FALSE;

  return types[0] != NULL;
}

static gboolean
lacks_none_of (PazFigures         *self,
               const char         *wider,
               const char * const *types,
               guint               n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *type = paz_fact_table_get_key (self->facts, PAZ_DIMENSION_TYPE, (guint16) i);

      if (is_of (type, wider) && !g_strv_contains (types, type))
        return FALSE;
    }

  return TRUE;
}

guint
paz_figures_get_type_rank (const char *type)
{
  guint n;
  int found = paz_personnel_find_type (type);

  paz_personnel_list_types (&n);
  return found >= 0 ? (guint) found : n;
}

guint
paz_figures_get_category_rank (const char *type)
{
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);
  int found = paz_personnel_find_type (type);

  if (found >= 0)
    return (guint) paz_personnel_find_category (types[found].category);

  paz_personnel_list_categories (&n);
  return n;
}

const char *
paz_figures_find_wider (PazFigures         *self,
                        const char * const *types)
{
  guint n_types = paz_fact_table_get_n_keys (self->facts, PAZ_DIMENSION_TYPE);
  guint n;
  const PazPersonnelCategory *categories = paz_personnel_list_wider (&n);

  for (guint i = 0; i < n; i++)
    if (is_all_of (categories[i].code, types) && lacks_none_of (self, categories[i].code, types, n_types))
      return categories[i].code;

  return NULL;
}

const char *
paz_figures_get_category_code (guint rank)
{
  guint n;
  const PazPersonnelCategory *categories = paz_personnel_list_categories (&n);

  return rank < n ? categories[rank].code : "other";
}
