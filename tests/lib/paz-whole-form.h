/* The page of a form with all its rows, as it stands a moment after it was opened. Owned by forms. */
#pragma once

#include "paz-form-page.h"

static inline GtkWidget *
new_whole_form (PazStore  *store,
                PazRecord *record)
{
  GtkWidget *page = paz_form_page_new (store, record);

  paz_form_page_finish (PAZ_FORM_PAGE (page));

  return page;
}
