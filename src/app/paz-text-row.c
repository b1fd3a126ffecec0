#include "paz-text-row.h"

struct _PazTextRow
{
  GObject parent_instance;
  GPtrArray *texts;
};

G_DEFINE_FINAL_TYPE (PazTextRow, paz_text_row, G_TYPE_OBJECT)

static void
paz_text_row_finalize (GObject *object)
{
  g_ptr_array_unref (PAZ_TEXT_ROW (object)->texts);

  G_OBJECT_CLASS (paz_text_row_parent_class)->finalize (object);
}

static void
paz_text_row_class_init (PazTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_text_row_finalize;
}

static void
paz_text_row_init (PazTextRow *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
}

PazTextRow *
paz_text_row_new (char  **texts,
               guint   n)
{
  PazTextRow *self = g_object_new (PAZ_TYPE_TEXT_ROW, NULL);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->texts, texts[i]);

  return self;
}

const char *
paz_text_row_get (PazTextRow *self,
               guint     n)
{
  return g_ptr_array_index (self->texts, n);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  data)
{
  GtkWidget *text = gtk_inscription_new (NULL);
  gboolean is_number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "is-number"));

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (is_number)
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 1);
      gtk_widget_add_css_class (text, "numeric");
    }
  gtk_list_item_set_child (list_item, text);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  data)
{
  const char *text = paz_text_row_get (gtk_list_item_get_item (list_item), GPOINTER_TO_UINT (data));
  GtkWidget *child = gtk_list_item_get_child (list_item);

  gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
  gtk_widget_set_tooltip_text (child, text);
}

void
paz_text_row_add_column (GtkColumnView *view,
                      const char    *title,
                      guint          n,
                      int            width,
                      gboolean       is_number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "is-number", GINT_TO_POINTER (is_number));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (n));
  column = gtk_column_view_column_new (title, factory);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, width == 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
}
