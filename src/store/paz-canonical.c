/* Canonical JSON, EXCHANGE.md 3.1: for each value exactly one spelling. */
#include "paz-line.h"

#include "base/paz-text.h"

#define INTEGER_LIMIT G_GINT64_CONSTANT (9007199254740991)

static gboolean write_node (JsonNode *node, GString *to, guint depth, GError **error);

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID, reason);
  return FALSE;
}

gboolean
paz_canonical_is_key (const char *key)
{
  gsize length = strlen (key);

  return length >= 1 && length <= 96
         && strspn (key, "abcdefghijklmnopqrstuvwxyz0123456789_./-") == length;
}

static gboolean
write_string (const char  *text,
              GString     *to,
              GError     **error)
{
  g_autofree char *normal = NULL;
  gsize offset;

  if (!paz_text_is_clean (text, &offset))
    return refuse (error, "A text holds a character that is not allowed");
  normal = paz_text_normalize (text);
  if (g_strcmp0 (normal, text) != 0)
    return refuse (error, "A text is not in normal form");

  g_string_append_c (to, '"');
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '"':  g_string_append (to, "\\\""); break;
      case '\\': g_string_append (to, "\\\\"); break;
      case '\n': g_string_append (to, "\\n");  break;
      case '\t': g_string_append (to, "\\t");  break;
      default:   g_string_append_c (to, *p);
      }
  g_string_append_c (to, '"');

  return TRUE;
}

static gboolean
write_value (JsonNode  *node,
             GString   *to,
             GError   **error)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return write_string (json_node_get_string (node), to, error);

  if (type == G_TYPE_BOOLEAN)
    {
      g_string_append (to, json_node_get_boolean (node) ? "true" : "false");
      return TRUE;
    }

  if (type == G_TYPE_INT64)
    {
      gint64 number = json_node_get_int (node);

      if (number > INTEGER_LIMIT || number < -INTEGER_LIMIT)
        return refuse (error, "A number is out of range");
      g_string_append_printf (to, "%" G_GINT64_FORMAT, number);
      return TRUE;
    }

  return refuse (error, "A number is not whole");
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (a, b);
}

static gboolean
write_object (JsonObject  *object,
              GString     *to,
              guint        depth,
              GError     **error)
{
  g_autoptr (GList) keys = g_list_sort (json_object_get_members (object), compare_keys);

  g_string_append_c (to, '{');
  for (GList *l = keys; l != NULL; l = l->next)
    {
      if (!paz_canonical_is_key (l->data))
        return refuse (error, "A name holds a character that is not allowed");
      if (l != keys)
        g_string_append_c (to, ',');
      g_string_append_printf (to, "\"%s\":", (const char *) l->data);
      if (!write_node (json_object_get_member (object, l->data), to, depth, error))
        return FALSE;
    }
  g_string_append_c (to, '}');

  return TRUE;
}

static gboolean
write_array (JsonArray  *array,
             GString    *to,
             guint       depth,
             GError    **error)
{
  g_string_append_c (to, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (to, ',');
      if (!write_node (json_array_get_element (array, i), to, depth, error))
        return FALSE;
    }
  g_string_append_c (to, ']');

  return TRUE;
}

static gboolean
write_node (JsonNode  *node,
            GString   *to,
            guint      depth,
            GError   **error)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
    case JSON_NODE_ARRAY:
      if (depth >= PAZ_LINE_MAX_NESTING)
        return refuse (error, "Nested too deep");
      if (JSON_NODE_HOLDS_OBJECT (node))
        return write_object (json_node_get_object (node), to, depth + 1, error);
      return write_array (json_node_get_array (node), to, depth + 1, error);

    case JSON_NODE_VALUE:
      return write_value (node, to, error);

    case JSON_NODE_NULL:
      g_string_append (to, "null");
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

/* The parser recurses: a long row of opening brackets would overflow its stack. */
static gboolean
check_nesting (const char  *text,
               gsize        length,
               GError     **error)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        in_string = TRUE;
      else if ((c == '{' || c == '[') && ++depth > PAZ_LINE_MAX_NESTING)
        return refuse (error, "Nested too deep");
      else if ((c == '}' || c == ']') && depth-- == 0)
        return refuse (error, "Brackets do not match");
    }

  return TRUE;
}

char *
paz_canonical_write (JsonNode  *node,
                     gsize     *length,
                     GError   **error)
{
  g_autoptr (GString) to = g_string_new (NULL);

  if (!write_node (node, to, 0, error))
    return NULL;
  if (to->len > PAZ_LINE_MAX_BYTES)
    {
      refuse (error, "A line is too long");
      return NULL;
    }
  if (length != NULL)
    *length = to->len;

  return g_string_free (g_steal_pointer (&to), FALSE);
}

JsonNode *
paz_canonical_read_kept (const char  *text,
                         gsize        length,
                         GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local = NULL;

  if (!json_parser_load_from_data (parser, text, (gssize) length, &local)
      || json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID, "Not JSON: %s",
                   local != NULL ? local->message : "empty");
      return NULL;
    }

  return json_parser_steal_root (parser);
}

JsonNode *
paz_canonical_read (const char  *text,
                    gsize        length,
                    GError     **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *again = NULL;
  gsize again_length;

  if (length == 0 || length > PAZ_LINE_MAX_BYTES)
    {
      refuse (error, length == 0 ? "An empty line" : "A line is too long");
      return NULL;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      refuse (error, "Not UTF-8");
      return NULL;
    }
  if (!check_nesting (text, length, error))
    return NULL;

  node = paz_canonical_read_kept (text, length, error);
  if (node == NULL)
    return NULL;

  /* Turns every quirk of the parser (double names, odd escapes, reals, comments) into a refusal. */
  again = paz_canonical_write (node, &again_length, error);
  if (again == NULL)
    return NULL;
  if (again_length != length || memcmp (again, text, length) != 0)
    {
      refuse (error, "Not in canonical form");
      return NULL;
    }

  return g_steal_pointer (&node);
}

gboolean
paz_canonical_equal (JsonNode *a,
                     JsonNode *b)
{
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  if (a == NULL || b == NULL)
    return a == b;
  text_a = paz_canonical_write (a, NULL, NULL);
  text_b = paz_canonical_write (b, NULL, NULL);

  return text_a != NULL && g_strcmp0 (text_a, text_b) == 0;
}
