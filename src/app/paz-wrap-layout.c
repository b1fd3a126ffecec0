#include "paz-wrap-layout.h"

struct _PazWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

G_DEFINE_FINAL_TYPE (PazWrapLayout, paz_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
natural_height (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Walks the lines; allocates the children when asked to. Returns the height all of them need. */
static int
flow (PazWrapLayout *self,
      GtkWidget     *widget,
      int            width,
      gboolean       allocate)
{
  int x = 0;
  int y = 0;
  int line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width;
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = MIN (natural_width (child), width);
      child_height = natural_height (child, child_width);
      if (x > 0 && x + child_width > width)
        {
          y += line + self->spacing;
          x = 0;
          line = 0;
        }
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation) { x, y, child_width, child_height }, -1);
      x += child_width + self->spacing;
      line = MAX (line, child_height);
    }

  return y + line;
}

static void
paz_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  PazWrapLayout *self = PAZ_WRAP_LAYOUT (manager);
  int widest = 0;
  int all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
      widest = MAX (widest, min);
      all += natural_width (child) + (all > 0 ? self->spacing : 0);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, all);
    }
  else
    {
      *minimum = flow (self, widget, for_size < 0 ? all : for_size, FALSE);
      *natural = *minimum;
    }
}

static void
paz_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  flow (PAZ_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
paz_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
paz_wrap_layout_class_init (PazWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = paz_wrap_layout_get_request_mode;
  layout_class->measure = paz_wrap_layout_measure;
  layout_class->allocate = paz_wrap_layout_allocate;
}

static void
paz_wrap_layout_init (PazWrapLayout *self)
{
}

GtkLayoutManager *
paz_wrap_layout_new (int spacing)
{
  PazWrapLayout *self = g_object_new (PAZ_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
