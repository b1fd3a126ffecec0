#include "model/paz-kind-private.h"

static const PazField fields[] = {
  {
    .key = "order", .label = NC_("authorisation", "Line"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_PLAIN, .since = 1, .group = NC_("group", "Step"),
  },
  {
    .key = "step", .label = NC_("authorisation", "Step"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Step"),
    .hint = N_("For example the law that lets troops leave the country."),
  },
  {
    .key = "organ", .label = NC_("authorisation", "Organ"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Step"),
    .hint = N_("Congress, president, ministry: whoever decides."),
  },
  {
    .key = "needed", .label = NC_("authorisation", "Needed"), .type = PAZ_VALUE_FLAG,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "State"),
  },
  {
    .key = "obtained", .label = NC_("authorisation", "Obtained"), .type = PAZ_VALUE_FLAG,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "State"),
  },
  {
    .key = "obtained_on", .label = NC_("authorisation", "Obtained On"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "State"),
  },
  {
    .key = "requested_on", .label = NC_("authorisation", "Requested On"), .type = PAZ_VALUE_DATE,
    .since = 1, .group = NC_("group", "State"),
  },
  {
    .key = "valid_until", .label = NC_("authorisation", "Valid Until"), .type = PAZ_VALUE_DATE,
    .since = 1, .group = NC_("group", "State"),
  },
  {
    .key = "usual_days", .label = NC_("authorisation", "Usual Time (Days)"),
    .type = PAZ_VALUE_INTEGER, .since = 1, .group = NC_("group", "State"),
    .hint = N_("How long this step takes as a rule."),
  },
  {
    .key = "legal_basis", .label = NC_("authorisation", "Legal Basis"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Step"),
    .hint = N_("Constitution, law or decree that asks for it."),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "requested_on", "obtained_on",
                   N_("The authorisation was obtained before it was requested."));
  paz_check_order (record, problems, "obtained_on", "valid_until",
                   N_("The authorisation ends before it was obtained."));
  paz_check_not_negative (record, problems, "usual_days");
}

const PazKind paz_kind_authorisation = {
  .key = "authorisation",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_CAPABILITIES,
  .parent = "pledge",
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* As the pledge that it belongs to. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "emblem-ok-symbolic",
  .title_fields = { "step" },
  .natural_key = { "step", "organ" },
  .order = { "order" },
  .phrases = {
    .singular = N_("Authorisation"),
    .plural = N_("Authorisations"),
    .add = N_("New Authorisation"),
    .added = N_("Added authorisation “%s”"),
    .edited = N_("Edited authorisation “%s”"),
    .deleted = N_("Deleted authorisation “%s”"),
    .empty = N_("No authorisations yet"),
    .empty_hint = N_("Add the steps by which your country allows the unit to leave, and how far they are."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
