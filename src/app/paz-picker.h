/* A popover to choose one of many by typing a part of its name. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_PICKER (paz_picker_get_type ())
G_DECLARE_FINAL_TYPE (PazPicker, paz_picker, PAZ, PICKER, GtkPopover)

/* Signals: "picked" (const char *id); "create" (const char *words): nothing fits, and the person
 * wants to write a new one; offered when someone listens. */
GtkWidget *paz_picker_new        (PazStore       *store,
                                  const PazKind  *kind,
                                  const PazField *field);
/* Chooses participants by code rather than by id, as owners and release lists do. */
GtkWidget *paz_picker_new_codes  (PazStore       *store);
/* Time zones. */
GtkWidget *paz_picker_new_zones  (void);
/* National and international markings by code; those of the country first. */
GtkWidget *paz_picker_new_markings (const char          *country);
/* Currencies, of an amount of money. */
GtkWidget *paz_picker_new_currencies (PazStore          *store,
                                      const PazField    *field);
/* Opens it, with the first letters already typed; NULL types nothing. */
void       paz_picker_open       (PazPicker          *self,
                                  const char         *typed);
/* It stays open after a choice, so that several can be made one after the other. */
void       paz_picker_set_many   (PazPicker          *self,
                                  gboolean            many);
/* Ids that are marked as chosen; copied. */
void       paz_picker_set_chosen (PazPicker          *self,
                                  const char * const *ids);
/* Ids not to be offered; copied. */
void       paz_picker_set_hidden (PazPicker          *self,
                                  const char * const *ids);

/* The title of one element of a field's value. */
char      *paz_pick_dup_title    (PazStore       *store,
                                  const PazKind  *kind,
                                  const PazField *field,
                                  const char     *element);
/* The name of a participant by its code, the code where it is not here. */
char      *paz_pick_dup_code     (PazStore       *store,
                                  const char     *code);
/* "Ciudad de México (−06:00)". */
char      *paz_pick_dup_zone     (const char     *zone);
/* The value of a field, not of a set, that a pick stands for. Floating. */
GVariant  *paz_pick_make_value   (const PazField *field,
                                  const char     *id);

G_END_DECLS
