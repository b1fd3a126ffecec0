/* Every field of every kind, and of kinds added here, by the command line: in with “set”, out with
 * “show”, “list” as CSV, “history” and a search. Over the declaration; no kind is named. */
#include "cli-fixture.h"

#include "added-kinds.h"
#include "lib/paz-sample.h"
#include "store/paz-store.h"

/* What was made so far. */
typedef struct
{
  GHashTable *ids;     /* kind's key -> id */
  guint       n;
} Run;

static void
set_up (Cli           *cli,
        gconstpointer  data)
{
  cli_set_up (cli, data);
  cli_assert (cli, 0, "init", "--participant", "PER", "--author", "Rosa Quispe");
}

static void
run_words (Cli       *cli,
           GPtrArray *words)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  int exit;

  g_ptr_array_add (argv, (char *) g_getenv ("RELACOPAZ_CLI"));
  g_ptr_array_add (argv, (char *) "--store");
  g_ptr_array_add (argv, cli->store);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (argv, words->pdata[i]);
  g_ptr_array_add (argv, NULL);
  exit = cli_spawn (cli, NULL, (char **) argv->pdata);
  if (exit != 0)
    g_error ("%s %s: exit %d\n%s", (char *) words->pdata[0], (char *) words->pdata[1], exit, cli->err);
}

/* “FIELD=VALUE”, of a text one for each language. */
static void
add_assignments (GPtrArray      *words,
                 PazRecord      *record,
                 const PazField *field)
{
  GVariant *value = paz_record_get_value (record, field);
  g_autofree char *plain = paz_value_dup_plain (field, value);

  if (field->type != PAZ_VALUE_TRILINGUAL)
    {
      g_ptr_array_add (words, g_strdup_printf ("%s=%s", field->key, plain));
      return;
    }

  g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    g_ptr_array_add (words, g_strdup_printf ("%s.%s=%s", field->key, paz_language_get_code (i), texts->in[i].text));
}

static void
set_record (Cli        *cli,
            PazRecord  *record,
            const char *id,
            const char *in)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup ("set"));
  g_ptr_array_add (words, g_strdup (kind->key));
  if (id != NULL)
    g_ptr_array_add (words, g_strdup (id));
  if (in != NULL)
    g_ptr_array_add (words, g_strconcat ("in=", in, NULL));
  for (guint i = 0; i < kind->n_fields; i++)
    if (paz_record_get_value (record, &kind->fields[i]) != NULL)
      add_assignments (words, record, &kind->fields[i]);
  run_words (cli, words);
}

/* A record with what it cannot do without, kept; its id. */
static char *
add_record (Cli           *cli,
            Run           *run,
            const PazKind *kind)
{
  const char *in = kind->parent != NULL ? g_hash_table_lookup (run->ids, kind->parent) : NULL;
  g_autoptr (PazRecord) record = paz_record_new (kind, "0190a0b0-0000-7000-8000-000000000001", "PER", in);

  sample_fill (record, TRUE, &run->n, run->ids);
  set_record (cli, record, NULL, in);

  return cli_dup_line (cli);
}

/* The kinds a required field links to come first. */
static void
add_with_targets (Cli           *cli,
                  Run           *run,
                  const PazKind *kind)
{
  if (g_hash_table_contains (run->ids, kind->key))
    return;
  if (kind->parent != NULL)
    add_with_targets (cli, run, paz_kind_find (kind->parent));
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & PAZ_FIELD_REQUIRED) != 0 && kind->fields[i].target != NULL)
      add_with_targets (cli, run, paz_kind_find (kind->fields[i].target));
  g_hash_table_insert (run->ids, (gpointer) kind->key, add_record (cli, run, kind));
}

/* ---- reading back ---- */

/* The cells of the first two lines of CSV: header and record. */
static GPtrArray *
split_csv (const char **text)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;
  const char *p = *text;

  for (; *p != '\0'; p++)
    {
      if (*p == '"' && quoted && p[1] == '"')
        g_string_append_c (cell, *++p);
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == ',' || *p == '\n'))
        {
          g_ptr_array_add (cells, g_strdup (g_strchomp (cell->str)));
          g_string_truncate (cell, 0);
          if (*p == '\n')
            break;
        }
      else
        g_string_append_c (cell, *p);
    }
  *text = *p != '\0' ? p + 1 : p;

  return cells;
}

static void
assert_cell (GPtrArray  *header,
             GPtrArray  *cells,
             const char *name,
             const char *value)
{
  for (guint i = 0; i < header->len; i++)
    if (g_str_equal (header->pdata[i], name))
      {
        g_assert_cmpstr (cells->pdata[i], ==, value);
        return;
      }

  g_error ("no column %s", name);
}

static void
check_csv (Cli       *cli,
           PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  const char *text = cli->out;
  g_autoptr (GPtrArray) header = split_csv (&text);
  g_autoptr (GPtrArray) cells = split_csv (&text);

  g_assert_cmpuint (header->len, ==, cells->len);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GVariant *value = paz_record_get_value (record, field);
      g_autofree char *plain = paz_value_dup_plain (field, value);

      if (value == NULL)
        continue;
      if (field->type != PAZ_VALUE_TRILINGUAL)
        assert_cell (header, cells, field->key, plain);
      else
        for (int j = 0; j < PAZ_N_LANGUAGES; j++)
          {
            g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);
            g_autofree char *name = g_strdup_printf ("%s.%s", field->key, paz_language_get_code (j));

            assert_cell (header, cells, name, texts->in[j].text);
          }
    }
}

/* One object with every field by name: texts as they are, the rest there. */
static void
check_shown (Cli       *cli,
             PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autoptr (JsonNode) node = cli_parse (cli);
  JsonObject *object = json_node_get_object (node);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GVariant *value = paz_record_get_value (record, field);
      JsonNode *member = json_object_get_member (object, field->key);

      if (value == NULL)
        continue;
      if (member == NULL || json_node_is_null (member))
        g_error ("%s.%s is not shown", kind->key, field->key);
      if (JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING)
        g_assert_cmpstr (json_node_get_string (member), ==, g_variant_get_string (value, NULL));
    }
}

/* The record was first kept with little, so that each other field has an entry of its own. */
static void
check_told (Cli       *cli,
            PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonNode) node = cli_parse (cli);
  JsonArray *entries = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      const char *key = json_object_get_string_member_with_default (json_array_get_object_element (entries, i),
                                                                    "field", NULL);

      if (key != NULL)
        g_hash_table_add (told, (gpointer) key);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if (sample_is_filled (&kind->fields[i]) && (kind->fields[i].flags & PAZ_FIELD_REQUIRED) == 0 &&
        !g_hash_table_contains (told, kind->fields[i].key))
      g_error ("%s.%s is not in the history", kind->key, kind->fields[i].key);
}

static void
check_searched (Cli        *cli,
                PazRecord  *record,
                const char *id)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      g_autofree char *plain = paz_value_dup_plain (field, paz_record_get_value (record, field));

      if ((field->flags & PAZ_FIELD_SEARCHED) == 0 || !sample_is_filled (field))
        continue;
      cli_assert (cli, 0, "list", kind->key, "--search", plain, "--json");
      cli_assert_prints (cli, id);
      return;
    }
}

static void
check_kind (Cli           *cli,
            Run           *run,
            const PazKind *kind)
{
  const char *id = g_hash_table_lookup (run->ids, kind->key);
  g_autoptr (PazRecord) record = paz_record_new (kind, id, "PER", NULL);

  g_test_message ("%s", kind->key);
  sample_fill (record, FALSE, &run->n, run->ids);
  set_record (cli, record, id, NULL);

  cli_assert (cli, 0, "show", kind->key, id, "--json", "--for", "own");
  check_shown (cli, record);
  cli_assert (cli, 0, "history", kind->key, id, "--json", "--limit", "500");
  check_told (cli, record);
  cli_assert (cli, 0, "show", kind->key, id);
  cli_assert_prints (cli, id);
  check_searched (cli, record, id);
  cli_assert (cli, 0, "list", kind->key, "--format", "csv", "--where", "notes~zorzal");
  check_csv (cli, record);
}

static void
test_every_field (Cli           *cli,
                  gconstpointer  data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  Run run = { .ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free) };

  for (guint i = 0; kinds[i] != NULL; i++)
    add_with_targets (cli, &run, kinds[i]);
  for (guint i = 0; kinds[i] != NULL; i++)
    check_kind (cli, &run, kinds[i]);
  g_hash_table_unref (run.ids);
}

/* A kind that does not ship is told of like the others. */
static void
test_kinds (Cli           *cli,
            gconstpointer  data)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  cli_assert (cli, 0, "kinds");
  for (guint i = 0; kinds[i] != NULL; i++)
    cli_assert_prints (cli, kinds[i]->key);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      cli_assert (cli, 0, "kinds", kinds[i]->key);
      for (guint j = 0; j < kinds[i]->n_fields; j++)
        if (sample_is_filled (&kinds[i]->fields[j]))
          cli_assert_prints (cli, kinds[i]->fields[j].key);
    }
}

int
main (int    argc,
      char **argv)
{
  added_kinds_use ();
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/every-field/kinds", Cli, NULL, set_up, test_kinds, cli_tear_down);
  g_test_add ("/cli/every-field/in-and-out", Cli, NULL, set_up, test_every_field, cli_tear_down);

  return g_test_run ();
}
