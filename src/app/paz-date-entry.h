/* An entry for dates as people write them, with a calendar. Inside, dates are ISO text. */
#pragma once

#include <gtk/gtk.h>

#include "base/paz-date.h"

G_BEGIN_DECLS

#define PAZ_TYPE_DATE_ENTRY (paz_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (PazDateEntry, paz_date_entry, PAZ, DATE_ENTRY, GtkWidget)

/* Signal "changed". precision: what must be given; PAZ_DATE_YEAR lets people leave out day and month. */
GtkWidget *paz_date_entry_new       (PazDatePrecision  precision);
GtkWidget *paz_date_entry_get_focus (PazDateEntry     *self);
void       paz_date_entry_set_iso   (PazDateEntry     *self,
                                     const char       *iso);
/* The text as typed, never NULL. */
const char *paz_date_entry_get_text (PazDateEntry     *self);
/* NULL when it is empty or no date of the precision. */
char      *paz_date_entry_dup_iso   (PazDateEntry     *self);

G_END_DECLS
