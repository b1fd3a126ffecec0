/* Tables that come in. Read, recognise by header, try out, then one step through the door. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_IMPORT_ERROR (paz_import_error_quark ())
GQuark paz_import_error_quark (void);
typedef enum
{
  PAZ_IMPORT_ERROR_LAYOUT,     /* no known layout has this header */
  PAZ_IMPORT_ERROR_ENCODING,   /* not UTF-8 (nor with a byte-order mark) */
  PAZ_IMPORT_ERROR_EMPTY,      /* no rows */
  PAZ_IMPORT_ERROR_TOO_LARGE,
  PAZ_IMPORT_ERROR_SYNTAX,     /* an unclosed quote */
  PAZ_IMPORT_ERROR_SAME,       /* this very file is here already: nothing to do */
  PAZ_IMPORT_ERROR_NOTHING,    /* every row was refused */
  PAZ_IMPORT_ERROR_PARTIAL,    /* holds less than what speaks: nobody said what shall be kept */
} PazImportErrorCode;
/* N_() sentence with one %s for the file's name. */
const char *paz_import_error_get_sentence (PazImportErrorCode code);

typedef enum
{
  PAZ_REFUSAL_COLUMNS,         /* fewer columns than the header, or more */
  PAZ_REFUSAL_CONTRIBUTOR,     /* no country by this code or name */
  PAZ_REFUSAL_MISSION,         /* blank mission */
  PAZ_REFUSAL_TYPE,            /* unknown personnel type */
  PAZ_REFUSAL_DATE,            /* no date in a known form */
  PAZ_REFUSAL_NUMBER,          /* no whole number of persons */
  PAZ_REFUSAL_DUPLICATE,       /* the same key as an earlier row: `value` is that row */
  PAZ_REFUSAL_QUOTES,          /* a quotation mark out of place */
  PAZ_REFUSAL_CONTRADICTION,   /* code and name are of different countries */
  PAZ_REFUSAL_DATE_ORDER,      /* day or month first: nothing in the column tells */
  PAZ_REFUSAL_WORD,            /* none of the words that the column may hold */
  PAZ_REFUSAL_KEY,             /* what a record is known by is blank or too long */
  PAZ_REFUSAL_REPEATED,        /* the same key as an earlier row, `other` */
} PazRefusalReason;

typedef struct
{
  guint32           row;       /* line of the file, header is 1 */
  const char       *column;    /* as the file's header writes it; "" when it is the whole row */
  char             *value;     /* as the file has it; "" when there is none */
  PazRefusalReason  reason;
  guint32           other;     /* of REPEATED: the row that has it already */
} PazRefusal;
/* The whole sentence: row, column, value and reason. */
char *paz_refusal_dup_text (const PazRefusal *refusal,
                            PazCatalogue     *catalogue);

/* A file that was read and compared, ready to be applied. */
typedef struct _PazImport PazImport;

/* What speaks now in the months of the file, is not in the file, and stays all the same. */
typedef enum
{
  PAZ_IMPORT_KEEP_NOTHING      = 0,
  PAZ_IMPORT_KEEP_TYPES        = 1 << 0,  /* of personnel types a month of the file has none of */
  PAZ_IMPORT_KEEP_CONTRIBUTORS = 1 << 1,  /* of contributors a month of the file has none of */
} PazImportKeep;

typedef struct
{
  guint32 rows;                /* data rows of the file */
  guint32 n_new;
  guint32 n_changed;           /* the store's speaking figure differs */
  guint32 n_same;
  guint32 n_refused;
  guint32 n_gone;              /* speak now; this data set covers but does not hold them, and they are not kept */
  guint16 first_month, last_month;
} PazImportCounts;

/* layout: NULL recognises by header; else a name of paz_import_list_layouts. Worker-friendly. */
PazImport   *paz_import_read            (const char        *path,
                                         const char        *layout,
                                         PazStore          *store,
                                         PazProgress        progress,
                                         gpointer           data,
                                         GCancellable      *cancellable,
                                         GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void         paz_import_free            (PazImport         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazImport, paz_import_free)
const char * const *paz_import_list_layouts (void);
const char  *paz_import_get_layout      (PazImport         *self);
const char  *paz_import_get_sha256      (PazImport         *self);
const PazImportCounts *paz_import_get_counts (PazImport    *self);
/* The first 10,000 refusals; elements PazRefusal *. */
GPtrArray   *paz_import_get_refusals    (PazImport         *self);

typedef struct
{
  char    *contributor, *mission, *type;
  guint16  month;
  guint32  row;
  gint64   old_female, old_male;   /* -1: was not there */
  gint64   new_female, new_male;   /* -1: is gone */
  PazImportKeep kept_by;           /* of what is gone: each of these would keep it */
} PazImportChange;
/* What a revised file changes; the first 10,000. Elements PazImportChange *. */
GPtrArray   *paz_import_get_changes     (PazImport         *self);

/* The kind of record the rows are; NULL when they are figures. Of records, those that the file does
 * not hold stay as they are, and what a row leaves blank is left as it is. */
const PazKind *paz_import_get_kind     (PazImport         *self);

typedef struct
{
  char           *id;
  char           *name;          /* what the file knows the record by */
  guint32         row;
  const PazField *field;
  GVariant       *before;        /* NULL: not answered */
  GVariant       *after;
} PazImportFieldChange;
/* What a revised file changes in records that are here; the first 10,000. Elements
 * PazImportFieldChange *. */
GPtrArray   *paz_import_get_field_changes (PazImport      *self);

typedef struct
{
  char    *column;
  char    *value;
  guint32  n_rows;
} PazImportKept;
/* What nothing here is known by, and was kept as the text it is. Elements PazImportKept *. */
GPtrArray   *paz_import_get_kept       (PazImport         *self);
/* What of one month would go with nothing kept: all figures of a personnel type; of the types that
 * are in the file, all figures of a contributor. */
typedef struct
{
  guint16   month;
  char    **types;             /* codes, NULL-terminated */
  char    **contributors;      /* ISO3, NULL-terminated */
  guint     n_contributors;    /* that speak of these types now */
} PazImportLoss;
/* Months that lose any, ascending; elements PazImportLoss *. */
GPtrArray   *paz_import_get_losses      (PazImport         *self);
/* In what the file is a part of what is here, not a revision of it: it loses a personnel type in
 * some month, or more than a tenth of a month's contributors. */
PazImportKeep paz_import_get_partial    (PazImport         *self);
/* The person's choice, which changes counts, changes and the data set's coverage. Without one a
 * partial file is not applied. */
void         paz_import_set_keep        (PazImport         *self,
                                         PazImportKeep      keep);
PazImportKeep paz_import_get_keep       (PazImport         *self);

/* The data set's fields a person may fill before accepting (publisher, published, notes). */
PazRecord   *paz_import_get_data_set    (PazImport         *self);

/* One step; *step is 0 when nothing differed. Worker-friendly; cancel leaves the store as it was. */
gboolean     paz_import_apply           (PazImport         *self,
                                         PazStore          *store,
                                         PazProgress        progress,
                                         gpointer           data,
                                         GCancellable      *cancellable,
                                         guint64           *step,
                                         GError           **error);

G_END_DECLS
