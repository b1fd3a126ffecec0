/* Values as cells and back (EXCHANGE.md 4.1). What can change on its own has a cell of its own. */
#include "paz-compute.h"

#include "base/paz-text.h"
#include "model/paz-trilingual.h"

static const char state_name[] = "n";

GHashTable *
paz_cells_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
}

static void
put (GHashTable *cells,
     const char *name,
     JsonNode   *node)
{
  g_hash_table_insert (cells, g_strdup (name), node);
}

static JsonNode *
make_text (const char *text)
{
  /* Typed text is in normal form by then; imported text may not be. */
  g_autofree char *clean = paz_text_clean (text);

  return json_node_init_string (json_node_alloc (), clean != NULL ? clean : "");
}

static JsonNode *
make_object (const char *first,
             ...)
{
  g_autoptr (JsonObject) object = json_object_new ();
  va_list arguments;

  va_start (arguments, first);
  for (const char *name = first; name != NULL; name = va_arg (arguments, const char *))
    json_object_set_member (object, name, va_arg (arguments, JsonNode *));
  va_end (arguments);

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
make_state (PazValueState state)
{
  switch (state)
    {
    case PAZ_STATE_UNKNOWN:
      return make_object (state_name, make_text ("unknown"), NULL);
    case PAZ_STATE_NOT_APPLICABLE:
      return make_object (state_name, make_text ("na"), NULL);
    case PAZ_STATE_WITHHELD:
      return make_object ("l", json_node_init_int (json_node_alloc (), 1), NULL);
    case PAZ_STATE_NOT_ANSWERED:
    case PAZ_STATE_KNOWN:
      break;
    }

  return json_node_init_null (json_node_alloc ());
}

/* Names of cells are lower case; country codes and some choices are not. */
static char *
dup_element_name (const PazField *field,
                  const char     *element)
{
  g_autofree char *lower = g_ascii_strdown (element, -1);

  return g_strconcat (field->key, "/", lower, NULL);
}

static char *
dup_element (const PazField *field,
             const char     *name)
{
  const char *lower = name + strlen (field->key) + 1;

  if (field->type == PAZ_VALUE_COUNTRY)
    return g_ascii_strup (lower, -1);
  if (field->type == PAZ_VALUE_CHOICE)
    for (const PazChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
      if (g_ascii_strcasecmp (choice->key, lower) == 0)
        return g_strdup (choice->key);

  return g_strdup (lower);
}

static gboolean
is_element (const PazField *field,
            const char     *name)
{
  gsize length = strlen (field->key);

  return strncmp (name, field->key, length) == 0 && name[length] == '/';
}

static void
put_set (GHashTable     *cells,
         const PazField *field,
         GVariant       *value)
{
  g_autofree const char **elements = g_variant_get_strv (value, NULL);

  for (guint i = 0; elements[i] != NULL; i++)
    {
      g_autofree char *name = dup_element_name (field, elements[i]);

      put (cells, name, json_node_init_boolean (json_node_alloc (), TRUE));
    }
}

static void
put_trilingual (GHashTable     *cells,
                const PazField *field,
                GVariant       *value)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);
  g_autofree char *source = g_strconcat (field->key, ".src", NULL);

  if (texts->has_source)
    put (cells, source, make_text (paz_language_get_code (texts->source)));

  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      const PazTranslation *in = &texts->in[i];
      gboolean is_source = texts->has_source && texts->source == (PazLanguage) i;
      g_autofree char *name = g_strconcat (field->key, ".", paz_language_get_code ((PazLanguage) i), NULL);

      if (in->text == NULL || in->text[0] == '\0')
        continue;
      put (cells, name,
           make_object (is_source ? "k" : "b", make_text (in->key != NULL ? in->key : ""),
                        "o", json_node_init_boolean (json_node_alloc (), in->official),
                        "t", make_text (in->text), NULL));
    }
}

static JsonNode *
make_money (GVariant *value)
{
  const char *amount, *currency, *date, *source;

  g_variant_get (value, "(&s&s&s&s)", &amount, &currency, &date, &source);

  return make_object ("a", make_text (amount), "c", make_text (currency),
                      "d", make_text (date), "s", make_text (source), NULL);
}

static void
put_known (GHashTable     *cells,
           const PazField *field,
           GVariant       *value)
{
  switch (field->type)
    {
    case PAZ_VALUE_TEXT:
    case PAZ_VALUE_NOTE:
    case PAZ_VALUE_REAL:
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
    case PAZ_VALUE_DATETIME:
    case PAZ_VALUE_CHOICE:
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
    case PAZ_VALUE_HASH:
      put (cells, field->key, make_text (g_variant_get_string (value, NULL)));
      return;
    case PAZ_VALUE_INTEGER:
      put (cells, field->key, json_node_init_int (json_node_alloc (), g_variant_get_int64 (value)));
      return;
    case PAZ_VALUE_FLAG:
      put (cells, field->key, json_node_init_boolean (json_node_alloc (), g_variant_get_boolean (value)));
      return;
    case PAZ_VALUE_MONEY:
      put (cells, field->key, make_money (value));
      return;
    case PAZ_VALUE_LINK:
      put (cells, field->key, make_object ("r", make_text (g_variant_get_string (value, NULL)), NULL));
      return;
    case PAZ_VALUE_TRILINGUAL:
      put_trilingual (cells, field, value);
      return;
    case PAZ_VALUE_LINKS:
      break;
    }

  g_return_if_reached ();
}

void
paz_cells_put (GHashTable     *cells,
               const PazField *field,
               GVariant       *value)
{
  PazValueState state = paz_value_get_state (value);
  g_autofree char *name = NULL;

  if (state == PAZ_STATE_NOT_ANSWERED)
    return;

  if (state != PAZ_STATE_KNOWN)
    {
      name = g_strconcat (field->key, field->type == PAZ_VALUE_TRILINGUAL ? ".src" : "", NULL);
      put (cells, name, make_state (state));
    }
  else if (paz_field_is_set (field))
    put_set (cells, field, value);
  else
    put_known (cells, field, value);
}

/* ---- reading ---- */

static const char *
get_text (JsonNode *node)
{
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static JsonNode *
get_member (JsonNode   *node,
            const char *name)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  return json_object_get_member (json_node_get_object (node), name);
}

static PazValueState
get_state (JsonNode *node)
{
  const char *state = get_text (get_member (node, state_name));

  if (g_strcmp0 (state, "unknown") == 0)
    return PAZ_STATE_UNKNOWN;
  if (g_strcmp0 (state, "na") == 0)
    return PAZ_STATE_NOT_APPLICABLE;
  if (get_member (node, "l") != NULL)
    return PAZ_STATE_WITHHELD;

  return PAZ_STATE_KNOWN;
}

static GVariant *
get_set (GHashTable     *cells,
         const PazField *field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) elements = NULL;
  GHashTableIter iter;
  gpointer name, node;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &name, &node))
    if (is_element (field, name) && json_node_get_value_type (node) == G_TYPE_BOOLEAN
        && json_node_get_boolean (node))
      {
        g_autofree char *element = dup_element (field, name);

        g_strv_builder_add (builder, element);
      }
  elements = g_strv_builder_end (builder);

  return elements[0] != NULL ? paz_value_new_set ((const char * const *) elements) : NULL;
}

static void
get_translation (PazTranslation *in,
                 JsonNode       *node,
                 gboolean        is_source)
{
  const char *text = get_text (get_member (node, "t"));
  const char *key = get_text (get_member (node, is_source ? "k" : "b"));
  JsonNode *official = get_member (node, "o");

  if (text == NULL)
    return;
  /* A text written as source while another was the source keeps its place as a translation. */
  if (key == NULL)
    key = get_text (get_member (node, is_source ? "b" : "k"));

  in->text = g_strdup (text);
  in->key = g_strdup (key != NULL ? key : "");
  in->official = official != NULL && json_node_get_value_type (official) == G_TYPE_BOOLEAN
                 && json_node_get_boolean (official);
}

static GVariant *
get_trilingual (GHashTable     *cells,
                const PazField *field)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_new ();
  g_autofree char *source_name = g_strconcat (field->key, ".src", NULL);
  const char *source = get_text (g_hash_table_lookup (cells, source_name));

  texts->has_source = source != NULL && paz_language_from_code (source, &texts->source);
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strconcat (field->key, ".", paz_language_get_code ((PazLanguage) i), NULL);

      get_translation (&texts->in[i], g_hash_table_lookup (cells, name),
                       texts->has_source && texts->source == (PazLanguage) i);
    }

  return paz_trilingual_to_value (texts);
}

/* What a data set's facts add up to is an object; the record shows it as text. */
static GVariant *
get_note (JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      char *text = paz_canonical_write (node, NULL, NULL);

      return text != NULL ? g_variant_new_take_string (text) : NULL;
    }

  return get_text (node) != NULL ? g_variant_new_string (get_text (node)) : NULL;
}

static GVariant *
get_money (JsonNode *node)
{
  const char *amount = get_text (get_member (node, "a"));
  const char *currency = get_text (get_member (node, "c"));
  const char *date = get_text (get_member (node, "d"));
  const char *source = get_text (get_member (node, "s"));

  if (amount == NULL)
    return NULL;

  return paz_value_new_money (amount, currency != NULL ? currency : "",
                              date != NULL ? date : "", source != NULL ? source : "");
}

static GVariant *
get_known (GHashTable     *cells,
           const PazField *field,
           JsonNode       *node)
{
  const char *text = get_text (node);

  switch (field->type)
    {
    case PAZ_VALUE_NOTE:
      return get_note (node);
    case PAZ_VALUE_TEXT:
    case PAZ_VALUE_REAL:
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
    case PAZ_VALUE_DATETIME:
    case PAZ_VALUE_CHOICE:
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
    case PAZ_VALUE_HASH:
      return text != NULL ? g_variant_new_string (text) : NULL;
    case PAZ_VALUE_INTEGER:
      return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64
             ? g_variant_new_int64 (json_node_get_int (node)) : NULL;
    case PAZ_VALUE_FLAG:
      return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN
             ? g_variant_new_boolean (json_node_get_boolean (node)) : NULL;
    case PAZ_VALUE_MONEY:
      return get_money (node);
    case PAZ_VALUE_LINK:
      text = get_text (get_member (node, "r"));
      return text != NULL ? g_variant_new_string (text) : NULL;
    case PAZ_VALUE_TRILINGUAL:
      return get_trilingual (cells, field);
    case PAZ_VALUE_LINKS:
      break;
    }

  g_return_val_if_reached (NULL);
}

GVariant *
paz_cells_get (GHashTable     *cells,
               const PazField *field)
{
  g_autofree char *name = g_strconcat (field->key, field->type == PAZ_VALUE_TRILINGUAL ? ".src" : "", NULL);
  JsonNode *node = g_hash_table_lookup (cells, name);
  PazValueState state = get_state (node);
  GVariant *value;

  value = paz_field_is_set (field) ? get_set (cells, field) : NULL;
  if (value != NULL)
    return value;
  if (state != PAZ_STATE_KNOWN)
    return paz_value_new_state (state);
  if (paz_field_is_set (field))
    return NULL;

  value = get_known (cells, field, node);
  if (value != NULL && !paz_value_check (field, value, NULL))
    {
      g_variant_unref (g_variant_ref_sink (value));
      return NULL;
    }

  return value;
}

GHashTable *
paz_cells_from_record (PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  GHashTable *cells = paz_cells_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & PAZ_FIELD_LOCAL) == 0)
      paz_cells_put (cells, &kind->fields[i], paz_record_get_value (record, &kind->fields[i]));

  return cells;
}

JsonNode *
paz_cells_make_cleared (const PazField *field,
                        const char     *name)
{
  if (paz_field_is_set (field) && is_element (field, name))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  /* To a reader a cleared link and one that is withheld look the same. */
  if (field->type == PAZ_VALUE_LINK)
    return make_state (PAZ_STATE_WITHHELD);

  return json_node_init_null (json_node_alloc ());
}

const PazField *
paz_cells_find_field (const PazKind *kind,
                      const char    *name)
{
  g_autofree char *key = NULL;
  const PazField *field = paz_kind_find_field (kind, name);

  if (field != NULL)
    return field;
  key = g_strndup (name, strcspn (name, "./"));

  return paz_kind_find_field (kind, key);
}

const char *
paz_cells_get_target (const PazField *field,
                      const char     *name,
                      JsonNode       *node)
{
  if (field->type == PAZ_VALUE_LINK)
    return get_text (get_member (node, "r"));
  if (field->type == PAZ_VALUE_LINKS && is_element (field, name))
    return name + strlen (field->key) + 1;

  return NULL;
}

char *
paz_cells_value_to_text (const PazField  *field,
                         GVariant        *value,
                         GError         **error)
{
  g_autoptr (GHashTable) cells = paz_cells_new ();
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  GHashTableIter iter;
  gpointer name, cell;

  paz_cells_put (cells, field, value);
  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &name, &cell))
    json_object_set_member (object, name, json_node_ref (cell));

  return paz_canonical_write (node, NULL, error);
}

GVariant *
paz_cells_value_from_text (const PazField *field,
                           const char     *text)
{
  g_autoptr (GHashTable) cells = paz_cells_new ();
  g_autoptr (JsonNode) node = paz_canonical_read_kept (text, strlen (text), NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *cell;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &cell))
    g_hash_table_insert (cells, g_strdup (name), json_node_ref (cell));

  return paz_cells_get (cells, field);
}
