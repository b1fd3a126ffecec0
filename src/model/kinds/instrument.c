#include "model/paz-kind-private.h"

static const PazChoice statuses[] = {
  { "draft", NC_("instrument", "Draft") },
  { "adopted", NC_("instrument", "Adopted") },
  { "signed", NC_("instrument", "Signed") },
  { "in_force", NC_("instrument", "In force") },
  { "superseded", NC_("instrument", "Superseded") },
  { "ended", NC_("instrument", "Ended") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "title", .label = NC_("instrument", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "date", .label = NC_("instrument", "Date"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "place", .label = NC_("instrument", "Place"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "status", .label = NC_("instrument", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = statuses,
  },
  {
    .key = "note", .label = NC_("instrument", "Legal Note"), .type = PAZ_VALUE_NOTE,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Identity"),
    .hint = N_("For example, that the instrument is not legally binding."),
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_instrument = {
  .key = "instrument",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_NETWORK,
  .ownership = PAZ_OWNERSHIP_OPEN,
  .level = PAZ_LEVEL_PUBLIC,
  .icon_name = "text-x-generic-symbolic",
  .title_fields = { "title" },
  .natural_key = { "title", "date" },
  .order = { "-date" },
  .phrases = {
    .singular = N_("Instrument"),
    .plural = N_("Instruments"),
    .add = N_("New Instrument"),
    .added = N_("Added instrument “%s”"),
    .edited = N_("Edited instrument “%s”"),
    .deleted = N_("Deleted instrument “%s”"),
    .empty = N_("No instruments yet"),
    .empty_hint = N_("Add the declarations and statutes that the network works under."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
