/* What edits the value of one field. A subclass for each way of editing; PazFieldRow chooses it. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FIELD_EDITOR (paz_field_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (PazFieldEditor, paz_field_editor, PAZ, FIELD_EDITOR, GtkWidget)

/* Signal "changed": the person changed what is shown. */
struct _PazFieldEditorClass
{
  GtkWidgetClass   parent_class;

  /* Builds the widgets; field, kind and store are known. */
  void           (*setup)      (PazFieldEditor  *self);
  /* Shows a value, NULL or of the field's type, never a state. Emits nothing. */
  void           (*show_value) (PazFieldEditor  *self,
                                GVariant        *value);
  /* What is shown as a value, for g_variant_take_ref; NULL without error when nothing is. */
  GVariant      *(*read_value) (PazFieldEditor  *self,
                                GError         **error);
  /* What is shown is what was saved. May be NULL. */
  void           (*take_saved) (PazFieldEditor  *self);
  /* The focus left: what was typed may be written in its proper form. May be NULL. */
  void           (*tidy)       (PazFieldEditor  *self);
};

PazFieldEditor *paz_field_editor_new           (GType            type,
                                                PazStore        *store,
                                                const PazKind   *kind,
                                                const PazField  *field);
PazStore       *paz_field_editor_get_store     (PazFieldEditor  *self);
const PazKind  *paz_field_editor_get_kind      (PazFieldEditor  *self);
const PazField *paz_field_editor_get_field     (PazFieldEditor  *self);
/* Where the mnemonic leads; it carries the field's label for assistive technology. */
GtkWidget      *paz_field_editor_get_focus     (PazFieldEditor  *self);
void            paz_field_editor_show_value    (PazFieldEditor  *self,
                                                GVariant        *value);
void            paz_field_editor_take_saved    (PazFieldEditor  *self);
GVariant       *paz_field_editor_read_value    (PazFieldEditor  *self,
                                                GError         **error);
void            paz_field_editor_tidy          (PazFieldEditor  *self);
/* Error style on what is typed into. */
void            paz_field_editor_set_wrong     (PazFieldEditor  *self,
                                                gboolean         wrong);

/* Alt leads from the label to the widget, and what takes the focus inside it bears its name. */
void            paz_field_label_lead_to        (GtkWidget       *label,
                                                GtkWidget       *focus);

/* For subclasses. */
void            paz_field_editor_set_child     (PazFieldEditor  *self,
                                                GtkWidget       *child);
void            paz_field_editor_set_focus     (PazFieldEditor  *self,
                                                GtkWidget       *focus);
/* The person changed something; silent while a value is being shown. */
void            paz_field_editor_touched       (PazFieldEditor  *self);

/* The types PazFieldRow chooses from. */
GType paz_field_entry_get_type    (void) G_GNUC_CONST;  /* text, integer, real */
GType paz_field_note_get_type     (void) G_GNUC_CONST;
GType paz_field_date_get_type     (void) G_GNUC_CONST;  /* date, month */
GType paz_field_datetime_get_type (void) G_GNUC_CONST;
GType paz_field_flag_get_type     (void) G_GNUC_CONST;
GType paz_field_choice_get_type   (void) G_GNUC_CONST;
GType paz_field_money_get_type    (void) G_GNUC_CONST;
GType paz_field_link_get_type     (void) G_GNUC_CONST;  /* one link, language or country */
GType paz_field_set_get_type      (void) G_GNUC_CONST;  /* many of them */
GType paz_field_words_get_type    (void) G_GNUC_CONST;  /* trilingual, in a cell */
GType paz_field_shown_get_type    (void) G_GNUC_CONST;  /* read only */

#define PAZ_TYPE_FIELD_ENTRY    (paz_field_entry_get_type ())
#define PAZ_TYPE_FIELD_NOTE     (paz_field_note_get_type ())
#define PAZ_TYPE_FIELD_DATE     (paz_field_date_get_type ())
#define PAZ_TYPE_FIELD_DATETIME (paz_field_datetime_get_type ())
#define PAZ_TYPE_FIELD_FLAG     (paz_field_flag_get_type ())
#define PAZ_TYPE_FIELD_CHOICE   (paz_field_choice_get_type ())
#define PAZ_TYPE_FIELD_MONEY    (paz_field_money_get_type ())
#define PAZ_TYPE_FIELD_LINK     (paz_field_link_get_type ())
#define PAZ_TYPE_FIELD_SET      (paz_field_set_get_type ())
#define PAZ_TYPE_FIELD_WORDS    (paz_field_words_get_type ())
#define PAZ_TYPE_FIELD_SHOWN    (paz_field_shown_get_type ())

G_END_DECLS
