/* Delegations to choose from, by name in the interface language. */
#pragma once

#include <gtk/gtk.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

/* Codes in the order of the names; free with g_ptr_array_unref. names, transfer full, has one
 * more entry in front when `none` is not NULL: that word, for "no delegation". */
GPtrArray *paz_participants_list (PazStore       *store,
                                  const char     *none,
                                  GtkStringList **names);
/* Position of the code in the names; 0 when it is not there. */
guint      paz_participants_find (GPtrArray      *codes,
                                  gboolean        has_none,
                                  const char     *code);

G_END_DECLS
