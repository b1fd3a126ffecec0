/* What leaves through the command line passes the release gate of the model. Without --for it is
 * for own use: a terminal is no wider than a screen. */
#pragma once

#include "paz-cli.h"
#include "store/paz-gate.h"

G_BEGIN_DECLS

#define PAZ_GATE_OPTION \
  { "for", NC_("argument", "READERS"), FALSE, \
    N_("Only what these readers may see: own (otherwise), public, network, or participants such as PER,URY") }

/* The readers of --for. NULL: *exit. */
PazAudience *paz_cli_read_readers (PazCli         *cli,
                                   PazArguments   *arguments,
                                   const PazVerb  *verb,
                                   PazExit        *exit);

G_END_DECLS
