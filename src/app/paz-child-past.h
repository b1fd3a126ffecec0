/* Earlier states of a table that is being edited, so that a slip before saving can be taken back.
 * Records in it are never written to: each change replaces one by another. */
#pragma once

#include "model/paz-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *records;   /* PazRecord, in order */
  GPtrArray *removed;   /* those the store has and the table has no more */
} PazChildMoment;

typedef struct _PazChildPast PazChildPast;

PazChildPast   *paz_child_past_new      (void);
void            paz_child_past_free     (PazChildPast *self);
PazChildMoment *paz_child_moment_new    (GListModel   *records,
                                         GPtrArray    *removed);
void            paz_child_moment_free   (PazChildMoment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazChildMoment, paz_child_moment_free)

void            paz_child_past_forget   (PazChildPast *self);
/* Before a change; takes the moment. */
void            paz_child_past_keep     (PazChildPast   *self,
                                         PazChildMoment *now);
gboolean        paz_child_past_can_undo (PazChildPast *self);
gboolean        paz_child_past_can_redo (PazChildPast *self);
/* Takes the present moment, gives the one to go to; NULL when there is none. */
PazChildMoment *paz_child_past_undo     (PazChildPast   *self,
                                         PazChildMoment *now);
PazChildMoment *paz_child_past_redo     (PazChildPast   *self,
                                         PazChildMoment *now);

G_END_DECLS
