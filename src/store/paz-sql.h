/* A thin dress over prepared statements, so that call sites read. */
#pragma once

#include <sqlite3.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

/* Sets error from the connection's last failure: FULL, READ_ONLY, DAMAGED, LOCKED, CANCELLED
 * (G_IO_ERROR) or FAILED, with SQLite's words. Returns FALSE. */
gboolean      paz_sql_fail      (sqlite3       *db,
                                 GError       **error);
/* Runs statements without results. */
gboolean      paz_sql_run       (sqlite3       *db,
                                 const char    *sql,
                                 GError       **error);
/* NULL on failure. */
sqlite3_stmt *paz_sql_prepare   (sqlite3       *db,
                                 const char    *sql,
                                 GError       **error);
/* *row says whether there is one. FALSE on failure. */
gboolean      paz_sql_step      (sqlite3_stmt  *statement,
                                 gboolean      *row,
                                 GError       **error);
/* Steps a statement that gives no row and resets it for the next. */
gboolean      paz_sql_execute   (sqlite3_stmt  *statement,
                                 GError       **error);
/* NULL text binds NULL. The text must live until the statement is reset. */
void          paz_sql_bind_text (sqlite3_stmt  *statement,
                                 int            n,
                                 const char    *text);
/* Lends; NULL for SQL NULL. */
const char   *paz_sql_get_text  (sqlite3_stmt  *statement,
                                 int            column);
/* First column of the first row as an integer, or `otherwise`. */
gint64        paz_sql_integer   (sqlite3       *db,
                                 const char    *sql,
                                 gint64         otherwise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* Prepared statements of one connection, by their text: preparing anew for each row costs six
 * times the row. For the thread that uses the connection. */
typedef struct _PazStatements PazStatements;

PazStatements *paz_statements_new  (sqlite3        *db);
void           paz_statements_free (PazStatements  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazStatements, paz_statements_free)
sqlite3       *paz_statements_get_db (PazStatements *self);
/* Lends, reset and without bindings. */
sqlite3_stmt  *paz_statements_get  (PazStatements  *self,
                                    const char     *sql,
                                    GError        **error);

void          paz_sql_bind_blob (sqlite3_stmt  *statement,
                                 int            n,
                                 gconstpointer  bytes,
                                 gsize          size);
/* TRUE when the column holds exactly `size` bytes, copied out. */
gboolean      paz_sql_get_blob  (sqlite3_stmt  *statement,
                                 int            column,
                                 gpointer       bytes,
                                 gsize          size);

G_END_DECLS
