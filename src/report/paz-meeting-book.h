/* What the workbook and the document of a meeting share. */
#pragma once

#include "paz-edition.h"
#include "paz-word.h"

G_BEGIN_DECLS

/* The newest that has begun; where none has, the first of the list. NULL without any. */
PazRecord *paz_meeting_find         (PazEdition  *edition);
/* A recommendation or task that comes from it. */
gboolean   paz_meeting_has          (PazEdition  *edition,
                                     PazRecord   *record);
void       paz_meeting_put_document (PazWord     *word,
                                     PazEdition  *edition,
                                     const char  *title);

G_END_DECLS
