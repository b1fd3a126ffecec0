#include "paz-copy-clipboard.h"

#include "paz-words.h"

typedef struct
{
  PazStore      *store;
  const PazKind *kind;
  GPtrArray     *ids;
  GPtrArray     *fields;
  PazAudience   *audience;
  gboolean       as_cells;
  PazCatalogue  *catalogue;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  g_ptr_array_unref (work->ids);
  g_ptr_array_unref (work->fields);
  paz_audience_free (work->audience);
  g_free (work);
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (work->store, &error);
  const PazField * const *fields = (const PazField * const *) work->fields->pdata;
  PazCopied *copied = NULL;

  if (reader != NULL && work->as_cells)
    copied = paz_copy_cells (reader, work->kind, work->ids, fields, work->audience, work->catalogue, cancellable, &error);
  else if (reader != NULL)
    copied = paz_copy_words (reader, work->kind, work->ids, fields, work->audience, work->catalogue, cancellable, &error);
  if (copied != NULL)
    g_task_return_pointer (task, copied, (GDestroyNotify) paz_copied_free);
  else
    g_task_return_error (task, error);
}

static gpointer
copy_text_cb (gconstpointer text,
              gpointer      data)
{
  return g_strdup (text);
}

void
paz_copy_async (GObject             *source,
                PazStore            *store,
                const PazKind       *kind,
                GPtrArray           *ids,
                GPtrArray           *fields,
                const PazAudience   *audience,
                gboolean             as_cells,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->kind = kind;
  work->ids = g_ptr_array_copy (ids, copy_text_cb, NULL);
  g_ptr_array_set_free_func (work->ids, g_free);
  work->fields = g_ptr_array_copy (fields, NULL, NULL);
  work->audience = paz_audience_copy (audience);
  work->as_cells = as_cells;
  work->catalogue = paz_words_get_catalogue ();
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, copy_thread);
}

PazCopied *
paz_copy_finish (GAsyncResult  *result,
                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Cells first for who asks for a table; text for everybody else. What was there stays when nothing
 * passed. */
void
paz_copy_put (const PazCopied *copied,
              GdkClipboard    *clipboard)
{
  g_autoptr (GdkContentProvider) all = NULL;
  GdkContentProvider *text;

  if (copied->n_records == 0)
    return;
  text = gdk_content_provider_new_typed (G_TYPE_STRING, copied->text);
  if (copied->html != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (copied->html, strlen (copied->html));
      GdkContentProvider *both[] = { gdk_content_provider_new_for_bytes ("text/html", bytes), text };

      all = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
    }
  else
    all = text;
  gdk_clipboard_set_content (clipboard, all);
}

char *
paz_copy_dup_sentence (const PazCopied *copied)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *number = paz_catalogue_dup_integer (catalogue, copied->n_records);
  g_autofree char *withheld = NULL;
  g_autofree char *done = NULL;

  if (copied->n_records == 0)
    return g_strdup (_("None of the selected records is for these readers. Nothing was copied."));
  done = g_strdup_printf (ngettext ("Copied %s record", "Copied %s records", copied->n_records), number);

  if (copied->n_withheld == 0)
    return g_steal_pointer (&done);
  withheld = paz_catalogue_dup_integer (catalogue, copied->n_withheld);

  /* Translators: how many were copied; how many these readers may not see. */
  return g_strdup_printf (ngettext ("%s. %s is not for these readers.", "%s. %s are not for these readers.",
                                    copied->n_withheld), done, withheld);
}
