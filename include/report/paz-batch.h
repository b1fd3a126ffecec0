/* Many workbooks in one go: a plan, several workers, one result for each file. All of them are of one
 * moment of the store, and each is the same to the byte as when it is made alone. */
#pragma once

#include "report/paz-report.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_BATCH_WAITING,           /* not begun, or cancelled before it was whole: there is no file */
  PAZ_BATCH_WRITTEN,
  PAZ_BATCH_SKIPPED,           /* nothing to report, or nothing these readers may see: `error` says which */
  PAZ_BATCH_FAILED,
} PazBatchState;

typedef struct
{
  const PazReportInfo *report;
  PazReportOptions     options;
  char                *file_name;  /* as given; else by report, delegation, month, language and level, from
                                    * when it is written */
  PazBatchState        state;
  GError              *error;      /* of what was skipped or has failed */
} PazBatchItem;

/* Not for several threads at once; a plan that runs is the runner's until it ends. */
typedef struct _PazBatch PazBatch;

PazBatch           *paz_batch_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void                paz_batch_free             (PazBatch                *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazBatch, paz_batch_free)

/* file_name: NULL for the report's own. A name that is there already is followed by " (2)". */
void                paz_batch_add              (PazBatch                *self,
                                                const PazReportInfo     *report,
                                                const PazReportOptions  *options,
                                                const char              *file_name);
/* reports: names, NULL: all but those for the sender's own use. All with the same options. */
void                paz_batch_add_reports      (PazBatch                *self,
                                                const char * const      *reports,
                                                const PazReportOptions  *options);
/* The same for each participant, as its reader, in its first official language that reports are made in
 * and in its term. Where the record names no language it is the one most people there speak; where that
 * is none of ours, or there is no term, those of the options. participants: codes, NULL: all
 * of the network. Of the options `audience` and `participant` mean nothing here. */
gboolean            paz_batch_add_participants (PazBatch                *self,
                                                PazStore                *store,
                                                const char * const      *reports,
                                                const char * const      *participants,
                                                const PazReportOptions  *options,
                                                GError                 **error);
guint               paz_batch_get_n_items      (PazBatch                *self);
const PazBatchItem *paz_batch_get_item         (PazBatch                *self,
                                                guint                    position);
guint               paz_batch_count            (PazBatch                *self,
                                                PazBatchState            state);

/* Blocks; for a worker. n_workers 0: as many as there are processors. `progress` is called from any
 * thread, one at a time. TRUE when every item has had its turn, whatever came of it; FALSE with
 * G_IO_ERROR_CANCELLED, or where the folder or the store cannot be opened at all. A file is whole or is not
 * there; those written before a cancel stay. */
gboolean            paz_batch_run              (PazBatch                *self,
                                                PazStore                *store,
                                                const char              *folder,
                                                guint                    n_workers,
                                                PazProgress              progress,
                                                gpointer                 data,
                                                GCancellable            *cancellable,
                                                GError                 **error);

G_END_DECLS
