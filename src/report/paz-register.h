/* A sheet of records by declaration: a kind, and which of its fields stand side by side. Every value
 * comes through the gate of the edition's records; fields that never leave (PAZ_FIELD_LOCAL) are
 * refused. */
#pragma once

#include "paz-sheets.h"

G_BEGIN_DECLS

/* What of a field stands in the column. */
typedef enum
{
  PAZ_TAKE_VALUE,      /* of money the amount */
  PAZ_TAKE_CURRENCY,   /* of money */
  PAZ_TAKE_SOURCE,     /* of money: date and source of the figure */
  PAZ_TAKE_CODE,       /* of a choice: its key */
  PAZ_TAKE_ES,         /* of a text in three languages: that one alone */
  PAZ_TAKE_PT,
  PAZ_TAKE_EN,
} PazTake;

typedef struct
{
  /* A field's key; "^key" is of the record it stands in, "^" that record's title, "link>key" of the
   * one a link names. */
  const char *path;
  const char *header;  /* NC_("column", ...); NULL: the field's own label */
  PazTake     take;
  gboolean    sum;     /* of whole numbers: a total under the table */
  /* A column that is computed: path is its key, header is said. Either a whole number, FALSE where
   * there is none, or whatever is put into a column of the type. */
  gboolean  (*count)   (PazEdition  *edition,
                        PazRecord   *record,
                        gint64      *value);
  void      (*put)     (PazSheet    *sheet,
                        PazEdition  *edition,
                        PazRecord   *record);
  PazColumnType type;
} PazRegisterColumn;

#define PAZ_COUNTED_COLUMN(key, header, count) { key, header, PAZ_TAKE_VALUE, TRUE, count }
#define PAZ_PUT_COLUMN(key, header, type, put) { key, header, PAZ_TAKE_VALUE, FALSE, NULL, put, type }

typedef struct
{
  PazSheetWords            words;      /* of the period PAZ_PERIOD_NONE */
  const char              *kind;
  const PazRegisterColumn *columns;
  guint                    n_columns;
  /* NULL: all. */
  gboolean              (* wanted)     (PazEdition  *edition,
                                        PazRecord   *record);
  const char              *note;       /* N_(...): under the table, or NULL */
} PazRegister;

/* Reads the register's records and what they name, so that the edition's stamp covers them. */
gboolean  paz_register_prepare (const PazRegister  *self,
                                PazEdition         *edition,
                                GError            **error);
PazSheet *paz_register_declare (const PazRegister  *self,
                                PazEdition         *edition,
                                PazWorkbook        *workbook);
void      paz_register_fill    (const PazRegister  *self,
                                PazEdition         *edition,
                                PazSheet           *sheet);
/* Its rows. */
guint     paz_register_count   (const PazRegister  *self,
                                PazEdition         *edition);

/* A field's value in one cell, as a register writes it. */
void      paz_register_put     (PazSheet           *sheet,
                                PazEdition         *edition,
                                PazRecord          *record,
                                const PazField     *field,
                                PazTake             take);
/* Links in words, others as a person reads them; NULL where there is no value to show. */
char     *paz_register_dup_words (PazEdition       *edition,
                                  PazRecord        *record,
                                  const PazField   *field);

G_END_DECLS
