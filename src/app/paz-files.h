/* Where things are. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The figures of the region that come with the program. */
char *paz_files_dup_sample      (void);
/* The folder that holds path, as a person says it: "~/Documents". */
char *paz_files_dup_folder_name (const char *path);
/* Why a file could not be written, as a sentence for a person: the disk is full, the folder is not
 * theirs. */
char *paz_files_dup_failure     (const char *path, const GError *error);

G_END_DECLS
