/* Countries of the world: ISO 3166-1 codes, UN M49 codes and the names under which UN files and
 * people know them. The codes and everyday names are ICU's, the UN's official forms our own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Countries have a number from 0, in the order of their alpha-3 codes; the number may differ from
 * one release of ICU to the next and is never stored. -1 stands for none. */
guint       paz_country_get_n      (void);
/* "PER". Lives as long as the process; NULL for a number out of range. */
const char *paz_country_get_iso3   (int          country);
/* 604 for Peru: written without leading zeros in UN files, "604" or "604.0". */
guint       paz_country_get_m49    (int          country);
/* "pt" for Brazil: the language that most people there speak, as CLDR has it. "" where it is not known;
 * free with g_free. */
char       *paz_country_dup_language (int        country);

/* Three letters, any case; length -1: up to the NUL. */
int         paz_country_find_iso3  (const char  *text,
                                    gssize       length);
int         paz_country_find_m49   (guint        m49);
/* "Bolivia (Plurinational State of)", "Cote d Ivoire", "Brasil": UN official forms, former ones,
 * and the everyday names in English, Spanish and Portuguese, whatever their case, accents,
 * blanks and punctuation. Exact otherwise: nothing is guessed. */
int         paz_country_find_name  (const char  *name);

G_END_DECLS
