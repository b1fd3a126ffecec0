/* What there is to say of a field's value beside the value itself. */
#pragma once

#include "model/paz-value.h"

G_BEGIN_DECLS

/* "Not known" and the like, "" of a value. */
const char *paz_field_get_state_word (PazValueState   state);
/* What looks wrong and does not forbid saving; NULL when nothing does. */
const char *paz_field_get_doubt      (const PazField *field,
                                      GVariant       *value);

G_END_DECLS
