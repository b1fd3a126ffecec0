/* The data sets of a store in the order of their weight, for the files of this room that load facts. */
#pragma once

#include "paz-facts-claim.h"

G_BEGIN_DECLS

typedef struct
{
  char    *id;
  gint64   since;     /* unix seconds: imported, or brought back since then; 0 when not known */
  gint64   changed;   /* unix milliseconds */
  gboolean listed;    /* speaks for the contributors it holds, not for all of its scope */
  gboolean held;      /* speaks for the personnel types it holds, not for all */
  gboolean silenced;
} PazDataSet;

/* Those the audience may see: newest first, silenced ones last. Elements PazDataSet *. */
GPtrArray *paz_facts_list_sets   (sqlite3            *db,
                                  const PazAudience  *audience,
                                  GError            **error);
/* By contributor of the store; free with g_free. The table has the store's codes. */
guint8    *paz_facts_read_region (sqlite3            *db,
                                  PazFactTable       *facts,
                                  GError            **error);
/* Several statements that must see the same moment. A reader of a worker sees one anyway. */
gboolean   paz_facts_begin       (sqlite3            *db,
                                  gboolean           *begun,
                                  GError            **error);
void       paz_facts_end         (sqlite3            *db,
                                  gboolean            begun);

G_END_DECLS
