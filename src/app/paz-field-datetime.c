#include "paz-date-entry.h"
#include "paz-field-editor.h"
#include "paz-form-layout.h"
#include "paz-link-chooser.h"
#include "paz-words.h"

#include <stdio.h>

/* A moment: day, time of day, and the zone they are read in. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *date;
  GtkWidget      *time;
  GtkWidget      *zone;
} PazFieldDatetime;

typedef PazFieldEditorClass PazFieldDatetimeClass;

G_DEFINE_FINAL_TYPE (PazFieldDatetime, paz_field_datetime, PAZ_TYPE_FIELD_EDITOR)

static GtkWidget *
make_zone_picker (gpointer data)
{
  return paz_picker_new_zones ();
}

static char *
dup_zone_title (const char *id,
                gpointer    data)
{
  return paz_pick_dup_zone (id);
}

/* The machine's own zone where it has a name. */
static char *
dup_local_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);
  g_autofree char *moment = NULL;

  if (name != NULL && *name != ':')
    moment = paz_datetime_format (2024, 1, 1, 0, 0, name);

  return g_strdup (moment != NULL ? name : "UTC");
}

static gboolean
parse_time (const char *text,
            int        *hour,
            int        *minute)
{
  char rest;

  *minute = 0;
  if (sscanf (text, " %2d : %2d %c", hour, minute, &rest) != 2 &&
      sscanf (text, " %2d . %2d %c", hour, minute, &rest) != 2 &&
      sscanf (text, " %2d h %2d %c", hour, minute, &rest) != 2 &&
      sscanf (text, " %2d%2d %c", hour, minute, &rest) != 2)
    {
      *minute = 0;
      if (sscanf (text, " %2d %c", hour, &rest) != 1)
        return FALSE;
    }

  return *hour >= 0 && *hour < 24 && *minute >= 0 && *minute < 60;
}

static void
add_part (PazFieldDatetime *self,
          GtkWidget        *part,
          GtkWidget        *focus,
          const char       *name,
          int               span)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  paz_form_layout_set_span (part, span);
  paz_field_editor_set_child (PAZ_FIELD_EDITOR (self), part);
  g_signal_connect_swapped (part, "changed", G_CALLBACK (paz_field_editor_touched), self);
}

static void
paz_field_datetime_setup (PazFieldEditor *editor)
{
  PazFieldDatetime *self = (PazFieldDatetime *) editor;
  GtkLayoutManager *layout;

  layout = paz_form_layout_new (300, 6, 6);
  paz_form_layout_set_together (PAZ_FORM_LAYOUT (layout), TRUE);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);

  self->date = paz_date_entry_new (PAZ_DATE_DAY);
  add_part (self, self->date, paz_date_entry_get_focus (PAZ_DATE_ENTRY (self->date)),
            C_("moment", "Date"), 2);

  self->time = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->time), 5);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->time), "14:30");
  gtk_entry_set_activates_default (GTK_ENTRY (self->time), TRUE);
  add_part (self, self->time, self->time, C_("moment", "Time"), 1);

  self->zone = paz_link_chooser_new (make_zone_picker, dup_zone_title, self);
  paz_link_chooser_set_clearable (PAZ_LINK_CHOOSER (self->zone), FALSE);
  add_part (self, self->zone, paz_link_chooser_get_focus (PAZ_LINK_CHOOSER (self->zone)),
            C_("moment", "Time zone"), 3);

  paz_field_editor_set_focus (editor, paz_date_entry_get_focus (PAZ_DATE_ENTRY (self->date)));
}

static void
paz_field_datetime_show_value (PazFieldEditor *editor,
                               GVariant       *value)
{
  PazFieldDatetime *self = (PazFieldDatetime *) editor;
  const char *text = value != NULL ? g_variant_get_string (value, NULL) : "";
  const char *bracket = strchr (text, '[');
  g_autofree char *day = g_strndup (text, MIN (strlen (text), 10));
  g_autofree char *time = strlen (text) > 16 ? g_strndup (text + 11, 5) : g_strdup ("");
  g_autofree char *zone = NULL;

  if (bracket != NULL)
    zone = g_strndup (bracket + 1, strcspn (bracket + 1, "]"));
  else
    zone = dup_local_zone ();
  paz_date_entry_set_iso (PAZ_DATE_ENTRY (self->date), day);
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  paz_link_chooser_set_id (PAZ_LINK_CHOOSER (self->zone), zone);
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return *text == '\0';
}

static GVariant *
paz_field_datetime_read_value (PazFieldEditor  *editor,
                               GError         **error)
{
  PazFieldDatetime *self = (PazFieldDatetime *) editor;
  const char *time = gtk_editable_get_text (GTK_EDITABLE (self->time));
  const char *zone = paz_link_chooser_get_id (PAZ_LINK_CHOOSER (self->zone));
  g_autofree char *day = paz_date_entry_dup_iso (PAZ_DATE_ENTRY (self->date));
  g_autofree char *text = NULL;
  int year, month, mday, hour, minute;

  if (is_blank (time) && is_blank (paz_date_entry_get_text (PAZ_DATE_ENTRY (self->date))))
    return NULL;
  if (day != NULL && parse_time (time, &hour, &minute) &&
      sscanf (day, "%d-%d-%d", &year, &month, &mday) == 3)
    text = paz_datetime_format (year, month, mday, hour, minute, zone != NULL ? zone : "UTC");
  if (text == NULL)
    {
      g_set_error_literal (error, PAZ_VALUE_ERROR, PAZ_VALUE_ERROR_DATETIME,
                           "incomplete date, time or zone");
      return NULL;
    }

  return g_variant_new_string (text);
}

static void
paz_field_datetime_tidy (PazFieldEditor *editor)
{
  g_autoptr (GVariant) value = paz_field_datetime_read_value (editor, NULL);

  if (value == NULL)
    return;
  g_variant_ref_sink (value);
  paz_field_datetime_show_value (editor, value);
}

static void
paz_field_datetime_class_init (PazFieldDatetimeClass *klass)
{
  klass->setup = paz_field_datetime_setup;
  klass->show_value = paz_field_datetime_show_value;
  klass->read_value = paz_field_datetime_read_value;
  klass->tidy = paz_field_datetime_tidy;
}

static void
paz_field_datetime_init (PazFieldDatetime *self)
{
}
