/* Translations that go out to a translator's own tools and come back: PO files, read and written by
 * gettext's own library. An entry's context is "<record>/<field>/<source language>". */
#pragma once

#include "store/paz-texts.h"

G_BEGIN_DECLS

#define PAZ_PO_ERROR (paz_po_error_quark ())
GQuark paz_po_error_quark (void);
typedef enum
{
  PAZ_PO_ERROR_SYNTAX,     /* no PO file, or a broken one; the message names line and reason */
  PAZ_PO_ERROR_LANGUAGE,   /* its header names none of our languages */
  PAZ_PO_ERROR_WRITE,
  PAZ_PO_ERROR_NOTHING,    /* no entry to take in, or no text to hand out */
} PazPoErrorCode;
/* N_() sentence with one %s for the file's name. */
const char *paz_po_error_get_sentence (PazPoErrorCode code);

/* Writes what these readers may see of the query's texts; owner of the query as everywhere. Fields that
 * never leave are left out. A stale translation is fuzzy, with the source text it was made from where
 * the readers might see that, too. The file is there whole or not at all. words: the language of the
 * remarks. Blocks; on a reader of the store it may run on a worker. */
gboolean    paz_po_export              (PazStore           *store,
                                        const PazTextQuery *query,
                                        const PazAudience  *audience,
                                        PazCatalogue       *words,
                                        const char         *path,
                                        guint              *n_written,
                                        GError            **error);

typedef enum
{
  PAZ_PO_NEW,
  PAZ_PO_CHANGED,
  PAZ_PO_SAME,
  PAZ_PO_OPEN,             /* not translated, or marked fuzzy: left as it is */
  PAZ_PO_CONFLICT,         /* the source changed since the export, or the text is in conflict here */
  PAZ_PO_REFUSED,
} PazPoOutcome;
#define PAZ_N_PO_OUTCOMES 6

typedef enum
{
  PAZ_PO_REASON_NONE,
  PAZ_PO_REASON_CONTEXT,   /* no entry of ours */
  PAZ_PO_REASON_RECORD,    /* the record is not here, or was deleted */
  PAZ_PO_REASON_FIELD,     /* no such text in it */
  PAZ_PO_REASON_TEXT,      /* cannot be stored: too long, line breaks, forbidden characters */
  PAZ_PO_REASON_SOURCE,    /* the source text is another by now */
  PAZ_PO_REASON_LANGUAGE,  /* the file's language is the source language by now */
  PAZ_PO_REASON_UNDECIDED, /* the text is in conflict between copies and must be decided first */
  PAZ_PO_REASON_TWICE,     /* the same text as an earlier entry */
} PazPoReason;

typedef struct
{
  guint         line;      /* of the file; 0 where it cannot be told */
  char         *context;   /* as the file has it */
  PazPoOutcome  outcome;
  PazPoReason   reason;
  char         *record;    /* NULL when none */
  const PazField *field;
  char         *before;    /* the translation here, or NULL */
  char         *after;     /* the translation in the file, or NULL */
} PazPoEntry;
/* One sentence: line, text, reason. For conflicts and refusals. */
char       *paz_po_entry_dup_text      (const PazPoEntry   *self,
                                        PazCatalogue       *words);

/* A file that was read and compared, ready to be applied. */
typedef struct _PazPoImport PazPoImport;

PazPoImport *paz_po_import_read        (const char         *path,
                                        PazStore           *store,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void         paz_po_import_free        (PazPoImport        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPoImport, paz_po_import_free)
PazLanguage  paz_po_import_get_language (PazPoImport       *self);
guint        paz_po_import_count       (PazPoImport        *self,
                                        PazPoOutcome        outcome);
/* In the order of the file. Elements PazPoEntry *. */
GPtrArray   *paz_po_import_get_entries (PazPoImport        *self);
/* Takes in what is new or changed, as one step. What is in conflict with a changed source is kept aside
 * as an unsaved change of its record (see paz-drafts.h), where there is none yet. *step is 0 when
 * nothing differed. May run on a worker; cancelled, nothing is taken in. */
gboolean     paz_po_import_apply       (PazPoImport        *self,
                                        PazStore           *store,
                                        PazProgress         progress,
                                        gpointer            data,
                                        GCancellable       *cancellable,
                                        guint64            *step,
                                        GError            **error);

G_END_DECLS
