/* What is wrong with a record, field by field, in words. */
#pragma once

#include "model/paz-record.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_PROBLEM_REQUIRED,    /* an identifying field is empty */
  PAZ_PROBLEM_VALUE,       /* ill-formed: code is a PazValueError */
  PAZ_PROBLEM_ORDER,       /* an end before its start */
  PAZ_PROBLEM_RULE,        /* a rule of the kind; text says which */
  PAZ_PROBLEM_DOUBT,       /* forbids nothing: a sum that does not add up, a paper that is missing */
} PazProblemReason;

typedef struct
{
  const PazField   *field; /* where to show it */
  PazProblemReason  reason;
  int               code;
  const char       *text;  /* N_(...) of RULE, ORDER and DOUBT */
} PazProblem;

/* Problems that forbid saving; empty when there are none. Elements PazProblem *. */
GPtrArray *paz_record_check     (PazRecord        *record);
/* What looks doubtful and may be saved all the same. contained: the records inside it that stand,
 * PazRecord *, or NULL. Elements PazProblem *, all of them doubts. */
GPtrArray *paz_record_list_doubts (PazRecord      *record,
                                   GPtrArray      *contained);
char      *paz_problem_dup_text (const PazProblem *problem,
                                 PazCatalogue     *catalogue);
/* For a kind's check function. */
void       paz_problems_add     (GPtrArray        *problems,
                                 const PazField   *field,
                                 PazProblemReason  reason,
                                 const char       *text);

G_END_DECLS
