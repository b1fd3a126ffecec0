#include "paz-figures-exit.h"

#include "paz-exit.h"
#include "paz-figures-export.h"
#include "paz-words.h"
#include "report/paz-figures-report.h"

/* One table under way. */
typedef struct
{
  PazFiguresChoice *choice;
  PazFiguresExport *table;
  PazFiguresReport *report;
  char             *lines;
} Job;

static Job *
job_new (const PazFiguresChoice *choice)
{
  Job *job = g_new0 (Job, 1);

  job->choice = paz_figures_choice_copy (choice);

  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  paz_figures_choice_free (job->choice);
  g_clear_pointer (&job->table, paz_figures_export_free);
  g_clear_pointer (&job->report, paz_figures_report_free);
  g_free (job->lines);
  g_free (job);
}

static gboolean
make (Job                *job,
      char                separator,
      PazStore           *store,
      const PazAudience  *readers,
      PazCatalogue       *catalogue,
      GCancellable       *cancellable,
      GError            **error)
{
  g_autoptr (PazStore) reader = paz_store_open_reader (store, error);

  if (reader != NULL)
    job->table = paz_figures_export_new (reader, job->choice, readers, catalogue, cancellable, error);
  if (job->table == NULL)
    return FALSE;
  job->lines = paz_figures_export_dup_lines (job->table, separator);

  return TRUE;
}

static gboolean
make_cells (gpointer            job,
            PazStore           *store,
            const PazAudience  *readers,
            PazCatalogue       *catalogue,
            GCancellable       *cancellable,
            GError            **error)
{
  return make (job, '\t', store, readers, catalogue, cancellable, error);
}

static const char *
put_cells (gpointer   data,
           GtkWidget *widget)
{
  const Job *job = data;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), job->lines);

  return _("The table was copied.");
}

static gboolean
make_lines (gpointer            job,
            PazStore           *store,
            const PazAudience  *readers,
            PazCatalogue       *catalogue,
            GCancellable       *cancellable,
            GError            **error)
{
  return make (job, ',', store, readers, catalogue, cancellable, error);
}

static char *
dup_lines_name (gpointer data)
{
  const Job *job = data;

  return paz_figures_export_dup_file_name (job->table, "csv");
}

/* Whole or not at all. */
static gboolean
write_lines (gpointer       data,
             const char    *path,
             GCancellable  *cancellable,
             GError       **error)
{
  const Job *job = data;

  return g_file_set_contents_full (path, job->lines, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0644, error);
}

/* ---- workbook ---- */

static gboolean
make_workbook (gpointer            data,
               PazStore           *store,
               const PazAudience  *readers,
               PazCatalogue       *catalogue,
               GCancellable       *cancellable,
               GError            **error)
{
  Job *job = data;
  g_autoptr (PazStore) reader = paz_store_open_reader (store, error);
  const PazReportOptions options = {
    .language = paz_catalogue_get_language (catalogue), .audience = (PazAudience *) readers,
  };
  GError *failure = NULL;

  if (reader == NULL)
    return FALSE;
  job->report = paz_figures_report_new (reader, job->choice, &options, cancellable, &failure);
  if (job->report != NULL)
    return TRUE;
  /* Nothing, or nothing for these readers: said in one way. */
  if (g_error_matches (failure, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_NO_DATA) ||
      g_error_matches (failure, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_WITHHELD))
    {
      failure->domain = G_IO_ERROR;
      failure->code = G_IO_ERROR_NOT_FOUND;
    }
  g_propagate_error (error, failure);

  return FALSE;
}

static char *
dup_workbook_name (gpointer data)
{
  const Job *job = data;

  return paz_figures_report_dup_file_name (job->report);
}

static gboolean
write_workbook (gpointer       data,
                const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  const Job *job = data;

  return paz_figures_report_write (job->report, path, cancellable, error);
}

void
paz_figures_exit_copy (GtkWidget              *widget,
                       const PazFiguresChoice *choice)
{
  static const PazExit exit = { .make = make_cells, .put = put_cells, .free = job_free };

  paz_exit_run (widget, &exit, job_new (choice));
}

void
paz_figures_exit_save (GtkWidget              *widget,
                       const PazFiguresChoice *choice)
{
  static const PazExit exit = {
    .make = make_lines, .files = PAZ_FILES_FIGURES, .dup_name = dup_lines_name, .write = write_lines, .free = job_free,
  };

  paz_exit_run (widget, &exit, job_new (choice));
}

void
paz_figures_exit_save_workbook (GtkWidget              *widget,
                                const PazFiguresChoice *choice)
{
  static const PazExit exit = {
    .make = make_workbook, .files = PAZ_FILES_WORKBOOK, .dup_name = dup_workbook_name, .write = write_workbook,
    .free = job_free,
  };

  paz_exit_run (widget, &exit, job_new (choice));
}
