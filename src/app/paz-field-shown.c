#include "paz-field-editor.h"
#include "paz-words.h"

/* What the program fills, and hashes: to read and to copy, not to edit. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *label;
  GVariant       *value;
} PazFieldShown;

typedef PazFieldEditorClass PazFieldShownClass;

G_DEFINE_FINAL_TYPE (PazFieldShown, paz_field_shown, PAZ_TYPE_FIELD_EDITOR)

static char *
dup_titles (PazFieldEditor *editor,
            GVariant       *value)
{
  PazStore *store = paz_field_editor_get_store (editor);
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree const char **ids = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return paz_store_dup_title (store, g_variant_get_string (value, NULL),
                                paz_words_get_catalogue ());
  ids = g_variant_get_strv (value, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *title = paz_store_dup_title (store, ids[i], paz_words_get_catalogue ());

      g_string_append_printf (titles, i > 0 ? "\n%s" : "%s", title);
    }

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static char *
dup_shown (PazFieldEditor *editor,
           GVariant       *value)
{
  const PazField *field = paz_field_editor_get_field (editor);

  if (value == NULL)
    return g_strdup (C_("value", "None"));
  if (field->type == PAZ_VALUE_LINK || field->type == PAZ_VALUE_LINKS)
    return dup_titles (editor, value);

  return paz_value_dup_display (field, paz_field_editor_get_kind (editor), value,
                                paz_words_get_catalogue ());
}

static void
paz_field_shown_setup (PazFieldEditor *editor)
{
  PazFieldShown *self = (PazFieldShown *) editor;

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "paz-shown");
  if (paz_field_editor_get_field (editor)->type == PAZ_VALUE_HASH)
    gtk_widget_add_css_class (self->label, "monospace");
  paz_field_editor_set_child (editor, self->label);
  paz_field_editor_set_focus (editor, self->label);
}

static void
paz_field_shown_show_value (PazFieldEditor *editor,
                            GVariant       *value)
{
  PazFieldShown *self = (PazFieldShown *) editor;
  g_autofree char *shown = dup_shown (editor, value);

  if (value != NULL)
    g_variant_ref (value);
  g_clear_pointer (&self->value, g_variant_unref);
  self->value = value;
  gtk_label_set_text (GTK_LABEL (self->label), shown);
  if (value == NULL)
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
}

static GVariant *
paz_field_shown_read_value (PazFieldEditor  *editor,
                            GError         **error)
{
  PazFieldShown *self = (PazFieldShown *) editor;

  return self->value != NULL ? g_variant_ref (self->value) : NULL;
}

static void
paz_field_shown_finalize (GObject *object)
{
  PazFieldShown *self = (PazFieldShown *) object;

  g_clear_pointer (&self->value, g_variant_unref);

  G_OBJECT_CLASS (paz_field_shown_parent_class)->finalize (object);
}

static void
paz_field_shown_class_init (PazFieldShownClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_field_shown_finalize;
  klass->setup = paz_field_shown_setup;
  klass->show_value = paz_field_shown_show_value;
  klass->read_value = paz_field_shown_read_value;
}

static void
paz_field_shown_init (PazFieldShown *self)
{
}
