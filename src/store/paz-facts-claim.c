#include "paz-facts-claim.h"

#define N_MONTHS (G_MAXUINT16 + 1)
#define N_TYPES  (G_MAXUINT8 + 1)

/* One data set in one month. */
typedef struct
{
  const guint8 *contributors;   /* by code; NULL: everyone */
  guint8       *types;          /* by code; NULL: all */
  guint8       *listed;         /* owned, when it is `contributors` */
} Claim;

struct _PazClaims
{
  guint          n_contributors;
  const guint8  *region;
  gboolean       any;
  GPtrArray    **months;        /* by month: Claim; NULL: none */
};

static void
claim_free (gpointer data)
{
  Claim *self = data;

  g_free (self->types);
  g_free (self->listed);
  g_free (self);
}

PazClaims *
paz_claims_new (PazFactTable *facts,
                const guint8 *region)
{
  PazClaims *self = g_new0 (PazClaims, 1);

  self->n_contributors = facts->dictionaries[PAZ_DIMENSION_CONTRIBUTOR].keys->len;
  self->region = region;
  self->months = g_new0 (GPtrArray *, N_MONTHS);

  return self;
}

void
paz_claims_free (PazClaims *self)
{
  for (guint i = 0; i < N_MONTHS; i++)
    g_clear_pointer (&self->months[i], g_ptr_array_unref);
  g_free (self->months);
  g_free (self);
}

static gboolean
is_claimed (GPtrArray *claims,
            guint16    contributor,
            guint8     type)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *claim = claims->pdata[i];

      if ((claim->contributors == NULL || claim->contributors[contributor])
          && (claim->types == NULL || claim->types[type]))
        return TRUE;
    }

  return FALSE;
}

static void
drop_claimed (PazClaims    *self,
              PazFactTable *facts,
              guint32       first)
{
  guint32 n = first;

  for (guint32 i = first; i < facts->n_rows; i++)
    {
      GPtrArray *claims = self->months[facts->months[i]];

      if (claims != NULL && is_claimed (claims, facts->contributors[i], facts->types[i]))
        continue;
      if (n != i)
        paz_fact_table_move_row (facts, n, i);
      n++;
    }

  facts->n_rows = n;
}

static gboolean
is_regional (PazClaims    *self,
             PazFactTable *facts,
             guint32       first)
{
  guint8 all = 1;

  for (guint32 i = first; i < facts->n_rows; i++)
    all &= self->region[facts->contributors[i]];

  return all != 0;
}

static Claim *
make_claim (PazClaims *self,
            gboolean   listed,
            gboolean   held,
            gboolean   regional)
{
  Claim *claim = g_new0 (Claim, 1);

  if (listed)
    claim->contributors = claim->listed = g_new0 (guint8, self->n_contributors + 1);
  else if (regional)
    claim->contributors = self->region;
  if (held)
    claim->types = g_new0 (guint8, N_TYPES);

  return claim;
}

/* By month, before rows are taken away: also a row that does not speak claims. */
static Claim **
make_claims (PazClaims    *self,
             PazFactTable *facts,
             guint32       first,
             gboolean      listed,
             gboolean      held)
{
  Claim **claims = g_new0 (Claim *, N_MONTHS);
  gboolean regional = !listed && is_regional (self, facts, first);

  for (guint32 i = first; i < facts->n_rows; i++)
    {
      Claim **claim = &claims[facts->months[i]];

      if (*claim == NULL)
        *claim = make_claim (self, listed, held, regional);
      if (listed)
        (*claim)->listed[facts->contributors[i]] = 1;
      if (held)
        (*claim)->types[facts->types[i]] = 1;
    }

  return claims;
}

static void
add_claim (PazClaims *self,
           guint      month,
           Claim     *claim)
{
  if (self->months[month] == NULL)
    self->months[month] = g_ptr_array_new_with_free_func (claim_free);
  g_ptr_array_add (self->months[month], claim);
  self->any = TRUE;
}

void
paz_claims_settle (PazClaims    *self,
                   PazFactTable *facts,
                   guint32       first,
                   gboolean      listed,
                   gboolean      held)
{
  g_autofree Claim **claims = make_claims (self, facts, first, listed, held);

  if (self->any)
    drop_claimed (self, facts, first);
  for (guint i = 0; i < N_MONTHS; i++)
    if (claims[i] != NULL)
      add_claim (self, i, claims[i]);
}

gboolean
paz_claims_cover (PazClaims *self,
                  guint16    month,
                  guint16    contributor,
                  guint8     type)
{
  GPtrArray *claims = self->months[month];

  return claims != NULL && is_claimed (claims, contributor, type);
}
