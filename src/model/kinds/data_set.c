#include "model/paz-kind-private.h"

/* Whether the file covers every contributor of the world or those of the region: a share of
 * the world's total is only shown for the first. */
static const PazChoice scopes[] = {
  { "world", NC_("data_set", "All contributors") },
  { "region", NC_("data_set", "Region only") },
  { "listed", NC_("data_set", "Contributors in the file only") },
  { NULL }
};

/* Whether the file speaks for every type of personnel in its months. One of police alone says
 * nothing about troops. */
static const PazChoice types[] = {
  { "all", NC_("data_set", "All types") },
  { "held", NC_("data_set", "Types in the file only") },
  { NULL }
};

/* Some publishers give the sum of women and men alone: their facts count everybody as male, and no
 * share of women may be made of them. */
static const PazChoice sexes[] = {
  { "apart", NC_("data_set", "Women and men apart") },
  { "together", NC_("data_set", "Women and men together") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "title", .label = NC_("data_set", "Title"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "publisher", .label = NC_("data_set", "Publisher"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Provenance"),
  },
  {
    .key = "published", .label = NC_("data_set", "Published"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Provenance"),
  },
  {
    .key = "first_month", .label = NC_("data_set", "First Month"), .type = PAZ_VALUE_MONTH,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_FILLED, .since = 1, .group = NC_("group", "Content"),
  },
  {
    .key = "last_month", .label = NC_("data_set", "Last Month"), .type = PAZ_VALUE_MONTH,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_FILLED, .since = 1, .group = NC_("group", "Content"),
  },
  {
    .key = "rows", .label = NC_("data_set", "Rows"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_FILLED, .since = 1, .group = NC_("group", "Content"),
  },
  {
    .key = "scope", .label = NC_("data_set", "Coverage"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_FILLED, .since = 1, .group = NC_("group", "Content"), .choices = scopes,
  },
  {
    .key = "types", .label = NC_("data_set", "Personnel Types"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_FILLED, .since = 2, .group = NC_("group", "Content"), .choices = types,
  },
  {
    .key = "sexes", .label = NC_("data_set", "Women and Men"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_FILLED, .since = 3, .group = NC_("group", "Content"), .choices = sexes,
  },
  {
    .key = "file_name", .label = NC_("data_set", "File Name"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Provenance"),
  },
  {
    .key = "layout", .label = NC_("data_set", "Layout"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_FILLED, .since = 1, .group = NC_("group", "Provenance"),
  },
  {
    .key = "imported", .label = NC_("data_set", "Imported"), .type = PAZ_VALUE_DATETIME,
    .flags = PAZ_FIELD_FILLED, .since = 1, .group = NC_("group", "Provenance"),
  },
  /* Data sets speak in the order they came; one brought back since then, in the order of that. */
  {
    .key = "speaks_since", .label = NC_("data_set", "Brought Back"), .type = PAZ_VALUE_DATETIME,
    .flags = PAZ_FIELD_FILLED, .since = 3, .group = NC_("group", "Provenance"),
  },
  {
    .key = "silenced", .label = NC_("data_set", "Silenced"), .type = PAZ_VALUE_FLAG,
    .since = 3, .group = NC_("group", "Provenance"),
    .hint = N_("A silenced data set stays here, and no figure comes out of it."),
  },
  {
    .key = "sha256", .label = NC_("data_set", "SHA-256 of the File"), .type = PAZ_VALUE_HASH,
    .flags = PAZ_FIELD_FILLED, .since = 1, .group = NC_("group", "Provenance"),
  },
  /* Chunks, hash and rows of the facts (EXCHANGE.md 4.5), as JSON; on no form. */
  {
    .key = "facts", .label = NC_("data_set", "Facts"), .type = PAZ_VALUE_NOTE,
    .flags = PAZ_FIELD_FILLED | PAZ_FIELD_HIDDEN, .since = 1, .group = NC_("group", "Content"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "first_month", "last_month",
                   N_("The last month is before the first."));
  paz_check_range (record, problems, "rows", 0, G_MAXINT64,
                   N_("A number of rows is not negative."));
}

const PazKind paz_kind_data_set = {
  .key = "data_set",
  .since = 1,
  .version = 3,
  .area = PAZ_AREA_PARTICIPATION,
  .ownership = PAZ_OWNERSHIP_OPEN,
  .level = PAZ_LEVEL_PUBLIC,
  .icon_name = "x-office-spreadsheet-symbolic",
  .title_fields = { "title" },
  .natural_key = { "sha256" },
  .order = { "-last_month", "title" },
  .phrases = {
    .singular = N_("Data Set"),
    .plural = N_("Data Sets"),
    .add = N_("New Data Set"),
    .added = N_("Added data set “%s”"),
    .edited = N_("Edited data set “%s”"),
    .deleted = N_("Deleted data set “%s”"),
    .empty = N_("No data sets yet"),
    .empty_hint = N_("Import a file of the UN's monthly contributions to begin."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
