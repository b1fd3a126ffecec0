#include "paz-child-table.h"

#include "paz-child-columns.h"
#include "paz-child-dialog.h"
#include "paz-child-past.h"
#include "paz-child-row.h"
#include "paz-form.h"
#include "paz-scroll.h"
#include "paz-words.h"

#include "base/paz-compat.h"

/* Rows made at once; more of them follow between frames. */
#define ROWS_AT_ONCE 12

struct _PazChildTable
{
  GtkWidget       parent_instance;

  GtkWidget      *title;
  GtkWidget      *count;
  GtkWidget      *grid;
  GtkWidget      *head;
  GtkWidget      *body;
  GtkWidget      *scroller;
  GtkWidget      *empty;
  GtkWidget      *add;
  GtkWidget      *add_row;
  GtkWidget      *up;
  GtkWidget      *down;
  GtkWidget      *help;
  GtkWidget      *state_menu;

  char           *key;
  const PazKind  *kind;
  const PazField *order;      /* the field that holds the place, or NULL */
  PazStore       *store;
  PazRecord      *container;
  GListStore     *records;    /* PazRecord, replaced and never written to */
  GPtrArray      *rows;       /* PazChildRow of the first records, lent */
  GHashTable     *originals;  /* id -> PazRecord as the store has it */
  GHashTable     *seen;       /* ids of the rows that the person has been in and left */
  GPtrArray      *removed;
  PazChildPast   *past;
  guint           row;        /* where the focus is, or was last */
  guint           column;
  guint           filling;
  guint           tidying;
  gboolean        revealed;
};

G_DEFINE_FINAL_TYPE (PazChildTable, paz_child_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_KIND,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void append_row (PazChildTable *self);

/* ---- records ---- */

static guint
get_n (PazChildTable *self)
{
  return self->records != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->records)) : 0;
}

static PazRecord *
dup_record (PazChildTable *self,
            guint          position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->records), position);
}

static void
replace (PazChildTable *self,
         guint          position,
         PazRecord     *record)
{
  g_list_store_splice (self->records, position, 1, (gpointer *) &record, 1);
}

static const PazField *
find_order (const PazKind *kind)
{
  const PazField *field = NULL;

  if (kind->order[0] != NULL)
    field = paz_kind_find_field (kind, kind->order[0]);

  return field != NULL && field->type == PAZ_VALUE_INTEGER ? field : NULL;
}

static void
renumber (PazChildTable *self)
{
  for (guint i = 0; self->order != NULL && i < get_n (self); i++)
    {
      g_autoptr (PazRecord) record = dup_record (self, i);
      g_autoptr (PazRecord) copy = NULL;

      if (paz_record_get_integer (record, self->order->key) == i + 1)
        continue;
      copy = paz_record_dup (record);
      paz_record_set_value (copy, self->order, g_variant_new_int64 (i + 1));
      replace (self, i, copy);
    }
}

static gboolean
find_position (PazChildTable *self,
               const char    *id,
               guint         *position)
{
  for (guint i = 0; i < get_n (self); i++)
    {
      g_autoptr (PazRecord) record = dup_record (self, i);

      if (g_str_equal (paz_record_get_id (record), id))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Added and left empty. */
static gboolean
is_blank (PazChildTable *self,
          PazRecord     *record)
{
  if (g_hash_table_contains (self->originals, paz_record_get_id (record)))
    return FALSE;
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (&self->kind->fields[i] != self->order &&
        paz_record_get_value (record, &self->kind->fields[i]) != NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_changed (PazChildTable *self,
            PazRecord     *record)
{
  PazRecord *original = g_hash_table_lookup (self->originals, paz_record_get_id (record));

  if (original == NULL)
    return !is_blank (self, record);

  return !paz_form_same_record (original, record);
}

/* ---- what is wrong ---- */

static char *
dup_natural_key (PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  GString *key = g_string_new (NULL);

  for (guint i = 0; kind->natural_key[i] != NULL; i++)
    {
      const PazField *field = paz_kind_find_field (kind, kind->natural_key[i]);
      GVariant *value = paz_record_get_value (record, field);
      g_autofree char *text = NULL;

      if (i == 0 && paz_value_get_state (value) != PAZ_STATE_KNOWN)
        return g_string_free (key, TRUE);
      text = paz_value_dup_plain (field, value);
      g_string_append_printf (key, "%s\n", text);
    }

  return g_string_free (key, key->len == 0);
}

/* Natural key -> how many rows have it. */
static GHashTable *
count_keys (PazChildTable *self)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < get_n (self); i++)
    {
      g_autoptr (PazRecord) record = dup_record (self, i);
      char *key = dup_natural_key (record);

      if (key != NULL)
        g_hash_table_insert (keys, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (keys, key)) + 1));
    }

  return keys;
}

static gboolean
is_any_cell (PazChildTable *self,
             gboolean     (*is) (PazChildCell *))
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *cells = paz_child_row_get_cells (g_ptr_array_index (self->rows, i));

      for (guint j = 0; j < cells->len; j++)
        if (is (g_ptr_array_index (cells, j)))
          return TRUE;
    }

  return FALSE;
}

static gboolean
check_row (PazChildTable *self,
           guint          position,
           GHashTable    *keys)
{
  g_autoptr (PazRecord) record = dup_record (self, position);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *key = NULL;
  gboolean show;

  if (is_blank (self, record))
    {
      if (position < self->rows->len)
        paz_child_row_set_problems (g_ptr_array_index (self->rows, position), NULL, NULL);
      return TRUE;
    }
  problems = paz_record_check (record);
  key = dup_natural_key (record);
  show = self->revealed || g_hash_table_contains (self->seen, paz_record_get_id (record));
  if (position < self->rows->len)
    paz_child_row_set_problems (g_ptr_array_index (self->rows, position), show ? problems : NULL,
                                key != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (keys, key)) > 1
                                  ? _("Another row says the same.") : NULL);

  return problems->len == 0;
}

/* What the person should know of where they are. */
static void
show_help (PazChildTable *self)
{
  GtkWidget *cell = gtk_widget_get_focus_child (self->body) != NULL
                      ? paz_child_table_get_cell (self, self->row, self->column) : NULL;
  const char *text = cell != NULL ? paz_child_cell_get_problem (PAZ_CHILD_CELL (cell)) : NULL;

  if (text == NULL && cell != NULL)
    text = paz_child_row_get_problem (g_ptr_array_index (self->rows, self->row));
  if (text != NULL)
    gtk_widget_add_css_class (self->help, "error");
  else
    gtk_widget_remove_css_class (self->help, "error");
  if (text == NULL && cell != NULL)
    text = _("Enter or typing edits, Tab goes on, Ctrl+Tab leaves the table.");
  gtk_label_set_text (GTK_LABEL (self->help), text != NULL ? text : "");
}

/* ---- what can be done now ---- */

static void
enable (PazChildTable *self,
        const char    *action,
        gboolean       enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
show_count (PazChildTable *self)
{
  g_autofree char *count = g_strdup_printf ("%u", get_n (self));

  gtk_label_set_text (GTK_LABEL (self->count), get_n (self) > 0 ? count : "");
}

static void
update (PazChildTable *self)
{
  guint n = get_n (self);
  gboolean some = self->row < n;

  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
  show_count (self);
  enable (self, "children.edit", some);
  enable (self, "children.delete", some);
  enable (self, "children.duplicate", some);
  enable (self, "children.up", some && self->order != NULL && self->row > 0);
  enable (self, "children.down", some && self->order != NULL && self->row + 1 < n);
  enable (self, "children.undo", paz_child_past_can_undo (self->past));
  enable (self, "children.redo", paz_child_past_can_redo (self->past));
}

static void
emit_changed (PazChildTable *self)
{
  update (self);
  paz_child_table_check (self, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remember (PazChildTable *self)
{
  paz_child_past_keep (self->past, paz_child_moment_new (G_LIST_MODEL (self->records), self->removed));
}

/* ---- the focus ---- */

static void
set_current (PazChildTable *self,
             guint          row)
{
  if (self->row != row && self->row < get_n (self))
    {
      g_autoptr (PazRecord) left = dup_record (self, self->row);

      g_hash_table_add (self->seen, g_strdup (paz_record_get_id (left)));
    }
  self->row = row;
  for (guint i = 0; i < self->rows->len; i++)
    paz_child_row_set_current (g_ptr_array_index (self->rows, i), i == row);
  update (self);
}

static void
focus_cell (PazChildTable *self,
            guint          row,
            guint          column)
{
  GtkWidget *cell = paz_child_table_get_cell (self, row, column);

  if (cell == NULL)
    return;
  self->column = column;
  set_current (self, row);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_widget_grab_focus (cell);
  paz_scroll_into_view (cell);
}

static guint
get_n_columns (PazChildTable *self)
{
  return self->rows->len > 0 ? paz_child_row_get_cells (g_ptr_array_index (self->rows, 0))->len : 0;
}

static gboolean
find_cell (PazChildTable *self,
           PazChildCell  *cell,
           guint         *row,
           guint         *column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_find (paz_child_row_get_cells (g_ptr_array_index (self->rows, i)), cell, column))
      {
        *row = i;
        return TRUE;
      }

  return FALSE;
}

/* FALSE beyond the ends, where the focus goes its usual way. */
static gboolean
step (PazChildTable    *self,
      GtkDirectionType  direction)
{
  int n_columns = get_n_columns (self);
  int row = self->row;
  int column = self->column;

  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      column++;
      break;
    case GTK_DIR_TAB_BACKWARD:
      column--;
      break;
    case GTK_DIR_UP:
      row--;
      break;
    case GTK_DIR_DOWN:
      row++;
      break;
    case GTK_DIR_LEFT:
      column = MAX (0, column - 1);
      break;
    case GTK_DIR_RIGHT:
      column = MIN (n_columns - 1, column + 1);
      break;
    }
  row += column >= n_columns ? 1 : column < 0 ? -1 : 0;
  column = (column + n_columns) % n_columns;
  if (row == (int) get_n (self))
    return gtk_widget_grab_focus (self->add_row);
  if (row < 0)
    return direction == GTK_DIR_UP;
  focus_cell (self, row, column);

  return TRUE;
}

static gboolean
moved_cb (PazChildCell     *cell,
          GtkDirectionType  direction,
          PazChildTable    *self)
{
  guint row, column;

  if (!find_cell (self, cell, &row, &column))
    return FALSE;
  self->row = row;
  self->column = column;

  return step (self, direction);
}

static void
entered_cb (PazChildCell  *cell,
            PazChildTable *self)
{
  guint row, column;

  if (!find_cell (self, cell, &row, &column))
    return;
  self->column = column;
  set_current (self, row);
  paz_child_table_check (self, FALSE);
}

/* Rows that were begun and left empty go when the person leaves the table. */
static gboolean
tidy_cb (gpointer data)
{
  PazChildTable *self = data;

  self->tidying = 0;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    return G_SOURCE_REMOVE;
  for (guint i = get_n (self); i-- > 0;)
    {
      g_autoptr (PazRecord) record = dup_record (self, i);

      if (is_blank (self, record))
        g_list_store_remove (self->records, i);
    }
  set_current (self, GTK_INVALID_LIST_POSITION);
  emit_changed (self);

  return G_SOURCE_REMOVE;
}

static void
left_cb (PazChildTable *self)
{
  if (self->records != NULL && self->tidying == 0)
    self->tidying = g_idle_add (tidy_cb, self);
  gtk_label_set_text (GTK_LABEL (self->help), "");
}

/* ---- a record in a window of its own ---- */

static void
accepted_cb (PazChildTable *self,
             PazRecord     *record)
{
  paz_child_table_take (self, record);
}

static void
open_dialog (PazChildTable *self,
             guint          position)
{
  g_autoptr (PazRecord) record = dup_record (self, position);
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

/* ---- cells ---- */

static void
opened_cb (PazChildCell  *cell,
           PazChildTable *self)
{
  guint row, column;

  if (find_cell (self, cell, &row, &column))
    open_dialog (self, row);
}

static void
committed_cb (PazChildCell  *cell,
              GVariant      *value,
              PazChildTable *self)
{
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazRecord) copy = NULL;
  guint row, column;

  if (!find_cell (self, cell, &row, &column))
    return;
  record = dup_record (self, row);
  copy = paz_record_dup (record);
  if (!paz_record_set_value (copy, paz_child_cell_get_field (cell), value))
    return;
  remember (self);
  replace (self, row, copy);
  emit_changed (self);
}

static void
typed_cb (PazChildCell  *cell,
          PazChildTable *self)
{
  show_help (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_row (PazChildTable *self,
          guint          position)
{
  g_autoptr (PazRecord) record = dup_record (self, position);
  GtkWidget *row = paz_child_row_new (self->store, self->kind);
  GPtrArray *cells = paz_child_row_get_cells (PAZ_CHILD_ROW (row));

  for (guint i = 0; i < cells->len; i++)
    {
      gpointer cell = g_ptr_array_index (cells, i);

      g_signal_connect_object (cell, "commit", G_CALLBACK (committed_cb), self, 0);
      g_signal_connect_object (cell, "move", G_CALLBACK (moved_cb), self, 0);
      g_signal_connect_object (cell, "open", G_CALLBACK (opened_cb), self, 0);
      g_signal_connect_object (cell, "entered", G_CALLBACK (entered_cb), self, 0);
      g_signal_connect_object (cell, "changed", G_CALLBACK (typed_cb), self, 0);
    }
  paz_child_row_show (PAZ_CHILD_ROW (row), record);

  return row;
}

/* ---- rows follow the records ---- */

static void
insert_row (PazChildTable *self,
            guint          position)
{
  GtkWidget *row = make_row (self, position);
  GtkWidget *before = position > 0 ? g_ptr_array_index (self->rows, position - 1) : NULL;

  gtk_box_insert_child_after (GTK_BOX (self->body), row, before);
  g_ptr_array_insert (self->rows, position, row);
}

static void
append_row (PazChildTable *self)
{
  insert_row (self, self->rows->len);
}

static gboolean
fill_cb (gpointer data)
{
  PazChildTable *self = data;

  for (guint i = 0; i < ROWS_AT_ONCE && self->rows->len < get_n (self); i++)
    append_row (self);
  if (self->rows->len < get_n (self))
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  paz_child_table_check (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
drop_row (PazChildTable *self,
          guint          position)
{
  GtkWidget *row = g_ptr_array_index (self->rows, position);

  g_ptr_array_remove_index (self->rows, position);
  gtk_box_remove (GTK_BOX (self->body), row);
}

static void
records_changed_cb (PazChildTable *self,
                    guint          position,
                    guint          removed,
                    guint          added)
{
  guint kept = MIN (removed, added);

  for (guint i = position; i < position + kept && i < self->rows->len; i++)
    {
      g_autoptr (PazRecord) record = dup_record (self, i);

      paz_child_row_show (g_ptr_array_index (self->rows, i), record);
    }
  for (guint i = kept; i < removed && position + kept < self->rows->len; i++)
    drop_row (self, position + kept);
  for (guint i = kept; i < added && i < kept + ROWS_AT_ONCE && position + i <= self->rows->len; i++)
    insert_row (self, position + i);
  if (self->rows->len < get_n (self) && self->filling == 0)
    self->filling = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

/* ---- adding, copying, taking away ---- */

/* Below the row the person is in where the kind has an order, else at the end. */
static guint
insert_record (PazChildTable *self,
               PazRecord     *record)
{
  guint position = get_n (self);

  if (self->order != NULL && self->row < position)
    position = self->row + 1;
  g_list_store_insert (self->records, position, record);
  renumber (self);

  return position;
}

/* The first cell to write into: one that is empty. */
static guint
find_first_empty (PazChildTable *self,
                  guint          row)
{
  GPtrArray *cells = paz_child_row_get_cells (g_ptr_array_index (self->rows, row));
  g_autoptr (PazRecord) record = dup_record (self, row);

  for (guint i = 0; i < cells->len; i++)
    if (paz_record_get_value (record, paz_child_cell_get_field (g_ptr_array_index (cells, i))) == NULL)
      return i;

  return 0;
}

static gboolean
finish_editing (PazChildTable *self)
{
  GtkWidget *cell = paz_child_table_get_cell (self, self->row, self->column);

  return cell == NULL || paz_child_cell_finish (PAZ_CHILD_CELL (cell));
}

static void
add_record (PazChildTable *self,
            const char    *typed)
{
  g_autoptr (PazRecord) record = NULL;
  GtkWidget *cell;
  guint row;

  if (!finish_editing (self))
    return;
  record = paz_store_create_record (self->store, self->kind, paz_record_get_id (self->container));
  row = insert_record (self, record);
  emit_changed (self);
  if (paz_child_table_get_cell (self, row, 0) == NULL)
    return;
  focus_cell (self, row, find_first_empty (self, row));
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

  if (self->row >= get_n (self) || !finish_editing (self))
    return;
  record = dup_record (self, self->row);
  copy = paz_store_create_record (self->store, self->kind, paz_record_get_id (self->container));
  for (guint i = 0; i < self->kind->n_fields; i++)
    if ((self->kind->fields[i].flags & (PAZ_FIELD_LOCAL | PAZ_FIELD_FILLED)) == 0)
      paz_record_set_value (copy, &self->kind->fields[i],
                            paz_record_get_value (record, &self->kind->fields[i]));
  paz_record_set_release (copy, paz_record_get_level (record), paz_record_get_list (record));
  remember (self);
  row = insert_record (self, copy);
  emit_changed (self);
  focus_cell (self, row, self->column);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);

  if (self->row < get_n (self) && finish_editing (self))
    open_dialog (self, self->row);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);

  if (self->row < get_n (self))
    paz_child_table_remove (self, self->row);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);

  if (self->row < get_n (self) && finish_editing (self))
    paz_child_table_move (self, self->row, g_str_equal (name, "children.up") ? -1 : 1);
}

/* ---- undoing within the table ---- */

static void
go_to (PazChildTable  *self,
       PazChildMoment *moment)
{
  guint row = self->row;

  g_list_store_splice (self->records, 0, get_n (self), moment->records->pdata, moment->records->len);
  g_ptr_array_set_size (self->removed, 0);
  for (guint i = 0; i < moment->removed->len; i++)
    g_ptr_array_add (self->removed, g_object_ref (g_ptr_array_index (moment->removed, i)));
  emit_changed (self);
  if (get_n (self) > 0)
    focus_cell (self, MIN (row, get_n (self) - 1), self->column);
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

/* ---- answers that are no value ---- */

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
  committed_cb (PAZ_CHILD_CELL (cell), value, self);
  focus_cell (self, self->row, self->column);
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

/* ---- the last, empty row ---- */

static gboolean
add_row_key_cb (PazChildTable   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char typed[8] = { 0 };

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (keyval == GDK_KEY_Up && get_n (self) > 0)
    {
      focus_cell (self, get_n (self) - 1, self->column);
      return TRUE;
    }
  if (letter == ' ' || !g_unichar_isprint (letter) || letter == 0)
    return FALSE;
  g_unichar_to_utf8 (letter, typed);
  add_record (self, typed);

  return TRUE;
}

/* ---- reading ---- */

static void
dress (PazChildTable *self)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const char *add = paz_catalogue_text (catalogue, self->kind->phrases.add);

  gtk_label_set_text (GTK_LABEL (self->title),
                      paz_catalogue_text (catalogue, self->kind->phrases.plural));
  gtk_label_set_text (GTK_LABEL (self->empty),
                      paz_catalogue_text (catalogue, self->kind->phrases.empty_hint));
  gtk_button_set_label (GTK_BUTTON (self->add), add);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->add_row))), add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_row), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->title)), -1);
  gtk_widget_set_visible (self->up, self->order != NULL);
  gtk_widget_set_visible (self->down, self->order != NULL);
  gtk_widget_set_layout_manager (self->head, paz_child_columns_new ());
  paz_child_row_fill_head (self->head, self->kind);
}

static void
read_records (PazChildTable *self)
{
  g_autoptr (PazQuery) query = paz_query_new (self->kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  g_hash_table_remove_all (self->originals);
  g_hash_table_remove_all (self->seen);
  g_ptr_array_set_size (self->removed, 0);
  paz_child_past_forget (self->past);
  self->revealed = FALSE;
  paz_query_set_container (query, paz_record_get_id (self->container));
  paz_query_set_language (query, paz_words_get_language ());
  records = paz_store_list_records (self->store, query, &error);
  if (records == NULL)
    {
      g_warning ("Could not read the records of kind %s: %s", self->kind->key, error->message);
      g_list_store_remove_all (self->records);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (self->originals, g_strdup (paz_record_get_id (record)),
                           paz_record_dup (record));
    }
  g_list_store_splice (self->records, 0, get_n (self), records->pdata, records->len);
}

/* ---- widget ---- */

static void
paz_child_table_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PazChildTable *self = PAZ_CHILD_TABLE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->key);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_child_table_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PazChildTable *self = PAZ_CHILD_TABLE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      paz_set_str (&self->key, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_child_table_dispose (GObject *object)
{
  PazChildTable *self = PAZ_CHILD_TABLE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->filling, g_source_remove);
  g_clear_handle_id (&self->tidying, g_source_remove);
  g_clear_object (&self->records);
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->container);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_child_table_parent_class)->dispose (object);
}

static void
paz_child_table_finalize (GObject *object)
{
  PazChildTable *self = PAZ_CHILD_TABLE (object);

  g_free (self->key);
  g_hash_table_unref (self->originals);
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->removed);
  g_ptr_array_unref (self->rows);
  paz_child_past_free (self->past);

  G_OBJECT_CLASS (paz_child_table_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
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
    { "children.menu", NULL, menu_action, GDK_KEY_F4, 0 },
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

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/child-table.ui");
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, title);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, count);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, grid);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, head);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, body);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, empty);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, add);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, add_row);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, up);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, down);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, help);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, state_menu);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_row_key_cb);
}

static void
paz_child_table_class_init (PazChildTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = paz_child_table_get_property;
  object_class->set_property = paz_child_table_set_property;
  object_class->dispose = paz_child_table_dispose;
  object_class->finalize = paz_child_table_finalize;

  properties[PROP_KIND] =
    g_param_spec_string ("kind", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  install_actions (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
paz_child_table_init (PazChildTable *self)
{
  self->originals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->past = paz_child_past_new ();
  self->row = GTK_INVALID_LIST_POSITION;
  self->records = g_list_store_new (PAZ_TYPE_RECORD);
  g_signal_connect_object (self->records, "items-changed",
                           G_CALLBACK (records_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

const PazKind *
paz_child_table_get_kind (PazChildTable *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), NULL);

  return self->key != NULL ? paz_kind_find (self->key) : NULL;
}

void
paz_child_table_bind (PazChildTable *self,
                      PazStore      *store,
                      PazRecord     *container)
{
  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  g_set_object (&self->store, store);
  g_set_object (&self->container, container);
  if (self->kind == NULL)
    {
      self->kind = paz_child_table_get_kind (self);
      if (self->kind == NULL)
        {
          g_warning ("A form names the kind “%s”, which is not there", self->key);
          gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
          return;
        }
      self->order = find_order (self->kind);
      dress (self);
    }
  read_records (self);
  update (self);
  paz_child_table_check (self, FALSE);
}

GListModel *
paz_child_table_get_records (PazChildTable *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), NULL);

  return G_LIST_MODEL (self->records);
}

void
paz_child_table_take (PazChildTable *self,
                      PazRecord     *record)
{
  guint position;

  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  remember (self);
  if (find_position (self, paz_record_get_id (record), &position))
    {
      replace (self, position, record);
    }
  else
    {
      position = get_n (self);
      g_list_store_append (self->records, record);
      renumber (self);
    }
  focus_cell (self, position, self->column);
  emit_changed (self);
}

void
paz_child_table_remove (PazChildTable *self,
                        guint          position)
{
  g_autoptr (PazRecord) record = NULL;

  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  record = dup_record (self, position);
  if (record == NULL)
    return;
  remember (self);
  if (g_hash_table_contains (self->originals, paz_record_get_id (record)))
    g_ptr_array_add (self->removed, g_object_ref (record));
  /* The focus goes on before its row is taken away. */
  if (get_n (self) > 1)
    focus_cell (self, position + 1 < get_n (self) ? position + 1 : position - 1, self->column);
  else if (gtk_widget_get_focus_child (self->body) != NULL)
    gtk_widget_grab_focus (self->add_row);
  g_list_store_remove (self->records, position);
  renumber (self);
  if (self->row != GTK_INVALID_LIST_POSITION && self->row > position)
    self->row--;
  emit_changed (self);
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

  if (self->order == NULL || position >= get_n (self) || (by < 0 && position == 0) ||
      position + by >= get_n (self))
    return;
  remember (self);
  low = MIN (position, position + by);
  record = dup_record (self, low);
  other = dup_record (self, low + 1);
  g_list_store_splice (self->records, low, 2, (gpointer[]) { other, record }, 2);
  renumber (self);
  focus_cell (self, position + by, self->column);
  emit_changed (self);
}

gboolean
paz_child_table_is_modified (PazChildTable *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), FALSE);

  for (guint i = 0; i < get_n (self); i++)
    {
      g_autoptr (PazRecord) record = dup_record (self, i);

      if (is_changed (self, record))
        return TRUE;
    }

  return self->removed->len > 0 || is_any_cell (self, paz_child_cell_is_pending);
}

void
paz_child_table_stage (PazChildTable *self,
                       PazEdit       *edit)
{
  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  for (guint i = 0; i < self->removed->len; i++)
    paz_edit_remove (edit, g_ptr_array_index (self->removed, i));
  for (guint i = 0; i < get_n (self); i++)
    {
      g_autoptr (PazRecord) record = dup_record (self, i);

      if (is_changed (self, record))
        paz_edit_put (edit, record);
    }
}

gboolean
paz_child_table_check (PazChildTable *self,
                       gboolean       reveal)
{
  g_autoptr (GHashTable) keys = NULL;
  gboolean fine = TRUE;

  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), FALSE);

  if (self->kind == NULL || self->records == NULL)
    return TRUE;
  if (reveal)
    {
      self->revealed = TRUE;
      finish_editing (self);
    }
  keys = count_keys (self);
  for (guint i = 0; i < get_n (self); i++)
    fine = check_row (self, i, keys) && fine;
  show_help (self);

  return fine && !is_any_cell (self, paz_child_cell_is_wrong);
}

GtkWidget *
paz_child_table_focus_wrong (PazChildTable *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      PazChildRow *row = g_ptr_array_index (self->rows, i);
      GPtrArray *cells = paz_child_row_get_cells (row);

      for (guint j = 0; j < cells->len; j++)
        if (gtk_widget_has_css_class (g_ptr_array_index (cells, j), "wrong"))
          {
            focus_cell (self, i, j);
            return g_ptr_array_index (cells, j);
          }
      if (paz_child_row_get_problem (row) != NULL)
        {
          focus_cell (self, i, 0);
          return g_ptr_array_index (cells, 0);
        }
    }

  return NULL;
}

GtkWidget *
paz_child_table_get_cell (PazChildTable *self,
                          guint          row,
                          guint          column)
{
  GPtrArray *cells;

  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), NULL);

  if (row >= get_n (self))
    return NULL;
  while (self->rows->len <= row)
    append_row (self);
  cells = paz_child_row_get_cells (g_ptr_array_index (self->rows, row));

  return column < cells->len ? g_ptr_array_index (cells, column) : NULL;
}
