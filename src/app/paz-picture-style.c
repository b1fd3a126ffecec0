#include "paz-picture-style.h"

#include <adwaita.h>

/* The person's text size: the desktop says it as dots an inch, 96 at 100 %. */
static double
get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.5, 3.0) : 1.0;
}

PazPictureStyle
paz_picture_style_get (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  PazPictureStyle style = { .text_scale = get_text_scale (widget), .clear = TRUE };

  if (adw_style_manager_get_high_contrast (manager))
    style.look = dark ? PAZ_LOOK_CONTRAST_DARK : PAZ_LOOK_CONTRAST;
  else
    style.look = dark ? PAZ_LOOK_DARK : PAZ_LOOK_LIGHT;

  return style;
}

void
paz_picture_style_watch (GtkWidget *widget,
                         GCallback  changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", changed, widget,
                           G_CONNECT_SWAPPED);
}
