#include "paz-words.h"

#include <gtk/gtk.h>
#include <libintl.h>
#include <locale.h>

static PazLanguage language = PAZ_LANGUAGE_EN;
static PazLanguage system_language = PAZ_LANGUAGE_EN;
static gboolean can_translate;

/* libintl translates in no locale named C, and from glibc 2.40 not in C.UTF-8 either; any
 * other one will do, since LANGUAGE says the language. */
static const char * const locales[] = {
  "es_PE.UTF-8", "es_MX.UTF-8", "es_ES.UTF-8", "es_AR.UTF-8", "es_CL.UTF-8", "es_CO.UTF-8",
  "es_UY.UTF-8", "pt_BR.UTF-8", "pt_PT.UTF-8", "en_US.UTF-8", "en_GB.UTF-8", "C.UTF-8",
};

static gboolean
is_plain_locale (const char *name)
{
  return name == NULL || g_str_equal (name, "C") || g_str_equal (name, "POSIX") ||
         g_ascii_strcasecmp (name, "C.UTF-8") == 0 || g_ascii_strcasecmp (name, "C.utf8") == 0;
}

static void
choose_locale (void)
{
  if (setlocale (LC_ALL, "") == NULL || !g_get_charset (NULL))
    setlocale (LC_ALL, "C.UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (locales) && is_plain_locale (setlocale (LC_MESSAGES, NULL)); i++)
    setlocale (LC_MESSAGES, locales[i]);
}

static PazLanguage
read_system_language (void)
{
  const char * const *names = g_get_language_names ();
  PazLanguage found;

  for (guint i = 0; names[i] != NULL; i++)
    if (paz_language_from_code (names[i], &found))
      return found;

  return PAZ_LANGUAGE_EN;
}

static const char *
get_language_list (PazLanguage wanted)
{
  switch (wanted)
    {
    case PAZ_LANGUAGE_ES:
      return "es";
    case PAZ_LANGUAGE_PT:
      /* The toolkit's own words in the Portuguese of the region; ours are found under "pt". */
      return "pt_BR:pt";
    case PAZ_LANGUAGE_EN:
      return "en";
    }

  g_return_val_if_reached ("en");
}

static void
apply (PazLanguage wanted)
{
  g_setenv ("LANGUAGE", get_language_list (wanted), TRUE);
  /* Setting the domain anew drops what libintl has cached of the former language. */
  textdomain (GETTEXT_PACKAGE);
}

/* GLib decides once in a process whether to translate templates, and decides against it when the
 * first look-up finds nothing, as it does in English. So the first look-up is a Spanish one. */
static void
settle_glib (void)
{
  const char *header;

  apply (PAZ_LANGUAGE_ES);
  header = gettext ("");
  can_translate = header[0] != '\0';
  g_dgettext (GETTEXT_PACKAGE, "Relacopaz");
}

void
paz_words_init (const char *code)
{
  PazLanguage wanted;

  system_language = read_system_language ();
  if (!gtk_is_initialized ())
    gtk_disable_setlocale ();
  choose_locale ();
  bindtextdomain (GETTEXT_PACKAGE, paz_catalogue_get_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  settle_glib ();

  if (code == NULL || !paz_language_from_code (code, &wanted))
    wanted = system_language;
  paz_words_set_language (wanted);
}

void
paz_words_set_language (PazLanguage wanted)
{
  language = wanted;
  apply (wanted);
}

PazLanguage
paz_words_get_language (void)
{
  return language;
}

PazLanguage
paz_words_get_system_language (void)
{
  return system_language;
}

PazCatalogue *
paz_words_get_catalogue (void)
{
  return paz_catalogue_get (language);
}

gboolean
paz_words_can_translate (void)
{
  return can_translate;
}

char *
paz_words_fill (const char *sentence,
                const char *argument)
{
  return g_strdup_printf (sentence, argument);
}

char *
paz_words_dup_count (const char *one,
                     const char *many,
                     guint       n)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *number = paz_catalogue_dup_integer (catalogue, n);

  return paz_words_fill (paz_catalogue_ntext (catalogue, one, many, n), number);
}
