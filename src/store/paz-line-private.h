/* What the files that make lines share. */
#pragma once

#include "paz-line.h"

G_BEGIN_DECLS

/* Sets PAZ_STORE_ERROR_INVALID; returns FALSE. */
gboolean    paz_line_refuse        (GError             **error,
                                    const char          *reason);
void        paz_line_sign          (const char          *label,
                                    gconstpointer        bytes,
                                    gsize                size,
                                    const PazDeviceKey  *key,
                                    guint8               signature[PAZ_SIGNATURE_BYTES]);
/* signature: as text */
gboolean    paz_line_is_signed     (const char          *label,
                                    gconstpointer        bytes,
                                    gsize                size,
                                    const char          *signature,
                                    const guint8        *public_key);
char       *paz_line_wrap          (const char          *type,
                                    const char          *inner,
                                    const guint8         signature[PAZ_SIGNATURE_BYTES]);
/* Of a line known to be canonical. */
char       *paz_line_dup_inner     (const char          *line);
char       *paz_line_dup_signature (const char          *line);
/* The inner object of a line of this type. NULL with error. */
JsonObject *paz_line_get_inner     (JsonNode            *node,
                                    const char          *type,
                                    GError             **error);
/* NULL or FALSE when the member is absent or of another type. */
const char *paz_line_get_string    (JsonObject          *object,
                                    const char          *name);
gboolean    paz_line_get_integer   (JsonObject          *object,
                                    const char          *name,
                                    gint64              *value);

G_END_DECLS
