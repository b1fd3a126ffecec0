#include "model/paz-kind-private.h"

static const PazChoice types[] = {
  { "pko", NC_("mission", "Peacekeeping operation") },
  { "political", NC_("mission", "Special political mission") },
  { "support_office", NC_("mission", "Support office") },
  { NULL }
};

/* How sure the dates are; never hidden. */
static const PazChoice checks[] = {
  { "seen", NC_("mission", "Seen in a source") },
  { "seen_year", NC_("mission", "Year seen in a source") },
  { "recall", NC_("mission", "Not checked, from general knowledge"), .check = "recall" },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "acronym", .label = NC_("mission", "Acronym"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "name", .label = NC_("mission", "Name"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "type", .label = NC_("mission", "Type"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = types,
  },
  {
    .key = "host", .label = NC_("mission", "Host Country"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "start", .label = NC_("mission", "Start"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Dates"),
  },
  {
    .key = "end", .label = NC_("mission", "End"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Dates"),
  },
  {
    .key = "check", .label = NC_("mission", "How Sure"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Dates"), .choices = checks,
    .hint = N_("How sure the dates are."),
  },
  {
    .key = "place", .label = NC_("mission", "Headquarters"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 2, .group = NC_("group", "Place"),
  },
  {
    .key = "latitude", .label = NC_("mission", "Latitude"), .type = PAZ_VALUE_REAL,
    .since = 2, .group = NC_("group", "Place"), .hint = N_("Degrees; south of the equator negative."),
  },
  {
    .key = "longitude", .label = NC_("mission", "Longitude"), .type = PAZ_VALUE_REAL,
    .since = 2, .group = NC_("group", "Place"), .hint = N_("Degrees; west of Greenwich negative."),
  },
  {
    .key = "acronym_es", .label = NC_("mission", "Acronym in Spanish"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Other Names"),
  },
  {
    .key = "aliases", .label = NC_("mission", "Other Acronyms in Files"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Other Names"),
    .hint = N_("Separated by a vertical bar, for example UNTEA/UNSF|UNSF."),
  },
  {
    .key = "in_un_data", .label = NC_("mission", "In UN Contribution Files"), .type = PAZ_VALUE_FLAG,
    .since = 1, .group = NC_("group", "Other Names"),
  },
  {
    .key = "note", .label = NC_("mission", "Remark"), .type = PAZ_VALUE_NOTE,
    .since = 1, .group = NC_("group", "Source"),
  },
  {
    .key = "source", .label = NC_("mission", "Source"), .type = PAZ_VALUE_NOTE,
    .since = 1, .group = NC_("group", "Source"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "start", "end",
                   N_("The mission ends before it starts."));
}

const PazKind paz_kind_mission = {
  .key = "mission",
  .since = 1,
  .version = 2,
  .area = PAZ_AREA_PARTICIPATION,
  .ownership = PAZ_OWNERSHIP_OPEN,
  .level = PAZ_LEVEL_PUBLIC,
  .icon_name = "mark-location-symbolic",
  .title_fields = { "acronym" },
  .natural_key = { "acronym" },
  .order = { "acronym" },
  .phrases = {
    .singular = N_("Mission"),
    .plural = N_("Missions"),
    .add = N_("New Mission"),
    .added = N_("Added mission “%s”"),
    .edited = N_("Edited mission “%s”"),
    .deleted = N_("Deleted mission “%s”"),
    .empty = N_("No missions yet"),
    .empty_hint = N_("Add the missions that the region contributes to."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
