/* One field of a record in a form: label, editor, help, what is wrong, and a menu that says
 * "not known" or "not applicable". A form names the field; everything else is declared with the
 * kind. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FIELD_ROW (paz_field_row_get_type ())
G_DECLARE_FINAL_TYPE (PazFieldRow, paz_field_row, PAZ, FIELD_ROW, GtkWidget)

/* Properties: "field" (key), "span" (columns of six, 0: by the type of value), "state" ("answer",
 * "unknown", "na"). Signals: "changed", "left" (the focus left the row). */
const char     *paz_field_row_get_key     (PazFieldRow    *self);
/* NULL until bound, or when the kind has no such field. */
const PazField *paz_field_row_get_field   (PazFieldRow    *self);
/* Shows the record's value and writes into the record from now on. May be called again with
 * another record of the same kind. */
void            paz_field_row_bind        (PazFieldRow    *self,
                                           PazStore       *store,
                                           PazRecord      *record);
/* The record as it was just saved, which is what stands here. */
void            paz_field_row_take_saved  (PazFieldRow    *self,
                                           PazRecord      *record);
/* What the person did here is not known any more: before another record is bound. */
void            paz_field_row_forget      (PazFieldRow    *self);
/* letter: the character of the label underlined for Alt, or 0. */
void            paz_field_row_set_mnemonic (PazFieldRow   *self,
                                            gunichar       letter);
char           *paz_field_row_dup_label   (PazFieldRow    *self);
/* What the check of the record says about this field, or NULL. Shown once the person left it. */
void            paz_field_row_set_problem (PazFieldRow    *self,
                                           const char     *text);
/* What looks doubtful and forbids nothing, or NULL. Shown where nothing is wrong. */
void            paz_field_row_set_doubt   (PazFieldRow    *self,
                                           const char     *text);
/* From now on what is wrong is shown, as after an attempt to save. */
void            paz_field_row_reveal      (PazFieldRow    *self);
/* TRUE when what is typed cannot be read as a value. */
gboolean        paz_field_row_is_wrong    (PazFieldRow    *self);
/* The sentence shown under the field, NULL when there is none. */
const char     *paz_field_row_get_message (PazFieldRow    *self);
GtkWidget      *paz_field_row_get_editor  (PazFieldRow    *self);

G_END_DECLS
