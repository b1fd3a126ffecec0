#include "model/paz-kind-private.h"

static const PazChoice genders[] = {
  { "female", NC_("fatality", "Female") },
  { "male", NC_("fatality", "Male") },
  { NULL }
};

static const PazChoice personnel[] = {
  { "military", NC_("fatality", "Military") },
  { "military_observer", NC_("fatality", "Military observer") },
  { "police", NC_("fatality", "Police") },
  { "international_civilian", NC_("fatality", "International civilian") },
  { "local", NC_("fatality", "Local staff") },
  { "other", NC_("fatality", "Other") },
  { NULL }
};

static const PazChoice incidents[] = {
  { "accident", NC_("fatality", "Accident") },
  { "illness", NC_("fatality", "Illness") },
  { "malicious_act", NC_("fatality", "Malicious act") },
  { "self_inflicted", NC_("fatality", "Self-inflicted") },
  { "to_be_determined", NC_("fatality", "To be determined") },
  { NULL }
};

/* Deaths in missions as the UN publishes them, one a person, without names (DOMAIN.md 3.2). What
 * the file says stands beside what it was read as: missions it groups or that are not in the
 * list, and nationalities without a code, are kept as text. A blank gender is not answered; a
 * cause the UN calls unknown is not known. */
static const PazField fields[] = {
  {
    .key = "date", .label = NC_("fatality", "Date"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Incident"),
    .hint = N_("As the UN writes it."),
  },
  {
    .key = "mission", .label = NC_("fatality", "Mission"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Incident"), .target = "mission",
  },
  {
    .key = "nationality", .label = NC_("fatality", "Nationality"), .type = PAZ_VALUE_COUNTRY,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Person"),
  },
  {
    .key = "gender", .label = NC_("fatality", "Gender"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Person"), .choices = genders,
  },
  {
    .key = "personnel", .label = NC_("fatality", "Personnel"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Person"), .choices = personnel,
  },
  {
    .key = "incident", .label = NC_("fatality", "Type of Incident"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Incident"),
    .choices = incidents,
  },
  {
    .key = "casualty_id", .label = NC_("fatality", "Casualty Number"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Person"),
    .hint = N_("The UN’s number, or one of your own."),
  },
  {
    .key = "mission_name", .label = NC_("fatality", "Mission as Written"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Incident"),
    .hint = N_("As the source writes it; it groups numbered missions."),
  },
  {
    .key = "nationality_name", .label = NC_("fatality", "Nationality as Written"),
    .type = PAZ_VALUE_TEXT, .flags = PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Person"),
  },
  {
    .key = "data_set", .label = NC_("fatality", "Data Set"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_FILLED, .since = 1, .group = NC_("group", "Source"), .target = "data_set",
    .hint = N_("The file that last changed this record."),
  },
  {
    .key = "row", .label = NC_("fatality", "Row of the File"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_FILLED | PAZ_FIELD_PLAIN, .since = 1, .group = NC_("group", "Source"),
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_fatality = {
  .key = "fatality",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_PARTICIPATION,
  .ownership = PAZ_OWNERSHIP_OPEN,
  /* What the UN publishes comes in as public; what is written by hand waits for the family and
   * the UN. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "emblem-important-symbolic",
  .title_fields = { "casualty_id", "nationality" },
  .natural_key = { "casualty_id" },
  .order = { "-date", "casualty_id" },
  .phrases = {
    .singular = N_("Fatality"),
    .plural = N_("Fatalities"),
    .add = N_("New Fatality"),
    .added = N_("Added fatality “%s”"),
    .edited = N_("Edited fatality “%s”"),
    .deleted = N_("Deleted fatality “%s”"),
    .empty = N_("No fatalities yet"),
    .empty_hint = N_("Import the UN’s file of fatalities, or add one that it does not have yet."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
