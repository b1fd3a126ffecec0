/* A child of the kind that does not ship: see visit.c. */
#include "model/paz-kind-private.h"

static const PazField fields[] = {
  {
    .key = "order", .label = NC_("stage", "Line"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_PLAIN, .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "title", .label = NC_("stage", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_stage = {
  .key = "stage",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_INTEROPERABILITY,
  .parent = "visit",
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "view-list-symbolic",
  .title_fields = { "title" },
  .natural_key = { "title" },
  .order = { "order" },
  .phrases = {
    .singular = N_("Stage"),
    .plural = N_("Stages"),
    .add = N_("New Stage"),
    .added = N_("Added stage “%s”"),
    .edited = N_("Edited stage “%s”"),
    .deleted = N_("Deleted stage “%s”"),
    .empty = N_("No stages yet"),
    .empty_hint = N_("Add where the visit goes."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
