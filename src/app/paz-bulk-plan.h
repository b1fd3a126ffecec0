/* One change for many records: which of them it changes, which have it already, which cannot and
 * why. No widgets: made on a worker, on a reader of its own. */
#pragma once

#include "store/paz-uses.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_BULK_SET,       /* the field to the value, NULL empties */
  PAZ_BULK_ADD,       /* the value's elements to the set */
  PAZ_BULK_TAKE,      /* them away from it */
  PAZ_BULK_RELEASE,   /* handling level and release list */
  PAZ_BULK_DELETE,
} PazBulkWay;

typedef struct
{
  PazBulkWay       way;
  const PazField  *field;
  GVariant        *value;
  PazLevel         level;
  char           **list;
} PazBulkChange;

PazBulkChange *paz_bulk_change_new     (PazBulkWay            way,
                                        const PazField       *field,
                                        GVariant             *value);
PazBulkChange *paz_bulk_change_release (PazLevel              level,
                                        const char * const   *list);
void           paz_bulk_change_free    (PazBulkChange        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazBulkChange, paz_bulk_change_free)

/* Records that cannot be changed for one reason. */
typedef struct
{
  char      *text;
  GPtrArray *titles;   /* of the first ones */
  guint      n;
} PazBulkRefusal;

typedef struct
{
  PazEdit   *edit;
  guint      n;          /* records asked for */
  guint      n_changed;
  guint      n_same;
  guint      n_refused;
  GPtrArray *refusals;   /* PazBulkRefusal *, in the order met */
  GPtrArray *built_in;   /* titles of the first that came with the program and would be deleted */
  guint      n_built_in;
  GArray    *uses;       /* PazUse: what would lose something with them; NULL when there is none */
} PazBulkPlan;

/* ids: char *. NULL with an error of the store, or cancelled. */
PazBulkPlan *paz_bulk_plan_make        (PazStore             *reader,
                                        GPtrArray            *ids,
                                        const PazBulkChange  *change,
                                        PazCatalogue         *catalogue,
                                        PazProgress           progress,
                                        gpointer              data,
                                        GCancellable         *cancellable,
                                        GError              **error);
void         paz_bulk_plan_free        (PazBulkPlan          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazBulkPlan, paz_bulk_plan_free)
/* What stands on the built-in records that would be deleted, as lines of words; NULL when nothing does. */
char        *paz_bulk_plan_dup_uses    (PazBulkPlan          *self,
                                        PazCatalogue         *catalogue);
/* All refusals as lines of words; NULL when there are none. */
char        *paz_bulk_plan_dup_refusals (PazBulkPlan         *self,
                                         PazCatalogue        *catalogue);

G_END_DECLS
