#include "paz-report-spec.h"

PazSheet *
paz_report_declare_part (const PazSheetPart *part,
                         PazEdition         *edition,
                         PazWorkbook        *workbook,
                         gpointer            data)
{
  if (!paz_record_part_is_shown (part, edition))
    return NULL;
  if (part->rows != NULL)
    return paz_register_declare (part->rows, edition, workbook);
  if (part->tally != NULL)
    return paz_tally_declare (part->tally, edition, workbook);
  if (part->grid != NULL)
    return paz_grid_declare (part->grid, edition, workbook);
  if (part->declare != NULL)
    return part->declare (edition, workbook, data);

  return paz_sheets_declare (edition, workbook, part->words, part->columns, part->n_columns, 0, edition->stamp);
}

void
paz_report_fill_part (const PazSheetPart *part,
                      PazSheet           *sheet,
                      PazEdition         *edition,
                      gpointer            data)
{
  if (part->rows != NULL)
    paz_register_fill (part->rows, edition, sheet);
  else if (part->tally != NULL)
    paz_tally_fill (part->tally, edition, sheet);
  else if (part->grid != NULL)
    paz_grid_fill (part->grid, edition, sheet);
  else
    part->fill (sheet, edition, data);
}

void
paz_report_put_reading (PazSheet   *cover,
                        PazEdition *edition,
                        gboolean    with_records)
{
  if (edition->figures != NULL)
    {
      paz_cover_put_sources (cover, edition);
      paz_cover_put_legend (cover, edition);
    }
  if (with_records)
    paz_cover_put_record_legend (cover, edition);
  if (edition->figures != NULL)
    paz_cover_put_notes (cover, edition);
  if (with_records)
    paz_cover_put_record_notes (cover, edition);
}

static void
fill_cover (const PazReport *self,
            PazSheet        *cover,
            PazEdition      *edition,
            PazSheet       **sheets,
            gpointer         data)
{
  if (self->put_key_figures != NULL)
    self->put_key_figures (cover, edition, data);
  else
    paz_record_report_put_counts (self, cover, edition);
  paz_page_put_heading (cover, paz_edition_say (edition, N_("Contents")));
  for (guint i = 0; self->parts[i] != NULL; i++)
    if (sheets[i] != NULL)
      paz_sheets_put_link (cover, edition, sheets[i], paz_record_part_get_words (self->parts[i]));
  if (self->put_legend != NULL)
    self->put_legend (cover, edition);
  paz_cover_put_facts (cover, edition);
  paz_report_put_reading (cover, edition, self->on_records || paz_record_report_count (self, edition) > 0);
}

static void
fill_parts (const PazReport *self,
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
    sheets[n] = paz_report_declare_part (self->parts[n], edition, workbook, data);
  fill_cover (self, cover, edition, sheets, data);
  for (guint i = 0; i < n; i++)
    {
      if (sheets[i] != NULL)
        paz_report_fill_part (self->parts[i], sheets[i], edition, data);
      paz_edition_report (edition, 0.3 + 0.5 * (i + 1) / n);
    }
  if (self->release != NULL)
    self->release (data);
}

void
paz_report_fill (const PazReport *self,
                 PazEdition      *edition,
                 PazWorkbook     *workbook,
                 const char      *title)
{
  if (self->chapters != NULL)
    paz_chapters_fill (self, edition, workbook, title);
  else
    fill_parts (self, edition, workbook, title);
}
