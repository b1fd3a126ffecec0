/* The rows themselves, each with the data set and the line of the file it came from. */
#include "paz-sheets.h"

static const PazSheetWords words = {
  NC_("sheet", "Detail"), N_("Personnel by contributor, mission and type"),
  N_("Every row of the month for the region, with the line of the file it came from"), "Detail", 2,
};

static const PazColumn columns[] = {
  { "contributor", NC_("column", "Contributor"), PAZ_COLUMN_TEXT },
  { "iso3", NC_("column", "Code"), PAZ_COLUMN_CODE },
  { "mission", NC_("column", "Mission"), PAZ_COLUMN_CODE },
  { "type_name", NC_("column", "Personnel type"), PAZ_COLUMN_TEXT },
  { "personnel_type", NC_("column", "Type code"), PAZ_COLUMN_CODE },
  { "month", NC_("column", "Month"), PAZ_COLUMN_MONTH },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "data_set", NC_("column", "Data set"), PAZ_COLUMN_TEXT },
  { "source_row", NC_("column", "Row of the file"), PAZ_COLUMN_RANK },
};

typedef struct
{
  guint32     row;
  const char *name;
} Entry;

typedef struct
{
  PazEdition   *edition;
  PazFactTable *facts;
  GHashTable   *types;     /* code of the type -> name */
} Detail;

static gboolean
is_wanted (PazEdition   *edition,
           PazFactTable *facts,
           guint32       row)
{
  const char *contributor = paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR,
                                                    paz_fact_table_get_contributors (facts)[row]);

  return paz_fact_table_get_months (facts)[row] == edition->month &&
         paz_figures_is_region (edition->figures, contributor);
}

static guint
count_rows (PazEdition *edition)
{
  PazFactTable *facts = paz_figures_get_facts (edition->figures);
  const guint16 *months = paz_fact_table_get_months (facts);
  guint n = 0;

  for (guint32 i = 0; i < paz_fact_table_get_n_rows (facts); i++)
    if (months[i] == edition->month && is_wanted (edition, facts, i))
      n++;

  return n;
}

PazSheet *
paz_detail_declare (PazEdition  *edition,
                    PazWorkbook *workbook)
{
  return paz_sheets_declare (edition, workbook, &words, columns, G_N_ELEMENTS (columns),
                             count_rows (edition), edition->month_stamp);
}

void
paz_detail_put_link (PazSheet   *cover,
                     PazEdition *edition,
                     PazSheet   *self)
{
  paz_sheets_put_link (cover, edition, self, &words);
}

static const char *
get_contributor (Detail *detail,
                 guint32 row)
{
  guint16 code = paz_fact_table_get_contributors (detail->facts)[row];

  return paz_edition_get_name (detail->edition, paz_fact_table_get_key (detail->facts, PAZ_DIMENSION_CONTRIBUTOR, code));
}

/* Looked up once for each code. */
static const char *
get_type (Detail *detail,
          guint32 row)
{
  guint8 code = paz_fact_table_get_types (detail->facts)[row];
  char *name = g_hash_table_lookup (detail->types, GUINT_TO_POINTER (code));

  if (name == NULL)
    {
      const char *key = paz_fact_table_get_key (detail->facts, PAZ_DIMENSION_TYPE, code);

      name = paz_figures_dup_type_name (detail->edition->figures, key, detail->edition->catalogue);
      g_hash_table_insert (detail->types, GUINT_TO_POINTER (code), name);
    }

  return name;
}

static const char *
get_mission (Detail *detail,
             guint32 row)
{
  return paz_fact_table_get_key (detail->facts, PAZ_DIMENSION_MISSION, paz_fact_table_get_missions (detail->facts)[row]);
}

static int
compare_entries_cb (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const Entry *one = a, *other = b;
  Detail *detail = data;
  PazCatalogue *catalogue = detail->edition->catalogue;
  int order = one->name == other->name ? 0 : paz_catalogue_compare (catalogue, one->name, other->name);

  if (order == 0)
    order = paz_catalogue_compare (catalogue, get_mission (detail, one->row), get_mission (detail, other->row));
  if (order == 0)
    order = paz_catalogue_compare (catalogue, get_type (detail, one->row), get_type (detail, other->row));

  return order != 0 ? order : (one->row < other->row ? -1 : 1);
}

static void
put_entry (PazSheet *self,
           Detail   *detail,
           guint32   row)
{
  PazEdition *edition = detail->edition;
  PazFactTable *facts = detail->facts;
  guint set = paz_fact_table_get_sets (facts)[row];
  guint32 female = paz_fact_table_get_female (facts)[row];
  guint32 male = paz_fact_table_get_male (facts)[row];
  PazRecord *record = g_ptr_array_index (paz_figures_get_data_sets (edition->figures), set);

  paz_sheet_begin_row (self, g_array_index (edition->stamps, PazClearance, set));
  paz_sheet_put_text (self, get_contributor (detail, row));
  paz_sheet_put_text (self, paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR, paz_fact_table_get_contributors (facts)[row]));
  paz_sheet_put_text (self, get_mission (detail, row));
  paz_sheet_put_text (self, get_type (detail, row));
  paz_sheet_put_text (self, paz_fact_table_get_key (facts, PAZ_DIMENSION_TYPE, paz_fact_table_get_types (facts)[row]));
  paz_sheet_put_month (self, edition->month);
  paz_sheet_put_number (self, female);
  paz_sheet_put_number (self, male);
  paz_sheet_put_number (self, (double) female + male);
  paz_sheet_put_text (self, paz_record_get_text (record, "title"));
  paz_sheet_put_number (self, paz_fact_table_get_rows (facts)[row]);
}

static GArray *
list_entries (Detail *detail)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint32 i = 0; i < paz_fact_table_get_n_rows (detail->facts); i++)
    if (is_wanted (detail->edition, detail->facts, i))
      {
        Entry entry = { i, get_contributor (detail, i) };

        g_array_append_val (entries, entry);
      }
  g_array_sort_with_data (entries, compare_entries_cb, detail);

  return entries;
}

void
paz_detail_fill (PazSheet   *self,
                 PazEdition *edition)
{
  g_autoptr (GHashTable) types = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Detail detail = { edition, paz_figures_get_facts (edition->figures), types };
  g_autoptr (GArray) entries = list_entries (&detail);

  for (guint i = 0; i < entries->len; i++)
    put_entry (self, &detail, g_array_index (entries, Entry, i).row);
  paz_sheet_add_note (self, paz_edition_say (edition, N_("The first line of a file is its header. Each data set is on the sheet of sources.")));
}
