/* The inside of a store, for the files that open it and write through its door. */
#pragma once

#include "paz-line.h"
#include "paz-sql.h"
#include "paz-store-private.h"

G_BEGIN_DECLS

typedef struct _PazLock PazLock;
typedef struct _PazSettler PazSettler;

struct _PazStore
{
  GObject           parent_instance;

  char             *path;
  PazStoreOpenFlags flags;
  gboolean          read_only;
  gboolean          is_moment;     /* a reader: what it reads never changes */
  gboolean          immutable;     /* in a place where nothing can be written */
  gboolean          leaves_log;    /* reading made one beside a file that was whole without */
  PazSettler       *settler;
  GMainContext     *context;       /* where "changed" is emitted */
  int               change;        /* atomic */
  sqlite3          *reader;        /* the opening thread's */
  PazStatements    *reading;       /* of the reader */

  PazLock          *lock;
  GMutex            write_mutex;   /* guards all below */
  sqlite3          *writer;
  PazStatements    *statements;    /* of the writer */
  gboolean          door_open;     /* what the authorizer asks */
  PazDeviceKey      key;
  GHashTable       *speaks;        /* set of key id bytes + participant, see paz_store_speaks_for */
  guint64           step;          /* of the open door; 0 until something is written */
  PazStepType       step_type;
  guint             step_records;
  const char       *origin;
  GCancellable     *cancellable;
  GHashTable       *pending;       /* id -> PazRecord of the edit being applied; lent */

  /* Interned: lent without a lock while a worker writes. */
  const char       *participant;
  const char       *author;
};

/* ---- the file (paz-open.c) ---- */

/* What the first bytes of a file say. */
typedef enum
{
  PAZ_FILE_ABSENT,
  PAZ_FILE_OURS,
} PazFileState;

/* Refuses what is not ours, newer or cut off, without touching it. */
gboolean  paz_file_inspect         (const char       *path,
                                    PazFileState     *state,
                                    GError          **error);
/* statfs f_type of folders where locks and shared memory do not hold. */
gboolean  paz_file_is_remote_type  (guint64           type);
gboolean  paz_file_check_place     (const char       *path,
                                    gboolean          create,
                                    GError          **error);
/* TRUE when a write-ahead log beside the file has content. */
gboolean  paz_file_has_log         (const char       *path);
/* Reads every page without writing one. Only for a file that no one writes and without log. */
gboolean  paz_file_check_pages     (const char       *path,
                                    GCancellable     *cancellable,
                                    GError          **error);
/* write: the one writing connection, else read only. immutable: a place where nothing can be written. */
sqlite3  *paz_file_connect         (const char       *path,
                                    gboolean          write,
                                    gboolean          create,
                                    gboolean          immutable,
                                    GError          **error);
gboolean  paz_file_is_place_writable (const char     *path);
/* With its log and shared memory; silent when it is not there. */
void      paz_file_remove          (const char       *path);
/* Durable: the file and the folder's entry. */
gboolean  paz_file_rename          (const char       *from,
                                    const char       *to,
                                    GError          **error);
gboolean  paz_db_check_pages       (sqlite3          *db,
                                    GCancellable     *cancellable,
                                    GError          **error);

/* ---- who writes (paz-lock.c) ---- */

/* <store>.lock, an open-file-description lock: held by this opening alone and gone with it, so a
 * left-over file means nothing. LOCKED names host, process and start. */
PazLock  *paz_lock_take            (const char       *store_path,
                                    GError          **error);
void      paz_lock_release         (PazLock          *self);

/* ---- migration (paz-migrate.c) ---- */

/* Makes a new file's tables, or brings an older one to this version after a verified copy. */
gboolean  paz_migrate_create       (PazStore         *self,
                                    GError          **error);
gboolean  paz_migrate              (PazStore         *self,
                                    GCancellable     *cancellable,
                                    GError          **error);
/* Whether the derived tables are of this program. */
gboolean  paz_migrate_is_current   (PazStore         *self,
                                    sqlite3          *db);
/* Drops and fills the derived tables; inside the door. */
gboolean  paz_migrate_rebuild      (PazStore         *self,
                                    GCancellable     *cancellable,
                                    GError          **error);

/* ---- copies (paz-backup.c) ---- */

/* Into <store>.backups, of which the newest ten stay. */
gboolean  paz_backup_make          (PazStore         *self,
                                    GError          **error);

/* One a day, of what was there before the day's work; a store nobody wrote into has none. */
void      paz_backup_make_daily    (PazStore         *self);

/* Before a step of more changes than these: a copy, or the step is not begun. A store nobody wrote
 * into has none. */
#define PAZ_BACKUP_CHANGES 1000
gboolean  paz_backup_make_before   (PazStore         *self,
                                    guint64           changes,
                                    GError          **error);

/* ---- between works (paz-settle.c) ---- */

extern guint paz_settle_seconds;

PazSettler *paz_settler_new        (void);
void      paz_settler_free         (PazSettler       *self);
/* paz_store_settle, once nothing was written for a while. From any thread. */
void      paz_settle_later         (PazStore         *store);
/* Takes away the empty log that reading left, when nobody has the store open. */
void      paz_settle_tidy          (const char       *path);

/* ---- keys and identity (paz-identity.c) ---- */

gboolean  paz_identity_create      (PazStore         *self,
                                    GError          **error);
gboolean  paz_identity_load        (PazStore         *self,
                                    sqlite3          *db,
                                    GError          **error);
/* Whether the key was ever of this participant. */
gboolean  paz_identity_speaks_for  (GHashTable       *speaks,
                                    const guint8      key[PAZ_KEY_ID_BYTES],
                                    const char       *participant);
/* The code that owns what this copy writes: "XX" until the person has said it. */
const char *paz_identity_get_owner (PazStore          *self);
GHashTable *paz_identity_load_speaks (sqlite3        *db,
                                    GError          **error);

/* ---- the door (paz-door.c) ---- */

/* Takes the writing right, begins a transaction. Everything written until commit is one step,
 * whose row is made by the first line written. */
gboolean  paz_door_open            (PazStore         *self,
                                    PazStepType       type,
                                    const char       *origin,
                                    GCancellable     *cancellable,
                                    GError          **error);
/* Either commits, or undoes everything and gives the right back; *step may be NULL. */
gboolean  paz_door_commit          (PazStore         *self,
                                    guint64          *step,
                                    GError          **error);
void      paz_door_roll_back       (PazStore         *self);
/* The number of the step, made when needed. 0 with error. */
guint64   paz_door_get_step        (PazStore         *self,
                                    GError          **error);
/* What was undone before a new step cannot be redone after it; the bulk of an undone import, which
 * nothing speaks of any more, is given back. Done by the making of a step; before it by who writes
 * facts ahead of their line. */
gboolean  paz_door_leave_behind    (PazStore         *self,
                                    GError          **error);
/* Counts a record of the step; the first one names it. */
gboolean  paz_door_note            (PazStore         *self,
                                    const char       *verb,
                                    const char       *kind,
                                    const char       *record,
                                    GError          **error);
/* step.verb of what goes back to what was; step.origin of a reverting step is the number of the reverted. */
#define PAZ_VERB_REVERTED "reverted"
#define PAZ_VERB_RESTORED "restored"
/* Eleven columns of table step, from this one on (paz-steps.c). */
PazStep  *paz_step_read            (sqlite3_stmt     *statement,
                                    int               column);
void      paz_door_emit            (PazStore         *self,
                                    guint64           step);

/* ---- proof (paz-check.c) ---- */

/* paz_store_check; without `kept` only whether what is derived follows from the lines. */
GPtrArray *paz_check_run           (PazStore         *self,
                                    gboolean          kept,
                                    GCancellable     *cancellable,
                                    GError          **error);

G_END_DECLS
