/* Parts of the report `women`. */
#pragma once

#include "model/paz-personnel.h"
#include "paz-sheets.h"

G_BEGIN_DECLS

/* Per cent of the strategy's last target (2028) for a category; NAN when there is none. */
double    paz_women_get_goal        (PazEdition  *edition,
                                     const char  *category);
guint64   paz_women_count_needed    (guint64      women,
                                     guint64      base,
                                     double       target);

PazSheet *paz_women_declare_series  (PazEdition  *edition,
                                     PazWorkbook *workbook);
void      paz_women_fill_series     (PazSheet    *self,
                                     PazEdition  *edition);
PazSheet *paz_women_declare_targets (PazEdition  *edition,
                                     PazWorkbook *workbook);
void      paz_women_fill_targets    (PazSheet    *self,
                                     PazEdition  *edition);
void      paz_women_put_links       (PazSheet    *cover,
                                     PazEdition  *edition,
                                     PazSheet    *series,
                                     PazSheet    *targets);

G_END_DECLS
