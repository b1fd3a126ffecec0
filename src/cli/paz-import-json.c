/* What an import found, as JSON. */
#include "paz-import-print.h"

#include "paz-cli.h"
#include "paz-json.h"

#include "base/paz-date.h"

/* An array under a key: what `add` writes of each item. */
static void
set_items (PazJson    *json,
           const char *key,
           GPtrArray  *items,
           void     (* add) (PazJson *json, gconstpointer item))
{
  paz_json_add_key (json, key);
  paz_json_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    add (json, g_ptr_array_index (items, i));
  paz_json_end_array (json);
}

static const char *
get_reason_key (PazRefusalReason reason)
{
  switch (reason)
    {
    case PAZ_REFUSAL_COLUMNS:
      return "columns";
    case PAZ_REFUSAL_CONTRIBUTOR:
      return "contributor";
    case PAZ_REFUSAL_MISSION:
      return "mission";
    case PAZ_REFUSAL_TYPE:
      return "type";
    case PAZ_REFUSAL_DATE:
      return "date";
    case PAZ_REFUSAL_NUMBER:
      return "number";
    case PAZ_REFUSAL_DUPLICATE:
      return "duplicate";
    case PAZ_REFUSAL_QUOTES:
      return "quotes";
    case PAZ_REFUSAL_CONTRADICTION:
      return "contradiction";
    case PAZ_REFUSAL_DATE_ORDER:
      return "date_order";
    case PAZ_REFUSAL_WORD:
      return "word";
    case PAZ_REFUSAL_KEY:
      return "key";
    case PAZ_REFUSAL_REPEATED:
      return "repeated";
    case PAZ_REFUSAL_SUM:
      return "sum";
    case PAZ_REFUSAL_NUMBER_MARK:
      return "number_mark";
    case PAZ_REFUSAL_DEGREES:
      return "degrees";
    case PAZ_REFUSAL_GROUP:
      return "group";
    case PAZ_REFUSAL_END:
      return "end";
    case PAZ_REFUSAL_STATE_OF_DAY:
      return "state_of_day";
    }

  g_return_val_if_reached ("");
}

static void
set_month (PazJson    *json,
           const char *key,
           guint16     month)
{
  char text[8];

  paz_json_set_text (json, key, month != 0 ? paz_month_format (month, text) : NULL);
}

static void
add_counts (PazJson               *json,
            const PazImportCounts *counts)
{
  paz_json_set_integer (json, "rows", counts->rows);
  paz_json_set_integer (json, "new", counts->n_new);
  paz_json_set_integer (json, "changed", counts->n_changed);
  paz_json_set_integer (json, "same", counts->n_same);
  paz_json_set_integer (json, "gone", counts->n_gone);
  paz_json_set_integer (json, "refused", counts->n_refused);
  set_month (json, "first_month", counts->first_month);
  set_month (json, "last_month", counts->last_month);
}

static void
add_refusal (PazJson       *json,
             gconstpointer  item)
{
  const PazRefusal *refusal = item;
  g_autofree char *text = paz_refusal_dup_text (refusal, paz_cli_get_words ());

  paz_json_begin_object (json);
  paz_json_set_integer (json, "row", refusal->row);
  paz_json_set_text (json, "column", refusal->column);
  paz_json_set_text (json, "value", refusal->value);
  paz_json_set_text (json, "reason", get_reason_key (refusal->reason));
  paz_json_set_text (json, "text", text);
  paz_json_end_object (json);
}

/* -1 says that the figure was or is not there. */
static void
set_count (PazJson    *json,
           const char *key,
           gint64      count)
{
  if (count < 0)
    paz_json_set_text (json, key, NULL);
  else
    paz_json_set_integer (json, key, count);
}

static void
add_change (PazJson       *json,
            gconstpointer  item)
{
  const PazImportChange *change = item;

  paz_json_begin_object (json);
  set_month (json, "month", change->month);
  paz_json_set_text (json, "contributor", change->contributor);
  paz_json_set_text (json, "mission", change->mission);
  paz_json_set_text (json, "personnel_type", change->type);
  paz_json_set_integer (json, "row", change->row);
  set_count (json, "old_female", change->old_female);
  set_count (json, "old_male", change->old_male);
  set_count (json, "new_female", change->new_female);
  set_count (json, "new_male", change->new_male);
  paz_json_end_object (json);
}

static void
set_value (PazJson        *json,
           const char     *key,
           const PazField *field,
           GVariant       *value)
{
  g_autofree char *plain = value != NULL ? paz_value_dup_plain (field, value) : NULL;

  paz_json_set_text (json, key, plain);
}

static void
add_field_change (PazJson       *json,
                  gconstpointer  item)
{
  const PazImportFieldChange *change = item;

  paz_json_begin_object (json);
  paz_json_set_integer (json, "row", change->row);
  paz_json_set_text (json, "id", change->id);
  paz_json_set_text (json, "name", change->name);
  paz_json_set_text (json, "field", change->field->key);
  set_value (json, "old", change->field, change->before);
  set_value (json, "new", change->field, change->after);
  paz_json_end_object (json);
}

static void
add_kept (PazJson       *json,
          gconstpointer  item)
{
  const PazImportKept *kept = item;

  paz_json_begin_object (json);
  paz_json_set_text (json, "column", kept->column);
  paz_json_set_text (json, "value", kept->value);
  paz_json_set_integer (json, "rows", kept->n_rows);
  paz_json_end_object (json);
}

static void
add_loss (PazJson       *json,
          gconstpointer  item)
{
  const PazImportLoss *loss = item;

  paz_json_begin_object (json);
  set_month (json, "month", loss->month);
  paz_json_set_texts (json, "personnel_types", (const char * const *) loss->types);
  paz_json_set_texts (json, "contributors", (const char * const *) loss->contributors);
  paz_json_end_object (json);
}

static void
add_name (PazJson       *json,
          gconstpointer  item)
{
  const PazImportName *name = item;

  paz_json_begin_object (json);
  paz_json_set_text (json, "of", name->dimension == PAZ_DIMENSION_CONTRIBUTOR ? "contributor" : "mission");
  paz_json_set_text (json, "name", name->name);
  paz_json_set_integer (json, "rows", name->n_rows);
  paz_json_set_integer (json, "row", name->row);
  paz_json_set_texts (json, "suggestions", (const char * const *) name->suggestions);
  paz_json_end_object (json);
}

static void
add_evidence (PazJson       *json,
              gconstpointer  item)
{
  g_autofree char *text = paz_import_evidence_dup_text (item, paz_cli_get_words ());

  paz_json_add_text (json, text);
}

static void
add_difference (PazJson       *json,
                gconstpointer  item)
{
  g_autofree char *text = paz_import_difference_dup_text (item, paz_cli_get_words ());

  paz_json_add_text (json, text);
}

/* Of figures. */
static void
add_facts (PazJson   *json,
           PazImport *import)
{
  paz_json_set_text (json, "keep", paz_import_print_keep (paz_import_get_keep (import)));
  paz_json_set_text (json, "partial", paz_import_print_keep (paz_import_get_partial (import)));
  set_items (json, "losses", paz_import_get_losses (import), add_loss);
  set_items (json, "changes", paz_import_get_changes (import), add_change);
}

void
paz_import_print_json (PazImport *import,
                       gboolean   dry_run,
                       guint64    step)
{
  g_autoptr (PazJson) json = paz_json_new ();
  const PazKind *kind = paz_import_get_kind (import);

  paz_json_begin_object (json);
  paz_json_set_text (json, "layout", paz_import_get_layout (import));
  paz_json_set_text (json, "kind", kind != NULL ? kind->key : NULL);
  paz_json_set_text (json, "sha256", paz_import_get_sha256 (import));
  paz_json_set_flag (json, "dry_run", dry_run);
  paz_json_set_integer (json, "step", step);
  paz_json_set_text (json, "data_set", paz_record_get_id (paz_import_get_data_set (import)));
  add_counts (json, paz_import_get_counts (import));
  paz_json_set_flag (json, "check", paz_import_is_check (import));
  paz_json_set_integer (json, "compared", paz_import_get_counts (import)->n_compared);
  paz_json_set_integer (json, "different", paz_import_get_counts (import)->n_different);
  set_items (json, "refusals", paz_import_get_refusals (import), add_refusal);
  set_items (json, "unknown_names", paz_import_get_names (import), add_name);
  set_items (json, "evidence", paz_import_get_evidence (import), add_evidence);
  set_items (json, "differences", paz_import_get_differences (import), add_difference);
  if (kind == NULL)
    {
      add_facts (json, import);
    }
  else
    {
      set_items (json, "changes", paz_import_get_field_changes (import), add_field_change);
      set_items (json, "kept_as_text", paz_import_get_kept (import), add_kept);
    }
  paz_json_end_object (json);
  paz_json_print (json);
}
