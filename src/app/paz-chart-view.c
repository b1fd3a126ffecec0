/* The widget of a chart. What was drawn is kept as a node until chart, size, look or cursor change. */
#include "paz-chart-view.h"

#include <math.h>

#include "paz-picture-menu.h"
#include "paz-picture-style.h"
#include "paz-words.h"

/* Pixels: a scale with a few lines of it. */
#define LOWEST 180

struct _PazChartView
{
  GtkWidget      parent_instance;
  PazChart      *chart;
  PazChartPoint  focus;
  PazChartPoint  hovered;
  gboolean       has_focus;
  gboolean       has_hovered;
  GskRenderNode *node;
  int            node_width;
  int            node_height;
  GtkWidget     *menu;
  gboolean       untitled;
};

G_DEFINE_FINAL_TYPE (PazChartView, paz_chart_view, GTK_TYPE_WIDGET)

static guint activated_signal;

static PazPictureStyle
get_style (PazChartView *self)
{
  PazPictureStyle style = paz_picture_style_get (GTK_WIDGET (self));

  style.untitled = self->untitled;
  style.corner = PAZ_PICTURE_MENU_SIZE;

  return style;
}

static void
redraw (PazChartView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
settings_changed_cb (PazChartView *self)
{
  redraw (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
hit (PazChartView  *self,
     double         x,
     double         y,
     PazChartPoint *point)
{
  PazPictureStyle style = get_style (self);

  return self->chart != NULL &&
         paz_chart_hit (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                        gtk_widget_get_height (GTK_WIDGET (self)), &style, paz_words_get_catalogue (), x, y, point);
}

/* The whole stays the name; the value is the description, said anew at each move. */
static void
tell (PazChartView *self)
{
  const char *title = self->chart != NULL ? paz_chart_get_title (self->chart) : NULL;
  g_autofree char *text = paz_chart_view_dup_spoken (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

static gboolean
activate (PazChartView *self)
{
  if (!self->has_focus)
    return FALSE;
  g_signal_emit (self, activated_signal, 0, self->focus.series, self->focus.index);
  return TRUE;
}

static gboolean
find_move (guint         keyval,
           PazChartMove *move)
{
  static const struct { guint keyval; PazChartMove move; } moves[] = {
    {GDK_KEY_Left, PAZ_CHART_PREVIOUS}, {GDK_KEY_KP_Left, PAZ_CHART_PREVIOUS},
    {GDK_KEY_Right, PAZ_CHART_NEXT}, {GDK_KEY_KP_Right, PAZ_CHART_NEXT},
    {GDK_KEY_Up, PAZ_CHART_SERIES_BEFORE}, {GDK_KEY_KP_Up, PAZ_CHART_SERIES_BEFORE},
    {GDK_KEY_Down, PAZ_CHART_SERIES_AFTER}, {GDK_KEY_KP_Down, PAZ_CHART_SERIES_AFTER},
    {GDK_KEY_Home, PAZ_CHART_FIRST}, {GDK_KEY_End, PAZ_CHART_LAST},
  };

  for (guint n = 0; n < G_N_ELEMENTS (moves); n++)
    if (moves[n].keyval == keyval)
      {
        *move = moves[n].move;
        return TRUE;
      }

  return FALSE;
}

/* ---- callbacks ---- */

static gboolean
key_pressed_cb (PazChartView    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  PazChartMove move;

  if (self->chart == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return activate (self);
  if (!find_move (keyval, &move))
    return FALSE;
  if (!paz_chart_view_move (self, move))
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static void
pressed_cb (PazChartView *self,
            int           n_press,
            double        x,
            double        y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->has_focus = hit (self, x, y, &self->focus);
  tell (self);
  redraw (self);
  if (n_press == 2)
    activate (self);
}

static void
motion_cb (PazChartView *self,
           double        x,
           double        y)
{
  PazChartPoint point = { 0 };
  gboolean there = hit (self, x, y, &point);

  if (there == self->has_hovered && point.series == self->hovered.series && point.index == self->hovered.index)
    return;
  self->has_hovered = there;
  self->hovered = point;
  redraw (self);
}

static void
leave_cb (PazChartView *self)
{
  self->has_hovered = FALSE;
  redraw (self);
}

static GPtrArray *
make_rows (GtkWidget   *widget,
           const char **title)
{
  PazChartView *self = PAZ_CHART_VIEW (widget);

  if (self->chart == NULL)
    return NULL;
  *title = paz_chart_get_title (self->chart);

  return paz_chart_to_table (self->chart, paz_words_get_catalogue ());
}

/* ---- overrides ---- */

static gboolean
paz_chart_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  PazChartView *self = PAZ_CHART_VIEW (widget);
  PazChartPoint point = self->focus;
  g_autofree char *text = NULL;

  if (keyboard ? !self->has_focus : !hit (self, x, y, &point))
    return FALSE;
  text = paz_chart_dup_value_text (self->chart, &point, paz_words_get_catalogue ());
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static GtkSizeRequestMode
paz_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
is_elastic (PazChart *chart)
{
  switch (paz_chart_get_chart_type (chart))
    {
    case PAZ_CHART_LINE:
    case PAZ_CHART_AREA:
    case PAZ_CHART_COLUMNS:
    case PAZ_CHART_STACKED:
      return TRUE;
    case PAZ_CHART_BARS:
    case PAZ_CHART_STACKED_BARS:
    case PAZ_CHART_DOTS:
    case PAZ_CHART_HEAT:
    case PAZ_CHART_MULTIPLES:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static void
paz_chart_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  PazChartView *self = PAZ_CHART_VIEW (widget);
  PazPictureStyle style = get_style (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->chart == NULL)
    {
      *minimum = self->chart == NULL ? 0 : 280;
      *natural = self->chart == NULL ? 0 : 640;
      return;
    }
  *natural = (int) ceil (paz_chart_get_height (self->chart, for_size > 0 ? for_size : 640, &style));
  /* What stands draws in less height too; what lies needs a row for each name. */
  *minimum = is_elastic (self->chart) ? MIN (*natural, LOWEST) : *natural;
}

static void
paz_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  paz_picture_menu_allocate (PAZ_PICTURE_MENU (PAZ_CHART_VIEW (widget)->menu), width);
}

static GskRenderNode *
draw (PazChartView *self,
      int           width,
      int           height)
{
  PazPictureStyle style = get_style (self);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  const PazChartPoint *focus = self->has_hovered ? &self->hovered : self->has_focus ? &self->focus : NULL;

  paz_chart_draw (self->chart, cr, width, height, &style, paz_words_get_catalogue (), focus);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
paz_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PazChartView *self = PAZ_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;
  if (width != self->node_width || height != self->node_height)
    g_clear_pointer (&self->node, gsk_render_node_unref);
  if (self->node == NULL)
    self->node = draw (self, width, height);
  self->node_width = width;
  self->node_height = height;
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  gtk_widget_snapshot_child (widget, self->menu, snapshot);
}

static void
paz_chart_view_dispose (GObject *object)
{
  g_clear_pointer (&PAZ_CHART_VIEW (object)->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (paz_chart_view_parent_class)->dispose (object);
}

static void
paz_chart_view_finalize (GObject *object)
{
  PazChartView *self = PAZ_CHART_VIEW (object);

  g_clear_pointer (&self->chart, paz_chart_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  G_OBJECT_CLASS (paz_chart_view_parent_class)->finalize (object);
}

static void
paz_chart_view_class_init (PazChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_chart_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = paz_chart_view_finalize;
  widget_class->size_allocate = paz_chart_view_size_allocate;
  widget_class->get_request_mode = paz_chart_view_get_request_mode;
  widget_class->measure = paz_chart_view_measure;
  widget_class->snapshot = paz_chart_view_snapshot;
  widget_class->query_tooltip = paz_chart_view_query_tooltip;
  activated_signal = g_signal_new ("activated", PAZ_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
paz_chart_view_init (PazChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  self->menu = paz_picture_menu_new (widget, make_rows);
  paz_picture_style_watch (widget, G_CALLBACK (settings_changed_cb));
}

GtkWidget *
paz_chart_view_new (void)
{
  return g_object_new (PAZ_TYPE_CHART_VIEW, NULL);
}

void
paz_chart_view_set_chart (PazChartView *self,
                          PazChart     *chart)
{
  if (chart != NULL)
    paz_chart_ref (chart);
  g_clear_pointer (&self->chart, paz_chart_unref);
  self->chart = chart;
  self->has_focus = FALSE;
  self->has_hovered = FALSE;
  tell (self);
  settings_changed_cb (self);
}

void
paz_chart_view_set_untitled (PazChartView *self,
                             gboolean      untitled)
{
  if (self->untitled == untitled)
    return;
  self->untitled = untitled;
  settings_changed_cb (self);
}

void
paz_chart_view_set_maker (PazChartView    *self,
                          PazPictureMaker *maker)
{
  paz_picture_menu_set_maker (PAZ_PICTURE_MENU (self->menu), maker);
}

PazChart *
paz_chart_view_get_chart (PazChartView *self)
{
  return self->chart;
}

gboolean
paz_chart_view_get_focus (PazChartView  *self,
                          PazChartPoint *point)
{
  if (self->has_focus)
    *point = self->focus;
  return self->has_focus;
}

/* The first move only enters: it shows where the cursor stands. */
gboolean
paz_chart_view_move (PazChartView *self,
                     PazChartMove  move)
{
  PazChartPoint point = { 0 };

  if (self->chart == NULL || paz_chart_get_n_series (self->chart) == 0 || paz_chart_get_n_categories (self->chart) == 0)
    return FALSE;
  if (self->has_focus)
    point = self->focus;
  if ((self->has_focus || move == PAZ_CHART_LAST) && !paz_chart_move (self->chart, move, &point))
    return FALSE;
  self->has_focus = TRUE;
  self->focus = point;
  tell (self);
  redraw (self);
  return TRUE;
}

char *
paz_chart_view_dup_spoken (PazChartView *self)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();

  if (self->chart == NULL)
    return NULL;
  return self->has_focus ? paz_chart_dup_value_text (self->chart, &self->focus, catalogue)
                         : paz_chart_dup_description (self->chart, catalogue);
}
