/* Sheets that reports share and sheets of each report, declared first and filled later: a link or a
 * chart can then point at any of them. */
#pragma once

#include "paz-sheet-chart.h"
#include "paz-cover.h"

G_BEGIN_DECLS

/* What the line under a sheet's title says of its figures. */
typedef enum
{
  PAZ_PERIOD_MONTH,         /* the report's month */
  PAZ_PERIOD_SERIES,        /* every month of the series */
  PAZ_PERIOD_NONE,          /* no figures of months stand there */
} PazPeriod;

/* What a sheet is: words are marked where the struct stands, looked up here. */
typedef struct
{
  const char *name;         /* NC_("sheet", ...) */
  const char *title;        /* N_(...) */
  const char *contents;     /* N_(...): for the cover, one sentence */
  const char *table;
  guint       n_frozen;
  PazPeriod   period;
} PazSheetWords;

/* header is NC_("column", ...) and is looked up. */
PazSheet *paz_sheets_declare            (PazEdition           *edition,
                                         PazWorkbook          *workbook,
                                         const PazSheetWords  *words,
                                         const PazColumn      *columns,
                                         guint                 n_columns,
                                         guint                 n_rows,
                                         PazClearance          stamp);
void      paz_sheets_put_link           (PazSheet             *cover,
                                         PazEdition           *edition,
                                         PazSheet             *sheet,
                                         const PazSheetWords  *words);
/* A share, its base, or the sign for what does not cover the world. */
void      paz_sheets_put_world          (PazSheet             *sheet,
                                         gboolean              covered,
                                         guint64               part,
                                         guint64               base);
const char *paz_sheets_say_column       (PazEdition           *edition,
                                         const char           *header);

/* Of every report with figures. */
PazSheet *paz_sources_declare           (PazEdition           *edition,
                                         PazWorkbook          *workbook,
                                         PazSheet             *cover);
void      paz_sources_fill              (PazSheet             *self,
                                         PazEdition           *edition);

/* Participation. */
PazSheet *paz_detail_declare            (PazEdition           *edition,
                                         PazWorkbook          *workbook);
void      paz_detail_fill               (PazSheet             *self,
                                         PazEdition           *edition);
void      paz_detail_put_link           (PazSheet             *cover,
                                         PazEdition           *edition,
                                         PazSheet             *self);
PazSheet *paz_coverage_declare          (PazEdition           *edition,
                                         PazWorkbook          *workbook);
void      paz_coverage_fill             (PazSheet             *self,
                                         PazEdition           *edition);
void      paz_coverage_put_link         (PazSheet             *cover,
                                         PazEdition           *edition,
                                         PazSheet             *self);
PazSheet *paz_series_declare            (PazEdition           *edition,
                                         PazWorkbook          *workbook);
void      paz_series_fill               (PazSheet             *self,
                                         PazEdition           *edition);
void      paz_series_put_link           (PazSheet             *cover,
                                         PazEdition           *edition,
                                         PazSheet             *self);
PazSheet *paz_matrix_declare            (PazEdition           *edition,
                                         PazWorkbook          *workbook);
void      paz_matrix_fill               (PazSheet             *self,
                                         PazEdition           *edition);
void      paz_matrix_put_link           (PazSheet             *cover,
                                         PazEdition           *edition,
                                         PazSheet             *self);

/* The reports: they fill a workbook of the edition. */
gboolean  paz_participation_fill        (PazEdition           *edition,
                                         PazWorkbook          *workbook,
                                         const char           *title,
                                         GError              **error);
gboolean  paz_women_fill                (PazEdition           *edition,
                                         PazWorkbook          *workbook,
                                         const char           *title,
                                         GError              **error);
gboolean  paz_country_fill              (PazEdition           *edition,
                                         PazWorkbook          *workbook,
                                         const char           *title,
                                         GError              **error);

G_END_DECLS
