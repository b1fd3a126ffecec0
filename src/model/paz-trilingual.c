#include "model/paz-trilingual.h"

#include "base/paz-compat.h"

#define TYPE_TRILINGUAL G_VARIANT_TYPE ("(s(ssb)(ssb)(ssb))")

static gboolean
has_text (const PazTranslation *translation)
{
  return translation->text != NULL && *translation->text != '\0';
}

static gboolean
is_empty (const PazTrilingual *self)
{
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    if (has_text (&self->in[i]))
      return FALSE;

  return TRUE;
}

static const char *
get_source_key (const PazTrilingual *self)
{
  return self->has_source ? self->in[self->source].key : NULL;
}

static void
clear_translation (PazTranslation *translation)
{
  g_clear_pointer (&translation->text, g_free);
  g_clear_pointer (&translation->key, g_free);
  translation->official = FALSE;
}

static void
set_source_text (PazTrilingual *self,
                 const char    *text,
                 const char    *new_key)
{
  PazTranslation *source = &self->in[self->source];

  paz_set_str (&source->text, text);
  paz_set_str (&source->key, new_key);
}

static void
set_translation (PazTrilingual *self,
                 PazLanguage    language,
                 const char    *text)
{
  paz_set_str (&self->in[language].text, text);
  paz_set_str (&self->in[language].key, get_source_key (self));
}

static void
read_translation (PazTranslation *translation,
                  GVariant       *value)
{
  const char *text;
  const char *key;
  gboolean official;

  g_variant_get (value, "(&s&sb)", &text, &key, &official);
  if (*text == '\0')
    return;

  translation->text = g_strdup (text);
  translation->key = *key != '\0' ? g_strdup (key) : NULL;
  translation->official = official;
}

static GVariant *
write_translation (const PazTranslation *translation)
{
  if (!has_text (translation))
    return g_variant_new ("(ssb)", "", "", FALSE);

  return g_variant_new ("(ssb)", translation->text,
                        translation->key != NULL ? translation->key : "",
                        translation->official);
}

PazTrilingual *
paz_trilingual_new (void)
{
  return g_new0 (PazTrilingual, 1);
}

PazTrilingual *
paz_trilingual_from_value (GVariant *value)
{
  PazTrilingual *self = paz_trilingual_new ();
  g_autoptr (GVariant) source = NULL;

  if (value == NULL || !g_variant_is_of_type (value, TYPE_TRILINGUAL))
    return self;

  source = g_variant_get_child_value (value, 0);
  self->has_source = paz_language_from_code (g_variant_get_string (source, NULL), &self->source);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autoptr (GVariant) translation = g_variant_get_child_value (value, i + 1);

      read_translation (&self->in[i], translation);
    }

  return self;
}

GVariant *
paz_trilingual_to_value (const PazTrilingual *self)
{
  GVariant *parts[PAZ_N_LANGUAGES + 1];

  g_return_val_if_fail (self != NULL, NULL);

  if (is_empty (self))
    return NULL;

  parts[0] = g_variant_new_string (self->has_source ? paz_language_get_code (self->source) : "");
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    parts[i + 1] = write_translation (&self->in[i]);

  return g_variant_new_tuple (parts, G_N_ELEMENTS (parts));
}

void
paz_trilingual_free (PazTrilingual *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    clear_translation (&self->in[i]);
  g_free (self);
}

PazTranslationState
paz_trilingual_get_state (const PazTrilingual *self,
                          PazLanguage          language)
{
  g_return_val_if_fail (self != NULL, PAZ_TRANSLATION_MISSING);
  g_return_val_if_fail (language < PAZ_N_LANGUAGES, PAZ_TRANSLATION_MISSING);

  if (!has_text (&self->in[language]))
    return PAZ_TRANSLATION_MISSING;
  if (self->has_source && self->source == language)
    return PAZ_TRANSLATION_SOURCE;
  if (!self->has_source || !has_text (&self->in[self->source]))
    return PAZ_TRANSLATION_STALE;

  return g_strcmp0 (self->in[language].key, get_source_key (self)) == 0 ? PAZ_TRANSLATION_CURRENT
                                                                        : PAZ_TRANSLATION_STALE;
}

void
paz_trilingual_set_text (PazTrilingual *self,
                         PazLanguage    language,
                         const char    *text,
                         const char    *new_key)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (language < PAZ_N_LANGUAGES);

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (self->in[language].text, text) == 0)
    return;

  if (text == NULL)
    {
      clear_translation (&self->in[language]);
      if (is_empty (self))
        self->has_source = FALSE;
      return;
    }

  if (!self->has_source)
    {
      self->has_source = TRUE;
      self->source = language;
    }

  if (self->source == language)
    {
      g_return_if_fail (new_key != NULL);
      set_source_text (self, text, new_key);
    }
  else
    set_translation (self, language, text);
}

/* The former source becomes a translation. Whoever agreed with the new source goes on agreeing
 * with it; a language that was behind cannot make the others agree by becoming the source. */
void
paz_trilingual_set_source (PazTrilingual *self,
                           PazLanguage    language,
                           const char    *new_key)
{
  gboolean agreed;
  gboolean current[PAZ_N_LANGUAGES];

  g_return_if_fail (self != NULL);
  g_return_if_fail (language < PAZ_N_LANGUAGES);

  if (self->has_source && self->source == language)
    return;

  agreed = paz_trilingual_get_state (self, language) == PAZ_TRANSLATION_CURRENT;
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      PazTranslationState state = paz_trilingual_get_state (self, i);

      current[i] = state == PAZ_TRANSLATION_CURRENT || state == PAZ_TRANSLATION_SOURCE;
    }

  self->has_source = TRUE;
  self->source = language;
  paz_set_str (&self->in[language].key, new_key);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    if (i != language && agreed && current[i])
      paz_set_str (&self->in[i].key, new_key);
}

void
paz_trilingual_confirm (PazTrilingual *self,
                        PazLanguage    language)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (language < PAZ_N_LANGUAGES);

  if (!self->has_source || self->source == language || !has_text (&self->in[language]))
    return;

  paz_set_str (&self->in[language].key, get_source_key (self));
}

const char *
paz_trilingual_get_best (const PazTrilingual *self,
                         PazLanguage          wanted,
                         PazLanguage         *found)
{
  /* Spanish first where neither the wanted nor the source language has a text: most readers
   * of the network read it. */
  PazLanguage order[] = { wanted, PAZ_LANGUAGE_ES, PAZ_LANGUAGE_ES, PAZ_LANGUAGE_PT, PAZ_LANGUAGE_EN };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (wanted < PAZ_N_LANGUAGES, NULL);

  if (self->has_source)
    order[1] = self->source;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (has_text (&self->in[order[i]]))
      {
        if (found != NULL)
          *found = order[i];
        return self->in[order[i]].text;
      }

  return NULL;
}
