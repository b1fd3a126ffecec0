/* Every field of every kind, and of kinds added here, on its form: shown, read back, and left as it
 * was. Over the declaration; no kind is named. */
#include "form-fixture.h"

#include "added-kinds.h"
#include "lib/paz-sample.h"

/* A record of each kind in the store, to link to: kind's key -> id. */
static GHashTable *
keep_targets (PazStore *store)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;
  const PazKind * const *kinds = paz_kind_list (NULL);
  guint n = 0;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const char *parent = kinds[i]->parent != NULL ? g_hash_table_lookup (ids, kinds[i]->parent) : NULL;
      PazRecord *record = paz_store_create_record (store, kinds[i], parent);

      g_ptr_array_add (records, record);
      g_hash_table_insert (ids, (gpointer) kinds[i]->key, g_strdup (paz_record_get_id (record)));
    }
  for (guint i = 0; i < records->len; i++)
    {
      sample_fill (records->pdata[i], TRUE, &n, ids);
      paz_edit_put (edit, records->pdata[i]);
    }
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return ids;
}

typedef void (* FormFunc) (PazForm *form, PazRecord *record);

/* fill: what the records hold before their forms are made. */
static void
foreach_form (Fixture  *fixture,
              void    (*fill) (PazRecord *record, GHashTable *ids),
              FormFunc  func)
{
  g_autoptr (GHashTable) ids = keep_targets (fixture->store);
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const char *parent = kinds[i]->parent != NULL ? g_hash_table_lookup (ids, kinds[i]->parent) : NULL;
      g_autoptr (PazRecord) record = paz_store_create_record (fixture->store, kinds[i], parent);
      GtkWidget *form = g_object_ref_sink (paz_form_new (fixture->store, kinds[i]));

      fill (record, ids);
      paz_form_set_record (PAZ_FORM (form), record);
      func (PAZ_FORM (form), record);
      g_assert_finalize_object (form);
    }
}

static void
fill_all (PazRecord  *record,
          GHashTable *ids)
{
  guint n = 0;

  sample_fill (record, FALSE, &n, ids);
}

static gboolean
is_editable (PazFieldRow *row)
{
  const PazField *field = paz_field_row_get_field (row);

  return sample_is_filled (field) &&
         !G_TYPE_CHECK_INSTANCE_TYPE (paz_field_row_get_editor (row), PAZ_TYPE_FIELD_SHOWN);
}

static void
assert_reads_back (PazFieldRow *row,
                   PazRecord   *record)
{
  const PazField *field = paz_field_row_get_field (row);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value =
    paz_field_editor_read_value (PAZ_FIELD_EDITOR (paz_field_row_get_editor (row)), &error);

  g_assert_no_error (error);
  if (value != NULL)
    g_variant_take_ref (value);
  if (!paz_value_equal (field, value, paz_record_get_value (record, field)))
    g_error ("%s.%s: the form reads another value than it was given",
             paz_record_get_kind (record)->key, field->key);
}

static void
check_values (PazForm   *form,
              PazRecord *record)
{
  g_autoptr (PazRecord) before = paz_record_dup (record);
  GPtrArray *rows = paz_form_get_rows (form);

  for (guint i = 0; i < rows->len; i++)
    if (is_editable (rows->pdata[i]))
      assert_reads_back (rows->pdata[i], record);
  g_assert_true (paz_form_check (form, TRUE));
  g_assert_true (paz_record_equal (record, before));
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  foreach_form (fixture, fill_all, check_values);
}

/* ---- not known, not applicable, not answered and zero are four things ---- */

static void
fill_unknown (PazRecord  *record,
              GHashTable *ids)
{
  const PazKind *kind = paz_record_get_kind (record);
  guint n = 0;

  sample_fill (record, TRUE, &n, ids);
  for (guint i = 0; i < kind->n_fields; i++)
    if (sample_is_filled (&kind->fields[i]) && (kind->fields[i].flags & PAZ_FIELD_REQUIRED) == 0)
      paz_record_set_value (record, &kind->fields[i], paz_value_new_state (PAZ_STATE_UNKNOWN));
}

static void
fill_not_applicable (PazRecord  *record,
                     GHashTable *ids)
{
  const PazKind *kind = paz_record_get_kind (record);
  guint n = 0;

  sample_fill (record, TRUE, &n, ids);
  for (guint i = 0; i < kind->n_fields; i++)
    if (sample_is_filled (&kind->fields[i]) && (kind->fields[i].flags & PAZ_FIELD_REQUIRED) == 0)
      paz_record_set_value (record, &kind->fields[i], paz_value_new_state (PAZ_STATE_NOT_APPLICABLE));
}

static void
fill_zero (PazRecord  *record,
           GHashTable *ids)
{
  const PazKind *kind = paz_record_get_kind (record);
  guint n = 0;

  sample_fill (record, TRUE, &n, ids);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == PAZ_VALUE_INTEGER && sample_is_filled (&kind->fields[i]) &&
        (kind->fields[i].flags & PAZ_FIELD_PLAIN) == 0)
      paz_record_set_value (record, &kind->fields[i], g_variant_new_int64 (0));
}

static void
assert_states (PazForm    *form,
               PazRecord  *record,
               const char *wanted)
{
  GPtrArray *rows = paz_form_get_rows (form);

  for (guint i = 0; i < rows->len; i++)
    {
      const PazField *field = paz_field_row_get_field (rows->pdata[i]);
      g_autofree char *state = NULL;

      if (!is_editable (rows->pdata[i]) || (field->flags & PAZ_FIELD_REQUIRED) != 0)
        continue;
      g_object_get (rows->pdata[i], "state", &state, NULL);
      if (g_strcmp0 (state, wanted) != 0)
        g_error ("%s.%s: the form says “%s”, not “%s”", paz_record_get_kind (record)->key, field->key, state, wanted);
    }
}

static void
check_unknown (PazForm   *form,
               PazRecord *record)
{
  assert_states (form, record, "unknown");
}

static void
check_not_applicable (PazForm   *form,
                      PazRecord *record)
{
  assert_states (form, record, "na");
}

static void
check_zero (PazForm   *form,
            PazRecord *record)
{
  assert_states (form, record, "answer");
  check_values (form, record);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  foreach_form (fixture, fill_unknown, check_unknown);
}

static void
test_not_applicable (Fixture       *fixture,
                     gconstpointer  data)
{
  foreach_form (fixture, fill_not_applicable, check_not_applicable);
}

static void
test_zero (Fixture       *fixture,
           gconstpointer  data)
{
  foreach_form (fixture, fill_zero, check_zero);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("paz-home-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  added_kinds_use ();
  paz_words_init ("en");
  ui_test_init (&argc, &argv);

  add ("/every-field/values", test_values);
  add ("/every-field/unknown", test_states);
  add ("/every-field/not-applicable", test_not_applicable);
  add ("/every-field/zero", test_zero);

  result = g_test_run ();
  remove_folder (home);

  return result;
}
