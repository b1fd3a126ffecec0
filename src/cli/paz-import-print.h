/* What an import found, printed: as JSON (paz-import-json.c), and in words (paz-import-words.c). */
#pragma once

#include "table/paz-import.h"

G_BEGIN_DECLS

/* The word of the command line for what is kept. */
const char *paz_import_print_keep     (PazImportKeep  keep);
void        paz_import_print_json     (PazImport     *import,
                                       gboolean       dry_run,
                                       guint64        step);
/* Counts to stdout, what happens to single rows and what is doubtful to stderr. */
void        paz_import_print_words    (PazImport     *import);
/* Only what keeps the file out: what is doubtful, refused or would be lost. */
void        paz_import_print_findings (PazImport     *import);

G_END_DECLS
