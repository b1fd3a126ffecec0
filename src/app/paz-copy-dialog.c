#include "paz-copy-dialog.h"

#include "paz-audience-group.h"
#include "paz-words.h"

#define AUDIENCE_KEY "copy-audience"

struct _PazCopyDialog
{
  AdwWindow parent_instance;

  PazAudienceGroup *audience_group;

  PazStore *store;
};

G_DEFINE_FINAL_TYPE (PazCopyDialog, paz_copy_dialog, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
group_changed_cb (PazCopyDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "copy.accept",
                                 paz_audience_group_is_complete (self->audience_group));
}

static void
accept_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  paz_copy_dialog_accept (PAZ_COPY_DIALOG (widget));
}

static void
paz_copy_dialog_dispose (GObject *object)
{
  PazCopyDialog *self = PAZ_COPY_DIALOG (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_COPY_DIALOG);

  G_OBJECT_CLASS (paz_copy_dialog_parent_class)->dispose (object);
}

static void
paz_copy_dialog_class_init (PazCopyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_copy_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", PAZ_TYPE_COPY_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PAZ_TYPE_AUDIENCE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/copy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazCopyDialog, audience_group);
  gtk_widget_class_bind_template_callback (widget_class, group_changed_cb);
  gtk_widget_class_install_action (widget_class, "copy.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
paz_copy_dialog_init (PazCopyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
paz_copy_dialog_new (PazWindow *window)
{
  PazCopyDialog *self = g_object_new (PAZ_TYPE_COPY_DIALOG, "transient-for", window, NULL);
  const PazAudience *audience;

  self->store = g_object_ref (paz_window_get_store (window));
  audience = paz_copy_get_audience (self->store);
  paz_audience_group_set_store (self->audience_group, self->store);
  paz_audience_group_choose (self->audience_group, audience);

  return GTK_WIDGET (self);
}

void
paz_copy_dialog_accept (PazCopyDialog *self)
{
  if (!paz_audience_group_is_complete (self->audience_group))
    return;
  paz_copy_set_audience (self->store, paz_audience_group_make_audience (self->audience_group));
  g_signal_emit (self, signals[CHOSEN], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

const PazAudience *
paz_copy_get_audience (PazStore *store)
{
  return g_object_get_data (G_OBJECT (store), AUDIENCE_KEY);
}

void
paz_copy_set_audience (PazStore    *store,
                       PazAudience *audience)
{
  g_object_set_data_full (G_OBJECT (store), AUDIENCE_KEY, audience, (GDestroyNotify) paz_audience_free);
}

static char *
dup_names (const PazAudience *audience)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (char **code = audience->participants; code != NULL && *code != NULL; code++)
    {
      g_autofree char *name = paz_catalogue_dup_country (paz_words_get_catalogue (), *code);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);

  return g_strjoinv (", ", names);
}

char *
paz_copy_dup_audience (PazStore *store)
{
  const PazAudience *audience = paz_copy_get_audience (store);

  if (audience == NULL)
    return NULL;
  switch (audience->type)
    {
    case PAZ_AUDIENCE_PUBLIC:
      return g_strdup (C_("audience", "Anyone"));
    case PAZ_AUDIENCE_NETWORK:
      return g_strdup (C_("audience", "All participants"));
    case PAZ_AUDIENCE_PARTICIPANTS:
      return dup_names (audience);
    case PAZ_AUDIENCE_OWN:
      return g_strdup (C_("audience", "Own use"));
    }

  g_return_val_if_reached (NULL);
}
