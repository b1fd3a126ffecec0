/* The parts of PazFieldRow: what it shows, and what the person does in it. */
#pragma once

#include "paz-field-editor.h"
#include "paz-field-row.h"

G_BEGIN_DECLS

struct _PazFieldRow
{
  GtkWidget       parent_instance;

  GtkWidget      *label;
  GtkWidget      *required;
  GtkWidget      *menu;
  GMenuModel     *states;
  GtkWidget      *place;
  GtkWidget      *state_page;
  GtkWidget      *state_word;
  GtkWidget      *answer;
  GtkWidget      *hint;
  GtkWidget      *message;
  PazFieldEditor *editor;
  GtkWidget      *conflict;   /* while several values stand, else NULL */

  char           *key;
  int             span;
  gunichar        letter;     /* the mnemonic */
  PazStore       *store;
  PazRecord      *record;
  const PazField *field;

  char           *wrong;      /* what is typed cannot be read */
  char           *problem;    /* what the record's check says */
  char           *doubt;      /* what the record's kind doubts */
  GtkWidget      *told;       /* what the message was said of last, not owned */
  PazValueState   state;
  gboolean        touched;
  gboolean        forgotten;  /* what stands in the editor is of another time */
};

const char *paz_field_row_get_label       (PazFieldRow   *self);
void        paz_field_row_show_message    (PazFieldRow   *self);
void        paz_field_row_show_state      (PazFieldRow   *self);
void        paz_field_row_set_state       (PazFieldRow   *self,
                                           PazValueState  state);
void        paz_field_row_show_value      (PazFieldRow   *self);
void        paz_field_row_show_conflict   (PazFieldRow   *self);
/* Another value written is a decision, too. */
void        paz_field_row_settle_conflict (PazFieldRow   *self);
/* Whether showing the record's value would change nothing. linked: a link may have another title. */
gboolean    paz_field_row_is_shown        (PazFieldRow   *self,
                                           PazRecord     *record,
                                           gboolean       linked);

G_END_DECLS
