#include "paz-import-records.h"

#include "paz-limits.h"
#include "paz-refusal.h"
#include "paz-un-codes.h"

/* Rows between two looks at the watch: some milliseconds. */
#define ROWS_A_LOOK 4096
/* What reading takes of the whole; comparing is the rest. */
#define SHARE 0.9

typedef struct
{
  PazImport      *import;
  PazCsvReader   *csv;
  PazUnCodes      codes;
  gboolean        order_sought;     /* for the order of day and month */
  const PazWatch *watch;
} Reading;

static void
refuse (PazImport        *self,
        guint32           row,
        const char       *column,
        const PazCell    *cell,
        PazRefusalReason  reason)
{
  self->counts.n_refused++;
  if (self->refusals->len < PAZ_MAX_LISTED)
    g_ptr_array_add (self->refusals,
                     paz_refusal_new (row, column != NULL ? column : "",
                                      cell != NULL ? cell->text : "",
                                      cell != NULL ? (gssize) cell->length : 0, reason));
}

/* ---- day or month first ---- */

gboolean
paz_import_seek_date_order (PazImport       *self,
                            int              at,
                            const PazWatch  *watch,
                            PazDateOrder    *order,
                            GError         **error)
{
  g_autoptr (PazCsvReader) csv = paz_csv_reader_open (self->path, FALSE, error);
  const PazCell *cells;
  PazCsvResult result;
  guint n_cells, n = 0;
  guint32 row;

  if (csv == NULL)
    return FALSE;

  while ((result = paz_csv_reader_next (csv, &cells, &n_cells, &row, error)) < PAZ_CSV_END)
    {
      if (result == PAZ_CSV_RECORD && (int) n_cells > at)
        paz_date_order_note (order, &cells[at]);
      if (++n % ROWS_A_LOOK == 0 && !paz_watch_report (watch, -1, error))
        return FALSE;
    }

  return result == PAZ_CSV_END;
}

/* Runs once, and only for files that write dates in figures. */
static gboolean
seek_date_order (Reading  *self,
                 GError  **error)
{
  int at = self->import->header->at[PAZ_COLUMN_DATE];

  if (!paz_import_seek_date_order (self->import, at, self->watch, &self->codes.date_order, error))
    return FALSE;

  self->order_sought = TRUE;
  paz_term_cache_clear (&self->codes.caches[PAZ_COLUMN_DATE]);
  paz_term_cache_init (&self->codes.caches[PAZ_COLUMN_DATE]);
  return TRUE;
}

/* ---- rows ---- */

static void
refuse_cell (Reading          *self,
             const PazCell    *cells,
             guint             n_cells,
             guint32           row,
             PazColumn         column,
             PazRefusalReason  reason)
{
  const PazHeader *header = self->import->header;
  int at = (int) column < PAZ_N_COLUMNS ? header->at[column] : -1;

  refuse (self->import, row,
          at >= 0 ? header->names[column] : NULL,
          at >= 0 && at < (int) n_cells ? &cells[at] : NULL, reason);
}

static gboolean
read_row (Reading        *self,
          const PazCell  *cells,
          guint           n_cells,
          guint32         row,
          GError        **error)
{
  const PazHeader *header = self->import->header;
  PazRefusalReason reason;
  PazColumn column;
  PazUnFact fact;
  gboolean read = paz_un_codes_read (&self->codes, header, cells, n_cells, &fact, &column, &reason);

  if (G_UNLIKELY (!read && reason == PAZ_REFUSAL_DATE_ORDER && !self->order_sought))
    {
      if (!seek_date_order (self, error))
        return FALSE;
      read = paz_un_codes_read (&self->codes, header, cells, n_cells, &fact, &column, &reason);
    }

  if (G_LIKELY (read))
    paz_fact_table_add (self->import->facts, fact.month, fact.contributor, fact.mission, fact.type,
                        fact.female, fact.male, row);
  else
    refuse_cell (self, cells, n_cells, row, column, reason);

  return TRUE;
}

static gboolean
read_rows (Reading  *self,
           GError  **error)
{
  PazImportCounts *counts = &self->import->counts;
  const PazCell *cells;
  PazCsvResult result;
  guint n_cells;
  guint32 row;

  while ((result = paz_csv_reader_next (self->csv, &cells, &n_cells, &row, error)) < PAZ_CSV_END)
    {
      counts->rows++;
      if (G_UNLIKELY (result == PAZ_CSV_MALFORMED))
        refuse (self->import, row, NULL, NULL, PAZ_REFUSAL_QUOTES);
      else if (!read_row (self, cells, n_cells, row, error))
        return FALSE;

      if (counts->rows % ROWS_A_LOOK == 0
          && !paz_watch_report (self->watch, SHARE * paz_csv_reader_get_fraction (self->csv), error))
        return FALSE;
    }
  if (result == PAZ_CSV_ERROR)
    return FALSE;

  if (counts->rows == 0)
    g_set_error_literal (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_EMPTY, "a header and no rows");
  return counts->rows > 0;
}

static gboolean
read_header (Reading     *self,
             const char  *layout,
             GError     **error)
{
  const PazCell *cells;
  guint n_cells;
  guint32 row;

  switch (paz_csv_reader_next (self->csv, &cells, &n_cells, &row, error))
    {
    case PAZ_CSV_RECORD:
      self->import->header = paz_header_recognise (cells, n_cells, layout, error);
      return self->import->header != NULL;

    case PAZ_CSV_MALFORMED:
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_LAYOUT,
                   "line %u: quotation marks out of place", row);
      return FALSE;

    case PAZ_CSV_END:
      g_set_error_literal (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_EMPTY, "an empty file");
      return FALSE;

    case PAZ_CSV_ERROR:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

/* ---- missions ---- */

static gboolean
learn_missions (PazUnCodes  *codes,
                PazStore    *store,
                GError     **error)
{
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("mission"));
  g_autoptr (GPtrArray) missions = paz_store_list_records (store, query, error);

  if (missions == NULL)
    return FALSE;

  for (guint i = 0; i < missions->len; i++)
    {
      PazRecord *mission = missions->pdata[i];
      const char *acronym = paz_record_get_text (mission, "acronym");

      if (acronym != NULL)
        paz_un_codes_add_mission (codes, acronym,
                                  paz_record_get_text (mission, "acronym_es"),
                                  paz_record_get_text (mission, "aliases"));
    }

  return TRUE;
}

/* Figures or records, as the header says. */
static gboolean
read_body (Reading   *self,
           PazStore  *store,
           GError   **error)
{
  if (self->import->header->layout->records != NULL)
    return paz_import_read_records (self->import, self->csv, store, self->watch, error);

  return learn_missions (&self->codes, store, error) && read_rows (self, error);
}

/* ---- duplicates ---- */

static void
duplicate_cb (guint32  first_row,
              guint32  row,
              gpointer data)
{
  PazImport *self = data;
  char text[16];
  PazCell cell = { text, 0 };

  cell.length = (guint32) g_snprintf (text, sizeof text, "%u", first_row);
  refuse (self, row, NULL, &cell, PAZ_REFUSAL_DUPLICATE);
}

static int
compare_refusals_cb (gconstpointer a,
                     gconstpointer b)
{
  const PazRefusal *one = *(const PazRefusal * const *) a;
  const PazRefusal *other = *(const PazRefusal * const *) b;

  return (one->row > other->row) - (one->row < other->row);
}

gboolean
paz_watch_report (const PazWatch  *watch,
                  double           fraction,
                  GError         **error)
{
  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return FALSE;
  if (watch->progress != NULL && fraction >= 0)
    watch->progress (fraction, watch->data);

  return TRUE;
}

gboolean
paz_import_read_file (PazImport       *self,
                      const char      *layout,
                      PazStore        *store,
                      const PazWatch  *watch,
                      GError         **error)
{
  g_autoptr (PazCsvReader) csv = paz_csv_reader_open (self->path, TRUE, error);
  Reading reading = { .import = self, .csv = csv, .watch = watch };
  gboolean read;

  if (csv == NULL)
    return FALSE;

  paz_un_codes_init (&reading.codes, self->facts);
  read = read_header (&reading, layout, error)
         && read_body (&reading, store, error);
  paz_un_codes_clear (&reading.codes);
  if (!read || !paz_watch_report (watch, SHARE, error))
    return FALSE;

  self->sha256 = paz_csv_reader_dup_sha256 (csv);
  paz_fact_table_finish (self->facts, duplicate_cb, self);
  g_ptr_array_sort (self->refusals, compare_refusals_cb);
  return paz_watch_report (watch, SHARE, error);
}
