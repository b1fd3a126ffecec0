#include "model/paz-kind-private.h"

/* The parts of the Declaration of Lima, as its text is laid out. */
static const PazChoice parts[] = {
  { "title", NC_("provision", "Title") },
  { "preamble", NC_("provision", "Preamble") },
  { "recital", NC_("provision", "Recital") },
  { "chapeau", NC_("provision", "Chapeau") },
  { "objective", NC_("provision", "Objective") },
  { "function", NC_("provision", "Function") },
  { "principle", NC_("provision", "Principle") },
  { "action", NC_("provision", "Future action") },
  { "closing", NC_("provision", "Closing") },
  { "note", NC_("provision", "Note") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "code", .label = NC_("provision", "Code"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
    .hint = N_("The same in all languages, for example O.b."),
  },
  {
    .key = "part", .label = NC_("provision", "Part"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = parts,
  },
  {
    .key = "label", .label = NC_("provision", "Subject"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "paragraph", .label = NC_("provision", "Paragraph"), .type = PAZ_VALUE_TEXT,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "order", .label = NC_("provision", "Place in the Text"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_PLAIN, .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "text", .label = NC_("provision", "Text"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG,
    .since = 1, .group = NC_("group", "Text"),
    .hint = N_("Quoted word for word; mark translations that are not official."),
  },
  {
    .key = "source", .label = NC_("provision", "Source"), .type = PAZ_VALUE_NOTE,
    .since = 1, .group = NC_("group", "Source"),
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_provision = {
  .key = "provision",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_NETWORK,
  .parent = "instrument",
  .ownership = PAZ_OWNERSHIP_OPEN,
  .level = PAZ_LEVEL_PUBLIC,
  .icon_name = "format-justify-left-symbolic",
  .title_fields = { "code", "label" },
  .natural_key = { "code" },
  .order = { "order", "code" },
  .phrases = {
    .singular = N_("Provision"),
    .plural = N_("Provisions"),
    .add = N_("New Provision"),
    .added = N_("Added provision “%s”"),
    .edited = N_("Edited provision “%s”"),
    .deleted = N_("Deleted provision “%s”"),
    .empty = N_("No provisions yet"),
    .empty_hint = N_("Add the paragraphs of the instrument, each with its code and text."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
