/* Conditions in the words of a person. */
#pragma once

#include "store/paz-filter.h"

G_BEGIN_DECLS

/* What the chooser of operators says: "is", "contains", "before". */
const char *paz_filter_words_get_match    (const PazField     *field,
                                           PazMatch            match);
/* "Last 30 days", a month, "1 Jan 2024 to 31 May 2024". */
char       *paz_filter_words_dup_period   (const char         *period);
/* The whole condition: "Due: last 30 days". */
char       *paz_filter_words_dup          (PazStore           *store,
                                           const PazKind      *kind,
                                           const PazCondition *condition);

/* The periods an editor offers, NULL-terminated. */
const char * const *paz_filter_words_list_periods (void);

G_END_DECLS
