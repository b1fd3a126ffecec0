#include "paz-field-editor.h"
#include "paz-field-pick.h"
#include "paz-link-chooser.h"

/* One record, language or country. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *chooser;
} PazFieldLink;

typedef PazFieldEditorClass PazFieldLinkClass;

G_DEFINE_FINAL_TYPE (PazFieldLink, paz_field_link, PAZ_TYPE_FIELD_EDITOR)

static void
paz_field_link_setup (PazFieldEditor *editor)
{
  PazFieldLink *self = (PazFieldLink *) editor;

  self->chooser = paz_link_chooser_new (paz_field_pick_make_picker, paz_field_pick_dup_title, self);
  paz_field_editor_set_child (editor, self->chooser);
  paz_field_editor_set_focus (editor,
                              paz_link_chooser_get_focus (PAZ_LINK_CHOOSER (self->chooser)));
  g_signal_connect_swapped (self->chooser, "changed",
                            G_CALLBACK (paz_field_editor_touched), editor);
}

static void
paz_field_link_show_value (PazFieldEditor *editor,
                           GVariant       *value)
{
  PazFieldLink *self = (PazFieldLink *) editor;

  paz_link_chooser_set_id (PAZ_LINK_CHOOSER (self->chooser),
                           value != NULL ? g_variant_get_string (value, NULL) : NULL);
}

static GVariant *
paz_field_link_read_value (PazFieldEditor  *editor,
                           GError         **error)
{
  PazFieldLink *self = (PazFieldLink *) editor;
  const char *id = paz_link_chooser_get_id (PAZ_LINK_CHOOSER (self->chooser));

  return id != NULL ? g_variant_new_string (id) : NULL;
}

static void
paz_field_link_class_init (PazFieldLinkClass *klass)
{
  klass->setup = paz_field_link_setup;
  klass->show_value = paz_field_link_show_value;
  klass->read_value = paz_field_link_read_value;
}

static void
paz_field_link_init (PazFieldLink *self)
{
}
