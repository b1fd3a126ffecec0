/* One way out of the program for figures and pictures: for whom is asked, what they may see is made
 * anew on a worker, then copied or written to a file the person chooses; what went wrong is said. */
#pragma once

#include "base/paz-catalogue.h"
#include "paz-dialogs.h"
#include "store/paz-store.h"

G_BEGIN_DECLS

typedef struct
{
  /* On a worker. What the readers may see, kept in the job. G_IO_ERROR_NOT_FOUND: there is nothing;
   * G_IO_ERROR_PERMISSION_DENIED: it is above what they may hold. readers is never NULL. */
  gboolean    (* make)     (gpointer            job,
                            PazStore           *store,
                            const PazAudience  *readers,
                            PazCatalogue       *catalogue,
                            GCancellable       *cancellable,
                            GError            **error);
  /* To the clipboard; the sentence that says so. NULL: to a file. */
  const char *(* put)      (gpointer            job,
                            GtkWidget          *widget);
  /* Of a file: what it may be, the name proposed, and on a worker the writing. */
  PazFiles      files;
  char       *(* dup_name) (gpointer            job);
  gboolean    (* write)    (gpointer            job,
                            const char         *path,
                            GCancellable       *cancellable,
                            GError            **error);
  GDestroyNotify free;
} PazExit;

/* The widget stands in a PazWindow with a store; else nothing happens. Takes the job. */
void paz_exit_run (GtkWidget     *widget,
                   const PazExit *exit,
                   gpointer       job);

G_END_DECLS
