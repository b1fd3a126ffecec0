#include "paz-chip-box.h"

#include <adwaita.h>

#include "paz-tip.h"
#include "paz-words.h"
#include "paz-wrap-layout.h"

struct _PazChipBox
{
  GtkWidget       parent_instance;

  GtkWidget      *add;

  PazPickerMaker  make;
  PazPickTitle    title;
  gpointer        data;
  char          **ids;
};

G_DEFINE_FINAL_TYPE (PazChipBox, paz_chip_box, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_chips (PazChipBox *self);

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
take_ids (PazChipBox *self,
          GPtrArray  *ids)
{
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  g_strfreev (self->ids);
  self->ids = (char **) g_ptr_array_free (ids, FALSE);
  show_chips (self);
}

static void
change (PazChipBox *self,
        const char *added,
        const char *removed)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; self->ids[i] != NULL; i++)
    if (g_strcmp0 (self->ids[i], removed) != 0 && g_strcmp0 (self->ids[i], added) != 0)
      g_ptr_array_add (ids, g_strdup (self->ids[i]));
  if (added != NULL)
    g_ptr_array_add (ids, g_strdup (added));
  take_ids (self, ids);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (PazChipBox *self,
           GtkWidget  *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  gtk_widget_grab_focus (self->add);
  change (self, NULL, id);
}

static void
picked_cb (PazChipBox *self,
           const char *id)
{
  change (self, id, NULL);
  paz_picker_set_hidden (PAZ_PICKER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->add))),
                         (const char * const *) self->ids);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       data)
{
  PazChipBox *self = data;
  GtkWidget *picker = GTK_WIDGET (gtk_menu_button_get_popover (button));

  if (picker == NULL)
    {
      picker = self->make (self->data);
      paz_picker_set_many (PAZ_PICKER (picker), TRUE);
      gtk_menu_button_set_popover (button, picker);
      g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
    }
  paz_picker_set_hidden (PAZ_PICKER (picker), (const char * const *) self->ids);
}

static GtkWidget *
make_chip (PazChipBox *self,
           const char *id)
{
  g_autofree char *title = self->title (id, self->data);
  g_autofree char *words = g_strdup_printf (_("Remove “%s”"), title);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  paz_tip_set (label, title);
  gtk_widget_add_css_class (chip, "paz-chip");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  paz_tip_set (remove, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (remove), "id", g_strdup (id), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), remove);

  return chip;
}

static void
show_chips (PazChipBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->add)
    gtk_widget_unparent (child);
  for (guint i = 0; self->ids[i] != NULL; i++)
    gtk_widget_insert_before (make_chip (self, self->ids[i]), GTK_WIDGET (self), self->add);
}

static gboolean
paz_chip_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PAZ_CHIP_BOX (widget)->add);
}

static void
paz_chip_box_dispose (GObject *object)
{
  PazChipBox *self = PAZ_CHIP_BOX (object);
  GtkWidget *child;

  if (self->add != NULL)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add));
  self->add = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->ids, g_strfreev);

  G_OBJECT_CLASS (paz_chip_box_parent_class)->dispose (object);
}

static void
paz_chip_box_class_init (PazChipBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_chip_box_dispose;
  widget_class->grab_focus = paz_chip_box_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
paz_chip_box_init (PazChipBox *self)
{
  GtkWidget *content = adw_button_content_new ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), paz_wrap_layout_new (6));
  self->ids = g_new0 (char *, 1);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), C_("set", "Add…"));
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->add), content);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add),
                                         create_popover_cb, self, NULL);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

GtkWidget *
paz_chip_box_new (PazPickerMaker make,
                  PazPickTitle   title,
                  gpointer       data)
{
  PazChipBox *self = g_object_new (PAZ_TYPE_CHIP_BOX, NULL);

  self->make = make;
  self->title = title;
  self->data = data;

  return GTK_WIDGET (self);
}

GtkWidget *
paz_chip_box_get_focus (PazChipBox *self)
{
  g_return_val_if_fail (PAZ_IS_CHIP_BOX (self), NULL);

  return self->add;
}

void
paz_chip_box_set_ids (PazChipBox         *self,
                      const char * const *ids)
{
  GPtrArray *copy = g_ptr_array_new ();

  g_return_if_fail (PAZ_IS_CHIP_BOX (self));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (copy, g_strdup (ids[i]));
  take_ids (self, copy);
}

const char * const *
paz_chip_box_get_ids (PazChipBox *self)
{
  g_return_val_if_fail (PAZ_IS_CHIP_BOX (self), NULL);

  return (const char * const *) self->ids;
}
