#include "paz-list-growth.h"

/* Of a frame; layout and drawing take their part of it too. */
#define SLICE_US 6000
#define STEP 2
/* As high as a row can be at least. */
#define ROW_HEIGHT 30
/* Seconds that a view keeps its rows after it was left. */
#define KEEP_S 2

struct _PazListGrowth
{
  GObject parent_instance;

  GtkColumnView *view;
  PazListRows *rows;
  gboolean asleep;
  gboolean begun;            /* the first frame shows what there is */
  guint tick;
  guint shrink;              /* source */
};

G_DEFINE_FINAL_TYPE (PazListGrowth, paz_list_growth, G_TYPE_OBJECT)

/* Of the view shown last: the next one is as high, most likely. */
static guint n_first = 24;

static GtkAdjustment *
get_adjustment (PazListGrowth *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
}

/* ---- slices ---- */

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  PazListGrowth *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_US;
  gboolean more = TRUE;

  if (!self->begun)
    {
      self->begun = TRUE;
      return G_SOURCE_CONTINUE;
    }
  while (more && g_get_monotonic_time () < end)
    more = paz_list_rows_go_on (self->rows, STEP);
  if (more)
    return G_SOURCE_CONTINUE;
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
start (PazListGrowth *self)
{
  if (self->tick != 0 || self->asleep || !paz_list_rows_is_behind (self->rows))
    return;
  self->begun = FALSE;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, NULL);
}

static void
stop (PazListGrowth *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  self->tick = 0;
}

/* ---- what is seen ---- */

static void
scrolled_cb (PazListGrowth *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double page = gtk_adjustment_get_page_size (adjustment);
  double whole = gtk_adjustment_get_upper (adjustment);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (page < ROW_HEIGHT || whole < page)
    return;
  n_first = (guint) (page / ROW_HEIGHT) + 2;
  paz_list_rows_set_view (self->rows, (guint) (gtk_adjustment_get_value (adjustment) / whole * n), n_first);
}

static void
adjustment_cb (PazListGrowth *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/* The end is the end of the list, not of what was offered so far. */
static gboolean
key_pressed_cb (PazListGrowth   *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if (key == GDK_KEY_End || key == GDK_KEY_KP_End || key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    paz_list_rows_finish (self->rows);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
shrink_cb (gpointer data)
{
  PazListGrowth *self = data;

  self->shrink = 0;
  if (gtk_adjustment_get_value (get_adjustment (self)) <= 0)
    paz_list_rows_shrink (self->rows);

  return G_SOURCE_REMOVE;
}

/* ---- object ---- */

static void
paz_list_growth_dispose (GObject *object)
{
  PazListGrowth *self = PAZ_LIST_GROWTH (object);

  if (self->view != NULL)
    stop (self);
  g_clear_weak_pointer (&self->view);
  g_clear_handle_id (&self->shrink, g_source_remove);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (paz_list_growth_parent_class)->dispose (object);
}

static void
paz_list_growth_class_init (PazListGrowthClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_list_growth_dispose;
}

static void
paz_list_growth_init (PazListGrowth *self)
{
}

/* ---- public ---- */

guint
paz_list_growth_get_n_first (void)
{
  return n_first;
}

PazListGrowth *
paz_list_growth_new (GtkColumnView *view,
                     PazListRows   *rows)
{
  PazListGrowth *self = g_object_new (PAZ_TYPE_LIST_GROWTH, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->asleep = TRUE;
  g_set_weak_pointer (&self->view, view);
  self->rows = g_object_ref (rows);
  g_signal_connect_object (rows, "behind", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (adjustment_cb), self, G_CONNECT_SWAPPED);
  adjustment_cb (self);

  return self;
}

void
paz_list_growth_set_asleep (PazListGrowth *self,
                            gboolean       asleep)
{
  g_return_if_fail (PAZ_IS_LIST_GROWTH (self));

  self->asleep = asleep;
  g_clear_handle_id (&self->shrink, g_source_remove);
  if (asleep)
    {
      stop (self);
      self->shrink = g_timeout_add_seconds (KEEP_S, shrink_cb, self);
      return;
    }
  start (self);
}
