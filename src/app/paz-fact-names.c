#include "paz-fact-names.h"

#include "base/paz-date.h"

struct _PazFactNames
{
  PazFigures *figures;
  PazCatalogue *catalogue;
  GHashTable *names[PAZ_N_DIMENSIONS];   /* key to name */
  GHashTable *months;
  GHashTable *data_sets;
};

static char *
dup_name (PazFactNames *self,
          PazDimension  dimension,
          const char   *key)
{
  switch (dimension)
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      return paz_figures_dup_contributor_name (self->figures, key, self->catalogue);
    case PAZ_DIMENSION_MISSION:
      return g_strdup (key);
    case PAZ_DIMENSION_TYPE:
      return paz_figures_dup_type_name (self->figures, key, self->catalogue);
    }

  g_return_val_if_reached (NULL);
}

static void
note_data_sets (PazFactNames *self)
{
  GPtrArray *records = paz_figures_get_data_sets (self->figures);

  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (self->data_sets, g_strdup (paz_record_get_id (record)),
                           paz_record_dup_title (record, self->catalogue));
    }
}

PazFactNames *
paz_fact_names_new (PazFigures   *figures,
                    PazCatalogue *catalogue)
{
  PazFactNames *self = g_new0 (PazFactNames, 1);

  self->figures = paz_figures_ref (figures);
  self->catalogue = paz_catalogue_ref (catalogue);
  for (guint i = 0; i < PAZ_N_DIMENSIONS; i++)
    self->names[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->months = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->data_sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  note_data_sets (self);

  return self;
}

void
paz_fact_names_free (PazFactNames *self)
{
  for (guint i = 0; i < PAZ_N_DIMENSIONS; i++)
    g_hash_table_unref (self->names[i]);
  g_hash_table_unref (self->months);
  g_hash_table_unref (self->data_sets);
  paz_catalogue_unref (self->catalogue);
  paz_figures_unref (self->figures);
  g_free (self);
}

const char *
paz_fact_names_get (PazFactNames *self,
                    PazDimension  dimension,
                    const char   *key)
{
  char *name = g_hash_table_lookup (self->names[dimension], key);

  if (name == NULL)
    {
      name = dup_name (self, dimension, key);
      g_hash_table_insert (self->names[dimension], g_strdup (key), name);
    }

  return name;
}

const char *
paz_fact_names_get_month (PazFactNames *self,
                          guint16       month)
{
  char *name = g_hash_table_lookup (self->months, GUINT_TO_POINTER (month));
  char iso[8];

  if (name == NULL)
    {
      name = paz_catalogue_dup_date (self->catalogue, paz_month_format (month, iso));
      g_hash_table_insert (self->months, GUINT_TO_POINTER (month), name);
    }

  return name;
}

const char *
paz_fact_names_get_data_set (PazFactNames *self,
                             const char   *id)
{
  return id != NULL ? g_hash_table_lookup (self->data_sets, id) : NULL;
}

void
paz_fact_names_learn (PazFactNames *self)
{
  PazFactTable *facts = paz_figures_get_facts (self->figures);
  guint n_months;
  const guint16 *months = paz_figures_get_months (self->figures, &n_months);

  for (PazDimension dimension = 0; dimension < PAZ_N_DIMENSIONS; dimension++)
    {
      guint n = paz_fact_table_get_n_keys (facts, dimension);

      for (guint i = 0; i < n; i++)
        paz_fact_names_get (self, dimension, paz_fact_table_get_key (facts, dimension, i));
    }
  for (guint i = 0; i < n_months; i++)
    paz_fact_names_get_month (self, months[i]);
}

typedef struct
{
  PazFactNames *names;
  PazDimension dimension;
} Comparison;

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Comparison *comparison = data;
  const char *first = paz_fact_names_get (comparison->names, comparison->dimension, *(const char **) a);
  const char *second = paz_fact_names_get (comparison->names, comparison->dimension, *(const char **) b);

  return paz_catalogue_compare (comparison->names->catalogue, first, second);
}

GPtrArray *
paz_fact_names_list (PazFactNames *self,
                     PazDimension  dimension)
{
  PazFactTable *facts = paz_figures_get_facts (self->figures);
  guint n = paz_fact_table_get_n_keys (facts, dimension);
  GPtrArray *keys = g_ptr_array_sized_new (n);
  Comparison comparison = { self, dimension };

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (keys, (char *) paz_fact_table_get_key (facts, dimension, i));
  g_ptr_array_sort_with_data (keys, compare_names, &comparison);

  return keys;
}

guint16 *
paz_fact_names_rank (PazFactNames *self,
                     PazDimension  dimension)
{
  PazFactTable *facts = paz_figures_get_facts (self->figures);
  g_autoptr (GPtrArray) keys = paz_fact_names_list (self, dimension);
  guint16 *ranks = keys->len > 0 ? g_new0 (guint16, keys->len) : NULL;

  for (guint i = 0; i < keys->len; i++)
    ranks[paz_fact_table_find_key (facts, dimension, g_ptr_array_index (keys, i))] = i;

  return ranks;
}
