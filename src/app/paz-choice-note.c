#include "paz-choice-note.h"

#include "paz-words.h"

struct _PazChoiceNote
{
  GtkWidget  parent_instance;

  GtkWidget *sign;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (PazChoiceNote, paz_choice_note, GTK_TYPE_WIDGET)

/* One choice is explained; of several only what is not checked is named. */
static void
add_one (GString         *text,
         const PazChoice *choice,
         const char      *label)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const char *check = paz_choice_get_check_label (choice, catalogue);
  const char *note = paz_choice_get_note (choice, catalogue);

  /* Some choices say nothing else. */
  if (check != NULL && g_strcmp0 (check, label) != 0)
    g_string_append (text, check);
  if (note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", note);
}

static void
add_named (GString         *text,
           const PazChoice *choice,
           const char      *label)
{
  const char *check = paz_choice_get_check_label (choice, paz_words_get_catalogue ());

  if (check != NULL)
    g_string_append_printf (text, "%s: %s", label, check);
}

static gboolean
add_line (GString         *all,
          const PazField  *field,
          const PazKind   *kind,
          const char      *key,
          gboolean         alone)
{
  const PazChoice *choice = paz_field_find_choice (field, key);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *label;

  if (choice == NULL)
    return FALSE;
  label = paz_choice_get_label (choice, paz_field_get_context (field, kind), paz_words_get_catalogue ());
  if (alone)
    add_one (text, choice, label);
  else
    add_named (text, choice, label);
  if (text->len > 0)
    g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", text->str);

  return !paz_choice_is_checked (choice);
}

static gboolean
has_remarks (const PazField *field)
{
  for (const PazChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
    if (!paz_choice_is_checked (choice) || choice->notes[PAZ_LANGUAGE_EN] != NULL)
      return TRUE;

  return FALSE;
}

static void
paz_choice_note_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_choice_note_parent_class)->dispose (object);
}

static void
paz_choice_note_class_init (PazChoiceNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_choice_note_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "choicenote");
}

static void
paz_choice_note_init (PazChoiceNote *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->sign = gtk_image_new_from_icon_name ("dialog-question-symbolic");
  gtk_widget_set_valign (self->sign, GTK_ALIGN_START);
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
paz_choice_note_wrap (const PazField  *field,
                      GtkWidget       *editor,
                      GtkWidget       *focus,
                      PazChoiceNote  **note)
{
  GtkWidget *box;

  *note = NULL;
  if (field->type != PAZ_VALUE_CHOICE || !has_remarks (field))
    return editor;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  *note = g_object_new (PAZ_TYPE_CHOICE_NOTE, NULL);
  gtk_box_append (GTK_BOX (box), editor);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*note));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (focus),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, (*note)->label, NULL, -1);

  return box;
}

void
paz_choice_note_show (PazChoiceNote      *self,
                      const PazField     *field,
                      const PazKind      *kind,
                      const char * const *keys)
{
  g_autoptr (GString) text = NULL;
  gboolean unsure = FALSE;
  gboolean alone;

  if (self == NULL)
    return;

  text = g_string_new (NULL);
  alone = !paz_field_is_set (field);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    unsure |= add_line (text, field, kind, keys[i], alone);

  gtk_label_set_text (GTK_LABEL (self->label), text->str);
  gtk_widget_set_visible (self->sign, unsure);
  gtk_widget_set_visible (GTK_WIDGET (self), text->len > 0);
}
