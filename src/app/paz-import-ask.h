/* What only a person can say of a file: what an unknown name means, and how a doubtful column is
 * written. One row a question; an answer has the file read again. */
#pragma once

#include <adwaita.h>

#include "table/paz-import.h"

G_BEGIN_DECLS

typedef void (* PazImportAnswered) (gpointer data);

/* group: emptied and filled anew, hidden where nothing is to be asked. options: where answers about
 * columns go; those about names go into the store. */
void paz_import_ask (GtkBox            *box,
                     PazImport         *import,
                     PazImportOptions  *options,
                     PazStore          *store,
                     PazImportAnswered  answered,
                     gpointer           data);

G_END_DECLS
