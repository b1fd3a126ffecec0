/* The parts of PazChildTable: its rows and records, where the focus is, what is done, what is wrong. */
#pragma once

#include "paz-child-past.h"
#include "paz-child-row.h"
#include "paz-child-table.h"

G_BEGIN_DECLS

struct _PazChildTable
{
  GtkWidget       parent_instance;

  GtkWidget      *title;
  GtkWidget      *count;
  GtkWidget      *grid;
  GtkWidget      *head;
  GtkWidget      *body;
  GtkWidget      *scroller;
  GtkWidget      *empty;
  GtkWidget      *add;
  GtkWidget      *add_row;
  GtkWidget      *up;
  GtkWidget      *down;
  GtkWidget      *help;
  GtkWidget      *state_menu;

  char           *key;
  const PazKind  *kind;
  const PazField *order;      /* the field that holds the place, or NULL */
  PazStore       *store;
  PazRecord      *container;
  GListStore     *records;    /* PazRecord, replaced and never written to */
  GPtrArray      *rows;       /* PazChildRow of the first records, lent */
  GHashTable     *originals;  /* id -> PazRecord as the store has it */
  GHashTable     *seen;       /* ids of the rows that the person has been in and left */
  GPtrArray      *removed;
  PazChildPast   *past;
  guint           row;        /* where the focus is, or was last */
  guint           column;
  guint           filling;
  guint           tidying;
  gboolean        revealed;
};

/* rows and records */
guint paz_child_table_get_n (PazChildTable *self);
PazRecord *paz_child_table_dup_record (PazChildTable *self,
                                       guint position);
void paz_child_table_replace (PazChildTable *self,
                              guint position,
                              PazRecord *record);
void paz_child_table_renumber (PazChildTable *self);
gboolean paz_child_table_find_position (PazChildTable *self,
                                        const char *id,
                                        guint *position);
gboolean paz_child_table_is_blank (PazChildTable *self,
                                   PazRecord *record);
void paz_child_table_append_row (PazChildTable *self);
void paz_child_table_update (PazChildTable *self);
void paz_child_table_emit_changed (PazChildTable *self);
void paz_child_table_remember (PazChildTable *self);
void paz_child_table_commit (PazChildCell *cell,
                             GVariant *value,
                             PazChildTable *self);

/* the focus */
void paz_child_table_set_current (PazChildTable *self,
                                  guint row);
void paz_child_table_focus_cell (PazChildTable *self,
                                 guint row,
                                 guint column);
gboolean paz_child_table_find_cell (PazChildTable *self,
                                    PazChildCell *cell,
                                    guint *row,
                                    guint *column);
gboolean paz_child_table_finish_editing (PazChildTable *self);
gboolean paz_child_table_moved_cb (PazChildCell *cell,
                                   GtkDirectionType direction,
                                   PazChildTable *self);
void paz_child_table_entered_cb (PazChildCell *cell,
                                 PazChildTable *self);
void paz_child_table_left_cb (PazChildTable *self);

/* what is done */
void paz_child_table_install_actions (GtkWidgetClass *widget_class);
void paz_child_table_open_dialog (PazChildTable *self,
                                  guint position);
gboolean paz_child_table_add_row_key_cb (PazChildTable *self,
                                         guint keyval,
                                         guint keycode,
                                         GdkModifierType state);

/* cells from the clipboard */
void paz_child_table_paste_action (GtkWidget  *widget,
                                   const char *name,
                                   GVariant   *parameter);

/* what is wrong */
gboolean paz_child_table_is_any_cell (PazChildTable *self,
                                      gboolean (*is) (PazChildCell *));
void paz_child_table_show_help (PazChildTable *self);
G_END_DECLS
