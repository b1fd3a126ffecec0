#include "model/paz-kind-private.h"

#include "model/paz-code-list.h"

/* What the readiness system registers (DOMAIN.md 4.1). */
static const PazChoice components[] = {
  { "military", NC_("pledge", "Military") },
  { "police", NC_("pledge", "Police") },
  { "civil", NC_("pledge", "Civil defence") },
  { NULL }
};

static const PazChoice combinations[] = {
  { "single", NC_("pledge", "One country") },
  { "combined", NC_("pledge", "Combined with others") },
  { NULL }
};

static const PazChoice results[] = {
  { "successful", NC_("pledge", "Successful") },
  { "recommendations", NC_("pledge", "Successful, with recommendations") },
  { "not_successful", NC_("pledge", "Not successful") },
  { NULL }
};

static const PazChoice mou_statuses[] = {
  { "not_started", NC_("pledge", "Not started") },
  { "negotiation", NC_("pledge", "Under negotiation") },
  { "agreed", NC_("pledge", "Draft agreed") },
  { "signed", NC_("pledge", "Signed") },
  { "ended", NC_("pledge", "Ended") },
  { NULL }
};

static const PazChoice preparations[] = {
  { "not_started", NC_("pledge", "Not started") },
  { "under_way", NC_("pledge", "Under way") },
  { "complete", NC_("pledge", "Complete") },
  { NULL }
};

static const PazChoice facilities[] = {
  { "yes", NC_("pledge", "Yes") },
  { "partly", NC_("pledge", "Partly") },
  { "no", NC_("pledge", "No") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "title", .label = NC_("pledge", "National Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Identity"),
    .hint = N_("What the unit is called at home."),
  },
  {
    .key = "participant", .label = NC_("pledge", "Participant"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
    .target = "participant",
  },
  {
    .key = "unit_type", .label = NC_("pledge", "Unit Type"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
    .choices = paz_code_unit_types,
  },
  {
    .key = "readiness", .label = NC_("pledge", "PCRS Level"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Readiness"),
    .choices = paz_code_readiness_levels,
  },
  {
    .key = "strength", .label = NC_("pledge", "Strength"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Strength"),
    .hint = N_("All personnel of the unit. Zero is a number; leave it empty when it has not been answered."),
  },
  {
    .key = "women", .label = NC_("pledge", "Women"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Strength"),
  },
  {
    .key = "available_from", .label = NC_("pledge", "Available From"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Availability"),
  },
  {
    .key = "valid_until", .label = NC_("pledge", "Valid Until"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Registration"),
  },
  {
    .key = "component", .label = NC_("pledge", "Component"), .type = PAZ_VALUE_CHOICE, .since = 1,
    .group = NC_("group", "Identity"), .choices = components,
  },
  {
    .key = "service", .label = NC_("pledge", "Service or Police Force"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "combination", .label = NC_("pledge", "Single or Combined"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Identity"), .choices = combinations,
  },
  {
    .key = "framework", .label = NC_("pledge", "Framework Nation"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Identity"), .target = "participant",
    .hint = N_("Of a combined unit: the country that leads it."),
  },
  {
    .key = "partners", .label = NC_("pledge", "Combined With"), .type = PAZ_VALUE_LINKS, .since = 1,
    .group = NC_("group", "Identity"), .target = "participant",
  },
  {
    .key = "pcrs_reference", .label = NC_("pledge", "PCRS Reference"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Registration"),
  },
  {
    .key = "note_verbale", .label = NC_("pledge", "Note Verbale"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Registration"),
    .hint = N_("Number and date of the note by which the unit was pledged."),
  },
  {
    .key = "pledged", .label = NC_("pledge", "Pledged"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Registration"),
  },
  {
    .key = "acknowledged", .label = NC_("pledge", "Acknowledged"), .type = PAZ_VALUE_DATE,
    .since = 1, .group = NC_("group", "Registration"),
    .hint = N_("The Secretariat has received the pledge."),
  },
  {
    .key = "accepted", .label = NC_("pledge", "Accepted"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Registration"),
    .hint = N_("The Secretariat has found that the pledge meets Level 1."),
  },
  {
    .key = "renewed", .label = NC_("pledge", "Last Renewed"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Registration"),
  },
  {
    .key = "renewal_months", .label = NC_("pledge", "Renewal Every (Months)"),
    .type = PAZ_VALUE_INTEGER, .since = 1, .group = NC_("group", "Registration"),
    .hint = N_("Six after the first twelve, by an older UN paper; ask for the rule in force."),
  },
  {
    .key = "withdrawn", .label = NC_("pledge", "Withdrawn"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Registration"),
  },
  {
    .key = "notice", .label = NC_("pledge", "Notice to Move (Days)"), .type = PAZ_VALUE_INTEGER,
    .since = 1, .group = NC_("group", "Availability"),
    .hint = N_("Days from the request to the departure; 60 at most for rapid deployment."),
  },
  {
    .key = "duration", .label = NC_("pledge", "Duration Offered (Months)"),
    .type = PAZ_VALUE_INTEGER, .since = 1, .group = NC_("group", "Availability"),
  },
  {
    .key = "rotation", .label = NC_("pledge", "Rotation Every (Months)"), .type = PAZ_VALUE_INTEGER,
    .since = 1, .group = NC_("group", "Availability"),
  },
  {
    .key = "mission", .label = NC_("pledge", "Mission"), .type = PAZ_VALUE_LINK, .since = 1,
    .group = NC_("group", "Availability"), .target = "mission",
    .hint = N_("Where the unit is deployed or meant to go."),
  },
  {
    .key = "officers", .label = NC_("pledge", "Officers"), .type = PAZ_VALUE_INTEGER, .since = 1,
    .group = NC_("group", "Strength"),
  },
  {
    .key = "other_ranks", .label = NC_("pledge", "Other Ranks"), .type = PAZ_VALUE_INTEGER,
    .since = 1, .group = NC_("group", "Strength"),
  },
  {
    .key = "women_percent", .label = NC_("pledge", "Women Planned (%)"), .type = PAZ_VALUE_REAL,
    .since = 1, .group = NC_("group", "Strength"),
    .hint = N_("The share of women planned for the deployed unit."),
  },
  {
    .key = "support_element", .label = NC_("pledge", "National Support Element"),
    .type = PAZ_VALUE_INTEGER, .since = 1, .group = NC_("group", "Strength"),
    .hint = N_("Personnel for national tasks, whom the UN does not reimburse."),
  },
  {
    .key = "languages", .label = NC_("pledge", "Languages"), .type = PAZ_VALUE_LANGUAGE,
    .flags = PAZ_FIELD_MANY, .since = 1, .group = NC_("group", "Strength"),
    .hint = N_("Languages in which the unit can work."),
  },
  {
    .key = "women_facilities", .label = NC_("pledge", "Separate Accommodation and Ablutions"),
    .type = PAZ_VALUE_CHOICE, .since = 1, .group = NC_("group", "Strength"), .choices = facilities,
  },
  {
    .key = "level_since", .label = NC_("pledge", "At This Level Since"), .type = PAZ_VALUE_DATE,
    .since = 1, .group = NC_("group", "Readiness"),
  },
  {
    .key = "aav_date", .label = NC_("pledge", "Assessment and Advisory Visit"),
    .type = PAZ_VALUE_DATE, .since = 1, .group = NC_("group", "Readiness"),
    .hint = N_("Only after a successful visit (AAV) is a unit considered for selection."),
  },
  {
    .key = "aav_result", .label = NC_("pledge", "Result of the Visit"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Readiness"), .choices = results,
  },
  {
    .key = "aav_actions", .label = NC_("pledge", "Actions After the Visit"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Readiness"),
    .hint = N_("What the visit recommended, and which gaps are still open."),
  },
  {
    .key = "sur", .label = NC_("pledge", "Statement of Unit Requirement"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Readiness"),
    .hint = N_("Reference of the specific or generic SUR."),
  },
  {
    .key = "variations", .label = NC_("pledge", "Agreed Variations"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Readiness"),
    .hint = N_("Where the unit differs from the SUR with the consent of the UN."),
  },
  {
    .key = "verification_date", .label = NC_("pledge", "Verification Visit"),
    .type = PAZ_VALUE_DATE, .since = 1, .group = NC_("group", "Readiness"),
  },
  {
    .key = "verification_result", .label = NC_("pledge", "Result of the Verification"),
    .type = PAZ_VALUE_CHOICE, .since = 1, .group = NC_("group", "Readiness"), .choices = results,
  },
  {
    .key = "rdl_from", .label = NC_("pledge", "RDL Agreement From"), .type = PAZ_VALUE_DATE,
    .since = 1, .group = NC_("group", "Readiness"),
  },
  {
    .key = "rdl_until", .label = NC_("pledge", "RDL Agreement Until"), .type = PAZ_VALUE_DATE,
    .since = 1, .group = NC_("group", "Readiness"),
  },
  {
    .key = "mou_status", .label = NC_("pledge", "MOU Status"), .type = PAZ_VALUE_CHOICE, .since = 1,
    .group = NC_("group", "Agreements"), .choices = mou_statuses,
  },
  {
    .key = "mou_reference", .label = NC_("pledge", "MOU Reference"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Agreements"),
  },
  {
    .key = "loa_reference", .label = NC_("pledge", "Letter of Assist"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Agreements"),
    .hint = N_("For what the MOU does not cover, such as aircraft or ships."),
  },
  {
    .key = "training_certified_by", .label = NC_("pledge", "Training Certified By"),
    .type = PAZ_VALUE_TEXT, .flags = PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Preparation"),
  },
  {
    .key = "medical_status", .label = NC_("pledge", "Medical and Vaccination"),
    .type = PAZ_VALUE_CHOICE, .since = 1, .group = NC_("group", "Preparation"),
    .choices = preparations,
  },
  {
    .key = "load_list_status", .label = NC_("pledge", "Load List"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Preparation"), .choices = preparations,
  },
  {
    .key = "ports", .label = NC_("pledge", "Ports of Embarkation"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Preparation"),
  },
  {
    .key = "caveats", .label = NC_("pledge", "National Caveats"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Conditions"),
    .hint = N_("What the unit may not do, or may do only when the capital agrees."),
  },
  {
    .key = "host_limits", .label = NC_("pledge", "Host-Country Limits"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Conditions"),
    .hint = N_("Where it cannot go, and what the host country may refuse."),
  },
  {
    .key = "environment", .label = NC_("pledge", "Environmental Equipment"),
    .type = PAZ_VALUE_TRILINGUAL, .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1,
    .group = NC_("group", "Conditions"),
    .hint = N_("Waste and water treatment, solar share, generators."),
  },
  PAZ_COMMON_FIELDS
};

/* Only what cannot be: a sum that does not add up yet is work in progress. */
static void
check_strength (PazRecord *record,
                GPtrArray *problems)
{
  paz_check_not_negative (record, problems, "strength");
  paz_check_not_negative (record, problems, "support_element");
  paz_check_part (record, problems, "women", "strength",
                  N_("There are more women than the whole strength."));
  paz_check_part (record, problems, "officers", "strength",
                  N_("There are more officers than the whole strength."));
  paz_check_part (record, problems, "other_ranks", "strength",
                  N_("There are more other ranks than the whole strength."));
  paz_check_percent (record, problems, "women_percent",
                     N_("A percentage is between 0 and 100."));
}

static void
check_dates (PazRecord *record,
             GPtrArray *problems)
{
  paz_check_order (record, problems, "pledged", "valid_until",
                   N_("The pledge ends before it was made."));
  paz_check_order (record, problems, "pledged", "renewed",
                   N_("The pledge was renewed before it was made."));
  paz_check_order (record, problems, "pledged", "accepted",
                   N_("The pledge was accepted before it was made."));
  paz_check_order (record, problems, "rdl_from", "rdl_until",
                   N_("The agreement ends before it begins."));
}

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  check_strength (record, problems);
  check_dates (record, problems);
  paz_check_not_negative (record, problems, "notice");
  paz_check_not_negative (record, problems, "duration");
  paz_check_not_negative (record, problems, "rotation");
  paz_check_not_negative (record, problems, "renewal_months");
}

static void
doubt_strength (PazRecord *record,
                GPtrArray *contained,
                GPtrArray *doubts)
{
  gint64 strength;
  gint64 officers;
  gint64 other;
  gint64 posts;
  gint64 women;

  if (paz_check_get_integer (record, "strength", &strength))
    {
      paz_check_doubt (record, doubts, "strength",
                       paz_check_get_integer (record, "officers", &officers) &&
                       paz_check_get_integer (record, "other_ranks", &other) &&
                       officers + other != strength,
                       N_("Officers and other ranks do not add up to the strength."));
      paz_check_doubt (record, doubts, "strength",
                       paz_check_sum (contained, "organization_line", "number", &posts) &&
                       posts != strength,
                       N_("The table of organization does not add up to the strength."));
    }
  paz_check_doubt (record, doubts, "women",
                   paz_check_get_integer (record, "women", &strength) &&
                   paz_check_sum (contained, "organization_line", "women", &women) &&
                   women != strength,
                   N_("The table of organization plans another number of women."));
}

static gboolean
has_any (GPtrArray  *contained,
         const char *kind)
{
  for (guint i = 0; i < contained->len; i++)
    if (g_str_equal (paz_record_get_kind (contained->pdata[i])->key, kind))
      return TRUE;

  return FALSE;
}

static guint
get_rank (PazRecord *record)
{
  static const char * const levels[] = { "study", "l1", "l2", "l3", "rdl", NULL };
  const char *level = paz_record_get_text (record, "readiness");
  guint rank = 0;

  while (level != NULL && levels[rank] != NULL && !g_str_equal (levels[rank], level))
    rank++;

  return level != NULL && levels[rank] != NULL ? rank : 0;
}

/* What each level stands on, as the UN's manual of 2021 has it (DOMAIN.md 4.1). */
static void
doubt_level (PazRecord *record,
             GPtrArray *contained,
             GPtrArray *doubts)
{
  const char *visit = paz_record_get_text (record, "aav_result");
  guint rank = get_rank (record);
  gint64 notice;

  paz_check_doubt (record, doubts, "readiness",
                   rank >= 1 && paz_record_get_text (record, "note_verbale") == NULL,
                   N_("Level 1 begins with a note verbale, which is not entered yet."));
  paz_check_doubt (record, doubts, "readiness",
                   rank >= 1 && !(has_any (contained, "organization_line") &&
                                  has_any (contained, "major_equipment_line") &&
                                  has_any (contained, "self_sustainment_line")),
                   N_("Level 1 needs the table of organization, major equipment and self-sustainment."));
  paz_check_doubt (record, doubts, "readiness",
                   rank >= 2 && (visit == NULL || g_str_equal (visit, "not_successful")),
                   N_("Level 2 needs a successful Assessment and Advisory Visit."));
  paz_check_doubt (record, doubts, "readiness",
                   rank >= 3 && paz_record_get_text (record, "sur") == NULL,
                   N_("Level 3 needs a Statement of Unit Requirement."));
  paz_check_doubt (record, doubts, "readiness",
                   rank >= 4 && paz_record_get_text (record, "verification_date") == NULL,
                   N_("The Rapid Deployment Level needs a verification visit."));
  paz_check_doubt (record, doubts, "notice",
                   rank >= 4 && paz_check_get_integer (record, "notice", &notice) && notice > 60,
                   N_("At the Rapid Deployment Level a unit leaves within 60 days."));
}

static void
doubt (PazRecord *record,
       GPtrArray *contained,
       GPtrArray *doubts)
{
  doubt_strength (record, contained, doubts);
  doubt_level (record, contained, doubts);
}

const PazKind paz_kind_pledge = {
  .key = "pledge",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_CAPABILITIES,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* How ready a unit is, each country tells when and to whom it decides to. */
  .level = PAZ_LEVEL_NATIONAL,
  .icon_name = "security-high-symbolic",
  .title_fields = { "participant", "title" },
  .natural_key = { "participant", "unit_type", "title" },
  .order = { "participant", "unit_type" },
  .phrases = {
    .singular = N_("Pledge"),
    .plural = N_("Pledges"),
    .add = N_("New Pledge"),
    .added = N_("Added pledge “%s”"),
    .edited = N_("Edited pledge “%s”"),
    .deleted = N_("Deleted pledge “%s”"),
    .empty = N_("No pledges yet"),
    .empty_hint = N_("Prepare the units that your country pledges to the UN readiness system (PCRS), with their three lists."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .doubt = doubt,
};
