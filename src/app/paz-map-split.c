#include "paz-map-split.h"

/* Pixels. The side keeps its width, the map takes the rest. */
#define SIDE_WIDTH 272
#define FOLDED_BELOW 700
#define SIDE_HEIGHT 260

struct _PazMapSplit
{
  GtkWidget  parent_instance;

  GtkWidget *main;
  GtkWidget *side;
  gboolean   folded;
};

static void builder_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PazMapSplit, paz_map_split, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, builder_iface_init))

static GtkBuildableIface *parent_iface;

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  PazMapSplit *self = PAZ_MAP_SPLIT (buildable);

  if (!GTK_IS_WIDGET (child))
    {
      parent_iface->add_child (buildable, builder, child, type);
      return;
    }
  if (g_strcmp0 (type, "side") == 0)
    self->side = GTK_WIDGET (child);
  else
    self->main = GTK_WIDGET (child);
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (self));
}

static void
builder_iface_init (GtkBuildableIface *iface)
{
  parent_iface = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static GtkSizeRequestMode
paz_map_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_least (GtkWidget      *widget,
           GtkOrientation  orientation)
{
  int least;

  gtk_widget_measure (widget, orientation, -1, &least, NULL, NULL, NULL);
  return least;
}

static void
paz_map_split_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  PazMapSplit *self = PAZ_MAP_SPLIT (widget);
  int main = get_least (self->main, orientation);
  int side = get_least (self->side, orientation);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (main, side);
  else if (for_size >= FOLDED_BELOW)
    *minimum = MAX (main, side);
  else
    *minimum = main + MAX (side, SIDE_HEIGHT);
  *natural = *minimum;
}

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  const GtkAllocation box = { x, y, MAX (width, get_least (child, GTK_ORIENTATION_HORIZONTAL)),
                              MAX (height, get_least (child, GTK_ORIENTATION_VERTICAL)) };

  gtk_widget_size_allocate (child, &box, -1);
}

static void
paz_map_split_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PazMapSplit *self = PAZ_MAP_SPLIT (widget);
  gboolean left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int side_height = MAX (SIDE_HEIGHT, height / 3);

  self->folded = width < FOLDED_BELOW;
  if (self->folded)
    {
      place (self->main, 0, 0, width, height - side_height);
      place (self->side, 0, height - side_height, width, side_height);
      return;
    }
  place (self->main, left ? SIDE_WIDTH : 0, 0, width - SIDE_WIDTH, height);
  place (self->side, left ? 0 : width - SIDE_WIDTH, 0, SIDE_WIDTH, height);
}

static void
paz_map_split_dispose (GObject *object)
{
  PazMapSplit *self = PAZ_MAP_SPLIT (object);

  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->side, gtk_widget_unparent);
  G_OBJECT_CLASS (paz_map_split_parent_class)->dispose (object);
}

static void
paz_map_split_class_init (PazMapSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_map_split_dispose;
  widget_class->get_request_mode = paz_map_split_get_request_mode;
  widget_class->measure = paz_map_split_measure;
  widget_class->size_allocate = paz_map_split_size_allocate;
}

static void
paz_map_split_init (PazMapSplit *self)
{
}

gboolean
paz_map_split_is_folded (PazMapSplit *self)
{
  return self->folded;
}
