/* Provenance of facts: which data set speaks where, what one changed of what spoke before it, where
 * a figure comes from, and how an older data set speaks again. What reads the store runs on a
 * worker with a reader; what asks a loaded table costs a pass over it (a million rows: some ms). */
#pragma once

#include "store/paz-fact-list.h"
#include "store/paz-store.h"

G_BEGIN_DECLS

/* ---- data sets and how much of them speaks ---- */

typedef struct
{
  guint16 month;
  guint32 n_held;        /* facts of the month in the data set */
  guint32 n_speaking;    /* of these, that speak */
} PazSpeakingMonth;

typedef struct
{
  char             *data_set;      /* id */
  gboolean          silenced;
  guint32           n_held;
  guint32           n_speaking;
  guint             n_months;
  PazSpeakingMonth *months;        /* ascending; only those that it holds facts of */
} PazSpeakingSet;

/* Every data set the audience may see, that of the most weight first and silenced ones last. Also
 * those without facts, as of records. Elements PazSpeakingSet *. */
GPtrArray *paz_store_list_speaking   (PazStore            *self,
                                      const PazAudience   *audience,
                                      GCancellable        *cancellable,
                                      GError             **error);

/* One step: the data set speaks from now on ahead of all others, silenced or not before. *step is 0
 * when it does already. */
gboolean   paz_store_let_speak       (PazStore            *self,
                                      const char          *data_set,
                                      guint64             *step,
                                      GError             **error);
/* One step: it stays, and none of its facts speaks. */
gboolean   paz_store_silence         (PazStore            *self,
                                      const char          *data_set,
                                      guint64             *step,
                                      GError             **error);

/* ---- who speaks, by month and one dimension ---- */

typedef struct
{
  guint32  n_facts;      /* 0: a gap, which is no zero */
  guint16  set;          /* index in the list of data sets; of several the one of most weight */
  gboolean shared;       /* more than one speaks here */
} PazSpeakingCell;

typedef struct _PazSpeaking PazSpeaking;

/* facts: as paz_store_load_facts gave them. Rows are the keys that occur, in byte order; months
 * are all from the first to the last, also those without any fact. filter may be NULL. */
PazSpeaking *paz_speaking_new        (PazFactTable        *facts,
                                      PazDimension         dimension,
                                      const PazFactFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
void         paz_speaking_free       (PazSpeaking         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazSpeaking, paz_speaking_free)
guint        paz_speaking_get_n_rows (PazSpeaking         *self);
const char  *paz_speaking_get_key    (PazSpeaking         *self,
                                      guint                row);
guint        paz_speaking_get_n_months (PazSpeaking       *self);
guint16      paz_speaking_get_month  (PazSpeaking         *self,
                                      guint                n);
const PazSpeakingCell *paz_speaking_get_cell (PazSpeaking *self,
                                      guint                row,
                                      guint                n);

/* ---- where a figure comes from ---- */

typedef struct
{
  guint16 set;           /* index in the list of data sets */
  guint32 n_facts;
  guint32 first_row;     /* lines of its file, the least and the greatest */
  guint32 last_row;
  guint64 female;
  guint64 male;
} PazFactSource;

/* The data sets that a figure is made of, that of the most weight first; their single rows are a
 * PazFactList with the same filter. NULL filter: everything. Elements PazFactSource *. */
GPtrArray *paz_facts_list_sources    (PazFactTable        *facts,
                                      const PazFactFilter *filter);

/* ---- what a data set changed ---- */

typedef enum
{
  PAZ_FACT_CHANGE_NEW,       /* was not there */
  PAZ_FACT_CHANGE_CHANGED,   /* women or men differ */
  PAZ_FACT_CHANGE_GONE,      /* covered, and not there any more */
} PazFactChangeType;
#define PAZ_N_FACT_CHANGE_TYPES 3

/* One cell. Immutable. */
#define PAZ_TYPE_FACT_CHANGE (paz_fact_change_get_type ())
G_DECLARE_FINAL_TYPE (PazFactChange, paz_fact_change, PAZ, FACT_CHANGE, GObject)

PazFactChangeType paz_fact_change_get_change_type (PazFactChange *self);
guint16     paz_fact_change_get_month      (PazFactChange *self);
const char *paz_fact_change_get_key        (PazFactChange *self,
                                            PazDimension   dimension);
/* -1: was or is not there. */
void        paz_fact_change_get_women      (PazFactChange *self,
                                            gint64        *before,
                                            gint64        *after);
void        paz_fact_change_get_men        (PazFactChange *self,
                                            gint64        *before,
                                            gint64        *after);
/* Lines of the files; 0: none. */
void        paz_fact_change_get_rows       (PazFactChange *self,
                                            guint32       *before,
                                            guint32       *after);
/* The data set that said what was before; NULL of what is new. */
const char *paz_fact_change_get_former_set (PazFactChange *self);

/* A GListModel of PazFactChange in the order month, contributor, mission, type: twelve bytes a
 * change, objects as they are asked for. */
#define PAZ_TYPE_FACT_CHANGE_LIST (paz_fact_change_list_get_type ())
G_DECLARE_FINAL_TYPE (PazFactChangeList, paz_fact_change_list, PAZ, FACT_CHANGE_LIST, GObject)

typedef struct
{
  guint16     month;
  const char *mission;   /* lent; "" when told by month alone */
  guint32     n_changes[PAZ_N_FACT_CHANGE_TYPES];
  gint64      women;     /* after less before */
  gint64      men;
} PazFactChangeSum;

/* before: NULL compares with what spoke where the data set speaks, had it never come: the facts of
 * those of less weight. Else with that data set. Either way only what data_set covers is compared.
 * Data sets the audience may not see take no part; NOT_FOUND when data_set is one of them. */
PazFactChangeList *paz_store_compare_data_set (PazStore          *self,
                                               const char        *data_set,
                                               const char        *before,
                                               const PazAudience *audience,
                                               GCancellable      *cancellable,
                                               GError           **error) G_GNUC_WARN_UNUSED_RESULT;
guint32    paz_fact_change_list_count      (PazFactChangeList *self,
                                            PazFactChangeType  type);
/* Cells that both have and that are equal. */
guint32    paz_fact_change_list_get_n_same (PazFactChangeList *self);
/* FALSE when nothing spoke there before: all is new, nothing was revised. */
gboolean   paz_fact_change_list_has_former (PazFactChangeList *self);
/* By month and mission, or by month alone; only those with a change. Elements PazFactChangeSum *. */
GPtrArray *paz_fact_change_list_sum        (PazFactChangeList *self,
                                            gboolean           by_mission);

G_END_DECLS
