/* For what a data set speaks: its months, and of these whom and which personnel types. */
#pragma once

#include "paz-facts-private.h"

G_BEGIN_DECLS

/* What newer data sets have claimed already. */
typedef struct _PazClaims PazClaims;

/* region: by contributor of the table, whose codes are all known; lent. */
PazClaims *paz_claims_new    (PazFactTable *facts,
                              const guint8 *region);
void       paz_claims_free   (PazClaims    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazClaims, paz_claims_free)

/* Takes away what is claimed of the rows from `first` on, all of one data set, then claims for it.
 * listed: only the contributors it holds in a month; held: only the types it holds in a month. */
void       paz_claims_settle (PazClaims    *self,
                              PazFactTable *facts,
                              guint32       first,
                              gboolean      listed,
                              gboolean      held);
/* Whether anything claimed covers the cell. */
gboolean   paz_claims_cover  (PazClaims    *self,
                              guint16       month,
                              guint16       contributor,
                              guint8        type);

G_END_DECLS
