#include "paz-audience-group.h"

#include "paz-participants.h"
#include "paz-words.h"

struct _PazAudienceGroup
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *participant_row;
  AdwComboRow *audience_row;
  AdwExpanderRow *chosen_row;

  GPtrArray *codes;          /* of the delegations, in the order of their row */
  GPtrArray *checks;         /* a GtkCheckButton for each of them */
};

G_DEFINE_FINAL_TYPE (PazAudienceGroup, paz_audience_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The rows of `audience_row`. */
typedef enum
{
  AUDIENCE_ANYONE,
  AUDIENCE_NETWORK,
  AUDIENCE_CHOSEN,
  AUDIENCE_OWN,
} Audience;

static guint
get_n_chosen (PazAudienceGroup *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (self->checks, i));

  return n;
}

static gboolean
is_for_chosen (PazAudienceGroup *self)
{
  return adw_combo_row_get_selected (self->audience_row) == AUDIENCE_CHOSEN;
}

static void
show_chosen (PazAudienceGroup *self)
{
  guint n = get_n_chosen (self);
  g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (), n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s chosen", "%s chosen", n), number);

  gtk_widget_set_visible (GTK_WIDGET (self->chosen_row), is_for_chosen (self));
  adw_expander_row_set_subtitle (self->chosen_row, n > 0 ? text : _("Nobody chosen yet"));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
audience_selected_cb (PazAudienceGroup *self)
{
  adw_expander_row_set_expanded (self->chosen_row, is_for_chosen (self));
  show_chosen (self);
}

static PazAudience *
make_chosen_audience (PazAudienceGroup *self)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (codes, g_ptr_array_index (self->codes, i));
  g_ptr_array_add (codes, NULL);
  text = g_strjoinv (",", (char **) codes->pdata);

  return paz_audience_parse (text);
}

/* Own use is the use of the delegation that hands it out. */
static PazAudience *
make_own_audience (PazAudienceGroup *self)
{
  const char *code = paz_audience_group_get_participant (self);
  PazAudience *audience = paz_audience_parse ("own");

  if (code == NULL || audience == NULL)
    return audience;
  g_strfreev (audience->participants);
  audience->participants = g_new0 (char *, 2);
  audience->participants[0] = g_strdup (code);

  return audience;
}

static void
paz_audience_group_dispose (GObject *object)
{
  PazAudienceGroup *self = PAZ_AUDIENCE_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_AUDIENCE_GROUP);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_audience_group_parent_class)->dispose (object);
}

static void
paz_audience_group_class_init (PazAudienceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_audience_group_dispose;
  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_AUDIENCE_GROUP, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/audience-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PazAudienceGroup, participant_row);
  gtk_widget_class_bind_template_child (widget_class, PazAudienceGroup, audience_row);
  gtk_widget_class_bind_template_child (widget_class, PazAudienceGroup, chosen_row);
  gtk_widget_class_bind_template_callback (widget_class, audience_selected_cb);
}

static void
paz_audience_group_init (PazAudienceGroup *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_check (PazAudienceGroup *self,
           const char       *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (self->chosen_row, row);
  g_ptr_array_add (self->checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
}

void
paz_audience_group_set_store (PazAudienceGroup *self,
                              PazStore         *store)
{
  g_autoptr (GtkStringList) names = NULL;

  g_return_if_fail (self->codes == NULL);

  self->codes = paz_participants_list (store, C_("delegation", "Not said yet"), &names);
  adw_combo_row_set_model (self->participant_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->participant_row,
                              paz_participants_find (self->codes, TRUE, paz_store_get_participant (store)));
  for (guint i = 0; i < self->codes->len; i++)
    add_check (self, gtk_string_list_get_string (names, i + 1));
  show_chosen (self);
}

void
paz_audience_group_set_narrow (PazAudienceGroup *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->participant_row), "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->audience_row), "");
}

gboolean
paz_audience_group_is_complete (PazAudienceGroup *self)
{
  return !is_for_chosen (self) || get_n_chosen (self) > 0;
}

static Audience
get_row_of (const PazAudience *audience)
{
  switch (audience != NULL ? audience->type : PAZ_AUDIENCE_OWN)
    {
    case PAZ_AUDIENCE_PUBLIC:
      return AUDIENCE_ANYONE;
    case PAZ_AUDIENCE_NETWORK:
      return AUDIENCE_NETWORK;
    case PAZ_AUDIENCE_PARTICIPANTS:
      return AUDIENCE_CHOSEN;
    case PAZ_AUDIENCE_OWN:
      return AUDIENCE_OWN;
    }

  g_return_val_if_reached (AUDIENCE_ANYONE);
}

void
paz_audience_group_choose (PazAudienceGroup  *self,
                           const PazAudience *audience)
{
  Audience row = get_row_of (audience);

  for (guint i = 0; row == AUDIENCE_CHOSEN && i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 g_strv_contains ((const char * const *) audience->participants,
                                                  g_ptr_array_index (self->codes, i)));
  adw_combo_row_set_selected (self->audience_row, row);
}

PazAudience *
paz_audience_group_make_audience (PazAudienceGroup *self)
{
  switch ((Audience) adw_combo_row_get_selected (self->audience_row))
    {
    case AUDIENCE_ANYONE:
      return paz_audience_parse ("public");
    case AUDIENCE_NETWORK:
      return paz_audience_parse ("network");
    case AUDIENCE_CHOSEN:
      return make_chosen_audience (self);
    case AUDIENCE_OWN:
      return make_own_audience (self);
    }

  g_return_val_if_reached (NULL);
}

const char *
paz_audience_group_get_participant (PazAudienceGroup *self)
{
  guint position = adw_combo_row_get_selected (self->participant_row);

  if (self->codes == NULL || position == 0 || position > self->codes->len)
    return NULL;

  return g_ptr_array_index (self->codes, position - 1);
}
