/* What one can do and where one can go, by name, for the search of everything. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

typedef struct
{
  char       *name;        /* in the interface's language */
  const char *icon_name;
  const char *action;      /* "win.import" */
  char       *target;      /* of type s, or NULL */
} PazCommand;

void       paz_command_free  (PazCommand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazCommand, paz_command_free)

/* Those whose name in any language holds every word, each from its beginning; pages first, what is
 * made anew last. Elements PazCommand *. */
GPtrArray *paz_commands_find (PazStore   *store,
                              const char *words);

G_END_DECLS
