/* A block of cells on its way into the rows of the table; the form saves them. */
#include "paz-child-table-private.h"

#include "paz-paste-clipboard.h"
#include "paz-paste-dialog.h"
#include "paz-words.h"

static GPtrArray *
list_records (PazChildTable *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < paz_child_table_get_n (self); i++)
    g_ptr_array_add (records, paz_child_table_dup_record (self, i));

  return records;
}

/* The fields that have a column, in order. */
static GPtrArray *
list_fields (PazChildTable *self)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < self->kind->n_fields; i++)
    if ((self->kind->fields[i].flags & PAZ_FIELD_LISTED) != 0 && paz_paste_takes_field (&self->kind->fields[i]))
      g_ptr_array_add (fields, (gpointer) &self->kind->fields[i]);

  return fields;
}

static void
take_record (PazChildTable *self,
             PazRecord     *record)
{
  guint position;

  if (paz_child_table_find_position (self, paz_record_get_id (record), &position))
    paz_child_table_replace (self, position, record);
  else
    g_list_store_append (self->records, record);
}

/* All of them are one step of the table's undo. */
static void
take_records (GPtrArray *records,
              gpointer   data)
{
  PazChildTable *self = data;
  guint position;

  if (self->records == NULL || records->len == 0)
    return;
  paz_child_table_remember (self);
  for (guint i = 0; i < records->len; i++)
    take_record (self, g_ptr_array_index (records, i));
  paz_child_table_renumber (self);
  if (paz_child_table_find_position (self, paz_record_get_id (g_ptr_array_index (records, 0)), &position))
    paz_child_table_focus_cell (self, position, 0);
  paz_child_table_emit_changed (self);
}

static void
open_dialog (PazChildTable *self,
             PazBlock      *block)
{
  g_autoptr (GPtrArray) fields = list_fields (self);
  g_autoptr (GPtrArray) held = list_records (self);
  PazPaste *settings = paz_paste_new (block, self->kind, paz_record_get_id (self->container), paz_words_get_language (),
                                      (const PazField * const *) fields->pdata, fields->len);
  GtkWidget *dialog;

  paz_paste_set_held (settings, held);
  dialog = paz_paste_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->store, settings);
  paz_paste_dialog_set_taker (PAZ_PASTE_DIALOG (dialog), take_records, self);
  /* The table stays until the dialog is done with it. */
  g_object_set_data_full (G_OBJECT (dialog), "table", g_object_ref (self), g_object_unref);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A single text belongs into the cell the person is in. */
static gboolean
write_one (PazChildTable *self,
           PazBlock      *block)
{
  GtkWidget *cell = paz_child_table_get_cell (self, self->row, self->column);

  if (paz_block_get_n_rows (block) > 1 || paz_block_get_n_columns (block) > 1 || cell == NULL ||
      !gtk_widget_is_focus (cell) || !paz_child_cell_is_entry (PAZ_CHILD_CELL (cell)))
    return FALSE;
  paz_child_cell_edit (PAZ_CHILD_CELL (cell), paz_block_get_text (block, 0, 0));

  return TRUE;
}

static void
read_cb (PazBlock *block,
         gpointer  data)
{
  PazChildTable *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || self->records == NULL)
    return;
  if (block == NULL)
    {
      if (PAZ_IS_WINDOW (root))
        paz_window_tell (PAZ_WINDOW (root), _("There are no cells to paste."));
      return;
    }
  if (!write_one (self, block))
    open_dialog (self, block);
}

void
paz_child_table_paste_action (GtkWidget  *widget,
                              const char *name,
                              GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);

  if (paz_child_table_finish_editing (self))
    paz_paste_read_clipboard (gtk_widget_get_clipboard (widget), read_cb, G_OBJECT (self));
}
