#include "paz-scroll.h"

#define MARGIN 18
/* What a change has made new is laid out at the end of the next frame. */
#define FRAMES 2

static void
clamp (GtkAdjustment *adjustment,
       double         start,
       double         length,
       double         margin)
{
  double at = gtk_adjustment_get_value (adjustment) + start;

  gtk_adjustment_clamp_page (adjustment, at - margin, at + length + margin);
}

static void
show_in (GtkWidget *viewport,
         GtkWidget *widget)
{
  graphene_rect_t at;

  if (!gtk_widget_compute_bounds (widget, viewport, &at))
    return;
  clamp (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), at.origin.y, at.size.height, MARGIN);
  clamp (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport)), at.origin.x, at.size.width, 0);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  int *frames = data;

  if (--*frames > 0)
    return G_SOURCE_CONTINUE;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    if (GTK_IS_VIEWPORT (parent))
      show_in (parent, widget);

  return G_SOURCE_REMOVE;
}

void
paz_scroll_into_view (GtkWidget *widget)
{
  int *frames;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  frames = g_new (int, 1);
  *frames = FRAMES;
  gtk_widget_add_tick_callback (widget, tick_cb, frames, g_free);
}
