/* The layouts Relacopaz reads, as data: which header means what. A layout is recognised by its
 * header alone; the order of columns, the case and the spacing of their names and columns we do not
 * know are of no account (DOMAIN.md 3.4, traps 2 and 7). */
#pragma once

#include "paz-csv-reader.h"

G_BEGIN_DECLS

/* Columns of figures; layouts of records number their own (paz-record-layout.h). */
typedef enum
{
  PAZ_COLUMN_ISO3,
  PAZ_COLUMN_M49,
  PAZ_COLUMN_COUNTRY,
  PAZ_COLUMN_MISSION,
  PAZ_COLUMN_TYPE,
  PAZ_COLUMN_FEMALE,
  PAZ_COLUMN_MALE,
  PAZ_COLUMN_DATE,
  PAZ_COLUMN_RANK,
  PAZ_COLUMN_TOTAL,
  PAZ_COLUMN_WIDE,         /* of wide layouts: three columns a type, see PazWide */
} PazColumn;
/* Those up to the date, which every layout of figures has; also stands for the whole row. */
#define PAZ_N_COLUMNS 8
/* Of any layout. */
#define PAZ_MAX_COLUMNS 32

typedef enum
{
  PAZ_NEED_NEVER,          /* not a column of the layout */
  PAZ_NEED_OPTIONAL,
  PAZ_NEED_ALWAYS,
  PAZ_NEED_ONE,            /* one of these at least */
} PazNeed;

typedef struct
{
  PazNeed             need;
  const char * const *headers;  /* as paz_text_fold_key writes them, NULL-terminated */
} PazLayoutColumn;

typedef struct _PazRecordLayout PazRecordLayout;

/* A type of personnel that has columns of its own: PAZ_COLUMN_WIDE + 3 * its place in the list + one
 * of these. */
typedef enum
{
  PAZ_WIDE_TOTAL,
  PAZ_WIDE_FEMALE,
  PAZ_WIDE_MALE,
} PazWideColumn;
#define PAZ_MAX_WIDE 6
#define PAZ_WIDE_COLUMN(n, column) (PAZ_COLUMN_WIDE + 3 * (n) + (column))

typedef struct
{
  const char *code;        /* NULL ends the list */
  /* Places in the list, as bits, of the types that this one is the older name of: where a row has
   * any of them, its column counts the same persons again. */
  guint       parts;
} PazWide;

typedef struct
{
  const char            *name;        /* the publisher's name for it; stored, never translated */
  const char            *publisher;
  const PazRecordLayout *records;     /* NULL: rows are figures */
  const PazWide         *wide;        /* NULL: a row is of one type */
  gboolean               totals;      /* women and men are not told apart */
  gboolean               check;       /* sums of figures: compared with what is here, never kept */
  PazLayoutColumn        columns[PAZ_MAX_COLUMNS];
} PazLayout;

/* A layout found in a file's first line. */
typedef struct
{
  const PazLayout *layout;
  guint            n_columns;
  int              at[PAZ_MAX_COLUMNS];     /* position in the file, -1: not there */
  char            *names[PAZ_MAX_COLUMNS];  /* as the file writes them, NULL: not there */
} PazHeader;

const char * const *paz_layout_list_names (void);
/* name: NULL tries all. PAZ_IMPORT_ERROR_LAYOUT says which columns were not found. */
PazHeader          *paz_header_recognise  (const PazCell  *cells,
                                           guint           n_cells,
                                           const char     *name,
                                           GError        **error);
void                paz_header_free       (PazHeader      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazHeader, paz_header_free)

G_END_DECLS
