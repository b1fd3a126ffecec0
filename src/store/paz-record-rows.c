#include "paz-record-rows.h"

typedef struct
{
  PazRecordGroup *group;    /* NULL: a record; not owned */
  guint           n;        /* of the ids */
} Row;

struct _PazRecordRows
{
  GPtrArray *ids;
  GPtrArray *groups;        /* NULL: none */
  GArray    *rows;          /* Row; NULL: one for each of the ids */
};

static void
add_group (PazRecordRows  *self,
           PazRecordGroup *group,
           guint           first)
{
  Row row = { group, 0 };

  g_array_append_val (self->rows, row);
  if (!paz_record_group_is_open (group))
    return;
  for (guint i = 0; i < paz_record_group_get_n_records (group); i++)
    {
      Row record = { NULL, first + i };

      g_array_append_val (self->rows, record);
    }
}

PazRecordRows *
paz_record_rows_new (GPtrArray *ids,
                     GPtrArray *groups)
{
  PazRecordRows *self = g_new0 (PazRecordRows, 1);
  guint first = 0;

  self->ids = g_ptr_array_ref (ids);
  if (groups == NULL)
    return self;

  self->groups = g_ptr_array_ref (groups);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < groups->len; i++)
    {
      add_group (self, g_ptr_array_index (groups, i), first);
      first += paz_record_group_get_n_records (g_ptr_array_index (groups, i));
    }

  return self;
}

void
paz_record_rows_free (PazRecordRows *self)
{
  g_ptr_array_unref (self->ids);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

PazRecordRows *
paz_record_rows_without (const PazRecordRows *self,
                         guint                position,
                         guint                n)
{
  PazRecordRows *rest = g_new0 (PazRecordRows, 1);

  rest->ids = g_ptr_array_ref (self->ids);
  rest->groups = self->groups != NULL ? g_ptr_array_ref (self->groups) : NULL;
  rest->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < paz_record_rows_get_n (self); i++)
    {
      Row row = { paz_record_rows_get_group (self, i), paz_record_rows_get_number (self, i) };

      if (i < position || i >= position + n)
        g_array_append_val (rest->rows, row);
    }

  return rest;
}

guint
paz_record_rows_get_n (const PazRecordRows *self)
{
  return self->rows != NULL ? self->rows->len : self->ids->len;
}

GPtrArray *
paz_record_rows_get_ids (const PazRecordRows *self)
{
  return self->ids;
}

GPtrArray *
paz_record_rows_get_groups (const PazRecordRows *self)
{
  return self->groups;
}

PazRecordGroup *
paz_record_rows_get_group (const PazRecordRows *self,
                           guint                position)
{
  return self->rows != NULL ? g_array_index (self->rows, Row, position).group : NULL;
}

guint
paz_record_rows_get_number (const PazRecordRows *self,
                            guint                position)
{
  return self->rows != NULL ? g_array_index (self->rows, Row, position).n : position;
}

const char *
paz_record_rows_get_id (const PazRecordRows *self,
                        guint                position)
{
  if (paz_record_rows_get_group (self, position) != NULL)
    return NULL;

  return g_ptr_array_index (self->ids, paz_record_rows_get_number (self, position));
}

gboolean
paz_record_rows_same (const PazRecordRows *a,
                      guint                n_a,
                      const PazRecordRows *b,
                      guint                n_b)
{
  PazRecordGroup *group = paz_record_rows_get_group (a, n_a);

  if (group != NULL || paz_record_rows_get_group (b, n_b) != NULL)
    return group == paz_record_rows_get_group (b, n_b);

  return g_str_equal (paz_record_rows_get_id (a, n_a), paz_record_rows_get_id (b, n_b));
}
