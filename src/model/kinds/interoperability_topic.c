#include "model/paz-kind-private.h"

/* What contingents compare (DOMAIN.md 7.1). */
static const PazChoice areas[] = {
  { "doctrine", NC_("interoperability_topic", "Doctrine and tasks") },
  { "command", NC_("interoperability_topic", "Command and control") },
  { "force", NC_("interoperability_topic", "Use of force") },
  { "procedures", NC_("interoperability_topic", "Standard operating procedures") },
  { "communications", NC_("interoperability_topic", "Communications and information systems") },
  { "logistics", NC_("interoperability_topic", "Logistics") },
  { "medical", NC_("interoperability_topic", "Medical") },
  { "language", NC_("interoperability_topic", "Language") },
  { "intelligence", NC_("interoperability_topic", "Intelligence and information") },
  { "environment", NC_("interoperability_topic", "Environment and energy") },
  { "conduct", NC_("interoperability_topic", "Conduct and discipline") },
  { "gender", NC_("interoperability_topic", "Gender") },
  { "legal", NC_("interoperability_topic", "Legal") },
  { "other", NC_("interoperability_topic", "Other") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "title", .label = NC_("interoperability_topic", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Topic"),
  },
  {
    .key = "area", .label = NC_("interoperability_topic", "Area"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Topic"), .choices = areas,
  },
  {
    .key = "reference", .label = NC_("interoperability_topic", "Reference Document"),
    .type = PAZ_VALUE_TEXT, .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Topic"),
    .hint = N_("What all are compared with, for example a UN manual and its edition."),
  },
  {
    .key = "lead", .label = NC_("interoperability_topic", "Lead"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Topic"),
    .target = "participant",
    .hint = N_("Who keeps the comparison."),
  },
  {
    .key = "document", .label = NC_("interoperability_topic", "Its Text"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Topic"), .target = "document",
    .hint = N_("The reference document, if it is among the documents here."),
  },
  {
    .key = "questions", .label = NC_("interoperability_topic", "Questions to Compare"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Topic"),
    .hint = N_("What each participant is asked, for example fuel types, radio bands or who authorizes."),
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_interoperability_topic = {
  .key = "interoperability_topic",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_INTEROPERABILITY,
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "network-transmit-receive-symbolic",
  .title_fields = { "title" },
  .natural_key = { "title" },
  .order = { "area", "title" },
  .phrases = {
    .singular = N_("Interoperability Topic"),
    .plural = N_("Interoperability Topics"),
    .add = N_("New Interoperability Topic"),
    .added = N_("Added interoperability topic “%s”"),
    .edited = N_("Edited interoperability topic “%s”"),
    .deleted = N_("Deleted interoperability topic “%s”"),
    .empty = N_("No interoperability topics yet"),
    .empty_hint = N_("Name what contingents must do alike, then compare where each participant stands."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
