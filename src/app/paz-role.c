#include "paz-role.h"

#include "paz-settings.h"
#include "paz-words.h"

#define KEY_ROLE       "role"
#define KEY_FIRST_PAGE "first-page"
#define KEY_LEVEL      "new-level"
#define KEY_MINE       "shows-mine"
#define KEY_ASKED      "asked-identity"

#define AREA(name) (1u << PAZ_AREA_##name)

/* What each role proposes. */
static const struct
{
  const char *key;
  const char *label;
  guint       areas;      /* that stand open */
  const char *level;      /* of new records; "": each kind's own */
  gboolean    mine;
} roles[PAZ_N_ROLES] = {
  { "", NC_("role", "Not said yet"), ~0u, "", FALSE },
  { "analyst", NC_("role", "National analyst"), AREA (CAPABILITIES) | AREA (PARTICIPATION) | AREA (WOMEN) | AREA (COOPERATION),
    "", TRUE },
  { "delegate", NC_("role", "Delegate"), AREA (WORKING_GROUP) | AREA (COOPERATION), "", FALSE },
  { "secretariat", NC_("role", "Technical Secretariat"), AREA (NETWORK) | AREA (WORKING_GROUP), "network", FALSE },
  { "focal_point", NC_("role", "Focal point"), AREA (WORKING_GROUP) | AREA (COOPERATION) | AREA (TRAINING) | AREA (WOMEN),
    "", TRUE },
  { "other", NC_("role", "Something else"), ~0u, "", FALSE },
};

const char *
paz_role_get_label (PazRole role)
{
  return roles[role].label;
}

PazRole
paz_role_get (PazStore *store)
{
  g_autofree char *key = paz_store_dup_setting (store, KEY_ROLE);

  for (int i = 0; key != NULL && i < PAZ_N_ROLES; i++)
    if (g_str_equal (key, roles[i].key))
      return (PazRole) i;

  return PAZ_ROLE_UNSAID;
}

gboolean
paz_role_opens (PazRole role,
                PazArea area)
{
  return (roles[role].areas & (1u << area)) != 0;
}

gboolean
paz_role_set (PazStore  *store,
              PazRole    role,
              GError   **error)
{
  return paz_store_set_setting (store, KEY_ROLE, roles[role].key, error)
         && paz_store_set_setting (store, KEY_LEVEL, roles[role].level, error)
         && paz_role_set_shows_mine (store, roles[role].mine, error);
}

char *
paz_role_dup_first_page (PazStore *store)
{
  char *page = paz_store_dup_setting (store, KEY_FIRST_PAGE);

  return page != NULL ? page : g_strdup ("overview");
}

gboolean
paz_role_set_first_page (PazStore    *store,
                         const char  *page,
                         GError     **error)
{
  return paz_store_set_setting (store, KEY_FIRST_PAGE, page, error);
}

gboolean
paz_role_get_level (PazStore *store,
                    PazLevel *level)
{
  g_autofree char *key = paz_store_dup_setting (store, KEY_LEVEL);

  for (PazLevel each = PAZ_LEVEL_PUBLIC; key != NULL && each <= PAZ_LEVEL_NATIONAL; each++)
    if (g_str_equal (key, paz_level_get_key (each)))
      {
        *level = each;
        return TRUE;
      }

  return FALSE;
}

gboolean
paz_role_set_level (PazStore        *store,
                    const PazLevel  *level,
                    GError         **error)
{
  return paz_store_set_setting (store, KEY_LEVEL, level != NULL ? paz_level_get_key (*level) : "", error);
}

/* What is in something begins as its kind says: the container's handling covers it. */
PazRecord *
paz_role_create_record (PazStore      *store,
                        const PazKind *kind,
                        const char    *container)
{
  PazRecord *record = paz_store_create_record (store, kind, container);
  PazLevel level;

  if (container == NULL && paz_role_get_level (store, &level))
    paz_record_set_release (record, level, NULL);

  return record;
}

gboolean
paz_role_shows_mine (PazStore *store)
{
  g_autofree char *mine = paz_store_dup_setting (store, KEY_MINE);

  return mine != NULL && g_str_equal (mine, "1");
}

gboolean
paz_role_set_shows_mine (PazStore  *store,
                         gboolean   mine,
                         GError   **error)
{
  return paz_store_set_setting (store, KEY_MINE, mine ? "1" : "0", error);
}

gboolean
paz_role_asks (PazStore *store)
{
  g_autofree char *asked = paz_store_dup_setting (store, KEY_ASKED);
  const char *participant = paz_store_get_participant (store);

  return asked == NULL && !paz_store_is_read_only (store) && (participant == NULL || *participant == '\0');
}

void
paz_role_asked (PazStore *store)
{
  g_autoptr (GError) error = NULL;

  if (!paz_store_set_setting (store, KEY_ASKED, "1", &error))
    g_message ("Settings: %s", error->message);
}
