#include "paz-form-layout.h"

struct _PazFormLayout
{
  GtkLayoutManager parent_instance;

  int              narrow;
  int              column_spacing;
  int              row_spacing;
  gboolean         together;
};

G_DEFINE_FINAL_TYPE (PazFormLayout, paz_form_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *child;
  int        line;
  int        x;
  int        width;
} Slot;

static GQuark
span_quark (void)
{
  return g_quark_from_static_string ("paz-form-span");
}

static int
column_width (PazFormLayout *self,
              int            width,
              int            span)
{
  int single = (width - (PAZ_FORM_COLUMNS - 1) * self->column_spacing) / PAZ_FORM_COLUMNS;

  /* Also for all six, so that whole lines end where divided ones do. */
  return MAX (1, span * single + (span - 1) * self->column_spacing);
}

static gboolean
fits (PazFormLayout *self,
      GtkWidget     *child,
      int            width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum <= column_width (self, width, paz_form_layout_get_span (child));
}

static gboolean
is_narrow (PazFormLayout *self,
           GtkWidget     *widget,
           int            width)
{
  if (width < self->narrow)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && self->together;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child) && !fits (self, child, width))
      return TRUE;

  return FALSE;
}

/* Puts the visible children into lines, in order. Elements are Slot. */
static GArray *
place (PazFormLayout *self,
       GtkWidget     *widget,
       int            width)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  gboolean narrow = is_narrow (self, widget, width);
  int line = 0;
  int used = 0;
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Slot slot = { child, 0, 0, 0 };
      int span = PAZ_FORM_COLUMNS;

      if (!gtk_widget_should_layout (child))
        continue;
      if (!narrow && fits (self, child, width))
        span = paz_form_layout_get_span (child);
      if (used > 0 && used + span > PAZ_FORM_COLUMNS)
        {
          line++;
          used = 0;
          x = 0;
        }
      slot.line = line;
      slot.x = x;
      slot.width = column_width (self, width, span);
      used += span;
      x += slot.width + self->column_spacing;
      g_array_append_val (slots, slot);
    }

  return slots;
}

static int
line_height (GArray   *slots,
             guint     from,
             gboolean  natural,
             guint    *next)
{
  int line = g_array_index (slots, Slot, from).line;
  int height = 0;
  guint i;

  for (i = from; i < slots->len && g_array_index (slots, Slot, i).line == line; i++)
    {
      Slot *slot = &g_array_index (slots, Slot, i);
      int min;
      int nat;

      gtk_widget_measure (slot->child, GTK_ORIENTATION_VERTICAL, slot->width,
                          &min, &nat, NULL, NULL);
      height = MAX (height, natural ? nat : min);
    }

  *next = i;
  return height;
}

static int
total_height (PazFormLayout *self,
              GArray        *slots,
              gboolean       natural)
{
  int height = 0;

  for (guint i = 0; i < slots->len;)
    {
      if (i > 0)
        height += self->row_spacing;
      height += line_height (slots, i, natural, &i);
    }

  return height;
}

static void
measure_width (PazFormLayout *self,
               GtkWidget     *widget,
               int           *minimum,
               int           *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min;
      int nat;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
      *minimum = MAX (*minimum, min);
      *natural = MAX (*natural, nat * PAZ_FORM_COLUMNS / paz_form_layout_get_span (child));
    }
  /* Side by side every child must fit its columns; below that width they are stacked. */
  *natural = MAX (*natural, *minimum);
}

static void
paz_form_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  PazFormLayout *self = PAZ_FORM_LAYOUT (manager);
  g_autoptr (GArray) slots = NULL;
  int min;
  int nat;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }

  if (for_size < 0)
    measure_width (self, widget, &min, &for_size);
  slots = place (self, widget, for_size);
  min = total_height (self, slots, FALSE);
  nat = total_height (self, slots, TRUE);
  *minimum = min;
  *natural = MAX (min, nat);
}

static void
allocate_line (GArray   *slots,
               guint     from,
               guint     next,
               int       y,
               int       height,
               int       width,
               gboolean  mirrored)
{
  for (guint i = from; i < next; i++)
    {
      Slot *slot = &g_array_index (slots, Slot, i);
      int x = mirrored ? width - slot->x - slot->width : slot->x;

      gtk_widget_size_allocate (slot->child,
                                &(GtkAllocation) { x, y, slot->width, height }, -1);
    }
}

static void
paz_form_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  PazFormLayout *self = PAZ_FORM_LAYOUT (manager);
  g_autoptr (GArray) slots = place (self, widget, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean natural = total_height (self, slots, TRUE) <= height;
  int y = 0;

  for (guint i = 0; i < slots->len;)
    {
      guint next;
      int line = line_height (slots, i, natural, &next);

      allocate_line (slots, i, next, y, line, width, mirrored);
      y += line + self->row_spacing;
      i = next;
    }
}

static GtkSizeRequestMode
paz_form_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
paz_form_layout_class_init (PazFormLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = paz_form_layout_get_request_mode;
  layout_class->measure = paz_form_layout_measure;
  layout_class->allocate = paz_form_layout_allocate;
}

static void
paz_form_layout_init (PazFormLayout *self)
{
}

GtkLayoutManager *
paz_form_layout_new (int narrow,
                     int column_spacing,
                     int row_spacing)
{
  PazFormLayout *self = g_object_new (PAZ_TYPE_FORM_LAYOUT, NULL);

  self->narrow = narrow;
  self->column_spacing = column_spacing;
  self->row_spacing = row_spacing;

  return GTK_LAYOUT_MANAGER (self);
}

void
paz_form_layout_set_together (PazFormLayout *self,
                              gboolean       together)
{
  g_return_if_fail (PAZ_IS_FORM_LAYOUT (self));

  self->together = together;
}

void
paz_form_layout_set_span (GtkWidget *child,
                          int        span)
{
  g_return_if_fail (GTK_IS_WIDGET (child));
  g_return_if_fail (span >= 1 && span <= PAZ_FORM_COLUMNS);

  g_object_set_qdata (G_OBJECT (child), span_quark (), GINT_TO_POINTER (span));
  if (gtk_widget_get_parent (child) != NULL)
    gtk_widget_queue_resize (child);
}

int
paz_form_layout_get_span (GtkWidget *child)
{
  int span = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (child), span_quark ()));

  return span > 0 ? span : PAZ_FORM_COLUMNS;
}
