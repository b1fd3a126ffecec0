#include "model/paz-kind-private.h"

static const PazChoice statuses[] = {
  { "not_started", NC_("task", "Not started") },
  { "in_progress", NC_("task", "In progress") },
  { "on_hold", NC_("task", "On hold") },
  { "completed", NC_("task", "Completed") },
  { "withdrawn", NC_("task", "Withdrawn") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "title", .label = NC_("task", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "responsible", .label = NC_("task", "Responsible"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Who"), .target = "participant",
  },
  {
    .key = "supporting", .label = NC_("task", "Supporting"), .type = PAZ_VALUE_LINKS,
    .since = 1, .group = NC_("group", "Who"), .target = "participant",
  },
  {
    .key = "start", .label = NC_("task", "Start"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"),
  },
  {
    .key = "due", .label = NC_("task", "Due"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"),
  },
  {
    .key = "status", .label = NC_("task", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"), .choices = statuses,
  },
  {
    .key = "progress", .label = NC_("task", "Progress (%)"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"),
  },
  {
    .key = "result", .label = NC_("task", "Result"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Progress"),
  },
  {
    .key = "meeting", .label = NC_("task", "Meeting"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Occasion"), .target = "meeting",
  },
  {
    .key = "recommendation", .label = NC_("task", "Recommendation"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Occasion"), .target = "recommendation",
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "start", "due",
                   N_("The task is due before it starts."));
  paz_check_range (record, problems, "progress", 0, 100,
                   N_("Progress is between 0 and 100."));
}

const PazKind paz_kind_task = {
  .key = "task",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_WORKING_GROUP,
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "emblem-ok-symbolic",
  .title_fields = { "title" },
  .natural_key = { "title", "meeting" },
  .order = { "due", "title" },
  .phrases = {
    .singular = N_("Task"),
    .plural = N_("Tasks"),
    .add = N_("New Task"),
    .added = N_("Added task “%s”"),
    .edited = N_("Edited task “%s”"),
    .deleted = N_("Deleted task “%s”"),
    .empty = N_("No tasks yet"),
    .empty_hint = N_("Add what has to be done, by whom and by when."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
