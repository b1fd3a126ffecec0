#include "base/paz-zone.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

/* The pattern letter of a zone's own city. */
#define CITY_PATTERN "VVV"
#define MAX_CITY 128

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static gboolean
is_known (const char *zone)
{
  g_autoptr (GTimeZone) found = g_time_zone_new_identifier (zone);

  return found != NULL;
}

/* What the machine's own zone files do not know could not be written as a moment. */
static gpointer
make_list (gpointer data)
{
  GPtrArray *zones = g_ptr_array_new ();
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *names = ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_CANONICAL_LOCATION,
                                                        NULL, NULL, &status);
  const char *name;

  while (U_SUCCESS (status) && (name = uenum_next (names, NULL, &status)) != NULL)
    if (is_known (name))
      g_ptr_array_add (zones, g_strdup (name));
  uenum_close (names);
  g_ptr_array_add (zones, g_strdup ("UTC"));
  g_ptr_array_sort (zones, compare_names);
  g_ptr_array_add (zones, NULL);

  return zones;
}

const char * const *
paz_zone_list (guint *n)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray *zones = g_once (&once, make_list, NULL);

  if (n != NULL)
    *n = zones->len - 1;

  return (const char * const *) zones->pdata;
}

/* A format and a calendar for each language: opening them takes longer than all the rest. */
typedef struct
{
  UDateFormat *format;
  UCalendar   *calendar;
} Writer;

static Writer *
open_writer (PazLanguage language)
{
  Writer *self = g_new0 (Writer, 1);
  UErrorCode status = U_ZERO_ERROR;
  UChar pattern[8];
  UChar utc[8];

  u_uastrcpy (pattern, CITY_PATTERN);
  u_uastrcpy (utc, "UTC");
  self->format = udat_open (UDAT_PATTERN, UDAT_PATTERN, paz_language_get_code (language),
                            utc, -1, pattern, -1, &status);
  self->calendar = ucal_open (utc, -1, paz_language_get_code (language), UCAL_GREGORIAN, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot name zones: %s", u_errorName (status));

  return self;
}

char *
paz_zone_dup_city (const char  *zone,
                   PazLanguage  language)
{
  static GMutex mutex;
  static Writer *writers[PAZ_N_LANGUAGES];
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[MAX_CITY];
  int32_t length;

  if (!is_known (zone) || strlen (zone) >= MAX_CITY)
    return NULL;
  /* These are named after no city. */
  if (strchr (zone, '/') == NULL || g_str_has_prefix (zone, "Etc/"))
    return g_strdup (zone);

  g_mutex_lock (&mutex);
  if (writers[language] == NULL)
    writers[language] = open_writer (language);
  u_uastrcpy (wide, zone);
  ucal_setTimeZone (writers[language]->calendar, wide, -1, &status);
  length = udat_formatCalendar (writers[language]->format, writers[language]->calendar,
                                wide, MAX_CITY, NULL, &status);
  g_mutex_unlock (&mutex);

  return U_SUCCESS (status) ? g_utf16_to_utf8 (wide, length, NULL, NULL, NULL) : NULL;
}

char *
paz_zone_dup_offset (const char *zone)
{
  g_autoptr (GTimeZone) found = g_time_zone_new_identifier (zone);
  g_autoptr (GDateTime) now = found != NULL ? g_date_time_new_now (found) : NULL;
  g_autofree char *offset = now != NULL ? g_date_time_format (now, "%:z") : NULL;

  if (offset == NULL)
    return NULL;

  return offset[0] == '-' ? g_strconcat ("\u2212", offset + 1, NULL) : g_strdup (offset);
}
