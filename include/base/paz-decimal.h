/* Decimal numbers as text, never binary: -?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?, no "-0" (EXCHANGE.md 4.1). */
#pragma once

#include <glib.h>

#include "base/paz-language.h"

G_BEGIN_DECLS

gboolean  paz_decimal_check  (const char   *decimal);
/* What a person typed, by their own decimal mark ('.' or ','); blanks and the other mark as
 * grouping in threes are accepted, everything doubtful is refused (NULL): with ',' as mark
 * "12.345" is 12345 and "12.34" is refused. */
char     *paz_decimal_parse  (const char   *text,
                              char          mark);
/* The decimal mark of a language's usage: ',' for es and pt, '.' for en. */
char      paz_decimal_get_mark (PazLanguage language);
double    paz_decimal_to_double (const char *decimal);
/* Whole numbers with optional grouping, the same rules. FALSE when it is none. */
gboolean  paz_integer_parse  (const char   *text,
                              char          mark,
                              gint64       *value);

G_END_DECLS
