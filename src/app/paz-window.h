/* The window: sidebar, one page at a time, forms above it, and the store it shows. */
#pragma once

#include <adwaita.h>

#include "store/paz-drafts.h"

G_BEGIN_DECLS

#define PAZ_TYPE_WINDOW (paz_window_get_type ())
G_DECLARE_FINAL_TYPE (PazWindow, paz_window, PAZ, WINDOW, AdwApplicationWindow)

PazWindow  *paz_window_new            (GtkApplication    *application);

/* Opens on a worker; the window may be shown before, and says what went wrong. */
void        paz_window_open_path      (PazWindow         *self,
                                       const char        *path,
                                       PazStoreOpenFlags  flags);
/* What was asked for, open or not; NULL before. */
const char *paz_window_get_path       (PazWindow         *self);
/* NULL until it is open. */
PazStore   *paz_window_get_store      (PazWindow         *self);

/* "overview", "contributions", "kind:<key>". */
void        paz_window_show_page      (PazWindow         *self,
                                       const char        *page);
/* The page below any form; NULL before a store is open. */
GtkWidget  *paz_window_get_page       (PazWindow         *self);
const char *paz_window_get_page_name  (PazWindow         *self);
/* The form of a record, of its container when it is edited inside another. Sinks nothing. */
void        paz_window_open_record    (PazWindow         *self,
                                       PazRecord         *record);
void        paz_window_open_id        (PazWindow         *self,
                                       const char        *id);
/* Leaves the topmost form, asking when there are unsaved changes. FALSE when it stays. */
gboolean    paz_window_go_back        (PazWindow         *self);

/* A toast that names a step just done and offers to undo it. step 0 does nothing. */
void        paz_window_tell_step      (PazWindow         *self,
                                       guint64            step);
void        paz_window_tell           (PazWindow         *self,
                                       const char        *sentence);
void        paz_window_add_toast      (PazWindow         *self,
                                       AdwToast          *toast);
/* A store error as a toast, in words. */
void        paz_window_tell_error     (PazWindow         *self,
                                       const GError      *error);

/* Makes this window anew in the present language, on the same page. */
void        paz_window_speak_anew     (PazWindow         *self);

/* What a record left unsaved is called: by what was typed into it. */
char        *paz_window_dup_draft_title (PazStore     *store,
                                       PazDraft     *draft);

/* The form on top, a PazFormPage; NULL where a page is seen. */
GtkWidget  *paz_window_get_form      (PazWindow   *self);

G_END_DECLS
