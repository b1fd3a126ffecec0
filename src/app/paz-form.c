#include "paz-form-private.h"

#include "paz-child-table.h"
#include "paz-field-row.h"
#include "paz-form-group.h"
#include "paz-handling-group.h"
#include "paz-provisions-group.h"
#include "paz-words.h"

/* What a window shows at first; the rest of a form follows between frames. */
#define PARTS_AT_ONCE 8
/* Microseconds of building in one go. */
#define SLICE 6000

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

/* ---- parts ---- */

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
      g_ptr_array_add (self->parts, widget);
      g_signal_connect_object (widget, "left",
                               G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  if (PAZ_IS_CHILD_TABLE (widget))
    {
      take_part (self, widget, self->tables);
      g_ptr_array_add (self->parts, widget);
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

/* ---- a form shown bit by bit ---- */

static void
bind_part (PazForm   *self,
           GtkWidget *part)
{
  if (PAZ_IS_FIELD_ROW (part))
    paz_field_row_bind (PAZ_FIELD_ROW (part), self->store, self->record);
  else
    paz_child_table_bind (PAZ_CHILD_TABLE (part), self->store, self->record);
}

gboolean
paz_form_is_waiting (PazForm  *self,
                     gpointer  part)
{
  return g_queue_find (&self->waiting, part) != NULL;
}

/* The group or table that the Builder file put into the form. */
static GtkWidget *
get_block (PazForm   *self,
           GtkWidget *part)
{
  GtkWidget *root = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (gtk_widget_get_parent (part) != root)
    part = gtk_widget_get_parent (part);

  return part;
}

static void
put_off (PazForm   *self,
         GtkWidget *part)
{
  GtkWidget *block = get_block (self, part);
  GtkWidget *last = self->shown_block;

  gtk_widget_set_visible (part, FALSE);
  if (block != last)
    gtk_widget_set_visible (block, FALSE);
  g_queue_push_tail (&self->waiting, part);
}

static void
show_next (PazForm *self)
{
  GtkWidget *part = g_queue_pop_head (&self->waiting);

  gtk_widget_set_visible (part, TRUE);
  bind_part (self, part);
  gtk_widget_set_visible (get_block (self, part), TRUE);
}

/* ---- after a save ---- */

static void
settle (PazForm *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  for (guint i = 0; i < self->tables->len; i++)
    if (!paz_child_table_is_modified (g_ptr_array_index (self->tables, i)))
      paz_child_table_take_saved (g_ptr_array_index (self->tables, i), self->record);
  paz_form_check (self, FALSE);
}

static gboolean
settle_cb (gpointer data)
{
  PazForm *self = data;

  self->settling = 0;
  settle (self);

  return G_SOURCE_REMOVE;
}

static void
end_building (PazForm *self)
{
  g_clear_handle_id (&self->building, g_source_remove);
  assign_mnemonics (self);
  paz_form_check (self, FALSE);
}

static gboolean
build_cb (gpointer data)
{
  PazForm *self = data;
  gint64 end = g_get_monotonic_time () + SLICE;

  while (!g_queue_is_empty (&self->waiting) && g_get_monotonic_time () < end)
    show_next (self);
  if (!g_queue_is_empty (&self->waiting))
    return G_SOURCE_CONTINUE;
  self->building = 0;
  end_building (self);

  return G_SOURCE_REMOVE;
}

/* Where the keyboard would leave a form that is not all there yet. */
static gboolean
paz_form_focus (GtkWidget        *widget,
                GtkDirectionType  direction)
{
  PazForm *self = PAZ_FORM (widget);

  if (GTK_WIDGET_CLASS (paz_form_parent_class)->focus (widget, direction))
    return TRUE;
  if (self->building == 0)
    return FALSE;
  paz_form_finish (self);

  return GTK_WIDGET_CLASS (paz_form_parent_class)->focus (widget, direction);
}

static void
paz_form_dispose (GObject *object)
{
  PazForm *self = PAZ_FORM (object);
  GtkWidget *child;

  g_clear_handle_id (&self->building, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  g_queue_clear (&self->waiting);
  g_ptr_array_set_size (self->parts, 0);
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

  g_ptr_array_unref (self->parts);
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
  widget_class->focus = paz_form_focus;

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
  g_queue_init (&self->waiting);
  self->parts = g_ptr_array_new ();
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

static void
take_record (PazForm   *self,
             PazRecord *record)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  g_set_object (&self->record, record);
  for (guint i = 0; i < self->handling->len; i++)
    paz_handling_group_bind (g_ptr_array_index (self->handling, i), self->store, record);
}

void
paz_form_set_record (PazForm   *self,
                     PazRecord *record)
{
  g_return_if_fail (PAZ_IS_FORM (self));
  g_return_if_fail (paz_record_get_kind (record) == self->kind);

  take_record (self, record);
  while (!g_queue_is_empty (&self->waiting))
    show_next (self);
  for (guint i = 0; i < self->parts->len; i++)
    bind_part (self, g_ptr_array_index (self->parts, i));
  end_building (self);
}

void
paz_form_begin (PazForm   *self,
                PazRecord *record)
{
  g_return_if_fail (PAZ_IS_FORM (self));
  g_return_if_fail (paz_record_get_kind (record) == self->kind);

  take_record (self, record);
  g_queue_clear (&self->waiting);
  self->shown_block = NULL;
  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *part = g_ptr_array_index (self->parts, i);

      if (i >= PARTS_AT_ONCE)
        {
          put_off (self, part);
          continue;
        }
      gtk_widget_set_visible (part, TRUE);
      bind_part (self, part);
      self->shown_block = get_block (self, part);
    }
  end_building (self);
  if (!g_queue_is_empty (&self->waiting))
    self->building = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, build_cb, self, NULL);
}

void
paz_form_finish (PazForm *self)
{
  g_return_if_fail (PAZ_IS_FORM (self));

  if (self->settling != 0)
    settle (self);
  if (self->building == 0)
    return;
  while (!g_queue_is_empty (&self->waiting))
    show_next (self);
  end_building (self);
}

gboolean
paz_form_is_whole (PazForm *self)
{
  g_return_val_if_fail (PAZ_IS_FORM (self), FALSE);

  return self->building == 0 && self->settling == 0;
}

void
paz_form_take_saved (PazForm   *self,
                     PazRecord *record)
{
  g_return_if_fail (PAZ_IS_FORM (self));
  g_return_if_fail (paz_record_get_kind (record) == self->kind);

  paz_form_finish (self);
  take_record (self, record);
  for (guint i = 0; i < self->rows->len; i++)
    paz_field_row_take_saved (g_ptr_array_index (self->rows, i), record);
  /* Tables of which nothing was saved are read again between frames. */
  for (guint i = 0; i < self->tables->len; i++)
    if (paz_child_table_is_modified (g_ptr_array_index (self->tables, i)))
      paz_child_table_take_saved (g_ptr_array_index (self->tables, i), record);
  self->settling = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, settle_cb, self, NULL);
}

void
paz_form_forget (PazForm *self)
{
  g_return_if_fail (PAZ_IS_FORM (self));

  g_clear_handle_id (&self->building, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  g_queue_clear (&self->waiting);
  for (guint i = 0; i < self->tables->len; i++)
    paz_child_table_forget (g_ptr_array_index (self->tables, i));
  for (guint i = 0; i < self->rows->len; i++)
    paz_field_row_forget (g_ptr_array_index (self->rows, i));
}

PazRecord *
paz_form_get_record (PazForm *self)
{
  g_return_val_if_fail (PAZ_IS_FORM (self), NULL);

  return self->record;
}

void
paz_form_focus_first (PazForm *self)
{
  g_return_if_fail (PAZ_IS_FORM (self));

  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
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

  paz_form_finish (self);

  return self->rows;
}

GPtrArray *
paz_form_get_tables (PazForm *self)
{
  g_return_val_if_fail (PAZ_IS_FORM (self), NULL);

  paz_form_finish (self);

  return self->tables;
}

gboolean
paz_form_same_record (PazRecord *a,
                      PazRecord *b)
{
  const PazKind *kind = paz_record_get_kind (a);

  /* A translation that was confirmed differs by a key alone, which paz_record_equal passes over; a
   * conflict may be decided for the value that is shown already. */
  for (guint i = 0; i < kind->n_fields; i++)
    if (!paz_value_same (paz_record_get_value (a, &kind->fields[i]),
                         paz_record_get_value (b, &kind->fields[i])) ||
        paz_record_is_in_conflict (a, &kind->fields[i]) != paz_record_is_in_conflict (b, &kind->fields[i]))
      return FALSE;

  return paz_record_equal (a, b) &&
         g_str_equal (paz_record_get_owner (a), paz_record_get_owner (b));
}
