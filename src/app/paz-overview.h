/* What the Overview shows, computed on a worker from one moment of the store. */
#pragma once

#include <gio/gio.h>

#include "figures/paz-figures.h"
#include "paz-matters.h"
#include "paz-overview-charts.h"

G_BEGIN_DECLS

typedef struct
{
  char    *name;               /* the step in words */
  char    *by;                 /* person and moment */
  char    *record;             /* id, or NULL when it cannot be opened */
  gboolean undone;
} PazOverviewStep;

typedef struct
{
  guint missing;
  guint stale;
} PazOverviewTexts;

typedef struct
{
  guint16          month;      /* newest with figures of the region, 0: none */
  guint            contributors;
  guint            states;     /* of the region */
  guint64          women;
  guint64          personnel;
  guint            missions;
  PazChart        *charts[PAZ_N_OVERVIEW_CHARTS];  /* NULL where there is nothing to draw */
  GPtrArray       *steps;      /* PazOverviewStep *, newest first */
  GPtrArray       *matters;    /* PazMatter *, most urgent first */
  guint            texts;      /* trilingual texts that hold anything */
  PazOverviewTexts in[PAZ_N_LANGUAGES];
  gboolean         has_recommendation;
  gboolean         has_figures;
} PazOverview;

/* store: a reader, on a worker. The words are the catalogue's. */
PazOverview *paz_overview_compute (PazStore      *store,
                                   PazCatalogue  *catalogue,
                                   GCancellable  *cancellable,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void         paz_overview_free    (PazOverview   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazOverview, paz_overview_free)

G_END_DECLS
