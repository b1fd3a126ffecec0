#include "base/paz-language.h"

static const struct
{
  const char *code;
  const char *name;
} languages[PAZ_N_LANGUAGES] = {
  [PAZ_LANGUAGE_ES] = { "es", "Español" },
  [PAZ_LANGUAGE_PT] = { "pt", "Português" },
  [PAZ_LANGUAGE_EN] = { "en", "English" },
};

const char *
paz_language_get_code (PazLanguage language)
{
  g_return_val_if_fail (language < PAZ_N_LANGUAGES, "en");

  return languages[language].code;
}

const char *
paz_language_get_name (PazLanguage language)
{
  g_return_val_if_fail (language < PAZ_N_LANGUAGES, "English");

  return languages[language].name;
}

gboolean
paz_language_from_code (const char  *code,
                        PazLanguage *language)
{
  if (code == NULL)
    return FALSE;

  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    if (g_ascii_strncasecmp (code, languages[i].code, 2) == 0 && !g_ascii_isalpha (code[2]))
      {
        if (language != NULL)
          *language = (PazLanguage) i;
        return TRUE;
      }

  return FALSE;
}
