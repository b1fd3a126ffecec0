/* The verbs, a file each or a few that belong together. */
#pragma once

#include "paz-cli.h"

G_BEGIN_DECLS

extern const PazVerb paz_verb_init, paz_verb_identity, paz_verb_check, paz_verb_rebuild;
extern const PazVerb paz_verb_kinds;
extern const PazVerb paz_verb_list_records, paz_verb_show;
extern const PazVerb paz_verb_search;
extern const PazVerb paz_verb_set, paz_verb_delete;
extern const PazVerb paz_verb_undo, paz_verb_redo, paz_verb_history;
extern const PazVerb paz_verb_restore, paz_verb_revert, paz_verb_deleted;
extern const PazVerb paz_verb_import, paz_verb_paste;
extern const PazVerb paz_verb_texts;
extern const PazVerb paz_verb_figures;
extern const PazVerb paz_verb_sources, paz_verb_revised;
extern const PazVerb paz_verb_reports, paz_verb_report;

G_END_DECLS
