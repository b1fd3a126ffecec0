/* Spans of days by their names, as filters use them: what "last 30 days" means today. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "today", "yesterday", "tomorrow"; "last-week", "this-week", "next-week" and the same of month and
 * year; "last-30-days" and "next-30-days", today included, of any number of days to 9999;
 * "2025", "2025-05", "2025-05-31"; "2025-01..2025-06-15", either side may be left out. A week
 * begins on Monday. first and last: ISO dates, "" where the side is open. FALSE for anything else. */
gboolean paz_period_parse (const char  *text,
                           const GDate *today,
                           char         first[11],
                           char         last[11]);
/* The names without a number of days, in the order of offering; NULL-terminated. */
const char * const *paz_period_list_names (void);

G_END_DECLS
