/* Sheets of the report `women`: how many women and men are left at each stage, from who is eligible to who
 * is deployed (DOMAIN.md 5.4). Few people at a stage could be known by name: their number is not told. */
#include "paz-women.h"

/* Fewer than this, and more than none, are not told to others. */
#define SMALLEST 5

typedef struct
{
  PazRecord  *record;
  const char *name;
  gint64      year;
  guint       component, stage;
} Entry;

/* Of a year, a component and a stage: all States that tell both numbers. */
typedef struct
{
  gint64       year;
  guint        stage;
  guint        n_entries;
  gint64       women, men;
  PazClearance stamp;
} Stage;

/* ---- reading ---- */

static const PazField *
get_field (const char *key)
{
  return paz_kind_find_field (paz_kind_find ("candidate_funnel"), key);
}

static guint
get_rank (PazRecord  *record,
          const char *key)
{
  const PazField *field = get_field (key);
  const char *value = paz_record_get_text (record, key);
  guint rank = 0;

  while (field->choices[rank].key != NULL && g_strcmp0 (field->choices[rank].key, value) != 0)
    rank++;

  return rank;
}

static PazRecord *
find_participant (PazEdition *edition,
                  PazRecord  *record)
{
  const char *id = paz_record_get_text (record, "participant");

  return id != NULL ? paz_records_find (edition->records, id) : NULL;
}

static int
compare_entries_cb (gconstpointer a,
                    gconstpointer b,
                    gpointer      catalogue)
{
  const Entry *one = a, *other = b;
  int order = (one->year < other->year) - (one->year > other->year);

  if (order == 0)
    order = paz_catalogue_compare (catalogue, one->name, other->name);
  if (order == 0)
    order = (int) one->component - (int) other->component;

  return order != 0 ? order : (int) one->stage - (int) other->stage;
}

/* By year, the newest first; by State; by component; in the order a person goes through the stages. */
static GArray *
list_entries (PazEdition *edition)
{
  GPtrArray *records = paz_records_list (edition->records, "candidate_funnel", NULL);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *participant = find_participant (edition, records->pdata[i]);
      const char *code = participant != NULL ? paz_record_get_text (participant, "code") : NULL;
      Entry entry = {
        records->pdata[i], code != NULL ? paz_edition_get_name (edition, code) : "",
        paz_record_get_integer (records->pdata[i], "year"),
        get_rank (records->pdata[i], "component"), get_rank (records->pdata[i], "stage"),
      };

      g_array_append_val (entries, entry);
    }
  g_array_sort_with_data (entries, compare_entries_cb, edition->catalogue);

  return entries;
}

gboolean
paz_women_prepare (PazEdition    *edition,
                   PazStore      *store,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GArray) entries = list_entries (edition);

  edition->stamp = paz_clearance_join (edition->stamp, paz_records_get_all (edition->records));

  return TRUE;
}

/* ---- the guard ---- */

static gboolean
is_small (PazEdition *edition,
          gint64      n)
{
  return edition->audience->type != PAZ_AUDIENCE_OWN && n > 0 && n < SMALLEST;
}

static gboolean
get_number (const Entry *entry,
            const char  *key,
            gint64      *value)
{
  return paz_record_get_known (entry->record, key, value);
}

/* TRUE when women and men are told, and neither is so few that they could be known. */
static gboolean
is_told (PazEdition  *edition,
         const Entry *entry,
         gint64      *women,
         gint64      *men)
{
  return get_number (entry, "women", women) && get_number (entry, "men", men) &&
         !is_small (edition, *women) && !is_small (edition, *men);
}

static void
put_number (PazSheet    *sheet,
            PazEdition  *edition,
            const Entry *entry,
            const char  *key)
{
  gint64 value;

  if (get_number (entry, key, &value) && is_small (edition, value))
    paz_sheet_put_text (sheet, "< " G_STRINGIFY (SMALLEST));
  else
    paz_register_put (sheet, edition, entry->record, get_field (key), PAZ_TAKE_VALUE);
}

static void
add_rule (PazSheet   *sheet,
          PazEdition *edition)
{
  if (edition->audience->type == PAZ_AUDIENCE_OWN)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("For your own use every number is shown. To any other reader a number from 1 to 4 is shown as “< 5”, without its share and without its part in sums.")));
  else
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("So that no person can be identified, a number from 1 to 4 is shown as “< 5”. Its share is not shown, and the entry is left out of sums, from which it could be found.")));
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("Criteria differ between countries and years: stages are compared inside one row’s country and year, not between countries.")));
}

/* ---- each entry ---- */

static const PazSheetWords funnel_words = {
  NC_("sheet", "Funnel"), N_("From eligible to deployed"),
  N_("Each State, year and stage: women, men, and the share of women with its base"), "Funnel", 2, PAZ_PERIOD_NONE,
};

static const PazColumn funnel_columns[] = {
  { "participant", NC_("column", "Participant"), PAZ_COLUMN_TEXT },
  { "iso3", NC_("column", "Code"), PAZ_COLUMN_CODE },
  { "year", NC_("column", "Year"), PAZ_COLUMN_RANK },
  { "component", NC_("column", "Component"), PAZ_COLUMN_WORDS },
  { "stage", NC_("column", "Stage"), PAZ_COLUMN_WORDS },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total"), PAZ_COLUMN_COUNT },
};

static void
put_entry (PazSheet    *sheet,
           PazEdition  *edition,
           const Entry *entry)
{
  PazRecord *participant = find_participant (edition, entry->record);
  gint64 women, men;

  paz_sheet_begin_row (sheet, paz_records_get_stamp (edition->records, entry->record));
  paz_sheet_put_text (sheet, entry->name);
  if (participant != NULL)
    paz_sheet_put_text (sheet, paz_record_get_text (participant, "code"));
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
  paz_register_put (sheet, edition, entry->record, get_field ("year"), PAZ_TAKE_VALUE);
  paz_register_put (sheet, edition, entry->record, get_field ("component"), PAZ_TAKE_VALUE);
  paz_register_put (sheet, edition, entry->record, get_field ("stage"), PAZ_TAKE_VALUE);
  put_number (sheet, edition, entry, "women");
  put_number (sheet, edition, entry, "men");
  if (!is_told (edition, entry, &women, &men))
    {
      paz_sheets_put_absents (sheet, PAZ_ABSENT_NOT_LISTED, 2);
      return;
    }
  paz_sheet_put_share (sheet, (guint64) women, (guint64) (women + men));
  paz_sheet_put_number (sheet, (double) (women + men));
}

static void
fill_funnel (PazSheet   *sheet,
             PazEdition *edition,
             gpointer    data)
{
  g_autoptr (GArray) entries = list_entries (edition);

  for (guint i = 0; i < entries->len; i++)
    put_entry (sheet, edition, &g_array_index (entries, Entry, i));
  add_rule (sheet, edition);
}

/* ---- all States together ---- */

static const PazSheetWords region_words = {
  NC_("sheet", "Funnel of the region"), N_("From eligible to deployed, all States together"),
  N_("Each year and stage: women and men of the States that tell both, and the share of women"), "FunnelOfRegion", 2, PAZ_PERIOD_NONE,
};

static const PazColumn region_columns[] = {
  { "year", NC_("column", "Year"), PAZ_COLUMN_RANK },
  { "stage", NC_("column", "Stage"), PAZ_COLUMN_WORDS },
  { "entries", NC_("column", "Entries"), PAZ_COLUMN_COUNT },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total"), PAZ_COLUMN_COUNT },
};

static Stage *
find_stage (GArray      *stages,
            const Entry *entry)
{
  const Stage fresh = { entry->year, entry->stage, 0, 0, 0, paz_clearance_public () };

  for (guint i = 0; i < stages->len; i++)
    {
      Stage *stage = &g_array_index (stages, Stage, i);

      if (stage->year == entry->year && stage->stage == entry->stage)
        return stage;
    }
  g_array_append_val (stages, fresh);

  return &g_array_index (stages, Stage, stages->len - 1);
}

static int
compare_stages_cb (gconstpointer a,
                   gconstpointer b)
{
  const Stage *one = a, *other = b;

  if (one->year != other->year)
    return one->year < other->year ? 1 : -1;

  return (int) one->stage - (int) other->stage;
}

static GArray *
sum_stages (PazEdition *edition)
{
  g_autoptr (GArray) entries = list_entries (edition);
  GArray *stages = g_array_new (FALSE, FALSE, sizeof (Stage));

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      Stage *stage;
      gint64 women, men;

      if (!is_told (edition, entry, &women, &men))
        continue;
      stage = find_stage (stages, entry);
      stage->n_entries++;
      stage->women += women;
      stage->men += men;
      stage->stamp = paz_clearance_join (stage->stamp, paz_records_get_stamp (edition->records, entry->record));
    }
  g_array_sort (stages, compare_stages_cb);

  return stages;
}

static void
put_stage (PazSheet    *sheet,
           PazEdition  *edition,
           const Stage *stage)
{
  const PazField *field = get_field ("stage");
  const PazChoice *choice = &field->choices[stage->stage];

  paz_sheet_begin_row (sheet, stage->stamp);
  paz_sheet_put_number (sheet, (double) stage->year);
  if (choice->key != NULL)
    paz_sheet_put_text (sheet, paz_choice_get_label (choice, paz_field_get_context (field, paz_kind_find ("candidate_funnel")), edition->catalogue));
  else
    paz_sheet_put_text (sheet, paz_edition_say (edition, N_("Not said")));
  paz_sheet_put_number (sheet, stage->n_entries);
  paz_sheet_put_number (sheet, (double) stage->women);
  paz_sheet_put_number (sheet, (double) stage->men);
  paz_sheet_put_share (sheet, (guint64) stage->women, (guint64) (stage->women + stage->men));
  paz_sheet_put_number (sheet, (double) (stage->women + stage->men));
}

static PazSheet *
declare_region (PazEdition  *edition,
                PazWorkbook *workbook,
                gpointer     data)
{
  g_autoptr (GArray) stages = sum_stages (edition);

  if (stages->len == 0)
    return NULL;

  return paz_sheets_declare (edition, workbook, &region_words, region_columns, G_N_ELEMENTS (region_columns), stages->len, edition->stamp);
}

static void
fill_region (PazSheet   *sheet,
             PazEdition *edition,
             gpointer    data)
{
  g_autoptr (GArray) stages = sum_stages (edition);

  for (guint i = 0; i < stages->len; i++)
    put_stage (sheet, edition, &g_array_index (stages, Stage, i));
  add_rule (sheet, edition);
}

const PazSheetPart paz_funnel_part = {
  .words = &funnel_words, .columns = funnel_columns, .n_columns = G_N_ELEMENTS (funnel_columns), .kind = "candidate_funnel", .fill = fill_funnel,
};
const PazSheetPart paz_funnel_region_part = {
  .words = &region_words, .kind = "candidate_funnel", .declare = declare_region, .fill = fill_region,
};
