/* A block of cells on its way into records of one kind: which column is which field, what each cell
 * says, which rows are new, then one step. Settings first, paz_paste_check (worker-friendly), then
 * the findings, then paz_paste_apply. A change of a setting asks for a new check. */
#pragma once

#include "table/paz-block.h"

G_BEGIN_DECLS

/* What a column is taken for. */
typedef struct
{
  gboolean        is_id;
  const PazField *field;      /* NULL: left out, unless is_id */
  int             language;   /* a PazLanguage of TRILINGUAL; -1: that of the person, or no text */
} PazPasteTarget;

typedef enum
{
  PAZ_PASTE_DATES_BY_EVIDENCE,
  PAZ_PASTE_DATES_DAY_FIRST,
  PAZ_PASTE_DATES_MONTH_FIRST,
} PazPasteDates;

/* By what a row is known as one that is here already. */
typedef enum
{
  PAZ_PASTE_MATCH_BEST,      /* the first of the following that the columns allow */
  PAZ_PASTE_MATCH_ID,
  PAZ_PASTE_MATCH_KEY,       /* the kind's natural key */
  PAZ_PASTE_MATCH_TITLE,
  PAZ_PASTE_MATCH_NOTHING,   /* every row is new */
} PazPasteMatch;

typedef enum
{
  PAZ_PASTE_ROW_AUTO,
  PAZ_PASTE_ROW_ADD,
  PAZ_PASTE_ROW_UPDATE,
  PAZ_PASTE_ROW_SAME,        /* a finding only: nothing would change */
  PAZ_PASTE_ROW_LEAVE_OUT,
} PazPasteAction;

typedef enum
{
  PAZ_PASTE_CELL_UNUSED,     /* empty, or of a column or row that is left out */
  PAZ_PASTE_CELL_NEW,
  PAZ_PASTE_CELL_CHANGED,
  PAZ_PASTE_CELL_SAME,
  PAZ_PASTE_CELL_WRONG,
} PazPasteCell;

typedef enum
{
  PAZ_PASTE_WRONG_VALUE,     /* code: a PazValueError */
  PAZ_PASTE_WRONG_NOBODY,    /* no record of the target kind is called so */
  PAZ_PASTE_WRONG_SEVERAL,   /* several are: paz_paste_list_candidates */
  PAZ_PASTE_WRONG_RULE,      /* a rule of the record: `text` */
  PAZ_PASTE_WRONG_ROW_TWICE, /* the same record as an earlier row: code is that row */
  PAZ_PASTE_WRONG_ROW_MATCH, /* several records fit the row */
  PAZ_PASTE_WRONG_ROW_ID,    /* no record of the kind has this id */
  PAZ_PASTE_WRONG_ROW_OWNER, /* `text`: the participant who alone may change the record */
  PAZ_PASTE_WRONG_CONFLICT,  /* several values stand in the field; a person must decide first */
} PazPasteWrong;

typedef struct
{
  guint32        row;        /* of the block, from 0 */
  int            column;     /* -1: the whole row */
  PazPasteWrong  reason;
  int            code;
  char          *text;
} PazPasteProblem;

typedef struct
{
  guint32 n_rows;            /* without headings */
  guint32 n_add, n_update, n_same, n_left_out, n_wrong;   /* of rows; wrong ones have a wrong cell */
  guint32 n_new, n_changed, n_unchanged, n_wrong_cells;   /* of cells */
} PazPasteCounts;

typedef struct _PazPaste PazPaste;

/* visible: fields in the order of the list's columns, for a block without headings; n of them.
 * container: the record that will hold new ones, for child kinds. Headings are recognised and the
 * columns taken at once. */
PazPaste       *paz_paste_new             (PazBlock               *block,
                                           const PazKind          *kind,
                                           const char             *container,
                                           PazLanguage             language,
                                           const PazField * const *visible,
                                           guint                   n) G_GNUC_WARN_UNUSED_RESULT;
/* Records (elements PazRecord *, never written to) that rows may mean instead of those in the store: a
 * form's, as they are edited. */
void            paz_paste_set_held        (PazPaste               *self,
                                           GPtrArray              *records);
/* The settings without the findings, for a check on a worker. */
PazPaste       *paz_paste_copy            (PazPaste               *self);
void            paz_paste_free            (PazPaste               *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazPaste, paz_paste_free)

PazBlock       *paz_paste_get_block       (PazPaste               *self);
const PazKind  *paz_paste_get_kind        (PazPaste               *self);
/* Fields a cell can be pasted into. */
gboolean        paz_paste_takes_field     (const PazField         *field);

/* 0, 1 or 2 rows; setting it takes the columns anew. */
guint           paz_paste_get_n_headings  (PazPaste               *self);
void            paz_paste_set_n_headings  (PazPaste               *self,
                                           guint                   n);
PazPasteTarget  paz_paste_get_target      (PazPaste               *self,
                                           guint                   column);
void            paz_paste_set_target      (PazPaste               *self,
                                           guint                   column,
                                           PazPasteTarget          target);
/* The heading as the block has it, merged ones joined; "" when there is none. */
char           *paz_paste_dup_heading     (PazPaste               *self,
                                           guint                   column);
PazPasteDates   paz_paste_get_dates       (PazPaste               *self);
void            paz_paste_set_dates       (PazPaste               *self,
                                           PazPasteDates           dates);
/* TRUE when a date could be read both ways and nothing in its column tells. After a check. */
gboolean        paz_paste_has_open_dates  (PazPaste               *self);
/* BEST until set; after a check what was used. */
PazPasteMatch   paz_paste_get_match       (PazPaste               *self);
gboolean        paz_paste_can_match       (PazPaste               *self,
                                           PazPasteMatch           match);
void            paz_paste_set_match       (PazPaste               *self,
                                           PazPasteMatch           match);
/* Whether an empty cell takes away what is there. FALSE at first. */
void            paz_paste_set_clears      (PazPaste               *self,
                                           gboolean                clears);
void            paz_paste_set_action      (PazPaste               *self,
                                           guint                   row,
                                           PazPasteAction          action);
/* Whom a text means in a field that links, everywhere in the block. */
void            paz_paste_choose          (PazPaste               *self,
                                           const PazField         *field,
                                           const char             *text,
                                           const char             *id);

/* FALSE only when the store cannot be read or it was cancelled. */
gboolean        paz_paste_check           (PazPaste               *self,
                                           PazStore               *store,
                                           PazProgress             progress,
                                           gpointer                data,
                                           GCancellable           *cancellable,
                                           GError                **error);

/* ---- findings, after a check; row from 0, headings included ---- */

const PazPasteCounts *paz_paste_get_counts (PazPaste              *self);
/* Headings, and the line that says the handling level of what was copied, are no rows to paste. */
gboolean        paz_paste_is_data         (PazPaste               *self,
                                           guint                   row);
PazPasteAction  paz_paste_get_action      (PazPaste               *self,
                                           guint                   row);
gboolean        paz_paste_is_wrong        (PazPaste               *self,
                                           guint                   row);
/* The record as it would be, NULL when the row is left out or means no record. Lends. */
PazRecord      *paz_paste_get_record      (PazPaste               *self,
                                           guint                   row);
/* As it is now; NULL for a new one. Lends. */
PazRecord      *paz_paste_get_stored      (PazPaste               *self,
                                           guint                   row);
PazPasteCell    paz_paste_get_cell        (PazPaste               *self,
                                           guint                   row,
                                           guint                   column);
/* In the order of rows and columns; elements PazPasteProblem *. */
GPtrArray      *paz_paste_get_problems    (PazPaste               *self);
/* The first problem of a cell (column -1: of the row as such), or NULL. */
const PazPasteProblem *paz_paste_find_problem (PazPaste           *self,
                                               guint               row,
                                               int                 column);
/* The whole sentence: row, column, value and reason. */
char           *paz_paste_dup_problem     (PazPaste               *self,
                                           const PazPasteProblem  *problem,
                                           PazCatalogue           *catalogue);
/* Ids of the records that a text of WRONG_SEVERAL may mean. Free with g_ptr_array_unref. */
GPtrArray      *paz_paste_list_candidates (PazPaste               *self,
                                           const PazPasteProblem  *problem);

/* What paz_paste_apply would write, PazRecord: new ones and changed ones in the order of rows. The
 * last thing done with self, as wrong cells are taken back. Free with g_ptr_array_unref. */
GPtrArray      *paz_paste_list_accepted   (PazPaste               *self) G_GNUC_WARN_UNUSED_RESULT;
/* All rows that are not left out as one step. partly: wrong cells stay outside, and rows that
 * cannot be without them; else nothing is written while a cell is wrong
 * (PAZ_IMPORT_ERROR_NOTHING). *step is 0 when nothing differed. */
gboolean        paz_paste_apply           (PazPaste               *self,
                                           PazStore               *store,
                                           gboolean                partly,
                                           PazProgress             progress,
                                           gpointer                data,
                                           GCancellable           *cancellable,
                                           guint64                *step,
                                           GError                **error);

G_END_DECLS
