#include "model/paz-kind-private.h"

#include "model/paz-cooperation.h"

/* Each participant bears its own expenses unless agreed otherwise (P.4). */
static const PazChoice costs[] = {
  { "own", NC_("offer", "Each bears its own") },
  { "provider", NC_("offer", "The provider") },
  { "recipient", NC_("offer", "The recipient") },
  { "shared", NC_("offer", "Shared") },
  { "third", NC_("offer", "A third party") },
  { "open", NC_("offer", "To be agreed") },
  { NULL }
};

static const PazChoice statuses[] = {
  { "draft", NC_("offer", "Draft") },
  { "available", NC_("offer", "Available") },
  { "reserved", NC_("offer", "Reserved") },
  { "taken_up", NC_("offer", "Taken up") },
  { "withdrawn", NC_("offer", "Withdrawn") },
  { NULL }
};

static const PazField fields[] = {
  PAZ_COOPERATION_IDENTITY_FIELDS (N_("The participant that offers it.")),
  {
    .key = "status", .label = NC_("offer", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"), .choices = statuses,
  },
  PAZ_COOPERATION_SCOPE_FIELDS,
  {
    .key = "costs", .label = NC_("offer", "Who Bears the Cost"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Conditions"), .choices = costs,
  },
  {
    .key = "conditions", .label = NC_("offer", "Conditions"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Conditions"),
    .hint = N_("What the recipient has to provide, accept or pay for."),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "from", "to",
                   N_("The offer ends before it begins."));
  paz_check_not_negative (record, problems, "quantity");
}

const PazKind paz_kind_offer = {
  .key = "offer",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_COOPERATION,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* Told to the network, so that who needs it can ask for it. */
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "emblem-shared-symbolic",
  .title_fields = { "participant", "title" },
  .natural_key = { "title", "participant" },
  .order = { "status", "from" },
  .phrases = {
    .singular = N_("Offer"),
    .plural = N_("Offers"),
    .add = N_("New Offer"),
    .added = N_("Added offer “%s”"),
    .edited = N_("Edited offer “%s”"),
    .deleted = N_("Deleted offer “%s”"),
    .empty = N_("No offers yet"),
    .empty_hint = N_("Say what your country can give to others: courses, instructors, equipment, transport."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
