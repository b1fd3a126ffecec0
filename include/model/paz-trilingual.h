/* A text in es, pt and en that knows its source language (PRODUCT.md, rule 10; EXCHANGE.md 4.1).
 * GVariant "(s(ssb)(ssb)(ssb))": source language ("" while empty), then es, pt, en, each
 * text, key, official. key: of the source its own k; of a translation the k it was made from. */
#pragma once

#include "base/paz-language.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PAZ_TRANSLATION_MISSING,
  PAZ_TRANSLATION_STALE,    /* the source changed since */
  PAZ_TRANSLATION_CURRENT,
  PAZ_TRANSLATION_SOURCE,
} PazTranslationState;

typedef struct
{
  char     *text;           /* NULL or "" is missing */
  char     *key;
  gboolean  official;
} PazTranslation;

typedef struct
{
  gboolean       has_source;
  PazLanguage    source;
  PazTranslation in[PAZ_N_LANGUAGES];
} PazTrilingual;

PazTrilingual      *paz_trilingual_new        (void);
PazTrilingual      *paz_trilingual_from_value (GVariant            *value);   /* NULL or state: an empty one */
/* Floating; NULL when nothing is in it. */
GVariant           *paz_trilingual_to_value   (const PazTrilingual *self);
void                paz_trilingual_free       (PazTrilingual       *self);
PazTranslationState paz_trilingual_get_state  (const PazTrilingual *self,
                                               PazLanguage          language);
/* Sets a text. The first text typed makes its language the source. A changed source text gets
 * `new_key` (8 random bytes in base64url) so that translations become stale; a translation
 * takes the source's present key. Empty text removes. */
void                paz_trilingual_set_text   (PazTrilingual       *self,
                                               PazLanguage          language,
                                               const char          *text,
                                               const char          *new_key);
/* Makes another language the source. What was current stays so when that language was current
 * itself; when it was stale or missing, the others become stale. */
void                paz_trilingual_set_source (PazTrilingual       *self,
                                               PazLanguage          language,
                                               const char          *new_key);
/* Says that a translation, though unchanged, fits the source as it is now. */
void                paz_trilingual_confirm    (PazTrilingual       *self,
                                               PazLanguage          language);
/* The text in `wanted`, else in the source language, else in any; *found is which. NULL when empty. */
const char         *paz_trilingual_get_best   (const PazTrilingual *self,
                                               PazLanguage          wanted,
                                               PazLanguage         *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazTrilingual, paz_trilingual_free)

G_END_DECLS
