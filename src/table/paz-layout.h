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
} PazColumn;
#define PAZ_N_COLUMNS 8
/* Of any layout. */
#define PAZ_MAX_COLUMNS 12

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

typedef struct
{
  const char            *name;        /* the publisher's name for it; stored, never translated */
  const char            *publisher;
  const PazRecordLayout *records;     /* NULL: rows are figures */
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
