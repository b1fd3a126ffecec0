/* The object: opening, closing, identity of records, settings. */
#include "paz-store-core.h"

#include <sodium.h>

#include "base/paz-uuid.h"

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PazStore, paz_store, G_TYPE_OBJECT)

char *
paz_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "relacopaz", "relacopaz.relacopaz", NULL);
}

/* ---- closing ---- */

static gboolean
close_writer (PazStore  *self,
              GError   **error)
{
  gboolean whole;

  if (self->writer == NULL)
    return TRUE;

  /* A copied file shall be whole: what is in the log goes into the file. */
  whole = paz_sql_run (self->writer, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  g_clear_pointer (&self->statements, paz_statements_free);
  sqlite3_close (self->writer);
  self->writer = NULL;
  sodium_memzero (&self->key, sizeof self->key);

  return whole;
}

gboolean
paz_store_close (PazStore  *self,
                 GError   **error)
{
  gboolean whole;

  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);

  g_clear_pointer (&self->reading, paz_statements_free);
  if (self->reader != NULL)
    sqlite3_close (self->reader);
  self->reader = NULL;
  if (self->leaves_log)
    paz_settle_tidy (self->path);
  self->leaves_log = FALSE;

  g_mutex_lock (&self->write_mutex);
  whole = close_writer (self, error);
  g_clear_pointer (&self->lock, paz_lock_release);
  g_mutex_unlock (&self->write_mutex);

  return whole;
}

static void
paz_store_finalize (GObject *object)
{
  PazStore *self = PAZ_STORE (object);
  g_autoptr (GError) error = NULL;

  if (!paz_store_close (self, &error))
    g_warning ("Closing %s: %s", self->path, error->message);
  g_clear_pointer (&self->speaks, g_hash_table_unref);
  g_clear_pointer (&self->settler, paz_settler_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->write_mutex);
  g_free (self->path);

  G_OBJECT_CLASS (paz_store_parent_class)->finalize (object);
}

static void
paz_store_class_init (PazStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = paz_store_finalize;

  /* After every step, undo and redo, in the opener's main context. */
  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static void
paz_store_init (PazStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->participant = g_intern_static_string ("");
  self->author = g_intern_static_string ("");
  self->settler = paz_settler_new ();
  g_mutex_init (&self->write_mutex);
}

/* ---- opening ---- */

/* Acts when a statement is prepared: none that writes can be made outside the door. */
static int
authorize_cb (gpointer    data,
              int         action,
              const char *first,
              const char *second,
              const char *schema,
              const char *trigger)
{
  PazStore *self = data;

  if (self->door_open)
    return SQLITE_OK;

  switch (action)
    {
    case SQLITE_READ:
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_PRAGMA:
    case SQLITE_TRANSACTION:
      return SQLITE_OK;
    default:
      return SQLITE_DENY;
    }
}

static PazStore *
store_new (const char        *path,
           PazStoreOpenFlags  flags)
{
  PazStore *self = g_object_new (PAZ_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->flags = flags;
  self->read_only = (flags & PAZ_STORE_OPEN_READ_ONLY) != 0;

  return self;
}

static gboolean
connect_writer (PazStore    *self,
                const char  *path,
                gboolean     create,
                GError     **error)
{
  self->writer = paz_file_connect (path, TRUE, create, FALSE, error);
  if (self->writer == NULL)
    return FALSE;
  self->statements = paz_statements_new (self->writer);
  sqlite3_set_authorizer (self->writer, authorize_cb, self);

  return TRUE;
}

static gboolean
connect_reader (PazStore  *self,
                GError   **error)
{
  self->reader = paz_file_connect (self->path, FALSE, FALSE, self->immutable, error);
  if (self->reader == NULL)
    return FALSE;
  self->reading = paz_statements_new (self->reader);

  return TRUE;
}

static gboolean
load_reference (PazStore  *self,
                GError   **error)
{
  if ((self->flags & PAZ_STORE_OPEN_BARE) != 0)
    return TRUE;
  if (!paz_door_open (self, PAZ_STEP_REFERENCE, NULL, NULL, error))
    return FALSE;
  if (!paz_reference_load (self, error))
    {
      paz_door_roll_back (self);
      return FALSE;
    }

  return paz_door_commit (self, NULL, error);
}

static gboolean
fill_new (PazStore  *self,
          GError   **error)
{
  if (!paz_door_open (self, PAZ_STEP_REFERENCE, NULL, NULL, error))
    return FALSE;
  if (!paz_migrate_create (self, error)
      || !paz_identity_create (self, error)
      || !paz_identity_load (self, self->writer, error))
    {
      paz_door_roll_back (self);
      return FALSE;
    }

  return paz_door_commit (self, NULL, error) && load_reference (self, error);
}

/* Made under another name and renamed when it is whole: a power cut leaves no half of a store. */
static gboolean
create_file (PazStore  *self,
             GError   **error)
{
  g_autofree char *part = g_strconcat (self->path, ".new", NULL);
  gboolean made;

  paz_file_remove (part);
  made = connect_writer (self, part, TRUE, error) && fill_new (self, error);
  if (made)
    sqlite3_db_config (self->writer, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  made = close_writer (self, made ? error : NULL) && made;
  if (made && paz_file_rename (part, self->path, error))
    return TRUE;
  paz_file_remove (part);

  return FALSE;
}

static gboolean
open_checked (PazStore      *self,
              GCancellable  *cancellable,
              GError       **error)
{
  gboolean has_log = paz_file_has_log (self->path);

  if (!has_log && !paz_file_check_pages (self->path, cancellable, error))
    return FALSE;
  if (!connect_writer (self, self->path, FALSE, error))
    return FALSE;
  if (has_log && !paz_db_check_pages (self->writer, cancellable, error))
    return FALSE;
  sqlite3_db_config (self->writer, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  if ((self->flags & PAZ_STORE_OPEN_BARE) == 0)
    paz_backup_make_daily (self);

  return paz_migrate (self, cancellable, error) && load_reference (self, error);
}

static gboolean
open_for_writing (PazStore      *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  PazFileState state;

  if (!paz_file_check_place (self->path, (self->flags & PAZ_STORE_OPEN_CREATE) != 0, error))
    return FALSE;
  self->lock = paz_lock_take (self->path, error);
  if (self->lock == NULL)
    return FALSE;

  /* Another program may have made or changed it in the meantime. */
  if (!paz_file_inspect (self->path, &state, error))
    return FALSE;
  if (state == PAZ_FILE_ABSENT && !create_file (self, error))
    return FALSE;

  return open_checked (self, cancellable, error) && connect_reader (self, error);
}

static gboolean
open_for_reading (PazStore      *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  self->immutable = !paz_file_is_place_writable (self->path);
  if (self->immutable && paz_file_has_log (self->path))
    {
      g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_READ_ONLY,
                   "%s was not closed and can be read only where it can be written", self->path);
      return FALSE;
    }

  self->leaves_log = !self->immutable && !paz_file_has_log (self->path);
  if (!connect_reader (self, error) || !paz_db_check_pages (self->reader, cancellable, error)
      || !paz_identity_load (self, self->reader, error))
    return FALSE;
  if (paz_migrate_is_current (self, self->reader))
    return TRUE;

  g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_READ_ONLY,
               "%s must first be opened for writing by this version", self->path);
  return FALSE;
}

PazStore *
paz_store_open (const char         *path,
                PazStoreOpenFlags   flags,
                GCancellable       *cancellable,
                GError            **error)
{
  g_autoptr (PazStore) self = NULL;
  PazFileState state;

  g_return_val_if_fail (path != NULL, NULL);

  if (sodium_init () < 0)
    {
      g_set_error_literal (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_KEY, "No secure randomness");
      return NULL;
    }
  if (!paz_file_inspect (path, &state, error))
    return NULL;
  if (state == PAZ_FILE_ABSENT && ((flags & PAZ_STORE_OPEN_CREATE) == 0 || (flags & PAZ_STORE_OPEN_READ_ONLY) != 0))
    {
      g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND, "%s is not there", path);
      return NULL;
    }

  self = store_new (path, flags);
  if (self->read_only ? !open_for_reading (self, cancellable, error)
                      : !open_for_writing (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

PazStore *
paz_store_open_reader (PazStore  *self,
                       GError   **error)
{
  g_autoptr (PazStore) reader = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  reader = store_new (self->path, PAZ_STORE_OPEN_READ_ONLY);
  reader->is_moment = TRUE;
  reader->immutable = self->immutable;
  reader->change = g_atomic_int_get (&self->change);
  reader->participant = g_atomic_pointer_get (&self->participant);
  reader->author = g_atomic_pointer_get (&self->author);
  /* The snapshot begins with the first reading. */
  if (!connect_reader (reader, error)
      || !paz_sql_run (reader->reader, "BEGIN; SELECT count (*) FROM sqlite_schema", error))
    return NULL;
  memcpy (reader->key.id, self->key.id, sizeof reader->key.id);     /* not the secret: only whose it is */
  reader->speaks = paz_identity_load_speaks (reader->reader, error);

  return reader->speaks != NULL ? g_steal_pointer (&reader) : NULL;
}

PazStore *
paz_store_hold_moment (PazStore  *self,
                       GError   **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  return self->is_moment ? g_object_ref (self) : paz_store_open_reader (self, error);
}

gboolean
paz_store_is_moment (PazStore *self)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);

  return self->is_moment;
}

static gint64
get_last_step (PazStore *reader)
{
  return paz_sql_integer (reader->reader, "SELECT max (n) FROM step", 0);
}

/* Readers are opened one after another: with a save in between they are of two moments, and opened anew. */
GPtrArray *
paz_store_open_readers (PazStore  *self,
                        guint      n,
                        GError   **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self) && n > 0, NULL);

  for (;;)
    {
      g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < n; i++)
        {
          PazStore *reader = paz_store_open_reader (self, error);

          if (reader == NULL)
            return NULL;
          g_ptr_array_add (readers, reader);
        }
      if (get_last_step (readers->pdata[0]) == get_last_step (readers->pdata[n - 1]))
        return g_steal_pointer (&readers);
    }
}

const char *
paz_store_get_path (PazStore *self)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  return self->path;
}

gboolean
paz_store_is_read_only (PazStore *self)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), TRUE);

  return self->read_only;
}

guint64
paz_store_get_change (PazStore *self)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), 0);

  return (guint64) g_atomic_int_get (&self->change);
}

sqlite3 *
paz_store_get_reader_db (PazStore *self)
{
  return self->reader;
}

/* ---- records ---- */

PazRecord *
paz_store_create_record (PazStore      *self,
                         const PazKind *kind,
                         const char    *container)
{
  g_autoptr (PazRecord) holder = NULL;
  PazRecord *record;
  guint8 random[10];
  char id[PAZ_UUID_SIZE];

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  randombytes_buf (random, sizeof random);
  paz_uuid_make (g_get_real_time () / 1000, random, id);
  record = paz_record_new (kind, id, paz_identity_get_owner (self), container);

  /* What is inside is released as what holds it, unless a person says otherwise. */
  holder = container != NULL ? paz_rows_read (self->reader, container, NULL) : NULL;
  if (holder != NULL)
    paz_record_set_release (record, paz_record_get_level (holder), paz_record_get_list (holder));

  return record;
}

PazRecord *
paz_store_dup_record (PazStore    *self,
                      const char  *id,
                      GError     **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return paz_rows_read (self->reader, id, error);
}

char *
paz_store_make_text_key (PazStore *self)
{
  guint8 random[8];

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);

  randombytes_buf (random, sizeof random);
  return paz_bytes_to_text (random, sizeof random);
}

/* ---- settings ---- */

char *
paz_store_dup_setting (PazStore   *self,
                       const char *key)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (PAZ_IS_STORE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  statement = paz_sql_prepare (self->reader, "SELECT value FROM setting WHERE key = ?", NULL);
  if (statement == NULL)
    return NULL;
  paz_sql_bind_text (statement, 1, key);

  return sqlite3_step (statement) == SQLITE_ROW ? g_strdup (paz_sql_get_text (statement, 0)) : NULL;
}

gboolean
paz_store_set_setting (PazStore    *self,
                       const char  *key,
                       const char  *value,
                       GError     **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (!paz_door_open (self, PAZ_STEP_EDIT, NULL, NULL, error))
    return FALSE;
  if (!paz_door_set_setting (self, key, value, error))
    {
      paz_door_roll_back (self);
      return FALSE;
    }

  return paz_door_commit (self, NULL, error);
}
