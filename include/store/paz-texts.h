/* Trilingual texts as work to be done: which translations wait, and what each was made from. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

/* One text of one record, seen from the language it shall be in. */
typedef struct
{
  const PazKind       *kind;
  const PazField      *field;
  char                *record;
  char                *container;  /* or NULL */
  char                *owner;
  char                *due;        /* of the record, ISO, or NULL */
  PazLanguage          source;
  PazLanguage          target;
  PazTranslationState  state;      /* in the target language, never SOURCE */
} PazText;

typedef enum
{
  PAZ_TEXTS_MISSING = 1 << 0,
  PAZ_TEXTS_STALE   = 1 << 1,
  PAZ_TEXTS_CURRENT = 1 << 2,
  PAZ_TEXTS_WAITING = PAZ_TEXTS_MISSING | PAZ_TEXTS_STALE,
} PazTextStates;

typedef struct
{
  PazLanguage            target;
  PazTextStates          states;
  const PazKind * const *kinds;    /* NULL-terminated; NULL: all */
  const char            *owner;    /* NULL: of anybody */
} PazTextQuery;

typedef struct
{
  guint missing;
  guint stale;
  guint current;
} PazTextCounts;

/* Every translatable text of the records that stand. What is due first comes first, what has no
 * date last; then by kind, then by age. Elements PazText *. Worker-friendly, on a reader. */
GPtrArray *paz_store_list_texts   (PazStore           *self,
                                   const PazTextQuery *query,
                                   GCancellable       *cancellable,
                                   GError            **error);
/* For each target language. */
gboolean   paz_store_count_texts  (PazStore           *self,
                                   PazTextCounts       counts[PAZ_N_LANGUAGES],
                                   GCancellable       *cancellable,
                                   GError            **error);
/* The date by which a record of the kind is due: its date field of the key "due", or NULL. */
const PazField *paz_kind_get_due  (const PazKind      *kind);

/* The source text that bore a key (PazTranslation.key), from the kept lines of the record; what an
 * undone step wrote too, since a translation may be of it. audience: only what these readers may
 * see, NULL: everything here. *language: in which it was written. NULL when no line holds it. */
char      *paz_store_dup_text_of_key (PazStore          *self,
                                      const char        *record,
                                      const PazField    *field,
                                      const char        *key,
                                      const PazAudience *audience,
                                      PazLanguage       *language);

G_END_DECLS
