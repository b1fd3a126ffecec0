/* A verified copy beside the store: written under another name, checked, made durable, renamed. */
#include "paz-store-core.h"

#include <errno.h>
#include <glib/gstdio.h>

#define N_KEPT 10

static gboolean
copy_pages (sqlite3     *from,
            const char  *path,
            GError     **error)
{
  sqlite3 *to = paz_file_connect (path, TRUE, TRUE, FALSE, error);
  sqlite3_backup *backup;
  gboolean copied;

  if (to == NULL)
    return FALSE;
  backup = sqlite3_backup_init (to, "main", from, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      sqlite3_backup_finish (backup);
    }
  /* One file, whole by itself. */
  copied = sqlite3_errcode (to) == SQLITE_OK
           ? paz_sql_run (to, "PRAGMA journal_mode = DELETE", error) && paz_db_check_pages (to, NULL, error)
           : paz_sql_fail (to, error);
  sqlite3_close (to);

  return copied;
}

static gboolean
copy_to (sqlite3     *from,
         const char  *path,
         GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  paz_file_remove (part);
  if (copy_pages (from, part, error) && paz_file_rename (part, path, error))
    return TRUE;
  paz_file_remove (part);

  return FALSE;
}

static char *
get_folder (PazStore *self)
{
  return g_strconcat (self->path, ".backups", NULL);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char * const *) b, *(const char * const *) a);
}

/* Names tell their time: the newest ten stay. */
static void
drop_old (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".relacopaz"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);
  for (guint i = N_KEPT; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (path);
    }
}

/* Two copies of one second are two copies. */
static char *
make_path (const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%dT%H-%M-%S");

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (moment, ".relacopaz", NULL) : g_strdup_printf ("%s.%u.relacopaz", moment, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

gboolean
paz_backup_make (PazStore  *self,
                 GError   **error)
{
  g_autofree char *folder = get_folder (self);
  g_autofree char *path = make_path (folder);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, PAZ_STORE_ERROR, errno == ENOSPC ? PAZ_STORE_ERROR_FULL : PAZ_STORE_ERROR_FAILED,
                   "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  if (!copy_to (self->writer, path, error))
    return FALSE;
  drop_old (folder);

  return TRUE;
}

/* The day of the newest copy, "2024-05-31"; NULL when there is none. */
static char *
dup_last_day (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *last = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".relacopaz") && strlen (name) > 10 && (last == NULL || strncmp (name, last, 10) > 0))
      {
        g_free (last);
        last = g_strndup (name, 10);
      }

  return g_steal_pointer (&last);
}

/* Nobody has written into it yet. */
static gboolean
is_untouched (PazStore *self)
{
  return paz_sql_integer (self->writer, "SELECT count (*) FROM step WHERE type <> 2", 0) == 0;
}

void
paz_backup_make_daily (PazStore *self)
{
  g_autofree char *folder = get_folder (self);
  g_autofree char *last = dup_last_day (folder);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (last, today) == 0 || is_untouched (self))
    return;
  /* A disk without room for a copy is no reason not to work. */
  if (!paz_backup_make (self, &error))
    g_message ("No backup copy of %s: %s", self->path, error->message);
}

gboolean
paz_backup_make_before (PazStore  *self,
                        guint64    changes,
                        GError   **error)
{
  gboolean made;

  if (changes <= PAZ_BACKUP_CHANGES)
    return TRUE;
  g_mutex_lock (&self->write_mutex);
  made = self->writer == NULL || is_untouched (self) || paz_backup_make (self, error);
  g_mutex_unlock (&self->write_mutex);

  return made;
}

gboolean
paz_store_save_copy (PazStore    *self,
                     const char  *path,
                     GError     **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return copy_to (self->reader, path, error);
}
