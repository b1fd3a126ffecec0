/* The answer to a choice: a table of two axes with its totals, what it covers and its words in one
 * language. No widgets; on any thread, since figures and catalogue are only read. */
#pragma once

#include "figures/paz-figures-choice.h"
#include "store/paz-fact-list.h"

G_BEGIN_DECLS

typedef struct
{
  char    *key;           /* code, "2014-03", "2014", "female", "male"; "untold" where some are not told */
  char    *name;
  guint16  month;         /* of a month or year: whose figures these are */
} PazCrossHead;

typedef struct
{
  gboolean known;         /* FALSE: a gap, which is not zero, or women and men that are not told apart */
  guint64  part;          /* people counted; person-months when asked */
  guint64  base;          /* of a share: what it is a share of; of a rank: how many are ranked */
  double   value;         /* NAN when not known or not applicable; a share is a fraction */
  double   target;        /* of a share of women, fraction; NAN when there is none */
  gboolean target_derived;  /* the target is not published: a reading of the strategy */
  guint64  untold;        /* of the people here, those whose sex no file tells */
} PazCrossCell;

typedef struct
{
  PazFiguresChoice *choice;
  PazCatalogue     *catalogue;
  GPtrArray        *rows;        /* PazCrossHead */
  GPtrArray        *columns;     /* at least one */
  PazCrossCell     *cells;       /* row by row */
  PazCrossCell     *row_totals;  /* NULL where adding would say nothing */
  PazCrossCell     *column_totals;
  PazCrossCell     *grand_total; /* where both are */
  guint16           from, to;    /* months that are shown */
  guint             n_reported;  /* States of the set with figures in the month `to` */
  guint             n_expected;
  GArray           *gaps;        /* guint16: months between from and to without any figures */
  char             *title;
  char             *headline;
  char             *coverage;    /* reported and gaps, in words */
} PazCross;

/* signatories: codes, for the set of that name; see paz_figures_list_signatories. */
PazCross           *paz_cross_new         (PazFigures             *figures,
                                           const PazFiguresChoice *choice,
                                           const char * const     *signatories,
                                           PazCatalogue           *catalogue);
void                paz_cross_free        (PazCross               *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazCross, paz_cross_free)
const PazCrossCell *paz_cross_get         (const PazCross         *self,
                                           guint                   row,
                                           guint                   column);
/* "1,234", "4.1 % (51/1,234)", "5"; "…" where not known, "not told" where only the sex is not. */
char               *paz_cross_dup_text    (const PazCross         *self,
                                           const PazCrossCell     *cell);
/* "Uruguay, March 2014: 1,234". */
char               *paz_cross_dup_sentence (const PazCross        *self,
                                           guint                   row,
                                           guint                   column);
/* Fewer than 10 people: one more or less changes everything. */
gboolean            paz_cross_is_small    (const PazCross         *self,
                                           const PazCrossCell     *cell);
/* Lines of cells between separators, first the headings; decimal points, empty where not known,
 * and for shares a column of the part and one of the base. */
char               *paz_cross_dup_lines   (const PazCross         *self,
                                           char                    separator);

/* Whose facts a cell was made of: for the list of rows behind it. Women and men of a fact stand in one
 * row, so a cell of one sex has the rows of both. */
typedef struct
{
  PazFactFilter   filter;        /* lends the lists below */
  char          **contributors;  /* NULL: all */
  char          **missions;
  char          **types;
} PazCrossFacts;

PazCrossFacts      *paz_cross_find_facts  (const PazCross         *self,
                                           PazFigures             *figures,
                                           const char * const     *signatories,
                                           guint                   row,
                                           guint                   column);
void                paz_cross_facts_free  (PazCrossFacts          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazCrossFacts, paz_cross_facts_free)

/* Codes of the participants that signed; a reader of the store. level: the highest of the memberships
 * that say so, may be NULL. */
char              **paz_figures_list_signatories (PazStore        *store,
                                           const PazAudience      *audience,
                                           PazLevel               *level);
/* The highest level of what the answer is made of: what stands on a page that shows it. signatories:
 * that of the memberships. */
PazLevel            paz_cross_get_level   (const PazCross         *self,
                                           PazFigures             *figures,
                                           PazLevel                signatories);

G_END_DECLS
