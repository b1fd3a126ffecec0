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
  char      *origin;
};

G_END_DECLS
