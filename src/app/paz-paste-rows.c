#include "paz-paste-rows.h"

struct _PazPasteRowItem
{
  GObject parent_instance;
  guint number;
};

G_DEFINE_FINAL_TYPE (PazPasteRowItem, paz_paste_row, G_TYPE_OBJECT)

static void
paz_paste_row_class_init (PazPasteRowItemClass *klass)
{
}

static void
paz_paste_row_init (PazPasteRowItem *self)
{
}

guint
paz_paste_row_get_number (PazPasteRowItem *self)
{
  return self->number;
}

struct _PazPasteRows
{
  GObject parent_instance;
  GArray *numbers;
};

static GType
get_item_type (GListModel *model)
{
  return PAZ_TYPE_PASTE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return ((PazPasteRows *) model)->numbers->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GArray *numbers = ((PazPasteRows *) model)->numbers;
  PazPasteRowItem *item;

  if (position >= numbers->len)
    return NULL;
  item = g_object_new (PAZ_TYPE_PASTE_ROW, NULL);
  item->number = g_array_index (numbers, guint, position);

  return item;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PazPasteRows, paz_paste_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
paz_paste_rows_finalize (GObject *object)
{
  g_array_unref (PAZ_PASTE_ROWS (object)->numbers);

  G_OBJECT_CLASS (paz_paste_rows_parent_class)->finalize (object);
}

static void
paz_paste_rows_class_init (PazPasteRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_paste_rows_finalize;
}

static void
paz_paste_rows_init (PazPasteRows *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
}

PazPasteRows *
paz_paste_rows_new (void)
{
  return g_object_new (PAZ_TYPE_PASTE_ROWS, NULL);
}

static gboolean
is_shown (PazPaste     *paste,
          guint         row,
          PazPasteShow  show)
{
  PazPasteAction action = paz_paste_get_action (paste, row);

  if (!paz_paste_is_data (paste, row))
    return FALSE;
  switch (show)
    {
    case PAZ_PASTE_SHOW_ALL:
      return TRUE;
    case PAZ_PASTE_SHOW_WRONG:
      return paz_paste_is_wrong (paste, row);
    case PAZ_PASTE_SHOW_CHANGES:
      return action == PAZ_PASTE_ROW_ADD || action == PAZ_PASTE_ROW_UPDATE;
    }

  return TRUE;
}

/* In two steps: a view that is told of replaced rows fetches every one of them. */
void
paz_paste_rows_fill (PazPasteRows *self,
                     PazPaste     *paste,
                     PazPasteShow  show)
{
  guint before = self->numbers->len;

  g_array_set_size (self->numbers, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  for (guint i = 0; i < paz_block_get_n_rows (paz_paste_get_block (paste)); i++)
    if (is_shown (paste, i, show))
      g_array_append_val (self->numbers, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->numbers->len);
}
