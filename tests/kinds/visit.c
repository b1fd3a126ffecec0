/* A kind that does not ship: added to the others as README says, by this file, its form and its
 * line in added-kinds.c, to see that every room takes it up. It has a field of each type. */
#include "model/paz-kind-private.h"

static const PazChoice purposes[] = {
  { "study", NC_("visit", "Study") },
  { "exercise", NC_("visit", "Exercise") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "title", .label = NC_("visit", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "place", .label = NC_("visit", "Place"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "host", .label = NC_("visit", "Host"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .target = "participant",
  },
  {
    .key = "guests", .label = NC_("visit", "Guests"), .type = PAZ_VALUE_LINKS,
    .since = 1, .group = NC_("group", "Identity"), .target = "participant",
  },
  {
    .key = "purpose", .label = NC_("visit", "Purpose"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = purposes,
  },
  {
    .key = "purposes", .label = NC_("visit", "Other Purposes"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_MANY, .since = 1, .group = NC_("group", "Identity"), .choices = purposes,
  },
  {
    .key = "day", .label = NC_("visit", "Day"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Dates"),
  },
  {
    .key = "month", .label = NC_("visit", "Month"), .type = PAZ_VALUE_MONTH,
    .since = 1, .group = NC_("group", "Dates"),
  },
  {
    .key = "starts", .label = NC_("visit", "Starts"), .type = PAZ_VALUE_DATETIME,
    .since = 1, .group = NC_("group", "Dates"),
  },
  {
    .key = "agreed", .label = NC_("visit", "Agreed"), .type = PAZ_VALUE_FLAG,
    .since = 1, .group = NC_("group", "Dates"),
  },
  {
    .key = "people", .label = NC_("visit", "People"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Figures"),
  },
  {
    .key = "share", .label = NC_("visit", "Share"), .type = PAZ_VALUE_REAL,
    .since = 1, .group = NC_("group", "Figures"),
  },
  {
    .key = "cost", .label = NC_("visit", "Cost"), .type = PAZ_VALUE_MONEY,
    .since = 1, .group = NC_("group", "Figures"),
  },
  {
    .key = "report", .label = NC_("visit", "Report"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Report"),
  },
  {
    .key = "remark", .label = NC_("visit", "Remark"), .type = PAZ_VALUE_NOTE,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Report"),
  },
  {
    .key = "language", .label = NC_("visit", "Language"), .type = PAZ_VALUE_LANGUAGE,
    .since = 1, .group = NC_("group", "Report"),
  },
  {
    .key = "languages", .label = NC_("visit", "Other Languages"), .type = PAZ_VALUE_LANGUAGE,
    .flags = PAZ_FIELD_MANY, .since = 1, .group = NC_("group", "Report"),
  },
  {
    .key = "country", .label = NC_("visit", "Country"), .type = PAZ_VALUE_COUNTRY,
    .since = 1, .group = NC_("group", "Report"),
  },
  {
    .key = "countries", .label = NC_("visit", "Other Countries"), .type = PAZ_VALUE_COUNTRY,
    .flags = PAZ_FIELD_MANY, .since = 1, .group = NC_("group", "Report"),
  },
  {
    .key = "file", .label = NC_("visit", "File"), .type = PAZ_VALUE_HASH,
    .since = 1, .group = NC_("group", "Report"),
  },
  PAZ_COMMON_FIELDS
};

const PazKind paz_kind_visit = {
  .key = "visit",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_INTEROPERABILITY,
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "go-jump-symbolic",
  .title_fields = { "title" },
  .natural_key = { "title", "day" },
  .order = { "-day", "title" },
  .phrases = {
    .singular = N_("Visit"),
    .plural = N_("Visits"),
    .add = N_("New Visit"),
    .added = N_("Added visit “%s”"),
    .edited = N_("Edited visit “%s”"),
    .deleted = N_("Deleted visit “%s”"),
    .empty = N_("No visits yet"),
    .empty_hint = N_("Add who visits whom."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
