#include "paz-facts-page.h"

#include "paz-column-view.h"
#include "paz-facts-columns.h"
#include "paz-page-life.h"
#include "paz-source-dialog.h"
#include "paz-words.h"

/* The view makes some 200 rows as soon as there are so many, which takes longer than a frame may:
 * they come a few in a frame. The screen is full after two or three. */
#define ROWS_A_FRAME 8
#define ROWS_AT_ONCE 224

struct _PazFactsPage
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkBox *choices;
  GtkDropDown *contributor_choice;   /* NULL until it is filled, as the others */
  GtkDropDown *mission_choice;
  GtkDropDown *type_choice;
  GtkDropDown *month_choice;
  GtkWidget *clear_button;
  GtkStack *states;
  GtkColumnView *view;
  GtkLabel *count_label;

  PazStore *store;
  GCancellable *loading;
  PazFigures *figures;
  PazFactNames *names;
  PazFactList *list;
  GtkSliceListModel *shown;  /* the first rows of list, soon all of them */
  guint growing;             /* tick callback */
  GPtrArray *contributors;   /* keys in the order of the choices, after "all" */
  GPtrArray *missions;
  GPtrArray *types;
  GArray *months;            /* guint16, newest first */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PazFactsPage, paz_facts_page, GTK_TYPE_WIDGET)

static const char *
get_key (GtkDropDown *choice,
         GPtrArray   *keys)
{
  guint position = choice != NULL ? gtk_drop_down_get_selected (choice) : 0;

  if (position == 0 || position == GTK_INVALID_LIST_POSITION)
    return NULL;

  return g_ptr_array_index (keys, position - 1);
}

static guint16
get_month (PazFactsPage *self)
{
  guint position = self->month_choice != NULL ? gtk_drop_down_get_selected (self->month_choice) : 0;

  if (position == 0 || position == GTK_INVALID_LIST_POSITION)
    return 0;

  return g_array_index (self->months, guint16, position - 1);
}

static gboolean
is_narrowed (PazFactsPage *self)
{
  return get_key (self->contributor_choice, self->contributors) != NULL ||
         get_key (self->mission_choice, self->missions) != NULL ||
         get_key (self->type_choice, self->types) != NULL ||
         get_month (self) != 0;
}

static void
update (PazFactsPage *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  PazFactTable *table = paz_fact_list_get_table (self->list);
  guint all = table != NULL ? paz_fact_table_get_n_rows (table) : 0;
  g_autofree char *shown_text = paz_catalogue_dup_integer (paz_words_get_catalogue (), shown);
  g_autofree char *all_text = paz_catalogue_dup_integer (paz_words_get_catalogue (), all);
  g_autofree char *text = NULL;

  if (self->names == NULL)
    return;

  if (shown != all)
    text = g_strdup_printf (ngettext ("%s of %s figure", "%s of %s figures", all), shown_text, all_text);
  else
    text = g_strdup_printf (ngettext ("%s figure", "%s figures", all), all_text);
  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (self->bar, all > 0);
  gtk_widget_set_visible (self->clear_button, is_narrowed (self));
  if (shown > 0)
    gtk_stack_set_visible_child_name (self->states, "rows");
  else if (!paz_fact_list_is_pending (self->list))
    gtk_stack_set_visible_child_name (self->states, all == 0 ? "empty" : "nothing");
}

static void
choice_cb (PazFactsPage *self)
{
  const char *contributor[] = { get_key (self->contributor_choice, self->contributors), NULL };
  const char *mission[] = { get_key (self->mission_choice, self->missions), NULL };
  const char *type[] = { get_key (self->type_choice, self->types), NULL };
  PazFactFilter filter = { 0 };

  if (self->filling || self->list == NULL)
    return;

  filter.from = filter.to = get_month (self);
  filter.contributors = contributor[0] != NULL ? contributor : NULL;
  filter.missions = mission[0] != NULL ? mission : NULL;
  filter.types = type[0] != NULL ? type : NULL;
  paz_fact_list_set_filter (self->list, is_narrowed (self) ? &filter : NULL);
  update (self);
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 17);
  gtk_list_item_set_child (list_item, label);
}

static void
setup_list_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

static GtkListItemFactory *
make_choice_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice_cb), NULL);

  return factory;
}

/* Names in the button are cut, in its list they are whole. */
static GtkDropDown *
make_choice (PazFactsPage *self,
             const char   *hint,
             gboolean      is_long)
{
  GtkDropDown *choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_autoptr (GtkListItemFactory) factory = make_choice_factory (G_CALLBACK (setup_choice_cb));
  g_autoptr (GtkListItemFactory) list_factory = make_choice_factory (G_CALLBACK (setup_list_cb));
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (choice, expression);
  gtk_drop_down_set_factory (choice, factory);
  gtk_drop_down_set_list_factory (choice, list_factory);
  gtk_drop_down_set_enable_search (choice, is_long);
  gtk_widget_set_tooltip_text (GTK_WIDGET (choice), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_box_append (self->choices, GTK_WIDGET (choice));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);

  return choice;
}

static GPtrArray *
fill_choice (PazFactsPage *self,
             GtkDropDown  *choice,
             PazDimension  dimension,
             const char   *all)
{
  GPtrArray *keys = paz_fact_names_list (self->names, dimension);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, all);
  for (guint i = 0; i < keys->len; i++)
    gtk_string_list_append (words, paz_fact_names_get (self->names, dimension, g_ptr_array_index (keys, i)));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (words));

  return keys;
}

static void
fill_months (PazFactsPage *self,
             PazFigures   *figures)
{
  guint n;
  const guint16 *months = paz_figures_get_months (figures, &n);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  self->months = g_array_sized_new (FALSE, FALSE, sizeof (guint16), n);
  gtk_string_list_append (words, _("All Months"));
  for (guint i = n; i > 0; i--)
    {
      g_array_append_val (self->months, months[i - 1]);
      gtk_string_list_append (words, paz_fact_names_get_month (self->names, months[i - 1]));
    }
  gtk_drop_down_set_model (self->month_choice, G_LIST_MODEL (words));
}

/* A list of two hundred months is made in one go: each choice has a frame of its own.
 * FALSE when all are there. */
static gboolean
add_next_choice (PazFactsPage *self)
{
  gboolean added = TRUE;

  self->filling = TRUE;
  if (self->contributor_choice == NULL)
    {
      self->contributor_choice = make_choice (self, _("Contributor"), TRUE);
      self->contributors = fill_choice (self, self->contributor_choice, PAZ_DIMENSION_CONTRIBUTOR, _("All Contributors"));
    }
  else if (self->mission_choice == NULL)
    {
      self->mission_choice = make_choice (self, _("Mission"), TRUE);
      self->missions = fill_choice (self, self->mission_choice, PAZ_DIMENSION_MISSION, _("All Missions"));
    }
  else if (self->type_choice == NULL)
    {
      self->type_choice = make_choice (self, _("Type of personnel"), FALSE);
      self->types = fill_choice (self, self->type_choice, PAZ_DIMENSION_TYPE, _("All Types"));
    }
  else if (self->month_choice == NULL)
    {
      self->month_choice = make_choice (self, C_("table", "Month"), FALSE);
      fill_months (self, self->figures);
    }
  else
    {
      added = FALSE;
    }
  self->filling = FALSE;

  return added;
}

static void
remove_choices (PazFactsPage *self)
{
  GtkWidget *choice;

  while ((choice = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, choice);
  self->contributor_choice = NULL;
  self->mission_choice = NULL;
  self->type_choice = NULL;
  self->month_choice = NULL;
  g_clear_pointer (&self->contributors, g_ptr_array_unref);
  g_clear_pointer (&self->missions, g_ptr_array_unref);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->months, g_array_unref);
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  PazFactsPage *self = PAZ_FACTS_PAGE (widget);
  guint size = gtk_slice_list_model_get_size (self->shown);

  if (size < ROWS_AT_ONCE)
    gtk_slice_list_model_set_size (self->shown, size + ROWS_A_FRAME);
  else if (size != G_MAXUINT)
    gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
  else if (self->figures == NULL || !add_next_choice (self))
    self->growing = 0;

  return self->growing != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
items_changed_cb (PazFactsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    gtk_slice_list_model_set_size (self->shown, 0);
  if (self->growing == 0)
    self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
  update (self);
}

static void
set_ranks (PazFactsPage *self,
           PazDimension  dimension)
{
  g_autofree guint16 *ranks = paz_fact_names_rank (self->names, dimension);

  paz_fact_list_set_ranks (self->list, dimension, ranks);
}

static GPtrArray *
list_data_set_ids (PazFigures *figures)
{
  GPtrArray *records = paz_figures_get_data_sets (figures);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, g_strdup (paz_record_get_id (g_ptr_array_index (records, i))));

  return ids;
}

/* Facts change with data sets alone; after another change the page stays as it is, scrolled where
 * it was. */
static gboolean
is_shown (PazFactsPage *self,
          PazFigures   *figures)
{
  GPtrArray *before = self->figures != NULL ? paz_figures_get_data_sets (self->figures) : NULL;
  GPtrArray *after = paz_figures_get_data_sets (figures);

  if (before == NULL || before->len != after->len)
    return FALSE;
  for (guint i = 0; i < after->len; i++)
    if (g_strcmp0 (paz_record_get_id (g_ptr_array_index (before, i)),
                   paz_record_get_id (g_ptr_array_index (after, i))) != 0 ||
        !paz_record_equal (g_ptr_array_index (before, i), g_ptr_array_index (after, i)))
      return FALSE;

  return paz_fact_table_get_n_rows (paz_figures_get_facts (self->figures)) ==
         paz_fact_table_get_n_rows (paz_figures_get_facts (figures));
}

static void
show_figures (PazFactsPage *self,
              PazFigures   *figures,
              PazFactNames *names)
{
  g_autoptr (GPtrArray) ids = list_data_set_ids (figures);

  /* Rows that are shown name themselves by the old names until the list has none. */
  paz_fact_list_set_filter (self->list, NULL);
  paz_fact_list_set_table (self->list, NULL, NULL);
  g_clear_pointer (&self->names, paz_fact_names_free);
  g_clear_pointer (&self->figures, paz_figures_unref);
  self->figures = paz_figures_ref (figures);
  self->names = names;
  remove_choices (self);
  paz_fact_list_set_table (self->list, paz_figures_get_facts (figures), ids);
  set_ranks (self, PAZ_DIMENSION_CONTRIBUTOR);
  set_ranks (self, PAZ_DIMENSION_MISSION);
  set_ranks (self, PAZ_DIMENSION_TYPE);
  update (self);
}

/* What a worker is given, and what it gives back. */
typedef struct
{
  PazStore *store;
  PazCatalogue *catalogue;
  PazFigures *figures;
  PazFactNames *names;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  paz_catalogue_unref (work->catalogue);
  g_clear_pointer (&work->figures, paz_figures_unref);
  g_clear_pointer (&work->names, paz_fact_names_free);
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

  work->figures = paz_figures_get (work->store, NULL, cancellable, &error);
  if (work->figures == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  work->names = paz_fact_names_new (work->figures, work->catalogue);
  paz_fact_names_learn (work->names);
  g_task_return_boolean (task, TRUE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazFactsPage *self = PAZ_FACTS_PAGE (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  if (!done)
    g_message ("Contributions: %s", error->message);
  else if (!is_shown (self, work->figures))
    show_figures (self, work->figures, g_steal_pointer (&work->names));
}

static void
load (PazFactsPage *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (self->store);
  work->catalogue = paz_catalogue_ref (paz_words_get_catalogue ());
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, load_thread);
}

static void
load_again_cb (GtkWidget *page)
{
  load (PAZ_FACTS_PAGE (page));
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazFactsPage *self = PAZ_FACTS_PAGE (widget);

  if (self->contributor_choice != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->contributor_choice));
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  PazFactsPage *self = PAZ_FACTS_PAGE (widget);

  self->filling = TRUE;
  if (self->contributor_choice != NULL)
    gtk_drop_down_set_selected (self->contributor_choice, 0);
  if (self->mission_choice != NULL)
    gtk_drop_down_set_selected (self->mission_choice, 0);
  if (self->type_choice != NULL)
    gtk_drop_down_set_selected (self->type_choice, 0);
  if (self->month_choice != NULL)
    gtk_drop_down_set_selected (self->month_choice, 0);
  self->filling = FALSE;
  choice_cb (self);
}

/* A row leads to where it comes from. */
static void
activated_cb (PazFactsPage *self,
              guint         position)
{
  g_autoptr (PazFactRow) row = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  const char *keys[PAZ_N_DIMENSIONS][2] = { { NULL } };
  PazFactFilter filter = { 0 };

  if (row == NULL)
    return;
  for (guint i = 0; i < PAZ_N_DIMENSIONS; i++)
    keys[i][0] = paz_fact_row_get_key (row, i);
  filter.from = filter.to = paz_fact_row_get_month (row);
  filter.contributors = keys[PAZ_DIMENSION_CONTRIBUTOR];
  filter.missions = keys[PAZ_DIMENSION_MISSION];
  filter.types = keys[PAZ_DIMENSION_TYPE];
  paz_source_dialog_present (GTK_WIDGET (self), self->store, &filter);
}

static void
paz_facts_page_dispose (GObject *object)
{
  PazFactsPage *self = PAZ_FACTS_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->loading);
  if (self->view != NULL)
    paz_column_view_clear_order (self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_FACTS_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->loading);
  g_clear_object (&self->shown);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_pointer (&self->names, paz_fact_names_free);
  g_clear_pointer (&self->figures, paz_figures_unref);
  g_clear_pointer (&self->contributors, g_ptr_array_unref);
  g_clear_pointer (&self->missions, g_ptr_array_unref);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->months, g_array_unref);

  G_OBJECT_CLASS (paz_facts_page_parent_class)->dispose (object);
}

static void
paz_facts_page_class_init (PazFactsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_facts_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/facts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazFactsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PazFactsPage, choices);
  gtk_widget_class_bind_template_child (widget_class, PazFactsPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, PazFactsPage, states);
  gtk_widget_class_bind_template_child (widget_class, PazFactsPage, view);
  gtk_widget_class_bind_template_child (widget_class, PazFactsPage, count_label);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.show-all", NULL, show_all_action);
}

static void
set_up_list (PazFactsPage *self)
{
  GtkSelectionModel *selection;

  self->list = paz_fact_list_new (NULL, NULL);
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->list)), 0, 0);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown))));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_single_selection_set_can_unselect (GTK_SINGLE_SELECTION (selection), TRUE);
  paz_facts_columns_add (self->view, self->list, &self->names);
  gtk_column_view_set_model (self->view, selection);
  g_object_unref (selection);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::pending", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
paz_facts_page_init (PazFactsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->bar, FALSE);
  set_up_list (self);
}

GtkWidget *
paz_facts_page_new (PazStore *store)
{
  PazFactsPage *self = g_object_new (PAZ_TYPE_FACTS_PAGE, NULL);

  self->store = g_object_ref (store);
  paz_page_watch (GTK_WIDGET (self), store, load_again_cb);
  load (self);

  return GTK_WIDGET (self);
}

GListModel *
paz_facts_page_get_rows (PazFactsPage *self)
{
  return G_LIST_MODEL (self->list);
}

GtkColumnView *
paz_facts_page_get_view (PazFactsPage *self)
{
  return self->view;
}
