/* From records to the clipboard, on a worker, and what is said of it. */
#pragma once

#include <gtk/gtk.h>

#include "paz-copy.h"

G_BEGIN_DECLS

/* fields: ends with NULL; copied, as is all else. */
void       paz_copy_async        (GObject              *source,
                                  PazStore             *store,
                                  const PazKind        *kind,
                                  GPtrArray            *ids,
                                  GPtrArray            *fields,
                                  const PazAudience    *audience,
                                  gboolean              as_cells,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              data);
PazCopied *paz_copy_finish       (GAsyncResult         *result,
                                  GError              **error);
void       paz_copy_put          (const PazCopied      *copied,
                                  GdkClipboard         *clipboard);
char      *paz_copy_dup_sentence (const PazCopied      *copied);

G_END_DECLS
