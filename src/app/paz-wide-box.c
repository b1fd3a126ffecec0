#include "paz-wide-box.h"

/* A scrolled window alone asks for the height its content has at its own favourite width, where
 * headings do not yet wrap. */
struct _PazWideBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PazWideBox, paz_wide_box, GTK_TYPE_WIDGET)

static GtkWidget *
get_content (GtkWidget *self)
{
  GtkWidget *window = gtk_widget_get_first_child (self);
  GtkWidget *viewport = GTK_IS_SCROLLED_WINDOW (window)
                          ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (window)) : NULL;

  return GTK_IS_VIEWPORT (viewport) ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
}

static int
get_bar_height (GtkWidget *self)
{
  GtkWidget *bar = gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (self)));
  int height;

  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height;
}

static void
paz_wide_box_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  GtkWidget *content = get_content (widget);
  int narrowest;

  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, NULL, NULL);
  if (content == NULL)
    return;
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, for_size < 0 ? -1 : MAX (for_size, narrowest),
                      NULL, natural, NULL, NULL);
  if (for_size >= 0 && for_size < narrowest)
    *natural += get_bar_height (widget);
  *minimum = MAX (*minimum, *natural);
  *natural = *minimum;
}

static void
paz_wide_box_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static GtkSizeRequestMode
paz_wide_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
paz_wide_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_wide_box_parent_class)->dispose (object);
}

static void
paz_wide_box_class_init (PazWideBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_wide_box_dispose;
  widget_class->measure = paz_wide_box_measure;
  widget_class->size_allocate = paz_wide_box_size_allocate;
  widget_class->get_request_mode = paz_wide_box_get_request_mode;
}

static void
paz_wide_box_init (PazWideBox *self)
{
}
