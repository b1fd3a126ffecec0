#include "paz-translation-cell.h"

#include "paz-text-box.h"
#include "paz-text-change.h"
#include "paz-tip.h"
#include "paz-words.h"

#include <adwaita.h>

struct _PazTranslationCell
{
  GtkWidget    parent_instance;

  GtkWidget   *name;
  GtkWidget   *state_icon;
  GtkWidget   *state_word;
  GtkWidget   *source;
  GtkWidget   *place;
  GtkWidget   *footer;
  GtkWidget   *official;
  GtkWidget   *confirm;
  GtkWidget   *box;        /* a PazTextBox */
  GtkWidget   *change;     /* a PazTextChange: what the source became since */

  PazLanguage  language;
  int          look;       /* the state that is shown, -1 before any */
  gboolean     showing;
};

G_DEFINE_FINAL_TYPE (PazTranslationCell, paz_translation_cell, GTK_TYPE_WIDGET)

enum
{
  TEXT_CHANGED,
  OFFICIAL_CHANGED,
  CONFIRM,
  BECOME_SOURCE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  const char *icon;
  const char *word;
  const char *css;
} StateLook;

static const StateLook looks[] = {
  [PAZ_TRANSLATION_MISSING] = { "content-loading-symbolic", NC_("translation", "Missing"), "missing" },
  [PAZ_TRANSLATION_STALE] = { "dialog-warning-symbolic", NC_("translation", "Out of date"), "stale" },
  [PAZ_TRANSLATION_CURRENT] = { "emblem-ok-symbolic", NC_("translation", "Current"), "current" },
  [PAZ_TRANSLATION_SOURCE] = { "starred-symbolic", NC_("translation", "Source"), "source" },
};

static void
emit (PazTranslationCell *self,
      guint               signal)
{
  if (!self->showing)
    g_signal_emit (self, signals[signal], 0);
}

static void
text_changed_cb (PazTranslationCell *self)
{
  emit (self, TEXT_CHANGED);
}

static void
official_cb (PazTranslationCell *self)
{
  emit (self, OFFICIAL_CHANGED);
}

static void
confirm_cb (PazTranslationCell *self)
{
  gtk_widget_grab_focus (self->box);
  emit (self, CONFIRM);
}

static void
source_cb (PazTranslationCell *self)
{
  gtk_widget_grab_focus (self->box);
  emit (self, BECOME_SOURCE);
}

static gboolean
paz_translation_cell_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAZ_TRANSLATION_CELL (widget)->box);
}

static void
paz_translation_cell_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_translation_cell_parent_class)->dispose (object);
}

static void
paz_translation_cell_class_init (PazTranslationCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char * const names[] = { "text-changed", "official-changed", "confirm", "become-source" };

  object_class->dispose = paz_translation_cell_dispose;
  widget_class->grab_focus = paz_translation_cell_grab_focus;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/translation-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, PazTranslationCell, name);
  gtk_widget_class_bind_template_child (widget_class, PazTranslationCell, state_icon);
  gtk_widget_class_bind_template_child (widget_class, PazTranslationCell, state_word);
  gtk_widget_class_bind_template_child (widget_class, PazTranslationCell, source);
  gtk_widget_class_bind_template_child (widget_class, PazTranslationCell, place);
  gtk_widget_class_bind_template_child (widget_class, PazTranslationCell, footer);
  gtk_widget_class_bind_template_child (widget_class, PazTranslationCell, official);
  gtk_widget_class_bind_template_child (widget_class, PazTranslationCell, confirm);
  gtk_widget_class_bind_template_callback (widget_class, official_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "translation");
}

static void
paz_translation_cell_init (PazTranslationCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->look = -1;
  paz_tip_set (self->official, _("This text is official in this language"));
  paz_tip_set (self->confirm, _("Say that this translation fits the source as it is now"));
  self->change = paz_text_change_new ();
  gtk_widget_insert_after (self->change, GTK_WIDGET (self), self->place);
}

static void
make_box (PazTranslationCell *self,
          gboolean            many_lines)
{
  self->box = paz_text_box_new (many_lines ? 3 : 1);
  if (many_lines)
    paz_text_box_set_markdown (PAZ_TEXT_BOX (self->box), TRUE);
  else
    gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self->place), self->box);
  g_signal_connect_object (self->box, "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
paz_translation_cell_new (PazLanguage  language,
                          gboolean     many_lines,
                          const char  *field_label)
{
  PazTranslationCell *self = g_object_new (PAZ_TYPE_TRANSLATION_CELL, NULL);
  const char *name = paz_language_get_name (language);
  g_autofree char *label = NULL;
  g_autofree char *source = g_strdup_printf (_("Make %s the source language"), name);

  self->language = language;
  gtk_label_set_text (GTK_LABEL (self->name), name);
  make_box (self, many_lines);
  /* Translators: the name of a field and the language it is in, for screen readers. */
  label = g_strdup_printf (C_("field and language", "%s (%s)"), field_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paz_translation_cell_get_focus (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  paz_tip_set (self->source, source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->source),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, source, -1);

  return GTK_WIDGET (self);
}

GtkWidget *
paz_translation_cell_get_focus (PazTranslationCell *self)
{
  return paz_text_box_get_view (PAZ_TEXT_BOX (self->box));
}

PazLanguage
paz_translation_cell_get_language (PazTranslationCell *self)
{
  return self->language;
}

void
paz_translation_cell_show (PazTranslationCell  *self,
                           const PazTrilingual *text)
{
  const PazTranslation *translation = &text->in[self->language];
  const char *words = translation->text != NULL ? translation->text : "";

  self->showing = TRUE;
  paz_text_box_set_text (PAZ_TEXT_BOX (self->box), words);
  self->showing = FALSE;
  paz_translation_cell_show_state (self, text);
}

static void
show_look (PazTranslationCell  *self,
           PazTranslationState  state)
{
  if (self->look == (int) state)
    return;
  self->look = state;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].css);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[state].css);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon), looks[state].icon);
  gtk_label_set_text (GTK_LABEL (self->state_word),
                      paz_catalogue_ptext (paz_words_get_catalogue (), "translation",
                                           looks[state].word));
}

void
paz_translation_cell_show_state (PazTranslationCell  *self,
                                 const PazTrilingual *text)
{
  PazTranslationState state = paz_trilingual_get_state (text, self->language);

  self->showing = TRUE;
  show_look (self, state);
  gtk_widget_set_visible (self->footer, state != PAZ_TRANSLATION_MISSING);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->official),
                               text->in[self->language].official);
  gtk_widget_set_visible (self->confirm, state == PAZ_TRANSLATION_STALE);
  gtk_widget_set_visible (self->source, state == PAZ_TRANSLATION_CURRENT ||
                                        state == PAZ_TRANSLATION_STALE);
  self->showing = FALSE;
}

char *
paz_translation_cell_dup_text (PazTranslationCell *self)
{
  return paz_text_box_dup_text (PAZ_TEXT_BOX (self->box));
}

gboolean
paz_translation_cell_is_official (PazTranslationCell *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->official));
}

void
paz_translation_cell_show_change (PazTranslationCell  *self,
                                  const char          *before,
                                  PazLanguage          before_language,
                                  const PazTrilingual *text)
{
  if (paz_trilingual_get_state (text, self->language) == PAZ_TRANSLATION_STALE && text->has_source)
    paz_text_change_show (PAZ_TEXT_CHANGE (self->change), before, before_language,
                          text->in[text->source].text, text->source);
  else
    paz_text_change_clear (PAZ_TEXT_CHANGE (self->change));
}
