/* Taking down what a workbook is filled with. */
#pragma once

#include "report/paz-book.h"

#include "paz-sheet-chart.h"
#include "paz-style.h"
#include "paz-workbook.h"

G_BEGIN_DECLS

typedef struct _PazBookLeaf PazBookLeaf;

PazBook     *paz_book_new             (const PazWorkbookInfo   *info);
/* The next sheet; owned by the book. */
PazBookLeaf *paz_book_add_leaf        (PazBook                 *self,
                                       const char              *name);
/* Once everything is put: no more is taken. */
void         paz_book_close           (PazBook                 *self);

/* Rows and columns as the workbook counts them; a row beyond those that are kept is only counted. */
void         paz_book_leaf_put_text   (PazBookLeaf             *self,
                                       guint                    row,
                                       guint                    column,
                                       const char              *text,
                                       PazStyle                 style);
void         paz_book_leaf_put_number (PazBookLeaf             *self,
                                       guint                    row,
                                       guint                    column,
                                       double                   value,
                                       PazStyle                 style);
/* The cell put last leads to another sheet. */
void         paz_book_leaf_link       (PazBookLeaf             *self,
                                       PazBookLeaf             *to);
void         paz_book_leaf_set_height (PazBookLeaf             *self,
                                       guint                    row,
                                       double                   pixels);
void         paz_book_leaf_set_widths (PazBookLeaf             *self,
                                       const guint             *pixels,
                                       guint                    n);
void         paz_book_leaf_set_paper  (PazBookLeaf             *self,
                                       gboolean                 landscape,
                                       gboolean                 single);
/* It is a table; of a long one not all rows are kept. Before its first row. */
void         paz_book_leaf_begin_table (PazBookLeaf            *self,
                                       guint                    n_frozen,
                                       gboolean                 is_long);
/* Its data is over: totals and notes follow. Later calls change nothing. */
void         paz_book_leaf_end_data   (PazBookLeaf             *self,
                                       guint                    n_rows);
void         paz_book_leaf_set_totals (PazBookLeaf             *self,
                                       guint                    n_totals);
/* Columns shaded by their numbers. */
void         paz_book_leaf_set_heat   (PazBookLeaf             *self,
                                       guint                    first,
                                       guint                    last);

/* ---- charts ---- */

typedef struct _PazBookChart PazBookChart;

PazBookChart *paz_book_chart_new       (const PazSheetChartSpec *spec);
PazBookChart *paz_book_leaf_add_chart  (PazBookLeaf             *self,
                                        const PazSheetChartSpec *spec);
/* `n` rows of the columns of `data`, from a row of the workbook on. */
void          paz_book_chart_add       (PazBookChart            *self,
                                        PazBookLeaf             *data,
                                        guint                    category,
                                        guint                    value,
                                        guint                    from,
                                        guint                    n,
                                        const char              *name,
                                        PazSeriesLook            look);
void          paz_book_chart_free      (PazBookChart            *self);
PazChart     *paz_book_chart_make      (PazBookChart            *self,
                                        PazBook                 *book);
/* Sheet's number in its book. */
guint         paz_book_leaf_get_number (PazBookLeaf             *self);

/* "7.278": a number as the style shows it in the language. */
char         *paz_book_show_number     (double                   value,
                                        PazStyle                 style,
                                        PazLanguage              language);

G_END_DECLS
