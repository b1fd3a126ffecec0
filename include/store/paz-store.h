/* The store: one SQLite file. What is kept are signed revision lines and the facts of data sets;
 * everything else is derived and can be rebuilt (EXCHANGE.md 4 to 6, 11, 14). */
#pragma once

#include <gio/gio.h>

#include "model/paz-check.h"
#include "model/paz-record.h"
#include "store/paz-facts.h"

G_BEGIN_DECLS

#define PAZ_STORE_ERROR (paz_store_error_quark ())
GQuark paz_store_error_quark (void);
typedef enum
{
  PAZ_STORE_ERROR_FAILED,       /* anything else; the message is technical */
  PAZ_STORE_ERROR_NOT_FOUND,    /* no such file, or no such record */
  PAZ_STORE_ERROR_NOT_OURS,     /* another program's file */
  PAZ_STORE_ERROR_NEWER,        /* made by a newer version of the program */
  PAZ_STORE_ERROR_DAMAGED,
  PAZ_STORE_ERROR_READ_ONLY,    /* no right to write, or opened without it */
  PAZ_STORE_ERROR_FULL,         /* disk full */
  PAZ_STORE_ERROR_LOCKED,       /* open in another program; message holds "host process" */
  PAZ_STORE_ERROR_REMOTE,       /* on a network or synchronised folder */
  PAZ_STORE_ERROR_INVALID,      /* the record does not pass paz_record_check */
  PAZ_STORE_ERROR_CONFLICT,     /* a field in conflict must be decided first */
  PAZ_STORE_ERROR_NOTHING,      /* nothing to undo or redo */
  PAZ_STORE_ERROR_KEY,          /* the device key cannot be read or made */
  PAZ_STORE_ERROR_DEPENDS,      /* later changes stand on it: paz_store_list_dependents */
} PazStoreErrorCode;
/* N_() sentence for a person, with one %s for the file's name. */
const char *paz_store_error_get_sentence (PazStoreErrorCode code);

typedef enum
{
  PAZ_STORE_OPEN_NONE      = 0,
  PAZ_STORE_OPEN_CREATE    = 1 << 0, /* make it, with reference data, when it is not there */
  PAZ_STORE_OPEN_READ_ONLY = 1 << 1,
} PazStoreOpenFlags;

#define PAZ_TYPE_STORE (paz_store_get_type ())
G_DECLARE_FINAL_TYPE (PazStore, paz_store, PAZ, STORE, GObject)

/* $XDG_DATA_HOME/relacopaz/relacopaz.relacopaz */
char     *paz_store_dup_default_path (void);

/* Blocks; call from a worker in the application. On error nothing in the file changed. The
 * "changed" signal (guint64 step) is emitted in the main context that was the thread's default
 * at opening, after every commit. Reading calls are for the thread that opened, or one thread
 * at a time; a worker takes a reader of its own. */
PazStore *paz_store_open         (const char         *path,
                                  PazStoreOpenFlags   flags,
                                  GCancellable       *cancellable,
                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* A read-only view of one moment for a worker: does not see later commits. */
PazStore *paz_store_open_reader  (PazStore           *self,
                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* What reads one moment from end to end calls this at each place that reads: a reader itself, and a new
 * reader of any other store. For the thread that has the store. */
PazStore *paz_store_hold_moment  (PazStore           *self,
                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  paz_store_is_moment    (PazStore           *self);
/* So many readers of one and the same moment, each for a worker of its own; elements PazStore *. */
GPtrArray *paz_store_open_readers (PazStore          *self,
                                   guint              n,
                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* Also done by the last unref. Reports what went wrong at the final checkpoint. */
gboolean  paz_store_close        (PazStore           *self,
                                  GError            **error);
/* What lies in the log goes into the file, so that a copied file is whole; as far as nobody reads it
 * just now, without waiting. Done by itself after a large step and when nothing was written for a
 * while. From any thread. */
gboolean  paz_store_settle       (PazStore           *self,
                                  GError            **error);
/* A whole, checked copy of the store as it is now, in place of what was at path. */
gboolean  paz_store_save_copy    (PazStore           *self,
                                  const char         *path,
                                  GError            **error);
const char *paz_store_get_path     (PazStore         *self);
gboolean    paz_store_is_read_only (PazStore         *self);
/* Counts commits; differs when anything changed. */
guint64     paz_store_get_change   (PazStore         *self);

/* Who writes: the delegation's code, "" until the person has said it (then records are owned
 * by "XX"), and the person's name. Kept in the store, stamped on steps and revisions. */
const char *paz_store_get_participant (PazStore      *self);
const char *paz_store_get_author      (PazStore      *self);
gboolean    paz_store_set_identity    (PazStore      *self,
                                       const char    *participant,
                                       const char    *author,
                                       GError       **error);

/* ---- records ---- */

/* A new record with a fresh id, own delegation as owner, the kind's default level. container may be NULL. */
PazRecord *paz_store_create_record (PazStore       *self,
                                    const PazKind  *kind,
                                    const char     *container);
/* NULL with NOT_FOUND. Deleted records are found too (paz_record_is_deleted). */
PazRecord *paz_store_dup_record    (PazStore       *self,
                                    const char     *id,
                                    GError        **error);
/* Any kind's title in the catalogue's language, links inside it resolved; also of a deleted record,
 * for history. A neutral word when the record is not here. Cached. */
char      *paz_store_dup_title     (PazStore       *self,
                                    const char     *id,
                                    PazCatalogue   *catalogue);
/* As paz_value_dup_display, with links as titles; a link to what is deleted or not here is the
 * neutral word. */
char      *paz_store_dup_display   (PazStore       *self,
                                    PazRecord      *record,
                                    const PazField *field,
                                    PazCatalogue   *catalogue);
/* 8 random bytes in base64url, for paz_trilingual_set_text. */
char      *paz_store_make_text_key (PazStore       *self);

/* Whether a save by this copy counts (EXCHANGE.md 5): of a record of its own, a shared one ("*"), one
 * of an open kind, or one its owner has not written in. Else it would be a proposal to the owner. */
gboolean   paz_store_may_write     (PazStore       *self,
                                    PazRecord      *record);

/* ---- finding ---- */

typedef enum
{
  PAZ_MATCH_IS,
  PAZ_MATCH_IS_NOT,
  PAZ_MATCH_CONTAINS,
  PAZ_MATCH_BEFORE,
  PAZ_MATCH_AFTER,
  PAZ_MATCH_IS_SET,             /* answered: with a value, "not known" or "not applicable" */
  PAZ_MATCH_IS_NOT_SET,         /* not answered */
  PAZ_MATCH_SINCE,              /* that day or later; of numbers: at least */
  PAZ_MATCH_UNTIL,              /* that day or earlier; at most */
  PAZ_MATCH_WITHIN,             /* a period, see base/paz-period.h; of numbers "10..20" */
  PAZ_MATCH_IS_KNOWN,           /* has a value */
  PAZ_MATCH_IS_UNKNOWN,
  PAZ_MATCH_IS_NOT_APPLICABLE,
  PAZ_MATCH_IS_MINE,            /* is, or names, the own delegation */
  PAZ_MATCH_IS_MISSING,         /* there is a text, but none in that language, or in one of them */
  PAZ_MATCH_IS_STALE,           /* its text in that language, or in one, is older than its source */
  PAZ_MATCH_IS_OF_REGION,       /* is, or names, a State of the region: a participant of that type */
} PazMatch;
#define PAZ_N_MATCHES 17

typedef struct _PazQuery PazQuery;

/* kind may be NULL: search over all kinds. */
PazQuery  *paz_query_new           (const PazKind  *kind);
PazQuery  *paz_query_copy          (const PazQuery *self);
void       paz_query_free          (PazQuery       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazQuery, paz_query_free)
/* Every word must occur, from its beginning, without regard to accents and case. */
void       paz_query_set_search    (PazQuery       *self,
                                    const char     *words);
/* text is plain (paz_value_dup_plain): key, id, ISO date; a date may also be a period's name
 * (base/paz-period.h). field: of the kind, or an attribute (paz-filter.h). NULL container: any. */
void       paz_query_add_condition (PazQuery       *self,
                                    const PazField *field,
                                    PazMatch        match,
                                    const char     *text);
/* TRUE: one condition is enough. */
void       paz_query_set_any       (PazQuery       *self,
                                    gboolean        any);
void       paz_query_set_container (PazQuery       *self,
                                    const char     *container);
/* Clears the kind's default order at the first call. Trilingual texts order in `language`. */
void       paz_query_add_order     (PazQuery       *self,
                                    const PazField *field,
                                    gboolean        descending);
/* Puts records of one value together, ahead of every other order; see paz_record_list_get_group. */
typedef enum
{
  PAZ_GROUP_VALUE,
  PAZ_GROUP_MONTH,             /* of a date */
  PAZ_GROUP_YEAR,
} PazGrouping;
/* Whether records can be put together by the field: a choice, a link, a country, a language, a
 * yes or no, a date, a year, owner, level, changed. */
gboolean   paz_field_can_group     (const PazField *field);
/* NULL field: none. */
void       paz_query_set_group     (PazQuery       *self,
                                    const PazField *field,
                                    PazGrouping     grouping);
void       paz_query_set_language  (PazQuery       *self,
                                    PazLanguage     language);
void       paz_query_set_deleted   (PazQuery       *self,
                                    gboolean        deleted);     /* only deleted ones */
const PazKind *paz_query_get_kind  (const PazQuery *self);

/* Ids in order. G_IO_ERROR_CANCELLED, or a store error. */
GPtrArray *paz_store_find          (PazStore       *self,
                                    const PazQuery *query,
                                    GCancellable   *cancellable,
                                    GError        **error);
/* PazRecord objects in order, for small sets (children of a parent, a report's rows). */
GPtrArray *paz_store_list_records  (PazStore       *self,
                                    const PazQuery *query,
                                    GError        **error);
gint64     paz_store_count         (PazStore       *self,
                                    const PazKind  *kind);

/* ---- search everywhere ---- */

/* How a record was found, best first. */
typedef enum
{
  PAZ_HIT_EXACT,       /* the words are its code, acronym or whole title, in some language */
  PAZ_HIT_TITLE,       /* every word begins one of its title's */
  PAZ_HIT_TEXT,        /* the words are elsewhere in it */
} PazHitRank;

typedef struct
{
  gsize start;         /* bytes of the text */
  gsize end;
} PazSpan;

typedef struct
{
  char          *record;
  const PazKind *kind;
  char          *container;    /* NULL for what stands by itself */
  PazHitRank     rank;
  char          *title;        /* in the catalogue's language */
  char          *snippet;      /* one line around the words; NULL when the title shows them all */
  GArray        *title_spans;  /* PazSpan: where the words stand, in order */
  GArray        *snippet_spans;
} PazHit;
void       paz_hit_free            (PazHit         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazHit, paz_hit_free)
/* Records of any kind that hold every word in any language, each from its beginning, without
 * regard to accents and case: exact codes first, then titles, then texts; of equals the one
 * changed last. At most `limit`. Elements PazHit *. G_IO_ERROR_CANCELLED, or a store error. */
GPtrArray *paz_store_search        (PazStore       *self,
                                    const char     *words,
                                    guint           limit,
                                    PazCatalogue   *catalogue,
                                    GCancellable   *cancellable,
                                    GError        **error);
/* Where the words stand in a text, as search takes them: PazSpan, in order. */
GArray    *paz_search_find_spans   (const char     *text,
                                    const char     *words);

/* ---- the one write door ---- */

typedef struct _PazEdit PazEdit;

/* What is staged becomes one named step. */
PazEdit   *paz_edit_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void       paz_edit_free           (PazEdit        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazEdit, paz_edit_free)
/* The record as it shall be; compared with the store's, only changed fields are written. */
void       paz_edit_put            (PazEdit        *self,
                                    PazRecord      *record);
/* Deletes the record and its children. */
void       paz_edit_remove         (PazEdit        *self,
                                    PazRecord      *record);
/* The facts of a data set whose record is put in the same edit; fills its cell `facts`. */
void       paz_edit_put_facts      (PazEdit        *self,
                                    PazRecord      *data_set,
                                    PazFactTable   *facts);
/* For an import: the file's name shown in the step. */
void       paz_edit_set_origin     (PazEdit        *self,
                                    const char     *origin);
gboolean   paz_edit_is_empty       (PazEdit        *self);

typedef void (* PazProgress) (double fraction, gpointer data);

/* Validates, signs, writes revisions and derived rows in one transaction; durable when it
 * returns TRUE. *step is 0 when nothing differed. May run on a worker. */
gboolean   paz_store_apply         (PazStore       *self,
                                    PazEdit        *edit,
                                    PazProgress     progress,
                                    gpointer        data,
                                    GCancellable   *cancellable,
                                    guint64        *step,
                                    GError        **error);

/* ---- steps: undo, redo, history ---- */

typedef enum
{
  PAZ_STEP_EDIT,
  PAZ_STEP_IMPORT,
  PAZ_STEP_REFERENCE,   /* built-in data; not undone */
} PazStepType;

typedef struct
{
  guint64       n;
  PazStepType   type;
  gint64        at;            /* unix ms, claimed */
  char         *author;        /* person */
  char         *participant;
  char         *origin;        /* file name of an import, or NULL */
  char         *verb;          /* "added", "edited", "deleted", "imported", "restored", "reverted" */
  guint64       of;            /* the step that a "reverted" one took back, else 0 */
  char         *kind;          /* of the first record; NULL for a mixed step */
  char         *record;        /* id of the first record */
  guint         n_records;
  gboolean      undone;
} PazStep;
void       paz_step_free           (PazStep        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazStep, paz_step_free)
/* "Edited recommendation “Joint training”", in words. */
char      *paz_store_dup_step_name (PazStore       *self,
                                    const PazStep  *step,
                                    PazCatalogue   *catalogue);

/* The step that undo or redo would take; NULL when there is none. */
PazStep   *paz_store_dup_undo_step (PazStore       *self);
PazStep   *paz_store_dup_redo_step (PazStore       *self);
gboolean   paz_store_undo          (PazStore       *self,
                                    GError        **error);
gboolean   paz_store_redo          (PazStore       *self,
                                    GError        **error);

typedef struct
{
  PazStep        *step;
  char           *record;
  const PazKind  *kind;
  const PazField *field;       /* NULL: the record was added or deleted as a whole */
  GVariant       *before;
  GVariant       *after;
} PazHistoryEntry;
void       paz_history_entry_free  (PazHistoryEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazHistoryEntry, paz_history_entry_free)
/* Newest first; record NULL: all. Elements PazHistoryEntry *. */
GPtrArray *paz_store_list_history  (PazStore       *self,
                                    const char     *record,
                                    guint           limit,
                                    GError        **error);
/* The step of this number; NULL when there is none. */
PazStep   *paz_store_dup_step      (PazStore       *self,
                                    guint64         step);

/* What of the history to look at; all zero: everything but the built-in data. */
typedef struct
{
  const char *record;
  gboolean    contained;       /* of the record: with all that it contains, at any depth */
  const char *kind;            /* key */
  const char *author;          /* person, as the steps say */
  gint64      from;            /* unix ms, the first moment; 0: open */
  gint64      to;              /* the first moment after; 0: open */
  const char *words;           /* in the record, in what was written, or in an import's file name */
  guint64     step;
} PazHistoryFilter;
/* Numbers of the changes, gint64, newest first: each is one save of one record. Cheap: what they
 * changed is read one by one. G_IO_ERROR_CANCELLED, or a store error. */
GArray    *paz_store_find_history  (PazStore       *self,
                                    const PazHistoryFilter *filter,
                                    GCancellable   *cancellable,
                                    GError        **error);
/* What one of them changed, a PazHistoryEntry * a field. */
GPtrArray *paz_store_list_changes  (PazStore       *self,
                                    gint64          change,
                                    GError        **error);
/* The persons who ever made a step, in order; NULL-terminated. */
char     **paz_store_dup_authors   (PazStore       *self);

/* ---- steps: back to what was. Each is a new step, which can be undone ---- */

/* The later changes that stand on a step, newest first, as PazHistoryEntry *: changes of the same
 * field (of the same element of a set), of a record that the step added, deletions, links to what
 * it added, and what was written since under the narrower release that it gave. Empty when it can
 * be reverted. NOTHING when there is no such step or it is undone or built in. */
GPtrArray *paz_store_list_dependents (PazStore     *self,
                                    guint64         step,
                                    GError        **error);
/* Takes back one old step and leaves all later ones as they are. DEPENDS when it has dependents,
 * INVALID when what comes out breaks a rule of its kind. *made (may be NULL): the new step. */
gboolean   paz_store_revert        (PazStore       *self,
                                    guint64         step,
                                    guint64        *made,
                                    GError        **error);

typedef enum
{
  PAZ_RESTORE_AFTER,           /* as the step left it */
  PAZ_RESTORE_BEFORE,          /* as the step found it */
} PazRestorePoint;
/* Writes the values of then: one field's, or with field NULL all of them, which also brings a
 * deleted record back. Handling stays as it is now. *made is 0 when nothing differed. NOT_FOUND
 * when the record was not there at that point. */
gboolean   paz_store_restore       (PazStore       *self,
                                    const char     *record,
                                    const PazField *field,
                                    guint64         step,
                                    PazRestorePoint point,
                                    guint64        *made,
                                    GError        **error);

typedef struct
{
  char          *record;
  const PazKind *kind;
  PazStep       *step;         /* that deleted it */
} PazDeletion;
void       paz_deletion_free       (PazDeletion    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazDeletion, paz_deletion_free)
/* What is deleted, last deleted first; what went with its container is left out, as it comes back
 * with it. kind and words may be NULL. Elements PazDeletion *. */
GPtrArray *paz_store_list_deleted  (PazStore       *self,
                                    const PazKind  *kind,
                                    const char     *words,
                                    GCancellable   *cancellable,
                                    GError        **error);
/* Brings deleted records back, with what was deleted together with them and what they stand in,
 * as one step. */
gboolean   paz_store_bring_back    (PazStore       *self,
                                    const char * const *records,
                                    guint64        *made,
                                    GError        **error);

/* ---- proof ---- */

/* Recomputes what is derived from what is kept and compares. Findings as technical sentences;
 * empty when they agree. */
GPtrArray *paz_store_check         (PazStore       *self,
                                    GCancellable   *cancellable,
                                    GError        **error);
/* Drops and rebuilds what is derived. */
gboolean   paz_store_rebuild       (PazStore       *self,
                                    GCancellable   *cancellable,
                                    GError        **error);

/* ---- settings of this copy: never leave it ---- */
char      *paz_store_dup_setting   (PazStore       *self,
                                    const char     *key);
gboolean   paz_store_set_setting   (PazStore       *self,
                                    const char     *key,
                                    const char     *value,
                                    GError        **error);

G_END_DECLS
