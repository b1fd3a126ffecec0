#include "paz-export-options.h"

#include "base/paz-date.h"
#include "figures/paz-figures.h"
#include "paz-audience-group.h"
#include "paz-report-choice.h"
#include "paz-settings.h"
#include "paz-words.h"

struct _PazExportOptions
{
  GtkWidget parent_instance;

  GtkDropDown *report;
  GtkLabel *summary;
  AdwComboRow *language_row;
  AdwComboRow *terms_row;
  AdwComboRow *paper_row;
  GtkWidget *months;
  AdwComboRow *month_row;
  AdwComboRow *from_row;
  AdwComboRow *to_row;
  PazAudienceGroup *audience_group;

  GArray *list;              /* guint16, newest first */
  GCancellable *loading;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (PazExportOptions, paz_export_options, GTK_TYPE_WIDGET)

static guint changed_signal;

/* In the order of its row. */
static const char * const papers[] = { "participant", "a4", "letter" };
static const char * const terms[] = { "po", "pko" };

static void
tell (PazExportOptions *self)
{
  if (!self->is_filling)
    g_signal_emit (self, changed_signal, 0);
}

static guint16
get_month (PazExportOptions *self,
           AdwComboRow      *row)
{
  guint position = adw_combo_row_get_selected (row);

  return position > 0 && position <= self->list->len ? g_array_index (self->list, guint16, position - 1) : 0;
}

/* ---- callbacks ---- */

static void
report_selected_cb (PazExportOptions *self)
{
  gtk_widget_set_visible (self->months, !paz_report_choice_get (self->report)->on_records);
  tell (self);
}

static void
selected_cb (PazExportOptions *self)
{
  tell (self);
}

/* A series that ended before it began would be empty: the other end follows. */
static void
from_selected_cb (PazExportOptions *self)
{
  guint16 from = get_month (self, self->from_row), to = get_month (self, self->to_row);

  if (from != 0 && to != 0 && from > to)
    adw_combo_row_set_selected (self->to_row, adw_combo_row_get_selected (self->from_row));
  else
    tell (self);
}

static void
to_selected_cb (PazExportOptions *self)
{
  guint16 from = get_month (self, self->from_row), to = get_month (self, self->to_row);

  if (from != 0 && to != 0 && from > to)
    adw_combo_row_set_selected (self->from_row, adw_combo_row_get_selected (self->to_row));
  else
    tell (self);
}

static void
audience_changed_cb (PazExportOptions *self)
{
  tell (self);
}

/* ---- filling ---- */

static guint
find_kept (const char         *key,
           const char * const *values,
           guint               n)
{
  g_autofree char *kept = paz_settings_dup_text (paz_settings_get (), key);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (kept, values[i]))
      return i;

  return 0;
}

static void
fill_choices (PazExportOptions *self)
{
  g_autofree char *code = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_REPORT_LANGUAGE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  PazLanguage language = paz_words_get_language ();

  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    gtk_string_list_append (names, paz_language_get_name (i));
  paz_language_from_code (code, &language);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, language);
  adw_combo_row_set_selected (self->terms_row, find_kept (PAZ_SETTING_REPORT_TERMS, terms, G_N_ELEMENTS (terms)));
  adw_combo_row_set_selected (self->paper_row, find_kept (PAZ_SETTING_REPORT_PAPER, papers, G_N_ELEMENTS (papers)));
}

static void
fill_months (PazExportOptions *self,
             AdwComboRow      *row,
             const char       *first)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, self->list->len > 0 ? first : _("No figures yet"));
  for (guint i = 0; i < self->list->len; i++)
    {
      char iso[8];
      g_autofree char *name = paz_catalogue_dup_date (paz_words_get_catalogue (),
                                                      paz_month_format (g_array_index (self->list, guint16, i), iso));

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (row), self->list->len > 0);
}

static void
fill_all_months (PazExportOptions *self)
{
  self->is_filling = TRUE;
  fill_months (self, self->month_row, C_("month", "The newest"));
  fill_months (self, self->from_row, C_("month", "The first"));
  fill_months (self, self->to_row, C_("month", "The last"));
  self->is_filling = FALSE;
}

static void
months_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (PazFigures) figures = paz_figures_get (data, NULL, cancellable, &error);
  const guint16 *months;
  GArray *list;
  guint n;

  if (figures == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  months = paz_figures_get_months (figures, &n);
  list = g_array_sized_new (FALSE, FALSE, sizeof (guint16), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (list, months[n - 1 - i]);
  g_task_return_pointer (task, list, (GDestroyNotify) g_array_unref);
}

static void
months_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazExportOptions *self = PAZ_EXPORT_OPTIONS (source);
  g_autoptr (GArray) months = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->loading == NULL || months == NULL)
    return;
  g_array_unref (self->list);
  self->list = g_steal_pointer (&months);
  fill_all_months (self);
}

static void
load_months (PazExportOptions *self,
             PazStore         *store)
{
  g_autoptr (GTask) task = NULL;

  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, months_cb, NULL);
  g_task_set_task_data (task, g_object_ref (store), g_object_unref);
  g_task_run_in_thread (task, months_thread);
}

/* ---- overrides ---- */

static void
paz_export_options_dispose (GObject *object)
{
  PazExportOptions *self = PAZ_EXPORT_OPTIONS (object);
  GtkWidget *child;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_EXPORT_OPTIONS);
  g_clear_pointer (&self->list, g_array_unref);

  G_OBJECT_CLASS (paz_export_options_parent_class)->dispose (object);
}

static void
paz_export_options_class_init (PazExportOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_export_options_dispose;
  changed_signal = g_signal_new ("changed", PAZ_TYPE_EXPORT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (PAZ_TYPE_AUDIENCE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/export-options.ui");
  gtk_widget_class_bind_template_child (widget_class, PazExportOptions, report);
  gtk_widget_class_bind_template_child (widget_class, PazExportOptions, summary);
  gtk_widget_class_bind_template_child (widget_class, PazExportOptions, language_row);
  gtk_widget_class_bind_template_child (widget_class, PazExportOptions, terms_row);
  gtk_widget_class_bind_template_child (widget_class, PazExportOptions, paper_row);
  gtk_widget_class_bind_template_child (widget_class, PazExportOptions, months);
  gtk_widget_class_bind_template_child (widget_class, PazExportOptions, month_row);
  gtk_widget_class_bind_template_child (widget_class, PazExportOptions, from_row);
  gtk_widget_class_bind_template_child (widget_class, PazExportOptions, to_row);
  gtk_widget_class_bind_template_child (widget_class, PazExportOptions, audience_group);
  gtk_widget_class_bind_template_callback (widget_class, report_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, audience_changed_cb);
}

static void
paz_export_options_init (PazExportOptions *self)
{
  self->list = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- public ---- */

void
paz_export_options_set_store (PazExportOptions *self,
                              PazStore         *store,
                              const char       *report)
{
  g_autofree char *kept = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_REPORT_NAME);

  self->is_filling = TRUE;
  fill_choices (self);
  fill_all_months (self);
  self->is_filling = TRUE;
  paz_audience_group_set_store (self->audience_group, store);
  paz_audience_group_set_narrow (self->audience_group);
  paz_report_choice_set_up (self->report, self->summary, report != NULL ? report : kept);
  report_selected_cb (self);
  self->is_filling = FALSE;
  load_months (self, store);
}

const char *
paz_export_options_get_report (PazExportOptions *self)
{
  return paz_report_choice_get (self->report)->name;
}

gboolean
paz_export_options_is_complete (PazExportOptions *self)
{
  return paz_audience_group_is_complete (self->audience_group);
}

void
paz_export_options_get (PazExportOptions *self,
                        PazReportOptions *options)
{
  guint paper = adw_combo_row_get_selected (self->paper_row);
  gboolean on_records = paz_report_choice_get (self->report)->on_records;

  *options = (PazReportOptions) {
    .language = adw_combo_row_get_selected (self->language_row),
    .terms = adw_combo_row_get_selected (self->terms_row) == 0 ? PAZ_TERMS_PO : PAZ_TERMS_PKO,
    .audience = paz_audience_group_make_audience (self->audience_group),
    .participant = g_strdup (paz_audience_group_get_participant (self->audience_group)),
    .at = on_records ? 0 : get_month (self, self->month_row),
    .from = on_records ? 0 : get_month (self, self->from_row),
    .to = on_records ? 0 : get_month (self, self->to_row),
    .has_paper = paper > 0,
    .paper = paper == 2 ? PAZ_PAPER_LETTER : PAZ_PAPER_A4,
  };
}

void
paz_export_options_clear (PazReportOptions *options)
{
  g_clear_pointer (&options->audience, paz_audience_free);
  g_clear_pointer (&options->participant, g_free);
}

void
paz_export_options_keep (PazExportOptions *self)
{
  PazSettings *settings = paz_settings_get ();
  PazLanguage language = adw_combo_row_get_selected (self->language_row);

  paz_settings_set_text (settings, PAZ_SETTING_REPORT_NAME, paz_export_options_get_report (self));
  paz_settings_set_text (settings, PAZ_SETTING_REPORT_LANGUAGE,
                         language == paz_words_get_language () ? "interface" : paz_language_get_code (language));
  paz_settings_set_text (settings, PAZ_SETTING_REPORT_TERMS, terms[adw_combo_row_get_selected (self->terms_row)]);
  paz_settings_set_text (settings, PAZ_SETTING_REPORT_PAPER, papers[adw_combo_row_get_selected (self->paper_row)]);
}
