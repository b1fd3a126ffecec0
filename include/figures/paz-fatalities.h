/* Deaths in missions, counted over the records of kind `fatality` (DOMAIN.md 3.2 and trap 10): read
 * once, counted from memory. The UN's list groups numbered missions under one name, as UNEF, and
 * that name is what is counted here; records before PAZ_FATALITIES_COMPLETE_FROM may be missing. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_FATALITIES_COMPLETE_FROM 2000

typedef enum
{
  PAZ_FATALITY_YEAR,
  PAZ_FATALITY_MISSION,
  PAZ_FATALITY_NATIONALITY,
  PAZ_FATALITY_CAUSE,
  PAZ_FATALITY_PERSONNEL,
} PazFatalityKey;
#define PAZ_N_FATALITY_KEYS 5
/* "year", "mission", "nationality", "cause", "personnel" */
const char *paz_fatality_key_get_name  (PazFatalityKey  key);
gboolean    paz_fatality_key_from_name (const char     *name,
                                        PazFatalityKey *key);

typedef struct
{
  const char *key;      /* "1994", acronym or name as the UN writes it, ISO3, choice; "" is not known */
  guint       count;
  guint       women;    /* of those whose sex is known */
  guint       men;
} PazFatalityCount;

/* Zeroed: all of them. */
typedef struct
{
  gboolean    region_only;     /* nationals of the region's States */
  const char *nationality;     /* ISO3 */
  const char *mission;         /* a key of PAZ_FATALITY_MISSION */
  guint       from, to;        /* years, 0: no limit */
} PazFatalityFilter;

typedef struct _PazFatalities PazFatalities;

/* Only those the audience may see; NULL audience: own screen. On a worker, with a reader. */
PazFatalities *paz_fatalities_load      (PazStore                 *store,
                                         const PazAudience        *audience,
                                         GCancellable             *cancellable,
                                         GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of the store as it is now; lent again while nothing changes. */
PazFatalities *paz_fatalities_get       (PazStore                 *store,
                                         const PazAudience        *audience,
                                         GCancellable             *cancellable,
                                         GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
PazFatalities *paz_fatalities_ref       (PazFatalities            *self);
void           paz_fatalities_unref     (PazFatalities            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFatalities, paz_fatalities_unref)

guint          paz_fatalities_get_total (PazFatalities            *self,
                                         const PazFatalityFilter  *filter);
/* Of the total: those without a nationality, which no region can claim. */
guint          paz_fatalities_count_stateless (PazFatalities      *self);
/* First and last year with a record; 0 when there is none. */
void           paz_fatalities_get_years (PazFatalities            *self,
                                         guint                    *first,
                                         guint                    *last);
/* Elements PazFatalityCount *, keys lent by self. Years ascend; the rest by count, then key; what is
 * not known stands last. */
GPtrArray     *paz_fatalities_count     (PazFatalities            *self,
                                         PazFatalityKey            key,
                                         const PazFatalityFilter  *filter);
/* In words: a country's name, the cause. */
char          *paz_fatalities_dup_name  (PazFatalities            *self,
                                         PazFatalityKey            key,
                                         const char               *value,
                                         PazCatalogue             *catalogue);
/* The highest level among those counted: what stands on a page that shows them. */
PazLevel       paz_fatalities_get_level (PazFatalities            *self,
                                         const PazFatalityFilter  *filter);

G_END_DECLS
