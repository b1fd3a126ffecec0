#include "paz-batch-private.h"

void
paz_report_options_copy (PazReportOptions       *self,
                         const PazReportOptions *other)
{
  *self = *other;
  self->audience = other->audience != NULL ? paz_audience_copy (other->audience) : NULL;
  self->participant = g_strdup (other->participant);
}

void
paz_report_options_clear (PazReportOptions *self)
{
  g_clear_pointer (&self->audience, paz_audience_free);
  g_clear_pointer (&self->participant, g_free);
}
