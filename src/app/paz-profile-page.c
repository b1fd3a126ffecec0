#include "paz-profile-page.h"

#include "figures/paz-profile.h"
#include "paz-accessible.h"
#include "paz-figure-rows.h"
#include "paz-page-life.h"
#include "paz-participants.h"
#include "paz-profile-charts.h"
#include "paz-profile-words.h"
#include "paz-source-dialog.h"
#include "paz-what-if-group.h"
#include "paz-window.h"
#include "paz-words.h"

#include <glib/gi18n.h>

struct _PazProfilePage
{
  AdwBin parent_instance;

  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkDropDown *participant_choice;
  GtkDropDown *month_choice;
  GtkLabel *name_label;
  GtkLabel *standing_label;
  GtkBox *cards;
  GtkBox *charts;
  AdwPreferencesGroup *missions_group;
  AdwPreferencesGroup *types_group;
  AdwPreferencesGroup *women_group;
  AdwPreferencesGroup *records_group;
  AdwPreferencesGroup *fatalities_group;
  AdwPreferencesGroup *sources_group;
  PazWhatIfGroup *what_if;

  PazStore *store;
  GPtrArray *codes;          /* of participants, as they stand in the choice */
  GArray *months;            /* guint16, newest first, as they stand in the choice */
  PazProfile *profile;       /* what is shown; NULL before the first */
  GPtrArray *rows;           /* made here; each knows its group */
  PazPageLife *life;
  gboolean filling;          /* the program chooses, not the person */
};

G_DEFINE_FINAL_TYPE (PazProfilePage, paz_profile_page, ADW_TYPE_BIN)

typedef struct
{
  PazStore *store;
  char     *participant;
  guint16   month;
} Question;

/* ---- rows ---- */

static void
add_row_to (GPtrArray           *rows,
            AdwPreferencesGroup *group,
            GtkWidget           *row)
{
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (rows, row);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
add_row (PazProfilePage      *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         const char          *figure,
         const char          *records)
{
  GtkWidget *row = paz_figure_row_new (title, subtitle, figure, records);

  add_row_to (self->rows, group, row);
  return row;
}

static void
clear_rows (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (g_object_get_data (rows->pdata[i], "group"), rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
add_card (PazProfilePage *self,
          const char     *figure,
          const char     *caption,
          const char     *base)
{
  gtk_box_append (self->cards, paz_figure_card_new (figure, caption, base));
}

/* ---- figures ---- */

static void
show_cards (PazProfilePage *self)
{
  const PazStanding *standing = self->profile->standing;
  guint64 total = PAZ_STANDING_TOTAL (standing);
  g_autofree char *count = paz_profile_words_dup_count (total);
  g_autofree char *month = paz_profile_words_dup_month (self->profile->month);
  g_autofree char *women = standing->untold > 0 ? g_strdup ("–") : paz_profile_words_dup_count (standing->women);
  g_autofree char *women_share = paz_profile_words_dup_women (standing->women, total, standing->untold);
  g_autofree char *rank = paz_profile_words_dup_rank (standing->rank_region, standing->of_region, standing->tied_region);
  g_autofree char *region = paz_profile_words_dup_share (total, standing->region_total);
  g_autofree char *world = paz_profile_words_dup_rank (standing->rank_world, standing->of_world, standing->tied_world);
  g_autofree char *world_base = standing->world_total > 0 ? paz_profile_words_dup_share (total, standing->world_total)
                                                          : g_strdup (_("The figures cover the region only"));
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
  add_card (self, self->profile->state == PAZ_MONTH_GAP ? "–" : count, _("Uniformed personnel"),
            self->profile->state == PAZ_MONTH_GAP ? _("No figures cover that month") : month);
  add_card (self, women, _("Women"), women_share);
  add_card (self, rank, _("Rank in the region"), region);
  add_card (self, world, _("Rank in the world"), world_base);
}

/* Each figure leads to its data sets, files and lines. */
static void
lead_to_source (GtkWidget  *row,
                const char *dimension,
                const char *key)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Where this figure comes from"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", dimension, key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "profile.source");
}

static void
source_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PazProfilePage *self = PAZ_PROFILE_PAGE (widget);
  const char *dimension, *key;
  const char *contributors[2] = { NULL }, *keys[2] = { NULL };
  PazFactFilter filter = { .contributors = contributors };

  if (self->profile == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &dimension, &key);
  contributors[0] = self->profile->participant;
  keys[0] = key;
  filter.from = filter.to = self->profile->month;
  if (g_str_equal (dimension, "mission"))
    filter.missions = keys;
  else if (g_str_equal (dimension, "type"))
    filter.types = keys;
  paz_source_dialog_present (widget, self->store, &filter);
}

static void
show_missions (PazProfilePage *self)
{
  guint64 total = PAZ_STANDING_TOTAL (self->profile->standing);

  for (guint i = 0; i < self->profile->missions->len; i++)
    {
      const PazProfilePart *part = &g_array_index (self->profile->missions, PazProfilePart, i);
      guint64 count = PAZ_PROFILE_TOTAL (part);
      g_autofree char *name = paz_figures_dup_mission_name (self->profile->figures, part->key, paz_words_get_catalogue ());
      g_autofree char *title = g_strdup_printf ("%s · %s", part->key, name);
      g_autofree char *women = paz_profile_words_dup_women (part->women, count, part->untold);
      g_autofree char *subtitle = g_strdup_printf (_("Women: %s"), women);
      g_autofree char *figure = paz_profile_words_dup_count (count);
      GtkWidget *row = add_row (self, self->missions_group, strcmp (name, part->key) != 0 ? title : part->key, subtitle, figure, NULL);

      paz_figure_row_set_bar (row, (double) count / (double) MAX (total, 1));
      lead_to_source (row, "mission", part->key);
    }
}

static void
show_types (PazProfilePage *self)
{
  for (guint i = 0; i < self->profile->types->len; i++)
    {
      const PazProfilePart *part = &g_array_index (self->profile->types, PazProfilePart, i);
      guint64 count = PAZ_PROFILE_TOTAL (part);
      g_autofree char *name = paz_figures_dup_type_name (self->profile->figures, part->key, paz_words_get_catalogue ());
      g_autofree char *women = paz_profile_words_dup_women (part->women, count, part->untold);
      g_autofree char *subtitle = g_strdup_printf (_("Women: %s"), women);
      g_autofree char *figure = paz_profile_words_dup_count (count);

      lead_to_source (add_row (self, self->types_group, name, subtitle, figure, NULL), "type", part->key);
    }
}

static void
show_women (PazProfilePage *self)
{
  GArray *goals = self->profile->standing->goals;

  for (guint i = 0; i < goals->len; i++)
    {
      const PazGoal *goal = &g_array_index (goals, PazGoal, i);
      g_autofree char *name = paz_figures_dup_category_name (self->profile->figures, goal->category, paz_words_get_catalogue ());
      g_autofree char *words = paz_profile_words_dup_goal (goal);
      g_autofree char *share = paz_profile_words_dup_women (goal->women, goal->base, goal->untold);

      add_row (self, self->women_group, name, words, share, NULL);
    }
}

/* ---- records ---- */

static char *
dup_level_name (const char *key)
{
  const PazKind *kind = paz_kind_find ("pledge");
  const PazField *field = paz_kind_find_field (kind, "readiness");
  g_autoptr (GVariant) value = *key != '\0' ? g_variant_ref_sink (g_variant_new_string (key)) : NULL;

  return value != NULL ? paz_value_dup_display (field, kind, value, paz_words_get_catalogue ()) : g_strdup (_("Level not answered"));
}

static void
show_pledges (PazProfilePage *self,
              const char     *participant)
{
  GArray *levels = self->profile->records->pledges;

  for (guint i = 0; i < levels->len; i++)
    {
      const PazProfilePledges *level = &g_array_index (levels, PazProfilePledges, i);
      g_autofree char *name = dup_level_name (level->key);
      g_autofree char *title = g_strdup_printf (_("Pledges: %s"), name);
      g_autofree char *words = paz_profile_words_dup_pledges (level);
      g_autofree char *count = paz_profile_words_dup_count (level->n);
      g_autofree char *records = *level->key != '\0'
        ? g_strdup_printf ("pledge\nparticipant is \"%s\"\nreadiness is \"%s\"", participant, level->key)
        : g_strdup_printf ("pledge\nparticipant is \"%s\"\nreadiness is not answered", participant);

      add_row (self, self->records_group, title, words, count, records);
    }
  if (levels->len == 0)
    add_row (self, self->records_group, _("No pledges are recorded"), NULL, "", NULL);
}

static void
show_linked (PazProfilePage *self,
             const char     *title,
             const char     *words,
             guint64         count,
             const char     *kind,
             const char     *participant)
{
  g_autofree char *records = g_strdup_printf ("%s\nparticipant is \"%s\"", kind, participant);
  g_autofree char *figure = paz_profile_words_dup_count (count);

  add_row (self, self->records_group, title, words, figure, records);
}

static void
show_records (PazProfilePage *self)
{
  const PazProfileRecords *records = self->profile->records;
  const char *id = self->profile->record != NULL ? paz_record_get_id (self->profile->record) : NULL;
  g_autofree char *needs = paz_profile_words_dup_share (records->needs_open, records->needs);
  g_autofree char *offers = paz_profile_words_dup_share (records->offers_open, records->offers);
  g_autofree char *held = paz_profile_words_dup_share (records->courses_held, records->courses);
  g_autofree char *courses = g_strdup_printf (_("Courses held: %s"), held);
  g_autofree char *used = paz_profile_words_dup_share ((guint64) records->seats_used.women,
                                                       (guint64) (records->seats_used.women + records->seats_used.men));
  g_autofree char *seats = g_strdup_printf (_("Women: %s"), used);
  g_autofree char *n_seats = paz_profile_words_dup_count ((guint64) (records->seats_used.women + records->seats_used.men));

  if (id == NULL)
    return;
  show_pledges (self, id);
  show_linked (self, _("Open needs"), needs, records->needs_open, "need", id);
  show_linked (self, _("Available offers"), offers, records->offers_open, "offer", id);
  show_linked (self, _("Training centres"), courses, records->centres, "centre", id);
  add_row (self, self->records_group, _("Seats used in courses"), seats, n_seats, NULL);
}

static void
show_fatalities (PazProfilePage *self)
{
  g_autofree char *total = paz_profile_words_dup_count (self->profile->fatal_total);
  g_autofree char *all = g_strdup_printf ("fatality\nnationality is \"%s\"", self->profile->participant);

  add_row (self, self->fatalities_group, _("Nationals who died in missions"), NULL, total, all);
  for (guint i = 0; i < self->profile->fatal_missions->len && i < 8; i++)
    {
      const PazFatalityCount *count = self->profile->fatal_missions->pdata[i];
      g_autofree char *name = paz_fatalities_dup_name (self->profile->fatalities, PAZ_FATALITY_MISSION, count->key, paz_words_get_catalogue ());
      g_autofree char *figure = paz_profile_words_dup_count (count->count);
      g_autofree char *records = g_strdup_printf ("%s\nmission_name is \"%s\"", all, count->key);

      add_row (self, self->fatalities_group, name, NULL, figure, *count->key != '\0' ? records : all);
    }
}

static void
show_sources (PazProfilePage *self)
{
  if (self->profile->sources->len > 0)
    lead_to_source (add_row (self, self->sources_group, _("Files and lines of the month"), NULL, "", NULL), "", "");
  for (guint i = 0; i < self->profile->sources->len; i++)
    {
      PazRecord *set = self->profile->sources->pdata[i];
      g_autofree char *title = paz_store_dup_title (self->store, paz_record_get_id (set), paz_words_get_catalogue ());
      GtkWidget *row = add_row (self, self->sources_group, title, paz_record_get_text (set, "publisher"), "", NULL);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", paz_record_get_id (set));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sources_group), self->profile->sources->len > 0);
}

/* ---- choosing ---- */

static void
show_name (PazProfilePage *self)
{
  g_autofree char *name = paz_figures_dup_contributor_name (self->profile->figures, self->profile->participant, paz_words_get_catalogue ());
  g_autofree char *standing = paz_profile_words_dup_standing (self->store, self->profile);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->standing_label, standing);
}

/* The months there are may have changed with the store. */
static void
fill_months (PazProfilePage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION, n;
  const guint16 *months = paz_figures_get_months (self->profile->figures, &n);

  g_array_set_size (self->months, 0);
  for (guint i = n; i > 0; i--)
    {
      g_autofree char *name = paz_profile_words_dup_month (months[i - 1]);

      if (months[i - 1] == self->profile->month)
        selected = self->months->len;
      g_array_append_val (self->months, months[i - 1]);
      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->month_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->month_choice, selected);
  self->filling = FALSE;
}

static void
show_profile (PazProfilePage *self,
              PazProfile     *profile)
{
  paz_what_if_group_show (self->what_if, NULL, NULL);
  g_clear_pointer (&self->profile, paz_profile_free);
  self->profile = profile;
  clear_rows (self->rows);
  fill_months (self);
  show_name (self);
  show_cards (self);
  paz_profile_charts_show (self->charts, profile);
  show_missions (self);
  show_types (self);
  show_women (self);
  show_records (self);
  show_fatalities (self);
  show_sources (self);
  gtk_widget_set_visible (GTK_WIDGET (self->missions_group), profile->missions->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->types_group), profile->types->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->women_group), profile->standing->goals->len > 0);
  paz_what_if_group_show (self->what_if, self->store, profile);
}

static void
question_free (Question *question)
{
  g_object_unref (question->store);
  g_free (question->participant);
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
  g_autoptr (PazFigures) figures = paz_figures_get (question->store, NULL, cancellable, &error);
  g_autoptr (PazFatalities) fatalities = figures != NULL ? paz_fatalities_get (question->store, NULL, cancellable, &error) : NULL;
  g_autoptr (PazStore) reader = fatalities != NULL ? paz_store_open_reader (question->store, &error) : NULL;
  PazProfile *profile = reader != NULL
                          ? paz_profile_load (reader, figures, fatalities, question->participant, question->month, NULL, &error)
                          : NULL;

  if (profile != NULL)
    g_task_return_pointer (task, profile, (GDestroyNotify) paz_profile_free);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazProfilePage *self = PAZ_PROFILE_PAGE (source);
  g_autoptr (GError) error = NULL;
  PazProfile *profile = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    {
      g_clear_pointer (&profile, paz_profile_free);
      return;
    }
  paz_page_life_end (self->life);
  if (profile != NULL)
    show_profile (self, profile);
  else
    g_message ("Profile: %s", error->message);
}

static guint16
get_month (PazProfilePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->month_choice);

  return selected < self->months->len ? g_array_index (self->months, guint16, selected) : 0;
}

static void
load (GtkWidget *page)
{
  PazProfilePage *self = PAZ_PROFILE_PAGE (page);
  guint selected = gtk_drop_down_get_selected (self->participant_choice);
  g_autoptr (GTask) task = NULL;
  Question *question;

  if (selected >= self->codes->len)
    return;
  question = g_new0 (Question, 1);
  question->store = g_object_ref (self->store);
  question->participant = g_strdup (self->codes->pdata[selected]);
  question->month = get_month (self);
  task = g_task_new (self, paz_page_life_begin (self->life), loaded_cb, NULL);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, load_thread);
  gtk_widget_set_sensitive (self->previous_button, selected > 0);
  gtk_widget_set_sensitive (self->next_button, selected + 1 < self->codes->len);
}

static void
chosen_cb (PazProfilePage *self)
{
  if (!self->filling && self->life != NULL)
    load (GTK_WIDGET (self));
}

static void
previous_clicked_cb (PazProfilePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->participant_choice);

  if (selected > 0)
    gtk_drop_down_set_selected (self->participant_choice, selected - 1);
}

static void
next_clicked_cb (PazProfilePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->participant_choice);

  if (selected + 1 < self->codes->len)
    gtk_drop_down_set_selected (self->participant_choice, selected + 1);
}

/* ---- life ---- */

static void
paz_profile_page_dispose (GObject *object)
{
  PazProfilePage *self = PAZ_PROFILE_PAGE (object);

  g_clear_pointer (&self->life, paz_page_life_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->profile, paz_profile_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->months, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_PROFILE_PAGE);

  G_OBJECT_CLASS (paz_profile_page_parent_class)->dispose (object);
}

static void
paz_profile_page_class_init (PazProfilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_profile_page_dispose;
  gtk_widget_class_install_action (widget_class, "profile.source", "(ss)", source_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (PAZ_TYPE_WHAT_IF_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, next_button);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, participant_choice);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, month_choice);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, name_label);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, standing_label);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, cards);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, charts);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, missions_group);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, types_group);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, women_group);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, what_if);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, records_group);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, fatalities_group);
  gtk_widget_class_bind_template_child (widget_class, PazProfilePage, sources_group);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
paz_profile_page_init (PazProfilePage *self)
{
  self->rows = g_ptr_array_new ();
  self->months = g_array_new (FALSE, FALSE, sizeof (guint16));
  gtk_widget_init_template (GTK_WIDGET (self));
  paz_accessible_set_label (GTK_WIDGET (self->participant_choice), _("Participant"));
  paz_accessible_set_label (GTK_WIDGET (self->month_choice), _("Month"));
}

GtkWidget *
paz_profile_page_new (PazStore *store)
{
  PazProfilePage *self = g_object_new (PAZ_TYPE_PROFILE_PAGE, NULL);
  g_autoptr (GtkStringList) names = NULL;

  self->codes = paz_participants_list (store, NULL, &names);
  gtk_drop_down_set_model (self->participant_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->participant_choice,
                              paz_participants_find (self->codes, FALSE, paz_store_get_participant (store)));
  self->store = g_object_ref (store);
  self->life = paz_page_life_new (GTK_WIDGET (self), store, load);

  return GTK_WIDGET (self);
}

void
paz_profile_page_choose (PazProfilePage *self,
                         const char     *participant)
{
  guint position;

  g_return_if_fail (PAZ_IS_PROFILE_PAGE (self));

  if (g_ptr_array_find_with_equal_func (self->codes, participant, g_str_equal, &position))
    gtk_drop_down_set_selected (self->participant_choice, position);
}

PazWhatIfGroup *
paz_profile_page_get_what_if (PazProfilePage *self)
{
  return self->what_if;
}

gboolean
paz_profile_page_is_ready (PazProfilePage *self)
{
  return paz_page_life_is_ready (self->life);
}
