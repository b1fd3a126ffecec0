/* Text: normal form, folding for search and comparison, what may be stored. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NFC; NULL when the text is no valid UTF-8. */
char     *paz_text_normalize (const char  *text);
/* Without case, accents and width, runs of white space as one blank, trimmed: "Ñandú " -> "nandu". */
char     *paz_text_fold      (const char  *text);
/* Trims and folds what the UN's headers vary: case, blanks, hyphens, underscores, a byte-order
 * mark. "﻿Contribution_ID" -> "contributionid". */
char     *paz_text_fold_key  (const char  *text);
/* TRUE when folded `needle` occurs in folded `text`. */
gboolean  paz_text_contains  (const char  *text,
                              const char  *needle);
/* FALSE for characters refused by EXCHANGE.md 3.1: controls but \n and \t, U+202A-202E,
 * U+2066-2069, U+FEFF, non-characters; *offset is the first one's byte. */
gboolean  paz_text_is_clean  (const char  *text,
                              gsize       *offset);
/* What remains when refused characters are dropped, in NFC, \r\n as \n. */
char     *paz_text_clean     (const char  *text);

G_END_DECLS
