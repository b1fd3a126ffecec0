/* How a person looks at the records of a kind: columns in their order, widths, sorting, grouping.
 * Kept among the preferences of this person on this machine. */
#pragma once

#include "store/paz-filter.h"

G_BEGIN_DECLS

typedef struct
{
  const PazField *field;
  int             width;        /* 0: as its contents want */
} PazListColumn;

typedef struct
{
  const PazField *field;
  gboolean        descending;
} PazListOrder;

typedef struct
{
  const PazKind  *kind;
  gboolean        own_columns;  /* chosen by the person: all are shown, whatever the room */
  GArray         *columns;      /* PazListColumn */
  GArray         *orders;       /* PazListOrder, the first counts most; empty: the kind's own */
  const PazField *group;        /* NULL: none */
  PazGrouping     grouping;
  GHashTable     *closed;       /* keys of the groups that are closed, a set */
} PazListLayout;

/* As it was kept, else as the kind declares. */
PazListLayout *paz_list_layout_load         (const PazKind       *kind);
void           paz_list_layout_free         (PazListLayout       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazListLayout, paz_list_layout_free)
void           paz_list_layout_save         (PazListLayout       *self);
/* As the kind declares; keeps nothing. */
void           paz_list_layout_reset        (PazListLayout       *self);

/* By another field, or by none; all of its groups are open. */
void           paz_list_layout_set_group    (PazListLayout       *self,
                                             const PazField      *field,
                                             PazGrouping          grouping);
void           paz_list_layout_close        (PazListLayout       *self,
                                             const char          *group,
                                             gboolean             closed);
/* Every field a column can show: of the kind by declaration, then owner, level and changed.
 * Elements const PazField *. */
GPtrArray     *paz_list_layout_list_fields  (const PazKind       *kind);
/* The column that gives way: the long text, or the words, that name the record. */
const PazField *paz_list_layout_get_wide    (const PazListLayout *self);
/* Position, or -1. */
int            paz_list_layout_find         (const PazListLayout *self,
                                             const PazField      *field);
/* The last column is never taken away. */
void           paz_list_layout_show         (PazListLayout       *self,
                                             const PazField      *field,
                                             gboolean             show);
/* step -1: towards the beginning. FALSE when there is no place. */
gboolean       paz_list_layout_move         (PazListLayout       *self,
                                             const PazField      *field,
                                             int                  step);
/* 0 when nothing is sorted by it; else its place from 1. */
guint          paz_list_layout_get_order    (const PazListLayout *self,
                                             const PazField      *field,
                                             gboolean            *descending);
/* By this field alone, or by it after the others; by a field that is there already the other way. */
void           paz_list_layout_sort         (PazListLayout       *self,
                                             const PazField      *field,
                                             gboolean             add);
void           paz_list_layout_set_order    (PazListLayout       *self,
                                             const PazField      *field,
                                             gboolean             descending,
                                             gboolean             add);
void           paz_list_layout_drop_order   (PazListLayout       *self,
                                             const PazField      *field);
void           paz_list_layout_apply        (const PazListLayout *self,
                                             PazQuery            *query);

G_END_DECLS
