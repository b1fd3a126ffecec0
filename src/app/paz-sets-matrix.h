/* Which data set speaks where: rows of missions (or what else facts are told by) under months, each
 * cell with the letter and colour of the data set; a gap is an empty cell, a month that nobody covers a
 * hatched column. Arrows, Home, End, Page Up and Page Down move the cursor, Enter and a double click
 * open what stands behind it, the Menu key and the second button ask what can be done. Scrolls by
 * itself and draws what is seen. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-speaking.h"

G_BEGIN_DECLS

#define PAZ_TYPE_SETS_MATRIX (paz_sets_matrix_get_type ())
G_DECLARE_FINAL_TYPE (PazSetsMatrix, paz_sets_matrix, PAZ, SETS_MATRIX, GtkWidget)

/* What a data set looks like here, by its index in PazSpeakingCell. */
typedef struct
{
  char  *letter;
  char  *title;
  guint  color;      /* of paz_look_get_series */
} PazSetMark;

/* Signals: "moved"; "activated"; "asked" (x, y): what can be done with the cell under the cursor. */
GtkWidget  *paz_sets_matrix_new        (void);
/* Takes speaking, which may be NULL for none; names of the rows and marks (PazSetMark *) are kept. The
 * cursor stays where its row and month are still there. */
void        paz_sets_matrix_set        (PazSetsMatrix *self,
                                        PazSpeaking   *speaking,
                                        GPtrArray     *names,
                                        GPtrArray     *marks);
/* FALSE while the cursor is nowhere. key lends. */
gboolean    paz_sets_matrix_get_cursor (PazSetsMatrix *self,
                                        const char   **key,
                                        guint16       *month);
/* As by keyboard; FALSE at the edge. The first move only enters, at the newest month. */
gboolean    paz_sets_matrix_move       (PazSetsMatrix *self,
                                        int            rows,
                                        int            months);
gboolean    paz_sets_matrix_move_to    (PazSetsMatrix *self,
                                        const char    *key,
                                        guint16        month);
/* "MINUSTAH, March 2014: A, UN file of March (12 figures)"; NULL without a cursor. */
char       *paz_sets_matrix_dup_spoken (PazSetsMatrix *self);

void        paz_set_mark_free          (PazSetMark    *mark);

G_END_DECLS
