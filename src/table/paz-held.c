#include "paz-held.h"

#define N_MONTHS (G_MAXUINT16 + 1)
/* A revision takes away a contributor or two; more than one in so many is another kind of file. */
#define LOST_ONE_IN 10

typedef struct
{
  guint8 *contributors;            /* in the file */
  guint8 *types;
  guint8 *speaking_contributors;   /* now, of types that are in the file */
  guint8 *speaking_types;
} Month;

struct _PazHeld
{
  guint   n_contributors;
  guint   n_types;
  Month **months;
};

PazHeld *
paz_held_new (guint n_contributors,
              guint n_types)
{
  PazHeld *self = g_new0 (PazHeld, 1);

  self->n_contributors = n_contributors;
  self->n_types = n_types;
  self->months = g_new0 (Month *, N_MONTHS);

  return self;
}

static void
month_free (Month *self)
{
  g_free (self->contributors);
  g_free (self->types);
  g_free (self->speaking_contributors);
  g_free (self->speaking_types);
  g_free (self);
}

void
paz_held_free (PazHeld *self)
{
  for (guint i = 0; i < N_MONTHS; i++)
    g_clear_pointer (&self->months[i], month_free);
  g_free (self->months);
  g_free (self);
}

static Month *
month_new (PazHeld *self)
{
  Month *month = g_new0 (Month, 1);

  month->contributors = g_new0 (guint8, self->n_contributors);
  month->types = g_new0 (guint8, self->n_types);
  month->speaking_contributors = g_new0 (guint8, self->n_contributors);
  month->speaking_types = g_new0 (guint8, self->n_types);

  return month;
}

void
paz_held_add (PazHeld *self,
              guint16  number,
              guint    contributor,
              guint    type)
{
  if (self->months[number] == NULL)
    self->months[number] = month_new (self);
  self->months[number]->contributors[contributor] = 1;
  self->months[number]->types[type] = 1;
}

void
paz_held_add_speaking (PazHeld *self,
                       guint16  number,
                       guint    contributor,
                       guint    type)
{
  Month *month = self->months[number];

  if (month == NULL)
    return;
  month->speaking_types[type] = 1;
  if (month->types[type])
    month->speaking_contributors[contributor] = 1;
}

gboolean
paz_held_covers (PazHeld *self,
                 guint16  month)
{
  return self->months[month] != NULL;
}

PazImportKeep
paz_held_get_keep (PazHeld *self,
                   guint16  number,
                   guint    contributor,
                   guint    type)
{
  const Month *month = self->months[number];

  return (month->types[type] ? 0 : PAZ_IMPORT_KEEP_TYPES)
         | (month->contributors[contributor] ? 0 : PAZ_IMPORT_KEEP_CONTRIBUTORS);
}

/* Keys that speak and are not in the file; *n: of how many. */
static char **
list_lost (const guint8  *speaking,
           const guint8  *held,
           guint          n_places,
           const char   **keys,
           guint         *n)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();

  *n = 0;
  for (guint i = 0; i < n_places; i++)
    {
      *n += speaking[i];
      if (speaking[i] && !held[i])
        g_ptr_array_add (lost, g_strdup (keys[i]));
    }
  g_ptr_array_add (lost, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&lost), FALSE);
}

void
paz_held_loss_free (gpointer data)
{
  PazImportLoss *self = data;

  g_strfreev (self->types);
  g_strfreev (self->contributors);
  g_free (self);
}

static PazImportKeep
get_partial (const PazImportLoss *loss)
{
  guint n_lost = g_strv_length (loss->contributors);

  return (loss->types[0] != NULL ? PAZ_IMPORT_KEEP_TYPES : 0)
         | (n_lost > 1 && n_lost * LOST_ONE_IN > loss->n_contributors ? PAZ_IMPORT_KEEP_CONTRIBUTORS : 0);
}

PazImportKeep
paz_held_list_losses (PazHeld     *self,
                      const char **contributors,
                      const char **types,
                      GPtrArray   *losses)
{
  PazImportKeep partial = PAZ_IMPORT_KEEP_NOTHING;

  for (guint i = 0; i < N_MONTHS; i++)
    {
      const Month *month = self->months[i];
      PazImportLoss *loss;
      guint n_types;

      if (month == NULL)
        continue;
      loss = g_new0 (PazImportLoss, 1);
      loss->month = (guint16) i;
      loss->types = list_lost (month->speaking_types, month->types, self->n_types, types, &n_types);
      loss->contributors = list_lost (month->speaking_contributors, month->contributors, self->n_contributors,
                                      contributors, &loss->n_contributors);
      partial |= get_partial (loss);
      if (loss->types[0] != NULL || loss->contributors[0] != NULL)
        g_ptr_array_add (losses, loss);
      else
        paz_held_loss_free (loss);
    }

  return partial;
}
