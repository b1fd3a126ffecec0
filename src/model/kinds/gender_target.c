#include "model/paz-kind-private.h"

/* Categories of the Uniformed Gender Parity Strategy, and the two wider ones of older targets. */
static const PazChoice categories[] = {
  { "troops", NC_("gender_target", "Contingent troops") },
  { "individual_military", NC_("gender_target", "Staff officers and military observers") },
  { "individual_police", NC_("gender_target", "Individual police officers") },
  { "formed_police", NC_("gender_target", "Formed police units") },
  { "police_all", NC_("gender_target", "All police") },
  { "military_all", NC_("gender_target", "All military") },
  { NULL }
};

static const PazChoice bases[] = {
  { "published", NC_("gender_target", "Published") },
  { "derived", NC_("gender_target", "Derived from published targets") },
  { "not_found", NC_("gender_target", "Not found") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "year", .label = NC_("gender_target", "Year"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_PLAIN,
    .since = 1, .group = NC_("group", "Target"),
  },
  {
    .key = "category", .label = NC_("gender_target", "Category"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED,
    .since = 1, .group = NC_("group", "Target"), .choices = categories,
  },
  {
    .key = "target", .label = NC_("gender_target", "Published Target (%)"), .type = PAZ_VALUE_REAL,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Target"),
  },
  {
    .key = "derived", .label = NC_("gender_target", "Derived Target (%)"), .type = PAZ_VALUE_REAL,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Target"),
    .hint = N_("Calculated between published targets; not confirmed."),
  },
  {
    .key = "basis", .label = NC_("gender_target", "Basis"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Target"), .choices = bases,
  },
  {
    .key = "scheme", .label = NC_("gender_target", "Strategy"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Source"),
  },
  {
    .key = "note", .label = NC_("gender_target", "Remark"), .type = PAZ_VALUE_NOTE,
    .since = 1, .group = NC_("group", "Source"),
  },
  {
    .key = "source", .label = NC_("gender_target", "Source"), .type = PAZ_VALUE_NOTE,
    .since = 1, .group = NC_("group", "Source"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_range (record, problems, "year", 1948, 2200,
                   N_("A year is written with four digits, for example 2028."));
  paz_check_percent (record, problems, "target",
                     N_("A percentage is between 0 and 100."));
  paz_check_percent (record, problems, "derived",
                     N_("A percentage is between 0 and 100."));
}

const PazKind paz_kind_gender_target = {
  .key = "gender_target",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_PARTICIPATION,
  .ownership = PAZ_OWNERSHIP_OPEN,
  .level = PAZ_LEVEL_PUBLIC,
  .icon_name = "find-location-symbolic",
  .title_fields = { "year", "category" },
  .natural_key = { "year", "category", "scheme" },
  .order = { "-year", "category" },
  .phrases = {
    .singular = N_("Gender Target"),
    .plural = N_("Gender Targets"),
    .add = N_("New Gender Target"),
    .added = N_("Added gender target “%s”"),
    .edited = N_("Edited gender target “%s”"),
    .deleted = N_("Deleted gender target “%s”"),
    .empty = N_("No gender targets yet"),
    .empty_hint = N_("Add the share of women that the strategy sets for each year and category."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
