/* What a computed record says: cells, release, the record itself. */
#include "paz-compute.h"

GHashTable *
paz_state_dup_cells (PazState *self)
{
  GHashTable *cells = paz_cells_new ();
  GHashTableIter iter;
  gpointer name, live;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &name, &live))
    g_hash_table_insert (cells, g_strdup (name), json_node_ref (((PazLive *) live)->value));

  return cells;
}

gboolean
paz_state_is_deleted (PazState *self)
{
  PazLive *live = g_hash_table_lookup (self->live, "_deleted");

  return live != NULL && json_node_get_value_type (live->value) == G_TYPE_BOOLEAN
         && json_node_get_boolean (live->value);
}

/* The narrowest of the heads: a value of any of them may be the one that is shown. */
PazLevel
paz_state_get_level (PazState *self)
{
  PazLevel level = PAZ_LEVEL_PUBLIC;

  for (guint i = 0; i < self->heads->len; i++)
    level = MAX (level, ((PazNode *) self->heads->pdata[i])->revision->level);

  return level;
}

static gboolean
is_in_all_lists (PazState   *self,
                 const char *participant)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      PazRevision *revision = ((PazNode *) self->heads->pdata[i])->revision;

      if (revision->level == PAZ_LEVEL_NAMED
          && !g_strv_contains ((const char * const *) revision->list, participant))
        return FALSE;
    }

  return TRUE;
}

char **
paz_state_dup_list (PazState *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (paz_state_get_level (self) == PAZ_LEVEL_NAMED)
    for (guint i = 0; i < self->heads->len; i++)
      {
        PazRevision *revision = ((PazNode *) self->heads->pdata[i])->revision;

        if (revision->level != PAZ_LEVEL_NAMED)
          continue;
        for (guint j = 0; revision->list[j] != NULL; j++)
          if (is_in_all_lists (self, revision->list[j]))
            g_strv_builder_add (builder, revision->list[j]);
        break;
      }

  return g_strv_builder_end (builder);
}

gint64
paz_state_get_time (PazState *self)
{
  gint64 time = 0;

  for (guint i = 0; i < self->heads->len; i++)
    time = MAX (time, ((PazNode *) self->heads->pdata[i])->revision->time);

  return time;
}

static void
mark_conflicts (PazState  *self,
                PazRecord *record)
{
  GHashTableIter iter;
  gpointer name, live;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &name, &live))
    {
      const PazField *field = paz_cells_find_field (self->kind, name);

      if (((PazLive *) live)->conflict && field != NULL)
        paz_record_set_conflict (record, field, TRUE);
    }
}

PazRecord *
paz_state_dup_record (PazState *self)
{
  g_autoptr (GHashTable) cells = NULL;
  g_autoptr (PazRecord) record = NULL;
  g_auto (GStrv) list = NULL;
  PazRevision *revision;

  if (self->heads->len == 0 || self->kind == NULL)
    return NULL;

  revision = ((PazNode *) self->heads->pdata[0])->revision;
  record = paz_record_new (self->kind, self->record, revision->owner, revision->container);
  cells = paz_state_dup_cells (self);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const PazField *field = &self->kind->fields[i];

      if ((field->flags & PAZ_FIELD_LOCAL) == 0)
        paz_record_set_value (record, field, paz_cells_get (cells, field));
    }

  list = paz_state_dup_list (self);
  paz_record_set_release (record, paz_state_get_level (self), (const char * const *) list);
  paz_record_set_deleted (record, paz_state_is_deleted (self));
  mark_conflicts (self, record);
  paz_record_set_stored (record, TRUE);

  return g_steal_pointer (&record);
}
