#include "paz-welcome-page.h"

#include "paz-identity-group.h"
#include "paz-words.h"

struct _PazWelcomePage
{
  AdwBin parent_instance;

  PazIdentityGroup *identity_group;
};

G_DEFINE_FINAL_TYPE (PazWelcomePage, paz_welcome_page, ADW_TYPE_BIN)

static void
start_cb (PazWelcomePage *self)
{
  paz_identity_group_keep (self->identity_group);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.welcomed", NULL);
}

static void
paz_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PAZ_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (paz_welcome_page_parent_class)->dispose (object);
}

static void
paz_welcome_page_class_init (PazWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_welcome_page_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (PAZ_TYPE_IDENTITY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazWelcomePage, identity_group);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
paz_welcome_page_init (PazWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
paz_welcome_page_new (PazStore *store)
{
  PazWelcomePage *self = g_object_new (PAZ_TYPE_WELCOME_PAGE, NULL);

  paz_identity_group_set_store (self->identity_group, store);

  return GTK_WIDGET (self);
}
