#include "paz-print.h"

#include "report/paz-paper.h"

typedef struct
{
  PazBook      *book;
  PazPaperBook *paper;      /* once it is laid out */
  char         *path;       /* NULL: a printer */
} Work;

static void
work_free (Work *work)
{
  paz_book_unref (work->book);
  g_clear_pointer (&work->paper, paz_paper_free);
  g_free (work->path);
  g_free (work);
}

/* As GTK has it: the size of the paper upright, and how it lies. */
static GtkPageSetup *
make_page_setup (Work  *work,
                 guint  page)
{
  gboolean letter = paz_book_get_paper (work->book) == PAZ_PAPER_LETTER;
  GtkPaperSize *size = gtk_paper_size_new (letter ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height;

  paz_paper_get_size (work->paper, page, &width, &height);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);

  return setup;
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       GtkPageSetup      *setup,
                       GTask             *task)
{
  g_autoptr (GtkPageSetup) wanted = make_page_setup (g_task_get_task_data (task), (guint) page);

  gtk_page_setup_set_paper_size (setup, gtk_page_setup_get_paper_size (wanted));
  gtk_page_setup_set_orientation (setup, gtk_page_setup_get_orientation (wanted));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              GTask             *task)
{
  Work *work = g_task_get_task_data (task);

  paz_paper_draw (work->paper, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GTask                   *task)
{
  GError *error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_CANCEL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "not printed");
  else if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    g_task_return_boolean (task, TRUE);
  else
    {
      gtk_print_operation_get_error (operation, &error);
      g_task_return_error (task, error != NULL ? error : g_error_new_literal (GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL, "not printed"));
    }
  g_object_unref (operation);
}

static void
cancelled_cb (GCancellable      *cancellable,
              GtkPrintOperation *operation)
{
  gtk_print_operation_cancel (operation);
}

static GtkPrintOperation *
make_operation (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (work, 0);

  gtk_print_operation_set_job_name (operation, paz_book_get_title (work->book));
  gtk_print_operation_set_n_pages (operation, (int) paz_paper_count_pages (work->paper));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_show_progress (operation, work->path == NULL);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (work->path != NULL)
    gtk_print_operation_set_export_filename (operation, work->path);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), task);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), task);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), g_object_ref (task), (GClosureNotify) (gpointer) g_object_unref, 0);
  if (g_task_get_cancellable (task) != NULL)
    g_signal_connect_object (g_task_get_cancellable (task), "cancelled", G_CALLBACK (cancelled_cb), operation, 0);

  return operation;
}

/* Laid out: back on the main loop, where GTK prints page by page between frames. The operation answers
 * through "done" in any case, and is let go there. */
static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GtkWindow *parent = g_task_get_source_object (task);
  GError *error = NULL;

  work->paper = g_task_propagate_pointer (G_TASK (result), &error);
  if (work->paper == NULL)
    g_task_return_error (task, error);
  else
    gtk_print_operation_run (make_operation (task),
                             work->path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                             parent, NULL);
}

static void
lay_out_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  PazPaperBook *paper = paz_paper_new (data, cancellable, &error);

  if (paper != NULL)
    g_task_return_pointer (task, paper, (GDestroyNotify) paz_paper_free);
  else
    g_task_return_error (task, error);
}

void
paz_print_to_file_async (GtkWindow           *parent,
                         PazBook             *book,
                         const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  GTask *task = g_task_new (parent, cancellable, callback, data);
  g_autoptr (GTask) laying = g_task_new (NULL, cancellable, laid_out_cb, task);
  Work *work = g_new0 (Work, 1);

  work->book = paz_book_ref (book);
  work->path = g_strdup (path);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_set_task_data (laying, paz_book_ref (book), (GDestroyNotify) paz_book_unref);
  g_task_run_in_thread (laying, lay_out_thread);
}

void
paz_print_async (GtkWindow           *parent,
                 PazBook             *book,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             data)
{
  paz_print_to_file_async (parent, book, NULL, cancellable, callback, data);
}

gboolean
paz_print_finish (GAsyncResult  *result,
                  GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
