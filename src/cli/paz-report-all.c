/* report --all: many workbooks into a folder. */
#include "paz-report-verb.h"

#include "paz-grid.h"
#include "paz-json.h"
#include "report/paz-batch.h"

static const char *
get_state_key (PazBatchState state)
{
  switch (state)
    {
    case PAZ_BATCH_WAITING:
      return "waiting";
    case PAZ_BATCH_WRITTEN:
      return "written";
    case PAZ_BATCH_SKIPPED:
      return "skipped";
    case PAZ_BATCH_FAILED:
      return "failed";
    }

  g_return_val_if_reached ("");
}

/* Who it is for, in codes; the report's title where it is for one audience. */
static char *
dup_name (const PazBatchItem *item)
{
  const char *title = C_("report", item->report->title);

  if (item->file_name != NULL)
    return g_strdup (item->file_name);

  return item->options.participant != NULL ? g_strdup_printf ("%s, %s", title, item->options.participant) : g_strdup (title);
}

static char *
dup_reason (const PazBatchItem *item)
{
  g_autofree char *name = dup_name (item);

  if (item->error == NULL)
    return g_strdup ("");

  return item->error->domain == PAZ_REPORT_ERROR
           ? g_strdup_printf (_(paz_report_error_get_sentence (item->error->code)), name)
           : g_strdup_printf (_("“%s” could not be read or written."), name);
}

static void
print_json (PazBatch   *batch,
            const char *folder)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (guint i = 0; i < paz_batch_get_n_items (batch); i++)
    {
      const PazBatchItem *item = paz_batch_get_item (batch, i);
      g_autofree char *path = item->state == PAZ_BATCH_WRITTEN ? g_build_filename (folder, item->file_name, NULL) : NULL;
      g_autofree char *reason = dup_reason (item);

      paz_json_begin_object (json);
      paz_json_set_text (json, "report", item->report->name);
      paz_json_set_text (json, "participant", item->options.participant);
      paz_json_set_text (json, "language", paz_language_get_code (item->options.language));
      paz_json_set_text (json, "state", get_state_key (item->state));
      paz_json_set_text (json, "file", path);
      paz_json_set_text (json, "reason", *reason != '\0' ? reason : NULL);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

/* Paths on stdout, for scripts; what has no file and why on stderr. */
static void
print_lines (PazBatch   *batch,
             const char *folder)
{
  for (guint i = 0; i < paz_batch_get_n_items (batch); i++)
    {
      const PazBatchItem *item = paz_batch_get_item (batch, i);
      g_autofree char *path = item->state == PAZ_BATCH_WRITTEN ? g_build_filename (folder, item->file_name, NULL) : NULL;
      g_autofree char *reason = dup_reason (item);

      if (path != NULL)
        {
          paz_cli_print (path);
          paz_cli_print ("\n");
        }
      if (*reason != '\0')
        paz_cli_say ("%s", reason);
    }
}

static void
say_counts (PazBatch *batch)
{
  g_autofree char *written = paz_catalogue_dup_integer (paz_cli_get_words (), paz_batch_count (batch, PAZ_BATCH_WRITTEN));
  g_autofree char *skipped = paz_catalogue_dup_integer (paz_cli_get_words (), paz_batch_count (batch, PAZ_BATCH_SKIPPED));
  g_autofree char *failed = paz_catalogue_dup_integer (paz_cli_get_words (), paz_batch_count (batch, PAZ_BATCH_FAILED));

  paz_cli_say (_("Workbooks written: %s; with nothing to report: %s; failed: %s"), written, skipped, failed);
}

static PazExit
judge (PazBatch *batch)
{
  if (paz_batch_count (batch, PAZ_BATCH_WRITTEN) == 0)
    return PAZ_EXIT_FAILED;

  return paz_batch_count (batch, PAZ_BATCH_FAILED) > 0 ? PAZ_EXIT_FINDINGS : PAZ_EXIT_DONE;
}

static gboolean
fill (PazBatch                *batch,
      PazCli                  *cli,
      const PazReportOptions  *options,
      gboolean                 each,
      GError                 **error)
{
  if (each)
    return paz_batch_add_participants (batch, cli->store, NULL, NULL, options, error);
  paz_batch_add_reports (batch, NULL, options);

  return TRUE;
}

PazExit
paz_report_run_all (PazCli                 *cli,
                    const PazReportOptions *options,
                    gboolean                each,
                    const char             *folder)
{
  g_autoptr (PazBatch) batch = paz_batch_new ();
  g_autoptr (GError) error = NULL;

  if (!fill (batch, cli, options, each, &error) ||
      !paz_batch_run (batch, cli->store, folder, 0, NULL, NULL, NULL, &error))
    return paz_cli_fail (cli, error, error->domain == PAZ_STORE_ERROR ? cli->store_path : folder);
  if (cli->json)
    print_json (batch, folder);
  else
    print_lines (batch, folder);
  say_counts (batch);

  return judge (batch);
}
