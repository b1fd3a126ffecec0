/* What can be picked, with all the names it is known by, and the search among them: any part of
 * any name counts, whatever the accents, and the most likely comes first. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char      *id;      /* what is kept */
  char      *title;   /* what is shown, in the language of the interface */
  char      *detail;  /* shown beside it, may be NULL */
  char      *caution; /* why it is not sure; shown as a sign, may be NULL */
  char      *note;    /* what explains it, may be NULL */
  GPtrArray *names;   /* folded; the title's first */
  guint      place;   /* in the order of adding */
  int        score;   /* of the last search */
} PazPick;

typedef struct _PazPickPool PazPickPool;

PazPickPool *paz_pick_pool_new      (void);
void         paz_pick_pool_free     (PazPickPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPickPool, paz_pick_pool_free)

PazPick     *paz_pick_pool_add      (PazPickPool *self,
                                     const char  *id,
                                     const char  *title,
                                     const char  *detail);
/* Another name it answers to; NULL is none. */
void         paz_pick_add_name      (PazPick     *pick,
                                     const char  *name);
void         paz_pick_set_remarks   (PazPick     *pick,
                                     const char  *caution,
                                     const char  *note);
/* Elements PazPick *, lent. Without words all of them: the favourites first, in their order,
 * then as they were added. favourites: ids, may be NULL. */
GPtrArray   *paz_pick_pool_find     (PazPickPool        *self,
                                     const char         *words,
                                     const char * const *favourites);

G_END_DECLS
