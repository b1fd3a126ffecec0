/* From an older file to this version: numbered steps, never edited after release. What is derived
 * needs none: it is rebuilt when its declaration changed. */
#include "paz-derive.h"
#include "paz-schema.h"
#include "paz-store-core.h"

#define DERIVED_SETTING "derived"

typedef gboolean (* MigrationStep) (sqlite3 *db, GError **error);

/* Version 2 brought kinds. What is kept looks as it did: lines of theirs may stand in it from now on. */
static gboolean
bring_kinds (sqlite3  *db,
             GError  **error)
{
  return TRUE;
}

/* steps[n] leads from version n + 1 to n + 2; each tolerates the absence of what it changes. */
static const MigrationStep steps[] = { bring_kinds, NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == PAZ_SCHEMA_VERSION);

static gboolean
set_version (sqlite3  *db,
             GError  **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                          PAZ_APPLICATION_ID, PAZ_SCHEMA_VERSION);

  return paz_sql_run (db, sql, error);
}

static gboolean
set_derived (PazStore  *self,
             GError   **error)
{
  g_autofree char *digest = paz_schema_dup_digest ();

  return paz_door_set_setting (self, DERIVED_SETTING, digest, error);
}

gboolean
paz_migrate_create (PazStore  *self,
                    GError   **error)
{
  return set_version (self->writer, error)
         && paz_schema_create_kept (self->writer, error)
         && paz_schema_create_derived (self->writer, error)
         && set_derived (self, error);
}

gboolean
paz_migrate_rebuild (PazStore      *self,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return paz_schema_drop_derived (self->writer, error)
         && paz_schema_create_derived (self->writer, error)
         && paz_derive_all (self->statements, self->statements, self->speaks,
                            paz_identity_get_owner (self), cancellable, error)
         && set_derived (self, error);
}

gboolean
paz_migrate_is_current (PazStore *self,
                        sqlite3  *db)
{
  g_autofree char *digest = paz_schema_dup_digest ();
  g_autoptr (sqlite3_stmt) statement = paz_sql_prepare (db, "SELECT value FROM setting WHERE key = '" DERIVED_SETTING "'", NULL);

  return statement != NULL && sqlite3_step (statement) == SQLITE_ROW
         && g_strcmp0 (paz_sql_get_text (statement, 0), digest) == 0;
}

/* Inside the door. */
static gboolean
take_steps (PazStore  *self,
            gint64     version,
            GError   **error)
{
  for (gint64 n = version; n < PAZ_SCHEMA_VERSION; n++)
    if (!steps[n - 1] (self->writer, error))
      return FALSE;

  return set_version (self->writer, error);
}

static gboolean
migrate (PazStore      *self,
         gint64         version,
         GCancellable  *cancellable,
         GError       **error)
{
  if (version < PAZ_SCHEMA_VERSION && !take_steps (self, version, error))
    return FALSE;
  if (!paz_identity_load (self, self->writer, error))
    return FALSE;

  return paz_migrate_is_current (self, self->writer) || paz_migrate_rebuild (self, cancellable, error);
}

gboolean
paz_migrate (PazStore      *self,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 version = paz_sql_integer (self->writer, "PRAGMA user_version", 0);

  if (version == PAZ_SCHEMA_VERSION && paz_migrate_is_current (self, self->writer))
    return paz_identity_load (self, self->writer, error);
  if (version < PAZ_SCHEMA_VERSION && !paz_backup_make (self, error))
    return FALSE;

  if (!paz_door_open (self, PAZ_STEP_REFERENCE, NULL, cancellable, error))
    return FALSE;
  if (!migrate (self, version, cancellable, error))
    {
      paz_door_roll_back (self);
      return FALSE;
    }

  return paz_door_commit (self, NULL, error);
}
