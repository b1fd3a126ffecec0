#include "paz-overview-page.h"

#include "base/paz-date.h"
#include "paz-chart-view.h"
#include "paz-dialogs.h"
#include "paz-figure-rows.h"
#include "paz-files.h"
#include "paz-identity-group.h"
#include "paz-overview.h"
#include "paz-settings.h"
#include "paz-window.h"
#include "paz-words.h"

#define N_WORKBOOKS 4
#define N_MATTERS 8

struct _PazOverviewPage
{
  AdwBin parent_instance;

  GtkLabel *greeting_label;
  GtkLabel *subtitle_label;
  PazIdentityGroup *identity_group;
  GtkWidget *steps_group;
  GtkImage *identity_mark;
  GtkImage *figures_mark;
  GtkImage *recommendation_mark;
  GtkImage *workbook_mark;
  GtkWidget *sample_button;
  GtkWidget *recommendation_button;
  AdwPreferencesGroup *matters_group;
  AdwPreferencesGroup *figures_group;
  GtkBox *cards;
  PazChartView *deployed_chart;
  PazChartView *women_chart;
  AdwPreferencesGroup *history_group;
  AdwPreferencesGroup *translations_group;
  AdwPreferencesGroup *workbooks_group;

  PazStore *store;
  GCancellable *cancellable;
  GPtrArray *rows;         /* made by the program in the last three groups; each knows its group */
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (PazOverviewPage, paz_overview_page, ADW_TYPE_BIN)

/* What the worker needs. */
typedef struct
{
  PazStore *store;
  PazCatalogue *catalogue;
} Computation;

static void
set_mark (GtkImage *image,
          gboolean  done)
{
  gtk_image_set_from_icon_name (image, done ? "object-select-symbolic" : "media-record-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (image), done ? _("Done") : _("Still to do"));
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (image), "success");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (image), "success");
  gtk_widget_set_opacity (GTK_WIDGET (image), done ? 1 : 0.35);
}

static gboolean
has_identity (PazOverviewPage *self)
{
  const char *participant = paz_store_get_participant (self->store);

  return participant != NULL && participant[0] != '\0';
}

static char *
dup_delegation_name (PazOverviewPage *self)
{
  const PazKind *kind = paz_kind_find ("participant");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  paz_query_add_condition (query, paz_kind_find_field (kind, "code"), PAZ_MATCH_IS,
                           paz_store_get_participant (self->store));
  records = paz_store_list_records (self->store, query, NULL);
  if (records == NULL || records->len == 0)
    return g_strdup (paz_store_get_participant (self->store));

  return g_strdup (paz_record_get_words (g_ptr_array_index (records, 0), "name", paz_words_get_language ()));
}

/* "Ana Quispe · National analyst" */
static void
show_role (PazOverviewPage *self,
           const char      *author)
{
  PazRole role = paz_role_get (self->store);
  const char *label = paz_catalogue_ptext (paz_words_get_catalogue (), "role", paz_role_get_label (role));
  g_autofree char *both = NULL;

  if (role == PAZ_ROLE_UNSAID || role == PAZ_ROLE_OTHER)
    return;
  both = author != NULL && *author != '\0' ? g_strdup_printf ("%s · %s", author, label) : g_strdup (label);
  gtk_label_set_label (self->subtitle_label, both);
}

static void
show_greeting (PazOverviewPage *self)
{
  const char *author = paz_store_get_author (self->store);
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->identity_group), !has_identity (self));
  if (!has_identity (self))
    {
      gtk_label_set_label (self->greeting_label, _("Welcome"));
      gtk_label_set_label (self->subtitle_label,
                           _("The working group’s desk for cooperation in peace operations. "
                             "Everything stays in one file on this computer."));
      return;
    }

  name = dup_delegation_name (self);
  gtk_label_set_label (self->greeting_label, name != NULL ? name : paz_store_get_participant (self->store));
  gtk_label_set_label (self->subtitle_label, author != NULL ? author : "");
  show_role (self, author);
}

static void
add_group_row (PazOverviewPage     *self,
               AdwPreferencesGroup *group,
               GtkWidget           *row)
{
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
clear_rows (PazOverviewPage *self)
{
  GtkWidget *card;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
  gtk_widget_set_visible (GTK_WIDGET (self->matters_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->figures_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->history_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->translations_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->workbooks_group), FALSE);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);

  return row;
}

/* ---- what waits ---- */

static char *
dup_matter_sentence (const PazMatter *matter)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const char *kind = paz_catalogue_text (catalogue, matter->kind->phrases.singular);
  g_autofree char *sentence = NULL;

  switch (matter->type)
    {
    case PAZ_MATTER_OVERDUE:
      sentence = g_strdup_printf (_("Was due %s"), matter->shown);
      break;
    case PAZ_MATTER_SILENCE:
      sentence = g_strdup_printf (_("Agreed by silence unless somebody objects before %s"), matter->shown);
      break;
    case PAZ_MATTER_DUE:
      sentence = g_strdup_printf (_("Due %s"), matter->shown);
      break;
    }

  return g_strdup_printf ("%s · %s", kind, sentence);
}

static void
open_by (GtkWidget  *row,
         const char *action,
         const char *target)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

static void
add_matter (PazOverviewPage *self,
            const PazMatter *matter)
{
  g_autofree char *sentence = dup_matter_sentence (matter);
  GtkWidget *row = make_row (matter->title, sentence);
  GtkWidget *image = gtk_image_new_from_icon_name (matter->type == PAZ_MATTER_DUE ? matter->kind->icon_name
                                                                                  : "dialog-warning-symbolic");

  if (matter->type == PAZ_MATTER_OVERDUE)
    gtk_widget_add_css_class (image, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  open_by (row, "win.open-record", matter->record);
  add_group_row (self, self->matters_group, row);
}

/* The UN publishes each month; a quarter without new ones is worth a word. */
static void
add_old_figures (PazOverviewPage *self,
                 PazOverview     *overview)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_months (now, -3);
  g_autofree char *limit = g_date_time_format (then, "%Y-%m");
  g_autofree char *month = NULL;
  g_autofree char *title = NULL;
  GtkWidget *row;
  char iso[8];

  if (overview->month == 0 || strcmp (paz_month_format (overview->month, iso), limit) >= 0)
    return;
  month = paz_catalogue_dup_date (paz_words_get_catalogue (), iso);
  title = g_strdup_printf (_("The figures end with %s"), month);
  row = make_row (title, _("The UN publishes new ones every month"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-open-symbolic"));
  open_by (row, "win.import", NULL);
  add_group_row (self, self->matters_group, row);
}

static void
show_matters (PazOverviewPage *self,
              PazOverview     *overview)
{
  guint n = overview->matters->len;

  adw_preferences_group_set_title (self->matters_group, paz_role_shows_mine (self->store)
                                                          ? _("What Waits for Your Delegation")
                                                          : _("What Waits for the Working Group"));
  for (guint i = 0; i < n && i < N_MATTERS; i++)
    add_matter (self, g_ptr_array_index (overview->matters, i));
  if (n > N_MATTERS)
    {
      g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (), n - N_MATTERS);
      g_autofree char *text = g_strdup_printf (ngettext ("And %s more", "And %s more", n - N_MATTERS), number);

      add_group_row (self, self->matters_group, make_row (text, ""));
    }
  add_old_figures (self, overview);
}

static void
show_figures (PazOverviewPage *self,
              PazOverview     *overview)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *contributors = paz_catalogue_dup_integer (catalogue, overview->contributors);
  g_autofree char *states = paz_catalogue_dup_integer (catalogue, overview->states);
  g_autofree char *personnel = paz_catalogue_dup_integer (catalogue, overview->personnel);
  g_autofree char *women = paz_catalogue_dup_integer (catalogue, overview->women);
  g_autofree char *missions = paz_catalogue_dup_integer (catalogue, overview->missions);
  g_autofree char *month = NULL;
  g_autofree char *share = NULL;
  g_autofree char *of_states = NULL;
  g_autofree char *in_missions = NULL;
  g_autofree char *of_personnel = NULL;
  char iso[8];

  if (overview->month == 0)
    return;

  month = paz_catalogue_dup_date (catalogue, paz_month_format (overview->month, iso));
  share = overview->personnel > 0
            ? paz_catalogue_dup_percent (catalogue, (double) overview->women / overview->personnel, 1)
            : g_strdup ("–");
  of_states = g_strdup_printf (_("of %s States of the region"), states);
  in_missions = g_strdup_printf (ngettext ("in %s mission", "in %s missions", overview->missions), missions);
  of_personnel = g_strdup_printf (_("%s of %s persons"), women, personnel);

  adw_preferences_group_set_description (self->figures_group, month);
  gtk_box_append (self->cards, paz_figure_card_new (contributors, _("Contributors"), of_states));
  gtk_box_append (self->cards, paz_figure_card_new (personnel, _("Uniformed personnel"), in_missions));
  gtk_box_append (self->cards, paz_figure_card_new (share, _("Women"), of_personnel));
  gtk_widget_set_visible (GTK_WIDGET (self->figures_group), TRUE);
}

static void
show_charts (PazOverviewPage *self,
             PazOverview     *overview)
{
  PazChartView *views[PAZ_N_OVERVIEW_CHARTS] = {
    [PAZ_OVERVIEW_DEPLOYED] = self->deployed_chart,
    [PAZ_OVERVIEW_WOMEN] = self->women_chart,
  };

  for (guint i = 0; i < PAZ_N_OVERVIEW_CHARTS; i++)
    {
      g_autoptr (PazPictureMaker) maker = paz_overview_chart_new_maker (i);

      paz_chart_view_set_chart (views[i], overview->charts[i]);
      paz_chart_view_set_maker (views[i], maker);
      gtk_widget_set_visible (GTK_WIDGET (views[i]), overview->charts[i] != NULL);
    }
}

static void
chart_activated_cb (PazOverviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "figures");
}

static void
show_steps (PazOverviewPage *self,
            PazOverview     *overview)
{
  for (guint i = 0; i < overview->steps->len; i++)
    {
      PazOverviewStep *step = g_ptr_array_index (overview->steps, i);
      g_autofree char *undone = step->undone ? g_strdup_printf (_("%s (undone)"), step->by) : NULL;
      GtkWidget *row = make_row (step->name, undone != NULL ? undone : step->by);

      if (step->record != NULL && !step->undone)
        {
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
          gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", step->record);
          gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
        }
      add_group_row (self, self->history_group, row);
    }
}

static char *
dup_texts_sentence (const PazOverviewTexts *texts)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *missing_number = paz_catalogue_dup_integer (catalogue, texts->missing);
  g_autofree char *stale_number = paz_catalogue_dup_integer (catalogue, texts->stale);
  g_autofree char *missing = g_strdup_printf (ngettext ("%s text missing", "%s texts missing", texts->missing),
                                              missing_number);
  g_autofree char *stale = g_strdup_printf (ngettext ("%s text older than its source",
                                                      "%s texts older than their source", texts->stale),
                                            stale_number);

  if (texts->missing == 0 && texts->stale == 0)
    return g_strdup (_("Complete"));
  if (texts->stale == 0)
    return g_steal_pointer (&missing);
  if (texts->missing == 0)
    return g_steal_pointer (&stale);

  return g_strdup_printf ("%s · %s", missing, stale);
}

static void
show_texts (PazOverviewPage *self,
            PazOverview     *overview)
{
  if (overview->texts == 0)
    return;

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *sentence = dup_texts_sentence (&overview->in[i]);

      add_group_row (self, self->translations_group, make_row (paz_language_get_name (i), sentence));
    }
}

static void
open_workbook_cb (GtkWidget *row)
{
  paz_show_file (GTK_WINDOW (gtk_widget_get_root (row)),
                 g_object_get_data (G_OBJECT (row), "path"), FALSE);
}

static guint
show_workbooks (PazOverviewPage *self)
{
  g_auto (GStrv) paths = paz_settings_dup_list (paz_settings_get (), PAZ_SETTING_RECENT_WORKBOOKS);
  guint n = 0;

  for (guint i = 0; paths[i] != NULL && n < N_WORKBOOKS; i++)
    {
      g_autofree char *base = g_path_get_basename (paths[i]);
      g_autofree char *name = g_filename_display_name (base);
      g_autofree char *folder = paz_files_dup_folder_name (paths[i]);
      GtkWidget *row;

      if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
        continue;
      row = make_row (name, folder);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "path", g_strdup (paths[i]), g_free);
      g_signal_connect (row, "activated", G_CALLBACK (open_workbook_cb), NULL);
      add_group_row (self, self->workbooks_group, row);
      n++;
    }

  return n;
}

static void
show_next_steps (PazOverviewPage *self,
                 PazOverview     *overview,
                 guint            n_workbooks)
{
  gboolean writable = !paz_store_is_read_only (self->store);

  set_mark (self->identity_mark, has_identity (self));
  set_mark (self->figures_mark, overview->has_figures);
  set_mark (self->recommendation_mark, overview->has_recommendation);
  set_mark (self->workbook_mark, n_workbooks > 0);
  gtk_widget_set_visible (self->sample_button, !overview->has_figures);
  gtk_widget_set_sensitive (self->sample_button, writable);
  gtk_widget_set_sensitive (self->recommendation_button, writable);
  gtk_widget_set_visible (self->steps_group,
                          !has_identity (self) || !overview->has_figures ||
                          !overview->has_recommendation || n_workbooks == 0);
}

static void
show_overview (PazOverviewPage *self,
               PazOverview     *overview)
{
  guint n_workbooks;

  clear_rows (self);
  show_greeting (self);
  show_matters (self, overview);
  show_figures (self, overview);
  show_charts (self, overview);
  show_steps (self, overview);
  show_texts (self, overview);
  n_workbooks = show_workbooks (self);
  show_next_steps (self, overview, n_workbooks);
}

static void
computation_free (Computation *computation)
{
  g_object_unref (computation->store);
  paz_catalogue_unref (computation->catalogue);
  g_free (computation);
}

static void
compute_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Computation *computation = data;
  GError *error = NULL;
  g_autoptr (PazStore) reader = paz_store_open_reader (computation->store, &error);
  PazOverview *overview = reader != NULL
                            ? paz_overview_compute (reader, computation->catalogue, cancellable, &error)
                            : NULL;

  if (overview != NULL)
    g_task_return_pointer (task, overview, (GDestroyNotify) paz_overview_free);
  else
    g_task_return_error (task, error);
}

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  PazOverviewPage *self = PAZ_OVERVIEW_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazOverview) overview = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  self->ready = TRUE;
  if (overview != NULL)
    show_overview (self, overview);
  else
    g_message ("Overview: %s", error->message);
}

static void
refresh (PazOverviewPage *self)
{
  g_autoptr (GTask) task = NULL;
  Computation *computation = g_new0 (Computation, 1);

  computation->store = g_object_ref (self->store);
  computation->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->ready = FALSE;

  task = g_task_new (self, self->cancellable, computed_cb, NULL);
  g_task_set_task_data (task, computation, (GDestroyNotify) computation_free);
  g_task_run_in_thread (task, compute_thread);
}

/* One under way would tell what was. */
static void
forget (PazOverviewPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Unseen, it is computed when it is shown: one pass over the store after each save would take the
 * processor from the page that is seen. */
static void
store_changed_cb (PazOverviewPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    forget (self);
}

static void
identity_changed_cb (PazOverviewPage *self)
{
  set_mark (self->identity_mark, has_identity (self));
}

static void
sample_clicked_cb (PazOverviewPage *self)
{
  g_autofree char *path = paz_files_dup_sample ();

  gtk_widget_activate_action (GTK_WIDGET (self), "win.import-file", "s", path);
}

static void
recommendation_clicked_cb (PazOverviewPage *self)
{
  PazWindow *window = PAZ_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  paz_window_show_page (window, "kind:recommendation");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
}

/* Shown again: a workbook may have been exported, or the identity said in Preferences. */
static void
paz_overview_page_map (GtkWidget *widget)
{
  PazOverviewPage *self = PAZ_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (paz_overview_page_parent_class)->map (widget);
  if (self->ready || self->cancellable == NULL)
    refresh (self);
}

static void
paz_overview_page_dispose (GObject *object)
{
  PazOverviewPage *self = PAZ_OVERVIEW_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (paz_overview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, greeting_label);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, identity_group);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, identity_mark);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, figures_mark);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, recommendation_mark);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, workbook_mark);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, sample_button);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, recommendation_button);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, matters_group);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, figures_group);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, deployed_chart);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, women_chart);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, history_group);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, translations_group);
  gtk_widget_class_bind_template_child (widget_class, PazOverviewPage, workbooks_group);
  gtk_widget_class_bind_template_callback (widget_class, chart_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, recommendation_clicked_cb);
}

static void
paz_overview_page_class_init (PazOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_overview_page_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  widget_class->map = paz_overview_page_map;
  g_type_ensure (PAZ_TYPE_CHART_VIEW);
  g_type_ensure (PAZ_TYPE_IDENTITY_GROUP);
  bind_template (widget_class);
}

static void
paz_overview_page_init (PazOverviewPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
paz_overview_page_new (PazStore *store)
{
  PazOverviewPage *self = g_object_new (PAZ_TYPE_OVERVIEW_PAGE, NULL);

  self->store = g_object_ref (store);
  paz_identity_group_set_store (self->identity_group, store);
  show_greeting (self);
  set_mark (self->identity_mark, has_identity (self));
  set_mark (self->figures_mark, FALSE);
  set_mark (self->recommendation_mark, FALSE);
  set_mark (self->workbook_mark, FALSE);
  gtk_widget_set_visible (self->steps_group, FALSE);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->identity_group, "changed",
                           G_CALLBACK (identity_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

gboolean
paz_overview_page_is_ready (PazOverviewPage *self)
{
  return self->ready;
}
