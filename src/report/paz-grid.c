#include "paz-grid.h"

/* ---- what is counted ---- */

static gboolean
is_wanted (const PazGrid *self,
           PazEdition    *edition,
           PazRecord     *record)
{
  return paz_record_get_text (record, self->field) != NULL && paz_record_get_text (record, "participant") != NULL &&
         (self->wanted == NULL || self->wanted (edition, record));
}

/* Elements PazRecord *, lent. */
static GPtrArray *
list_records (const PazGrid *self,
              PazEdition    *edition)
{
  GPtrArray *records = paz_records_list (edition->records, self->kind, NULL);
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (is_wanted (self, edition, records->pdata[i]))
      g_ptr_array_add (wanted, records->pdata[i]);

  return wanted;
}

/* Of the choice, of the State; NULL stands for any. */
static guint
count (const PazGrid *self,
       PazEdition    *edition,
       GPtrArray     *records,
       const char    *choice,
       PazRecord     *state,
       PazClearance  *stamp)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);

      if (choice != NULL && !g_str_equal (paz_record_get_text (record, self->field), choice))
        continue;
      if (state != NULL && !g_str_equal (paz_record_get_text (record, "participant"), paz_record_get_id (state)))
        continue;
      n++;
      if (stamp != NULL)
        *stamp = paz_clearance_join (*stamp, paz_records_get_stamp (edition->records, record));
    }

  return n;
}

/* States that have a record, in the language's order. */
static GPtrArray *
list_states (const PazGrid *self,
             PazEdition    *edition,
             GPtrArray     *records)
{
  GPtrArray *states = paz_edition_get_states (edition);
  GPtrArray *present = g_ptr_array_new ();

  for (guint i = 0; i < states->len; i++)
    if (count (self, edition, records, NULL, states->pdata[i], NULL) > 0)
      g_ptr_array_add (present, states->pdata[i]);

  return present;
}

gboolean
paz_grid_is_shown (const PazGrid *self,
                   PazEdition    *edition)
{
  g_autoptr (GPtrArray) records = list_records (self, edition);
  g_autoptr (GPtrArray) states = list_states (self, edition, records);

  return states->len > 0;
}

/* ---- the sheet ---- */

PazSheet *
paz_grid_declare (const PazGrid *self,
                  PazEdition    *edition,
                  PazWorkbook   *workbook)
{
  const PazKind *kind = paz_kind_find (self->kind);
  const PazField *field = paz_kind_find_field (kind, self->field);
  g_autoptr (GPtrArray) records = list_records (self, edition);
  g_autoptr (GPtrArray) states = list_states (self, edition, records);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree PazColumn *columns = g_new0 (PazColumn, states->len + 2);
  g_autofree char *marking = paz_edition_dup_marking (edition);
  const PazSheetSpec spec = {
    .name = paz_sheets_say_name (edition, &self->words),
    .title = paz_sheets_say_title (edition, &self->words), .subtitle = marking,
    .table = paz_sheets_say_table (edition, &self->words), .columns = columns,
    .n_columns = states->len + 2, .n_frozen = self->words.n_frozen,
  };

  columns[0] = (PazColumn) { field->key, paz_catalogue_ptext (edition->catalogue, paz_field_get_context (field, kind), field->label), PAZ_COLUMN_NOTE };
  for (guint i = 0; i < states->len; i++)
    {
      const char *code = paz_record_get_text (states->pdata[i], "code");
      char *key = g_ascii_strdown (code, -1);

      g_ptr_array_add (keys, key);
      columns[i + 1] = (PazColumn) { key, code, PAZ_COLUMN_COUNT };
    }
  columns[states->len + 1] = (PazColumn) { "total", paz_sheets_say_column (edition, NC_("column", "Total")), PAZ_COLUMN_COUNT };

  return paz_sheet_new (workbook, &spec, edition->stamp);
}

static void
put_choice (const PazGrid   *self,
            PazEdition      *edition,
            PazSheet        *sheet,
            GPtrArray       *records,
            GPtrArray       *states,
            const PazChoice *choice)
{
  const PazKind *kind = paz_kind_find (self->kind);
  const PazField *field = paz_kind_find_field (kind, self->field);
  PazClearance stamp = paz_clearance_public ();
  guint total = 0;

  if (count (self, edition, records, choice->key, NULL, &stamp) == 0)
    return;
  paz_sheet_begin_row (sheet, stamp);
  paz_sheet_put_text (sheet, paz_choice_get_label (choice, paz_field_get_context (field, kind), edition->catalogue));
  for (guint i = 0; i < states->len; i++)
    {
      guint n = count (self, edition, records, choice->key, states->pdata[i], NULL);

      total += n;
      if (n > 0)
        paz_sheet_put_number (sheet, n);
      else
        paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
    }
  paz_sheet_put_number (sheet, total);
}

static void
put_total (const PazGrid *self,
           PazEdition    *edition,
           PazSheet      *sheet,
           GPtrArray     *records,
           GPtrArray     *states)
{
  guint total = 0;

  paz_sheet_begin_total (sheet, edition->stamp);
  paz_sheet_put_text (sheet, paz_edition_say (edition, N_("Total")));
  for (guint i = 0; i < states->len; i++)
    {
      guint n = count (self, edition, records, NULL, states->pdata[i], NULL);

      total += n;
      paz_sheet_put_sum (sheet, n);
    }
  paz_sheet_put_sum (sheet, total);
}

void
paz_grid_fill (const PazGrid *self,
               PazEdition    *edition,
               PazSheet      *sheet)
{
  const PazField *field = paz_kind_find_field (paz_kind_find (self->kind), self->field);
  g_autoptr (GPtrArray) records = list_records (self, edition);
  g_autoptr (GPtrArray) states = list_states (self, edition, records);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (const PazChoice *choice = field->choices; choice->key != NULL; choice++)
    put_choice (self, edition, sheet, records, states, choice);
  put_total (self, edition, sheet, records, states);
  first = g_ascii_strdown (paz_record_get_text (states->pdata[0], "code"), -1);
  last = g_ascii_strdown (paz_record_get_text (states->pdata[states->len - 1], "code"), -1);
  paz_sheet_set_heat (sheet, first, last);
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("The darker a cell, the larger its number. Only States that have an entry stand here; rows nobody has an entry in are left out.")));
}
