#include "paz-identity-group.h"

#include "paz-participants.h"
#include "paz-role.h"
#include "paz-sidebar.h"
#include "paz-window.h"
#include "paz-words.h"

struct _PazIdentityGroup
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *participant_row;
  AdwEntryRow *author_row;
  AdwComboRow *role_row;

  PazStore *store;
  GPtrArray *codes;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PazIdentityGroup, paz_identity_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_error (PazIdentityGroup *self,
            const GError     *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (PAZ_IS_WINDOW (root))
    paz_window_tell_error (PAZ_WINDOW (root), error);
  else
    g_warning ("%s", error->message);
}

static void
keep (PazIdentityGroup *self)
{
  guint position = adw_combo_row_get_selected (self->participant_row);
  const char *author = gtk_editable_get_text (GTK_EDITABLE (self->author_row));
  const char *participant = "";
  g_autoptr (GError) error = NULL;

  if (position > 0 && position <= self->codes->len)
    participant = g_ptr_array_index (self->codes, position - 1);
  if (paz_store_set_identity (self->store, participant, author, &error))
    g_signal_emit (self, signals[CHANGED], 0);
  else
    tell_error (self, error);
}

static void
participant_selected_cb (PazIdentityGroup *self)
{
  if (!self->filling && self->store != NULL)
    keep (self);
}

static void
role_selected_cb (PazIdentityGroup *self)
{
  guint position = adw_combo_row_get_selected (self->role_row);
  g_autoptr (GError) error = NULL;

  if (self->filling || self->store == NULL || position >= PAZ_N_ROLES)
    return;
  if (!paz_role_set (self->store, (PazRole) position, &error))
    {
      tell_error (self, error);
      return;
    }
  paz_sidebar_propose (position);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
author_applied_cb (PazIdentityGroup *self)
{
  if (self->store != NULL)
    keep (self);
}

static void
paz_identity_group_dispose (GObject *object)
{
  PazIdentityGroup *self = PAZ_IDENTITY_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_IDENTITY_GROUP);
  g_clear_object (&self->store);
  g_clear_pointer (&self->codes, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_identity_group_parent_class)->dispose (object);
}

static void
paz_identity_group_class_init (PazIdentityGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_identity_group_dispose;
  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_IDENTITY_GROUP, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/identity-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PazIdentityGroup, participant_row);
  gtk_widget_class_bind_template_child (widget_class, PazIdentityGroup, author_row);
  gtk_widget_class_bind_template_child (widget_class, PazIdentityGroup, role_row);
  gtk_widget_class_bind_template_callback (widget_class, participant_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_selected_cb);
}

static void
paz_identity_group_init (PazIdentityGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_roles (PazIdentityGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < PAZ_N_ROLES; i++)
    gtk_string_list_append (names, paz_catalogue_ptext (paz_words_get_catalogue (), "role",
                                                        paz_role_get_label ((PazRole) i)));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (names));
}

GtkWidget *
paz_identity_group_new (PazStore *store)
{
  PazIdentityGroup *self = g_object_new (PAZ_TYPE_IDENTITY_GROUP, NULL);

  paz_identity_group_set_store (self, store);

  return GTK_WIDGET (self);
}

void
paz_identity_group_set_store (PazIdentityGroup *self,
                              PazStore         *store)
{
  g_set_object (&self->store, store);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !paz_store_is_read_only (store));
  paz_identity_group_refresh (self);
}

void
paz_identity_group_refresh (PazIdentityGroup *self)
{
  g_autoptr (GtkStringList) names = NULL;
  const char *author = paz_store_get_author (self->store);

  self->filling = TRUE;
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  self->codes = paz_participants_list (self->store, C_("delegation", "Not said yet"), &names);
  adw_combo_row_set_model (self->participant_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->participant_row,
                              paz_participants_find (self->codes, TRUE, paz_store_get_participant (self->store)));
  gtk_editable_set_text (GTK_EDITABLE (self->author_row), author != NULL ? author : "");
  fill_roles (self);
  adw_combo_row_set_selected (self->role_row, paz_role_get (self->store));
  self->filling = FALSE;
}

void
paz_identity_group_keep (PazIdentityGroup *self)
{
  if (self->store != NULL && !paz_store_is_read_only (self->store))
    keep (self);
}
