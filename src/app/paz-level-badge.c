#include "paz-level-badge.h"

#include "paz-tip.h"
#include "paz-words.h"

struct _PazLevelBadge
{
  GtkWidget  parent_instance;

  GtkWidget *image;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (PazLevelBadge, paz_level_badge, GTK_TYPE_WIDGET)

static void
paz_level_badge_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_level_badge_parent_class)->dispose (object);
}

static void
paz_level_badge_class_init (PazLevelBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_level_badge_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "levelbadge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
paz_level_badge_init (PazLevelBadge *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "paz-level");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->image = g_object_new (GTK_TYPE_IMAGE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "pixel-size", 12, NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  paz_level_badge_set_level (self, PAZ_LEVEL_NATIONAL);
}

GtkWidget *
paz_level_badge_new (void)
{
  return g_object_new (PAZ_TYPE_LEVEL_BADGE, NULL);
}

void
paz_level_badge_set_level (PazLevelBadge *self,
                           PazLevel       level)
{
  const char *word = paz_catalogue_ptext (paz_words_get_catalogue (), "level", paz_level_get_label (level));
  g_autofree char *name = NULL;

  g_return_if_fail (PAZ_IS_LEVEL_BADGE (self));

  for (PazLevel other = PAZ_LEVEL_PUBLIC; other <= PAZ_LEVEL_NATIONAL; other++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), paz_level_get_key (other));
  gtk_widget_add_css_class (GTK_WIDGET (self), paz_level_get_key (level));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), paz_level_get_icon_name (level));
  gtk_label_set_text (GTK_LABEL (self->label), word);
  name = g_strdup_printf (_("Handling level: %s"), word);
  paz_tip_set (GTK_WIDGET (self), paz_level_get_meaning (level));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
paz_level_get_icon_name (PazLevel level)
{
  switch (level)
    {
    case PAZ_LEVEL_PUBLIC:
      return "emblem-shared-symbolic";
    case PAZ_LEVEL_NETWORK:
      return "system-users-symbolic";
    case PAZ_LEVEL_NAMED:
      return "avatar-default-symbolic";
    case PAZ_LEVEL_NATIONAL:
      return "changes-prevent-symbolic";
    }

  g_return_val_if_reached ("changes-prevent-symbolic");
}

const char *
paz_level_get_meaning (PazLevel level)
{
  switch (level)
    {
    case PAZ_LEVEL_PUBLIC:
      return _("Anyone may see it.");
    case PAZ_LEVEL_NETWORK:
      return _("All participants of the network may see it.");
    case PAZ_LEVEL_NAMED:
      return _("Only the owner and the participants named here may see it.");
    case PAZ_LEVEL_NATIONAL:
      return _("It never leaves this copy of the program.");
    }

  g_return_val_if_reached ("");
}
