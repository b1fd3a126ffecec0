#include "paz-query-private.h"

#include "base/paz-compat.h"

static void
condition_free (PazCondition *self)
{
  g_free (self->text);
  g_free (self);
}

PazQuery *
paz_query_new (const PazKind *kind)
{
  PazQuery *self = g_new0 (PazQuery, 1);

  self->kind = kind;
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) condition_free);
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
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const PazCondition *condition = self->conditions->pdata[i];

      paz_query_add_condition (copy, condition->field, condition->match, condition->text);
    }

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
  PazCondition *condition;

  g_return_if_fail (self != NULL && self->kind != NULL && field != NULL);

  condition = g_new0 (PazCondition, 1);
  condition->field = field;
  condition->match = match;
  condition->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (self->conditions, condition);
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
