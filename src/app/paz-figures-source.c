#include "paz-figures-source.h"

#include <glib/gi18n.h>

static GtkWidget *
get_menu (PazFiguresGrid *grid)
{
  return g_object_get_data (G_OBJECT (grid), "source-menu");
}

static gboolean
pop_up (PazFiguresGrid *grid)
{
  GtkWidget *menu = get_menu (grid);
  GdkRectangle place;
  guint row, column;

  if (!paz_figures_grid_get_cursor (grid, &row, &column))
    return FALSE;
  paz_figures_grid_get_place (grid, &place);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &place);
  gtk_popover_popup (GTK_POPOVER (menu));

  return TRUE;
}

/* Released: the press has put the cursor there. */
static void
released_cb (PazFiguresGrid *grid)
{
  pop_up (grid);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  return pop_up (PAZ_FIGURES_GRID (widget));
}

void
paz_figures_source_add_menu (PazFiguresGrid *grid)
{
  g_autoptr (GMenu) model = g_menu_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkWidget *menu;

  g_menu_append (model, _("Where This Figure Comes From…"), "figures.source");
  menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_widget_set_parent (menu, GTK_WIDGET (grid));
  g_object_set_data_full (G_OBJECT (grid), "source-menu", menu, NULL);
  g_signal_connect_object (grid, "destroy", G_CALLBACK (gtk_widget_unparent), menu, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), grid);
  gtk_widget_add_controller (GTK_WIDGET (grid), GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (grid), shortcuts);
}
