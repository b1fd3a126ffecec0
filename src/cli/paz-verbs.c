#include "paz-verbs.h"

#include <string.h>

/* In the order of the help: a store, its records, steps, figures, reports, proof. */
static const PazVerb * const verbs[] = {
  &paz_verb_init, &paz_verb_identity,
  &paz_verb_kinds, &paz_verb_list_records, &paz_verb_search, &paz_verb_show, &paz_verb_set, &paz_verb_delete,
  &paz_verb_undo, &paz_verb_redo, &paz_verb_history, &paz_verb_revert, &paz_verb_restore, &paz_verb_deleted,
  &paz_verb_import, &paz_verb_paste, &paz_verb_texts, &paz_verb_figures, &paz_verb_sources, &paz_verb_revised,
  &paz_verb_reports, &paz_verb_report,
  &paz_verb_check, &paz_verb_rebuild,
  NULL
};

const PazVerb * const *
paz_verb_list (void)
{
  return verbs;
}

const PazVerb *
paz_verb_find (const char *name)
{
  for (const PazVerb * const *verb = verbs; *verb != NULL; verb++)
    if (strcmp ((*verb)->name, name) == 0)
      return *verb;

  return NULL;
}
