#include "paz-report-document.h"

#include <string.h>

#define ENDING ".docx"

typedef struct
{
  PazStore         *store;
  char             *report;
  char             *path;
  PazReportOptions  options;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->store);
  g_clear_pointer (&work->options.audience, paz_audience_free);
  g_free (work->options.participant);
  g_free (work->report);
  g_free (work->path);
  g_free (work);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (paz_report_export_document (work->store, work->report, &work->options, work->path, NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
paz_report_document_save_async (PazStore               *store,
                                const char             *report,
                                const PazReportOptions *options,
                                const char             *path,
                                gpointer                source,
                                GAsyncReadyCallback     callback)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, NULL);
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->report = g_strdup (report);
  work->path = g_strdup (path);
  work->options = *options;
  work->options.audience = options->audience != NULL ? paz_audience_copy (options->audience) : NULL;
  work->options.participant = g_strdup (options->participant);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, save_thread);
}

char *
paz_report_document_dup_name (const char *workbook)
{
  const char *dot = strrchr (workbook, '.');
  g_autofree char *base = dot != NULL ? g_strndup (workbook, (gsize) (dot - workbook)) : g_strdup (workbook);

  return g_strconcat (base, ENDING, NULL);
}

gboolean
paz_report_document_is_name (const char *path)
{
  gsize length = strlen (path);

  return length > strlen (ENDING) && g_ascii_strcasecmp (path + length - strlen (ENDING), ENDING) == 0;
}
