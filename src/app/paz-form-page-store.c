/* The record of a form and the store: read, kept up with others, written. */
#include "paz-form-page-private.h"

#include "paz-words.h"

static void
show_record (PazFormPage *self,
             PazRecord   *record,
             void       (*show) (PazForm *, PazRecord *))
{
  g_set_object (&self->original, record);
  g_clear_object (&self->record);
  self->record = paz_record_dup (record);
  show (self->form, self->record);
  gtk_widget_set_sensitive (self->history_button, !paz_record_is_new (record));
  if (gtk_revealer_get_reveal_child (GTK_REVEALER (self->pane)))
    paz_history_pane_show (self->history, self->store, paz_record_get_id (record));
  paz_form_page_show_strip (self, NULL, FALSE);
  paz_form_page_update (self);
}

void
paz_form_page_begin_record (PazFormPage *self,
                            PazRecord   *record)
{
  show_record (self, record, paz_form_begin);
}

static void
take_record (PazFormPage *self,
             PazRecord   *record)
{
  show_record (self, record, paz_form_set_record);
}

/* What is shown is what was written: the fields stand as they are. */
static void
take_saved (PazFormPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazRecord) saved = paz_store_dup_record (self->store, paz_record_get_id (self->record), &error);

  if (saved != NULL)
    show_record (self, saved, paz_form_take_saved);
  else
    paz_form_page_show_strip (self, error->message, FALSE);
}

void
paz_form_page_reload (PazFormPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazRecord) fresh = paz_store_dup_record (self->store,
                                                      paz_record_get_id (self->record), &error);

  if (fresh != NULL)
    take_record (self, fresh);
  else
    paz_form_page_show_strip (self, error->message, FALSE);
}

/* What else the store holds may have changed too: contained records, titles of links. */
static void
store_changed_cb (PazFormPage *self)
{
  g_autoptr (PazRecord) fresh = NULL;

  if (self->saving)
    return;
  fresh = paz_store_dup_record (self->store, paz_record_get_id (self->record), NULL);
  if (fresh == NULL || (paz_record_is_deleted (fresh) && !paz_record_is_deleted (self->original)))
    {
      /* A record that was never saved, or that an undo took away. */
      if (paz_record_is_new (self->original))
        return;
      if (!paz_form_page_is_modified (self))
        g_signal_emit_by_name (self, "close");
      else
        paz_form_page_show_strip (self, _("This record was deleted meanwhile. Saving brings it back."), FALSE);
      return;
    }
  if (!paz_form_page_is_modified (self))
    take_record (self, fresh);
  else if (!paz_form_same_record (fresh, self->original))
    paz_form_page_show_strip (self, _("This record was changed meanwhile. Saving replaces what you changed here."), TRUE);
}

void
paz_form_page_watch_store (PazFormPage *self)
{
  self->store_handler = g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                                                 G_CONNECT_SWAPPED);
}

static void
tell_failure (PazFormPage *self,
              GError      *error)
{
  g_autofree char *name = g_path_get_basename (paz_store_get_path (self->store));
  g_autofree char *text = NULL;

  if (error->domain == PAZ_STORE_ERROR)
    text = paz_words_fill (paz_catalogue_text (paz_words_get_catalogue (),
                                               paz_store_error_get_sentence (error->code)), name);
  g_warning ("Could not save: %s", error->message);
  paz_form_page_show_strip (self, text != NULL ? text : error->message, FALSE);
}

static gboolean
check (PazFormPage *self)
{
  g_autofree char *problem = NULL;

  if (paz_form_check (self->form, TRUE))
    return TRUE;
  problem = paz_form_dup_problem (self->form);
  paz_form_page_show_strip (self, problem != NULL ? problem
                                    : _("Something must be corrected before this can be saved."), FALSE);
  paz_form_focus_wrong (self->form);

  return FALSE;
}

static gboolean
apply (PazFormPage  *self,
       guint64      *step,
       GError      **error)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  gboolean done;

  if (paz_record_is_new (self->record) || !paz_form_same_record (self->record, self->original))
    {
      paz_record_set_deleted (self->record, FALSE);
      paz_edit_put (edit, self->record);
    }
  paz_form_stage (self->form, edit);
  if (paz_edit_is_empty (edit))
    return TRUE;
  if (self->keeper != NULL)
    paz_draft_keeper_pause (self->keeper);
  paz_edit_drop_draft (edit, paz_record_get_id (self->record));
  self->saving = TRUE;
  done = paz_store_apply (self->store, edit, NULL, NULL, NULL, step, error);
  self->saving = FALSE;
  if (!done && self->keeper != NULL)
    paz_draft_keeper_touch (self->keeper);

  return done;
}

gboolean
paz_form_page_save (PazFormPage *self)
{
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  g_return_val_if_fail (PAZ_IS_FORM_PAGE (self), FALSE);

  if (!check (self))
    return FALSE;
  if (!apply (self, &step, &error))
    {
      tell_failure (self, error);
      return FALSE;
    }
  if (step > 0)
    {
      take_saved (self);
      g_signal_emit_by_name (self, "saved", step);
    }

  return TRUE;
}
