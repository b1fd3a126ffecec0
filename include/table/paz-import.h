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
  PAZ_IMPORT_ERROR_LONG_ROW,   /* a row of more than a megabyte */
  PAZ_IMPORT_ERROR_COLUMNS,    /* more columns than any table of the UN has */
  PAZ_IMPORT_ERROR_BINARY,     /* a zero byte: no text */
  PAZ_IMPORT_ERROR_CHANGED,    /* cut or written to while it was read */
} PazImportErrorCode;
/* N_() sentence with one %s for the file's name. */
const char *paz_import_error_get_sentence (PazImportErrorCode code);
/* The sentence with the file's name, and where the error knows the row, with the row. */
char       *paz_import_error_dup_text     (const GError      *error,
                                           const char        *file_name,
                                           PazCatalogue      *catalogue);

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
  PAZ_REFUSAL_SUM,             /* not the sum of its parts */
  PAZ_REFUSAL_NUMBER_MARK,     /* thousands or a fraction: nothing in the column tells */
  PAZ_REFUSAL_DEGREES,         /* no latitude or longitude */
  PAZ_REFUSAL_GROUP,           /* several missions at once, which have rows of their own */
  PAZ_REFUSAL_END,             /* a mission that goes on has an end, or it ends before it starts */
  PAZ_REFUSAL_STATE_OF_DAY,    /* the same person as in row `other`, which names the state of that day */
} PazRefusalReason;

typedef struct
{
  guint32           row;       /* line of the file, header is 1 */
  const char       *column;    /* as the file's header writes it; "" when it is the whole row */
  char             *value;     /* as the file has it; "" when there is none */
  PazRefusalReason  reason;
  guint32           other;     /* of REPEATED and STATE_OF_DAY: the row that is kept */
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
  guint32 n_compared;          /* of a check: sums compared with what is here */
  guint32 n_different;         /* and of these, not the same */
} PazImportCounts;

/* How figures in a column are written where the column does not tell. */
typedef enum
{
  PAZ_IMPORT_BY_EVIDENCE,
  PAZ_IMPORT_DAY_FIRST,
  PAZ_IMPORT_MONTH_FIRST,
} PazImportDates;
typedef enum
{
  PAZ_IMPORT_NUMBERS_BY_EVIDENCE,
  PAZ_IMPORT_NUMBERS_THOUSANDS,   /* "12.345" and "12,345" are twelve thousand */
  PAZ_IMPORT_NUMBERS_FRACTION,    /* they are twelve and a bit, which is no number of persons */
} PazImportNumbers;
/* What a person has said of a file. */
typedef struct
{
  const char       *layout;       /* NULL: by header */
  PazImportDates    dates;
  PazImportNumbers  numbers;
  const char * const *names;      /* name, code, name, code…, NULL: what names mean beside what was
                                   * decided; for this reading only, lent to it. NULL: none */
} PazImportOptions;

/* layout: NULL recognises by header; else a name of paz_import_list_layouts. Worker-friendly. */
PazImport   *paz_import_read            (const char        *path,
                                         const char        *layout,
                                         PazStore          *store,
                                         PazProgress        progress,
                                         gpointer           data,
                                         GCancellable      *cancellable,
                                         GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* options NULL: nothing was said. */
PazImport   *paz_import_read_with       (const char             *path,
                                         const PazImportOptions *options,
                                         PazStore               *store,
                                         PazProgress             progress,
                                         gpointer                data,
                                         GCancellable           *cancellable,
                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;
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
/* Names that are of no country or mission here, each once. Those of countries are refused; those of
 * missions stay as the file writes them. */
typedef struct
{
  PazDimension   dimension;    /* CONTRIBUTOR or MISSION */
  char          *name;
  guint32        n_rows;
  guint32        row;          /* the first */
  char         **suggestions;  /* codes that are like it, best first; NULL-terminated */
} PazImportName;
/* In the order of the file; the first 1,000. Elements PazImportName *. */
GPtrArray   *paz_import_get_names      (PazImport         *self);
/* TRUE for the alpha-3 code of a country and the acronym of a mission that is here. */
gboolean     paz_import_knows_code     (PazStore          *store,
                                        const char        *code);
/* A person's decision what a name in files means: an alpha-3 code, or the acronym of a mission. A
 * setting of this copy, used by every later reading. code NULL takes it back. PAZ_IMPORT_ERROR_LAYOUT
 * when there is no such country or mission. */
gboolean     paz_import_decide_name    (PazStore          *store,
                                        const char        *name,
                                        const char        *code,
                                        GError           **error);

/* What a column was found to hold, and by which row. */
typedef enum
{
  PAZ_EVIDENCE_DAY_FIRST,
  PAZ_EVIDENCE_MONTH_FIRST,
  PAZ_EVIDENCE_DATES_MIXED,    /* row and `other` contradict each other */
  PAZ_EVIDENCE_DATES_OPEN,     /* nothing tells: a person must say */
  PAZ_EVIDENCE_THOUSANDS,
  PAZ_EVIDENCE_FRACTION,
  PAZ_EVIDENCE_NUMBERS_MIXED,
  PAZ_EVIDENCE_NUMBERS_OPEN,
} PazEvidenceType;
typedef struct
{
  PazEvidenceType type;
  char           *column;
  guint32         row;         /* 0: none */
  char           *value;
} PazImportEvidence;
/* Of doubtful columns alone. Elements PazImportEvidence *. */
GPtrArray   *paz_import_get_evidence   (PazImport         *self);
char        *paz_import_evidence_dup_text (const PazImportEvidence *self,
                                        PazCatalogue      *catalogue);
/* Records that the file should hold by what is known of the field, and does not; texts. */
GPtrArray   *paz_import_get_absent     (PazImport         *self);

/* A file may hold sums of figures rather than figures (ranks of contributors), or sums of months for
 * which better figures are here. It is compared, and nothing of it is kept. */
typedef enum
{
  PAZ_MEASURE_RANK,
  PAZ_MEASURE_WOMEN,
  PAZ_MEASURE_MEN,
  PAZ_MEASURE_TOTAL,
} PazImportMeasure;
typedef struct
{
  guint16           month;
  char             *contributor;
  char             *mission;   /* NULL: all */
  char             *type;      /* NULL: all */
  PazImportMeasure  measure;
  gint64            here;      /* -1: not here */
  gint64            file;      /* -1: not in the file */
  guint32           row;       /* 0: not in the file */
} PazImportDifference;
/* TRUE: nothing will be kept. */
gboolean     paz_import_is_check       (PazImport         *self);
/* The first 10,000. Elements PazImportDifference *. */
GPtrArray   *paz_import_get_differences (PazImport        *self);
/* Months the file speaks of and for which nothing is here; guint16. */
GArray      *paz_import_get_unchecked  (PazImport         *self);
char        *paz_import_difference_dup_text (const PazImportDifference *self,
                                        PazCatalogue      *catalogue);
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
