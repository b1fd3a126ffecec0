/* What one can do in the window, when, and under which name in the menu. */
#include "paz-window-private.h"

#include "paz-export-dialog.h"
#include "paz-import-dialog.h"
#include "paz-revised-dialog.h"
#include "paz-role.h"
#include "paz-search-dialog.h"
#include "paz-settings.h"
#include "paz-text-switch.h"
#include "paz-tip.h"
#include "paz-words.h"

static void
undo_or_redo (PazWindow *self,
              gboolean (*take) (PazStore *, GError **))
{
  g_autoptr (GError) error = NULL;

  if (!take (self->store, &error))
    paz_window_tell_error (self, error);
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  undo_or_redo (PAZ_WINDOW (widget), paz_store_undo);
}

static void
redo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  undo_or_redo (PAZ_WINDOW (widget), paz_store_redo);
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  paz_window_go_back (PAZ_WINDOW (widget));
}

static void
show_page_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  paz_window_show_page (PAZ_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_records_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);

  if (self->store != NULL)
    paz_window_show_records (self, g_variant_get_string (parameter, NULL));
}

static void
show_revised_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);

  if (self->store != NULL)
    paz_revised_dialog_present (self, g_variant_get_string (parameter, NULL));
}

static void
open_record_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  paz_window_open_id (PAZ_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* New, Delete and Search mean something else on each page: the page has an action of the name. */
static void
forward_to_page (PazWindow  *self,
                 const char *action)
{
  GtkWidget *page = paz_window_get_page (self);

  if (page != NULL && self->forms->len == 0)
    gtk_widget_activate_action (page, action, NULL);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  forward_to_page (PAZ_WINDOW (widget), "page.new");
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (paz_search_dialog_new (PAZ_WINDOW (widget))));
}

/* On a page of its own to search in, else in everything. */
static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);
  GtkWidget *page = self->forms->len == 0 ? paz_window_get_page (self) : NULL;

  if (page == NULL || !gtk_widget_activate_action (page, "page.find", NULL))
    gtk_widget_activate_action (widget, "win.search", NULL);
}

static void
new_record_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  g_autofree char *page = g_strconcat ("kind:", g_variant_get_string (parameter, NULL), NULL);

  paz_window_show_page (PAZ_WINDOW (widget), page);
  gtk_widget_activate_action (widget, "win.new", NULL);
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);

  gtk_window_present (GTK_WINDOW (paz_import_dialog_new (PAZ_WINDOW (widget), path[0] != '\0' ? path : NULL)));
}

static void
import_file_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (paz_import_dialog_new (PAZ_WINDOW (widget), NULL)));
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (paz_export_dialog_new (PAZ_WINDOW (widget), NULL)));
}

static void
export_report_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), ":", 2);
  GtkWidget *dialog = paz_export_dialog_new (PAZ_WINDOW (widget), parts[0]);

  /* "women:2" begins with its third sheet. */
  if (parts[0] != NULL && parts[1] != NULL)
    paz_preview_pane_show (paz_export_dialog_get_pane (PAZ_EXPORT_DIALOG (dialog)),
                           (guint) g_ascii_strtoull (parts[1], NULL, 10));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
texts_view_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  paz_text_switch_turn ();
}

static void
welcomed_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);

  if (self->store != NULL)
    paz_role_asked (self->store);
  paz_window_drop_welcome (self);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
add_binding (GtkWidgetClass  *widget_class,
             guint            key,
             GdkModifierType  modifiers,
             const char      *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, NULL);
}

void
paz_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.new-record", "s", new_record_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-records", "s", show_records_action);
  gtk_widget_class_install_action (widget_class, "win.show-revised", "s", show_revised_action);
  gtk_widget_class_install_action (widget_class, "win.open-record", "s", open_record_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_file_action);
  gtk_widget_class_install_action (widget_class, "win.import-file", "s", import_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-report", "s", export_report_action);
  gtk_widget_class_install_action (widget_class, "win.texts-view", NULL, texts_view_action);
  gtk_widget_class_install_action (widget_class, "win.welcomed", NULL, welcomed_action);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_action);

  add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo");
  add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo");
  add_binding (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo");
  add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back");
  add_binding (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new");
  add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.find");
  add_binding (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.search");
  add_binding (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "win.import");
  add_binding (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "win.export");
  add_binding (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.texts-view");
  add_binding (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "win.close");
}

static char *
dup_step_name (PazWindow     *self,
               const PazStep *step)
{
  if (step == NULL)
    return NULL;

  return paz_store_dup_step_name (self->store, step, paz_words_get_catalogue ());
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_append_item (menu, item);
}

/* A label of a menu takes "_" as the sign of its key; names are text. */
static char *
dup_escaped (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
add_step_item (GMenu      *menu,
               const char *plain,
               const char *named,
               const char *name,
               const char *action)
{
  g_autofree char *escaped = name != NULL ? dup_escaped (name) : NULL;
  g_autofree char *label = escaped != NULL ? paz_words_fill (named, escaped) : g_strdup (plain);

  add_item (menu, label, action);
}

static GMenuModel *
make_recent_menu (void)
{
  g_auto (GStrv) recent = paz_settings_dup_list (paz_settings_get (), PAZ_SETTING_RECENT_FILES);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (recent[i]);
      g_autofree char *name = g_filename_display_name (base);
      g_autofree char *label = dup_escaped (name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", recent[i]);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
add_file_section (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuModel) recent = make_recent_menu ();

  add_item (section, _("_Open Another…"), "win.open");
  if (g_menu_model_get_n_items (recent) > 0)
    g_menu_append_submenu (section, _("Open _Recent"), recent);
  add_item (section, _("_New File…"), "win.new-file");
  add_item (section, _("_Save a Copy…"), "win.save-copy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
add_steps_section (GMenu      *menu,
                   const char *undo,
                   const char *redo)
{
  g_autoptr (GMenu) section = g_menu_new ();

  add_step_item (section, C_("action", "Undo"), _("Undo: %s"), undo, "win.undo");
  add_step_item (section, C_("action", "Redo"), _("Redo: %s"), redo, "win.redo");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
add_last_sections (GMenu *menu)
{
  g_autoptr (GMenu) exchange = g_menu_new ();
  g_autoptr (GMenu) program = g_menu_new ();

  add_item (exchange, _("_Import UN Figures…"), "win.import");
  add_item (exchange, _("_Export Workbook…"), "win.export");
  add_item (exchange, paz_text_switch_is_one_at_a_time () ? _("_Three Languages Side by Side") : _("One _Language at a Time"),
            "win.texts-view");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (exchange));
  add_item (program, _("_Preferences"), "app.preferences");
  add_item (program, _("_Keyboard Shortcuts"), "win.show-help-overlay");
  add_item (program, _("_About Relacopaz"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));
}

/* Made when it is opened: it names the steps that undo and redo would take now. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       data)
{
  PazWindow *self = data;
  gboolean writable = self->store != NULL && !paz_store_is_read_only (self->store);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (PazStep) undo = writable ? paz_store_dup_undo_step (self->store) : NULL;
  g_autoptr (PazStep) redo = writable ? paz_store_dup_redo_step (self->store) : NULL;
  g_autofree char *undo_name = dup_step_name (self, undo);
  g_autofree char *redo_name = dup_step_name (self, redo);

  add_steps_section (menu, undo_name, redo_name);
  add_file_section (menu);
  add_last_sections (menu);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
paz_window_set_up_menu (PazWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
}

static void
set_step_tooltip (GtkWidget  *button,
                  const char *plain,
                  const char *named,
                  const char *name)
{
  g_autofree char *text = name != NULL ? paz_words_fill (named, name) : g_strdup (plain);

  paz_tip_set (button, text);
}

/* What undo and redo would take, in words: asked from the store once for all that changed meanwhile. */
static void
tell_steps (PazWindow *self)
{
  gboolean writable = self->store != NULL && !paz_store_is_read_only (self->store);
  g_autoptr (PazStep) undo = writable ? paz_store_dup_undo_step (self->store) : NULL;
  g_autoptr (PazStep) redo = writable ? paz_store_dup_redo_step (self->store) : NULL;
  g_autofree char *undo_name = dup_step_name (self, undo);
  g_autofree char *redo_name = dup_step_name (self, redo);

  set_step_tooltip (self->undo_button, C_("action", "Undo"), _("Undo: %s"), undo_name);
  set_step_tooltip (self->redo_button, C_("action", "Redo"), _("Redo: %s"), redo_name);
}

static gboolean
tell_cb (gpointer data)
{
  PazWindow *self = data;

  self->telling = 0;
  if (self->counting && self->store != NULL)
    paz_sidebar_count (self->sidebar, self->store);
  self->counting = FALSE;
  tell_steps (self);

  return G_SOURCE_REMOVE;
}

/* After the frame that shows what a person did, and once for all that is done before it. */
static void
tell_later (PazWindow *self)
{
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_LOW, tell_cb, self, NULL);
}

void
paz_window_count_later (PazWindow *self)
{
  self->counting = TRUE;
  tell_later (self);
}

/* The one place that says which actions can be taken. */
void
paz_window_update_actions (PazWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->store != NULL;
  gboolean writable = open && !paz_store_is_read_only (self->store);
  gboolean on_page = open && self->forms->len == 0;
  g_autoptr (PazStep) undo = writable ? paz_store_dup_undo_step (self->store) : NULL;
  g_autoptr (PazStep) redo = writable ? paz_store_dup_redo_step (self->store) : NULL;
  gboolean on_list = on_page && g_str_has_prefix (self->page, "kind:");

  gtk_widget_action_set_enabled (widget, "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (widget, "win.back", self->forms->len > 0);
  gtk_widget_action_set_enabled (widget, "win.new", writable && on_list);
  gtk_widget_action_set_enabled (widget, "win.find", open);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.new-record", writable);
  gtk_widget_action_set_enabled (widget, "win.show-page", open);
  gtk_widget_action_set_enabled (widget, "win.open-record", open);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.import-file", writable);
  gtk_widget_action_set_enabled (widget, "win.export", open);
  gtk_widget_action_set_enabled (widget, "win.export-report", open);
  gtk_widget_action_set_enabled (widget, "win.save-copy", open);
  gtk_widget_action_set_enabled (widget, "win.reopen", self->path != NULL);
  gtk_widget_action_set_enabled (widget, "win.open-read-only", self->path != NULL);

  gtk_widget_set_visible (self->back_button, self->forms->len > 0);
  gtk_widget_set_sensitive (self->find_button, open);
  paz_window_update_history_actions (self);
  tell_later (self);
}
