#include "paz-facts-columns.h"

#include "paz-column-view.h"
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
  { PAZ_FACT_MONTH, NC_("table", "Month"), 132, FALSE, FALSE },
  { PAZ_FACT_CONTRIBUTOR, NC_("table", "Contributor"), 140, TRUE, FALSE },
  { PAZ_FACT_MISSION, NC_("table", "Mission"), 100, FALSE, FALSE },
  { PAZ_FACT_TYPE, NC_("table", "Type of Personnel"), 150, TRUE, FALSE },
  { PAZ_FACT_FEMALE, NC_("table", "Women"), 76, FALSE, TRUE },
  { PAZ_FACT_MALE, NC_("table", "Men"), 76, FALSE, TRUE },
  { PAZ_FACT_TOTAL, NC_("table", "Total"), 76, FALSE, TRUE },
  { PAZ_FACT_DATA_SET, NC_("table", "Data Set"), 140, TRUE, FALSE },
};

typedef struct
{
  PazFactNames **names;
  const Look *look;
} Column;

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

static void
order_cb (gpointer column,
          gboolean descending,
          gpointer data)
{
  const Look *look = column;

  paz_fact_list_set_order (data, look != NULL ? look->column : PAZ_FACT_MONTH, descending);
}

static void
add_column (GtkColumnView  *view,
            const Look     *look,
            PazFactNames  **names)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  Column *cells = g_new0 (Column, 1);

  cells->names = names;
  cells->look = look;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), cells, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cells);

  column = gtk_column_view_column_new (g_dpgettext2 (NULL, "table", look->title), factory);
  gtk_column_view_column_set_fixed_width (column, look->width);
  gtk_column_view_column_set_expand (column, look->expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  paz_column_view_append (view, column, (gpointer) look);
}

void
paz_facts_columns_add (GtkColumnView  *view,
                       PazFactList    *list,
                       PazFactNames  **names)
{
  paz_column_view_set_order (view, order_cb, list);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      add_column (view, &looks[i], names);
      if (looks[i].is_number)
        paz_column_view_align_end (view, i);
    }
}
