/* Whom and which personnel types the months of a file hold, beside those that speak now: what a file
 * that is a part would take away. Contributors and types are places, numbers both sides share. */
#pragma once

#include "table/paz-import.h"

G_BEGIN_DECLS

typedef struct _PazHeld PazHeld;

PazHeld      *paz_held_new          (guint         n_contributors,
                                     guint         n_types);
void          paz_held_free         (PazHeld      *self);
/* A row of the file. All of them first. */
void          paz_held_add          (PazHeld      *self,
                                     guint16       month,
                                     guint         contributor,
                                     guint         type);
/* A row that speaks now, in the scope of the file. */
void          paz_held_add_speaking (PazHeld      *self,
                                     guint16       month,
                                     guint         contributor,
                                     guint         type);
/* TRUE when the file has the month. */
gboolean      paz_held_covers       (PazHeld      *self,
                                     guint16       month);
/* Choices that would keep what is not in the file. */
PazImportKeep paz_held_get_keep     (PazHeld      *self,
                                     guint16       month,
                                     guint         contributor,
                                     guint         type);
/* Adds PazImportLoss by month; in what the file is a part. Keys by place. */
PazImportKeep paz_held_list_losses  (PazHeld      *self,
                                     const char  **contributors,
                                     const char  **types,
                                     GPtrArray    *losses);
void          paz_held_loss_free    (gpointer      loss);

G_END_DECLS
