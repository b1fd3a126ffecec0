/* What a record is, computed from the lines that are known (EXCHANGE.md 5). */
#pragma once

#include "paz-line.h"
#include "paz-sql.h"

G_BEGIN_DECLS

typedef struct
{
  PazRevision *revision;
  gint64       n;             /* order of arrival */
  gint64       step;
  gboolean     hidden;        /* of an undone step; only in paz_state_load_at */
  char        *participant;   /* the author's, when the line came */
  gboolean     speaks;        /* the author's key is of the owner */
  gboolean     own;           /* of the own delegation */
  gboolean     reference;     /* built-in data */
  gboolean     counted;
  gboolean     has_child;
  GPtrArray   *above;         /* nodes one step below in age: lent */
  GPtrArray   *below;         /* known parents, by line or edge: lent */
  GHashTable  *cells;         /* name -> JsonNode, links resolved; lent names */
  guint64     *replaced;      /* bits of the cell names written above */
  guint        mark;
} PazNode;

/* One cell of the record as it is: the writes no known later revision has replaced. */
typedef struct
{
  GPtrArray *nodes;           /* PazNode, lent; the one that holds provisionally comes first */
  JsonNode  *value;           /* lent, of the first node */
  gboolean   conflict;        /* several different values */
} PazLive;

typedef struct
{
  char          *record;
  const PazKind *kind;        /* NULL: a kind of a newer program */
  GPtrArray     *nodes;       /* PazNode, those above first */
  GHashTable    *by_id;
  GPtrArray     *heads;       /* PazNode, lent */
  GHashTable    *live;        /* name -> PazLive */
  GHashTable    *names;       /* name -> bit */
  guint          n_words;
} PazState;

/* speaks: who a key speaks for, see paz-store-core.h. NULL with error. A record of which nothing
 * is known, or all is hidden, has no nodes. */
PazState   *paz_state_load          (PazStatements     *statements,
                                     GHashTable        *speaks,
                                     const char        *own,
                                     const char        *record,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* As it stood right after a step, or PAZ_STEP_ALL: with what has been undone since. */
#define PAZ_STEP_ALL G_MAXINT64
PazState   *paz_state_load_at       (PazStatements     *statements,
                                     GHashTable        *speaks,
                                     const char        *own,
                                     const char        *record,
                                     gint64             step,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void        paz_state_free          (PazState          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazState, paz_state_free)
PazNode    *paz_state_find_node     (PazState          *self,
                                     const guint8      *id);
/* name -> JsonNode: every cell as it holds, or provisionally holds. */
GHashTable *paz_state_dup_cells     (PazState          *self);
gboolean    paz_state_is_deleted    (PazState          *self);
/* Lowest level of the heads, intersection of their lists. */
PazLevel    paz_state_get_level     (PazState          *self);
char      **paz_state_dup_list      (PazState          *self);
gint64      paz_state_get_time      (PazState          *self);
/* The record, without its local values. NULL when there is nothing or its kind is not known. */
PazRecord  *paz_state_dup_record    (PazState          *self);
/* A cell as texts are compared: without the keys of source and translation. */
char       *paz_cell_dup_comparable (JsonNode          *node);
/* Orders each cell's live writes and finds the conflicts; done by the loading (paz-decide.c). */
void        paz_state_decide        (PazState          *self);
/* Later claimed time first, then the greater id: the order of provisional values. */
int         paz_node_compare        (PazNode           *a,
                                     PazNode           *b);

/* ---- values and cells (paz-cells.c) ---- */

/* name -> JsonNode, both owned */
GHashTable *paz_cells_new           (void);
/* Adds the cells of a field's value; NULL has none. */
void        paz_cells_put           (GHashTable        *cells,
                                     const PazField    *field,
                                     GVariant          *value);
/* The value that cells say. Floating or NULL; an ill-typed cell says nothing. */
GVariant   *paz_cells_get           (GHashTable        *cells,
                                     const PazField    *field);
/* The cells of what can leave this copy: every field but the local ones. */
GHashTable *paz_cells_from_record   (PazRecord         *record);
/* What is written when a cell that held something holds nothing any more. */
JsonNode   *paz_cells_make_cleared  (const PazField    *field,
                                     const char        *name);
/* The field a cell belongs to; NULL for `_deleted`, `facts` and fields of a newer program. */
const PazField *paz_cells_find_field (const PazKind    *kind,
                                     const char        *name);
/* The target of a link cell or of an element of links; NULL when it is none. */
const char *paz_cells_get_target    (const PazField    *field,
                                     const char        *name,
                                     JsonNode          *node);
/* The cells of one field as one canonical text and back, for values that stay in this copy. */
char       *paz_cells_value_to_text (const PazField    *field,
                                     GVariant          *value,
                                     GError           **error);
GVariant   *paz_cells_value_from_text (const PazField  *field,
                                     const char        *text);

G_END_DECLS
