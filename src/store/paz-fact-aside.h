/* Columns of facts in unnamed files of their own, mapped: a table may be longer than memory, and what
 * a pass has left behind is given back to the system, which keeps or writes it as it likes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PAZ_FACT_COLUMNS 8

/* Bytes of one value, by column of a table. */
extern const guint8 paz_fact_widths[PAZ_FACT_COLUMNS];

typedef struct _PazFactAside PazFactAside;

/* NULL where the folder takes no such files. */
PazFactAside *paz_fact_aside_new    (const char    *folder) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the mappings away too. */
void          paz_fact_aside_free   (PazFactAside  *self,
                                     gpointer      *columns);
/* Room for n rows in all, the old ones in place; columns may move. FALSE when the disk has no room:
 * then all is as it was. */
gboolean      paz_fact_aside_grow   (PazFactAside  *self,
                                     gpointer      *columns,
                                     guint32        n);
/* Nothing is lost: what is looked at again comes back. From any thread. */
void          paz_fact_aside_let_go (PazFactAside  *self,
                                     gpointer      *columns);

G_END_DECLS
