#include "figures/paz-figures.h"

static const char * const names[PAZ_N_KEYS] = {
  [PAZ_KEY_CONTRIBUTOR] = "contributor",
  [PAZ_KEY_MISSION] = "mission",
  [PAZ_KEY_PERSONNEL_TYPE] = "personnel_type",
  [PAZ_KEY_MONTH] = "month",
  [PAZ_KEY_CATEGORY] = "category",
};

const char *
paz_key_get_name (PazKey key)
{
  g_return_val_if_fail (key < PAZ_N_KEYS, "");

  return names[key];
}

gboolean
paz_key_from_name (const char *name,
                   PazKey     *key)
{
  for (int i = 0; i < PAZ_N_KEYS; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *key = (PazKey) i;
        return TRUE;
      }

  return FALSE;
}
