/* kinds: what may be kept, and in which fields. */
#include "paz-cli-record.h"
#include "paz-grid.h"
#include "paz-verbs.h"

static void
print_kinds_json (void)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (const PazKind * const *kind = paz_kind_list (NULL); *kind != NULL; kind++)
    {
      paz_json_begin_object (json);
      paz_json_set_text (json, "kind", (*kind)->key);
      paz_json_set_text (json, "parent", (*kind)->parent);
      paz_json_set_text (json, "label", _((*kind)->phrases.singular));
      paz_json_set_text (json, "area", C_("area", paz_area_get_title ((*kind)->area)));
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

static void
print_kinds (void)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "kind", C_("column", "Kind"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "parent", C_("column", "Inside"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "area", C_("column", "Area"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "label", C_("column", "Name"), PAZ_GRID_TEXT);
  for (const PazKind * const *kind = paz_kind_list (NULL); *kind != NULL; kind++)
    {
      paz_grid_add_cell (grid, (*kind)->key);
      paz_grid_add_cell (grid, (*kind)->parent);
      paz_grid_add_cell (grid, C_("area", paz_area_get_title ((*kind)->area)));
      paz_grid_add_cell (grid, _((*kind)->phrases.plural));
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static void
add_choices (PazJson        *json,
             const PazKind  *kind,
             const PazField *field)
{
  paz_json_add_key (json, "choices");
  paz_json_begin_object (json);
  for (const PazChoice *choice = field->choices; choice->key != NULL; choice++)
    paz_json_set_text (json, choice->key,
                       paz_choice_get_label (choice, paz_field_get_context (field, kind), paz_cli_get_words ()));
  paz_json_end_object (json);
}

static void
print_fields_json (const PazKind *kind)
{
  g_autoptr (PazJson) json = paz_json_new ();

  paz_json_begin_array (json);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      if (!paz_cli_leaves (field))
        continue;
      paz_json_begin_object (json);
      paz_json_set_text (json, "field", field->key);
      paz_json_set_text (json, "type", paz_cli_get_type_name (field));
      paz_json_set_flag (json, "set", paz_field_is_set (field));
      paz_json_set_flag (json, "required", (field->flags & PAZ_FIELD_REQUIRED) != 0);
      paz_json_set_text (json, "target", field->target);
      paz_json_set_text (json, "label", paz_cli_get_label (kind, field));
      if (field->choices != NULL)
        add_choices (json, kind, field);
      paz_json_end_object (json);
    }
  paz_json_end_array (json);
  paz_json_print (json);
}

/* Keys of the choices, or the kind a link points to. */
static char *
dup_values (const PazField *field)
{
  g_autoptr (GString) keys = g_string_new (field->target);

  for (const PazChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", choice->key);

  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static void
print_fields (const PazKind *kind)
{
  g_autoptr (PazGrid) grid = paz_grid_new ();

  paz_grid_add_column (grid, "field", C_("column", "Field"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "type", C_("column", "Type"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "required", C_("column", "Required"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "label", C_("column", "Name"), PAZ_GRID_TEXT);
  paz_grid_add_column (grid, "values", C_("column", "Values"), PAZ_GRID_TEXT);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      g_autofree char *values = dup_values (field);

      if (!paz_cli_leaves (field))
        continue;
      paz_grid_add_cell (grid, field->key);
      paz_grid_add_cell (grid, paz_cli_get_type_name (field));
      paz_grid_add_cell (grid, field->flags & PAZ_FIELD_REQUIRED ? _("yes") : "");
      paz_grid_add_cell (grid, paz_cli_get_label (kind, field));
      paz_grid_add_cell (grid, values);
    }
  paz_grid_print (grid, PAZ_GRID_TABLE);
}

static PazExit
run_kinds (PazCli       *cli,
           PazArguments *arguments)
{
  const char *key = paz_arguments_get_word (arguments, 0);
  const PazKind *kind = NULL;
  PazExit exit;

  if (key != NULL)
    {
      kind = paz_cli_find_kind (key, &exit);
      if (kind == NULL)
        return exit;
    }

  if (kind == NULL && cli->json)
    print_kinds_json ();
  else if (kind == NULL)
    print_kinds ();
  else if (cli->json)
    print_fields_json (kind);
  else
    print_fields (kind);

  return PAZ_EXIT_DONE;
}

const PazVerb paz_verb_kinds = {
  .name = "kinds",
  .usage = N_("kinds [KIND]"),
  .summary = N_("List the kinds of records, or the fields of one kind."),
  .details = N_("Kinds, fields and choices have the same keys in every language."),
  .max_words = 1,
  .run = run_kinds,
};
