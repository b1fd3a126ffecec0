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
  GPtrArray       *absent;

  PazImportOptions options;
  GPtrArray       *names;         /* PazImportName */
  GPtrArray       *evidence;

  /* Of checks. */
  GArray          *ranks;         /* by row of `facts` before it is finished: PazFileRank */
  GPtrArray       *differences;
  GArray          *unchecked;
  gboolean         check;
};

/* What a ranking says of one contributor in one month. */
typedef struct
{
  guint16 month;
  int     country;
  guint32 rank, female, male, row;
} PazFileRank;

/* Compares sums with what speaks (paz-import-check.c). */
void     paz_import_check_ranks   (PazImport       *self,
                                   PazFactTable    *speaking);
/* Takes the months out of the facts for which figures are here, and compares those. */
void     paz_import_check_totals  (PazImport       *self,
                                   PazFactTable    *speaking);
void     paz_import_difference_free (PazImportDifference *self);

/* Names that nothing is known by (paz-import-names.c). */
void     paz_import_note_name     (PazImport       *self,
                                   PazDimension     dimension,
                                   const PazCell   *cell,
                                   guint32          row);
/* What persons decided; folded name and code for each. */
void     paz_import_each_decision (PazStore        *store,
                                   void          (* each) (const char *name,
                                                           const char *code,
                                                           gpointer    data),
                                   gpointer         data);
void     paz_import_suggest       (PazImport       *self,
                                   PazStore        *store);
void     paz_import_name_free     (PazImportName   *self);
void     paz_import_evidence_free (PazImportEvidence *self);

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
