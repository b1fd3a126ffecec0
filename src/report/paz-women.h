/* Parts of the report `women`. */
#pragma once

#include "model/paz-personnel.h"
#include "paz-report-spec.h"

G_BEGIN_DECLS

/* Below this many people one more or one less changes the picture. */
#define PAZ_WOMEN_SMALL_BASE 10

/* Per cent of the strategy's last target (2028) for a category; NAN when there is none. */
double    paz_women_get_goal        (PazEdition  *edition,
                                     const char  *category);
guint64   paz_women_count_needed    (guint64      women,
                                     guint64      base,
                                     double       target);

/* Women, share and total; the base in words; target, basis, signal, women needed, and the same of the
 * strategy's last target. */
void      paz_women_put_figures     (PazSheet        *sheet,
                                     const PazParity *parity);
void      paz_women_put_base        (PazSheet        *sheet,
                                     PazEdition      *edition,
                                     const PazParity *parity);
void      paz_women_put_judgement   (PazSheet        *sheet,
                                     PazEdition      *edition,
                                     const PazParity *parity);
/* Series of a chart: shares, the target of the year where there is one, the last target. */
void      paz_women_add_shares      (PazSheetChart   *chart,
                                     PazSheet        *sheet,
                                     PazEdition      *edition,
                                     const char      *category_key,
                                     guint            n,
                                     gboolean         aimed);
/* What green, yellow, red and "more women" say. */
void      paz_women_add_notes       (PazSheet        *sheet,
                                     PazEdition      *edition);

/* Whom the entries of the funnels are of. */
gboolean  paz_women_prepare         (PazEdition      *edition,
                                     PazStore        *store,
                                     GCancellable    *cancellable,
                                     GError         **error);

G_END_DECLS
