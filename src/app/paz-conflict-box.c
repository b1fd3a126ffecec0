#include "paz-conflict-box.h"

#include "paz-picker.h"
#include "paz-words.h"

#include "store/paz-alternatives.h"

struct _PazConflictBox
{
  GtkWidget       parent_instance;

  PazStore       *store;
  PazRecord      *record;
  const PazField *field;
  GPtrArray      *alternatives;
};

G_DEFINE_FINAL_TYPE (PazConflictBox, paz_conflict_box, GTK_TYPE_WIDGET)

enum
{
  DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_shown (PazConflictBox *self,
           PazAlternative *alternative)
{
  g_autoptr (PazRecord) copy = NULL;
  char *text;

  if (alternative->value == NULL)
    return g_strdup (C_("value", "Not answered"));
  copy = paz_record_dup (self->record);
  paz_record_set_value (copy, self->field, alternative->value);
  text = paz_store_dup_display (self->store, copy, self->field, paz_words_get_catalogue ());

  return text;
}

static char *
dup_writer (PazConflictBox *self,
            PazAlternative *alternative)
{
  g_autofree char *moment = paz_catalogue_dup_moment (paz_words_get_catalogue (), alternative->at);
  g_autofree char *delegation = NULL;
  const char *writer = alternative->author;

  if (writer == NULL && alternative->participant != NULL)
    writer = delegation = paz_pick_dup_code (self->store, alternative->participant);
  if (writer == NULL || *writer == '\0')
    return g_steal_pointer (&moment);

  /* Translators: who wrote a value, and when. */
  return g_strdup_printf (C_("conflict", "%s, %s"), writer, moment);
}

static void
decide_cb (PazConflictBox *self,
           GtkWidget      *button)
{
  PazAlternative *alternative = g_object_get_data (G_OBJECT (button), "alternative");

  paz_record_set_value (self->record, self->field, alternative->value);
  paz_record_set_conflict (self->record, self->field, FALSE);
  g_signal_emit (self, signals[DECIDED], 0);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_button (PazConflictBox *self,
             PazAlternative *alternative,
             const char     *shown)
{
  GtkWidget *button = gtk_button_new_with_label (C_("conflict", "Choose"));
  g_autofree char *name = g_strdup_printf (_("Choose “%s”"), shown);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "paz-small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "alternative", alternative);
  g_signal_connect_object (button, "clicked", G_CALLBACK (decide_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_alternative (PazConflictBox *self,
                 PazAlternative *alternative)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *shown = dup_shown (self, alternative);
  g_autofree char *writer = dup_writer (self, alternative);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (shown, NULL));
  gtk_box_append (GTK_BOX (texts), make_label (writer, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "dim-label");
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), make_button (self, alternative, shown));
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static void
paz_conflict_box_dispose (GObject *object)
{
  PazConflictBox *self = PAZ_CONFLICT_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->alternatives, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_conflict_box_parent_class)->dispose (object);
}

static void
paz_conflict_box_class_init (PazConflictBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_conflict_box_dispose;
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "conflictbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
paz_conflict_box_init (PazConflictBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

GtkWidget *
paz_conflict_box_new (PazStore       *store,
                      PazRecord      *record,
                      const PazField *field)
{
  PazConflictBox *self = g_object_new (PAZ_TYPE_CONFLICT_BOX, NULL);
  const char *words = _("Several values stand here. Choose one, or write another; saving decides.");
  g_autoptr (GError) error = NULL;

  g_set_object (&self->store, store);
  g_set_object (&self->record, record);
  self->field = field;
  gtk_widget_set_parent (make_label (words, "caption-heading"), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  self->alternatives = paz_store_list_alternatives (store, paz_record_get_id (record), field, &error);
  if (self->alternatives == NULL)
    {
      g_warning ("Could not read the values in conflict: %s", error->message);
      self->alternatives = g_ptr_array_new ();
    }
  for (guint i = 0; i < self->alternatives->len; i++)
    add_alternative (self, g_ptr_array_index (self->alternatives, i));

  return GTK_WIDGET (self);
}
