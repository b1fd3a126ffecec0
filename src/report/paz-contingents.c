/* The report `contingents`: units that one or several countries put together, who brings what, what is
 * asked for and not there yet, and how near they are to leaving. */
#include "base/paz-decimal.h"
#include "paz-report-spec.h"

/* ---- parts ---- */

/* Parts that were withdrawn bring nothing. */
static gboolean
is_standing (PazEdition *edition,
             PazRecord  *part)
{
  return g_strcmp0 (paz_record_get_text (part, "status"), "withdrawn") != 0;
}

/* Sum over the standing parts of a contingent; FALSE where none has said it. */
static gboolean
sum_parts (PazEdition *edition,
           PazRecord  *contingent,
           const char *key,
           gint64     *sum)
{
  GPtrArray *parts = paz_records_list_in (edition->records, "contingent_part", paz_record_get_id (contingent));
  gboolean any = FALSE;

  *sum = 0;
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      gint64 value;

      if (!is_standing (edition, parts->pdata[i]) || !paz_record_get_known (parts->pdata[i], key, &value))
        continue;
      *sum += value;
      any = TRUE;
    }

  return any;
}

static gboolean
count_offered (PazEdition *edition,
               PazRecord  *contingent,
               gint64     *value)
{
  return sum_parts (edition, contingent, "strength", value);
}

static gboolean
count_women (PazEdition *edition,
             PazRecord  *contingent,
             gint64     *value)
{
  return sum_parts (edition, contingent, "women", value);
}

static gboolean
count_gap (PazEdition *edition,
           PazRecord  *contingent,
           gint64     *value)
{
  gint64 required, offered;

  if (!paz_record_get_known (contingent, "required_strength", &required))
    return FALSE;
  sum_parts (edition, contingent, "strength", &offered);
  *value = MAX (0, required - offered);

  return TRUE;
}

static void
put_standing (PazSheet   *sheet,
              PazEdition *edition,
              double      required,
              double      there)
{
  if (there >= required)
    paz_sheet_put_signal (sheet, 1, paz_edition_say (edition, N_("Covered")));
  else if (there > 0)
    paz_sheet_put_signal (sheet, 2, paz_edition_say (edition, N_("Partly covered")));
  else
    paz_sheet_put_signal (sheet, 3, paz_edition_say (edition, N_("Nobody yet")));
}

static void
put_signal (PazSheet   *sheet,
            PazEdition *edition,
            PazRecord  *contingent)
{
  gint64 required, offered;

  if (!paz_record_get_known (contingent, "required_strength", &required))
    {
      paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
      return;
    }
  sum_parts (edition, contingent, "strength", &offered);
  put_standing (sheet, edition, (double) required, (double) offered);
}

static const PazRegisterColumn contingents_columns[] = {
  { "name" },
  { "type" },
  { "framework>code", NC_("column", "Framework nation") },
  { "unit_type" },
  { "mission" },
  { "status" },
  { "required_strength", NC_("column", "Required"), PAZ_TAKE_VALUE, TRUE },
  PAZ_COUNTED_COLUMN ("offered", NC_("column", "Offered"), count_offered),
  PAZ_COUNTED_COLUMN ("gap", NC_("column", "Missing"), count_gap),
  PAZ_PUT_COLUMN ("signal", NC_("column", "Strength"), PAZ_COLUMN_SIGNAL, put_signal),
  PAZ_COUNTED_COLUMN ("women", NC_("column", "Women"), count_women),
};

static const PazRegister contingents = {
  { NC_("sheet", "Contingents"), N_("Contingents: required strength against offered"),
    N_("Each contingent: strength asked for, offered by its parts, and what is missing"), "Contingents", 1, PAZ_PERIOD_NONE },
  "contingent", contingents_columns, G_N_ELEMENTS (contingents_columns), NULL,
  N_("Offered is the strength of the parts that have not been withdrawn, as far as the audience of this workbook may see them. Missing is asked for and not offered; where more is offered than asked for, nothing is missing."),
};

/* ---- by country ---- */

static gboolean
get_strength (PazEdition *edition,
              PazRecord  *part,
              gint64     *value)
{
  return paz_record_get_known (part, "strength", value);
}

static gboolean
get_women (PazEdition *edition,
           PazRecord  *part,
           gint64     *value)
{
  return paz_record_get_known (part, "women", value);
}

/* Of parts that tell both: a share of women stands on nothing else. */
static gboolean
get_base (PazEdition *edition,
          PazRecord  *part,
          gint64     *value)
{
  gint64 women;

  return paz_record_get_known (part, "women", &women) && paz_record_get_known (part, "strength", value);
}

static gboolean
get_women_of_base (PazEdition *edition,
                   PazRecord  *part,
                   gint64     *value)
{
  gint64 strength;

  return paz_record_get_known (part, "strength", &strength) && paz_record_get_known (part, "women", value);
}

static const PazTallyColumn country_columns[] = {
  { "parts", NC_("column", "Parts") },
  { "strength", NC_("column", "Strength"), get_strength },
  { "women", NC_("column", "Women"), get_women },
  { "women_told", NC_("column", "Women, where both are told"), get_women_of_base },
  { "share", NC_("column", "Share of women"), NULL, "women_told", "base" },
  { "base", NC_("column", "Base of the share"), get_base },
};

static const PazTally countries = {
  { NC_("sheet", "By country"), N_("Contingents by country"),
    N_("What each country brings to all contingents together: parts, strength, women"), "ContingentCountries", 2, PAZ_PERIOD_NONE },
  "contingent_part", "participant", country_columns, G_N_ELEMENTS (country_columns), is_standing,
  N_("Parts that were withdrawn are left out. The share of women stands on parts that tell both women and strength."),
};

/* ---- composition ---- */

static const PazRegisterColumn parts_columns[] = {
  { "^" },
  { "participant" },
  { "participant>code" },
  { "sub_unit" },
  { "status" },
  { "strength", NULL, PAZ_TAKE_VALUE, TRUE },
  { "women", NULL, PAZ_TAKE_VALUE, TRUE },
  { "officers", NULL, PAZ_TAKE_VALUE, TRUE },
  { "provides" },
  { "caveats" },
};

static const PazRegister parts = {
  { NC_("sheet", "Composition"), N_("Composition: who provides what"),
    N_("One row for each part: country, sub-unit, strength, what it provides, its caveats"), "Composition", 1, PAZ_PERIOD_NONE },
  "contingent_part", parts_columns, G_N_ELEMENTS (parts_columns), is_standing,
};

/* ---- requirements ---- */

static gboolean
get_real (PazRecord  *record,
          const char *key,
          double     *value)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);
  GVariant *stored = paz_record_get_value (record, field);

  if (paz_value_get_state (stored) != PAZ_STATE_KNOWN)
    return FALSE;
  *value = paz_decimal_to_double (g_variant_get_string (stored, NULL));

  return TRUE;
}

static void
put_gap (PazSheet   *sheet,
         PazEdition *edition,
         PazRecord  *line)
{
  double required, provided = 0;

  if (!get_real (line, "required", &required))
    {
      paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
      return;
    }
  get_real (line, "provided", &provided);
  paz_sheet_put_number (sheet, MAX (0, required - provided));
}

static void
put_line_signal (PazSheet   *sheet,
                 PazEdition *edition,
                 PazRecord  *line)
{
  double required, provided = 0;

  if (!get_real (line, "required", &required))
    {
      paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
      return;
    }
  get_real (line, "provided", &provided);
  put_standing (sheet, edition, required, provided);
}

static const PazRegisterColumn lines_columns[] = {
  { "^" },
  { "category" },
  { "item" },
  { "required" },
  { "provided" },
  PAZ_PUT_COLUMN ("gap", NC_("column", "Missing"), PAZ_COLUMN_AMOUNT, put_gap),
  PAZ_PUT_COLUMN ("signal", NC_("column", "Coverage"), PAZ_COLUMN_SIGNAL, put_line_signal),
  { "provided_by" },
  { "variation" },
};

static const PazRegister lines = {
  { NC_("sheet", "Requirements"), N_("Requirements: asked for against provided"),
    N_("Each line of the requirement: what is there, what is missing, and who provides it"), "Requirements", 1, PAZ_PERIOD_NONE },
  "requirement_line", lines_columns, G_N_ELEMENTS (lines_columns), NULL,
};

/* ---- readiness ---- */

static const PazRegisterColumn readiness_columns[] = {
  { "name" },
  { "status" },
  { "requirement" },
  { "requirement_date" },
  { "available_from" },
  { "notice" },
  { "languages" },
  { "agreement" },
  { "command" },
  { "pledges" },
};

static const PazRegister readiness = {
  { NC_("sheet", "Readiness"), N_("Readiness of each contingent"),
    N_("The requirement it answers, when it can leave, its agreement, command and pledges"), "ContingentReadiness", 1, PAZ_PERIOD_NONE },
  "contingent", readiness_columns, G_N_ELEMENTS (readiness_columns), NULL,
};

/* ---- the report ---- */

static const PazSheetPart contingents_part = { .rows = &contingents };
static const PazSheetPart countries_part = { .tally = &countries };
static const PazSheetPart parts_part = { .rows = &parts };
static const PazSheetPart lines_part = { .rows = &lines };
static const PazSheetPart readiness_part = { .rows = &readiness };

/* Read before the contingents are put: their sums stand on it. */
static const char * const kinds[] = { "contingent", "contingent_part", NULL };

const PazReport paz_contingents_report = {
  .info = {
    "contingents", NC_("report", "Contingents"),
    N_("Combined and national contingents: who brings what, what is asked for and missing, and how near they are to leaving."),
    "system-users-symbolic",
  },
  .titles = { N_("Contingents for peace operations"), N_("Contingents for peacekeeping operations") },
  .on_records = TRUE,
  .kinds = kinds,
  .parts = { &contingents_part, &countries_part, &parts_part, &lines_part, &readiness_part },
};
