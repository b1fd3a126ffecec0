/* The parts of PazChildCell: what it shows, and how it is edited. */
#pragma once

#include "paz-child-cell.h"
#include "paz-field-editor.h"
#include "paz-field-look.h"

G_BEGIN_DECLS

struct _PazChildCell
{
  GtkWidget       parent_instance;

  GtkWidget      *label;
  GtkWidget      *picker;
  PazFieldEditor *editor;       /* while it is being edited */

  PazStore       *store;
  const PazKind  *kind;
  const PazField *field;
  PazFieldLook    look;
  PazRecord      *record;

  char           *problem;
  gboolean        blocking;
  char           *wrong;        /* what is typed cannot be read */
  guint           leaving;
};

void paz_child_cell_commit (PazChildCell *self,
                            GVariant *value);
gboolean paz_child_cell_move (PazChildCell *self,
                              GtkDirectionType direction);
void paz_child_cell_begin (PazChildCell *self,
                           const char *typed);
void paz_child_cell_show_problem (PazChildCell *self);
const char *paz_child_cell_get_column (PazChildCell *self);

G_END_DECLS
