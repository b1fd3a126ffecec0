/* A draft of our own beside a target, on the same disk: it replaces the target in one step, or leaves
 * no trace. A folder of its own would cost more than all the rest of publishing. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PazFolder PazFolder;

/* PAZ_REPORT_ERROR_WRITE or _FULL. */
PazFolder  *paz_folder_new          (const char  *target,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Removes the draft, unless it was published. */
void        paz_folder_free         (PazFolder   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFolder, paz_folder_free)
/* For temporary files: where the target is. */
const char *paz_folder_get_path     (PazFolder   *self);
/* The file to make. */
const char *paz_folder_get_draft    (PazFolder   *self);
/* The draft is written: its way to the disk may begin, in a thread beside. */
void        paz_folder_begin_flush  (PazFolder   *self);
/* Makes the draft durable and renames it over the target; durable when it returns TRUE. */
gboolean    paz_folder_publish      (PazFolder   *self,
                                     GError     **error);
/* TRUE when less than `bytes` can be written there: the limit of the disk or of the process. */
gboolean    paz_folder_lacks        (PazFolder   *self,
                                     guint64      bytes);
/* An error of the report for an errno: FULL, WRITE or FAILED. */
void        paz_folder_set_error    (PazFolder   *self,
                                     GError     **error,
                                     int          number);

G_END_DECLS
