#include "paz-query-private.h"

#include "base/paz-compat.h"

PazQuery *
paz_query_new (const PazKind *kind)
{
  PazQuery *self = g_new0 (PazQuery, 1);

  self->kind = kind;
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_condition_free);
  self->orders = g_array_new (FALSE, FALSE, sizeof (PazOrder));

  return self;
}

PazQuery *
paz_query_copy (const PazQuery *self)
{
  PazQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = paz_query_new (self->kind);
  copy->search = g_strdup (self->search);
  copy->container = g_strdup (self->container);
  copy->language = self->language;
  copy->deleted = self->deleted;
  g_array_append_vals (copy->orders, self->orders->data, self->orders->len);
  copy->any = self->any;
  copy->group = self->group;
  copy->grouping = self->grouping;
  for (guint i = 0; i < self->conditions->len; i++)
    g_ptr_array_add (copy->conditions, paz_condition_copy (self->conditions->pdata[i]));

  return copy;
}

void
paz_query_free (PazQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->search);
  g_free (self->container);
  g_ptr_array_unref (self->conditions);
  g_array_unref (self->orders);
  g_free (self);
}

void
paz_query_set_search (PazQuery   *self,
                      const char *words)
{
  g_return_if_fail (self != NULL);

  paz_set_str (&self->search, words);
}

void
paz_query_add_condition (PazQuery       *self,
                         const PazField *field,
                         PazMatch        match,
                         const char     *text)
{
  g_return_if_fail (self != NULL && self->kind != NULL && field != NULL);

  g_ptr_array_add (self->conditions, paz_condition_new (field, match, text));
}

void
paz_query_set_any (PazQuery *self,
                   gboolean  any)
{
  g_return_if_fail (self != NULL);

  self->any = !!any;
}

void
paz_query_set_group (PazQuery       *self,
                     const PazField *field,
                     PazGrouping     grouping)
{
  g_return_if_fail (self != NULL && self->kind != NULL);
  g_return_if_fail (field == NULL || paz_field_can_group (field));

  self->group = field;
  self->grouping = grouping;
}

void
paz_query_set_container (PazQuery   *self,
                         const char *container)
{
  g_return_if_fail (self != NULL);

  paz_set_str (&self->container, container);
}

void
paz_query_add_order (PazQuery       *self,
                     const PazField *field,
                     gboolean        descending)
{
  PazOrder order = { field, !!descending };

  g_return_if_fail (self != NULL && self->kind != NULL && field != NULL);

  g_array_append_val (self->orders, order);
}

void
paz_query_set_language (PazQuery    *self,
                        PazLanguage  language)
{
  g_return_if_fail (self != NULL && language < PAZ_N_LANGUAGES);

  self->language = language;
}

void
paz_query_set_deleted (PazQuery *self,
                       gboolean  deleted)
{
  g_return_if_fail (self != NULL);

  self->deleted = !!deleted;
}

const PazKind *
paz_query_get_kind (const PazQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind;
}
