/* Books of reports. */
#include "paz-book-private.h"

#include <glib/gstdio.h>

#include "paz-figures-report-private.h"
#include "paz-report-spec.h"

/* Where no file is wanted the writer still needs a place for a long sheet's rows. */
static PazBook *
show_in (const PazReport  *report,
         PazEdition       *edition,
         const char       *title,
         const char       *path,
         gboolean          keep,
         GCancellable     *cancellable,
         GError          **error)
{
  g_autoptr (PazWorkbook) workbook = NULL;

  edition->seen = TRUE;
  workbook = paz_cover_open_workbook (edition, report->info.name, title, path, cancellable, error);
  if (workbook == NULL)
    return NULL;
  paz_edition_report (edition, 0.2);
  paz_report_fill (report, edition, workbook, title);
  if (!(keep ? paz_workbook_commit (workbook, error) : paz_workbook_discard (workbook, error)))
    return NULL;

  return paz_workbook_steal_book (workbook);
}

PazBook *
paz_report_show (const PazReport  *report,
                 PazEdition       *edition,
                 const char       *title,
                 const char       *path,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  PazBook *book;

  if (path != NULL)
    return show_in (report, edition, title, path, TRUE, cancellable, error);
  folder = g_dir_make_tmp ("relacopaz-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  file = g_build_filename (folder, "book.xlsx", NULL);
  book = show_in (report, edition, title, file, FALSE, cancellable, error);
  g_rmdir (folder);

  return book;
}

static gboolean
make_book (const PazReport  *report,
           PazEdition       *edition,
           const char       *title,
           const char       *path,
           gpointer          result,
           GCancellable     *cancellable,
           GError          **error)
{
  PazBook **book = result;

  *book = paz_report_show (report, edition, title, path, cancellable, error);

  return *book != NULL;
}

PazBook *
paz_book_new_report (PazStore                *store,
                     const char              *name,
                     const PazReportOptions  *options,
                     const char              *path,
                     PazProgress              progress,
                     gpointer                 data,
                     GCancellable            *cancellable,
                     GError                 **error)
{
  PazBook *book = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (store) && options != NULL, NULL);

  paz_report_make (store, name, options, path, make_book, &book, progress, data, cancellable, error);

  return book;
}

PazBook *
paz_book_new_figures (PazFiguresReport  *report,
                      const char        *path,
                      GCancellable      *cancellable,
                      GError           **error)
{
  return paz_report_show (paz_figures_report_get_report (), paz_figures_report_get_edition (report),
                          paz_figures_report_get_title (report), path, cancellable, error);
}
