/* The file before it is trusted: what is refused is refused untouched (EXCHANGE.md 14). */
#include "paz-store-core.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "paz-schema.h"

#define HEADER_BYTES 100

/* ---- the first bytes ---- */

static guint32
get_u32 (const guint8 *header,
         gsize         offset)
{
  guint32 value;

  memcpy (&value, header + offset, sizeof value);
  return GUINT32_FROM_BE (value);
}

static guint64
get_page_size (const guint8 *header)
{
  guint size = (guint) header[16] << 8 | header[17];

  return size == 1 ? 65536 : size;
}

static gboolean
refuse (GError            **error,
        PazStoreErrorCode   code,
        const char         *path,
        const char         *reason)
{
  g_set_error (error, PAZ_STORE_ERROR, code, "%s: %s", path, reason);
  return FALSE;
}

static gboolean
check_header (const char   *path,
              const guint8 *header,
              guint64       file_size,
              GError      **error)
{
  guint64 page_size = get_page_size (header);
  gint32 version = (gint32) get_u32 (header, 60);

  if (memcmp (header, "SQLite format 3", 16) != 0 || get_u32 (header, 68) != PAZ_APPLICATION_ID)
    return refuse (error, PAZ_STORE_ERROR_NOT_OURS, path, "not a store");
  if (version > PAZ_SCHEMA_VERSION)
    return refuse (error, PAZ_STORE_ERROR_NEWER, path, "made by a newer program");
  if (version < 1)
    return refuse (error, PAZ_STORE_ERROR_DAMAGED, path, "no version");
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    return refuse (error, PAZ_STORE_ERROR_DAMAGED, path, "an impossible page size");
  /* With a log beside it the file may well be shorter than it says. */
  if (!paz_file_has_log (path) && file_size < get_u32 (header, 28) * page_size)
    return refuse (error, PAZ_STORE_ERROR_DAMAGED, path, "cut off");

  return TRUE;
}

/* FALSE when the file cannot be read; *n is how much there is, up to HEADER_BYTES. */
static gboolean
read_header (const char *path,
             guint8     *header,
             gsize      *n)
{
  FILE *file = g_fopen (path, "rbe");

  if (file == NULL)
    return FALSE;
  *n = fread (header, 1, HEADER_BYTES, file);
  fclose (file);

  return TRUE;
}

gboolean
paz_file_inspect (const char    *path,
                  PazFileState  *state,
                  GError       **error)
{
  guint8 header[HEADER_BYTES];
  struct stat status;
  gsize n = 0;

  *state = PAZ_FILE_ABSENT;
  if (g_stat (path, &status) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      return refuse (error, PAZ_STORE_ERROR_FAILED, path, g_strerror (errno));
    }
  if (!S_ISREG (status.st_mode))
    return refuse (error, PAZ_STORE_ERROR_NOT_OURS, path, "not a file");
  if (!read_header (path, header, &n))
    return refuse (error, PAZ_STORE_ERROR_FAILED, path, g_strerror (errno));
  if (n < HEADER_BYTES)
    return refuse (error, PAZ_STORE_ERROR_NOT_OURS, path, n == 0 ? "empty" : "too short for a store");

  *state = PAZ_FILE_OURS;
  return check_header (path, header, (guint64) status.st_size, error);
}

gboolean
paz_file_has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

/* ---- the place ---- */

gboolean
paz_file_is_remote_type (guint64 type)
{
  static const guint32 remote[] = {
    0x6969,       /* NFS */
    0x517b,       /* SMB */
    0xff534d42,   /* CIFS */
    0xfe534d42,   /* SMB 2 */
    0x01021997,   /* 9p */
    0x65735546,   /* FUSE: what synchronises or mounts a server */
    0x5346414f,   /* AFS */
    0x00c36400,   /* Ceph */
    0x73757245,   /* Coda */
  };

  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if ((guint32) type == remote[i])
      return TRUE;

  return FALSE;
}

static gboolean
check_writable (const char  *path,
                const char  *folder,
                GError     **error)
{
  struct stat status;

  if (g_access (folder, W_OK | X_OK) != 0)
    return refuse (error, PAZ_STORE_ERROR_READ_ONLY, path, g_strerror (errno));
  /* A file nobody may write is not written, even by who could. */
  if (g_stat (path, &status) == 0 && ((status.st_mode & 0222) == 0 || g_access (path, W_OK) != 0))
    return refuse (error, PAZ_STORE_ERROR_READ_ONLY, path, "no right to write");

  return TRUE;
}

gboolean
paz_file_check_place (const char  *path,
                      gboolean     create,
                      GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs place;

  if (create && g_mkdir_with_parents (folder, 0700) != 0)
    return refuse (error, errno == ENOSPC ? PAZ_STORE_ERROR_FULL : PAZ_STORE_ERROR_READ_ONLY, path, g_strerror (errno));
  if (statfs (folder, &place) != 0)
    return refuse (error, PAZ_STORE_ERROR_NOT_FOUND, path, g_strerror (errno));
  if (paz_file_is_remote_type ((guint64) place.f_type))
    return refuse (error, PAZ_STORE_ERROR_REMOTE, path, "on a network or synchronised folder");

  return check_writable (path, folder, error);
}

gboolean
paz_file_is_place_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs place;

  return g_access (folder, W_OK | X_OK) == 0
         && statfs (folder, &place) == 0 && !paz_file_is_remote_type ((guint64) place.f_type);
}

void
paz_file_remove (const char *path)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

static gboolean
make_durable (const char  *path,
              int          flags,
              GError     **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean durable = fd >= 0 && fsync (fd) == 0;

  if (!durable)
    refuse (error, errno == ENOSPC ? PAZ_STORE_ERROR_FULL : PAZ_STORE_ERROR_FAILED, path, g_strerror (errno));
  if (fd >= 0)
    close (fd);

  return durable;
}

gboolean
paz_file_rename (const char  *from,
                 const char  *to,
                 GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (!make_durable (from, O_RDONLY, error))
    return FALSE;
  if (g_rename (from, to) != 0)
    return refuse (error, PAZ_STORE_ERROR_FAILED, to, g_strerror (errno));

  return make_durable (folder, O_RDONLY | O_DIRECTORY, error);
}

/* ---- connections ---- */

static const char common_sql[] =
  "PRAGMA trusted_schema = OFF;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA mmap_size = 0;"
  "PRAGMA temp_store = MEMORY;"
  "PRAGMA foreign_keys = ON;";

static const char writer_sql[] =
  "PRAGMA journal_mode = WAL;"
  "PRAGMA synchronous = FULL;"
  "PRAGMA secure_delete = ON;"
  "PRAGMA busy_timeout = 2000;";

static gboolean
configure (sqlite3   *db,
           gboolean   write,
           GError   **error)
{
  sqlite3_extended_result_codes (db, 1);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  /* Until the pages are known to be good nothing may be moved into the file. */
  if (write)
    sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  if (!paz_sql_run (db, common_sql, error))
    return FALSE;
  if (write)
    return paz_sql_run (db, writer_sql, error);

  sqlite3_busy_timeout (db, 2000);
  return paz_sql_run (db, "PRAGMA query_only = ON", error);
}

sqlite3 *
paz_file_connect (const char  *path,
                  gboolean     write,
                  gboolean     create,
                  gboolean     immutable,
                  GError     **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, immutable ? "?immutable=1" : "", NULL);
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
  sqlite3 *db = NULL;

  flags |= write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  if (create)
    flags |= SQLITE_OPEN_CREATE;

  if (sqlite3_open_v2 (uri, &db, flags, NULL) != SQLITE_OK)
    {
      paz_sql_fail (db, error);
      sqlite3_close (db);
      return NULL;
    }
  if (!configure (db, write, error))
    {
      sqlite3_close (db);
      return NULL;
    }

  return db;
}

static int
progress_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static gboolean
is_check_ok (sqlite3  *db,
             GError  **error)
{
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (db, "PRAGMA quick_check (1)", error);
  gboolean row;

  if (statement == NULL || !paz_sql_step (statement, &row, error))
    return FALSE;
  if (row && g_strcmp0 (paz_sql_get_text (statement, 0), "ok") == 0)
    return TRUE;

  g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_DAMAGED, "quick_check: %s",
               row ? paz_sql_get_text (statement, 0) : "nothing");
  return FALSE;
}

gboolean
paz_db_check_pages (sqlite3       *db,
                    GCancellable  *cancellable,
                    GError       **error)
{
  gboolean ok;

  if (cancellable != NULL)
    sqlite3_progress_handler (db, 20000, progress_cb, cancellable);
  ok = is_check_ok (db, error);
  sqlite3_progress_handler (db, 0, NULL, NULL);

  return ok;
}

gboolean
paz_file_check_pages (const char    *path,
                      GCancellable  *cancellable,
                      GError       **error)
{
  sqlite3 *db = paz_file_connect (path, FALSE, FALSE, TRUE, error);
  gboolean ok;

  if (db == NULL)
    return FALSE;
  ok = paz_db_check_pages (db, cancellable, error);
  sqlite3_close (db);

  return ok;
}
