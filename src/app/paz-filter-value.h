/* The field in which a filter is told what to compare with: a choice, a search for a record, a date,
 * a period, a number, words. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-filter.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FILTER_VALUE (paz_filter_value_get_type ())
G_DECLARE_FINAL_TYPE (PazFilterValue, paz_filter_value, PAZ, FILTER_VALUE, GtkWidget)

/* Signals: "changed"; "activate", the person pressed Enter. text: plain, may be NULL. */
GtkWidget *paz_filter_value_new       (PazStore       *store,
                                       const PazKind  *kind,
                                       const PazField *field,
                                       PazMatch        match,
                                       const char     *text);
/* Plain; NULL while nothing is said that can be compared with. */
char      *paz_filter_value_dup_text  (PazFilterValue *self);
/* What a label's mnemonic belongs to; NULL when nothing is asked for. */
GtkWidget *paz_filter_value_get_focus (PazFilterValue *self);

G_END_DECLS
