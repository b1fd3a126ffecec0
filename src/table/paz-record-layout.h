/* Layouts whose rows are records of a kind rather than figures: what a file of its own needs. The
 * rest (reading, comparing, keeping) is the same for all of them, see paz-import-records.c. */
#pragma once

#include "paz-layout.h"
#include "paz-un-dates.h"

G_BEGIN_DECLS

/* One row, and what came of reading it. */
typedef struct
{
  const PazHeader  *header;
  const PazCell    *cells;
  PazDateOrder      order;      /* of day and month, in the column of dates */
  int               column;     /* why it is refused */
  PazRefusalReason  reason;
  GHashTable       *unknown;    /* what is kept as text: "column\tvalue" -> number of rows; NULL: not asked */
} PazRow;

/* Why a row gives way to another of the same key. */
typedef struct
{
  int               column;
  const char       *value;      /* lent by its record */
  PazRefusalReason  reason;
} PazUnfit;

struct _PazRecordLayout
{
  const char *kind;
  int         key;              /* the column whose text makes the record's shared id */
  int         date;             /* the column that tells day and month apart; -1: none */
  int         updated;          /* the column that says when the file was published; -1: none */
  /* The fields that rows speak of. What a row leaves blank is left as it is in the store. */
  const char * const *fields;
  /* Keys that the file should hold; those it does not are named. May be NULL. */
  const char * const *expected;
  /* What reading needs of the store. */
  gpointer  (* open)  (PazStore  *store,
                       GError   **error);
  void      (* close) (gpointer   reader);
  /* The id of the record here that the row is about, NULL when it is a new one. NULL: the key alone
   * tells. */
  const char * (* find) (gpointer      reader,
                         const PazRow *row);
  /* Fills a fresh record. FALSE: refused, as paz_row_refuse says. */
  gboolean  (* read)  (gpointer   reader,
                       PazRow    *row,
                       PazRecord *record);
  /* Which of two rows of one key stands, where one shows the other to be wrong: above 0 the later,
   * below 0 the earlier, with why the other does not. 0, or NULL: nobody can tell, and the earlier
   * stands. */
  int       (* choose) (PazRecord  *earlier,
                        PazRecord  *later,
                        PazUnfit   *unfit);
  /* Name and code of one thing, pairs, NULL at the end: who changes the name changes the code, if
   * only to none. May be NULL. */
  const char * const *pairs;
};

/* DPPADPOSS-FATALITIES (DOMAIN.md 3.2). */
extern const PazRecordLayout paz_fatalities_layout;

typedef enum
{
  PAZ_FATALITY_ID,
  PAZ_FATALITY_DATE,
  PAZ_FATALITY_MISSION,
  PAZ_FATALITY_CASUALTY,
  PAZ_FATALITY_GENDER,
  PAZ_FATALITY_NATIONALITY,
  PAZ_FATALITY_ISO3,
  PAZ_FATALITY_M49,
  PAZ_FATALITY_PERSONNEL,
  PAZ_FATALITY_INCIDENT,
  PAZ_FATALITY_UPDATED,
} PazFatalityColumn;

/* DPPADPOSS-PKO (DOMAIN.md 3.2, 3.7). */
extern const PazRecordLayout paz_operations_layout;

typedef enum
{
  PAZ_OPERATION_ACRONYM,
  PAZ_OPERATION_NAME,
  PAZ_OPERATION_ACTIVE,
  PAZ_OPERATION_START,
  PAZ_OPERATION_END,
  PAZ_OPERATION_PLACE,
  PAZ_OPERATION_LATITUDE,
  PAZ_OPERATION_LONGITUDE,
  PAZ_OPERATION_UPDATED,
} PazOperationColumn;

/* Trimmed; NULL when the cell is blank or not there. */
char     *paz_row_dup_text  (const PazRow     *row,
                             int               column);
/* FALSE, for returning. */
gboolean  paz_row_refuse    (PazRow           *row,
                             int               column,
                             PazRefusalReason  reason);
/* A value that nothing here is known by: it stays as text, and is named. */
void      paz_row_keep_text (PazRow           *row,
                             int               column,
                             const char       *text);
/* FALSE: refused. A blank cell leaves the field as it is. */
gboolean  paz_row_read_date (PazRow           *row,
                             int               column,
                             PazRecord        *record,
                             const char       *field);
void      paz_row_put_text  (PazRecord        *record,
                             const char       *field,
                             const char       *text);

G_END_DECLS
