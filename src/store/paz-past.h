/* One record's lines in the order in which they came, with what this copy said before and after
 * each: for history, and for going back. */
#pragma once

#include "paz-compute.h"
#include "paz-store-core.h"

G_BEGIN_DECLS

typedef struct
{
  PazNode    *node;      /* lent */
  PazNode    *former;    /* the line whose release held before; NULL for the first */
  GHashTable *before;    /* name -> JsonNode; empty before the first line */
  GHashTable *after;
} PazPastLine;

typedef struct
{
  PazState  *state;      /* with what has been undone since */
  GPtrArray *lines;      /* PazPastLine */
} PazPast;

PazPast   *paz_past_load          (PazStore         *self,
                                   const char       *record,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void       paz_past_free          (PazPast          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPast, paz_past_free)

gboolean   paz_past_is_deleted    (GHashTable       *cells);
/* Sunk, or NULL. */
GVariant  *paz_past_dup_value     (GHashTable       *cells,
                                   const PazField   *field);
/* The line changed the level or the list. */
gboolean   paz_past_is_release_changed (const PazPastLine *line);
/* An entry without its step. field NULL: the record as a whole. */
PazHistoryEntry *paz_past_make_entry (PazPast       *self,
                                   const PazField   *field,
                                   GVariant         *before,
                                   GVariant         *after);
/* PazHistoryEntry *, without their step. */
GPtrArray *paz_past_list_entries  (PazPast          *self,
                                   const PazPastLine *line);

G_END_DECLS
