#include "paz-sets-page.h"

#include "figures/paz-figures.h"
#include "paz-accessible.h"
#include "paz-fact-names.h"
#include "paz-page-life.h"
#include "paz-sets-rows.h"
#include "paz-source-dialog.h"
#include "paz-text-row.h"
#include "paz-window.h"
#include "paz-words.h"

struct _PazSetsPage
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkWidget *speak_button;
  GtkWidget *silence_button;
  GtkWidget *revised_button;
  GtkDropDown *dimension_choice;
  PazSetsMatrix *matrix;
  GtkLabel *cell_label;
  GtkLabel *status_label;
  GtkWidget *menu;

  PazPageLife *life;
  GPtrArray *sets;           /* PazSpeakingSet; NULL before the first */
  GPtrArray *records;        /* PazRecord by set, NULL where it is not here */
  PazFigures *figures;
  PazFactNames *names;
  gboolean filling;          /* the program selects, not the person */
  gboolean working;          /* a step is being made */
};

G_DEFINE_FINAL_TYPE (PazSetsPage, paz_sets_page, ADW_TYPE_BIN)

/* In the order of the choice. */
static const struct
{
  PazDimension  dimension;
  const char   *words;
} rows_by[] = {
  { PAZ_DIMENSION_MISSION, NC_("sets", "By mission") },
  { PAZ_DIMENSION_CONTRIBUTOR, NC_("sets", "By contributor") },
  { PAZ_DIMENSION_TYPE, NC_("sets", "By type of personnel") },
};

static PazDimension
get_dimension (PazSetsPage *self)
{
  return rows_by[MIN (gtk_drop_down_get_selected (self->dimension_choice), G_N_ELEMENTS (rows_by) - 1)].dimension;
}

/* ---- what can be done ---- */

static const PazSpeakingSet *
get_selected (PazSetsPage *self)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);
  guint position = model != NULL ? gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)) : GTK_INVALID_LIST_POSITION;

  return self->sets != NULL && position < self->sets->len ? self->sets->pdata[position] : NULL;
}

static void
allow (PazSetsPage *self,
       GtkWidget   *button,
       const char  *action,
       const char  *reason,
       const char  *words)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, reason == NULL);
  gtk_widget_set_tooltip_text (button, reason != NULL ? reason : words);
}

static const char *
find_common_reason (PazSetsPage          *self,
                    const PazSpeakingSet *set)
{
  if (paz_store_is_read_only (paz_page_life_get_store (self->life)))
    return _("The store is open for reading only");
  if (self->working)
    return _("The step before is still being made");
  if (set == NULL)
    return _("Choose a data set");

  return set->n_held == 0 ? _("It holds no figures") : NULL;
}

static void
update_buttons (PazSetsPage *self)
{
  const PazSpeakingSet *set = get_selected (self);
  const char *common = find_common_reason (self, set);
  gboolean speaks = set != NULL && !set->silenced && set->n_speaking == set->n_held;

  allow (self, self->speak_button, "sets.let-speak",
         common != NULL ? common : speaks ? _("All of it speaks already") : NULL,
         _("Its figures speak ahead of those of all others"));
  allow (self, self->silence_button, "sets.silence",
         common != NULL ? common : set->silenced ? _("It is silenced already") : NULL,
         _("It stays, and none of its figures speaks"));
  allow (self, self->revised_button, "sets.revised",
         set == NULL ? _("Choose a data set") : set->n_held == 0 ? _("It holds no figures") : NULL,
         _("Compares it with what spoke before, cell by cell"));
}

/* ---- filling ---- */

static void
selected_cb (PazSetsPage *self)
{
  if (!self->filling)
    update_buttons (self);
}

static void
fill_view (PazSetsPage *self,
           const char  *selected)
{
  GListStore *rows = paz_sets_rows_make (self->sets, self->records);
  g_autoptr (GtkSingleSelection) model = gtk_single_selection_new (G_LIST_MODEL (rows));

  for (guint i = 0; selected != NULL && i < self->sets->len; i++)
    if (g_str_equal (((PazSpeakingSet *) self->sets->pdata[i])->data_set, selected))
      gtk_single_selection_set_selected (model, i);
  g_signal_connect_object (model, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  self->filling = TRUE;
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  self->filling = FALSE;
}

static void
fill_matrix (PazSetsPage *self)
{
  PazDimension dimension = get_dimension (self);
  PazFactTable *facts = paz_figures_get_facts (self->figures);
  PazSpeaking *speaking = paz_fact_table_get_n_rows (facts) > 0 ? paz_speaking_new (facts, dimension, NULL) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) marks = paz_sets_rows_mark (self->sets, paz_figures_get_data_sets (self->figures));

  for (guint i = 0; speaking != NULL && i < paz_speaking_get_n_rows (speaking); i++)
    {
      const char *key = paz_speaking_get_key (speaking, i);

      g_ptr_array_add (names, g_strdup (dimension == PAZ_DIMENSION_MISSION ? key : paz_fact_names_get (self->names, dimension, key)));
    }
  paz_sets_matrix_set (self->matrix, speaking, names, marks);
}

static void
moved_cb (PazSetsPage *self)
{
  g_autofree char *text = paz_sets_matrix_dup_spoken (self->matrix);

  gtk_label_set_label (self->cell_label, text != NULL ? text : _("Each letter is a data set; an empty cell has no figures, a hatched month is a gap"));
}

static void
dimension_chosen_cb (PazSetsPage *self)
{
  if (self->figures == NULL)
    return;
  fill_matrix (self);
  moved_cb (self);
}

static void
show_status (PazSetsPage *self)
{
  g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (), self->sets->len);
  g_autofree char *text = g_strdup_printf (ngettext ("%s data set", "%s data sets", self->sets->len), number);

  gtk_label_set_label (self->status_label, text);
}

/* ---- loading ---- */

typedef struct
{
  PazStore *store;
  PazCatalogue *catalogue;
  GPtrArray *sets;
  GPtrArray *records;
  PazFigures *figures;
  PazFactNames *names;
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
  paz_catalogue_unref (work->catalogue);
  g_clear_pointer (&work->sets, g_ptr_array_unref);
  g_clear_pointer (&work->records, g_ptr_array_unref);
  g_clear_pointer (&work->names, paz_fact_names_free);
  g_clear_pointer (&work->figures, paz_figures_unref);
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
  if (work->sets != NULL)
    work->figures = paz_figures_get (work->store, NULL, cancellable, &error);
  if (work->figures == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  work->names = paz_fact_names_new (work->figures, work->catalogue);
  paz_fact_names_learn (work->names);
  work->records = g_ptr_array_new_with_free_func (unref_record);
  for (guint i = 0; i < work->sets->len; i++)
    g_ptr_array_add (work->records, paz_store_dup_record (reader, ((PazSpeakingSet *) work->sets->pdata[i])->data_set, NULL));
  g_task_return_boolean (task, TRUE);
}

static void
take (PazSetsPage *self,
      Work        *work)
{
  const PazSpeakingSet *set = get_selected (self);
  g_autofree char *selected = set != NULL ? g_strdup (set->data_set) : NULL;

  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->names, paz_fact_names_free);
  g_clear_pointer (&self->figures, paz_figures_unref);
  self->sets = g_steal_pointer (&work->sets);
  self->records = g_steal_pointer (&work->records);
  self->figures = g_steal_pointer (&work->figures);
  self->names = g_steal_pointer (&work->names);
  fill_view (self, selected);
  fill_matrix (self);
  moved_cb (self);
  show_status (self);
  update_buttons (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazSetsPage *self = PAZ_SETS_PAGE (source);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->life == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  paz_page_life_end (self->life);
  if (done)
    take (self, g_task_get_task_data (G_TASK (result)));
  else
    gtk_label_set_label (self->status_label, _("The data sets could not be read."));
}

static void
load (GtkWidget *page)
{
  PazSetsPage *self = PAZ_SETS_PAGE (page);
  g_autoptr (GTask) task = g_task_new (self, paz_page_life_begin (self->life), loaded_cb, NULL);
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (paz_page_life_get_store (self->life));
  work->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, load_thread);
}

/* ---- steps ---- */

typedef struct
{
  PazStore *store;
  char *data_set;
  gboolean silence;
  guint64 step;
} Step;

static void
step_free (Step *step)
{
  g_object_unref (step->store);
  g_free (step->data_set);
  g_free (step);
}

static void
step_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Step *step = data;
  GError *error = NULL;

  if (step->silence ? paz_store_silence (step->store, step->data_set, &step->step, &error)
                    : paz_store_let_speak (step->store, step->data_set, &step->step, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
stepped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  PazSetsPage *self = PAZ_SETS_PAGE (source);
  const Step *step = g_task_get_task_data (G_TASK (result));
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), PAZ_TYPE_WINDOW);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  self->working = FALSE;
  if (self->life == NULL || window == NULL)
    return;
  update_buttons (self);
  if (done)
    paz_window_tell_step (PAZ_WINDOW (window), step->step);
  else
    paz_window_tell_error (PAZ_WINDOW (window), error);
}

static void
make_step (PazSetsPage *self,
           const char  *data_set,
           gboolean     silence)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, stepped_cb, NULL);
  Step *step = g_new0 (Step, 1);

  step->store = g_object_ref (paz_page_life_get_store (self->life));
  step->data_set = g_strdup (data_set);
  step->silence = silence;
  self->working = TRUE;
  update_buttons (self);
  g_task_set_task_data (task, step, (GDestroyNotify) step_free);
  g_task_run_in_thread (task, step_thread);
}

static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazSetsPage *self = PAZ_SETS_PAGE (widget);
  const PazSpeakingSet *set = get_selected (self);

  if (set != NULL)
    make_step (self, set->data_set, g_str_equal (action, "sets.silence"));
}

static void
speak_set_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  PazSetsPage *self = PAZ_SETS_PAGE (widget);

  if (!self->working && !paz_store_is_read_only (paz_page_life_get_store (self->life)))
    make_step (self, g_variant_get_string (parameter, NULL), FALSE);
}

static void
revised_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  const PazSpeakingSet *set = get_selected (PAZ_SETS_PAGE (widget));

  if (set != NULL)
    gtk_widget_activate_action (widget, "win.show-revised", "s", set->data_set);
}

/* ---- the cell under the cursor ---- */

static void
source_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PazSetsPage *self = PAZ_SETS_PAGE (widget);
  const char *key;
  guint16 month;
  const char *keys[2] = { NULL };
  PazFactFilter filter = { 0 };

  if (!paz_sets_matrix_get_cursor (self->matrix, &key, &month))
    return;
  keys[0] = key;
  filter.from = filter.to = month;
  switch (get_dimension (self))
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      filter.contributors = keys;
      break;
    case PAZ_DIMENSION_MISSION:
      filter.missions = keys;
      break;
    case PAZ_DIMENSION_TYPE:
      filter.types = keys;
      break;
    }
  paz_source_dialog_present (widget, paz_page_life_get_store (self->life), &filter);
}

static void
activated_cb (PazSetsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sets.source", NULL);
}

static void
asked_cb (PazSetsPage *self,
          double       x,
          double       y)
{
  g_autoptr (GMenu) menu = NULL;
  const char *key;
  guint16 month;

  if (self->sets == NULL || !paz_sets_matrix_get_cursor (self->matrix, &key, &month))
    return;
  menu = paz_sets_rows_make_menu (self->sets, self->records, month,
                                  !paz_store_is_read_only (paz_page_life_get_store (self->life)));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
row_activated_cb (PazSetsPage *self)
{
  const PazSpeakingSet *set = get_selected (self);

  if (set != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", set->data_set);
}

/* ---- life ---- */

static void
paz_sets_page_dispose (GObject *object)
{
  PazSetsPage *self = PAZ_SETS_PAGE (object);

  g_clear_pointer (&self->life, paz_page_life_free);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->names, paz_fact_names_free);
  g_clear_pointer (&self->figures, paz_figures_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_SETS_PAGE);

  G_OBJECT_CLASS (paz_sets_page_parent_class)->dispose (object);
}

static void
paz_sets_page_class_init (PazSetsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_sets_page_dispose;
  g_type_ensure (PAZ_TYPE_SETS_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/sets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazSetsPage, view);
  gtk_widget_class_bind_template_child (widget_class, PazSetsPage, speak_button);
  gtk_widget_class_bind_template_child (widget_class, PazSetsPage, silence_button);
  gtk_widget_class_bind_template_child (widget_class, PazSetsPage, revised_button);
  gtk_widget_class_bind_template_child (widget_class, PazSetsPage, dimension_choice);
  gtk_widget_class_bind_template_child (widget_class, PazSetsPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, PazSetsPage, cell_label);
  gtk_widget_class_bind_template_child (widget_class, PazSetsPage, status_label);
  gtk_widget_class_bind_template_callback (widget_class, dimension_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_install_action (widget_class, "sets.let-speak", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "sets.silence", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "sets.speak-set", "s", speak_set_action);
  gtk_widget_class_install_action (widget_class, "sets.revised", NULL, revised_action);
  gtk_widget_class_install_action (widget_class, "sets.source", NULL, source_action);
}

static void
paz_sets_page_init (PazSetsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  paz_accessible_set_label (GTK_WIDGET (self->view), _("Data sets and how much of them speaks"));
  paz_accessible_set_label (GTK_WIDGET (self->matrix), _("Which data set speaks, by month"));
  paz_accessible_set_label (GTK_WIDGET (self->dimension_choice), _("Rows of the table"));
  for (guint i = 0; i < G_N_ELEMENTS (rows_by); i++)
    gtk_string_list_append (names, g_dpgettext2 (NULL, "sets", rows_by[i].words));
  gtk_drop_down_set_model (self->dimension_choice, G_LIST_MODEL (names));
  paz_sets_rows_add_columns (self->view);
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self->matrix));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
}

GtkWidget *
paz_sets_page_new (PazStore *store)
{
  PazSetsPage *self = g_object_new (PAZ_TYPE_SETS_PAGE, NULL);

  self->life = paz_page_life_new (GTK_WIDGET (self), store, load);
  update_buttons (self);

  return GTK_WIDGET (self);
}

GtkColumnView *
paz_sets_page_get_view (PazSetsPage *self)
{
  return self->view;
}

PazSetsMatrix *
paz_sets_page_get_matrix (PazSetsPage *self)
{
  return self->matrix;
}
