#include "paz-chip-box.h"
#include "paz-choice-note.h"
#include "paz-field-editor.h"
#include "paz-field-pick.h"

/* Many records, languages, countries or choices. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *chips;
  PazChoiceNote  *note;
} PazFieldSet;

typedef PazFieldEditorClass PazFieldSetClass;

G_DEFINE_FINAL_TYPE (PazFieldSet, paz_field_set, PAZ_TYPE_FIELD_EDITOR)

static void
show_note (PazFieldSet *self)
{
  PazFieldEditor *editor = PAZ_FIELD_EDITOR (self);

  paz_choice_note_show (self->note, paz_field_editor_get_field (editor), paz_field_editor_get_kind (editor),
                        paz_chip_box_get_ids (PAZ_CHIP_BOX (self->chips)));
}

static void
changed_cb (PazFieldSet *self)
{
  show_note (self);
  paz_field_editor_touched (PAZ_FIELD_EDITOR (self));
}

static void
paz_field_set_setup (PazFieldEditor *editor)
{
  PazFieldSet *self = (PazFieldSet *) editor;
  GtkWidget *focus;

  self->chips = paz_chip_box_new (paz_field_pick_make_picker, paz_field_pick_dup_title, self);
  focus = paz_chip_box_get_focus (PAZ_CHIP_BOX (self->chips));
  paz_field_editor_set_child (editor, paz_choice_note_wrap (paz_field_editor_get_field (editor),
                                                            self->chips, focus, &self->note));
  paz_field_editor_set_focus (editor, focus);
  g_signal_connect_swapped (self->chips, "changed", G_CALLBACK (changed_cb), self);
}

static void
paz_field_set_show_value (PazFieldEditor *editor,
                          GVariant       *value)
{
  PazFieldSet *self = (PazFieldSet *) editor;
  g_autofree const char **ids = NULL;

  if (value != NULL)
    ids = g_variant_get_strv (value, NULL);
  paz_chip_box_set_ids (PAZ_CHIP_BOX (self->chips), ids);
  show_note (self);
}

static GVariant *
paz_field_set_read_value (PazFieldEditor  *editor,
                          GError         **error)
{
  PazFieldSet *self = (PazFieldSet *) editor;
  const char * const *ids = paz_chip_box_get_ids (PAZ_CHIP_BOX (self->chips));

  return ids[0] != NULL ? paz_value_new_set (ids) : NULL;
}

static void
paz_field_set_class_init (PazFieldSetClass *klass)
{
  klass->setup = paz_field_set_setup;
  klass->show_value = paz_field_set_show_value;
  klass->read_value = paz_field_set_read_value;
}

static void
paz_field_set_init (PazFieldSet *self)
{
}
