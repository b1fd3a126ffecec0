/* Records as the readers of an edition may see them: what a report's sheets of records rest on. All
 * of one moment of the store. What the gate holds back is not there: neither in a list nor behind a
 * link, and so in no count. */
#pragma once

#include "paz-clearance.h"
#include "store/paz-gate.h"

G_BEGIN_DECLS

typedef struct _PazRecords PazRecords;

PazRecords   *paz_records_new       (PazStore           *store,
                                     const PazAudience  *readers,
                                     PazCatalogue       *catalogue,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void          paz_records_free      (PazRecords         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazRecords, paz_records_free)

/* Those of the kind in its own order, words by the language's; read once. Elements PazRecord *; lent.
 * NULL on an error of the store. */
GPtrArray    *paz_records_list      (PazRecords         *self,
                                     const char         *kind,
                                     GError            **error);
/* The same without their levels being counted: to look through them for those that an edition uses,
 * each of which is then found by its id. */
GPtrArray    *paz_records_peek      (PazRecords         *self,
                                     const char         *kind,
                                     GError            **error);
/* Of a child kind that was listed: those inside the record, in order. Lent; NULL where there are none. */
GPtrArray    *paz_records_list_in   (PazRecords         *self,
                                     const char         *kind,
                                     const char         *container);
/* NULL when it is not here, deleted, or not for these readers. Lent. */
PazRecord    *paz_records_find      (PazRecords         *self,
                                     const char         *id);
/* In the edition's language; NULL as paz_records_find. */
char         *paz_records_dup_title (PazRecords         *self,
                                     const char         *id);
/* Of other readers, over the same moment. */
PazGate      *paz_records_new_gate  (PazRecords         *self,
                                     const PazAudience  *readers) G_GNUC_WARN_UNUSED_RESULT;
/* Of the record and what it stands in. */
PazClearance  paz_records_get_stamp (PazRecords         *self,
                                     PazRecord          *record);
/* Joined from everything that was listed, and from every record found by its id. */
PazClearance  paz_records_get_all   (PazRecords         *self);

G_END_DECLS
