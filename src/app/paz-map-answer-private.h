/* What the files of the map's answer share. */
#pragma once

#include "paz-map-answer.h"

G_BEGIN_DECLS

typedef struct
{
  PazMapFacts        *facts;
  const PazMapChoice *choice;
  PazCatalogue       *catalogue;
  PazMapAnswer       *answer;
  double              total;      /* of the values that can be added */
  guint               n_above;    /* values above zero */
  guint               n_known;
} PazMapWork;

/* Puts the value on the map and among the rows; NAN: not known. Takes name and remark. */
void  paz_map_work_put      (PazMapWork *work,
                             const char *key,
                             char       *name,
                             double      value,
                             char       *remark);
/* The same where the figure says nothing. */
void  paz_map_work_put_none (PazMapWork *work,
                             const char *key);
/* Adds a sentence to the note; takes it. */
void  paz_map_work_note     (PazMapWork *work,
                             char       *sentence);
char *paz_map_work_dup_month (PazMapWork *work,
                             guint16     month);
char *paz_map_work_dup_count (PazMapWork *work,
                             double      count);
void  paz_map_work_raise    (PazMapWork *work,
                             PazLevel    level);

void  paz_map_states_fill   (PazMapWork *work);
void  paz_map_missions_fill (PazMapWork *work);

G_END_DECLS
