/* Words, numbers, dates and order of one language, without the process locale.
 * Immutable after opening: any thread may use it, several languages at once. */
#pragma once

#include <glib-object.h>

#include "base/paz-language.h"

G_BEGIN_DECLS

typedef struct _PazCatalogue PazCatalogue;

#define PAZ_TYPE_CATALOGUE (paz_catalogue_get_type ())
GType         paz_catalogue_get_type     (void) G_GNUC_CONST;

/* The folder that holds <lang>/LC_MESSAGES/relacopaz.mo: $RELACOPAZ_LOCALE_DIR,
 * else where the program was installed. */
const char   *paz_catalogue_get_folder   (void);

/* Lends: shared and kept for the life of the process. English needs no file. A missing or
 * damaged file is reported once with g_warning and answers in English. */
PazCatalogue *paz_catalogue_get          (PazLanguage    language);
/* Reads one file, for tests. G_FILE_ERROR, or PAZ_CATALOGUE_ERROR when it is no catalogue. */
PazCatalogue *paz_catalogue_open         (PazLanguage    language,
                                          const char    *path,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
PazCatalogue *paz_catalogue_ref          (PazCatalogue  *self);
void          paz_catalogue_unref        (PazCatalogue  *self);
PazLanguage   paz_catalogue_get_language (PazCatalogue  *self);

/* The translation, or the argument itself. The string lives as long as the catalogue. */
const char   *paz_catalogue_text         (PazCatalogue  *self,
                                          const char    *msgid) G_GNUC_FORMAT (2);
/* With context, as pgettext. A NULL context is none. */
const char   *paz_catalogue_ptext        (PazCatalogue  *self,
                                          const char    *context,
                                          const char    *msgid) G_GNUC_FORMAT (3);
/* By number, as ngettext. */
const char   *paz_catalogue_ntext        (PazCatalogue  *self,
                                          const char    *singular,
                                          const char    *plural,
                                          gulong         n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/* Formats follow the language: es "1.234,5", pt "1.234,5", en "1,234.5". */
char         *paz_catalogue_dup_integer  (PazCatalogue  *self,
                                          gint64         value);
/* decimal: canonical decimal text, see paz-decimal.h; places < 0 keeps what is there. */
char         *paz_catalogue_dup_decimal  (PazCatalogue  *self,
                                          const char    *decimal,
                                          int            places);
/* fraction 0.467 with one place: "46,7 %" (es), "46,7%" (pt), "46.7%" (en). */
char         *paz_catalogue_dup_percent  (PazCatalogue  *self,
                                          double         fraction,
                                          int            places);
/* A date, complete or partial ("2024", "2024-05", "2024-05-31"): "31 may 2024", "mayo de 2024". */
char         *paz_catalogue_dup_date     (PazCatalogue  *self,
                                          const char    *iso);
/* A month ("2024-05") as a narrow column of a spreadsheet shows it: "may 2024". */
char         *paz_catalogue_dup_narrow_month (PazCatalogue *self,
                                          const char    *iso);
/* A moment of unix time in milliseconds, in the zone of the person's machine, to the minute. */
char         *paz_catalogue_dup_moment   (PazCatalogue  *self,
                                          gint64         unix_ms);
/* The name of a country of the world by ISO 3166-1 alpha-3, or the code itself. */
char         *paz_catalogue_dup_country  (PazCatalogue  *self,
                                          const char    *iso3);
/* Order of the language: accents ignored first, ñ after n in Spanish, numbers inside words by
 * their value ("2" before "10"). <0, 0, >0. */
int           paz_catalogue_compare      (PazCatalogue  *self,
                                          const char    *a,
                                          const char    *b);
/* A key whose byte order (memcmp) is the order above, for sorting many. */
GBytes       *paz_catalogue_dup_sort_key (PazCatalogue  *self,
                                          const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazCatalogue, paz_catalogue_unref)

#define PAZ_CATALOGUE_ERROR (paz_catalogue_error_quark ())
GQuark        paz_catalogue_error_quark  (void);
typedef enum
{
  PAZ_CATALOGUE_ERROR_FORMAT,
} PazCatalogueError;

/* Marks a string for the translators where it stands as data and is looked up later. */
#ifndef N_
#define N_(String) (String)
#endif
#ifndef NC_
#define NC_(Context, String) (String)
#endif

G_END_DECLS
