/* What the files of the writer share. */
#pragma once

#include <libxml/xmlwriter.h>

#include "paz-word.h"

G_BEGIN_DECLS

struct _PazWord
{
  PazLanguage       language;
  PazLevel          level;
  PazPaper          paper;
  gint64            created;
  char             *package, *title, *delegation, *status, *marking;
  xmlBufferPtr      body, notes;
  xmlTextWriterPtr  to;          /* the body's writer */
  xmlTextWriterPtr  to_notes;
  guint             n_notes;
  guint             n_anchors;
  guint             n_columns;   /* of the open table */
  guint            *widths;      /* of its columns, in twentieths of a point */
  GError           *error;
};

/* An element with attributes as pairs of name and value, NULL-terminated. */
void  paz_word_open     (xmlTextWriterPtr  to,
                         const char       *name,
                         ...) G_GNUC_NULL_TERMINATED;
void  paz_word_close    (xmlTextWriterPtr  to);
void  paz_word_mark     (xmlTextWriterPtr  to,
                         const char       *name,
                         ...) G_GNUC_NULL_TERMINATED;
/* A piece of text; properties as names of elements without content ("w:b"), NULL-terminated. Line
 * breaks are kept, and what XML cannot hold is left out. */
void  paz_word_put_run  (xmlTextWriterPtr  to,
                         const char       *text,
                         gboolean          strong,
                         gboolean          emphasis,
                         gboolean          open_point);
void  paz_word_open_paragraph (xmlTextWriterPtr  to,
                               const char       *style);
/* A footnote's sign in the open paragraph; its words go to the notes. */
void  paz_word_put_footnote   (PazWord          *self,
                               const char       *text);
/* Twentieths of a point between the margins. */
guint paz_word_get_width      (PazWord          *self);

/* paz-word-parts.c: the parts that stand around the body. */
char *paz_word_make_types     (void);
char *paz_word_make_root_rels (void);
char *paz_word_make_rels      (void);
char *paz_word_make_styles    (PazWord          *self);
char *paz_word_make_numbering (void);
char *paz_word_make_settings  (PazWord          *self);
char *paz_word_make_header    (PazWord          *self);
char *paz_word_make_footer    (PazWord          *self);
char *paz_word_make_core      (PazWord          *self);
char *paz_word_make_app       (void);
char *paz_word_make_custom    (PazWord          *self);

#define PAZ_WORD_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define PAZ_WORD_RELS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

G_END_DECLS
