#include "model/paz-kind-private.h"

static const PazChoice statuses[] = {
  { "planned", NC_("measure", "Planned") },
  { "in_progress", NC_("measure", "In progress") },
  { "completed", NC_("measure", "Completed") },
  { "on_hold", NC_("measure", "On hold") },
  { "withdrawn", NC_("measure", "Withdrawn") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "title", .label = NC_("measure", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Measure"),
  },
  {
    .key = "responsible", .label = NC_("measure", "Responsible"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Measure"),
    .hint = N_("The office that answers for it."),
  },
  {
    .key = "start", .label = NC_("measure", "Start"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Progress"),
  },
  {
    .key = "due", .label = NC_("measure", "Due"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"),
  },
  {
    .key = "status", .label = NC_("measure", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"), .choices = statuses,
  },
  {
    .key = "result", .label = NC_("measure", "Result"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Progress"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "start", "due",
                   N_("The measure is due before it starts."));
}

const PazKind paz_kind_measure = {
  .key = "measure",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_WOMEN,
  .parent = "barrier_assessment",
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* As the assessment that it answers. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "emblem-ok-symbolic",
  .title_fields = { "title" },
  .natural_key = { "title" },
  .order = { "due", "title" },
  .phrases = {
    .singular = N_("Measure"),
    .plural = N_("Measures"),
    .add = N_("New Measure"),
    .added = N_("Added measure “%s”"),
    .edited = N_("Edited measure “%s”"),
    .deleted = N_("Deleted measure “%s”"),
    .empty = N_("No measures yet"),
    .empty_hint = N_("Add what is done against this barrier, by whom and by when."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
