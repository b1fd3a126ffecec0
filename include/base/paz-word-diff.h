/* What changed between two texts, word by word. */
#pragma once

#include "base/paz-language.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_DIFF_SAME,
  PAZ_DIFF_REMOVED,    /* in the text before alone */
  PAZ_DIFF_ADDED,      /* in the text after alone */
} PazDiffType;

typedef struct
{
  PazDiffType  type;
  char        *text;
} PazDiffPart;

/* Elements PazDiffPart *, never two of a type in a row; what was removed stands before what came in
 * its place. SAME and REMOVED joined are `before`, SAME and ADDED are `after`. Words end where ICU says
 * that they end in this language. Texts that have little in common are told as replaced whole. */
GPtrArray *paz_word_diff (const char  *before,
                          const char  *after,
                          PazLanguage  language);

G_END_DECLS
