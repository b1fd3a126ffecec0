/* Anything as a file: the reader of comma-separated values and every layout, without a store. Run it
 * with the corpus beside it: fuzz-table corpus. */
#include "paz-csv-reader.h"
#include "paz-un-codes.h"

#include <glib/gstdio.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

static void
read_rows (PazCsvReader    *csv,
           const PazHeader *header)
{
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();
  g_auto (PazUnCodes) codes = { 0 };
  const PazCell *cells;
  guint n_cells;
  guint32 row;

  paz_un_codes_init (&codes, facts);
  paz_un_codes_add_mission (&codes, "UNEF I", "FENU I", "UNEF");
  paz_un_codes_add_name (&codes, "Urugay", "URY");
  for (;;)
    {
      PazCsvResult result = paz_csv_reader_next (csv, &cells, &n_cells, &row, NULL);
      PazUnFact many[PAZ_MAX_WIDE];
      PazRefusalReason reason;
      PazColumn column;
      guint32 rank;
      guint n;

      if (result >= PAZ_CSV_END)
        break;
      if (result == PAZ_CSV_MALFORMED || header->layout->records != NULL)
        continue;
      for (guint i = 0; i < n_cells; i++)
        {
          paz_date_order_note (&codes.date_order, &cells[i]);
          paz_number_marks_note (&codes.marks[i % PAZ_MAX_COLUMNS], &cells[i]);
        }
      if (header->layout->wide != NULL)
        paz_un_codes_read_wide (&codes, header, cells, n_cells, many, &n, &column, &reason);
      else if (header->layout->check)
        paz_un_codes_read_rank (&codes, header, cells, n_cells, many, &rank, &column, &reason);
      else if (paz_un_codes_read (&codes, header, cells, n_cells, many, &column, &reason))
        paz_fact_table_add (facts, many[0].month, many[0].contributor, many[0].mission, many[0].type,
                            many[0].female, many[0].male, row);
    }
  paz_fact_table_finish (facts, NULL, NULL);
}

static void
read_file (const char *path)
{
  g_autoptr (PazCsvReader) csv = paz_csv_reader_open (path, TRUE, NULL);
  g_autoptr (PazHeader) header = NULL;
  g_autoptr (GError) error = NULL;
  const PazCell *cells;
  guint n_cells;
  guint32 row;

  if (csv == NULL || paz_csv_reader_next (csv, &cells, &n_cells, &row, NULL) != PAZ_CSV_RECORD)
    return;
  header = paz_header_recognise (cells, n_cells, NULL, &error);
  if (header != NULL)
    read_rows (csv, header);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  static char path[64];

  if (*path == '\0')
    g_snprintf (path, sizeof path, "%s/paz-fuzz-%d.csv", g_get_tmp_dir (), (int) getpid ());
  if (g_file_set_contents_full (path, (const char *) bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    read_file (path);
  g_unlink (path);

  return 0;
}
