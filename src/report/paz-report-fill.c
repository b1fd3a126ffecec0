#include "paz-report-spec.h"

static PazSheet *
declare (const PazSheetPart *part,
         PazEdition         *edition,
         PazWorkbook        *workbook,
         gpointer            data)
{
  if (part->declare != NULL)
    return part->declare (edition, workbook, data);

  return paz_sheets_declare (edition, workbook, part->words, part->columns, part->n_columns, 0, edition->stamp);
}

static void
fill_cover (const PazReport *self,
            PazSheet        *cover,
            PazEdition      *edition,
            PazSheet       **sheets,
            gpointer         data)
{
  self->put_key_figures (cover, edition, data);
  paz_page_put_heading (cover, paz_edition_say (edition, N_("Contents")));
  for (guint i = 0; self->parts[i] != NULL; i++)
    paz_sheets_put_link (cover, edition, sheets[i], self->parts[i]->words);
  if (self->put_legend != NULL)
    self->put_legend (cover, edition);
  paz_cover_put_facts (cover, edition);
  paz_cover_put_sources (cover, edition);
  paz_cover_put_legend (cover, edition);
  paz_cover_put_notes (cover, edition);
}

void
paz_report_fill (const PazReport *self,
                 PazEdition      *edition,
                 PazWorkbook     *workbook,
                 const char      *title)
{
  gpointer data = self->gather != NULL ? self->gather (edition) : NULL;
  const char *subject = self->get_subject != NULL ? self->get_subject (edition) : NULL;
  PazSheet *cover = paz_cover_new (edition, workbook, title, subject);
  PazSheet *sheets[PAZ_MAX_PARTS];
  guint n = 0;

  for (; self->parts[n] != NULL; n++)
    sheets[n] = declare (self->parts[n], edition, workbook, data);
  fill_cover (self, cover, edition, sheets, data);
  for (guint i = 0; i < n; i++)
    {
      self->parts[i]->fill (sheets[i], edition, data);
      paz_edition_report (edition, 0.3 + 0.5 * (i + 1) / n);
    }
  if (self->release != NULL)
    self->release (data);
}
