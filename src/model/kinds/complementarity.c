#include "model/paz-kind-private.h"

#include "model/paz-cooperation.h"

static const PazChoice doers[] = {
  { "relacopaz", NC_("complementarity", "RELACOPAZ") },
  { "alcopaz", NC_("complementarity", "ALCOPAZ") },
  { "both", NC_("complementarity", "Both") },
  { "neither", NC_("complementarity", "Neither") },
  { NULL }
};

static const PazChoice readings[] = {
  { "complements", NC_("complementarity", "They complement each other") },
  { "overlaps", NC_("complementarity", "They overlap") },
  { "gap", NC_("complementarity", "Nobody does it") },
  { NULL }
};

static const PazChoice owners[] = {
  { "relacopaz", NC_("complementarity", "RELACOPAZ") },
  { "alcopaz", NC_("complementarity", "ALCOPAZ") },
  { "shared", NC_("complementarity", "Shared by both") },
  { NULL }
};

static const PazChoice statuses[] = {
  { "proposed", NC_("complementarity", "Proposed") },
  { "agreed", NC_("complementarity", "Agreed") },
  { "in_progress", NC_("complementarity", "In progress") },
  { "completed", NC_("complementarity", "Completed") },
  { NULL }
};

/* What A.c of the Declaration asks: what each of the two does, how it fits together, and who
 * should have it. RELACOPAZ is made of ministries, ALCOPAZ of training centres (DOMAIN.md 2.1,
 * 2.4). */
static const PazField fields[] = {
  {
    .key = "activity", .label = NC_("complementarity", "Activity"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Activity"),
  },
  {
    .key = "category", .label = NC_("cooperation", "Category"), .context = "cooperation",
    .type = PAZ_VALUE_CHOICE, .flags = PAZ_FIELD_LISTED, .since = 1,
    .group = NC_("group", "Activity"), .choices = paz_cooperation_categories,
  },
  {
    .key = "doer", .label = NC_("complementarity", "Who Does It"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Who Does What"),
    .choices = doers,
  },
  {
    .key = "reading", .label = NC_("complementarity", "Reading"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Who Does What"),
    .choices = readings,
  },
  {
    .key = "proposed_owner", .label = NC_("complementarity", "Proposed Owner"),
    .type = PAZ_VALUE_CHOICE, .flags = PAZ_FIELD_LISTED, .since = 1,
    .group = NC_("group", "Proposal"), .choices = owners,
    .hint = N_("Who should have it from now on."),
  },
  {
    .key = "provision", .label = NC_("complementarity", "Provision"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Activity"),
    .target = "provision",
    .hint = N_("The provision that gives RELACOPAZ this task, if one does."),
  },
  {
    .key = "relacopaz", .label = NC_("complementarity", "What RELACOPAZ Does"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Who Does What"),
  },
  {
    .key = "alcopaz", .label = NC_("complementarity", "What ALCOPAZ Does"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Who Does What"),
  },
  {
    .key = "evidence", .label = NC_("complementarity", "Evidence"), .type = PAZ_VALUE_NOTE,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Who Does What"),
    .hint = N_("Statutes, minutes, programmes of courses: where it can be read."),
  },
  {
    .key = "measure", .label = NC_("complementarity", "Measure"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Proposal"),
    .hint = N_("What is to be done so that the two fit together."),
  },
  {
    .key = "responsible", .label = NC_("complementarity", "Responsible"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Proposal"), .target = "participant",
  },
  {
    .key = "due", .label = NC_("complementarity", "Due"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Proposal"),
  },
  {
    .key = "status", .label = NC_("complementarity", "Status"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Proposal"), .choices = statuses,
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_complementarity = {
  .key = "complementarity",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_NETWORK,
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "view-dual-symbolic",
  .title_fields = { "activity" },
  .natural_key = { "activity" },
  .order = { "reading", "activity" },
  .phrases = {
    .singular = N_("Compared Activity"),
    .plural = N_("Complementarity"),
    .add = N_("New Compared Activity"),
    .added = N_("Added compared activity “%s”"),
    .edited = N_("Edited compared activity “%s”"),
    .deleted = N_("Deleted compared activity “%s”"),
    .empty = N_("No activities compared yet"),
    .empty_hint = N_("Compare what RELACOPAZ and ALCOPAZ each do, so that nothing is done twice or by nobody."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
