/* One participant at a month: what it has deployed, where it stands in the region and the world, how
 * far it is from the targets of the gender strategy, and what its records say. And the same asked the
 * other way round: what if this unit were added. */
#pragma once

#include "figures/paz-fatalities.h"
#include "figures/paz-figures.h"

G_BEGIN_DECLS

/* ---- where a contributor stands ---- */

/* Women where men stand now, to reach the target, in per cent; 0 where there is none. */
guint64 paz_goal_count_needed (guint64 women,
                               guint64 base,
                               double  target);

/* Women of one category against the target of the year. */
typedef struct
{
  const char *category;        /* gender-strategy category */
  guint64     women, base;
  guint64     untold;          /* of the base, people whose sex is not told: no share and no judgement then */
  double      target;          /* per cent; NAN when there is none */
  gboolean    target_derived;  /* not published: a reading of the strategy */
  guint64     needed;          /* women where men stand now, to reach it; the base as it is */
  gboolean    small_base;
  PazSignal   signal;
} PazGoal;

typedef struct
{
  guint64  women, men;
  guint64  untold;                   /* people whose sex is not told; see PazFigure */
  guint    rank_region, of_region;   /* ties share a rank and skip the next; 0: not deployed */
  guint    rank_world, of_world;     /* 0 where the month's figures do not cover the world */
  gboolean tied_region, tied_world;
  guint64  region_total;
  guint64  world_total;              /* 0 where the figures do not cover the world */
  GArray  *goals;                    /* PazGoal */
} PazStanding;

#define PAZ_STANDING_TOTAL(standing) ((standing)->women + (standing)->men + (standing)->untold)

PazStanding *paz_standing_compute   (PazFigures       *figures,
                                     const char       *contributor,
                                     guint16           month);
void         paz_standing_free      (PazStanding      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazStanding, paz_standing_free)

/* ---- what if ---- */

typedef struct
{
  const char *contributor;  /* ISO3 */
  const char *mission;      /* acronym; not counted by itself */
  const char *type;         /* code of a personnel type */
  guint64     persons;
  guint64     women;        /* at most persons */
  guint16     month;
} PazWhatIf;

/* As if the unit had been there at the end of the month. The others stay as they are. */
PazStanding *paz_what_if_compute    (PazFigures       *figures,
                                     const PazWhatIf  *what_if);
/* The same with several units of one contributor; its own contributor and month count for none of
 * them. */
PazStanding *paz_what_if_compute_units (PazFigures     *figures,
                                     const char       *contributor,
                                     guint16           month,
                                     const PazWhatIf  *units,
                                     guint             n_units);

/* ---- the profile ---- */

typedef enum
{
  PAZ_MONTH_GAP,            /* no data set covers it: nothing is known */
  PAZ_MONTH_NOT_LISTED,     /* covered, and the source does not list the contributor */
  PAZ_MONTH_LISTED,
} PazMonthState;

/* has_row: the month's figures name whom is asked about. */
PazMonthState paz_figures_get_month_state (PazFigures *figures,
                                           guint16     month,
                                           gboolean    has_row);

typedef struct
{
  guint16       month;
  PazMonthState state;
  guint64       women, men, untold;
} PazProfileMonth;

typedef struct
{
  const char *key;          /* mission or type; lent by the figures */
  guint64     women, men, untold;
  guint64     of;           /* everybody there: all contributors of the mission or type */
} PazProfilePart;

/* Of a PazProfileMonth or a PazProfilePart. Where `untold` is above 0 no share of women is made. */
#define PAZ_PROFILE_TOTAL(part) ((part)->women + (part)->men + (part)->untold)

/* Records of one choice: pledges of a level. */
typedef struct
{
  const char *key;          /* "" where the level is not answered */
  guint       n;
  guint       n_lapsed;     /* valid until a day before the last of the month */
  gint64      persons, women;  /* of those that say it */
  guint       n_silent;     /* that do not say their strength */
} PazProfilePledges;

typedef struct
{
  gint64 women, men;
  guint  n;                 /* lines that say so */
} PazProfileSeats;

typedef struct
{
  GArray          *pledges;        /* PazProfilePledges, by level, lowest first */
  guint            n_pledges;
  guint            needs_open, needs;
  guint            offers_open, offers;
  guint            centres;
  guint            courses;        /* at its centres */
  guint            courses_held;
  gint64           seats;          /* of those that say it */
  PazProfileSeats  seats_used;     /* attended or completed, in anybody's courses */
  PazProfileSeats  seats_asked;    /* requested or granted */
  GPtrArray       *standings;      /* PazRecord of kind membership, that hold at the month */
  GPtrArray       *pledge_records; /* PazRecord, as those below */
  GPtrArray       *need_records;
  GPtrArray       *offer_records;
  GPtrArray       *course_records;
  PazLevel         level;          /* the highest of what is counted */
} PazProfileRecords;

typedef struct
{
  char              *participant;  /* code */
  PazRecord         *record;       /* of kind participant; NULL when it is not here */
  guint16            month;
  PazMonthState      state;        /* of that month */
  gboolean           covers_world; /* the month's figures cover every contributor */
  PazStanding       *standing;
  GArray            *months;       /* PazProfileMonth, from the first month with figures to the last */
  GArray            *missions;     /* PazProfilePart, largest first */
  GArray            *types;        /* PazProfilePart, in the order of the types */
  GPtrArray         *sources;      /* PazRecord of kind data_set: those that speak at the month */
  PazProfileRecords *records;
  GPtrArray         *fatal_years;  /* PazFatalityCount, its nationals by year */
  GPtrArray         *fatal_missions;
  guint              fatal_total;
  PazFigures        *figures;
  PazFatalities     *fatalities;
} PazProfile;

/* month 0: the newest with figures. Records and figures the audience may see; NULL: own screen. On a
 * worker, with a reader. */
PazProfile        *paz_profile_load         (PazStore           *store,
                                             PazFigures         *figures,
                                             PazFatalities      *fatalities,
                                             const char         *participant,
                                             guint16             month,
                                             const PazAudience  *audience,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void               paz_profile_free         (PazProfile         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazProfile, paz_profile_free)
/* What the records of one participant say; lapsed is told against the last day of the month. */
PazProfileRecords *paz_profile_records_load (PazStore           *store,
                                             PazRecord          *participant,
                                             guint16             month,
                                             const PazAudience  *audience,
                                             GError            **error);
void               paz_profile_records_free (PazProfileRecords  *self);

G_END_DECLS
