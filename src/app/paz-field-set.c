#include "paz-chip-box.h"
#include "paz-field-editor.h"
#include "paz-field-pick.h"

/* Many records, languages, countries or choices. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *chips;
} PazFieldSet;

typedef PazFieldEditorClass PazFieldSetClass;

G_DEFINE_FINAL_TYPE (PazFieldSet, paz_field_set, PAZ_TYPE_FIELD_EDITOR)

static void
paz_field_set_setup (PazFieldEditor *editor)
{
  PazFieldSet *self = (PazFieldSet *) editor;

  self->chips = paz_chip_box_new (paz_field_pick_make_picker, paz_field_pick_dup_title, self);
  paz_field_editor_set_child (editor, self->chips);
  paz_field_editor_set_focus (editor, paz_chip_box_get_focus (PAZ_CHIP_BOX (self->chips)));
  g_signal_connect_swapped (self->chips, "changed",
                            G_CALLBACK (paz_field_editor_touched), editor);
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
