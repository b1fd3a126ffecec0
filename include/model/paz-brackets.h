/* Square brackets in a text under negotiation: what is not agreed, and who holds it open:
 * "[ARG: …]", "[ARG, CHL: …]", "[Uruguay: …]", "[…]" of nobody, one inside another. Markdown's
 * own brackets, "[words](address)" and "\[", are none. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PAZ_BRACKET_OPEN_POINT,  /* from "[" to its "]" */
  PAZ_BRACKET_UNCLOSED,    /* a "[" to which no "]" belongs; reaches to the end of the paragraph */
  PAZ_BRACKET_STRAY,       /* a "]" to which no "[" belongs */
} PazBracketType;

typedef struct
{
  PazBracketType  type;
  gsize           start;   /* bytes into the text */
  gsize           end;     /* past its last byte */
  gsize           body;    /* where its words begin, after the names */
  guint           depth;   /* 0: inside no other */
  char          **who;     /* as written, "ARG", "CHL"; empty: of nobody */
} PazBracket;

/* In the order in which they begin. Elements PazBracket *. */
GPtrArray *paz_brackets_find      (const char       *text);
/* "ARG, CHL", or "" for nobody's. */
char      *paz_bracket_dup_who    (const PazBracket *self);
/* Its words on one line, without the names and its own brackets. */
char      *paz_bracket_dup_words  (const PazBracket *self,
                                   const char       *text);

G_END_DECLS
