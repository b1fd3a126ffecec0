/* A compiled message catalogue (.mo of GNU gettext), read without gettext. */
#pragma once

#include <glib.h>

#include "paz-plural.h"

G_BEGIN_DECLS

typedef struct _PazMo PazMo;

/* G_FILE_ERROR, or PAZ_CATALOGUE_ERROR_FORMAT when it is no catalogue in UTF-8. */
PazMo      *paz_mo_open   (const char   *path,
                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void        paz_mo_free   (PazMo        *self);
/* NULL when there is none. form: 0 for a text without plural. */
const char *paz_mo_find   (const PazMo  *self,
                           const char   *msgid,
                           guint         form);
/* As paz_mo_find with the form that n takes. */
const char *paz_mo_find_n (const PazMo  *self,
                           const char   *msgid,
                           gulong        n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazMo, paz_mo_free)

G_END_DECLS
