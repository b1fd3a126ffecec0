/* The widget of a map. */
#include "paz-map-view.h"

#include <glib/gi18n.h>

#include "base/paz-compat.h"
#include "paz-picture-style.h"
#include "paz-words.h"

struct _PazMapView
{
  GtkWidget   parent_instance;
  PazMap     *map;
  char       *selected;
  char       *hovered;
  char       *title;
};

G_DEFINE_FINAL_TYPE (PazMapView, paz_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint activated_signal;

static const char *
hit (PazMapView *self,
     double      x,
     double      y)
{
  PazPictureStyle style = paz_picture_style_get (GTK_WIDGET (self));

  if (self->map == NULL)
    return NULL;
  return paz_map_hit (self->map, gtk_widget_get_width (GTK_WIDGET (self)),
                      gtk_widget_get_height (GTK_WIDGET (self)), &style, x, y);
}

/* The whole stays the name; what is chosen is the description, said anew at each move. */
static void
tell (PazMapView *self)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *text = NULL;

  if (self->map == NULL)
    return;
  text = self->selected != NULL ? paz_map_dup_value_text (self->map, self->selected, catalogue)
                                : paz_map_dup_description (self->map, catalogue);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->title != NULL ? self->title : _("Map"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
activate (PazMapView *self)
{
  if (self->selected != NULL)
    g_signal_emit (self, activated_signal, 0, self->selected);
}

static gboolean
find_move (guint       keyval,
           PazMapMove *move)
{
  static const struct { guint keyval; PazMapMove move; } moves[] = {
    {GDK_KEY_Up, PAZ_MAP_NORTH}, {GDK_KEY_KP_Up, PAZ_MAP_NORTH},
    {GDK_KEY_Down, PAZ_MAP_SOUTH}, {GDK_KEY_KP_Down, PAZ_MAP_SOUTH},
    {GDK_KEY_Right, PAZ_MAP_EAST}, {GDK_KEY_KP_Right, PAZ_MAP_EAST},
    {GDK_KEY_Left, PAZ_MAP_WEST}, {GDK_KEY_KP_Left, PAZ_MAP_WEST},
    {GDK_KEY_Home, PAZ_MAP_FIRST}, {GDK_KEY_End, PAZ_MAP_LAST},
  };

  for (guint n = 0; n < G_N_ELEMENTS (moves); n++)
    if (moves[n].keyval == keyval)
      {
        *move = moves[n].move;
        return TRUE;
      }

  return FALSE;
}

static gboolean
key_pressed_cb (PazMapView      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  PazPictureStyle style = paz_picture_style_get (GTK_WIDGET (self));
  PazMapMove move;
  const char *key;

  if (self->map == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      activate (self);
      return self->selected != NULL;
    }
  if (!find_move (keyval, &move))
    return FALSE;
  key = paz_map_move (self->map, gtk_widget_get_width (GTK_WIDGET (self)),
                      gtk_widget_get_height (GTK_WIDGET (self)), &style, self->selected, move);
  if (key == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    paz_map_view_set_selected (self, key);
  return TRUE;
}

static void
pressed_cb (PazMapView *self,
            int         n_press,
            double      x,
            double      y)
{
  const char *key = hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  paz_map_view_set_selected (self, key);
  if (n_press == 2 && key != NULL)
    activate (self);
}

static void
set_hovered (PazMapView *self,
             const char *key)
{
  if (paz_set_str (&self->hovered, key))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (PazMapView *self,
           double      x,
           double      y)
{
  set_hovered (self, hit (self, x, y));
}

static void
leave_cb (PazMapView *self)
{
  set_hovered (self, NULL);
}

static gboolean
paz_map_view_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  PazMapView *self = PAZ_MAP_VIEW (widget);
  const char *key = keyboard ? self->selected : hit (self, x, y);
  g_autofree char *text = NULL;

  if (key == NULL || self->map == NULL)
    return FALSE;
  text = paz_map_dup_value_text (self->map, key, paz_words_get_catalogue ());
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
paz_map_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 420 : 380;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 700 : 600;
}

static void
paz_map_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  PazMapView *self = PAZ_MAP_VIEW (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  PazPictureStyle style = paz_picture_style_get (GTK_WIDGET (self));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr;

  if (self->map == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  paz_map_draw (self->map, cr, width, height, &style, paz_words_get_catalogue (), self->selected, self->hovered);
  cairo_destroy (cr);
}

static void
paz_map_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_string (value, PAZ_MAP_VIEW (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
paz_map_view_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (prop_id == PROP_SELECTED)
    paz_map_view_set_selected (PAZ_MAP_VIEW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
paz_map_view_finalize (GObject *object)
{
  PazMapView *self = PAZ_MAP_VIEW (object);

  g_clear_pointer (&self->map, paz_map_unref);
  g_free (self->selected);
  g_free (self->hovered);
  g_free (self->title);
  G_OBJECT_CLASS (paz_map_view_parent_class)->finalize (object);
}

static void
paz_map_view_class_init (PazMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = paz_map_view_get_property;
  object_class->set_property = paz_map_view_set_property;
  object_class->finalize = paz_map_view_finalize;
  widget_class->measure = paz_map_view_measure;
  widget_class->snapshot = paz_map_view_snapshot;
  widget_class->query_tooltip = paz_map_view_query_tooltip;

  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  activated_signal = g_signal_new ("activated", PAZ_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
paz_map_view_init (PazMapView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  paz_picture_style_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

GtkWidget *
paz_map_view_new (void)
{
  return g_object_new (PAZ_TYPE_MAP_VIEW, NULL);
}

void
paz_map_view_set_map (PazMapView *self,
                      PazMap     *map)
{
  if (map != NULL)
    paz_map_ref (map);
  g_clear_pointer (&self->map, paz_map_unref);
  self->map = map;
  g_clear_pointer (&self->hovered, g_free);
  if (self->selected != NULL && (map == NULL || !paz_map_has_key (map, self->selected)))
    paz_map_view_set_selected (self, NULL);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
paz_map_view_set_title (PazMapView *self,
                        const char *title)
{
  paz_set_str (&self->title, title);
  tell (self);
}

PazMap *
paz_map_view_get_map (PazMapView *self)
{
  return self->map;
}

const char *
paz_map_view_get_selected (PazMapView *self)
{
  return self->selected;
}

void
paz_map_view_set_selected (PazMapView *self,
                           const char *key)
{
  if (key != NULL && self->map != NULL && !paz_map_has_key (self->map, key))
    key = NULL;
  if (!paz_set_str (&self->selected, key))
    return;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}
