/* Workbooks a ministry can read. Language, terms and audience are choices of the report,
 * whatever the process locale is. */
#pragma once

#include "store/paz-store.h"

G_BEGIN_DECLS

#define PAZ_REPORT_ERROR (paz_report_error_quark ())
GQuark paz_report_error_quark (void);
typedef enum
{
  PAZ_REPORT_ERROR_FAILED,
  PAZ_REPORT_ERROR_UNKNOWN,    /* no report of that name */
  PAZ_REPORT_ERROR_NO_DATA,    /* nothing to report: no figures, or none this audience may see */
  PAZ_REPORT_ERROR_MONTH,      /* that month has no figures */
  PAZ_REPORT_ERROR_WRITE,      /* the target folder cannot be written */
  PAZ_REPORT_ERROR_FULL,       /* disk full */
  PAZ_REPORT_ERROR_WITHHELD,   /* the release gate lets nothing through */
} PazReportErrorCode;
/* N_() sentence with one %s for the file's name. */
const char *paz_report_error_get_sentence (PazReportErrorCode code);

typedef enum
{
  PAZ_TERMS_PO,                /* peace operations */
  PAZ_TERMS_PKO,               /* peacekeeping operations */
} PazTerms;

/* What pages are measured for. */
typedef enum
{
  PAZ_PAPER_A4,
  PAZ_PAPER_LETTER,
} PazPaper;

typedef struct
{
  PazLanguage   language;
  PazTerms      terms;
  PazAudience  *audience;      /* NULL: public, the narrowest content */
  char         *participant;   /* the delegation that hands it out; NULL: the store's */
  guint16       at;            /* month, 0: the newest with figures */
  guint16       from, to;      /* months of series, 0: all */
  gboolean      has_paper;     /* else that of the delegation that hands it out */
  PazPaper      paper;
  gint64        created;       /* unix ms written in the file; 0: now. Same data and time, same bytes */
} PazReportOptions;

typedef struct
{
  const char *name;            /* "participation" */
  const char *title;           /* NC_("report", ...) */
  const char *summary;         /* N_(...): what it holds, one sentence */
  const char *icon_name;
  gboolean    on_records;      /* rests on no figures: the options' months mean nothing to it */
  gboolean    own_use;         /* the sender's alone: it names what others must not know of */
  gboolean    has_document;    /* also for a word processor */
} PazReportInfo;

/* The report for the sender's own use: what leaves for the options' readers, what is held back, why. */
#define PAZ_REPORT_RELEASE "release"

/* Ends with a NULL name. */
const PazReportInfo *paz_report_list   (void);
const PazReportInfo *paz_report_find   (const char              *name);
/* A file name without folder: report, delegation, month, language, level. */
char                *paz_report_dup_file_name (PazStore         *store,
                                        const char              *name,
                                        const PazReportOptions  *options);
/* Worker-friendly: reads one moment of the store. Writes beside the target, checks by reading
 * back, then renames: a failed export leaves no file and what was there before. */
gboolean             paz_report_export (PazStore                *store,
                                        const char              *name,
                                        const PazReportOptions  *options,
                                        const char              *path,
                                        PazProgress              progress,
                                        gpointer                 data,
                                        GCancellable            *cancellable,
                                        GError                 **error);
/* The workbook's name with the ending of a document. */
char                *paz_report_dup_document_name (PazStore     *store,
                                        const char              *name,
                                        const PazReportOptions  *options);
/* The same report as a document that delegates amend in a word processor (docx); only where
 * has_document says that there is one. Errors as paz_report_export. */
gboolean             paz_report_export_document (PazStore       *store,
                                        const char              *name,
                                        const PazReportOptions  *options,
                                        const char              *path,
                                        PazProgress              progress,
                                        gpointer                 data,
                                        GCancellable            *cancellable,
                                        GError                 **error);

G_END_DECLS
