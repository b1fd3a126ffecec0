/* When a page of figures computes: when it is first seen, and when the store changed and it is seen. An
 * unseen page computes nothing and is only out of date. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef struct _PazPageLife PazPageLife;

typedef void (* PazPageLoad) (GtkWidget *page);

/* Asks `load` from then on, until it is freed: in the page's dispose. */
PazPageLife  *paz_page_life_new      (GtkWidget    *page,
                                      PazStore     *store,
                                      PazPageLoad   load) G_GNUC_WARN_UNUSED_RESULT;
void          paz_page_life_free     (PazPageLife  *self);
PazStore     *paz_page_life_get_store (PazPageLife *self);
/* A load begins; the one before is cancelled. Lends what cancels this one. */
GCancellable *paz_page_life_begin    (PazPageLife  *self);
/* The load came to its end. */
void          paz_page_life_end      (PazPageLife  *self);
gboolean      paz_page_life_is_ready (PazPageLife  *self);

/* For a page that loads itself when it is made: asks it to `load` anew after a change of the store, at
 * once while it is seen, else when it is seen next. Once a page; ends with it. */
void          paz_page_watch         (GtkWidget    *page,
                                      PazStore     *store,
                                      PazPageLoad   load);

G_END_DECLS
