/* A document for a word processor (Office Open XML, ISO/IEC 29500), where delegates amend: headings that
 * its outline knows, paragraphs, lists, tables whose head repeats, footnotes; the marking on every page.
 * Nothing is written before the commit; what bears no stamp of the release gate, or one above the
 * document's level, makes it fail. */
#pragma once

#include "paz-workbook.h"

G_BEGIN_DECLS

typedef struct _PazWord PazWord;

/* The same as of a workbook. */
PazWord  *paz_word_new           (const PazWorkbookInfo  *info);
void      paz_word_free          (PazWord                *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazWord, paz_word_free)
/* Whole or not at all. PAZ_REPORT_ERROR_*. */
gboolean  paz_word_commit        (PazWord                *self,
                                  const char             *path,
                                  GCancellable           *cancellable,
                                  GError                **error);

/* What follows rests on this; refused, the document fails. */
void      paz_word_admit         (PazWord                *self,
                                  PazClearance            clearance);

void      paz_word_put_title     (PazWord                *self,
                                  const char             *brand,
                                  const char             *title,
                                  const char             *subtitle);
/* level: 1 to 3. `anchor` is what links lead to, NULL: nothing leads there. */
void      paz_word_put_heading   (PazWord                *self,
                                  guint                   level,
                                  const char             *text,
                                  const char             *anchor);
void      paz_word_put_link      (PazWord                *self,
                                  const char             *anchor,
                                  const char             *text);
/* "Status: in progress", the label in bold; nothing where the value is NULL or empty. */
void      paz_word_put_pair      (PazWord                *self,
                                  const char             *label,
                                  const char             *value);
/* Markdown, as long texts are. What stands in square brackets stands out. `footnotes`, elements
 * char *, stand at the end of the last paragraph; NULL: none. */
void      paz_word_put_text      (PazWord                *self,
                                  const char             *markdown,
                                  GPtrArray              *footnotes);
/* Small, in the second rank. */
void      paz_word_put_note      (PazWord                *self,
                                  const char             *text);

/* A table: its heads, and how wide each column is against the others. */
void      paz_word_begin_table   (PazWord                *self,
                                  const char * const     *heads,
                                  const guint            *widths,
                                  guint                   n);
/* As many as heads; NULL is empty. */
void      paz_word_put_row       (PazWord                *self,
                                  const char * const     *cells);
void      paz_word_end_table     (PazWord                *self);

G_END_DECLS
