#include "model/paz-kind-private.h"

/* Signature, membership and attendance are separate dated facts (PRODUCT.md, rule 2). */
static const PazChoice standings[] = {
  { "signatory", NC_("membership", "Signatory") },
  { "participant", NC_("membership", "Participant") },
  { "observer", NC_("membership", "Observer") },
  { "invited", NC_("membership", "Invited") },
  { "host", NC_("membership", "Host") },
  { "presidency", NC_("membership", "Presidency") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "standing", .label = NC_("membership", "Standing"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED,
    .since = 1, .group = NC_("group", "Standing"), .choices = standings,
  },
  {
    .key = "instrument", .label = NC_("membership", "Instrument"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Standing"), .target = "instrument",
  },
  {
    .key = "meeting", .label = NC_("membership", "Meeting"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Standing"), .target = "meeting",
  },
  {
    .key = "from", .label = NC_("membership", "From"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Standing"),
  },
  {
    .key = "to", .label = NC_("membership", "To"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Standing"),
  },
  {
    .key = "person", .label = NC_("membership", "Person Who Signed"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Evidence"),
  },
  {
    .key = "office", .label = NC_("membership", "Office of That Person"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Evidence"),
    .hint = N_("As printed on the signature page."),
  },
  {
    .key = "evidence", .label = NC_("membership", "Evidence"), .type = PAZ_VALUE_NOTE,
    .since = 1, .group = NC_("group", "Evidence"),
  },
  {
    .key = "order", .label = NC_("membership", "Place in the List"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_PLAIN, .since = 1, .group = NC_("group", "Evidence"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "from", "to",
                   N_("The standing ends before it begins."));
}

const PazKind paz_kind_membership = {
  .key = "membership",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_NETWORK,
  .parent = "participant",
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "contact-new-symbolic",
  .title_fields = { "standing", "instrument", "meeting" },
  /* Peru signed the Declaration twice, in two capacities: the person tells them apart. */
  .natural_key = { "instrument", "meeting", "person" },
  .order = { "order", "from" },
  .phrases = {
    .singular = N_("Membership"),
    .plural = N_("Memberships"),
    .add = N_("New Membership"),
    .added = N_("Added membership “%s”"),
    .edited = N_("Edited membership “%s”"),
    .deleted = N_("Deleted membership “%s”"),
    .empty = N_("No memberships yet"),
    .empty_hint = N_("Record what this participant signed, joined or attended, and since when."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
