/* What the files of a batch share. */
#pragma once

#include "report/paz-batch.h"

G_BEGIN_DECLS

struct _PazBatch
{
  GPtrArray *items;           /* PazBatchItem, owned */
};

void     paz_report_options_copy  (PazReportOptions        *self,
                                   const PazReportOptions  *other);
void     paz_report_options_clear (PazReportOptions        *self);

G_END_DECLS
