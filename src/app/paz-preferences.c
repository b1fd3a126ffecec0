#include "paz-preferences.h"

#include "paz-defaults-group.h"
#include "paz-identity-group.h"
#include "paz-settings.h"
#include "paz-words.h"

struct _PazPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *language_row;
  AdwComboRow *appearance_row;
  PazIdentityGroup *identity_group;
  PazDefaultsGroup *defaults_group;
  AdwComboRow *report_language_row;
  AdwComboRow *terms_row;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PazPreferences, paz_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The values of a row in the order shown. */
static const char * const languages[] = { "system", "es", "pt", "en", NULL };
static const char * const report_languages[] = { "interface", "es", "pt", "en", NULL };
static const char * const appearances[] = { "system", "light", "dark", NULL };
static const char * const terms[] = { "po", "pko", NULL };

static void
keep (PazPreferences     *self,
      AdwComboRow        *row,
      const char         *key,
      const char * const *values)
{
  guint position = adw_combo_row_get_selected (row);

  if (!self->filling && position < g_strv_length ((char **) values))
    paz_settings_set_text (paz_settings_get (), key, values[position]);
}

static void
language_selected_cb (PazPreferences *self)
{
  keep (self, self->language_row, PAZ_SETTING_LANGUAGE, languages);
}

static void
appearance_selected_cb (PazPreferences *self)
{
  keep (self, self->appearance_row, PAZ_SETTING_APPEARANCE, appearances);
}

static void
report_language_selected_cb (PazPreferences *self)
{
  keep (self, self->report_language_row, PAZ_SETTING_REPORT_LANGUAGE, report_languages);
}

static void
terms_selected_cb (PazPreferences *self)
{
  keep (self, self->terms_row, PAZ_SETTING_REPORT_TERMS, terms);
}

static void
identity_changed_cb (PazPreferences *self)
{
  if (!self->filling)
    paz_defaults_group_refresh (self->defaults_group);
}

static void
show (AdwComboRow        *row,
      const char         *key,
      const char * const *values)
{
  g_autofree char *value = paz_settings_dup_text (paz_settings_get (), key);

  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      adw_combo_row_set_selected (row, i);
}

static void
fill_languages (AdwComboRow *row,
                const char  *first)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, first);
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    gtk_string_list_append (names, paz_language_get_name (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static void
paz_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PAZ_TYPE_PREFERENCES);

  G_OBJECT_CLASS (paz_preferences_parent_class)->dispose (object);
}

static void
paz_preferences_class_init (PazPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_preferences_dispose;
  g_type_ensure (PAZ_TYPE_IDENTITY_GROUP);
  g_type_ensure (PAZ_TYPE_DEFAULTS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PazPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, PazPreferences, appearance_row);
  gtk_widget_class_bind_template_child (widget_class, PazPreferences, identity_group);
  gtk_widget_class_bind_template_child (widget_class, PazPreferences, defaults_group);
  gtk_widget_class_bind_template_child (widget_class, PazPreferences, report_language_row);
  gtk_widget_class_bind_template_child (widget_class, PazPreferences, terms_row);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, appearance_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, terms_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, identity_changed_cb);
}

static void
paz_preferences_init (PazPreferences *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self->language_row, C_("language", "As the System"));
  fill_languages (self->report_language_row, C_("language", "As the Interface"));
  show (self->language_row, PAZ_SETTING_LANGUAGE, languages);
  show (self->appearance_row, PAZ_SETTING_APPEARANCE, appearances);
  show (self->report_language_row, PAZ_SETTING_REPORT_LANGUAGE, report_languages);
  show (self->terms_row, PAZ_SETTING_REPORT_TERMS, terms);
  self->filling = FALSE;
}

GtkWidget *
paz_preferences_new (PazWindow *window)
{
  PazPreferences *self = g_object_new (PAZ_TYPE_PREFERENCES, "transient-for", window, NULL);
  PazStore *store = paz_window_get_store (window);

  gtk_widget_set_visible (GTK_WIDGET (self->identity_group), store != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->defaults_group), store != NULL);
  if (store != NULL)
    {
      paz_identity_group_set_store (self->identity_group, store);
      paz_defaults_group_set_store (self->defaults_group, store);
    }

  return GTK_WIDGET (self);
}
