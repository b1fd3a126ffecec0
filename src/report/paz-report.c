#include "report/paz-report.h"

#include "base/paz-date.h"
#include "paz-country.h"

typedef gboolean (* Fill) (PazEdition   *edition,
                           PazWorkbook  *workbook,
                           const char   *title,
                           GError      **error);

/* Reads what the report needs beyond figures, and raises the edition's stamp to it. */
typedef gboolean (* Prepare) (PazEdition    *edition,
                              PazStore      *store,
                              GCancellable  *cancellable,
                              GError       **error);

/* Titles by term: whole phrases, as each language builds them differently. */
typedef struct
{
  const char *titles[2];
  Fill        fill;
  gboolean    with_targets;
  Prepare     prepare;      /* NULL: nothing */
} Report;

static const PazReportInfo infos[] = {
  {
    "participation", NC_("report", "Participation"),
    N_("Who contributes what: by contributor, mission and type, women and men, month by month, with the rows behind it."),
    "view-list-symbolic",
  },
  {
    "women", NC_("report", "Women in Uniform"),
    N_("Shares of women by category and contributor, against the targets of the parity strategy, with their bases."),
    "system-users-symbolic",
  },
  {
    "country", NC_("report", "Country Profile"),
    N_("One participant: deployment now and over time, ranks, women against targets, pledges, needs, offers, training and fatalities."),
    "contact-new-symbolic",
  },
  { NULL }
};

static const Report reports[] = {
  {
    { N_("Participation in peace operations"), N_("Participation in peacekeeping operations") },
    paz_participation_fill, FALSE, NULL,
  },
  {
    { N_("Women in peace operations"), N_("Women in peacekeeping operations") },
    paz_women_fill, TRUE, NULL,
  },
  {
    { N_("Country profile in peace operations"), N_("Country profile in peacekeeping operations") },
    paz_country_fill, TRUE, paz_country_prepare,
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (infos) == G_N_ELEMENTS (reports) + 1);

const PazReportInfo *
paz_report_list (void)
{
  return infos;
}

const PazReportInfo *
paz_report_find (const char *name)
{
  for (const PazReportInfo *info = infos; info->name != NULL; info++)
    if (g_strcmp0 (info->name, name) == 0)
      return info;

  return NULL;
}

static char *
make_file_name (PazEdition *edition,
                const char *name)
{
  char month[8];

  paz_month_format (edition->month, month);

  return g_strdup_printf ("%s-%s%s%s-%s-%s.xlsx", name, edition->code, *edition->code != '\0' ? "-" : "", month,
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

char *
paz_report_dup_file_name (PazStore               *store,
                          const char             *name,
                          const PazReportOptions *options)
{
  const PazReportInfo *info = paz_report_find (name);
  g_autoptr (PazEdition) edition = NULL;

  g_return_val_if_fail (info != NULL, NULL);

  edition = paz_edition_new (store, options, reports[info - infos].with_targets, NULL, NULL);

  if (edition != NULL && reports[info - infos].prepare != NULL
      && !reports[info - infos].prepare (edition, store, NULL, NULL))
    return make_empty_name (name, options);

  return edition != NULL ? make_file_name (edition, name) : make_empty_name (name, options);
}

static gboolean
export (PazEdition    *edition,
        const char    *name,
        const Report  *report,
        const char    *path,
        GCancellable  *cancellable,
        GError       **error)
{
  const char *title = paz_edition_say_terms (edition, report->titles[0], report->titles[1]);
  g_autoptr (PazWorkbook) workbook = paz_cover_open_workbook (edition, name, title, path, cancellable, error);

  if (workbook == NULL)
    return FALSE;
  paz_edition_report (edition, 0.2);
  if (!report->fill (edition, workbook, title, error))
    return FALSE;
  paz_edition_report (edition, 0.8);

  return paz_workbook_commit (workbook, error);
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
  const PazReportInfo *info = paz_report_find (name);
  g_autoptr (PazEdition) edition = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (store) && options != NULL && path != NULL, FALSE);

  if (info == NULL)
    {
      g_set_error (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_UNKNOWN, "no report “%s”", name);
      return FALSE;
    }
  edition = paz_edition_new (store, options, reports[info - infos].with_targets, cancellable, error);
  if (edition == NULL)
    return FALSE;
  if (reports[info - infos].prepare != NULL && !reports[info - infos].prepare (edition, store, cancellable, error))
    return FALSE;
  edition->progress = progress;
  edition->progress_data = data;
  if (!export (edition, name, &reports[info - infos], path, cancellable, error))
    return FALSE;
  paz_edition_report (edition, 1);

  return TRUE;
}
