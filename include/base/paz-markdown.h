/* Long texts are Markdown (CommonMark). HTML is not part of it: it is shown as the text it is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PAZ_MARK_STRONG     = 1 << 0,
  PAZ_MARK_EMPHASIS   = 1 << 1,
  PAZ_MARK_CODE       = 1 << 2,   /* within a line */
  PAZ_MARK_CODE_BLOCK = 1 << 3,
  PAZ_MARK_QUOTE      = 1 << 4,
  PAZ_MARK_LINK       = 1 << 5,
  PAZ_MARK_RULE       = 1 << 6,   /* a line across: the text is one of "―" */
  PAZ_MARK_MARKER     = 1 << 7,   /* the bullet or number of an item */
  PAZ_MARK_BREAK      = 1 << 8,   /* only the line breaks between two blocks */
} PazMark;

/* A piece of the text as it is read, all of it in one style. */
typedef struct
{
  char    *text;       /* with the line breaks between blocks */
  PazMark  marks;
  guint    heading;    /* 1 to 6, 0 for none */
  guint    depth;      /* of lists around it */
  char    *target;     /* where a link leads, or NULL */
} PazMarkdownRun;

/* Elements PazMarkdownRun *; joined they are the text to read. */
GPtrArray *paz_markdown_render   (const char *markdown);
/* The text to read alone. */
char      *paz_markdown_to_text  (const char *markdown);
/* Only addresses that a person can be sent to: http, https and mailto. */
gboolean   paz_markdown_may_open (const char *target);

G_END_DECLS
