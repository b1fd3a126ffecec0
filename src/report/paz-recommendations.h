/* What the workbook and the document of recommendations share. */
#pragma once

#include "model/paz-consensus.h"
#include "paz-edition.h"
#include "paz-word.h"

G_BEGIN_DECLS

/* Positions of States alone: ALCOPAZ and observers have a voice and no part in the consensus. Elements
 * PazRecord *, lent. */
GPtrArray *paz_recommendations_list_counting (PazEdition  *edition,
                                              GPtrArray   *positions);
/* It reserves, amends or objects. */
gboolean   paz_position_is_reserved          (PazRecord   *position);
void       paz_recommendations_put_document  (PazWord     *word,
                                              PazEdition  *edition,
                                              const char  *title);

G_END_DECLS
