#include "paz-sets-matrix.h"

#include <adwaita.h>

#include "base/paz-date.h"
#include "chart/paz-picture.h"
#include "paz-words.h"

struct _PazSetsMatrix
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2];     /* by orientation */
  GtkScrollablePolicy policies[2];
  PazSpeaking *speaking;
  GPtrArray *names;
  GPtrArray *marks;
  GArray *covered;                   /* gboolean by month: anybody speaks */
  guint row, month;                  /* the cursor */
  gboolean has_cursor;
  int cell_width, cell_height;       /* by the size of the text */
  int name_width;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  MOVED,
  ACTIVATED,
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PazSetsMatrix, paz_sets_matrix, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

void
paz_set_mark_free (PazSetMark *mark)
{
  g_free (mark->letter);
  g_free (mark->title);
  g_free (mark);
}

static guint
count_rows (PazSetsMatrix *self)
{
  return self->speaking != NULL ? paz_speaking_get_n_rows (self->speaking) : 0;
}

static guint
count_months (PazSetsMatrix *self)
{
  return self->speaking != NULL ? paz_speaking_get_n_months (self->speaking) : 0;
}

/* ---- sizes ---- */

static void
measure_text (PazSetsMatrix *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "W");
  int width, height, widest = 0;

  pango_layout_get_pixel_size (layout, &width, &height);
  self->cell_width = MAX (width + 8, 20);
  self->cell_height = height + 8;
  for (guint i = 0; self->names != NULL && i < self->names->len; i++)
    {
      pango_layout_set_text (layout, self->names->pdata[i], -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  self->name_width = CLAMP (widest + 24, 80, 220);
}

static void
set_up_adjustment (GtkAdjustment *adjustment,
                   double         whole,
                   double         page,
                   double         step)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (whole - page, 0)), 0, MAX (whole, page),
                              step, page, page);
}

static void
set_up_adjustments (PazSetsMatrix *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  set_up_adjustment (self->adjustments[0], count_months (self) * self->cell_width + 12, MAX (width - self->name_width, 1),
                     self->cell_width);
  set_up_adjustment (self->adjustments[1], count_rows (self) * self->cell_height + 6, MAX (height - self->cell_height, 1),
                     self->cell_height);
}

static double
get_offset (PazSetsMatrix  *self,
            GtkOrientation  orientation)
{
  return self->adjustments[orientation] != NULL ? gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

static void
show_cursor (PazSetsMatrix *self)
{
  for (guint i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      {
        double size = i == 0 ? self->cell_width : self->cell_height;
        double start = size * (i == 0 ? self->month : self->row);

        gtk_adjustment_clamp_page (self->adjustments[i], start, start + size);
      }
}

/* ---- drawing ---- */

static PazLook
get_look (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? PAZ_LOOK_CONTRAST_DARK : PAZ_LOOK_CONTRAST;

  return dark ? PAZ_LOOK_DARK : PAZ_LOOK_LIGHT;
}

static GdkRGBA
to_rgba (PazColor color)
{
  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, (float) color.alpha };
}

static void
draw_text (PazSetsMatrix *self,
           GtkSnapshot   *snapshot,
           const char    *text,
           PazColor       color,
           double         x,
           double         y,
           double         width,
           gboolean       centred)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA rgba = to_rgba (color);
  int text_width, text_height;

  if (!centred)
    {
      pango_layout_set_width (layout, (int) width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x + (centred ? (width - text_width) / 2 : 0)),
                                                          (float) (y + (self->cell_height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
draw_frame (GtkSnapshot *snapshot,
            PazColor     color,
            double       x,
            double       y,
            double       width,
            double       height,
            float        thickness)
{
  GdkRGBA rgba = to_rgba (color);
  const float sides[4] = { thickness, thickness, thickness, thickness };
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height), 2);
  gtk_snapshot_append_border (snapshot, &frame, sides, (GdkRGBA[4]) { rgba, rgba, rgba, rgba });
}

/* Where several speak the letter has a dot beside it, as the words say "and others". */
static void
draw_cell (PazSetsMatrix         *self,
           GtkSnapshot           *snapshot,
           PazLook                look,
           const PazSpeakingCell *cell,
           double                 x,
           double                 y)
{
  const PazSetMark *mark = cell->n_facts > 0 ? g_ptr_array_index (self->marks, cell->set) : NULL;
  g_autofree char *text = NULL;
  PazColor color;
  GdkRGBA rgba;

  if (mark == NULL)
    {
      draw_frame (snapshot, paz_look_get_line (look), x + 1, y + 1, self->cell_width - 2, self->cell_height - 2, 1);
      return;
    }
  color = paz_look_get_series (look, mark->color % PAZ_N_SERIES_COLORS);
  rgba = to_rgba (color);
  text = g_strconcat (mark->letter, cell->shared ? "·" : "", NULL);
  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) x + 1, (float) y + 1, (float) self->cell_width - 2,
                                                                   (float) self->cell_height - 2));
  draw_text (self, snapshot, text, paz_look_get_on (look, color), x, y, self->cell_width, TRUE);
}

static void
draw_uncovered (PazSetsMatrix *self,
                GtkSnapshot   *snapshot,
                PazLook        look,
                double         x,
                double         height)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) self->cell_height, (float) self->cell_width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_rectangle (cr, bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height);
  paz_picture_hatch (cr, PAZ_HATCH_UNKNOWN, paz_look_get_faint (look), 5);
  cairo_destroy (cr);
}

static void
draw_cells (PazSetsMatrix *self,
            GtkSnapshot   *snapshot,
            PazLook        look,
            int            width,
            int            height)
{
  double left = get_offset (self, GTK_ORIENTATION_HORIZONTAL), top = get_offset (self, GTK_ORIENTATION_VERTICAL);
  guint last_month = MIN (count_months (self), (guint) ((left + width - self->name_width) / self->cell_width) + 1);
  guint last_row = MIN (count_rows (self), (guint) ((top + height - self->cell_height) / self->cell_height) + 1);

  for (guint m = (guint) (left / self->cell_width); m < last_month; m++)
    {
      double x = self->name_width + m * self->cell_width - left;

      if (!g_array_index (self->covered, gboolean, m))
        draw_uncovered (self, snapshot, look, x, MIN (count_rows (self) * self->cell_height - top, height - self->cell_height));
      for (guint r = (guint) (top / self->cell_height); r < last_row; r++)
        if (g_array_index (self->covered, gboolean, m))
          draw_cell (self, snapshot, look, paz_speaking_get_cell (self->speaking, r, m), x,
                     self->cell_height * (r + 1) - top);
    }
  if (self->has_cursor)
    draw_frame (snapshot, paz_look_get_ink (look), self->name_width + self->month * self->cell_width - left,
                self->cell_height * (self->row + 1) - top, self->cell_width, self->cell_height,
                gtk_widget_has_focus (GTK_WIDGET (self)) ? 3 : 2);
}

static void
draw_names (PazSetsMatrix *self,
            GtkSnapshot   *snapshot,
            PazLook        look,
            int            height)
{
  double top = get_offset (self, GTK_ORIENTATION_VERTICAL);

  for (guint r = 0; r < count_rows (self); r++)
    {
      double y = self->cell_height * (r + 1) - top;

      if (y > 0 && y < height)
        draw_text (self, snapshot, self->names->pdata[r], paz_look_get_ink (look), 18, y, self->name_width - 22, FALSE);
    }
}

/* The year stands at its January, and at the first month there is. */
static void
draw_years (PazSetsMatrix *self,
            GtkSnapshot   *snapshot,
            PazLook        look)
{
  double left = get_offset (self, GTK_ORIENTATION_HORIZONTAL);

  for (guint m = 0; m < count_months (self); m++)
    {
      char iso[8];
      double x = self->name_width + m * self->cell_width - left;

      paz_month_format (paz_speaking_get_month (self->speaking, m), iso);
      if (m > 0 && !g_str_has_suffix (iso, "-01"))
        continue;
      if (m == 0 && count_months (self) > 2 && strcmp (iso + 5, "11") >= 0)
        continue;
      iso[4] = '\0';
      draw_text (self, snapshot, iso, paz_look_get_faint (look), x + 2, 0, self->cell_width * 4, FALSE);
    }
}

static void
clip (GtkSnapshot *snapshot,
      double       x,
      double       y,
      double       width,
      double       height)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) MAX (width, 0), (float) MAX (height, 0)));
}

static void
paz_sets_matrix_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PazSetsMatrix *self = PAZ_SETS_MATRIX (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  PazLook look = get_look ();

  if (self->speaking == NULL)
    return;
  clip (snapshot, self->name_width, self->cell_height, width - self->name_width, height - self->cell_height);
  draw_cells (self, snapshot, look, width, height);
  gtk_snapshot_pop (snapshot);
  clip (snapshot, 0, self->cell_height, self->name_width, height - self->cell_height);
  draw_names (self, snapshot, look, height);
  gtk_snapshot_pop (snapshot);
  clip (snapshot, self->name_width, 0, width - self->name_width, self->cell_height);
  draw_years (self, snapshot, look);
  gtk_snapshot_pop (snapshot);
}

/* ---- cursor ---- */

static void
tell (PazSetsMatrix *self)
{
  g_autofree char *text = paz_sets_matrix_dup_spoken (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

static void
put_cursor (PazSetsMatrix *self,
            guint          row,
            guint          month)
{
  self->row = row;
  self->month = month;
  self->has_cursor = TRUE;
  show_cursor (self);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
find_cell (PazSetsMatrix *self,
           double         x,
           double         y,
           guint         *row,
           guint         *month)
{
  if (self->speaking == NULL || x < self->name_width || y < self->cell_height)
    return FALSE;
  *month = (guint) ((x - self->name_width + get_offset (self, GTK_ORIENTATION_HORIZONTAL)) / self->cell_width);
  *row = (guint) ((y - self->cell_height + get_offset (self, GTK_ORIENTATION_VERTICAL)) / self->cell_height);

  return *month < count_months (self) && *row < count_rows (self);
}

static char *
dup_words (PazSetsMatrix *self,
           guint          row,
           guint          month)
{
  const PazSpeakingCell *cell = paz_speaking_get_cell (self->speaking, row, month);
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const PazSetMark *mark;
  g_autofree char *when = NULL;
  g_autofree char *number = NULL;
  g_autofree char *figures = NULL;
  char iso[8];

  when = paz_catalogue_dup_date (catalogue, paz_month_format (paz_speaking_get_month (self->speaking, month), iso));
  /* Translators: mission, month, then who speaks there. */
  if (!g_array_index (self->covered, gboolean, month))
    return g_strdup_printf (_("%s, %s: no data set covers the month, a gap"), (char *) self->names->pdata[row], when);
  if (cell->n_facts == 0)
    return g_strdup_printf (_("%s, %s: no figures"), (char *) self->names->pdata[row], when);
  mark = g_ptr_array_index (self->marks, cell->set);
  number = paz_catalogue_dup_integer (catalogue, cell->n_facts);
  figures = g_strdup_printf (ngettext ("%s figure", "%s figures", cell->n_facts), number);

  return g_strdup_printf (cell->shared ? _("%s, %s: %s, “%s” and others, %s") : _("%s, %s: %s, “%s”, %s"),
                          (char *) self->names->pdata[row], when, mark->letter, mark->title, figures);
}

/* ---- callbacks ---- */

static gboolean
ask (PazSetsMatrix *self)
{
  if (self->has_cursor)
    g_signal_emit (self, signals[ASKED], 0,
                   self->name_width + (self->month + 0.5) * self->cell_width - get_offset (self, GTK_ORIENTATION_HORIZONTAL),
                   self->cell_height * (self->row + 2.0) - get_offset (self, GTK_ORIENTATION_VERTICAL));

  return self->has_cursor;
}

static gboolean
key_pressed_cb (PazSetsMatrix   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  static const struct { guint keyval; int rows, months; } moves[] = {
    { GDK_KEY_Left, 0, -1 }, { GDK_KEY_Right, 0, 1 }, { GDK_KEY_Up, -1, 0 }, { GDK_KEY_Down, 1, 0 },
    { GDK_KEY_KP_Left, 0, -1 }, { GDK_KEY_KP_Right, 0, 1 }, { GDK_KEY_KP_Up, -1, 0 }, { GDK_KEY_KP_Down, 1, 0 },
    { GDK_KEY_Home, 0, -G_MAXINT16 }, { GDK_KEY_End, 0, G_MAXINT16 },
    { GDK_KEY_Page_Up, -10, 0 }, { GDK_KEY_Page_Down, 10, 0 },
  };

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return ask (self);
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (self->has_cursor && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      g_signal_emit (self, signals[ACTIVATED], 0);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].keyval == keyval)
      {
        if (!paz_sets_matrix_move (self, moves[i].rows, moves[i].months))
          gtk_widget_error_bell (GTK_WIDGET (self));
        return TRUE;
      }

  return FALSE;
}

static void
pressed_cb (PazSetsMatrix *self,
            int            n_press,
            double         x,
            double         y,
            GtkGesture    *gesture)
{
  guint row, month;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_cell (self, x, y, &row, &month))
    return;
  put_cursor (self, row, month);
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY)
    ask (self);
  else if (n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
redraw (PazSetsMatrix *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (PazSetsMatrix  *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], redraw, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  set_up_adjustments (self);
}

/* ---- overrides ---- */

static gboolean
paz_sets_matrix_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  PazSetsMatrix *self = PAZ_SETS_MATRIX (widget);
  guint row = self->row, month = self->month;
  g_autofree char *text = NULL;

  if (keyboard ? !self->has_cursor : !find_cell (self, x, y, &row, &month))
    return FALSE;
  text = dup_words (self, row, month);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
paz_sets_matrix_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 300;
}

static void
paz_sets_matrix_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  set_up_adjustments (PAZ_SETS_MATRIX (widget));
}

static void
paz_sets_matrix_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  PazSetsMatrix *self = PAZ_SETS_MATRIX (widget);

  GTK_WIDGET_CLASS (paz_sets_matrix_parent_class)->css_changed (widget, change);
  measure_text (self);
  set_up_adjustments (self);
}

static void
paz_sets_matrix_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PazSetsMatrix *self = PAZ_SETS_MATRIX (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
  else
    g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
}

static void
paz_sets_matrix_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PazSetsMatrix *self = PAZ_SETS_MATRIX (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
  else
    self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
}

static void
paz_sets_matrix_dispose (GObject *object)
{
  PazSetsMatrix *self = PAZ_SETS_MATRIX (object);

  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  g_clear_pointer (&self->speaking, paz_speaking_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->covered, g_array_unref);

  G_OBJECT_CLASS (paz_sets_matrix_parent_class)->dispose (object);
}

static void
paz_sets_matrix_class_init (PazSetsMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_sets_matrix_dispose;
  object_class->get_property = paz_sets_matrix_get_property;
  object_class->set_property = paz_sets_matrix_set_property;
  widget_class->snapshot = paz_sets_matrix_snapshot;
  widget_class->measure = paz_sets_matrix_measure;
  widget_class->size_allocate = paz_sets_matrix_size_allocate;
  widget_class->css_changed = paz_sets_matrix_css_changed;
  widget_class->query_tooltip = paz_sets_matrix_query_tooltip;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[MOVED] = g_signal_new ("moved", PAZ_TYPE_SETS_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", PAZ_TYPE_SETS_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[ASKED] = g_signal_new ("asked", PAZ_TYPE_SETS_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "setsmatrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
paz_sets_matrix_init (PazSetsMatrix *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (redraw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (redraw), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  measure_text (self);
}

GtkWidget *
paz_sets_matrix_new (void)
{
  return g_object_new (PAZ_TYPE_SETS_MATRIX, NULL);
}

static void
find_covered (PazSetsMatrix *self)
{
  g_clear_pointer (&self->covered, g_array_unref);
  self->covered = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_array_set_size (self->covered, count_months (self));
  for (guint r = 0; r < count_rows (self); r++)
    for (guint m = 0; m < count_months (self); m++)
      if (paz_speaking_get_cell (self->speaking, r, m)->n_facts > 0)
        g_array_index (self->covered, gboolean, m) = TRUE;
}

void
paz_sets_matrix_set (PazSetsMatrix *self,
                     PazSpeaking   *speaking,
                     GPtrArray     *names,
                     GPtrArray     *marks)
{
  const char *lent = NULL;
  g_autofree char *key = NULL;
  guint16 month = 0;
  gboolean had = paz_sets_matrix_get_cursor (self, &lent, &month);

  key = g_strdup (lent);
  g_clear_pointer (&self->speaking, paz_speaking_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  self->speaking = speaking;
  self->names = g_ptr_array_ref (names);
  self->marks = g_ptr_array_ref (marks);
  self->has_cursor = FALSE;
  find_covered (self);
  measure_text (self);
  set_up_adjustments (self);
  /* What is newest is seen first. */
  if (!(had && paz_sets_matrix_move_to (self, key, month)) && self->adjustments[0] != NULL)
    gtk_adjustment_set_value (self->adjustments[0], gtk_adjustment_get_upper (self->adjustments[0]));
  redraw (self);
}

gboolean
paz_sets_matrix_get_cursor (PazSetsMatrix *self,
                            const char   **key,
                            guint16       *month)
{
  if (!self->has_cursor || self->speaking == NULL)
    return FALSE;
  *key = paz_speaking_get_key (self->speaking, self->row);
  *month = paz_speaking_get_month (self->speaking, self->month);

  return TRUE;
}

gboolean
paz_sets_matrix_move (PazSetsMatrix *self,
                      int            rows,
                      int            months)
{
  int row, month;

  if (count_rows (self) == 0)
    return FALSE;
  if (!self->has_cursor)
    {
      put_cursor (self, 0, count_months (self) - 1);
      return TRUE;
    }
  row = CLAMP ((int) self->row + rows, 0, (int) count_rows (self) - 1);
  month = CLAMP ((int) self->month + months, 0, (int) count_months (self) - 1);
  if (row == (int) self->row && month == (int) self->month)
    return FALSE;
  put_cursor (self, (guint) row, (guint) month);

  return TRUE;
}

gboolean
paz_sets_matrix_move_to (PazSetsMatrix *self,
                         const char    *key,
                         guint16        month)
{
  for (guint r = 0; r < count_rows (self); r++)
    if (g_str_equal (paz_speaking_get_key (self->speaking, r), key))
      for (guint m = 0; m < count_months (self); m++)
        if (paz_speaking_get_month (self->speaking, m) == month)
          {
            put_cursor (self, r, m);
            return TRUE;
          }

  return FALSE;
}

char *
paz_sets_matrix_dup_spoken (PazSetsMatrix *self)
{
  return self->has_cursor && self->speaking != NULL ? dup_words (self, self->row, self->month) : NULL;
}
