#include "paz-cli-record.h"

#include "base/paz-text.h"
#include "base/paz-uuid.h"

#include <string.h>

/* ---- finding by what people call it ---- */

static gboolean
is_called (PazRecord      *record,
           const PazField *field,
           const char     *folded)
{
  GVariant *value = paz_record_get_value (record, field);

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return FALSE;

  if (field->type == PAZ_VALUE_TRILINGUAL)
    {
      g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (value);

      for (int i = 0; i < PAZ_N_LANGUAGES; i++)
        {
          g_autofree char *name = paz_text_fold (texts->in[i].text);

          if (name[0] != '\0' && strcmp (name, folded) == 0)
            return TRUE;
        }
      return FALSE;
    }

  g_autofree char *plain = paz_value_dup_plain (field, value);
  g_autofree char *name = paz_text_fold (plain);

  return strcmp (name, folded) == 0;
}

static gboolean
is_called_any (PazRecord          *record,
               const char * const *fields,
               const char         *folded)
{
  for (; *fields != NULL; fields++)
    {
      const PazField *field = paz_kind_find_field (paz_record_get_kind (record), *fields);

      if (field != NULL && is_called (record, field, folded))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_title (PazCli     *cli,
           PazRecord  *record,
           const char *folded)
{
  g_autofree char *title = paz_store_dup_title (cli->store, paz_record_get_id (record), paz_cli_get_words ());
  g_autofree char *folded_title = paz_text_fold (title);

  return strcmp (folded_title, folded) == 0;
}

static PazRecord *
find_by_name (PazCli        *cli,
              const PazKind *kind,
              const char    *text,
              PazExit       *exit)
{
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PazRecord) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folded = paz_text_fold (text);

  records = paz_store_list_records (cli->store, query, &error);
  if (records == NULL)
    {
      *exit = paz_cli_fail (cli, error, cli->store_path);
      return NULL;
    }
  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);

      if (!is_called_any (record, kind->natural_key, folded) &&
          !is_called_any (record, kind->title_fields, folded) && !has_title (cli, record, folded))
        continue;
      if (found != NULL)
        {
          *exit = paz_cli_refuse (_("Several records of kind “%s” are called “%s”. Give the id."), kind->key, text);
          return NULL;
        }
      found = g_object_ref (record);
    }
  if (found == NULL)
    *exit = paz_cli_refuse (_("There is no record of kind “%s” called “%s”."), kind->key, text);

  return g_steal_pointer (&found);
}

PazRecord *
paz_cli_find_record (PazCli        *cli,
                     const PazKind *kind,
                     const char    *text,
                     PazExit       *exit)
{
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!paz_uuid_check (text) && kind != NULL)
    return find_by_name (cli, kind, text, exit);

  record = paz_store_dup_record (cli->store, text, &error);
  if (record == NULL && !g_error_matches (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_NOT_FOUND))
    *exit = paz_cli_fail (cli, error, cli->store_path);
  else if (record == NULL || (kind != NULL && paz_record_get_kind (record) != kind))
    {
      if (kind != NULL)
        *exit = paz_cli_refuse (_("There is no record of kind “%s” called “%s”."), kind->key, text);
      else
        *exit = paz_cli_refuse (_("There is no record “%s”."), text);
      g_clear_object (&record);
    }

  return g_steal_pointer (&record);
}

/* ---- printing ---- */

gboolean
paz_cli_leaves (const PazField *field)
{
  return field->until == 0 && !(field->flags & (PAZ_FIELD_LOCAL | PAZ_FIELD_HIDDEN));
}

void
paz_cli_add_record (PazJson   *json,
                    PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);

  paz_json_begin_object (json);
  paz_json_set_text (json, "id", paz_record_get_id (record));
  paz_json_set_text (json, "kind", kind->key);
  paz_json_set_text (json, "owner", paz_record_get_owner (record));
  paz_json_set_text (json, "level", paz_level_get_key (paz_record_get_level (record)));
  paz_json_set_texts (json, "release", paz_record_get_list (record));
  if (kind->parent != NULL)
    paz_json_set_text (json, "in", paz_record_get_container (record));
  if (paz_record_is_deleted (record))
    paz_json_set_flag (json, "deleted", TRUE);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      if (!paz_cli_leaves (field))
        continue;
      paz_json_add_key (json, field->key);
      paz_cli_add_value (json, field, paz_record_get_value (record, field));
    }
  paz_json_end_object (json);
}

const char *
paz_cli_get_label (const PazKind  *kind,
                   const PazField *field)
{
  return paz_cli_ptext (paz_field_get_context (field, kind), field->label);
}
