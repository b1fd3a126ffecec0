#include "paz-field-editor.h"
#include "paz-words.h"

/* Yes, no, or not answered: a switch could not tell the last two apart. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *box;
  GtkWidget      *yes;
  GtkWidget      *no;
  GtkWidget      *none;
} PazFieldFlag;

typedef PazFieldEditorClass PazFieldFlagClass;

G_DEFINE_FINAL_TYPE (PazFieldFlag, paz_field_flag, PAZ_TYPE_FIELD_EDITOR)

static void
toggled_cb (PazFieldEditor  *editor,
            GtkToggleButton *button)
{
  /* Two buttons toggle with each choice; the one switched on speaks. */
  if (gtk_toggle_button_get_active (button))
    paz_field_editor_touched (editor);
}

static GtkWidget *
add_button (PazFieldFlag *self,
            const char   *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  if (self->yes != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->yes));
  gtk_box_append (GTK_BOX (self->box), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
paz_field_flag_setup (PazFieldEditor *editor)
{
  PazFieldFlag *self = (PazFieldFlag *) editor;

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_halign (self->box, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->box, "linked");
  self->yes = add_button (self, C_("flag", "Yes"));
  self->no = add_button (self, C_("flag", "No"));
  self->none = add_button (self, C_("flag", "Not answered"));
  gtk_widget_add_css_class (self->none, "paz-unanswered");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->none), TRUE);
  paz_field_editor_set_child (editor, self->box);
  paz_field_editor_set_focus (editor, self->yes);
}

static void
paz_field_flag_show_value (PazFieldEditor *editor,
                           GVariant       *value)
{
  PazFieldFlag *self = (PazFieldFlag *) editor;
  GtkWidget *button = self->none;

  if (value != NULL)
    button = g_variant_get_boolean (value) ? self->yes : self->no;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static GVariant *
paz_field_flag_read_value (PazFieldEditor  *editor,
                           GError         **error)
{
  PazFieldFlag *self = (PazFieldFlag *) editor;

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->none)))
    return NULL;

  return g_variant_new_boolean (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->yes)));
}

static void
paz_field_flag_class_init (PazFieldFlagClass *klass)
{
  klass->setup = paz_field_flag_setup;
  klass->show_value = paz_field_flag_show_value;
  klass->read_value = paz_field_flag_read_value;
}

static void
paz_field_flag_init (PazFieldFlag *self)
{
}
