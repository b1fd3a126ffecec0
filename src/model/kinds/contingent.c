#include "model/paz-kind-private.h"

#include "model/paz-code-list.h"

static const PazChoice types[] = {
  { "national", NC_("contingent", "National") },
  { "binational", NC_("contingent", "Binational") },
  { "multinational", NC_("contingent", "Multinational") },
  { NULL }
};

static const PazChoice statuses[] = {
  { "study", NC_("contingent", "Under study") },
  { "planned", NC_("contingent", "Being planned") },
  { "agreed", NC_("contingent", "Agreed") },
  { "preparing", NC_("contingent", "In preparation") },
  { "deployed", NC_("contingent", "Deployed") },
  { "ended", NC_("contingent", "Repatriated") },
  { "shelved", NC_("contingent", "Shelved") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "name", .label = NC_("contingent", "Name"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Identity"),
  },
  {
    .key = "type", .label = NC_("contingent", "Type"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = types,
  },
  {
    .key = "framework", .label = NC_("contingent", "Framework Nation"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
    .target = "participant",
    .hint = N_("The country that leads the contingent and provides its core."),
  },
  {
    .key = "unit_type", .label = NC_("contingent", "Unit Type"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
    .choices = paz_code_unit_types,
  },
  {
    .key = "required_strength", .label = NC_("contingent", "Required Strength"),
    .type = PAZ_VALUE_INTEGER, .flags = PAZ_FIELD_LISTED, .since = 1,
    .group = NC_("group", "Requirement"),
    .hint = N_("Personnel that the requirement asks for."),
  },
  {
    .key = "mission", .label = NC_("contingent", "Mission"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Requirement"),
    .target = "mission",
  },
  {
    .key = "status", .label = NC_("contingent", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"), .choices = statuses,
  },
  {
    .key = "requirement", .label = NC_("contingent", "Requirement Reference"),
    .type = PAZ_VALUE_TEXT, .flags = PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Requirement"),
    .hint = N_("The Statement of Unit Requirement (SUR), or the letter that asks for the unit."),
  },
  {
    .key = "requirement_date", .label = NC_("contingent", "Date of the Requirement"),
    .type = PAZ_VALUE_DATE, .since = 1, .group = NC_("group", "Requirement"),
  },
  {
    .key = "available_from", .label = NC_("contingent", "Available From"), .type = PAZ_VALUE_DATE,
    .since = 1, .group = NC_("group", "Progress"),
  },
  {
    .key = "notice", .label = NC_("contingent", "Notice to Move (Days)"), .type = PAZ_VALUE_INTEGER,
    .since = 1, .group = NC_("group", "Progress"),
    .hint = N_("Days from the request to the departure."),
  },
  {
    .key = "languages", .label = NC_("contingent", "Working Languages"), .type = PAZ_VALUE_LANGUAGE,
    .flags = PAZ_FIELD_MANY, .since = 1, .group = NC_("group", "How It Works"),
  },
  {
    .key = "agreement", .label = NC_("contingent", "Agreement"), .type = PAZ_VALUE_LINK, .since = 1,
    .group = NC_("group", "How It Works"), .target = "instrument",
    .hint = N_("The memorandum or treaty that the contingent rests on."),
  },
  {
    .key = "command", .label = NC_("contingent", "Command and Staff"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "How It Works"),
    .hint = N_("Who commands, where the staff sits, and how both rotate."),
  },
  {
    .key = "pledges", .label = NC_("contingent", "PCRS Pledges"), .type = PAZ_VALUE_LINKS,
    .since = 1, .group = NC_("group", "Progress"), .target = "pledge",
    .hint = N_("The pledges under which it is registered with the UN."),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_not_negative (record, problems, "required_strength");
  paz_check_not_negative (record, problems, "notice");
}

/* Parts that were withdrawn bring nothing. */
static GPtrArray *
list_standing (GPtrArray *contained)
{
  GPtrArray *standing = g_ptr_array_new ();

  for (guint i = 0; i < contained->len; i++)
    if (g_strcmp0 (paz_record_get_text (contained->pdata[i], "status"), "withdrawn") != 0)
      g_ptr_array_add (standing, contained->pdata[i]);

  return standing;
}

static void
doubt (PazRecord *record,
       GPtrArray *contained,
       GPtrArray *doubts)
{
  g_autoptr (GPtrArray) standing = list_standing (contained);
  gint64 required;
  gint64 sum;

  if (!paz_check_get_integer (record, "required_strength", &required) ||
      !paz_check_sum (standing, "contingent_part", "strength", &sum))
    return;
  paz_check_doubt (record, doubts, "required_strength", sum < required,
                   N_("The parts do not reach the required strength."));
  paz_check_doubt (record, doubts, "required_strength", sum > required,
                   N_("The parts bring more than the required strength."));
}

const PazKind paz_kind_contingent = {
  .key = "contingent",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_COOPERATION,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* Planned by the countries that make it up, and by nobody else until they say so. */
  .level = PAZ_LEVEL_NAMED,
  .icon_name = "system-users-symbolic",
  .title_fields = { "name" },
  .natural_key = { "name", "mission" },
  .order = { "status", "name" },
  .phrases = {
    .singular = N_("Contingent"),
    .plural = N_("Contingents"),
    .add = N_("New Contingent"),
    .added = N_("Added contingent “%s”"),
    .edited = N_("Edited contingent “%s”"),
    .deleted = N_("Deleted contingent “%s”"),
    .empty = N_("No contingents yet"),
    .empty_hint = N_("Plan a unit that one or several countries put together, part by part."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .doubt = doubt,
};
