#include "paz-change-list.h"

#include "paz-change.h"
#include "paz-view.h"
#include "paz-words.h"

/* Words read by the worker in one go. */
#define N_TOGETHER 24
/* Changes of fields told in a row of the list. */
#define N_TOLD 3

struct _PazChange
{
  GObject        parent_instance;

  gint64         number;
  gboolean       loaded;
  gboolean       undone;
  const PazKind *kind;
  char          *title;
  char          *summary;
  char          *who;
};

G_DEFINE_FINAL_TYPE (PazChange, paz_change, G_TYPE_OBJECT)

struct _PazChangeList
{
  GObject        parent_instance;

  PazView       *view;
  GArray        *numbers;      /* gint64, as shown */
  GHashTable    *alive;        /* number -> PazChange, weak */
  GQueue         wanted;       /* PazChange, owned */
  gboolean       loading;
  guint          load_source;
  gboolean       finding;
  GCancellable  *cancellable;
};

static void paz_change_list_model_init (GListModelInterface *iface);
static void load_wanted (PazChangeList *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (PazChangeList, paz_change_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, paz_change_list_model_init))

enum
{
  LOADED,
  FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- one change ---- */

static void
paz_change_finalize (GObject *object)
{
  PazChange *self = PAZ_CHANGE (object);

  g_free (self->title);
  g_free (self->summary);
  g_free (self->who);

  G_OBJECT_CLASS (paz_change_parent_class)->finalize (object);
}

static void
paz_change_class_init (PazChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_change_finalize;

  signals[LOADED] = g_signal_new ("loaded", PAZ_TYPE_CHANGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
paz_change_init (PazChange *self)
{
}

/* ---- words, in the worker ---- */

typedef struct
{
  PazView      *view;
  PazCatalogue *catalogue;
  GPtrArray    *changes;      /* PazChange, only carried */
  GArray       *numbers;
  GPtrArray    *read;         /* PazChange with words, in the same order */
} Loading;

static void
loading_free (Loading *loading)
{
  paz_view_unref (loading->view);
  paz_catalogue_unref (loading->catalogue);
  g_ptr_array_unref (loading->changes);
  g_array_unref (loading->numbers);
  g_clear_pointer (&loading->read, g_ptr_array_unref);
  g_free (loading);
}

static char *
dup_summary (PazStore     *store,
             GPtrArray    *entries,
             PazCatalogue *catalogue)
{
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < entries->len && i < N_TOLD; i++)
    {
      g_autofree char *line = paz_change_dup_line (store, g_ptr_array_index (entries, i), catalogue);

      g_string_append_printf (summary, i > 0 ? " · %s" : "%s", line);
    }
  if (entries->len > N_TOLD)
    g_string_append (summary, " · …");

  return g_string_free (g_steal_pointer (&summary), FALSE);
}

static char *
dup_who (const PazStep *step,
         PazCatalogue  *catalogue)
{
  g_autofree char *who = paz_change_dup_who (step, catalogue);
  const char *undone = paz_catalogue_ptext (catalogue, "history", NC_("history", "Undone"));
  g_autofree char *from = step->origin != NULL ? g_strdup_printf ("%s · %s", who, step->origin) : g_strdup (who);

  return step->undone ? g_strdup_printf ("%s · %s", from, undone) : g_steal_pointer (&from);
}

static PazChange *
read_change (PazStore     *store,
             gint64        number,
             PazCatalogue *catalogue)
{
  PazChange *change = g_object_new (PAZ_TYPE_CHANGE, NULL);
  g_autoptr (GPtrArray) entries = paz_store_list_changes (store, number, NULL);
  const PazHistoryEntry *first = entries != NULL && entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;
  g_autofree char *title = NULL;

  if (first == NULL)
    return change;
  title = paz_store_dup_title (store, first->record, catalogue);
  change->kind = first->kind;
  change->undone = first->step->undone;
  change->title = g_strdup_printf (paz_catalogue_ptext (catalogue, "kind and container", NC_("kind and container", "%s · %s")),
                                   paz_catalogue_text (catalogue, first->kind->phrases.singular), title);
  change->summary = dup_summary (store, entries, catalogue);
  change->who = dup_who (first->step, catalogue);

  return change;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Loading *loading = data;
  PazStore *store = paz_view_lock (loading->view, NULL);

  for (guint i = 0; store != NULL && i < loading->numbers->len; i++)
    g_ptr_array_add (loading->read, read_change (store, g_array_index (loading->numbers, gint64, i), loading->catalogue));
  paz_view_unlock (loading->view);
  g_task_return_boolean (task, TRUE);
}

static void
take_words (PazChange *change,
            PazChange *read)
{
  change->kind = read->kind;
  change->undone = read->undone;
  change->title = g_steal_pointer (&read->title);
  change->summary = g_steal_pointer (&read->summary);
  change->who = g_steal_pointer (&read->who);
  change->loaded = TRUE;
  g_signal_emit (change, signals[LOADED], 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazChangeList *self = PAZ_CHANGE_LIST (source);
  Loading *loading = g_task_get_task_data (G_TASK (result));

  self->loading = FALSE;
  for (guint i = 0; i < loading->read->len; i++)
    take_words (loading->changes->pdata[i], loading->read->pdata[i]);
  load_wanted (self);
}

static void
load_wanted (PazChangeList *self)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  if (self->loading || g_queue_is_empty (&self->wanted) || self->view == NULL)
    return;
  loading = g_new0 (Loading, 1);
  loading->view = paz_view_ref (self->view);
  loading->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  loading->changes = g_ptr_array_new_with_free_func (g_object_unref);
  loading->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  loading->read = g_ptr_array_new_with_free_func (g_object_unref);
  while (loading->numbers->len < N_TOGETHER && !g_queue_is_empty (&self->wanted))
    {
      PazChange *change = g_queue_pop_head (&self->wanted);

      /* Scrolled away since: nobody else holds it. */
      if (G_OBJECT (change)->ref_count == 1)
        {
          g_object_unref (change);
          continue;
        }
      g_array_append_val (loading->numbers, change->number);
      g_ptr_array_add (loading->changes, change);
    }
  if (loading->numbers->len == 0)
    {
      loading_free (loading);
      return;
    }
  self->loading = TRUE;
  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  g_task_run_in_thread (task, load_thread);
}

static gboolean
load_cb (gpointer data)
{
  PazChangeList *self = data;

  self->load_source = 0;
  load_wanted (self);

  return G_SOURCE_REMOVE;
}

/* ---- finding ---- */

typedef struct
{
  PazView         *view;
  PazHistoryFilter filter;
} Finding;

static void
finding_free (Finding *finding)
{
  paz_view_unref (finding->view);
  g_free ((char *) finding->filter.record);
  g_free ((char *) finding->filter.kind);
  g_free ((char *) finding->filter.author);
  g_free ((char *) finding->filter.words);
  g_free (finding);
}

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Finding *finding = data;
  GError *error = NULL;
  PazStore *store = paz_view_lock (finding->view, &error);
  GArray *numbers = store != NULL ? paz_store_find_history (store, &finding->filter, cancellable, &error) : NULL;

  paz_view_unlock (finding->view);
  if (numbers != NULL)
    g_task_return_pointer (task, numbers, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/* In two steps: in one, the list would ask for every new row while looking for the old ones. */
static void
take_numbers (PazChangeList *self,
              GArray        *numbers)
{
  guint before = self->numbers->len;

  g_array_set_size (self->numbers, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  g_queue_clear_full (&self->wanted, g_object_unref);
  g_hash_table_remove_all (self->alive);
  g_array_append_vals (self->numbers, numbers->data, numbers->len);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, numbers->len);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazChangeList *self = PAZ_CHANGE_LIST (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->finding = FALSE;
  if (numbers != NULL)
    take_numbers (self, numbers);
  else
    g_message ("History: %s", error->message);
  g_signal_emit (self, signals[FOUND], 0);
}

/* ---- the list ---- */

static GType
get_item_type (GListModel *model)
{
  return PAZ_TYPE_CHANGE;
}

static guint
get_n_items (GListModel *model)
{
  return PAZ_CHANGE_LIST (model)->numbers->len;
}

static void
change_gone_cb (gpointer  data,
                GObject  *gone)
{
  PazChangeList *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == (gpointer) gone)
      {
        g_hash_table_iter_steal (&iter);
        return;
      }
}

static void
forget_change (gpointer data)
{
  PazChange *change = data;

  g_object_weak_unref (G_OBJECT (change), change_gone_cb, g_object_get_data (G_OBJECT (change), "list"));
}

/* The same object for the same row while it lives. */
static gpointer
get_item (GListModel *model,
          guint       position)
{
  PazChangeList *self = PAZ_CHANGE_LIST (model);
  PazChange *change;
  gint64 number;

  if (position >= self->numbers->len)
    return NULL;
  number = g_array_index (self->numbers, gint64, position);
  change = g_hash_table_lookup (self->alive, GSIZE_TO_POINTER ((gsize) number));
  if (change != NULL)
    return g_object_ref (change);

  change = g_object_new (PAZ_TYPE_CHANGE, NULL);
  change->number = number;
  g_object_set_data (G_OBJECT (change), "list", self);
  g_object_weak_ref (G_OBJECT (change), change_gone_cb, self);
  g_hash_table_insert (self->alive, GSIZE_TO_POINTER ((gsize) number), change);

  return change;
}

static void
paz_change_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
paz_change_list_dispose (GObject *object)
{
  PazChangeList *self = PAZ_CHANGE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->load_source, g_source_remove);
  g_queue_clear_full (&self->wanted, g_object_unref);
  g_clear_pointer (&self->alive, g_hash_table_unref);
  g_clear_pointer (&self->view, paz_view_unref);

  G_OBJECT_CLASS (paz_change_list_parent_class)->dispose (object);
}

static void
paz_change_list_finalize (GObject *object)
{
  g_array_unref (PAZ_CHANGE_LIST (object)->numbers);

  G_OBJECT_CLASS (paz_change_list_parent_class)->finalize (object);
}

static void
paz_change_list_class_init (PazChangeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_change_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = paz_change_list_finalize;

  signals[FOUND] = g_signal_new ("found", PAZ_TYPE_CHANGE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
paz_change_list_init (PazChangeList *self)
{
  g_type_ensure (PAZ_TYPE_CHANGE);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->alive = g_hash_table_new_full (NULL, NULL, NULL, forget_change);
  g_queue_init (&self->wanted);
}

PazChangeList *
paz_change_list_new (PazStore *store)
{
  PazChangeList *self = g_object_new (PAZ_TYPE_CHANGE_LIST, NULL);

  self->view = paz_view_new (store);

  return self;
}

void
paz_change_list_find (PazChangeList          *self,
                      const PazHistoryFilter *filter)
{
  g_autoptr (GTask) task = NULL;
  Finding *finding = g_new0 (Finding, 1);

  g_return_if_fail (PAZ_IS_CHANGE_LIST (self));

  finding->view = paz_view_ref (self->view);
  finding->filter = *filter;
  finding->filter.record = g_strdup (filter->record);
  finding->filter.kind = g_strdup (filter->kind);
  finding->filter.author = g_strdup (filter->author);
  finding->filter.words = g_strdup (filter->words);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->finding = TRUE;
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_task_data (task, finding, (GDestroyNotify) finding_free);
  g_task_run_in_thread (task, find_thread);
}

gboolean
paz_change_list_is_busy (PazChangeList *self)
{
  return self->finding || self->loading || !g_queue_is_empty (&self->wanted);
}

void
paz_change_list_load (PazChangeList *self,
                      PazChange     *change)
{
  if (change->loaded || g_queue_find (&self->wanted, change) != NULL)
    return;
  g_queue_push_tail (&self->wanted, g_object_ref (change));
  if (self->load_source == 0)
    self->load_source = g_idle_add (load_cb, self);
}

gint64
paz_change_get_number (PazChange *self)
{
  return self->number;
}

gboolean
paz_change_is_loaded (PazChange *self)
{
  return self->loaded;
}

const char *
paz_change_get_title (PazChange *self)
{
  return self->title;
}

const char *
paz_change_get_summary (PazChange *self)
{
  return self->summary;
}

const char *
paz_change_get_who (PazChange *self)
{
  return self->who;
}

const PazKind *
paz_change_get_kind (PazChange *self)
{
  return self->kind;
}

gboolean
paz_change_is_undone (PazChange *self)
{
  return self->undone;
}
