/* The one question of the forms: what shall become of what was not saved. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PAZ_UNSAVED_SAVE,
  PAZ_UNSAVED_DISCARD,
  PAZ_UNSAVED_KEEP,     /* keep editing */
} PazUnsavedAnswer;

typedef void (* PazUnsavedCallback) (PazUnsavedAnswer answer,
                                     gpointer         data);

/* Asks over the window of `widget`. Not called when the widget, which must be `data`, is gone. */
void paz_ask_unsaved (GtkWidget          *widget,
                      PazUnsavedCallback  callback,
                      gpointer            data);

G_END_DECLS
