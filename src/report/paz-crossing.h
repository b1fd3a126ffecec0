/* A sheet that crosses records with participants: a row for each, a narrow column for each State that
 * has something inside one of them, a sign in the cell. */
#pragma once

#include "paz-sheets.h"

G_BEGIN_DECLS

/* How a choice stands in a narrow cell. */
typedef struct
{
  const char *choice;      /* key */
  const char *sign;        /* of one to three characters */
  guint       signal;      /* ground, as PazSignal: 0 plain, 1 green, 2 yellow, 3 red */
} PazCrossingSign;

typedef struct
{
  const PazSheetWords   *words;
  const PazColumn       *columns;   /* before the States' */
  guint                  n_columns;
  const char            *kind;      /* of the rows */
  const char            *child;     /* kind inside them, with a link `participant` */
  const char            *field;     /* of the child: a choice */
  const PazCrossingSign *signs;     /* ends with a NULL choice */
  /* Fills `columns` of a row. */
  void                 (*put_row)   (PazSheet    *sheet,
                                     PazEdition  *edition,
                                     PazRecord   *record,
                                     GPtrArray   *children);
} PazCrossing;

PazSheet   *paz_crossing_declare     (const PazCrossing *self,
                                      PazEdition        *edition,
                                      PazWorkbook       *workbook);
void        paz_crossing_fill        (const PazCrossing *self,
                                      PazEdition        *edition,
                                      PazSheet          *sheet);
/* The children of a State, of what is inside the record; lent. */
PazRecord  *paz_crossing_find_child  (PazEdition        *edition,
                                      GPtrArray         *children,
                                      PazRecord         *state);

G_END_DECLS
