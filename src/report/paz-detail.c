/* The rows themselves, each with the data set and the line of the file it came from. */
#include "paz-report-spec.h"

static const PazSheetWords sheet_words = {
  NC_("sheet", "Detail"), N_("Personnel by contributor, mission and type"),
  N_("Every row of the month for the region, with the line of the file it came from"), "Detail", 2,
};

static const PazColumn columns[] = {
  { "contributor", NC_("column", "Contributor"), PAZ_COLUMN_TEXT },
  { "iso3", NC_("column", "Code"), PAZ_COLUMN_CODE },
  { "mission", NC_("column", "Mission"), PAZ_COLUMN_CODE },
  { "type_name", NC_("column", "Personnel type"), PAZ_COLUMN_NOTE, 310 },
  { "personnel_type", NC_("column", "Type code"), PAZ_COLUMN_CODE },
  { "month", NC_("column", "Month"), PAZ_COLUMN_MONTH },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "men", NC_("column", "Men"), PAZ_COLUMN_COUNT },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "file_name", NC_("column", "File"), PAZ_COLUMN_NOTE, 270 },
  { "source_row", NC_("column", "Row of the file"), PAZ_COLUMN_RANK },
  { "published", NC_("column", "Published"), PAZ_COLUMN_DATE },
  { "imported", NC_("column", "Imported"), PAZ_COLUMN_DATE },
};

/* What a code of one dimension is called, and where it stands in the language's order. */
typedef struct
{
  guint       n;
  const char **names;
  guint      *ranks;
} Words;

/* What a data set says of each of its rows. */
typedef struct
{
  const char *file;
  const char *published, *imported;   /* days */
  gboolean    together;               /* the sum of women and men alone */
} Origin;

typedef struct
{
  PazEdition   *edition;
  PazFactTable *facts;
  Words         words[PAZ_N_DIMENSIONS];
  Origin       *origins;   /* by data set */
  GPtrArray    *owned;     /* names of types, days */
} Detail;

/* Facts stand in the order of their months: [*first, *last) are those of the edition's. */
static void
find_rows (PazEdition *edition,
           guint32    *first,
           guint32    *last)
{
  PazFactTable *facts = paz_figures_get_facts (edition->figures);
  const guint16 *months = paz_fact_table_get_months (facts);
  guint32 n = paz_fact_table_get_n_rows (facts);
  guint32 low = 0, high = n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (months[middle] < edition->month)
        low = middle + 1;
      else
        high = middle;
    }
  for (*first = low; low < n && months[low] == edition->month;)
    low++;
  *last = low;
}

/* Numbers of the month's facts that are the region's, in their order. */
static GArray *
list_rows (PazEdition *edition)
{
  PazFactTable *facts = paz_figures_get_facts (edition->figures);
  const guint16 *contributors = paz_fact_table_get_contributors (facts);
  guint n = paz_fact_table_get_n_keys (facts, PAZ_DIMENSION_CONTRIBUTOR);
  g_autofree gboolean *region = g_new0 (gboolean, n);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 first, last;

  for (guint i = 0; i < n; i++)
    {
      const char *key = paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR, (guint16) i);

      region[i] = key != NULL && paz_figures_is_region (edition->figures, key);
    }
  find_rows (edition, &first, &last);
  for (guint32 i = first; i < last; i++)
    if (region[contributors[i]])
      g_array_append_val (rows, i);

  return rows;
}

static PazSheet *
declare (PazEdition  *edition,
         PazWorkbook *workbook,
         gpointer     data)
{
  g_autoptr (GArray) rows = list_rows (edition);

  return paz_sheets_declare (edition, workbook, &sheet_words, columns, G_N_ELEMENTS (columns),
                             rows->len, edition->month_stamp);
}

/* ---- words ---- */

static guint
get_code (Detail       *detail,
          PazDimension  dimension,
          guint32       row)
{
  switch (dimension)
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      return paz_fact_table_get_contributors (detail->facts)[row];
    case PAZ_DIMENSION_MISSION:
      return paz_fact_table_get_missions (detail->facts)[row];
    case PAZ_DIMENSION_TYPE:
      return paz_fact_table_get_types (detail->facts)[row];
    }

  g_return_val_if_reached (0);
}

static const char *
get_key (Detail       *detail,
         PazDimension  dimension,
         guint32       row)
{
  return paz_fact_table_get_key (detail->facts, dimension, (guint16) get_code (detail, dimension, row));
}

static const char *
get_name (Detail       *detail,
          PazDimension  dimension,
          guint32       row)
{
  return detail->words[dimension].names[get_code (detail, dimension, row)];
}

static const char *
find_name (Detail       *detail,
           PazDimension  dimension,
           const char   *key)
{
  char *name;

  switch (dimension)
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      return paz_edition_get_name (detail->edition, key);
    case PAZ_DIMENSION_MISSION:
      return key;
    case PAZ_DIMENSION_TYPE:
      name = paz_figures_dup_type_name (detail->edition->figures, key, detail->edition->catalogue);
      g_ptr_array_add (detail->owned, name);
      return name;
    }

  g_return_val_if_reached (key);
}

typedef struct
{
  Words        *words;
  PazCatalogue *catalogue;
} Order;

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const Order *order = data;
  guint one = *(const guint *) a, other = *(const guint *) b;

  return paz_catalogue_compare (order->catalogue, order->words->names[one], order->words->names[other]);
}

/* Names are compared once for each code, not once for each pair of rows. */
static void
rank_words (Words        *words,
            GArray       *used,
            PazCatalogue *catalogue)
{
  Order order = { words, catalogue };

  g_array_sort_with_data (used, compare_names_cb, &order);
  for (guint i = 0; i < used->len; i++)
    {
      guint code = g_array_index (used, guint, i);
      guint before = i > 0 ? g_array_index (used, guint, i - 1) : code;

      words->ranks[code] = i > 0 && compare_names_cb (&before, &code, &order) == 0 ? words->ranks[before] : i;
    }
}

static void
fill_words (Detail       *detail,
            PazDimension  dimension,
            GArray       *rows)
{
  Words *words = &detail->words[dimension];
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (guint));

  words->n = paz_fact_table_get_n_keys (detail->facts, dimension);
  words->names = g_new0 (const char *, words->n);
  words->ranks = g_new0 (guint, words->n);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint code = get_code (detail, dimension, row);

      if (words->names[code] != NULL)
        continue;
      words->names[code] = find_name (detail, dimension, get_key (detail, dimension, row));
      g_array_append_val (used, code);
    }
  rank_words (words, used, detail->edition->catalogue);
}

static const char *
get_day (Detail     *detail,
         PazRecord  *record,
         const char *key)
{
  const char *text = paz_record_get_text (record, key);
  char *day;

  if (text == NULL)
    return NULL;
  day = g_strndup (text, MIN (strlen (text), 10));
  g_ptr_array_add (detail->owned, day);

  return day;
}

static void
fill_origins (Detail *detail)
{
  GPtrArray *sets = paz_figures_get_data_sets (detail->edition->figures);

  detail->origins = g_new0 (Origin, MAX (sets->len, 1));
  for (guint i = 0; i < sets->len; i++)
    detail->origins[i] = (Origin) {
      .file = paz_record_get_text (sets->pdata[i], "file_name"),
      .published = get_day (detail, sets->pdata[i], "published"),
      .imported = get_day (detail, sets->pdata[i], "imported"),
      .together = g_strcmp0 (paz_record_get_text (sets->pdata[i], "sexes"), "together") == 0,
    };
}

static void
detail_clear (Detail *self)
{
  for (guint i = 0; i < PAZ_N_DIMENSIONS; i++)
    {
      g_free (self->words[i].names);
      g_free (self->words[i].ranks);
    }
  g_ptr_array_unref (self->owned);
  g_free (self->origins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Detail, detail_clear)

/* ---- rows ---- */

static int
compare_rows_cb (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  static const PazDimension order[] = { PAZ_DIMENSION_CONTRIBUTOR, PAZ_DIMENSION_MISSION, PAZ_DIMENSION_TYPE };
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;
  Detail *detail = data;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const guint *ranks = detail->words[order[i]].ranks;
      guint first = ranks[get_code (detail, order[i], one)];
      guint second = ranks[get_code (detail, order[i], other)];

      if (first != second)
        return first < second ? -1 : 1;
    }

  return one < other ? -1 : 1;
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
  const Origin *origin = &detail->origins[set];

  paz_sheet_begin_row (self, g_array_index (edition->stamps, PazClearance, set));
  paz_sheet_put_text (self, get_name (detail, PAZ_DIMENSION_CONTRIBUTOR, row));
  paz_sheet_put_text (self, get_key (detail, PAZ_DIMENSION_CONTRIBUTOR, row));
  paz_sheet_put_text (self, get_key (detail, PAZ_DIMENSION_MISSION, row));
  paz_sheet_put_text (self, get_name (detail, PAZ_DIMENSION_TYPE, row));
  paz_sheet_put_text (self, get_key (detail, PAZ_DIMENSION_TYPE, row));
  paz_sheet_put_month (self, edition->month);
  if (origin->together)
    paz_sheets_put_absents (self, PAZ_ABSENT_UNKNOWN, 2);
  else
    {
      paz_sheet_put_number (self, female);
      paz_sheet_put_number (self, male);
    }
  paz_sheet_put_number (self, (double) female + male);
  paz_sheet_put_text (self, origin->file);
  paz_sheet_put_number (self, paz_fact_table_get_rows (facts)[row]);
  paz_sheet_put_date (self, origin->published);
  paz_sheet_put_date (self, origin->imported);
}

static void
fill (PazSheet   *self,
      PazEdition *edition,
      gpointer    data)
{
  g_autoptr (GArray) rows = list_rows (edition);
  g_auto (Detail) detail = { .edition = edition, .facts = paz_figures_get_facts (edition->figures) };

  detail.owned = g_ptr_array_new_with_free_func (g_free);
  fill_origins (&detail);
  for (guint i = 0; i < PAZ_N_DIMENSIONS; i++)
    fill_words (&detail, (PazDimension) i, rows);
  g_array_sort_with_data (rows, compare_rows_cb, &detail);
  for (guint i = 0; i < rows->len; i++)
    put_entry (self, &detail, g_array_index (rows, guint32, i));
  paz_sheet_add_note (self, paz_edition_say (edition, N_("The first line of a file is its header. Each data set is on the sheet of sources.")));
  paz_sheets_note_untold (self, edition, paz_edition_tells_sexes (edition, edition->month) ? 0 : 1);
}

const PazSheetPart paz_detail_part = { &sheet_words, NULL, 0, declare, fill };
