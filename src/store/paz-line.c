/* Edge and link lines; the revision has a file of its own. */
#include "paz-line-private.h"

#include <sodium.h>

#include "base/paz-uuid.h"

#define EDGE_LABEL "relacopaz:edge:1\n"
#define LINK_LABEL "relacopaz:link:1\n"

gboolean
paz_line_refuse (GError     **error,
                 const char  *reason)
{
  g_set_error_literal (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID, reason);
  return FALSE;
}

void
paz_line_sign (const char         *label,
               gconstpointer       bytes,
               gsize               size,
               const PazDeviceKey *key,
               guint8              signature[PAZ_SIGNATURE_BYTES])
{
  g_autoptr (GByteArray) message = g_byte_array_new ();

  g_byte_array_append (message, (const guint8 *) label, strlen (label));
  g_byte_array_append (message, bytes, size);
  crypto_sign_detached (signature, NULL, message->data, message->len, key->secret_key);
}

gboolean
paz_line_is_signed (const char    *label,
                    gconstpointer  bytes,
                    gsize          size,
                    const char    *signature,
                    const guint8  *public_key)
{
  g_autoptr (GByteArray) message = g_byte_array_new ();
  guint8 raw[PAZ_SIGNATURE_BYTES];

  if (!paz_bytes_from_text (signature, raw, sizeof raw))
    return FALSE;
  g_byte_array_append (message, (const guint8 *) label, strlen (label));
  g_byte_array_append (message, bytes, size);

  return crypto_sign_verify_detached (raw, message->data, message->len, public_key) == 0;
}

char *
paz_line_wrap (const char   *type,
               const char   *inner,
               const guint8  signature[PAZ_SIGNATURE_BYTES])
{
  g_autofree char *text = paz_bytes_to_text (signature, PAZ_SIGNATURE_BYTES);

  return g_strdup_printf ("{\"%s\":%s,\"sig\":\"%s\"}", type, inner, text);
}

char *
paz_line_dup_inner (const char *line)
{
  const char *start = strchr (line, ':');
  const char *end = g_strrstr (line, ",\"sig\":\"");

  if (start == NULL || end == NULL || end <= start)
    return NULL;

  return g_strndup (start + 1, (gsize) (end - start - 1));
}

char *
paz_line_dup_signature (const char *line)
{
  const char *start = g_strrstr (line, ",\"sig\":\"");

  if (start == NULL || strlen (start) < 10)
    return NULL;
  start += strlen (",\"sig\":\"");

  return g_strndup (start, strcspn (start, "\""));
}

JsonObject *
paz_line_get_inner (JsonNode    *node,
                    const char  *type,
                    GError     **error)
{
  JsonObject *object;
  guint8 signature[PAZ_SIGNATURE_BYTES];

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      paz_line_refuse (error, "A line is not an object");
      return NULL;
    }

  object = json_node_get_object (node);
  if (json_object_get_size (object) != 2 || !json_object_has_member (object, type)
      || !JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, type))
      || !paz_bytes_from_text (paz_line_get_string (object, "sig"), signature, sizeof signature))
    {
      paz_line_refuse (error, "A line is not of the type and signature it should be");
      return NULL;
    }

  return json_object_get_object_member (object, type);
}

const char *
paz_line_get_string (JsonObject *object,
                     const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

gboolean
paz_line_get_integer (JsonObject *object,
                      const char *name,
                      gint64     *value)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *value = json_node_get_int (node);

  return TRUE;
}

static char *
dup_edge_inner (const PazEdge *edge)
{
  g_autofree char *child = paz_bytes_to_text (edge->child, sizeof edge->child);
  g_autofree char *parent = paz_bytes_to_text (edge->parent, sizeof edge->parent);

  return g_strdup_printf ("{\"child\":\"%s\",\"parent\":\"%s\"}", child, parent);
}

static char *
dup_link_inner (const PazLink *link)
{
  g_autofree char *revision = paz_bytes_to_text (link->revision, sizeof link->revision);

  return g_strdup_printf ("{\"name\":\"%s\",\"on\":%s,\"rev\":\"%s\",\"to\":\"%s\"}",
                          link->name, link->on ? "true" : "false", revision, link->target);
}

static char *
seal_inner (const char         *type,
            const char         *label,
            const char         *inner,
            const PazDeviceKey *key)
{
  guint8 signature[PAZ_SIGNATURE_BYTES];

  paz_line_sign (label, inner, strlen (inner), key, signature);
  return paz_line_wrap (type, inner, signature);
}

static gboolean
verify_inner (const char   *line,
              const char   *label,
              const guint8 *public_key)
{
  g_autofree char *inner = paz_line_dup_inner (line);
  g_autofree char *signature = paz_line_dup_signature (line);

  return inner != NULL && signature != NULL
         && paz_line_is_signed (label, inner, strlen (inner), signature, public_key);
}

char *
paz_edge_seal (const PazEdge      *edge,
               const PazDeviceKey *key)
{
  g_autofree char *inner = dup_edge_inner (edge);

  return seal_inner ("edge", EDGE_LABEL, inner, key);
}

gboolean
paz_edge_read (const char  *line,
               gsize        length,
               PazEdge     *edge,
               GError     **error)
{
  g_autoptr (JsonNode) node = paz_canonical_read (line, length, error);
  JsonObject *inner;

  if (node == NULL || (inner = paz_line_get_inner (node, "edge", error)) == NULL)
    return FALSE;
  if (json_object_get_size (inner) != 2
      || !paz_bytes_from_text (paz_line_get_string (inner, "child"), edge->child, sizeof edge->child)
      || !paz_bytes_from_text (paz_line_get_string (inner, "parent"), edge->parent, sizeof edge->parent))
    return paz_line_refuse (error, "An edge does not name two revisions");
  if (memcmp (edge->child, edge->parent, sizeof edge->child) == 0)
    return paz_line_refuse (error, "An edge names the same revision twice");

  return TRUE;
}

gboolean
paz_edge_verify (const char   *line,
                 const guint8 *public_key)
{
  return verify_inner (line, EDGE_LABEL, public_key);
}

void
paz_link_free (PazLink *self)
{
  g_free (self->name);
  g_free (self->target);
  g_free (self);
}

char *
paz_link_seal (const PazLink       *link,
               const PazDeviceKey  *key,
               GError             **error)
{
  g_autofree char *inner = NULL;

  if (!paz_canonical_is_key (link->name) || !paz_uuid_check (link->target))
    {
      paz_line_refuse (error, "A link has no name or no target");
      return NULL;
    }
  inner = dup_link_inner (link);

  return seal_inner ("link", LINK_LABEL, inner, key);
}

PazLink *
paz_link_read (const char  *line,
               gsize        length,
               GError     **error)
{
  g_autoptr (JsonNode) node = paz_canonical_read (line, length, error);
  g_autoptr (PazLink) link = g_new0 (PazLink, 1);
  JsonObject *inner;
  JsonNode *on;

  if (node == NULL || (inner = paz_line_get_inner (node, "link", error)) == NULL)
    return NULL;

  link->name = g_strdup (paz_line_get_string (inner, "name"));
  link->target = g_strdup (paz_line_get_string (inner, "to"));
  on = json_object_get_member (inner, "on");
  if (json_object_get_size (inner) != 4 || link->name == NULL || !paz_canonical_is_key (link->name)
      || link->target == NULL || !paz_uuid_check (link->target)
      || on == NULL || json_node_get_value_type (on) != G_TYPE_BOOLEAN
      || !paz_bytes_from_text (paz_line_get_string (inner, "rev"), link->revision, sizeof link->revision))
    {
      paz_line_refuse (error, "A link is not complete");
      return NULL;
    }
  link->on = json_node_get_boolean (on);

  return g_steal_pointer (&link);
}

gboolean
paz_link_verify (const char   *line,
                 const guint8 *public_key)
{
  return verify_inner (line, LINK_LABEL, public_key);
}
