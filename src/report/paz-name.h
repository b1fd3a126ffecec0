/* Names of sheets and tables: what Excel refuses is mended or refused here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sheet's name made lawful: at most 31 characters (UTF-16 units, as Excel counts), none of
 * [ ] : * ? / \, no apostrophe at an end, not empty, not "History", and by a number different
 * from every name in `used` without regard to case. The name is added to `used`. */
char     *paz_name_make_sheet  (const char *wanted,
                                GHashTable *used);
/* TRUE when a table or defined name is safe: ASCII letters, digits and underscores, begins with
 * a letter, at most 64, and does not read as a cell ("T1", "ABC12", "R1C1", "r", "c"). */
gboolean  paz_name_check_table (const char *name);

/* Units of UTF-16: what spreadsheets count as characters. */
guint     paz_text_count_units (const char *text);

G_END_DECLS
