/* Records as a command names them and as it prints them. */
#pragma once

#include "paz-cli.h"
#include "paz-json.h"

G_BEGIN_DECLS

/* By id, or by a code or title that no other record of the kind has. kind NULL: id only.
 * NULL: *exit; the words were said. */
PazRecord  *paz_cli_find_record    (PazCli         *cli,
                                    const PazKind  *kind,
                                    const char     *text,
                                    PazExit        *exit);
/* FALSE for fields that leave by no exit (local, for the program's own use) or were retired. */
gboolean    paz_cli_leaves         (const PazField *field);
/* One object: id, kind, owner, level, release, in, then the fields by name. */
void        paz_cli_add_record     (PazJson        *json,
                                    PazRecord      *record);
void        paz_cli_add_value      (PazJson        *json,
                                    const PazField *field,
                                    GVariant       *value);
/* "text", "trilingual", ... */
const char *paz_cli_get_type_name  (const PazField *field);
/* The label of a field in the language of words. */
const char *paz_cli_get_label      (const PazKind  *kind,
                                    const PazField *field);
/* "FIELD=VALUE": FALSE when the field or the value will not do; *exit. */
gboolean    paz_cli_assign         (PazCli         *cli,
                                    PazRecord      *record,
                                    const char     *assignment,
                                    PazExit        *exit);

G_END_DECLS
