/* Pages by name, made when first shown; forms in a pile above them. */
#include "paz-window-private.h"

#include "paz-deleted-page.h"
#include "paz-desk-page.h"
#include "paz-facts-page.h"
#include "paz-fatalities-page.h"
#include "paz-figures-page.h"
#include "paz-form-page.h"
#include "paz-history-page.h"
#include "paz-list-page.h"
#include "paz-map-page.h"
#include "paz-overview-page.h"
#include "paz-profile-page.h"
#include "paz-role.h"
#include "paz-sets-page.h"
#include "paz-settings.h"
#include "paz-welcome-page.h"
#include "paz-words.h"

#define MAX_IDLE_FORMS 8

static GtkWidget *
make_page (PazWindow  *self,
           const char *name)
{
  const PazKind *kind = NULL;

  if (g_str_equal (name, "overview"))
    return paz_overview_page_new (self->store);
  if (g_str_equal (name, "translations"))
    return paz_desk_page_new (self->store);
  if (g_str_equal (name, "figures"))
    return paz_figures_page_new (self->store);
  if (g_str_equal (name, "map"))
    return paz_map_page_new (self->store);
  if (g_str_equal (name, "contributions"))
    return paz_facts_page_new (self->store);
  if (g_str_equal (name, "profile"))
    return paz_profile_page_new (self->store);
  if (g_str_equal (name, "fatalities"))
    return paz_fatalities_page_new (self->store);
  if (g_str_equal (name, "sets"))
    return paz_sets_page_new (self->store);
  if (g_str_equal (name, "history"))
    return paz_history_page_new (self->store);
  if (g_str_equal (name, "deleted"))
    return paz_deleted_page_new (self->store);
  if (g_str_has_prefix (name, "kind:"))
    kind = paz_kind_find (name + strlen ("kind:"));

  return kind != NULL ? paz_list_page_new (self->store, kind) : NULL;
}

void
paz_window_update_title (PazWindow *self)
{
  GtkWidget *form = self->forms->len > 0 ? g_ptr_array_index (self->forms, self->forms->len - 1) : NULL;
  const char *page = paz_sidebar_get_title (self->sidebar, self->page);
  g_autofree char *title = NULL;

  if (form != NULL)
    g_object_get (form, "title", &title, NULL);
  adw_window_title_set_title (self->page_title, title != NULL ? title : page);
  adw_window_title_set_subtitle (self->page_title, form != NULL ? page : "");
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : page);
}

void
paz_window_drop_pages (PazWindow *self)
{
  GtkWidget *child;

  if (self->pages == NULL)
    return;
  if (self->forms != NULL)
    g_ptr_array_set_size (self->forms, 0);
  if (self->idle_forms != NULL)
    g_ptr_array_set_size (self->idle_forms, 0);
  self->welcome = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
}

GtkWidget *
paz_window_get_page (PazWindow *self)
{
  return gtk_stack_get_child_by_name (self->pages, self->page);
}

const char *
paz_window_get_page_name (PazWindow *self)
{
  return self->page;
}

static void
show_top (PazWindow *self)
{
  if (self->welcome != NULL)
    gtk_stack_set_visible_child (self->pages, self->welcome);
  else if (self->forms->len > 0)
    gtk_stack_set_visible_child (self->pages, g_ptr_array_index (self->forms, self->forms->len - 1));
  else
    gtk_stack_set_visible_child_name (self->pages, self->page);
  paz_window_update_title (self);
  paz_window_update_actions (self);
}

void
paz_window_drop_welcome (PazWindow *self)
{
  GtkWidget *welcome = g_steal_pointer (&self->welcome);

  if (welcome == NULL || self->pages == NULL)
    return;
  show_top (self);
  gtk_stack_remove (self->pages, welcome);
}

void
paz_window_show_welcome (PazWindow *self)
{
  if (self->welcome != NULL)
    return;
  self->welcome = paz_welcome_page_new (self->store);
  gtk_stack_add_child (self->pages, self->welcome);
  show_top (self);
}

gboolean
paz_window_leave_forms (PazWindow *self)
{
  while (self->forms->len > 0)
    if (!paz_window_go_back (self))
      return FALSE;

  return TRUE;
}

void
paz_window_show_page (PazWindow  *self,
                      const char *page)
{
  g_autofree char *name = g_strdup (page);
  GtkWidget *widget;

  g_return_if_fail (self->store != NULL);

  if (!paz_window_leave_forms (self))
    {
      paz_sidebar_select (self->sidebar, self->page);
      return;
    }

  widget = gtk_stack_get_child_by_name (self->pages, name);
  if (widget == NULL)
    {
      widget = make_page (self, name);
      g_return_if_fail (widget != NULL);
      gtk_stack_add_named (self->pages, widget, name);
    }

  paz_window_drop_welcome (self);
  g_free (self->page);
  self->page = g_steal_pointer (&name);
  paz_sidebar_select (self->sidebar, self->page);
  show_top (self);
}

static void
speak_anew_if_asked (PazWindow *self)
{
  if (!self->speaks_anew || self->forms->len > 0)
    return;
  self->speaks_anew = FALSE;
  paz_window_speak_anew (self);
}

static gboolean
speak_later_cb (gpointer data)
{
  speak_anew_if_asked (data);

  return G_SOURCE_REMOVE;
}

/* ---- forms ---- */

static GtkWidget *
steal_idle_form (PazWindow     *self,
                 const PazKind *kind)
{
  for (guint i = 0; i < self->idle_forms->len; i++)
    if (paz_form_page_get_kind (g_ptr_array_index (self->idle_forms, i)) == kind)
      return g_ptr_array_steal_index (self->idle_forms, i);

  return NULL;
}

/* To build a form takes longer than to fill one: the last one of each kind waits, hidden. */
static void
keep_idle_form (PazWindow *self,
                GtkWidget *form)
{
  GtkWidget *other = steal_idle_form (self, paz_form_page_get_kind (PAZ_FORM_PAGE (form)));

  paz_form_page_lay_aside (PAZ_FORM_PAGE (form));
  gtk_widget_set_visible (form, FALSE);
  g_ptr_array_add (self->idle_forms, form);
  if (other == NULL && self->idle_forms->len > MAX_IDLE_FORMS)
    other = g_ptr_array_steal_index (self->idle_forms, 0);
  if (other != NULL)
    gtk_stack_remove (self->pages, other);
}

static void
remove_form (PazWindow *self,
             GtkWidget *form)
{
  if (!g_ptr_array_remove (self->forms, form))
    return;
  show_top (self);
  keep_idle_form (self, form);
  if (self->speaks_anew)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, speak_later_cb, g_object_ref (self), g_object_unref);
}

typedef struct
{
  PazWindow *window;
  guint64    step;
} Saved;

static void
saved_free (Saved *saved)
{
  g_object_unref (saved->window);
  g_free (saved);
}

static gboolean
tell_saved_cb (gpointer data)
{
  Saved *saved = data;

  paz_window_tell_step (saved->window, saved->step);

  return G_SOURCE_REMOVE;
}

/* The form says at once that it is saved; what the step is called follows after the next frame. */
static void
form_saved_cb (PazWindow *self,
               guint64    step)
{
  Saved *saved = g_new0 (Saved, 1);

  saved->window = g_object_ref (self);
  saved->step = step;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_saved_cb, saved, (GDestroyNotify) saved_free);
}

static void
form_close_cb (PazWindow *self,
               GtkWidget *form)
{
  remove_form (self, form);
}

static GtkWidget *
make_form (PazWindow *self,
           PazRecord *record)
{
  GtkWidget *form = paz_form_page_new (self->store, record);

  g_signal_connect_object (form, "saved", G_CALLBACK (form_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "close", G_CALLBACK (form_close_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "notify::title",
                           G_CALLBACK (paz_window_update_title), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->pages, form);

  return form;
}

static void
push_form (PazWindow *self,
           PazRecord *record)
{
  GtkWidget *form = steal_idle_form (self, paz_record_get_kind (record));

  if (form == NULL)
    form = make_form (self, record);
  else
    paz_form_page_open (PAZ_FORM_PAGE (form), record);
  gtk_widget_set_visible (form, TRUE);
  paz_window_drop_welcome (self);
  g_ptr_array_add (self->forms, form);
  show_top (self);
  /* The stack has moved it already where it was in the page before; a second time would lead it on. */
  if (gtk_widget_get_focus_child (form) == NULL)
    gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD);
}

GtkWidget *
paz_window_get_form (PazWindow *self)
{
  g_return_val_if_fail (PAZ_IS_WINDOW (self), NULL);

  return self->forms->len > 0 ? g_ptr_array_index (self->forms, self->forms->len - 1) : NULL;
}

/* The record whose form shows this one: itself, or the one that contains it. */
static PazRecord *
dup_shown (PazWindow *self,
           PazRecord *record)
{
  g_autoptr (PazRecord) shown = g_object_ref (record);

  while (paz_record_get_kind (shown)->parent != NULL && paz_record_get_container (shown) != NULL)
    {
      PazRecord *container = paz_store_dup_record (self->store, paz_record_get_container (shown), NULL);

      if (container == NULL)
        break;
      g_object_unref (shown);
      shown = container;
    }

  return g_steal_pointer (&shown);
}

void
paz_window_open_record (PazWindow *self,
                        PazRecord *record)
{
  g_autoptr (PazRecord) shown = dup_shown (self, record);

  if (!paz_record_is_new (shown))
    paz_settings_remember (paz_settings_get (), PAZ_SETTING_RECENT_RECORDS, paz_record_get_id (shown));
  push_form (self, shown);
}

void
paz_window_open_id (PazWindow  *self,
                    const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazRecord) record = paz_store_dup_record (self->store, id, &error);

  if (record == NULL)
    {
      paz_window_tell_error (self, error);
      return;
    }

  paz_window_open_record (self, record);
}

gboolean
paz_window_go_back (PazWindow *self)
{
  GtkWidget *form;

  if (self->forms->len == 0)
    return TRUE;
  form = g_ptr_array_index (self->forms, self->forms->len - 1);
  if (!paz_form_page_try_close (PAZ_FORM_PAGE (form)))
    return FALSE;
  /* It may have said "close" itself. */
  remove_form (self, form);

  return TRUE;
}

static void
open_first_form (PazWindow  *self,
                 const char *key)
{
  const PazKind *kind = paz_kind_find (key);
  g_autoptr (PazQuery) query = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *page = NULL;

  g_return_if_fail (kind != NULL);
  page = g_strconcat ("kind:", key, NULL);
  paz_window_show_page (self, page);
  query = paz_query_new (kind);
  ids = paz_store_find (self->store, query, NULL, NULL);
  if (ids != NULL && ids->len > 0)
    paz_window_open_id (self, g_ptr_array_index (ids, 0));
}

static void
open_new_form (PazWindow  *self,
               const char *key)
{
  g_autofree char *page = g_strconcat ("kind:", key, NULL);

  paz_window_show_page (self, page);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new", NULL);
}

void
paz_window_show_asked (PazWindow *self)
{
  const char *asked = g_getenv ("RELACOPAZ_PAGE");

  if (asked == NULL)
    return;
  if (g_str_has_prefix (asked, "form:"))
    open_first_form (self, asked + strlen ("form:"));
  else if (g_str_has_prefix (asked, "new:"))
    open_new_form (self, asked + strlen ("new:"));
  else if (g_str_has_prefix (asked, "import:"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import-file", "s", asked + strlen ("import:"));
  else if (g_str_has_prefix (asked, "action:"))
    gtk_widget_activate_action (GTK_WIDGET (self), asked + strlen ("action:"), NULL);
  else if (g_str_has_prefix (asked, "report:"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-report", "s", asked + strlen ("report:"));
  else if (g_str_has_prefix (asked, "profile:"))
    {
      paz_window_show_page (self, "profile");
      paz_profile_page_choose (PAZ_PROFILE_PAGE (paz_window_get_page (self)), asked + strlen ("profile:"));
    }
  else if (g_str_has_prefix (asked, "figures:"))
    {
      g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse (asked + strlen ("figures:"));

      paz_window_show_page (self, "figures");
      paz_figures_page_ask (PAZ_FIGURES_PAGE (paz_window_get_page (self)), choice);
    }
  else if (g_str_has_prefix (asked, "map:"))
    {
      g_autoptr (PazMapChoice) choice = paz_map_choice_parse (asked + strlen ("map:"));

      paz_window_show_page (self, "map");
      paz_map_page_ask (PAZ_MAP_PAGE (paz_window_get_page (self)), choice);
    }
  else if (g_str_equal (asked, "welcome"))
    paz_window_show_welcome (self);
  else
    paz_window_show_page (self, asked);
}
