/* One language of a trilingual text: its name, its state in word and icon, the text, and what
 * may be said of it. Knows nothing of the other two. */
#pragma once

#include <gtk/gtk.h>

#include "model/paz-trilingual.h"

G_BEGIN_DECLS

#define PAZ_TYPE_TRANSLATION_CELL (paz_translation_cell_get_type ())
G_DECLARE_FINAL_TYPE (PazTranslationCell, paz_translation_cell, PAZ, TRANSLATION_CELL, GtkWidget)

/* Signals: "text-changed", "official-changed", "confirm", "become-source". */
GtkWidget  *paz_translation_cell_new          (PazLanguage           language,
                                               gboolean              many_lines,
                                               const char           *field_label);
GtkWidget  *paz_translation_cell_get_focus    (PazTranslationCell   *self);
PazLanguage paz_translation_cell_get_language (PazTranslationCell   *self);
/* Shows all of it; emits nothing. */
void        paz_translation_cell_show         (PazTranslationCell   *self,
                                               const PazTrilingual  *text);
/* Shows the state alone and leaves what is typed as it stands. */
void        paz_translation_cell_show_state   (PazTranslationCell   *self,
                                               const PazTrilingual  *text);
char       *paz_translation_cell_dup_text     (PazTranslationCell   *self);
gboolean    paz_translation_cell_is_official  (PazTranslationCell   *self);
/* Of a stale translation: what its source became since. before: the text that it was made from, NULL
 * when it is not known any more. Shows nothing in any other state. */
void        paz_translation_cell_show_change  (PazTranslationCell   *self,
                                               const char           *before,
                                               PazLanguage           before_language,
                                               const PazTrilingual  *text);

G_END_DECLS
