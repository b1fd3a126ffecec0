/* What waits for this person, read from the store: what is due, what is agreed by silence soon. By
 * declaration: a kind with a field `due` or `silence_expiry` and a status. Any thread. */
#pragma once

#include "base/paz-catalogue.h"
#include "paz-role.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_MATTER_OVERDUE,
  PAZ_MATTER_SILENCE,      /* agreed by silence unless somebody objects */
  PAZ_MATTER_DUE,
} PazMatterType;

typedef struct
{
  PazMatterType  type;
  const PazKind *kind;
  char          *record;
  char          *title;
  char          *when;       /* as ISO, for the order */
  char          *shown;      /* the same in words */
  gboolean       mine;       /* the own delegation owns it or is named in it */
} PazMatter;

void       paz_matter_free  (PazMatter     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazMatter, paz_matter_free)

/* From now to so many days ahead, most urgent first; mine: the own delegation's alone. */
GPtrArray *paz_matters_find (PazStore      *store,
                             gboolean       mine,
                             guint          days,
                             PazCatalogue  *catalogue,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
