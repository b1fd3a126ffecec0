/* One edition of a report: the choices made, resolved against one moment of the store, with what
 * every sheet needs to say. */
#pragma once

#include "figures/paz-cross.h"
#include "figures/paz-profile.h"
#include "paz-records.h"
#include "paz-sheet.h"
#include "report/paz-report.h"

G_BEGIN_DECLS

typedef struct
{
  PazFigures    *figures;       /* of one moment of the store, shared: only read; NULL in reports on
                                 * records alone, which have no month either */
  PazCatalogue  *catalogue;
  PazAudience   *audience;      /* never NULL */
  PazAudience   *examined;      /* of a report for own use: the readers it is about; else NULL */
  PazTerms       terms;
  char          *code;          /* delegation, "" when not said */
  char          *delegation;    /* in words */
  PazPaper       paper;
  GPtrArray     *targets;       /* PazRecord: gender targets; NULL without */
  GPtrArray     *states;        /* PazRecord: participants that are States, by name */
  guint16        month;
  guint16        from, to;      /* of series; first and last month with figures at most */
  gint64         created;
  gboolean       seen;          /* what is written is wanted as a book, too */
  GHashTable    *names;         /* code of a contributor -> its name */
  GHashTable    *month_names;   /* month, as a pointer -> "marzo de 2014" */
  GArray        *stamps;        /* PazClearance of each data set */
  gboolean      *used;          /* by data set: has figures in the report */
  GHashTable    *world;         /* months, as pointers, whose figures cover the world */
  GHashTable    *together;      /* months in which a file gives the sum of women and men alone */
  PazClearance   month_stamp;   /* of the month's figures */
  PazClearance   stamp;         /* of everything in the report */
  PazProfile    *profile;       /* of the report `country` */
  const PazCross *cross;        /* of what is seen on the figures page; lent, else NULL */
  PazRecords    *records;       /* of reports on records; NULL in others */
  GHashTable    *serving;       /* of the report `traceability`: id of a provision -> GPtrArray of PazRecord */
  GHashTable    *closed;        /* chapters (PazReport) that have nothing to show to these readers */
  const char    *chapter;       /* of a report of chapters: the one whose sheet is declared; else NULL */
  char           number[16];    /* of that sheet, "3.2" */
  GStringChunk  *numbered;      /* names with their numbers */
  PazProgress    progress;
  gpointer       progress_data;
} PazEdition;

/* with_targets: gender targets are shown, their level counts. PAZ_REPORT_ERROR_WITHHELD,
 * _NO_DATA, _MONTH, or what the store says. */
PazEdition  *paz_edition_new              (PazStore                *store,
                                           const PazReportOptions  *options,
                                           gboolean                 with_targets,
                                           GCancellable            *cancellable,
                                           GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same on figures that the audience of the options may see. */
PazEdition  *paz_edition_new_of           (PazFigures              *figures,
                                           PazStore                *store,
                                           const PazReportOptions  *options,
                                           gboolean                 with_targets,
                                           GCancellable            *cancellable,
                                           GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* For reports on records alone: no figures, no month. PAZ_REPORT_ERROR_*, or what the store says. */
PazEdition  *paz_edition_new_records      (PazStore                *store,
                                           const PazReportOptions  *options,
                                           GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* Records beside the figures of an edition that has none yet. */
gboolean     paz_edition_add_records      (PazEdition              *self,
                                           PazStore                *store,
                                           GError                 **error);
void         paz_edition_free             (PazEdition              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazEdition, paz_edition_free)

/* Words in the report's language; lent. */
const char  *paz_edition_say              (PazEdition              *self,
                                           const char              *msgid);
/* The phrase in the term the report uses. */
const char  *paz_edition_say_terms        (PazEdition              *self,
                                           const char              *peace,
                                           const char              *peacekeeping);
/* A contributor's name; looked up once, lent. */
const char  *paz_edition_get_name         (PazEdition              *self,
                                           const char              *contributor);
/* "7,278" */
char        *paz_edition_dup_count        (PazEdition              *self,
                                           guint64                  value);
/* "marzo de 2014" */
char        *paz_edition_dup_month        (PazEdition              *self,
                                           guint16                  month);
/* A template with one or two %s filled by counts, singular and plural by `n`. */
char        *paz_edition_dup_counts       (PazEdition              *self,
                                           const char              *singular,
                                           const char              *plural,
                                           guint64                  n,
                                           guint64                  of);
/* What stands on every page. */
char        *paz_edition_dup_marking      (PazEdition              *self);
char        *paz_edition_dup_audience     (PazEdition              *self);
char        *paz_edition_dup_readers      (PazEdition              *self,
                                           const PazAudience       *readers);

/* Stamp of the figures from one month to another. */
PazClearance paz_edition_get_stamp        (PazEdition              *self,
                                           guint16                  from,
                                           guint16                  to);
/* TRUE when the figures of a month cover every contributor of the world: only then is there a
 * rank in the world or a share of it. */
gboolean     paz_edition_covers_world     (PazEdition              *self,
                                           guint16                  month);
/* FALSE when a file that speaks in the month gives the sum of women and men alone: of some people or of
 * all neither women nor men are told. */
gboolean     paz_edition_tells_sexes      (PazEdition              *self,
                                           guint16                  month);
/* States of the region: the base of its coverage. */
guint        paz_edition_get_n_states     (PazEdition              *self);
/* Their records, in the order of the language. */
GPtrArray   *paz_edition_get_states       (PazEdition              *self);
void         paz_edition_report           (PazEdition              *self,
                                           double                   fraction);

/* ---- rows of a pivot with names, in the language's order ---- */

typedef struct
{
  const char *key;              /* of the pivot */
  const char *name;             /* the edition's, or owned */
  char       *owned;
  guint64     female, male;
  guint64     untold;           /* people whose sex is not told; see PazFigure */
  guint       rank;             /* by total, ties share a number and skip the next; from 1 */
  gboolean    in_region;
} PazLine;

#define PAZ_LINE_TOTAL(line) ((line)->female + (line)->male + (line)->untold)

/* Of one month, by contributor, mission or type; elements PazLine *. Those of the region have names
 * and their order; those of the whole world are in no order and named by their keys. */
GPtrArray   *paz_edition_list_lines       (PazEdition              *self,
                                           PazKey                   key,
                                           gboolean                 region_only);
/* NULL when the key has no line. */
const PazLine *paz_lines_find             (GPtrArray               *lines,
                                           const char              *key);
/* Women, and the rest: men and people whose sex is not told. */
void         paz_lines_sum                (GPtrArray               *lines,
                                           guint64                 *female,
                                           guint64                 *rest);
/* Numbers the lines by total. */
void         paz_lines_rank               (GPtrArray               *lines);

G_END_DECLS
