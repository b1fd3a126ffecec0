#include "model/paz-kind-private.h"

/* The parts of a Statement of Unit Requirement (DOMAIN.md 4.3). */
static const PazChoice categories[] = {
  { "personnel", NC_("requirement_line", "Personnel") },
  { "major_equipment", NC_("requirement_line", "Major equipment") },
  { "self_sustainment", NC_("requirement_line", "Self-sustainment") },
  { "task", NC_("requirement_line", "Task") },
  { "other", NC_("requirement_line", "Other") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "order", .label = NC_("requirement_line", "Line"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_PLAIN, .since = 1, .group = NC_("group", "Item"),
  },
  {
    .key = "category", .label = NC_("requirement_line", "Category"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Item"), .choices = categories,
  },
  {
    .key = "item", .label = NC_("requirement_line", "Item"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Item"),
  },
  {
    .key = "required", .label = NC_("requirement_line", "Required"), .type = PAZ_VALUE_REAL,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Quantity"),
    .hint = N_("How many the requirement asks for."),
  },
  {
    .key = "provided", .label = NC_("requirement_line", "Provided"), .type = PAZ_VALUE_REAL,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Quantity"),
    .hint = N_("How many the parts bring together."),
  },
  {
    .key = "provided_by", .label = NC_("requirement_line", "Provided By"), .type = PAZ_VALUE_LINKS,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Quantity"),
    .target = "participant",
  },
  {
    .key = "variation", .label = NC_("requirement_line", "Agreed Variation"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Quantity"),
    .hint = N_("What the UN has accepted in place of the requirement."),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_not_negative (record, problems, "required");
  paz_check_not_negative (record, problems, "provided");
}

const PazKind paz_kind_requirement_line = {
  .key = "requirement_line",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_COOPERATION,
  .parent = "contingent",
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* As the contingent that has to meet it. */
  .level = PAZ_LEVEL_NAMED,
  .icon_name = "view-list-symbolic",
  .title_fields = { "item" },
  .natural_key = { "category", "item" },
  .order = { "order" },
  .phrases = {
    .singular = N_("Requirement Line"),
    .plural = N_("Requirements"),
    .add = N_("New Requirement"),
    .added = N_("Added requirement “%s”"),
    .edited = N_("Edited requirement “%s”"),
    .deleted = N_("Deleted requirement “%s”"),
    .empty = N_("No requirements yet"),
    .empty_hint = N_("Add what the requirement asks for, and who provides it."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
