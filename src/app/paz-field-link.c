#include "paz-choice-note.h"
#include "paz-field-editor.h"
#include "paz-field-pick.h"
#include "paz-link-chooser.h"

/* One record, language or country, or one out of many choices. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *chooser;
  PazChoiceNote  *note;
} PazFieldLink;

typedef PazFieldEditorClass PazFieldLinkClass;

G_DEFINE_FINAL_TYPE (PazFieldLink, paz_field_link, PAZ_TYPE_FIELD_EDITOR)

static void
show_note (PazFieldLink *self)
{
  PazFieldEditor *editor = PAZ_FIELD_EDITOR (self);
  const char *keys[] = { paz_link_chooser_get_id (PAZ_LINK_CHOOSER (self->chooser)), NULL };

  paz_choice_note_show (self->note, paz_field_editor_get_field (editor),
                        paz_field_editor_get_kind (editor), keys);
}

static void
changed_cb (PazFieldLink *self)
{
  show_note (self);
  paz_field_editor_touched (PAZ_FIELD_EDITOR (self));
}

static void
paz_field_link_setup (PazFieldEditor *editor)
{
  PazFieldLink *self = (PazFieldLink *) editor;
  GtkWidget *focus;

  self->chooser = paz_link_chooser_new (paz_field_pick_make_picker, paz_field_pick_dup_title, self);
  focus = paz_link_chooser_get_focus (PAZ_LINK_CHOOSER (self->chooser));
  paz_field_editor_set_child (editor, paz_choice_note_wrap (paz_field_editor_get_field (editor),
                                                            self->chooser, focus, &self->note));
  paz_field_editor_set_focus (editor, focus);
  g_signal_connect_swapped (self->chooser, "changed", G_CALLBACK (changed_cb), self);
}

static void
paz_field_link_show_value (PazFieldEditor *editor,
                           GVariant       *value)
{
  PazFieldLink *self = (PazFieldLink *) editor;

  paz_link_chooser_set_id (PAZ_LINK_CHOOSER (self->chooser),
                           value != NULL ? g_variant_get_string (value, NULL) : NULL);
  show_note (self);
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
