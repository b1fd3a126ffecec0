#include "paz-child-cell-private.h"

#include "paz-tip.h"
#include "paz-words.h"

#include "base/paz-compat.h"

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

const char *
paz_child_cell_get_column (PazChildCell *self)
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
  name = g_strdup_printf (C_("cell", "%s: %s"), paz_child_cell_get_column (self),
                          *shown != '\0' ? shown : C_("choice", "Not answered"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
paz_child_cell_show_problem (PazChildCell *self)
{
  const char *text = paz_child_cell_get_problem (self);
  gboolean wrong = self->wrong != NULL || (text != NULL && self->blocking);

  gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "doubtful");
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), wrong ? "wrong" : "doubtful");
  paz_tip_set (GTK_WIDGET (self), text);
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
  paz_child_cell_begin (self, "");
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
      return paz_child_cell_move (self, GTK_DIR_TAB_FORWARD);
    case GDK_KEY_ISO_Left_Tab:
      return paz_child_cell_move (self, GTK_DIR_TAB_BACKWARD);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return paz_child_cell_move (self, GTK_DIR_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return paz_child_cell_move (self, GTK_DIR_DOWN);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return paz_child_cell_move (self, GTK_DIR_LEFT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return paz_child_cell_move (self, GTK_DIR_RIGHT);
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
      paz_child_cell_commit (self, NULL);
      return TRUE;
    }
  if (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0)
    keyval = GDK_KEY_ISO_Left_Tab;
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
    paz_child_cell_show_problem (self);
}

const char *
paz_child_cell_get_problem (PazChildCell *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_CELL (self), NULL);

  return self->wrong != NULL ? self->wrong : self->problem;
}
