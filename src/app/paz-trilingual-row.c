#include "paz-trilingual-row.h"

#include "paz-form-layout.h"
#include "paz-form.h"
#include "paz-settings.h"
#include "paz-text-switch.h"
#include "paz-translation-cell.h"
#include "paz-words.h"

#include "base/paz-compat.h"
#include "base/paz-text.h"
#include "store/paz-texts.h"

/* Below this width three columns would be too narrow to read a sentence in. */
#define NARROW 720

/* The text that a translation was made from, read once. */
typedef struct
{
  char        *key;
  char        *text;       /* NULL: no line holds it */
  PazLanguage  language;
} Base;

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *switcher; /* shown where one language is seen at a time */
  Base            bases[PAZ_N_LANGUAGES];
  GtkWidget      *cells[PAZ_N_LANGUAGES];
  PazTrilingual  *text;
  PazTrilingual  *before;   /* as it was shown; a source typed back to it keeps its key */
  char           *key;      /* of the source text being typed */
} PazTrilingualRow;

typedef PazFieldEditorClass PazTrilingualRowClass;

G_DEFINE_FINAL_TYPE (PazTrilingualRow, paz_trilingual_row, PAZ_TYPE_FIELD_EDITOR)

static gboolean
is_source (PazTrilingualRow *self,
           PazLanguage       language)
{
  return !self->text->has_source || self->text->source == language;
}

/* One key for a run of typing in the source. A translation written meanwhile is of that text;
 * once the source is touched again it must get another key. */
static const char *
get_key (PazTrilingualRow *self,
         PazLanguage       language,
         const char       *text)
{
  const PazTranslation *before = &self->before->in[language];

  if (!is_source (self, language))
    {
      g_clear_pointer (&self->key, g_free);
      return NULL;
    }
  if (before->key != NULL && g_strcmp0 (before->text, text) == 0 &&
      self->before->has_source && self->before->source == language)
    return before->key;
  if (self->key == NULL)
    self->key = paz_store_make_text_key (paz_field_editor_get_store (PAZ_FIELD_EDITOR (self)));

  return self->key;
}

/* In the text as the form began it, else among what was ever saved of the record. */
static void
read_base (PazTrilingualRow *self,
           Base             *base,
           const char       *key)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self), PAZ_TYPE_FORM);

  paz_set_str (&base->key, key);
  g_clear_pointer (&base->text, g_free);
  for (guint i = 0; i < PAZ_N_LANGUAGES && base->text == NULL; i++)
    if (self->before->has_source && self->before->source == i &&
        g_strcmp0 (self->before->in[i].key, key) == 0)
      {
        base->text = g_strdup (self->before->in[i].text);
        base->language = i;
      }
  if (base->text == NULL && form != NULL)
    base->text = paz_store_dup_text_of_key (paz_field_editor_get_store (PAZ_FIELD_EDITOR (self)),
                                            paz_record_get_id (paz_form_get_record (PAZ_FORM (form))),
                                            paz_field_editor_get_field (PAZ_FIELD_EDITOR (self)),
                                            key, NULL, &base->language);
}

static void
show_change (PazTrilingualRow *self,
             PazLanguage       language)
{
  Base *base = &self->bases[language];
  const char *key = self->text->in[language].key;

  if (paz_trilingual_get_state (self->text, language) == PAZ_TRANSLATION_STALE &&
      (base->key == NULL || g_strcmp0 (base->key, key) != 0))
    read_base (self, base, key != NULL ? key : "");
  paz_translation_cell_show_change (PAZ_TRANSLATION_CELL (self->cells[language]),
                                    base->text, base->language, self->text);
}

static void
show_states (PazTrilingualRow *self)
{
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      paz_translation_cell_show_state (PAZ_TRANSLATION_CELL (self->cells[i]), self->text);
      show_change (self, i);
    }
  paz_text_switch_show_states (PAZ_TEXT_SWITCH (self->switcher), self->text);
}

/* All three, or the one that is chosen. */
static void
arrange (PazTrilingualRow *self)
{
  gboolean one = paz_text_switch_is_one_at_a_time ();
  PazLanguage chosen = paz_text_switch_get_language ();

  gtk_widget_set_visible (self->switcher, one);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      gtk_widget_set_visible (self->cells[i], !one || i == chosen);
      paz_form_layout_set_span (self->cells[i], one ? PAZ_FORM_COLUMNS : PAZ_FORM_COLUMNS / PAZ_N_LANGUAGES);
    }
  paz_field_editor_set_focus (PAZ_FIELD_EDITOR (self),
                              paz_translation_cell_get_focus (PAZ_TRANSLATION_CELL (self->cells[one ? chosen : 0])));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
text_changed_cb (PazTrilingualRow   *self,
                 PazTranslationCell *cell)
{
  PazLanguage language = paz_translation_cell_get_language (cell);
  g_autofree char *typed = paz_translation_cell_dup_text (cell);
  g_autofree char *text = g_strstrip (paz_text_clean (typed));

  paz_trilingual_set_text (self->text, language, text, get_key (self, language, text));
  show_states (self);
  paz_field_editor_touched (PAZ_FIELD_EDITOR (self));
}

static void
official_changed_cb (PazTrilingualRow   *self,
                     PazTranslationCell *cell)
{
  PazLanguage language = paz_translation_cell_get_language (cell);

  self->text->in[language].official = paz_translation_cell_is_official (cell);
  paz_field_editor_touched (PAZ_FIELD_EDITOR (self));
}

static void
confirm_cb (PazTrilingualRow   *self,
            PazTranslationCell *cell)
{
  paz_trilingual_confirm (self->text, paz_translation_cell_get_language (cell));
  show_states (self);
  paz_field_editor_touched (PAZ_FIELD_EDITOR (self));
}

static void
become_source_cb (PazTrilingualRow   *self,
                  PazTranslationCell *cell)
{
  g_autofree char *key = paz_store_make_text_key (paz_field_editor_get_store (PAZ_FIELD_EDITOR (self)));

  paz_trilingual_set_source (self->text, paz_translation_cell_get_language (cell), key);
  g_clear_pointer (&self->key, g_free);
  show_states (self);
  paz_field_editor_touched (PAZ_FIELD_EDITOR (self));
}

static void
paz_trilingual_row_setup (PazFieldEditor *editor)
{
  PazTrilingualRow *self = (PazTrilingualRow *) editor;
  const PazField *field = paz_field_editor_get_field (editor);
  const char *label = paz_catalogue_ptext (paz_words_get_catalogue (),
                                           paz_field_get_context (field, paz_field_editor_get_kind (editor)),
                                           field->label);
  GtkLayoutManager *layout;

  layout = paz_form_layout_new (NARROW, 18, 12);
  paz_form_layout_set_together (PAZ_FORM_LAYOUT (layout), TRUE);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);
  self->switcher = paz_text_switch_new (label);
  paz_field_editor_set_child (editor, self->switcher);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      GtkWidget *cell = paz_translation_cell_new (i, (field->flags & PAZ_FIELD_LONG) != 0, label);

      paz_form_layout_set_span (cell, PAZ_FORM_COLUMNS / PAZ_N_LANGUAGES);
      paz_field_editor_set_child (editor, cell);
      g_signal_connect_swapped (cell, "text-changed", G_CALLBACK (text_changed_cb), self);
      g_signal_connect_swapped (cell, "official-changed", G_CALLBACK (official_changed_cb), self);
      g_signal_connect_swapped (cell, "confirm", G_CALLBACK (confirm_cb), self);
      g_signal_connect_swapped (cell, "become-source", G_CALLBACK (become_source_cb), self);
      self->cells[i] = cell;
    }
  arrange (self);
  g_signal_connect_object (paz_settings_get (), "changed::" PAZ_SETTING_TEXTS_VIEW,
                           G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (paz_settings_get (), "changed::" PAZ_SETTING_TEXTS_LANGUAGE,
                           G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
}

/* From here on it is told what changes. */
static void
begin (PazTrilingualRow *self,
       GVariant         *value)
{
  paz_trilingual_free (self->before);
  self->before = paz_trilingual_from_value (value);
  g_clear_pointer (&self->key, g_free);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_clear_pointer (&self->bases[i].key, g_free);
      g_clear_pointer (&self->bases[i].text, g_free);
    }
}

static void
paz_trilingual_row_show_value (PazFieldEditor *editor,
                               GVariant       *value)
{
  PazTrilingualRow *self = (PazTrilingualRow *) editor;

  begin (self, value);
  paz_trilingual_free (self->text);
  self->text = paz_trilingual_from_value (value);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    paz_translation_cell_show (PAZ_TRANSLATION_CELL (self->cells[i]), self->text);
  show_states (self);
}

/* The texts stand, with the cursor in them. */
static void
paz_trilingual_row_take_saved (PazFieldEditor *editor)
{
  PazTrilingualRow *self = (PazTrilingualRow *) editor;
  g_autoptr (GVariant) value = paz_trilingual_to_value (self->text);

  begin (self, value != NULL ? g_variant_ref_sink (value) : NULL);
  show_states (self);
}

static GVariant *
paz_trilingual_row_read_value (PazFieldEditor  *editor,
                               GError         **error)
{
  PazTrilingualRow *self = (PazTrilingualRow *) editor;
  g_autoptr (GVariant) value = paz_trilingual_to_value (self->text);

  if (value == NULL)
    return NULL;
  g_variant_ref_sink (value);
  if (!paz_value_check (paz_field_editor_get_field (editor), value, error))
    return NULL;

  return g_steal_pointer (&value);
}

static void
paz_trilingual_row_finalize (GObject *object)
{
  PazTrilingualRow *self = (PazTrilingualRow *) object;

  paz_trilingual_free (self->text);
  paz_trilingual_free (self->before);
  g_free (self->key);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_free (self->bases[i].key);
      g_free (self->bases[i].text);
    }

  G_OBJECT_CLASS (paz_trilingual_row_parent_class)->finalize (object);
}

static void
paz_trilingual_row_class_init (PazTrilingualRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_trilingual_row_finalize;
  klass->setup = paz_trilingual_row_setup;
  klass->show_value = paz_trilingual_row_show_value;
  klass->take_saved = paz_trilingual_row_take_saved;
  klass->read_value = paz_trilingual_row_read_value;
}

static void
paz_trilingual_row_init (PazTrilingualRow *self)
{
  self->text = paz_trilingual_new ();
  self->before = paz_trilingual_new ();
}
