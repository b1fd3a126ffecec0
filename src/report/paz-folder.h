/* A folder of our own beside a target: what is made in it replaces the target in one step, or
 * leaves no trace. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PazFolder PazFolder;

/* PAZ_REPORT_ERROR_WRITE or _FULL. */
PazFolder  *paz_folder_new          (const char  *target,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Removes the folder and everything in it. */
void        paz_folder_free         (PazFolder   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazFolder, paz_folder_free)
const char *paz_folder_get_path     (PazFolder   *self);
/* The file to make, inside the folder. */
const char *paz_folder_get_draft    (PazFolder   *self);
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
