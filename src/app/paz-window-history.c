/* Back to what was: a field, a record, one old step, what was deleted. Each is a step that can be undone. */
#include "paz-window-private.h"

#include "paz-change.h"
#include "paz-words.h"

/* Later changes named in the dialog. */
#define N_NAMED 50

static void
tell_made (PazWindow *self,
           gboolean   done,
           guint64    made,
           GError    *error)
{
  if (!done)
    paz_window_tell_error (self, error);
  else if (made == 0)
    paz_window_tell (self, _("It is like that already"));
  else
    paz_window_tell_step (self, made);
}

static void
restore_field_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazRecord) record = NULL;
  const PazField *field;
  const char *id, *key;
  guint64 step, made = 0;
  gboolean done;

  g_variant_get (parameter, "(&s&st)", &id, &key, &step);
  record = paz_store_dup_record (self->store, id, &error);
  if (record == NULL)
    {
      paz_window_tell_error (self, error);
      return;
    }
  field = paz_kind_find_field (paz_record_get_kind (record), key);
  done = field != NULL
         && paz_store_restore (self->store, id, field, step, PAZ_RESTORE_BEFORE, &made, &error);
  tell_made (self, done, made, error);
}

static void
restore_record_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  const char *id;
  guint64 step, made = 0;
  gboolean done;

  g_variant_get (parameter, "(&st)", &id, &step);
  done = paz_store_restore (self->store, id, NULL, step, PAZ_RESTORE_AFTER, &made, &error);
  tell_made (self, done, made, error);
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);
  g_autoptr (GError) error = NULL;
  guint64 made = 0;
  gboolean done = paz_store_bring_back (self->store, ids, &made, &error);

  tell_made (self, done, made, error);
}

/* ---- one old step ---- */

/* "Task · Joint training: Due, 24 November 2026, 14:02 · Ana" */
static GtkWidget *
make_dependent (PazWindow             *self,
                const PazHistoryEntry *entry)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *title = paz_store_dup_title (self->store, entry->record, catalogue);
  g_autofree char *what = paz_change_dup_what (entry, catalogue);
  g_autofree char *who = entry->step != NULL ? paz_change_dup_who (entry->step, catalogue) : g_strdup ("");
  g_autofree char *first = g_strdup_printf (C_("field and action", "%s: %s"), title, what);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), first);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), who);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);

  return row;
}

static void
tell_dependents (PazWindow *self,
                 GPtrArray *dependents)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Later Changes Stand on This Step"),
                                              _("It can be taken back when these have been taken back first. Nothing was changed."));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Later changes"), -1);
  for (guint i = 0; i < dependents->len && i < N_NAMED; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_dependent (self, g_ptr_array_index (dependents, i)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_("action", "Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
revert_step_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);
  guint64 step = g_variant_get_uint64 (parameter), made = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dependents = paz_store_list_dependents (self->store, step, &error);
  gboolean done;

  if (dependents != NULL && dependents->len > 0)
    {
      tell_dependents (self, dependents);
      return;
    }
  done = dependents != NULL && paz_store_revert (self->store, step, &made, &error);
  tell_made (self, done, made, error);
}

static const struct
{
  const char *name;
  const char *type;
  GtkWidgetActionActivateFunc activate;
} history_actions[] = {
  { "win.restore-field", "(sst)", restore_field_action },
  { "win.restore-record", "(st)", restore_record_action },
  { "win.bring-back", "as", bring_back_action },
  { "win.revert-step", "t", revert_step_action },
};

void
paz_window_install_history_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (history_actions); i++)
    gtk_widget_class_install_action (widget_class, history_actions[i].name, history_actions[i].type,
                                     history_actions[i].activate);
}

void
paz_window_update_history_actions (PazWindow *self)
{
  gboolean writable = self->store != NULL && !paz_store_is_read_only (self->store);

  for (guint i = 0; i < G_N_ELEMENTS (history_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), history_actions[i].name, writable);
}
