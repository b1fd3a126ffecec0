/* A text in Spanish, Portuguese and English: side by side where there is room, else one above
 * the other. */
#pragma once

#include "paz-field-editor.h"

G_BEGIN_DECLS

#define PAZ_TYPE_TRILINGUAL_ROW (paz_trilingual_row_get_type ())
GType paz_trilingual_row_get_type (void) G_GNUC_CONST;

G_END_DECLS
