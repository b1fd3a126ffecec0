#include "paz-facts-columns.h"

#include "paz-words.h"

typedef struct
{
  PazFactColumn column;
  const char *title;       /* NC_("table", ...) */
  int width;
  gboolean expand;
  gboolean is_number;
} Look;

static const Look looks[] = {
  { PAZ_FACT_MONTH, NC_("table", "Month"), 150, FALSE, FALSE },
  { PAZ_FACT_CONTRIBUTOR, NC_("table", "Contributor"), 180, TRUE, FALSE },
  { PAZ_FACT_MISSION, NC_("table", "Mission"), 110, FALSE, FALSE },
  { PAZ_FACT_TYPE, NC_("table", "Type of Personnel"), 170, TRUE, FALSE },
  { PAZ_FACT_FEMALE, NC_("table", "Women"), 90, FALSE, TRUE },
  { PAZ_FACT_MALE, NC_("table", "Men"), 90, FALSE, TRUE },
  { PAZ_FACT_TOTAL, NC_("table", "Total"), 90, FALSE, TRUE },
  { PAZ_FACT_DATA_SET, NC_("table", "Data Set"), 170, TRUE, FALSE },
};

typedef struct
{
  PazFactNames **names;
  const Look *look;
} Column;

typedef struct
{
  PazFactList *list;
  int asked;               /* the first column whose sorter was asked; -1 for none */
} Order;

typedef struct
{
  Order *order;
  PazFactColumn column;
} Sorter;

static char *
dup_number (guint64 number)
{
  return paz_catalogue_dup_integer (paz_words_get_catalogue (), number);
}

static char *
dup_text (PazFactRow    *row,
          PazFactColumn  column,
          PazFactNames  *names)
{
  switch (column)
    {
    case PAZ_FACT_MONTH:
      return g_strdup (paz_fact_names_get_month (names, paz_fact_row_get_month (row)));
    case PAZ_FACT_CONTRIBUTOR:
      return g_strdup (paz_fact_names_get (names, PAZ_DIMENSION_CONTRIBUTOR,
                                           paz_fact_row_get_key (row, PAZ_DIMENSION_CONTRIBUTOR)));
    case PAZ_FACT_MISSION:
      return g_strdup (paz_fact_names_get (names, PAZ_DIMENSION_MISSION,
                                           paz_fact_row_get_key (row, PAZ_DIMENSION_MISSION)));
    case PAZ_FACT_TYPE:
      return g_strdup (paz_fact_names_get (names, PAZ_DIMENSION_TYPE,
                                           paz_fact_row_get_key (row, PAZ_DIMENSION_TYPE)));
    case PAZ_FACT_FEMALE:
      return dup_number (paz_fact_row_get_female (row));
    case PAZ_FACT_MALE:
      return dup_number (paz_fact_row_get_male (row));
    case PAZ_FACT_TOTAL:
      return dup_number (paz_fact_row_get_total (row));
    case PAZ_FACT_DATA_SET:
      return g_strdup (paz_fact_names_get_data_set (names, paz_fact_row_get_data_set (row)));
    case PAZ_FACT_SOURCE_ROW:
      return dup_number (paz_fact_row_get_source_row (row));
    }

  g_return_val_if_reached (NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          Column                   *column)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (column->look->is_number)
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 1);
      gtk_widget_add_css_class (text, "numeric");
    }
  gtk_list_item_set_child (list_item, text);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         Column                   *column)
{
  g_autofree char *text = NULL;

  if (*column->names != NULL)
    text = dup_text (gtk_list_item_get_item (list_item), column->look->column, *column->names);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (list_item)), text);
}

static void
column_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static int
note_asked (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  Sorter *sorter = data;

  if (sorter->order->asked < 0)
    sorter->order->asked = sorter->column;

  return -1;
}

/* The sorter of the view asks the column that was clicked first, and says by its answer which way. */
static void
sorter_changed_cb (GtkSorter       *sorter,
                   GtkSorterChange  change,
                   Order           *order)
{
  g_autoptr (GObject) any = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  order->asked = -1;
  ordering = gtk_sorter_compare (sorter, any, any);
  if (order->asked < 0)
    paz_fact_list_set_order (order->list, PAZ_FACT_MONTH, FALSE);
  else
    paz_fact_list_set_order (order->list, order->asked, ordering != GTK_ORDERING_SMALLER);
}

static void
add_column (GtkColumnView  *view,
            const Look     *look,
            PazFactNames  **names,
            Order          *order)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  Column *cells = g_new0 (Column, 1);
  Sorter *sorting = g_new0 (Sorter, 1);

  cells->names = names;
  cells->look = look;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), cells, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cells);

  column = gtk_column_view_column_new (g_dpgettext2 (NULL, "table", look->title), factory);
  gtk_column_view_column_set_fixed_width (column, look->width);
  gtk_column_view_column_set_expand (column, look->expand);
  gtk_column_view_column_set_resizable (column, TRUE);

  sorting->order = order;
  sorting->column = look->column;
  sorter = GTK_SORTER (gtk_custom_sorter_new (note_asked, sorting, g_free));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (view, column);
}

void
paz_facts_columns_add (GtkColumnView  *view,
                       PazFactList    *list,
                       PazFactNames  **names)
{
  Order *order = g_new0 (Order, 1);

  order->list = list;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    add_column (view, &looks[i], names, order);
  g_signal_connect_data (gtk_column_view_get_sorter (view), "changed",
                         G_CALLBACK (sorter_changed_cb), order, column_free, 0);
}
