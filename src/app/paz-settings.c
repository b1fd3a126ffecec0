#include "paz-settings.h"

#define SCHEMA_ID "org.relacopaz.Relacopaz"
#define N_RECENT 10

struct _PazSettings
{
  GObject parent_instance;
  GSettings *settings;   /* NULL where the schema is not installed */
  GHashTable *values;    /* then: key to GVariant */
};

G_DEFINE_FINAL_TYPE (PazSettings, paz_settings, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  const char *key;
  const char *value;     /* text form of a GVariant */
} Default;

static const Default defaults[] = {
  { PAZ_SETTING_LANGUAGE, "'system'" },
  { PAZ_SETTING_APPEARANCE, "'system'" },
  { PAZ_SETTING_REPORT_LANGUAGE, "'interface'" },
  { PAZ_SETTING_REPORT_TERMS, "'po'" },
  { PAZ_SETTING_REPORT_NAME, "''" },
  { PAZ_SETTING_REPORT_PAPER, "'participant'" },
  { PAZ_SETTING_REPORT_FOLDER, "''" },
  { PAZ_SETTING_TEXTS_VIEW, "'side'" },
  { PAZ_SETTING_TEXTS_LANGUAGE, "''" },
  { PAZ_SETTING_RECENT_FILES, "@as []" },
  { PAZ_SETTING_RECENT_WORKBOOKS, "@as []" },
  { PAZ_SETTING_RECENT_RECORDS, "@as []" },
  { PAZ_SETTING_RECENT_SEARCHES, "@as []" },
  { PAZ_SETTING_CLOSED_AREAS, "@as []" },
  { PAZ_SETTING_LIST_LAYOUTS, "''" },
  { PAZ_SETTING_FIGURES_VIEWS, "''" },
  { PAZ_SETTING_MAP_VIEW, "''" },
  { "window-width", "1180" },
  { "window-height", "780" },
  { "window-maximized", "false" },
};

static GVariant *
get_value (PazSettings *self,
           const char  *key)
{
  if (self->settings != NULL)
    return g_settings_get_value (self->settings, key);

  return g_variant_ref (g_hash_table_lookup (self->values, key));
}

static void
set_value (PazSettings *self,
           const char  *key,
           GVariant    *value)
{
  if (self->settings != NULL)
    {
      g_settings_set_value (self->settings, key, value);
      return;
    }

  g_hash_table_insert (self->values, (char *) g_intern_string (key), g_variant_ref_sink (value));
  g_signal_emit (self, signals[CHANGED], g_quark_from_string (key), key);
}

static void
settings_changed_cb (PazSettings *self,
                     const char  *key)
{
  g_signal_emit (self, signals[CHANGED], g_quark_from_string (key), key);
}

static void
open_schema (PazSettings *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
  if (schema == NULL)
    return;

  self->settings = g_settings_new_full (schema, NULL, NULL);
  g_signal_connect_object (self->settings, "changed",
                           G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
paz_settings_dispose (GObject *object)
{
  PazSettings *self = PAZ_SETTINGS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->values, g_hash_table_unref);

  G_OBJECT_CLASS (paz_settings_parent_class)->dispose (object);
}

static void
paz_settings_class_init (PazSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_settings_dispose;

  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_SETTINGS,
                                   G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
paz_settings_init (PazSettings *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) g_variant_unref);

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    g_hash_table_insert (self->values, (char *) g_intern_string (defaults[i].key),
                         g_variant_ref_sink (g_variant_new_parsed (defaults[i].value)));
  open_schema (self);
}

PazSettings *
paz_settings_get (void)
{
  static PazSettings *self;

  if (self == NULL)
    self = g_object_new (PAZ_TYPE_SETTINGS, NULL);

  return self;
}

char *
paz_settings_dup_text (PazSettings *self,
                       const char  *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_dup_string (value, NULL);
}

void
paz_settings_set_text (PazSettings *self,
                       const char  *key,
                       const char  *text)
{
  g_autofree char *present = paz_settings_dup_text (self, key);

  if (!g_str_equal (present, text))
    set_value (self, key, g_variant_new_string (text));
}

char **
paz_settings_dup_list (PazSettings *self,
                       const char  *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_dup_strv (value, NULL);
}

/* The list without text, with `first` before it when that is not NULL. */
static void
change_list (PazSettings *self,
             const char  *key,
             const char  *first,
             const char  *text)
{
  g_auto (GStrv) former = paz_settings_dup_list (self, key);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (list, (char *) first);
  for (guint i = 0; former[i] != NULL && list->len < N_RECENT; i++)
    if (!g_str_equal (former[i], text))
      g_ptr_array_add (list, former[i]);

  set_value (self, key, g_variant_new_strv ((const char * const *) list->pdata, list->len));
}

void
paz_settings_remember (PazSettings *self,
                       const char  *key,
                       const char  *text)
{
  change_list (self, key, text, text);
}

void
paz_settings_forget (PazSettings *self,
                     const char  *key,
                     const char  *text)
{
  change_list (self, key, NULL, text);
}

static int
get_int (PazSettings *self,
         const char  *key)
{
  g_autoptr (GVariant) value = get_value (self, key);

  return g_variant_get_int32 (value);
}

void
paz_settings_get_window (PazSettings *self,
                         int         *width,
                         int         *height,
                         gboolean    *maximized)
{
  g_autoptr (GVariant) value = get_value (self, "window-maximized");

  *width = get_int (self, "window-width");
  *height = get_int (self, "window-height");
  *maximized = g_variant_get_boolean (value);
}

void
paz_settings_set_window (PazSettings *self,
                         int          width,
                         int          height,
                         gboolean     maximized)
{
  set_value (self, "window-maximized", g_variant_new_boolean (maximized));
  if (maximized || width <= 0 || height <= 0)
    return;
  set_value (self, "window-width", g_variant_new_int32 (width));
  set_value (self, "window-height", g_variant_new_int32 (height));
}
