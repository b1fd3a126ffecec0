#include "paz-map-page.h"

#include "paz-accessible.h"
#include "paz-map-bar.h"
#include "paz-map-list.h"
#include "paz-map-picture.h"
#include "paz-map-split.h"
#include "paz-map-view.h"
#include "paz-picture-actions.h"
#include "paz-profile-page.h"
#include "paz-settings.h"
#include "paz-window.h"
#include "paz-words.h"

#include <adwaita.h>

#include "base/paz-compat.h"

struct _PazMapPage
{
  GtkWidget parent_instance;

  GtkStack *states;
  PazMapBar *bar;
  GtkLabel *title_label;
  GtkLabel *coverage_label;
  GtkLabel *note_label;
  PazMapSplit *split;
  PazMapView *view;
  PazMapList *list;
  GtkLabel *chosen_label;
  GtkWidget *open_button;
  GtkWidget *records_button;

  PazStore *store;
  GCancellable *cancellable;
  PazMapFacts *facts;
  PazMapChoice *choice;
  PazMapAnswer *answer;
  char *mission;          /* chosen among the missions; of States the choice knows */
  gboolean choosing;
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (PazMapPage, paz_map_page, GTK_TYPE_WIDGET)

/* ---- what is chosen ---- */

const char *
paz_map_page_get_chosen (PazMapPage *self)
{
  return self->choice->missions ? self->mission : self->choice->state;
}

static void
keep (PazMapPage *self)
{
  g_autofree char *text = paz_map_choice_to_text (self->choice);

  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_MAP_VIEW, text);
}

/* Records of the State or mission that the figure counts; NULL where it counts none. */
static char *
dup_records (PazMapPage *self,
             const char *key)
{
  const char *kind = paz_map_figure_get_kind (self->choice->figure);
  PazRecord *state = self->choice->missions ? NULL : paz_map_facts_find_state (self->facts, key);

  if (kind == NULL)
    return NULL;
  if (self->choice->figure == PAZ_MAP_FATALITIES && !self->choice->missions)
    return g_strdup_printf ("fatality\nnationality is \"%s\"", key);
  if (self->choice->figure == PAZ_MAP_FATALITIES && self->choice->state != NULL)
    return g_strdup_printf ("fatality\nmission_name is \"%s\"\nnationality is \"%s\"", key, self->choice->state);
  if (self->choice->figure == PAZ_MAP_FATALITIES)
    return g_strdup_printf ("fatality\nmission_name is \"%s\"", key);

  return state != NULL ? g_strdup_printf ("%s\nparticipant is \"%s\"", kind, paz_record_get_id (state)) : NULL;
}

static void
show_actions (PazMapPage *self,
              const char *key)
{
  g_autofree char *records = key != NULL ? dup_records (self, key) : NULL;
  gboolean of_records = paz_map_figure_get_kind (self->choice->figure) != NULL;

  gtk_button_set_label (GTK_BUTTON (self->open_button), self->choice->missions ? _("Open Mission") : _("Open Profile"));
  gtk_widget_set_visible (self->open_button, key != NULL && (!self->choice->missions ||
                          paz_map_facts_find_mission (self->facts, key) != NULL));
  gtk_widget_set_visible (self->records_button, key != NULL && (records != NULL || !of_records));
  gtk_button_set_label (GTK_BUTTON (self->records_button), of_records ? _("Show Records") : _("Show Contributions"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->records_button), "s", records != NULL ? records : "contributions");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->records_button), records != NULL ? "win.show-records" : "win.show-page");
}

static void
show_chosen (PazMapPage *self)
{
  const char *key = paz_map_page_get_chosen (self);
  PazMapRow *row = paz_map_answer_find (self->answer, key);
  g_autofree char *text = NULL;

  if (row != NULL)
    text = row->remark != NULL ? g_strdup_printf ("%s: %s\n%s", row->name, row->number, row->remark)
                               : g_strdup_printf ("%s: %s", row->name, row->number);
  else
    text = g_strdup (self->choice->missions ? _("Choose a mission on the map or in the list.")
                                            : _("Choose a State on the map or in the list."));
  gtk_label_set_label (self->chosen_label, text);
  show_actions (self, row != NULL ? key : NULL);
}

void
paz_map_page_choose (PazMapPage *self,
                     const char *key)
{
  g_return_if_fail (PAZ_IS_MAP_PAGE (self));

  if (self->choosing || self->answer == NULL)
    return;
  self->choosing = TRUE;
  if (paz_set_str (self->choice->missions ? &self->mission : &self->choice->state, key))
    keep (self);
  key = paz_map_page_get_chosen (self);
  paz_map_bar_set_state (self->bar, self->choice->state);
  paz_map_view_set_selected (self->view, key);
  paz_map_list_choose (self->list, key);
  show_chosen (self);
  self->choosing = FALSE;
}

static void
view_selected_cb (PazMapPage *self)
{
  paz_map_page_choose (self, paz_map_view_get_selected (self->view));
}

static void
list_chosen_cb (PazMapPage *self,
                const char *key)
{
  paz_map_page_choose (self, key);
}

/* A State leads to its profile, a mission to its record. */
static void
activated_cb (PazMapPage *self,
              const char *key)
{
  PazWindow *window = PAZ_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *code = g_strdup (key);
  PazRecord *mission = self->choice->missions ? paz_map_facts_find_mission (self->facts, code) : NULL;

  if (mission != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", paz_record_get_id (mission));
  if (self->choice->missions)
    return;
  paz_window_show_page (window, "profile");
  if (PAZ_IS_PROFILE_PAGE (paz_window_get_page (window)))
    paz_profile_page_choose (PAZ_PROFILE_PAGE (paz_window_get_page (window)), code);
}

static void
open_clicked_cb (PazMapPage *self)
{
  if (paz_map_page_get_chosen (self) != NULL)
    activated_cb (self, paz_map_page_get_chosen (self));
}

/* ---- the answer ---- */

static void
show_words (PazMapPage *self)
{
  gtk_label_set_label (self->title_label, self->answer->title);
  gtk_label_set_label (self->coverage_label, self->answer->coverage);
  gtk_label_set_label (self->note_label, self->answer->note != NULL ? self->answer->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), self->answer->note != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paz_map_list_get_box (self->list)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->answer->title, -1);
}

static void load (PazMapPage *self);

static void
answer (PazMapPage *self)
{
  PazMapAnswer *old = self->answer;

  if (self->facts == NULL)
    return;
  /* Records are told against the last day of a month: another month, other lapses. */
  if (paz_map_figure_get_flags (self->choice->figure) & PAZ_MAP_HAS_RECORDS &&
      paz_map_facts_get_month (self->facts, self->choice->month) != self->facts->month)
    {
      load (self);
      return;
    }
  self->answer = paz_map_answer_new (self->facts, self->choice, paz_words_get_catalogue ());
  self->choosing = TRUE;
  paz_map_list_set_rows (self->list, self->answer->rows);
  paz_map_view_set_map (self->view, self->answer->map);
  paz_map_view_set_title (self->view, self->answer->title);
  self->choosing = FALSE;
  g_clear_pointer (&old, paz_map_answer_free);
  show_words (self);
  paz_map_page_choose (self, paz_map_page_get_chosen (self));
}

static void
bar_changed_cb (PazMapPage *self)
{
  PazMapChoice *choice = paz_map_bar_dup_choice (self->bar);

  paz_map_choice_free (self->choice);
  self->choice = choice;
  keep (self);
  answer (self);
}

void
paz_map_page_ask (PazMapPage         *self,
                  const PazMapChoice *choice)
{
  PazMapChoice *copy = paz_map_choice_copy (choice);

  g_return_if_fail (PAZ_IS_MAP_PAGE (self));

  paz_map_choice_settle (copy);
  paz_map_choice_free (self->choice);
  self->choice = copy;
  keep (self);
  paz_map_bar_set_choice (self->bar, copy);
  answer (self);
}

/* ---- pictures ---- */

static void
save_picture_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  g_autoptr (PazPictureMaker) maker = paz_map_picture_new_maker (PAZ_MAP_PAGE (widget)->choice);

  paz_picture_save (widget, maker);
}

static void
copy_picture_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  g_autoptr (PazPictureMaker) maker = paz_map_picture_new_maker (PAZ_MAP_PAGE (widget)->choice);

  paz_picture_copy (widget, maker);
}

static void
copy_values_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  g_autoptr (PazPictureMaker) maker = paz_map_picture_new_maker (PAZ_MAP_PAGE (widget)->choice);

  paz_picture_copy_values (widget, maker);
}

/* ---- facts ---- */

typedef struct
{
  PazStore *store;
  guint16   month;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->store);
  g_free (question);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  PazMapFacts *facts = paz_map_facts_load (question->store, question->month, NULL, cancellable, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) paz_map_facts_free);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazMapPage *self = PAZ_MAP_PAGE (source);
  g_autoptr (GError) error = NULL;
  PazMapFacts *facts = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    {
      g_clear_pointer (&facts, paz_map_facts_free);
      return;
    }
  self->ready = TRUE;
  gtk_stack_set_visible_child_name (self->states, facts != NULL ? "map" : "failed");
  if (facts == NULL)
    {
      g_message ("Map: %s", error->message);
      return;
    }
  g_clear_pointer (&self->facts, paz_map_facts_free);
  self->facts = facts;
  paz_map_bar_fill (self->bar, facts);
  paz_map_bar_set_choice (self->bar, self->choice);
  answer (self);
}

static void
load (PazMapPage *self)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = NULL;

  question->store = g_object_ref (self->store);
  question->month = self->choice->month;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->ready = FALSE;
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, load_thread);
}

static void
store_changed_cb (PazMapPage *self)
{
  self->ready = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/* ---- life ---- */

static void
paz_map_page_map (GtkWidget *widget)
{
  PazMapPage *self = PAZ_MAP_PAGE (widget);

  GTK_WIDGET_CLASS (paz_map_page_parent_class)->map (widget);
  if (!self->ready)
    load (self);
}

static void
paz_map_page_dispose (GObject *object)
{
  PazMapPage *self = PAZ_MAP_PAGE (object);
  GtkWidget *child;

  self->choosing = TRUE;
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_MAP_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->answer, paz_map_answer_free);
  g_clear_pointer (&self->facts, paz_map_facts_free);
  g_clear_pointer (&self->choice, paz_map_choice_free);
  g_clear_pointer (&self->mission, g_free);

  G_OBJECT_CLASS (paz_map_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, states);
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, coverage_label);
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, split);
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, view);
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, list);
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, PazMapPage, records_button);
  gtk_widget_class_bind_template_callback (widget_class, bar_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
paz_map_page_class_init (PazMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_map_page_dispose;
  widget_class->map = paz_map_page_map;
  g_type_ensure (PAZ_TYPE_MAP_BAR);
  g_type_ensure (PAZ_TYPE_MAP_LIST);
  g_type_ensure (PAZ_TYPE_MAP_SPLIT);
  g_type_ensure (PAZ_TYPE_MAP_VIEW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "map.save-picture", NULL, save_picture_action);
  gtk_widget_class_install_action (widget_class, "map.copy-picture", NULL, copy_picture_action);
  gtk_widget_class_install_action (widget_class, "map.copy-values", NULL, copy_values_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "map.copy-values", NULL);
}

static void
paz_map_page_init (PazMapPage *self)
{
  g_autofree char *text = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_MAP_VIEW);

  self->choice = paz_map_choice_parse (text);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
paz_map_page_new (PazStore *store)
{
  PazMapPage *self = g_object_new (PAZ_TYPE_MAP_PAGE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const PazMapChoice *
paz_map_page_get_choice (PazMapPage *self)
{
  return self->choice;
}

PazMapAnswer *
paz_map_page_get_answer (PazMapPage *self)
{
  return self->ready ? self->answer : NULL;
}
