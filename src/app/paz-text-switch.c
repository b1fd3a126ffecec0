#include "paz-text-switch.h"

#include "paz-settings.h"
#include "paz-tip.h"
#include "paz-words.h"

struct _PazTextSwitch
{
  GtkWidget  parent_instance;

  GtkWidget *buttons[PAZ_N_LANGUAGES];
  GtkWidget *icons[PAZ_N_LANGUAGES];
  char      *label;
  gboolean   showing;
  int        states[PAZ_N_LANGUAGES];   /* that are shown, -1 before any */
};

G_DEFINE_FINAL_TYPE (PazTextSwitch, paz_text_switch, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *word;
} looks[] = {
  [PAZ_TRANSLATION_MISSING] = { "content-loading-symbolic", NC_("translation", "Missing") },
  [PAZ_TRANSLATION_STALE] = { "dialog-warning-symbolic", NC_("translation", "Out of date") },
  [PAZ_TRANSLATION_CURRENT] = { "emblem-ok-symbolic", NC_("translation", "Current") },
  [PAZ_TRANSLATION_SOURCE] = { "starred-symbolic", NC_("translation", "Source") },
};

gboolean
paz_text_switch_is_one_at_a_time (void)
{
  g_autofree char *view = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_TEXTS_VIEW);

  return g_str_equal (view, "one");
}

void
paz_text_switch_turn (void)
{
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_TEXTS_VIEW,
                         paz_text_switch_is_one_at_a_time () ? "side" : "one");
}

PazLanguage
paz_text_switch_get_language (void)
{
  g_autofree char *code = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_TEXTS_LANGUAGE);
  PazLanguage language;

  return paz_language_from_code (code, &language) ? language : paz_words_get_language ();
}

static void
toggled_cb (PazTextSwitch   *self,
            GtkToggleButton *button)
{
  if (self->showing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      paz_settings_set_text (paz_settings_get (), PAZ_SETTING_TEXTS_LANGUAGE, paz_language_get_code (i));
}

static void
show_choice (PazTextSwitch *self)
{
  self->showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[paz_text_switch_get_language ()]), TRUE);
  self->showing = FALSE;
}

static void
paz_text_switch_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_text_switch_parent_class)->dispose (object);
}

static void
paz_text_switch_finalize (GObject *object)
{
  g_free (PAZ_TEXT_SWITCH (object)->label);

  G_OBJECT_CLASS (paz_text_switch_parent_class)->finalize (object);
}

static void
paz_text_switch_class_init (PazTextSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_text_switch_dispose;
  G_OBJECT_CLASS (klass)->finalize = paz_text_switch_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
add_button (PazTextSwitch *self,
            PazLanguage    language)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icons[language] = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->icons[language]), 12);
  gtk_box_append (GTK_BOX (box), gtk_label_new (paz_language_get_name (language)));
  gtk_box_append (GTK_BOX (box), self->icons[language]);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "paz-small");
  if (language > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));
  self->buttons[language] = button;
  self->states[language] = -1;
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
paz_text_switch_init (PazTextSwitch *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    add_button (self, i);
  show_choice (self);
  g_signal_connect_object (paz_settings_get (), "changed::" PAZ_SETTING_TEXTS_LANGUAGE,
                           G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
}

GtkWidget *
paz_text_switch_new (const char *field_label)
{
  PazTextSwitch *self = g_object_new (PAZ_TYPE_TEXT_SWITCH, NULL);

  self->label = g_strdup (field_label);

  return GTK_WIDGET (self);
}

void
paz_text_switch_show_states (PazTextSwitch       *self,
                             const PazTrilingual *text)
{
  g_return_if_fail (PAZ_IS_TEXT_SWITCH (self));

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      PazTranslationState state = paz_trilingual_get_state (text, i);
      const char *word;
      g_autofree char *label = NULL;

      if (self->states[i] == (int) state)
        continue;
      self->states[i] = state;
      word = paz_catalogue_ptext (paz_words_get_catalogue (), "translation", looks[state].word);
      /* Translators: the name of a field, a language, and the state of the text in it. */
      label = g_strdup_printf (C_("field and language", "%s (%s): %s"), self->label,
                               paz_language_get_name (i), word);
      gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[i]), looks[state].icon);
      paz_tip_set (self->buttons[i], word);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}
