#include "paz-figures-page.h"

#include "paz-chart-view.h"
#include "paz-fact-names.h"
#include "paz-figures-chart.h"
#include "paz-figures-exit.h"
#include "paz-figures-export.h"
#include "paz-figures-grid.h"
#include "paz-figures-panel.h"
#include "paz-figures-source.h"
#include "paz-figures-split.h"
#include "paz-figures-views.h"
#include "paz-name-question.h"
#include "paz-page-life.h"
#include "paz-picture-actions.h"
#include "paz-profile-page.h"
#include "paz-source-dialog.h"
#include "paz-window.h"
#include "paz-words.h"

/* An answer that took longer is computed on a worker the next time: half of a frame. */
#define AT_ONCE 8000

struct _PazFiguresPage
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkMenuButton *views_button;
  GtkStack *states;
  PazFiguresPanel *panel;
  AdwFlap *flap;
  GtkLabel *headline_label;
  GtkLabel *coverage_label;
  GtkLabel *note_label;
  GtkWidget *parts_box;
  GtkToggleButton *chart_button;
  GtkToggleButton *table_button;
  GtkWidget *chart_scroll;
  GtkWidget *table_scroll;
  PazChartView *chart_view;
  PazFiguresGrid *grid;

  PazStore *store;
  GCancellable *loading;
  GCancellable *asking;
  PazFigures *figures;
  PazFactNames *names;
  char **signatories;
  PazCross *cross;
  PazFiguresChoice *choice;
  gint64 cost;
};

G_DEFINE_FINAL_TYPE (PazFiguresPage, paz_figures_page, GTK_TYPE_WIDGET)

/* ---- the answer ---- */

static gboolean
has_small (const PazCross *cross)
{
  for (guint i = 0; i < cross->rows->len * cross->columns->len; i++)
    if (paz_cross_is_small (cross, &cross->cells[i]))
      return TRUE;

  return FALSE;
}

static const char *
get_note (const PazCross *cross)
{
  if (has_small (cross))
    return _("* Fewer than 10 people: one more or less changes everything. … is not known, which is not zero.");
  if (cross->choice->ask == PAZ_ASK_PERSON_MONTHS)
    return _("Person-months: the figures of all month ends added up, not people.");
  if (cross->choice->rows == PAZ_AXIS_YEAR || cross->choice->columns == PAZ_AXIS_YEAR)
    return _("Each year shows its last month with figures. … is not known, which is not zero.");

  return _("People at the end of a month. … is not known, which is not zero.");
}

/* The chart, the table or both; without a chart the table alone. */
static void
show_parts (PazFiguresPage *self)
{
  gboolean has_chart = paz_chart_view_get_chart (self->chart_view) != NULL;

  gtk_widget_set_visible (self->parts_box, has_chart);
  gtk_widget_set_visible (self->chart_scroll, has_chart && gtk_toggle_button_get_active (self->chart_button));
  gtk_widget_set_visible (self->table_scroll, !has_chart || gtk_toggle_button_get_active (self->table_button));
}

/* One of the two is always there. */
static void
part_toggled_cb (PazFiguresPage  *self,
                 GtkToggleButton *button)
{
  GtkToggleButton *other = button == self->chart_button ? self->table_button : self->chart_button;

  if (!gtk_toggle_button_get_active (button) && !gtk_toggle_button_get_active (other))
    gtk_toggle_button_set_active (other, TRUE);
  show_parts (self);
}

static void
show_chart (PazFiguresPage *self)
{
  g_autoptr (PazChart) chart = paz_figures_chart_new (self->cross);
  g_autoptr (PazPictureMaker) maker = chart != NULL ? paz_figures_export_new_maker (self->cross->choice) : NULL;

  paz_chart_view_set_chart (self->chart_view, chart);
  paz_chart_view_set_maker (self->chart_view, maker);
  show_parts (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figures.picture", chart != NULL);
}

static void
show_types (PazFiguresPage *self)
{
  PazChartType types[PAZ_N_CHART_TYPES];
  guint n;

  paz_figures_chart_list_types (self->cross, types, &n);
  paz_figures_panel_set_types (self->panel, types, n);
}

static void
show_cross (PazFiguresPage *self,
            PazCross       *cross)
{
  paz_figures_grid_set_cross (self->grid, NULL);
  g_clear_pointer (&self->cross, paz_cross_free);
  self->cross = cross;
  paz_figures_grid_set_cross (self->grid, cross);
  show_chart (self);
  show_types (self);
  gtk_label_set_label (self->headline_label, cross->headline);
  gtk_label_set_label (self->coverage_label, cross->coverage);
  gtk_label_set_label (self->note_label, get_note (cross));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, cross->title, -1);
}

/* What a worker needs for an answer. */
typedef struct
{
  PazFigures *figures;
  PazFiguresChoice *choice;
  char **signatories;
  PazCatalogue *catalogue;
} Question;

static void
question_free (Question *question)
{
  paz_figures_unref (question->figures);
  paz_figures_choice_free (question->choice);
  g_strfreev (question->signatories);
  paz_catalogue_unref (question->catalogue);
  g_free (question);
}

static void
answer_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Question *question = data;

  g_task_return_pointer (task, paz_cross_new (question->figures, question->choice,
                                              (const char * const *) question->signatories, question->catalogue),
                         (GDestroyNotify) paz_cross_free);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  PazFiguresPage *self = PAZ_FIGURES_PAGE (source);
  PazCross *cross = g_task_propagate_pointer (G_TASK (result), NULL);

  if (cross != NULL && self->store != NULL)
    show_cross (self, cross);
  else if (cross != NULL)
    paz_cross_free (cross);
}

static void
answer_later (PazFiguresPage *self)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = NULL;

  question->figures = paz_figures_ref (self->figures);
  question->choice = paz_figures_choice_copy (self->choice);
  question->signatories = g_strdupv (self->signatories);
  question->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  self->asking = g_cancellable_new ();
  task = g_task_new (self, self->asking, answered_cb, NULL);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, answer_thread);
}

/* Questions about the whole world over many facts take more than a frame. */
static gboolean
is_heavy (PazFiguresPage *self)
{
  return paz_fact_table_get_n_rows (paz_figures_get_facts (self->figures)) > 250000 &&
         (g_str_equal (self->choice->set, "world") || self->choice->ask == PAZ_ASK_SHARE_OF_WORLD ||
          self->choice->ask == PAZ_ASK_RANK_IN_WORLD);
}

static void
answer (PazFiguresPage *self)
{
  gint64 start = g_get_monotonic_time ();

  if (self->figures == NULL)
    return;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->cost > AT_ONCE || is_heavy (self))
    {
      self->cost /= 2;   /* another question may be lighter */
      answer_later (self);
      return;
    }
  show_cross (self, paz_cross_new (self->figures, self->choice, (const char * const *) self->signatories,
                                   paz_words_get_catalogue ()));
  self->cost = g_get_monotonic_time () - start;
}

static void
panel_changed_cb (PazFiguresPage *self)
{
  paz_figures_choice_free (self->choice);
  self->choice = paz_figures_panel_dup_choice (self->panel);
  answer (self);
}

/* A State of the region leads to its profile, anything else to the rows behind the figures. */
static void
cell_activated_cb (PazFiguresPage *self,
                   guint           row,
                   guint           column)
{
  const PazCrossHead *head = self->cross->choice->columns == PAZ_AXIS_CONTRIBUTOR
                               ? g_ptr_array_index (self->cross->columns, column)
                               : g_ptr_array_index (self->cross->rows, row);
  gboolean of_state = (self->cross->choice->columns == PAZ_AXIS_CONTRIBUTOR ||
                       self->cross->choice->rows == PAZ_AXIS_CONTRIBUTOR) &&
                      paz_figures_is_region (self->figures, head->key);
  PazWindow *window = PAZ_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *code = g_strdup (head->key);

  paz_window_show_page (window, of_state ? "profile" : "contributions");
  if (of_state && PAZ_IS_PROFILE_PAGE (paz_window_get_page (window)))
    paz_profile_page_choose (PAZ_PROFILE_PAGE (paz_window_get_page (window)), code);
}

/* A value of the chart leads where its cell in the table does. */
static void
value_activated_cb (PazFiguresPage *self,
                    guint           series,
                    guint           index)
{
  const PazChartPoint point = { series, index };
  guint row, column;

  paz_figures_chart_find_cell (self->cross, &point, &row, &column);
  cell_activated_cb (self, row, column);
}

void
paz_figures_page_ask (PazFiguresPage         *self,
                      const PazFiguresChoice *choice)
{
  PazFiguresChoice *copy = paz_figures_choice_copy (choice);

  paz_figures_choice_free (self->choice);
  self->choice = copy;
  paz_figures_panel_set_choice (self->panel, copy);
  answer (self);
}

/* ---- views ---- */

static void
fill_views (PazFiguresPage *self)
{
  g_autoptr (GMenuModel) menu = paz_figures_views_make_menu (paz_store_get_participant (self->store));

  gtk_menu_button_set_menu_model (self->views_button, menu);
}

static void
named_cb (const char *name,
          gpointer    data)
{
  PazFiguresPage *self = PAZ_FIGURES_PAGE (data);

  paz_figures_views_keep (name, self->choice);
  fill_views (self);
}

static void
view_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse (g_variant_get_string (parameter, NULL));

  paz_figures_page_ask (PAZ_FIGURES_PAGE (widget), choice);
}

static void
save_view_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  paz_list_saved_ask_name (widget, _("Save View"), NULL, named_cb, widget);
}

static void
delete_view_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  PazFiguresPage *self = PAZ_FIGURES_PAGE (widget);

  paz_figures_views_drop (self->choice);
  fill_views (self);
}

/* ---- what goes out ---- */

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazFiguresPage *self = PAZ_FIGURES_PAGE (widget);

  if (self->cross != NULL)
    paz_figures_exit_copy (widget, self->cross->choice);
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PazFiguresPage *self = PAZ_FIGURES_PAGE (widget);

  if (self->cross != NULL)
    paz_figures_exit_save (widget, self->cross->choice);
}

static void
workbook_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  PazFiguresPage *self = PAZ_FIGURES_PAGE (widget);

  if (self->cross != NULL)
    paz_figures_exit_save_workbook (widget, self->cross->choice);
}

static void
picture_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  PazFiguresPage *self = PAZ_FIGURES_PAGE (widget);
  g_autoptr (PazPictureMaker) maker = NULL;

  if (self->cross == NULL)
    return;
  maker = paz_figures_export_new_maker (self->cross->choice);
  paz_picture_save (widget, maker);
}

static void
source_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PazFiguresPage *self = PAZ_FIGURES_PAGE (widget);
  g_autoptr (PazCrossFacts) facts = NULL;
  guint row, column;

  if (self->cross == NULL || !paz_figures_grid_get_cursor (self->grid, &row, &column))
    return;
  facts = paz_cross_find_facts (self->cross, self->figures, (const char * const *) self->signatories, row, column);
  paz_source_dialog_present (widget, self->store, &facts->filter);
}

/* ---- facts ---- */

typedef struct
{
  PazStore *store;
  PazCatalogue *catalogue;
  PazFigures *figures;
  PazFactNames *names;
  char **signatories;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->store);
  paz_catalogue_unref (load->catalogue);
  g_clear_pointer (&load->figures, paz_figures_unref);
  g_clear_pointer (&load->names, paz_fact_names_free);
  g_strfreev (load->signatories);
  g_free (load);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = NULL;

  load->figures = paz_figures_get (load->store, NULL, cancellable, &error);
  if (load->figures != NULL)
    reader = paz_store_open_reader (load->store, &error);
  if (reader == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  load->names = paz_fact_names_new (load->figures, load->catalogue);
  paz_fact_names_learn (load->names);
  load->signatories = paz_figures_list_signatories (reader, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
take_load (PazFiguresPage *self,
           Load           *load)
{
  g_clear_pointer (&self->figures, paz_figures_unref);
  g_clear_pointer (&self->names, paz_fact_names_free);
  g_clear_pointer (&self->signatories, g_strfreev);
  self->figures = g_steal_pointer (&load->figures);
  self->names = g_steal_pointer (&load->names);
  self->signatories = g_steal_pointer (&load->signatories);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazFiguresPage *self = PAZ_FIGURES_PAGE (source);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  guint n_months = 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  if (!done)
    {
      g_message ("Figures: %s", error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
      return;
    }
  take_load (self, g_task_get_task_data (G_TASK (result)));
  paz_figures_get_months (self->figures, &n_months);
  gtk_widget_set_visible (self->bar, n_months > 0);
  gtk_stack_set_visible_child_name (self->states, n_months > 0 ? "figures" : "empty");
  paz_figures_panel_fill (self->panel, self->figures, self->names);
  paz_figures_panel_set_choice (self->panel, self->choice);
  answer (self);
}

static void
load (PazFiguresPage *self)
{
  Load *load = g_new0 (Load, 1);
  g_autoptr (GTask) task = NULL;

  load->store = g_object_ref (self->store);
  load->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (task, load_thread);
}

static void
load_again_cb (GtkWidget *page)
{
  load (PAZ_FIGURES_PAGE (page));
}

static void
paz_figures_page_dispose (GObject *object)
{
  PazFiguresPage *self = PAZ_FIGURES_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->loading);
  g_cancellable_cancel (self->asking);
  if (self->grid != NULL)
    paz_figures_grid_set_cross (self->grid, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_FIGURES_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->loading);
  g_clear_object (&self->asking);
  g_clear_object (&self->store);
  g_clear_pointer (&self->cross, paz_cross_free);
  g_clear_pointer (&self->names, paz_fact_names_free);
  g_clear_pointer (&self->figures, paz_figures_unref);
  g_clear_pointer (&self->signatories, g_strfreev);
  g_clear_pointer (&self->choice, paz_figures_choice_free);

  G_OBJECT_CLASS (paz_figures_page_parent_class)->dispose (object);
}

static void
paz_figures_page_class_init (PazFiguresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_figures_page_dispose;
  g_type_ensure (PAZ_TYPE_CHART_VIEW);
  g_type_ensure (PAZ_TYPE_FIGURES_GRID);
  g_type_ensure (PAZ_TYPE_FIGURES_PANEL);
  g_type_ensure (PAZ_TYPE_FIGURES_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/figures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, views_button);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, states);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, panel);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, flap);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, headline_label);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, coverage_label);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, grid);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, parts_box);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, chart_button);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, chart_scroll);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, table_scroll);
  gtk_widget_class_bind_template_child (widget_class, PazFiguresPage, chart_view);
  gtk_widget_class_bind_template_callback (widget_class, panel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_activated_cb);
  gtk_widget_class_install_action (widget_class, "figures.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "figures.save-view", NULL, save_view_action);
  gtk_widget_class_install_action (widget_class, "figures.delete-view", NULL, delete_view_action);
  gtk_widget_class_install_action (widget_class, "figures.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "figures.source", NULL, source_action);
  gtk_widget_class_install_action (widget_class, "figures.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "figures.workbook", NULL, workbook_action);
  gtk_widget_class_install_action (widget_class, "figures.picture", NULL, picture_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "figures.copy", NULL);
}

static void
paz_figures_page_init (PazFiguresPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  paz_chart_view_set_untitled (self->chart_view, TRUE);
  paz_figures_source_add_menu (self->grid);
}

GtkWidget *
paz_figures_page_new (PazStore *store)
{
  PazFiguresPage *self = g_object_new (PAZ_TYPE_FIGURES_PAGE, NULL);
  const char *label;

  self->store = g_object_ref (store);
  self->choice = paz_figures_choice_ready (0, paz_store_get_participant (store), &label);
  fill_views (self);
  paz_page_watch (GTK_WIDGET (self), store, load_again_cb);
  load (self);

  return GTK_WIDGET (self);
}

const PazCross *
paz_figures_page_get_cross (PazFiguresPage *self)
{
  return self->cross;
}

gint64
paz_figures_page_get_cost (PazFiguresPage *self)
{
  return self->cost;
}
