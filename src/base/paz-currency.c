#include "base/paz-currency.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static gpointer
make_list (gpointer data)
{
  GPtrArray *codes = g_ptr_array_new ();
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *names = ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  const char *code;

  while (U_SUCCESS (status) && (code = uenum_next (names, NULL, &status)) != NULL)
    g_ptr_array_add (codes, g_strdup (code));
  uenum_close (names);
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);

  return codes;
}

const char * const *
paz_currency_list (guint *n)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray *codes = g_once (&once, make_list, NULL);

  if (n != NULL)
    *n = codes->len - 1;

  return (const char * const *) codes->pdata;
}

char *
paz_currency_dup_name (const char  *code,
                       PazLanguage  language)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4];
  const UChar *name;
  int32_t length;

  if (strlen (code) != 3 || !g_str_is_ascii (code))
    return g_strdup (code);
  u_uastrcpy (wide, code);
  name = ucurr_getName (wide, paz_language_get_code (language), UCURR_LONG_NAME, NULL, &length, &status);

  return U_SUCCESS (status) ? g_utf16_to_utf8 (name, length, NULL, NULL, NULL) : g_strdup (code);
}
