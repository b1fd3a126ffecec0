/* The three languages of the network. Content, interface and reports each choose one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PAZ_LANGUAGE_ES,
  PAZ_LANGUAGE_PT,
  PAZ_LANGUAGE_EN,
} PazLanguage;

#define PAZ_N_LANGUAGES 3

/* "es", "pt" or "en". */
const char *paz_language_get_code  (PazLanguage   language);
/* Accepts "es", "es_PE", "es-PE.UTF-8"; FALSE for every other language. */
gboolean    paz_language_from_code (const char   *code,
                                    PazLanguage  *language);
/* The language's own name: "Español", "Português", "English". Never translated. */
const char *paz_language_get_name  (PazLanguage   language);

G_END_DECLS
