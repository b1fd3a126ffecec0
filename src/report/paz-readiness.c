/* The report `readiness`: pledges by level, how long they are valid, and what is missing for the next
 * level of the PCRS. */
#include "paz-levels.h"
#include "paz-report-spec.h"

static gboolean
is_standing (PazEdition *edition,
             PazRecord  *pledge)
{
  return paz_record_get_text (pledge, "withdrawn") == NULL;
}

static gboolean
get_strength (PazEdition *edition,
              PazRecord  *pledge,
              gint64     *value)
{
  return paz_record_get_known (pledge, "strength", value);
}

static gboolean
get_women (PazEdition *edition,
           PazRecord  *pledge,
           gint64     *value)
{
  gint64 strength;

  return paz_record_get_known (pledge, "strength", &strength) && paz_record_get_known (pledge, "women", value);
}

static gboolean
get_base (PazEdition *edition,
          PazRecord  *pledge,
          gint64     *value)
{
  gint64 women;

  return paz_record_get_known (pledge, "women", &women) && paz_record_get_known (pledge, "strength", value);
}

static gboolean
is_valid (PazEdition *edition,
          PazRecord  *pledge,
          gint64     *value)
{
  int validity;

  *value = 1;

  return paz_levels_get_validity (edition, pledge, &validity) && validity >= 0;
}

/* ---- by level, unit type and country ---- */

static const PazTallyColumn tally_columns[] = {
  { "pledges", NC_("column", "Pledges") },
  { "valid", NC_("column", "Valid today"), is_valid },
  { "strength", NC_("column", "Strength"), get_strength },
  { "women", NC_("column", "Women"), get_women },
  { "share", NC_("column", "Share of women"), NULL, "women", "base" },
  { "base", NC_("column", "Base of the share"), get_base },
};

#define TALLY_NOTE N_("Pledges that were withdrawn are left out. Women and their share stand on pledges that tell both women and strength.")

static const PazTally by_level = {
  { NC_("sheet", "By level"), N_("Pledges by PCRS level"),
    N_("How many units stand at each level, how many people, how many women"), "PledgesByLevel", 1, PAZ_PERIOD_NONE },
  "pledge", "readiness", tally_columns, G_N_ELEMENTS (tally_columns), is_standing, TALLY_NOTE,
};

static const PazTally by_type = {
  { NC_("sheet", "By unit type"), N_("Pledges by unit type"),
    N_("Which types of unit the region has pledged, and how many people"), "PledgesByType", 1, PAZ_PERIOD_NONE },
  "pledge", "unit_type", tally_columns, G_N_ELEMENTS (tally_columns), is_standing, TALLY_NOTE,
};

static const PazTally by_country = {
  { NC_("sheet", "By country"), N_("Pledges by country"),
    N_("What each country has pledged"), "PledgesByCountry", 2, PAZ_PERIOD_NONE },
  "pledge", "participant", tally_columns, G_N_ELEMENTS (tally_columns), is_standing, TALLY_NOTE,
};

static const PazGrid levels_grid = {
  { NC_("sheet", "Levels by State"), N_("Pledges by level and State"),
    N_("Who has units at which level: the darker, the more"), "LevelsByState", 1, PAZ_PERIOD_NONE },
  "pledge", "readiness", is_standing,
};

/* ---- validity ---- */

static void
put_validity (PazSheet   *sheet,
              PazEdition *edition,
              PazRecord  *pledge)
{
  int validity;

  if (!paz_levels_get_validity (edition, pledge, &validity))
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
  else if (validity < 0)
    paz_sheet_put_signal (sheet, 3, paz_edition_say (edition, N_("Expired")));
  else if (validity == 0)
    paz_sheet_put_signal (sheet, 2, paz_edition_say (edition, N_("Expires within 6 months")));
  else
    paz_sheet_put_signal (sheet, 1, paz_edition_say (edition, N_("Valid")));
}

static const PazRegisterColumn validity_columns[] = {
  { "participant>code" },
  { "title" },
  { "unit_type" },
  { "readiness" },
  { "pledged" },
  { "renewed" },
  { "renewal_months" },
  { "valid_until" },
  PAZ_PUT_COLUMN ("validity", NC_("column", "Validity"), PAZ_COLUMN_SIGNAL, put_validity),
  { "available_from" },
  { "notice" },
};

static const PazRegister validity = {
  { NC_("sheet", "Validity"), N_("Validity and renewal of the pledges"),
    N_("Until when each pledge stands, what has expired, what expires within six months"), "PledgeValidity", 2, PAZ_PERIOD_NONE },
  "pledge", validity_columns, G_N_ELEMENTS (validity_columns), is_standing,
  N_("Measured against the day of this workbook. Older papers of the UN ask for a renewal every six months after the first twelve; the rule in force is to be asked for."),
};

/* ---- the next level ---- */

static void
put_next_level (PazSheet   *sheet,
                PazEdition *edition,
                PazRecord  *pledge)
{
  paz_sheet_put_text (sheet, paz_levels_say (edition, paz_levels_get_rank (pledge) + 1));
}

static gboolean
count_lacks (PazEdition *edition,
             PazRecord  *pledge,
             gint64     *value)
{
  g_autoptr (GPtrArray) lacks = paz_levels_list_lacks (edition, pledge, paz_levels_get_rank (pledge) + 1);

  *value = lacks->len;

  return TRUE;
}

static void
put_next_signal (PazSheet   *sheet,
                 PazEdition *edition,
                 PazRecord  *pledge)
{
  g_autoptr (GPtrArray) below = paz_levels_list_lacks (edition, pledge, paz_levels_get_rank (pledge));
  gint64 lacks;

  count_lacks (edition, pledge, &lacks);
  if (below->len > 0)
    paz_sheet_put_signal (sheet, 3, paz_edition_say (edition, N_("Lacks evidence of its own level")));
  else if (lacks > 0)
    paz_sheet_put_signal (sheet, 2, paz_edition_say (edition, N_("Lacks evidence of the next level")));
  else
    paz_sheet_put_signal (sheet, 1, paz_edition_say (edition, N_("Complete for the next level")));
}

static void
put_lacks (PazSheet   *sheet,
           PazEdition *edition,
           PazRecord  *pledge)
{
  g_autoptr (GPtrArray) lacks = paz_levels_list_lacks (edition, pledge, paz_levels_get_rank (pledge) + 1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < lacks->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", paz_edition_say (edition, ((const PazLack *) lacks->pdata[i])->text));
  if (lacks->len > 0)
    paz_sheet_put_text (sheet, words->str);
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
}

static gboolean
can_rise (PazEdition *edition,
          PazRecord  *pledge)
{
  return is_standing (edition, pledge) && paz_levels_get_rank (pledge) < 4;
}

static const PazRegisterColumn next_columns[] = {
  { "participant>code" },
  { "title" },
  { "unit_type" },
  { "readiness" },
  PAZ_PUT_COLUMN ("next", NC_("column", "Next level"), PAZ_COLUMN_WORDS, put_next_level),
  { "missing", NC_("column", "Missing"), PAZ_TAKE_VALUE, FALSE, count_lacks },
  PAZ_PUT_COLUMN ("standing", NC_("column", "Evidence"), PAZ_COLUMN_SIGNAL, put_next_signal),
  PAZ_PUT_COLUMN ("lacks", NC_("column", "What is missing"), PAZ_COLUMN_NOTE, put_lacks),
};

static const PazRegister next = {
  { NC_("sheet", "Next level"), N_("What is missing for the next level"),
    N_("One row for each pledge: its level, the next one, and what is still lacking"), "NextLevel", 2, PAZ_PERIOD_NONE },
  "pledge", next_columns, G_N_ELEMENTS (next_columns), can_rise,
  N_("Levels and their criteria: UN Manual for the Generation and Deployment of Military and Formed Police Units (2021.05) and PCRS Guidelines (2019.01). Which field counts as evidence is inferred; the UN decides."),
};

/* ---- the report ---- */

static const char * const kinds[] = {
  "pledge", "organization_line", "major_equipment_line", "self_sustainment_line", NULL
};

static const PazSheetPart by_level_part = { .tally = &by_level };
static const PazSheetPart by_type_part = { .tally = &by_type };
static const PazSheetPart by_country_part = { .tally = &by_country };
static const PazSheetPart levels_part = { .grid = &levels_grid };
static const PazSheetPart validity_part = { .rows = &validity };
static const PazSheetPart next_part = { .rows = &next };

const PazReport paz_readiness_report = {
  .info = {
    "readiness", NC_("report", "Readiness"),
    N_("Pledges to the PCRS by level, unit type and country, until when they stand, and what is missing for the next level."),
    "security-high-symbolic",
  },
  .titles = { N_("Readiness for peace operations"), N_("Readiness for peacekeeping operations") },
  .on_records = TRUE,
  .kinds = kinds,
  .parts = { &by_level_part, &by_type_part, &by_country_part, &levels_part, &validity_part, &next_part },
};
