#include "model/paz-kind-private.h"

static const PazChoice levels[] = {
  { "none", NC_("barrier_assessment", "No barrier found") },
  { "low", NC_("barrier_assessment", "Low") },
  { "medium", NC_("barrier_assessment", "Medium") },
  { "high", NC_("barrier_assessment", "High") },
  { NULL }
};

static const PazChoice methods[] = {
  { "mowip", NC_("barrier_assessment", "MOWIP methodology") },
  { "survey", NC_("barrier_assessment", "Survey of our own") },
  { "interviews", NC_("barrier_assessment", "Interviews") },
  { "records", NC_("barrier_assessment", "Personnel records") },
  { "experts", NC_("barrier_assessment", "Judgement of experts") },
  { "other", NC_("barrier_assessment", "Other") },
  { NULL }
};

/* One institution and one barrier of a scheme, with its evidence and the measures against it
 * (DOMAIN.md 5.3). A participant has several institutions: army and air force, navy, police. */
static const PazField fields[] = {
  {
    .key = "barrier", .label = NC_("barrier_assessment", "Barrier"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Barrier"),
    .choices = paz_code_barriers,
  },
  {
    .key = "participant", .label = NC_("barrier_assessment", "Participant"),
    .type = PAZ_VALUE_LINK, .flags = PAZ_FIELD_LISTED, .since = 1,
    .group = NC_("group", "Barrier"), .target = "participant",
  },
  {
    .key = "institution", .label = NC_("barrier_assessment", "Institution"),
    .type = PAZ_VALUE_TEXT, .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Barrier"),
    .hint = N_("The force or ministry that was assessed."),
  },
  {
    .key = "barrier_level", .label = NC_("barrier_assessment", "Level of the Barrier"),
    .type = PAZ_VALUE_CHOICE, .flags = PAZ_FIELD_LISTED, .since = 1,
    .group = NC_("group", "Finding"), .choices = levels,
    .hint = N_("How much it keeps women from being deployed."),
  },
  {
    .key = "date", .label = NC_("barrier_assessment", "Date"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Finding"),
  },
  {
    .key = "method", .label = NC_("barrier_assessment", "Method"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Finding"), .choices = methods,
  },
  {
    .key = "respondents", .label = NC_("barrier_assessment", "People Asked"),
    .type = PAZ_VALUE_INTEGER, .since = 1, .group = NC_("group", "Finding"),
  },
  {
    .key = "evidence", .label = NC_("barrier_assessment", "Evidence"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Finding"),
    .hint = N_("What was found, with its figures and the base of each percentage."),
  },
  {
    .key = "good_practice", .label = NC_("barrier_assessment", "Good Practice"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Finding"),
    .hint = N_("What already works here and others may want to copy."),
  },
  {
    .key = "document", .label = NC_("barrier_assessment", "Report"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Finding"), .target = "document",
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_not_negative (record, problems, "respondents");
}

const PazKind paz_kind_barrier_assessment = {
  .key = "barrier_assessment",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_WOMEN,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* What an institution finds out about itself is its own until it releases it. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "action-unavailable-symbolic",
  .title_fields = { "barrier", "institution" },
  .natural_key = { "participant", "institution", "barrier" },
  .order = { "participant", "institution", "barrier" },
  .phrases = {
    .singular = N_("Barrier Assessment"),
    .plural = N_("Barrier Assessments"),
    .add = N_("New Barrier Assessment"),
    .added = N_("Added barrier assessment “%s”"),
    .edited = N_("Edited barrier assessment “%s”"),
    .deleted = N_("Deleted barrier assessment “%s”"),
    .empty = N_("No barrier assessments yet"),
    .empty_hint = N_("Assess what keeps women from being deployed, one institution and barrier at a time, and what is done about it."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
