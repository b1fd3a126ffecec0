/* Above a form: "You left changes here on …", with Discard and Continue. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_DRAFT_STRIP (paz_draft_strip_get_type ())
G_DECLARE_FINAL_TYPE (PazDraftStrip, paz_draft_strip, PAZ, DRAFT_STRIP, GtkWidget)

/* Shows itself. The buttons take the actions form.draft-continue and form.draft-discard.
 * unix_ms: when the changes were made. */
void paz_draft_strip_offer (PazDraftStrip *self,
                            gint64         unix_ms);
void paz_draft_strip_close (PazDraftStrip *self);

G_END_DECLS
