#include "paz-what-if-group.h"

#include "model/paz-personnel.h"
#include "paz-accessible.h"
#include "paz-figure-rows.h"
#include "paz-profile-words.h"
#include "paz-window.h"
#include "paz-words.h"

struct _PazWhatIfGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *units_group;
  AdwPreferencesGroup *others_group;
  AdwPreferencesGroup *answer_group;
  AdwComboRow *type_row;
  GtkSpinButton *persons_spin;
  GtkSpinButton *women_spin;
  GtkWidget *add_button;
  GtkWidget *pledge_button;

  PazStore *store;       /* lent, as the profile; NULL before the first */
  PazProfile *profile;
  GArray *units;         /* PazWhatIf: those that count beside the one asked of */
  GPtrArray *unit_rows;  /* of units, in their order */
  GPtrArray *answers;    /* rows */
};

G_DEFINE_FINAL_TYPE (PazWhatIfGroup, paz_what_if_group, ADW_TYPE_BIN)

static const char *
say_type (const char *code)
{
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (types[i].code, code))
      return paz_catalogue_ptext (paz_words_get_catalogue (), "personnel type", types[i].label);

  return code;
}

static PazWhatIf
get_asked (PazWhatIfGroup *self)
{
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);

  return (PazWhatIf) {
    .type = types[MIN (adw_combo_row_get_selected (self->type_row), n - 1)].code,
    .persons = (guint64) gtk_spin_button_get_value_as_int (self->persons_spin),
    .women = (guint64) gtk_spin_button_get_value_as_int (self->women_spin),
  };
}

/* ---- the answer ---- */

static void
clear_rows (AdwPreferencesGroup *group,
            GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
add_answer (PazWhatIfGroup *self,
            const char     *title,
            const char     *words,
            char           *before,
            char           *after)
{
  /* Translators: a figure before and after. */
  g_autofree char *both = g_strdup_printf (_("%s → %s"), before, after);
  GtkWidget *row = paz_figure_row_new (title, words, both, NULL);

  g_ptr_array_add (self->answers, row);
  adw_preferences_group_add (self->answer_group, row);
  g_free (before);
  g_free (after);
}

static void
add_goal (PazWhatIfGroup    *self,
          const PazStanding *before,
          const PazGoal     *after)
{
  g_autofree char *name = paz_figures_dup_category_name (self->profile->figures, after->category, paz_words_get_catalogue ());
  g_autofree char *words = paz_profile_words_dup_goal (after);
  PazGoal none = { .base = 0 };
  const PazGoal *was = &none;

  for (guint i = 0; i < before->goals->len; i++)
    if (g_str_equal (g_array_index (before->goals, PazGoal, i).category, after->category))
      was = &g_array_index (before->goals, PazGoal, i);
  add_answer (self, name, words, paz_profile_words_dup_women (was->women, was->base, was->untold),
              paz_profile_words_dup_women (after->women, after->base, after->untold));
}

/* "With 205 more persons, 26 of them women, Uruguay would have 2,348, of them 147 women, and stand at 1 of
 * 15 in the region." */
static void
say_answer (PazWhatIfGroup    *self,
            const PazWhatIf   *units,
            guint              n,
            const PazStanding *after)
{
  guint64 persons = 0, women = 0;
  g_autofree char *name = paz_figures_dup_contributor_name (self->profile->figures, self->profile->participant,
                                                            paz_words_get_catalogue ());
  g_autofree char *rank = paz_profile_words_dup_rank (after->rank_region, after->of_region, after->tied_region);
  g_autofree char *total = paz_profile_words_dup_count (PAZ_STANDING_TOTAL (after));
  g_autofree char *more = NULL;
  g_autofree char *more_women = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      persons += units[i].persons;
      women += units[i].women;
    }
  more = paz_profile_words_dup_count (persons);
  more_women = paz_profile_words_dup_count (women);
  /* Translators: more persons, of them women, country, its new total, its new rank as “2 of 15”. */
  text = g_strdup_printf (ngettext ("With %s person more, %s of them women, %s would have %s people deployed. Rank in the region: %s.",
                                    "With %s persons more, %s of them women, %s would have %s people deployed. Rank in the region: %s.",
                                    (gulong) persons),
                          more, more_women, name, total, rank);
  adw_preferences_group_set_description (self->answer_group, text);
}

static void
answer (PazWhatIfGroup *self)
{
  g_autoptr (GArray) units = NULL;
  PazWhatIf asked = get_asked (self);
  const PazStanding *before;
  g_autoptr (PazStanding) after = NULL;

  clear_rows (self->answer_group, self->answers);
  if (self->profile == NULL)
    return;
  before = self->profile->standing;
  units = g_array_copy (self->units);
  g_array_append_val (units, asked);
  after = paz_what_if_compute_units (self->profile->figures, self->profile->participant, self->profile->month,
                                     (const PazWhatIf *) (gpointer) units->data, units->len);
  say_answer (self, (const PazWhatIf *) (gpointer) units->data, units->len, after);
  add_answer (self, _("Uniformed personnel"), NULL, paz_profile_words_dup_count (PAZ_STANDING_TOTAL (before)),
              paz_profile_words_dup_count (PAZ_STANDING_TOTAL (after)));
  add_answer (self, _("Women"), NULL, paz_profile_words_dup_women (before->women, PAZ_STANDING_TOTAL (before), before->untold),
              paz_profile_words_dup_women (after->women, PAZ_STANDING_TOTAL (after), after->untold));
  add_answer (self, _("Rank in the region"), NULL,
              paz_profile_words_dup_rank (before->rank_region, before->of_region, before->tied_region),
              paz_profile_words_dup_rank (after->rank_region, after->of_region, after->tied_region));
  if (after->rank_world > 0)
    add_answer (self, _("Rank in the world"), NULL,
                paz_profile_words_dup_rank (before->rank_world, before->of_world, before->tied_world),
                paz_profile_words_dup_rank (after->rank_world, after->of_world, after->tied_world));
  for (guint i = 0; i < after->goals->len; i++)
    add_goal (self, before, &g_array_index (after->goals, PazGoal, i));
}

/* ---- units ---- */

static void show_units (PazWhatIfGroup *self);

static void
remove_clicked_cb (PazWhatIfGroup *self,
                   GtkButton      *button)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "unit"));

  g_array_remove_index (self->units, n);
  show_units (self);
  /* The button is gone, and the one that adds may be insensitive. */
  gtk_widget_grab_focus (GTK_WIDGET (self->persons_spin));
  answer (self);
}

static void
add_unit_row (PazWhatIfGroup *self,
              guint           n)
{
  const PazWhatIf *unit = &g_array_index (self->units, PazWhatIf, n);
  g_autofree char *persons = paz_profile_words_dup_count (unit->persons);
  g_autofree char *women = paz_profile_words_dup_count (unit->women);
  g_autofree char *words = g_strdup_printf (_("%s persons, %s of them women"), persons, women);
  GtkWidget *row = paz_figure_row_new (say_type (unit->type), words, "", NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Take This Unit Away"));
  paz_accessible_set_label (button, _("Take This Unit Away"));
  g_object_set_data (G_OBJECT (button), "unit", GUINT_TO_POINTER (n));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->others_group, row);
  g_ptr_array_add (self->unit_rows, row);
}

static void
show_units (PazWhatIfGroup *self)
{
  clear_rows (self->others_group, self->unit_rows);
  for (guint i = 0; i < self->units->len; i++)
    add_unit_row (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->others_group), self->units->len > 0);
}

void
paz_what_if_group_add (PazWhatIfGroup *self)
{
  PazWhatIf asked = get_asked (self);

  if (asked.persons == 0)
    return;
  g_array_append_val (self->units, asked);
  show_units (self);
  gtk_spin_button_set_value (self->women_spin, 0);
  gtk_spin_button_set_value (self->persons_spin, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->persons_spin));
}

static void
add_clicked_cb (PazWhatIfGroup *self)
{
  paz_what_if_group_add (self);
}

static void
what_if_changed_cb (PazWhatIfGroup *self)
{
  int persons = gtk_spin_button_get_value_as_int (self->persons_spin);

  gtk_widget_set_sensitive (self->add_button, persons > 0);
  if (gtk_spin_button_get_value_as_int (self->women_spin) > persons)
    gtk_spin_button_set_value (self->women_spin, persons);
  else
    answer (self);
}

/* The form opens with what was asked; nothing is kept until the person saves it. */
static void
pledge_clicked_cb (PazWhatIfGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const PazKind *kind = paz_kind_find ("pledge");
  PazWhatIf asked = get_asked (self);
  g_autoptr (PazRecord) pledge = NULL;

  if (self->profile == NULL || self->profile->record == NULL || !PAZ_IS_WINDOW (root))
    return;
  pledge = paz_store_create_record (self->store, kind, NULL);
  paz_record_set_value (pledge, paz_kind_find_field (kind, "participant"),
                        g_variant_new_string (paz_record_get_id (self->profile->record)));
  paz_record_set_value (pledge, paz_kind_find_field (kind, "strength"), g_variant_new_int64 ((gint64) asked.persons));
  paz_record_set_value (pledge, paz_kind_find_field (kind, "women"), g_variant_new_int64 ((gint64) asked.women));
  paz_window_open_record (PAZ_WINDOW (root), pledge);
}

/* ---- life ---- */

static void
paz_what_if_group_dispose (GObject *object)
{
  PazWhatIfGroup *self = PAZ_WHAT_IF_GROUP (object);

  self->profile = NULL;
  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->unit_rows, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_WHAT_IF_GROUP);

  G_OBJECT_CLASS (paz_what_if_group_parent_class)->dispose (object);
}

static void
paz_what_if_group_class_init (PazWhatIfGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_what_if_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/what-if-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PazWhatIfGroup, units_group);
  gtk_widget_class_bind_template_child (widget_class, PazWhatIfGroup, others_group);
  gtk_widget_class_bind_template_child (widget_class, PazWhatIfGroup, answer_group);
  gtk_widget_class_bind_template_child (widget_class, PazWhatIfGroup, type_row);
  gtk_widget_class_bind_template_child (widget_class, PazWhatIfGroup, persons_spin);
  gtk_widget_class_bind_template_child (widget_class, PazWhatIfGroup, women_spin);
  gtk_widget_class_bind_template_child (widget_class, PazWhatIfGroup, add_button);
  gtk_widget_class_bind_template_child (widget_class, PazWhatIfGroup, pledge_button);
  gtk_widget_class_bind_template_callback (widget_class, what_if_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pledge_clicked_cb);
}

static void
paz_what_if_group_init (PazWhatIfGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);

  self->units = g_array_new (FALSE, FALSE, sizeof (PazWhatIf));
  self->unit_rows = g_ptr_array_new ();
  self->answers = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, say_type (types[i].code));
  adw_combo_row_set_model (self->type_row, G_LIST_MODEL (names));
}

void
paz_what_if_group_show (PazWhatIfGroup *self,
                        PazStore       *store,
                        PazProfile     *profile)
{
  self->store = store;
  self->profile = profile;
  gtk_widget_set_visible (self->pledge_button, profile != NULL && profile->record != NULL && !paz_store_is_read_only (store));
  answer (self);
}

void
paz_what_if_group_ask (PazWhatIfGroup *self,
                       const char     *type,
                       guint           persons,
                       guint           women)
{
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (types[i].code, type))
      adw_combo_row_set_selected (self->type_row, i);
  gtk_spin_button_set_value (self->persons_spin, persons);
  gtk_spin_button_set_value (self->women_spin, women);
}

const char *
paz_what_if_group_get_words (PazWhatIfGroup *self)
{
  return adw_preferences_group_get_description (self->answer_group);
}
