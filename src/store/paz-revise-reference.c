/* Built-in data as lines: every store writes the very same bytes, so that stores have nothing of it
 * to send one another. */
#include "paz-revise.h"

#include <sodium.h>

#define SALT_LABEL "relacopaz:reference-salt:1\n"

/* Not random: the content is public, and the same in every store. */
static void
make_salt (PazRevision *revision)
{
  g_autofree char *text = g_strdup_printf (SALT_LABEL "%s\n%" G_GINT64_FORMAT, revision->record, revision->time);
  guint8 hash[crypto_hash_sha256_BYTES];

  crypto_hash_sha256 (hash, (const guint8 *) text, strlen (text));
  memcpy (revision->salt, hash, sizeof revision->salt);
}

static JsonObject *
make_cells (PazRecord *record)
{
  g_autoptr (GHashTable) cells = paz_cells_from_record (record);
  JsonObject *object = json_object_new ();
  GHashTableIter iter;
  gpointer name, node;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &name, &node))
    json_object_set_member (object, name, json_node_ref (node));
  json_object_set_boolean_member (object, "_deleted", paz_record_is_deleted (record));

  return object;
}

static PazRevision *
make_revision (PazRecord *record,
               gint64     edition_ms)
{
  PazRevision *revision = paz_revision_new ();
  const PazKind *kind = paz_record_get_kind (record);

  revision->record = g_strdup (paz_record_get_id (record));
  revision->kind = g_strdup (kind->key);
  revision->owner = g_strdup ("*");
  revision->container = g_strdup (paz_record_get_container (record));
  revision->level = PAZ_LEVEL_PUBLIC;
  revision->time = edition_ms;
  revision->version = kind->version;
  revision->cells = make_cells (record);
  make_salt (revision);

  return revision;
}

static PazRevision *
find_newest (PazState *state)
{
  PazNode *newest = NULL;

  for (guint i = 0; i < state->nodes->len; i++)
    {
      PazNode *node = state->nodes->pdata[i];

      if (node->reference && (newest == NULL || paz_node_compare (node, newest) < 0))
        newest = node;
    }

  return newest != NULL ? newest->revision : NULL;
}

static gboolean
is_same (PazRevision *a,
         PazRevision *b)
{
  g_autoptr (JsonNode) cells_a = json_node_init_object (json_node_alloc (), a->cells);
  g_autoptr (JsonNode) cells_b = json_node_init_object (json_node_alloc (), b->cells);

  return paz_canonical_equal (cells_a, cells_b);
}

gboolean
paz_revise_reference (PazStore   *self,
                      PazRecord  *record,
                      gint64      edition_ms,
                      GError    **error)
{
  g_autoptr (PazState) state = paz_revise_load (self, paz_record_get_id (record), error);
  g_autoptr (PazRevision) revision = make_revision (record, edition_ms);
  PazRevision *newest;

  if (state == NULL)
    return FALSE;
  newest = find_newest (state);
  if (newest != NULL && is_same (newest, revision))
    return TRUE;

  return paz_revision_seal (revision, paz_device_key_get_reference (), error)
         && paz_revise_store (self, revision, "*", error)
         && paz_revise_derive (self, revision->record, error)
         && paz_door_note (self, newest == NULL ? "added" : "edited", revision->kind, revision->record, error);
}
