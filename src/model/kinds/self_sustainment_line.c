#include "model/paz-kind-private.h"

#include "model/paz-code-list.h"

static const PazChoice providers[] = {
  { "contingent", NC_("self_sustainment_line", "The contingent") },
  { "un", NC_("self_sustainment_line", "The UN") },
  { "other", NC_("self_sustainment_line", "Another contingent") },
  { NULL }
};

/* Annex D of the PCRS guidelines, annex C of the memorandum (DOMAIN.md 4.1 and 4.5). */
static const PazField fields[] = {
  {
    .key = "order", .label = NC_("self_sustainment_line", "Line"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_PLAIN, .since = 1, .group = NC_("group", "Item"),
  },
  {
    .key = "category", .label = NC_("self_sustainment_line", "Category"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Item"),
    .choices = paz_code_self_sustainment,
  },
  {
    .key = "provider", .label = NC_("self_sustainment_line", "Provider"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Item"), .choices = providers,
  },
  {
    .key = "provided_by", .label = NC_("self_sustainment_line", "Other Contingent"),
    .type = PAZ_VALUE_LINK, .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Item"),
    .target = "participant",
    .hint = N_("The country whose contingent provides it."),
  },
  {
    .key = "remark", .label = NC_("self_sustainment_line", "Remark"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Item"),
  },
  PAZ_COMMON_FIELDS
};

static void
doubt (PazRecord *record,
       GPtrArray *contained,
       GPtrArray *doubts)
{
  paz_check_doubt (record, doubts, "provided_by",
                   g_strcmp0 (paz_record_get_text (record, "provider"), "other") == 0 &&
                   paz_record_get_text (record, "provided_by") == NULL,
                   N_("Which contingent provides it is not said yet."));
}

const PazKind paz_kind_self_sustainment_line = {
  .key = "self_sustainment_line",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_CAPABILITIES,
  .parent = "pledge",
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* As the pledge that it belongs to. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "package-x-generic-symbolic",
  .title_fields = { "category" },
  .natural_key = { "category" },
  .order = { "order" },
  .phrases = {
    .singular = N_("Self-Sustainment Line"),
    .plural = N_("Self-Sustainment"),
    .add = N_("New Self-Sustainment Line"),
    .added = N_("Added self-sustainment “%s”"),
    .edited = N_("Edited self-sustainment “%s”"),
    .deleted = N_("Deleted self-sustainment “%s”"),
    .empty = N_("No self-sustainment yet"),
    .empty_hint = N_("Say for each category who provides it: the contingent, the UN or another contingent (annex D)."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .doubt = doubt,
};
