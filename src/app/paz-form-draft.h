/* Between a form and what is kept of it unsaved. */
#pragma once

#include "paz-form.h"
#include "store/paz-drafts.h"

G_BEGIN_DECLS

/* What the form holds that the store does not; NULL when nothing. */
PazDraft *paz_form_make_draft (PazForm   *form,
                               PazStore  *store,
                               PazRecord *record,
                               PazRecord *original);
/* Shows the contained records of a draft; the record itself is set before. */
void      paz_form_take_draft (PazForm   *form,
                               PazStore  *store,
                               PazDraft  *draft);
/* FALSE when it says nothing that the store does not hold by now. */
gboolean  paz_draft_is_of_use (PazDraft  *draft,
                               PazStore  *store,
                               PazRecord *stored);

G_END_DECLS
