/* What a data set changed of the figures before it, one line a sex and cell that differ: a list to
 * look at and to hand out. No widgets; made on a worker, then the main loop's. */
#pragma once

#include "base/paz-catalogue.h"
#include "store/paz-speaking.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_REVISED_MONTH,
  PAZ_REVISED_CONTRIBUTOR,
  PAZ_REVISED_MISSION,
  PAZ_REVISED_PERSONNEL,
  PAZ_REVISED_SEX,
  PAZ_REVISED_WAS,
  PAZ_REVISED_IS,
  PAZ_REVISED_DIFFERENCE,
} PazRevisedColumn;
#define PAZ_N_REVISED_COLUMNS 8
/* NC_("table", ...) */
const char *paz_revised_column_get_title (PazRevisedColumn column);

/* What is shown of it. Keys NULL: all. */
typedef struct
{
  const char *contributor;
  const char *mission;
  int         type;         /* PazFactChangeType; -1: all */
  gboolean    largest_first;
} PazRevisedFilter;

/* A GListModel of PazTextRow with a text a column. */
#define PAZ_TYPE_REVISED (paz_revised_get_type ())
G_DECLARE_FINAL_TYPE (PazRevised, paz_revised, PAZ, REVISED, GObject)

/* before: as in paz_store_compare_data_set. audience NULL: own screen. On a worker, with a reader. */
PazRevised *paz_revised_load         (PazStore               *reader,
                                      const char             *data_set,
                                      const char             *before,
                                      const PazAudience      *audience,
                                      PazCatalogue           *catalogue,
                                      PazProgress             progress,
                                      gpointer                progress_data,
                                      GCancellable           *cancellable,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void        paz_revised_set_filter   (PazRevised             *self,
                                      const PazRevisedFilter *filter);
/* Keys that occur, in the order of their names; lend. dimension: contributor or mission. */
GPtrArray  *paz_revised_list_keys    (PazRevised             *self,
                                      PazDimension            dimension);
const char *paz_revised_get_name     (PazRevised             *self,
                                      PazDimension            dimension,
                                      const char             *key);
/* What is shown in sentences: how many cells, women and men more or less, where most. */
char       *paz_revised_dup_totals   (PazRevised             *self);
/* "Spain's file of March, compared with what spoke before": whose, against what. */
char       *paz_revised_dup_subject  (PazRevised             *self);
/* The table as it is shown: CSV (',') or cells for a spreadsheet ('\t'), first the title, the
 * handling level and the totals. */
char       *paz_revised_dup_lines    (PazRevised             *self,
                                      char                    separator);
/* FALSE when nothing spoke there before: all is new. */
gboolean    paz_revised_has_former   (PazRevised             *self);

G_END_DECLS
