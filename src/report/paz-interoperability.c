/* The report `interoperability`: how near the delegations' practices are to the reference, wide for
 * delegates and long for analysts. */
#include "paz-crossing.h"
#include "paz-report-spec.h"

static const PazSheetWords wide_words = {
  NC_("sheet", "Comparison"), N_("Topics and delegations side by side"),
  N_("Each topic with the standing of every delegation that has answered"), "Comparison", 1, PAZ_PERIOD_NONE,
};

static const PazColumn wide_columns[] = {
  { "topic", NC_("column", "Topic"), PAZ_COLUMN_NOTE },
  { "area", NC_("column", "Area"), PAZ_COLUMN_WORDS },
  { "answered", NC_("column", "Answers"), PAZ_COLUMN_COUNT },
};

static const PazCrossingSign signs[] = {
  { "same", "=", 1 },
  { "similar", "≈", 2 },
  { "different", "≠", 3 },
  { NULL }
};

static void
put_topic (PazSheet   *sheet,
           PazEdition *edition,
           PazRecord  *topic,
           GPtrArray  *standings)
{
  const PazKind *kind = paz_record_get_kind (topic);

  paz_register_put (sheet, edition, topic, paz_kind_find_field (kind, "title"), PAZ_TAKE_VALUE);
  paz_register_put (sheet, edition, topic, paz_kind_find_field (kind, "area"), PAZ_TAKE_VALUE);
  paz_sheet_put_number (sheet, standings != NULL ? standings->len : 0);
}

static const PazCrossing crossing = {
  &wide_words, wide_columns, G_N_ELEMENTS (wide_columns), "interoperability_topic", "standing", "equivalence", signs, put_topic,
};

static PazSheet *
declare_wide (PazEdition  *edition,
              PazWorkbook *workbook,
              gpointer     data)
{
  return paz_crossing_declare (&crossing, edition, workbook);
}

static void
fill_wide (PazSheet   *sheet,
           PazEdition *edition,
           gpointer    data)
{
  paz_crossing_fill (&crossing, edition, sheet);
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("An empty cell is a delegation that has not answered: it is neither the same nor different.")));
}

static const PazRegisterColumn topics_columns[] = {
  { "title" },
  { "area" },
  { "lead" },
  { "document" },
};

static const PazRegister topics = {
  { NC_("sheet", "Topics"), N_("Topics"),
    N_("Each topic: its area, who leads it, its reference text"), "Topics", 1, PAZ_PERIOD_NONE },
  "interoperability_topic", topics_columns, G_N_ELEMENTS (topics_columns), NULL,
};

static const PazRegisterColumn standings_columns[] = {
  { "^" },
  { "^area" },
  { "participant" },
  { "participant>code" },
  { "equivalence" },
  { "document" },
  { "edition" },
  { "language" },
  { "reviewed" },
  { "caveat" },
  { "evidence" },
};

static const PazRegister standings = {
  { NC_("sheet", "Standings"), N_("Standing of each delegation"),
    N_("One row for each topic and delegation, for analysts: document, edition, caveats, evidence"), "Standings", 1, PAZ_PERIOD_NONE },
  "standing", standings_columns, G_N_ELEMENTS (standings_columns), NULL,
};

static const PazSheetPart wide_part = { .words = &wide_words, .kind = "standing", .declare = declare_wide, .fill = fill_wide };
static const PazSheetPart topics_part = { .rows = &topics };
static const PazSheetPart standings_part = { .rows = &standings };

const PazReport paz_interoperability_report = {
  .info = {
    "interoperability", NC_("report", "Interoperability"),
    N_("How near each delegation’s doctrine and procedures are to the reference: side by side, and one row for each answer."),
    "view-grid-symbolic",
  },
  .titles = { N_("Interoperability in peace operations"), N_("Interoperability in peacekeeping operations") },
  .on_records = TRUE,
  .parts = { &wide_part, &topics_part, &standings_part },
};
