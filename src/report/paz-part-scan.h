/* Looks through a part of a workbook that was just written: is it whole, and how many rows has it? */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PazPartScan PazPartScan;

PazPartScan *paz_part_scan_new          (void);
void         paz_part_scan_free         (PazPartScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPartScan, paz_part_scan_free)

/* A new part; what was found in the last one is forgotten. */
void         paz_part_scan_begin        (PazPartScan *self);
/* Where the part's next bytes are to be put. NULL: a tag longer than any that is written. */
char        *paz_part_scan_get_room     (PazPartScan *self,
                                         gsize       *room);
/* So many were put. FALSE when the part is not well formed. */
gboolean     paz_part_scan_take         (PazPartScan *self,
                                         gsize        n);
/* Every element that was opened is closed, and there was one. */
gboolean     paz_part_scan_is_whole     (PazPartScan *self);
guint        paz_part_scan_get_n_rows   (PazPartScan *self);
/* From 0; -1 when there is none. */
gint64       paz_part_scan_get_last_row (PazPartScan *self);

G_END_DECLS
