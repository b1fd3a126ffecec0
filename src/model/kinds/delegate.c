#include "model/paz-kind-private.h"

static const PazChoice roles[] = {
  { "head", NC_("delegate", "Head of delegation") },
  { "representative", NC_("delegate", "Representative") },
  { "alternate", NC_("delegate", "Alternate") },
  { "adviser", NC_("delegate", "Adviser") },
  { "secretariat", NC_("delegate", "Secretariat") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "name", .label = NC_("delegate", "Name"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "participant", .label = NC_("delegate", "Delegation"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .target = "participant",
  },
  {
    .key = "title", .label = NC_("delegate", "Rank or Office"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "role", .label = NC_("delegate", "Role"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = roles,
  },
  {
    .key = "from", .label = NC_("delegate", "From"), .type = PAZ_VALUE_DATE,
    .since = 1, .group = NC_("group", "Term of Office"),
  },
  {
    .key = "to", .label = NC_("delegate", "To"), .type = PAZ_VALUE_DATE,
    .since = 1, .group = NC_("group", "Term of Office"),
  },
  {
    .key = "language", .label = NC_("delegate", "Language"), .type = PAZ_VALUE_LANGUAGE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Contact"),
  },
  {
    .key = "email", .label = NC_("delegate", "E-mail"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Contact"),
    .format = PAZ_FORMAT_EMAIL,
  },
  {
    .key = "phone", .label = NC_("delegate", "Telephone"), .type = PAZ_VALUE_TEXT,
    .since = 1, .group = NC_("group", "Contact"),
    .hint = N_("With the country code, for example +51 1 209 8530."), .format = PAZ_FORMAT_PHONE,
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "from", "to",
                   N_("The term of office ends before it begins."));
}

const PazKind paz_kind_delegate = {
  .key = "delegate",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_NETWORK,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* Personal data: released when the delegation says so. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "avatar-default-symbolic",
  .title_fields = { "name" },
  .natural_key = { "participant", "name" },
  .order = { "name" },
  .phrases = {
    .singular = N_("Delegate"),
    .plural = N_("Delegates"),
    .add = N_("New Delegate"),
    .added = N_("Added delegate “%s”"),
    .edited = N_("Edited delegate “%s”"),
    .deleted = N_("Deleted delegate “%s”"),
    .empty = N_("No delegates yet"),
    .empty_hint = N_("Add the people who represent each delegation and how to reach them."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
