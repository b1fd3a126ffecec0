#pragma once

#include "table/paz-import.h"

G_BEGIN_DECLS

PazRefusal *paz_refusal_new  (guint32           row,
                              const char       *column,
                              const char       *value,
                              gssize            length,
                              PazRefusalReason  reason);
void        paz_refusal_free (PazRefusal       *self);

G_END_DECLS
