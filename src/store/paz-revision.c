/* The revision line: one save of one record (EXCHANGE.md 4.2). */
#include "paz-line-private.h"

#include <sodium.h>

#include "base/paz-uuid.h"

#define REVISION_LABEL  "relacopaz:rev:1\n"
#define SIGNATURE_LABEL "relacopaz:rev-sig:1\n"
#define MAX_PARENTS     64
#define MAX_CELLS       256
#define N_MEMBERS       12

PazRevision *
paz_revision_new (void)
{
  PazRevision *self = g_new0 (PazRevision, 1);

  self->list = g_new0 (char *, 1);
  self->parents = g_byte_array_new ();
  return self;
}

void
paz_revision_free (PazRevision *self)
{
  g_free (self->record);
  g_free (self->kind);
  g_free (self->owner);
  g_free (self->container);
  g_strfreev (self->list);
  g_byte_array_unref (self->parents);
  g_clear_pointer (&self->cells, json_object_unref);
  g_free (self->line);
  g_free (self);
}

guint
paz_revision_get_n_parents (const PazRevision *self)
{
  return self->parents->len / PAZ_LINE_ID_BYTES;
}

const guint8 *
paz_revision_get_parent (const PazRevision *self,
                         guint              n)
{
  return self->parents->data + n * PAZ_LINE_ID_BYTES;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return memcmp (*(const guint8 * const *) a, *(const guint8 * const *) b, PAZ_LINE_ID_BYTES);
}

void
paz_revision_set_parents (PazRevision *self,
                          GPtrArray   *ids)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (ids, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_ids);
  g_byte_array_set_size (self->parents, 0);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || memcmp (sorted->pdata[i], sorted->pdata[i - 1], PAZ_LINE_ID_BYTES) != 0)
      g_byte_array_append (self->parents, sorted->pdata[i], PAZ_LINE_ID_BYTES);
}

static gboolean
is_participant (const char *code,
                gboolean    shared)
{
  gsize length;

  if (code == NULL)
    return FALSE;
  if (shared && g_str_equal (code, "*"))
    return TRUE;
  length = strlen (code);

  return length >= 2 && length <= 12
         && strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == length;
}

/* A list is sorted, names each once, not the owner, and exists only beside `named`. */
static gboolean
check_list (const PazRevision  *self,
            GError            **error)
{
  if (self->list[0] != NULL && self->level != PAZ_LEVEL_NAMED)
    return paz_line_refuse (error, "A release list beside a level that has none");

  for (guint i = 0; self->list[i] != NULL; i++)
    {
      if (!is_participant (self->list[i], FALSE))
        return paz_line_refuse (error, "A release list holds what is no participant");
      if (i > 0 && strcmp (self->list[i - 1], self->list[i]) >= 0)
        return paz_line_refuse (error, "A release list is not sorted");
      if (g_strcmp0 (self->list[i], self->owner) == 0)
        return paz_line_refuse (error, "A release list holds the owner");
    }

  return TRUE;
}

static gboolean
check_parents (const PazRevision  *self,
               GError            **error)
{
  guint n = paz_revision_get_n_parents (self);

  if (n > MAX_PARENTS)
    return paz_line_refuse (error, "A revision has more than 64 parents");
  for (guint i = 1; i < n; i++)
    if (memcmp (paz_revision_get_parent (self, i - 1), paz_revision_get_parent (self, i), PAZ_LINE_ID_BYTES) >= 0)
      return paz_line_refuse (error, "The parents of a revision are not sorted");

  return TRUE;
}

static gboolean
check_cells (const PazRevision  *self,
             GError            **error)
{
  JsonNode *deleted;

  if (self->cells == NULL || json_object_get_size (self->cells) > MAX_CELLS)
    return paz_line_refuse (error, "A revision has no cells or more than 256");
  deleted = json_object_get_member (self->cells, "_deleted");
  if (deleted == NULL || json_node_get_value_type (deleted) != G_TYPE_BOOLEAN)
    return paz_line_refuse (error, "A revision does not say whether the record is deleted");

  return TRUE;
}

static gboolean
check (const PazRevision  *self,
       GError            **error)
{
  if (self->record == NULL || !paz_uuid_check (self->record)
      || (self->container != NULL && !paz_uuid_check (self->container)))
    return paz_line_refuse (error, "A revision names no record");
  if (self->kind == NULL || !paz_canonical_is_key (self->kind) || self->version < 1)
    return paz_line_refuse (error, "A revision names no kind");
  if (!is_participant (self->owner, TRUE))
    return paz_line_refuse (error, "A revision names no owner");

  return check_list (self, error) && check_parents (self, error) && check_cells (self, error);
}

static JsonNode *
build_list (const PazRevision *self)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; self->list[i] != NULL; i++)
    json_array_add_string_element (array, self->list[i]);

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
build_parents (const PazRevision *self)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < paz_revision_get_n_parents (self); i++)
    {
      g_autofree char *text = paz_bytes_to_text (paz_revision_get_parent (self, i), PAZ_LINE_ID_BYTES);

      json_array_add_string_element (array, text);
    }

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
build (const PazRevision *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *author = paz_bytes_to_text (self->author, sizeof self->author);
  g_autofree char *salt = paz_bytes_to_text (self->salt, sizeof self->salt);

  json_object_set_string_member (object, "author", author);
  json_object_set_object_member (object, "cells", json_object_ref (self->cells));
  if (self->container != NULL)
    json_object_set_string_member (object, "in", self->container);
  json_object_set_string_member (object, "kind", self->kind);
  json_object_set_string_member (object, "level", paz_level_get_key (self->level));
  json_object_set_member (object, "list", build_list (self));
  json_object_set_string_member (object, "owner", self->owner);
  json_object_set_member (object, "parents", build_parents (self));
  json_object_set_string_member (object, "record", self->record);
  json_object_set_string_member (object, "salt", salt);
  json_object_set_int_member (object, "time", self->time);
  json_object_set_int_member (object, "v", 1);
  json_object_set_int_member (object, "ver", self->version);

  return json_node_init_object (json_node_alloc (), object);
}

static void
make_id (const char *inner,
         gsize       length,
         guint8      id[PAZ_LINE_ID_BYTES])
{
  crypto_hash_sha256_state state;

  crypto_hash_sha256_init (&state);
  crypto_hash_sha256_update (&state, (const guint8 *) REVISION_LABEL, strlen (REVISION_LABEL));
  crypto_hash_sha256_update (&state, (const guint8 *) inner, length);
  crypto_hash_sha256_final (&state, id);
}

gboolean
paz_revision_seal (PazRevision         *self,
                   const PazDeviceKey  *key,
                   GError             **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *inner = NULL;
  guint8 signature[PAZ_SIGNATURE_BYTES];
  gsize length;

  memcpy (self->author, key->id, sizeof self->author);
  if (!check (self, error))
    return FALSE;

  node = build (self);
  inner = paz_canonical_write (node, &length, error);
  if (inner == NULL)
    return FALSE;
  make_id (inner, length, self->id);
  paz_line_sign (SIGNATURE_LABEL, self->id, sizeof self->id, key, signature);
  g_free (self->line);
  self->line = paz_line_wrap ("rev", inner, signature);
  if (strlen (self->line) > PAZ_LINE_MAX_BYTES)
    return paz_line_refuse (error, "A line is too long");

  return TRUE;
}

static gboolean
read_list (PazRevision  *self,
           JsonObject   *object,
           GError      **error)
{
  JsonNode *node = json_object_get_member (object, "list");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return paz_line_refuse (error, "A revision has no release list");

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return paz_line_refuse (error, "A release list holds what is no participant");
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  g_strfreev (self->list);
  self->list = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
read_parents (PazRevision  *self,
              JsonObject   *object,
              GError      **error)
{
  JsonNode *node = json_object_get_member (object, "parents");
  JsonArray *array;
  guint n;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return paz_line_refuse (error, "A revision does not name its parents");

  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n > MAX_PARENTS)
    return paz_line_refuse (error, "A revision has more than 64 parents");
  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      guint8 id[PAZ_LINE_ID_BYTES];

      if (json_node_get_value_type (element) != G_TYPE_STRING
          || !paz_bytes_from_text (json_node_get_string (element), id, sizeof id))
        return paz_line_refuse (error, "A parent is no revision");
      g_byte_array_append (self->parents, id, sizeof id);
    }

  return TRUE;
}

static gboolean
read_scalars (PazRevision  *self,
              JsonObject   *object,
              GError      **error)
{
  const char *level = paz_line_get_string (object, "level");
  gint64 format;

  self->record = g_strdup (paz_line_get_string (object, "record"));
  self->kind = g_strdup (paz_line_get_string (object, "kind"));
  self->owner = g_strdup (paz_line_get_string (object, "owner"));
  self->container = g_strdup (paz_line_get_string (object, "in"));

  if (!paz_bytes_from_text (paz_line_get_string (object, "author"), self->author, sizeof self->author)
      || !paz_bytes_from_text (paz_line_get_string (object, "salt"), self->salt, sizeof self->salt))
    return paz_line_refuse (error, "A revision has no author or no salt");
  if (level == NULL || !paz_level_from_key (level, &self->level))
    return paz_line_refuse (error, "A revision has a level that is not known");
  if (!paz_line_get_integer (object, "time", &self->time) || self->time < 0
      || !paz_line_get_integer (object, "ver", &self->version)
      || !paz_line_get_integer (object, "v", &format) || format != 1)
    return paz_line_refuse (error, "A revision has no time or no version");

  return TRUE;
}

static gboolean
read_members (PazRevision  *self,
              JsonObject   *object,
              GError      **error)
{
  JsonNode *cells = json_object_get_member (object, "cells");

  if (cells == NULL || !JSON_NODE_HOLDS_OBJECT (cells))
    return paz_line_refuse (error, "A revision has no cells");
  self->cells = json_object_ref (json_node_get_object (cells));

  return read_scalars (self, object, error)
         && read_list (self, object, error)
         && read_parents (self, object, error);
}

PazRevision *
paz_revision_read (const char  *line,
                   gsize        length,
                   GError     **error)
{
  g_autoptr (JsonNode) node = paz_canonical_read (line, length, error);
  g_autoptr (PazRevision) self = paz_revision_new ();
  g_autofree char *inner = NULL;
  JsonObject *object;
  guint members;

  if (node == NULL || (object = paz_line_get_inner (node, "rev", error)) == NULL)
    return NULL;
  if (!read_members (self, object, error) || !check (self, error))
    return NULL;

  members = json_object_get_size (object);
  if (members != N_MEMBERS + (self->container != NULL))
    {
      paz_line_refuse (error, "A revision has members that are not known");
      return NULL;
    }

  self->line = g_strndup (line, length);
  inner = paz_line_dup_inner (self->line);
  make_id (inner, strlen (inner), self->id);

  return g_steal_pointer (&self);
}

PazRevision *
paz_revision_read_kept (const char    *line,
                        gsize          length,
                        const guint8  *id,
                        GError       **error)
{
  g_autoptr (JsonNode) node = paz_canonical_read_kept (line, length, error);
  g_autoptr (PazRevision) self = paz_revision_new ();
  JsonObject *object;

  if (node == NULL || (object = paz_line_get_inner (node, "rev", error)) == NULL
      || !read_members (self, object, error))
    return NULL;

  memcpy (self->id, id, sizeof self->id);
  self->line = g_strndup (line, length);

  return g_steal_pointer (&self);
}

gboolean
paz_revision_verify (const PazRevision *self,
                     const guint8      *public_key)
{
  g_autofree char *signature = paz_line_dup_signature (self->line);
  guint8 id[PAZ_KEY_ID_BYTES];

  paz_key_make_id (public_key, id);

  return signature != NULL
         && memcmp (id, self->author, sizeof id) == 0
         && paz_line_is_signed (SIGNATURE_LABEL, self->id, sizeof self->id, signature, public_key);
}
