/* The first sheet: what this is, for whom, from which sources, how to read it. */
#pragma once

#include "paz-edition.h"
#include "paz-page.h"

G_BEGIN_DECLS

/* What is said of it in properties and on every page; lends. */
PazWorkbookInfo paz_cover_make_info  (PazEdition     *edition,
                                      const char     *report,
                                      const char     *title,
                                      const char     *marking);
/* Opens a workbook for an edition. */
PazWorkbook *paz_cover_open_workbook (PazEdition     *edition,
                                      const char     *report,
                                      const char     *title,
                                      const char     *path,
                                      GCancellable   *cancellable,
                                      GError        **error);
/* "Cover", before every other sheet. What it is about: NULL is the region. */
PazSheet    *paz_cover_new           (PazEdition     *edition,
                                      PazWorkbook    *workbook,
                                      const char     *title,
                                      const char     *subject);
/* Language, delegation, dates, level, audience, term. */
void         paz_cover_put_facts     (PazSheet       *self,
                                      PazEdition     *edition);
/* Each data set the report rests on. */
void         paz_cover_put_sources   (PazSheet       *self,
                                      PazEdition     *edition);
/* What an empty cell, a dash, dots and a zero say. */
void         paz_cover_put_legend    (PazSheet       *self,
                                      PazEdition     *edition);
/* What must not be misread: the Declaration, month ends, bases. */
void         paz_cover_put_notes     (PazSheet       *self,
                                      PazEdition     *edition);
/* The same two of reports on records. */
void         paz_cover_put_record_legend (PazSheet   *self,
                                          PazEdition *edition);
void         paz_cover_put_record_notes  (PazSheet   *self,
                                          PazEdition *edition);

G_END_DECLS
