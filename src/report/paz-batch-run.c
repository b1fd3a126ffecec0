/* Workers take one piece after another. A piece is what the same readers get, so that figures are read
 * once for them; where there are few readers, a piece is one workbook. Each worker has a reader of the
 * store of its own: they share no connection and wait for each other nowhere. */
#include "paz-batch-private.h"
#include "paz-report-spec.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  guint first;
  guint n;
} Piece;

typedef struct
{
  PazBatch     *batch;
  const char   *folder;
  GArray       *pieces;
  guint        *copies;       /* of an item: 1, or which of several with the same name it is */
  gint64        created;
  GCancellable *cancellable;
  int           next;         /* atomic: piece */
  GMutex        lock;         /* guards what follows */
  guint         n_done;
  PazProgress   progress;
  gpointer      data;
} Run;

/* ---- names ---- */

static char *
make_name_key (const PazBatchItem *item)
{
  char *key = item->file_name != NULL
                ? g_strdup (item->file_name)
                : g_strdup_printf ("%s/%s/%u", item->report->name,
                                   item->options.participant != NULL ? item->options.participant : "",
                                   item->options.language);
  char *folded = g_utf8_casefold (key, -1);

  g_free (key);

  return folded;
}

/* By the plan, so that a file's name does not hang on which worker comes first. */
static guint *
number_copies (PazBatch *batch)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint *copies = g_new0 (guint, batch->items->len);

  for (guint i = 0; i < batch->items->len; i++)
    {
      char *key = make_name_key (g_ptr_array_index (batch->items, i));

      copies[i] = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key)) + 1;
      g_hash_table_replace (seen, key, GUINT_TO_POINTER (copies[i]));
    }

  return copies;
}

static char *
add_number (const char *file_name,
            guint       copy)
{
  const char *dot = strrchr (file_name, '.');
  gsize length = dot != NULL ? (gsize) (dot - file_name) : strlen (file_name);

  return g_strdup_printf ("%.*s (%u)%s", (int) length, file_name, copy, file_name + length);
}

/* ---- pieces ---- */

static gboolean
has_same_readers (const PazBatchItem *one,
                  const PazBatchItem *other)
{
  g_autofree char *a = one->options.audience != NULL ? paz_audience_to_text (one->options.audience) : NULL;
  g_autofree char *b = other->options.audience != NULL ? paz_audience_to_text (other->options.audience) : NULL;

  return g_strcmp0 (a, b) == 0;
}

static GArray *
cut_pieces (PazBatch *batch,
            gboolean  by_readers)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  for (guint i = 0; i < batch->items->len; i++)
    {
      const Piece piece = { i, 1 };

      if (by_readers && i > 0 && has_same_readers (batch->items->pdata[i - 1], batch->items->pdata[i]))
        g_array_index (pieces, Piece, pieces->len - 1).n++;
      else
        g_array_append_val (pieces, piece);
    }

  return pieces;
}

static GArray *
make_pieces (PazBatch *batch,
             guint     n_workers)
{
  g_autoptr (GArray) pieces = cut_pieces (batch, TRUE);

  return pieces->len < 4 * n_workers ? cut_pieces (batch, FALSE) : g_steal_pointer (&pieces);
}

/* ---- on a worker ---- */

/* Nothing to report is an answer, and no failure. */
static PazBatchState
judge (const GError *error)
{
  if (g_error_matches (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_NO_DATA) ||
      g_error_matches (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_MONTH) ||
      g_error_matches (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD))
    return PAZ_BATCH_SKIPPED;

  return PAZ_BATCH_FAILED;
}

static void
tell_done (Run *run)
{
  g_mutex_lock (&run->lock);
  run->n_done++;
  if (run->progress != NULL)
    run->progress ((double) run->n_done / run->batch->items->len, run->data);
  g_mutex_unlock (&run->lock);
}

typedef struct
{
  PazBatchItem *item;
  guint         copy;
} Turn;

/* Into the folder, under the name that the edition has where none was given. */
static gboolean
write_into (const PazReport  *report,
            PazEdition       *edition,
            const char       *title,
            const char       *folder,
            gpointer          data,
            GCancellable     *cancellable,
            GError          **error)
{
  Turn *turn = data;
  PazBatchItem *item = turn->item;
  g_autofree char *path = NULL;

  if (item->file_name == NULL)
    item->file_name = paz_report_make_file_name (edition, report->info.name);
  if (turn->copy > 1)
    {
      g_autofree char *name = g_steal_pointer (&item->file_name);

      item->file_name = add_number (name, turn->copy);
    }
  path = g_build_filename (folder, item->file_name, NULL);

  return paz_report_write (report, edition, title, path, cancellable, error);
}

static void
make_item (Run      *run,
           guint     position,
           PazStore *reader)
{
  PazBatchItem *item = g_ptr_array_index (run->batch->items, position);
  PazReportOptions options = item->options;
  Turn turn = { item, run->copies[position] };
  GError *error = NULL;

  if (options.created == 0)
    options.created = run->created;
  if (paz_report_make (reader, item->report->name, &options, run->folder, write_into, &turn, NULL, NULL,
                       run->cancellable, &error))
    item->state = PAZ_BATCH_WRITTEN;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&error);
  else
    item->state = judge (error);
  item->error = error;
  tell_done (run);
}

static void
work (gpointer reader,
      gpointer data)
{
  Run *run = data;
  guint at;

  while ((at = (guint) g_atomic_int_add (&run->next, 1)) < run->pieces->len)
    {
      const Piece *piece = &g_array_index (run->pieces, Piece, at);

      for (guint i = 0; i < piece->n && !g_cancellable_is_cancelled (run->cancellable); i++)
        make_item (run, piece->first + i, reader);
    }
}

/* ---- all of it ---- */

static gboolean
check_folder (const char  *folder,
              GError     **error)
{
  int number = g_file_test (folder, G_FILE_TEST_IS_DIR) ? 0 : ENOTDIR;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    number = ENOENT;
  else if (number == 0 && g_access (folder, W_OK | X_OK) != 0)
    number = errno;
  if (number != 0)
    g_set_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WRITE, "%s: %s", folder, g_strerror (number));

  return number == 0;
}

static gboolean
run_pool (Run        *run,
          GPtrArray  *readers,
          GError    **error)
{
  GThreadPool *pool = g_thread_pool_new (work, run, (int) readers->len, TRUE, error);

  if (pool == NULL)
    return FALSE;
  for (guint i = 0; i < readers->len; i++)
    g_thread_pool_push (pool, readers->pdata[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);

  return TRUE;
}

gboolean
paz_batch_run (PazBatch      *self,
               PazStore      *store,
               const char    *folder,
               guint          n_workers,
               PazProgress    progress,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  guint n = MAX (1, MIN (n_workers > 0 ? n_workers : g_get_num_processors (), self->items->len));
  g_autoptr (GArray) pieces = make_pieces (self, n);
  g_autofree guint *copies = number_copies (self);
  g_autoptr (GPtrArray) readers = NULL;
  Run run = {
    .batch = self, .folder = folder, .pieces = pieces, .copies = copies, .created = g_get_real_time () / 1000,
    .cancellable = cancellable, .progress = progress, .data = data,
  };
  gboolean done;

  if (!check_folder (folder, error))
    return FALSE;
  readers = paz_store_open_readers (store, n, error);
  if (readers == NULL)
    return FALSE;
  g_mutex_init (&run.lock);
  done = run_pool (&run, readers, error);
  g_mutex_clear (&run.lock);

  return done && !g_cancellable_set_error_if_cancelled (cancellable, error);
}
