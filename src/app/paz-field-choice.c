#include "paz-choice-note.h"
#include "paz-field-editor.h"
#include "paz-word-list.h"
#include "paz-words.h"

/* One out of the field's choices. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *drop_down;
  PazChoiceNote  *note;
} PazFieldChoice;

typedef PazFieldEditorClass PazFieldChoiceClass;

G_DEFINE_FINAL_TYPE (PazFieldChoice, paz_field_choice, PAZ_TYPE_FIELD_EDITOR)

static GtkStringList *
make_words (PazFieldEditor *editor)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const PazField *field = paz_field_editor_get_field (editor);
  const char *context = paz_field_get_context (field, paz_field_editor_get_kind (editor));
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, C_("choice", "Not answered"));
  for (const PazChoice *choice = field->choices; choice->key != NULL; choice++)
    gtk_string_list_append (words, paz_choice_get_label (choice, context, catalogue));

  return words;
}

static const char *
get_key (PazFieldChoice *self)
{
  const PazField *field = paz_field_editor_get_field (PAZ_FIELD_EDITOR (self));
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;

  return field->choices[selected - 1].key;
}

static void
show_note (PazFieldChoice *self)
{
  PazFieldEditor *editor = PAZ_FIELD_EDITOR (self);
  const char *keys[] = { get_key (self), NULL };

  paz_choice_note_show (self->note, paz_field_editor_get_field (editor),
                        paz_field_editor_get_kind (editor), keys);
}

static void
selected_cb (PazFieldChoice *self)
{
  show_note (self);
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down)) == 0)
    gtk_widget_add_css_class (self->drop_down, "paz-unanswered");
  else
    gtk_widget_remove_css_class (self->drop_down, "paz-unanswered");
  paz_field_editor_touched (PAZ_FIELD_EDITOR (self));
}

static void
paz_field_choice_setup (PazFieldEditor *editor)
{
  PazFieldChoice *self = (PazFieldChoice *) editor;

  self->drop_down = paz_word_list_new (make_words (editor));
  gtk_widget_add_css_class (self->drop_down, "paz-unanswered");
  paz_field_editor_set_child (editor, paz_choice_note_wrap (paz_field_editor_get_field (editor),
                                                            self->drop_down, self->drop_down, &self->note));
  paz_field_editor_set_focus (editor, self->drop_down);
  g_signal_connect_object (self->drop_down, "notify::selected",
                           G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
paz_field_choice_show_value (PazFieldEditor *editor,
                             GVariant       *value)
{
  PazFieldChoice *self = (PazFieldChoice *) editor;
  const PazField *field = paz_field_editor_get_field (editor);
  guint selected = 0;

  if (value != NULL)
    for (guint i = 0; field->choices[i].key != NULL; i++)
      if (g_str_equal (field->choices[i].key, g_variant_get_string (value, NULL)))
        selected = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
}

static GVariant *
paz_field_choice_read_value (PazFieldEditor  *editor,
                             GError         **error)
{
  const char *key = get_key ((PazFieldChoice *) editor);

  return key != NULL ? g_variant_new_string (key) : NULL;
}

static void
paz_field_choice_class_init (PazFieldChoiceClass *klass)
{
  klass->setup = paz_field_choice_setup;
  klass->show_value = paz_field_choice_show_value;
  klass->read_value = paz_field_choice_read_value;
}

static void
paz_field_choice_init (PazFieldChoice *self)
{
}
