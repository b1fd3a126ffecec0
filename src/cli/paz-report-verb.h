/* What the files of the verb `report` share. */
#pragma once

#include "paz-verbs.h"
#include "report/paz-report.h"

G_BEGIN_DECLS

/* Every workbook but the sender's own into a folder that is there; each: for each participant. */
PazExit paz_report_run_all (PazCli                 *cli,
                            const PazReportOptions *options,
                            gboolean                each,
                            const char             *folder);

G_END_DECLS
