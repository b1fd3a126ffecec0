#include "paz-sheet-view-private.h"

#include "paz-picture-style.h"
#include "paz-words.h"

#include <math.h>

#define ZOOM_STEP 1.1
#define SMALLEST 0.5
#define BIGGEST 3.0

/* Widths of a workbook are made for this typeface; a digit of it is so much of its size wide. */
#define FAMILY "Arial, Liberation Sans, Arimo, Nimbus Sans, sans"
#define DIGIT 0.556

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static guint sheet_wanted_signal;

G_DEFINE_FINAL_TYPE_WITH_CODE (PazSheetView, paz_sheet_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
configure (PazSheetView   *self,
           GtkOrientation  orientation,
           int             extent,
           int             page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, MAX (extent, page), 40,
                              MAX (page - 60, 40), page);
}

static void
arrange (PazSheetView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int paper_width, paper_height;

  if (width <= 0 || height <= 0)
    return;
  paz_sheet_arrange (self, width);
  paz_sheet_get_extent (self, &paper_width, &paper_height);
  configure (self, GTK_ORIENTATION_HORIZONTAL, paper_width, width);
  configure (self, GTK_ORIENTATION_VERTICAL, paper_height, height);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (PazSheetView   *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, gtk_widget_queue_draw, self);
  g_clear_object (place);
  if (adjustment == NULL)
    return;
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* ---- words for who does not see it ---- */

static char *
dup_text (PazSheetView *self,
          guint         row,
          guint         column)
{
  PazBookCell cell;
  PazBookLook look;

  paz_book_get_look (self->book, self->sheet, row, column, &look);
  if (look.hatched)
    return g_strdup (C_("cell", "not known"));
  if (!paz_book_get_cell (self->book, self->sheet, row, column, &cell) || cell.type == PAZ_BOOK_BLANK)
    return g_strdup (C_("cell", "empty"));

  return paz_book_dup_shown (self->book, &cell);
}

static char *
dup_spoken_data (PazSheetView *self)
{
  g_autofree char *value = dup_text (self, self->row, self->column);
  g_autofree char *header = dup_text (self, self->info->header_row, self->column);
  g_autofree char *name = NULL;

  if (self->column == 0)
    /* Translators: the header of a column and the value of a cell in it. */
    return g_strdup_printf (C_("cell", "%1$s: %2$s"), header, value);
  name = dup_text (self, self->row, 0);

  /* Translators: what a row is of, the header of a column and the value of the cell in both. */
  return g_strdup_printf (C_("cell", "%1$s, %2$s: %3$s"), name, header, value);
}

static char *
dup_spoken_cell (PazSheetView *self)
{
  PazBookCell cell;
  g_autofree char *text = paz_sheet_is_data (self, self->row) ? dup_spoken_data (self)
                                                              : dup_text (self, self->row, self->column);

  if (!paz_book_get_cell (self->book, self->sheet, self->row, self->column, &cell) || cell.link < 0)
    return g_steal_pointer (&text);

  /* Translators: the text of a cell and the sheet its link leads to. */
  return g_strdup_printf (C_("cell", "%1$s (link to the sheet “%2$s”)"), text,
                          paz_book_get_sheet (self->book, (guint) cell.link)->name);
}

char *
paz_sheet_view_dup_spoken (PazSheetView *self)
{
  if (paz_sheet_count_stops (self) == 0 || self->info->n_columns == 0)
    return g_strdup ("");
  if (self->row >= self->info->n_rows)
    {
      g_autoptr (PazChart) chart = paz_book_make_chart (self->book, self->sheet, self->row - self->info->n_rows);

      return paz_chart_dup_description (chart, paz_catalogue_get (paz_book_get_language (self->book)));
    }

  return dup_spoken_cell (self);
}

static void
tell (PazSheetView *self)
{
  g_autofree char *spoken = paz_sheet_view_dup_spoken (self);
  g_autofree char *name = self->info != NULL ? paz_words_fill (_("Sheet “%s”"), self->info->name) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : _("No sheet"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}

void
paz_sheet_go (PazSheetView *self,
              guint         row,
              guint         column)
{
  self->row = row;
  self->column = column;
  paz_sheet_show_cursor (self);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- callbacks ---- */

static gboolean
get_link (PazSheetView *self,
          guint         row,
          guint         column,
          guint        *sheet)
{
  PazBookCell cell;

  if (self->info == NULL || row >= self->info->n_rows ||
      !paz_book_get_cell (self->book, self->sheet, row, column, &cell) || cell.link < 0)
    return FALSE;
  *sheet = (guint) cell.link;

  return TRUE;
}

static gboolean
key_pressed_cb (PazSheetView    *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  return paz_sheet_press_key (self, key, state);
}

static void
pressed_cb (PazSheetView *self,
            int           n_press,
            double        x,
            double        y)
{
  guint row, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (paz_sheet_find_cell (self, x, y, &row, &column))
    paz_sheet_go (self, row, column);
}

static void
released_cb (PazSheetView *self,
             int           n_press,
             double        x,
             double        y)
{
  guint row, column, sheet;

  if (n_press == 1 && paz_sheet_find_cell (self, x, y, &row, &column) && get_link (self, row, column, &sheet))
    g_signal_emit (self, sheet_wanted_signal, 0, sheet);
}

static void
motion_cb (PazSheetView *self,
           double        x,
           double        y)
{
  guint row, column, sheet;
  gboolean link = paz_sheet_find_cell (self, x, y, &row, &column) && get_link (self, row, column, &sheet);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), link ? "pointer" : NULL);
}

static void
style_changed_cb (PazSheetView *self)
{
  arrange (self);
}

/* ---- overrides ---- */

static void
paz_sheet_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = 120;
  *natural = 400;
}

static void
paz_sheet_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  arrange (PAZ_SHEET_VIEW (widget));
}

static void
paz_sheet_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  paz_sheet_draw (PAZ_SHEET_VIEW (widget), snapshot);
}

static gboolean
paz_sheet_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  PazSheetView *self = PAZ_SHEET_VIEW (widget);
  g_autofree char *text = NULL;
  guint row, column;
  PazBookCell cell;

  if (keyboard || !paz_sheet_find_cell (self, x, y, &row, &column) || !paz_sheet_is_cut (self, row, column) ||
      !paz_book_get_cell (self->book, self->sheet, row, column, &cell))
    return FALSE;
  text = paz_book_dup_shown (self->book, &cell);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
paz_sheet_view_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PazSheetView *self = PAZ_SHEET_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
paz_sheet_view_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PazSheetView *self = PAZ_SHEET_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
paz_sheet_view_dispose (GObject *object)
{
  PazSheetView *self = PAZ_SHEET_VIEW (object);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  self->info = NULL;
  paz_sheet_clear (self);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->book, paz_book_unref);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (paz_sheet_view_parent_class)->dispose (object);
}

static void
paz_sheet_view_class_init (PazSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = paz_sheet_view_get_property;
  object_class->set_property = paz_sheet_view_set_property;
  object_class->dispose = paz_sheet_view_dispose;
  widget_class->measure = paz_sheet_view_measure;
  widget_class->size_allocate = paz_sheet_view_size_allocate;
  widget_class->snapshot = paz_sheet_view_snapshot;
  widget_class->query_tooltip = paz_sheet_view_query_tooltip;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  sheet_wanted_signal = g_signal_new ("sheet-wanted", PAZ_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "sheetview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

/* Where the typeface is not there, one that stands in for it may be wider. */
static void
measure_font (PazSheetView *self)
{
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);
  int width;

  pango_font_description_set_absolute_size (font, 100 * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (self->layout, "0000000000", -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  self->font_fit = width > 0 ? MIN (1, DIGIT * 1000 / width) : 1;
}

static void
add_controllers (PazSheetView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

static void
free_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

static void
paz_sheet_view_init (PazSheetView *self)
{
  self->zoom = 1;
  self->scale = 1;
  self->nodes = g_hash_table_new_full (NULL, NULL, NULL, free_node);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  measure_font (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  paz_picture_style_watch (GTK_WIDGET (self), G_CALLBACK (style_changed_cb));
  tell (self);
}

GtkWidget *
paz_sheet_view_new (void)
{
  return g_object_new (PAZ_TYPE_SHEET_VIEW, NULL);
}

/* ---- public ---- */

static void
scroll_to_start (PazSheetView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i], 0);
}

void
paz_sheet_view_set_sheet (PazSheetView *self,
                          PazBook      *book,
                          guint         sheet)
{
  g_return_if_fail (PAZ_IS_SHEET_VIEW (self));

  if (book != NULL)
    paz_book_ref (book);
  self->info = NULL;
  paz_sheet_clear (self);
  g_clear_pointer (&self->book, paz_book_unref);
  self->book = book;
  self->sheet = sheet;
  self->info = book != NULL && sheet < paz_book_count_sheets (book) ? paz_book_get_sheet (book, sheet) : NULL;
  paz_sheet_begin_cursor (self);
  arrange (self);
  scroll_to_start (self);
  tell (self);
}

void
paz_sheet_view_get_cursor (PazSheetView *self,
                           guint        *row,
                           guint        *column)
{
  *row = self->row;
  *column = self->column;
}

gboolean
paz_sheet_view_follow (PazSheetView *self)
{
  guint sheet;

  if (!get_link (self, self->row, self->column, &sheet))
    return FALSE;
  g_signal_emit (self, sheet_wanted_signal, 0, sheet);

  return TRUE;
}

void
paz_sheet_view_zoom (PazSheetView *self,
                     int           steps)
{
  self->zoom = steps == 0 ? 1 : CLAMP (self->zoom * pow (ZOOM_STEP, steps), SMALLEST, BIGGEST);
  arrange (self);
  if (self->info != NULL)
    paz_sheet_show_cursor (self);
}
