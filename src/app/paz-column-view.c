#include "paz-column-view.h"

typedef struct
{
  PazColumnOrder order;
  gpointer data;
  gpointer asked;        /* data of the first column asked */
} Order;

typedef struct
{
  Order *order;
  gpointer column;
} Sorter;

static int
note_asked (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  Sorter *sorter = data;

  if (sorter->order->asked == NULL)
    sorter->order->asked = sorter->column;

  return -1;
}

static void
sorter_changed_cb (GtkSorter       *sorter,
                   GtkSorterChange  change,
                   Order           *order)
{
  /* Two of them: a sorter answers for one and the same object without asking. */
  g_autoptr (GObject) any = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  if (order->order == NULL)
    return;

  order->asked = NULL;
  ordering = gtk_sorter_compare (sorter, any, other);
  order->order (order->asked, order->asked != NULL && ordering != GTK_ORDERING_SMALLER, order->data);
}

static void
order_free (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

void
paz_column_view_set_order (GtkColumnView  *view,
                           PazColumnOrder  callback,
                           gpointer        data)
{
  Order *order = g_new0 (Order, 1);

  order->order = callback;
  order->data = data;
  g_object_set_data (G_OBJECT (view), "order", order);
  g_signal_connect_data (gtk_column_view_get_sorter (view), "changed",
                         G_CALLBACK (sorter_changed_cb), order, order_free, 0);
}

void
paz_column_view_clear_order (GtkColumnView *view)
{
  Order *order = g_object_get_data (G_OBJECT (view), "order");

  order->order = NULL;
}

void
paz_column_view_append (GtkColumnView       *view,
                        GtkColumnViewColumn *column,
                        gpointer             column_data)
{
  g_autoptr (GtkSorter) sorter = NULL;
  Sorter *data = g_new0 (Sorter, 1);

  data->order = g_object_get_data (G_OBJECT (view), "order");
  data->column = column_data;
  sorter = GTK_SORTER (gtk_custom_sorter_new (note_asked, data, g_free));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (view, column);
}

static GtkWidget *
get_first_title (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));

  return header != NULL ? gtk_widget_get_first_child (header) : NULL;
}

void
paz_column_view_foreach_title (GtkColumnView *view,
                               PazTitleFunc   func,
                               gpointer       data)
{
  for (GtkWidget *title = get_first_title (view); title != NULL; title = gtk_widget_get_next_sibling (title))
    func (title, data);
}

GtkColumnViewColumn *
paz_column_view_find_column (GtkColumnView *view,
                             GtkWidget     *title)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *at = get_first_title (view);

  for (guint i = 0; at != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      if (at == title)
        return column;
      at = gtk_widget_get_next_sibling (at);
    }

  return NULL;
}

void
paz_column_view_align_end (GtkColumnView *view,
                           guint          n)
{
  GtkWidget *title = get_first_title (view);
  GtkWidget *box;

  while (title != NULL && n-- > 0)
    title = gtk_widget_get_next_sibling (title);
  box = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  if (GTK_IS_BOX (box))
    gtk_widget_set_halign (box, GTK_ALIGN_END);
}
