#include "model/paz-kind-private.h"

/* Annex B of the PCRS guidelines (DOMAIN.md 4.1 and 4.2). */
static const PazField fields[] = {
  {
    .key = "order", .label = NC_("organization_line", "Line"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_PLAIN, .since = 1, .group = NC_("group", "Post"),
  },
  {
    .key = "sub_unit", .label = NC_("organization_line", "Sub-Unit"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Post"),
    .hint = N_("For example headquarters or first platoon."),
  },
  {
    .key = "post", .label = NC_("organization_line", "Post"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Post"),
  },
  {
    .key = "number", .label = NC_("organization_line", "Number"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Personnel"),
  },
  {
    .key = "women", .label = NC_("organization_line", "Women Planned"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Personnel"),
  },
  {
    .key = "rank", .label = NC_("organization_line", "Rank"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Post"),
  },
  {
    .key = "remark", .label = NC_("organization_line", "Remark"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Personnel"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_not_negative (record, problems, "number");
  paz_check_part (record, problems, "women", "number",
                  N_("There are more women than posts."));
}

const PazKind paz_kind_organization_line = {
  .key = "organization_line",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_CAPABILITIES,
  .parent = "pledge",
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* As the pledge that it belongs to. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "view-list-symbolic",
  .title_fields = { "sub_unit", "post" },
  .natural_key = { "sub_unit", "post", "rank" },
  .order = { "order" },
  .phrases = {
    .singular = N_("Organization Line"),
    .plural = N_("Table of Organization"),
    .add = N_("New Organization Line"),
    .added = N_("Added organization line “%s”"),
    .edited = N_("Edited organization line “%s”"),
    .deleted = N_("Deleted organization line “%s”"),
    .empty = N_("No table of organization yet"),
    .empty_hint = N_("Add the posts of the unit, sub-unit by sub-unit (annex B)."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
