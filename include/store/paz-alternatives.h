/* The values that stand against one another in a field in conflict (EXCHANGE.md 5). */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef struct
{
  GVariant *value;        /* of the whole field; NULL: no answer */
  char     *participant;  /* whose it is: the code of a delegation */
  char     *author;       /* the person, of what was written in this copy; else NULL */
  gint64    at;           /* unix ms, claimed */
  gboolean  provisional;  /* the one the record shows meanwhile */
} PazAlternative;
void       paz_alternative_free        (PazAlternative *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazAlternative, paz_alternative_free)

/* Elements PazAlternative *, the provisional one first, each value once; empty when the field is
 * not in conflict. To decide: set the value chosen, take the mark of conflict off the record, and
 * save it. */
GPtrArray *paz_store_list_alternatives (PazStore       *self,
                                        const char     *record,
                                        const PazField *field,
                                        GError        **error);

G_END_DECLS
