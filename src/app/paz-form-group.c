#include "paz-form-group.h"

#include "paz-form-layout.h"

#include "base/paz-compat.h"

/* Below this width the fields of a group stand one above the other. */
#define NARROW 540

struct _PazFormGroup
{
  GtkWidget  parent_instance;

  GtkWidget *title;
  GtkWidget *description;
  GtkWidget *card;
};

static GtkBuildableIface *parent_buildable_iface;

static void paz_form_group_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PazFormGroup, paz_form_group, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      paz_form_group_buildable_init))

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DESCRIPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
paz_form_group_add_child (GtkBuildable *buildable,
                          GtkBuilder   *builder,
                          GObject      *child,
                          const char   *type)
{
  PazFormGroup *self = PAZ_FORM_GROUP (buildable);

  if (self->card != NULL && type == NULL && GTK_IS_WIDGET (child))
    gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
paz_form_group_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = paz_form_group_add_child;
}

static void
set_label (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
paz_form_group_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PazFormGroup *self = PAZ_FORM_GROUP (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->title)));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->description)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_form_group_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PazFormGroup *self = PAZ_FORM_GROUP (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      set_label (self->title, g_value_get_string (value));
      break;
    case PROP_DESCRIPTION:
      set_label (self->description, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_form_group_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_form_group_parent_class)->dispose (object);
}

static void
paz_form_group_class_init (PazFormGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = paz_form_group_get_property;
  object_class->set_property = paz_form_group_set_property;
  object_class->dispose = paz_form_group_dispose;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/form-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PazFormGroup, title);
  gtk_widget_class_bind_template_child (widget_class, PazFormGroup, description);
  gtk_widget_class_bind_template_child (widget_class, PazFormGroup, card);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formgroup");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
paz_form_group_init (PazFormGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->card, paz_form_layout_new (NARROW, 18, 18));
}
