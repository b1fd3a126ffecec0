#include "paz-field-editor.h"

#include "paz-field-forget.h"

typedef struct
{
  PazStore       *store;
  const PazKind  *kind;
  const PazField *field;
  GtkWidget      *focus;     /* a descendant, not owned */
  gboolean        showing;
} PazFieldEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PazFieldEditor, paz_field_editor, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((PazFieldEditorPrivate *) paz_field_editor_get_instance_private (self))

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
paz_field_editor_dispose (GObject *object)
{
  PazFieldEditor *self = PAZ_FIELD_EDITOR (object);
  PazFieldEditorPrivate *priv = PRIVATE (self);
  GtkWidget *child;

  priv->focus = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (paz_field_editor_parent_class)->dispose (object);
}

static gboolean
paz_field_editor_grab_focus (GtkWidget *widget)
{
  PazFieldEditorPrivate *priv = PRIVATE (PAZ_FIELD_EDITOR (widget));

  return priv->focus != NULL && gtk_widget_grab_focus (priv->focus);
}

static void
paz_field_editor_class_init (PazFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_field_editor_dispose;
  widget_class->grab_focus = paz_field_editor_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
paz_field_editor_init (PazFieldEditor *self)
{
}

PazFieldEditor *
paz_field_editor_new (GType           type,
                      PazStore       *store,
                      const PazKind  *kind,
                      const PazField *field)
{
  PazFieldEditor *self = g_object_new (type, NULL);
  PazFieldEditorPrivate *priv = PRIVATE (self);

  g_set_object (&priv->store, store);
  priv->kind = kind;
  priv->field = field;
  PAZ_FIELD_EDITOR_GET_CLASS (self)->setup (self);

  return self;
}

PazStore *
paz_field_editor_get_store (PazFieldEditor *self)
{
  return PRIVATE (self)->store;
}

const PazKind *
paz_field_editor_get_kind (PazFieldEditor *self)
{
  return PRIVATE (self)->kind;
}

const PazField *
paz_field_editor_get_field (PazFieldEditor *self)
{
  return PRIVATE (self)->field;
}

GtkWidget *
paz_field_editor_get_focus (PazFieldEditor *self)
{
  return PRIVATE (self)->focus;
}

void
paz_field_editor_show_value (PazFieldEditor *self,
                             GVariant       *value)
{
  PazFieldEditorPrivate *priv = PRIVATE (self);

  priv->showing = TRUE;
  PAZ_FIELD_EDITOR_GET_CLASS (self)->show_value (self, value);
  paz_field_forget_steps (GTK_WIDGET (self));
  priv->showing = FALSE;
}

GVariant *
paz_field_editor_read_value (PazFieldEditor  *self,
                             GError         **error)
{
  return PAZ_FIELD_EDITOR_GET_CLASS (self)->read_value (self, error);
}

void
paz_field_editor_take_saved (PazFieldEditor *self)
{
  PazFieldEditorClass *klass = PAZ_FIELD_EDITOR_GET_CLASS (self);

  if (klass->take_saved != NULL)
    klass->take_saved (self);
}

void
paz_field_editor_tidy (PazFieldEditor *self)
{
  PazFieldEditorClass *klass = PAZ_FIELD_EDITOR_GET_CLASS (self);
  PazFieldEditorPrivate *priv = PRIVATE (self);

  if (klass->tidy == NULL)
    return;
  priv->showing = TRUE;
  klass->tidy (self);
  priv->showing = FALSE;
}

void
paz_field_editor_set_wrong (PazFieldEditor *self,
                            gboolean        wrong)
{
  GtkWidget *focus = PRIVATE (self)->focus;

  if (focus == NULL)
    return;
  if (wrong)
    gtk_widget_add_css_class (focus, "error");
  else
    gtk_widget_remove_css_class (focus, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (focus),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

void
paz_field_editor_set_child (PazFieldEditor *self,
                            GtkWidget      *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
paz_field_editor_set_focus (PazFieldEditor *self,
                            GtkWidget      *focus)
{
  PRIVATE (self)->focus = focus;
}

void
paz_field_editor_touched (PazFieldEditor *self)
{
  if (!PRIVATE (self)->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
paz_field_label_lead_to (GtkWidget *label,
                         GtkWidget *focus)
{
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), focus);
  /* The buttons inside these two have no name of their own. */
  if (GTK_IS_DROP_DOWN (focus) || GTK_IS_MENU_BUTTON (focus))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (focus)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}
