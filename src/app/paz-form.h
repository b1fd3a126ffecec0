/* The fields of one kind as its Builder file lays them out, filled from a record. Used by the
 * page of a record and by the dialog of a contained one. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_FORM (paz_form_get_type ())
G_DECLARE_FINAL_TYPE (PazForm, paz_form, PAZ, FORM, GtkWidget)

/* Signals: "changed" (a value, typed text or a contained record changed), "left" (a field). */
GtkWidget *paz_form_new         (PazStore       *store,
                                 const PazKind  *kind);
/* The record is edited in place: give a copy. Reads its contained records from the store. */
void       paz_form_set_record  (PazForm        *self,
                                 PazRecord      *record);
/* The same, with the first rows at once and the others, where they are not built yet, between
 * frames. Whoever asks for them, by Tab or by one of the functions below, finds them all. */
void       paz_form_begin       (PazForm        *self,
                                 PazRecord      *record);
void       paz_form_finish      (PazForm        *self);
gboolean   paz_form_is_whole    (PazForm        *self);
/* What was just saved as it is shown, with what it contains. */
void       paz_form_take_saved  (PazForm        *self,
                                 PazRecord      *record);
/* Nothing of what the person did with this record is known any more: before the next one. */
void       paz_form_forget      (PazForm        *self);
PazRecord *paz_form_get_record  (PazForm        *self);
/* Distributes what paz_record_check says to the rows. reveal: show it also where the person has
 * not been yet. TRUE when nothing forbids saving. */
gboolean   paz_form_check       (PazForm        *self,
                                 gboolean        reveal);
/* Problems of fields that are on no row, as sentences; NULL when there are none. */
char      *paz_form_dup_problem (PazForm        *self);
/* The first row with something wrong takes the focus. */
void       paz_form_focus_wrong (PazForm        *self);
void       paz_form_focus_first (PazForm        *self);
/* TRUE when something is typed that cannot be read, or a contained record changed. */
gboolean   paz_form_is_pending  (PazForm        *self);
/* Adds the changed contained records. */
void       paz_form_stage       (PazForm        *self,
                                 PazEdit        *edit);
/* Elements PazFieldRow * and PazChildTable *, in order, lent. */
GPtrArray *paz_form_get_rows    (PazForm        *self);
GPtrArray *paz_form_get_tables  (PazForm        *self);

/* Two records that would be written alike, the keys of texts included. */
gboolean   paz_form_same_record (PazRecord      *a,
                                 PazRecord      *b);

G_END_DECLS
