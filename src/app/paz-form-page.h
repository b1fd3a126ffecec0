/* The form of one record: edits a copy, saves it and what it contains as one step. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FORM_PAGE (paz_form_page_get_type ())
G_DECLARE_FINAL_TYPE (PazFormPage, paz_form_page, PAZ, FORM_PAGE, GtkWidget)

/* Property: "title". Signals: "saved" (guint64 step), "close" (the person is done with it). */
GtkWidget  *paz_form_page_new         (PazStore    *store,
                                       PazRecord   *record);
/* Begins with another record of the same kind. The page must have been laid aside. */
void        paz_form_page_open        (PazFormPage *self,
                                       PazRecord   *record);
/* Forgets what the person did with the record, so that the page can be opened again. It is not shown
 * meanwhile, and hears nothing of the store. */
void        paz_form_page_lay_aside   (PazFormPage *self);
/* A form shows its first rows at once and builds the rest between frames: all of it now. */
void        paz_form_page_finish      (PazFormPage *self);
gboolean    paz_form_page_is_whole    (PazFormPage *self);
const PazKind *paz_form_page_get_kind (PazFormPage *self);
const char *paz_form_page_get_title   (PazFormPage *self);
const char *paz_form_page_get_id      (PazFormPage *self);
gboolean    paz_form_page_is_modified (PazFormPage *self);
/* FALSE when something forbids it; then it is shown. */
gboolean    paz_form_page_save        (PazFormPage *self);
/* TRUE when nothing is lost. Else asks, returns FALSE, and "close" follows if the person says so. */
gboolean    paz_form_page_try_close   (PazFormPage *self);

G_END_DECLS
