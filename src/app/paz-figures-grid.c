#include "paz-figures-grid.h"

#include "paz-words.h"

#include <math.h>

#define PADDING 10
#define MAX_HEAD 24    /* paddings that a heading may be wide */

struct _PazFiguresGrid
{
  GtkWidget parent_instance;

  const PazCross *cross;
  guint n_rows;            /* with the line of totals */
  guint n_columns;         /* with the column of totals */
  int row_height;
  int name_width;
  int column_width;
  guint row;               /* cursor */
  guint column;
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
};

G_DEFINE_FINAL_TYPE (PazFiguresGrid, paz_figures_grid, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what stands where ---- */

static gboolean
is_total (PazFiguresGrid *self,
          guint           row,
          guint           column)
{
  return row == self->cross->rows->len || column == self->cross->columns->len;
}

static char *
dup_cell (PazFiguresGrid *self,
          guint           row,
          guint           column)
{
  const PazCross *cross = self->cross;

  if (row == cross->rows->len && column == cross->columns->len)
    return cross->grand_total != NULL ? paz_cross_dup_text (cross, cross->grand_total) : g_strdup ("");
  if (row == cross->rows->len)
    return paz_cross_dup_text (cross, &cross->column_totals[column]);
  if (column == cross->columns->len)
    return paz_cross_dup_text (cross, &cross->row_totals[row]);

  return paz_cross_dup_text (cross, paz_cross_get (cross, row, column));
}

static const char *
get_name (PazFiguresGrid *self,
          GPtrArray      *heads,
          guint           n)
{
  return n < heads->len ? ((PazCrossHead *) heads->pdata[n])->name : C_("figures", "Total");
}

static int
measure_text (PazFiguresGrid *self,
              const char     *text,
              gboolean        is_bold)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  self->row_height = MAX (self->row_height, height + PADDING);

  return width;
}

/* The longest of a sample: measuring ten thousand cells would cost more than drawing a hundred. */
static void
measure_columns (PazFiguresGrid *self)
{
  guint row_step = MAX (1, self->n_rows / 12), column_step = MAX (1, self->n_columns / 12);
  int width = measure_text (self, "00,000", TRUE);

  for (guint i = 0; i < self->n_columns; i += column_step)
    {
      width = MAX (width, MIN (measure_text (self, get_name (self, self->cross->columns, i), TRUE) + 1,
                              (self->n_columns > 3 ? MAX_HEAD * 2 / 3 : MAX_HEAD) * PADDING));
      for (guint j = 0; j < self->n_rows; j += row_step)
        {
          g_autofree char *text = dup_cell (self, j, i);

          width = MAX (width, measure_text (self, text, j >= self->cross->rows->len || i >= self->cross->columns->len) + 1);
        }
    }
  self->column_width = width + 2 * PADDING;
}

static void
measure_names (PazFiguresGrid *self)
{
  guint step = MAX (1, self->n_rows / 64);
  int width = 12 * PADDING;

  for (guint i = 0; i < self->n_rows; i += step)
    width = MAX (width, MIN (measure_text (self, get_name (self, self->cross->rows, i), i >= self->cross->rows->len) + 1, MAX_HEAD * PADDING));
  self->name_width = width + 2 * PADDING;
}

/* ---- drawing ---- */

static void
draw_text (PazFiguresGrid        *self,
           GtkSnapshot           *snapshot,
           const char            *text,
           const graphene_rect_t *box,
           gboolean               is_right,
           gboolean               is_bold)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA color;

  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, ((int) box->size.width - 2 * PADDING) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  gtk_style_context_get_color (context, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box->origin.x + PADDING, box->origin.y + PADDING / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
get_color (PazFiguresGrid *self,
           const char     *name,
           float           alpha)
{
  GdkRGBA color = { 0.5f, 0.5f, 0.5f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &color);
  color.alpha *= alpha;

  return color;
}

static graphene_rect_t
get_box (PazFiguresGrid *self,
         int             row,
         int             column)
{
  return GRAPHENE_RECT_INIT (self->name_width + column * self->column_width, (row + 1) * self->row_height,
                             self->column_width, self->row_height);
}

static void
draw_cells (PazFiguresGrid *self,
            GtkSnapshot    *snapshot,
            const guint     seen[4])
{
  GdkRGBA line = get_color (self, "borders", 0.6f);

  for (guint i = seen[0]; i < seen[1]; i++)
    {
      for (guint j = seen[2]; j < seen[3]; j++)
        {
          graphene_rect_t box = get_box (self, (int) i, (int) j);
          g_autofree char *text = dup_cell (self, i, j);

          draw_text (self, snapshot, text, &box, TRUE, is_total (self, i, j));
        }
      gtk_snapshot_append_color (snapshot, &line,
                                 &GRAPHENE_RECT_INIT (0, (i + 2) * self->row_height - 1,
                                                      gtk_widget_get_width (GTK_WIDGET (self)), 1));
    }
}

static void
draw_cursor (PazFiguresGrid *self,
             GtkSnapshot    *snapshot)
{
  graphene_rect_t box = get_box (self, (int) self->row, (int) self->column);
  GdkRGBA color = get_color (self, "accent_bg_color", gtk_widget_has_focus (GTK_WIDGET (self)) ? 1 : 0.4f);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, 3);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { color, color, color, color });
}

static void
draw_names (PazFiguresGrid *self,
            GtkSnapshot    *snapshot,
            const guint     seen[4],
            double          left,
            double          top)
{
  GdkRGBA paper = get_color (self, "view_bg_color", 1);
  int height = gtk_widget_get_height (GTK_WIDGET (self)), width = gtk_widget_get_width (GTK_WIDGET (self));

  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (left, 0, self->name_width, height));
  for (guint i = seen[0]; i < seen[1]; i++)
    draw_text (self, snapshot, get_name (self, self->cross->rows, i),
               &GRAPHENE_RECT_INIT (left, (i + 1) * self->row_height, self->name_width, self->row_height),
               FALSE, i == self->cross->rows->len);
  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (0, top, width, self->row_height));
  for (guint j = seen[2]; j < seen[3]; j++)
    draw_text (self, snapshot, get_name (self, self->cross->columns, j),
               &GRAPHENE_RECT_INIT (self->name_width + j * self->column_width, top, self->column_width, self->row_height),
               TRUE, TRUE);
  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (left, top, self->name_width, self->row_height));
  draw_text (self, snapshot,
             paz_catalogue_ptext (self->cross->catalogue, "figures", paz_axis_get_label (self->cross->choice->rows)),
             &GRAPHENE_RECT_INIT (left, top, self->name_width, self->row_height), FALSE, TRUE);
  paper = get_color (self, "borders", 1);
  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (0, top + self->row_height - 1, width, 1));
}

static void
paz_figures_grid_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PazFiguresGrid *self = PAZ_FIGURES_GRID (widget);
  double left, top, width, height;
  guint seen[4];

  if (self->cross == NULL || self->n_rows == 0 || self->horizontal == NULL)
    return;
  left = gtk_adjustment_get_value (self->horizontal);
  top = gtk_adjustment_get_value (self->vertical);
  width = gtk_adjustment_get_page_size (self->horizontal);
  height = gtk_adjustment_get_page_size (self->vertical);
  seen[0] = (guint) (top / self->row_height);
  seen[1] = MIN (self->n_rows, seen[0] + (guint) (height / self->row_height) + 2);
  seen[2] = (guint) (left / self->column_width);
  seen[3] = MIN (self->n_columns, seen[2] + (guint) (width / self->column_width) + 2);
  draw_cells (self, snapshot, seen);
  draw_cursor (self, snapshot);
  draw_names (self, snapshot, seen, left, top);
}

static void
paz_figures_grid_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  PazFiguresGrid *self = PAZ_FIGURES_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->name_width + (int) self->n_columns * self->column_width;
  else
    *minimum = *natural = (int) (self->n_rows + 1) * self->row_height;
}

/* ---- cursor ---- */

static void
keep_seen (GtkAdjustment *adjustment,
           double         from,
           double         to,
           double         head)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (from < value + head)
    gtk_adjustment_set_value (adjustment, from - head);
  else if (to > value + gtk_adjustment_get_page_size (adjustment))
    gtk_adjustment_set_value (adjustment, to - gtk_adjustment_get_page_size (adjustment));
}

static void
say_cell (PazFiguresGrid *self)
{
  g_autofree char *value = NULL;
  g_autofree char *sentence = NULL;

  if (self->cross == NULL || self->n_rows == 0)
    return;
  value = dup_cell (self, self->row, self->column);
  sentence = g_strdup_printf (_("%s, %s: %s"), get_name (self, self->cross->rows, self->row),
                              get_name (self, self->cross->columns, self->column), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static void
move (PazFiguresGrid *self,
      guint           row,
      guint           column)
{
  graphene_rect_t box;

  if (self->n_rows == 0)
    return;
  self->row = MIN (row, self->n_rows - 1);
  self->column = MIN (column, self->n_columns - 1);
  box = get_box (self, (int) self->row, (int) self->column);
  keep_seen (self->horizontal, box.origin.x, box.origin.x + box.size.width, self->name_width);
  keep_seen (self->vertical, box.origin.y, box.origin.y + box.size.height, self->row_height);
  say_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
activate (PazFiguresGrid *self)
{
  if (self->n_rows > 0 && !is_total (self, self->row, self->column))
    g_signal_emit (self, signals[ACTIVATED], 0, self->row, self->column);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (PazFiguresGrid  *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  guint page = self->row_height > 0 ? (guint) (gtk_adjustment_get_page_size (self->vertical) / self->row_height) : 1;
  gboolean all = (state & GDK_CONTROL_MASK) != 0;

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    return activate (self);
  if (key == GDK_KEY_Up)
    move (self, self->row - (self->row > 0), self->column);
  else if (key == GDK_KEY_Down)
    move (self, self->row + 1, self->column);
  else if (key == GDK_KEY_Left)
    move (self, self->row, self->column - (self->column > 0));
  else if (key == GDK_KEY_Right)
    move (self, self->row, self->column + 1);
  else if (key == GDK_KEY_Page_Up)
    move (self, self->row > page ? self->row - page : 0, self->column);
  else if (key == GDK_KEY_Page_Down)
    move (self, self->row + page, self->column);
  else if (key == GDK_KEY_Home)
    move (self, all ? 0 : self->row, 0);
  else if (key == GDK_KEY_End)
    move (self, all ? self->n_rows : self->row, self->n_columns);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
pressed_cb (PazFiguresGrid *self,
            int             n,
            double          x,
            double          y,
            GtkGesture     *gesture)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->n_rows == 0 || x < self->name_width + gtk_adjustment_get_value (self->horizontal) ||
      y < self->row_height + gtk_adjustment_get_value (self->vertical))
    return;
  move (self, (guint) (y / self->row_height) - 1, (guint) ((x - self->name_width) / self->column_width));
  if (n == 2 && gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
    activate (self);
}

static void
watch (PazFiguresGrid  *self,
       GtkAdjustment  **place,
       GtkAdjustment   *adjustment)
{
  g_set_object (place, adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
paz_figures_grid_root (GtkWidget *widget)
{
  PazFiguresGrid *self = PAZ_FIGURES_GRID (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (paz_figures_grid_parent_class)->root (widget);
  if (scroller == NULL || self->horizontal != NULL)
    return;
  watch (self, &self->horizontal, gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)));
  watch (self, &self->vertical, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

/* Another size of text. */
static void
paz_figures_grid_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  PazFiguresGrid *self = PAZ_FIGURES_GRID (widget);

  GTK_WIDGET_CLASS (paz_figures_grid_parent_class)->css_changed (widget, change);
  if (self->cross != NULL)
    paz_figures_grid_set_cross (self, self->cross);
}

static void
paz_figures_grid_dispose (GObject *object)
{
  PazFiguresGrid *self = PAZ_FIGURES_GRID (object);

  self->cross = NULL;
  g_clear_object (&self->horizontal);
  g_clear_object (&self->vertical);

  G_OBJECT_CLASS (paz_figures_grid_parent_class)->dispose (object);
}

static void
paz_figures_grid_class_init (PazFiguresGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_figures_grid_dispose;
  widget_class->snapshot = paz_figures_grid_snapshot;
  widget_class->measure = paz_figures_grid_measure;
  widget_class->root = paz_figures_grid_root;
  widget_class->css_changed = paz_figures_grid_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[ACTIVATED] = g_signal_new ("activated", PAZ_TYPE_FIGURES_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
paz_figures_grid_init (PazFiguresGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Table of figures"), -1);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
}

GtkWidget *
paz_figures_grid_new (void)
{
  return g_object_new (PAZ_TYPE_FIGURES_GRID, NULL);
}

void
paz_figures_grid_set_cross (PazFiguresGrid *self,
                            const PazCross *cross)
{
  self->cross = cross;
  self->n_rows = self->n_columns = 0;
  self->row_height = 0;
  if (cross != NULL && cross->rows->len > 0)
    {
      self->n_rows = cross->rows->len + (cross->column_totals != NULL);
      self->n_columns = cross->columns->len + (cross->row_totals != NULL);
      measure_columns (self);
      measure_names (self);
      self->row = MIN (self->row, self->n_rows - 1);
      self->column = MIN (self->column, self->n_columns - 1);
    }
  say_cell (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
paz_figures_grid_get_cursor (PazFiguresGrid *self,
                             guint          *row,
                             guint          *column)
{
  *row = self->row;
  *column = self->column;

  return self->n_rows > 0 && !is_total (self, self->row, self->column);
}

void
paz_figures_grid_get_place (PazFiguresGrid *self,
                            GdkRectangle   *place)
{
  graphene_rect_t box = get_box (self, (int) self->row, (int) self->column);

  *place = (GdkRectangle) { (int) box.origin.x, (int) box.origin.y, (int) box.size.width, (int) box.size.height };
}
