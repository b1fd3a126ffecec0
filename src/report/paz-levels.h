/* What a pledge still lacks for a level of the PCRS: evidence that the UN's Manual for the Generation and
 * Deployment of Military and Formed Police Units (2021.05) and the guidelines of the system (2019.01) name,
 * as far as fields of the pledge tell it. Which field is evidence of what is inferred. */
#pragma once

#include "paz-edition.h"

G_BEGIN_DECLS

/* 0 national study, 1 to 3, 4 rapid deployment. */
guint       paz_levels_get_rank    (PazRecord   *pledge);
/* Choice's key of a rank. */
const char *paz_levels_get_key     (guint        rank);
/* In the edition's language. */
const char *paz_levels_say         (PazEdition  *edition,
                                    guint        rank);

typedef struct
{
  guint       rank;       /* the first level that asks for it */
  const char *text;       /* N_(...) */
} PazLack;

/* What is missing to stand at the level; elements PazLack *, of the tables here. Children of pledges
 * must have been listed. */
GPtrArray  *paz_levels_list_lacks  (PazEdition  *edition,
                                    PazRecord   *pledge,
                                    guint        rank);

/* -1 over, 0 within six months, 1 later, of the day the edition was made; FALSE when no day is said. */
gboolean    paz_levels_get_validity (PazEdition *edition,
                                     PazRecord  *pledge,
                                     int        *validity);

G_END_DECLS
