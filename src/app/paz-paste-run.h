/* A block of cells tried out and taken in on a worker. */
#pragma once

#include "paz-job.h"
#include "table/paz-paste.h"

G_BEGIN_DECLS

/* Takes paste. callback: source as its first argument. */
void      paz_paste_check_async  (GObject              *source,
                                  PazStore             *store,
                                  PazPaste             *paste,
                                  PazJob               *job,
                                  GAsyncReadyCallback   callback);
/* What was checked, owned; NULL with error. */
PazPaste *paz_paste_check_finish (GAsyncResult         *result,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes paste. */
void      paz_paste_apply_async  (GObject              *source,
                                  PazStore             *store,
                                  PazPaste             *paste,
                                  gboolean              partly,
                                  PazJob               *job,
                                  GAsyncReadyCallback   callback);
gboolean  paz_paste_apply_finish (GAsyncResult         *result,
                                  guint64              *step,
                                  GError              **error);
/* The one that was given, to tell an answer that nobody waits for any more. Lends. */
PazJob   *paz_paste_get_job      (GAsyncResult         *result);

G_END_DECLS
