#include "model/paz-kind-private.h"

static const PazChoice components[] = {
  { "military", NC_("candidate_funnel", "Military") },
  { "police", NC_("candidate_funnel", "Police") },
  { "civilian", NC_("candidate_funnel", "Justice and corrections") },
  { NULL }
};

static const PazChoice stages[] = {
  { "eligible", NC_("candidate_funnel", "Eligible") },
  { "candidates", NC_("candidate_funnel", "Candidates") },
  { "selected", NC_("candidate_funnel", "Selected") },
  { "trained", NC_("candidate_funnel", "Trained") },
  { "deployed", NC_("candidate_funnel", "Deployed") },
  { NULL }
};

/* One stage of one year: how many women and men are left at it (DOMAIN.md 5.4). Stages stand in
 * the order a person goes through them. */
static const PazField fields[] = {
  {
    .key = "participant", .label = NC_("candidate_funnel", "Participant"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Whose and When"),
    .target = "participant",
  },
  {
    .key = "year", .label = NC_("candidate_funnel", "Year"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_PLAIN, .since = 1,
    .group = NC_("group", "Whose and When"),
  },
  {
    .key = "component", .label = NC_("candidate_funnel", "Component"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Whose and When"),
    .choices = components,
  },
  {
    .key = "stage", .label = NC_("candidate_funnel", "Stage"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Figures"),
    .choices = stages,
  },
  {
    .key = "women", .label = NC_("candidate_funnel", "Women"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Figures"),
    .hint = N_("Zero is a number; leave it empty when it has not been answered."),
  },
  {
    .key = "men", .label = NC_("candidate_funnel", "Men"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Figures"),
  },
  {
    .key = "institution", .label = NC_("candidate_funnel", "Institution"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Whose and When"),
    .hint = N_("If the figures are those of one force alone."),
  },
  {
    .key = "criteria", .label = NC_("candidate_funnel", "Criteria of the Stage"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Figures"),
    .hint = N_("What a person must fulfil to count here; filters that change from year to year change the figures."),
  },
  {
    .key = "as_of", .label = NC_("candidate_funnel", "Counted On"), .type = PAZ_VALUE_DATE,
    .since = 1, .group = NC_("group", "Source"),
  },
  {
    .key = "source", .label = NC_("candidate_funnel", "Source"), .type = PAZ_VALUE_NOTE,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Source"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_range (record, problems, "year", 1948, 2200,
                   N_("A year is written with four digits, for example 2028."));
  paz_check_not_negative (record, problems, "women");
  paz_check_not_negative (record, problems, "men");
}

const PazKind paz_kind_candidate_funnel = {
  .key = "candidate_funnel",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_WOMEN,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* Counts of a country’s own personnel before deployment; the UN does not publish them. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "view-sort-descending-symbolic",
  .title_fields = { "participant", "year", "stage" },
  .natural_key = { "participant", "year", "component", "stage" },
  .order = { "-year", "participant", "stage" },
  .phrases = {
    .singular = N_("Candidate Funnel"),
    .plural = N_("Candidate Funnels"),
    .add = N_("New Stage of a Funnel"),
    .added = N_("Added stage of a funnel “%s”"),
    .edited = N_("Edited stage of a funnel “%s”"),
    .deleted = N_("Deleted stage of a funnel “%s”"),
    .empty = N_("No candidate funnels yet"),
    .empty_hint = N_("Count the women and men at each stage, from who is eligible to who is deployed, to see where women are lost."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
