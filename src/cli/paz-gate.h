/* What leaves through the command line passes the release gate of the model. Without --for it is
 * for own use: a terminal is no wider than a screen. */
#pragma once

#include "paz-cli.h"

G_BEGIN_DECLS

#define PAZ_GATE_OPTION \
  { "for", NC_("argument", "READERS"), FALSE, \
    N_("Only what these readers may see: own (otherwise), public, network, or participants such as PER,URY") }

/* The readers of --for. NULL: *exit. */
PazAudience *paz_cli_read_readers (PazCli         *cli,
                                   PazArguments   *arguments,
                                   const PazVerb  *verb,
                                   PazExit        *exit);

typedef struct _PazGate PazGate;

PazGate     *paz_gate_new         (PazStore          *store,
                                   const PazAudience *readers);
void         paz_gate_free        (PazGate           *self);
/* The record as these readers may see it: without links to what they may not. NULL when they may
 * not see it, or what it stands in, at all. */
PazRecord   *paz_gate_pass        (PazGate           *self,
                                   PazRecord         *record);
gboolean     paz_gate_may_see     (PazGate           *self,
                                   const char        *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazGate, paz_gate_free)

G_END_DECLS
