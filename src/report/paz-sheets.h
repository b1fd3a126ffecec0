/* What sheets of figures have in common: words looked up, shares with their bases, women and men where
 * they are told apart. */
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
/* A sheet's name, its title and its table's name, as they are in a report of chapters: with a number,
 * and the name of the chapter. Lent. */
const char *paz_sheets_say_name         (PazEdition           *edition,
                                         const PazSheetWords  *words);
const char *paz_sheets_say_title        (PazEdition           *edition,
                                         const PazSheetWords  *words);
const char *paz_sheets_say_table        (PazEdition           *edition,
                                         const PazSheetWords  *words);
const char *paz_sheets_say_column       (PazEdition           *edition,
                                         const char           *header);

/* Women, share of women, total; men stand second in `both`. Where the sex of some of these people is not
 * told, only the total is a figure: for the rest stands `absent`, which is empty in a column that a
 * chart draws, since it would draw a text as zero. */
void      paz_sheets_put_women          (PazSheet             *sheet,
                                         guint64               female,
                                         guint64               total,
                                         guint64               untold,
                                         PazAbsent             absent);
void      paz_sheets_put_both           (PazSheet             *sheet,
                                         guint64               female,
                                         guint64               male,
                                         guint64               untold,
                                         PazAbsent             absent);
/* The same in a line of totals, as formulas over the columns women, men and total. */
void      paz_sheets_put_women_total    (PazSheet             *sheet,
                                         guint64               female,
                                         guint64               total,
                                         guint64               untold);
void      paz_sheets_put_both_total     (PazSheet             *sheet,
                                         guint64               female,
                                         guint64               male,
                                         guint64               untold);
void      paz_sheets_put_absents        (PazSheet             *sheet,
                                         PazAbsent             absent,
                                         guint                 n);
/* A note that there are people whose sex is not told, where there are any. */
void      paz_sheets_note_untold        (PazSheet             *sheet,
                                         PazEdition           *edition,
                                         guint64               untold);
/* The same of some months of a series. */
void      paz_sheets_note_untold_months (PazSheet             *sheet,
                                         PazEdition           *edition,
                                         guint64               untold);

G_END_DECLS
