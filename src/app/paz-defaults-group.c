#include "paz-defaults-group.h"

#include "paz-role.h"
#include "paz-window.h"
#include "paz-words.h"

struct _PazDefaultsGroup
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *page_row;
  AdwComboRow *level_row;
  AdwActionRow *mine_row;
  GtkSwitch *mine_switch;

  PazStore *store;
  GPtrArray *pages;      /* names, in the order of the choice */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PazDefaultsGroup, paz_defaults_group, ADW_TYPE_PREFERENCES_GROUP)

static void
tell (PazDefaultsGroup *self,
      gboolean          kept,
      const GError     *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *window = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  if (!kept && PAZ_IS_WINDOW (window))
    paz_window_tell_error (PAZ_WINDOW (window), error);
}

static void
page_selected_cb (PazDefaultsGroup *self)
{
  guint position = adw_combo_row_get_selected (self->page_row);
  g_autoptr (GError) error = NULL;

  if (self->filling || self->store == NULL || position >= self->pages->len)
    return;
  tell (self, paz_role_set_first_page (self->store, self->pages->pdata[position], &error), error);
}

static void
level_selected_cb (PazDefaultsGroup *self)
{
  guint position = adw_combo_row_get_selected (self->level_row);
  PazLevel level = (PazLevel) (position - 1);
  g_autoptr (GError) error = NULL;

  if (!self->filling && self->store != NULL && position != GTK_INVALID_LIST_POSITION)
    tell (self, paz_role_set_level (self->store, position > 0 ? &level : NULL, &error), error);
}

static void
mine_switched_cb (PazDefaultsGroup *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->filling && self->store != NULL)
    tell (self, paz_role_set_shows_mine (self->store, gtk_switch_get_active (self->mine_switch), &error), error);
}

static void
fill_pages (PazDefaultsGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const PazKind * const *kinds = paz_kind_list (NULL);

  self->pages = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->pages, g_strdup ("overview"));
  gtk_string_list_append (names, C_("page", "Overview"));
  for (guint i = 0; kinds[i] != NULL; i++)
    if (kinds[i]->parent == NULL)
      {
        g_ptr_array_add (self->pages, g_strconcat ("kind:", kinds[i]->key, NULL));
        gtk_string_list_append (names, paz_catalogue_text (paz_words_get_catalogue (), kinds[i]->phrases.plural));
      }
  adw_combo_row_set_model (self->page_row, G_LIST_MODEL (names));
}

static void
fill_levels (PazDefaultsGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_("level", "As each kind proposes"));
  for (PazLevel level = PAZ_LEVEL_PUBLIC; level <= PAZ_LEVEL_NATIONAL; level++)
    gtk_string_list_append (names, paz_catalogue_ptext (paz_words_get_catalogue (), "level", paz_level_get_label (level)));
  adw_combo_row_set_model (self->level_row, G_LIST_MODEL (names));
}

static void
paz_defaults_group_dispose (GObject *object)
{
  PazDefaultsGroup *self = PAZ_DEFAULTS_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_DEFAULTS_GROUP);
  g_clear_object (&self->store);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_defaults_group_parent_class)->dispose (object);
}

static void
paz_defaults_group_class_init (PazDefaultsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_defaults_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/defaults-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PazDefaultsGroup, page_row);
  gtk_widget_class_bind_template_child (widget_class, PazDefaultsGroup, level_row);
  gtk_widget_class_bind_template_child (widget_class, PazDefaultsGroup, mine_row);
  gtk_widget_class_bind_template_child (widget_class, PazDefaultsGroup, mine_switch);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, mine_switched_cb);
}

static void
paz_defaults_group_init (PazDefaultsGroup *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_pages (self);
  fill_levels (self);
  self->filling = FALSE;
}

void
paz_defaults_group_set_store (PazDefaultsGroup *self,
                              PazStore         *store)
{
  g_set_object (&self->store, store);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !paz_store_is_read_only (store));
  paz_defaults_group_refresh (self);
}

void
paz_defaults_group_refresh (PazDefaultsGroup *self)
{
  g_autofree char *page = paz_role_dup_first_page (self->store);
  PazLevel level;
  guint position = 0;

  self->filling = TRUE;
  g_ptr_array_find_with_equal_func (self->pages, page, g_str_equal, &position);
  adw_combo_row_set_selected (self->page_row, position < self->pages->len ? position : 0);
  adw_combo_row_set_selected (self->level_row, paz_role_get_level (self->store, &level) ? (guint) level + 1 : 0);
  gtk_switch_set_active (self->mine_switch, paz_role_shows_mine (self->store));
  self->filling = FALSE;
}
