/* What a field shows: its value or a state, what is wrong, the values that stand in conflict. */
#include "paz-field-row-private.h"

#include "paz-conflict-box.h"
#include "paz-field-remark.h"
#include "paz-words.h"

const char *
paz_field_row_get_label (PazFieldRow *self)
{
  const PazKind *kind = paz_record_get_kind (self->record);

  return paz_catalogue_ptext (paz_words_get_catalogue (),
                              paz_field_get_context (self->field, kind), self->field->label);
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Assistive technology hears of each telling: what has been said is not said again. */
static gboolean
is_told (PazFieldRow *self,
         const char  *text,
         gboolean     wrong)
{
  return self->told == paz_field_editor_get_focus (self->editor) &&
         gtk_widget_get_visible (self->message) == (text != NULL) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (self->message)), text != NULL ? text : "") &&
         gtk_widget_has_css_class (GTK_WIDGET (self), "wrong") == wrong;
}

void
paz_field_row_show_message (PazFieldRow *self)
{
  const char *wrong = paz_field_row_get_message (self);
  const char *text = wrong != NULL ? wrong : self->doubt;

  if (text == NULL && self->touched)
    text = paz_field_get_doubt (self->field, paz_record_get_value (self->record, self->field));
  if (is_told (self, text, wrong != NULL))
    return;
  self->told = paz_field_editor_get_focus (self->editor);

  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
  gtk_widget_set_visible (self->hint, text == NULL && self->field->hint != NULL);
  set_css_class (GTK_WIDGET (self), "wrong", wrong != NULL);
  set_css_class (self->message, "error", wrong != NULL);
  set_css_class (self->message, "warning", wrong == NULL);
  paz_field_editor_set_wrong (self->editor, wrong != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (paz_field_editor_get_focus (self->editor)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : gtk_label_get_text (GTK_LABEL (self->hint)),
                                  -1);
}

void
paz_field_row_show_state (PazFieldRow *self)
{
  gboolean answer = self->state == PAZ_STATE_NOT_ANSWERED || self->state == PAZ_STATE_KNOWN;

  gtk_widget_set_visible (GTK_WIDGET (self->editor), answer);
  gtk_widget_set_visible (self->state_page, !answer);
  gtk_label_set_text (GTK_LABEL (self->state_word), paz_field_get_state_word (self->state));
  g_object_notify (G_OBJECT (self), "state");
}

void
paz_field_row_set_state (PazFieldRow   *self,
                         PazValueState  state)
{
  if (self->state == state)
    return;
  self->state = state;
  paz_field_row_show_state (self);
}

static void
decided_cb (PazFieldRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  paz_field_row_show_value (self);
  g_signal_emit_by_name (self, "changed");
}

void
paz_field_row_show_conflict (PazFieldRow *self)
{
  gboolean conflict = paz_record_is_in_conflict (self->record, self->field);

  g_clear_pointer (&self->conflict, gtk_widget_unparent);
  set_css_class (GTK_WIDGET (self), "conflict", conflict);
  if (!conflict)
    return;
  self->conflict = paz_conflict_box_new (self->store, self->record, self->field);
  gtk_widget_insert_after (self->conflict, GTK_WIDGET (self), self->place);
  g_signal_connect_object (self->conflict, "decided",
                           G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
}

/* Another value written is a decision, too. */
void
paz_field_row_settle_conflict (PazFieldRow *self)
{
  if (paz_record_is_in_conflict (self->record, self->field))
    paz_record_set_conflict (self->record, self->field, FALSE);
}

void
paz_field_row_show_value (PazFieldRow *self)
{
  GVariant *value = paz_record_get_value (self->record, self->field);
  PazValueState state = paz_value_get_state (value);

  g_clear_pointer (&self->wrong, g_free);
  self->forgotten = FALSE;
  paz_field_editor_show_value (self->editor, state == PAZ_STATE_KNOWN ? value : NULL);
  self->state = state;
  paz_field_row_show_state (self);
  paz_field_row_show_conflict (self);
  paz_field_row_show_message (self);
}

/* What stands in the editor says the same of this record. A link may have another title by now, what
 * is computed another result, and a translation another state. */
gboolean
paz_field_row_is_shown (PazFieldRow *self,
                        PazRecord   *record,
                        gboolean     linked)
{
  PazValueType type = self->field != NULL ? self->field->type : PAZ_VALUE_TRILINGUAL;

  return self->field != NULL && !self->forgotten &&
         (!linked || (type != PAZ_VALUE_LINK && type != PAZ_VALUE_LINKS && type != PAZ_VALUE_TRILINGUAL)) &&
         G_OBJECT_TYPE (self->editor) != PAZ_TYPE_FIELD_SHOWN && self->wrong == NULL && self->conflict == NULL &&
         g_str_equal (paz_record_get_id (self->record), paz_record_get_id (record)) &&
         !paz_record_is_in_conflict (record, self->field) &&
         paz_value_same (paz_record_get_value (self->record, self->field), paz_record_get_value (record, self->field));
}
