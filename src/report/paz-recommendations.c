/* The report `recommendations`: the register with the columns the UN keeps for the C-34, positions of the
 * delegations, the consensus computed among the interested, reservations, open points, and the texts in
 * three languages side by side. */
#include "paz-recommendations.h"

#include "model/paz-brackets.h"
#include "model/paz-trilingual.h"
#include "paz-crossing.h"
#include "paz-report-spec.h"

/* ---- register ---- */

static const PazRegisterColumn register_columns[] = {
  { "number" },
  { "title" },
  { "text" },
  { "type" },
  { "category" },
  { "addressee" },
  { "responsible" },
  { "due" },
  { "time_bound" },
  { "status" },
  { "narrative" },
  { "symbol" },
};

static const PazRegister recommendations = {
  { NC_("sheet", "Register"), N_("Register of recommendations"),
    N_("Each recommendation: text, addressee, who answers for it, date, status, progress"), "Register", 2, PAZ_PERIOD_NONE },
  "recommendation", register_columns, G_N_ELEMENTS (register_columns), NULL,
};

/* ---- positions ---- */

static const PazSheetWords matrix_words = {
  NC_("sheet", "Positions"), N_("Positions by delegation, and consensus among the interested"),
  N_("Each recommendation with the position of every delegation, and where its consensus stands"), "Positions", 2, PAZ_PERIOD_NONE,
};

static const PazColumn matrix_columns[] = {
  { "number", NC_("column", "Number"), PAZ_COLUMN_CODE },
  { "title", NC_("column", "Title"), PAZ_COLUMN_NOTE },
  { "interested", NC_("column", "Interested"), PAZ_COLUMN_COUNT },
  { "consensus", NC_("column", "Consensus"), PAZ_COLUMN_SIGNAL },
};

static const PazCrossingSign signs[] = {
  { "sup", "✓", 1 },
  { "sup_amd", "✓*", 1 },
  { "cwj", "○", 1 },
  { "study", "?", 0 },
  { "res", "R", 2 },
  { "obj", "✗", 3 },
  { "abs", "–", 0 },
  { NULL }
};

static const guint consensus_signals[] = {
  [PAZ_CONSENSUS_NOBODY] = 0,
  [PAZ_CONSENSUS_OPEN] = 0,
  [PAZ_CONSENSUS_REACHED] = 1,
  [PAZ_CONSENSUS_RESERVED] = 2,
  [PAZ_CONSENSUS_BLOCKED] = 3,
};

GPtrArray *
paz_recommendations_list_counting (PazEdition *edition,
                                   GPtrArray  *positions)
{
  GPtrArray *states = paz_edition_get_states (edition);
  GPtrArray *counting = g_ptr_array_new ();

  for (guint i = 0; i < states->len; i++)
    {
      PazRecord *position = paz_crossing_find_child (edition, positions, states->pdata[i]);

      if (position != NULL)
        g_ptr_array_add (counting, position);
    }

  return counting;
}

static guint
count_interested (GPtrArray *positions)
{
  const PazField *field = paz_kind_find_field (paz_kind_find ("position"), "interested");
  guint n = 0;

  for (guint i = 0; i < positions->len; i++)
    {
      GVariant *value = paz_record_get_value (positions->pdata[i], field);

      n += paz_value_get_state (value) == PAZ_STATE_KNOWN && g_variant_get_boolean (value);
    }

  return n;
}

static void
put_recommendation (PazSheet   *sheet,
                    PazEdition *edition,
                    PazRecord  *record,
                    GPtrArray  *positions)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autoptr (GPtrArray) counting = paz_recommendations_list_counting (edition, positions);
  PazConsensus consensus = paz_consensus_compute (counting);

  paz_register_put (sheet, edition, record, paz_kind_find_field (kind, "number"), PAZ_TAKE_VALUE);
  paz_register_put (sheet, edition, record, paz_kind_find_field (kind, "title"), PAZ_TAKE_VALUE);
  paz_sheet_put_number (sheet, count_interested (counting));
  paz_sheet_put_signal (sheet, consensus_signals[consensus],
                        paz_catalogue_ptext (edition->catalogue, "consensus", paz_consensus_get_label (consensus)));
}

static const PazCrossing crossing = {
  &matrix_words, matrix_columns, G_N_ELEMENTS (matrix_columns), "recommendation", "position", "code", signs, put_recommendation,
};

static PazSheet *
declare_matrix (PazEdition  *edition,
                PazWorkbook *workbook,
                gpointer     data)
{
  return paz_crossing_declare (&crossing, edition, workbook);
}

static void
fill_matrix (PazSheet   *sheet,
             PazEdition *edition,
             gpointer    data)
{
  paz_crossing_fill (&crossing, edition, sheet);
  paz_sheet_add_note (sheet, paz_edition_say (edition,
                      N_("Consensus is the absence of objection among the interested States, never a count of votes. It is computed from the positions that the audience of this workbook may see.")));
}

/* ---- reservations and objections ---- */

gboolean
paz_position_is_reserved (PazRecord *position)
{
  static const char * const codes[] = { "res", "obj", "sup_amd", NULL };
  const char *code = paz_record_get_text (position, "code");

  return code != NULL && g_strv_contains (codes, code);
}

static gboolean
is_reserved (PazEdition *edition,
             PazRecord  *position)
{
  return paz_position_is_reserved (position);
}

static const PazRegisterColumn reservations_columns[] = {
  { "^number" },
  { "^title" },
  { "participant" },
  { "participant>code" },
  { "code" },
  { "statement" },
  { "amendment" },
  { "date" },
};

static const PazRegister reservations = {
  { NC_("sheet", "Reservations"), N_("Reservations, amendments and objections"),
    N_("What each delegation reserves, amends or objects to, in its own words"), "Reservations", 2, PAZ_PERIOD_NONE },
  "position", reservations_columns, G_N_ELEMENTS (reservations_columns), is_reserved,
};

/* ---- texts ---- */

static const PazRegisterColumn texts_columns[] = {
  { "number" },
  { "text", NC_("column", "Spanish"), PAZ_TAKE_ES },
  { "text", NC_("column", "Portuguese"), PAZ_TAKE_PT },
  { "text", NC_("column", "English"), PAZ_TAKE_EN },
};

static gboolean
has_text (PazEdition *edition,
          PazRecord  *record)
{
  return paz_record_get_words (record, "text", PAZ_LANGUAGE_ES) != NULL;
}

static const PazRegister texts = {
  { NC_("sheet", "Texts"), N_("Texts in three languages side by side"),
    N_("The text of each recommendation in Spanish, Portuguese and English"), "Texts", 1, PAZ_PERIOD_NONE },
  "recommendation", texts_columns, G_N_ELEMENTS (texts_columns), has_text,
};

/* ---- open points ---- */

static const PazSheetWords points_words = {
  NC_("sheet", "Open points"), N_("Open points in the texts"),
  N_("What stands in square brackets: not agreed, and who holds it open"), "OpenPoints", 2, PAZ_PERIOD_NONE,
};

static const PazColumn points_columns[] = {
  { "number", NC_("column", "Number"), PAZ_COLUMN_CODE },
  { "title", NC_("column", "Title"), PAZ_COLUMN_NOTE },
  { "who", NC_("column", "Held open by"), PAZ_COLUMN_WORDS },
  { "words", NC_("column", "Words in brackets"), PAZ_COLUMN_NOTE },
};

/* The text that is read: in the report's language, else as it was written. */
static char *
dup_text (PazEdition *edition,
          PazRecord  *record)
{
  GVariant *value = paz_record_get_value (record, paz_kind_find_field (paz_record_get_kind (record), "text"));
  g_autoptr (PazTrilingual) text = NULL;
  PazLanguage found;

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return NULL;
  text = paz_trilingual_from_value (value);

  return g_strdup (paz_trilingual_get_best (text, paz_catalogue_get_language (edition->catalogue), &found));
}

static void
put_points (PazSheet   *sheet,
            PazEdition *edition,
            PazRecord  *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autofree char *text = dup_text (edition, record);
  g_autoptr (GPtrArray) brackets = text != NULL ? paz_brackets_find (text) : NULL;

  for (guint i = 0; brackets != NULL && i < brackets->len; i++)
    {
      const PazBracket *bracket = g_ptr_array_index (brackets, i);
      g_autofree char *who = paz_bracket_dup_who (bracket);
      g_autofree char *words = paz_bracket_dup_words (bracket, text);

      if (bracket->type == PAZ_BRACKET_STRAY)
        continue;
      paz_sheet_begin_row (sheet, paz_records_get_stamp (edition->records, record));
      paz_register_put (sheet, edition, record, paz_kind_find_field (kind, "number"), PAZ_TAKE_VALUE);
      paz_register_put (sheet, edition, record, paz_kind_find_field (kind, "title"), PAZ_TAKE_VALUE);
      if (*who != '\0')
        paz_sheet_put_text (sheet, who);
      else
        paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
      paz_sheet_put_text (sheet, words);
    }
}

static void
fill_points (PazSheet   *sheet,
             PazEdition *edition,
             gpointer    data)
{
  GPtrArray *records = paz_records_list (edition->records, "recommendation", NULL);

  for (guint i = 0; i < records->len; i++)
    put_points (sheet, edition, records->pdata[i]);
  if (paz_sheet_count_rows (sheet) == 0)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("No text has anything in square brackets.")));
}

/* ---- the report ---- */

static const PazSheetPart register_part = { .rows = &recommendations };
static const PazSheetPart matrix_part = { .words = &matrix_words, .kind = "position", .declare = declare_matrix, .fill = fill_matrix };
static const PazSheetPart reservations_part = { .rows = &reservations };
static const PazSheetPart texts_part = { .rows = &texts };
static const PazSheetPart points_part = {
  .words = &points_words, .columns = points_columns, .n_columns = G_N_ELEMENTS (points_columns),
  .kind = "recommendation", .fill = fill_points,
};

const PazReport paz_recommendations_report = {
  .info = {
    "recommendations", NC_("report", "Recommendations"),
    N_("The register of recommendations, positions by delegation, consensus among the interested, reservations, and the texts in three languages."),
    "emblem-ok-symbolic",
  },
  .titles = { N_("Recommendations of the working group"), N_("Recommendations of the working group") },
  .on_records = TRUE,
  .put_document = paz_recommendations_put_document,
  .parts = { &register_part, &matrix_part, &reservations_part, &points_part, &texts_part },
};
