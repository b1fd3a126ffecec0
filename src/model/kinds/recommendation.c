#include "model/paz-kind-private.h"

static const PazChoice types[] = {
  { "conclusion", NC_("recommendation", "Conclusion") },
  { "recommendation", NC_("recommendation", "Recommendation") },
  { NULL }
};

/* Subjects of the Declaration's objectives and functions. */
static const PazChoice categories[] = {
  { "participation", NC_("recommendation", "Participation and deployment") },
  { "training", NC_("recommendation", "Training and preparation") },
  { "financing", NC_("recommendation", "Financing") },
  { "equipment", NC_("recommendation", "Equipment and logistics") },
  { "medical", NC_("recommendation", "Medical support") },
  { "contingents", NC_("recommendation", "Combined contingents") },
  { "interoperability", NC_("recommendation", "Interoperability") },
  { "women", NC_("recommendation", "Women, peace and security") },
  { "technology", NC_("recommendation", "Technology, environment and energy") },
  { "knowledge", NC_("recommendation", "Good practices and knowledge") },
  { "outreach", NC_("recommendation", "Partners and outreach") },
  { "organisation", NC_("recommendation", "Organization of the network") },
  { "other", NC_("recommendation", "Other") },
  { NULL }
};

static const PazChoice statuses[] = {
  { "draft", NC_("recommendation", "Draft") },
  { "circulated", NC_("recommendation", "Circulated") },
  { "under_silence", NC_("recommendation", "Under silence procedure") },
  { "ad_referendum", NC_("recommendation", "Agreed ad referendum") },
  { "agreed", NC_("recommendation", "Agreed") },
  { "adopted", NC_("recommendation", "Adopted") },
  { "in_progress", NC_("recommendation", "In progress") },
  { "completed", NC_("recommendation", "Completed") },
  { "not_started", NC_("recommendation", "Not started") },
  { "withdrawn", NC_("recommendation", "Withdrawn") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "type", .label = NC_("recommendation", "Type"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = types,
  },
  {
    .key = "number", .label = NC_("recommendation", "Number"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"), .hint = N_("For example 3, 3.1 or 5 (a)."),
  },
  {
    .key = "title", .label = NC_("recommendation", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "status", .label = NC_("recommendation", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"), .choices = statuses,
  },
  {
    .key = "due", .label = NC_("recommendation", "Due"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"),
  },
  {
    .key = "responsible", .label = NC_("recommendation", "Responsible"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"),
    .target = "participant",
  },
  {
    .key = "text", .label = NC_("recommendation", "Text"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG,
    .since = 1, .group = NC_("group", "Text"),
    .hint = N_("Text not agreed stands in square brackets with the delegation's name: [ARG: …]."),
  },
  {
    .key = "addressee", .label = NC_("recommendation", "Addressee"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Text"),
    .hint = N_("To whom it is addressed, for example the participants or the Secretariat."),
  },
  {
    .key = "category", .label = NC_("recommendation", "Category"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Identity"), .choices = categories,
  },
  {
    .key = "symbol", .label = NC_("recommendation", "Document Symbol"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "meeting", .label = NC_("recommendation", "Meeting"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Identity"), .target = "meeting",
  },
  {
    .key = "time_bound", .label = NC_("recommendation", "Time-Bound"), .type = PAZ_VALUE_FLAG,
    .since = 1, .group = NC_("group", "Progress"),
    .hint = N_("Has a date by which it must be done; otherwise it is open-ended."),
  },
  {
    .key = "silence_expiry", .label = NC_("recommendation", "Silence Expires"),
    .type = PAZ_VALUE_DATETIME, .since = 1, .group = NC_("group", "Progress"),
    .hint = N_("Without an objection by then, the text counts as agreed."),
  },
  {
    .key = "narrative", .label = NC_("recommendation", "Progress Report"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG,
    .since = 1, .group = NC_("group", "Progress"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_pattern (record, problems, "number", PAZ_PATTERN_NUMBER,
                     N_("A number looks like 3, 3.1 or 5 (a)."));
}

const PazKind paz_kind_recommendation = {
  .key = "recommendation",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_WORKING_GROUP,
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "object-select-symbolic",
  .title_fields = { "number", "title" },
  .natural_key = { "type", "number", "meeting" },
  .order = { "type", "number" },
  .phrases = {
    .singular = N_("Recommendation"),
    .plural = N_("Recommendations"),
    .add = N_("New Recommendation"),
    .added = N_("Added recommendation “%s”"),
    .edited = N_("Edited recommendation “%s”"),
    .deleted = N_("Deleted recommendation “%s”"),
    .empty = N_("No recommendations yet"),
    .empty_hint = N_("Draft the conclusions and recommendations of the working group here."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
