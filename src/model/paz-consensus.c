#include "model/paz-consensus.h"

#include "base/paz-catalogue.h"
#include "model/paz-value.h"

static gboolean
is_interested (PazRecord *position)
{
  GVariant *value = paz_record_get_value (position, paz_kind_find_field (paz_record_get_kind (position), "interested"));

  return paz_value_get_state (value) == PAZ_STATE_KNOWN && g_variant_get_boolean (value);
}

gboolean
paz_position_allows (const char *code)
{
  static const char * const allowing[] = { "sup", "sup_amd", "cwj", "res", NULL };

  return code != NULL && g_strv_contains (allowing, code);
}

PazConsensus
paz_consensus_compute (GPtrArray *positions)
{
  gboolean interested = FALSE, open = FALSE, reserved = FALSE;

  for (guint i = 0; positions != NULL && i < positions->len; i++)
    {
      PazRecord *position = g_ptr_array_index (positions, i);
      const char *code = paz_record_get_text (position, "code");

      if (!is_interested (position))
        continue;
      if (g_strcmp0 (code, "obj") == 0)
        return PAZ_CONSENSUS_BLOCKED;
      interested = TRUE;
      open = open || !paz_position_allows (code);
      reserved = reserved || g_strcmp0 (code, "res") == 0;
    }
  if (!interested)
    return PAZ_CONSENSUS_NOBODY;
  if (open)
    return PAZ_CONSENSUS_OPEN;

  return reserved ? PAZ_CONSENSUS_RESERVED : PAZ_CONSENSUS_REACHED;
}

const char *
paz_consensus_get_label (PazConsensus consensus)
{
  switch (consensus)
    {
    case PAZ_CONSENSUS_NOBODY:
      return NC_("consensus", "Nobody interested yet");
    case PAZ_CONSENSUS_OPEN:
      return NC_("consensus", "Open");
    case PAZ_CONSENSUS_REACHED:
      return NC_("consensus", "Consensus");
    case PAZ_CONSENSUS_RESERVED:
      return NC_("consensus", "Consensus with reservations");
    case PAZ_CONSENSUS_BLOCKED:
      return NC_("consensus", "Blocked by an objection");
    }

  g_return_val_if_reached ("");
}
