#include "paz-source-dialog.h"

#include "paz-accessible.h"
#include "paz-column-view.h"
#include "paz-facts-columns.h"
#include "paz-text-row.h"
#include "paz-words.h"
#include "store/paz-speaking.h"

struct _PazSourceDialog
{
  AdwWindow parent_instance;

  GtkColumnView *sets;
  GtkColumnView *facts;
  GtkLabel *status_label;

  PazStore *store;
  GCancellable *loading;
  PazFigures *figures;
  PazFactNames *names;
  PazFactList *list;
};

G_DEFINE_FINAL_TYPE (PazSourceDialog, paz_source_dialog, ADW_TYPE_WINDOW)

static char *
dup_number (guint64 n)
{
  return paz_catalogue_dup_integer (paz_words_get_catalogue (), n);
}

/* The day alone of a moment. */
static char *
dup_day (PazRecord  *record,
         const char *key)
{
  g_autofree char *text = g_strdup (paz_record_get_text (record, key));

  if (text == NULL)
    return g_strdup ("–");
  if (strlen (text) > 10)
    text[10] = '\0';

  return paz_catalogue_dup_date (paz_words_get_catalogue (), text);
}

static char *
dup_field (PazRecord  *record,
           const char *key)
{
  const char *text = paz_record_get_text (record, key);

  return g_strdup (text != NULL ? text : "–");
}

static char *
dup_lines (const PazFactSource *source)
{
  g_autofree char *first = dup_number (source->first_row);
  g_autofree char *last = dup_number (source->last_row);

  if (source->first_row == source->last_row)
    return g_steal_pointer (&first);

  return g_strdup_printf ("%s–%s", first, last);
}

static PazTextRow *
make_set_row (PazRecord           *record,
              const PazFactSource *source)
{
  char *texts[] = {
    dup_field (record, "title"),
    dup_field (record, "publisher"),
    dup_day (record, "published"),
    dup_field (record, "file_name"),
    dup_day (record, "imported"),
    dup_lines (source),
    dup_number (source->female),
    dup_number (source->male),
  };

  return paz_text_row_new (texts, G_N_ELEMENTS (texts));
}

/* ---- loading ---- */

typedef struct
{
  PazStore *store;
  PazCatalogue *catalogue;
  GStrv keys[PAZ_N_DIMENSIONS];
  PazFactFilter filter;   /* lends keys */
  PazFigures *figures;
  PazFactNames *names;
  GPtrArray *sources;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  paz_catalogue_unref (work->catalogue);
  for (guint i = 0; i < PAZ_N_DIMENSIONS; i++)
    g_strfreev (work->keys[i]);
  g_clear_pointer (&work->names, paz_fact_names_free);
  g_clear_pointer (&work->figures, paz_figures_unref);
  g_clear_pointer (&work->sources, g_ptr_array_unref);
  g_free (work);
}

static Work *
work_new (PazStore            *store,
          const PazFactFilter *filter)
{
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  if (filter == NULL)
    return work;
  work->keys[PAZ_DIMENSION_CONTRIBUTOR] = g_strdupv ((char **) filter->contributors);
  work->keys[PAZ_DIMENSION_MISSION] = g_strdupv ((char **) filter->missions);
  work->keys[PAZ_DIMENSION_TYPE] = g_strdupv ((char **) filter->types);
  work->filter.from = filter->from;
  work->filter.to = filter->to;
  work->filter.contributors = (const char * const *) work->keys[PAZ_DIMENSION_CONTRIBUTOR];
  work->filter.missions = (const char * const *) work->keys[PAZ_DIMENSION_MISSION];
  work->filter.types = (const char * const *) work->keys[PAZ_DIMENSION_TYPE];

  return work;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  work->figures = paz_figures_get (work->store, NULL, cancellable, &error);
  if (work->figures == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  work->names = paz_fact_names_new (work->figures, work->catalogue);
  paz_fact_names_learn (work->names);
  work->sources = paz_facts_list_sources (paz_figures_get_facts (work->figures), &work->filter);
  g_task_return_boolean (task, TRUE);
}

static void
show_sets (PazSourceDialog *self,
           GPtrArray       *sources)
{
  GPtrArray *records = paz_figures_get_data_sets (self->figures);
  GListStore *rows = g_list_store_new (PAZ_TYPE_TEXT_ROW);
  g_autoptr (GtkSingleSelection) model = gtk_single_selection_new (G_LIST_MODEL (rows));

  for (guint i = 0; i < sources->len; i++)
    {
      const PazFactSource *source = sources->pdata[i];
      g_autoptr (PazTextRow) row = make_set_row (records->pdata[source->set], source);

      g_list_store_append (rows, row);
    }
  gtk_column_view_set_model (self->sets, GTK_SELECTION_MODEL (model));
}

static void
show_facts (PazSourceDialog     *self,
            const PazFactFilter *filter)
{
  GPtrArray *records = paz_figures_get_data_sets (self->figures);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, g_strdup (paz_record_get_id (records->pdata[i])));
  paz_fact_list_set_filter (self->list, filter);
  paz_fact_list_set_table (self->list, paz_figures_get_facts (self->figures), ids);
}

static void
show_status (PazSourceDialog *self,
             GPtrArray       *sources)
{
  guint64 n = 0;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < sources->len; i++)
    n += ((PazFactSource *) sources->pdata[i])->n_facts;
  number = dup_number (n);
  text = g_strdup_printf (ngettext ("%s row", "%s rows", n), number);
  gtk_label_set_label (self->status_label, n > 0 ? text : _("No data set says anything here: a gap, not zero"));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazSourceDialog *self = PAZ_SOURCE_DIALOG (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_label_set_label (self->status_label, error->message);
      return;
    }
  if (self->store == NULL)
    return;
  self->figures = g_steal_pointer (&work->figures);
  self->names = g_steal_pointer (&work->names);
  show_sets (self, work->sources);
  show_facts (self, &work->filter);
  show_status (self, work->sources);
}

/* ---- parts ---- */

static void
setup_line_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 1);
  gtk_widget_add_css_class (text, "numeric");
  gtk_list_item_set_child (list_item, text);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  g_autofree char *text = dup_number (paz_fact_row_get_source_row (gtk_list_item_get_item (list_item)));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (list_item)), text);
}

static void
add_line_column (GtkColumnView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_line_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_line_cb), NULL);
  /* Translators: number of the line of the file that a figure was read from. */
  column = gtk_column_view_column_new (C_("table", "Line"), factory);
  gtk_column_view_column_set_fixed_width (column, 76);
  gtk_column_view_append_column (view, column);
}

static GtkColumnView *
add_table (GtkBox     *box,
           const char *name,
           gboolean    expand)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (NULL);

  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "records-table");
  paz_accessible_set_label (view, name);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_size_request (scrolled, -1, 160);
  gtk_widget_set_vexpand (scrolled, expand);
  gtk_box_append (box, scrolled);

  return GTK_COLUMN_VIEW (view);
}

static void
add_set_columns (GtkColumnView *view)
{
  paz_text_row_add_column (view, C_("table", "Data Set"), 0, 0, FALSE);
  paz_text_row_add_column (view, C_("table", "Publisher"), 1, 90, FALSE);
  paz_text_row_add_column (view, C_("table", "Published"), 2, 100, FALSE);
  paz_text_row_add_column (view, C_("table", "File"), 3, 170, FALSE);
  paz_text_row_add_column (view, C_("table", "Imported"), 4, 100, FALSE);
  paz_text_row_add_column (view, C_("table", "Lines"), 5, 90, TRUE);
  paz_text_row_add_column (view, C_("table", "Women"), 6, 76, TRUE);
  paz_text_row_add_column (view, C_("table", "Men"), 7, 76, TRUE);
}

static void
paz_source_dialog_dispose (GObject *object)
{
  PazSourceDialog *self = PAZ_SOURCE_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  /* Rows name themselves until there are none. */
  if (self->facts != NULL)
    {
      paz_column_view_clear_order (self->facts);
      gtk_column_view_set_model (self->facts, NULL);
      self->facts = NULL;
    }
  g_clear_object (&self->list);
  g_clear_pointer (&self->names, paz_fact_names_free);
  g_clear_pointer (&self->figures, paz_figures_unref);

  G_OBJECT_CLASS (paz_source_dialog_parent_class)->dispose (object);
}

static void
paz_source_dialog_class_init (PazSourceDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_source_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
set_up_facts (PazSourceDialog *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  self->list = paz_fact_list_new (NULL, NULL);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  paz_facts_columns_add (self->facts, self->list, &self->names);
  add_line_column (self->facts);
  gtk_column_view_set_model (self->facts, GTK_SELECTION_MODEL (selection));
}

static void
paz_source_dialog_init (PazSourceDialog *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  gtk_window_set_title (GTK_WINDOW (self), _("Where This Figure Comes From"));
  gtk_window_set_default_size (GTK_WINDOW (self), 940, 560);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_box_append (box, adw_header_bar_new ());
  self->sets = add_table (box, _("Data sets behind the figure"), FALSE);
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->facts = add_table (box, _("Single rows of the figure"), TRUE);
  self->status_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->status_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->status_label), "status-line");
  gtk_box_append (box, GTK_WIDGET (self->status_label));
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (box));
  add_set_columns (self->sets);
  set_up_facts (self);
}

GtkWidget *
paz_source_dialog_present (GtkWidget           *parent,
                           PazStore            *store,
                           const PazFactFilter *filter)
{
  PazSourceDialog *self = g_object_new (PAZ_TYPE_SOURCE_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autoptr (GTask) task = NULL;

  self->store = g_object_ref (store);
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_task_data (task, work_new (store, filter), (GDestroyNotify) work_free);
  g_task_run_in_thread (task, load_thread);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}

GtkColumnView *
paz_source_dialog_get_sets (PazSourceDialog *self)
{
  return self->sets;
}

GtkColumnView *
paz_source_dialog_get_facts (PazSourceDialog *self)
{
  return self->facts;
}
