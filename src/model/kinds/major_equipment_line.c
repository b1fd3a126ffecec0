#include "model/paz-kind-private.h"

#include "model/paz-code-list.h"

/* Who maintains it: the contributor, for a higher rate, or the UN (DOMAIN.md 4.5). */
static const PazChoice leases[] = {
  { "wet", NC_("major_equipment_line", "Wet lease") },
  { "dry", NC_("major_equipment_line", "Dry lease") },
  { NULL }
};

/* Annex C of the PCRS guidelines, annex B of the memorandum (DOMAIN.md 4.1 and 4.5). */
static const PazField fields[] = {
  {
    .key = "order", .label = NC_("major_equipment_line", "Line"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_PLAIN, .since = 1, .group = NC_("group", "Item"),
  },
  {
    .key = "category", .label = NC_("major_equipment_line", "COE Category"),
    .type = PAZ_VALUE_CHOICE, .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Item"),
    .choices = paz_code_coe_categories,
    .hint = N_("Category of the manual on contingent-owned equipment."),
  },
  {
    .key = "item", .label = NC_("major_equipment_line", "Item"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Item"),
  },
  {
    .key = "quantity", .label = NC_("major_equipment_line", "Quantity"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Quantity"),
    .hint = N_("How many are pledged."),
  },
  {
    .key = "serviceable", .label = NC_("major_equipment_line", "Serviceable"),
    .type = PAZ_VALUE_INTEGER, .flags = PAZ_FIELD_LISTED, .since = 1,
    .group = NC_("group", "Quantity"),
    .hint = N_("How many of them work today."),
  },
  {
    .key = "lease", .label = NC_("major_equipment_line", "Lease"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Quantity"), .choices = leases,
    .hint = N_("Wet: your country maintains it. Dry: the UN does."),
  },
  {
    .key = "year", .label = NC_("major_equipment_line", "Year of Manufacture"),
    .type = PAZ_VALUE_INTEGER, .flags = PAZ_FIELD_PLAIN, .since = 1,
    .group = NC_("group", "Quantity"),
  },
  {
    .key = "remark", .label = NC_("major_equipment_line", "Remark"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Quantity"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_not_negative (record, problems, "quantity");
  paz_check_part (record, problems, "serviceable", "quantity",
                  N_("More are serviceable than are pledged."));
  paz_check_range (record, problems, "year", 1900, 2200,
                   N_("A year is written with four digits, for example 2028."));
}

const PazKind paz_kind_major_equipment_line = {
  .key = "major_equipment_line",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_CAPABILITIES,
  .parent = "pledge",
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* As the pledge that it belongs to. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "applications-engineering-symbolic",
  .title_fields = { "item" },
  .natural_key = { "category", "item", "year" },
  .order = { "order" },
  .phrases = {
    .singular = N_("Major Equipment Line"),
    .plural = N_("Major Equipment"),
    .add = N_("New Equipment Line"),
    .added = N_("Added major equipment “%s”"),
    .edited = N_("Edited major equipment “%s”"),
    .deleted = N_("Deleted major equipment “%s”"),
    .empty = N_("No major equipment yet"),
    .empty_hint = N_("Add the vehicles, weapons and other major equipment that the unit brings (annex C)."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
