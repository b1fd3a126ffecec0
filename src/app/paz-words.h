/* The language of the interface, one for the whole process; reports and contents choose their own.
 * In C: _(), C_() and ngettext () of <glib/gi18n.h>, included here. Strings that another room
 * marked (labels of fields, sentences of errors) are looked up in the catalogue. */
#pragma once

#include "base/paz-catalogue.h"

#include <glib/gi18n.h>

G_BEGIN_DECLS

/* First thing in main, before any thread. code: "es", "pt", "en", or NULL and "" for what the system says. */
void          paz_words_init                (const char  *code);
/* New widgets speak it from now on; the ones that are there must be made anew. */
void          paz_words_set_language        (PazLanguage  language);
PazLanguage   paz_words_get_language        (void);
/* What the system asked for at start: the first of its languages that we speak, else English. */
PazLanguage   paz_words_get_system_language (void);
PazCatalogue *paz_words_get_catalogue       (void);
/* FALSE where the C library translates nothing since no locale is installed. */
gboolean      paz_words_can_translate       (void);

/* Formats a translated sentence with one %s; the sentence comes from a catalogue. */
char         *paz_words_fill                (const char  *sentence,
                                             const char  *argument);
/* A phrase with one %s for the number; both as in ngettext. */
char         *paz_words_dup_count           (const char  *one,
                                             const char  *many,
                                             guint        n);

G_END_DECLS
