/* The figures loaded last, kept with the store: a dialog, a report and a page that follow one
 * another read the facts once. */
#include "paz-figures-private.h"

typedef struct
{
  guint64      change;
  PazAudience *audience;    /* NULL: own screen */
  PazFigures  *figures;
} Shared;

static GMutex lock;

static void
shared_free (gpointer data)
{
  Shared *self = data;

  g_clear_pointer (&self->audience, paz_audience_free);
  paz_figures_unref (self->figures);
  g_free (self);
}

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("paz-figures");
}

static gboolean
is_same_audience (const PazAudience *one,
                  const PazAudience *other)
{
  static const char * const nobody[] = { NULL };

  if (one == NULL || other == NULL)
    return one == other;

  return one->type == other->type
         && g_strv_equal (one->participants != NULL ? (const char * const *) one->participants : nobody,
                          other->participants != NULL ? (const char * const *) other->participants : nobody);
}

static PazFigures *
find (PazStore          *store,
      guint64            change,
      const PazAudience *audience)
{
  PazFigures *figures = NULL;
  Shared *shared;

  g_mutex_lock (&lock);
  shared = g_object_get_qdata (G_OBJECT (store), get_quark ());
  if (shared != NULL && shared->change == change && is_same_audience (shared->audience, audience))
    figures = paz_figures_ref (shared->figures);
  g_mutex_unlock (&lock);

  return figures;
}

static void
keep (PazStore          *store,
      guint64            change,
      const PazAudience *audience,
      PazFigures        *figures)
{
  Shared *shared = g_new0 (Shared, 1);

  shared->change = change;
  shared->audience = audience != NULL ? paz_audience_copy (audience) : NULL;
  shared->figures = paz_figures_ref (figures);
  g_mutex_lock (&lock);
  g_object_set_qdata_full (G_OBJECT (store), get_quark (), shared, shared_free);
  g_mutex_unlock (&lock);
}

PazFigures *
paz_figures_get (PazStore           *store,
                 const PazAudience  *audience,
                 GCancellable       *cancellable,
                 GError            **error)
{
  guint64 change = paz_store_get_change (store);
  PazFigures *figures = find (store, change, audience);
  g_autoptr (PazStore) reader = NULL;

  if (figures != NULL)
    return figures;
  reader = paz_store_hold_moment (store, error);
  if (reader == NULL)
    return NULL;
  figures = paz_figures_load (reader, audience, cancellable, error);
  /* Only who writes the store is told of every change; a reader of one moment sees none. */
  if (figures != NULL && (!paz_store_is_read_only (store) || paz_store_is_moment (store)))
    keep (store, change, audience, figures);

  return figures;
}
