/* A workbook that cannot fall into the traps: decimal points whatever the locale, every error
 * of the writer below kept, read back before it replaces what stood there, and no row without
 * the stamp of the release gate. For one thread: from new to free its numeric locale is "C".
 *
 * Errors are kept: after the first one nothing more is written, and paz_workbook_commit tells it. */
#pragma once

#include "base/paz-catalogue.h"
#include "paz-clearance.h"
#include "report/paz-book.h"

G_BEGIN_DECLS

typedef struct _PazWorkbook PazWorkbook;
typedef struct _PazSheet PazSheet;

/* All strings are in the report's language and are copied. */
typedef struct
{
  PazLanguage  language;
  const char  *package;      /* custom property: which report, "participation" */
  const char  *title;
  const char  *delegation;   /* author */
  PazLevel     level;        /* highest level a row may have */
  const char  *status;       /* the level in words */
  const char  *marking;      /* printed on every page */
  PazPaper     paper;
  gint64       created;      /* unix ms */
  gboolean     seen;         /* keep what is written in a book, too */
} PazWorkbookInfo;

/* The workbook's `schema-version`: raised when keys or sheets change their meaning. */
#define PAZ_WORKBOOK_SCHEMA 1

PazWorkbook  *paz_workbook_new          (const char             *path,
                                         const PazWorkbookInfo  *info,
                                         GCancellable           *cancellable,
                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* Finishes, reads back, makes durable and puts in place. On FALSE the target is as it was. */
gboolean      paz_workbook_commit       (PazWorkbook            *self,
                                         GError                **error);
/* Without a commit before it, leaves nothing. */
void          paz_workbook_free         (PazWorkbook            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazWorkbook, paz_workbook_free)

/* What was written, where that was asked for, after a commit or paz_workbook_discard. */
PazBook      *paz_workbook_steal_book   (PazWorkbook            *self);
/* Finishes the sheets and leaves no file. */
gboolean      paz_workbook_discard      (PazWorkbook            *self,
                                         GError                **error);

/* TRUE after the first error, cancelling included: time to stop. */
gboolean      paz_workbook_has_failed   (PazWorkbook            *self);
/* The key and value become a custom property: short ASCII key. */
void          paz_workbook_set_property (PazWorkbook            *self,
                                         const char             *key,
                                         const char             *value);

G_END_DECLS
