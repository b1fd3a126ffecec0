/* A cell while it is written into, or while a list to choose from is open over it. */
#include "paz-child-cell-private.h"

#include "paz-picker.h"
#include "paz-words.h"

#include "base/paz-compat.h"

static void
end_editing (PazChildCell *self)
{
  GtkWidget *editor = GTK_WIDGET (g_steal_pointer (&self->editor));
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  g_clear_pointer (&self->wrong, g_free);
  gtk_widget_set_visible (self->label, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (editor);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  paz_child_cell_show_problem (self);
  g_signal_emit_by_name (self, "changed");
}

static gboolean
is_same (PazChildCell *self,
         GVariant     *value)
{
  GVariant *before = paz_record_get_value (self->record, self->field);

  if (before == NULL || value == NULL)
    return before == value;

  return g_variant_equal (before, value);
}

/* Owned, or NULL. A state is not shown in the editor: leaving it untouched keeps it. */
static GVariant *
read_editor (PazChildCell  *self,
             GError       **error)
{
  GVariant *before = paz_record_get_value (self->record, self->field);
  GError *local = NULL;
  GVariant *value = paz_field_editor_read_value (self->editor, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (value != NULL)
    return g_variant_take_ref (value);

  return paz_value_get_state (before) > PAZ_STATE_KNOWN ? g_variant_ref (before) : NULL;
}

void
paz_child_cell_commit (PazChildCell *self,
                       GVariant     *value)
{
  if (!is_same (self, value))
    g_signal_emit_by_name (self, "commit", value);
}

static void
editor_changed_cb (PazChildCell *self)
{
  if (self->wrong != NULL)
    {
      g_clear_pointer (&self->wrong, g_free);
      paz_child_cell_show_problem (self);
    }
  g_signal_emit_by_name (self, "changed");
}

gboolean
paz_child_cell_move (PazChildCell     *self,
                     GtkDirectionType  direction)
{
  gboolean moved = FALSE;

  g_signal_emit_by_name (self, "move", direction, &moved);

  return moved;
}

/* What a person who writes into the cell presses to be done with it. */
static gboolean
editor_key_cb (PazChildCell    *self,
               guint            keyval,
               guint            keycode,
               GdkModifierType  state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  if (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0)
    keyval = GDK_KEY_ISO_Left_Tab;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      paz_child_cell_give_up (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (paz_child_cell_finish (self))
        paz_child_cell_move (self, GTK_DIR_DOWN);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return !paz_child_cell_finish (self) || paz_child_cell_move (self, GTK_DIR_TAB_FORWARD);
    case GDK_KEY_ISO_Left_Tab:
      return !paz_child_cell_finish (self) || paz_child_cell_move (self, GTK_DIR_TAB_BACKWARD);
    default:
      return FALSE;
    }
}

static gboolean
finish_cb (gpointer data)
{
  PazChildCell *self = data;

  self->leaving = 0;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    paz_child_cell_finish (self);

  return G_SOURCE_REMOVE;
}

/* Later: the window is not done with the widgets that the focus leaves. */
static void
editor_left_cb (PazChildCell *self)
{
  if (self->editor != NULL && self->leaving == 0)
    self->leaving = g_idle_add (finish_cb, self);
}

static void
watch_editor (PazChildCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (editor_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (editor_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), focus);
  g_signal_connect_object (self->editor, "changed",
                           G_CALLBACK (editor_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
fit_into_cell (GtkWidget *focus)
{
  if (!GTK_IS_ENTRY (focus))
    return;
  gtk_editable_set_width_chars (GTK_EDITABLE (focus), 2);
  gtk_entry_set_has_frame (GTK_ENTRY (focus), FALSE);
  gtk_entry_set_activates_default (GTK_ENTRY (focus), FALSE);
  gtk_widget_add_css_class (focus, "paz-cell-entry");
}

void
paz_child_cell_begin (PazChildCell *self,
                      const char   *typed)
{
  GVariant *value = paz_record_get_value (self->record, self->field);
  GtkWidget *focus;

  self->editor = paz_field_editor_new (self->look.cell_editor, self->store, self->kind, self->field);
  focus = paz_field_editor_get_focus (self->editor);
  fit_into_cell (focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  paz_child_cell_get_column (self), -1);
  paz_field_editor_show_value (self->editor,
                               paz_value_get_state (value) == PAZ_STATE_KNOWN ? value : NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  watch_editor (self);
  gtk_widget_grab_focus (focus);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  if (typed != NULL && GTK_IS_EDITABLE (focus))
    {
      gtk_editable_set_text (GTK_EDITABLE (focus), typed);
      gtk_editable_set_position (GTK_EDITABLE (focus), -1);
    }
}

static void
picker_closed_cb (PazChildCell *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
toggle_element (PazChildCell *self,
                const char   *id)
{
  GVariant *value = paz_record_get_value (self->record, self->field);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree const char **old = NULL;
  g_autoptr (GVariant) taken = NULL;
  gboolean had = FALSE;

  if (paz_value_get_state (value) == PAZ_STATE_KNOWN)
    old = g_variant_get_strv (value, NULL);
  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    {
      if (g_str_equal (old[i], id))
        had = TRUE;
      else
        g_ptr_array_add (ids, (gpointer) old[i]);
    }
  if (!had)
    g_ptr_array_add (ids, (gpointer) id);
  if (ids->len > 0)
    {
      g_ptr_array_add (ids, NULL);
      taken = g_variant_ref_sink (paz_value_new_set ((const char * const *) ids->pdata));
    }
  paz_child_cell_commit (self, taken);
}

static void
mark_chosen (PazChildCell *self)
{
  GVariant *value = paz_record_get_value (self->record, self->field);
  g_autofree const char **ids = NULL;

  if (paz_value_get_state (value) == PAZ_STATE_KNOWN)
    ids = g_variant_get_strv (value, NULL);
  paz_picker_set_chosen (PAZ_PICKER (self->picker), ids);
}

static void
picked_cb (PazChildCell *self,
           const char   *id)
{
  g_autoptr (GVariant) value = NULL;

  if (paz_field_is_set (self->field))
    {
      toggle_element (self, id);
      mark_chosen (self);
      return;
    }
  value = g_variant_ref_sink (paz_pick_make_value (self->field, id));
  paz_child_cell_commit (self, value);
}

static void
open_picker (PazChildCell *self,
             const char   *typed)
{
  if (self->picker == NULL)
    {
      self->picker = paz_picker_new (self->store, self->kind, self->field);
      gtk_widget_set_parent (self->picker, GTK_WIDGET (self));
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "closed", G_CALLBACK (picker_closed_cb), self, G_CONNECT_SWAPPED);
    }
  if (paz_field_is_set (self->field))
    {
      paz_picker_set_many (PAZ_PICKER (self->picker), TRUE);
      mark_chosen (self);
    }
  paz_picker_open (PAZ_PICKER (self->picker), typed);
}

void
paz_child_cell_edit (PazChildCell *self,
                     const char   *typed)
{
  g_return_if_fail (PAZ_IS_CHILD_CELL (self));

  if (self->editor != NULL)
    return;
  switch (self->look.cell)
    {
    case PAZ_CELL_ENTRY:
      paz_child_cell_begin (self, typed);
      break;
    case PAZ_CELL_PICK:
      open_picker (self, typed);
      break;
    case PAZ_CELL_FORM:
      g_signal_emit_by_name (self, "open");
      break;
    case PAZ_CELL_SHOWN:
      break;
    }
}

gboolean
paz_child_cell_is_entry (PazChildCell *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_CELL (self), FALSE);

  return self->look.cell == PAZ_CELL_ENTRY;
}

gboolean
paz_child_cell_is_editing (PazChildCell *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_CELL (self), FALSE);

  return self->editor != NULL;
}

gboolean
paz_child_cell_is_wrong (PazChildCell *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (PAZ_IS_CHILD_CELL (self), FALSE);

  if (self->editor != NULL)
    value = read_editor (self, &error);

  return error != NULL;
}

gboolean
paz_child_cell_is_pending (PazChildCell *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (PAZ_IS_CHILD_CELL (self), FALSE);

  if (self->editor == NULL)
    return FALSE;
  value = read_editor (self, &error);

  return error != NULL || !is_same (self, value);
}

gboolean
paz_child_cell_finish (PazChildCell *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (PAZ_IS_CHILD_CELL (self), TRUE);

  if (self->editor == NULL)
    return TRUE;
  value = read_editor (self, &error);
  if (error != NULL)
    {
      paz_set_str (&self->wrong, paz_value_error_get_text (error->code, paz_words_get_catalogue ()));
      paz_child_cell_show_problem (self);
      g_signal_emit_by_name (self, "changed");
      return FALSE;
    }
  end_editing (self);
  paz_child_cell_commit (self, value);

  return TRUE;
}

void
paz_child_cell_give_up (PazChildCell *self)
{
  g_return_if_fail (PAZ_IS_CHILD_CELL (self));

  if (self->editor != NULL)
    end_editing (self);
}
