#include "model/paz-kind-private.h"

/* Whether it is known at all is the state of the value (PRODUCT.md, rule 7), not a choice among
 * these. */
static const PazChoice equivalences[] = {
  { "same", NC_("standing", "The same") },
  { "similar", NC_("standing", "Similar") },
  { "different", NC_("standing", "Different") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "participant", .label = NC_("standing", "Participant"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Practice"),
    .target = "participant",
  },
  {
    .key = "equivalence", .label = NC_("standing", "Equivalence"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Practice"),
    .choices = equivalences,
    .hint = N_("How near the national practice is to the reference document."),
  },
  {
    .key = "document", .label = NC_("standing", "National Document"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Practice"),
  },
  {
    .key = "edition", .label = NC_("standing", "Edition"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Practice"),
  },
  {
    .key = "language", .label = NC_("standing", "Language"), .type = PAZ_VALUE_LANGUAGE,
    .since = 1, .group = NC_("group", "Practice"),
  },
  {
    .key = "reviewed", .label = NC_("standing", "Last Reviewed"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Evidence"),
  },
  {
    .key = "caveat", .label = NC_("standing", "Caveat"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Caveat"),
    .hint = N_("What a partner must know before relying on it."),
  },
  {
    .key = "evidence", .label = NC_("standing", "Evidence"), .type = PAZ_VALUE_NOTE,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Evidence"),
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_standing = {
  .key = "standing",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_INTEROPERABILITY,
  .parent = "interoperability_topic",
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* It may say what a unit may not or cannot do: each participant releases its own. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "checkbox-checked-symbolic",
  .title_fields = { "participant", "document" },
  .natural_key = { "participant", "document" },
  .order = { "participant" },
  .phrases = {
    .singular = N_("Standing"),
    .plural = N_("Standings of the Participants"),
    .add = N_("New Standing"),
    .added = N_("Added standing of “%s”"),
    .edited = N_("Edited standing of “%s”"),
    .deleted = N_("Deleted standing of “%s”"),
    .empty = N_("No standings yet"),
    .empty_hint = N_("Add where each participant stands: its document, how near it is, and its caveats."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
