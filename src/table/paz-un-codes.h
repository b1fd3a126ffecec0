/* The cells of a UN file as codes of a fact table: countries, missions, types, months, persons
 * (DOMAIN.md 3.3 to 3.8). One value of this type serves one file, on one thread. */
#pragma once

#include "paz-layout.h"
#include "paz-number-marks.h"
#include "paz-term-cache.h"
#include "paz-un-dates.h"

G_BEGIN_DECLS

typedef struct
{
  PazFactTable *facts;                  /* codes are of its dictionaries; borrowed */
  PazDateOrder  date_order;
  PazNumberMarks marks[PAZ_MAX_COLUMNS];
  GHashTable   *missions;               /* folded acronym -> acronym; "" when several share it */
  GHashTable   *types;                  /* folded label -> code */
  PazTermCache  caches[PAZ_N_COLUMNS];
  gint32       *contributors;           /* by number of country: code, -1 before the first */
  GHashTable   *names;                  /* folded name -> code a person decided */
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

/* A row of a wide layout: as many facts as it has types with anybody, at most PAZ_MAX_WIDE. */
gboolean paz_un_codes_read_wide (PazUnCodes       *self,
                                 const PazHeader  *header,
                                 const PazCell    *cells,
                                 guint             n_cells,
                                 PazUnFact         facts[PAZ_MAX_WIDE],
                                 guint            *n_facts,
                                 PazColumn        *column,
                                 PazRefusalReason *reason);
/* A row that says the sum and the rank of a contributor in a month: female and male of the fact. */
gboolean paz_un_codes_read_rank (PazUnCodes       *self,
                                 const PazHeader  *header,
                                 const PazCell    *cells,
                                 guint             n_cells,
                                 PazUnFact        *fact,
                                 guint32          *rank,
                                 PazColumn        *column,
                                 PazRefusalReason *reason);

/* ---- parts of it ---- */

const PazCell *paz_un_codes_get_cell (const PazHeader *header,
                                      const PazCell   *cells,
                                      PazColumn        column);
/* TRUE for what statistical programs write where there is nothing, too. */
gboolean paz_un_codes_is_blank  (const PazCell    *cell);
/* Whole persons; FALSE with the reason. */
gboolean paz_un_codes_read_number (PazUnCodes       *self,
                                   PazColumn         column,
                                   const PazCell    *cell,
                                   guint32          *value,
                                   PazRefusalReason *reason);
/* Whether the row has the header's columns; contributor; mission; month. */
gboolean paz_un_codes_read_contributor (PazUnCodes       *self,
                                        const PazHeader  *header,
                                        const PazCell    *cells,
                                        guint             n_cells,
                                        PazUnFact        *fact,
                                        PazColumn        *column,
                                        PazRefusalReason *reason);
gboolean paz_un_codes_read_mission (PazUnCodes       *self,
                                    const PazHeader  *header,
                                    const PazCell    *cells,
                                    PazUnFact        *fact,
                                    PazColumn        *column,
                                    PazRefusalReason *reason);
gboolean paz_un_codes_read_month (PazUnCodes       *self,
                                  const PazHeader  *header,
                                  const PazCell    *cells,
                                  PazUnFact        *fact,
                                  PazColumn        *column,
                                  PazRefusalReason *reason);
/* FALSE, for returning. */
gboolean paz_un_codes_refuse    (PazColumn         at,
                                 PazRefusalReason  because,
                                 PazColumn        *column,
                                 PazRefusalReason *reason);
/* What a person decided that a name means; folded. */
void     paz_un_codes_add_name  (PazUnCodes       *self,
                                 const char       *name,
                                 const char       *code);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PazUnCodes, paz_un_codes_clear)

G_END_DECLS
