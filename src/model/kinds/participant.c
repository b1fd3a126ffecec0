#include "model/paz-kind-private.h"

static const PazChoice types[] = {
  { "state", NC_("participant", "State") },
  { "organisation", NC_("participant", "Organization") },
  { NULL }
};

static const PazChoice subregions[] = {
  { "caribbean", NC_("participant", "Caribbean") },
  { "central_america", NC_("participant", "Central America") },
  { "south_america", NC_("participant", "South America") },
  { NULL }
};

/* The Declaration's own note: both terms stand for the same thing. */
static const PazChoice terms[] = {
  { "po", NC_("participant", "Peace operations") },
  { "pko", NC_("participant", "Peacekeeping operations") },
  { NULL }
};

static const PazChoice papers[] = {
  { "a4", NC_("participant", "A4") },
  { "letter", NC_("participant", "Letter") },
  { NULL }
};

static const PazChoice decimal_marks[] = {
  { "comma", NC_("participant", "Comma (1.234,5)") },
  { "point", NC_("participant", "Point (1,234.5)") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "code", .label = NC_("participant", "Code"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
    .hint = N_("The three-letter code of the country, or a short code of the organization."),
  },
  {
    .key = "name", .label = NC_("participant", "Name"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "type", .label = NC_("participant", "Type"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = types,
  },
  {
    .key = "subregion", .label = NC_("participant", "Subregion"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = subregions,
  },
  {
    .key = "alcopaz_member", .label = NC_("participant", "ALCOPAZ Member"), .type = PAZ_VALUE_FLAG,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
    .hint = N_("Full member of the Latin American Association of Peacekeeping Training Centers."),
  },
  {
    .key = "ministry", .label = NC_("participant", "Ministry or Equivalent"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "languages", .label = NC_("participant", "Official Languages"),
    .type = PAZ_VALUE_LANGUAGE, .flags = PAZ_FIELD_MANY,
    .since = 1, .group = NC_("group", "Usage"),
  },
  {
    .key = "terms", .label = NC_("participant", "Preferred Term"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Usage"), .choices = terms,
    .hint = N_("The term its reports use. Quotations are never changed."),
  },
  {
    .key = "term_evidence", .label = NC_("participant", "Evidence for the Term"),
    .type = PAZ_VALUE_NOTE, .since = 1, .group = NC_("group", "Usage"),
  },
  {
    .key = "paper", .label = NC_("participant", "Paper Size"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Usage"), .choices = papers,
  },
  {
    .key = "decimal_mark", .label = NC_("participant", "Decimal Mark"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Usage"), .choices = decimal_marks,
  },
  {
    .key = "iso2", .label = NC_("participant", "Two-Letter Code"), .type = PAZ_VALUE_TEXT,
    .since = 1, .group = NC_("group", "Codes"), .hint = N_("ISO 3166-1, for example PE."),
  },
  {
    .key = "m49", .label = NC_("participant", "UN Numeric Code"), .type = PAZ_VALUE_TEXT,
    .since = 1, .group = NC_("group", "Codes"), .hint = N_("Three digits of the UN's M49 list, for example 604."),
  },
  {
    .key = "un_name", .label = NC_("participant", "Name in UN Files"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Codes"),
  },
  {
    .key = "source", .label = NC_("participant", "Source"), .type = PAZ_VALUE_NOTE,
    .since = 1, .group = NC_("group", "Source"),
  },
  PAZ_COMMON_FIELDS
};

static void
check_code (PazRecord *record,
            GPtrArray *problems)
{
  if (g_strcmp0 (paz_record_get_text (record, "type"), "state") == 0)
    paz_check_pattern (record, problems, "code", "[A-Z]{3}",
                       N_("The code of a state has three capital letters."));
  else
    paz_check_pattern (record, problems, "code", "[A-Z0-9]{2,12}",
                       N_("A code has 2 to 12 capital letters or digits."));
}

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  check_code (record, problems);
  paz_check_pattern (record, problems, "iso2", "[A-Z]{2}",
                     N_("This code has two capital letters."));
  paz_check_pattern (record, problems, "m49", "[0-9]{3}",
                     N_("This code has three digits."));
}

const PazKind paz_kind_participant = {
  .key = "participant",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_NETWORK,
  .ownership = PAZ_OWNERSHIP_OPEN,
  .level = PAZ_LEVEL_PUBLIC,
  .icon_name = "network-workgroup-symbolic",
  .title_fields = { "name" },
  .natural_key = { "code" },
  .order = { "name" },
  .phrases = {
    .singular = N_("Participant"),
    .plural = N_("Participants"),
    .add = N_("New Participant"),
    .added = N_("Added participant “%s”"),
    .edited = N_("Edited participant “%s”"),
    .deleted = N_("Deleted participant “%s”"),
    .empty = N_("No participants yet"),
    .empty_hint = N_("Add the states and organizations that take part in the network."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
