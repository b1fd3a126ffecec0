/* Anything as a file and as a block of cells: the reader of comma-separated values, every layout of
 * figures and of records, and what is pasted, against a store with its reference data. */
#include "paz-csv-reader.h"
#include "paz-import-private.h"
#include "paz-import-records.h"
#include "paz-un-codes.h"
#include "table/paz-paste.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* A check of a block looks up what its cells mean in the store: no use in thousands of rows. */
#define MAX_BLOCK 4096

static char *folder, *path;
static PazStore *store;

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_clear_object (&store);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}

static void
open_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;

  folder = g_dir_make_tmp ("relacopaz-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "file.csv", NULL);
  file = g_build_filename (folder, "fuzz.relacopaz", NULL);
  store = paz_store_open (file, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  paz_store_set_identity (store, "PER", "Ana", &error);
  g_assert_no_error (error);
  atexit (remove_folder);
}

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
      if (result == PAZ_CSV_MALFORMED)
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

/* Whole, against what a store holds: the way of rows that are records. */
static void
read_records (void)
{
  g_autoptr (PazImport) import = paz_import_read (path, NULL, store, NULL, NULL, NULL, NULL);
  PazCatalogue *words = paz_catalogue_get (PAZ_LANGUAGE_EN);
  GPtrArray *refusals = import != NULL ? paz_import_get_refusals (import) : NULL;

  for (guint i = 0; refusals != NULL && i < refusals->len; i++)
    g_free (paz_refusal_dup_text (refusals->pdata[i], words));
  if (import != NULL && paz_import_get_kind (import) != NULL)
    {
      g_autoptr (PazEdit) edit = paz_edit_new ();
      const PazImportCounts *counts = paz_import_get_counts (import);

      g_assert_cmpuint (counts->rows, ==,
                        counts->n_new + counts->n_changed + counts->n_same + counts->n_refused);
      paz_import_put_records (import, edit);
    }
}

/* FALSE: no file of a known layout. */
static gboolean
read_file (void)
{
  g_autoptr (PazCsvReader) csv = paz_csv_reader_open (path, TRUE, NULL);
  g_autoptr (PazHeader) header = NULL;
  g_autoptr (GError) error = NULL;
  const PazCell *cells;
  guint n_cells;
  guint32 row;

  if (csv == NULL || paz_csv_reader_next (csv, &cells, &n_cells, &row, NULL) != PAZ_CSV_RECORD)
    return FALSE;
  header = paz_header_recognise (cells, n_cells, NULL, &error);
  if (header == NULL)
    return FALSE;
  if (header->layout->records != NULL)
    read_records ();
  else
    read_rows (csv, header);

  return TRUE;
}

/* What came in as cells, into records of one kind, by every finding. */
static void
check_paste (PazBlock *block,
             gsize     length)
{
  guint n_kinds;
  const PazKind * const *kinds = paz_kind_list (&n_kinds);
  const PazKind *kind = kinds[length % n_kinds];
  g_autoptr (GPtrArray) visible = g_ptr_array_new ();
  g_autoptr (PazPaste) paste = NULL;
  g_autoptr (GPtrArray) accepted = NULL;
  GPtrArray *problems;

  for (guint i = 0; i < kind->n_fields; i++)
    if (paz_paste_takes_field (&kind->fields[i]))
      g_ptr_array_add (visible, (gpointer) &kind->fields[i]);
  paste = paz_paste_new (block, kind, NULL, PAZ_LANGUAGE_ES,
                         (const PazField * const *) visible->pdata, visible->len);
  if (!paz_paste_check (paste, store, NULL, NULL, NULL, NULL))
    return;
  problems = paz_paste_get_problems (paste);
  for (guint i = 0; i < problems->len; i++)
    g_free (paz_paste_dup_problem (paste, problems->pdata[i], paz_catalogue_get (PAZ_LANGUAGE_EN)));
  accepted = paz_paste_list_accepted (paste);
}

static void
read_blocks (const char *text,
             gsize       length)
{
  g_autoptr (PazBlock) plain = paz_block_read_text (text, (gssize) length, 0, NULL);
  g_autoptr (PazBlock) html = memchr (text, '<', length) != NULL
                                ? paz_block_read_html (text, (gssize) length, NULL) : NULL;

  if (plain != NULL)
    check_paste (plain, length);
  if (html != NULL)
    check_paste (html, length);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  if (store == NULL)
    open_store ();
  g_file_set_contents_full (path, (const char *) bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  if (!read_file () && length > 0 && length <= MAX_BLOCK)
    read_blocks ((const char *) bytes, length);

  return 0;
}
