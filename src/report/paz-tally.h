/* A sheet that counts records in groups: by a choice in the order the choices are declared, or by a
 * participant in the language's order, with sums, shares beside their base, and a line of totals. */
#pragma once

#include "paz-sheets.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;
  const char *header;     /* NC_("column", ...) */
  /* What a record adds; FALSE when it has not been answered. NULL: the record itself, 1. */
  gboolean  (*count)      (PazEdition  *edition,
                           PazRecord   *record,
                           gint64      *value);
  /* Of a share: keys of two columns before or after it; count is not asked. */
  const char *part;
  const char *base;
} PazTallyColumn;

typedef struct
{
  PazSheetWords         words;
  const char           *kind;
  const char           *field;      /* a choice, or a link to a participant */
  const PazTallyColumn *columns;
  guint                 n_columns;
  /* NULL: all. */
  gboolean            (*wanted)     (PazEdition  *edition,
                                     PazRecord   *record);
  const char           *note;       /* N_(...), or NULL */
} PazTally;

PazSheet *paz_tally_declare (const PazTally *self,
                             PazEdition     *edition,
                             PazWorkbook    *workbook);
void      paz_tally_fill    (const PazTally *self,
                             PazEdition     *edition,
                             PazSheet       *sheet);

/* Groups that have a record. */
guint     paz_tally_count   (const PazTally *self,
                             PazEdition     *edition);

G_END_DECLS
