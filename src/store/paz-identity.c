/* The device's key and whom it speaks for. The secret half lies in the store under the disk's own
 * encryption (EXCHANGE.md 13). */
#include "paz-store-core.h"

#define UNNAMED "XX"

static char *
make_speaks_key (const guint8 *key,
                 const char   *participant)
{
  g_autofree char *text = paz_bytes_to_text (key, PAZ_KEY_ID_BYTES);

  return g_strconcat (text, " ", participant, NULL);
}

gboolean
paz_identity_speaks_for (GHashTable   *speaks,
                         const guint8  key[PAZ_KEY_ID_BYTES],
                         const char   *participant)
{
  g_autofree char *text = make_speaks_key (key, participant);

  return g_hash_table_contains (speaks, text);
}

GHashTable *
paz_identity_load_speaks (sqlite3  *db,
                          GError  **error)
{
  g_autoptr (GHashTable) speaks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (db, "SELECT key, participant FROM speaks", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (paz_sql_step (statement, &row, error))
    {
      guint8 key[PAZ_KEY_ID_BYTES];

      if (!row)
        return g_steal_pointer (&speaks);
      if (paz_sql_get_blob (statement, 0, key, sizeof key))
        g_hash_table_add (speaks, make_speaks_key (key, paz_sql_get_text (statement, 1)));
    }

  return NULL;
}

static gboolean
put_key (PazStore            *self,
         const PazDeviceKey  *key,
         gboolean             own,
         GError             **error)
{
  sqlite3_stmt *statement = paz_statements_get (self->statements, "INSERT INTO key VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  paz_sql_bind_blob (statement, 1, key->id, sizeof key->id);
  paz_sql_bind_blob (statement, 2, key->public_key, sizeof key->public_key);
  if (own)
    paz_sql_bind_blob (statement, 3, key->secret_key, sizeof key->secret_key);
  paz_sql_bind_text (statement, 4, own ? "device" : "reference");
  sqlite3_bind_int64 (statement, 5, g_get_real_time () / 1000);

  return paz_sql_execute (statement, error);
}

static gboolean
put_speaks (PazStore      *self,
            const guint8  *key,
            const char    *participant,
            GError       **error)
{
  sqlite3_stmt *statement = paz_statements_get (self->statements, "INSERT OR IGNORE INTO speaks VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  paz_sql_bind_blob (statement, 1, key, PAZ_KEY_ID_BYTES);
  paz_sql_bind_text (statement, 2, participant);
  sqlite3_bind_int64 (statement, 3, g_get_real_time () / 1000);
  if (!paz_sql_execute (statement, error))
    return FALSE;
  if (self->speaks != NULL)
    g_hash_table_add (self->speaks, make_speaks_key (key, participant));

  return TRUE;
}

gboolean
paz_identity_create (PazStore  *self,
                     GError   **error)
{
  const PazDeviceKey *reference = paz_device_key_get_reference ();

  return paz_device_key_make (&self->key, error)
         && put_key (self, &self->key, TRUE, error)
         && put_key (self, reference, FALSE, error)
         && put_speaks (self, self->key.id, UNNAMED, error)
         && put_speaks (self, reference->id, "*", error);
}

static gboolean
load_key (PazStore  *self,
          sqlite3   *db,
          GError   **error)
{
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (db, "SELECT id, public, secret FROM key"
                                                            " WHERE kind = 'device' AND secret IS NOT NULL"
                                                            " ORDER BY since DESC LIMIT 1", error);
  guint8 id[PAZ_KEY_ID_BYTES];
  gboolean row;

  if (statement == NULL || !paz_sql_step (statement, &row, error))
    return FALSE;

  if (!row || !paz_sql_get_blob (statement, 0, self->key.id, PAZ_KEY_ID_BYTES)
      || !paz_sql_get_blob (statement, 1, self->key.public_key, PAZ_PUBLIC_KEY_BYTES)
      || !paz_sql_get_blob (statement, 2, self->key.secret_key, PAZ_SECRET_KEY_BYTES))
    {
      g_set_error_literal (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_KEY, "The store holds no device key");
      return FALSE;
    }
  paz_key_make_id (self->key.public_key, id);
  if (memcmp (id, self->key.id, sizeof id) != 0
      || memcmp (self->key.secret_key + 32, self->key.public_key, PAZ_PUBLIC_KEY_BYTES) != 0)
    {
      g_set_error_literal (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_KEY, "The halves of the device key do not fit");
      return FALSE;
    }

  return TRUE;
}

static const char *
load_setting (sqlite3    *db,
              const char *key)
{
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (db, "SELECT value FROM setting WHERE key = ?", NULL);

  if (statement == NULL)
    return g_intern_static_string ("");
  paz_sql_bind_text (statement, 1, key);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return g_intern_static_string ("");

  return g_intern_string (paz_sql_get_text (statement, 0));
}

gboolean
paz_identity_load (PazStore  *self,
                   sqlite3   *db,
                   GError   **error)
{
  if (!load_key (self, db, error))
    return FALSE;

  g_clear_pointer (&self->speaks, g_hash_table_unref);
  self->speaks = paz_identity_load_speaks (db, error);
  self->participant = load_setting (db, "participant");
  self->author = load_setting (db, "author");

  return self->speaks != NULL;
}

const char *
paz_identity_get_owner (PazStore *self)
{
  const char *participant = g_atomic_pointer_get (&self->participant);

  return *participant != '\0' ? participant : UNNAMED;
}

static gboolean
check_participant (const char  *code,
                   GError     **error)
{
  gsize length = strlen (code);

  if (length == 0 || (length >= 2 && length <= 12
                      && strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == length))
    return TRUE;

  g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID, "“%s” is no participant's code", code);
  return FALSE;
}

/* What was written before the delegation was named, or under another code, stays its own. */
static gboolean
write_identity (PazStore    *self,
                const char  *participant,
                const char  *author,
                GError     **error)
{
  return paz_door_set_setting (self, "participant", participant, error)
         && paz_door_set_setting (self, "author", author, error)
         && (*participant == '\0' || put_speaks (self, self->key.id, participant, error));
}

gboolean
paz_store_set_identity (PazStore    *self,
                        const char  *participant,
                        const char  *author,
                        GError     **error)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);

  if (participant == NULL)
    participant = "";
  if (author == NULL)
    author = "";
  if (!check_participant (participant, error) || !paz_door_open (self, PAZ_STEP_EDIT, NULL, NULL, error))
    return FALSE;
  if (!write_identity (self, participant, author, error))
    {
      paz_door_roll_back (self);
      return FALSE;
    }
  if (!paz_door_commit (self, NULL, error))
    return FALSE;

  g_atomic_pointer_set (&self->participant, g_intern_string (participant));
  g_atomic_pointer_set (&self->author, g_intern_string (author));

  return TRUE;
}

const char *
paz_store_get_participant (PazStore *self)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), "");

  return g_atomic_pointer_get (&self->participant);
}

const char *
paz_store_get_author (PazStore *self)
{
  g_return_val_if_fail (PAZ_IS_STORE (self), "");

  return g_atomic_pointer_get (&self->author);
}
