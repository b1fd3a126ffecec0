/* The axes of a cross table: what stands on them, and where a figure belongs. */
#include "paz-cross-private.h"
#include "paz-figures-private.h"

#include "base/paz-date.h"

static int
get_key (PazAxis  axis,
         gboolean merged)
{
  static const int keys[PAZ_N_AXES] = {
    [PAZ_AXIS_NONE] = -1, [PAZ_AXIS_CONTRIBUTOR] = PAZ_KEY_CONTRIBUTOR, [PAZ_AXIS_MISSION] = PAZ_KEY_MISSION,
    [PAZ_AXIS_TYPE] = PAZ_KEY_PERSONNEL_TYPE, [PAZ_AXIS_SEX] = -1, [PAZ_AXIS_CATEGORY] = PAZ_KEY_CATEGORY,
    [PAZ_AXIS_MONTH] = PAZ_KEY_MONTH, [PAZ_AXIS_YEAR] = PAZ_KEY_MONTH,
  };

  return merged && axis == PAZ_AXIS_CONTRIBUTOR ? -1 : keys[axis];
}

void
paz_cross_ask (PazCrossWork           *work,
               const PazFiguresFilter *filter,
               gboolean                merged,
               PazCrossPart           *part)
{
  int row_key = get_key (work->rows.axis, merged), column_key = get_key (work->columns.axis, merged);
  PazKey keys[2];
  guint n = 0;

  *part = (PazCrossPart) { NULL, -1, -1, merged };
  if (row_key >= 0)
    {
      part->row_position = (int) n;
      keys[n++] = (PazKey) row_key;
    }
  if (column_key >= 0)
    {
      /* Month and year side by side are one key. */
      part->column_position = row_key == column_key ? 0 : (int) n;
      if (row_key != column_key)
        keys[n++] = (PazKey) column_key;
    }
  part->pivot = paz_figures_pivot (work->figures, keys, n, filter);
}

/* ---- heads ---- */

static char *
dup_head_name (PazCrossWork *work,
               PazAxis       axis,
               const char   *key)
{
  PazCatalogue *catalogue = work->cross->catalogue;

  switch (axis)
    {
    case PAZ_AXIS_NONE:
      return g_strdup (paz_catalogue_ptext (catalogue, "figures", paz_ask_get_label (work->cross->choice->ask)));
    case PAZ_AXIS_CONTRIBUTOR:
      return paz_figures_dup_contributor_name (work->figures, key, catalogue);
    case PAZ_AXIS_MISSION:
    case PAZ_AXIS_YEAR:
      return g_strdup (key);
    case PAZ_AXIS_TYPE:
      return paz_figures_dup_type_name (work->figures, key, catalogue);
    case PAZ_AXIS_SEX:
      if (*key == 'u')
        return g_strdup (paz_catalogue_ptext (catalogue, "figures", NC_("figures", "Sex not told")));
      return g_strdup (paz_catalogue_ptext (catalogue, "figures",
                                            paz_ask_get_label (*key == 'f' ? PAZ_ASK_WOMEN : PAZ_ASK_MEN)));
    case PAZ_AXIS_CATEGORY:
      return paz_figures_dup_category_name (work->figures, key, catalogue);
    case PAZ_AXIS_MONTH:
      return paz_catalogue_dup_date (catalogue, key);
    }

  g_return_val_if_reached (NULL);
}

static PazCrossHead *
add_head (PazCrossWork *work,
          PazCrossAxis *axis,
          const char   *key)
{
  PazCrossHead *head = g_new0 (PazCrossHead, 1);

  head->key = g_strdup (key);
  head->name = dup_head_name (work, axis->axis, key);
  g_ptr_array_add (axis->heads, head);

  return head;
}

static gboolean
has_untold (PazPivot *pivot)
{
  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    if (paz_pivot_get_row (pivot, i)->untold > 0)
      return TRUE;

  return FALSE;
}

static void
add_fixed_heads (PazCrossWork *work,
                 PazCrossAxis *axis,
                 PazPivot     *pivot)
{
  if (axis->axis == PAZ_AXIS_NONE)
    add_head (work, axis, "");
  if (axis->axis != PAZ_AXIS_SEX)
    return;
  add_head (work, axis, "female");
  add_head (work, axis, "male");
  if (has_untold (pivot))
    add_head (work, axis, "untold");
}

/* One head a code that occurs, in their order; the months of a year share theirs. */
static void
add_code (PazCrossWork    *work,
          PazCrossAxis    *axis,
          const PazFigure *figure,
          int              position)
{
  guint32 code = figure->codes[position];
  PazCrossHead *last = axis->heads->len > 0 ? axis->heads->pdata[axis->heads->len - 1] : NULL;
  char year[8];

  g_snprintf (year, sizeof year, "%u", paz_month_get_year (figure->month));
  if (axis->axis != PAZ_AXIS_YEAR || last == NULL || !g_str_equal (last->key, year))
    last = add_head (work, axis, axis->axis == PAZ_AXIS_YEAR ? year : figure->keys[position]);
  last->month = figure->month;
  axis->places[code] = axis->heads->len;
}

static void
add_heads (PazCrossWork       *work,
           PazCrossAxis       *axis,
           const PazCrossPart *part,
           int                 position)
{
  guint n = paz_figures_get_n_codes (work->figures, (PazKey) get_key (axis->axis, FALSE));
  g_autofree const PazFigure **found = g_new0 (const PazFigure *, n + 1);

  axis->places = g_new0 (guint32, n + 1);
  for (guint i = 0; i < paz_pivot_get_n_rows (part->pivot); i++)
    {
      const PazFigure *figure = paz_pivot_get_row (part->pivot, i);

      found[figure->codes[position]] = figure;
    }
  for (guint code = 0; code < n; code++)
    if (found[code] != NULL && (!PAZ_AXIS_IS_TIME (axis->axis) || work->wanted == NULL || work->wanted[code]))
      add_code (work, axis, found[code], position);
}

static int
compare_heads_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      catalogue)
{
  const PazCrossHead *one = *(const PazCrossHead * const *) a;
  const PazCrossHead *other = *(const PazCrossHead * const *) b;

  return paz_catalogue_compare (catalogue, one->name, other->name);
}

/* By name in the language; the other axes have an order of their own. */
static void
order_contributors (PazCrossWork *work,
                    PazCrossAxis *axis)
{
  guint n = paz_figures_get_n_codes (work->figures, PAZ_KEY_CONTRIBUTOR);
  g_autoptr (GPtrArray) before = g_ptr_array_copy (axis->heads, NULL, NULL);
  g_autoptr (GHashTable) after = g_hash_table_new (NULL, NULL);

  g_ptr_array_set_free_func (before, NULL);
  g_ptr_array_sort_with_data (axis->heads, compare_heads_cb, work->cross->catalogue);
  for (guint i = 0; i < axis->heads->len; i++)
    g_hash_table_insert (after, axis->heads->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint code = 0; code < n; code++)
    if (axis->places[code] > 0)
      axis->places[code] = GPOINTER_TO_UINT (g_hash_table_lookup (after, before->pdata[axis->places[code] - 1]));
}

void
paz_cross_make_heads (PazCrossWork       *work,
                      const PazCrossPart *part)
{
  PazCrossAxis *axes[] = { &work->rows, &work->columns };
  const int positions[] = { part->row_position, part->column_position };

  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      if (positions[i] >= 0)
        add_heads (work, axes[i], part, positions[i]);
      else
        add_fixed_heads (work, axes[i], part->pivot);
      if (axes[i]->axis == PAZ_AXIS_CONTRIBUTOR)
        order_contributors (work, axes[i]);
    }
}

/* ---- places ---- */

/* From 1; sex has all in the first. */
static guint
get_place (const PazCrossAxis *axis,
           const PazFigure    *figure,
           int                 position)
{
  return position < 0 ? 1 : axis->places[figure->codes[position]];
}

gboolean
paz_cross_find_place (PazCrossWork       *work,
                      const PazCrossPart *part,
                      const PazFigure    *figure,
                      guint              *row,
                      guint              *column)
{
  guint at_row = get_place (&work->rows, figure, part->row_position);
  guint at_column = get_place (&work->columns, figure, part->column_position);

  *row = at_row - 1;
  *column = at_column - 1;

  return at_row > 0 && at_column > 0;
}
