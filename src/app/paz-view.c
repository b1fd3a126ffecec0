#include "paz-view.h"

struct _PazView
{
  gatomicrefcount  count;
  GMutex           mutex;
  PazStore        *store;
  PazStore        *reader;
  guint64          change;
};

PazView *
paz_view_new (PazStore *store)
{
  PazView *self = g_new0 (PazView, 1);

  g_atomic_ref_count_init (&self->count);
  g_mutex_init (&self->mutex);
  self->store = g_object_ref (store);

  return self;
}

PazView *
paz_view_ref (PazView *self)
{
  g_atomic_ref_count_inc (&self->count);

  return self;
}

void
paz_view_unref (PazView *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_clear_object (&self->reader);
  g_object_unref (self->store);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

PazStore *
paz_view_lock (PazView  *self,
               GError  **error)
{
  guint64 change;

  g_mutex_lock (&self->mutex);
  change = paz_store_get_change (self->store);
  if (self->reader != NULL && self->change == change)
    return self->reader;
  g_clear_object (&self->reader);
  self->change = change;
  self->reader = paz_store_open_reader (self->store, error);

  return self->reader;
}

void
paz_view_unlock (PazView *self)
{
  g_mutex_unlock (&self->mutex);
}
