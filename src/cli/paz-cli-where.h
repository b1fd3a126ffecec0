/* Conditions as they are written on the command line. */
#pragma once

#include "paz-cli-record.h"

G_BEGIN_DECLS

/* "due before 2026-01-01", "due<2026-01-01": adds it to the query. FALSE when it cannot be read, with
 * the reason told and *exit set. */
gboolean paz_cli_add_where (PazCli     *cli,
                            PazQuery   *query,
                            const char *text,
                            PazExit    *exit);

G_END_DECLS
