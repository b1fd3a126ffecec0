/* The parts of PazForm: its rows and tables, and what is wrong in them. */
#pragma once

#include "paz-form.h"

G_BEGIN_DECLS

struct _PazForm
{
  GtkWidget      parent_instance;

  PazStore      *store;
  const PazKind *kind;
  PazRecord     *record;
  GPtrArray     *parts;      /* rows and tables in the order of the form, lent by the tree */
  GPtrArray     *rows;       /* PazFieldRow */
  GPtrArray     *tables;     /* PazChildTable */
  GPtrArray     *handling;   /* PazHandlingGroup */
  GQueue         waiting;    /* parts that are not built yet */
  GtkWidget     *shown_block; /* the last one of which something is shown at once */
  guint          building;   /* builds them between frames */
  guint          settling;   /* after a save, what else the store may say now */
  char          *problem;
};

/* Whether a part is still to show the record: what stands in it is nothing, or of another one. */
gboolean paz_form_is_waiting (PazForm  *self,
                              gpointer  part);

G_END_DECLS
