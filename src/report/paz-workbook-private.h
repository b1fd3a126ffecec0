/* What the files of the writer share. Only they see the library below. */
#pragma once

#include <locale.h>

#include "paz-book-private.h"
#include "paz-folder.h"
#include "paz-style.h"
#include "paz-workbook.h"

G_BEGIN_DECLS

struct _PazWorkbook
{
  lxw_workbook  *book;
  PazFolder     *folder;
  GCancellable  *cancellable;
  GError        *error;
  GPtrArray     *sheets;        /* PazSheet, owned, in the workbook's order */
  GHashTable    *sheet_names;   /* folded */
  GHashTable    *table_names;   /* folded */
  lxw_format    *formats[PAZ_N_STYLES];
  PazBook       *seen;          /* what is written, taken down; or NULL */
  GArray        *limits;        /* PazLimit: what does not fit; NULL when all does */
  PazLanguage    language;
  PazLevel       level;
  PazPaper       paper;
  char          *title;
  char          *delegation;
  char          *marking;
  guint64        n_cells;
  guint          n_tables;
  guint          n_charts;
  locale_t       locale;
  locale_t       former;
};

/* A limit of the file format that was met. */
typedef enum
{
  PAZ_LIMIT_TEXT,               /* cut */
  PAZ_LIMIT_NAME,               /* of a sheet: cut */
  PAZ_LIMIT_ROWS,               /* the workbook cannot be written */
  PAZ_LIMIT_COLUMNS,
} PazLimitType;

typedef struct
{
  PazLimitType type;
  char        *sheet;
  guint        row;             /* from 0 */
  guint        length;          /* of a text, in units of UTF-16 as spreadsheets count */
} PazLimit;

/* Of the format, for texts, names of sheets, rows and columns. */
guint       paz_limit_get_most      (PazLimitType  type);
void        paz_workbook_note_limit (PazWorkbook  *self,
                                     PazLimitType  type,
                                     const char   *sheet,
                                     guint         row,
                                     guint         length);

/* What every sheet has, whatever stands on it. */
struct _PazSheet
{
  PazWorkbook   *workbook;
  lxw_worksheet *sheet;
  PazBookLeaf   *leaf;          /* of the book that takes it down, or NULL */
  char          *name;
  gboolean       streamed;      /* rows go straight to a file; no table then */
  gboolean       finished;
  guint          n_rows;        /* rows that have a cell or a height */
  gint64         last_row;      /* -1: none yet */
  GPtrArray     *charts;        /* PazSheetChart, owned */
  gpointer       layout;        /* of a table sheet or a page */
  void         (*finish)        (PazSheet *self);
  void         (*free_layout)   (gpointer  layout);
};

/* Keeps the first error; TRUE when there is none. */
gboolean    paz_workbook_take       (PazWorkbook  *self,
                                     lxw_error     result);
void        paz_workbook_fail       (PazWorkbook  *self,
                                     GError       *error);
/* TRUE when what bears the stamp may be written. */
gboolean    paz_workbook_admit      (PazWorkbook  *self,
                                     PazClearance  clearance);
lxw_format *paz_workbook_get_format (PazWorkbook  *self,
                                     PazStyle      style);

/* Adds the sheet after those there are; `wanted` is made lawful. */
PazSheet   *paz_sheet_add           (PazWorkbook  *workbook,
                                     const char   *wanted,
                                     PazClearance  clearance,
                                     gboolean      streamed);
/* Says that a row is written to. */
void        paz_sheet_touch         (PazSheet     *self,
                                     guint         row);
void        paz_sheet_set_height    (PazSheet     *self,
                                     guint         row,
                                     double        pixels);
/* Always a string, whatever it begins with; NULL or "" is an empty cell of the style. */
void        paz_sheet_write_text    (PazSheet     *self,
                                     guint         row,
                                     guint         column,
                                     const char   *text,
                                     PazStyle      style);
void        paz_sheet_write_number  (PazSheet     *self,
                                     guint         row,
                                     guint         column,
                                     double        value,
                                     PazStyle      style);
/* A formula never goes without its value. */
void        paz_sheet_write_formula (PazSheet     *self,
                                     guint         row,
                                     guint         column,
                                     const char   *formula,
                                     double        value,
                                     PazStyle      style);
/* Paper, margins, header, footer. */
void        paz_sheet_set_page      (PazSheet     *self,
                                     gboolean      landscape);

/* paz-workbook-check.c: reads the file back. */
gboolean    paz_workbook_check_file (PazWorkbook  *self,
                                     const char   *path,
                                     GError      **error);

G_END_DECLS
