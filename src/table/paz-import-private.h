#pragma once

#include "paz-dry-run.h"
#include "paz-layout.h"
#include "paz-un-dates.h"

G_BEGIN_DECLS

struct _PazImport
{
  char            *path;
  char            *file_name;     /* as a person sees it, valid UTF-8 */
  char            *sha256;
  PazHeader       *header;        /* lends its names to the refusals */
  PazFactTable    *facts;
  PazImportCounts  counts;
  GPtrArray       *refusals;
  PazDryRun        run;
  GPtrArray       *changes;       /* those of the run that the choice lets happen; lent */
  PazImportKeep    keep;
  gboolean         chosen;        /* a person has said what to keep */
  gboolean         regional;      /* every contributor is a State of the region */
  PazRecord       *data_set;

  /* Of files of records; NULL and empty for figures. */
  const PazKind   *kind;
  GPtrArray       *records;       /* new or changed, as they shall be; PazRecord */
  GPtrArray       *field_changes;
  GPtrArray       *kept;
  char            *published;     /* ISO, as the file says */
};

/* Who watches a long work, and whether it shall go on. */
typedef struct
{
  PazProgress   progress;         /* may be NULL */
  gpointer      data;
  GCancellable *cancellable;
} PazWatch;

/* Cells to facts (paz-import-read.c). FALSE on an error of the file as a whole. */
gboolean paz_import_read_file     (PazImport       *self,
                                   const char      *layout,
                                   PazStore        *store,
                                   const PazWatch  *watch,
                                   GError         **error);
/* Looks through the whole column: only the file as a whole tells day and month apart. */
gboolean paz_import_seek_date_order (PazImport       *self,
                                     int              at,
                                     const PazWatch  *watch,
                                     PazDateOrder    *order,
                                     GError         **error);
/* What the file would change, and the record of its data set (paz-import-compare.c). Refuses a
 * file that is in the store: PAZ_IMPORT_ERROR_SAME. */
gboolean paz_import_compare       (PazImport       *self,
                                   PazStore        *store,
                                   const PazWatch  *watch,
                                   GError         **error);
void     paz_import_put_keep      (PazImport       *self,
                                   PazImportKeep    keep);
/* Says when: later than every import the store holds. */
gboolean paz_import_stamp         (PazImport       *self,
                                   PazStore        *store,
                                   GError         **error);
gboolean paz_watch_report         (const PazWatch  *watch,
                                   double           fraction,
                                   GError         **error);

G_END_DECLS
