/* How a book becomes pages: sheets are cut into panels of columns, panels into blocks, blocks are placed
 * on pages as items, items are drawn. */
#pragma once

#include <pango/pangocairo.h>

#include "base/paz-catalogue.h"
#include "report/paz-paper.h"

G_BEGIN_DECLS

/* Points of a pixel of a sheet. */
#define PAZ_PAPER_PIXEL 0.75
#define PAZ_PAPER_MARGIN 40.0
/* From the edge of the paper to what the page says above and below. */
#define PAZ_PAPER_EDGE 24.0
#define PAZ_PAPER_TOP 54.0
#define PAZ_PAPER_BOTTOM 50.0
/* Text of 10 points is printed no smaller than 7. */
#define PAZ_PAPER_SMALLEST 0.7

typedef struct
{
  guint  column;       /* of the sheet */
  double x, width;
} PaperColumn;

/* Columns that stand side by side on paper. */
typedef struct
{
  guint   sheet;
  double  scale;       /* of text */
  double  width;
  GArray *columns;     /* PaperColumn */
  guint   number, n;   /* the second of three */
} PaperPanel;

typedef enum
{
  PAPER_ROW,
  PAPER_TEXT,
  PAPER_CHART,
} PaperItemType;

typedef struct
{
  PaperItemType  type;
  double         x, y, width, height;
  /* Of a row: */
  PaperPanel    *panel;
  guint          row;
  double         offset;    /* what of a tall row stands on the pages before */
  gboolean       sliced;
  /* Of a text: */
  const char    *text;
  double         size;
  gboolean       bold;
  guint32        color;
  /* Of a chart: */
  guint          chart;
} PaperItem;

typedef struct
{
  guint    sheet;
  gboolean landscape;
  double   width, height;
  GArray  *items;      /* PaperItem */
} PaperPage;

struct _PazPaperBook
{
  PazBook      *book;
  PazCatalogue *catalogue;
  PangoFontMap *fonts;
  PangoContext *context;
  GPtrArray    *pages;     /* PaperPage, owned */
  GPtrArray    *panels;    /* PaperPanel, owned */
  GStringChunk *words;
  guint        *firsts;    /* by sheet: its first page */
  gboolean      tagged;    /* places and links are written, too */
};

void         paper_page_free          (PaperPage     *page);
void         paper_panel_free         (PaperPanel    *panel);

/* Text of one typeface; width < 0: one line. */
PangoLayout *paper_text_new           (PazPaperBook  *self,
                                       const char    *text,
                                       double         size,
                                       gboolean       bold,
                                       double         width);
double       paper_text_get_height    (PangoLayout   *layout);

/* A cell as it stands on paper. */
typedef struct
{
  PazBookCell  cell;
  PazBookLook  look;
  PangoLayout *layout;     /* NULL: nothing is written */
  double       left;       /* of the text, from the column's edge */
  double       height;     /* of the text */
} PaperCell;

/* FALSE where nothing stands. */
gboolean     paper_cell_measure       (PazPaperBook  *self,
                                       PaperPanel    *panel,
                                       guint          n,
                                       guint          row,
                                       PaperCell     *out);
void         paper_cell_clear         (PaperCell     *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PaperCell, paper_cell_clear)
double       paper_row_get_padding    (PaperPanel    *panel);
double       paper_row_get_height     (PazPaperBook  *self,
                                       PaperPanel    *panel,
                                       guint          row);
gboolean     paper_row_has_link       (PazPaperBook  *self,
                                       guint          sheet,
                                       guint          row);

/* Panels that fit the width; at most `scale`. Owned by the paper. */
GPtrArray   *paper_panels_new         (PazPaperBook  *self,
                                       guint          sheet,
                                       double         width,
                                       double         scale);

/* Pages of a sheet, after those that are there. FALSE when cancelled. */
gboolean     paper_flow_sheet         (PazPaperBook  *self,
                                       guint          sheet,
                                       GCancellable  *cancellable);

/* What stands at the head and foot of each page, and what is said in a table's place. */
char        *paper_say_page           (PazPaperBook  *self,
                                       guint          page);
char        *paper_dup_place          (guint          sheet,
                                       int            chart);

G_END_DECLS
