#include "paz-list-checks.h"

#include "paz-words.h"

#define WIDTH 44

static void
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           selected)
{
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (position, 1);
  g_autoptr (GtkBitset) bits = selected ? gtk_bitset_ref (mask) : gtk_bitset_new_empty ();

  gtk_selection_model_set_selection (model, bits, mask);
}

static void
toggled_cb (GtkCheckButton *check,
            GtkListItem    *list_item)
{
  PazListSelection *selection = g_object_get_data (G_OBJECT (check), "selection");
  gboolean active = gtk_check_button_get_active (check);

  if (active != gtk_list_item_get_selected (list_item))
    select_item (paz_list_selection_get_model (selection), gtk_list_item_get_position (list_item), active);
}

static void
selected_cb (GtkListItem    *list_item,
             GParamSpec     *pspec,
             GtkCheckButton *check)
{
  gtk_check_button_set_active (check, gtk_list_item_get_selected (list_item));
}

/* A group's heading is nothing to choose. */
static void
row_changed_cb (GtkWidget  *check,
                PazListRow *row)
{
  gtk_widget_set_visible (check, !PAZ_IS_RECORD_GROUP (paz_list_row_get_item (row)));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          PazListSelection         *selection)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("row", "Selected"), -1);
  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  /* The row has the focus: Space chooses it. */
  gtk_widget_set_focusable (check, FALSE);
  g_object_set_data (G_OBJECT (check), "selection", selection);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), list_item, 0);
  g_signal_connect_object (list_item, "notify::selected", G_CALLBACK (selected_cb), check, 0);
  gtk_list_item_set_child (list_item, check);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         PazListSelection         *selection)
{
  PazListRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *check = gtk_list_item_get_child (list_item);

  selected_cb (list_item, NULL, GTK_CHECK_BUTTON (check));
  paz_list_row_hold (row);
  row_changed_cb (check, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), check, G_CONNECT_SWAPPED);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           PazListSelection         *selection)
{
  PazListRow *row = gtk_list_item_get_item (list_item);

  g_signal_handlers_disconnect_by_func (row, row_changed_cb, gtk_list_item_get_child (list_item));
  paz_list_row_release (row);
}

GtkColumnViewColumn *
paz_list_checks_new (PazListSelection *selection)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), selection, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), selection, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), selection, 0);
  column = gtk_column_view_column_new (NULL, factory);
  gtk_column_view_column_set_fixed_width (column, WIDTH);

  return column;
}
