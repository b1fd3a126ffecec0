#include "paz-figures-panel.h"

#include "paz-figures-pick.h"
#include "paz-words.h"

struct _PazFiguresPanel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkDropDown *ask;
  GtkDropDown *rows;
  GtkDropDown *columns;
  GtkDropDown *set;
  PazFiguresPick *contributors;
  PazFiguresPick *missions;
  PazFiguresPick *types;
  GtkDropDown *from;
  GtkDropDown *to;
  GtkDropDown *order;
  GtkDropDown *shown;
  GArray *months;      /* guint16, newest first */
  GArray *shapes;      /* int, of the lines of `shown` */
  int shape;
  guint shape_shown;   /* the line selected since the last answer */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (PazFiguresPanel, paz_figures_panel, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A shape that does not suit the answer waits: another answer may suit it again. */
static void
changed_cb (PazFiguresPanel *self)
{
  guint n;

  if (self->setting)
    return;
  n = gtk_drop_down_get_selected (self->shown);
  if (n < self->shapes->len && n != self->shape_shown)
    self->shape = g_array_index (self->shapes, int, n);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append (PazFiguresPanel *self,
        const char      *title,
        GtkWidget       *widget)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), widget);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static void
setup_short_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkDropDown *
add_drop_down (PazFiguresPanel *self,
               const char      *title,
               GtkStringList   *names)
{
  GtkDropDown *choice = GTK_DROP_DOWN (gtk_drop_down_new (names != NULL ? G_LIST_MODEL (names) : NULL, NULL));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_short_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (choice, factory);
  append (self, title, GTK_WIDGET (choice));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return choice;
}

static PazFiguresPick *
add_pick (PazFiguresPanel *self,
          const char      *title,
          const char      *all)
{
  GtkWidget *pick = paz_figures_pick_new (title, all);

  append (self, title, pick);
  g_signal_connect_object (pick, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return PAZ_FIGURES_PICK (pick);
}

static const char *
say (const char *label)
{
  return paz_catalogue_ptext (paz_words_get_catalogue (), "figures", label);
}

static GtkStringList *
list_asks (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < PAZ_N_ASKS; i++)
    gtk_string_list_append (names, say (paz_ask_get_label ((PazAsk) i)));

  return names;
}

static GtkStringList *
list_axes (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < PAZ_N_AXES; i++)
    gtk_string_list_append (names, say (paz_axis_get_label ((PazAxis) i)));

  return names;
}

static GtkStringList *
list_orders (void)
{
  return gtk_string_list_new ((const char *[]) { C_("figures", "By name"), C_("figures", "Largest first"), NULL });
}

static GtkStringList *
list_sets (void)
{
  const char * const *sets = paz_figures_list_sets ();
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; sets[i] != NULL; i++)
    gtk_string_list_append (names, say (paz_figures_set_get_label (sets[i])));

  return names;
}

static void
paz_figures_panel_dispose (GObject *object)
{
  PazFiguresPanel *self = PAZ_FIGURES_PANEL (object);

  self->setting = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->months, g_array_unref);
  g_clear_pointer (&self->shapes, g_array_unref);

  G_OBJECT_CLASS (paz_figures_panel_parent_class)->dispose (object);
}

static void
paz_figures_panel_class_init (PazFiguresPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_figures_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_FIGURES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
paz_figures_panel_init (PazFiguresPanel *self)
{
  self->setting = TRUE;
  self->months = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (int));
  self->shape = PAZ_SHAPE_BEST;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->ask = add_drop_down (self, C_("figures", "What"), list_asks ());
  self->rows = add_drop_down (self, C_("figures", "Rows"), list_axes ());
  self->columns = add_drop_down (self, C_("figures", "Columns"), list_axes ());
  self->set = add_drop_down (self, C_("figures", "Group of countries"), list_sets ());
  self->contributors = add_pick (self, C_("figures", "Compare"), C_("figures", "All of the group"));
  self->missions = add_pick (self, C_("figures", "Missions"), _("All Missions"));
  self->types = add_pick (self, C_("figures", "Types"), _("All Types"));
  self->from = add_drop_down (self, C_("figures", "From"), NULL);
  self->to = add_drop_down (self, C_("figures", "To"), NULL);
  self->order = add_drop_down (self, C_("figures", "Order of rows"), list_orders ());
  self->shown = add_drop_down (self, C_("figures", "Shown as"), NULL);
  self->setting = FALSE;
}

static void
fill_pick (PazFiguresPick *pick,
           PazFactNames   *names,
           PazDimension    dimension)
{
  g_autoptr (GPtrArray) keys = paz_fact_names_list (names, dimension);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (words, (gpointer) paz_fact_names_get (names, dimension, keys->pdata[i]));
  paz_figures_pick_fill (pick, keys, words);
}

static void
fill_months (GtkDropDown  *choice,
             PazFactNames *names,
             GArray       *months,
             const char   *none)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, none);
  for (guint i = 0; i < months->len; i++)
    gtk_string_list_append (words, paz_fact_names_get_month (names, g_array_index (months, guint16, i)));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (words));
}

void
paz_figures_panel_fill (PazFiguresPanel *self,
                        PazFigures      *figures,
                        PazFactNames    *names)
{
  guint n;
  const guint16 *months = paz_figures_get_months (figures, &n);

  self->setting = TRUE;
  fill_pick (self->contributors, names, PAZ_DIMENSION_CONTRIBUTOR);
  fill_pick (self->missions, names, PAZ_DIMENSION_MISSION);
  fill_pick (self->types, names, PAZ_DIMENSION_TYPE);
  g_array_set_size (self->months, 0);
  for (guint i = n; i > 0; i--)
    g_array_append_val (self->months, months[i - 1]);
  fill_months (self->from, names, self->months, C_("figures", "The beginning"));
  fill_months (self->to, names, self->months, C_("figures", "The newest month"));
  self->setting = FALSE;
}

static guint
find_month (PazFiguresPanel *self,
            guint16          month)
{
  for (guint i = 0; i < self->months->len; i++)
    if (g_array_index (self->months, guint16, i) == month)
      return i + 1;

  return 0;
}

static guint16
get_month (PazFiguresPanel *self,
           GtkDropDown     *choice)
{
  guint n = gtk_drop_down_get_selected (choice);

  return n > 0 && n <= self->months->len ? g_array_index (self->months, guint16, n - 1) : 0;
}

void
paz_figures_panel_set_choice (PazFiguresPanel        *self,
                              const PazFiguresChoice *choice)
{
  const char * const *sets = paz_figures_list_sets ();

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->ask, choice->ask);
  gtk_drop_down_set_selected (self->rows, choice->rows);
  gtk_drop_down_set_selected (self->columns, choice->columns);
  for (guint i = 0; sets[i] != NULL; i++)
    if (g_str_equal (sets[i], choice->set))
      gtk_drop_down_set_selected (self->set, i);
  paz_figures_pick_set_keys (self->contributors, choice->contributors);
  paz_figures_pick_set_keys (self->missions, choice->missions);
  paz_figures_pick_set_keys (self->types, choice->types);
  gtk_drop_down_set_selected (self->from, find_month (self, choice->from));
  gtk_drop_down_set_selected (self->to, find_month (self, choice->to));
  gtk_drop_down_set_selected (self->order, choice->by_value);
  self->shape = choice->shape;
  self->setting = FALSE;
}

static void
add_shape (PazFiguresPanel *self,
           GtkStringList   *names,
           int              shape,
           const char      *name)
{
  if (self->shape == shape)
    self->shape_shown = self->shapes->len;
  g_array_append_val (self->shapes, shape);
  gtk_string_list_append (names, name);
}

void
paz_figures_panel_set_types (PazFiguresPanel    *self,
                             const PazChartType *types,
                             guint               n)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->shapes, 0);
  self->shape_shown = 0;
  add_shape (self, names, PAZ_SHAPE_BEST, C_("figures", "What suits it best"));
  for (guint i = 0; i < n; i++)
    add_shape (self, names, (int) types[i],
               paz_catalogue_ptext (paz_words_get_catalogue (), "chart", paz_chart_type_get_label (types[i])));
  add_shape (self, names, PAZ_SHAPE_TABLE, C_("figures", "Table alone"));
  self->setting = TRUE;
  gtk_drop_down_set_model (self->shown, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->shown, self->shape_shown);
  self->setting = FALSE;
}

PazFiguresChoice *
paz_figures_panel_dup_choice (PazFiguresPanel *self)
{
  PazFiguresChoice *choice = paz_figures_choice_new ();

  choice->ask = (PazAsk) gtk_drop_down_get_selected (self->ask);
  choice->rows = (PazAxis) gtk_drop_down_get_selected (self->rows);
  choice->columns = (PazAxis) gtk_drop_down_get_selected (self->columns);
  g_free (choice->set);
  choice->set = g_strdup (paz_figures_list_sets ()[gtk_drop_down_get_selected (self->set)]);
  choice->contributors = paz_figures_pick_dup_keys (self->contributors);
  choice->missions = paz_figures_pick_dup_keys (self->missions);
  choice->types = paz_figures_pick_dup_keys (self->types);
  choice->from = get_month (self, self->from);
  choice->to = get_month (self, self->to);
  choice->by_value = gtk_drop_down_get_selected (self->order) == 1;
  choice->shape = self->shape;

  return choice;
}
