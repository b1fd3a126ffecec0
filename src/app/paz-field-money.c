#include "paz-date-entry.h"
#include "paz-field-editor.h"
#include "paz-form-layout.h"
#include "paz-link-chooser.h"
#include "paz-words.h"

#include "base/paz-decimal.h"

/* An amount means nothing without its currency, its date and where it was read: one value. */

typedef struct
{
  PazFieldEditor  parent_instance;

  GtkWidget      *amount;
  GtkWidget      *currency;
  GtkWidget      *date;
  GtkWidget      *source;
} PazFieldMoney;

typedef PazFieldEditorClass PazFieldMoneyClass;

G_DEFINE_FINAL_TYPE (PazFieldMoney, paz_field_money, PAZ_TYPE_FIELD_EDITOR)

static GtkWidget *
add_entry (PazFieldMoney *self,
           const char    *name,
           int            chars,
           int            span)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), chars);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  paz_form_layout_set_span (entry, span);
  paz_field_editor_set_child (PAZ_FIELD_EDITOR (self), entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (paz_field_editor_touched), self);

  return entry;
}

static GtkWidget *
make_currencies (gpointer data)
{
  PazFieldEditor *editor = data;

  return paz_picker_new_currencies (paz_field_editor_get_store (editor), paz_field_editor_get_field (editor));
}

static char *
dup_currency (const char *code,
              gpointer    data)
{
  return paz_pick_dup_title (NULL, NULL, paz_field_editor_get_field (data), code);
}

static void
add_currency (PazFieldMoney *self)
{
  self->currency = paz_link_chooser_new (make_currencies, dup_currency, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (paz_link_chooser_get_focus (PAZ_LINK_CHOOSER (self->currency)))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, C_("money", "Currency"), -1);
  paz_form_layout_set_span (self->currency, 2);
  paz_field_editor_set_child (PAZ_FIELD_EDITOR (self), self->currency);
  g_signal_connect_swapped (self->currency, "changed", G_CALLBACK (paz_field_editor_touched), self);
}

static void
paz_field_money_setup (PazFieldEditor *editor)
{
  PazFieldMoney *self = (PazFieldMoney *) editor;
  GtkLayoutManager *layout;
  GtkWidget *focus;

  layout = paz_form_layout_new (480, 6, 6);
  paz_form_layout_set_together (PAZ_FORM_LAYOUT (layout), TRUE);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);

  self->amount = add_entry (self, C_("money", "Amount"), 10, 2);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->amount), GTK_INPUT_PURPOSE_NUMBER);
  add_currency (self);
  self->date = paz_date_entry_new (PAZ_DATE_YEAR);
  focus = paz_date_entry_get_focus (PAZ_DATE_ENTRY (self->date));
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, C_("money", "Date"), -1);
  paz_form_layout_set_span (self->date, 2);
  paz_field_editor_set_child (editor, self->date);
  g_signal_connect_swapped (self->date, "changed", G_CALLBACK (paz_field_editor_touched), self);
  self->source = add_entry (self, C_("money", "Source"), 10, 6);

  paz_field_editor_set_focus (editor, self->amount);
}

static void
paz_field_money_show_value (PazFieldEditor *editor,
                            GVariant       *value)
{
  PazFieldMoney *self = (PazFieldMoney *) editor;
  g_autofree char *shown = NULL;
  const char *amount = "";
  const char *currency = "";
  const char *date = "";
  const char *source = "";

  if (value != NULL)
    g_variant_get (value, "(&s&s&s&s)", &amount, &currency, &date, &source);
  if (*amount != '\0')
    shown = paz_catalogue_dup_decimal (paz_words_get_catalogue (), amount, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), shown != NULL ? shown : "");
  paz_link_chooser_set_id (PAZ_LINK_CHOOSER (self->currency), currency);
  paz_date_entry_set_iso (PAZ_DATE_ENTRY (self->date), date);
  gtk_editable_set_text (GTK_EDITABLE (self->source), source);
}

static char *
dup_stripped (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static GVariant *
fail (GError        **error,
      PazValueError   code)
{
  g_set_error_literal (error, PAZ_VALUE_ERROR, code, "incomplete amount of money");

  return NULL;
}

static GVariant *
paz_field_money_read_value (PazFieldEditor  *editor,
                            GError         **error)
{
  PazFieldMoney *self = (PazFieldMoney *) editor;
  char mark = paz_decimal_get_mark (paz_words_get_language ());
  g_autofree char *amount = dup_stripped (self->amount);
  const char *chosen = paz_link_chooser_get_id (PAZ_LINK_CHOOSER (self->currency));
  const char *currency = chosen != NULL ? chosen : "";
  g_autofree char *source = dup_stripped (self->source);
  g_autofree char *date = paz_date_entry_dup_iso (PAZ_DATE_ENTRY (self->date));
  const char *day = paz_date_entry_get_text (PAZ_DATE_ENTRY (self->date));
  g_autofree char *decimal = NULL;
  g_autoptr (GVariant) value = NULL;

  if (*amount == '\0' && *currency == '\0' && *source == '\0' && *day == '\0')
    return NULL;
  decimal = paz_decimal_parse (amount, mark);
  if (decimal == NULL)
    return fail (error, *amount != '\0' ? PAZ_VALUE_ERROR_NUMBER : PAZ_VALUE_ERROR_MONEY);
  if (*day != '\0' && date == NULL)
    return fail (error, PAZ_VALUE_ERROR_DATE);
  value = g_variant_ref_sink (paz_value_new_money (decimal, currency,
                                                   date != NULL ? date : "", source));
  if (!paz_value_check (paz_field_editor_get_field (editor), value, error))
    return NULL;

  return paz_value_new_money (decimal, currency, date != NULL ? date : "", source);
}

static void
paz_field_money_tidy (PazFieldEditor *editor)
{
  g_autoptr (GVariant) value = paz_field_money_read_value (editor, NULL);

  if (value == NULL)
    return;
  g_variant_ref_sink (value);
  paz_field_money_show_value (editor, value);
}

static void
paz_field_money_class_init (PazFieldMoneyClass *klass)
{
  klass->setup = paz_field_money_setup;
  klass->show_value = paz_field_money_show_value;
  klass->read_value = paz_field_money_read_value;
  klass->tidy = paz_field_money_tidy;
}

static void
paz_field_money_init (PazFieldMoney *self)
{
}
