#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef struct
{
  PazRecord    *record;
  gboolean      remove;
  PazFactTable *facts;
} PazEditItem;

struct _PazEdit
{
  GPtrArray *items;    /* PazEditItem, each record once, in the order staged */
  GHashTable *by_id;   /* id -> PazEditItem; both lent */
  char      *origin;
  GPtrArray *drafts;   /* settings that go with the step; NULL: none */
  const char *verb;    /* of the step, static; NULL: as the first record says */
};

G_END_DECLS
