/* A store in which every record of every kind says words of its own, at every level: what no exit may
 * let through to readers who may not see the record. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef enum
{
  LEAK_PUBLIC,
  LEAK_NETWORK,
  LEAK_URY,          /* named, for Uruguay */
  LEAK_NOBODY,       /* named, with an empty list */
  LEAK_NATIONAL,
} LeakLevel;
#define LEAK_N_LEVELS 5

typedef struct
{
  char          *id;
  const PazKind *kind;
  LeakLevel      level;     /* the higher of its own and of what it stands in */
  guint          first;     /* words "zorzal<first>" to "zorzal<end - 1>" are its */
  guint          end;
  gboolean       deleted;
} LeakRecord;

typedef struct
{
  PazStore  *store;
  GPtrArray *records;       /* LeakRecord, by words */
} LeakStore;

LeakStore        *leak_store_new      (const char       *path);
void              leak_store_free     (LeakStore        *self);
/* Whose word it is; NULL: nobody's. */
const LeakRecord *leak_store_find     (LeakStore        *self,
                                       guint             word);
/* By what PRODUCT.md says, not by the gate: readers as --for has them. */
gboolean          leak_record_is_held (const LeakRecord *record,
                                       const char       *readers);
/* Deletes what is held back from the readers. */
void              leak_store_strip    (LeakStore        *self,
                                       PazStore         *copy,
                                       const char       *readers);

G_END_DECLS
