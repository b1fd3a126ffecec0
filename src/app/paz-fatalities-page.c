#include "paz-fatalities-page.h"

#include "figures/paz-fatalities.h"
#include "paz-accessible.h"
#include "paz-chart-view.h"
#include "paz-fatalities-chart.h"
#include "paz-figure-rows.h"
#include "paz-page-life.h"
#include "paz-words.h"

struct _PazFatalitiesPage
{
  AdwBin parent_instance;

  GtkLabel *total_label;
  GtkLabel *note_label;
  GtkDropDown *key_choice;
  GtkCheckButton *region_check;
  PazChartView *chart;
  AdwPreferencesGroup *group;

  PazPageLife *life;
  PazFatalities *fatalities;
  GPtrArray *rows;
  GStrv keys;                /* of the chart's categories */
};

G_DEFINE_FINAL_TYPE (PazFatalitiesPage, paz_fatalities_page, ADW_TYPE_BIN)

/* In the order of the choice. */
static const struct
{
  PazFatalityKey  key;
  const char     *words;
  const char     *condition;   /* of the list of records */
} views[] = {
  { PAZ_FATALITY_MISSION, NC_("fatalities", "By mission"), "mission_name is \"%s\"" },
  { PAZ_FATALITY_NATIONALITY, NC_("fatalities", "By nationality"), "nationality is \"%s\"" },
  { PAZ_FATALITY_YEAR, NC_("fatalities", "By year"), "date within \"%s\"" },
  { PAZ_FATALITY_CAUSE, NC_("fatalities", "By cause"), "incident is \"%s\"" },
  { PAZ_FATALITY_PERSONNEL, NC_("fatalities", "By personnel"), "personnel is \"%s\"" },
};

/* What a bar counts, as the list asks for it. */
static char *
dup_records (guint       view,
             const char *key,
             gboolean    region_only)
{
  g_auto (GStrv) parts = g_strsplit (views[view].condition, "%s", 2);
  /* A nationality is of the region or not, and needs no second condition. */
  const char *region = region_only && views[view].key != PAZ_FATALITY_NATIONALITY ? "\nnationality is of the region" : "";

  if (*key == '\0')
    return NULL;
  /* A country that is no more stands as its name. */
  if (views[view].key == PAZ_FATALITY_NATIONALITY && strlen (key) != 3)
    return g_strdup_printf ("fatality\nnationality_name is \"%s\"", key);

  return g_strdup_printf ("fatality\n%s%s%s%s", parts[0], key, parts[1], region);
}

static void
clear (PazFatalitiesPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_count (PazFatalitiesPage      *self,
           guint                   view,
           const PazFatalityCount *count,
           guint                   largest,
           gboolean                region_only)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *name = paz_fatalities_dup_name (self->fatalities, views[view].key, count->key, catalogue);
  g_autofree char *figure = paz_catalogue_dup_integer (catalogue, count->count);
  g_autofree char *records = dup_records (view, count->key, region_only);
  GtkWidget *row = paz_figure_row_new (name, NULL, figure, records);

  paz_figure_row_set_bar (row, (double) count->count / (double) largest);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_total (PazFatalitiesPage       *self,
            const PazFatalityFilter *filter)
{
  guint total = paz_fatalities_get_total (self->fatalities, filter);
  g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (), total);
  g_autofree char *text = g_strdup_printf (ngettext ("%s person died in UN missions", "%s people died in UN missions", total), number);

  gtk_label_set_label (self->total_label, total > 0 ? text : _("No fatalities are recorded"));
}

static void
show_chart (PazFatalitiesPage *self,
            PazFatalityKey     key,
            gboolean           region_only)
{
  g_auto (GStrv) keys = NULL;
  g_autoptr (PazChart) chart = paz_fatalities_chart_new (self->fatalities, key, region_only, paz_words_get_catalogue (), &keys);
  g_autoptr (PazPictureMaker) maker = chart != NULL ? paz_fatalities_chart_new_maker (key, region_only) : NULL;

  g_clear_pointer (&self->keys, g_strfreev);
  self->keys = g_steal_pointer (&keys);
  paz_chart_view_set_chart (self->chart, chart);
  paz_chart_view_set_maker (self->chart, maker);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), chart != NULL);
}

static void
show (PazFatalitiesPage *self)
{
  guint view = gtk_drop_down_get_selected (self->key_choice);
  const PazFatalityFilter filter = { .region_only = gtk_check_button_get_active (self->region_check) };
  g_autoptr (GPtrArray) counts = NULL;
  guint largest = 1;

  clear (self);
  show_total (self, &filter);
  if (view >= G_N_ELEMENTS (views))
    return;
  counts = paz_fatalities_count (self->fatalities, views[view].key, &filter);
  for (guint i = 0; i < counts->len; i++)
    largest = MAX (largest, ((PazFatalityCount *) counts->pdata[i])->count);
  for (guint i = 0; i < counts->len; i++)
    add_count (self, view, counts->pdata[i], largest, filter.region_only);
  show_chart (self, views[view].key, filter.region_only);
}

/* To the records of the category, as its row below; a year without a death has none. */
static void
chart_activated_cb (PazFatalitiesPage *self,
                    guint              series,
                    guint              index)
{
  guint view = gtk_drop_down_get_selected (self->key_choice);
  gboolean region_only = gtk_check_button_get_active (self->region_check);
  g_autofree char *records = NULL;

  if (self->keys == NULL || index >= g_strv_length (self->keys))
    return;
  records = paz_chart_get_value (paz_chart_view_get_chart (self->chart), series, index) > 0
              ? dup_records (view, self->keys[index], region_only)
              : NULL;
  if (records != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-records", "s", records);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  PazFatalities *fatalities = paz_fatalities_get (data, NULL, cancellable, &error);

  if (fatalities != NULL)
    g_task_return_pointer (task, fatalities, (GDestroyNotify) paz_fatalities_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazFatalitiesPage *self = PAZ_FATALITIES_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazFatalities) fatalities = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->life == NULL)
    return;
  paz_page_life_end (self->life);
  if (fatalities == NULL)
    {
      g_message ("Fatalities: %s", error->message);
      return;
    }
  g_clear_pointer (&self->fatalities, paz_fatalities_unref);
  self->fatalities = g_steal_pointer (&fatalities);
  show (self);
}

static void
load (GtkWidget *page)
{
  PazFatalitiesPage *self = PAZ_FATALITIES_PAGE (page);
  g_autoptr (GTask) task = g_task_new (self, paz_page_life_begin (self->life), loaded_cb, NULL);

  g_task_set_task_data (task, g_object_ref (paz_page_life_get_store (self->life)), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

static void
chosen_cb (PazFatalitiesPage *self)
{
  if (self->fatalities != NULL)
    show (self);
}

static void
paz_fatalities_page_dispose (GObject *object)
{
  PazFatalitiesPage *self = PAZ_FATALITIES_PAGE (object);

  g_clear_pointer (&self->life, paz_page_life_free);
  g_clear_pointer (&self->keys, g_strfreev);
  g_clear_pointer (&self->fatalities, paz_fatalities_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_FATALITIES_PAGE);

  G_OBJECT_CLASS (paz_fatalities_page_parent_class)->dispose (object);
}

static void
paz_fatalities_page_class_init (PazFatalitiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_fatalities_page_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (PAZ_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/fatalities-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazFatalitiesPage, total_label);
  gtk_widget_class_bind_template_child (widget_class, PazFatalitiesPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, PazFatalitiesPage, key_choice);
  gtk_widget_class_bind_template_child (widget_class, PazFatalitiesPage, region_check);
  gtk_widget_class_bind_template_child (widget_class, PazFatalitiesPage, group);
  gtk_widget_class_bind_template_child (widget_class, PazFatalitiesPage, chart);
  gtk_widget_class_bind_template_callback (widget_class, chart_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
paz_fatalities_page_init (PazFatalitiesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_string_list_append (names, g_dpgettext2 (NULL, "fatalities", views[i].words));
  gtk_drop_down_set_model (self->key_choice, G_LIST_MODEL (names));
  paz_accessible_set_label (GTK_WIDGET (self->key_choice), _("Tell fatalities apart by"));
}

GtkWidget *
paz_fatalities_page_new (PazStore *store)
{
  PazFatalitiesPage *self = g_object_new (PAZ_TYPE_FATALITIES_PAGE, NULL);

  self->life = paz_page_life_new (GTK_WIDGET (self), store, load);

  return GTK_WIDGET (self);
}

gboolean
paz_fatalities_page_is_ready (PazFatalitiesPage *self)
{
  return paz_page_life_is_ready (self->life);
}

void
paz_fatalities_page_choose (PazFatalitiesPage *self,
                            PazFatalityKey     key,
                            gboolean           region_only)
{
  gtk_check_button_set_active (self->region_check, region_only);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i].key == key)
      gtk_drop_down_set_selected (self->key_choice, i);
}

PazChartView *
paz_fatalities_page_get_chart (PazFatalitiesPage *self)
{
  return self->chart;
}
