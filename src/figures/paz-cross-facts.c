/* From a cell back to the facts it was made of. */
#include "paz-cross-private.h"
#include "paz-figures-private.h"

#include "base/paz-date.h"

static void
narrow (char       ***list,
        const char   *key)
{
  const char *one[] = { key, NULL };

  g_strfreev (*list);
  *list = g_strdupv ((char **) one);
}

/* Types of the category, of those that are asked for. */
static void
narrow_to_category (PazCrossFacts *self,
                    PazFigures    *figures,
                    const char    *category)
{
  guint n = paz_fact_table_get_n_keys (figures->facts, PAZ_DIMENSION_TYPE);
  g_autoptr (GStrvBuilder) types = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      const char *type = paz_fact_table_get_key (figures->facts, PAZ_DIMENSION_TYPE, (guint16) i);

      if (g_str_equal (paz_figures_get_category_code (paz_figures_get_category_rank (type)), category)
          && (self->types == NULL || g_strv_contains ((const char * const *) self->types, type)))
        g_strv_builder_add (types, type);
    }
  g_strfreev (self->types);
  self->types = g_strv_builder_end (types);
}

/* People of a year are those of its last month; only person-months add the months up. */
static void
narrow_to_year (PazCrossFacts  *self,
                const PazCross *cross,
                guint16         last)
{
  guint16 first = last;

  while (cross->choice->ask == PAZ_ASK_PERSON_MONTHS && first > cross->from
         && paz_month_get_year ((guint16) (first - 1)) == paz_month_get_year (last))
    first--;
  self->filter.from = first;
  self->filter.to = last;
}

static void
narrow_to_head (PazCrossFacts      *self,
                const PazCross     *cross,
                PazFigures         *figures,
                PazAxis             axis,
                const PazCrossHead *head)
{
  switch (axis)
    {
    case PAZ_AXIS_CONTRIBUTOR:
      narrow (&self->contributors, head->key);
      break;
    case PAZ_AXIS_MISSION:
      narrow (&self->missions, head->key);
      break;
    case PAZ_AXIS_TYPE:
      narrow (&self->types, head->key);
      break;
    case PAZ_AXIS_CATEGORY:
      narrow_to_category (self, figures, head->key);
      break;
    case PAZ_AXIS_MONTH:
      self->filter.from = self->filter.to = head->month;
      break;
    case PAZ_AXIS_YEAR:
      narrow_to_year (self, cross, head->month);
      break;
    case PAZ_AXIS_NONE:
    case PAZ_AXIS_SEX:
      break;
    }
}

PazCrossFacts *
paz_cross_find_facts (const PazCross     *self,
                      PazFigures         *figures,
                      const char * const *signatories,
                      guint               row,
                      guint               column)
{
  PazCrossFacts *facts;

  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  facts = g_new0 (PazCrossFacts, 1);
  facts->contributors = paz_cross_list_codes (figures, self->choice, signatories);
  facts->missions = g_strdupv (self->choice->missions);
  facts->types = g_strdupv (self->choice->types);
  facts->filter.from = self->choice->ask == PAZ_ASK_PERSON_MONTHS ? self->from : self->to;
  facts->filter.to = self->to;
  narrow_to_head (facts, self, figures, self->choice->rows, self->rows->pdata[row]);
  narrow_to_head (facts, self, figures, self->choice->columns, self->columns->pdata[column]);
  facts->filter.contributors = (const char * const *) facts->contributors;
  facts->filter.missions = (const char * const *) facts->missions;
  facts->filter.types = (const char * const *) facts->types;

  return facts;
}

void
paz_cross_facts_free (PazCrossFacts *self)
{
  g_strfreev (self->contributors);
  g_strfreev (self->missions);
  g_strfreev (self->types);
  g_free (self);
}
