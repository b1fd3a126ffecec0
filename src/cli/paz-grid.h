/* Rows under headers: aligned for a terminal, or as CSV. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PAZ_GRID_TEXT,
  PAZ_GRID_NUMBER,        /* to the right */
} PazGridAlign;

typedef enum
{
  PAZ_GRID_TABLE,
  PAZ_GRID_CSV,
} PazGridFormat;

typedef struct _PazGrid PazGrid;

PazGrid *paz_grid_new        (void);
void     paz_grid_free       (PazGrid       *self);
/* key heads the column in CSV, title in a table; all titles NULL: no header line. */
void     paz_grid_add_column (PazGrid       *self,
                              const char    *key,
                              const char    *title,
                              PazGridAlign   align);
/* Cells fill row after row. NULL is an empty one. */
void     paz_grid_add_cell   (PazGrid       *self,
                              const char    *text);
void     paz_grid_print      (PazGrid       *self,
                              PazGridFormat  format);

/* Columns a text takes on a terminal. */
guint    paz_grid_get_width  (const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazGrid, paz_grid_free)

G_END_DECLS
