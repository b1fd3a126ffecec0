#include "model/paz-kind-private.h"

#include "model/paz-cooperation.h"

static const PazChoice priorities[] = {
  { "high", NC_("need", "High") },
  { "medium", NC_("need", "Medium") },
  { "low", NC_("need", "Low") },
  { NULL }
};

static const PazChoice statuses[] = {
  { "draft", NC_("need", "Draft") },
  { "open", NC_("need", "Open") },
  { "partly_met", NC_("need", "Partly met") },
  { "met", NC_("need", "Met") },
  { "withdrawn", NC_("need", "Withdrawn") },
  { NULL }
};

static const PazField fields[] = {
  PAZ_COOPERATION_IDENTITY_FIELDS (N_("The participant that needs it.")),
  {
    .key = "priority", .label = NC_("need", "Priority"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"), .choices = priorities,
  },
  {
    .key = "status", .label = NC_("need", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"), .choices = statuses,
  },
  PAZ_COOPERATION_SCOPE_FIELDS,
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "from", "to",
                   N_("The need ends before it begins."));
  paz_check_not_negative (record, problems, "quantity");
}

const PazKind paz_kind_need = {
  .key = "need",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_COOPERATION,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* Told to the network, so that somebody can answer it. */
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "dialog-question-symbolic",
  .title_fields = { "participant", "title" },
  .natural_key = { "title", "participant" },
  .order = { "status", "from" },
  .phrases = {
    .singular = N_("Need"),
    .plural = N_("Needs"),
    .add = N_("New Need"),
    .added = N_("Added need “%s”"),
    .edited = N_("Edited need “%s”"),
    .deleted = N_("Deleted need “%s”"),
    .empty = N_("No needs yet"),
    .empty_hint = N_("Say what your country lacks to take part in peace operations; others may offer it."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
