#include "model/paz-kind-private.h"

static const PazChoice statuses[] = {
  { "offered", NC_("contingent_part", "Offered") },
  { "confirmed", NC_("contingent_part", "Confirmed") },
  { "deployed", NC_("contingent_part", "Deployed") },
  { "withdrawn", NC_("contingent_part", "Withdrawn") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "participant", .label = NC_("contingent_part", "Participant"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
    .target = "participant",
  },
  {
    .key = "sub_unit", .label = NC_("contingent_part", "Sub-Unit"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Identity"),
    .hint = N_("For example a platoon, the medical section or part of the staff."),
  },
  {
    .key = "strength", .label = NC_("contingent_part", "Strength"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Strength"),
    .hint = N_("Zero is a number; leave it empty when it has not been answered."),
  },
  {
    .key = "women", .label = NC_("contingent_part", "Women"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Strength"),
  },
  {
    .key = "status", .label = NC_("contingent_part", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = statuses,
  },
  {
    .key = "officers", .label = NC_("contingent_part", "Officers"), .type = PAZ_VALUE_INTEGER,
    .since = 1, .group = NC_("group", "Strength"),
  },
  {
    .key = "provides", .label = NC_("contingent_part", "What It Provides"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Provides"),
    .hint = N_("Personnel, equipment, services: everything that the others need not bring."),
  },
  {
    .key = "caveats", .label = NC_("contingent_part", "National Caveats"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Provides"),
    .hint = N_("What this part may not do, or may do only when its capital agrees."),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_not_negative (record, problems, "strength");
  paz_check_part (record, problems, "women", "strength",
                  N_("There are more women than the whole strength."));
  paz_check_part (record, problems, "officers", "strength",
                  N_("There are more officers than the whole strength."));
}

const PazKind paz_kind_contingent_part = {
  .key = "contingent_part",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_COOPERATION,
  .parent = "contingent",
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* As the contingent that it is part of. */
  .level = PAZ_LEVEL_NAMED,
  .icon_name = "view-grid-symbolic",
  .title_fields = { "participant", "sub_unit" },
  .natural_key = { "participant", "sub_unit" },
  .order = { "participant" },
  .phrases = {
    .singular = N_("Part"),
    .plural = N_("Parts"),
    .add = N_("New Part"),
    .added = N_("Added part “%s” of a contingent"),
    .edited = N_("Edited part “%s” of a contingent"),
    .deleted = N_("Deleted part “%s” of a contingent"),
    .empty = N_("No parts yet"),
    .empty_hint = N_("Add what each country brings to the contingent."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
