#include "paz-text-change.h"

#include "base/paz-compat.h"
#include "base/paz-word-diff.h"
#include "paz-words.h"

/* Of a long stretch that did not change, so much is shown beside a change. */
#define NEAR 60

struct _PazTextChange
{
  GtkWidget  parent_instance;

  GtkWidget *heading;
  GtkWidget *words;
  char      *spoken;
};

G_DEFINE_FINAL_TYPE (PazTextChange, paz_text_change, GTK_TYPE_WIDGET)

static void
paz_text_change_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_text_change_parent_class)->dispose (object);
}

static void
paz_text_change_finalize (GObject *object)
{
  g_free (PAZ_TEXT_CHANGE (object)->spoken);

  G_OBJECT_CLASS (paz_text_change_parent_class)->finalize (object);
}

static void
paz_text_change_class_init (PazTextChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_text_change_dispose;
  G_OBJECT_CLASS (klass)->finalize = paz_text_change_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "textchange");
}

static GtkWidget *
add_label (PazTextChange *self,
           const char    *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
paz_text_change_init (PazTextChange *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->heading = add_label (self, "caption-heading");
  self->words = add_label (self, "paz-change");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
paz_text_change_new (void)
{
  return g_object_new (PAZ_TYPE_TEXT_CHANGE, NULL);
}

/* ---- what is shown ---- */

/* Up to NEAR characters at the ends that touch a change. */
static char *
dup_shortened (const char *text,
               gboolean    first,
               gboolean    last)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (length <= (first || last ? NEAR : 2 * NEAR) + 10)
    return g_strdup (text);
  start = first ? g_strdup ("") : g_utf8_substring (text, 0, NEAR);
  end = last ? g_strdup ("") : g_utf8_substring (text, length - NEAR, length);

  return g_strconcat (start, " … ", end, NULL);
}

static char *
dup_markup (GPtrArray *parts)
{
  static const char * const before[] = {
    "%s",
    "<span strikethrough=\"true\" background=\"#e01b24\" background_alpha=\"18%%\">%s</span>",
    "<span weight=\"bold\" underline=\"single\" background=\"#2ec27e\" background_alpha=\"22%%\">%s</span>",
  };
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const PazDiffPart *part = parts->pdata[i];
      g_autofree char *text = part->type == PAZ_DIFF_SAME ? dup_shortened (part->text, i == 0, i + 1 == parts->len)
                                                          : g_strdup (part->text);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      g_string_append_printf (markup, before[part->type], escaped);
    }

  return g_strdup (markup->str);
}

static char *
dup_spoken (GPtrArray *parts)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const PazDiffPart *part = parts->pdata[i];
      g_autofree char *text = g_strstrip (g_strdup (part->text));
      g_autofree char *sentence = NULL;

      if (part->type == PAZ_DIFF_SAME || *text == '\0')
        continue;
      sentence = g_strdup_printf (part->type == PAZ_DIFF_REMOVED ? _("Removed: “%s”.") : _("Added: “%s”."), text);
      g_string_append_printf (spoken, "%s%s", spoken->len > 0 ? " " : "", sentence);
    }

  return g_strdup (spoken->str);
}

static void
show_words (PazTextChange *self,
            const char    *heading,
            const char    *markup,
            const char    *spoken)
{
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_label_set_markup (GTK_LABEL (self->words), markup);
  gtk_widget_set_visible (self->words, *markup != '\0');
  paz_set_str (&self->spoken, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
paz_text_change_show (PazTextChange *self,
                      const char    *before,
                      PazLanguage    before_language,
                      const char    *after,
                      PazLanguage    language)
{
  g_autofree char *heading = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (PAZ_IS_TEXT_CHANGE (self));

  if (before == NULL)
    {
      show_words (self, _("The text that it was translated from is not here any more."), "", "");
    }
  else if (before_language != language)
    {
      /* Translators: the name of a language. */
      heading = g_strdup_printf (_("Translated from the text in %s:"), paz_language_get_name (before_language));
      markup = g_markup_escape_text (before, -1);
      show_words (self, heading, markup, before);
    }
  else
    {
      g_autoptr (GPtrArray) parts = paz_word_diff (before, after != NULL ? after : "", language);

      /* Translators: the name of the source language. */
      heading = g_strdup_printf (_("What changed in %s since:"), paz_language_get_name (language));
      markup = dup_markup (parts);
      spoken = dup_spoken (parts);
      show_words (self, heading, markup, spoken);
    }
}

void
paz_text_change_clear (PazTextChange *self)
{
  g_return_if_fail (PAZ_IS_TEXT_CHANGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

const char *
paz_text_change_get_text (PazTextChange *self)
{
  return gtk_label_get_text (GTK_LABEL (self->words));
}

const char *
paz_text_change_get_spoken (PazTextChange *self)
{
  return self->spoken;
}
