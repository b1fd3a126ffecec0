/* A data sheet by declaration: a hidden row of language-free keys, a title, a header row, a named
 * table, lines of totals and notes under it, charts below. Rows go down strictly in order. */
#pragma once

#include "paz-workbook.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_COLUMN_TEXT,
  PAZ_COLUMN_CODE,     /* ISO3, acronyms, hashes: text, never a number */
  PAZ_COLUMN_NOTE,     /* text that wraps */
  PAZ_COLUMN_WORDS,    /* a few words: wraps in a narrower column */
  PAZ_COLUMN_COUNT,    /* whole number, grouped */
  PAZ_COLUMN_SHARE,    /* fraction shown as 0.0%; its base stands in the next column */
  PAZ_COLUMN_POINTS,   /* one decimal */
  PAZ_COLUMN_AMOUNT,   /* two decimals, grouped; of money the currency stands in the next column */
  PAZ_COLUMN_RANK,     /* whole number, not grouped */
  PAZ_COLUMN_MONTH,    /* a real date shown as month and year */
  PAZ_COLUMN_DATE,     /* a real date, or text where it is partial */
  PAZ_COLUMN_SIGNAL,   /* green, yellow, red, each with its word */
  PAZ_COLUMN_MARK,     /* narrow: a sign on a coloured ground, as of a plan drawn in cells */
  PAZ_COLUMN_HASH,     /* small, broken over lines */
} PazColumnType;

typedef struct
{
  const char    *key;      /* ASCII; the same in every language */
  const char    *header;   /* in the report's language */
  PazColumnType  type;
  guint          width;    /* pixels at most, of a column that wraps; 0: the usual */
} PazColumn;

typedef struct
{
  const char      *name;       /* of the sheet, in the report's language */
  const char      *title;
  const char      *subtitle;
  const char      *table;      /* ASCII, the same in every language */
  const PazColumn *columns;    /* copied */
  guint            n_columns;
  guint            n_frozen;   /* columns that stay when scrolling */
  guint            n_rows;     /* how many are expected: from PAZ_SHEET_STREAM_ROWS on they are streamed */
} PazSheetSpec;

/* The library keeps about 130 bytes for every cell of a sheet that has a table, and refuses tables
 * where it streams. Up to here a table is worth that memory; beyond, the sheet has a filter and a
 * defined name of the table's name instead. */
#define PAZ_SHEET_STREAM_ROWS 50000

/* The four silences (zero is a number). */
typedef enum
{
  PAZ_ABSENT_UNKNOWN,
  PAZ_ABSENT_NOT_APPLICABLE,
  PAZ_ABSENT_NOT_LISTED,
  PAZ_ABSENT_GAP,
} PazAbsent;
/* "…", "–", "", "": what stands in the cell. */
const char *paz_absent_get_sign       (PazAbsent            absent);

/* Declares the sheet now; it may be filled later, in any order of sheets. */
PazSheet   *paz_sheet_new             (PazWorkbook         *workbook,
                                       const PazSheetSpec  *spec,
                                       PazClearance         clearance);
const char *paz_sheet_get_name        (PazSheet            *self);
/* Rows of data so far; the open row is closed. */
guint       paz_sheet_count_rows      (PazSheet            *self);
/* Index of a column by key; the key must be there. */
guint       paz_sheet_get_column      (PazSheet            *self,
                                       const char          *key);
/* First row of data, counted from 0 as the library does. */
guint       paz_sheet_get_first_row   (PazSheet            *self);

/* A row begins with its stamp, then one put a column, from left to right. */
void        paz_sheet_begin_row       (PazSheet            *self,
                                       PazClearance         clearance);
void        paz_sheet_put_text        (PazSheet            *self,
                                       const char          *text);
void        paz_sheet_put_number      (PazSheet            *self,
                                       double               value);
/* part of base, or "not applicable" where the base is 0. */
void        paz_sheet_put_share       (PazSheet            *self,
                                       guint64              part,
                                       guint64              base);
void        paz_sheet_put_month       (PazSheet            *self,
                                       guint16              month);
/* A sign and its ground, so that neither needs the other: nothing, "■" runs, "◆" ends, "✓" is over. */
typedef enum
{
  PAZ_MARK_NONE,
  PAZ_MARK_RUN,
  PAZ_MARK_END,
  PAZ_MARK_DONE,
} PazMark;
void        paz_sheet_put_mark        (PazSheet            *self,
                                       PazMark              mark);
/* Any sign of few characters on a ground as PazSignal's: 0 none, 1 green, 2 yellow, 3 red. */
void        paz_sheet_put_sign        (PazSheet            *self,
                                       const char          *sign,
                                       guint                signal);
/* ISO text, complete or partial; NULL is unknown. */
void        paz_sheet_put_date        (PazSheet            *self,
                                       const char          *iso);
/* 0 none, 1 green, 2 yellow, 3 red, as PazSignal. */
void        paz_sheet_put_signal      (PazSheet            *self,
                                       guint                signal,
                                       const char          *word);
void        paz_sheet_put_absent      (PazSheet            *self,
                                       PazAbsent            absent);

/* Lines under the table: same puts, and sums that are formulas with their value. */
void        paz_sheet_begin_total     (PazSheet            *self,
                                       PazClearance         clearance);
void        paz_sheet_put_sum         (PazSheet            *self,
                                       guint64              value);
/* Quotient of two cells of this line, named by their columns' keys. */
void        paz_sheet_put_quotient    (PazSheet            *self,
                                       const char          *part,
                                       const char          *base,
                                       double               value);
/* Cells of these columns are shaded by their number, the largest darkest: the number stays readable,
 * and the shade never says more than it. */
void        paz_sheet_set_heat        (PazSheet            *self,
                                       const char          *first,
                                       const char          *last);
/* A footnote under the table. */
void        paz_sheet_add_note        (PazSheet            *self,
                                       const char          *text);

G_END_DECLS
