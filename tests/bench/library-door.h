/* Stands at the door of libxlsxwriter in the place of its own functions: measures the time spent
 * inside, and can write down every call with its arguments and make the same calls again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on calls are written down; what was written down before is forgotten. */
void    door_record      (void);
void    door_stop        (void);
/* The workbook again, by the same calls in the same order, to another path: a program of nothing
 * but the library. */
void    door_repeat      (const char *path);

/* Microseconds spent inside between the two. Reading the clock at each call costs too: a turn that
 * is compared with another is not timed. */
void    door_begin_timing (void);
gint64  door_end_timing  (void);
/* Monotonic times of the last workbook's opening and closing. */
gint64  door_get_opened  (void);
gint64  door_get_closed  (void);
guint   door_get_n_calls (void);
guint   door_get_n_cells (void);

G_END_DECLS
