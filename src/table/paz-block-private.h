/* How a block is filled, for its readers. */
#pragma once

#include "table/paz-block.h"

G_BEGIN_DECLS

#define PAZ_BLOCK_MAX_ROWS 100000
#define PAZ_BLOCK_MAX_COLUMNS 512

PazBlock *paz_block_new    (void);
/* Trims; exact may be NULL. Cells may come in any order. FALSE: more than a block may hold. */
gboolean  paz_block_set    (PazBlock    *self,
                            guint        row,
                            guint        column,
                            const char  *text,
                            gsize        length,
                            const char  *exact);
/* Drops what is empty at the end. NULL with PAZ_IMPORT_ERROR_EMPTY, and self is freed. */
PazBlock *paz_block_finish (PazBlock    *self,
                            GError     **error);
/* UTF-8 with or without a byte-order mark, or UTF-16 with one; NULL when it is neither. */
char     *paz_block_decode (const char  *text,
                            gssize       length);

G_END_DECLS
