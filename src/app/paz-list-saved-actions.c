#include "paz-list-saved-actions.h"

#include "paz-list-saved.h"
#include "paz-window.h"
#include "paz-words.h"

typedef struct
{
  GActionMap *map;           /* owns us */
  GtkWidget *page;           /* owns the map */
  PazStore *store;
  PazListFilter *filter;
} SavedActions;

static void
saved_actions_free (gpointer data)
{
  SavedActions *self = data;

  g_object_unref (self->filter);
  g_object_unref (self->store);
  g_free (self);
}

static PazWindow *
get_window (SavedActions *self)
{
  return PAZ_WINDOW (gtk_widget_get_root (self->page));
}

static void
update_filter_actions (SavedActions *self)
{
  const PazFilter *present = paz_list_filter_get (self->filter);
  g_autoptr (PazFilter) kept = paz_list_saved_match (self->store, present);
  gboolean writable = !paz_store_is_read_only (self->store);
  GActionMap *map = self->map;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "save-filter")),
                               writable && !paz_filter_is_empty (present) && kept == NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "rename-filter")),
                               writable && kept != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "delete-filter")),
                               writable && kept != NULL);
}

static void
use_filter_action (GSimpleAction *action,
                   GVariant      *target,
                   gpointer       data)
{
  SavedActions *self = data;
  const PazKind *kind = paz_list_filter_get (self->filter)->kind;
  g_autoptr (PazFilter) filter = paz_list_saved_find (self->store, kind, g_variant_get_string (target, NULL));

  paz_list_filter_set (self->filter, filter);
}

static void
keep (SavedActions *self,
      const char   *name,
      const char   *before)
{
  g_autoptr (PazFilter) filter = paz_filter_copy (paz_list_filter_get (self->filter));
  g_autoptr (GError) error = NULL;

  g_free (filter->name);
  filter->name = g_strdup (name);
  if (!paz_store_keep_filter (self->store, filter, &error)
      || (before != NULL && !g_str_equal (before, name)
          && !paz_store_drop_filter (self->store, filter->kind, before, &error)))
    paz_window_tell_error (get_window (self), error);
}

static void
named_cb (const char *name,
          gpointer    data)
{
  keep (data, name, NULL);
}

static void
renamed_cb (const char *name,
            gpointer    data)
{
  SavedActions *self = data;
  g_autoptr (PazFilter) kept = paz_list_saved_match (self->store, paz_list_filter_get (self->filter));

  keep (self, name, kept != NULL ? kept->name : NULL);
}

static void
save_filter_action (GSimpleAction *action,
                    GVariant      *target,
                    gpointer       data)
{
  SavedActions *self = data;

  paz_list_saved_ask_name (self->page, _("Save Filter"), NULL, named_cb, self);
}

static void
rename_filter_action (GSimpleAction *action,
                      GVariant      *target,
                      gpointer       data)
{
  SavedActions *self = data;
  g_autoptr (PazFilter) kept = paz_list_saved_match (self->store, paz_list_filter_get (self->filter));

  if (kept != NULL)
    paz_list_saved_ask_name (self->page, _("Rename Filter"), kept->name, renamed_cb, self);
}

static void
delete_filter_action (GSimpleAction *action,
                      GVariant      *target,
                      gpointer       data)
{
  SavedActions *self = data;
  g_autoptr (PazFilter) kept = paz_list_saved_match (self->store, paz_list_filter_get (self->filter));
  g_autoptr (GError) error = NULL;

  if (kept != NULL && !paz_store_drop_filter (self->store, kept->kind, kept->name, &error))
    paz_window_tell_error (get_window (self), error);
}

static void
make_saved_cb (GtkMenuButton *button,
               gpointer       data)
{
  SavedActions *self = data;
  g_autoptr (GMenuModel) menu = paz_list_saved_make_menu (self->store, paz_list_filter_get (self->filter));

  update_filter_actions (self);
  gtk_menu_button_set_menu_model (button, menu);
}

static const GActionEntry entries[] = {
  { "use-filter", use_filter_action, "s" },
  { "save-filter", save_filter_action },
  { "rename-filter", rename_filter_action },
  { "delete-filter", delete_filter_action },
};

void
paz_list_saved_add_actions (GActionMap    *map,
                            GtkMenuButton *button,
                            GtkWidget     *page,
                            PazStore      *store,
                            PazListFilter *filter)
{
  SavedActions *self = g_new0 (SavedActions, 1);

  self->map = map;
  self->page = page;
  self->store = g_object_ref (store);
  self->filter = g_object_ref (filter);
  g_object_set_data_full (G_OBJECT (map), "saved-filters", self, saved_actions_free);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  gtk_menu_button_set_create_popup_func (button, make_saved_cb, self, NULL);
}
