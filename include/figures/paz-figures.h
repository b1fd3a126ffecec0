/* Figures over facts: a column cache in memory, pivots in milliseconds (measured: two keys over a
 * million rows, 1 to 4 ms). */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

/* Keys of a pivot, in the order asked. */
typedef enum
{
  PAZ_KEY_CONTRIBUTOR,
  PAZ_KEY_MISSION,
  PAZ_KEY_PERSONNEL_TYPE,
  PAZ_KEY_MONTH,
  PAZ_KEY_CATEGORY,        /* gender-strategy category of the type */
} PazKey;
#define PAZ_N_KEYS 5
/* "contributor", "mission", "personnel_type", "month", "category" */
const char *paz_key_get_name  (PazKey       key);
gboolean    paz_key_from_name (const char  *name,
                               PazKey      *key);

/* The facts of a store with what is needed to read them: categories, targets, names. */
typedef struct _PazFigures PazFigures;

/* NULL audience: own screen. On a worker, with a reader. */
PazFigures   *paz_figures_load          (PazStore           *store,
                                         const PazAudience  *audience,
                                         GCancellable       *cancellable,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of the store as it is now, by a reader of its own; while nothing changes, those loaded
 * last are lent again. On any thread, though the first time is a worker's work. */
PazFigures   *paz_figures_get           (PazStore           *store,
                                         const PazAudience  *audience,
                                         GCancellable       *cancellable,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
PazFigures   *paz_figures_ref           (PazFigures         *self);
void          paz_figures_unref         (PazFigures         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFigures, paz_figures_unref)
PazFactTable *paz_figures_get_facts     (PazFigures         *self);
/* Months that have any fact, ascending; n may be 0. */
const guint16 *paz_figures_get_months   (PazFigures         *self,
                                         guint              *n);
/* Data sets that speak: records of kind data_set, in the order of paz_fact_table_get_sets. */
GPtrArray    *paz_figures_get_data_sets (PazFigures         *self);
/* Records the audience may see, read once with the figures: participant, mission, gender_target. */
GPtrArray    *paz_figures_get_participants (PazFigures      *self);
GPtrArray    *paz_figures_get_missions  (PazFigures         *self);
GPtrArray    *paz_figures_get_targets   (PazFigures         *self);
/* The highest level of what the facts and their names are made of: the data sets that speak, the
 * participants and missions that occur in them, the targets. */
PazLevel      paz_figures_get_level     (PazFigures         *self);
/* TRUE when the contributor is one of the region's 33 States (participants of kind state). */
gboolean      paz_figures_is_region     (PazFigures         *self,
                                         const char         *contributor);
/* Name in the language: the participant's, or ICU's for the rest of the world. */
char         *paz_figures_dup_contributor_name (PazFigures  *self,
                                         const char         *contributor,
                                         PazCatalogue       *catalogue);
char         *paz_figures_dup_mission_name (PazFigures      *self,
                                         const char         *mission,
                                         PazCatalogue       *catalogue);
/* Personnel type or category in words. */
char         *paz_figures_dup_type_name (PazFigures         *self,
                                         const char         *type,
                                         PazCatalogue       *catalogue);
char         *paz_figures_dup_category_name (PazFigures     *self,
                                         const char         *category,
                                         PazCatalogue       *catalogue);

typedef struct
{
  guint16            from, to;        /* months, 0: no limit */
  const char * const *contributors;   /* NULL: all */
  const char * const *missions;
  const char * const *types;
  gboolean           region_only;
} PazFiguresFilter;

/* Files that give women and men together (data_set field `sexes`, as the full file of the IPI) say how
 * many people there were and nothing of their sex: these people are `untold`, never men. */
typedef struct
{
  const char *keys[PAZ_N_KEYS];       /* in the order asked; month as "YYYY-MM" */
  guint32     codes[PAZ_N_KEYS];      /* the same, numbered in the order of rows: paz_figures_get_n_codes */
  guint16     month;                  /* when month is a key */
  guint64     female;                 /* of those whose sex is told */
  guint64     male;
  guint64     untold;                 /* people whose sex is not told */
} PazFigure;

#define PAZ_FIGURE_TOTAL(figure) ((figure)->female + (figure)->male + (figure)->untold)

typedef struct _PazPivot PazPivot;

/* Rows ordered by the keys. Only combinations with facts have a row: a missing month is a gap,
 * never zero. When month is not among the keys and the filter spans several months the sums are
 * person-months: paz_pivot_is_person_months. */
PazPivot        *paz_figures_pivot       (PazFigures             *self,
                                          const PazKey           *keys,
                                          guint                   n_keys,
                                          const PazFiguresFilter *filter);
void             paz_pivot_free          (PazPivot         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPivot, paz_pivot_free)
guint            paz_pivot_get_n_rows    (PazPivot         *self);
const PazFigure *paz_pivot_get_row       (PazPivot         *self,
                                          guint             n);
gboolean         paz_pivot_is_person_months (PazPivot      *self);
/* PazFigure.codes of a key are below this. */
guint            paz_figures_get_n_codes (PazFigures       *self,
                                          PazKey            key);

/* ---- gender parity (Uniformed Gender Parity Strategy 2018-2028; DOMAIN.md 5.1) ---- */

typedef enum
{
  PAZ_SIGNAL_NONE,     /* no target for the year and category, or nobody deployed */
  PAZ_SIGNAL_GREEN,    /* meets or exceeds the target */
  PAZ_SIGNAL_YELLOW,   /* at least 0.1 % women */
  PAZ_SIGNAL_RED,      /* none */
} PazSignal;
/* "none", "green", "yellow", "red" */
const char *paz_signal_get_key   (PazSignal signal);
/* NC_("signal", ...): its word, since colour never stands alone */
const char *paz_signal_get_label (PazSignal signal);

typedef struct
{
  const char *category;
  const char *contributor;       /* NULL: all contributors of the filter together */
  guint64     women;
  guint64     base;              /* everybody of it */
  guint64     untold;            /* of these, people whose sex is not told: no share is made then */
  double      percent;           /* 0 to 100; NAN when base is 0 or not all of it is told */
  double      target;            /* NAN when there is none */
  gboolean    target_derived;    /* not published: a project's reading of the strategy */
  gboolean    small_base;        /* fewer than 10: a person more or less changes everything */
  PazSignal   signal;
} PazParity;

/* FALSE when nothing that speaks in the month tells women and men apart: everybody is untold. */
gboolean   paz_figures_tells_sexes (PazFigures  *self,
                                    guint16      month);
/* TRUE when the month's figures are of every contributor of the world: a rank among them and a share
 * of their total can be told. */
gboolean   paz_figures_covers_world (PazFigures *self,
                                    guint16      month);
/* One month, per category and contributor, plus totals. Empty where the month does not tell women and
 * men apart; where only some of its files do, see PazParity.untold. Elements PazParity *; order
 * category, contributor. */
GPtrArray *paz_figures_parity (PazFigures             *self,
                               guint16                 month,
                               const PazFiguresFilter *filter);
/* The same month by what the targets before the strategy were set for, all military ("military_all")
 * and all police ("police_all"), each where its year has such a target (2014, 2020) and the filter
 * leaves none of its types out: everybody of the filter together. Elements PazParity *. */
GPtrArray *paz_figures_parity_wider (PazFigures             *self,
                                     guint16                 month,
                                     const PazFiguresFilter *filter);

G_END_DECLS
