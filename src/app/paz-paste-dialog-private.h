/* The parts of PazPasteDialog: what it shows of the block, and what a person says of it. */
#pragma once

#include "paz-paste-columns.h"
#include "paz-paste-dialog.h"
#include "paz-paste-rows.h"
#include "paz-paste-run.h"

G_BEGIN_DECLS

struct _PazPasteDialog
{
  AdwWindow parent_instance;

  GtkStack *states;
  GtkLabel *working_label;
  GtkProgressBar *progress_bar;
  GtkLabel *summary_label;
  GtkWidget *headings_label, *match_label, *dates_label, *show_label, *row_label, *candidate_label;
  GtkDropDown *headings_list;
  GtkDropDown *match_list;
  GtkDropDown *dates_list;
  GtkWidget *dates_box;
  GtkDropDown *show_list;
  GtkCheckButton *clears_check;
  AdwBin *columns_place;
  GtkColumnView *view;
  GtkLabel *problem_label;
  GtkWidget *row_box;
  GtkDropDown *row_list;
  GtkWidget *candidate_box;
  GtkDropDown *candidate_list;
  GtkCheckButton *partly_check;

  GtkWindow *parent;         /* it outlives its modal dialog */
  PazStore *store;
  PazPaste *settings;
  PazPaste *checked;         /* lent to the worker while it is applied */
  PazPasteRows *rows;
  GtkSingleSelection *selection;
  PazPasteColumns *columns;
  GPtrArray *candidates;
  const PazPasteProblem *asked;   /* whom a name means */
  PazJob *job;
  PazPasteTaker taker;       /* NULL: the store takes it */
  gpointer taker_data;
  gboolean showing;
};

/* Shows what was checked. */
void     paz_paste_dialog_show        (PazPasteDialog *self);
/* Shows what is wrong with the row the person looks at, and what can be done. */
void     paz_paste_dialog_show_row    (PazPasteDialog *self);
/* The row the person looks at; -1 when there is none. */
int      paz_paste_dialog_get_row     (PazPasteDialog *self);
gboolean paz_paste_dialog_can_accept  (PazPasteDialog *self);
void     paz_paste_dialog_update      (PazPasteDialog *self);

G_END_DECLS
