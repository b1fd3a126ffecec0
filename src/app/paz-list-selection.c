#include "paz-list-selection.h"

struct _PazListSelection
{
  GObject parent_instance;

  PazRecordList *records;
  PazListRows *model;
  GPtrArray *ids;            /* kept over a change of the list */
  gboolean restoring;
};

G_DEFINE_FINAL_TYPE (PazListSelection, paz_list_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
note (PazListSelection *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  GtkBitsetIter iter;
  guint position;

  g_ptr_array_set_size (self->ids, 0);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      const char *id = paz_record_list_get_id (self->records, position);

      if (id != NULL)
        g_ptr_array_add (self->ids, g_strdup (id));
    }
}

/* Rows are told apart by id: what was selected stays so wherever it is now. */
static void
restore (PazListSelection *self)
{
  g_autoptr (GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;

  for (guint i = 0; i < self->ids->len; i++)
    {
      guint position = paz_record_list_find (self->records, g_ptr_array_index (self->ids, i));

      if (position != G_MAXUINT)
        gtk_bitset_add (wanted, position);
    }
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->records)));

  self->restoring = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->model), wanted, all);
  self->restoring = FALSE;
  note (self);
}

static void
selection_changed_cb (PazListSelection *self)
{
  if (self->restoring)
    return;
  note (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
spliced_cb (PazListSelection *self)
{
  restore (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
paz_list_selection_dispose (GObject *object)
{
  PazListSelection *self = PAZ_LIST_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_object (&self->records);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_list_selection_parent_class)->dispose (object);
}

static void
paz_list_selection_class_init (PazListSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_list_selection_dispose;

  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_LIST_SELECTION, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
paz_list_selection_init (PazListSelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

PazListSelection *
paz_list_selection_new (PazRecordList *records,
                        guint          n_first)
{
  PazListSelection *self = g_object_new (PAZ_TYPE_LIST_SELECTION, NULL);

  self->records = g_object_ref (records);
  self->model = paz_list_rows_new (records, n_first);
  g_signal_connect_object (records, "spliced",
                           G_CALLBACK (spliced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

PazListRows *
paz_list_selection_get_rows (PazListSelection *self)
{
  g_return_val_if_fail (PAZ_IS_LIST_SELECTION (self), NULL);

  return self->model;
}

GtkSelectionModel *
paz_list_selection_get_model (PazListSelection *self)
{
  g_return_val_if_fail (PAZ_IS_LIST_SELECTION (self), NULL);

  return GTK_SELECTION_MODEL (self->model);
}

guint
paz_list_selection_get_n (PazListSelection *self)
{
  g_return_val_if_fail (PAZ_IS_LIST_SELECTION (self), 0);

  return self->ids->len;
}

GPtrArray *
paz_list_selection_get_ids (PazListSelection *self)
{
  g_return_val_if_fail (PAZ_IS_LIST_SELECTION (self), NULL);

  return self->ids;
}
