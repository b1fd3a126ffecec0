/* Keeps what is being typed into one form, a moment after the last key, off the main thread. */
#pragma once

#include "store/paz-drafts.h"

G_BEGIN_DECLS

typedef struct _PazDraftKeeper PazDraftKeeper;

/* What the form holds unsaved at this moment; NULL when nothing. On the main thread. */
typedef PazDraft *(* PazDraftFunc) (gpointer data);

PazDraftKeeper *paz_draft_keeper_new    (PazStore       *store,
                                         const char     *record,
                                         PazDraftFunc    func,
                                         gpointer        data);
/* Writes what is pending before it goes. */
void            paz_draft_keeper_free   (PazDraftKeeper *self);
/* Something was typed, or taken back. */
void            paz_draft_keeper_touch  (PazDraftKeeper *self);
/* A save follows: nothing is written any more until the next touch. */
void            paz_draft_keeper_pause  (PazDraftKeeper *self);
/* What was typed is given up. */
void            paz_draft_keeper_forget (PazDraftKeeper *self);

G_END_DECLS
