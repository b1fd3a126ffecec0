/* Currencies in use, by ISO 4217. */
#pragma once

#include <glib.h>

#include "base/paz-language.h"

G_BEGIN_DECLS

/* "ARS", "BRL", ... in the order of the codes; NULL-terminated, lives as long as the process. */
const char * const *paz_currency_list     (guint       *n);
/* "sol peruano"; the code itself when it is not known. */
char               *paz_currency_dup_name (const char  *code,
                                           PazLanguage  language);

G_END_DECLS
