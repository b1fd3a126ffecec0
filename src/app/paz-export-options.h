/* What is chosen about a report: which one, language, terms, months, paper, who hands it out and for
 * whom. What was chosen is proposed the next time, but for the readers: those begin with anyone, who
 * may see the least. */
#pragma once

#include <gtk/gtk.h>

#include "report/paz-report.h"

G_BEGIN_DECLS

#define PAZ_TYPE_EXPORT_OPTIONS (paz_export_options_get_type ())
G_DECLARE_FINAL_TYPE (PazExportOptions, paz_export_options, PAZ, EXPORT_OPTIONS, GtkWidget)

/* Signal "changed". */
/* report: proposed; NULL: the one before. */
void        paz_export_options_set_store   (PazExportOptions *self,
                                            PazStore         *store,
                                            const char       *report);
const char *paz_export_options_get_report  (PazExportOptions *self);
/* FALSE while readers are to be chosen and none is. */
gboolean    paz_export_options_is_complete (PazExportOptions *self);
/* Clear with paz_export_options_clear. */
void        paz_export_options_get         (PazExportOptions *self,
                                            PazReportOptions *options);
void        paz_export_options_clear       (PazReportOptions *options);
/* Keeps what may be proposed again. */
void        paz_export_options_keep        (PazExportOptions *self);

G_END_DECLS
