/* A sheet that counts records by a choice and by State, the larger the darker: who has what, and what
 * nobody has. */
#pragma once

#include "paz-sheets.h"

G_BEGIN_DECLS

typedef struct
{
  PazSheetWords  words;
  const char    *kind;       /* with a link `participant` */
  const char    *field;      /* of it: a choice */
  gboolean     (*wanted)     (PazEdition  *edition,
                              PazRecord   *record);
} PazGrid;

PazSheet *paz_grid_declare  (const PazGrid *self,
                             PazEdition    *edition,
                             PazWorkbook   *workbook);
void      paz_grid_fill     (const PazGrid *self,
                             PazEdition    *edition,
                             PazSheet      *sheet);
gboolean  paz_grid_is_shown (const PazGrid *self,
                             PazEdition    *edition);

G_END_DECLS
