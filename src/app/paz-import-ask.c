#include "paz-import-ask.h"

#include "base/paz-country.h"
#include "paz-words.h"

#include <string.h>

/* The most names asked about at once; the rest comes when these are answered. */
#define MAX_ASKED 4

typedef struct
{
  PazImportOptions  *options;
  PazStore          *store;
  PazImportAnswered  answered;
  gpointer           data;
} Asker;

static AdwComboRow *
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         GtkStringList       *answers)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (answers));
  adw_preferences_group_add (group, row);

  return ADW_COMBO_ROW (row);
}

/* ---- names ---- */

static void
name_answered_cb (AdwComboRow *row,
                  GParamSpec  *pspec,
                  Asker       *asker)
{
  const char * const *codes = g_object_get_data (G_OBJECT (row), "codes");
  const char *name = g_object_get_data (G_OBJECT (row), "name");
  g_autoptr (GError) error = NULL;
  guint answer = adw_combo_row_get_selected (row);

  if (answer == 0 || answer == GTK_INVALID_LIST_POSITION)
    return;
  if (!paz_import_decide_name (asker->store, name, codes[answer - 1], &error))
    {
      g_message ("%s: %s", name, error->message);
      return;
    }
  asker->answered (asker->data);
}

static void
add_answer (GtkStringList *answers,
            GPtrArray     *codes,
            const char    *code,
            gboolean       country)
{
  g_autofree char *words = country ? paz_catalogue_dup_country (paz_words_get_catalogue (), code) : g_strdup (code);

  if (g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
    return;
  gtk_string_list_append (answers, words);
  g_ptr_array_add (codes, g_strdup (code));
}

static void
ask_name (AdwPreferencesGroup *group,
          const PazImportName *name,
          Asker               *asker)
{
  GtkStringList *answers = gtk_string_list_new (NULL);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  gboolean country = name->dimension == PAZ_DIMENSION_CONTRIBUTOR;
  g_autofree char *subtitle = g_strdup_printf (ngettext ("Not known here: %u row", "Not known here: %u rows", name->n_rows),
                                               name->n_rows);
  AdwComboRow *row;

  gtk_string_list_append (answers, country ? _("Leave out") : _("Leave as it is"));
  for (guint i = 0; name->suggestions[i] != NULL; i++)
    add_answer (answers, codes, name->suggestions[i], country);
  for (guint i = 0; country && i < paz_country_get_n (); i++)
    add_answer (answers, codes, paz_country_get_iso3 ((int) i), TRUE);
  g_ptr_array_add (codes, NULL);

  row = add_row (group, name->name, subtitle, answers);
  g_object_set_data_full (G_OBJECT (row), "codes", g_ptr_array_free (codes, FALSE), (GDestroyNotify) g_strfreev);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name->name), g_free);
  g_signal_connect (row, "notify::selected", G_CALLBACK (name_answered_cb), asker);
}

/* ---- columns ---- */

static void
dates_answered_cb (AdwComboRow *row,
                   GParamSpec  *pspec,
                   Asker       *asker)
{
  asker->options->dates = (PazImportDates) adw_combo_row_get_selected (row);
  asker->answered (asker->data);
}

static void
numbers_answered_cb (AdwComboRow *row,
                     GParamSpec  *pspec,
                     Asker       *asker)
{
  asker->options->numbers = (PazImportNumbers) adw_combo_row_get_selected (row);
  asker->answered (asker->data);
}

/* In the order of PazImportDates and PazImportNumbers. */
static void
ask_column (AdwPreferencesGroup     *group,
            const PazImportEvidence *evidence,
            Asker                   *asker)
{
  const char *dates[] = { _("Not said"), _("The day comes first"), _("The month comes first"), NULL };
  const char *numbers[] = { _("Not said"), _("They part thousands"), _("They part fractions"), NULL };
  g_autofree char *text = g_strdup_printf (_("Column “%1$s”, row %2$u: “%3$s”"), evidence->column, evidence->row,
                                           evidence->value);
  gboolean of_dates = evidence->type == PAZ_EVIDENCE_DATES_OPEN;
  AdwComboRow *row = add_row (group, of_dates ? _("Dates") : _("Points and Commas in Numbers"), text,
                              gtk_string_list_new (of_dates ? dates : numbers));

  g_signal_connect (row, "notify::selected", of_dates ? G_CALLBACK (dates_answered_cb) : G_CALLBACK (numbers_answered_cb), asker);
}

static guint
ask_columns (AdwPreferencesGroup *group,
             GPtrArray           *evidence,
             Asker               *asker)
{
  gboolean dates = FALSE, numbers = FALSE;

  for (guint i = 0; i < evidence->len; i++)
    {
      const PazImportEvidence *one = evidence->pdata[i];
      gboolean *asked = one->type == PAZ_EVIDENCE_DATES_OPEN ? &dates
                        : one->type == PAZ_EVIDENCE_NUMBERS_OPEN ? &numbers : NULL;

      if (asked != NULL && !*asked)
        {
          ask_column (group, one, asker);
          *asked = TRUE;
        }
    }

  return dates + numbers;
}

void
paz_import_ask (GtkBox            *box,
                PazImport         *import,
                PazImportOptions  *options,
                PazStore          *store,
                PazImportAnswered  answered,
                gpointer           data)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GPtrArray *names = paz_import_get_names (import);
  Asker *asker = g_new (Asker, 1);
  GtkWidget *child;
  guint n;

  *asker = (Asker) { options, store, answered, data };
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  adw_preferences_group_set_title (group, _("Only You Can Say"));
  adw_preferences_group_set_description (group, _("An answer about a name is remembered for later files."));
  g_object_set_data_full (G_OBJECT (group), "asker", asker, g_free);
  gtk_box_append (box, GTK_WIDGET (group));

  n = ask_columns (group, paz_import_get_evidence (import), asker);
  for (guint i = 0; i < MIN (names->len, MAX_ASKED); i++, n++)
    ask_name (group, names->pdata[i], asker);
  gtk_widget_set_visible (GTK_WIDGET (box), n > 0);
}
