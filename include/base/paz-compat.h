/* What GLib brought after 2.74, under our own name: the newer GLib's own would be outside the
 * pinned version window. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE when the string changed. */
static inline gboolean
paz_set_str (char       **pointer,
             const char  *text)
{
  char *copy;

  if (*pointer == text || g_strcmp0 (*pointer, text) == 0)
    return FALSE;
  copy = g_strdup (text);
  g_free (*pointer);
  *pointer = copy;
  return TRUE;
}

G_END_DECLS
