/* The built-in data: records every store has in common. make-reference.py writes the tables of
 * data/reference into the program, so that it needs no folder at run time. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_REFERENCE_SOURCE   = 1 << 0,  /* the language the text was written in */
  PAZ_REFERENCE_OFFICIAL = 1 << 1,
} PazReferenceFlags;

/* Plain writing; a link is the key of the record it points to, of the field's target kind. */
typedef struct
{
  const char *field;
  const char *text;
  const char *language;    /* of TRILINGUAL, else NULL */
  int         flags;
} PazReferenceValue;

/* Shared ids come from kind and key (EXCHANGE.md 3). */
typedef struct
{
  const char              *kind;
  const char              *key;
  const char              *container_kind;   /* NULL: none */
  const char              *container_key;
  const PazReferenceValue *values;           /* ends with a NULL field */
} PazReferenceRecord;

typedef struct
{
  guint                     edition;
  const char               *date;       /* "2026-11-01", when the edition was made */
  const PazReferenceRecord *records;    /* ends with a NULL kind; containers before what they hold */
} PazReferenceTable;

extern const PazReferenceTable paz_reference_table;

/* The record as the table has it: public, of owner "*". NULL when the model has no such kind. */
PazRecord *paz_reference_make  (const PazReferenceRecord *reference);
/* Writes a table whose edition is newer than the store's, in the door's transaction. */
gboolean   paz_reference_write (PazStore                 *store,
                                const PazReferenceTable  *table,
                                GError                  **error);

G_END_DECLS
