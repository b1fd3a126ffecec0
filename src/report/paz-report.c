#include "report/paz-report.h"

#include "base/paz-date.h"
#include "paz-cover.h"
#include "paz-report-spec.h"

#include <string.h>

/* In the order they are offered. */
static const PazReport * const reports[] = {
  &paz_participation_report,
  &paz_women_report,
  &paz_country_report,
  &paz_recommendations_report,
  &paz_directory_report,
  &paz_workplan_report,
  &paz_interoperability_report,
  &paz_contingents_report,
  &paz_meeting_report,
  &paz_traceability_report,
  &paz_cooperation_report,
  &paz_readiness_report,
  &paz_pledge_report,
  &paz_complementarity_report,
  &paz_training_report,
  &paz_expenses_report,
  &paz_dossier_report,
  &paz_release_report,
};

const PazReportInfo *
paz_report_list (void)
{
  static PazReportInfo infos[G_N_ELEMENTS (reports) + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
        {
          infos[i] = reports[i]->info;
          infos[i].on_records = reports[i]->on_records;
          infos[i].own_use = reports[i]->own_use;
          infos[i].has_document = reports[i]->put_document != NULL;
        }
      g_once_init_leave (&once, 1);
    }

  return infos;
}

const PazReportInfo *
paz_report_find (const char *name)
{
  for (const PazReportInfo *info = paz_report_list (); info->name != NULL; info++)
    if (g_strcmp0 (info->name, name) == 0)
      return info;

  return NULL;
}

static const PazReport *
find_report (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_strcmp0 (reports[i]->info.name, name) == 0)
      return reports[i];

  return NULL;
}

char *
paz_report_make_file_name (PazEdition *edition,
                           const char *name)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (edition->created / 1000);
  g_autofree char *day = g_date_time_format (moment, "%Y-%m-%d");
  char month[8];

  paz_month_format (edition->month, month);

  return g_strdup_printf ("%s-%s%s%s-%s-%s.xlsx", name, edition->code, *edition->code != '\0' ? "-" : "",
                          edition->month != 0 ? month : day,
                          paz_language_get_code (paz_catalogue_get_language (edition->catalogue)),
                          paz_level_get_key (edition->stamp.level));
}

/* Where nothing can be reported the name says the highest level the audience could have had. */
static char *
make_empty_name (const char             *name,
                 const PazReportOptions *options)
{
  static const PazLevel levels[] = {
    [PAZ_AUDIENCE_PUBLIC] = PAZ_LEVEL_PUBLIC,
    [PAZ_AUDIENCE_NETWORK] = PAZ_LEVEL_NETWORK,
    [PAZ_AUDIENCE_PARTICIPANTS] = PAZ_LEVEL_NAMED,
    [PAZ_AUDIENCE_OWN] = PAZ_LEVEL_NATIONAL,
  };
  PazAudienceType type = options->audience != NULL ? options->audience->type : PAZ_AUDIENCE_PUBLIC;

  return g_strdup_printf ("%s-%s-%s.xlsx", name, paz_language_get_code (options->language),
                          paz_level_get_key (levels[type]));
}

/* The delegation that makes the report, reading its own store. */
static PazAudience *
make_own (PazStore               *store,
          const PazReportOptions *options)
{
  PazAudience *own = paz_audience_parse ("own");
  const char *code = options->participant != NULL ? options->participant : paz_store_get_participant (store);

  own->participants = g_new0 (char *, 2);
  own->participants[0] = g_strdup (code);

  return own;
}

/* A report of chapters goes on without the figures where there are none for these readers. */
static PazEdition *
open_edition (PazStore                *store,
              const PazReport         *report,
              const PazReportOptions  *options,
              GCancellable            *cancellable,
              GError                 **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (PazEdition) edition = NULL;

  if (report->on_records)
    return paz_edition_new_records (store, options, error);
  edition = paz_edition_new (store, options, report->with_targets, cancellable, &problem);
  if (edition == NULL && report->chapters != NULL && paz_report_error_is_empty (problem))
    return paz_edition_new_records (store, options, error);
  if (edition == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (paz_record_report_is (report) && !paz_edition_add_records (edition, store, error))
    return NULL;

  return g_steal_pointer (&edition);
}

/* What rests on records alone must have some; another report says nothing of those that are not there. */
static gboolean
read_records (PazStore         *store,
              const PazReport  *report,
              PazEdition       *edition,
              GError          **error)
{
  if (report->own_use || report->chapters != NULL || !paz_record_report_is (report))
    return TRUE;

  return report->on_records ? paz_record_report_prepare (report, edition, store, error)
                            : paz_record_report_read (report, edition, error);
}

/* With everything read that the report rests on. */
static PazEdition *
make_edition (PazStore                *store,
              const PazReport         *report,
              const PazReportOptions  *options,
              GCancellable            *cancellable,
              GError                 **error)
{
  g_autoptr (PazAudience) own = report->own_use ? make_own (store, options) : NULL;
  g_autoptr (PazEdition) edition = NULL;
  PazReportOptions chosen = *options;

  if (own != NULL)
    chosen.audience = own;
  edition = open_edition (store, report, &chosen, cancellable, error);
  if (edition != NULL && own != NULL)
    edition->examined = options->audience != NULL ? paz_audience_copy (options->audience) : paz_audience_parse ("public");
  if (edition == NULL || !read_records (store, report, edition, error) ||
      (report->chapters != NULL && !paz_chapters_prepare (report, edition, store, cancellable, error)) ||
      (report->prepare != NULL && !report->prepare (edition, store, cancellable, error)))
    return NULL;

  return g_steal_pointer (&edition);
}

char *
paz_report_dup_file_name (PazStore               *store,
                          const char             *name,
                          const PazReportOptions *options)
{
  const PazReport *report = find_report (name);
  g_autoptr (PazEdition) edition = NULL;

  g_return_val_if_fail (report != NULL, NULL);

  edition = make_edition (store, report, options, NULL, NULL);

  return edition != NULL ? paz_report_make_file_name (edition, name) : make_empty_name (name, options);
}

gboolean
paz_report_write (const PazReport  *report,
                  PazEdition       *edition,
                  const char       *title,
                  const char       *path,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_autoptr (PazWorkbook) workbook = paz_cover_open_workbook (edition, report->info.name, title, path, cancellable, error);

  if (workbook == NULL)
    return FALSE;
  paz_edition_report (edition, 0.2);
  paz_report_fill (report, edition, workbook, title);

  return paz_workbook_commit (workbook, error);
}

gboolean
paz_report_make (PazStore                *store,
                 const char              *name,
                 const PazReportOptions  *options,
                 const char              *path,
                 PazReportMaker           maker,
                 gpointer                 result,
                 PazProgress              progress,
                 gpointer                 data,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  const PazReport *report = find_report (name);
  g_autoptr (PazEdition) edition = NULL;

  if (report == NULL)
    {
      g_set_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_UNKNOWN, "no report “%s”", name);
      return FALSE;
    }
  edition = make_edition (store, report, options, cancellable, error);
  if (edition == NULL)
    return FALSE;
  edition->progress = progress;
  edition->progress_data = data;
  if (!maker (report, edition, paz_edition_say_terms (edition, report->titles[0], report->titles[1]), path, result,
              cancellable, error))
    return FALSE;
  paz_edition_report (edition, 1);

  return TRUE;
}

static gboolean
write_file (const PazReport  *report,
            PazEdition       *edition,
            const char       *title,
            const char       *path,
            gpointer          result,
            GCancellable     *cancellable,
            GError          **error)
{
  return paz_report_write (report, edition, title, path, cancellable, error);
}

gboolean
paz_report_export (PazStore                *store,
                   const char              *name,
                   const PazReportOptions  *options,
                   const char              *path,
                   PazProgress              progress,
                   gpointer                 data,
                   GCancellable            *cancellable,
                   GError                 **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (store) && options != NULL && path != NULL, FALSE);

  return paz_report_make (store, name, options, path, write_file, NULL, progress, data, cancellable, error);
}

char *
paz_report_dup_document_name (PazStore               *store,
                              const char             *name,
                              const PazReportOptions *options)
{
  g_autofree char *workbook = paz_report_dup_file_name (store, name, options);

  *strrchr (workbook, '.') = '\0';

  return g_strconcat (workbook, ".docx", NULL);
}

static gboolean
write_document (const PazReport  *report,
                PazEdition       *edition,
                const char       *title,
                const char       *path,
                gpointer          result,
                GCancellable     *cancellable,
                GError          **error)
{
  g_autofree char *marking = paz_edition_dup_marking (edition);
  const PazWorkbookInfo info = paz_cover_make_info (edition, report->info.name, title, marking);
  g_autoptr (PazWord) word = paz_word_new (&info);

  paz_edition_report (edition, 0.2);
  report->put_document (word, edition, title);

  return paz_word_commit (word, path, cancellable, error);
}

gboolean
paz_report_export_document (PazStore                *store,
                            const char              *name,
                            const PazReportOptions  *options,
                            const char              *path,
                            PazProgress              progress,
                            gpointer                 data,
                            GCancellable            *cancellable,
                            GError                 **error)
{
  const PazReport *report = find_report (name);

  g_return_val_if_fail (PAZ_IS_STORE (store) && options != NULL && path != NULL, FALSE);
  g_return_val_if_fail (report == NULL || report->put_document != NULL, FALSE);

  return paz_report_make (store, name, options, path, write_document, NULL, progress, data, cancellable, error);
}
