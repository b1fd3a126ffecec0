#include "paz-sets-page.h"

#include "base/paz-date.h"
#include "paz-accessible.h"
#include "paz-text-row.h"
#include "paz-window.h"
#include "paz-words.h"
#include "store/paz-speaking.h"

#define ID_TEXT 7   /* of a row of data sets, after what is shown */

struct _PazSetsPage
{
  AdwBin parent_instance;

  GtkColumnView *sets;
  GtkColumnView *months;
  GtkLabel *status_label;

  PazStore *store;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (PazSetsPage, paz_sets_page, ADW_TYPE_BIN)

static char *
dup_number (guint64 n)
{
  return paz_catalogue_dup_integer (paz_words_get_catalogue (), n);
}

static char *
dup_month (guint16 month)
{
  char iso[8];

  return paz_catalogue_dup_date (paz_words_get_catalogue (), paz_month_format (month, iso));
}

static char *
dup_field (PazRecord  *record,
           const char *key)
{
  const char *text = record != NULL ? paz_record_get_text (record, key) : NULL;

  return text != NULL ? paz_catalogue_dup_date (paz_words_get_catalogue (), text) : g_strdup ("–");
}

static char *
dup_state (const PazSpeakingSet *set)
{
  g_autofree char *some = dup_number (set->n_speaking);
  g_autofree char *all = dup_number (set->n_held);

  if (set->silenced)
    return g_strdup (_("Silenced"));
  if (set->n_held == 0)
    return g_strdup (_("Holds no figures"));
  if (set->n_speaking == 0)
    return g_strdup (_("Speaks nowhere"));

  /* Translators: how many figures of a data set speak, of how many. */
  return g_strdup_printf (_("%s of %s speak"), some, all);
}

/* ---- filling ---- */

static PazTextRow *
make_set_row (PazRecord            *record,
              const PazSpeakingSet *set)
{
  const char *publisher = record != NULL ? paz_record_get_text (record, "publisher") : NULL;
  const char *title = record != NULL ? paz_record_get_text (record, "title") : NULL;
  g_autofree char *imported = record != NULL ? g_strdup (paz_record_get_text (record, "imported")) : NULL;
  char *texts[ID_TEXT + 1];

  if (imported != NULL && strlen (imported) > 10)
    imported[10] = '\0';
  texts[0] = g_strdup (title != NULL ? title : "–");
  texts[1] = g_strdup (publisher != NULL ? publisher : "–");
  texts[2] = dup_field (record, "published");
  texts[3] = imported != NULL ? paz_catalogue_dup_date (paz_words_get_catalogue (), imported) : g_strdup ("–");
  texts[4] = dup_number (set->n_held);
  texts[5] = set->n_months > 0 ? dup_number (set->n_months) : g_strdup ("–");
  texts[6] = dup_state (set);
  texts[ID_TEXT] = g_strdup (set->data_set);

  return paz_text_row_new (texts, G_N_ELEMENTS (texts));
}

static guint32
get_speaking (const PazSpeakingSet *set,
              guint                 month)
{
  for (guint i = 0; i < set->n_months; i++)
    if (set->months[i].month == month)
      return set->months[i].n_speaking;

  return 0;
}

/* A month in which nobody speaks has a row, too: a gap. */
static PazTextRow *
make_month_row (GPtrArray *sets,
                GPtrArray *records,
                guint      month)
{
  g_autoptr (GString) who = g_string_new (NULL);
  guint32 n = 0;
  char *texts[3];

  for (guint i = 0; i < sets->len; i++)
    {
      guint32 speaking = get_speaking (sets->pdata[i], month);

      if (speaking == 0)
        continue;
      n += speaking;
      g_string_append_printf (who, "%s%s", who->len > 0 ? "; " : "",
                              records->pdata[i] != NULL ? paz_record_get_text (records->pdata[i], "title") : "–");
    }
  texts[0] = dup_month ((guint16) month);
  texts[1] = n > 0 ? g_strdup (who->str) : g_strdup (_("No data set: a gap, not zero"));
  texts[2] = n > 0 ? dup_number (n) : g_strdup ("–");

  return paz_text_row_new (texts, G_N_ELEMENTS (texts));
}

static void
set_rows (GtkColumnView *view,
          GListStore    *rows)
{
  GtkSingleSelection *model = gtk_single_selection_new (G_LIST_MODEL (rows));

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
}

static void
fill (PazSetsPage *self,
      GPtrArray   *sets,
      GPtrArray   *records)
{
  GListStore *rows = g_list_store_new (PAZ_TYPE_TEXT_ROW);
  GListStore *months = g_list_store_new (PAZ_TYPE_TEXT_ROW);
  g_autofree char *number = dup_number (sets->len);
  g_autofree char *text = g_strdup_printf (ngettext ("%s data set", "%s data sets", sets->len), number);
  guint first = G_MAXUINT16, last = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      const PazSpeakingSet *set = sets->pdata[i];
      g_autoptr (PazTextRow) row = make_set_row (records->pdata[i], set);

      g_list_store_append (rows, row);
      if (set->n_months > 0)
        {
          first = MIN (first, set->months[0].month);
          last = MAX (last, set->months[set->n_months - 1].month);
        }
    }
  for (guint month = last; month >= first && month > 0; month--)
    {
      g_autoptr (PazTextRow) row = make_month_row (sets, records, month);

      g_list_store_append (months, row);
    }
  set_rows (self->sets, rows);
  set_rows (self->months, months);
  gtk_label_set_label (self->status_label, text);
}

/* ---- loading ---- */

typedef struct
{
  PazStore *store;
  GPtrArray *sets;
  GPtrArray *records;
} Work;

static void
unref_record (gpointer record)
{
  g_clear_object (&record);
}

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  g_clear_pointer (&work->sets, g_ptr_array_unref);
  g_clear_pointer (&work->records, g_ptr_array_unref);
  g_free (work);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (work->store, &error);

  if (reader != NULL)
    work->sets = paz_store_list_speaking (reader, NULL, cancellable, &error);
  if (work->sets == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  work->records = g_ptr_array_new_with_free_func (unref_record);
  for (guint i = 0; i < work->sets->len; i++)
    g_ptr_array_add (work->records, paz_store_dup_record (reader, ((PazSpeakingSet *) work->sets->pdata[i])->data_set, NULL));
  g_task_return_boolean (task, TRUE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazSetsPage *self = PAZ_SETS_PAGE (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->store != NULL)
        fill (self, work->sets, work->records);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("Data sets: %s", error->message);
}

static void
load (PazSetsPage *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (self->store);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, load_thread);
}

/* ---- steps ---- */

static const char *
get_selected (PazSetsPage *self)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->sets);
  PazTextRow *row = model != NULL ? gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model)) : NULL;

  return row != NULL ? paz_text_row_get (row, ID_TEXT) : NULL;
}

static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazSetsPage *self = PAZ_SETS_PAGE (widget);
  GtkWidget *window = gtk_widget_get_ancestor (widget, PAZ_TYPE_WINDOW);
  const char *id = get_selected (self);
  g_autoptr (GError) error = NULL;
  guint64 step = 0;
  gboolean done;

  if (id == NULL || window == NULL)
    return;
  done = g_str_equal (action, "sets.silence") ? paz_store_silence (self->store, id, &step, &error)
                                              : paz_store_let_speak (self->store, id, &step, &error);
  if (done)
    paz_window_tell_step (PAZ_WINDOW (window), step);
  else
    paz_window_tell_error (PAZ_WINDOW (window), error);
}

static void
activated_cb (PazSetsPage *self)
{
  const char *id = get_selected (self);

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", id);
}

static void
paz_sets_page_dispose (GObject *object)
{
  PazSetsPage *self = PAZ_SETS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_sets_page_parent_class)->dispose (object);
}

static void
paz_sets_page_class_init (PazSetsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_sets_page_dispose;
  gtk_widget_class_install_action (widget_class, "sets.let-speak", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "sets.silence", NULL, step_action);
}

static GtkColumnView *
add_table (GtkBox     *box,
           const char *name)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (NULL);

  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "records-table");
  paz_accessible_set_label (view, name);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (box, scrolled);

  return GTK_COLUMN_VIEW (view);
}

static void
add_button (GtkBox     *bar,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (bar, button);
}

static void
add_columns (PazSetsPage *self)
{
  paz_text_row_add_column (self->sets, C_("table", "Data Set"), 0, 0, FALSE);
  paz_text_row_add_column (self->sets, C_("table", "Publisher"), 1, 110, FALSE);
  paz_text_row_add_column (self->sets, C_("table", "Published"), 2, 96, FALSE);
  paz_text_row_add_column (self->sets, C_("table", "Imported"), 3, 104, FALSE);
  paz_text_row_add_column (self->sets, C_("table", "Rows"), 4, 64, TRUE);
  paz_text_row_add_column (self->sets, C_("table", "Months"), 5, 70, TRUE);
  paz_text_row_add_column (self->sets, C_("table", "Speaks"), 6, 172, FALSE);
  paz_text_row_add_column (self->months, C_("table", "Month"), 0, 172, FALSE);
  paz_text_row_add_column (self->months, C_("table", "Data Sets That Speak"), 1, 0, FALSE);
  paz_text_row_add_column (self->months, C_("table", "Figures"), 2, 90, TRUE);
}

static void
paz_sets_page_init (PazSetsPage *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkBox *bar = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));

  gtk_widget_add_css_class (GTK_WIDGET (bar), "page-bar");
  add_button (bar, _("Let It Speak"), "sets.let-speak");
  add_button (bar, _("Silence"), "sets.silence");
  gtk_box_append (box, GTK_WIDGET (bar));
  self->sets = add_table (box, _("Data sets and how much of them speaks"));
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->months = add_table (box, _("Which data sets speak, by month"));
  self->status_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->status_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->status_label), "status-line");
  gtk_box_append (box, GTK_WIDGET (self->status_label));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  add_columns (self);
  g_signal_connect_object (self->sets, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
paz_sets_page_new (PazStore *store)
{
  PazSetsPage *self = g_object_new (PAZ_TYPE_SETS_PAGE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}

GtkColumnView *
paz_sets_page_get_view (PazSetsPage *self)
{
  return self->sets;
}
