/* What a person does in the network. A role locks nothing: it proposes what stands open, how new
 * records begin and what the overview tells. Kept in the store, for this copy alone. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_ROLE_UNSAID,
  PAZ_ROLE_ANALYST,
  PAZ_ROLE_DELEGATE,
  PAZ_ROLE_SECRETARIAT,
  PAZ_ROLE_FOCAL_POINT,
  PAZ_ROLE_OTHER,
} PazRole;
#define PAZ_N_ROLES 6

/* NC_("role", ...) */
const char *paz_role_get_label         (PazRole      role);
PazRole     paz_role_get               (PazStore    *store);
/* Says the role and takes over what it proposes; each can be chosen otherwise afterwards. */
gboolean    paz_role_set               (PazStore    *store,
                                        PazRole      role,
                                        GError     **error);
/* Whether the area stands open in the sidebar of somebody with this role. */
gboolean    paz_role_opens             (PazRole      role,
                                        PazArea      area);

/* The page that is shown first: "overview", "kind:K". */
char       *paz_role_dup_first_page    (PazStore    *store);
gboolean    paz_role_set_first_page    (PazStore    *store,
                                        const char  *page,
                                        GError     **error);
/* How new records begin: FALSE when each kind proposes its own. */
gboolean    paz_role_get_level         (PazStore    *store,
                                        PazLevel    *level);
/* level NULL: as each kind proposes. */
gboolean    paz_role_set_level         (PazStore    *store,
                                        const PazLevel *level,
                                        GError     **error);
/* A new record as it begins for this person. */
PazRecord  *paz_role_create_record     (PazStore    *store,
                                        const PazKind *kind,
                                        const char  *container);
/* Only what is the delegation's own, where a list can show that. */
gboolean    paz_role_shows_mine        (PazStore    *store);
gboolean    paz_role_set_shows_mine    (PazStore    *store,
                                        gboolean     mine,
                                        GError     **error);

/* Whether the first page still asks who the person is. */
gboolean    paz_role_asks              (PazStore    *store);
/* Answered or put off: it does not ask again. */
void        paz_role_asked             (PazStore    *store);

G_END_DECLS
