/* Searches of everything in a worker, on a view of the store that is made anew after a change. A
 * new search ends the one before. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_TYPE_SEARCHER (paz_searcher_get_type ())
G_DECLARE_FINAL_TYPE (PazSearcher, paz_searcher, PAZ, SEARCHER, GObject)

PazSearcher *paz_searcher_new           (PazStore             *store);
void         paz_searcher_search_async  (PazSearcher          *self,
                                         const char           *words,
                                         guint                 limit,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
/* PazHit *; G_IO_ERROR_CANCELLED when another search came after it. */
GPtrArray   *paz_searcher_search_finish (PazSearcher          *self,
                                         GAsyncResult         *result,
                                         GError              **error);
void         paz_searcher_cancel        (PazSearcher          *self);

G_END_DECLS
