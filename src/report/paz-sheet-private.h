/* A data sheet's layout, shared by the files that fill and finish it. */
#pragma once

#include "paz-sheet.h"
#include "paz-workbook-private.h"

G_BEGIN_DECLS

/* Rows of every data sheet, from 0. */
enum
{
  KEY_ROW,
  TITLE_ROW,
  SUBTITLE_ROW,
  HEADER_ROW,
  FIRST_ROW,
};

typedef struct
{
  char          *key;
  char          *header;
  PazColumnType  type;
  double         width;      /* pixels the content needs */
  double         max;        /* pixels at most where text wraps, else 0 */
} Column;

typedef struct
{
  Column     *columns;
  guint       n_columns;
  guint       n_frozen;
  char       *table;
  guint       n_rows;        /* of data */
  guint       n_totals;
  gboolean    total;         /* the open row is a line of totals */
  gboolean    open;          /* a row was begun */
  guint       next;          /* column the next put fills */
  guint       lines;         /* the open row needs */
  GPtrArray  *notes;
  GArray     *widths;        /* of the columns, once finished, in pixels */
  double      width;         /* of all columns, once finished */
  double      height;        /* pixels of what is written so far, as printed */
  double      header_height;
  gboolean    has_chart;     /* once finished */
  gboolean    landscape;     /* once finished: printed across */
  gboolean    single;        /* once finished: table and charts on one page */
  guint       heat_first, heat_last;   /* columns that are shaded; none where they are equal */
} Layout;

gboolean paz_column_is_number (PazColumnType type);
/* Fails the workbook: a mistake of the report, said with the sheet and the name. */
void    paz_sheet_refuse      (PazSheet     *self,
                               const char   *what,
                               const char   *name);
/* Row that is open, or that would be next. */
guint   paz_layout_get_row    (const Layout *self);
/* Closes the open row: every column must have been put. */
void    paz_sheet_close_row   (PazSheet     *self);
/* Widths, header, table, panes, print set-up, notes. */
void    paz_sheet_finish      (PazSheet     *self);

#define LINE_PIXELS 18.0
#define TITLE_PIXELS 32.0
#define SUBTITLE_PIXELS 26.0
#define ROW_PIXELS 22.0
#define WIDE_HEADER 84.0
#define NOTE_WIDTH 360.0      /* pixels of a column that wraps */
#define WORDS_WIDTH 170.0     /* and of one with a few words */
#define MARK_WIDTH 52.0
#define HASH_WIDTH 250.0
#define CELL_PADDING 20.0
#define FILTER_ARROW 14.0

G_END_DECLS
