/* A report as it will be read: the sheets of its workbook in memory, made by the same calls and through
 * the same gate as the file. Previews, printed pages and documents show this and nothing else.
 *
 * Immutable once made: any thread may read it. What it lends lives as long as it. */
#pragma once

#include "chart/paz-chart.h"
#include "report/paz-figures-report.h"

G_BEGIN_DECLS

/* Of a sheet that is longer than PAZ_BOOK_LONG rows only the first PAZ_BOOK_KEPT are kept, and its
 * totals and notes: nobody reads more on paper, and a preview says so. */
#define PAZ_BOOK_LONG 50000
#define PAZ_BOOK_KEPT 1000

typedef struct _PazBook PazBook;

#define PAZ_TYPE_BOOK (paz_book_get_type ())
GType         paz_book_get_type       (void) G_GNUC_CONST;
PazBook      *paz_book_ref            (PazBook                 *self);
void          paz_book_unref          (PazBook                 *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazBook, paz_book_unref)

/* Errors and threads as paz_report_export. With a path the workbook is written there too, and the book
 * is what stands in it; NULL writes nothing. */
PazBook      *paz_book_new_report     (PazStore                *store,
                                       const char              *name,
                                       const PazReportOptions  *options,
                                       const char              *path,
                                       PazProgress              progress,
                                       gpointer                 data,
                                       GCancellable            *cancellable,
                                       GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of what is seen on the figures page. */
PazBook      *paz_book_new_figures    (PazFiguresReport        *report,
                                       const char              *path,
                                       GCancellable            *cancellable,
                                       GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

const char   *paz_book_get_title      (PazBook                 *self);
const char   *paz_book_get_delegation (PazBook                 *self);
/* What is printed on every page. */
const char   *paz_book_get_marking    (PazBook                 *self);
PazLevel      paz_book_get_level      (PazBook                 *self);
PazLanguage   paz_book_get_language   (PazBook                 *self);
PazPaper      paz_book_get_paper      (PazBook                 *self);
/* Unix ms: what the report says it was made at. */
gint64        paz_book_get_created    (PazBook                 *self);

typedef struct
{
  const char   *name;         /* on the sheet's tab */
  gboolean      is_page;      /* read like a page, else a table */
  gboolean      landscape;    /* printed across */
  gboolean      single;       /* meant for one page of paper */
  guint         n_columns;
  const double *widths;       /* pixels, 1/96 inch */
  guint         n_rows;       /* of cells, from 0; those a long sheet leaves out are not among them */
  guint         n_charts;     /* below the cells */
  /* Of a table; on a page 0. Title and subtitle stand above the header. */
  const char   *title, *subtitle;
  guint         header_row;
  guint         first_row;    /* of data */
  guint         n_data;       /* rows of data that are kept */
  guint         n_left_out;   /* rows of data that are in the workbook but not here */
  guint         n_totals;     /* rows under them */
  guint         n_frozen;     /* columns that stay */
} PazBookSheet;

guint               paz_book_count_sheets (PazBook             *self);
const PazBookSheet *paz_book_get_sheet    (PazBook             *self,
                                           guint                sheet);
/* Pixels; 0 is a hidden row. */
double              paz_book_get_height   (PazBook             *self,
                                           guint                sheet,
                                           guint                row);

typedef enum
{
  PAZ_BOOK_BLANK,
  PAZ_BOOK_TEXT,
  PAZ_BOOK_NUMBER,    /* a date is one too */
} PazBookCellType;

typedef enum
{
  PAZ_BOOK_LEFT,
  PAZ_BOOK_RIGHT,
  PAZ_BOOK_CENTER,
} PazBookAlign;

/* How a cell looks; colours as 0xRRGGBB. */
typedef struct
{
  double       size;          /* points */
  gboolean     bold;
  guint32      color;
  gboolean     filled;
  guint32      fill;
  gboolean     hatched;       /* a gap in the data */
  PazBookAlign align;
  gboolean     top;           /* else in the middle */
  gboolean     wrap;
  guint        indent;        /* steps of three digits */
  gboolean     has_bottom, has_top;      /* hairlines */
  guint32      bottom, line;             /* and their colours: below, above */
} PazBookLook;

typedef struct
{
  PazBookCellType  type;
  const char      *text;      /* of text; lent */
  double           value;     /* of a number */
  int              link;      /* sheet it leads to, or -1 */
  guint            style;     /* see paz_book_get_look */
} PazBookCell;

/* FALSE where nothing stands. */
gboolean      paz_book_get_cell       (PazBook                 *self,
                                       guint                    sheet,
                                       guint                    row,
                                       guint                    column,
                                       PazBookCell             *cell);
/* As a reader sees it, in the report's language: "7.278", "46,7 %", "mar. 2014". */
char         *paz_book_dup_shown      (PazBook                 *self,
                                       const PazBookCell       *cell);
void          paz_book_get_look       (PazBook                 *self,
                                       guint                    sheet,
                                       guint                    row,
                                       guint                    column,
                                       PazBookLook             *look);
/* The sheet's chart, as the program draws it; its alternative text is the description. */
PazChart     *paz_book_make_chart     (PazBook                 *self,
                                       guint                    sheet,
                                       guint                    chart) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
