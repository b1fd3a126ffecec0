#include "model/paz-kind-private.h"

static const PazChoice types[] = {
  { "agenda", NC_("document", "Agenda") },
  { "report", NC_("document", "Report") },
  { "minutes", NC_("document", "Minutes") },
  { "working_paper", NC_("document", "Working paper") },
  { "note_verbale", NC_("document", "Note verbale") },
  { "letter", NC_("document", "Letter") },
  { "presentation", NC_("document", "Presentation") },
  { "legal", NC_("document", "Law or regulation") },
  { "reference", NC_("document", "Reference") },
  { "other", NC_("document", "Other") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "symbol", .label = NC_("document", "Symbol"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"), .hint = N_("For example A/77/573."),
  },
  {
    .key = "title", .label = NC_("document", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "type", .label = NC_("document", "Type"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = types,
  },
  {
    .key = "date", .label = NC_("document", "Date"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "languages", .label = NC_("document", "Languages"), .type = PAZ_VALUE_LANGUAGE,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_MANY, .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "location", .label = NC_("document", "Location"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "File"),
    .hint = N_("A web address, a path or a shelf: where the document is kept."),
    .format = PAZ_FORMAT_PLACE,
  },
  {
    .key = "sha256", .label = NC_("document", "SHA-256 of the File"), .type = PAZ_VALUE_HASH,
    .since = 1, .group = NC_("group", "File"),
    .hint = N_("Proves that a copy is the same file."),
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_document = {
  .key = "document",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_WORKING_GROUP,
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "x-office-document-symbolic",
  .title_fields = { "symbol", "title" },
  .natural_key = { "symbol" },
  .order = { "-date", "symbol" },
  .phrases = {
    .singular = N_("Document"),
    .plural = N_("Documents"),
    .add = N_("New Document"),
    .added = N_("Added document “%s”"),
    .edited = N_("Edited document “%s”"),
    .deleted = N_("Deleted document “%s”"),
    .empty = N_("No documents yet"),
    .empty_hint = N_("List the papers of the working group and where each one is kept."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
