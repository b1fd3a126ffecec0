/* A block of cells that another program put on the clipboard or into a file: text by row and
 * column, and beside it, where the program says it, the number a cell holds. Immutable. */
#pragma once

#include "table/paz-import.h"

G_BEGIN_DECLS

typedef struct _PazBlock PazBlock;

/* Cells between tabs (or `delimiter`, when it is not 0), as spreadsheets write them: a cell of
 * several lines in quotation marks, doubled inside; a quotation mark that closes nowhere is text.
 * Empty rows and columns at the end are dropped. PAZ_IMPORT_ERROR_ENCODING, _EMPTY, _TOO_LARGE.
 * length: -1 for text that ends with NUL. */
PazBlock   *paz_block_read_text   (const char      *text,
                                   gssize           length,
                                   char             delimiter,
                                   GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* The first table of an HTML text; merged cells hold their text once. PAZ_IMPORT_ERROR_EMPTY when
 * there is no table. */
PazBlock   *paz_block_read_html   (const char      *html,
                                   gssize           length,
                                   GError         **error) G_GNUC_WARN_UNUSED_RESULT;
PazBlock   *paz_block_ref         (PazBlock        *self);
void        paz_block_unref       (PazBlock        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazBlock, paz_block_unref)

guint       paz_block_get_n_rows    (PazBlock      *self);
guint       paz_block_get_n_columns (PazBlock      *self);
/* Trimmed, never NULL. */
const char *paz_block_get_text    (PazBlock        *self,
                                   guint            row,
                                   guint            column);
/* Decimal text (paz-decimal.h) of the number behind what is shown, a serial number for a date; NULL
 * where it is not said. */
const char *paz_block_get_exact   (PazBlock        *self,
                                   guint            row,
                                   guint            column);

/* The line that ends what was copied as cells: "Handling level: Network". */
char       *paz_block_dup_handling  (PazLevel       level,
                                     PazCatalogue  *catalogue);
/* TRUE for that line in any of the three languages. */
gboolean    paz_block_is_handling   (const char    *text);

G_END_DECLS
