#include "paz-field-editor.h"
#include "paz-text-box.h"

#include "base/paz-text.h"

/* Text of many lines in one language. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *box;
} PazFieldNote;

typedef PazFieldEditorClass PazFieldNoteClass;

G_DEFINE_FINAL_TYPE (PazFieldNote, paz_field_note, PAZ_TYPE_FIELD_EDITOR)

static void
paz_field_note_setup (PazFieldEditor *editor)
{
  PazFieldNote *self = (PazFieldNote *) editor;

  self->box = paz_text_box_new (2);
  paz_text_box_set_markdown (PAZ_TEXT_BOX (self->box), FALSE);
  paz_field_editor_set_child (editor, self->box);
  paz_field_editor_set_focus (editor, paz_text_box_get_view (PAZ_TEXT_BOX (self->box)));
  g_signal_connect_swapped (self->box, "changed",
                            G_CALLBACK (paz_field_editor_touched), editor);
}

static void
paz_field_note_show_value (PazFieldEditor *editor,
                           GVariant       *value)
{
  PazFieldNote *self = (PazFieldNote *) editor;

  paz_text_box_set_text (PAZ_TEXT_BOX (self->box),
                         value != NULL ? g_variant_get_string (value, NULL) : "");
}

static GVariant *
paz_field_note_read_value (PazFieldEditor  *editor,
                           GError         **error)
{
  PazFieldNote *self = (PazFieldNote *) editor;
  g_autofree char *text = paz_text_box_dup_text (PAZ_TEXT_BOX (self->box));
  g_autofree char *clean = paz_text_clean (text);
  g_autoptr (GVariant) value = NULL;

  g_strchomp (clean);
  if (*clean == '\0')
    return NULL;
  value = g_variant_ref_sink (g_variant_new_string (clean));
  if (!paz_value_check (paz_field_editor_get_field (editor), value, error))
    return NULL;

  return g_variant_new_string (clean);
}

static void
paz_field_note_class_init (PazFieldNoteClass *klass)
{
  klass->setup = paz_field_note_setup;
  klass->show_value = paz_field_note_show_value;
  klass->read_value = paz_field_note_read_value;
}

static void
paz_field_note_init (PazFieldNote *self)
{
}
