#include "paz-drafts-dialog.h"

#include "paz-words.h"
#include "store/paz-drafts.h"

struct _PazDraftsDialog
{
  AdwWindow  parent_instance;

  GtkWidget *list;
  PazWindow *window;       /* lent: it is the one above which this stands */
};

G_DEFINE_FINAL_TYPE (PazDraftsDialog, paz_drafts_dialog, ADW_TYPE_WINDOW)

static const char *
get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "record");
}

static void
resume_cb (GtkWidget *row)
{
  PazDraftsDialog *self = PAZ_DRAFTS_DIALOG (gtk_widget_get_root (row));
  g_autofree char *id = g_strdup (get_id (row));
  PazWindow *window = self->window;

  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.continue-draft", "s", id);
}

static void
discard_cb (GtkWidget *row)
{
  PazDraftsDialog *self = PAZ_DRAFTS_DIALOG (gtk_widget_get_root (row));
  g_autoptr (GError) error = NULL;

  if (!paz_store_drop_draft (paz_window_get_store (self->window), get_id (row), &error))
    {
      paz_window_tell_error (self->window, error);
      return;
    }
  gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (gtk_widget_get_first_child (self->list) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *label,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", callback, row, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_row (PazDraftsDialog *self,
          PazDraft        *draft)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  PazStore *store = paz_window_get_store (self->window);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = paz_window_dup_draft_title (store, draft);
  g_autofree char *moment = paz_catalogue_dup_moment (catalogue, paz_draft_get_time (draft));
  /* Translators: the kind of a record, and when it was changed. */
  g_autofree char *subtitle = g_strdup_printf (C_("draft", "%s · %s"),
                                               paz_catalogue_text (catalogue, paz_draft_get_kind (draft)->phrases.singular),
                                               moment);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *under = g_markup_escape_text (subtitle, -1);
  GtkWidget *resume;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), under);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (paz_draft_get_id (draft)), g_free);
  add_button (row, C_("draft", "Discard"), G_CALLBACK (discard_cb));
  resume = add_button (row, C_("draft", "Continue"), G_CALLBACK (resume_cb));
  gtk_widget_add_css_class (resume, "suggested-action");
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), resume);

  return row;
}

static void
paz_drafts_dialog_class_init (PazDraftsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/parts/drafts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazDraftsDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
paz_drafts_dialog_init (PazDraftsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
paz_drafts_dialog_new (PazWindow *window)
{
  PazDraftsDialog *self = g_object_new (PAZ_TYPE_DRAFTS_DIALOG, "transient-for", window, NULL);
  g_autoptr (GPtrArray) drafts = paz_store_list_drafts (paz_window_get_store (window));

  self->window = window;
  for (guint i = 0; i < drafts->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, drafts->pdata[i]));

  return GTK_WIDGET (self);
}
