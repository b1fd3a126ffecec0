#include "model/paz-kind-private.h"

static const PazChoice types[] = {
  { "good_practice", NC_("practice", "Good practice") },
  { "lesson", NC_("practice", "Lesson learned") },
  { "observation", NC_("practice", "Observation") },
  { NULL }
};

static const PazChoice topics[] = {
  { "command", NC_("practice", "Command and control") },
  { "operations", NC_("practice", "Operations and use of force") },
  { "force_protection", NC_("practice", "Safety and protection of the force") },
  { "civilians", NC_("practice", "Protection of civilians") },
  { "engagement", NC_("practice", "Engagement with the population") },
  { "medical", NC_("practice", "Medical support and evacuation") },
  { "logistics", NC_("practice", "Logistics and equipment") },
  { "communications", NC_("practice", "Communications and information") },
  { "intelligence", NC_("practice", "Peacekeeping-intelligence") },
  { "women", NC_("practice", "Women, peace and security") },
  { "conduct", NC_("practice", "Conduct and discipline") },
  { "environment", NC_("practice", "Environment and energy") },
  { "training", NC_("practice", "Training and preparation") },
  { "rotation", NC_("practice", "Deployment and rotation") },
  { "language", NC_("practice", "Languages") },
  { "technology", NC_("practice", "Technology") },
  { "other", NC_("practice", "Other") },
  { NULL }
};

static const PazChoice statuses[] = {
  { "draft", NC_("practice", "Draft") },
  { "reviewed", NC_("practice", "Reviewed") },
  { "shared", NC_("practice", "Shared with the network") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "title", .label = NC_("practice", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Identity"),
  },
  {
    .key = "type", .label = NC_("practice", "Type"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = types,
  },
  {
    .key = "participant", .label = NC_("practice", "Participant"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
    .target = "participant",
    .hint = N_("Whose experience it is."),
  },
  {
    .key = "mission", .label = NC_("practice", "Mission"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Where and When"),
    .target = "mission",
  },
  {
    .key = "status", .label = NC_("practice", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = statuses,
  },
  {
    .key = "topics", .label = NC_("practice", "Topics"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_MANY, .since = 1, .group = NC_("group", "Identity"),
    .choices = topics,
  },
  {
    .key = "unit_type", .label = NC_("practice", "Unit Type"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Where and When"), .choices = paz_code_unit_types,
  },
  {
    .key = "from", .label = NC_("practice", "From"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Where and When"),
  },
  {
    .key = "to", .label = NC_("practice", "To"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Where and When"),
  },
  {
    .key = "context", .label = NC_("practice", "Context"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Experience"),
    .hint = N_("Where, when and with what means: what a reader needs to judge whether it fits their own case."),
  },
  {
    .key = "lesson", .label = NC_("practice", "Lesson"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Experience"),
    .hint = N_("What to do again, or differently, and why."),
  },
  {
    .key = "priorities", .label = NC_("practice", "Action for Peacekeeping"),
    .type = PAZ_VALUE_CHOICE, .flags = PAZ_FIELD_MANY, .since = 1,
    .group = NC_("group", "Where It Leads"), .choices = paz_code_a4p_priorities,
    .hint = N_("The areas and priorities that it bears on."),
  },
  {
    .key = "recommendation", .label = NC_("practice", "Recommendation"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Where It Leads"), .target = "recommendation",
  },
  {
    .key = "document", .label = NC_("practice", "Document"), .type = PAZ_VALUE_LINK, .since = 1,
    .group = NC_("group", "Where It Leads"), .target = "document",
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "from", "to", N_("It ends before it begins."));
}

const PazKind paz_kind_practice = {
  .key = "practice",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_TRAINING,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* A lesson tells what went wrong in one’s own unit: the country releases it once it has been
   * reviewed. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "user-bookmarks-symbolic",
  .title_fields = { "title" },
  .natural_key = { "title", "participant" },
  .order = { "title" },
  .phrases = {
    .singular = N_("Practice"),
    .plural = N_("Practices and Lessons"),
    .add = N_("New Practice or Lesson"),
    .added = N_("Added practice “%s”"),
    .edited = N_("Edited practice “%s”"),
    .deleted = N_("Deleted practice “%s”"),
    .empty = N_("No practices yet"),
    .empty_hint = N_("Keep what worked in a mission and what was learned, so that the next contingent has it."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
