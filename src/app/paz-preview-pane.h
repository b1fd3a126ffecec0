/* The workbook before it is saved: its sheets on paper with tabs below, its marking above. Made anew
 * on a worker when something else is asked; what was there before stays meanwhile, with a thin line
 * that tells how far it is. */
#pragma once

#include <gtk/gtk.h>

#include "paz-preview.h"
#include "paz-sheet-view.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_PREVIEW_NOTHING,     /* nothing asked yet */
  PAZ_PREVIEW_WORKING,
  PAZ_PREVIEW_READY,
  PAZ_PREVIEW_STOPPED,     /* by the person */
  PAZ_PREVIEW_FAILED,      /* said on a page of its own */
} PazPreviewState;

#define PAZ_TYPE_PREVIEW_PANE (paz_preview_pane_get_type ())
G_DECLARE_FINAL_TYPE (PazPreviewPane, paz_preview_pane, PAZ, PREVIEW_PANE, GtkWidget)

/* Signal "changed": the state did. */
void             paz_preview_pane_ask       (PazPreviewPane         *self,
                                             PazStore               *store,
                                             const char             *report,
                                             const PazReportOptions *options);
void             paz_preview_pane_stop      (PazPreviewPane         *self);
PazPreviewState  paz_preview_pane_get_state (PazPreviewPane         *self);
/* What was asked last; NULL unless it is ready. */
PazPreview      *paz_preview_pane_get       (PazPreviewPane         *self);
guint            paz_preview_pane_get_sheet (PazPreviewPane         *self);
/* Before there is a preview: the one to begin with. */
void             paz_preview_pane_show      (PazPreviewPane         *self,
                                             guint                   sheet);
/* Stops at the first and last. */
void             paz_preview_pane_step      (PazPreviewPane         *self,
                                             int                     step);
PazSheetView    *paz_preview_pane_get_view  (PazPreviewPane         *self);
/* NULL unless it failed: the code of PAZ_REPORT_ERROR is what to do about it. */
const GError    *paz_preview_pane_get_error (PazPreviewPane         *self);

G_END_DECLS
