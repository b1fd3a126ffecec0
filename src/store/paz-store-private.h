/* What the files of this room share. Nothing of it leaves the room. */
#pragma once

#include <sqlite3.h>

#include "paz-sql.h"
#include "store/paz-store.h"

G_BEGIN_DECLS

/* ---- connections (paz-store.c) ---- */

/* A store without built-in data, for tests that want a small one. */
#define PAZ_STORE_OPEN_BARE ((PazStoreOpenFlags) (1 << 16))

/* For reading, on the thread that may read (see paz-store.h). */
sqlite3  *paz_store_get_reader_db  (PazStore        *self);

/* ---- derived rows. One table a kind, "k_<kind>", STRICT, WITHOUT ROWID:
 *   id TEXT PRIMARY KEY, owner TEXT, level INTEGER, list TEXT (codes joined by ' '),
 *   container TEXT, deleted INTEGER, changed INTEGER (unix ms of the newest head),
 *   conflicts TEXT (keys of fields in conflict, " a b "), states TEXT (" due:u cost:n "),
 *   then by field: INTEGER and FLAG INTEGER; MONEY f_a f_c f_d f_s TEXT; sets TEXT joined by ' ';
 *   TRILINGUAL f_src TEXT, f_es f_pt f_en TEXT, f_es_k ... TEXT, f_es_o ... INTEGER;
 *   all others TEXT. A state (unknown, not applicable) is NULL here and named in states.
 * Table "record" (id TEXT PRIMARY KEY, kind TEXT, container TEXT) finds the kind of an id.
 * Table "target" (target TEXT, record TEXT, field TEXT) answers what links here. ---- */

/* Reads one row into a record (paz-rows.c). NULL with NOT_FOUND. */
PazRecord *paz_rows_read           (sqlite3         *db,
                                    const char      *id,
                                    GError         **error);
/* The same with statements that are kept, by whoever has them. */
PazRecord *paz_rows_read_kept      (PazStatements   *statements,
                                    const char      *id,
                                    GError         **error);
/* The same for the present row of a SELECT * on k_<kind>. */
PazRecord *paz_rows_read_statement (const PazKind   *kind,
                                    sqlite3_stmt    *statement);

/* ---- search (paz-search.c), fts5 table "search", unicode61 remove_diacritics 2 ---- */
gboolean   paz_search_create       (sqlite3         *db,
                                    GError         **error);
/* Replaces what is indexed of a record; removes it when it is deleted. */
gboolean   paz_search_put          (PazStatements   *statements,
                                    PazRecord       *record,
                                    GError         **error);

/* ---- facts (paz-facts-store.c), tables "fact_code" and "fact_segment": kept, not derived ---- */
gboolean   paz_facts_create        (sqlite3         *db,
                                    GError         **error);
/* Writes the segments of a data set inside the caller's transaction. */
gboolean   paz_facts_write         (sqlite3         *db,
                                    const char      *data_set,
                                    PazFactTable    *facts,
                                    PazProgress      progress,
                                    gpointer         data,
                                    GCancellable    *cancellable,
                                    GError         **error);
/* The text of the data set's cell `facts`: {"chunks":k,"h":...,"rows":n} of EXCHANGE.md 4.5,
 * SHA-256 over the canonical chunk lines. Any thread. */
char      *paz_facts_make_cell     (const char      *data_set,
                                    PazFactTable    *facts);

/* ---- built-in data (paz-reference.c) ---- */

/* Writes what an edition of the built-in data says of a record: a revision with every value, signed
 * by the publicly known reference key, with the same bytes in every store. Nothing is written when
 * the newest edition here says the same. What a person wrote goes before it, field by field.
 * Only inside paz_reference_load, which runs in the door's transaction. edition_ms: unix time. */
gboolean   paz_revise_reference    (PazStore        *self,
                                    PazRecord       *record,
                                    gint64           edition_ms,
                                    GError         **error);
/* The same for settings: paz_store_set_setting inside the present transaction, on the writing
 * connection; NULL value removes. dup: as the transaction sees it. */
gboolean   paz_door_set_setting    (PazStore        *self,
                                    const char      *key,
                                    const char      *value,
                                    GError         **error);
char      *paz_door_dup_setting    (PazStore        *self,
                                    const char      *key);

/* Called by the opening in the door's transaction: with every new store, and when a store is
 * opened for writing; returns quickly when the store holds this edition already. */
/* Puts the shipped tables into the store as records with shared ids, public, owner "*"; when the
 * store holds an older edition, refreshes only what no person changed. */
gboolean   paz_reference_load      (PazStore        *self,
                                    GError         **error);

G_END_DECLS
