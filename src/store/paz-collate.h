/* What SQLite asks of us while it sorts and compares words. */
#pragma once

#include <sqlite3.h>

#include "store/paz-store.h"

G_BEGIN_DECLS

/* Gives a connection, once, what queries use:
 *   the collations paz_es, paz_pt and paz_en: order of words in the language,
 *   paz_contains (text, part): without regard to accents and case. */
gboolean    paz_collate_prepare  (sqlite3     *db,
                                  GError     **error);
/* "paz_es" */
const char *paz_collate_get_name (PazLanguage  language);

G_END_DECLS
