#include "paz-search-dialog.h"

#include "paz-commands.h"
#include "paz-search-row.h"
#include "paz-searcher.h"
#include "paz-settings.h"
#include "paz-words.h"

#define N_HITS 40
#define N_COMMANDS 5
/* Shown at once; the others come between frames, so many in each. */
#define N_FIRST 8
#define N_NEXT 6

struct _PazSearchDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *entry;
  GtkStack *pages;
  GtkListBox *list;

  PazWindow *window;        /* transient for it */
  PazStore *store;
  PazSearcher *searcher;
  GPtrArray *hits;          /* of the last search; NULL once all of them are shown */
  guint n_shown;
  gboolean commands_last;   /* after the hits */
  guint filling;            /* tick callback */
  gboolean searching;
  gboolean open_first;      /* Enter came before what it is to open */
};

G_DEFINE_FINAL_TYPE (PazSearchDialog, paz_search_dialog, ADW_TYPE_WINDOW)

/* ---- the list ---- */

static void
stop_filling (PazSearchDialog *self)
{
  if (self->filling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filling);
  self->filling = 0;
  g_clear_pointer (&self->hits, g_ptr_array_unref);
}

static void
clear (PazSearchDialog *self)
{
  GtkListBoxRow *row;

  stop_filling (self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
add_row (PazSearchDialog *self,
         GtkWidget       *row)
{
  gtk_list_box_append (self->list, row);
}

static void
show_page (PazSearchDialog *self,
           const char      *empty)
{
  gboolean some = gtk_list_box_get_row_at_index (self->list, 0) != NULL;

  gtk_stack_set_visible_child_name (self->pages, some ? "list" : empty);
}

static void
add_commands (PazSearchDialog *self,
              const char      *words)
{
  g_autoptr (GPtrArray) commands = paz_commands_find (self->store, words);

  for (guint i = 0; i < commands->len && i < N_COMMANDS; i++)
    add_row (self, paz_search_row_new_for_command (commands->pdata[i], words));
}

/* FALSE when all are shown. */
static gboolean
add_hits (PazSearchDialog *self,
          guint            n)
{
  for (; n > 0 && self->n_shown < self->hits->len; n--)
    add_row (self, paz_search_row_new_for_hit (self->store, self->hits->pdata[self->n_shown++]));
  if (self->n_shown < self->hits->len)
    return TRUE;
  if (self->commands_last)
    add_commands (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_clear_pointer (&self->hits, g_ptr_array_unref);

  return FALSE;
}

static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  PazSearchDialog *self = PAZ_SEARCH_DIALOG (widget);

  if (add_hits (self, N_NEXT))
    return G_SOURCE_CONTINUE;
  self->filling = 0;

  return G_SOURCE_REMOVE;
}

/* An exact code stands before pages and actions. */
static void
show_hits (PazSearchDialog *self,
           const char      *words,
           GPtrArray       *hits)
{
  gboolean exact = hits->len > 0 && ((PazHit *) hits->pdata[0])->rank == PAZ_HIT_EXACT;

  clear (self);
  if (!exact)
    add_commands (self, words);
  self->hits = g_ptr_array_ref (hits);
  self->n_shown = 0;
  self->commands_last = exact;
  if (add_hits (self, N_FIRST))
    self->filling = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
  show_page (self, "nothing");
}

/* What was opened last, then what was searched last. */
static void
show_recent (PazSearchDialog *self)
{
  g_auto (GStrv) records = paz_settings_dup_list (paz_settings_get (), PAZ_SETTING_RECENT_RECORDS);
  g_auto (GStrv) searches = paz_settings_dup_list (paz_settings_get (), PAZ_SETTING_RECENT_SEARCHES);

  clear (self);
  for (guint i = 0; records[i] != NULL; i++)
    {
      g_autoptr (PazRecord) record = paz_store_dup_record (self->store, records[i], NULL);

      if (record != NULL && !paz_record_is_deleted (record))
        add_row (self, paz_search_row_new_for_record (self->store, record));
    }
  for (guint i = 0; searches[i] != NULL; i++)
    add_row (self, paz_search_row_new_for_words (searches[i]));
  show_page (self, "hint");
}

static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       data)
{
  const char *section = paz_search_row_get_section (row);
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (paz_search_row_get_section (before), section) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "area-heading");
  gtk_list_box_row_set_header (row, label);
}

/* ---- searching ---- */

static void
remember_words (PazSearchDialog *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*words != '\0')
    paz_settings_remember (paz_settings_get (), PAZ_SETTING_RECENT_SEARCHES, words);
}

static void
open_row (PazSearchDialog *self,
          GtkListBoxRow   *row)
{
  g_autofree char *action = g_strdup (paz_search_row_get_action (row));
  g_autofree char *target = g_strdup (paz_search_row_get_target (row));
  PazWindow *window = self->window;

  if (action == NULL)
    {
      paz_search_dialog_search (self, target);
      return;
    }
  remember_words (self);
  gtk_window_destroy (GTK_WINDOW (self));
  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), action, "s", target);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static void
open_first_row (PazSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  self->open_first = FALSE;
  if (row != NULL)
    open_row (self, row);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (PazSearchDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = paz_searcher_search_finish (PAZ_SEARCHER (source), result, &error);

  /* Closed, or another search is under way. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;
  self->searching = FALSE;
  if (hits == NULL)
    {
      paz_window_tell_error (self->window, error);
      return;
    }
  show_hits (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), hits);
  if (self->open_first)
    open_first_row (self);
}

/* The entry waits a little before it says so: an Enter meanwhile is not for what was found before. */
static void
typed_cb (PazSearchDialog *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  paz_searcher_cancel (self->searcher);
  self->open_first = FALSE;
  self->searching = *words != '\0';
}

static void
search_again (PazSearchDialog *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  if (*stripped == '\0')
    {
      paz_searcher_cancel (self->searcher);
      self->searching = FALSE;
      show_recent (self);
      return;
    }
  self->searching = TRUE;
  paz_searcher_search_async (self->searcher, words, N_HITS, found_cb, g_object_ref (self));
}

static void
search_changed_cb (PazSearchDialog *self)
{
  search_again (self);
}

/* What is saved while the dialog is open is found too, unless somebody is among the rows. */
static void
store_changed_cb (PazSearchDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    search_again (self);
}

static void
entry_activated_cb (PazSearchDialog *self)
{
  if (self->searching)
    self->open_first = TRUE;
  else
    open_first_row (self);
}

static void
row_activated_cb (PazSearchDialog *self,
                  GtkListBoxRow   *row)
{
  open_row (self, row);
}

static void
stopped_cb (PazSearchDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Down leaves the entry for the list; typing there comes back. */
static gboolean
key_pressed_cb (PazSearchDialog *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (key != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (row));

  return GDK_EVENT_STOP;
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
paz_search_dialog_dispose (GObject *object)
{
  PazSearchDialog *self = PAZ_SEARCH_DIALOG (object);

  if (self->searcher != NULL)
    paz_searcher_cancel (self->searcher);
  stop_filling (self);
  g_clear_object (&self->searcher);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_SEARCH_DIALOG);

  G_OBJECT_CLASS (paz_search_dialog_parent_class)->dispose (object);
}

static void
paz_search_dialog_class_init (PazSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_search_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, PazSearchDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, PazSearchDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
  gtk_widget_class_install_action (widget_class, "search.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "search.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "search.close", NULL);
}

static void
paz_search_dialog_init (PazSearchDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));
}

GtkWidget *
paz_search_dialog_new (PazWindow *window)
{
  PazSearchDialog *self = g_object_new (PAZ_TYPE_SEARCH_DIALOG, "transient-for", window, NULL);

  self->window = window;
  self->store = g_object_ref (paz_window_get_store (window));
  self->searcher = paz_searcher_new (self->store);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  show_recent (self);

  return GTK_WIDGET (self);
}

void
paz_search_dialog_search (PazSearchDialog *self,
                          const char      *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gboolean
paz_search_dialog_is_ready (PazSearchDialog *self)
{
  return !self->searching && self->hits == NULL;
}

gboolean
paz_search_dialog_has_answer (PazSearchDialog *self)
{
  return !self->searching;
}

GtkListBox *
paz_search_dialog_get_list (PazSearchDialog *self)
{
  return self->list;
}
