/* What is asked of the map: which figure, of which month, type and mission, and of whom. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PAZ_MAP_DEPLOYED,
  PAZ_MAP_WOMEN,
  PAZ_MAP_SHARE_OF_WOMEN,
  PAZ_MAP_AGAINST_TARGET,   /* percentage points between the share of women and the year's target */
  PAZ_MAP_WOMEN_NEEDED,     /* where men stand now, to reach the targets */
  PAZ_MAP_CHANGE,           /* of those deployed, since the same month a year before */
  PAZ_MAP_PLEDGES,
  PAZ_MAP_PLEDGED,          /* persons of them */
  PAZ_MAP_NEEDS,
  PAZ_MAP_OFFERS,
  PAZ_MAP_FATALITIES,
} PazMapFigure;
#define PAZ_N_MAP_FIGURES 11

typedef enum
{
  PAZ_MAP_HAS_FACTS    = 1 << 0,  /* of the month, by type and mission */
  PAZ_MAP_HAS_SEXES    = 1 << 1,  /* wants months that tell women and men apart */
  PAZ_MAP_HAS_RECORDS  = 1 << 2,  /* counted from records of participants */
  PAZ_MAP_HAS_MISSIONS = 1 << 3,  /* can be shown mission by mission */
} PazMapFigureFlags;

/* "deployed": never shown, never translated */
const char        *paz_map_figure_get_key   (PazMapFigure         figure);
/* NC_("map figure", ...) */
const char        *paz_map_figure_get_label (PazMapFigure         figure);
PazMapFigureFlags  paz_map_figure_get_flags (PazMapFigure         figure);
/* The kind whose records are counted; NULL for facts. */
const char        *paz_map_figure_get_kind  (PazMapFigure         figure);

typedef struct
{
  gboolean      missions;   /* where the missions are, instead of the States */
  PazMapFigure  figure;
  guint16       month;      /* 0: the newest with figures */
  char         *type;       /* personnel type; NULL: all */
  char         *mission;    /* acronym; NULL: all. Of States only */
  char         *state;      /* ISO3: chosen among the States, and whose missions are shown; NULL: the region */
} PazMapChoice;

PazMapChoice      *paz_map_choice_new       (void);
PazMapChoice      *paz_map_choice_copy      (const PazMapChoice  *self);
void               paz_map_choice_free      (PazMapChoice        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazMapChoice, paz_map_choice_free)
/* A figure that missions have where they are shown. */
void               paz_map_choice_settle    (PazMapChoice        *self);
/* One line, for the settings; without the month, since the newest is looked for next time. */
char              *paz_map_choice_to_text   (const PazMapChoice  *self);
/* What is not understood is left as new. */
PazMapChoice      *paz_map_choice_parse     (const char          *text);

G_END_DECLS
