/* The cells of a UN file as codes of a fact table: countries, missions, types, months, persons
 * (DOMAIN.md 3.3 to 3.8). One value of this type serves one file, on one thread. */
#pragma once

#include "paz-layout.h"
#include "paz-term-cache.h"
#include "paz-un-dates.h"

G_BEGIN_DECLS

typedef struct
{
  PazFactTable *facts;                  /* codes are of its dictionaries; borrowed */
  PazDateOrder  date_order;
  GHashTable   *missions;               /* folded acronym -> acronym; "" when several share it */
  GHashTable   *types;                  /* folded label -> code */
  PazTermCache  caches[PAZ_N_COLUMNS];
  gint32       *contributors;           /* by number of country: code, -1 before the first */
} PazUnCodes;

typedef struct
{
  guint16 month;
  guint16 contributor;
  guint16 mission;
  guint8  type;
  guint32 female;
  guint32 male;
} PazUnFact;

void     paz_un_codes_init  (PazUnCodes       *self,
                             PazFactTable     *facts);
void     paz_un_codes_clear (PazUnCodes       *self);
/* A mission the store knows, with the other acronyms it has in files. */
void     paz_un_codes_add_mission (PazUnCodes *self,
                             const char       *acronym,
                             const char       *acronym_es,
                             const char       *aliases);
/* FALSE: the row is refused, *column and *reason say for what. */
gboolean paz_un_codes_read  (PazUnCodes       *self,
                             const PazHeader  *header,
                             const PazCell    *cells,
                             guint             n_cells,
                             PazUnFact        *fact,
                             PazColumn        *column,
                             PazRefusalReason *reason);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PazUnCodes, paz_un_codes_clear)

G_END_DECLS
