/* What is done to the rows of the table. */
#include "paz-child-table-private.h"

#include "paz-child-dialog.h"

static void
accepted_cb (PazChildTable *self,
             PazRecord     *record)
{
  paz_child_table_take (self, record);
}

void
paz_child_table_open_dialog (PazChildTable *self,
                             guint          position)
{
  g_autoptr (PazRecord) record = paz_child_table_dup_record (self, position);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (PazRecord) copy = NULL;
  GtkWidget *dialog;

  if (record == NULL)
    return;
  copy = paz_record_dup (record);
  dialog = paz_child_dialog_new (self->store, copy);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Below the row the person is in where the kind has an order, else at the end. */
static guint
insert_record (PazChildTable *self,
               PazRecord     *record)
{
  guint position = paz_child_table_get_n (self);

  if (self->order != NULL && self->row < position)
    position = self->row + 1;
  g_list_store_insert (self->records, position, record);
  paz_child_table_renumber (self);

  return position;
}

/* The first cell to write into: one that is empty. */
static guint
find_first_empty (PazChildTable *self,
                  guint          row)
{
  GPtrArray *cells = paz_child_row_get_cells (g_ptr_array_index (self->rows, row));
  g_autoptr (PazRecord) record = paz_child_table_dup_record (self, row);

  for (guint i = 0; i < cells->len; i++)
    if (paz_record_get_value (record, paz_child_cell_get_field (g_ptr_array_index (cells, i))) == NULL)
      return i;

  return 0;
}

static void
add_record (PazChildTable *self,
            const char    *typed)
{
  g_autoptr (PazRecord) record = NULL;
  GtkWidget *cell;
  guint row;

  if (!paz_child_table_finish_editing (self))
    return;
  record = paz_store_create_record (self->store, self->kind, paz_record_get_id (self->container));
  row = insert_record (self, record);
  paz_child_table_emit_changed (self);
  if (paz_child_table_get_cell (self, row, 0) == NULL)
    return;
  paz_child_table_focus_cell (self, row, find_first_empty (self, row));
  cell = paz_child_table_get_cell (self, row, self->column);
  if (typed != NULL || paz_child_cell_is_entry (PAZ_CHILD_CELL (cell)))
    paz_child_cell_edit (PAZ_CHILD_CELL (cell), typed);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  add_record (PAZ_CHILD_TABLE (widget), NULL);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazRecord) copy = NULL;
  guint row;

  if (self->row >= paz_child_table_get_n (self) || !paz_child_table_finish_editing (self))
    return;
  record = paz_child_table_dup_record (self, self->row);
  copy = paz_store_create_record (self->store, self->kind, paz_record_get_id (self->container));
  for (guint i = 0; i < self->kind->n_fields; i++)
    if ((self->kind->fields[i].flags & (PAZ_FIELD_LOCAL | PAZ_FIELD_FILLED)) == 0)
      paz_record_set_value (copy, &self->kind->fields[i],
                            paz_record_get_value (record, &self->kind->fields[i]));
  paz_record_set_release (copy, paz_record_get_level (record), paz_record_get_list (record));
  paz_child_table_remember (self);
  row = insert_record (self, copy);
  paz_child_table_emit_changed (self);
  paz_child_table_focus_cell (self, row, self->column);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);

  if (self->row < paz_child_table_get_n (self) && paz_child_table_finish_editing (self))
    paz_child_table_open_dialog (self, self->row);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);

  if (self->row < paz_child_table_get_n (self))
    paz_child_table_remove (self, self->row);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);

  if (self->row < paz_child_table_get_n (self) && paz_child_table_finish_editing (self))
    paz_child_table_move (self, self->row, g_str_equal (name, "children.up") ? -1 : 1);
}

static void
go_to (PazChildTable  *self,
       PazChildMoment *moment)
{
  guint row = self->row;

  g_list_store_splice (self->records, 0, paz_child_table_get_n (self), moment->records->pdata, moment->records->len);
  g_ptr_array_set_size (self->removed, 0);
  for (guint i = 0; i < moment->removed->len; i++)
    g_ptr_array_add (self->removed, g_object_ref (g_ptr_array_index (moment->removed, i)));
  paz_child_table_emit_changed (self);
  if (paz_child_table_get_n (self) > 0)
    paz_child_table_focus_cell (self, MIN (row, paz_child_table_get_n (self) - 1), self->column);
  else
    gtk_widget_grab_focus (self->add_row);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);
  PazChildMoment *now = paz_child_moment_new (G_LIST_MODEL (self->records), self->removed);
  g_autoptr (PazChildMoment) moment = NULL;

  if (g_str_equal (name, "children.undo"))
    moment = paz_child_past_undo (self->past, now);
  else
    moment = paz_child_past_redo (self->past, now);
  if (moment != NULL)
    go_to (self, moment);
}

static void
state_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);
  GtkWidget *cell = paz_child_table_get_cell (self, self->row, self->column);
  const char *state = g_variant_get_string (parameter, NULL);
  g_autoptr (GVariant) value = NULL;

  if (cell == NULL)
    return;
  paz_child_cell_give_up (PAZ_CHILD_CELL (cell));
  if (g_str_equal (state, "unknown"))
    value = g_variant_ref_sink (paz_value_new_state (PAZ_STATE_UNKNOWN));
  else if (g_str_equal (state, "na"))
    value = g_variant_ref_sink (paz_value_new_state (PAZ_STATE_NOT_APPLICABLE));
  paz_child_table_commit (PAZ_CHILD_CELL (cell), value, self);
  paz_child_table_focus_cell (self, self->row, self->column);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);
  GtkWidget *cell = paz_child_table_get_cell (self, self->row, self->column);
  graphene_rect_t at;

  if (cell == NULL || !gtk_widget_compute_bounds (cell, widget, &at))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->state_menu),
                               &(GdkRectangle) { at.origin.x, at.origin.y, at.size.width, at.size.height });
  gtk_popover_popup (GTK_POPOVER (self->state_menu));
}

gboolean
paz_child_table_add_row_key_cb (PazChildTable   *self,
                                guint            keyval,
                                guint            keycode,
                                GdkModifierType  state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char typed[8] = { 0 };

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (keyval == GDK_KEY_Up && paz_child_table_get_n (self) > 0)
    {
      paz_child_table_focus_cell (self, paz_child_table_get_n (self) - 1, self->column);
      return TRUE;
    }
  if (letter == ' ' || !g_unichar_isprint (letter) || letter == 0)
    return FALSE;
  g_unichar_to_utf8 (letter, typed);
  add_record (self, typed);

  return TRUE;
}

/* Tab goes from cell to cell; out of the table another key is needed. */
static void
leave_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);
  gboolean forward = g_str_equal (name, "children.leave");
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL || !paz_child_table_finish_editing (self))
    return;
  if (forward)
    gtk_widget_grab_focus (self->add_row);
  else if (paz_child_table_get_n (self) > 0)
    paz_child_table_focus_cell (self, 0, 0);
  gtk_widget_child_focus (GTK_WIDGET (root), forward ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
}

void
paz_child_table_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char      *name;
    const char      *type;
    GtkWidgetActionActivateFunc activate;
    guint            keyval;
    GdkModifierType  modifiers;
  } actions[] = {
    { "children.add", NULL, add_action, GDK_KEY_Insert, 0 },
    { "children.duplicate", NULL, duplicate_action, GDK_KEY_d, GDK_CONTROL_MASK },
    { "children.edit", NULL, edit_action, GDK_KEY_F2, GDK_CONTROL_MASK },
    { "children.delete", NULL, delete_action, GDK_KEY_Delete, 0 },
    { "children.up", NULL, move_action, GDK_KEY_Up, GDK_ALT_MASK },
    { "children.down", NULL, move_action, GDK_KEY_Down, GDK_ALT_MASK },
    { "children.undo", NULL, undo_action, GDK_KEY_z, GDK_CONTROL_MASK },
    { "children.redo", NULL, undo_action, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "children.paste", NULL, paz_child_table_paste_action, GDK_KEY_v, GDK_CONTROL_MASK },
    { "children.menu", NULL, menu_action, GDK_KEY_F4, 0 },
    { "children.leave", NULL, leave_action, GDK_KEY_Tab, GDK_CONTROL_MASK },
    { "children.leave-back", NULL, leave_action, GDK_KEY_Tab, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "children.state", "s", state_action, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].activate);
      if (actions[i].keyval != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keyval, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
}

void
paz_child_table_take (PazChildTable *self,
                      PazRecord     *record)
{
  guint position;

  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  paz_child_table_remember (self);
  if (paz_child_table_find_position (self, paz_record_get_id (record), &position))
    {
      paz_child_table_replace (self, position, record);
    }
  else
    {
      position = paz_child_table_get_n (self);
      g_list_store_append (self->records, record);
      paz_child_table_renumber (self);
    }
  paz_child_table_focus_cell (self, position, self->column);
  paz_child_table_emit_changed (self);
}

void
paz_child_table_remove (PazChildTable *self,
                        guint          position)
{
  g_autoptr (PazRecord) record = NULL;

  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  record = paz_child_table_dup_record (self, position);
  if (record == NULL)
    return;
  paz_child_table_remember (self);
  if (g_hash_table_contains (self->originals, paz_record_get_id (record)))
    g_ptr_array_add (self->removed, g_object_ref (record));
  /* The focus goes on before its row is taken away. */
  if (paz_child_table_get_n (self) > 1)
    paz_child_table_focus_cell (self, position + 1 < paz_child_table_get_n (self) ? position + 1 : position - 1, self->column);
  else if (gtk_widget_get_focus_child (self->body) != NULL)
    gtk_widget_grab_focus (self->add_row);
  g_list_store_remove (self->records, position);
  paz_child_table_renumber (self);
  if (self->row != GTK_INVALID_LIST_POSITION && self->row > position)
    self->row--;
  paz_child_table_emit_changed (self);
}

void
paz_child_table_move (PazChildTable *self,
                      guint          position,
                      int            by)
{
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazRecord) other = NULL;
  guint low;

  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  if (self->order == NULL || position >= paz_child_table_get_n (self) || (by < 0 && position == 0) ||
      position + by >= paz_child_table_get_n (self))
    return;
  paz_child_table_remember (self);
  low = MIN (position, position + by);
  record = paz_child_table_dup_record (self, low);
  other = paz_child_table_dup_record (self, low + 1);
  g_list_store_splice (self->records, low, 2, (gpointer[]) { other, record }, 2);
  paz_child_table_renumber (self);
  paz_child_table_focus_cell (self, position + by, self->column);
  paz_child_table_emit_changed (self);
}
