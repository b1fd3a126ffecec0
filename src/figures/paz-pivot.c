#include "paz-figures-private.h"

#include <string.h>

/* One pass over the columns. Every combination of the keys asked for has a number; a row's number
 * is the sum of what its month, contributor, mission and type add to it, looked up by code. Small
 * spaces of numbers are summed in an array, large ones by sorting. */

#define MAX_DENSE (256 * 1024)   /* sums that stay in a processor's cache */
/* Added for a code the filter keeps out; three of them do not overflow. */
#define KEPT_OUT  (G_GUINT64_CONSTANT (1) << 61)

struct _PazPivot
{
  PazFigures *figures;       /* owns the strings of the keys */
  PazFigure  *rows;
  guint       n_rows;
  gboolean    person_months;
};

typedef struct
{
  PazFigures *figures;
  guint       n_keys;
  PazKey      keys[PAZ_N_KEYS];
  guint64     sizes[PAZ_N_KEYS];     /* how many values the key has */
  guint64     strides[PAZ_N_KEYS];
  const char **texts[PAZ_N_KEYS];    /* by value */
  guint64     size;                  /* of the whole space */

  gboolean    has_untold;            /* in the months asked for */
  guint       first_month;           /* index of months, [first, last) */
  guint       last_month;
  guint64    *months;                /* what a code adds */
  guint64    *contributors;
  guint64    *missions;
  guint64    *types;

  const char **type_keys;            /* by rank */
  guint       n_matching_months;
} Plan;

typedef struct
{
  guint64  female;
  guint64  male;
  guint32  n;                        /* 1 where there is a fact: a sum of zero is not a gap */
} Sum;

typedef struct
{
  guint64  number;
  guint32  row;
} Item;

/* ---- the plan ---- */

guint
paz_figures_get_n_codes (PazFigures *self,
                         PazKey      key)
{
  PazFactTable *facts = self->facts;
  guint n;

  switch (key)
    {
    case PAZ_KEY_CONTRIBUTOR:
      return paz_fact_table_get_n_keys (facts, PAZ_DIMENSION_CONTRIBUTOR);
    case PAZ_KEY_MISSION:
      return paz_fact_table_get_n_keys (facts, PAZ_DIMENSION_MISSION);
    case PAZ_KEY_PERSONNEL_TYPE:
      /* The known ones in their order, then what is not known by code. */
      paz_personnel_list_types (&n);
      return n + paz_fact_table_get_n_keys (facts, PAZ_DIMENSION_TYPE);
    case PAZ_KEY_MONTH:
      return self->n_months;
    case PAZ_KEY_CATEGORY:
      paz_personnel_list_categories (&n);
      return n + 1;
    }

  g_return_val_if_reached (0);
}

static void
plan_set_keys (Plan         *plan,
               const PazKey *keys,
               guint         n_keys)
{
  plan->n_keys = n_keys;
  plan->size = 1;
  for (guint i = n_keys; i > 0; i--)
    {
      plan->keys[i - 1] = keys[i - 1];
      plan->sizes[i - 1] = MAX (1, paz_figures_get_n_codes (plan->figures, keys[i - 1]));
      plan->strides[i - 1] = plan->size;
      plan->size *= plan->sizes[i - 1];
    }
}

/* What a key adds per step; 0 when it was not asked for. */
static guint64
get_stride (const Plan *plan,
            PazKey      key)
{
  for (guint i = 0; i < plan->n_keys; i++)
    if (plan->keys[i] == key)
      return plan->strides[i];

  return 0;
}

static gboolean
is_listed (const char * const *list,
           const char         *key)
{
  return list == NULL || g_strv_contains (list, key);
}

static void
plan_months (Plan                   *plan,
             const PazFiguresFilter *filter)
{
  PazFigures *figures = plan->figures;
  guint64 stride = get_stride (plan, PAZ_KEY_MONTH);

  plan->months = g_new (guint64, figures->n_months + 1);
  plan->last_month = figures->n_months;
  for (guint i = 0; i < figures->n_months; i++)
    {
      plan->months[i] = i * stride;
      if (filter->from != 0 && figures->months[i] < filter->from)
        plan->first_month = i + 1;
      if (filter->to != 0 && figures->months[i] > filter->to)
        plan->last_month = MIN (plan->last_month, i);
    }
  for (guint i = plan->first_month; i < plan->last_month; i++)
    plan->has_untold = plan->has_untold || (figures->month_marks[i] & PAZ_MONTH_HAS_UNTOLD) != 0;
}

static void
plan_contributors (Plan                   *plan,
                   const PazFiguresFilter *filter)
{
  PazFactTable *facts = plan->figures->facts;
  guint n = paz_fact_table_get_n_keys (facts, PAZ_DIMENSION_CONTRIBUTOR);
  guint64 stride = get_stride (plan, PAZ_KEY_CONTRIBUTOR);

  plan->contributors = g_new (guint64, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *key = paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR, (guint16) i);
      gboolean wanted = is_listed (filter->contributors, key)
                        && (!filter->region_only || paz_figures_is_region (plan->figures, key));

      plan->contributors[i] = wanted ? i * stride : KEPT_OUT;
    }
}

static void
plan_missions (Plan                   *plan,
               const PazFiguresFilter *filter)
{
  PazFactTable *facts = plan->figures->facts;
  guint n = paz_fact_table_get_n_keys (facts, PAZ_DIMENSION_MISSION);
  guint64 stride = get_stride (plan, PAZ_KEY_MISSION);

  plan->missions = g_new (guint64, n + 1);
  for (guint i = 0; i < n; i++)
    plan->missions[i] = is_listed (filter->missions,
                                   paz_fact_table_get_key (facts, PAZ_DIMENSION_MISSION, (guint16) i))
                          ? i * stride : KEPT_OUT;
}

static void
plan_types (Plan                   *plan,
            const PazFiguresFilter *filter)
{
  PazFactTable *facts = plan->figures->facts;
  guint n = paz_fact_table_get_n_keys (facts, PAZ_DIMENSION_TYPE);
  guint64 stride = get_stride (plan, PAZ_KEY_PERSONNEL_TYPE);
  guint64 category_stride = get_stride (plan, PAZ_KEY_CATEGORY);
  guint n_known;

  paz_personnel_list_types (&n_known);
  plan->types = g_new (guint64, n + 1);
  plan->type_keys = g_new0 (const char *, n_known + n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *key = paz_fact_table_get_key (facts, PAZ_DIMENSION_TYPE, (guint16) i);
      guint rank = paz_figures_get_type_rank (key);

      if (rank == n_known)
        rank += i;
      plan->type_keys[rank] = key;
      plan->types[i] = is_listed (filter->types, key)
                         ? rank * stride + paz_figures_get_category_rank (key) * category_stride
                         : KEPT_OUT;
    }
}

static void
plan_clear (Plan *plan)
{
  g_free (plan->months);
  g_free (plan->contributors);
  g_free (plan->missions);
  g_free (plan->types);
  g_free (plan->type_keys);
  for (guint i = 0; i < plan->n_keys; i++)
    g_free (plan->texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

/* ---- rows ---- */

static const char *
get_key_text (const Plan *plan,
              PazKey      key,
              guint       value)
{
  PazFactTable *facts = plan->figures->facts;

  switch (key)
    {
    case PAZ_KEY_CONTRIBUTOR:
      return paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR, (guint16) value);
    case PAZ_KEY_MISSION:
      return paz_fact_table_get_key (facts, PAZ_DIMENSION_MISSION, (guint16) value);
    case PAZ_KEY_PERSONNEL_TYPE:
      return plan->type_keys[value];
    case PAZ_KEY_MONTH:
      return plan->figures->month_names[value];
    case PAZ_KEY_CATEGORY:
      return paz_figures_get_category_code (value);
    }

  g_return_val_if_reached (NULL);
}

/* Looked up once a value, not once a row. */
static void
plan_texts (Plan *plan)
{
  for (guint i = 0; i < plan->n_keys; i++)
    {
      guint64 n = paz_figures_get_n_codes (plan->figures, plan->keys[i]);

      plan->texts[i] = g_new0 (const char *, n + 1);
      for (guint64 value = 0; value < n; value++)
        plan->texts[i][value] = get_key_text (plan, plan->keys[i], (guint) value);
    }
}

static void
set_row (const Plan *plan,
         PazFigure  *row,
         guint64     number)
{
  for (guint i = 0; i < plan->n_keys; i++)
    {
      guint64 value = number / plan->strides[i];

      number -= value * plan->strides[i];
      row->codes[i] = (guint32) value;
      row->keys[i] = plan->texts[i][value];
      if (plan->keys[i] == PAZ_KEY_MONTH)
        row->month = plan->figures->months[value];
    }
}

/* ---- summing in an array ---- */

/* Columns a pass has to read: those of the keys asked for and those that are filtered. */
enum
{
  READ_CONTRIBUTORS = 1 << 0,
  READ_MISSIONS     = 1 << 1,
  READ_TYPES        = 1 << 2,
};

static guint
get_reads (const Plan             *plan,
           const PazFiguresFilter *filter)
{
  guint reads = 0;

  if (get_stride (plan, PAZ_KEY_CONTRIBUTOR) > 0 || filter->contributors != NULL || filter->region_only)
    reads |= READ_CONTRIBUTORS;
  if (get_stride (plan, PAZ_KEY_MISSION) > 0 || filter->missions != NULL)
    reads |= READ_MISSIONS;
  if (get_stride (plan, PAZ_KEY_PERSONNEL_TYPE) > 0 || get_stride (plan, PAZ_KEY_CATEGORY) > 0 || filter->types != NULL)
    reads |= READ_TYPES;

  return reads;
}

static inline void
add_sum (Sum     *sum,
         guint64  female,
         guint64  male)
{
  sum->female += female;
  sum->male += male;
  sum->n = 1;
}

/* Rows in a row often have one number, the more so the fewer columns are read: they are added up
 * before they are put into the array. */
static inline __attribute__ ((always_inline)) gboolean
sum_rows (const Plan *plan,
          guint       month,
          Sum        *sums,
          guint       reads)
{
  PazFactTable *facts = plan->figures->facts;
  const guint16 *contributors = paz_fact_table_get_contributors (facts);
  const guint16 *missions = paz_fact_table_get_missions (facts);
  const guint8 *types = paz_fact_table_get_types (facts);
  const guint32 *females = paz_fact_table_get_female (facts);
  const guint32 *males = paz_fact_table_get_male (facts);
  guint32 end = plan->figures->month_rows[month + 1];
  gboolean any = FALSE;

  for (guint32 i = plan->figures->month_rows[month]; i < end;)
    {
      guint64 number = plan->months[month];
      guint64 female = females[i], male = males[i];
      guint32 first = i++;

      if (reads & READ_CONTRIBUTORS)
        number += plan->contributors[contributors[first]];
      if (reads & READ_MISSIONS)
        number += plan->missions[missions[first]];
      if (reads & READ_TYPES)
        number += plan->types[types[first]];
      if ((reads & (READ_MISSIONS | READ_TYPES)) == 0)
        for (; i < end && (reads == 0 || contributors[i] == contributors[first]); i++)
          {
            female += females[i];
            male += males[i];
          }
      if (reads != 0 && number >= KEPT_OUT)
        continue;
      add_sum (&sums[number], female, male);
      any = TRUE;
    }

  return any;
}

/* The same loop for every set of columns, so that none is read in vain. */
static gboolean
sum_month (const Plan *plan,
           guint       month,
           Sum        *sums,
           guint       reads)
{
  switch (reads)
    {
    case 0:
      return sum_rows (plan, month, sums, 0);
    case READ_CONTRIBUTORS:
      return sum_rows (plan, month, sums, READ_CONTRIBUTORS);
    case READ_MISSIONS:
      return sum_rows (plan, month, sums, READ_MISSIONS);
    case READ_TYPES:
      return sum_rows (plan, month, sums, READ_TYPES);
    case READ_CONTRIBUTORS | READ_MISSIONS:
      return sum_rows (plan, month, sums, READ_CONTRIBUTORS | READ_MISSIONS);
    case READ_CONTRIBUTORS | READ_TYPES:
      return sum_rows (plan, month, sums, READ_CONTRIBUTORS | READ_TYPES);
    case READ_MISSIONS | READ_TYPES:
      return sum_rows (plan, month, sums, READ_MISSIONS | READ_TYPES);
    default:
      return sum_rows (plan, month, sums, READ_CONTRIBUTORS | READ_MISSIONS | READ_TYPES);
    }
}

static guint64
get_number (const Plan *plan,
            guint       month,
            guint32     row)
{
  PazFactTable *facts = plan->figures->facts;

  return plan->months[month] + plan->contributors[paz_fact_table_get_contributors (facts)[row]]
         + plan->missions[paz_fact_table_get_missions (facts)[row]] + plan->types[paz_fact_table_get_types (facts)[row]];
}

/* A month of which some file gives women and men together. */
static gboolean
sum_untold (const Plan *plan,
            guint       month,
            Sum        *sums,
            guint64    *untold)
{
  PazFactTable *facts = plan->figures->facts;
  const guint16 *sets = paz_fact_table_get_sets (facts);
  const guint32 *female = paz_fact_table_get_female (facts);
  const guint32 *male = paz_fact_table_get_male (facts);
  gboolean any = FALSE;

  for (guint32 i = plan->figures->month_rows[month]; i < plan->figures->month_rows[month + 1]; i++)
    {
      guint64 number = get_number (plan, month, i);

      if (number >= KEPT_OUT)
        continue;
      if (plan->figures->untold_sets[sets[i]])
        {
          add_sum (&sums[number], 0, 0);
          untold[number] += (guint64) female[i] + male[i];
        }
      else
        add_sum (&sums[number], female[i], male[i]);
      any = TRUE;
    }

  return any;
}

static void
pivot_dense (PazPivot *self,
             Plan     *plan,
             guint     reads)
{
  g_autofree Sum *sums = g_new0 (Sum, plan->size);
  g_autofree guint64 *untold = plan->has_untold ? g_new0 (guint64, plan->size) : NULL;
  guint n = 0;

  for (guint month = plan->first_month; month < plan->last_month; month++)
    plan->n_matching_months += plan->figures->month_marks[month] & PAZ_MONTH_HAS_UNTOLD
                                 ? sum_untold (plan, month, sums, untold)
                                 : sum_month (plan, month, sums, reads);

  for (guint64 i = 0; i < plan->size; i++)
    n += sums[i].n > 0;
  self->rows = g_new0 (PazFigure, n);
  for (guint64 i = 0; i < plan->size; i++)
    if (sums[i].n > 0)
      {
        PazFigure *row = &self->rows[self->n_rows++];

        set_row (plan, row, i);
        row->female = sums[i].female;
        row->male = sums[i].male;
        row->untold = untold != NULL ? untold[i] : 0;
      }
}

/* ---- summing by sorting ---- */

static guint32
collect_items (Plan *plan,
               Item *items)
{
  guint32 n = 0;

  for (guint month = plan->first_month; month < plan->last_month; month++)
    {
      guint32 before = n;

      for (guint32 i = plan->figures->month_rows[month]; i < plan->figures->month_rows[month + 1]; i++)
        {
          guint64 number = get_number (plan, month, i);

          if (number < KEPT_OUT)
            items[n++] = (Item) { number, i };
        }
      plan->n_matching_months += n > before;
    }

  return n;
}

/* By eleven bits at a time, lowest first; items already in order are left alone. */
static void
sort_items (Item    *items,
            guint32  n,
            guint64  size)
{
  g_autofree Item *other = NULL;
  Item *from = items, *to;
  guint32 sorted = 1;

  while (sorted < n && items[sorted - 1].number <= items[sorted].number)
    sorted++;
  if (sorted >= n)
    return;

  to = other = g_new (Item, n);
  for (guint shift = 0; shift < g_bit_storage (size); shift += 11)
    {
      guint32 starts[2049] = { 0 };
      Item *swap = from;

      for (guint32 i = 0; i < n; i++)
        starts[(from[i].number >> shift & 2047) + 1]++;
      for (guint i = 1; i < 2048; i++)
        starts[i] += starts[i - 1];
      for (guint32 i = 0; i < n; i++)
        to[starts[from[i].number >> shift & 2047]++] = from[i];
      from = to;
      to = swap;
    }
  if (from != items)
    memcpy (items, from, n * sizeof *items);
}

static void
add_fact (const Plan *plan,
          PazFigure  *figure,
          guint32     row)
{
  PazFactTable *facts = plan->figures->facts;
  guint64 female = paz_fact_table_get_female (facts)[row];
  guint64 male = paz_fact_table_get_male (facts)[row];

  if (plan->has_untold && plan->figures->untold_sets[paz_fact_table_get_sets (facts)[row]])
    {
      figure->untold += female + male;
      return;
    }
  figure->female += female;
  figure->male += male;
}

static void
pivot_sorted (PazPivot *self,
              Plan     *plan)
{
  g_autofree Item *items = g_new (Item, paz_fact_table_get_n_rows (plan->figures->facts));
  guint32 n = collect_items (plan, items);
  guint32 n_distinct = 0;

  sort_items (items, n, plan->size);
  for (guint32 i = 0; i < n; i++)
    n_distinct += i == 0 || items[i].number != items[i - 1].number;

  self->rows = g_new0 (PazFigure, n_distinct);
  for (guint32 i = 0; i < n;)
    {
      PazFigure *row = &self->rows[self->n_rows++];
      guint64 number = items[i].number;

      set_row (plan, row, number);
      for (; i < n && items[i].number == number; i++)
        add_fact (plan, row, items[i].row);
    }
}

/* ---- public ---- */

PazPivot *
paz_figures_pivot (PazFigures             *self,
                   const PazKey           *keys,
                   guint                   n_keys,
                   const PazFiguresFilter *filter)
{
  const PazFiguresFilter everything = { 0 };
  g_auto (Plan) plan = { .figures = self };
  PazPivot *pivot;

  g_return_val_if_fail (self != NULL && n_keys <= PAZ_N_KEYS, NULL);

  if (filter == NULL)
    filter = &everything;
  plan_set_keys (&plan, keys, n_keys);
  plan_months (&plan, filter);
  plan_contributors (&plan, filter);
  plan_missions (&plan, filter);
  plan_types (&plan, filter);
  plan_texts (&plan);

  pivot = g_new0 (PazPivot, 1);
  pivot->figures = paz_figures_ref (self);
  if (plan.size <= MAX_DENSE && plan.size / 4 <= paz_fact_table_get_n_rows (self->facts))
    pivot_dense (pivot, &plan, get_reads (&plan, filter));
  else
    pivot_sorted (pivot, &plan);
  pivot->person_months = get_stride (&plan, PAZ_KEY_MONTH) == 0 && plan.n_matching_months > 1;

  return pivot;
}

void
paz_pivot_free (PazPivot *self)
{
  g_free (self->rows);
  paz_figures_unref (self->figures);
  g_free (self);
}

guint
paz_pivot_get_n_rows (PazPivot *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

const PazFigure *
paz_pivot_get_row (PazPivot *self,
                   guint     n)
{
  g_return_val_if_fail (self != NULL && n < self->n_rows, NULL);

  return &self->rows[n];
}

gboolean
paz_pivot_is_person_months (PazPivot *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->person_months;
}
