#include "paz-desk-editor.h"

#include "base/paz-text.h"
#include "paz-draft-keeper.h"
#include "paz-form.h"
#include "paz-text-box.h"
#include "paz-text-change.h"
#include "paz-window.h"
#include "paz-words.h"

#include <adwaita.h>

struct _PazDeskEditor
{
  GtkWidget       parent_instance;

  GtkWidget      *heading;
  GtkWidget      *place;
  GtkWidget      *source_name;
  GtkWidget      *source_text;
  GtkWidget      *change_place;
  GtkWidget      *target_name;
  GtkWidget      *box_place;
  GtkWidget      *official;
  GtkWidget      *problem;
  GtkWidget      *change;
  GtkWidget      *box;

  PazStore       *store;
  PazDeskItem    *item;
  PazRecord      *record;     /* as the store has it */
  PazTrilingual  *value;      /* of the field, as the store has it */
  PazDraftKeeper *keeper;     /* NULL while the record has a draft of somebody's form */
  gboolean        showing;
};

G_DEFINE_FINAL_TYPE (PazDeskEditor, paz_desk_editor, GTK_TYPE_WIDGET)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what is typed ---- */

static char *
dup_typed (PazDeskEditor *self)
{
  g_autofree char *typed = paz_text_box_dup_text (PAZ_TEXT_BOX (self->box));

  return g_strstrip (paz_text_clean (typed));
}

/* The record with the translation as it stands here, of the source as it stands now. */
static PazRecord *
make_record (PazDeskEditor *self,
             gboolean       confirm)
{
  const PazText *text = paz_desk_item_get_text (self->item);
  g_autoptr (PazTrilingual) value =
    paz_trilingual_from_value (paz_record_get_value (self->record, text->field));
  g_autofree char *typed = dup_typed (self);
  PazRecord *record = paz_record_dup (self->record);

  paz_trilingual_set_text (value, text->target, typed, NULL);
  value->in[text->target].official = *typed != '\0' &&
                                     gtk_check_button_get_active (GTK_CHECK_BUTTON (self->official));
  if (confirm)
    paz_trilingual_confirm (value, text->target);
  paz_record_set_value (record, text->field, paz_trilingual_to_value (value));

  return record;
}

static PazDraft *
make_draft_cb (gpointer data)
{
  PazDeskEditor *self = data;
  g_autoptr (PazRecord) record = make_record (self, FALSE);

  return paz_draft_new (self->store, record, self->record, NULL);
}

static void
changed_cb (PazDeskEditor *self)
{
  gtk_widget_set_visible (self->problem, FALSE);
  if (!self->showing && self->keeper != NULL)
    paz_draft_keeper_touch (self->keeper);
}

/* ---- drafts ---- */

/* What an unsaved change of the record says of this text; NULL when there is none. *foreign: it says
 * more than that, so that it is not the desk's to write over. */
static char *
dup_drafted (PazDeskEditor *self,
             gboolean      *foreign)
{
  const PazText *text = paz_desk_item_get_text (self->item);
  g_autoptr (PazDraft) draft = paz_store_dup_draft (self->store, text->record);
  g_autoptr (PazRecord) record = draft != NULL ? paz_draft_dup_record (draft, self->store) : NULL;
  g_autoptr (PazTrilingual) value = NULL;

  *foreign = FALSE;
  if (record == NULL)
    return NULL;
  value = paz_trilingual_from_value (paz_record_get_value (record, text->field));
  paz_record_set_value (record, text->field, paz_record_get_value (self->record, text->field));
  {
    g_autoptr (GPtrArray) contained = paz_draft_list_contained (draft, self->store);

    *foreign = contained->len > 0 || paz_draft_get_removed (draft)[0] != NULL ||
               !paz_form_same_record (record, self->record);
  }

  return g_strdup (value->in[text->target].text);
}

/* ---- showing ---- */

static void
drop_item (PazDeskEditor *self)
{
  g_clear_pointer (&self->keeper, paz_draft_keeper_free);
  g_clear_object (&self->item);
  g_clear_object (&self->record);
  g_clear_pointer (&self->value, paz_trilingual_free);
}

static void
show_heading (PazDeskEditor *self,
              const PazText *text)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *title = paz_store_dup_title (self->store, text->record, catalogue);
  g_autofree char *heading =
    /* Translators: the name of a record and of one of its texts. */
    g_strdup_printf (C_("record and field", "%s · %s"), title,
                     paz_catalogue_ptext (catalogue, paz_field_get_context (text->field, text->kind),
                                          text->field->label));

  gtk_label_set_text (GTK_LABEL (self->heading), heading);
}

static void
show_change (PazDeskEditor *self,
             const PazText *text)
{
  PazLanguage language = text->source;
  g_autofree char *before = NULL;

  if (text->state != PAZ_TRANSLATION_STALE)
    {
      paz_text_change_clear (PAZ_TEXT_CHANGE (self->change));
      return;
    }
  before = paz_store_dup_text_of_key (self->store, text->record, text->field,
                                      self->value->in[text->target].key, NULL, &language);
  paz_text_change_show (PAZ_TEXT_CHANGE (self->change), before, language,
                        self->value->in[text->source].text, text->source);
}

static void
make_box (PazDeskEditor *self,
          const PazText *text)
{
  g_autofree char *label = g_strdup_printf (_("Translation (%s)"), paz_language_get_name (text->target));

  self->box = paz_text_box_new ((text->field->flags & PAZ_FIELD_LONG) != 0 ? 4 : 1);
  if ((text->field->flags & PAZ_FIELD_LONG) != 0)
    paz_text_box_set_markdown (PAZ_TEXT_BOX (self->box), TRUE);
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self->box_place), self->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paz_text_box_get_view (PAZ_TEXT_BOX (self->box))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->box, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
show_texts (PazDeskEditor *self,
            const PazText *text)
{
  gboolean foreign;
  g_autofree char *drafted = dup_drafted (self, &foreign);
  const char *stored = self->value->in[text->target].text;
  const char *source = self->value->in[text->source].text;

  self->showing = TRUE;
  gtk_label_set_text (GTK_LABEL (self->source_name), paz_language_get_name (text->source));
  gtk_label_set_text (GTK_LABEL (self->source_text), source != NULL ? source : "");
  gtk_label_set_text (GTK_LABEL (self->target_name), paz_language_get_name (text->target));
  make_box (self, text);
  paz_text_box_set_text (PAZ_TEXT_BOX (self->box), drafted != NULL ? drafted : stored);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->official), self->value->in[text->target].official);
  gtk_widget_set_visible (self->problem, FALSE);
  self->showing = FALSE;
  if (!foreign)
    self->keeper = paz_draft_keeper_new (self->store, text->record, make_draft_cb, self);
}

static void
update_actions (PazDeskEditor *self)
{
  gboolean writable = self->item != NULL && !paz_store_is_read_only (self->store);
  gboolean stale = self->item != NULL && paz_desk_item_get_text (self->item)->state == PAZ_TRANSLATION_STALE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.save-next", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.confirm", writable && stale);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.skip", self->item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.open", self->item != NULL);
}

void
paz_desk_editor_show (PazDeskEditor *self,
                      PazStore      *store,
                      PazDeskItem   *item)
{
  const PazText *text = NULL;

  g_return_if_fail (PAZ_IS_DESK_EDITOR (self));

  if (item != NULL && self->item == item)
    return;
  drop_item (self);
  g_set_object (&self->store, store);
  if (item != NULL)
    {
      text = paz_desk_item_get_text (item);
      self->record = paz_store_dup_record (store, text->record, NULL);
    }
  if (self->record != NULL)
    {
      self->item = g_object_ref (item);
      self->value = paz_trilingual_from_value (paz_record_get_value (self->record, text->field));
      show_heading (self, text);
      show_change (self, text);
      show_texts (self, text);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->item != NULL);
  update_actions (self);
}

void
paz_desk_editor_set_place (PazDeskEditor *self,
                           const char    *place)
{
  gtk_label_set_text (GTK_LABEL (self->place), place);
}

void
paz_desk_editor_focus_text (PazDeskEditor *self)
{
  if (self->box != NULL && self->item != NULL)
    gtk_widget_grab_focus (self->box);
}

/* ---- saving ---- */

static void
tell_problem (PazDeskEditor *self,
              const char    *text)
{
  gtk_label_set_text (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem, TRUE);
  paz_desk_editor_focus_text (self);
}

static void
tell_failure (PazDeskEditor *self,
              const GError  *error)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *name = g_path_get_basename (paz_store_get_path (self->store));
  g_autofree char *text = NULL;

  if (error->domain == PAZ_VALUE_ERROR)
    text = g_strdup (paz_value_error_get_text (error->code, catalogue));
  else if (error->domain == PAZ_STORE_ERROR)
    text = paz_words_fill (paz_catalogue_text (catalogue, paz_store_error_get_sentence (error->code)), name);
  tell_problem (self, text != NULL ? text : error->message);
}

static gboolean
apply (PazDeskEditor  *self,
       PazRecord      *record,
       guint64        *step,
       GError        **error)
{
  const PazText *text = paz_desk_item_get_text (self->item);
  g_autoptr (PazEdit) edit = paz_edit_new ();

  if (paz_record_get_value (record, text->field) != NULL &&
      !paz_value_check (text->field, paz_record_get_value (record, text->field), error))
    return FALSE;
  paz_edit_put (edit, record);
  if (self->keeper != NULL)
    {
      paz_draft_keeper_pause (self->keeper);
      paz_edit_drop_draft (edit, text->record);
    }

  return paz_store_apply (self->store, edit, NULL, NULL, NULL, step, error);
}

static void
save (PazDeskEditor *self,
      gboolean       confirm)
{
  g_autoptr (PazRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;
  guint64 step = 0;

  if (self->item == NULL)
    return;
  typed = dup_typed (self);
  if (*typed == '\0')
    {
      tell_problem (self, _("There is no translation yet. Write one, or skip this text."));
      return;
    }
  record = make_record (self, confirm);
  if (apply (self, record, &step, &error))
    g_signal_emit (self, signals[DONE], 0, TRUE, step);
  else
    tell_failure (self, error);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save (PAZ_DESK_EDITOR (widget), TRUE);
}

/* As it stands in the store: what was typed meanwhile is not part of it. */
static void
confirm_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  PazDeskEditor *self = PAZ_DESK_EDITOR (widget);
  const PazText *text = paz_desk_item_get_text (self->item);

  paz_text_box_set_text (PAZ_TEXT_BOX (self->box), self->value->in[text->target].text);
  save (self, TRUE);
}

static void
skip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[DONE], 0, FALSE, (guint64) 0);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PazDeskEditor *self = PAZ_DESK_EDITOR (widget);

  gtk_widget_activate_action (widget, "win.open-record", "s", paz_desk_item_get_text (self->item)->record);
}

/* ---- widget ---- */

static void
paz_desk_editor_dispose (GObject *object)
{
  PazDeskEditor *self = PAZ_DESK_EDITOR (object);
  GtkWidget *child;

  drop_item (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_desk_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/desk-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, PazDeskEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, PazDeskEditor, place);
  gtk_widget_class_bind_template_child (widget_class, PazDeskEditor, source_name);
  gtk_widget_class_bind_template_child (widget_class, PazDeskEditor, source_text);
  gtk_widget_class_bind_template_child (widget_class, PazDeskEditor, change_place);
  gtk_widget_class_bind_template_child (widget_class, PazDeskEditor, target_name);
  gtk_widget_class_bind_template_child (widget_class, PazDeskEditor, box_place);
  gtk_widget_class_bind_template_child (widget_class, PazDeskEditor, official);
  gtk_widget_class_bind_template_child (widget_class, PazDeskEditor, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
paz_desk_editor_class_init (PazDeskEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_desk_editor_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_UINT64);
  gtk_widget_class_install_action (widget_class, "desk.save-next", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "desk.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "desk.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "desk.open", NULL, open_action);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "deskeditor");
}

static void
paz_desk_editor_init (PazDeskEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->change = paz_text_change_new ();
  adw_bin_set_child (ADW_BIN (self->change_place), self->change);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
}
