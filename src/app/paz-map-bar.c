#include "paz-map-bar.h"

#include "base/paz-compat.h"
#include "base/paz-date.h"
#include "chart/paz-map.h"
#include "model/paz-personnel.h"
#include "paz-accessible.h"
#include "paz-words.h"
#include "paz-wrap-layout.h"

#define CHOICE_CHARS 20
#define FIGURE_CHARS 36

struct _PazMapBar
{
  GtkWidget parent_instance;

  GtkWidget *places;        /* States or missions */
  GtkToggleButton *missions_button;
  GtkDropDown *figure;
  GtkDropDown *month;
  GtkDropDown *type;
  GtkDropDown *mission;
  GtkDropDown *state;

  GArray *figures;          /* PazMapFigure, as they stand in the choice */
  GArray *months;           /* guint16, newest first */
  GPtrArray *missions;      /* acronyms; the first choice is all of them */
  GPtrArray *states;
  PazMapChoice *choice;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (PazMapBar, paz_map_bar, GTK_TYPE_WIDGET)

static guint changed_signal;

/* ---- what stands in the choices ---- */

static void
fill_figures (PazMapBar *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->figures, 0);
  for (guint i = 0; i < PAZ_N_MAP_FIGURES; i++)
    {
      PazMapFigure figure = i;

      if (self->choice->missions && !(paz_map_figure_get_flags (figure) & PAZ_MAP_HAS_MISSIONS))
        continue;
      if (figure == self->choice->figure)
        selected = self->figures->len;
      g_array_append_val (self->figures, figure);
      gtk_string_list_append (names, paz_catalogue_ptext (paz_words_get_catalogue (), "map figure",
                                                          paz_map_figure_get_label (figure)));
    }
  gtk_drop_down_set_model (self->figure, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->figure, selected);
}

static void
fill_months (PazMapBar   *self,
             PazMapFacts *facts)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const guint16 *months = paz_figures_get_months (facts->figures, &n);

  g_array_set_size (self->months, 0);
  for (guint i = n; i > 0; i--)
    {
      char iso[8];
      g_autofree char *name = paz_catalogue_dup_date (paz_words_get_catalogue (), paz_month_format (months[i - 1], iso));

      g_array_append_val (self->months, months[i - 1]);
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->month, G_LIST_MODEL (names));
}

static void
fill_types (PazMapBar *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);

  gtk_string_list_append (names, _("All Types"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, paz_catalogue_ptext (paz_words_get_catalogue (), "personnel type", types[i].label));
  gtk_drop_down_set_model (self->type, G_LIST_MODEL (names));
}

/* Missions the region ever had people in. */
static void
fill_missions (PazMapBar   *self,
               PazMapFacts *facts)
{
  static const PazKey key = PAZ_KEY_MISSION;
  const PazFiguresFilter filter = { .region_only = TRUE };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (facts->figures, &key, 1, &filter);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->missions, 0);
  gtk_string_list_append (names, _("All Missions"));
  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      g_ptr_array_add (self->missions, g_strdup (paz_pivot_get_row (pivot, i)->keys[0]));
      gtk_string_list_append (names, paz_pivot_get_row (pivot, i)->keys[0]);
    }
  gtk_drop_down_set_model (self->mission, G_LIST_MODEL (names));
}

typedef struct
{
  char *code;
  char *name;
} Named;

static int
compare_named_cb (gconstpointer a,
                  gconstpointer b)
{
  return paz_catalogue_compare (paz_words_get_catalogue (), ((const Named *) a)->name, ((const Named *) b)->name);
}

static void
fill_states (PazMapBar *self)
{
  g_autoptr (PazMap) map = paz_map_new_states ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (Named));

  for (guint i = 0; i < paz_map_get_n_keys (map); i++)
    {
      const char *key = paz_map_get_key (map, i);
      Named state = { g_strdup (key), paz_map_dup_name (map, key, paz_words_get_catalogue ()) };

      g_array_append_val (states, state);
    }
  g_array_sort (states, compare_named_cb);
  gtk_string_list_append (names, _("The Whole Region"));
  for (guint i = 0; i < states->len; i++)
    {
      g_ptr_array_add (self->states, g_array_index (states, Named, i).code);
      gtk_string_list_take (names, g_array_index (states, Named, i).name);
    }
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (names));
}

/* ---- choosing ---- */

static guint
find_key (GPtrArray  *keys,
          const char *key)
{
  guint position;

  return key != NULL && g_ptr_array_find_with_equal_func (keys, key, g_str_equal, &position) ? position + 1 : 0;
}

static char *
dup_key (GPtrArray   *keys,
         GtkDropDown *choice)
{
  guint selected = gtk_drop_down_get_selected (choice);

  return selected > 0 && selected <= keys->len ? g_strdup (keys->pdata[selected - 1]) : NULL;
}

/* Only what narrows the figure is there to choose. */
static void
show_choices (PazMapBar *self)
{
  PazMapFigureFlags flags = paz_map_figure_get_flags (self->choice->figure);

  gtk_widget_set_visible (GTK_WIDGET (self->month), (flags & (PAZ_MAP_HAS_FACTS | PAZ_MAP_HAS_RECORDS)) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->type), (flags & PAZ_MAP_HAS_FACTS) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->mission), (flags & PAZ_MAP_HAS_FACTS) != 0 && !self->choice->missions);
  gtk_widget_set_visible (GTK_WIDGET (self->state), self->choice->missions);
}

static guint
find_month (PazMapBar *self,
            guint16    month)
{
  for (guint i = 0; i < self->months->len; i++)
    if (g_array_index (self->months, guint16, i) == month)
      return i;

  return 0;
}

/* The newest stays "the newest", whatever comes in later. */
static guint16
get_month (PazMapBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->month);

  return selected > 0 && selected < self->months->len ? g_array_index (self->months, guint16, selected) : 0;
}

static void
take_choice (PazMapBar *self)
{
  PazMapChoice *choice = paz_map_choice_new ();
  guint figure = gtk_drop_down_get_selected (self->figure);
  int type = (int) gtk_drop_down_get_selected (self->type) - 1;
  guint n;
  const PazPersonnelType *types = paz_personnel_list_types (&n);

  choice->missions = gtk_toggle_button_get_active (self->missions_button);
  choice->figure = figure < self->figures->len ? g_array_index (self->figures, PazMapFigure, figure) : PAZ_MAP_DEPLOYED;
  choice->month = get_month (self);
  choice->type = type >= 0 && type < (int) n ? g_strdup (types[type].code) : NULL;
  choice->mission = dup_key (self->missions, self->mission);
  choice->state = choice->missions && self->choice->missions ? dup_key (self->states, self->state)
                                                             : g_strdup (self->choice->state);
  paz_map_choice_settle (choice);
  paz_map_choice_free (self->choice);
  self->choice = choice;
}

static void
chosen_cb (PazMapBar *self)
{
  gboolean missions = self->choice->missions;

  if (self->setting)
    return;
  take_choice (self);
  self->setting = TRUE;
  if (missions != self->choice->missions)
    fill_figures (self);
  gtk_drop_down_set_selected (self->state, find_key (self->states, self->choice->state));
  show_choices (self);
  self->setting = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

/* ---- parts ---- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (chars));
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
make_factory (int chars)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (chars));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}

static GtkDropDown *
add_drop_down (PazMapBar  *self,
               const char *name,
               int         chars)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) brief = make_factory (chars);
  g_autoptr (GtkListItemFactory) whole = make_factory (60);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), brief);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (choice), whole);
  paz_accessible_set_label (choice, name);
  gtk_widget_set_parent (choice, GTK_WIDGET (self));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return GTK_DROP_DOWN (choice);
}

static void
add_places (PazMapBar *self)
{
  GtkWidget *states = gtk_toggle_button_new_with_label (C_("map", "States"));
  GtkWidget *missions = gtk_toggle_button_new_with_label (C_("map", "Missions"));

  self->places = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->places, "linked");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (missions), GTK_TOGGLE_BUTTON (states));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (states), TRUE);
  gtk_box_append (GTK_BOX (self->places), states);
  gtk_box_append (GTK_BOX (self->places), missions);
  gtk_widget_set_parent (self->places, GTK_WIDGET (self));
  self->missions_button = GTK_TOGGLE_BUTTON (missions);
  g_signal_connect_object (missions, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/* ---- life ---- */

static void
paz_map_bar_dispose (GObject *object)
{
  PazMapBar *self = PAZ_MAP_BAR (object);
  GtkWidget *child;

  self->setting = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (paz_map_bar_parent_class)->dispose (object);
}

static void
paz_map_bar_finalize (GObject *object)
{
  PazMapBar *self = PAZ_MAP_BAR (object);

  g_array_unref (self->figures);
  g_array_unref (self->months);
  g_ptr_array_unref (self->missions);
  g_ptr_array_unref (self->states);
  paz_map_choice_free (self->choice);
  G_OBJECT_CLASS (paz_map_bar_parent_class)->finalize (object);
}

static void
paz_map_bar_class_init (PazMapBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_map_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = paz_map_bar_finalize;
  changed_signal = g_signal_new ("changed", PAZ_TYPE_MAP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
paz_map_bar_init (PazMapBar *self)
{
  self->setting = TRUE;
  self->figures = g_array_new (FALSE, FALSE, sizeof (PazMapFigure));
  self->months = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->missions = g_ptr_array_new_with_free_func (g_free);
  self->states = g_ptr_array_new_with_free_func (g_free);
  self->choice = paz_map_choice_new ();
  add_places (self);
  self->figure = add_drop_down (self, _("Figure"), FIGURE_CHARS);
  self->month = add_drop_down (self, _("Month"), CHOICE_CHARS);
  self->type = add_drop_down (self, _("Personnel type"), CHOICE_CHARS);
  self->mission = add_drop_down (self, _("Mission"), CHOICE_CHARS);
  self->state = add_drop_down (self, _("People of"), CHOICE_CHARS);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), paz_wrap_layout_new (8));
  fill_figures (self);
  fill_types (self);
  fill_states (self);
  show_choices (self);
  self->setting = FALSE;
}

void
paz_map_bar_fill (PazMapBar   *self,
                  PazMapFacts *facts)
{
  self->setting = TRUE;
  fill_months (self, facts);
  fill_missions (self, facts);
  self->setting = FALSE;
}

void
paz_map_bar_set_choice (PazMapBar          *self,
                        const PazMapChoice *choice)
{
  PazMapChoice *copy = paz_map_choice_copy (choice);

  self->setting = TRUE;
  paz_map_choice_free (self->choice);
  self->choice = copy;
  if (choice->missions)
    gtk_toggle_button_set_active (self->missions_button, TRUE);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (self->places)), TRUE);
  fill_figures (self);
  gtk_drop_down_set_selected (self->month, find_month (self, choice->month));
  gtk_drop_down_set_selected (self->type, (guint) (choice->type != NULL ? paz_personnel_find_type (choice->type) + 1 : 0));
  gtk_drop_down_set_selected (self->mission, find_key (self->missions, choice->mission));
  gtk_drop_down_set_selected (self->state, find_key (self->states, choice->state));
  show_choices (self);
  self->setting = FALSE;
}

void
paz_map_bar_set_state (PazMapBar  *self,
                       const char *state)
{
  paz_set_str (&self->choice->state, state);
}

PazMapChoice *
paz_map_bar_dup_choice (PazMapBar *self)
{
  return paz_map_choice_copy (self->choice);
}
