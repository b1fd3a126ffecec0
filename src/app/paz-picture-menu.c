#include "paz-picture-menu.h"

#include "paz-accessible.h"
#include "paz-picture-actions.h"
#include "paz-table-dialog.h"
#include "paz-words.h"

#define MARGIN 4

struct _PazPictureMenu
{
  GtkWidget parent_instance;

  GtkWidget *owner;          /* our parent; not held */
  GtkWidget *button;
  GtkWidget *popover;        /* of a click; made when first wanted */
  PazPictureRows rows;
  PazPictureMaker *maker;
};

G_DEFINE_FINAL_TYPE (PazPictureMenu, paz_picture_menu, GTK_TYPE_WIDGET)

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) out = g_menu_new ();

  g_menu_append (look, C_("picture", "Show as Table"), "picture.table");
  g_menu_append (out, C_("picture", "Copy Picture"), "picture.copy");
  g_menu_append (out, C_("picture", "Copy Values"), "picture.copy-values");
  g_menu_append (out, C_("picture", "Save Picture…"), "picture.save");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));

  return G_MENU_MODEL (menu);
}

/* ---- what it does ---- */

static void
table_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  PazPictureMenu *self = PAZ_PICTURE_MENU (widget);
  const char *title = NULL;
  g_autoptr (GPtrArray) rows = self->rows (self->owner, &title);

  if (rows != NULL && rows->len > 0)
    gtk_window_present (GTK_WINDOW (paz_table_dialog_new (self->owner, title != NULL ? title : "", rows, self->maker)));
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazPictureMenu *self = PAZ_PICTURE_MENU (widget);

  if (self->maker != NULL)
    paz_picture_copy (self->owner, self->maker);
}

static void
copy_values_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  PazPictureMenu *self = PAZ_PICTURE_MENU (widget);

  if (self->maker != NULL)
    paz_picture_copy_values (self->owner, self->maker);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazPictureMenu *self = PAZ_PICTURE_MENU (widget);

  if (self->maker != NULL)
    paz_picture_save (self->owner, self->maker);
}

/* ---- how it opens ---- */

static void
popup_at (PazPictureMenu *self,
          double          x,
          double          y)
{
  graphene_point_t at;

  if (self->popover == NULL)
    {
      g_autoptr (GMenuModel) menu = make_menu ();

      self->popover = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  if (!gtk_widget_compute_point (self->owner, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n,
            double           x,
            double           y,
            PazPictureMenu  *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (self, x, y);
}

static void
held_cb (GtkGestureLongPress *gesture,
         double               x,
         double               y,
         PazPictureMenu      *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  paz_picture_menu_popup (data);

  return TRUE;
}

static void
add_keys (PazPictureMenu *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const struct { guint key; GdkModifierType modifiers; } ways[] = { { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK } };

  for (guint n = 0; n < G_N_ELEMENTS (ways); n++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (ways[n].key, ways[n].modifiers),
                                                            gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (self->owner, keys);
}

static void
add_gestures (PazPictureMenu *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (held_cb), self, 0);
  gtk_widget_add_controller (self->owner, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->owner, GTK_EVENT_CONTROLLER (hold));
}

/* ---- overrides ---- */

static void
paz_picture_menu_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  PazPictureMenu *self = PAZ_PICTURE_MENU (widget);

  gtk_widget_size_allocate (self->button, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
paz_picture_menu_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (PAZ_PICTURE_MENU (widget)->button, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
paz_picture_menu_dispose (GObject *object)
{
  PazPictureMenu *self = PAZ_PICTURE_MENU (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->maker, paz_picture_maker_unref);

  G_OBJECT_CLASS (paz_picture_menu_parent_class)->dispose (object);
}

static void
paz_picture_menu_class_init (PazPictureMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_picture_menu_dispose;
  widget_class->measure = paz_picture_menu_measure;
  widget_class->size_allocate = paz_picture_menu_size_allocate;
  gtk_widget_class_install_action (widget_class, "picture.table", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "picture.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "picture.copy-values", NULL, copy_values_action);
  gtk_widget_class_install_action (widget_class, "picture.save", NULL, save_action);
}

static void
paz_picture_menu_init (PazPictureMenu *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_widget_set_tooltip_text (self->button, _("Table, Copy and Save"));
  paz_accessible_set_label (self->button, _("Table, Copy and Save"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
paz_picture_menu_new (GtkWidget      *owner,
                      PazPictureRows  rows)
{
  PazPictureMenu *self = g_object_new (PAZ_TYPE_PICTURE_MENU, NULL);

  self->owner = owner;
  self->rows = rows;
  gtk_widget_set_parent (GTK_WIDGET (self), owner);
  add_keys (self);
  add_gestures (self);
  paz_picture_menu_set_maker (self, NULL);

  return GTK_WIDGET (self);
}

void
paz_picture_menu_allocate (PazPictureMenu *self,
                           int             width)
{
  int side;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &side, NULL, NULL, NULL);
  side = MAX (side, PAZ_PICTURE_MENU_SIZE);
  gtk_widget_size_allocate (GTK_WIDGET (self), &(GtkAllocation) { MAX (width - side - MARGIN, 0), MARGIN, side, side }, -1);
}

void
paz_picture_menu_set_maker (PazPictureMenu  *self,
                            PazPictureMaker *maker)
{
  if (maker != NULL)
    paz_picture_maker_ref (maker);
  g_clear_pointer (&self->maker, paz_picture_maker_unref);
  self->maker = maker;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.copy", maker != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.copy-values", maker != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.save", maker != NULL);
}

void
paz_picture_menu_popup (PazPictureMenu *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
