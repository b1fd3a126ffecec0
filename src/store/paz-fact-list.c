#include "store/paz-fact-list.h"

#include "paz-fact-order.h"
#include "paz-fact-table-private.h"

/* Up to here the order is found at once; more rows could cost a frame. */
#define SMALL 50000

/* ---- one row ---- */

struct _PazFactRow
{
  GObject       parent_instance;

  PazFactTable *table;
  GPtrArray    *data_sets;
  GHashTable   *living;      /* row number -> PazFactRow, of the list that made it */
  guint32       n;
};

G_DEFINE_FINAL_TYPE (PazFactRow, paz_fact_row, G_TYPE_OBJECT)

static void
paz_fact_row_finalize (GObject *object)
{
  PazFactRow *self = PAZ_FACT_ROW (object);

  g_hash_table_remove (self->living, GUINT_TO_POINTER (self->n));
  g_hash_table_unref (self->living);
  paz_fact_table_unref (self->table);
  g_clear_pointer (&self->data_sets, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_fact_row_parent_class)->finalize (object);
}

static void
paz_fact_row_class_init (PazFactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_fact_row_finalize;
}

static void
paz_fact_row_init (PazFactRow *self)
{
}

guint16
paz_fact_row_get_month (PazFactRow *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_ROW (self), 0);

  return self->table->months[self->n];
}

const char *
paz_fact_row_get_key (PazFactRow   *self,
                      PazDimension  dimension)
{
  g_return_val_if_fail (PAZ_IS_FACT_ROW (self), NULL);

  switch (dimension)
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      return paz_fact_table_get_key (self->table, dimension, self->table->contributors[self->n]);
    case PAZ_DIMENSION_MISSION:
      return paz_fact_table_get_key (self->table, dimension, self->table->missions[self->n]);
    case PAZ_DIMENSION_TYPE:
      return paz_fact_table_get_key (self->table, dimension, self->table->types[self->n]);
    }

  g_return_val_if_reached (NULL);
}

guint32
paz_fact_row_get_female (PazFactRow *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_ROW (self), 0);

  return self->table->female[self->n];
}

guint32
paz_fact_row_get_male (PazFactRow *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_ROW (self), 0);

  return self->table->male[self->n];
}

guint64
paz_fact_row_get_total (PazFactRow *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_ROW (self), 0);

  return (guint64) self->table->female[self->n] + self->table->male[self->n];
}

const char *
paz_fact_row_get_data_set (PazFactRow *self)
{
  guint16 set;

  g_return_val_if_fail (PAZ_IS_FACT_ROW (self), NULL);

  set = self->table->sets[self->n];

  return self->data_sets != NULL && set < self->data_sets->len ? self->data_sets->pdata[set] : NULL;
}

guint32
paz_fact_row_get_source_row (PazFactRow *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_ROW (self), 0);

  return self->table->rows[self->n];
}

/* ---- the list ---- */

struct _PazFactList
{
  GObject       parent_instance;

  PazFactTable *table;
  GPtrArray    *data_sets;
  GHashTable   *living;
  PazFactOrder *order;
  GCancellable *cancellable;  /* of the worker; NULL when none runs */

  guint32      *rows;         /* NULL: the table's own order */
  guint32       n_rows;
};

enum
{
  PROP_0,
  PROP_PENDING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PazFactList, paz_fact_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- order and filter ---- */

static void
set_cancellable (PazFactList  *self,
                 GCancellable *cancellable)
{
  gboolean pending = self->cancellable != NULL;

  if (self->cancellable != NULL && cancellable != self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, cancellable);
  if (pending != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

/* In two steps: told of all rows at once, a list view would fetch every one to look for the old. */
static void
show_rows (PazFactList *self,
           guint32     *rows,
           guint32      n_rows)
{
  guint32 n_before = self->n_rows;

  g_free (self->rows);
  self->rows = NULL;
  self->n_rows = 0;
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);

  self->rows = rows;
  self->n_rows = n_rows;
  if (n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_rows);
}

/* The worker has no hold on the list: a list that is let go stops it. */
typedef struct
{
  PazFactTable *table;
  PazFactOrder *order;
  guint32       n_rows;
  GWeakRef      list;
} OrderTask;

static void
order_task_free (OrderTask *task)
{
  g_weak_ref_clear (&task->list);
  paz_fact_table_unref (task->table);
  paz_fact_order_free (task->order);
  g_free (task);
}

static void
order_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  OrderTask *order = data;
  guint32 *rows = paz_fact_order_apply (order->order, order->table, &order->n_rows, cancellable);

  if (rows != NULL)
    g_task_return_pointer (task, rows, g_free);
  else
    g_task_return_error_if_cancelled (task);
}

static void
order_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  GTask *task = G_TASK (result);
  OrderTask *order = g_task_get_task_data (task);
  g_autoptr (PazFactList) self = g_weak_ref_get (&order->list);
  guint32 *rows = g_task_propagate_pointer (task, NULL);

  /* A later order took its place. */
  if (self == NULL || rows == NULL || g_task_get_cancellable (task) != self->cancellable)
    {
      g_free (rows);
      return;
    }

  show_rows (self, rows, order->n_rows);
  set_cancellable (self, NULL);
}

static void
start_order (PazFactList *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, order_done_cb, NULL);
  OrderTask *order = g_new0 (OrderTask, 1);

  order->table = paz_fact_table_ref (self->table);
  order->order = paz_fact_order_copy (self->order, self->table);
  g_weak_ref_init (&order->list, self);
  g_task_set_source_tag (task, start_order);
  g_task_set_task_data (task, order, (GDestroyNotify) order_task_free);
  set_cancellable (self, cancellable);
  g_task_run_in_thread (task, order_thread);
}

static void
update_order (PazFactList *self)
{
  guint32 *rows;
  guint32 n;

  if (self->table == NULL || paz_fact_order_is_plain (self->order))
    {
      set_cancellable (self, NULL);
      if (self->table != NULL && (self->rows != NULL || self->n_rows != self->table->n_rows))
        show_rows (self, NULL, self->table->n_rows);
    }
  else if (self->table->n_rows > SMALL)
    start_order (self);
  else
    {
      set_cancellable (self, NULL);
      rows = paz_fact_order_apply (self->order, self->table, &n, NULL);
      show_rows (self, rows, n);
    }
}

/* ---- GListModel ---- */

static GType
paz_fact_list_get_item_type (GListModel *model)
{
  return PAZ_TYPE_FACT_ROW;
}

static guint
paz_fact_list_get_n_items (GListModel *model)
{
  return PAZ_FACT_LIST (model)->n_rows;
}

static gpointer
paz_fact_list_get_item (GListModel *model,
                        guint       position)
{
  PazFactList *self = PAZ_FACT_LIST (model);
  PazFactRow *row;
  guint32 n;

  if (position >= self->n_rows)
    return NULL;

  n = self->rows != NULL ? self->rows[position] : position;
  row = g_hash_table_lookup (self->living, GUINT_TO_POINTER (n));
  if (row != NULL)
    return g_object_ref (row);

  row = g_object_new (PAZ_TYPE_FACT_ROW, NULL);
  row->table = paz_fact_table_ref (self->table);
  row->data_sets = self->data_sets != NULL ? g_ptr_array_ref (self->data_sets) : NULL;
  row->living = g_hash_table_ref (self->living);
  row->n = n;
  g_hash_table_insert (self->living, GUINT_TO_POINTER (n), row);

  return row;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = paz_fact_list_get_item_type;
  interface->get_n_items = paz_fact_list_get_n_items;
  interface->get_item = paz_fact_list_get_item;
}

/* ---- object ---- */

static void
paz_fact_list_dispose (GObject *object)
{
  PazFactList *self = PAZ_FACT_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (paz_fact_list_parent_class)->dispose (object);
}

static void
paz_fact_list_finalize (GObject *object)
{
  PazFactList *self = PAZ_FACT_LIST (object);

  g_clear_pointer (&self->table, paz_fact_table_unref);
  g_clear_pointer (&self->data_sets, g_ptr_array_unref);
  g_clear_pointer (&self->living, g_hash_table_unref);
  g_clear_pointer (&self->order, paz_fact_order_free);
  g_free (self->rows);

  G_OBJECT_CLASS (paz_fact_list_parent_class)->finalize (object);
}

static void
paz_fact_list_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PazFactList *self = PAZ_FACT_LIST (object);

  switch (prop_id)
    {
    case PROP_PENDING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_fact_list_class_init (PazFactListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = paz_fact_list_dispose;
  object_class->finalize = paz_fact_list_finalize;
  object_class->get_property = paz_fact_list_get_property;

  properties[PROP_PENDING] =
    g_param_spec_boolean ("pending", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
paz_fact_list_init (PazFactList *self)
{
  self->living = g_hash_table_new (NULL, NULL);
  self->order = paz_fact_order_new ();
}

/* ---- public ---- */

PazFactList *
paz_fact_list_new (PazFactTable *table,
                   GPtrArray    *data_sets)
{
  PazFactList *self = g_object_new (PAZ_TYPE_FACT_LIST, NULL);

  paz_fact_list_set_table (self, table, data_sets);

  return self;
}

void
paz_fact_list_set_table (PazFactList  *self,
                         PazFactTable *table,
                         GPtrArray    *data_sets)
{
  g_return_if_fail (PAZ_IS_FACT_LIST (self));
  g_return_if_fail (table == NULL || table->finished);

  if (table == self->table)
    return;

  set_cancellable (self, NULL);
  show_rows (self, NULL, 0);
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    g_clear_pointer (&self->order->ranks[i], g_free);
  g_hash_table_unref (self->living);
  self->living = g_hash_table_new (NULL, NULL);
  g_clear_pointer (&self->table, paz_fact_table_unref);
  g_clear_pointer (&self->data_sets, g_ptr_array_unref);
  if (table != NULL)
    self->table = paz_fact_table_ref (table);
  if (data_sets != NULL)
    self->data_sets = g_ptr_array_ref (data_sets);
  update_order (self);
}

PazFactTable *
paz_fact_list_get_table (PazFactList *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_LIST (self), NULL);

  return self->table;
}

void
paz_fact_list_set_order (PazFactList   *self,
                         PazFactColumn  column,
                         gboolean       descending)
{
  g_return_if_fail (PAZ_IS_FACT_LIST (self) && column < PAZ_N_FACT_COLUMNS);

  descending = !!descending;
  if (self->order->column == column && self->order->descending == descending)
    return;

  self->order->column = column;
  self->order->descending = descending;
  update_order (self);
}

void
paz_fact_list_set_filter (PazFactList         *self,
                          const PazFactFilter *filter)
{
  static const PazFactFilter all = { 0 };

  g_return_if_fail (PAZ_IS_FACT_LIST (self));

  if (filter == NULL)
    filter = &all;
  self->order->from = filter->from;
  self->order->to = filter->to;
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    g_strfreev (self->order->keys[i]);
  self->order->keys[PAZ_DIMENSION_CONTRIBUTOR] = g_strdupv ((char **) filter->contributors);
  self->order->keys[PAZ_DIMENSION_MISSION] = g_strdupv ((char **) filter->missions);
  self->order->keys[PAZ_DIMENSION_TYPE] = g_strdupv ((char **) filter->types);
  update_order (self);
}

void
paz_fact_list_set_ranks (PazFactList   *self,
                         PazDimension   dimension,
                         const guint16 *ranks)
{
  g_return_if_fail (PAZ_IS_FACT_LIST (self) && dimension < PAZ_N_DIMENSIONS);

  if (self->table == NULL)
    return;

  g_free (self->order->ranks[dimension]);
  self->order->ranks[dimension] = g_memdup2 (ranks, ranks != NULL
                                                    ? paz_fact_table_get_n_keys (self->table, dimension) * sizeof *ranks
                                                    : 0);
  if ((int) self->order->column == (int) PAZ_FACT_CONTRIBUTOR + (int) dimension)
    update_order (self);
}

gboolean
paz_fact_list_is_pending (PazFactList *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_LIST (self), FALSE);

  return self->cancellable != NULL;
}
