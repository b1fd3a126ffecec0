/* What the dialog shows of a block that was checked. */
#include "paz-paste-dialog-private.h"

#include "paz-paste-view.h"
#include "paz-words.h"

static PazPaste *
get_now (gpointer data)
{
  return PAZ_PASTE_DIALOG (data)->checked;
}

/* Takes the part. */
static void
add_count (GString *text,
           guint    n,
           char    *part)
{
  if (n > 0 && text->len > 0)
    g_string_append (text, " · ");
  if (n > 0)
    g_string_append (text, part);
  g_free (part);
}

static void
show_summary (PazPasteDialog *self)
{
  const PazPasteCounts *counts = paz_paste_get_counts (self->checked);
  g_autoptr (GString) text = g_string_new (NULL);

  add_count (text, counts->n_rows, paz_words_dup_count ("%s row", "%s rows", counts->n_rows));
  add_count (text, counts->n_add, paz_words_dup_count ("%s new row", "%s new rows", counts->n_add));
  add_count (text, counts->n_update, paz_words_dup_count ("%s row changes", "%s rows change", counts->n_update));
  add_count (text, counts->n_same, paz_words_dup_count ("%s row the same", "%s rows the same", counts->n_same));
  add_count (text, counts->n_left_out, paz_words_dup_count ("%s row left out", "%s rows left out", counts->n_left_out));
  add_count (text, counts->n_wrong, paz_words_dup_count ("%s row with something wrong", "%s rows with something wrong",
                                                         counts->n_wrong));
  gtk_label_set_text (self->summary_label, text->str);
}

gboolean
paz_paste_dialog_can_accept (PazPasteDialog *self)
{
  const PazPasteCounts *counts = self->checked != NULL ? paz_paste_get_counts (self->checked) : NULL;

  return counts != NULL && counts->n_add + counts->n_update > 0 &&
         (counts->n_wrong == 0 || gtk_check_button_get_active (self->partly_check));
}

void
paz_paste_dialog_update (PazPasteDialog *self)
{
  gboolean review = g_str_equal (gtk_stack_get_visible_child_name (self->states), "review");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.accept", review && paz_paste_dialog_can_accept (self));
}

static gboolean
has_dates (PazPasteDialog *self)
{
  for (guint i = 0; i < paz_block_get_n_columns (paz_paste_get_block (self->checked)); i++)
    {
      PazPasteTarget target = paz_paste_get_target (self->checked, i);

      if (target.field != NULL && target.field->type == PAZ_VALUE_DATE)
        return TRUE;
    }

  return FALSE;
}

int
paz_paste_dialog_get_row (PazPasteDialog *self)
{
  PazPasteRowItem *item = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return item != NULL ? (int) paz_paste_row_get_number (item) : -1;
}

static char *
dup_problems (PazPasteDialog *self,
              int             row)
{
  GPtrArray *problems = paz_paste_get_problems (self->checked);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const PazPasteProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *sentence = NULL;

      if ((int) problem->row != row)
        continue;
      sentence = paz_paste_dup_problem (self->checked, problem, paz_words_get_catalogue ());
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, sentence);
      if (problem->reason == PAZ_PASTE_WRONG_SEVERAL && self->asked == NULL)
        self->asked = problem;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A name of several records: the person says which, for the whole block. */
static void
show_candidates (PazPasteDialog *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  gtk_string_list_append (titles, _("Choose…"));
  if (self->asked != NULL)
    self->candidates = paz_paste_list_candidates (self->checked, self->asked);
  for (guint i = 0; self->candidates != NULL && i < self->candidates->len; i++)
    {
      g_autofree char *title = paz_store_dup_title (self->store, g_ptr_array_index (self->candidates, i),
                                                    paz_words_get_catalogue ());

      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (self->candidate_list, G_LIST_MODEL (titles));
  g_object_unref (titles);
  gtk_widget_set_visible (self->candidate_box, self->candidates != NULL && self->candidates->len > 0);
}

static guint
get_action_position (PazPasteAction action)
{
  return action == PAZ_PASTE_ROW_LEAVE_OUT ? 2 : action == PAZ_PASTE_ROW_ADD ? 1 : 0;
}

void
paz_paste_dialog_show_row (PazPasteDialog *self)
{
  int row = self->checked != NULL ? paz_paste_dialog_get_row (self) : -1;
  g_autofree char *problems = NULL;

  self->asked = NULL;
  self->showing = TRUE;
  problems = row >= 0 ? dup_problems (self, row) : g_strdup ("");
  gtk_label_set_text (self->problem_label, *problems != '\0' ? problems : _("Nothing is wrong with this row."));
  gtk_widget_set_visible (self->row_box, row >= 0);
  if (row >= 0)
    gtk_drop_down_set_selected (self->row_list, get_action_position (paz_paste_get_action (self->checked, row)));
  show_candidates (self);
  self->showing = FALSE;
}

void
paz_paste_dialog_show (PazPasteDialog *self)
{
  const PazPasteCounts *counts = paz_paste_get_counts (self->checked);

  self->showing = TRUE;
  show_summary (self);
  paz_paste_view_set_columns (self->view, self->store, self->checked, get_now, self);
  paz_paste_rows_fill (self->rows, self->checked, gtk_drop_down_get_selected (self->show_list));
  paz_paste_columns_show (self->columns, self->checked);
  gtk_drop_down_set_selected (self->headings_list, paz_paste_get_n_headings (self->checked));
  gtk_drop_down_set_selected (self->match_list, paz_paste_get_match (self->checked) - PAZ_PASTE_MATCH_ID);
  gtk_widget_set_visible (self->dates_box, has_dates (self));
  gtk_widget_set_visible (GTK_WIDGET (self->partly_check), counts->n_wrong > 0);
  gtk_stack_set_visible_child_name (self->states, "review");
  self->showing = FALSE;
  paz_paste_dialog_show_row (self);
  paz_paste_dialog_update (self);
}
