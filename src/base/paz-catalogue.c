#include "paz-catalogue-private.h"

#include <string.h>

G_DEFINE_QUARK (paz-catalogue-error-quark, paz_catalogue_error)
G_DEFINE_BOXED_TYPE (PazCatalogue, paz_catalogue, paz_catalogue_ref, paz_catalogue_unref)

static PazCatalogue *
catalogue_new (PazLanguage  language,
               PazMo       *mo)
{
  PazCatalogue *self = g_new0 (PazCatalogue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->language = language;
  self->mo = mo;

  return self;
}

static PazCatalogue *
load (PazLanguage language)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  PazCatalogue *self;

  if (language == PAZ_LANGUAGE_EN)
    return catalogue_new (language, NULL);

  path = g_build_filename (paz_catalogue_get_folder (), paz_language_get_code (language),
                           "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  self = paz_catalogue_open (language, path, &error);
  if (self == NULL)
    {
      g_warning ("No words of language \"%s\": %s", paz_language_get_code (language), error->message);
      self = catalogue_new (language, NULL);
    }

  return self;
}

static const char *
find_with_context (PazCatalogue *self,
                   const char   *context,
                   const char   *msgid)
{
  gsize context_length = strlen (context);
  gsize msgid_length = strlen (msgid);
  g_autofree char *long_key = NULL;
  char short_key[256];
  char *key = short_key;

  if (context_length + msgid_length + 2 > sizeof short_key)
    key = long_key = g_malloc (context_length + msgid_length + 2);
  memcpy (key, context, context_length);
  key[context_length] = '\004';
  memcpy (key + context_length + 1, msgid, msgid_length + 1);

  return paz_mo_find (self->mo, key, 0);
}

const char *
paz_catalogue_get_folder (void)
{
  static gsize once = 0;
  static char *folder = NULL;

  if (g_once_init_enter (&once))
    {
      const char *given = g_getenv ("RELACOPAZ_LOCALE_DIR");

      folder = g_strdup (given != NULL && given[0] != '\0' ? given : PAZ_LOCALE_DIR);
      g_once_init_leave (&once, 1);
    }

  return folder;
}

PazCatalogue *
paz_catalogue_get (PazLanguage language)
{
  static PazCatalogue *catalogues[PAZ_N_LANGUAGES];
  static GMutex lock;
  PazCatalogue *self;

  g_return_val_if_fail (language < PAZ_N_LANGUAGES, NULL);

  g_mutex_lock (&lock);
  if (catalogues[language] == NULL)
    catalogues[language] = load (language);
  self = catalogues[language];
  g_mutex_unlock (&lock);

  return self;
}

PazCatalogue *
paz_catalogue_open (PazLanguage   language,
                    const char   *path,
                    GError      **error)
{
  PazMo *mo;

  g_return_val_if_fail (language < PAZ_N_LANGUAGES, NULL);

  mo = paz_mo_open (path, error);
  return mo != NULL ? catalogue_new (language, mo) : NULL;
}

PazCatalogue *
paz_catalogue_ref (PazCatalogue *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
paz_catalogue_unref (PazCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  paz_catalogue_clear_formats (self);
  g_clear_pointer (&self->mo, paz_mo_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

PazLanguage
paz_catalogue_get_language (PazCatalogue *self)
{
  return self->language;
}

const char *
paz_catalogue_text (PazCatalogue *self,
                    const char   *msgid)
{
  return paz_catalogue_ptext (self, NULL, msgid);
}

const char *
paz_catalogue_ptext (PazCatalogue *self,
                     const char   *context,
                     const char   *msgid)
{
  const char *text;

  /* The empty msgid would find the header of the file. */
  if (self->mo == NULL || msgid == NULL || msgid[0] == '\0')
    return msgid;

  text = context != NULL ? find_with_context (self, context, msgid)
                         : paz_mo_find (self->mo, msgid, 0);
  return text != NULL && text[0] != '\0' ? text : msgid;
}

const char *
paz_catalogue_ntext (PazCatalogue *self,
                     const char   *singular,
                     const char   *plural,
                     gulong        n)
{
  const char *text = self->mo != NULL ? paz_mo_find_n (self->mo, singular, n) : NULL;

  if (text != NULL && text[0] != '\0')
    return text;

  return n == 1 ? singular : plural;
}
