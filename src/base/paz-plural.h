/* The Plural-Forms line of a catalogue: "nplurals=2; plural=(n != 1);" */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PAZ_PLURAL_MAX 8

typedef struct _PazPlural PazPlural;

/* NULL when it is no such line. */
PazPlural *paz_plural_new      (const char      *text);
void       paz_plural_free     (PazPlural       *self);
/* Which form: 0 to PAZ_PLURAL_MAX - 1. */
guint      paz_plural_get_form (const PazPlural *self,
                                gulong           n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPlural, paz_plural_free)

G_END_DECLS
