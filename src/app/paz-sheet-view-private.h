/* The parts of a sheet's widget: where things stand, how they are drawn, how the cursor walks. */
#pragma once

#include "paz-sheet-view.h"

G_BEGIN_DECLS

typedef struct
{
  PazChart      *chart;
  int            y, width, height;   /* from where the cells begin */
  GskRenderNode *node;               /* NULL until it is drawn */
} PazSheetChart;

struct _PazSheetView
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2];     /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  PazBook *book;
  guint sheet;
  const PazBookSheet *info;          /* NULL: nothing to show */
  double zoom;                       /* 1: as it fits */
  double scale;                      /* pixels of the screen for one of the sheet */
  double font_fit;                   /* at most 1: the typeface that is here may be wider */
  int *lefts;                        /* one more than columns */
  int *tops;                         /* one more than rows */
  GArray *charts;                    /* PazSheetChart */
  int paper_width;                   /* within its margins */
  int paper_height;
  guint row;
  guint column;

  PangoLayout *layout;
  GHashTable *nodes;                 /* of rows, see paz-sheet-draw.c */
};

/* Around the paper, and on it around the cells. */
#define PAZ_SHEET_DESK 14
#define PAZ_SHEET_MARGIN 24

/* Where the parts stand in the widget now. */
typedef struct
{
  int      x, y;             /* of the cells' corner as it scrolls */
  int      fixed_x;          /* of what does not scroll sideways: titles, first columns, charts */
  int      paper_x, paper_y;
  guint    n_frozen;
  int      frozen_width;
  gboolean has_head;
  int      head_y, head_height;
} PazSheetFrame;

void          paz_sheet_arrange       (PazSheetView        *self,
                                       int                  width);
void          paz_sheet_clear         (PazSheetView        *self);
PazSheetFrame paz_sheet_get_frame     (PazSheetView        *self);
/* How the whole would be in size. */
void          paz_sheet_get_extent    (PazSheetView        *self,
                                       int                 *width,
                                       int                 *height);
/* The row after the last one of data and totals; notes begin there. */
guint         paz_sheet_get_end       (PazSheetView        *self);
/* Rows that scroll under the header; the others are titles and notes. */
gboolean      paz_sheet_is_data       (PazSheetView        *self,
                                       guint                row);
guint         paz_sheet_find_row      (PazSheetView        *self,
                                       int                  y);
guint         paz_sheet_find_column   (PazSheetView        *self,
                                       int                  x);
/* FALSE where no cell is. */
gboolean      paz_sheet_find_cell     (PazSheetView        *self,
                                       double               x,
                                       double               y,
                                       guint               *row,
                                       guint               *column);
/* In the widget, of the cell or chart under the cursor. */
void          paz_sheet_get_place     (PazSheetView        *self,
                                       graphene_rect_t     *place);
void          paz_sheet_show_cursor   (PazSheetView        *self);

void          paz_sheet_draw          (PazSheetView        *self,
                                       GtkSnapshot         *snapshot);
/* The words of a cell do not all fit. */
gboolean      paz_sheet_is_cut        (PazSheetView        *self,
                                       guint                row,
                                       guint                column);

gboolean      paz_sheet_press_key     (PazSheetView        *self,
                                       guint                key,
                                       GdkModifierType      state);
/* Where a reader would begin. */
void          paz_sheet_begin_cursor  (PazSheetView        *self);
guint         paz_sheet_count_stops   (PazSheetView        *self);
void          paz_sheet_go            (PazSheetView        *self,
                                       guint                row,
                                       guint                column);

G_END_DECLS
