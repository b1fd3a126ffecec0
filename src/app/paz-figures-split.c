#include "paz-figures-split.h"

/* Of the height, for the chart, when both ask for more than there is. */
#define CHART_SHARE 0.6

struct _PazFiguresSplit
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PazFiguresSplit, paz_figures_split, GTK_TYPE_WIDGET)

static void
find_parts (GtkWidget  *widget,
            GtkWidget **chart,
            GtkWidget **table)
{
  *chart = gtk_widget_get_first_child (widget);
  *table = *chart != NULL ? gtk_widget_get_next_sibling (*chart) : NULL;
}

static void
measure_height (GtkWidget *widget,
                int        width,
                int       *minimum,
                int       *natural)
{
  *minimum = *natural = 0;
  if (widget != NULL && gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, minimum, natural, NULL, NULL);
}

/* What the table leaves is the chart's, up to half as much again as it asks for. */
static int
get_chart_height (GtkWidget *chart,
                  GtkWidget *table,
                  int        width,
                  int        height)
{
  int chart_least, chart_most, table_least, table_most;

  measure_height (chart, width, &chart_least, &chart_most);
  measure_height (table, width, &table_least, &table_most);
  if (table_most == 0)
    return height;
  if (chart_most == 0)
    return 0;
  if (chart_most + table_most <= height)
    return MIN (height - table_most, chart_most * 3 / 2);

  return CLAMP (MIN (chart_most, MAX ((int) (height * CHART_SHARE), height - table_most)), chart_least,
                MAX (height - table_least, chart_least));
}

static GtkSizeRequestMode
paz_figures_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
paz_figures_split_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, most;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &least, &most, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *minimum + least : MAX (*minimum, least);
      *natural = orientation == GTK_ORIENTATION_VERTICAL ? *natural + most : MAX (*natural, most);
    }
}

static void
place (GtkWidget *widget,
       int        y,
       int        width,
       int        height)
{
  if (widget != NULL && gtk_widget_should_layout (widget))
    gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, y, width, height }, -1);
}

static void
paz_figures_split_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  GtkWidget *chart, *table;
  int upper;

  find_parts (widget, &chart, &table);
  upper = get_chart_height (chart, table, width, height);
  place (chart, 0, width, upper);
  place (table, upper, width, height - upper);
}

static void
paz_figures_split_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_figures_split_parent_class)->dispose (object);
}

static void
paz_figures_split_class_init (PazFiguresSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_figures_split_dispose;
  widget_class->get_request_mode = paz_figures_split_get_request_mode;
  widget_class->measure = paz_figures_split_measure;
  widget_class->size_allocate = paz_figures_split_size_allocate;
}

static void
paz_figures_split_init (PazFiguresSplit *self)
{
}
