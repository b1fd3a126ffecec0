/* Placing charts, for the files that finish sheets. */
#pragma once

#include "paz-sheet-chart.h"

G_BEGIN_DECLS

#define PAZ_CHART_MIN_WIDTH 620.0

/* Between the margins, at 96 dpi. */
typedef struct
{
  double width, height;
} PazPaperPixels;

const PazPaperPixels *paz_paper_get_pixels (PazPaper  paper,
                                            gboolean  landscape);
/* Pixels of all the sheet's charts one below the other. */
double paz_sheet_chart_get_height_of_all   (PazSheet *sheet);
/* Puts the sheet's charts one below the other from a row on. */
void   paz_sheet_chart_place_all           (PazSheet *sheet,
                                            guint     row);
void   paz_sheet_chart_free                (PazSheetChart *self);

G_END_DECLS
