#include "paz-child-cell.h"

#include "paz-field-editor.h"
#include "paz-field-look.h"
#include "paz-picker.h"
#include "paz-words.h"

#include "base/paz-compat.h"

struct _PazChildCell
{
  GtkWidget       parent_instance;

  GtkWidget      *label;
  GtkWidget      *picker;
  PazFieldEditor *editor;       /* while it is being edited */

  PazStore       *store;
  const PazKind  *kind;
  const PazField *field;
  PazFieldLook    look;
  PazRecord      *record;

  char           *problem;
  gboolean        blocking;
  char           *wrong;        /* what is typed cannot be read */
  guint           leaving;
};

G_DEFINE_FINAL_TYPE (PazChildCell, paz_child_cell, GTK_TYPE_WIDGET)

enum
{
  COMMIT,
  MOVE,
  OPEN,
  ENTERED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- showing ---- */

static const char *
get_column (PazChildCell *self)
{
  return paz_catalogue_ptext (paz_words_get_catalogue (),
                              paz_field_get_context (self->field, self->kind), self->field->label);
}

static void
show_name (PazChildCell *self)
{
  const char *shown = gtk_label_get_text (GTK_LABEL (self->label));
  g_autofree char *name = NULL;

  /* Translators: a column of a table and what its cell holds, for screen readers. */
  name = g_strdup_printf (C_("cell", "%s: %s"), get_column (self),
                          *shown != '\0' ? shown : C_("choice", "Not answered"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_problem (PazChildCell *self)
{
  const char *text = paz_child_cell_get_problem (self);
  gboolean wrong = self->wrong != NULL || (text != NULL && self->blocking);

  gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "doubtful");
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), wrong ? "wrong" : "doubtful");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (self->editor != NULL)
    paz_field_editor_set_wrong (self->editor, wrong);
}

static void
show_value (PazChildCell *self)
{
  g_autofree char *text = paz_store_dup_display (self->store, self->record, self->field,
                                                 paz_words_get_catalogue ());
  PazValueState state = paz_value_get_state (paz_record_get_value (self->record, self->field));
  gboolean said = state == PAZ_STATE_NOT_ANSWERED || state == PAZ_STATE_KNOWN;

  gtk_label_set_text (GTK_LABEL (self->label), text);
  if (said)
    gtk_widget_remove_css_class (self->label, "paz-cell-state");
  else
    gtk_widget_add_css_class (self->label, "paz-cell-state");
  show_name (self);
}

/* ---- editing in place ---- */

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
  show_problem (self);
  g_signal_emit (self, signals[CHANGED], 0);
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

static void
commit (PazChildCell *self,
        GVariant     *value)
{
  if (!is_same (self, value))
    g_signal_emit (self, signals[COMMIT], 0, value);
}

static void
editor_changed_cb (PazChildCell *self)
{
  if (self->wrong != NULL)
    {
      g_clear_pointer (&self->wrong, g_free);
      show_problem (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
move (PazChildCell     *self,
      GtkDirectionType  direction)
{
  gboolean moved = FALSE;

  g_signal_emit (self, signals[MOVE], 0, direction, &moved);

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

  switch (keyval)
    {
    case GDK_KEY_Escape:
      paz_child_cell_give_up (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (paz_child_cell_finish (self))
        move (self, GTK_DIR_DOWN);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return !paz_child_cell_finish (self) || move (self, GTK_DIR_TAB_FORWARD);
    case GDK_KEY_ISO_Left_Tab:
      return !paz_child_cell_finish (self) || move (self, GTK_DIR_TAB_BACKWARD);
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

static void
begin_editing (PazChildCell *self,
               const char   *typed)
{
  GVariant *value = paz_record_get_value (self->record, self->field);
  GtkWidget *focus;

  self->editor = paz_field_editor_new (self->look.cell_editor, self->store, self->kind, self->field);
  focus = paz_field_editor_get_focus (self->editor);
  fit_into_cell (focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_column (self), -1);
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

/* ---- choosing from a list ---- */

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
  commit (self, taken);
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
  commit (self, value);
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

/* ---- keys and pointer on the cell itself ---- */

static gboolean
is_dead_key (guint keyval)
{
  return keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_currency;
}

/* An accent typed on its own goes into the text, whose input method joins it with the letter. */
static gboolean
begin_with_accent (PazChildCell       *self,
                   GtkEventController *keys)
{
  GtkWidget *focus;

  if (self->look.cell != PAZ_CELL_ENTRY)
    return FALSE;
  begin_editing (self, "");
  focus = paz_field_editor_get_focus (self->editor);
  if (GTK_IS_EDITABLE (focus))
    gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (keys),
                                      GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (focus))));

  return TRUE;
}

static gboolean
type_key (PazChildCell *self,
          guint         keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char typed[8] = { 0 };

  if (letter == 0 || !g_unichar_isprint (letter) || self->look.cell == PAZ_CELL_SHOWN)
    return FALSE;
  g_unichar_to_utf8 (letter, typed);
  paz_child_cell_edit (self, letter == ' ' && self->look.cell == PAZ_CELL_PICK ? NULL : typed);

  return TRUE;
}

static gboolean
move_key (PazChildCell *self,
          guint         keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return move (self, GTK_DIR_TAB_FORWARD);
    case GDK_KEY_ISO_Left_Tab:
      return move (self, GTK_DIR_TAB_BACKWARD);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, GTK_DIR_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move (self, GTK_DIR_DOWN);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, GTK_DIR_LEFT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, GTK_DIR_RIGHT);
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (PazChildCell       *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                GtkEventController *keys)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    return FALSE;
  if (enter && (state & GDK_CONTROL_MASK))
    {
      g_signal_emit (self, signals[OPEN], 0);
      return TRUE;
    }
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return FALSE;
  if (enter || keyval == GDK_KEY_F2)
    {
      paz_child_cell_edit (self, NULL);
      return TRUE;
    }
  if (keyval == GDK_KEY_BackSpace && self->look.cell != PAZ_CELL_SHOWN)
    {
      commit (self, NULL);
      return TRUE;
    }
  if (is_dead_key (keyval))
    return begin_with_accent (self, keys);

  return move_key (self, keyval) || type_key (self, keyval);
}

static void
clicked_cb (PazChildCell    *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  if (self->editor != NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 1)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else if (n_press == 2)
    paz_child_cell_edit (self, NULL);
}

static void
entered_cb (PazChildCell *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

/* ---- widget ---- */

static void
paz_child_cell_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PazChildCell *self = PAZ_CHILD_CELL (widget);
  GtkWidget *child = self->editor != NULL ? GTK_WIDGET (self->editor) : self->label;

  gtk_widget_size_allocate (child, &(GtkAllocation) { 0, 0, width, height }, -1);
  if (self->picker != NULL)
    gtk_popover_present (GTK_POPOVER (self->picker));
}

static void
paz_child_cell_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  PazChildCell *self = PAZ_CHILD_CELL (widget);
  GtkWidget *child = self->editor != NULL ? GTK_WIDGET (self->editor) : self->label;

  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
paz_child_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
paz_child_cell_dispose (GObject *object)
{
  PazChildCell *self = PAZ_CHILD_CELL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->leaving, g_source_remove);
  self->editor = NULL;
  self->picker = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_child_cell_parent_class)->dispose (object);
}

static void
paz_child_cell_finalize (GObject *object)
{
  PazChildCell *self = PAZ_CHILD_CELL (object);

  g_free (self->problem);
  g_free (self->wrong);

  G_OBJECT_CLASS (paz_child_cell_parent_class)->finalize (object);
}

static guint
add_signal (const char *name,
            GType       type)
{
  return g_signal_new (name, PAZ_TYPE_CHILD_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       type, 0);
}

static void
paz_child_cell_class_init (PazChildCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = paz_child_cell_dispose;
  object_class->finalize = paz_child_cell_finalize;
  widget_class->measure = paz_child_cell_measure;
  widget_class->size_allocate = paz_child_cell_size_allocate;
  widget_class->get_request_mode = paz_child_cell_get_request_mode;

  signals[COMMIT] = g_signal_new ("commit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_VARIANT);
  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0,
                                g_signal_accumulator_true_handled, NULL, NULL,
                                G_TYPE_BOOLEAN, 1, GTK_TYPE_DIRECTION_TYPE);
  signals[OPEN] = add_signal ("open", G_TYPE_NONE);
  signals[ENTERED] = add_signal ("entered", G_TYPE_NONE);
  signals[CHANGED] = add_signal ("changed", G_TYPE_NONE);

  gtk_widget_class_set_css_name (widget_class, "childcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
add_controllers (PazChildCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
paz_child_cell_init (PazChildCell *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_yalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}

GtkWidget *
paz_child_cell_new (PazStore       *store,
                    const PazKind  *kind,
                    const PazField *field)
{
  PazChildCell *self = g_object_new (PAZ_TYPE_CHILD_CELL, NULL);

  g_set_object (&self->store, store);
  self->kind = kind;
  self->field = field;
  self->look = paz_field_get_look (field);
  if (field->type == PAZ_VALUE_INTEGER || field->type == PAZ_VALUE_REAL)
    gtk_label_set_xalign (GTK_LABEL (self->label), 1);

  return GTK_WIDGET (self);
}

const PazField *
paz_child_cell_get_field (PazChildCell *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_CELL (self), NULL);

  return self->field;
}

void
paz_child_cell_show (PazChildCell *self,
                     PazRecord    *record)
{
  g_return_if_fail (PAZ_IS_CHILD_CELL (self));

  g_set_object (&self->record, record);
  show_value (self);
}

void
paz_child_cell_set_problem (PazChildCell *self,
                            const char   *text,
                            gboolean      blocking)
{
  g_return_if_fail (PAZ_IS_CHILD_CELL (self));

  self->blocking = blocking;
  if (paz_set_str (&self->problem, text))
    show_problem (self);
}

const char *
paz_child_cell_get_problem (PazChildCell *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_CELL (self), NULL);

  return self->wrong != NULL ? self->wrong : self->problem;
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
      begin_editing (self, typed);
      break;
    case PAZ_CELL_PICK:
      open_picker (self, typed);
      break;
    case PAZ_CELL_FORM:
      g_signal_emit (self, signals[OPEN], 0);
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
      show_problem (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return FALSE;
    }
  end_editing (self);
  commit (self, value);

  return TRUE;
}

void
paz_child_cell_give_up (PazChildCell *self)
{
  g_return_if_fail (PAZ_IS_CHILD_CELL (self));

  if (self->editor != NULL)
    end_editing (self);
}
