/* A file like the UN's of contributions by gender, of any length, always the same. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Path of the file, in the folder. */
char *un_file_write (const char *folder,
                     int         rows);

G_END_DECLS
