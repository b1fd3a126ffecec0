/* Texts with a form of their own: e-mail and web addresses, telephone numbers, zones, currencies.
 * What looks wrong is said, never refused: addresses are written in more ways than a rule knows. */
#pragma once

#include "model/paz-kind.h"

G_BEGIN_DECLS

/* N_() sentence that says what looks wrong; NULL when nothing does, or text is NULL. */
const char *paz_format_check   (PazTextFormat  format,
                                const char    *text);
/* What opens it: "mailto:...", "tel:...", "https://..."; NULL when nothing can. */
char       *paz_format_dup_uri (PazTextFormat  format,
                                const char    *text);

G_END_DECLS
