/* A sheet that is read like a page: a title, large figures, labels with values, links, notes. Two
 * columns, no merged cells. */
#pragma once

#include "paz-workbook.h"

G_BEGIN_DECLS

PazSheet *paz_page_new          (PazWorkbook   *workbook,
                                 const char    *name,
                                 PazClearance   clearance);
/* Brand line, title and subtitle, then a rule. */
void      paz_page_put_title    (PazSheet      *self,
                                 const char    *brand,
                                 const char    *title,
                                 const char    *subtitle);
void      paz_page_put_heading  (PazSheet      *self,
                                 const char    *text);
void      paz_page_put_pair     (PazSheet      *self,
                                 const char    *label,
                                 const char    *value);
/* The value stands out: handling level, audience. */
void      paz_page_put_marking  (PazSheet      *self,
                                 const char    *label,
                                 const char    *value);
/* A large number, or the fraction part / base, and what it is in words. */
void      paz_page_put_count    (PazSheet      *self,
                                 guint64        value,
                                 const char    *words);
void      paz_page_put_share    (PazSheet      *self,
                                 guint64        part,
                                 guint64        base,
                                 const char    *words);
/* What stands in the place of a large number that nobody has told. */
void      paz_page_put_unknown  (PazSheet      *self,
                                 const char    *words);
/* Large words in the place of a number: a rank among others. */
void      paz_page_put_words    (PazSheet      *self,
                                 const char    *value,
                                 const char    *words);
/* A link to another sheet of the workbook, and what stands there. */
void      paz_page_put_link     (PazSheet      *self,
                                 PazSheet      *to,
                                 const char    *words);
/* How a kind of cell looks, and what it means. */
void      paz_page_put_legend   (PazSheet      *self,
                                 const char    *sign,
                                 gboolean       gap,
                                 const char    *words);
/* 1 green, 2 yellow, 3 red. */
void      paz_page_put_signal   (PazSheet      *self,
                                 guint          signal,
                                 const char    *word,
                                 const char    *words);
void      paz_page_put_note     (PazSheet      *self,
                                 const char    *text);
void      paz_page_put_space    (PazSheet      *self);

G_END_DECLS
