#include "paz-child-table-private.h"

#include "paz-child-columns.h"
#include "paz-form.h"
#include "paz-tip.h"
#include "paz-wide-box.h"
#include "paz-words.h"

#include "base/paz-compat.h"

/* Rows made at once; more of them follow between frames. */
#define ROWS_AT_ONCE 12

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

guint
paz_child_table_get_n (PazChildTable *self)
{
  return self->records != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->records)) : 0;
}

PazRecord *
paz_child_table_dup_record (PazChildTable *self,
                            guint          position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->records), position);
}

void
paz_child_table_replace (PazChildTable *self,
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

void
paz_child_table_renumber (PazChildTable *self)
{
  for (guint i = 0; self->order != NULL && i < paz_child_table_get_n (self); i++)
    {
      g_autoptr (PazRecord) record = paz_child_table_dup_record (self, i);
      g_autoptr (PazRecord) copy = NULL;

      if (paz_record_get_integer (record, self->order->key) == i + 1)
        continue;
      copy = paz_record_dup (record);
      paz_record_set_value (copy, self->order, g_variant_new_int64 (i + 1));
      paz_child_table_replace (self, i, copy);
    }
}

gboolean
paz_child_table_find_position (PazChildTable *self,
                               const char    *id,
                               guint         *position)
{
  for (guint i = 0; i < paz_child_table_get_n (self); i++)
    {
      g_autoptr (PazRecord) record = paz_child_table_dup_record (self, i);

      if (g_str_equal (paz_record_get_id (record), id))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Added and left empty. */
gboolean
paz_child_table_is_blank (PazChildTable *self,
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
    return !paz_child_table_is_blank (self, record);

  return !paz_form_same_record (original, record);
}

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
  g_autofree char *count = g_strdup_printf ("%u", paz_child_table_get_n (self));

  gtk_label_set_text (GTK_LABEL (self->count), paz_child_table_get_n (self) > 0 ? count : "");
}

void
paz_child_table_update (PazChildTable *self)
{
  guint n = paz_child_table_get_n (self);
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

void
paz_child_table_emit_changed (PazChildTable *self)
{
  paz_child_table_update (self);
  paz_child_table_check (self, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
paz_child_table_remember (PazChildTable *self)
{
  paz_child_past_keep (self->past, paz_child_moment_new (G_LIST_MODEL (self->records), self->removed));
}

static void
opened_cb (PazChildCell  *cell,
           PazChildTable *self)
{
  guint row, column;

  if (paz_child_table_find_cell (self, cell, &row, &column))
    paz_child_table_open_dialog (self, row);
}

void
paz_child_table_commit (PazChildCell  *cell,
                        GVariant      *value,
                        PazChildTable *self)
{
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (PazRecord) copy = NULL;
  guint row, column;

  if (!paz_child_table_find_cell (self, cell, &row, &column))
    return;
  record = paz_child_table_dup_record (self, row);
  copy = paz_record_dup (record);
  if (!paz_record_set_value (copy, paz_child_cell_get_field (cell), value))
    return;
  paz_child_table_remember (self);
  paz_child_table_replace (self, row, copy);
  paz_child_table_emit_changed (self);
}

static void
typed_cb (PazChildCell  *cell,
          PazChildTable *self)
{
  paz_child_table_show_help (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_row (PazChildTable *self,
          guint          position)
{
  g_autoptr (PazRecord) record = paz_child_table_dup_record (self, position);
  GtkWidget *row = paz_child_row_new (self->store, self->kind);
  GPtrArray *cells = paz_child_row_get_cells (PAZ_CHILD_ROW (row));

  for (guint i = 0; i < cells->len; i++)
    {
      gpointer cell = g_ptr_array_index (cells, i);

      g_signal_connect_object (cell, "commit", G_CALLBACK (paz_child_table_commit), self, 0);
      g_signal_connect_object (cell, "move", G_CALLBACK (paz_child_table_moved_cb), self, 0);
      g_signal_connect_object (cell, "open", G_CALLBACK (opened_cb), self, 0);
      g_signal_connect_object (cell, "entered", G_CALLBACK (paz_child_table_entered_cb), self, 0);
      g_signal_connect_object (cell, "changed", G_CALLBACK (typed_cb), self, 0);
    }
  paz_child_row_show (PAZ_CHILD_ROW (row), record);

  return row;
}

static void
insert_row (PazChildTable *self,
            guint          position)
{
  GtkWidget *row = make_row (self, position);
  GtkWidget *before = position > 0 ? g_ptr_array_index (self->rows, position - 1) : NULL;

  gtk_box_insert_child_after (GTK_BOX (self->body), row, before);
  g_ptr_array_insert (self->rows, position, row);
}

void
paz_child_table_append_row (PazChildTable *self)
{
  insert_row (self, self->rows->len);
}

static gboolean
fill_cb (gpointer data)
{
  PazChildTable *self = data;

  for (guint i = 0; i < ROWS_AT_ONCE && self->rows->len < paz_child_table_get_n (self); i++)
    paz_child_table_append_row (self);
  if (self->rows->len < paz_child_table_get_n (self))
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
      g_autoptr (PazRecord) record = paz_child_table_dup_record (self, i);

      paz_child_row_show (g_ptr_array_index (self->rows, i), record);
    }
  for (guint i = kept; i < removed && position + kept < self->rows->len; i++)
    drop_row (self, position + kept);
  for (guint i = kept; i < added && i < kept + ROWS_AT_ONCE && position + i <= self->rows->len; i++)
    insert_row (self, position + i);
  if (self->rows->len < paz_child_table_get_n (self) && self->filling == 0)
    self->filling = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

static void
dress (PazChildTable *self)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const char *add = paz_catalogue_text (catalogue, self->kind->phrases.add);
  g_autofree char *tip = NULL;

  gtk_label_set_text (GTK_LABEL (self->title),
                      paz_catalogue_text (catalogue, self->kind->phrases.plural));
  gtk_label_set_text (GTK_LABEL (self->empty),
                      paz_catalogue_text (catalogue, self->kind->phrases.empty_hint));
  tip = g_strdup_printf (C_("tip", "%s (Insert)"), add);
  paz_tip_set (self->add, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
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
forget_changes (PazChildTable *self)
{
  g_hash_table_remove_all (self->originals);
  g_hash_table_remove_all (self->seen);
  g_ptr_array_set_size (self->removed, 0);
  paz_child_past_forget (self->past);
  self->revealed = FALSE;
}

static GPtrArray *
list_records (PazChildTable *self)
{
  g_autoptr (PazQuery) query = paz_query_new (self->kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  paz_query_set_container (query, paz_record_get_id (self->container));
  paz_query_set_language (query, paz_words_get_language ());
  records = paz_store_list_records (self->store, query, &error);
  if (records == NULL)
    {
      g_warning ("Could not read the records of kind %s: %s", self->kind->key, error->message);
      return g_ptr_array_new_with_free_func (g_object_unref);
    }
  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (self->originals, g_strdup (paz_record_get_id (record)),
                           paz_record_dup (record));
    }

  return records;
}

static gboolean
stands (PazChildTable *self,
        guint          position,
        PazRecord     *record)
{
  g_autoptr (PazRecord) shown = paz_child_table_dup_record (self, position);

  return g_str_equal (paz_record_get_id (shown), paz_record_get_id (record)) &&
         !paz_record_is_new (shown) && paz_form_same_record (shown, record);
}

/* kept: rows that say the same of the same record stand as they are. */
static void
read_records (PazChildTable *self,
              gboolean       kept)
{
  g_autoptr (GPtrArray) records = NULL;
  guint n = paz_child_table_get_n (self);
  guint same = 0;

  forget_changes (self);
  records = list_records (self);
  while (kept && same < MIN (n, records->len) && stands (self, same, records->pdata[same]))
    same++;
  if (same < MAX (n, records->len))
    g_list_store_splice (self->records, same, n - same, records->pdata + same, records->len - same);
}

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
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PAZ_TYPE_WIDE_BOX);
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
  gtk_widget_class_bind_template_callback_full (widget_class, "left_cb", G_CALLBACK (paz_child_table_left_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "add_row_key_cb",
                                                G_CALLBACK (paz_child_table_add_row_key_cb));
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

  paz_child_table_install_actions (widget_class);
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
  read_records (self, FALSE);
  paz_child_table_update (self);
  paz_child_table_check (self, FALSE);
}

gboolean
paz_child_table_is_bound (PazChildTable *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), FALSE);

  return self->container != NULL;
}

void
paz_child_table_take_saved (PazChildTable *self,
                            PazRecord     *container)
{
  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  g_set_object (&self->container, container);
  if (self->kind == NULL)
    return;
  read_records (self, TRUE);
  paz_child_table_update (self);
  paz_child_table_check (self, FALSE);
}

GListModel *
paz_child_table_get_records (PazChildTable *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), NULL);

  return G_LIST_MODEL (self->records);
}

gboolean
paz_child_table_is_modified (PazChildTable *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), FALSE);

  for (guint i = 0; i < paz_child_table_get_n (self); i++)
    {
      g_autoptr (PazRecord) record = paz_child_table_dup_record (self, i);

      if (is_changed (self, record))
        return TRUE;
    }

  return self->removed->len > 0 || paz_child_table_is_any_cell (self, paz_child_cell_is_pending);
}

void
paz_child_table_stage (PazChildTable *self,
                       PazEdit       *edit)
{
  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  for (guint i = 0; i < self->removed->len; i++)
    paz_edit_remove (edit, g_ptr_array_index (self->removed, i));
  for (guint i = 0; i < paz_child_table_get_n (self); i++)
    {
      g_autoptr (PazRecord) record = paz_child_table_dup_record (self, i);

      if (is_changed (self, record))
        paz_edit_put (edit, record);
    }
}

GtkWidget *
paz_child_table_get_cell (PazChildTable *self,
                          guint          row,
                          guint          column)
{
  GPtrArray *cells;

  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), NULL);

  if (row >= paz_child_table_get_n (self))
    return NULL;
  while (self->rows->len <= row)
    paz_child_table_append_row (self);
  cells = paz_child_row_get_cells (g_ptr_array_index (self->rows, row));

  return column < cells->len ? g_ptr_array_index (cells, column) : NULL;
}
