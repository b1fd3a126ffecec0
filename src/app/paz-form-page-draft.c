/* What was left unsaved in a form, offered when it is opened again. */
#include "paz-form-page-private.h"

void
paz_form_page_close_offer (PazFormPage *self)
{
  g_clear_pointer (&self->offered, paz_draft_unref);
  paz_draft_strip_close (self->draft_strip);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !paz_store_is_read_only (self->store));
}

/* The form closes without it: the focus that leaves may still tidy a field. */
void
paz_form_page_give_up_draft (PazFormPage *self)
{
  if (self->offered == NULL && self->keeper != NULL)
    paz_draft_keeper_forget (self->keeper);
  g_clear_pointer (&self->keeper, paz_draft_keeper_free);
}

/* Until it is decided nothing is typed that could take its place. */
void
paz_form_page_offer_draft (PazFormPage *self)
{
  g_autoptr (PazDraft) draft = NULL;

  if (paz_store_is_read_only (self->store))
    return;
  draft = paz_store_dup_draft (self->store, paz_record_get_id (self->record));
  if (draft == NULL)
    return;
  if (!paz_draft_is_of_use (draft, self->store, self->original))
    {
      paz_draft_keeper_forget (self->keeper);
      return;
    }
  self->offered = g_steal_pointer (&draft);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), FALSE);
  paz_draft_strip_offer (self->draft_strip, paz_draft_get_time (self->offered));
}

static void
draft_continue_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  PazFormPage *self = PAZ_FORM_PAGE (widget);
  g_autoptr (PazDraft) draft = NULL;
  g_autoptr (PazRecord) record = NULL;

  if (self->offered == NULL)
    return;
  draft = paz_draft_ref (self->offered);
  record = paz_draft_dup_record (draft, self->store);
  paz_form_page_close_offer (self);
  if (record == NULL)
    return;
  g_set_object (&self->record, record);
  paz_form_set_record (self->form, self->record);
  paz_form_take_draft (self->form, self->store, draft);
  paz_form_page_update (self);
  paz_form_focus_first (self->form);
}

static void
draft_discard_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  PazFormPage *self = PAZ_FORM_PAGE (widget);

  if (self->offered == NULL)
    return;
  paz_form_page_close_offer (self);
  paz_draft_keeper_forget (self->keeper);
  paz_form_focus_first (self->form);
}

void
paz_form_page_install_draft_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "form.draft-continue", NULL, draft_continue_action);
  gtk_widget_class_install_action (widget_class, "form.draft-discard", NULL, draft_discard_action);
}
