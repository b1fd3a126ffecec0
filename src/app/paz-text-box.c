#include "paz-text-box.h"

#include "paz-markdown-view.h"
#include "paz-text-points.h"
#include "paz-tip.h"
#include "paz-words.h"

#define LINE_HEIGHT 20
#define MARGIN 8
#define SIDE 9
/* What a text view keeps free at the end of a line: a text that just fits without it wraps with it. */
#define CURSOR 2
/* As high as an entry. */
#define LOWEST 34
#define NARROWEST 120
#define USUAL 320
#define WIDEST 10000

struct _PazTextBox
{
  GtkWidget    parent_instance;

  GtkWidget   *view;
  PangoLayout *layout;     /* what is written, to know how high it is at a width */
  int          min_lines;
  guint        idle;

  /* Of Markdown alone, else NULL. */
  GtkWidget   *bar;        /* below the text */
  GtkWidget   *toggle;
  GtkWidget   *preview;    /* in place of the text while the toggle is down */
};

G_DEFINE_FINAL_TYPE (PazTextBox, paz_text_box, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_text (PazTextBox *self)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))) > 0;
}

/* There is nothing to preview in an empty box. The button keeps its place, so that the first
 * letter does not push the form down. */
static void
show_toggle (PazTextBox *self)
{
  gboolean shown = has_text (self);

  if (self->toggle == NULL)
    return;
  if (!shown)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), FALSE);
  gtk_widget_set_child_visible (self->toggle, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.preview", shown);
}

static void
buffer_changed_cb (PazTextBox *self)
{
  g_clear_object (&self->layout);
  show_toggle (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The view has no scroller of its own, so the page's must follow the cursor. */
static gboolean
follow_cursor_cb (gpointer data)
{
  PazTextBox *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkWidget *viewport = gtk_widget_get_ancestor (self->view, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  GtkTextIter iter;
  GdkRectangle at;
  double x;
  double y;

  self->idle = 0;
  if (viewport == NULL || !gtk_widget_has_focus (self->view))
    return G_SOURCE_REMOVE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &at);
  gtk_widget_translate_coordinates (self->view, viewport, 0, at.y + MARGIN, &x, &y);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, y - LINE_HEIGHT, y + at.height + LINE_HEIGHT);

  return G_SOURCE_REMOVE;
}

/* Once the new height is allocated. */
static void
cursor_moved_cb (PazTextBox *self)
{
  if (self->idle == 0 && gtk_widget_has_focus (self->view))
    self->idle = g_idle_add_full (GTK_PRIORITY_RESIZE + 20, follow_cursor_cb, self, NULL);
}

static gboolean
key_pressed_cb (PazTextBox      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return FALSE;
  gtk_widget_activate_default (GTK_WIDGET (self));

  return TRUE;
}

/* What is pasted may hold line breaks. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter   *at,
                const char    *text,
                int            length)
{
  g_autofree char *line = NULL;

  if (memchr (text, '\n', length) == NULL && memchr (text, '\r', length) == NULL)
    return;
  line = g_strdelimit (g_strndup (text, length), "\r\n", ' ');
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, at, line, -1);
}

static void
keep_to_one_paragraph (PazTextBox *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed",
                           G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "insert-text",
                    G_CALLBACK (insert_text_cb), NULL);
}

static gboolean
paz_text_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAZ_TEXT_BOX (widget)->view);
}

/* A text view knows its height only once it has been given a width; the form asks before. */
static int
text_height (PazTextBox *self,
             int         width)
{
  int height;

  if (self->layout == NULL)
    {
      g_autofree char *text = paz_text_box_dup_text (self);

      self->layout = gtk_widget_create_pango_layout (self->view, text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_width (self->layout, MAX (1, width - 2 * SIDE - CURSOR) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);

  return height;
}

static int
measure_child (GtkWidget      *child,
               GtkOrientation  orientation,
               int             for_size)
{
  int size = 0;

  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, orientation, for_size, &size, NULL, NULL, NULL);

  return size;
}

static gboolean
is_previewed (PazTextBox *self)
{
  return self->preview != NULL && gtk_widget_get_visible (self->preview);
}

static int
content_height (PazTextBox *self,
                int         width)
{
  int height;

  if (is_previewed (self))
    height = measure_child (self->preview, GTK_ORIENTATION_VERTICAL, MAX (1, width - 2 * SIDE));
  else
    height = text_height (self, width);
  if (self->min_lines > 1)
    height = MAX (height, self->min_lines * LINE_HEIGHT);

  return MAX (height + 2 * MARGIN, LOWEST);
}

static void
paz_text_box_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  PazTextBox *self = PAZ_TEXT_BOX (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (NARROWEST, measure_child (self->bar, GTK_ORIENTATION_HORIZONTAL, -1));
      *natural = MAX (USUAL, *minimum);
    }
  else
    {
      int width = for_size < 0 ? USUAL : for_size;
      int below = measure_child (self->bar, GTK_ORIENTATION_VERTICAL, width);

      *natural = content_height (self, width) + below;
      /* At no width in particular the least is that of the widest: a box that asked so once may not
       * be given less than that by a wide one. */
      *minimum = for_size < 0 ? content_height (self, WIDEST) + below : *natural;
    }
}

static void
paz_text_box_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  PazTextBox *self = PAZ_TEXT_BOX (widget);

  int below = measure_child (self->bar, GTK_ORIENTATION_VERTICAL, width);

  if (is_previewed (self))
    gtk_widget_size_allocate (self->preview, &(GtkAllocation) { SIDE, MARGIN, MAX (1, width - 2 * SIDE),
                                                                MAX (1, height - below - 2 * MARGIN) }, -1);
  if (gtk_widget_get_visible (self->view))
    {
      /* The view insists on being asked for its size before it is given one. */
      gtk_widget_measure (self->view, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->view, &(GtkAllocation) { 0, 0, width, height - below }, -1);
    }
  if (self->bar != NULL)
    gtk_widget_size_allocate (self->bar, &(GtkAllocation) { 0, height - below, width, below }, -1);
}

static GtkSizeRequestMode
paz_text_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
paz_text_box_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (paz_text_box_parent_class)->css_changed (widget, change);
  g_clear_object (&PAZ_TEXT_BOX (widget)->layout);
}

static void
paz_text_box_dispose (GObject *object)
{
  PazTextBox *self = PAZ_TEXT_BOX (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->preview, gtk_widget_unparent);
  g_clear_pointer (&self->view, gtk_widget_unparent);

  G_OBJECT_CLASS (paz_text_box_parent_class)->dispose (object);
}

/* ---- Markdown ---- */

static void
toggled_cb (PazTextBox *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (active)
    {
      g_autofree char *text = paz_text_box_dup_text (self);

      paz_markdown_view_set_text (PAZ_MARKDOWN_VIEW (self->preview), text);
    }
  gtk_widget_set_visible (self->preview, active);
  gtk_widget_set_visible (self->view, !active);
  if (focused)
    gtk_widget_grab_focus (active ? self->toggle : self->view);
}

static void
preview_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GtkToggleButton *toggle = GTK_TOGGLE_BUTTON (PAZ_TEXT_BOX (widget)->toggle);

  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

static GtkWidget *
make_toggle (PazTextBox *self)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (C_("action", "Preview"));

  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "paz-points");
  paz_tip_set (toggle, _("How the text reads, with its headings, lists and emphasis (Ctrl+Shift+P)"));
  gtk_widget_set_hexpand (toggle, TRUE);
  gtk_widget_set_halign (toggle, GTK_ALIGN_END);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return toggle;
}

static void
paz_text_box_class_init (PazTextBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_text_box_dispose;
  widget_class->grab_focus = paz_text_box_grab_focus;
  widget_class->get_request_mode = paz_text_box_get_request_mode;
  widget_class->measure = paz_text_box_measure;
  widget_class->size_allocate = paz_text_box_size_allocate;
  widget_class->css_changed = paz_text_box_css_changed;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "text.preview", NULL, preview_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "text.preview", NULL);
  gtk_widget_class_set_css_name (widget_class, "textbox");
}

static void
paz_text_box_init (PazTextBox *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.preview", FALSE);
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), MARGIN);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), MARGIN);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), SIDE);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), SIDE);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  g_signal_connect_object (buffer, "changed",
                           G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position",
                           G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
paz_text_box_new (int min_lines)
{
  PazTextBox *self = g_object_new (PAZ_TYPE_TEXT_BOX, NULL);

  self->min_lines = min_lines;
  if (min_lines == 1)
    keep_to_one_paragraph (self);

  return GTK_WIDGET (self);
}

void
paz_text_box_set_markdown (PazTextBox *self,
                           gboolean    points)
{
  g_return_if_fail (PAZ_IS_TEXT_BOX (self));

  if (self->bar != NULL)
    return;
  self->preview = paz_markdown_view_new ();
  gtk_widget_set_visible (self->preview, FALSE);
  gtk_widget_set_parent (self->preview, GTK_WIDGET (self));
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_widget_add_css_class (self->bar, "paz-text-bar");
  if (points)
    gtk_box_append (GTK_BOX (self->bar), paz_text_points_new (GTK_TEXT_VIEW (self->view)));
  self->toggle = make_toggle (self);
  gtk_box_append (GTK_BOX (self->bar), self->toggle);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  show_toggle (self);
}

void
paz_text_box_set_previewed (PazTextBox *self,
                            gboolean    previewed)
{
  g_return_if_fail (PAZ_IS_TEXT_BOX (self));

  if (self->toggle != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), previewed);
}

GtkWidget *
paz_text_box_get_view (PazTextBox *self)
{
  g_return_val_if_fail (PAZ_IS_TEXT_BOX (self), NULL);

  return self->view;
}

char *
paz_text_box_dup_text (PazTextBox *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (PAZ_IS_TEXT_BOX (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
paz_text_box_set_text (PazTextBox *self,
                       const char *text)
{
  GtkTextBuffer *buffer;
  g_autofree char *present = NULL;

  g_return_if_fail (PAZ_IS_TEXT_BOX (self));

  present = paz_text_box_dup_text (self);
  if (g_strcmp0 (present, text != NULL ? text : "") == 0)
    return;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  if (is_previewed (self))
    paz_markdown_view_set_text (PAZ_MARKDOWN_VIEW (self->preview), text != NULL ? text : "");
}
