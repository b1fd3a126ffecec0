#include "paz-report-spec.h"

const PazSheetWords *
paz_record_part_get_words (const PazSheetPart *part)
{
  return part->rows != NULL ? &part->rows->words
         : part->tally != NULL ? &part->tally->words
         : part->grid != NULL ? &part->grid->words : part->words;
}

gboolean
paz_record_part_is_shown (const PazSheetPart *part,
                          PazEdition         *edition)
{
  if (part->rows != NULL)
    return paz_register_count (part->rows, edition) > 0;
  if (part->tally != NULL)
    return paz_tally_count (part->tally, edition) > 0;
  if (part->grid != NULL)
    return paz_grid_is_shown (part->grid, edition);
  if (part->is_shown != NULL)
    return part->is_shown (edition);

  return part->kind == NULL || paz_records_list (edition->records, part->kind, NULL)->len > 0;
}

gboolean
paz_record_report_is (const PazReport *self)
{
  if (self->on_records || self->chapters != NULL)
    return TRUE;
  for (guint i = 0; self->parts[i] != NULL; i++)
    if (self->parts[i]->rows != NULL || self->parts[i]->tally != NULL || self->parts[i]->grid != NULL || self->parts[i]->kind != NULL)
      return TRUE;

  return FALSE;
}

guint
paz_record_report_count (const PazReport *self,
                         PazEdition      *edition)
{
  guint n = 0;

  for (guint i = 0; self->parts[i] != NULL; i++)
    if (self->parts[i]->rows != NULL)
      n += paz_register_count (self->parts[i]->rows, edition);

  return n;
}

/* Nothing to see: is there nothing, or nothing for these readers? */
void
paz_record_report_set_empty (const PazReport  *self,
                             PazStore         *store,
                             GError          **error)
{
  gint64 n = 0;

  for (guint i = 0; self->parts[i] != NULL; i++)
    if (self->parts[i]->rows != NULL)
      n += paz_store_count (store, paz_kind_find (self->parts[i]->rows->kind));
  g_set_error_literal (error, PAZ_REPORT_ERROR, n > 0 ? PAZ_REPORT_ERROR_WITHHELD : PAZ_REPORT_ERROR_NO_DATA,
                       n > 0 ? "no records this audience may see" : "no records");
}

gboolean
paz_record_report_read (const PazReport  *self,
                        PazEdition       *edition,
                        GError          **error)
{
  for (guint i = 0; self->kinds != NULL && self->kinds[i] != NULL; i++)
    if (paz_records_list (edition->records, self->kinds[i], error) == NULL)
      return FALSE;
  for (guint i = 0; self->parts[i] != NULL; i++)
    if (self->parts[i]->rows != NULL && !paz_register_prepare (self->parts[i]->rows, edition, error))
      return FALSE;
  edition->stamp = paz_clearance_join (edition->stamp, paz_records_get_all (edition->records));

  return TRUE;
}

gboolean
paz_record_report_prepare (const PazReport  *self,
                           PazEdition       *edition,
                           PazStore         *store,
                           GError          **error)
{
  if (!paz_record_report_read (self, edition, error))
    return FALSE;
  if (paz_record_report_count (self, edition) > 0)
    return TRUE;
  paz_record_report_set_empty (self, store, error);

  return FALSE;
}

void
paz_record_report_put_counts (const PazReport *self,
                              PazSheet        *cover,
                              PazEdition      *edition)
{
  for (guint i = 0; self->parts[i] != NULL; i++)
    if (self->parts[i]->rows != NULL && paz_record_part_is_shown (self->parts[i], edition))
      paz_page_put_count (cover, paz_register_count (self->parts[i]->rows, edition),
                          paz_edition_say (edition, self->parts[i]->rows->words.title));
}
