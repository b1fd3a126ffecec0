#include "paz-field-row-private.h"

#include "paz-field-forget.h"
#include "paz-field-look.h"
#include "paz-form-layout.h"
#include "paz-tip.h"
#include "paz-words.h"

#include "base/paz-compat.h"

#include <adwaita.h>

/* Before any was assigned; 0 is none. */
#define NO_LETTER G_MAXUINT32

G_DEFINE_FINAL_TYPE (PazFieldRow, paz_field_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FIELD,
  PROP_SPAN,
  PROP_STATE,
  N_PROPS
};

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *
get_state_name (PazValueState state)
{
  switch (state)
    {
    case PAZ_STATE_UNKNOWN:
      return "unknown";
    case PAZ_STATE_NOT_APPLICABLE:
      return "na";
    case PAZ_STATE_NOT_ANSWERED:
    case PAZ_STATE_KNOWN:
    case PAZ_STATE_WITHHELD:
      break;
    }

  return "answer";
}

static void
take_error (PazFieldRow *self,
            GError      *error)
{
  g_free (self->wrong);
  self->wrong = g_strdup (paz_value_error_get_text (error->code, paz_words_get_catalogue ()));
}

static void
editor_changed_cb (PazFieldRow *self)
{
  g_autoptr (GError) error = NULL;
  GVariant *value = paz_field_editor_read_value (self->editor, &error);

  if (error != NULL)
    {
      take_error (self, error);
    }
  else
    {
      g_autoptr (GVariant) taken = value != NULL ? g_variant_take_ref (value) : NULL;

      g_clear_pointer (&self->wrong, g_free);
      if (paz_record_set_value (self->record, self->field, taken))
        paz_field_row_settle_conflict (self);
    }
  /* While typing only good news is shown: an error that is gone. */
  if (error == NULL)
    paz_field_row_show_message (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
focus_left_cb (PazFieldRow *self)
{
  if (self->record == NULL)
    return;
  self->touched = TRUE;
  paz_field_editor_tidy (self->editor);
  /* "?" and "n/a" can be typed where a value is; they show as what they are once one is done. */
  paz_field_row_set_state (self, paz_value_get_state (paz_record_get_value (self->record, self->field)));
  if (self->conflict != NULL && !paz_record_is_in_conflict (self->record, self->field))
    paz_field_row_show_conflict (self);
  paz_field_row_show_message (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static void
choose_state (PazFieldRow   *self,
              PazValueState  state)
{
  g_autoptr (GVariant) value = NULL;

  if (self->record == NULL || state == self->state)
    return;
  if (state != PAZ_STATE_NOT_ANSWERED)
    value = g_variant_ref_sink (paz_value_new_state (state));
  else if (self->state == PAZ_STATE_KNOWN)
    return;
  if (paz_record_set_value (self->record, self->field, value))
    paz_field_row_settle_conflict (self);
  paz_field_row_show_value (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
answer_cb (PazFieldRow *self)
{
  choose_state (self, PAZ_STATE_NOT_ANSWERED);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PazFieldRow *self = PAZ_FIELD_ROW (widget);

  if (self->field != NULL && gtk_widget_get_visible (self->menu))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu));
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       data)
{
  PazFieldRow *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (self->states));
}

static void
make_editor (PazFieldRow *self)
{
  PazFieldLook look = paz_field_get_look (self->field);
  GtkWidget *focus;

  self->editor = paz_field_editor_new (look.editor, self->store, paz_record_get_kind (self->record),
                                       self->field);
  gtk_box_prepend (GTK_BOX (self->place), GTK_WIDGET (self->editor));
  gtk_widget_set_hexpand (GTK_WIDGET (self->editor), TRUE);
  /* Texts side by side end alike; everything else keeps its help close. */
  gtk_widget_set_vexpand (self->place, self->field->type == PAZ_VALUE_TRILINGUAL);
  g_signal_connect_object (self->editor, "changed",
                           G_CALLBACK (editor_changed_cb), self, G_CONNECT_SWAPPED);

  focus = paz_field_editor_get_focus (self->editor);
  paz_field_label_lead_to (self->label, focus);
  /* Each language of a text has a name already. */
  if (self->field->type == PAZ_VALUE_TRILINGUAL)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_widget_set_visible (self->menu, look.editor != PAZ_TYPE_FIELD_SHOWN);
  if (self->span == 0)
    paz_form_layout_set_span (GTK_WIDGET (self), look.span);
}

/* A long form makes its rows one after the other, as they are bound. */
static void
build (PazFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  paz_tip_set (self->menu, _("Not known, not applicable (F4)"));
  paz_tip_set (self->answer, _("Write an answer instead"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu),
                                         create_menu_cb, self, NULL);
  /* Tab goes from field to field; the menu has a key of its own. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (self->menu), FALSE);
}

static void
dress (PazFieldRow *self)
{
  g_autofree char *menu = NULL;

  build (self);
  make_editor (self);
  gtk_label_set_text (GTK_LABEL (self->label), paz_field_row_get_label (self));
  gtk_widget_set_visible (self->required, (self->field->flags & PAZ_FIELD_REQUIRED) != 0);
  if (self->field->hint != NULL)
    gtk_label_set_text (GTK_LABEL (self->hint),
                        paz_catalogue_text (paz_words_get_catalogue (), self->field->hint));
  menu = g_strdup_printf (_("Answer to “%s”"), paz_field_row_get_label (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

static void
paz_field_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PazFieldRow *self = PAZ_FIELD_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->key);
      break;
    case PROP_SPAN:
      g_value_set_int (value, self->span);
      break;
    case PROP_STATE:
      g_value_set_string (value, get_state_name (self->state));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_state_name (PazFieldRow *self,
                const char  *name)
{
  if (g_strcmp0 (name, "unknown") == 0)
    choose_state (self, PAZ_STATE_UNKNOWN);
  else if (g_strcmp0 (name, "na") == 0)
    choose_state (self, PAZ_STATE_NOT_APPLICABLE);
  else
    choose_state (self, PAZ_STATE_NOT_ANSWERED);
}

static void
paz_field_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PazFieldRow *self = PAZ_FIELD_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      paz_set_str (&self->key, g_value_get_string (value));
      break;
    case PROP_SPAN:
      self->span = g_value_get_int (value);
      if (self->span > 0)
        paz_form_layout_set_span (GTK_WIDGET (self), self->span);
      break;
    case PROP_STATE:
      set_state_name (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
paz_field_row_grab_focus (GtkWidget *widget)
{
  PazFieldRow *self = PAZ_FIELD_ROW (widget);

  return self->editor != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
paz_field_row_dispose (GObject *object)
{
  PazFieldRow *self = PAZ_FIELD_ROW (object);
  GtkWidget *child;

  self->conflict = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_field_row_parent_class)->dispose (object);
}

static void
paz_field_row_finalize (GObject *object)
{
  PazFieldRow *self = PAZ_FIELD_ROW (object);

  g_free (self->key);
  g_free (self->wrong);
  g_free (self->problem);
  g_free (self->doubt);

  G_OBJECT_CLASS (paz_field_row_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PazFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, PazFieldRow, required);
  gtk_widget_class_bind_template_child (widget_class, PazFieldRow, menu);
  gtk_widget_class_bind_template_child (widget_class, PazFieldRow, states);
  gtk_widget_class_bind_template_child (widget_class, PazFieldRow, place);
  gtk_widget_class_bind_template_child (widget_class, PazFieldRow, state_page);
  gtk_widget_class_bind_template_child (widget_class, PazFieldRow, state_word);
  gtk_widget_class_bind_template_child (widget_class, PazFieldRow, answer);
  gtk_widget_class_bind_template_child (widget_class, PazFieldRow, hint);
  gtk_widget_class_bind_template_child (widget_class, PazFieldRow, message);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
}

static void
paz_field_row_class_init (PazFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = paz_field_row_get_property;
  object_class->set_property = paz_field_row_set_property;
  object_class->dispose = paz_field_row_dispose;
  object_class->finalize = paz_field_row_finalize;
  widget_class->grab_focus = paz_field_row_grab_focus;

  properties[PROP_FIELD] =
    g_param_spec_string ("field", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPAN] =
    g_param_spec_int ("span", NULL, NULL, 0, PAZ_FORM_COLUMNS, 0,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] =
    g_param_spec_string ("state", NULL, NULL, "answer",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "row.state", "state");
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "row.menu", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
paz_field_row_init (PazFieldRow *self)
{
  self->letter = NO_LETTER;
}

const char *
paz_field_row_get_key (PazFieldRow *self)
{
  g_return_val_if_fail (PAZ_IS_FIELD_ROW (self), NULL);

  return self->key;
}

const PazField *
paz_field_row_get_field (PazFieldRow *self)
{
  g_return_val_if_fail (PAZ_IS_FIELD_ROW (self), NULL);

  return self->field;
}

void
paz_field_row_bind (PazFieldRow *self,
                    PazStore    *store,
                    PazRecord   *record)
{
  const PazKind *kind;
  gboolean shown;

  g_return_if_fail (PAZ_IS_FIELD_ROW (self));

  kind = paz_record_get_kind (record);
  shown = paz_field_row_is_shown (self, record, TRUE);
  g_set_object (&self->store, store);
  g_set_object (&self->record, record);
  if (self->field == NULL)
    {
      self->field = self->key != NULL ? paz_kind_find_field (kind, self->key) : NULL;
      if (self->field == NULL)
        {
          g_warning ("The form of kind %s names the field “%s”, which is not there",
                     kind->key, self->key);
          gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
          return;
        }
      dress (self);
    }
  self->touched = FALSE;
  g_clear_pointer (&self->problem, g_free);
  if (shown)
    paz_field_row_show_message (self);
  else
    paz_field_row_show_value (self);
}

void
paz_field_row_take_saved (PazFieldRow *self,
                          PazRecord   *record)
{
  gboolean shown;

  g_return_if_fail (PAZ_IS_FIELD_ROW (self));

  if (self->field == NULL)
    return;
  shown = paz_field_row_is_shown (self, record, FALSE);
  g_set_object (&self->record, record);
  self->touched = FALSE;
  g_clear_pointer (&self->problem, g_free);
  if (shown)
    paz_field_editor_take_saved (self->editor);
  else
    paz_field_row_show_value (self);
}

void
paz_field_row_forget (PazFieldRow *self)
{
  g_return_if_fail (PAZ_IS_FIELD_ROW (self));

  if (self->field == NULL)
    return;
  self->touched = FALSE;
  self->forgotten = TRUE;
  g_clear_pointer (&self->wrong, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->doubt, g_free);
  paz_field_row_show_message (self);
  paz_field_forget (GTK_WIDGET (self->editor));
}

void
paz_field_row_set_mnemonic (PazFieldRow *self,
                            gunichar     letter)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (PAZ_IS_FIELD_ROW (self));

  if (self->letter == letter)
    return;
  self->letter = letter;
  for (const char *p = paz_field_row_get_label (self); *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '_')
        g_string_append_c (text, '_');
      else if (letter != 0 && g_unichar_tolower (g_utf8_get_char (p)) == letter)
        {
          g_string_append_c (text, '_');
          letter = 0;
        }
      g_string_append_unichar (text, g_utf8_get_char (p));
    }
  gtk_label_set_text_with_mnemonic (GTK_LABEL (self->label), text->str);
}

char *
paz_field_row_dup_label (PazFieldRow *self)
{
  g_return_val_if_fail (PAZ_IS_FIELD_ROW (self), NULL);

  return self->field != NULL ? g_strdup (paz_field_row_get_label (self)) : NULL;
}

void
paz_field_row_set_problem (PazFieldRow *self,
                           const char  *text)
{
  g_return_if_fail (PAZ_IS_FIELD_ROW (self));

  if (self->field != NULL && paz_set_str (&self->problem, text))
    paz_field_row_show_message (self);
}

void
paz_field_row_set_doubt (PazFieldRow *self,
                         const char  *text)
{
  g_return_if_fail (PAZ_IS_FIELD_ROW (self));

  if (self->field != NULL && paz_set_str (&self->doubt, text))
    paz_field_row_show_message (self);
}

void
paz_field_row_reveal (PazFieldRow *self)
{
  g_return_if_fail (PAZ_IS_FIELD_ROW (self));

  self->touched = TRUE;
  if (self->field != NULL)
    paz_field_row_show_message (self);
}

gboolean
paz_field_row_is_wrong (PazFieldRow *self)
{
  g_return_val_if_fail (PAZ_IS_FIELD_ROW (self), FALSE);

  return self->wrong != NULL;
}

const char *
paz_field_row_get_message (PazFieldRow *self)
{
  g_return_val_if_fail (PAZ_IS_FIELD_ROW (self), NULL);

  if (!self->touched)
    return NULL;

  return self->wrong != NULL ? self->wrong : self->problem;
}

GtkWidget *
paz_field_row_get_editor (PazFieldRow *self)
{
  g_return_val_if_fail (PAZ_IS_FIELD_ROW (self), NULL);

  return GTK_WIDGET (self->editor);
}
