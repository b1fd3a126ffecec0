/* Tables: what is kept, and what is derived from it and may be rebuilt at any open. */
#pragma once

#include "paz-sql.h"

G_BEGIN_DECLS

#define PAZ_APPLICATION_ID 0x5250415A   /* "RPAZ" */
/* 2: the kinds of Cooperation and the areas after it. A program that knows none of them would show
 * a store without them as if it were whole. */
#define PAZ_SCHEMA_VERSION 2

gboolean    paz_schema_create_kept    (sqlite3         *db,
                                       GError         **error);
gboolean    paz_schema_create_derived (sqlite3         *db,
                                       GError         **error);
gboolean    paz_schema_drop_derived   (sqlite3         *db,
                                       GError         **error);
/* Changes whenever the derived tables would look or be filled differently. */
char       *paz_schema_dup_digest     (void);
/* "k_<kind>" */
char       *paz_schema_dup_table      (const PazKind   *kind);
/* Columns of a kind's table, in order. */
guint       paz_schema_get_n_columns  (const PazKind   *kind);
/* INSERT OR REPLACE of one whole row. */
char       *paz_schema_dup_insert     (const PazKind   *kind);
/* All rows of each derived table in the order of their keys, as SQL. */
GPtrArray  *paz_schema_list_queries   (void);

G_END_DECLS
