#include "paz-searcher.h"

#include "paz-view.h"
#include "paz-words.h"

struct _PazSearcher
{
  GObject       parent_instance;

  PazView      *view;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (PazSearcher, paz_searcher, G_TYPE_OBJECT)

typedef struct
{
  PazView      *view;
  char         *words;
  guint         limit;
  PazCatalogue *catalogue;
} Search;

static void
search_free (Search *search)
{
  paz_view_unref (search->view);
  paz_catalogue_unref (search->catalogue);
  g_free (search->words);
  g_free (search);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Search *search = data;
  GPtrArray *hits = NULL;
  GError *error = NULL;
  PazStore *reader;

  reader = paz_view_lock (search->view, &error);
  if (reader != NULL)
    hits = paz_store_search (reader, search->words, search->limit, search->catalogue, cancellable, &error);
  paz_view_unlock (search->view);

  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
paz_searcher_dispose (GObject *object)
{
  PazSearcher *self = PAZ_SEARCHER (object);

  paz_searcher_cancel (self);
  g_clear_pointer (&self->view, paz_view_unref);

  G_OBJECT_CLASS (paz_searcher_parent_class)->dispose (object);
}

static void
paz_searcher_class_init (PazSearcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_searcher_dispose;
}

static void
paz_searcher_init (PazSearcher *self)
{
}

PazSearcher *
paz_searcher_new (PazStore *store)
{
  PazSearcher *self = g_object_new (PAZ_TYPE_SEARCHER, NULL);

  self->view = paz_view_new (store);

  return self;
}

void
paz_searcher_cancel (PazSearcher *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
paz_searcher_search_async (PazSearcher         *self,
                           const char          *words,
                           guint                limit,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Search *search = g_new0 (Search, 1);

  g_return_if_fail (PAZ_IS_SEARCHER (self));

  paz_searcher_cancel (self);
  self->cancellable = g_cancellable_new ();
  search->view = paz_view_ref (self->view);
  search->words = g_strdup (words);
  search->limit = limit;
  search->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  task = g_task_new (self, self->cancellable, callback, data);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

GPtrArray *
paz_searcher_search_finish (PazSearcher   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
