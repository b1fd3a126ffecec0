#include "model/paz-kind-private.h"

static const PazChoice capacities[] = {
  { "participant", NC_("attendance", "Participant") },
  { "host", NC_("attendance", "Host") },
  { "presidency", NC_("attendance", "Presidency") },
  { "secretariat", NC_("attendance", "Secretariat") },
  { "observer", NC_("attendance", "Observer") },
  { "invited", NC_("attendance", "Invited") },
  { NULL }
};

static const PazChoice modes[] = {
  { "in_person", NC_("attendance", "In person") },
  { "video", NC_("attendance", "By video") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "participant", .label = NC_("attendance", "Participant"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED,
    .since = 1, .group = NC_("group", "Attendance"), .target = "participant",
  },
  {
    .key = "capacity", .label = NC_("attendance", "Capacity"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Attendance"),
    .choices = capacities,
  },
  {
    .key = "mode", .label = NC_("attendance", "Mode"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Attendance"), .choices = modes,
  },
  {
    .key = "delegates", .label = NC_("attendance", "Delegates"), .type = PAZ_VALUE_LINKS,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Attendance"), .target = "delegate",
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_attendance = {
  .key = "attendance",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_WORKING_GROUP,
  .parent = "meeting",
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "system-users-symbolic",
  .title_fields = { "participant" },
  .natural_key = { "participant" },
  .order = { "participant" },
  .phrases = {
    .singular = N_("Attendance"),
    .plural = N_("Attendance List"),
    .add = N_("New Attendance"),
    .added = N_("Added attendance of “%s”"),
    .edited = N_("Edited attendance of “%s”"),
    .deleted = N_("Deleted attendance of “%s”"),
    .empty = N_("No attendance yet"),
    .empty_hint = N_("Add the participants that attended and their delegates."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
