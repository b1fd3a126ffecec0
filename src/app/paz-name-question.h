/* The question what something that is kept shall be called; answered in paz-list-saved.c. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Called with the name the person gave; not when they thought better of it. */
typedef void (* PazNameFunc) (const char *name, gpointer data);
/* data must live as long as `owner`, with which the question goes. */
void        paz_list_saved_ask_name  (GtkWidget       *owner,
                                      const char      *heading,
                                      const char      *name,
                                      PazNameFunc      func,
                                      gpointer         data);

G_END_DECLS
