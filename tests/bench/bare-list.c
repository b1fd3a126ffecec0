#include "bare-list.h"

#include "paz-words.h"

#define TEXTS "texts"

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  column)
{
  char **texts = g_object_get_data (gtk_list_item_get_item (item), TEXTS);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), texts[GPOINTER_TO_UINT (column)]);
}

static GPtrArray *
list_fields (GListModel *columns)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const PazField *field = g_object_get_data (G_OBJECT (column), "field");

      if (field != NULL && gtk_column_view_column_get_visible (column))
        g_ptr_array_add (fields, (gpointer) field);
    }

  return fields;
}

static GListModel *
make_rows (PazStore   *store,
           GListModel *records,
           GPtrArray  *fields)
{
  GListStore *rows = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (PazRecord) record = g_list_model_get_item (records, i);
      g_autoptr (GObject) row = g_object_new (G_TYPE_OBJECT, NULL);
      char **texts = g_new0 (char *, fields->len + 1);

      for (guint j = 0; j < fields->len; j++)
        {
          texts[j] = paz_store_dup_display (store, record, fields->pdata[j], paz_words_get_catalogue ());
          if (texts[j] == NULL)
            texts[j] = g_strdup ("");
        }
      g_object_set_data_full (row, TEXTS, texts, (GDestroyNotify) g_strfreev);
      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

static GtkWidget *
make_view (GPtrArray *fields)
{
  GtkWidget *view = gtk_column_view_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (((const PazField *) fields->pdata[i])->label, factory);
      gtk_column_view_column_set_fixed_width (column, 120);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }

  return view;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
serve_a_paint (GtkWidget *window,
               gboolean  *painted)
{
  *painted = FALSE;
  gtk_widget_queue_draw (window);
  while (!*painted)
    g_main_context_iteration (NULL, TRUE);
}

double
bare_list_show (PazStore   *store,
                GListModel *records,
                GListModel *columns)
{
  g_autoptr (GPtrArray) fields = list_fields (columns);
  g_autoptr (GListModel) rows = make_rows (store, records, fields);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = make_view (fields);
  g_autoptr (GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (rows)));
  gboolean painted = FALSE;
  gint64 since;
  double ms;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 960, 700);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), &painted);
  serve_a_paint (window, &painted);

  since = g_get_monotonic_time ();
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), model);
  serve_a_paint (window, &painted);
  ms = (g_get_monotonic_time () - since) / 1000.0;
  gtk_window_destroy (GTK_WINDOW (window));

  return ms;
}
