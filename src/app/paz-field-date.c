#include "paz-date-entry.h"
#include "paz-field-editor.h"
#include "paz-words.h"

/* A date, complete or partial, or a month. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *entry;
} PazFieldDate;

typedef PazFieldEditorClass PazFieldDateClass;

G_DEFINE_FINAL_TYPE (PazFieldDate, paz_field_date, PAZ_TYPE_FIELD_EDITOR)

static void
paz_field_date_setup (PazFieldEditor *editor)
{
  PazFieldDate *self = (PazFieldDate *) editor;
  gboolean month = paz_field_editor_get_field (editor)->type == PAZ_VALUE_MONTH;

  self->entry = paz_date_entry_new (month ? PAZ_DATE_MONTH : PAZ_DATE_YEAR);
  paz_field_editor_set_child (editor, self->entry);
  paz_field_editor_set_focus (editor, paz_date_entry_get_focus (PAZ_DATE_ENTRY (self->entry)));
  g_signal_connect_swapped (self->entry, "changed",
                            G_CALLBACK (paz_field_editor_touched), editor);
}

static void
paz_field_date_show_value (PazFieldEditor *editor,
                           GVariant       *value)
{
  PazFieldDate *self = (PazFieldDate *) editor;

  paz_date_entry_set_iso (PAZ_DATE_ENTRY (self->entry),
                          value != NULL ? g_variant_get_string (value, NULL) : NULL);
}

static GVariant *
paz_field_date_read_value (PazFieldEditor  *editor,
                           GError         **error)
{
  PazFieldDate *self = (PazFieldDate *) editor;
  g_autofree char *iso = paz_date_entry_dup_iso (PAZ_DATE_ENTRY (self->entry));

  if (iso != NULL)
    return g_variant_new_string (iso);

  /* Also knows "?" and "n/a", and names what is wrong with the rest. */
  return paz_value_parse (paz_field_editor_get_field (editor),
                          paz_date_entry_get_text (PAZ_DATE_ENTRY (self->entry)),
                          paz_words_get_catalogue (), error);
}

static void
paz_field_date_tidy (PazFieldEditor *editor)
{
  PazFieldDate *self = (PazFieldDate *) editor;
  g_autofree char *iso = paz_date_entry_dup_iso (PAZ_DATE_ENTRY (self->entry));

  if (iso != NULL)
    paz_date_entry_set_iso (PAZ_DATE_ENTRY (self->entry), iso);
}

static void
paz_field_date_class_init (PazFieldDateClass *klass)
{
  klass->setup = paz_field_date_setup;
  klass->show_value = paz_field_date_show_value;
  klass->read_value = paz_field_date_read_value;
  klass->tidy = paz_field_date_tidy;
}

static void
paz_field_date_init (PazFieldDate *self)
{
}
