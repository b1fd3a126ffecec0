#include "paz-child-columns.h"

#define SPACING 1
/* The least width of one weight, in characters: narrower tables scroll. */
#define CHARS 5

struct _PazChildColumns
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PazChildColumns, paz_child_columns, GTK_TYPE_LAYOUT_MANAGER)

static GQuark
weight_quark (void)
{
  return g_quark_from_static_string ("paz-child-weight");
}

static int
get_weight (GtkWidget *child)
{
  int weight = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (child), weight_quark ()));

  return MAX (1, weight);
}

static int
count_weights (GtkWidget *widget,
               int       *n_columns)
{
  int weights = 0;

  *n_columns = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      weights += get_weight (child);
      *n_columns += 1;
    }

  return MAX (1, weights);
}

/* Follows the size of the text. */
static int
get_unit (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int unit = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics) * CHARS);

  pango_font_metrics_unref (metrics);

  return MAX (1, unit);
}

static int
get_column_width (int width,
                  int weight,
                  int weights,
                  int n_columns)
{
  return MAX (1, (width - (n_columns - 1) * SPACING) * weight / weights);
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int n_columns;
  int weights = count_weights (widget, &n_columns);
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int share = width < 0 ? -1 : get_column_width (width, get_weight (child), weights, n_columns);
      int narrowest;
      int needed;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, share < 0 ? -1 : MAX (share, narrowest),
                          &needed, NULL, NULL, NULL);
      height = MAX (height, needed);
    }

  return height;
}

static void
paz_child_columns_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  int n_columns;
  int weights;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = get_height (widget, for_size);
      return;
    }
  weights = count_weights (widget, &n_columns);
  *minimum = weights * get_unit (widget) + MAX (0, n_columns - 1) * SPACING;
  *natural = *minimum * 2;
}

static void
paz_child_columns_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_columns;
  int weights = count_weights (widget, &n_columns);
  int before = 0;
  int column = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int room = width - (n_columns - 1) * SPACING;
      int weight = get_weight (child);
      int x = before * room / weights + column * SPACING;
      int share = (before + weight) * room / weights - before * room / weights;
      int narrowest;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
      share = MAX (share, narrowest);
      gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - share : x, 0, share, height }, -1);
      before += weight;
      column++;
    }
}

static GtkSizeRequestMode
paz_child_columns_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
paz_child_columns_class_init (PazChildColumnsClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = paz_child_columns_get_request_mode;
  layout_class->measure = paz_child_columns_measure;
  layout_class->allocate = paz_child_columns_allocate;
}

static void
paz_child_columns_init (PazChildColumns *self)
{
}

GtkLayoutManager *
paz_child_columns_new (void)
{
  return g_object_new (PAZ_TYPE_CHILD_COLUMNS, NULL);
}

void
paz_child_columns_set_weight (GtkWidget *child,
                              int        weight)
{
  g_object_set_qdata (G_OBJECT (child), weight_quark (), GINT_TO_POINTER (weight));
}
