/* A report by declaration: its titles, its sheets in their order, and what each is filled with. Cover,
 * contents, sources, legend and notes are the same for all, and made from this. */
#pragma once

#include "paz-grid.h"
#include "paz-register.h"
#include "paz-tally.h"
#include "paz-word.h"

G_BEGIN_DECLS

/* A sheet of a report. Columns stand here, or `declare` makes a sheet whose columns are not known
 * before. `data` is what the report gathered. */
typedef struct
{
  const PazSheetWords *words;
  const PazColumn     *columns;
  guint                n_columns;
  PazSheet          *(*declare)   (PazEdition  *edition,
                                   PazWorkbook *workbook,
                                   gpointer     data);
  void               (*fill)      (PazSheet    *self,
                                   PazEdition  *edition,
                                   gpointer     data);
  /* Of reports on records. A part with `rows`, `tally` or `grid` is that and needs nothing else; another
   * is left out where there is no record of `kind`. No sheet is empty. */
  const PazRegister   *rows;
  const char          *kind;
  const PazTally      *tally;
  const PazGrid       *grid;
  /* Of reports on figures: FALSE leaves the sheet out. NULL: it always has something to say. */
  gboolean           (*is_shown) (PazEdition  *edition);
} PazSheetPart;

#define PAZ_SHEET_PART(words, columns, fill) { &words, columns, G_N_ELEMENTS (columns), NULL, fill }

#define PAZ_MAX_PARTS 16

typedef struct _PazReport PazReport;

struct _PazReport
{
  PazReportInfo  info;
  /* By term: whole phrases, as each language builds them differently. */
  const char    *titles[2];
  gboolean       with_targets;
  gboolean       on_records;      /* rests on records alone: no figures, no month */
  gboolean       own_use;         /* the sender reads it; the options' audience is what it examines */
  const char * const *kinds;      /* of those: kinds the parts read beside their registers'; or NULL */
  /* Reads what the report needs beyond figures, and raises the edition's stamp to it; or NULL. */
  gboolean     (*prepare)         (PazEdition    *edition,
                                   PazStore      *store,
                                   GCancellable  *cancellable,
                                   GError       **error);
  /* What several sheets share, and its end; or NULL. */
  gpointer     (*gather)          (PazEdition    *edition);
  void         (*release)         (gpointer       data);
  /* Under the title, before the month; NULL: the region. Lent. */
  const char  *(*get_subject)     (PazEdition    *edition);
  /* NULL in a report on records: how many rows each register has. */
  void         (*put_key_figures) (PazSheet      *cover,
                                   PazEdition    *edition,
                                   gpointer       data);
  /* A legend of the report's own; or NULL. */
  void         (*put_legend)      (PazSheet      *cover,
                                   PazEdition    *edition);
  /* The same for a word processor; NULL: there is none. */
  void         (*put_document)    (PazWord       *word,
                                   PazEdition    *edition,
                                   const char    *title);
  const PazSheetPart *parts[PAZ_MAX_PARTS];   /* ends with NULL */
  /* A report made of others, each a chapter; it has no parts of its own then. Ends with NULL. */
  const PazReport * const *chapters;
};

/* Cover and every sheet, in a workbook of the edition. */
void paz_report_fill (const PazReport *self,
                      PazEdition      *edition,
                      PazWorkbook     *workbook,
                      const char      *title);

/* One sheet of it; NULL where the part has nothing to show. */
PazSheet *paz_report_declare_part (const PazSheetPart *part,
                                   PazEdition         *edition,
                                   PazWorkbook        *workbook,
                                   gpointer            data);
void      paz_report_fill_part    (const PazSheetPart *part,
                                   PazSheet           *sheet,
                                   PazEdition         *edition,
                                   gpointer            data);
/* Sources, legend and notes of the cover, for what the edition rests on. */
void      paz_report_put_reading  (PazSheet           *cover,
                                   PazEdition         *edition,
                                   gboolean            with_records);

/* TRUE where there is nothing to report, or nothing for these readers. */
gboolean  paz_report_error_is_empty (const GError       *error);

/* A whole workbook of the edition, put in place at once. */
gboolean paz_report_write (const PazReport  *report,
                           PazEdition       *edition,
                           const char       *title,
                           const char       *path,
                           GCancellable     *cancellable,
                           GError          **error);
/* The same, and what stands in it as a book; a NULL path writes no file. */
PazBook *paz_report_show (const PazReport  *report,
                          PazEdition       *edition,
                          const char       *title,
                          const char       *path,
                          GCancellable     *cancellable,
                          GError          **error);
/* The whole of an export: by name, with its edition, once the file is written or the book made. */
typedef gboolean (* PazReportMaker) (const PazReport  *report,
                                     PazEdition       *edition,
                                     const char       *title,
                                     const char       *path,
                                     gpointer          result,
                                     GCancellable     *cancellable,
                                     GError          **error);
gboolean paz_report_make (PazStore                *store,
                          const char              *name,
                          const PazReportOptions  *options,
                          const char              *path,
                          PazReportMaker           maker,
                          gpointer                 result,
                          PazProgress              progress,
                          gpointer                 data,
                          GCancellable            *cancellable,
                          GError                 **error);
/* "women-PER-2014-03-es-network.xlsx" */
char    *paz_report_make_file_name (PazEdition *edition,
                                    const char *name);

extern const PazReport paz_participation_report;
extern const PazReport paz_women_report;
extern const PazReport paz_country_report;
extern const PazReport paz_recommendations_report;
extern const PazReport paz_interoperability_report;
extern const PazReport paz_directory_report;
extern const PazReport paz_workplan_report;
extern const PazReport paz_training_report;
extern const PazReport paz_expenses_report;
extern const PazReport paz_contingents_report;
extern const PazReport paz_release_report;
extern const PazReport paz_meeting_report;
extern const PazReport paz_traceability_report;
extern const PazReport paz_cooperation_report;
extern const PazReport paz_readiness_report;
extern const PazReport paz_pledge_report;
extern const PazReport paz_complementarity_report;
extern const PazReport paz_dossier_report;

/* ---- reports of chapters ---- */

/* Reads what each chapter rests on. A chapter with nothing for these readers is closed, whether there is
 * nothing or nothing they may see. PAZ_REPORT_ERROR_NO_DATA or _WITHHELD when all are. */
gboolean paz_chapters_prepare (const PazReport  *self,
                               PazEdition       *edition,
                               PazStore         *store,
                               GCancellable     *cancellable,
                               GError          **error);
void     paz_chapters_fill    (const PazReport  *self,
                               PazEdition       *edition,
                               PazWorkbook      *workbook,
                               const char       *title);

/* ---- reports on records ---- */

/* TRUE when it reads records, whatever else it rests on. */
gboolean             paz_record_report_is      (const PazReport    *self);
/* Reads everything the parts rest on, and the edition's stamp covers it. */
gboolean             paz_record_report_read    (const PazReport    *self,
                                                PazEdition         *edition,
                                                GError            **error);
/* How many rows the registers have. */
guint                paz_record_report_count   (const PazReport    *self,
                                                PazEdition         *edition);
/* PAZ_REPORT_ERROR_NO_DATA, or _WITHHELD where the store has some. */
void                 paz_record_report_set_empty (const PazReport  *self,
                                                PazStore           *store,
                                                GError            **error);

/* Reads it. PAZ_REPORT_ERROR_NO_DATA or _WITHHELD when there is not one row. */
gboolean             paz_record_report_prepare (const PazReport    *self,
                                                PazEdition         *edition,
                                                PazStore           *store,
                                                GError            **error);
const PazSheetWords *paz_record_part_get_words (const PazSheetPart *part);
gboolean             paz_record_part_is_shown  (const PazSheetPart *part,
                                                PazEdition         *edition);
void                 paz_record_report_put_counts (const PazReport *self,
                                                   PazSheet        *cover,
                                                   PazEdition      *edition);

/* Sheets that stand in several reports, or in files of their own. */
extern const PazSheetPart paz_sources_part;
extern const PazSheetPart paz_detail_part;
extern const PazSheetPart paz_coverage_part;
extern const PazSheetPart paz_months_part;
extern const PazSheetPart paz_series_part;
extern const PazSheetPart paz_types_series_part;
extern const PazSheetPart paz_matrix_part;
extern const PazSheetPart paz_heat_part;
extern const PazSheetPart paz_world_part;
extern const PazSheetPart paz_women_series_part;
extern const PazSheetPart paz_women_types_part;
extern const PazSheetPart paz_women_ranking_part;
extern const PazSheetPart paz_targets_part;
extern const PazSheetPart paz_barriers_grid_part;
extern const PazSheetPart paz_barriers_part;
extern const PazSheetPart paz_barriers_tally_part;
extern const PazSheetPart paz_measures_part;
extern const PazSheetPart paz_funnel_part;
extern const PazSheetPart paz_funnel_region_part;
extern const PazSheetPart paz_country_missions_part;
extern const PazSheetPart paz_country_types_part;
extern const PazSheetPart paz_country_records_part;
extern const PazSheetPart paz_country_years_part;
extern const PazSheetPart paz_country_fallen_part;

/* The highest level among the deaths that the report `country` counts. */
PazClearance paz_country_stamp_fatalities (PazProfile *profile);

G_END_DECLS
