/* The answer to a choice: a map with its values, the same as rows, and its words in one language. No
 * widgets; on any thread, since what it reads is only read. */
#pragma once

#include "chart/paz-map.h"
#include "paz-map-choice.h"
#include "paz-map-facts.h"

G_BEGIN_DECLS

typedef struct
{
  char     *key;       /* ISO3 or acronym */
  char     *name;
  char     *number;    /* "–" where not known or nobody */
  char     *remark;    /* why, or what the number rests on; NULL: nothing to say */
  double    value;     /* NAN where not known or nobody */
  gboolean  placed;    /* on the map: nobody knows where some missions had their place */
} PazMapRow;

typedef struct
{
  PazMap    *map;
  GPtrArray *rows;       /* PazMapRow, the largest first, then by name */
  guint16    month;      /* 0: the figure has none */
  char      *title;      /* figure, month, what it is narrowed to */
  char      *coverage;
  char      *note;       /* what must be known to read it; NULL: nothing */
  PazLevel   level;      /* the highest of what it holds */
} PazMapAnswer;

PazMapAnswer *paz_map_answer_new   (PazMapFacts        *facts,
                                    const PazMapChoice *choice,
                                    PazCatalogue       *catalogue);
void          paz_map_answer_free  (PazMapAnswer       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazMapAnswer, paz_map_answer_free)
/* Title and note on the map itself: for a picture, which leaves without its page. */
void          paz_map_answer_sign  (PazMapAnswer       *self);
PazMapRow    *paz_map_answer_find  (PazMapAnswer       *self,
                                    const char         *key);

G_END_DECLS
