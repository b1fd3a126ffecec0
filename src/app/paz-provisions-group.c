#include "paz-provisions-group.h"

#include "paz-field-row.h"
#include "paz-form-group.h"

struct _PazProvisionsGroup
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PazProvisionsGroup, paz_provisions_group, GTK_TYPE_WIDGET)

static void
paz_provisions_group_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_provisions_group_parent_class)->dispose (object);
}

static void
paz_provisions_group_class_init (PazProvisionsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_provisions_group_dispose;

  g_type_ensure (PAZ_TYPE_FORM_GROUP);
  g_type_ensure (PAZ_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/provisions-group.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
paz_provisions_group_init (PazProvisionsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
