/* The code lists that ship with the program, made from data/reference at build time: keys are the
 * codes in lower case with '_' for every other sign. Each value carries its names in the three
 * languages, how sure it is, and where it was found; see PazChoice for how they are shown. */
#pragma once

#include "model/paz-kind.h"

G_BEGIN_DECLS

/* Each ends with a NULL key. */
extern const PazChoice paz_code_unit_types[];        /* DOMAIN.md 4.4; by component */
extern const PazChoice paz_code_readiness_levels[];  /* 4.1; and "study" before them */
extern const PazChoice paz_code_self_sustainment[];  /* 4.5; a tree */
extern const PazChoice paz_code_coe_categories[];    /* 4.5; major equipment */
extern const PazChoice paz_code_barriers[];          /* 5.3; by scheme */
extern const PazChoice paz_code_a4p_priorities[];    /* 6; by scheme */
extern const PazChoice paz_code_personnel_types[];   /* 3.6; by component */
extern const PazChoice paz_code_positions[];         /* 8.3 */

/* A national or international marking, as written. Never mapped onto a level or onto another
 * country's marking: equal words mean different things (DOMAIN.md 9). */
typedef struct
{
  const char *code;     /* "BR.R" */
  const char *scheme;   /* "LAI Brazil" */
  const char *country;  /* ISO 3166-1 alpha-3; NULL of schemes that belong to no country */
  int         rank;     /* within its scheme alone */
  const char *label;    /* "RESERVADO": never translated */
  const char *meaning;  /* in English */
  const char *note;     /* in English, may be NULL */
  const char *check;    /* "seen" or "recall" */
  const char *source;
} PazMarking;

/* Ends with a NULL code. */
extern const PazMarking paz_code_markings[];

G_END_DECLS
