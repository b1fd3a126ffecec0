#include "paz-link-chooser.h"

#include "paz-tip.h"
#include "paz-words.h"

#include "base/paz-compat.h"

struct _PazLinkChooser
{
  GtkWidget       parent_instance;

  GtkWidget      *button;
  GtkWidget      *label;
  GtkWidget      *clear;

  PazPickerMaker  make;
  PazPickTitle    title;
  gpointer        data;
  char           *id;
  gboolean        clearable;
};

G_DEFINE_FINAL_TYPE (PazLinkChooser, paz_link_chooser, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_title (PazLinkChooser *self)
{
  g_autofree char *title = NULL;

  if (self->id != NULL)
    title = self->title (self->id, self->data);
  gtk_label_set_text (GTK_LABEL (self->label),
                      title != NULL ? title : C_("choice", "Not answered"));
  paz_tip_set (self->button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (GTK_LABEL (self->label)), -1);
  gtk_widget_set_visible (self->clear, self->clearable && self->id != NULL);
  if (self->id != NULL)
    gtk_widget_remove_css_class (self->button, "paz-unanswered");
  else
    gtk_widget_add_css_class (self->button, "paz-unanswered");
}

static void
change (PazLinkChooser *self,
        const char     *id)
{
  if (!paz_set_str (&self->id, id))
    return;
  show_title (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
picked_cb (PazLinkChooser *self,
           const char     *id)
{
  change (self, id);
  gtk_widget_grab_focus (self->button);
}

static void
clear_cb (PazLinkChooser *self)
{
  gtk_widget_grab_focus (self->button);
  change (self, NULL);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       data)
{
  PazLinkChooser *self = data;
  GtkWidget *picker;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  picker = self->make (self->data);
  gtk_menu_button_set_popover (button, picker);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
}

/* A letter on the button begins the search. */
static gboolean
key_pressed_cb (GtkWidget       *button,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char typed[8] = { 0 };

  if (!g_unichar_isalnum (letter) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  g_unichar_to_utf8 (letter, typed);
  create_popover_cb (GTK_MENU_BUTTON (button), g_object_get_data (G_OBJECT (button), "owner"));
  paz_picker_open (PAZ_PICKER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), typed);

  return TRUE;
}

static void
listen_to_keys (PazLinkChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (self->button), "owner", self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self->button);
  gtk_widget_add_controller (self->button, keys);
}

static gboolean
paz_link_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAZ_LINK_CHOOSER (widget)->button);
}

static void
paz_link_chooser_dispose (GObject *object)
{
  PazLinkChooser *self = PAZ_LINK_CHOOSER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (paz_link_chooser_parent_class)->dispose (object);
}

static void
paz_link_chooser_class_init (PazLinkChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_link_chooser_dispose;
  widget_class->grab_focus = paz_link_chooser_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
make_button (PazLinkChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button),
                                         create_popover_cb, self, NULL);
  gtk_widget_set_hexpand (self->button, TRUE);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  /* The toolkit centres what is in a menu button; here it lies like the text of an entry. */
  for (GtkWidget *widget = box; widget != self->button; widget = gtk_widget_get_parent (widget))
    gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
  listen_to_keys (self);
}

static void
paz_link_chooser_init (PazLinkChooser *self)
{
  self->clearable = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  make_button (self);

  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  paz_tip_set (self->clear, _("Remove the choice"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove the choice"), -1);
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
  g_signal_connect_object (self->clear, "clicked",
                           G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
paz_link_chooser_new (PazPickerMaker make,
                      PazPickTitle   title,
                      gpointer       data)
{
  PazLinkChooser *self = g_object_new (PAZ_TYPE_LINK_CHOOSER, NULL);

  self->make = make;
  self->title = title;
  self->data = data;
  show_title (self);

  return GTK_WIDGET (self);
}

GtkWidget *
paz_link_chooser_get_focus (PazLinkChooser *self)
{
  g_return_val_if_fail (PAZ_IS_LINK_CHOOSER (self), NULL);

  return self->button;
}

void
paz_link_chooser_set_id (PazLinkChooser *self,
                         const char     *id)
{
  g_return_if_fail (PAZ_IS_LINK_CHOOSER (self));

  if (id != NULL && *id == '\0')
    id = NULL;
  paz_set_str (&self->id, id);
  show_title (self);
}

const char *
paz_link_chooser_get_id (PazLinkChooser *self)
{
  g_return_val_if_fail (PAZ_IS_LINK_CHOOSER (self), NULL);

  return self->id;
}

void
paz_link_chooser_set_clearable (PazLinkChooser *self,
                                gboolean        clearable)
{
  g_return_if_fail (PAZ_IS_LINK_CHOOSER (self));

  self->clearable = clearable;
  show_title (self);
}
