#include "paz-form.h"

#include "paz-child-table.h"
#include "paz-field-row.h"
#include "paz-form-group.h"
#include "paz-handling-group.h"
#include "paz-provisions-group.h"
#include "paz-scroll.h"
#include "paz-words.h"

struct _PazForm
{
  GtkWidget      parent_instance;

  PazStore      *store;
  const PazKind *kind;
  PazRecord     *record;
  GPtrArray     *rows;       /* PazFieldRow, lent by the tree */
  GPtrArray     *tables;     /* PazChildTable */
  GPtrArray     *handling;   /* PazHandlingGroup */
  char          *problem;
};

G_DEFINE_FINAL_TYPE (PazForm, paz_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
part_changed_cb (PazForm *self)
{
  paz_form_check (self, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_left_cb (PazForm *self)
{
  paz_form_check (self, FALSE);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
take_part (PazForm   *self,
           GtkWidget *part,
           GPtrArray *into)
{
  g_ptr_array_add (into, part);
  g_signal_connect_object (part, "changed",
                           G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Finds the parts, wherever the Builder file put them. */
static void
collect (PazForm   *self,
         GtkWidget *widget)
{
  if (PAZ_IS_FIELD_ROW (widget))
    {
      take_part (self, widget, self->rows);
      g_signal_connect_object (widget, "left",
                               G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  if (PAZ_IS_CHILD_TABLE (widget))
    {
      take_part (self, widget, self->tables);
      return;
    }
  if (PAZ_IS_HANDLING_GROUP (widget))
    take_part (self, widget, self->handling);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (self, child);
}

static gboolean
load (PazForm *self)
{
  g_autofree char *path = g_strdup_printf ("/org/relacopaz/Relacopaz/forms/%s.ui", self->kind->key);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;
  GObject *root;

  if (!gtk_builder_add_from_resource (builder, path, &error))
    {
      g_warning ("Could not load the form of kind %s: %s", self->kind->key, error->message);
      return FALSE;
    }
  root = gtk_builder_get_object (builder, "form");
  if (!GTK_IS_WIDGET (root))
    {
      g_warning ("The form of kind %s has no widget named “form”", self->kind->key);
      return FALSE;
    }
  gtk_widget_set_parent (GTK_WIDGET (root), GTK_WIDGET (self));

  return TRUE;
}

/* A letter of the label that no row before it has taken. */
static gunichar
choose_letter (const char *label,
               GString    *taken)
{
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (p));

      if (!g_unichar_isalpha (letter) || g_utf8_strchr (taken->str, -1, letter) != NULL)
        continue;
      g_string_append_unichar (taken, letter);
      return letter;
    }

  return 0;
}

static void
assign_mnemonics (PazForm *self)
{
  g_autoptr (GString) taken = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      PazFieldRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *label = paz_field_row_dup_label (row);

      if (label != NULL)
        paz_field_row_set_mnemonic (row, choose_letter (label, taken));
    }
}

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

static void
paz_form_dispose (GObject *object)
{
  PazForm *self = PAZ_FORM (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->tables, 0);
  g_ptr_array_set_size (self->handling, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_form_parent_class)->dispose (object);
}

static void
paz_form_finalize (GObject *object)
{
  PazForm *self = PAZ_FORM (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->handling);
  g_free (self->problem);

  G_OBJECT_CLASS (paz_form_parent_class)->finalize (object);
}

static void
paz_form_class_init (PazFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_form_dispose;
  object_class->finalize = paz_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* Names that the Builder files use. */
  g_type_ensure (PAZ_TYPE_FORM_GROUP);
  g_type_ensure (PAZ_TYPE_FIELD_ROW);
  g_type_ensure (PAZ_TYPE_CHILD_TABLE);
  g_type_ensure (PAZ_TYPE_HANDLING_GROUP);
  g_type_ensure (PAZ_TYPE_PROVISIONS_GROUP);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "form");
}

static void
paz_form_init (PazForm *self)
{
  self->rows = g_ptr_array_new ();
  self->tables = g_ptr_array_new ();
  self->handling = g_ptr_array_new ();
}

GtkWidget *
paz_form_new (PazStore      *store,
              const PazKind *kind)
{
  PazForm *self = g_object_new (PAZ_TYPE_FORM, NULL);

  g_set_object (&self->store, store);
  self->kind = kind;
  if (load (self))
    collect (self, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

void
paz_form_set_record (PazForm   *self,
                     PazRecord *record)
{
  g_return_if_fail (PAZ_IS_FORM (self));
  g_return_if_fail (paz_record_get_kind (record) == self->kind);

  g_set_object (&self->record, record);
  for (guint i = 0; i < self->rows->len; i++)
    paz_field_row_bind (g_ptr_array_index (self->rows, i), self->store, record);
  for (guint i = 0; i < self->tables->len; i++)
    paz_child_table_bind (g_ptr_array_index (self->tables, i), self->store, record);
  for (guint i = 0; i < self->handling->len; i++)
    paz_handling_group_bind (g_ptr_array_index (self->handling, i), self->store, record);
  assign_mnemonics (self);
  paz_form_check (self, FALSE);
}

PazRecord *
paz_form_get_record (PazForm *self)
{
  g_return_val_if_fail (PAZ_IS_FORM (self), NULL);

  return self->record;
}

gboolean
paz_form_check (PazForm  *self,
                gboolean  reveal)
{
  g_autoptr (GPtrArray) problems = NULL;
  gboolean fine = TRUE;

  g_return_val_if_fail (PAZ_IS_FORM (self), FALSE);

  problems = paz_record_check (self->record);
  show_problems (self, problems);
  show_doubts (self);
  keep_other_problems (self, problems);
  for (guint i = 0; reveal && i < self->rows->len; i++)
    paz_field_row_reveal (g_ptr_array_index (self->rows, i));
  for (guint i = 0; i < self->tables->len; i++)
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

void
paz_form_focus_first (PazForm *self)
{
  g_return_if_fail (PAZ_IS_FORM (self));

  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

gboolean
paz_form_is_pending (PazForm *self)
{
  g_return_val_if_fail (PAZ_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->tables->len; i++)
    if (paz_child_table_is_modified (g_ptr_array_index (self->tables, i)))
      return TRUE;

  return is_row_wrong (self);
}

void
paz_form_stage (PazForm *self,
                PazEdit *edit)
{
  g_return_if_fail (PAZ_IS_FORM (self));

  for (guint i = 0; i < self->tables->len; i++)
    paz_child_table_stage (g_ptr_array_index (self->tables, i), edit);
}

GPtrArray *
paz_form_get_rows (PazForm *self)
{
  g_return_val_if_fail (PAZ_IS_FORM (self), NULL);

  return self->rows;
}

GPtrArray *
paz_form_get_tables (PazForm *self)
{
  g_return_val_if_fail (PAZ_IS_FORM (self), NULL);

  return self->tables;
}

static gboolean
same_value (GVariant *a,
            GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_variant_equal (a, b);
}

gboolean
paz_form_same_record (PazRecord *a,
                      PazRecord *b)
{
  const PazKind *kind = paz_record_get_kind (a);

  /* A translation that was confirmed differs by a key alone, which paz_record_equal passes over; a
   * conflict may be decided for the value that is shown already. */
  for (guint i = 0; i < kind->n_fields; i++)
    if (!same_value (paz_record_get_value (a, &kind->fields[i]),
                     paz_record_get_value (b, &kind->fields[i])) ||
        paz_record_is_in_conflict (a, &kind->fields[i]) != paz_record_is_in_conflict (b, &kind->fields[i]))
      return FALSE;

  return paz_record_equal (a, b) &&
         g_str_equal (paz_record_get_owner (a), paz_record_get_owner (b));
}
