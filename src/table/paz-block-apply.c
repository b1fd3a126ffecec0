/* One step of all rows, and what is wrong in words. */
#include "paz-block-paste.h"

static gboolean
has_row_problem (PazPaste *self,
                 guint     row)
{
  const PazPasteProblem *problem = paz_paste_find_problem (self, row, -1);

  return problem != NULL;
}

/* A rule that a good cell breaks: the record cannot be without it as it stands. */
static void
take_back (PazPaste    *self,
           PazPasteRow *row,
           guint        column)
{
  const PazField *field = paz_paste_get_target (self, column).field;

  paz_record_set_value (row->record, field, row->stored != NULL ? paz_record_get_value (row->stored, field) : NULL);
}

/* What of the row can go in; FALSE when nothing. */
static gboolean
is_fit (PazPaste *self,
        guint     n)
{
  PazPasteRow *row = &g_array_index (self->rows, PazPasteRow, n);
  g_autoptr (GPtrArray) problems = NULL;

  if (!row->is_data || (row->action != PAZ_PASTE_ROW_ADD && row->action != PAZ_PASTE_ROW_UPDATE))
    return FALSE;
  if (!row->is_wrong)
    return TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    if (row->cells[i] == PAZ_PASTE_CELL_WRONG)
      take_back (self, row, i);
  if (has_row_problem (self, n))
    return FALSE;
  problems = paz_record_check (row->record);

  return problems->len == 0;
}

GPtrArray *
paz_paste_list_accepted (PazPaste *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    if (is_fit (self, i))
      g_ptr_array_add (records, g_object_ref (g_array_index (self->rows, PazPasteRow, i).record));

  return records;
}

gboolean
paz_paste_apply (PazPaste      *self,
                 PazStore      *store,
                 gboolean       partly,
                 PazProgress    progress,
                 gpointer       data,
                 GCancellable  *cancellable,
                 guint64       *step,
                 GError       **error)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GPtrArray) records = NULL;

  if (self->counts.n_wrong > 0 && !partly)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_NOTHING, "%u rows are wrong", self->counts.n_wrong);
      return FALSE;
    }
  records = paz_paste_list_accepted (self);
  for (guint i = 0; i < records->len; i++)
    paz_edit_put (edit, g_ptr_array_index (records, i));

  return paz_store_apply (store, edit, progress, data, cancellable, step, error);
}

/* ---- words ---- */

static const char *
get_reason (PazPaste              *self,
            const PazPasteProblem *problem,
            PazCatalogue          *catalogue)
{
  switch (problem->reason)
    {
    case PAZ_PASTE_WRONG_VALUE:
      return paz_value_error_get_text (problem->code, catalogue);
    case PAZ_PASTE_WRONG_NOBODY:
      return paz_catalogue_text (catalogue, N_("No record is called “%s”."));
    case PAZ_PASTE_WRONG_SEVERAL:
      return paz_catalogue_text (catalogue, N_("Several records are called “%s”. Choose one."));
    case PAZ_PASTE_WRONG_RULE:
      return problem->text;
    case PAZ_PASTE_WRONG_ROW_TWICE:
      return paz_catalogue_text (catalogue, N_("It means the same record as row %s."));
    case PAZ_PASTE_WRONG_ROW_MATCH:
      return paz_catalogue_text (catalogue, N_("Several records fit this row. Leave it out, add it as a new one, or paste the ids, too."));
    case PAZ_PASTE_WRONG_ROW_ID:
      return paz_catalogue_text (catalogue, N_("There is no record with the id “%s” here."));
    case PAZ_PASTE_WRONG_ROW_OWNER:
      return paz_catalogue_text (catalogue, N_("The record belongs to %s, who alone can change it."));
    case PAZ_PASTE_WRONG_CONFLICT:
      return paz_catalogue_text (catalogue, N_("Several values stand here. Decide in the form first."));
    }

  g_return_val_if_reached ("");
}

static char *
dup_argument (PazPaste              *self,
              const PazPasteProblem *problem,
              PazCatalogue          *catalogue)
{
  if (problem->reason == PAZ_PASTE_WRONG_ROW_TWICE)
    return paz_catalogue_dup_integer (catalogue, problem->code);
  if (problem->reason == PAZ_PASTE_WRONG_ROW_OWNER)
    return paz_catalogue_dup_country (catalogue, problem->text);

  return g_strdup (problem->text != NULL ? problem->text : "");
}

/* Only sentences of this file hold a place for the argument. */
static char *
dup_reason (PazPaste              *self,
            const PazPasteProblem *problem,
            PazCatalogue          *catalogue)
{
  const char *reason = get_reason (self, problem, catalogue);
  g_autofree char *argument = dup_argument (self, problem, catalogue);
  g_autoptr (GString) text = g_string_new (reason);

  if (problem->reason != PAZ_PASTE_WRONG_VALUE && problem->reason != PAZ_PASTE_WRONG_RULE)
    g_string_replace (text, "%s", argument, 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
paz_paste_dup_problem (PazPaste              *self,
                       const PazPasteProblem *problem,
                       PazCatalogue          *catalogue)
{
  g_autofree char *row = paz_catalogue_dup_integer (catalogue, problem->row + 1);
  g_autofree char *reason = dup_reason (self, problem, catalogue);
  const PazField *field = problem->column >= 0 ? paz_paste_get_target (self, problem->column).field : NULL;
  const char *label, *value;

  if (field == NULL)
    return g_strdup_printf (paz_catalogue_text (catalogue, N_("Row %s: %s")), row, reason);

  label = paz_catalogue_ptext (catalogue, paz_field_get_context (field, self->kind), field->label);
  value = paz_block_get_text (self->block, problem->row, problem->column);
  if (*value == '\0')
    return g_strdup_printf (paz_catalogue_text (catalogue, N_("Row %s, %s: %s")), row, label, reason);

  return g_strdup_printf (paz_catalogue_text (catalogue, N_("Row %s, %s, “%s”: %s")), row, label, value, reason);
}
