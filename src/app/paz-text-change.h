/* What changed in a source text since a translation was made: word by word, in signs that need no
 * colour, and as a sentence for a screen reader. */
#pragma once

#include <gtk/gtk.h>

#include "base/paz-language.h"

G_BEGIN_DECLS

#define PAZ_TYPE_TEXT_CHANGE (paz_text_change_get_type ())
G_DECLARE_FINAL_TYPE (PazTextChange, paz_text_change, PAZ, TEXT_CHANGE, GtkWidget)

GtkWidget *paz_text_change_new   (void);
/* before: NULL when the text is not known any more. Shows itself. */
void       paz_text_change_show  (PazTextChange *self,
                                  const char    *before,
                                  PazLanguage    before_language,
                                  const char    *after,
                                  PazLanguage    language);
void       paz_text_change_clear (PazTextChange *self);
/* As shown and as read aloud, for the tests. Lent. */
const char *paz_text_change_get_text   (PazTextChange *self);
const char *paz_text_change_get_spoken (PazTextChange *self);

G_END_DECLS
