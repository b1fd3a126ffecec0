#include "model/paz-kind-private.h"

#include "model/paz-cooperation.h"

static const PazChoice statuses[] = {
  { "proposed", NC_("arrangement", "Proposed") },
  { "in_talks", NC_("arrangement", "In talks") },
  { "agreed", NC_("arrangement", "Agreed") },
  { "under_way", NC_("arrangement", "Under way") },
  { "completed", NC_("arrangement", "Completed") },
  { "declined", NC_("arrangement", "Declined") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "title", .label = NC_("arrangement", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Identity"),
  },
  {
    .key = "parties", .label = NC_("arrangement", "Parties"), .type = PAZ_VALUE_LINKS,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
    .target = "participant",
    .hint = N_("The participants that make the arrangement."),
  },
  {
    .key = "status", .label = NC_("arrangement", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"), .choices = statuses,
  },
  {
    .key = "need", .label = NC_("arrangement", "Need"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .target = "need",
    .hint = N_("The need that it answers."),
  },
  {
    .key = "offers", .label = NC_("arrangement", "Offers"), .type = PAZ_VALUE_LINKS, .since = 1,
    .group = NC_("group", "Identity"), .target = "offer",
    .hint = N_("The offers that it takes up."),
  },
  {
    .key = "proposed", .label = NC_("arrangement", "Proposed"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Dates"),
  },
  {
    .key = "agreed", .label = NC_("arrangement", "Agreed"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Dates"),
  },
  {
    .key = "from", .label = NC_("arrangement", "Starts"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Dates"),
  },
  {
    .key = "to", .label = NC_("arrangement", "Ends"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Dates"),
  },
  {
    .key = "quantity", .label = NC_("arrangement", "Quantity Agreed"), .type = PAZ_VALUE_REAL,
    .since = 1, .group = NC_("group", "Terms"),
    .hint = N_("How much of the need this arrangement covers."),
  },
  {
    .key = "unit", .label = NC_("cooperation", "Unit"), .context = "cooperation",
    .type = PAZ_VALUE_CHOICE, .since = 1, .group = NC_("group", "Terms"),
    .choices = paz_cooperation_units,
  },
  {
    .key = "terms", .label = NC_("arrangement", "Terms"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Terms"),
    .hint = N_("Who does, provides and pays what, and when."),
  },
  {
    .key = "document", .label = NC_("arrangement", "Document"), .type = PAZ_VALUE_LINK, .since = 1,
    .group = NC_("group", "Terms"), .target = "document",
    .hint = N_("The memorandum, letter or minutes that record it."),
  },
  {
    .key = "result", .label = NC_("arrangement", "Result"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Result"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "proposed", "agreed",
                   N_("The arrangement was agreed before it was proposed."));
  paz_check_order (record, problems, "from", "to",
                   N_("The arrangement ends before it starts."));
  paz_check_not_negative (record, problems, "quantity");
}

const PazKind paz_kind_arrangement = {
  .key = "arrangement",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_COOPERATION,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* What some delegations talk about is theirs: whoever is not named does not see it. */
  .level = PAZ_LEVEL_NAMED,
  .icon_name = "emblem-synchronizing-symbolic",
  .title_fields = { "title" },
  .natural_key = { "title", "need" },
  .order = { "status", "from" },
  .phrases = {
    .singular = N_("Arrangement"),
    .plural = N_("Arrangements"),
    .add = N_("New Arrangement"),
    .added = N_("Added arrangement “%s”"),
    .edited = N_("Edited arrangement “%s”"),
    .deleted = N_("Deleted arrangement “%s”"),
    .empty = N_("No arrangements yet"),
    .empty_hint = N_("Bring a need and the offers that answer it together, and follow what comes of it."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
