#include "paz-field-editor.h"
#include "paz-tip.h"
#include "paz-words.h"

#include "base/paz-text.h"
#include "model/paz-format.h"

/* One line: text as it is, numbers by the habits of the language. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *entry;
  GtkWidget      *open;     /* of addresses; else NULL */
} PazFieldEntry;

typedef PazFieldEditorClass PazFieldEntryClass;

G_DEFINE_FINAL_TYPE (PazFieldEntry, paz_field_entry, PAZ_TYPE_FIELD_EDITOR)

static gboolean
is_text (PazFieldEditor *editor)
{
  return paz_field_editor_get_field (editor)->type == PAZ_VALUE_TEXT;
}

static char *
dup_shown (PazFieldEditor *editor,
           GVariant       *value)
{
  return paz_value_dup_display (paz_field_editor_get_field (editor),
                                paz_field_editor_get_kind (editor),
                                value, paz_words_get_catalogue ());
}

static GVariant *
read_text (PazFieldEditor  *editor,
           const char      *text,
           GError         **error)
{
  g_autofree char *clean = paz_text_clean (text);
  g_autoptr (GVariant) value = NULL;

  g_strstrip (clean);
  if (*clean == '\0')
    return NULL;
  value = g_variant_ref_sink (g_variant_new_string (clean));
  if (!paz_value_check (paz_field_editor_get_field (editor), value, error))
    return NULL;

  return g_variant_new_string (clean);
}

static char *
dup_uri (PazFieldEntry *self)
{
  const PazField *field = paz_field_editor_get_field (PAZ_FIELD_EDITOR (self));
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  return paz_format_dup_uri (field->format, text);
}

static void
show_open (PazFieldEntry *self)
{
  g_autofree char *uri = NULL;

  if (self->open == NULL)
    return;
  uri = dup_uri (self);
  gtk_widget_set_sensitive (self->open, uri != NULL);
}

static void
open_cb (PazFieldEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *uri = dup_uri (self);

  if (uri != NULL)
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

static const char *
get_open_words (PazTextFormat format)
{
  switch (format)
    {
    case PAZ_FORMAT_EMAIL:
      return _("Write an E-mail");
    case PAZ_FORMAT_URL:
    case PAZ_FORMAT_PLACE:
      return _("Open in the Browser");
    case PAZ_FORMAT_PHONE:
      return _("Call");
    case PAZ_FORMAT_NONE:
    case PAZ_FORMAT_ZONE:
    case PAZ_FORMAT_CURRENCY:
      break;
    }

  return NULL;
}

static void
add_open (PazFieldEntry *self,
          const char    *words)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_box_layout_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_set_hexpand (self->entry, TRUE);
  self->open = gtk_button_new_from_icon_name ("send-to-symbolic");
  paz_tip_set (self->open, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  paz_field_editor_set_child (PAZ_FIELD_EDITOR (self), self->open);
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (show_open), self, G_CONNECT_SWAPPED);
  show_open (self);
}

static void
paz_field_entry_setup (PazFieldEditor *editor)
{
  PazFieldEntry *self = (PazFieldEntry *) editor;
  const PazField *field = paz_field_editor_get_field (editor);

  self->entry = gtk_entry_new ();
  if (field->type == PAZ_VALUE_INTEGER || field->type == PAZ_VALUE_REAL)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  paz_field_editor_set_child (editor, self->entry);
  paz_field_editor_set_focus (editor, self->entry);
  g_signal_connect_swapped (self->entry, "changed",
                            G_CALLBACK (paz_field_editor_touched), editor);
  if (is_text (editor) && get_open_words (field->format) != NULL)
    add_open (self, get_open_words (field->format));
}

static void
paz_field_entry_show_value (PazFieldEditor *editor,
                            GVariant       *value)
{
  PazFieldEntry *self = (PazFieldEntry *) editor;
  g_autofree char *shown = NULL;

  if (value == NULL)
    shown = g_strdup ("");
  else if (is_text (editor))
    shown = g_variant_dup_string (value, NULL);
  else
    shown = dup_shown (editor, value);
  /* The same text again would move the cursor. */
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), shown) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), shown);
}

static GVariant *
paz_field_entry_read_value (PazFieldEditor  *editor,
                            GError         **error)
{
  PazFieldEntry *self = (PazFieldEntry *) editor;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (is_text (editor))
    return read_text (editor, text, error);

  return paz_value_parse (paz_field_editor_get_field (editor), text,
                          paz_words_get_catalogue (), error);
}

static void
paz_field_entry_tidy (PazFieldEditor *editor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = paz_field_entry_read_value (editor, &error);

  if (value != NULL)
    g_variant_ref_sink (value);
  if (error == NULL && paz_value_get_state (value) == PAZ_STATE_KNOWN)
    paz_field_entry_show_value (editor, value);
}

static void
paz_field_entry_class_init (PazFieldEntryClass *klass)
{
  klass->setup = paz_field_entry_setup;
  klass->show_value = paz_field_entry_show_value;
  klass->read_value = paz_field_entry_read_value;
  klass->tidy = paz_field_entry_tidy;
}

static void
paz_field_entry_init (PazFieldEntry *self)
{
}
