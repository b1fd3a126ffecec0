/* The report `release`: what would leave for certain readers, what is held back, and why. For the
 * sender's own use: it names what the readers must not know of, so it is always marked as national. */
#include "paz-report-spec.h"

typedef enum
{
  LEAVES,
  HELD_NATIONAL,   /* never leaves this store */
  HELD_NAMED,      /* its release list does not name all of the readers */
  HELD_NOBODY,     /* named participants, and an empty list: nobody */
  HELD_LEVEL,      /* for more trusted readers than these */
  HELD_INSIDE,     /* what it stands in is held back */
  N_REASONS,
} Reason;

static const char * const reasons[N_REASONS] = {
  [HELD_NATIONAL] = N_("National: it never leaves this store"),
  [HELD_NAMED] = N_("Its release list does not name all of these readers"),
  [HELD_NOBODY] = N_("Named participants only, and its release list names nobody"),
  [HELD_LEVEL] = N_("Its level is above what these readers may see"),
  [HELD_INSIDE] = N_("What it stands in is held back"),
};

static Reason
judge (PazEdition *edition,
       PazGate    *gate,
       PazRecord  *record)
{
  PazAudience *readers = edition->examined;
  const char *owner = paz_record_get_owner (record);
  PazLevel level = paz_record_get_level (record);

  if (paz_gate_may_see (gate, paz_record_get_id (record)))
    return LEAVES;
  if (paz_release_may_see (level, paz_record_get_list (record), owner, owner, readers))
    return HELD_INSIDE;
  if (level == PAZ_LEVEL_NATIONAL)
    return HELD_NATIONAL;
  if (level == PAZ_LEVEL_NAMED && paz_record_get_list (record)[0] == NULL)
    return HELD_NOBODY;

  return level == PAZ_LEVEL_NAMED ? HELD_NAMED : HELD_LEVEL;
}

/* ---- by kind ---- */

static const PazSheetWords counts_words = {
  NC_("sheet", "By kind"), N_("What leaves and what is held back, by kind"),
  N_("How many records of each kind leave, and how many are held back for which reason"), "ReleaseByKind", 1, PAZ_PERIOD_NONE,
};

static const PazColumn counts_columns[] = {
  { "kind", NC_("column", "Kind"), PAZ_COLUMN_TEXT },
  { "records", NC_("column", "Records"), PAZ_COLUMN_COUNT },
  { "leave", NC_("column", "Leave"), PAZ_COLUMN_COUNT },
  { "held", NC_("column", "Held back"), PAZ_COLUMN_COUNT },
  { "national", NC_("column", "National"), PAZ_COLUMN_COUNT },
  { "not_named", NC_("column", "Not named"), PAZ_COLUMN_COUNT },
  { "nobody", NC_("column", "Names nobody"), PAZ_COLUMN_COUNT },
  { "level", NC_("column", "Level too high"), PAZ_COLUMN_COUNT },
  { "inside", NC_("column", "Inside what is held back"), PAZ_COLUMN_COUNT },
};

static void
put_kind (PazSheet      *sheet,
          PazEdition    *edition,
          PazGate       *gate,
          const PazKind *kind,
          GPtrArray     *records)
{
  guint counts[N_REASONS] = { 0 };

  for (guint i = 0; i < records->len; i++)
    counts[judge (edition, gate, records->pdata[i])]++;
  paz_sheet_begin_row (sheet, edition->stamp);
  paz_sheet_put_text (sheet, paz_edition_say (edition, kind->phrases.plural));
  paz_sheet_put_number (sheet, records->len);
  paz_sheet_put_number (sheet, counts[LEAVES]);
  paz_sheet_put_number (sheet, records->len - counts[LEAVES]);
  for (guint i = HELD_NATIONAL; i < N_REASONS; i++)
    paz_sheet_put_number (sheet, counts[i]);
}

static void
fill_counts (PazSheet   *sheet,
             PazEdition *edition,
             gpointer    gate)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GPtrArray *records = paz_records_list (edition->records, kinds[i]->key, NULL);

      if (records->len > 0)
        put_kind (sheet, edition, gate, kinds[i], records);
    }
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Fields that never leave, as local paths, are in no package and no workbook, whatever the level of their record.")));
}

/* ---- what is held back ---- */

static const PazSheetWords held_words = {
  NC_("sheet", "Held back"), N_("Records that are held back, and why"),
  N_("Each record that these readers do not get, its level, its release list and the reason"), "ReleaseHeld", 2, PAZ_PERIOD_NONE,
};

static const PazColumn held_columns[] = {
  { "kind", NC_("column", "Kind"), PAZ_COLUMN_TEXT },
  { "title", NC_("column", "Title"), PAZ_COLUMN_NOTE },
  { "owner", NC_("column", "Owner"), PAZ_COLUMN_CODE },
  { "level", NC_("column", "Handling level"), PAZ_COLUMN_WORDS },
  { "list", NC_("column", "Release list"), PAZ_COLUMN_WORDS },
  { "reason", NC_("column", "Reason"), PAZ_COLUMN_NOTE },
};

static void
put_held (PazSheet   *sheet,
          PazEdition *edition,
          PazRecord  *record,
          Reason      reason)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autofree char *title = paz_records_dup_title (edition->records, paz_record_get_id (record));
  g_autofree char *list = g_strjoinv (", ", (char **) paz_record_get_list (record));

  paz_sheet_begin_row (sheet, paz_records_get_stamp (edition->records, record));
  paz_sheet_put_text (sheet, paz_edition_say (edition, kind->phrases.singular));
  paz_sheet_put_text (sheet, title);
  paz_sheet_put_text (sheet, paz_record_get_owner (record));
  paz_sheet_put_text (sheet, paz_catalogue_ptext (edition->catalogue, "level", paz_level_get_label (paz_record_get_level (record))));
  if (*list != '\0')
    paz_sheet_put_text (sheet, list);
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
  paz_sheet_put_text (sheet, paz_edition_say (edition, reasons[reason]));
}

static void
fill_held (PazSheet   *sheet,
           PazEdition *edition,
           gpointer    gate)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GPtrArray *records = paz_records_list (edition->records, kinds[i]->key, NULL);

      for (guint k = 0; k < records->len; k++)
        {
          Reason reason = judge (edition, gate, records->pdata[k]);

          if (reason != LEAVES)
            put_held (sheet, edition, records->pdata[k], reason);
        }
    }
  if (paz_sheet_count_rows (sheet) == 0)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Nothing is held back from these readers.")));
}

/* ---- links that are cut ---- */

static const PazSheetWords cut_words = {
  NC_("sheet", "Cut links"), N_("Links that are cut"),
  N_("Records that leave, and what they would have pointed to: the readers see no link"), "ReleaseCut", 2, PAZ_PERIOD_NONE,
};

static const PazColumn cut_columns[] = {
  { "kind", NC_("column", "Kind"), PAZ_COLUMN_TEXT },
  { "title", NC_("column", "Title"), PAZ_COLUMN_NOTE },
  { "field", NC_("column", "Field"), PAZ_COLUMN_WORDS },
  { "to", NC_("column", "Points to"), PAZ_COLUMN_NOTE },
};

static void
put_cut (PazSheet       *sheet,
         PazEdition     *edition,
         PazRecord      *record,
         const PazField *field,
         const char     *to)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autofree char *title = paz_records_dup_title (edition->records, paz_record_get_id (record));
  g_autofree char *other = paz_records_dup_title (edition->records, to);

  /* What is deleted or not here is no link that is cut. */
  if (other == NULL)
    return;
  paz_sheet_begin_row (sheet, edition->stamp);
  paz_sheet_put_text (sheet, paz_edition_say (edition, kind->phrases.singular));
  paz_sheet_put_text (sheet, title);
  paz_sheet_put_text (sheet, paz_catalogue_ptext (edition->catalogue, paz_field_get_context (field, kind), field->label));
  paz_sheet_put_text (sheet, other);
}

static void
put_cut_links (PazSheet   *sheet,
               PazEdition *edition,
               PazGate    *gate,
               PazRecord  *record)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GVariant *value = paz_record_get_value (record, field);
      g_autofree const char **ids = NULL;

      if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
        continue;
      if (field->type == PAZ_VALUE_LINK && !paz_gate_may_see (gate, g_variant_get_string (value, NULL)))
        put_cut (sheet, edition, record, field, g_variant_get_string (value, NULL));
      if (field->type != PAZ_VALUE_LINKS)
        continue;
      ids = g_variant_get_strv (value, NULL);
      for (guint k = 0; ids[k] != NULL; k++)
        if (!paz_gate_may_see (gate, ids[k]))
          put_cut (sheet, edition, record, field, ids[k]);
    }
}

static void
fill_cut (PazSheet   *sheet,
          PazEdition *edition,
          gpointer    gate)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GPtrArray *records = paz_records_list (edition->records, kinds[i]->key, NULL);

      for (guint k = 0; k < records->len; k++)
        if (judge (edition, gate, records->pdata[k]) == LEAVES)
          put_cut_links (sheet, edition, gate, records->pdata[k]);
    }
  if (paz_sheet_count_rows (sheet) == 0)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("No link is cut for these readers.")));
}

/* ---- the report ---- */

static gboolean
prepare (PazEdition    *edition,
         PazStore      *store,
         GCancellable  *cancellable,
         GError       **error)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    if (paz_records_list (edition->records, kinds[i]->key, error) == NULL)
      return FALSE;
  /* Whatever it holds: that something is held back is itself not for others. */
  edition->stamp = (PazClearance) { TRUE, PAZ_LEVEL_NATIONAL };

  return TRUE;
}

static gpointer
gather (PazEdition *edition)
{
  return paz_records_new_gate (edition->records, edition->examined);
}

static void
release (gpointer gate)
{
  paz_gate_free (gate);
}

static void
put_key_figures (PazSheet   *cover,
                 PazEdition *edition,
                 gpointer    gate)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  g_autofree char *readers = paz_edition_dup_readers (edition, edition->examined);
  guint leave = 0, all = 0;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GPtrArray *records = paz_records_list (edition->records, kinds[i]->key, NULL);

      all += records->len;
      for (guint k = 0; k < records->len; k++)
        leave += judge (edition, gate, records->pdata[k]) == LEAVES;
    }
  paz_page_put_marking (cover, paz_edition_say (edition, N_("Readers examined")), readers);
  paz_page_put_count (cover, leave, paz_edition_say (edition, N_("Records that would leave")));
  paz_page_put_count (cover, all - leave, paz_edition_say (edition, N_("Records held back")));
}

static const PazSheetPart counts_part = PAZ_SHEET_PART (counts_words, counts_columns, fill_counts);
static const PazSheetPart held_part = PAZ_SHEET_PART (held_words, held_columns, fill_held);
static const PazSheetPart cut_part = PAZ_SHEET_PART (cut_words, cut_columns, fill_cut);

const PazReport paz_release_report = {
  .info = {
    "release", NC_("report", "Release Sheet"),
    N_("For your own use: what would leave for the readers you choose, what is held back and why, and which links are cut."),
    "changes-prevent-symbolic",
  },
  .titles = { N_("Release sheet"), N_("Release sheet") },
  .on_records = TRUE,
  .own_use = TRUE,
  .prepare = prepare,
  .gather = gather,
  .release = release,
  .put_key_figures = put_key_figures,
  .parts = { &counts_part, &held_part, &cut_part },
};
