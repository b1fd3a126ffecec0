#include "paz-date-entry.h"

#include "paz-words.h"

struct _PazDateEntry
{
  GtkWidget         parent_instance;

  GtkWidget        *entry;
  GtkWidget        *popover;    /* made when first asked for */
  GtkWidget        *calendar;
  PazDatePrecision  precision;
  gboolean          opening;
};

G_DEFINE_FINAL_TYPE (PazDateEntry, paz_date_entry, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
day_selected_cb (PazDateEntry *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *iso = NULL;

  if (self->opening)
    return;
  day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  iso = g_date_time_format (day, self->precision == PAZ_DATE_MONTH ? "%Y-%m" : "%Y-%m-%d");
  paz_date_entry_set_iso (self, iso);
  g_signal_emit (self, signals[CHANGED], 0);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entry);
}

static char *
dup_typed_iso (PazDateEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));

  return paz_date_parse_typed (text, &today, paz_date_is_month_first ());
}

static void
make_popover (PazDateEntry *self)
{
  self->calendar = gtk_calendar_new ();
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->calendar);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->calendar, "day-selected",
                           G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
open_calendar (PazDateEntry *self)
{
  g_autofree char *iso = dup_typed_iso (self);
  GDate first;
  GDate last;

  if (self->popover == NULL)
    make_popover (self);
  if (iso != NULL && paz_date_get_range (iso, &first, &last))
    {
      g_autoptr (GDateTime) day = g_date_time_new_local (g_date_get_year (&first),
                                                         g_date_get_month (&first),
                                                         g_date_get_day (&first), 0, 0, 0);

      self->opening = TRUE;
      gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
      self->opening = FALSE;
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
key_pressed_cb (PazDateEntry    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down || (state & GDK_ALT_MASK) == 0)
    return FALSE;
  open_calendar (self);

  return TRUE;
}

static void
text_changed_cb (PazDateEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
paz_date_entry_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PazDateEntry *self = PAZ_DATE_ENTRY (widget);

  gtk_widget_size_allocate (self->entry, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
paz_date_entry_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (PAZ_DATE_ENTRY (widget)->entry, orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static gboolean
paz_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAZ_DATE_ENTRY (widget)->entry);
}

static void
paz_date_entry_dispose (GObject *object)
{
  PazDateEntry *self = PAZ_DATE_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (paz_date_entry_parent_class)->dispose (object);
}

static void
paz_date_entry_class_init (PazDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_date_entry_dispose;
  widget_class->size_allocate = paz_date_entry_size_allocate;
  widget_class->measure = paz_date_entry_measure;
  widget_class->grab_focus = paz_date_entry_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
paz_date_entry_init (PazDateEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY,
                                     "x-office-calendar-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY,
                                   _("Choose from a calendar (Alt+Down)"));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "icon-press",
                           G_CALLBACK (open_calendar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed",
                           G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
}

/* In the order in which numbers alone are read. */
static const char *
get_placeholder (PazDatePrecision precision)
{
  if (precision == PAZ_DATE_MONTH)
    return _("month/year");

  return paz_date_is_month_first () ? _("month/day/year") : _("day/month/year");
}

GtkWidget *
paz_date_entry_new (PazDatePrecision precision)
{
  PazDateEntry *self = g_object_new (PAZ_TYPE_DATE_ENTRY, NULL);

  self->precision = precision;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  get_placeholder (precision));

  return GTK_WIDGET (self);
}

GtkWidget *
paz_date_entry_get_focus (PazDateEntry *self)
{
  g_return_val_if_fail (PAZ_IS_DATE_ENTRY (self), NULL);

  return self->entry;
}

void
paz_date_entry_set_iso (PazDateEntry *self,
                        const char   *iso)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (PAZ_IS_DATE_ENTRY (self));

  if (iso != NULL && *iso != '\0')
    shown = paz_catalogue_dup_date (paz_words_get_catalogue (), iso);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), shown != NULL ? shown : "");
}

const char *
paz_date_entry_get_text (PazDateEntry *self)
{
  g_return_val_if_fail (PAZ_IS_DATE_ENTRY (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

char *
paz_date_entry_dup_iso (PazDateEntry *self)
{
  g_autofree char *iso = NULL;
  PazDatePrecision precision;

  g_return_val_if_fail (PAZ_IS_DATE_ENTRY (self), NULL);

  iso = dup_typed_iso (self);
  if (iso == NULL)
    return NULL;
  /* "today" and "+2m" name a day; of a month its month is meant. */
  if (self->precision == PAZ_DATE_MONTH && strpbrk (paz_date_entry_get_text (self), "/.") == NULL)
    iso[MIN (strlen (iso), 7)] = '\0';
  precision = paz_date_check (iso);
  if (precision < self->precision ||
      (self->precision == PAZ_DATE_MONTH && precision != PAZ_DATE_MONTH))
    return NULL;

  return g_steal_pointer (&iso);
}
