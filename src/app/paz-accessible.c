#include "paz-accessible.h"

static void
set_label (GtkWidget  *widget,
           const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
paz_accessible_set_label (GtkWidget  *widget,
                          const char *label)
{
  GtkWidget *inner = GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget) ? gtk_widget_get_first_child (widget) : NULL;

  set_label (widget, label);
  if (inner != NULL)
    set_label (inner, label);
}
