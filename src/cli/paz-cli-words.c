/* The language of the program's own words, and how they leave. */
#include "paz-cli.h"

#include <stdio.h>

static PazCatalogue *words;

/* As gettext asks: LANGUAGE may name several, of the others the first that is set counts. */
static PazLanguage
get_language_of_environment (void)
{
  static const char * const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  PazLanguage language = PAZ_LANGUAGE_EN;
  const char *wanted = g_getenv ("LANGUAGE");
  g_auto (GStrv) list = g_strsplit (wanted != NULL ? wanted : "", ":", -1);

  for (char **code = list; *code != NULL; code++)
    if (paz_language_from_code (*code, &language))
      return language;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *code = g_getenv (names[i]);

      if (code == NULL || code[0] == '\0')
        continue;
      paz_language_from_code (code, &language);
      break;
    }

  return language;
}

gboolean
paz_cli_set_language (const char *code)
{
  PazLanguage language;

  if (code == NULL)
    language = get_language_of_environment ();
  else if (!paz_language_from_code (code, &language))
    return FALSE;
  words = paz_catalogue_get (language);

  return TRUE;
}

PazCatalogue *
paz_cli_get_words (void)
{
  return words;
}

const char *
paz_cli_text (const char *msgid)
{
  return paz_catalogue_text (words, msgid);
}

const char *
paz_cli_ptext (const char *context,
               const char *msgid)
{
  return paz_catalogue_ptext (words, context, msgid);
}

void
paz_cli_print (const char *text)
{
  fputs (text, stdout);
}

void
paz_cli_say (const char *format,
             ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s\n", text);
}

gboolean
paz_cli_flush (void)
{
  return fflush (stdout) == 0 && !ferror (stdout);
}
