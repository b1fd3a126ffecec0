#include "paz-child-row.h"

#include "paz-child-columns.h"
#include "paz-field-look.h"
#include "paz-words.h"

#include "base/paz-compat.h"

struct _PazChildRow
{
  GtkWidget  parent_instance;

  GPtrArray *cells;
  char      *problem;
};

G_DEFINE_FINAL_TYPE (PazChildRow, paz_child_row, GTK_TYPE_WIDGET)

static gboolean
is_column (const PazField *field)
{
  return (field->flags & PAZ_FIELD_LISTED) != 0 && (field->flags & PAZ_FIELD_HIDDEN) == 0 &&
         field->until == 0;
}

static const PazProblem *
find_problem (GPtrArray      *problems,
              const PazField *field)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    if (((PazProblem *) g_ptr_array_index (problems, i))->field == field)
      return g_ptr_array_index (problems, i);

  return NULL;
}

static gboolean
has_cell (PazChildRow    *self,
          const PazField *field)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (paz_child_cell_get_field (g_ptr_array_index (self->cells, i)) == field)
      return TRUE;

  return FALSE;
}

static void
keep_other_problem (PazChildRow *self,
                    GPtrArray   *problems)
{
  g_clear_pointer (&self->problem, g_free);
  for (guint i = 0; problems != NULL && i < problems->len && self->problem == NULL; i++)
    {
      const PazProblem *problem = g_ptr_array_index (problems, i);

      if (!has_cell (self, problem->field))
        self->problem = paz_problem_dup_text (problem, paz_words_get_catalogue ());
    }
  if (self->problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "wrong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
}

static void
paz_child_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_child_row_parent_class)->dispose (object);
}

static void
paz_child_row_finalize (GObject *object)
{
  PazChildRow *self = PAZ_CHILD_ROW (object);

  g_ptr_array_unref (self->cells);
  g_free (self->problem);

  G_OBJECT_CLASS (paz_child_row_parent_class)->finalize (object);
}

static void
paz_child_row_class_init (PazChildRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_child_row_dispose;
  object_class->finalize = paz_child_row_finalize;
  gtk_widget_class_set_css_name (widget_class, "childrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
paz_child_row_init (PazChildRow *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), paz_child_columns_new ());
  self->cells = g_ptr_array_new ();
}

GtkWidget *
paz_child_row_new (PazStore      *store,
                   const PazKind *kind)
{
  PazChildRow *self = g_object_new (PAZ_TYPE_CHILD_ROW, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GtkWidget *cell;

      if (!is_column (&kind->fields[i]))
        continue;
      cell = paz_child_cell_new (store, kind, &kind->fields[i]);
      paz_child_columns_set_weight (cell, paz_field_get_look (&kind->fields[i]).weight);
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }

  return GTK_WIDGET (self);
}

void
paz_child_row_show (PazChildRow *self,
                    PazRecord   *record)
{
  g_autofree char *title = NULL;

  g_return_if_fail (PAZ_IS_CHILD_ROW (self));

  for (guint i = 0; i < self->cells->len; i++)
    paz_child_cell_show (g_ptr_array_index (self->cells, i), record);
  title = paz_record_dup_title (record, paz_words_get_catalogue ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

GPtrArray *
paz_child_row_get_cells (PazChildRow *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_ROW (self), NULL);

  return self->cells;
}

void
paz_child_row_set_problems (PazChildRow *self,
                            GPtrArray   *problems,
                            const char  *double_text)
{
  g_return_if_fail (PAZ_IS_CHILD_ROW (self));

  for (guint i = 0; i < self->cells->len; i++)
    {
      PazChildCell *cell = g_ptr_array_index (self->cells, i);
      const PazField *field = paz_child_cell_get_field (cell);
      const PazProblem *problem = find_problem (problems, field);
      g_autofree char *text = NULL;

      if (problem != NULL)
        text = paz_problem_dup_text (problem, paz_words_get_catalogue ());
      else if (double_text != NULL)
        text = g_strdup (double_text);
      paz_child_cell_set_problem (cell, text, problem != NULL);
      if (problem == NULL)
        double_text = NULL;     /* said once, at the first column */
    }
  keep_other_problem (self, problems);
}

const char *
paz_child_row_get_problem (PazChildRow *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_ROW (self), NULL);

  return self->problem;
}

void
paz_child_row_set_current (PazChildRow *self,
                           gboolean     current)
{
  g_return_if_fail (PAZ_IS_CHILD_ROW (self));

  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

void
paz_child_row_fill_head (GtkWidget     *head,
                         const PazKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GtkWidget *label;

      if (!is_column (field))
        continue;
      label = g_object_new (GTK_TYPE_LABEL,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                            "label", paz_catalogue_ptext (paz_words_get_catalogue (),
                                                          paz_field_get_context (field, kind), field->label),
                            "xalign", field->type == PAZ_VALUE_INTEGER || field->type == PAZ_VALUE_REAL ? 1. : 0.,
                            "yalign", 1.,
                            "wrap", TRUE,
                            "wrap-mode", PANGO_WRAP_WORD_CHAR,
                            NULL);
      paz_child_columns_set_weight (label, paz_field_get_look (field).weight);
      gtk_box_append (GTK_BOX (head), label);
    }
}
