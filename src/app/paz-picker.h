/* A popover to choose one of many by typing a part of its name. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

/* Where the entries come from. */
typedef struct
{
  char *id;      /* what is kept */
  char *title;   /* what is shown, in the language of the interface */
} PazPick;

#define PAZ_TYPE_PICKER (paz_picker_get_type ())
G_DECLARE_FINAL_TYPE (PazPicker, paz_picker, PAZ, PICKER, GtkPopover)

/* Signals: "picked" (const char *id). The entries are asked for whenever it opens or the words change. */
GtkWidget *paz_picker_new        (PazStore       *store,
                                  const PazKind  *kind,
                                  const PazField *field);
/* Chooses participants by code rather than by id, as owners and release lists do. */
GtkWidget *paz_picker_new_codes  (PazStore       *store);
/* Time zones. */
GtkWidget *paz_picker_new_zones  (void);
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

G_END_DECLS
