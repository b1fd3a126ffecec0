/* The inside of a PazPaste, for the files that read headings, cells and rows. */
#pragma once

#include "table/paz-paste.h"

G_BEGIN_DECLS

typedef struct
{
  PazPasteTarget target;
  /* Found by the check from all cells of the column. */
  char           mark;          /* decimal mark */
  gboolean       month_first;
} PazPasteColumn;

typedef struct
{
  gboolean       is_data;
  gboolean       is_wrong;
  PazPasteAction action;        /* found */
  PazRecord     *stored;
  PazRecord     *record;
  guint8        *cells;         /* PazPasteCell of each column */
} PazPasteRow;

typedef struct _PazBlockLinks PazBlockLinks;

struct _PazPaste
{
  PazBlock          *block;
  const PazKind     *kind;
  char              *container;
  GPtrArray         *held;          /* PazRecord; NULL: those in the store */
  PazLanguage        language;
  const PazField   **visible;
  guint              n_visible;

  guint              n_headings;
  GArray            *columns;       /* PazPasteColumn */
  PazPasteDates      dates;
  PazPasteMatch      match;
  gboolean           clears;
  GHashTable        *asked;         /* row -> PazPasteAction */
  GHashTable        *chosen;        /* field key + "\n" + folded text -> id */

  /* findings */
  PazPasteMatch      matched;
  GArray            *rows;          /* PazPasteRow */
  GPtrArray         *problems;
  GHashTable        *candidates;    /* field key + "\n" + folded text -> GPtrArray of ids */
  PazPasteCounts     counts;
  gboolean           open_dates;
};

/* ---- headings (paz-block-heading.c) ---- */

void            paz_block_take_headings (PazPaste        *self,
                                         gboolean         guess);   /* also how many there are */

/* ---- how a column writes numbers and dates (paz-block-habit.c) ---- */

/* From all cells of the column; *open: dates that nothing decides. */
void            paz_block_find_habit    (PazPaste        *self,
                                         guint            column,
                                         gboolean        *open);
/* A date as text that paz_date_parse reads; NULL when it has no such form. */
char           *paz_block_dup_date      (const char      *text,
                                         const char      *exact,
                                         gboolean         month_first);

/* ---- names (paz-block-links.c) ---- */

PazBlockLinks  *paz_block_links_new     (PazStore        *store);
void            paz_block_links_free    (PazBlockLinks   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazBlockLinks, paz_block_links_free)
/* Ids of the records of a kind that go by this name in any language, or by this code or id; NULL
 * when there is none. Lends. */
GPtrArray      *paz_block_links_find    (PazBlockLinks   *self,
                                         const PazKind   *target,
                                         const char      *text);
char           *paz_block_make_link_key (const PazField  *field,
                                         const char      *text);

/* ---- one cell (paz-block-cell.c) ---- */

/* Sets the field of `record` to what the cell says. FALSE: *problem is filled (row and column are
 * the caller's). */
gboolean        paz_block_take_cell     (PazPaste        *self,
                                         PazStore        *store,
                                         PazBlockLinks   *links,
                                         guint            row,
                                         guint            column,
                                         PazRecord       *record,
                                         PazPasteProblem *problem);

/* ---- which record a row means (paz-block-match.c) ---- */

typedef struct _PazBlockMatch PazBlockMatch;
/* NULL with error. Decides self->matched. */
PazBlockMatch  *paz_block_match_new     (PazPaste        *self,
                                         PazStore        *store,
                                         GError         **error);
void            paz_block_match_free    (PazBlockMatch   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazBlockMatch, paz_block_match_free)
/* NULL: a new one. `draft` holds what the row says. *n: how many records fit. */
PazRecord      *paz_block_match_find    (PazBlockMatch   *self,
                                         guint            row,
                                         PazRecord       *draft,
                                         guint           *n);
PazRecord      *paz_block_match_find_id (PazBlockMatch   *self,
                                         const char      *id);
/* NULL when a part of the key is not said. */
char           *paz_block_match_dup_key (PazBlockMatch   *self,
                                         PazRecord       *draft);

void            paz_block_clear_findings (PazPaste       *self);

G_END_DECLS
