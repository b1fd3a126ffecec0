/* Types of uniformed personnel as the UN and the IPI label them, and the categories of the
 * Uniformed Gender Parity Strategy they count in (DOMAIN.md 3.6 and 5.1): staff officers and
 * experts on mission are one category. The same values as data/reference/personnel_types.csv. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char         *code;      /* "staff_officer": what facts hold */
  const char         *label;     /* NC_("personnel type", ...) */
  const char         *category;  /* "individual_military" */
  const char         *wider;     /* "military_all", of targets before the strategy; NULL: of none */
  const char * const *names;     /* as files write it, NULL-terminated; its own label first */
} PazPersonnelType;

typedef struct
{
  const char *code;              /* "individual_military" */
  const char *label;             /* NC_("gender_target", ...) */
} PazPersonnelCategory;

/* In the order of display. */
const PazPersonnelType     *paz_personnel_list_types      (guint      *n);
const PazPersonnelCategory *paz_personnel_list_categories (guint      *n);
/* All police and all military together: what the targets of 2014 and 2020 were set for. */
const PazPersonnelCategory *paz_personnel_list_wider      (guint      *n);
/* -1 when there is none. */
int                         paz_personnel_find_type       (const char *code);
int                         paz_personnel_find_category   (const char *code);

G_END_DECLS
