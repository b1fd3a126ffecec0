#include "model/paz-kind-private.h"

/* Keys are the codes of positions.csv in lower case. */
static const PazChoice codes[] = {
  { "sup", NC_("position", "Support") },
  { "sup_amd", NC_("position", "Support with amendment") },
  { "cwj", NC_("position", "No objection") },
  { "study", NC_("position", "Under study") },
  { "res", NC_("position", "Reservation") },
  { "obj", NC_("position", "Objection") },
  { "abs", NC_("position", "Absent or no position recorded") },
  { NULL }
};

/* A position belongs to a delegation, never to a person (PRODUCT.md, rule 1): the participant is
 * what identifies it, the delegate only says who spoke. */
static const PazField fields[] = {
  {
    .key = "participant", .label = NC_("position", "Delegation"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED,
    .since = 1, .group = NC_("group", "Position"), .target = "participant",
  },
  {
    .key = "interested", .label = NC_("position", "Interested"), .type = PAZ_VALUE_FLAG,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Position"),
    .hint = N_("Consensus is sought among the interested participants of an item."),
  },
  {
    .key = "code", .label = NC_("position", "Position"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Position"), .choices = codes,
  },
  {
    .key = "date", .label = NC_("position", "Date"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Position"),
  },
  {
    .key = "statement", .label = NC_("position", "Statement"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Text"),
  },
  {
    .key = "amendment", .label = NC_("position", "Amendment"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Text"),
  },
  {
    .key = "delegate", .label = NC_("position", "Delegate Who Spoke"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Occasion"), .target = "delegate",
  },
  {
    .key = "meeting", .label = NC_("position", "Meeting"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Occasion"), .target = "meeting",
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  const PazKind *kind = paz_record_get_kind (record);

  if (paz_record_get_text (record, "code") != NULL &&
      paz_record_get_text (record, "participant") == NULL)
    paz_problems_add (problems, paz_kind_find_field (kind, "code"), PAZ_PROBLEM_RULE,
                      N_("A position belongs to a delegation: choose which."));
}

const PazKind paz_kind_position = {
  .key = "position",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_WORKING_GROUP,
  .parent = "recommendation",
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* A delegation shows its position when it decides to. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "user-available-symbolic",
  .title_fields = { "participant", "code" },
  .natural_key = { "participant", "meeting" },
  .order = { "participant", "date" },
  .phrases = {
    .singular = N_("Position"),
    .plural = N_("Positions"),
    .add = N_("New Position"),
    .added = N_("Added position “%s”"),
    .edited = N_("Edited position “%s”"),
    .deleted = N_("Deleted position “%s”"),
    .empty = N_("No positions yet"),
    .empty_hint = N_("Record what each interested delegation says about this text."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
