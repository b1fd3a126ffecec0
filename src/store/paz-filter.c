/* Several conditions, those that come with the program, and those kept under a name. */
#include "store/paz-filter.h"

#include "base/paz-catalogue.h"
#include "base/paz-compat.h"
#include "store/paz-texts.h"

PazFilter *
paz_filter_new (const PazKind *kind,
                const char    *name)
{
  PazFilter *self = g_new0 (PazFilter, 1);

  self->kind = kind;
  self->name = g_strdup (name);
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_condition_free);

  return self;
}

PazFilter *
paz_filter_copy (const PazFilter *self)
{
  PazFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = paz_filter_new (self->kind, self->name);
  copy->any = self->any;
  copy->words = g_strdup (self->words);
  for (guint i = 0; i < self->conditions->len; i++)
    paz_filter_add (copy, paz_condition_copy (g_ptr_array_index (self->conditions, i)));

  return copy;
}

void
paz_filter_free (PazFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->words);
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

void
paz_filter_set_words (PazFilter  *self,
                      const char *words)
{
  g_return_if_fail (self != NULL);

  paz_set_str (&self->words, words != NULL && *words != '\0' ? words : NULL);
}

gboolean
paz_filter_is_empty (const PazFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->words == NULL && self->conditions->len == 0;
}

void
paz_filter_add (PazFilter    *self,
                PazCondition *condition)
{
  g_return_if_fail (self != NULL && condition != NULL);

  g_ptr_array_add (self->conditions, condition);
}

gboolean
paz_filter_equal (const PazFilter *a,
                  const PazFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind || g_strcmp0 (a->words, b->words) != 0 || a->conditions->len != b->conditions->len
      || (a->conditions->len > 1 && a->any != b->any))
    return FALSE;
  for (guint i = 0; i < a->conditions->len; i++)
    if (!paz_condition_equal (g_ptr_array_index (a->conditions, i), g_ptr_array_index (b->conditions, i)))
      return FALSE;

  return TRUE;
}

void
paz_filter_apply (const PazFilter *self,
                  PazQuery        *query)
{
  g_return_if_fail (self != NULL && query != NULL);

  paz_query_set_any (query, self->any);
  if (self->words != NULL)
    paz_query_set_search (query, self->words);
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const PazCondition *condition = g_ptr_array_index (self->conditions, i);

      paz_query_add_condition (query, condition->field, condition->match, condition->text);
    }
}

/* ---- that come with the program ---- */

static PazFilter *
add (GPtrArray      *filters,
     const PazKind  *kind,
     const char     *name,
     const PazField *field,
     PazMatch        match,
     const char     *text)
{
  PazFilter *filter = paz_filter_new (kind, name);

  paz_filter_add (filter, paz_condition_new (field, match, text));
  g_ptr_array_add (filters, filter);

  return filter;
}

static gboolean
has_texts (const PazKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == PAZ_VALUE_TRILINGUAL && kind->fields[i].until == 0)
      return TRUE;

  return FALSE;
}

/* What is over is not late, whatever its date. */
static void
add_not_over (PazFilter *filter)
{
  static const char * const over[] = { "completed", "withdrawn", "cancelled", "declined" };
  const PazField *status = paz_kind_find_field (filter->kind, "status");

  for (guint i = 0; status != NULL && i < G_N_ELEMENTS (over); i++)
    if (paz_field_find_choice (status, over[i]) != NULL)
      paz_filter_add (filter, paz_condition_new (status, PAZ_MATCH_IS_NOT, over[i]));
}

GPtrArray *
paz_filter_list_built_in (const PazKind *kind)
{
  GPtrArray *filters = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_filter_free);
  const PazField *due = paz_kind_get_due (kind);

  add (filters, kind, NC_("filter", "Mine"), paz_attribute_get (PAZ_ATTRIBUTE_MINE), PAZ_MATCH_IS, "true");
  add (filters, kind, NC_("filter", "Changed This Week"), paz_attribute_get (PAZ_ATTRIBUTE_CHANGED),
       PAZ_MATCH_WITHIN, "this-week");
  if (has_texts (kind))
    add (filters, kind, NC_("filter", "Missing Translation"), paz_attribute_get (PAZ_ATTRIBUTE_TRANSLATION),
         PAZ_MATCH_IS, "missing");
  if (due != NULL)
    add_not_over (add (filters, kind, NC_("filter", "Overdue"), due, PAZ_MATCH_BEFORE, "today"));

  return filters;
}

/* ---- kept under a name ----
 *
 * A setting a kind, "filters/task": a key file with a group a filter. */

#define KEY_NAME "name"
#define KEY_ANY "any"
#define KEY_WORDS "words"
#define KEY_CONDITIONS "conditions"

static char *
dup_setting_key (const PazKind *kind)
{
  return g_strconcat ("filters/", kind->key, NULL);
}

static PazFilter *
read_filter (const PazKind *kind,
             GKeyFile      *file,
             const char    *group)
{
  g_autofree char *name = g_key_file_get_string (file, group, KEY_NAME, NULL);
  g_autofree char *words = g_key_file_get_string (file, group, KEY_WORDS, NULL);
  g_auto (GStrv) conditions = g_key_file_get_string_list (file, group, KEY_CONDITIONS, NULL, NULL);
  PazFilter *filter;

  if (name == NULL || *name == '\0')
    return NULL;
  filter = paz_filter_new (kind, name);
  paz_filter_set_words (filter, words);
  filter->any = g_key_file_get_boolean (file, group, KEY_ANY, NULL);
  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    {
      PazCondition *condition = paz_condition_parse (kind, conditions[i]);

      /* Kept by a newer program: the others still hold. */
      if (condition != NULL)
        paz_filter_add (filter, condition);
    }

  return filter;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const PazFilter * const *left = a;
  const PazFilter * const *right = b;

  return g_utf8_collate ((*left)->name, (*right)->name);
}

GPtrArray *
paz_store_list_filters (PazStore      *self,
                        const PazKind *kind)
{
  GPtrArray *filters = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_filter_free);
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self) && kind != NULL, filters);

  key = dup_setting_key (kind);
  text = paz_store_dup_setting (self, key);
  if (text == NULL || !g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return filters;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      PazFilter *filter = read_filter (kind, file, groups[i]);

      if (filter != NULL)
        g_ptr_array_add (filters, filter);
    }
  g_ptr_array_sort (filters, compare_names);

  return filters;
}

static void
write_filter (GKeyFile        *file,
              guint            n,
              const PazFilter *filter)
{
  g_autofree char *group = g_strdup_printf ("filter%u", n);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < filter->conditions->len; i++)
    g_ptr_array_add (texts, paz_condition_dup_text (g_ptr_array_index (filter->conditions, i)));
  g_key_file_set_string (file, group, KEY_NAME, filter->name);
  g_key_file_set_boolean (file, group, KEY_ANY, filter->any);
  if (filter->words != NULL)
    g_key_file_set_string (file, group, KEY_WORDS, filter->words);
  g_key_file_set_string_list (file, group, KEY_CONDITIONS, (const char * const *) texts->pdata, texts->len);
}

static gboolean
keep_all (PazStore       *self,
          const PazKind  *kind,
          GPtrArray      *filters,
          GError        **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *key = dup_setting_key (kind);
  g_autofree char *text = NULL;

  for (guint i = 0; i < filters->len; i++)
    write_filter (file, i, g_ptr_array_index (filters, i));
  text = g_key_file_to_data (file, NULL, NULL);

  return paz_store_set_setting (self, key, filters->len > 0 ? text : NULL, error);
}

static void
remove_name (GPtrArray  *filters,
             const char *name)
{
  for (guint i = filters->len; i > 0; i--)
    if (g_str_equal (((PazFilter *) g_ptr_array_index (filters, i - 1))->name, name))
      g_ptr_array_remove_index (filters, i - 1);
}

gboolean
paz_store_keep_filter (PazStore         *self,
                       const PazFilter  *filter,
                       GError          **error)
{
  g_autoptr (GPtrArray) filters = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self) && filter != NULL && filter->name != NULL, FALSE);

  filters = paz_store_list_filters (self, filter->kind);
  remove_name (filters, filter->name);
  g_ptr_array_add (filters, paz_filter_copy (filter));

  return keep_all (self, filter->kind, filters, error);
}

gboolean
paz_store_drop_filter (PazStore       *self,
                       const PazKind  *kind,
                       const char     *name,
                       GError        **error)
{
  g_autoptr (GPtrArray) filters = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self) && kind != NULL && name != NULL, FALSE);

  filters = paz_store_list_filters (self, kind);
  remove_name (filters, name);

  return keep_all (self, kind, filters, error);
}
