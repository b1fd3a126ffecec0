#include "paz-table-dialog.h"

#include "paz-column-view.h"
#include "paz-picture-actions.h"
#include "paz-words.h"

struct _PazTableDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkColumnView *view;
  GtkWidget *copy_button;

  GPtrArray *rows;
  PazPictureMaker *maker;
  GWeakRef owner;
};

G_DEFINE_FINAL_TYPE (PazTableDialog, paz_table_dialog, ADW_TYPE_WINDOW)

static const char * const *
get_cells (PazTableDialog *self,
           guint           row)
{
  return g_ptr_array_index (self->rows, row);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  column)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), GPOINTER_TO_UINT (column) == 0 ? 0 : 1);
  if (GPOINTER_TO_UINT (column) > 0)
    gtk_widget_add_css_class (cell, "numeric");
  gtk_list_item_set_child (item, cell);
}

/* The item is a number: the row. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  column)
{
  PazTableDialog *self = g_object_get_data (G_OBJECT (factory), "dialog");
  const char *text = get_cells (self, gtk_list_item_get_position (item) + 1)[GPOINTER_TO_UINT (column)];
  GtkWidget *cell = gtk_list_item_get_child (item);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_widget_set_tooltip_text (cell, g_utf8_strlen (text, -1) > 28 ? text : NULL);
}

static void
add_column (PazTableDialog *self,
            const char     *heading,
            guint           n)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  int width = n == 0 ? 200 : (int) CLAMP (g_utf8_strlen (heading, -1) * 8 + 24, 96, 200);

  g_object_set_data (G_OBJECT (factory), "dialog", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (n));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (n));
  column = gtk_column_view_column_new (heading, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, n == 0);
  gtk_column_view_append_column (self->view, column);
  if (n > 0)
    paz_column_view_align_end (self->view, n);
}

static void
fill (PazTableDialog *self)
{
  const char * const *headings = get_cells (self, 0);
  g_autoptr (GtkStringList) items = gtk_string_list_new (NULL);
  GtkSelectionModel *selection;

  for (guint n = 0; headings[n] != NULL; n++)
    add_column (self, headings[n], n);
  for (guint i = 1; i < self->rows->len; i++)
    gtk_string_list_append (items, get_cells (self, i)[0]);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_steal_pointer (&items))));
  gtk_column_view_set_model (self->view, selection);
  g_object_unref (selection);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazTableDialog *self = PAZ_TABLE_DIALOG (widget);
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&self->owner);

  if (owner != NULL && self->maker != NULL)
    paz_picture_copy_values (owner, self->maker);
}

static void
paz_table_dialog_dispose (GObject *object)
{
  PazTableDialog *self = PAZ_TABLE_DIALOG (object);

  g_weak_ref_set (&self->owner, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_TABLE_DIALOG);

  G_OBJECT_CLASS (paz_table_dialog_parent_class)->dispose (object);
}

static void
paz_table_dialog_finalize (GObject *object)
{
  PazTableDialog *self = PAZ_TABLE_DIALOG (object);

  g_weak_ref_clear (&self->owner);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->maker, paz_picture_maker_unref);

  G_OBJECT_CLASS (paz_table_dialog_parent_class)->finalize (object);
}

static void
paz_table_dialog_class_init (PazTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_table_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = paz_table_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazTableDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PazTableDialog, view);
  gtk_widget_class_bind_template_child (widget_class, PazTableDialog, copy_button);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
}

static void
paz_table_dialog_init (PazTableDialog *self)
{
  g_weak_ref_init (&self->owner, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
paz_table_dialog_new (GtkWidget       *owner,
                      const char      *title,
                      GPtrArray       *rows,
                      PazPictureMaker *maker)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  PazTableDialog *self = g_object_new (PAZ_TYPE_TABLE_DIALOG,
                                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->rows = g_ptr_array_ref (rows);
  self->maker = maker != NULL ? paz_picture_maker_ref (maker) : NULL;
  g_weak_ref_set (&self->owner, owner);
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (self->copy_button, maker != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy", maker != NULL);
  fill (self);

  return GTK_WIDGET (self);
}

GtkColumnView *
paz_table_dialog_get_view (PazTableDialog *self)
{
  return self->view;
}
