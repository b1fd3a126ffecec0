#include "model/paz-kind-private.h"

static const PazField fields[] = {
  {
    .key = "number", .label = NC_("agenda_item", "Number"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"), .hint = N_("For example 3, 3.1 or 5 (a)."),
  },
  {
    .key = "title", .label = NC_("agenda_item", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "presenter", .label = NC_("agenda_item", "Presenter"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "documents", .label = NC_("agenda_item", "Documents"), .type = PAZ_VALUE_LINKS,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .target = "document",
  },
  {
    .key = "note", .label = NC_("agenda_item", "Remark"), .type = PAZ_VALUE_NOTE,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Identity"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_pattern (record, problems, "number", PAZ_PATTERN_NUMBER,
                     N_("A number looks like 3, 3.1 or 5 (a)."));
}

const PazKind paz_kind_agenda_item = {
  .key = "agenda_item",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_WORKING_GROUP,
  .parent = "meeting",
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "view-list-symbolic",
  .title_fields = { "number", "title" },
  .natural_key = { "number" },
  .order = { "number" },
  .phrases = {
    .singular = N_("Agenda Item"),
    .plural = N_("Agenda"),
    .add = N_("New Agenda Item"),
    .added = N_("Added agenda item “%s”"),
    .edited = N_("Edited agenda item “%s”"),
    .deleted = N_("Deleted agenda item “%s”"),
    .empty = N_("No agenda yet"),
    .empty_hint = N_("Add the items that the meeting will discuss."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
