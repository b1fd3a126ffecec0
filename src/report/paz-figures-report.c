/* The workbook of what is seen on the figures page. */
#include "paz-figures-report-private.h"

#include "paz-cross-sheet.h"

struct _PazFiguresReport
{
  PazEdition *edition;
  PazCross   *cross;
};

static const char *
get_subject (PazEdition *edition)
{
  const PazFiguresChoice *choice = edition->cross->choice;

  if (choice->contributors == NULL)
    return paz_catalogue_ptext (edition->catalogue, "figures", paz_figures_set_get_label (choice->set));
  if (g_strv_length (choice->contributors) == 1)
    return paz_edition_get_name (edition, choice->contributors[0]);

  return paz_edition_say (edition, N_("Some contributors"));
}

static void
put_key_figures (PazSheet   *cover,
                 PazEdition *edition,
                 gpointer    data)
{
  paz_page_put_heading (cover, paz_catalogue_ptext (edition->catalogue, "figures",
                                                    paz_ask_get_label (edition->cross->choice->ask)));
  paz_page_put_note (cover, edition->cross->headline);
  paz_page_put_note (cover, edition->cross->coverage);
}

static const PazReport report = {
  .info = { .name = "figures" },
  .get_subject = get_subject,
  .put_key_figures = put_key_figures,
  .parts = { &paz_cross_part, &paz_sources_part },
};

static PazEdition *
make_edition (const PazCross          *cross,
              PazFigures              *figures,
              PazLevel                 signed_level,
              PazStore                *store,
              const PazReportOptions  *options,
              GCancellable            *cancellable,
              GError                 **error)
{
  PazReportOptions own = *options;
  PazEdition *edition;

  own.at = own.to = cross->to;
  own.from = cross->from;
  edition = paz_edition_new_of (figures, store, &own, cross->choice->ask == PAZ_ASK_SHARE_OF_WOMEN, cancellable, error);
  if (edition == NULL)
    return NULL;
  edition->cross = cross;
  edition->stamp = paz_clearance_join (edition->stamp,
                                       (PazClearance) { TRUE, paz_cross_get_level (cross, figures, signed_level) });

  return edition;
}

PazFiguresReport *
paz_figures_report_new (PazStore                *store,
                        const PazFiguresChoice  *choice,
                        const PazReportOptions  *options,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  g_autoptr (PazFiguresReport) self = g_new0 (PazFiguresReport, 1);
  g_autoptr (PazAudience) readers = options->audience != NULL ? paz_audience_copy (options->audience)
                                                              : paz_audience_parse ("public");
  g_autoptr (PazFigures) figures = paz_figures_get (store, readers, cancellable, error);
  g_auto (GStrv) signatories = NULL;
  PazLevel signed_level;
  guint n;

  if (figures == NULL)
    return NULL;
  signatories = paz_figures_list_signatories (store, readers, &signed_level);
  self->cross = paz_cross_new (figures, choice, (const char * const *) signatories, paz_catalogue_get (options->language));
  paz_figures_get_months (figures, &n);
  if (n > 0 && (self->cross->to == 0 || self->cross->rows->len == 0 || self->cross->columns->len == 0))
    {
      g_set_error_literal (error, PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_NO_DATA, "no figures for this choice");
      return NULL;
    }
  self->edition = make_edition (self->cross, figures, signed_level, store, options, cancellable, error);

  return self->edition != NULL ? g_steal_pointer (&self) : NULL;
}

void
paz_figures_report_free (PazFiguresReport *self)
{
  g_clear_pointer (&self->edition, paz_edition_free);
  g_clear_pointer (&self->cross, paz_cross_free);
  g_free (self);
}

char *
paz_figures_report_dup_file_name (PazFiguresReport *self)
{
  return paz_report_make_file_name (self->edition, report.info.name);
}

const PazReport *
paz_figures_report_get_report (void)
{
  return &report;
}

PazEdition *
paz_figures_report_get_edition (PazFiguresReport *self)
{
  return self->edition;
}

const char *
paz_figures_report_get_title (PazFiguresReport *self)
{
  return self->cross->title;
}

gboolean
paz_figures_report_write (PazFiguresReport  *self,
                          const char        *path,
                          GCancellable      *cancellable,
                          GError           **error)
{
  return paz_report_write (&report, self->edition, self->cross->title, path, cancellable, error);
}
