/* What the list and its words share. */
#pragma once

#include "paz-fact-names.h"
#include "paz-revised.h"

G_BEGIN_DECLS

/* Of a figure that was not there or is not any more. */
#define PAZ_ABSENT (-1)

typedef enum
{
  PAZ_SEX_WOMEN,
  PAZ_SEX_MEN,
  PAZ_SEX_TOGETHER,   /* one of the two files does not tell women and men apart */
} PazSex;
#define PAZ_N_SEXES 3

/* Keys lend from the list. */
typedef struct
{
  guint16     month;
  guint8      sex;
  guint8      type;           /* PazFactChangeType */
  const char *keys[PAZ_N_DIMENSIONS];
  gint64      was, is;        /* or PAZ_ABSENT */
} PazRevisedLine;

struct _PazRevised
{
  GObject parent_instance;

  PazCatalogue *catalogue;
  PazFactNames *names;
  GHashTable *keys;           /* every key once: what lines lend */
  GArray *lines;              /* PazRevisedLine, in the order of the changes */
  GArray *shown;              /* guint32 into lines */
  PazRevisedFilter filter;    /* lends from keys */
  PazLevel level;             /* the highest of the files compared */
  char *title;                /* of the data set */
  char *former_title;         /* NULL: what spoke before */
  guint32 n_same;
  gboolean has_former;
};

const PazRevisedLine *paz_revised_get_line (PazRevised           *self,
                                            guint                 position);
/* NULL of the columns that are numbers. */
const char *paz_revised_get_word           (PazRevised           *self,
                                            const PazRevisedLine *line,
                                            PazRevisedColumn      column);
/* "+12", "−3". */
char       *paz_revised_dup_signed         (PazRevised           *self,
                                            gint64                number);

static inline gint64
paz_revised_line_get_difference (const PazRevisedLine *line)
{
  return MAX (line->is, 0) - MAX (line->was, 0);
}

G_END_DECLS
