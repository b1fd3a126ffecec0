#include "model/paz-format.h"

#include "base/paz-catalogue.h"
#include "base/paz-date.h"

#include <string.h>

#define HOST "([^\\s@<>()\\[\\],;:/?#\"'.]+\\.)+[^\\s@<>()\\[\\],;:/?#\"'.]{2,}"

static const char email_pattern[] = "[^\\s@<>()\\[\\],;:\"]+@" HOST;
static const char url_pattern[] = "(https?|ftp)://" HOST "(:[0-9]{1,5})?([/?#]\\S*)?";
static const char bare_pattern[] = "www\\." HOST "([/?#]\\S*)?";
static const char phone_pattern[] =
  "[+(]?[0-9][0-9 ()./-]{3,30}([ ,;]*(ext|int|anexo|ramal|x)[.]? ?[0-9]{1,8})?";

static gboolean
matches (const char *text,
         const char *pattern)
{
  g_autofree char *whole = g_strdup_printf ("^(?:%s)$", pattern);

  return g_regex_match_simple (whole, text, G_REGEX_CASELESS, 0);
}

static gboolean
is_zone (const char *text)
{
  g_autofree char *noon = paz_datetime_format (2024, 1, 1, 12, 0, text);

  return noon != NULL;
}

static gboolean
is_web_address (const char *text)
{
  return matches (text, url_pattern) || matches (text, bare_pattern);
}

/* Digits and the leading plus alone, as RFC 3966 writes them; an extension stays out. */
static char *
dup_phone_uri (const char *text)
{
  GString *uri = g_string_new ("tel:");

  if (*text == '+')
    g_string_append_c (uri, '+');
  for (; *text != '\0' && strchr ("+0123456789 ()./-", *text) != NULL; text++)
    if (g_ascii_isdigit (*text))
      g_string_append_c (uri, *text);

  return g_string_free (uri, FALSE);
}

static char *
dup_web_uri (const char *text)
{
  if (matches (text, url_pattern))
    return g_strdup (text);

  return matches (text, bare_pattern) ? g_strconcat ("https://", text, NULL) : NULL;
}

const char *
paz_format_check (PazTextFormat  format,
                  const char    *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  switch (format)
    {
    case PAZ_FORMAT_EMAIL:
      return matches (text, email_pattern) ? NULL : N_("An e-mail address looks like name@example.org.");
    case PAZ_FORMAT_URL:
      return is_web_address (text) ? NULL : N_("A web address looks like https://example.org.");
    case PAZ_FORMAT_PHONE:
      return matches (text, phone_pattern)
               ? NULL : N_("A telephone number has digits, blanks and the signs + ( ) - . / only.");
    case PAZ_FORMAT_ZONE:
      return is_zone (text) ? NULL : N_("This time zone is not known. A zone looks like America/Lima.");
    case PAZ_FORMAT_CURRENCY:
      return matches (text, "[A-Za-z]{3}") ? NULL : N_("A currency has three letters, for example USD.");
    case PAZ_FORMAT_NONE:
    case PAZ_FORMAT_PLACE:
      break;
    }

  return NULL;
}

char *
paz_format_dup_uri (PazTextFormat  format,
                    const char    *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  switch (format)
    {
    case PAZ_FORMAT_EMAIL:
      return matches (text, email_pattern) ? g_strconcat ("mailto:", text, NULL) : NULL;
    case PAZ_FORMAT_URL:
    case PAZ_FORMAT_PLACE:
      return dup_web_uri (text);
    case PAZ_FORMAT_PHONE:
      return matches (text, phone_pattern) ? dup_phone_uri (text) : NULL;
    case PAZ_FORMAT_NONE:
    case PAZ_FORMAT_ZONE:
    case PAZ_FORMAT_CURRENCY:
      break;
    }

  return NULL;
}
