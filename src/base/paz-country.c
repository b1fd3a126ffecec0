#include "base/paz-country.h"

#include "base/paz-text.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/uregion.h>
#include <unicode/ustring.h>

/* M49 codes have three digits. */
#define N_M49 1000

typedef struct
{
  char   iso3[4];
  char   iso2[3];
  guint  m49;
} Country;

typedef struct
{
  GArray     *countries;        /* Country, by alpha-3 */
  gint16      by_iso3[26 * 26 * 26];
  gint16      by_m49[N_M49];
  GHashTable *by_name;          /* folded name -> number + 1 */
} Table;

/* UN official short forms, and older ones, where ICU's names differ by more than punctuation. */
static const struct
{
  const char *iso3;
  const char *name;
} un_names[] = {
  { "BHS", "The Bahamas" },
  { "BOL", "Plurinational State of Bolivia" },
  { "BOL", "Bolivia (Plurinational State of)" },
  { "BRN", "Brunei Darussalam" },
  { "CIV", "Ivory Coast" },
  { "COD", "Congo, Democratic Republic of the" },
  { "COD", "Democratic Republic of the Congo" },
  { "COD", "DR Congo" },
  { "COD", "DRC" },
  { "COG", "Congo" },
  { "COG", "Congo, Republic of the" },
  { "COG", "Republic of the Congo" },
  { "CPV", "Cabo Verde" },
  { "CZE", "Czech Republic" },
  { "FSM", "Micronesia (Federated States of)" },
  { "GBR", "United Kingdom of Great Britain and Northern Ireland" },
  { "GMB", "Gambia (Republic of The)" },
  { "IRN", "Iran (Islamic Republic of)" },
  { "KOR", "Korea, Republic of" },
  { "KOR", "Republic of Korea" },
  { "LAO", "Lao People's Democratic Republic" },
  { "LBY", "Libyan Arab Jamahiriya" },
  { "MDA", "Moldova, Republic of" },
  { "MDA", "Republic of Moldova" },
  { "MKD", "Macedonia" },
  { "MKD", "Republic of North Macedonia" },
  { "MKD", "The former Yugoslav Republic of Macedonia" },
  { "MKD", "The former Yugoslav Republic o" },      /* cut at 30 characters in older files */
  { "MMR", "Burma" },
  { "MMR", "Myanmar" },
  { "NLD", "Netherlands (Kingdom of the)" },
  { "PRK", "Democratic People's Republic of Korea" },
  { "PSE", "Palestine" },
  { "PSE", "State of Palestine" },
  { "RUS", "Russian Federation" },
  { "SWZ", "Swaziland" },
  { "SYR", "Syrian Arab Republic" },
  { "TLS", "East Timor" },
  { "TUR", "Turkey" },
  { "TUR", "Türkiye" },
  { "TZA", "Tanzania, United Republic of" },
  { "TZA", "United Republic of Tanzania" },
  { "USA", "United States of America" },
  { "VAT", "Holy See" },
  { "VEN", "Bolivarian Republic of Venezuela" },
  { "VEN", "Venezuela (Bolivarian Republic of)" },
  { "VNM", "Viet Nam" },
};

static int
pack_iso3 (const char *text)
{
  int packed = 0;

  for (int i = 0; i < 3; i++)
    {
      char letter = g_ascii_toupper (text[i]);

      if (letter < 'A' || letter > 'Z')
        return -1;
      packed = packed * 26 + (letter - 'A');
    }

  return packed;
}

/* "St. Kitts & Nevis" and "Saint Kitts and Nevis" fold to one text of letters. */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = paz_text_fold (name);
  g_auto (GStrv) words = NULL;
  GString *joined = g_string_new (NULL);

  if (folded == NULL)
    return g_string_free (joined, FALSE);

  g_strdelimit (folded, "()[],.-_/;:'\"`*", ' ');
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strcmp (words[i], "the") == 0)
        continue;
      if (strcmp (words[i], "&") == 0)
        g_string_append (joined, "and");
      else if (strcmp (words[i], "st") == 0)
        g_string_append (joined, "saint");
      else
        g_string_append (joined, words[i]);
    }

  /* Typographic apostrophes: "Côte d’Ivoire". */
  g_string_replace (joined, "’", "", 0);
  g_string_replace (joined, "‘", "", 0);
  return g_string_free (joined, FALSE);
}

static void
add_name (Table      *table,
          const char *name,
          int         country)
{
  g_autofree char *key = fold_name (name);

  /* The first wins: English and UN forms come before the other languages. */
  if (*key != '\0' && !g_hash_table_contains (table->by_name, key))
    g_hash_table_insert (table->by_name, g_steal_pointer (&key), GINT_TO_POINTER (country + 1));
}

static void
add_icu_names (Table      *table,
               const char *language)
{
  for (guint i = 0; i < table->countries->len; i++)
    {
      const Country *country = &g_array_index (table->countries, Country, i);
      UErrorCode status = U_ZERO_ERROR;
      char locale[8], name[256];
      UChar wide[128];

      g_snprintf (locale, sizeof locale, "und_%s", country->iso2);
      uloc_getDisplayCountry (locale, language, wide, G_N_ELEMENTS (wide), &status);
      u_strToUTF8 (name, sizeof name, NULL, wide, -1, &status);
      if (U_SUCCESS (status))
        add_name (table, name, (int) i);
    }
}

static int
compare_countries (gconstpointer a,
                   gconstpointer b)
{
  return strcmp (((const Country *) a)->iso3, ((const Country *) b)->iso3);
}

/* What ISO knows: ICU also lists places such as the Canary Islands under codes of its own, and
 * gives those no M49 code or a private one. */
static gboolean
read_country (const char *iso2,
              Country    *country)
{
  UErrorCode status = U_ZERO_ERROR;
  const URegion *region = uregion_getRegionFromCode (iso2, &status);
  char locale[8];
  int m49;

  if (U_FAILURE (status) || region == NULL || iso2[0] == 'X')
    return FALSE;

  m49 = uregion_getNumericCode (region);
  if (m49 <= 0 || m49 >= N_M49)
    return FALSE;

  g_snprintf (locale, sizeof locale, "und_%s", iso2);
  g_strlcpy (country->iso3, uloc_getISO3Country (locale), sizeof country->iso3);
  g_strlcpy (country->iso2, iso2, sizeof country->iso2);
  country->m49 = m49;
  return pack_iso3 (country->iso3) >= 0;
}

static void
index_codes (Table *table)
{
  memset (table->by_iso3, -1, sizeof table->by_iso3);
  memset (table->by_m49, -1, sizeof table->by_m49);
  for (guint i = 0; i < table->countries->len; i++)
    {
      const Country *country = &g_array_index (table->countries, Country, i);

      table->by_iso3[pack_iso3 (country->iso3)] = i;
      table->by_m49[country->m49] = i;
    }
}

static Table *
make_table (void)
{
  Table *table = g_new0 (Table, 1);
  const char * const *iso2 = uloc_getISOCountries ();

  table->countries = g_array_new (FALSE, TRUE, sizeof (Country));
  for (guint i = 0; iso2[i] != NULL; i++)
    {
      Country country = { 0 };

      if (read_country (iso2[i], &country))
        g_array_append_val (table->countries, country);
    }
  g_array_sort (table->countries, compare_countries);
  index_codes (table);

  table->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (un_names); i++)
    add_name (table, un_names[i].name, table->by_iso3[pack_iso3 (un_names[i].iso3)]);
  add_icu_names (table, "en");
  add_icu_names (table, "es");
  add_icu_names (table, "pt");

  return table;
}

static const Table *
get_table (void)
{
  static Table *table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, make_table ());

  return table;
}

guint
paz_country_get_n (void)
{
  return get_table ()->countries->len;
}

const char *
paz_country_get_iso3 (int country)
{
  const Table *table = get_table ();

  if (country < 0 || (guint) country >= table->countries->len)
    return NULL;

  return g_array_index (table->countries, Country, country).iso3;
}

guint
paz_country_get_m49 (int country)
{
  const Table *table = get_table ();

  g_return_val_if_fail (country >= 0 && (guint) country < table->countries->len, 0);

  return g_array_index (table->countries, Country, country).m49;
}

char *
paz_country_dup_language (int country)
{
  const char *iso3 = paz_country_get_iso3 (country);
  g_autofree char *locale = NULL;
  char likely[ULOC_FULLNAME_CAPACITY] = "";
  char language[ULOC_LANG_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;

  if (iso3 == NULL)
    return g_strdup ("");
  locale = g_strconcat ("und_", iso3, NULL);
  uloc_addLikelySubtags (locale, likely, sizeof likely, &status);
  uloc_getLanguage (likely, language, sizeof language, &status);

  return g_strdup (U_SUCCESS (status) && !g_str_equal (language, "und") ? language : "");
}

int
paz_country_find_iso3 (const char *text,
                       gssize      length)
{
  int packed;

  if (length < 0)
    length = strlen (text);
  if (length != 3)
    return -1;

  packed = pack_iso3 (text);
  return packed < 0 ? -1 : get_table ()->by_iso3[packed];
}

int
paz_country_find_m49 (guint m49)
{
  return m49 < N_M49 ? get_table ()->by_m49[m49] : -1;
}

int
paz_country_find_name (const char *name)
{
  g_autofree char *key = fold_name (name);

  return GPOINTER_TO_INT (g_hash_table_lookup (get_table ()->by_name, key)) - 1;
}
