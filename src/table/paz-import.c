#include "paz-import-records.h"

#include "paz-refusal.h"

static PazImport *
import_new (const char *path)
{
  PazImport *self = g_new0 (PazImport, 1);
  g_autofree char *base = g_path_get_basename (path);

  self->path = g_strdup (path);
  self->file_name = g_filename_display_name (base);
  self->facts = paz_fact_table_new ();
  self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_refusal_free);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->field_changes = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_import_field_change_free);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_import_kept_free);
  self->changes = g_ptr_array_new ();
  self->absent = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_import_name_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_import_evidence_free);
  self->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_import_difference_free);
  self->ranks = g_array_new (FALSE, FALSE, sizeof (PazFileRank));
  self->unchecked = g_array_new (FALSE, FALSE, sizeof (guint16));
  paz_dry_run_init (&self->run);

  return self;
}

/* Beside the store, where there is room for as much or there is none for the import. */
static void
keep_aside (PazFactTable *facts,
            PazStore     *store)
{
  g_autofree char *folder = g_path_get_dirname (paz_store_get_path (store));

  paz_fact_table_keep_aside (facts, folder);
}

PazImport *
paz_import_read (const char    *path,
                 const char    *layout,
                 PazStore      *store,
                 PazProgress    progress,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  PazImportOptions options = { .layout = layout };

  return paz_import_read_with (path, &options, store, progress, data, cancellable, error);
}

PazImport *
paz_import_read_with (const char             *path,
                      const PazImportOptions *options,
                      PazStore               *store,
                      PazProgress             progress,
                      gpointer                data,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr (PazImport) self = NULL;
  g_autoptr (PazStore) reader = NULL;
  PazWatch watch = { progress, data, cancellable };

  g_return_val_if_fail (path != NULL && store != NULL, NULL);

  reader = paz_store_open_reader (store, error);
  if (reader == NULL)
    return NULL;

  self = import_new (path);
  keep_aside (self->facts, store);
  if (options != NULL)
    self->options = *options;
  if (!paz_import_read_file (self, self->options.layout, reader, &watch, error)
      || !paz_import_compare (self, reader, &watch, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
paz_import_free (PazImport *self)
{
  g_free (self->path);
  g_free (self->file_name);
  g_free (self->sha256);
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->field_changes);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->absent);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->differences);
  g_array_unref (self->ranks);
  g_array_unref (self->unchecked);
  g_free (self->published);
  paz_dry_run_clear (&self->run);
  g_clear_pointer (&self->header, paz_header_free);
  g_clear_pointer (&self->facts, paz_fact_table_unref);
  g_clear_object (&self->data_set);
  g_free (self);
}

const char * const *
paz_import_list_layouts (void)
{
  return paz_layout_list_names ();
}

const char *
paz_import_get_layout (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->header->layout->name;
}

const char *
paz_import_get_sha256 (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sha256;
}

const PazImportCounts *
paz_import_get_counts (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->counts;
}

GPtrArray *
paz_import_get_refusals (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->refusals;
}

GPtrArray *
paz_import_get_changes (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes;
}

const PazKind *
paz_import_get_kind (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind;
}

GPtrArray *
paz_import_get_field_changes (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->field_changes;
}

GPtrArray *
paz_import_get_kept (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kept;
}

GPtrArray *
paz_import_get_names (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->names;
}

GPtrArray *
paz_import_get_evidence (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->evidence;
}

GPtrArray *
paz_import_get_absent (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->absent;
}

gboolean
paz_import_is_check (PazImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->check;
}

GPtrArray *
paz_import_get_differences (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->differences;
}

GArray *
paz_import_get_unchecked (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unchecked;
}

GPtrArray *
paz_import_get_losses (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->run.losses;
}

PazImportKeep
paz_import_get_partial (PazImport *self)
{
  g_return_val_if_fail (self != NULL, PAZ_IMPORT_KEEP_NOTHING);

  return self->run.partial;
}

void
paz_import_set_keep (PazImport     *self,
                     PazImportKeep  keep)
{
  g_return_if_fail (self != NULL && self->kind == NULL);

  self->chosen = TRUE;
  paz_import_put_keep (self, keep);
}

PazImportKeep
paz_import_get_keep (PazImport *self)
{
  g_return_val_if_fail (self != NULL, PAZ_IMPORT_KEEP_NOTHING);

  return self->keep;
}

PazRecord *
paz_import_get_data_set (PazImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->data_set;
}

/* Between reading and accepting a person may take their time, and import another file. */
static gboolean
stamp_again (PazImport  *self,
             PazStore   *store,
             GError    **error)
{
  g_autoptr (PazStore) reader = paz_store_open_reader (store, error);

  return reader != NULL && paz_import_stamp (self, reader, error);
}

gboolean
paz_import_apply (PazImport     *self,
                  PazStore      *store,
                  PazProgress    progress,
                  gpointer       data,
                  GCancellable  *cancellable,
                  guint64       *step,
                  GError       **error)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();

  g_return_val_if_fail (self != NULL && store != NULL, FALSE);

  if (step != NULL)
    *step = 0;
  if (self->counts.n_refused == self->counts.rows)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_NOTHING,
                   "%u rows refused", self->counts.n_refused);
      return FALSE;
    }
  if (self->check)
    return TRUE;
  if (self->run.partial != PAZ_IMPORT_KEEP_NOTHING && !self->chosen)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_PARTIAL, "%u months would lose figures",
                   self->run.losses->len);
      return FALSE;
    }
  if (!stamp_again (self, store, error))
    return FALSE;

  if (self->kind == NULL)
    {
      paz_edit_put (edit, self->data_set);
      paz_edit_put_facts (edit, self->data_set, self->facts);
    }
  else if (!paz_import_put_records (self, edit))
    return TRUE;
  paz_edit_set_origin (edit, self->file_name);

  return paz_store_apply (store, edit, progress, data, cancellable, step, error);
}
