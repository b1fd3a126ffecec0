/* What was left unsaved when the program ended is offered when the file is opened. */
#include "paz-window-private.h"

#include "paz-drafts-dialog.h"
#include "paz-form-draft.h"
#include "paz-words.h"

char *
paz_window_dup_draft_title (PazStore *store,
                            PazDraft *draft)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const PazKind *kind = paz_draft_get_kind (draft);
  g_autoptr (PazRecord) record = paz_draft_dup_record (draft, store);

  if (record == NULL)
    return g_strdup (paz_catalogue_text (catalogue, kind->phrases.singular));
  for (guint i = 0; kind->title_fields[i] != NULL; i++)
    if (paz_record_get_value (record, paz_kind_find_field (kind, kind->title_fields[i])) != NULL)
      return paz_record_dup_title (record, catalogue);

  return g_strdup (paz_catalogue_text (catalogue, paz_draft_is_new (draft) ? kind->phrases.add
                                                                            : kind->phrases.singular));
}

/* As the form began: the store's record, or an empty one. */
static PazRecord *
dup_begun (PazStore *store,
           PazDraft *draft)
{
  g_autoptr (PazRecord) record = paz_store_dup_record (store, paz_draft_get_id (draft), NULL);
  g_autoptr (PazRecord) typed = NULL;

  if (record != NULL)
    return g_steal_pointer (&record);
  typed = paz_draft_dup_record (draft, store);

  return typed != NULL ? paz_record_new (paz_record_get_kind (typed), paz_record_get_id (typed),
                                         paz_record_get_owner (typed), paz_record_get_container (typed))
                       : NULL;
}

static void
continue_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  PazWindow *self = PAZ_WINDOW (widget);
  g_autoptr (PazDraft) draft = NULL;
  g_autoptr (PazRecord) record = NULL;

  if (self->store == NULL)
    return;
  draft = paz_store_dup_draft (self->store, g_variant_get_string (parameter, NULL));
  record = draft != NULL ? dup_begun (self->store, draft) : NULL;
  if (record == NULL)
    return;
  paz_window_open_record (self, record);
  gtk_widget_activate_action (g_ptr_array_index (self->forms, self->forms->len - 1), "form.draft-continue", NULL);
}

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (paz_drafts_dialog_new (PAZ_WINDOW (widget))));
}

void
paz_window_install_draft_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.continue-draft", "s", continue_action);
  gtk_widget_class_install_action (widget_class, "win.drafts", NULL, show_action);
}

/* Drafts that say no more than the store go without a word. */
static GPtrArray *
list_of_use (PazStore *store)
{
  GPtrArray *drafts = paz_store_list_drafts (store);

  for (guint i = drafts->len; i > 0; i--)
    {
      PazDraft *draft = g_ptr_array_index (drafts, i - 1);
      g_autoptr (PazRecord) stored = paz_store_dup_record (store, paz_draft_get_id (draft), NULL);

      if (stored == NULL || paz_draft_is_of_use (draft, store, stored))
        continue;
      paz_store_drop_draft (store, paz_draft_get_id (draft), NULL);
      g_ptr_array_remove_index (drafts, i - 1);
    }

  return drafts;
}

static AdwToast *
make_toast (PazStore  *store,
            GPtrArray *drafts)
{
  PazDraft *first = g_ptr_array_index (drafts, 0);
  g_autofree char *title = paz_window_dup_draft_title (store, first);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  AdwToast *toast;

  if (drafts->len == 1)
    text = g_strdup_printf (_("You left changes in “%s”."), title);
  else
    text = g_strdup_printf (ngettext ("You left changes in %u record.", "You left changes in %u records.",
                                      drafts->len), drafts->len);
  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, drafts->len == 1 ? C_("draft", "Continue") : C_("draft", "Show"));
  adw_toast_set_action_name (toast, drafts->len == 1 ? "win.continue-draft" : "win.drafts");
  if (drafts->len == 1)
    adw_toast_set_action_target (toast, "s", paz_draft_get_id (first));

  return toast;
}

void
paz_window_offer_drafts (PazWindow *self)
{
  g_autoptr (GPtrArray) drafts = NULL;

  if (paz_store_is_read_only (self->store))
    return;
  drafts = list_of_use (self->store);
  if (drafts->len > 0)
    paz_window_add_toast (self, make_toast (self->store, drafts));
}
