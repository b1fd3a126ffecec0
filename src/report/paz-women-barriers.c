/* Sheets of the report `women`: what keeps women from being deployed, where, how much, and what is done
 * about it by whom (DOMAIN.md 5.3). */
#include "paz-report-spec.h"

static gboolean
has_level (PazRecord  *barrier,
           const char *level)
{
  return g_strcmp0 (paz_record_get_text (barrier, "barrier_level"), level) == 0;
}

/* "No barrier found" is an answer, and no barrier. */
static gboolean
is_barrier (PazEdition *edition,
            PazRecord  *barrier)
{
  return !has_level (barrier, "none");
}

/* ---- by area and State ---- */

static const PazGrid grid = {
  { NC_("sheet", "Barriers by State"), N_("Barriers by State"),
    N_("Which barrier was found where: the darker, the more institutions"), "BarriersByState", 1, PAZ_PERIOD_NONE },
  "barrier_assessment", "barrier", is_barrier,
};

/* ---- each assessment ---- */

static GPtrArray *
list_measures (PazEdition *edition,
               PazRecord  *barrier)
{
  return paz_records_list_in (edition->records, "measure", paz_record_get_id (barrier));
}

static gboolean
count_measures (PazEdition *edition,
                PazRecord  *barrier,
                gint64     *value)
{
  GPtrArray *measures = list_measures (edition, barrier);

  *value = measures != NULL ? measures->len : 0;

  return TRUE;
}

static void
put_answer (PazSheet   *sheet,
            PazEdition *edition,
            PazRecord  *barrier)
{
  GPtrArray *measures = list_measures (edition, barrier);

  if (has_level (barrier, "none"))
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
  else if (measures != NULL)
    paz_sheet_put_signal (sheet, 1, paz_edition_say (edition, N_("Measures taken")));
  else if (has_level (barrier, "high"))
    paz_sheet_put_signal (sheet, 3, paz_edition_say (edition, N_("High, and no measure")));
  else
    paz_sheet_put_signal (sheet, 2, paz_edition_say (edition, N_("No measure yet")));
}

static const PazRegisterColumn barriers_columns[] = {
  { "participant>code" },
  { "institution" },
  { "barrier" },
  { "barrier_level" },
  { "measures", NC_("column", "Measures"), PAZ_TAKE_VALUE, TRUE, count_measures },
  PAZ_PUT_COLUMN ("answer", NC_("column", "Answer"), PAZ_COLUMN_SIGNAL, put_answer),
  { "date" },
  { "method" },
  { "respondents" },
  { "evidence" },
  { "good_practice" },
};

static const PazRegister barriers = {
  { NC_("sheet", "Barriers"), N_("What keeps women from being deployed"),
    N_("Each institution and barrier: how much it weighs, its evidence, whether something is done"), "Barriers", 3, PAZ_PERIOD_NONE },
  "barrier_assessment", barriers_columns, G_N_ELEMENTS (barriers_columns), NULL,
  N_("The answer says what is planned or done, and judges nobody."),
};

/* ---- by area ---- */

static gboolean
is_high (PazEdition *edition,
         PazRecord  *barrier,
         gint64     *value)
{
  *value = 1;

  return has_level (barrier, "high");
}

static gboolean
is_medium (PazEdition *edition,
           PazRecord  *barrier,
           gint64     *value)
{
  *value = 1;

  return has_level (barrier, "medium");
}

static gboolean
is_low (PazEdition *edition,
        PazRecord  *barrier,
        gint64     *value)
{
  *value = 1;

  return has_level (barrier, "low");
}

static gboolean
is_none (PazEdition *edition,
         PazRecord  *barrier,
         gint64     *value)
{
  *value = 1;

  return has_level (barrier, "none");
}

static const PazTallyColumn tally_columns[] = {
  { "assessments", NC_("column", "Assessments") },
  { "high", NC_("column", "High"), is_high },
  { "medium", NC_("column", "Medium"), is_medium },
  { "low", NC_("column", "Low"), is_low },
  { "none", NC_("column", "No barrier found"), is_none },
  { "measures", NC_("column", "Measures"), count_measures },
};

static const PazTally tally = {
  { NC_("sheet", "Barriers by area"), N_("Barriers by area"),
    N_("How often each barrier was assessed, how much it weighs, how many measures answer it"), "BarriersByArea", 1, PAZ_PERIOD_NONE },
  "barrier_assessment", "barrier", tally_columns, G_N_ELEMENTS (tally_columns), NULL,
};

/* ---- measures ---- */

static const PazRegisterColumn measures_columns[] = {
  { "^participant" },
  { "^institution" },
  { "^barrier" },
  { "^barrier_level" },
  { "title" },
  { "responsible" },
  { "start" },
  { "due" },
  { "status" },
  { "result" },
};

static const PazRegister measures = {
  { NC_("sheet", "Measures"), N_("What is done against the barriers"),
    N_("Each measure: against which barrier, who answers for it, until when, its result"), "Measures", 3, PAZ_PERIOD_NONE },
  "measure", measures_columns, G_N_ELEMENTS (measures_columns), NULL,
};

const PazSheetPart paz_barriers_grid_part = { .grid = &grid };
const PazSheetPart paz_barriers_part = { .rows = &barriers };
const PazSheetPart paz_barriers_tally_part = { .tally = &tally };
const PazSheetPart paz_measures_part = { .rows = &measures };
