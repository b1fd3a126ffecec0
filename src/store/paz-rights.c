/* Whose saves count, asked before one is made. */
#include "paz-store-core.h"

static gboolean
owner_has_written (PazStore  *self,
                   PazRecord *record)
{
  sqlite3_stmt *statement = paz_statements_get (self->reading,
                                                "SELECT 1 FROM rev WHERE record = ? AND participant = ? LIMIT 1", NULL);
  gboolean found;

  if (statement == NULL)
    return TRUE;
  paz_sql_bind_text (statement, 1, paz_record_get_id (record));
  paz_sql_bind_text (statement, 2, paz_record_get_owner (record));
  found = sqlite3_step (statement) == SQLITE_ROW;
  sqlite3_reset (statement);

  return found;
}

gboolean
paz_store_may_write (PazStore  *self,
                     PazRecord *record)
{
  const char *owner = paz_record_get_owner (record);

  g_return_val_if_fail (PAZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (PAZ_IS_RECORD (record), FALSE);

  return paz_record_is_new (record)
         || paz_record_get_kind (record)->ownership == PAZ_OWNERSHIP_OPEN
         || g_str_equal (owner, "*")
         || g_str_equal (owner, "XX")     /* written before the person said who they are */
         || paz_identity_speaks_for (self->speaks, self->key.id, owner)
         || !owner_has_written (self, record);
}
