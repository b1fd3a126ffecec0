#include "paz-page-life.h"

struct _PazPageLife
{
  GtkWidget *page;           /* owns this */
  PazStore *store;
  PazPageLoad load;
  GCancellable *cancellable;
  gboolean ready;            /* what is shown is what the store says */
  gboolean running;
};

static void
map_cb (PazPageLife *self)
{
  if (!self->ready && !self->running)
    self->load (self->page);
}

static void
changed_cb (PazPageLife *self)
{
  self->ready = FALSE;
  self->running = FALSE;
  if (gtk_widget_get_mapped (self->page))
    self->load (self->page);
}

PazPageLife *
paz_page_life_new (GtkWidget   *page,
                   PazStore    *store,
                   PazPageLoad  load)
{
  PazPageLife *self = g_new0 (PazPageLife, 1);

  self->page = page;
  self->store = g_object_ref (store);
  self->load = load;
  g_signal_connect_swapped (page, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (store, "changed", G_CALLBACK (changed_cb), self);

  return self;
}

void
paz_page_life_free (PazPageLife *self)
{
  g_signal_handlers_disconnect_by_data (self->page, self);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_object_unref (self->store);
  g_free (self);
}

PazStore *
paz_page_life_get_store (PazPageLife *self)
{
  return self->store;
}

GCancellable *
paz_page_life_begin (PazPageLife *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->ready = FALSE;
  self->running = TRUE;

  return self->cancellable;
}

void
paz_page_life_end (PazPageLife *self)
{
  self->ready = TRUE;
  self->running = FALSE;
}

gboolean
paz_page_life_is_ready (PazPageLife *self)
{
  return self->ready;
}

/* ---- a page that loads itself ---- */

#define WATCH "paz-page-watch"

typedef struct
{
  GtkWidget  *page;    /* owns this */
  PazPageLoad load;
  gboolean    stale;
} Watch;

static void
watched_changed_cb (Watch *watch)
{
  watch->stale = !gtk_widget_get_mapped (watch->page);
  if (!watch->stale)
    watch->load (watch->page);
}

static void
watched_map_cb (Watch *watch)
{
  if (!watch->stale)
    return;
  watch->stale = FALSE;
  watch->load (watch->page);
}

void
paz_page_watch (GtkWidget   *page,
                PazStore    *store,
                PazPageLoad  load)
{
  Watch *watch = g_new0 (Watch, 1);
  GClosure *closure = g_cclosure_new_swap (G_CALLBACK (watched_changed_cb), watch, NULL);

  watch->page = page;
  watch->load = load;
  g_object_set_data_full (G_OBJECT (page), WATCH, watch, g_free);
  g_object_watch_closure (G_OBJECT (page), closure);
  g_signal_connect_closure (store, "changed", closure, FALSE);
  g_signal_connect_swapped (page, "map", G_CALLBACK (watched_map_cb), watch);
}
