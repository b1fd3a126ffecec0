/* A chart under a data sheet's table: it draws cells that stand on a visible sheet, tells in words
 * what it shows, and reads in grey. */
#pragma once

#include "paz-sheet.h"

G_BEGIN_DECLS

typedef struct _PazSheetChart PazSheetChart;

typedef enum
{
  PAZ_SHEET_CHART_BARS,           /* lying, the first row on top */
  PAZ_SHEET_CHART_STACKED_BARS,
  PAZ_SHEET_CHART_COLUMNS,        /* upright: months and years */
  PAZ_SHEET_CHART_STACKED_COLUMNS,
  PAZ_SHEET_CHART_LINES,          /* empty cells are gaps */
} PazSheetChartType;

typedef struct
{
  PazSheetChartType  type;
  const char        *title;
  const char        *category_title;
  const char        *value_title;
  const char        *description;  /* alternative text */
  gboolean           share;        /* values are fractions */
  gboolean           months;       /* categories are months */
} PazSheetChartSpec;

/* Of lines and fills that stand side by side; each differs in lightness and in dash. */
typedef enum
{
  PAZ_SERIES_FIRST,
  PAZ_SERIES_SECOND,
  PAZ_SERIES_THIRD,
  PAZ_SERIES_FOURTH,
  PAZ_SERIES_FIFTH,
  PAZ_SERIES_SIXTH,
  PAZ_SERIES_SEVENTH,
  PAZ_SERIES_EIGHTH,
  PAZ_SERIES_NINTH,
  PAZ_SERIES_TARGET,        /* a goal to be compared with */
} PazSeriesLook;

/* Owned by the sheet, placed when that is finished. */
PazSheetChart *paz_sheet_chart_new        (PazSheet                *sheet,
                                           const PazSheetChartSpec *spec);
/* `n_rows` rows of two columns of a data sheet, from its row `from` (0 is the first); the sheet
 * need not be filled yet. */
void           paz_sheet_chart_add_series (PazSheetChart           *self,
                                           PazSheet                *data,
                                           const char              *category_key,
                                           const char              *value_key,
                                           guint                    from,
                                           guint                    n_rows,
                                           const char              *name,
                                           PazSeriesLook            look);
/* Bars of the last series that stand out by another look. */
void           paz_sheet_chart_mark_points (PazSheetChart          *self,
                                           const gboolean          *marked,
                                           guint                    n,
                                           PazSeriesLook            look);

G_END_DECLS
