#include "paz-child-past.h"

#define MAX_MOMENTS 100

struct _PazChildPast
{
  GQueue past;      /* PazChildMoment, the last first */
  GQueue future;
};

PazChildPast *
paz_child_past_new (void)
{
  PazChildPast *self = g_new0 (PazChildPast, 1);

  g_queue_init (&self->past);
  g_queue_init (&self->future);

  return self;
}

void
paz_child_past_free (PazChildPast *self)
{
  paz_child_past_forget (self);
  g_free (self);
}

static gpointer
ref_record (gconstpointer record,
            gpointer      data)
{
  return g_object_ref ((gpointer) record);
}

PazChildMoment *
paz_child_moment_new (GListModel *records,
                      GPtrArray  *removed)
{
  PazChildMoment *self = g_new0 (PazChildMoment, 1);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    g_ptr_array_add (self->records, g_list_model_get_item (records, i));
  self->removed = g_ptr_array_copy (removed, ref_record, NULL);

  return self;
}

void
paz_child_moment_free (PazChildMoment *self)
{
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->removed);
  g_free (self);
}

static void
clear (GQueue *moments)
{
  g_queue_clear_full (moments, (GDestroyNotify) paz_child_moment_free);
}

void
paz_child_past_forget (PazChildPast *self)
{
  clear (&self->past);
  clear (&self->future);
}

void
paz_child_past_keep (PazChildPast   *self,
                     PazChildMoment *now)
{
  clear (&self->future);
  g_queue_push_head (&self->past, now);
  if (self->past.length > MAX_MOMENTS)
    paz_child_moment_free (g_queue_pop_tail (&self->past));
}

gboolean
paz_child_past_can_undo (PazChildPast *self)
{
  return self->past.length > 0;
}

gboolean
paz_child_past_can_redo (PazChildPast *self)
{
  return self->future.length > 0;
}

static PazChildMoment *
go (GQueue         *from,
    GQueue         *to,
    PazChildMoment *now)
{
  if (from->length == 0)
    {
      paz_child_moment_free (now);
      return NULL;
    }
  g_queue_push_head (to, now);

  return g_queue_pop_head (from);
}

PazChildMoment *
paz_child_past_undo (PazChildPast   *self,
                     PazChildMoment *now)
{
  return go (&self->past, &self->future, now);
}

PazChildMoment *
paz_child_past_redo (PazChildPast   *self,
                     PazChildMoment *now)
{
  return go (&self->future, &self->past, now);
}
