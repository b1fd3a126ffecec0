/* What is wrong in a form, and where it is said. */
#include "paz-form-private.h"

#include "paz-child-table.h"
#include "paz-field-row.h"
#include "paz-scroll.h"
#include "paz-words.h"

static PazFieldRow *
find_row (PazForm        *self,
          const PazField *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (paz_field_row_get_field (g_ptr_array_index (self->rows, i)) == field)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

static PazProblem *
find_problem (GPtrArray      *problems,
              const PazField *field)
{
  for (guint i = 0; i < problems->len; i++)
    {
      PazProblem *problem = g_ptr_array_index (problems, i);

      if (problem->field == field)
        return problem;
    }

  return NULL;
}

static void
show_problems (PazForm   *self,
               GPtrArray *problems)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      PazFieldRow *row = g_ptr_array_index (self->rows, i);
      PazProblem *problem = find_problem (problems, paz_field_row_get_field (row));
      g_autofree char *text = NULL;

      if (problem != NULL)
        text = paz_problem_dup_text (problem, paz_words_get_catalogue ());
      paz_field_row_set_problem (row, text);
    }
}

static GPtrArray *
list_contained (PazForm *self)
{
  GPtrArray *contained = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->tables->len; i++)
    {
      GListModel *records = paz_child_table_get_records (g_ptr_array_index (self->tables, i));

      if (paz_form_is_waiting (self, g_ptr_array_index (self->tables, i)))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (records); j++)
        g_ptr_array_add (contained, g_list_model_get_item (records, j));
    }

  return contained;
}

static void
show_doubts (PazForm *self)
{
  g_autoptr (GPtrArray) contained = list_contained (self);
  g_autoptr (GPtrArray) doubts = paz_record_list_doubts (self->record, contained);

  for (guint i = 0; i < self->rows->len; i++)
    {
      PazFieldRow *row = g_ptr_array_index (self->rows, i);
      PazProblem *doubt = find_problem (doubts, paz_field_row_get_field (row));
      g_autofree char *text = NULL;

      if (doubt != NULL)
        text = paz_problem_dup_text (doubt, paz_words_get_catalogue ());
      paz_field_row_set_doubt (row, text);
    }
}

static void
keep_other_problems (PazForm   *self,
                     GPtrArray *problems)
{
  g_clear_pointer (&self->problem, g_free);
  for (guint i = 0; i < problems->len && self->problem == NULL; i++)
    {
      PazProblem *problem = g_ptr_array_index (problems, i);

      if (problem->field == NULL || find_row (self, problem->field) == NULL)
        self->problem = paz_problem_dup_text (problem, paz_words_get_catalogue ());
    }
}

static gboolean
is_row_wrong (PazForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (paz_field_row_is_wrong (g_ptr_array_index (self->rows, i)))
      return TRUE;

  return FALSE;
}

static void
show_row (GtkWidget *row)
{
  gtk_widget_grab_focus (row);
  /* All of the row, its message too, which has its place only after the next layout. */
  paz_scroll_into_view (row);
}

gboolean
paz_form_check (PazForm  *self,
                gboolean  reveal)
{
  g_autoptr (GPtrArray) problems = NULL;
  gboolean fine = TRUE;

  g_return_val_if_fail (PAZ_IS_FORM (self), FALSE);

  if (reveal)
    paz_form_finish (self);
  problems = paz_record_check (self->record);
  show_problems (self, problems);
  show_doubts (self);
  keep_other_problems (self, problems);
  for (guint i = 0; reveal && i < self->rows->len; i++)
    paz_field_row_reveal (g_ptr_array_index (self->rows, i));
  for (guint i = 0; i < self->tables->len; i++)
    if (!paz_form_is_waiting (self, g_ptr_array_index (self->tables, i)))
      fine = paz_child_table_check (g_ptr_array_index (self->tables, i), reveal) && fine;

  return fine && problems->len == 0 && !is_row_wrong (self);
}

char *
paz_form_dup_problem (PazForm *self)
{
  g_return_val_if_fail (PAZ_IS_FORM (self), NULL);

  return g_strdup (self->problem);
}

void
paz_form_focus_wrong (PazForm *self)
{
  g_return_if_fail (PAZ_IS_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      PazFieldRow *row = g_ptr_array_index (self->rows, i);

      if (paz_field_row_get_message (row) == NULL)
        continue;
      show_row (GTK_WIDGET (row));
      return;
    }
  for (guint i = 0; i < self->tables->len; i++)
    {
      GtkWidget *cell = paz_child_table_focus_wrong (g_ptr_array_index (self->tables, i));

      if (cell == NULL)
        continue;
      show_row (cell);
      return;
    }
}

gboolean
paz_form_is_pending (PazForm *self)
{
  g_return_val_if_fail (PAZ_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->tables->len; i++)
    if (!paz_form_is_waiting (self, g_ptr_array_index (self->tables, i)) &&
        paz_child_table_is_modified (g_ptr_array_index (self->tables, i)))
      return TRUE;

  return is_row_wrong (self);
}
