/* Records on their way to the clipboard: as cells that a spreadsheet takes for cells, or as text to
 * read. Only what the readers may see, through the gate of the store; the last line says the
 * highest level of what is there. No widgets. */
#pragma once

#include "store/paz-gate.h"

G_BEGIN_DECLS

typedef struct
{
  char     *text;      /* cells between tabs, or words */
  char     *html;      /* NULL for words */
  guint     n_records;
  guint     n_withheld;  /* told to the person here, never in what is copied */
  PazLevel  level;
} PazCopied;

/* ids: char *; fields in the order of columns, ending with NULL. */
PazCopied *paz_copy_cells (PazStore               *reader,
                           const PazKind          *kind,
                           GPtrArray              *ids,
                           const PazField * const *fields,
                           const PazAudience      *audience,
                           PazCatalogue           *catalogue,
                           GCancellable           *cancellable,
                           GError                **error);
PazCopied *paz_copy_words (PazStore               *reader,
                           const PazKind          *kind,
                           GPtrArray              *ids,
                           const PazField * const *fields,
                           const PazAudience      *audience,
                           PazCatalogue           *catalogue,
                           GCancellable           *cancellable,
                           GError                **error);
void       paz_copied_free (PazCopied *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazCopied, paz_copied_free)

G_END_DECLS
