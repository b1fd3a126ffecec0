/* Who may see a line, asked of every reader that matters for one record (EXCHANGE.md 5 to 7). */
#pragma once

#include "paz-compute.h"

G_BEGIN_DECLS

/* Borrowed strings. author: the author's participant. */
typedef struct
{
  PazLevel            level;
  const char * const *list;
  const char         *owner;
  const char         *author;
} PazRelease;

/* The readers between whom the lines of a record may differ: anyone, any participant, and each
 * participant that is named somewhere. Elements PazAudience *. */
GPtrArray *paz_audiences_new    (void);
void       paz_audiences_add    (GPtrArray          *self,
                                 const PazRelease   *release);
gboolean   paz_release_is_seen  (const PazRelease   *release,
                                 const PazAudience  *by);
/* Everyone who may see b may see a. */
gboolean   paz_release_is_over  (const PazRelease   *a,
                                 const PazRelease   *b,
                                 GPtrArray          *audiences);

G_END_DECLS
