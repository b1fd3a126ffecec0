/* The report `complementarity`: what RELACOPAZ and ALCOPAZ each do, where they overlap, what nobody does,
 * and what is proposed (Declaration, A.c). */
#include "paz-report-spec.h"

static gboolean
has_reading (PazRecord  *activity,
             const char *reading)
{
  return g_strcmp0 (paz_record_get_text (activity, "reading"), reading) == 0;
}

static const PazRegisterColumn matrix_columns[] = {
  { "activity" },
  { "category" },
  { "provision" },
  { "doer" },
  { "reading" },
  { "relacopaz" },
  { "alcopaz" },
  { "evidence" },
};

static const PazRegister matrix = {
  { NC_("sheet", "Activities"), N_("Activities side by side"),
    N_("Each activity: what RELACOPAZ does, what ALCOPAZ does, and how it fits together"), "Activities", 1, PAZ_PERIOD_NONE },
  "complementarity", matrix_columns, G_N_ELEMENTS (matrix_columns), NULL,
};

/* ---- sums ---- */

static gboolean
is_complement (PazEdition *edition,
               PazRecord  *activity,
               gint64     *value)
{
  *value = 1;

  return has_reading (activity, "complements");
}

static gboolean
is_overlap (PazEdition *edition,
            PazRecord  *activity,
            gint64     *value)
{
  *value = 1;

  return has_reading (activity, "overlaps");
}

static gboolean
is_gap (PazEdition *edition,
        PazRecord  *activity,
        gint64     *value)
{
  *value = 1;

  return has_reading (activity, "gap");
}

static const PazTallyColumn sums_columns[] = {
  { "activities", NC_("column", "Activities") },
  { "complements", NC_("column", "Complement each other"), is_complement },
  { "overlaps", NC_("column", "Overlap"), is_overlap },
  { "gaps", NC_("column", "Nobody does it"), is_gap },
};

static const PazTally by_category = {
  { NC_("sheet", "By category"), N_("Reading by category"),
    N_("In which fields the two complement each other, overlap, or leave a gap"), "ReadingByCategory", 1, PAZ_PERIOD_NONE },
  "complementarity", "category", sums_columns, G_N_ELEMENTS (sums_columns), NULL,
};

static const PazTally by_doer = {
  { NC_("sheet", "By doer"), N_("Reading by who does it"),
    N_("What each of the two does alone, both do, or neither does"), "ReadingByDoer", 1, PAZ_PERIOD_NONE },
  "complementarity", "doer", sums_columns, G_N_ELEMENTS (sums_columns), NULL,
};

/* ---- proposals ---- */

static gboolean
is_to_do (PazEdition *edition,
          PazRecord  *activity)
{
  return has_reading (activity, "overlaps") || has_reading (activity, "gap");
}

static void
put_proposal (PazSheet   *sheet,
              PazEdition *edition,
              PazRecord  *activity)
{
  if (paz_record_get_text (activity, "proposed_owner") == NULL)
    paz_sheet_put_signal (sheet, 3, paz_edition_say (edition, N_("No owner proposed")));
  else if (paz_record_get_words (activity, "measure", paz_catalogue_get_language (edition->catalogue)) == NULL)
    paz_sheet_put_signal (sheet, 2, paz_edition_say (edition, N_("No measure yet")));
  else
    paz_sheet_put_signal (sheet, 1, paz_edition_say (edition, N_("Proposed")));
}

static const PazRegisterColumn proposals_columns[] = {
  { "activity" },
  { "reading" },
  { "proposed_owner" },
  PAZ_PUT_COLUMN ("proposal", NC_("column", "Proposal"), PAZ_COLUMN_SIGNAL, put_proposal),
  { "measure" },
  { "responsible" },
  { "due" },
  { "status" },
};

static const PazRegister proposals = {
  { NC_("sheet", "Proposals"), N_("Overlaps and gaps, and what is proposed"),
    N_("What is done twice or by nobody: who should have it, by which measure, until when"), "Proposals", 1, PAZ_PERIOD_NONE },
  "complementarity", proposals_columns, G_N_ELEMENTS (proposals_columns), is_to_do,
};

static const PazSheetPart matrix_part = { .rows = &matrix };
static const PazSheetPart by_category_part = { .tally = &by_category };
static const PazSheetPart by_doer_part = { .tally = &by_doer };
static const PazSheetPart proposals_part = { .rows = &proposals };

const PazReport paz_complementarity_report = {
  .info = {
    "complementarity", NC_("report", "Complementarity"),
    N_("What RELACOPAZ and ALCOPAZ each do: where they complement each other, overlap or leave a gap, and what is proposed."),
    "view-dual-symbolic",
  },
  .titles = { N_("Complementarity of RELACOPAZ and ALCOPAZ"), N_("Complementarity of RELACOPAZ and ALCOPAZ") },
  .on_records = TRUE,
  .parts = { &by_category_part, &by_doer_part, &matrix_part, &proposals_part },
};
