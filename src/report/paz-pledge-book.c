/* The report `pledge`: the pledges of one delegation as the annexes of the PCRS guidelines lay them out, A
 * note verbale, B table of organization, C major equipment, D self-sustainment, and what is missing. */
#include "paz-levels.h"
#include "paz-report-spec.h"

/* Whose pledges: those of the delegation that the workbook is of, or all where none is said. A pledge that
 * names no participant is its owner's. */
static gboolean
is_own (PazEdition *edition,
        PazRecord  *pledge)
{
  const char *id = paz_record_get_text (pledge, "participant");
  PazRecord *participant = paz_records_find (edition->records, id != NULL ? id : paz_record_get_owner (pledge));
  const char *whose = participant != NULL ? paz_record_get_text (participant, "code") : paz_record_get_owner (pledge);

  return *edition->code == '\0' || g_strcmp0 (whose, edition->code) == 0;
}

static gboolean
is_line_own (PazEdition *edition,
             PazRecord  *line)
{
  PazRecord *pledge = paz_records_find (edition->records, paz_record_get_container (line));

  return pledge != NULL && is_own (edition, pledge);
}

/* ---- A: note verbale ---- */

static const PazRegisterColumn note_columns[] = {
  { "title" },
  { "participant" },
  { "unit_type" },
  { "component" },
  { "service" },
  { "combination" },
  { "note_verbale" },
  { "pledged" },
  { "pcrs_reference" },
  { "strength", NULL, PAZ_TAKE_VALUE, TRUE },
  { "women", NULL, PAZ_TAKE_VALUE, TRUE },
  { "available_from" },
  { "notice" },
  { "duration" },
  { "valid_until" },
};

static const PazRegister note = {
  { NC_("sheet", "A Note verbale"), N_("Annex A: data of the note verbale"),
    N_("What the note verbale says of each unit: type, strength, availability, validity"), "AnnexA", 1, PAZ_PERIOD_NONE },
  "pledge", note_columns, G_N_ELEMENTS (note_columns), is_own,
};

/* ---- B: table of organization ---- */

static const PazRegisterColumn organization_columns[] = {
  { "^" },
  { "order" },
  { "sub_unit" },
  { "post" },
  { "rank" },
  { "number", NULL, PAZ_TAKE_VALUE, TRUE },
  { "women", NULL, PAZ_TAKE_VALUE, TRUE },
  { "remark" },
};

static const PazRegister organization = {
  { NC_("sheet", "B Organization"), N_("Annex B: table of organization"),
    N_("Sub-units, posts and ranks, with women planned"), "AnnexB", 1, PAZ_PERIOD_NONE },
  "organization_line", organization_columns, G_N_ELEMENTS (organization_columns), is_line_own,
};

/* ---- C: major equipment ---- */

static const PazRegisterColumn equipment_columns[] = {
  { "^" },
  { "order" },
  { "category" },
  { "item" },
  { "quantity", NULL, PAZ_TAKE_VALUE, TRUE },
  { "serviceable", NULL, PAZ_TAKE_VALUE, TRUE },
  { "lease" },
  { "year" },
  { "remark" },
};

static const PazRegister equipment = {
  { NC_("sheet", "C Major equipment"), N_("Annex C: list of major equipment"),
    N_("Each item with its COE category, quantity, how much is serviceable, and lease"), "AnnexC", 1, PAZ_PERIOD_NONE },
  "major_equipment_line", equipment_columns, G_N_ELEMENTS (equipment_columns), is_line_own,
};

/* ---- D: self-sustainment ---- */

static const PazRegisterColumn sustainment_columns[] = {
  { "^" },
  { "order" },
  { "category" },
  { "provider" },
  { "provided_by" },
  { "remark" },
};

static const PazRegister sustainment = {
  { NC_("sheet", "D Self-sustainment"), N_("Annex D: list of self-sustainment"),
    N_("Each category, and who provides it"), "AnnexD", 1, PAZ_PERIOD_NONE },
  "self_sustainment_line", sustainment_columns, G_N_ELEMENTS (sustainment_columns), is_line_own,
};

/* ---- authorisations at home ---- */

static const PazRegisterColumn steps_columns[] = {
  { "^" },
  { "order" },
  { "step" },
  { "organ" },
  { "needed" },
  { "obtained" },
  { "requested_on" },
  { "obtained_on" },
  { "valid_until" },
  { "legal_basis" },
};

static const PazRegister steps = {
  { NC_("sheet", "Authorisations"), N_("Authorisations at home"),
    N_("Each step that national law asks for, and whether it was obtained"), "Authorisations", 1, PAZ_PERIOD_NONE },
  "authorisation", steps_columns, G_N_ELEMENTS (steps_columns), is_line_own,
};

/* ---- check ---- */

static const PazSheetWords check_words = {
  NC_("sheet", "Check"), N_("What is missing"),
  N_("Each piece of evidence that a pledge lacks, and the level that asks for it"), "PledgeCheck", 1, PAZ_PERIOD_NONE,
};

static const PazColumn check_columns[] = {
  { "pledge", NC_("column", "Pledge"), PAZ_COLUMN_NOTE },
  { "level", NC_("column", "Level"), PAZ_COLUMN_WORDS },
  { "missing", NC_("column", "What is missing"), PAZ_COLUMN_NOTE },
  { "needed_for", NC_("column", "Needed for"), PAZ_COLUMN_WORDS },
  { "signal", NC_("column", "Urgency"), PAZ_COLUMN_SIGNAL },
};

static void
put_lack (PazSheet      *sheet,
          PazEdition    *edition,
          PazRecord     *pledge,
          const PazLack *lack)
{
  g_autofree char *title = paz_records_dup_title (edition->records, paz_record_get_id (pledge));
  guint rank = paz_levels_get_rank (pledge);

  paz_sheet_begin_row (sheet, paz_records_get_stamp (edition->records, pledge));
  paz_sheet_put_text (sheet, title);
  paz_sheet_put_text (sheet, paz_levels_say (edition, rank));
  paz_sheet_put_text (sheet, paz_edition_say (edition, lack->text));
  paz_sheet_put_text (sheet, paz_levels_say (edition, lack->rank));
  if (lack->rank <= rank)
    paz_sheet_put_signal (sheet, 3, paz_edition_say (edition, N_("For its own level")));
  else
    paz_sheet_put_signal (sheet, 2, paz_edition_say (edition, N_("For the next level")));
}

static void
fill_check (PazSheet   *sheet,
            PazEdition *edition,
            gpointer    data)
{
  GPtrArray *pledges = paz_records_list (edition->records, "pledge", NULL);

  for (guint i = 0; i < pledges->len; i++)
    {
      PazRecord *pledge = g_ptr_array_index (pledges, i);
      g_autoptr (GPtrArray) lacks = NULL;

      if (!is_own (edition, pledge) || paz_record_get_text (pledge, "withdrawn") != NULL)
        continue;
      lacks = paz_levels_list_lacks (edition, pledge, MIN (paz_levels_get_rank (pledge) + 1, 4));
      for (guint k = 0; k < lacks->len; k++)
        put_lack (sheet, edition, pledge, lacks->pdata[k]);
    }
  if (paz_sheet_count_rows (sheet) == 0)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Nothing is missing for the next level, as far as the fields tell.")));
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Levels and their criteria: UN Manual for the Generation and Deployment of Military and Formed Police Units (2021.05) and PCRS Guidelines (2019.01). Which field counts as evidence is inferred; the UN decides.")));
}

/* ---- the report ---- */

static const char * const kinds[] = {
  "pledge", "organization_line", "major_equipment_line", "self_sustainment_line", NULL
};

static const PazSheetPart note_part = { .rows = &note };
static const PazSheetPart organization_part = { .rows = &organization };
static const PazSheetPart equipment_part = { .rows = &equipment };
static const PazSheetPart sustainment_part = { .rows = &sustainment };
static const PazSheetPart steps_part = { .rows = &steps };
static const PazSheetPart check_part = {
  .words = &check_words, .columns = check_columns, .n_columns = G_N_ELEMENTS (check_columns), .kind = "pledge", .fill = fill_check,
};

const PazReport paz_pledge_report = {
  .info = {
    "pledge", NC_("report", "Pledge"),
    N_("The pledges of the delegation in the four annexes of the PCRS: note verbale, organization, major equipment, self-sustainment, with a check of what is missing."),
    "document-edit-symbolic",
  },
  .titles = { N_("Pledges to the United Nations (PCRS)"), N_("Pledges to the United Nations (PCRS)") },
  .on_records = TRUE,
  .kinds = kinds,
  .parts = { &note_part, &organization_part, &equipment_part, &sustainment_part, &steps_part, &check_part },
};
