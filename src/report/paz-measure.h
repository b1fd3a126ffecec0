/* How wide a text is in the report's typeface, so that columns fit what they hold wherever the
 * workbook is opened. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pixels at 96 dpi of a text in Arial (or a face of the same metrics) at a size in points. */
double  paz_measure_text       (const char *text,
                                double      points,
                                gboolean    bold);
/* The widest word: the narrowest column that does not break one. */
double  paz_measure_word       (const char *text,
                                double      points,
                                gboolean    bold);
/* Lines a text takes when wrapped at words within `width` pixels; at least 1. */
guint   paz_measure_lines      (const char *text,
                                double      points,
                                gboolean    bold,
                                double      width);
/* The narrowest width at which a text takes at most `lines` lines. */
double  paz_measure_wrapped    (const char *text,
                                double      points,
                                gboolean    bold,
                                guint       lines);

G_END_DECLS
