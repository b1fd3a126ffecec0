#include "paz-field-editor.h"
#include "paz-words.h"

#include "base/paz-text.h"

/* A text in three languages on one line: the language that is shown is the one that is written. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *entry;
  PazTrilingual  *words;
  PazLanguage     language;
} PazFieldWords;

typedef PazFieldEditorClass PazFieldWordsClass;

G_DEFINE_FINAL_TYPE (PazFieldWords, paz_field_words, PAZ_TYPE_FIELD_EDITOR)

static void
paz_field_words_setup (PazFieldEditor *editor)
{
  PazFieldWords *self = (PazFieldWords *) editor;

  self->entry = gtk_entry_new ();
  paz_field_editor_set_child (editor, self->entry);
  paz_field_editor_set_focus (editor, self->entry);
  g_signal_connect_swapped (self->entry, "changed",
                            G_CALLBACK (paz_field_editor_touched), editor);
}

static void
paz_field_words_show_value (PazFieldEditor *editor,
                            GVariant       *value)
{
  PazFieldWords *self = (PazFieldWords *) editor;
  const char *text;

  g_clear_pointer (&self->words, paz_trilingual_free);
  self->words = paz_trilingual_from_value (value);
  self->language = paz_words_get_language ();
  text = paz_trilingual_get_best (self->words, self->language, &self->language);
  if (text == NULL)
    self->language = paz_words_get_language ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), paz_language_get_name (self->language));
}

static GVariant *
paz_field_words_read_value (PazFieldEditor  *editor,
                            GError         **error)
{
  PazFieldWords *self = (PazFieldWords *) editor;
  g_autofree char *clean = paz_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GVariant) before = paz_trilingual_to_value (self->words);
  g_autoptr (PazTrilingual) words = NULL;
  g_autofree char *key = NULL;
  const char *text;

  if (before != NULL)
    g_variant_ref_sink (before);
  words = paz_trilingual_from_value (before);
  g_strstrip (clean);
  text = words->in[self->language].text;
  if (g_strcmp0 (text != NULL ? text : "", clean) != 0)
    {
      key = paz_store_make_text_key (paz_field_editor_get_store (editor));
      paz_trilingual_set_text (words, self->language, clean, key);
    }

  return paz_trilingual_to_value (words);
}

static void
paz_field_words_finalize (GObject *object)
{
  PazFieldWords *self = (PazFieldWords *) object;

  g_clear_pointer (&self->words, paz_trilingual_free);

  G_OBJECT_CLASS (paz_field_words_parent_class)->finalize (object);
}

static void
paz_field_words_class_init (PazFieldWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_field_words_finalize;
  klass->setup = paz_field_words_setup;
  klass->show_value = paz_field_words_show_value;
  klass->read_value = paz_field_words_read_value;
}

static void
paz_field_words_init (PazFieldWords *self)
{
  self->words = paz_trilingual_new ();
}
