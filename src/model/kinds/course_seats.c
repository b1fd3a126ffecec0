#include "model/paz-kind-private.h"

static const PazChoice components[] = {
  { "military", NC_("course_seats", "Military") },
  { "police", NC_("course_seats", "Police") },
  { "civilian", NC_("course_seats", "Civilian") },
  { NULL }
};

static const PazChoice stages[] = {
  { "requested", NC_("course_seats", "Requested") },
  { "granted", NC_("course_seats", "Granted") },
  { "attended", NC_("course_seats", "Attended") },
  { "completed", NC_("course_seats", "Completed") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "participant", .label = NC_("course_seats", "Participant"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Whose"),
    .target = "participant",
  },
  {
    .key = "component", .label = NC_("course_seats", "Component"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Whose"), .choices = components,
  },
  {
    .key = "stage", .label = NC_("course_seats", "Stage"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Whose"), .choices = stages,
  },
  {
    .key = "women", .label = NC_("course_seats", "Women"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Figures"),
    .hint = N_("Zero is a number; leave it empty when it has not been answered."),
  },
  {
    .key = "men", .label = NC_("course_seats", "Men"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Figures"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_not_negative (record, problems, "women");
  paz_check_not_negative (record, problems, "men");
}

const PazKind paz_kind_course_seats = {
  .key = "course_seats",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_TRAINING,
  .parent = "course",
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "avatar-default-symbolic",
  .title_fields = { "participant", "component", "stage" },
  .natural_key = { "participant", "component", "stage" },
  .order = { "participant", "component", "stage" },
  .phrases = {
    .singular = N_("Seats"),
    .plural = N_("Students and Seats"),
    .add = N_("New Seats"),
    .added = N_("Added seats of “%s”"),
    .edited = N_("Edited seats of “%s”"),
    .deleted = N_("Deleted seats of “%s”"),
    .empty = N_("No seats yet"),
    .empty_hint = N_("Add who asked for seats, who was given some, and who came, women and men apart."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
