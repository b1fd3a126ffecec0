#include "paz-import-records.h"

#include "paz-limits.h"
#include "paz-refusal.h"
#include "paz-un-codes.h"

#include "base/paz-country.h"

#include <string.h>

/* Rows between two looks at the watch: some milliseconds. */
#define ROWS_A_LOOK 4096
/* Rows of a table in memory at once, where it is kept aside. */
#define ROWS_A_PASS 131072
/* What reading takes of the whole; comparing is the rest. */
#define SHARE 0.9

typedef struct
{
  PazImport      *import;
  PazCsvReader   *csv;
  PazUnCodes      codes;
  gboolean        evidence_sought;  /* for what is doubtful in dates and numbers */
  GHashTable     *known;            /* acronyms of missions that are here */
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

void
paz_import_evidence_free (PazImportEvidence *self)
{
  g_free (self->column);
  g_free (self->value);
  g_free (self);
}

static void
note_evidence (Reading         *self,
               PazEvidenceType  type,
               PazColumn        column,
               const PazCell   *cell,
               guint32          row)
{
  PazImportEvidence *evidence = g_new0 (PazImportEvidence, 1);

  evidence->type = type;
  evidence->column = g_strdup (self->import->header->names[column]);
  evidence->row = row;
  evidence->value = cell != NULL ? paz_cell_dup_text (cell) : g_strdup ("");
  g_ptr_array_add (self->import->evidence, evidence);
}

/* The first cell that tells, and the first that contradicts it. */
static void
note_date (Reading       *self,
           const PazCell *cell,
           guint32        row)
{
  PazDateOrder before = self->codes.date_order;

  paz_date_order_note (&self->codes.date_order, cell);
  if (self->codes.date_order != before)
    note_evidence (self, self->codes.date_order == PAZ_DATE_ORDER_DAY_FIRST ? PAZ_EVIDENCE_DAY_FIRST
                         : self->codes.date_order == PAZ_DATE_ORDER_MONTH_FIRST ? PAZ_EVIDENCE_MONTH_FIRST
                         : PAZ_EVIDENCE_DATES_MIXED, PAZ_COLUMN_DATE, cell, row);
}

static void
note_number (Reading       *self,
             PazColumn      column,
             const PazCell *cell,
             guint32        row)
{
  PazNumberMarks *marks = &self->codes.marks[column];
  PazNumberMarks before = *marks;
  PazMark told;

  if (!paz_number_marks_note (marks, cell) || memcmp (&before, marks, sizeof before) == 0)
    return;
  told = before.point != marks->point ? marks->point : marks->comma;
  note_evidence (self, told == PAZ_MARK_THOUSANDS ? PAZ_EVIDENCE_THOUSANDS
                       : told == PAZ_MARK_FRACTION ? PAZ_EVIDENCE_FRACTION : PAZ_EVIDENCE_NUMBERS_MIXED,
                 column, cell, row);
}

static gboolean
is_number_column (PazColumn column)
{
  return column == PAZ_COLUMN_FEMALE || column == PAZ_COLUMN_MALE || column >= PAZ_COLUMN_RANK;
}

static void
note_cells (Reading       *self,
            const PazCell *cells,
            guint          n_cells,
            guint32        row)
{
  const PazHeader *header = self->import->header;

  for (int i = 0; i < PAZ_MAX_COLUMNS; i++)
    if (header->at[i] >= 0 && header->at[i] < (int) n_cells)
      {
        if (i == PAZ_COLUMN_DATE)
          note_date (self, &cells[header->at[i]], row);
        else if (is_number_column ((PazColumn) i))
          note_number (self, (PazColumn) i, &cells[header->at[i]], row);
      }
}

/* What a person said holds where the column does not tell otherwise. */
static void
put_options (Reading *self)
{
  const PazImportOptions *options = &self->import->options;
  PazMark mark = options->numbers == PAZ_IMPORT_NUMBERS_THOUSANDS ? PAZ_MARK_THOUSANDS
                 : options->numbers == PAZ_IMPORT_NUMBERS_FRACTION ? PAZ_MARK_FRACTION : PAZ_MARK_UNKNOWN;

  if (self->codes.date_order == PAZ_DATE_ORDER_UNKNOWN && options->dates != PAZ_IMPORT_BY_EVIDENCE)
    self->codes.date_order = options->dates == PAZ_IMPORT_DAY_FIRST ? PAZ_DATE_ORDER_DAY_FIRST
                                                                   : PAZ_DATE_ORDER_MONTH_FIRST;
  for (int i = 0; i < PAZ_MAX_COLUMNS; i++)
    {
      PazNumberMarks *marks = &self->codes.marks[i];

      marks->point = marks->point == PAZ_MARK_UNKNOWN ? mark : marks->point;
      marks->comma = marks->comma == PAZ_MARK_UNKNOWN ? mark : marks->comma;
    }
}

/* Runs once, and only for files that hold anything doubtful: the whole of each column tells. */
static gboolean
seek_evidence (Reading  *self,
               GError  **error)
{
  g_autoptr (PazCsvReader) csv = paz_csv_reader_open (self->import->path, FALSE, error);
  const PazCell *cells;
  PazCsvResult result;
  guint n_cells, n = 0;
  guint32 row;

  if (csv == NULL)
    return FALSE;

  while ((result = paz_csv_reader_next (csv, &cells, &n_cells, &row, error)) < PAZ_CSV_END)
    {
      if (result == PAZ_CSV_RECORD && n > 0)
        note_cells (self, cells, n_cells, row);
      if (++n % ROWS_A_LOOK == 0 && !paz_watch_report (self->watch, -1, error))
        return FALSE;
    }
  put_options (self);
  self->evidence_sought = TRUE;
  paz_term_cache_clear (&self->codes.caches[PAZ_COLUMN_DATE]);
  paz_term_cache_init (&self->codes.caches[PAZ_COLUMN_DATE]);

  return result == PAZ_CSV_END;
}

static gboolean
is_doubtful (PazRefusalReason reason)
{
  return reason == PAZ_REFUSAL_DATE_ORDER || reason == PAZ_REFUSAL_NUMBER_MARK;
}

/* Said once for a column: nothing in it tells. */
static void
note_open (Reading          *self,
           PazColumn         column,
           PazRefusalReason  reason,
           const PazCell    *cells,
           guint32           row)
{
  const PazHeader *header = self->import->header;

  for (guint i = 0; i < self->import->evidence->len; i++)
    {
      const PazImportEvidence *evidence = self->import->evidence->pdata[i];

      if (g_strcmp0 (evidence->column, header->names[column]) == 0)
        return;
    }
  note_evidence (self, reason == PAZ_REFUSAL_DATE_ORDER ? PAZ_EVIDENCE_DATES_OPEN : PAZ_EVIDENCE_NUMBERS_OPEN,
                 column, &cells[header->at[column]], row);
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
  int at = (int) column < PAZ_MAX_COLUMNS ? header->at[column] : -1;

  if (reason == PAZ_REFUSAL_CONTRIBUTOR && at >= 0 && at < (int) n_cells)
    paz_import_note_name (self->import, PAZ_DIMENSION_CONTRIBUTOR, &cells[at], row);
  refuse (self->import, row,
          at >= 0 ? header->names[column] : NULL,
          at >= 0 && at < (int) n_cells ? &cells[at] : NULL, reason);
}

/* What stands in one row of any layout. */
typedef struct
{
  PazUnFact facts[PAZ_MAX_WIDE];
  guint     n_facts;
  guint32   rank;
} Content;

static inline gboolean
read_content (Reading          *self,
              const PazCell    *cells,
              guint             n_cells,
              Content          *content,
              PazColumn        *column,
              PazRefusalReason *reason)
{
  const PazHeader *header = self->import->header;

  if (G_UNLIKELY (header->layout->wide != NULL))
    return paz_un_codes_read_wide (&self->codes, header, cells, n_cells, content->facts, &content->n_facts,
                                   column, reason);
  content->n_facts = 1;
  if (G_UNLIKELY (header->layout->check))
    return paz_un_codes_read_rank (&self->codes, header, cells, n_cells, content->facts, &content->rank,
                                   column, reason);

  return paz_un_codes_read (&self->codes, header, cells, n_cells, content->facts, column, reason);
}

static void
add_rank (Reading       *self,
          const Content *content,
          guint32        row)
{
  const PazUnFact *fact = &content->facts[0];
  PazFileRank rank = { fact->month, -1, content->rank, fact->female, fact->male, row };

  for (guint i = 0; i < paz_country_get_n (); i++)
    if (self->codes.contributors[i] == fact->contributor)
      rank.country = (int) i;
  g_array_append_val (self->import->ranks, rank);
}

static inline void
add_content (Reading       *self,
             const Content *content,
             guint32        row)
{
  if (G_UNLIKELY (self->import->header->layout->check))
    {
      add_rank (self, content, row);
      return;
    }
  for (guint i = 0; i < content->n_facts; i++)
    {
      const PazUnFact *fact = &content->facts[i];

      paz_fact_table_add (self->import->facts, fact->month, fact->contributor, fact->mission, fact->type,
                          fact->female, fact->male, row);
    }
}

static gboolean
read_row (Reading        *self,
          const PazCell  *cells,
          guint           n_cells,
          guint32         row,
          GError        **error)
{
  PazRefusalReason reason;
  PazColumn column;
  Content content;
  gboolean read = read_content (self, cells, n_cells, &content, &column, &reason);

  if (G_UNLIKELY (!read && is_doubtful (reason) && !self->evidence_sought))
    {
      if (!seek_evidence (self, error))
        return FALSE;
      read = read_content (self, cells, n_cells, &content, &column, &reason);
    }

  if (G_LIKELY (read))
    {
      add_content (self, &content, row);
      return TRUE;
    }
  if (is_doubtful (reason))
    note_open (self, column, reason, cells, row);
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
                GHashTable  *known,
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
        g_hash_table_add (known, g_strdup (acronym));
      if (acronym != NULL)
        paz_un_codes_add_mission (codes, acronym,
                                  paz_record_get_text (mission, "acronym_es"),
                                  paz_record_get_text (mission, "aliases"));
    }

  return TRUE;
}

/* A decision about a name holds for whatever has that name. */
static void
add_decision_cb (const char *name,
                 const char *code,
                 gpointer    data)
{
  PazUnCodes *codes = data;

  if (strlen (code) == 3 && paz_country_find_iso3 (code, 3) >= 0)
    paz_un_codes_add_name (codes, name, code);
  else
    paz_un_codes_add_mission (codes, code, NULL, name);
}

/* Missions that the file names and nothing here knows. */
static void
list_missions (PazImport  *self,
               GHashTable *known)
{
  guint n = paz_fact_table_get_n_keys (self->facts, PAZ_DIMENSION_MISSION);
  g_autofree guint32 *rows = g_new0 (guint32, n + 1);
  g_autofree guint32 *first = g_new0 (guint32, n + 1);
  guint32 n_rows = paz_fact_table_get_n_rows (self->facts);

  for (guint32 i = 0; i < n_rows; i++)
    {
      guint16 mission = paz_fact_table_get_missions (self->facts)[i];

      if (i % ROWS_A_PASS == 0)
        paz_fact_table_let_go (self->facts);
      if (rows[mission]++ == 0 || paz_fact_table_get_rows (self->facts)[i] < first[mission])
        first[mission] = paz_fact_table_get_rows (self->facts)[i];
    }
  for (guint i = 0; i < n; i++)
    {
      const char *key = paz_fact_table_get_key (self->facts, PAZ_DIMENSION_MISSION, (guint16) i);
      PazCell cell = { key, (guint32) strlen (key) };

      if (rows[i] == 0 || g_hash_table_contains (known, key))
        continue;
      paz_import_note_name (self, PAZ_DIMENSION_MISSION, &cell, first[i]);
      if (self->names->len > 0)
        ((PazImportName *) self->names->pdata[self->names->len - 1])->n_rows = rows[i];
    }
}

/* Figures or records, as the header says. */
static gboolean
read_body (Reading   *self,
           PazStore  *store,
           GError   **error)
{
  const char * const *names = self->import->options.names;

  if (self->import->header->layout->records != NULL)
    return paz_import_read_records (self->import, self->csv, store, self->watch, error);

  if (!learn_missions (&self->codes, self->known, store, error))
    return FALSE;
  paz_import_each_decision (store, add_decision_cb, &self->codes);
  for (guint i = 0; names != NULL && names[i] != NULL; i += 2)
    add_decision_cb (names[i], names[i + 1], &self->codes);

  return read_rows (self, error);
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
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean read;

  if (csv == NULL)
    return FALSE;

  reading.known = known;
  paz_un_codes_init (&reading.codes, self->facts);
  read = read_header (&reading, layout, error)
         && read_body (&reading, store, error);
  paz_un_codes_clear (&reading.codes);
  if (!read || !paz_watch_report (watch, SHARE, error))
    return FALSE;

  self->sha256 = paz_csv_reader_dup_sha256 (csv);
  paz_fact_table_finish (self->facts, duplicate_cb, self);
  list_missions (self, known);
  paz_import_suggest (self, store);
  g_ptr_array_sort (self->refusals, compare_refusals_cb);
  return paz_watch_report (watch, SHARE, error);
}
