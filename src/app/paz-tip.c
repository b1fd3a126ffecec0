#include "paz-tip.h"

void
paz_tip_set (GtkWidget  *widget,
             const char *text)
{
  gboolean visible;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  visible = gtk_widget_get_visible (widget);
  if (g_strcmp0 (text, gtk_widget_get_tooltip_text (widget)) == 0)
    return;
  /* What is seen keeps its focus and its place, and may have the pointer on it. */
  if (gtk_widget_get_mapped (widget) || !visible)
    {
      gtk_widget_set_tooltip_text (widget, text);
      return;
    }
  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  gtk_widget_set_visible (widget, TRUE);
}
