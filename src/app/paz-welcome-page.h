/* The first page of a new file: who the person is. It can be put off. */
#pragma once

#include <adwaita.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_WELCOME_PAGE (paz_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (PazWelcomePage, paz_welcome_page, PAZ, WELCOME_PAGE, AdwBin)

/* Activates "win.welcomed" when the person is done or puts it off. */
GtkWidget *paz_welcome_page_new (PazStore *store);

G_END_DECLS
