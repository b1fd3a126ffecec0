#include "paz-cross-private.h"

#include "base/paz-date.h"

#include <math.h>

typedef struct
{
  guint64  female;
  guint64  male;
  gboolean known;
} Sum;

typedef struct
{
  PazFigures *figures;
  PazCross *cross;
  PazFiguresFilter filter;     /* of the choice, months resolved */
  char **codes;                /* of the set or the choice; NULL: all */
  GHashTable *years;           /* last month with figures of each, when a year is an axis */
  GHashTable *row_index;       /* key to position + 1 */
  GHashTable *column_index;
} Work;

static void
head_free (PazCrossHead *head)
{
  g_free (head->key);
  g_free (head->name);
  g_free (head);
}

void
paz_cross_free (PazCross *self)
{
  paz_figures_choice_free (self->choice);
  paz_catalogue_unref (self->catalogue);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->gaps);
  g_free (self->cells);
  g_free (self->row_totals);
  g_free (self->column_totals);
  g_free (self->title);
  g_free (self->headline);
  g_free (self->coverage);
  g_free (self);
}

const PazCrossCell *
paz_cross_get (const PazCross *self,
               guint           row,
               guint           column)
{
  return &self->cells[row * self->columns->len + column];
}

/* ---- who is meant ---- */

static gboolean
is_flagged (PazRecord  *record,
            const char *field)
{
  GVariant *value = paz_record_get_value (record, paz_kind_find_field (paz_record_get_kind (record), field));

  return value != NULL && g_variant_get_boolean (value);
}

static gboolean
is_in_set (PazRecord          *state,
           const char         *set,
           const char * const *signatories)
{
  if (g_str_equal (set, "signatories"))
    return signatories != NULL && g_strv_contains (signatories, paz_record_get_text (state, "code"));
  if (g_str_equal (set, "alcopaz"))
    return is_flagged (state, "alcopaz_member");

  return g_str_equal (set, "region") || g_strcmp0 (paz_record_get_text (state, "subregion"), set) == 0;
}

/* NULL: the whole world. */
static char **
list_codes (PazFigures             *figures,
            const PazFiguresChoice *choice,
            const char * const     *signatories)
{
  GPtrArray *participants = paz_figures_get_participants (figures);
  GPtrArray *codes;

  if (choice->contributors != NULL)
    return g_strdupv (choice->contributors);
  if (g_str_equal (choice->set, "world"))
    return NULL;
  codes = g_ptr_array_new ();
  for (guint i = 0; i < participants->len; i++)
    {
      PazRecord *record = g_ptr_array_index (participants, i);
      const char *code = paz_record_get_text (record, "code");

      if (code != NULL && paz_figures_is_region (figures, code) && is_in_set (record, choice->set, signatories))
        g_ptr_array_add (codes, g_strdup (code));
    }
  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_free (codes, FALSE);
}

/* ---- keys ---- */

static gboolean
get_key (PazAxis  axis,
         PazKey  *key)
{
  static const int keys[PAZ_N_AXES] = {
    [PAZ_AXIS_NONE] = -1, [PAZ_AXIS_CONTRIBUTOR] = PAZ_KEY_CONTRIBUTOR, [PAZ_AXIS_MISSION] = PAZ_KEY_MISSION,
    [PAZ_AXIS_TYPE] = PAZ_KEY_PERSONNEL_TYPE, [PAZ_AXIS_SEX] = -1, [PAZ_AXIS_CATEGORY] = PAZ_KEY_CATEGORY,
    [PAZ_AXIS_MONTH] = PAZ_KEY_MONTH, [PAZ_AXIS_YEAR] = PAZ_KEY_MONTH,
  };

  if (keys[axis] >= 0)
    *key = (PazKey) keys[axis];

  return keys[axis] >= 0;
}

static gboolean
is_wanted_month (Work    *work,
                 guint16  month)
{
  return work->years == NULL || work->cross->choice->ask == PAZ_ASK_PERSON_MONTHS ||
         GPOINTER_TO_UINT (g_hash_table_lookup (work->years, GUINT_TO_POINTER (paz_month_get_year (month)))) == month;
}

/* What a figure is called on an axis; position: of the axis's key in the pivot. */
static const char *
get_text (PazAxis          axis,
          const PazFigure *figure,
          int              position,
          char             buffer[8])
{
  if (axis == PAZ_AXIS_YEAR)
    {
      g_snprintf (buffer, 8, "%u", paz_month_get_year (figure->month));
      return buffer;
    }

  return position >= 0 ? figure->keys[position] : "";
}

/* ---- heads ---- */

static char *
dup_head_name (Work       *work,
               PazAxis     axis,
               const char *key)
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
      return g_strdup (paz_catalogue_ptext (catalogue, "figures",
                                            paz_ask_get_label (*key == 'f' ? PAZ_ASK_WOMEN : PAZ_ASK_MEN)));
    case PAZ_AXIS_CATEGORY:
      return paz_figures_dup_category_name (work->figures, key, catalogue);
    case PAZ_AXIS_MONTH:
      return paz_catalogue_dup_date (catalogue, key);
    }

  g_return_val_if_reached (NULL);
}

static void
add_head (Work       *work,
          PazAxis     axis,
          GPtrArray  *heads,
          GHashTable *index,
          const char *key,
          guint16     month)
{
  PazCrossHead *head;

  if (g_hash_table_contains (index, key))
    return;
  head = g_new0 (PazCrossHead, 1);
  head->key = g_strdup (key);
  head->name = dup_head_name (work, axis, key);
  head->month = month;
  g_ptr_array_add (heads, head);
  g_hash_table_insert (index, head->key, GUINT_TO_POINTER (heads->len));
}

static void
add_fixed_heads (Work       *work,
                 PazAxis     axis,
                 GPtrArray  *heads,
                 GHashTable *index)
{
  if (axis == PAZ_AXIS_NONE)
    add_head (work, axis, heads, index, "", 0);
  if (axis != PAZ_AXIS_SEX)
    return;
  add_head (work, axis, heads, index, "female", 0);
  add_head (work, axis, heads, index, "male", 0);
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

static void
order_heads (Work       *work,
             PazAxis     axis,
             GPtrArray  *heads,
             GHashTable *index)
{
  if (axis == PAZ_AXIS_CONTRIBUTOR)
    g_ptr_array_sort_with_data (heads, compare_heads_cb, work->cross->catalogue);
  g_hash_table_remove_all (index);
  for (guint i = 0; i < heads->len; i++)
    g_hash_table_insert (index, ((PazCrossHead *) heads->pdata[i])->key, GUINT_TO_POINTER (i + 1));
}

/* ---- sums ---- */

static guint
find (GHashTable *index,
      const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (index, key));
}

static void
add_sum (Sum     *sum,
         guint64  female,
         guint64  male)
{
  sum->female += female;
  sum->male += male;
  sum->known = TRUE;
}

/* The figures of the filter by both axes, summed into rows x columns; with `heads` the axes are
 * made from what there is. An axis of contributors that `merged` asks for is one place, for what a
 * share is a share of. */
typedef struct
{
  PazAxis  rows, columns;
  int      row_position, column_position;
  gboolean merged;
} Layout;

static PazPivot *
pivot (Work                   *work,
       const PazFiguresFilter *filter,
       gboolean                merged,
       Layout                 *layout)
{
  PazKey keys[2];
  guint n = 0;

  *layout = (Layout) { work->cross->choice->rows, work->cross->choice->columns, -1, -1, merged };
  if (get_key (layout->rows, &keys[n]) && !(merged && keys[n] == PAZ_KEY_CONTRIBUTOR))
    layout->row_position = (int) n++;
  if (get_key (layout->columns, &keys[n]) && !(merged && keys[n] == PAZ_KEY_CONTRIBUTOR))
    {
      /* Month and year side by side are one key. */
      if (n == 1 && keys[0] == keys[1])
        layout->column_position = 0;
      else
        layout->column_position = (int) n++;
    }

  return paz_figures_pivot (work->figures, keys, n, filter);
}

static void
make_heads (Work     *work,
            PazPivot *pivot,
            Layout   *layout)
{
  PazCross *cross = work->cross;

  add_fixed_heads (work, layout->rows, cross->rows, work->row_index);
  add_fixed_heads (work, layout->columns, cross->columns, work->column_index);
  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *figure = paz_pivot_get_row (pivot, i);
      char buffer[8];

      if (!is_wanted_month (work, figure->month))
        continue;
      if (layout->row_position >= 0)
        add_head (work, layout->rows, cross->rows, work->row_index,
                  get_text (layout->rows, figure, layout->row_position, buffer), figure->month);
      if (layout->column_position >= 0)
        add_head (work, layout->columns, cross->columns, work->column_index,
                  get_text (layout->columns, figure, layout->column_position, buffer), figure->month);
    }
  order_heads (work, layout->rows, cross->rows, work->row_index);
  order_heads (work, layout->columns, cross->columns, work->column_index);
}

static guint
get_place (PazAxis          axis,
           GHashTable      *index,
           const PazFigure *figure,
           int              position,
           gboolean         merged)
{
  char buffer[8];

  if (axis == PAZ_AXIS_NONE || axis == PAZ_AXIS_SEX || (merged && axis == PAZ_AXIS_CONTRIBUTOR))
    return 1;

  return find (index, get_text (axis, figure, position, buffer));
}

/* Places of sums: row * columns + column; sex has both in one place. */
static Sum *
sum (Work            *work,
     PazPivot        *pivot,
     const Layout    *layout)
{
  guint n_columns = work->cross->columns->len;
  Sum *sums = g_new0 (Sum, MAX (1, work->cross->rows->len * n_columns));

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *figure = paz_pivot_get_row (pivot, i);
      guint row, column;

      if (!is_wanted_month (work, figure->month))
        continue;
      row = get_place (layout->rows, work->row_index, figure, layout->row_position, layout->merged);
      column = get_place (layout->columns, work->column_index, figure, layout->column_position, layout->merged);
      if (row > 0 && column > 0)
        add_sum (&sums[(row - 1) * n_columns + column - 1], figure->female, figure->male);
    }

  return sums;
}

static const Sum *
get_sum (Work      *work,
         const Sum *sums,
         gboolean   merged,
         guint      row,
         guint      column)
{
  PazAxis rows = work->cross->choice->rows, columns = work->cross->choice->columns;

  if (rows == PAZ_AXIS_SEX || (merged && rows == PAZ_AXIS_CONTRIBUTOR))
    row = 0;
  if (columns == PAZ_AXIS_SEX || (merged && columns == PAZ_AXIS_CONTRIBUTOR))
    column = 0;

  return &sums[row * work->cross->columns->len + column];
}

/* ---- cells ---- */

static char
get_sex (Work  *work,
         guint  row,
         guint  column)
{
  PazCross *cross = work->cross;

  if (cross->choice->rows == PAZ_AXIS_SEX)
    return *((PazCrossHead *) cross->rows->pdata[row])->key;
  if (cross->choice->columns == PAZ_AXIS_SEX)
    return *((PazCrossHead *) cross->columns->pdata[column])->key;

  return '\0';
}

static guint64
get_part (const Sum *sum,
          char       sex)
{
  if (sex == 'f')
    return sum->female;
  if (sex == 'm')
    return sum->male;

  return sum->female + sum->male;
}

static PazCrossCell
make_cell (PazAsk     ask,
           const Sum *sum,
           const Sum *whole,
           char       sex)
{
  PazCrossCell cell = { sum->known, get_part (sum, sex), 0, NAN, NAN };

  if (!cell.known)
    return cell;
  if (ask == PAZ_ASK_WOMEN)
    cell.part = sum->female;
  else if (ask == PAZ_ASK_MEN)
    cell.part = sum->male;
  if (!paz_ask_is_share (ask))
    {
      cell.value = (double) cell.part;
      return cell;
    }
  if (ask == PAZ_ASK_SHARE_OF_WOMEN)
    {
      cell.part = sex == 'm' ? sum->male : sum->female;
      cell.base = sum->female + sum->male;
    }
  else
    {
      cell.known = whole->known;
      cell.base = get_part (whole, sex);
    }
  cell.value = cell.known && cell.base > 0 ? (double) cell.part / (double) cell.base : NAN;

  return cell;
}

static void
fill_cells (Work      *work,
            const Sum *sums,
            const Sum *wholes)
{
  PazCross *cross = work->cross;
  static const Sum none;

  cross->cells = g_new0 (PazCrossCell, MAX (1, cross->rows->len * cross->columns->len));
  for (guint i = 0; i < cross->rows->len; i++)
    for (guint j = 0; j < cross->columns->len; j++)
      cross->cells[i * cross->columns->len + j] =
        make_cell (cross->choice->ask, get_sum (work, sums, FALSE, i, j),
                   wholes != NULL ? get_sum (work, wholes, TRUE, i, j) : &none, get_sex (work, i, j));
}

static gboolean
is_summed (PazAxis axis,
           PazAsk  ask)
{
  return axis != PAZ_AXIS_NONE && !paz_ask_is_rank (ask) && !(axis == PAZ_AXIS_SEX && paz_ask_is_share (ask)) &&
         (!PAZ_AXIS_IS_TIME (axis) || ask == PAZ_ASK_PERSON_MONTHS);
}

/* The whole behind a total: shared where the summed axis is that of contributors, else added up. */
static PazCrossCell
total (Work      *work,
       const Sum *sums,
       const Sum *wholes,
       gboolean   of_row,
       guint      n)
{
  PazCross *cross = work->cross;
  PazAxis axis = of_row ? cross->choice->columns : cross->choice->rows;
  guint last = of_row ? cross->columns->len : cross->rows->len;
  Sum all = { 0 }, whole = { 0 };

  if (axis == PAZ_AXIS_SEX)
    last = 1;
  for (guint i = 0; i < last; i++)
    {
      const Sum *one = get_sum (work, sums, FALSE, of_row ? n : i, of_row ? i : n);
      const Sum *other = wholes != NULL ? get_sum (work, wholes, TRUE, of_row ? n : i, of_row ? i : n) : NULL;

      if (one->known)
        add_sum (&all, one->female, one->male);
      if (other != NULL && other->known && (i == 0 || axis != PAZ_AXIS_CONTRIBUTOR))
        add_sum (&whole, other->female, other->male);
    }

  return make_cell (cross->choice->ask, &all, &whole, axis == PAZ_AXIS_SEX ? '\0' : get_sex (work, of_row ? n : 0, of_row ? 0 : n));
}

static void
fill_totals (Work      *work,
             const Sum *sums,
             const Sum *wholes)
{
  PazCross *cross = work->cross;
  const PazFiguresChoice *choice = cross->choice;

  if (is_summed (choice->columns, choice->ask) && cross->columns->len > 1)
    cross->row_totals = g_new0 (PazCrossCell, MAX (1, cross->rows->len));
  if (is_summed (choice->rows, choice->ask) && cross->rows->len > 1)
    cross->column_totals = g_new0 (PazCrossCell, cross->columns->len);
  for (guint i = 0; cross->row_totals != NULL && i < cross->rows->len; i++)
    cross->row_totals[i] = total (work, sums, wholes, TRUE, i);
  for (guint i = 0; cross->column_totals != NULL && i < cross->columns->len; i++)
    cross->column_totals[i] = total (work, sums, wholes, FALSE, i);
}

/* ---- ranks ---- */

/* Position of each contributor among all of the filter, by total; ties share a number. */
static void
fill_ranks (Work *work)
{
  PazCross *cross = work->cross;
  gboolean by_row = cross->choice->rows == PAZ_AXIS_CONTRIBUTOR;
  guint n_groups = by_row ? cross->columns->len : cross->rows->len;
  g_autofree GArray **groups = g_new0 (GArray *, MAX (1, n_groups));
  PazFiguresFilter filter = work->filter;
  Layout layout;
  g_autoptr (PazPivot) all = NULL;

  filter.contributors = NULL;
  filter.region_only = cross->choice->ask == PAZ_ASK_RANK_IN_REGION;
  all = pivot (work, &filter, FALSE, &layout);
  for (guint i = 0; i < n_groups; i++)
    groups[i] = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < paz_pivot_get_n_rows (all); i++)
    {
      const PazFigure *figure = paz_pivot_get_row (all, i);
      guint64 people = figure->female + figure->male;
      guint group = by_row ? get_place (layout.columns, work->column_index, figure, layout.column_position, FALSE)
                           : get_place (layout.rows, work->row_index, figure, layout.row_position, FALSE);

      if (group > 0 && people > 0 && is_wanted_month (work, figure->month))
        g_array_append_val (groups[group - 1], people);
    }
  for (guint i = 0; i < cross->rows->len * cross->columns->len; i++)
    {
      PazCrossCell *cell = &cross->cells[i];
      GArray *group = groups[by_row ? i % cross->columns->len : i / cross->columns->len];
      guint rank = 1;

      for (guint j = 0; j < group->len; j++)
        rank += g_array_index (group, guint64, j) > cell->part;
      cell->base = group->len;
      cell->value = cell->known && cell->part > 0 ? rank : NAN;
    }
  for (guint i = 0; i < n_groups; i++)
    g_array_unref (groups[i]);
}

/* ---- months ---- */

static void
note_gaps (PazCross *cross,
           PazPivot *months)
{
  guint16 before = 0;

  for (guint i = 0; i < paz_pivot_get_n_rows (months); i++)
    {
      guint16 month = paz_pivot_get_row (months, i)->month;

      for (guint16 gap = before + 1; before != 0 && gap < month; gap++)
        g_array_append_val (cross->gaps, gap);
      before = month;
    }
}

/* Months of those who are meant; without an axis of time the last of them speaks alone, since month
 * ends do not add up to people. */
static void
resolve_months (Work *work)
{
  static const PazKey keys[] = { PAZ_KEY_MONTH };
  PazCross *cross = work->cross;
  const PazFiguresChoice *choice = cross->choice;
  PazFiguresFilter filter = { .from = choice->from, .to = choice->to, .contributors = work->filter.contributors };
  g_autoptr (PazPivot) months = paz_figures_pivot (work->figures, keys, 1, &filter);
  guint n = paz_pivot_get_n_rows (months);
  gboolean over_time = PAZ_AXIS_IS_TIME (choice->rows) || PAZ_AXIS_IS_TIME (choice->columns);

  if (n == 0)
    return;
  cross->from = paz_pivot_get_row (months, 0)->month;
  cross->to = paz_pivot_get_row (months, n - 1)->month;
  if (over_time || choice->ask == PAZ_ASK_PERSON_MONTHS)
    note_gaps (cross, months);
  else
    cross->from = cross->to;
  work->filter.from = cross->from;
  work->filter.to = cross->to;
  if (choice->rows != PAZ_AXIS_YEAR && choice->columns != PAZ_AXIS_YEAR)
    return;
  work->years = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      guint16 month = paz_pivot_get_row (months, i)->month;

      g_hash_table_insert (work->years, GUINT_TO_POINTER (paz_month_get_year (month)), GUINT_TO_POINTER (month));
    }
}

/* ---- shares ---- */

/* TRUE when the month's figures hold more than the region. */
static gboolean
covers_world (Work    *work,
              guint16  month)
{
  const PazFiguresFilter all = { .from = month, .to = month };
  const PazFiguresFilter region = { .from = month, .to = month, .region_only = TRUE };
  static const PazKey keys[] = { PAZ_KEY_CONTRIBUTOR };
  g_autoptr (PazPivot) every = paz_figures_pivot (work->figures, keys, 1, &all);
  g_autoptr (PazPivot) some = paz_figures_pivot (work->figures, keys, 1, &region);

  return paz_pivot_get_n_rows (every) > paz_pivot_get_n_rows (some);
}

static void
blank (Work    *work,
       guint    row,
       guint    column,
       Sum     *wholes)
{
  Sum *whole = (Sum *) get_sum (work, wholes, TRUE, row, column);

  whole->known = FALSE;
}

/* Months that hold the region alone have no world to share. */
static void
blank_regional (Work *work,
                Sum  *wholes)
{
  PazCross *cross = work->cross;
  PazAxis rows = cross->choice->rows;
  gboolean over_time = PAZ_AXIS_IS_TIME (rows) || PAZ_AXIS_IS_TIME (cross->choice->columns);
  GPtrArray *times = PAZ_AXIS_IS_TIME (rows) ? cross->rows : cross->columns;

  if (!over_time)
    {
      for (guint i = 0; !covers_world (work, cross->to) && i < cross->rows->len * cross->columns->len; i++)
        wholes[i].known = FALSE;
      return;
    }
  for (guint i = 0; i < times->len; i++)
    if (!covers_world (work, ((PazCrossHead *) times->pdata[i])->month))
      for (guint j = 0; j < (times == cross->rows ? cross->columns->len : cross->rows->len); j++)
        blank (work, times == cross->rows ? i : j, times == cross->rows ? j : i, wholes);
}

static Sum *
sum_wholes (Work *work)
{
  PazAsk ask = work->cross->choice->ask;
  PazFiguresFilter filter = work->filter;
  Layout layout;
  g_autoptr (PazPivot) all = NULL;
  Sum *wholes;

  if (ask != PAZ_ASK_SHARE_OF_REGION && ask != PAZ_ASK_SHARE_OF_WORLD)
    return NULL;
  filter.contributors = NULL;
  filter.region_only = ask == PAZ_ASK_SHARE_OF_REGION;
  all = pivot (work, &filter, TRUE, &layout);
  wholes = sum (work, all, &layout);
  if (ask == PAZ_ASK_SHARE_OF_WORLD)
    blank_regional (work, wholes);

  return wholes;
}

static void
take_target (PazCross        *cross,
             const PazParity *parity)
{
  for (guint i = 0; i < cross->rows->len; i++)
    if (g_str_equal (((PazCrossHead *) cross->rows->pdata[i])->key, parity->category))
      for (guint j = 0; j < cross->columns->len; j++)
        cross->cells[i * cross->columns->len + j].target = parity->target / 100;
}

/* Targets are by category and year. */
static void
fill_targets (Work *work)
{
  PazCross *cross = work->cross;
  g_autoptr (GPtrArray) parities = NULL;

  if (cross->choice->ask != PAZ_ASK_SHARE_OF_WOMEN || cross->choice->rows != PAZ_AXIS_CATEGORY ||
      PAZ_AXIS_IS_TIME (cross->choice->columns) || cross->choice->columns == PAZ_AXIS_SEX)
    return;
  parities = paz_figures_parity (work->figures, cross->to, &work->filter);
  for (guint i = 0; i < parities->len; i++)
    if (((PazParity *) parities->pdata[i])->contributor == NULL)
      take_target (cross, parities->pdata[i]);
}

/* ---- what it says ---- */

static void
count_reported (Work               *work,
                const char * const *codes)
{
  static const PazKey keys[] = { PAZ_KEY_CONTRIBUTOR };
  PazCross *cross = work->cross;
  const PazFiguresFilter filter = { .from = cross->to, .to = cross->to, .contributors = codes };
  const PazFiguresFilter region = { .from = cross->to, .to = cross->to, .region_only = TRUE };
  g_autoptr (PazPivot) present = paz_figures_pivot (work->figures, keys, 1, &filter);
  g_autoptr (PazPivot) others = paz_figures_pivot (work->figures, keys, 1, &region);
  guint64 women = 0, base = 0;
  guint rank = 1;

  for (guint i = 0; i < paz_pivot_get_n_rows (present); i++)
    {
      const PazFigure *figure = paz_pivot_get_row (present, i);

      women += figure->female;
      base += figure->female + figure->male;
    }
  for (guint i = 0; i < paz_pivot_get_n_rows (others); i++)
    rank += paz_pivot_get_row (others, i)->female + paz_pivot_get_row (others, i)->male > base;
  cross->n_reported = paz_pivot_get_n_rows (present);
  cross->n_expected = codes != NULL ? g_strv_length ((char **) codes) : 0;
  paz_cross_say (cross, work->figures, women, base, rank);
}

/* A rank needs somebody to rank, one axis is not said twice. */
static void
make_possible (PazFiguresChoice *choice)
{
  if (choice->rows == PAZ_AXIS_NONE && choice->columns != PAZ_AXIS_NONE)
    {
      choice->rows = choice->columns;
      choice->columns = PAZ_AXIS_NONE;
    }
  if (choice->columns == choice->rows)
    choice->columns = PAZ_AXIS_NONE;
  if (!paz_ask_is_rank (choice->ask) || choice->rows == PAZ_AXIS_CONTRIBUTOR ||
      choice->columns == PAZ_AXIS_CONTRIBUTOR)
    return;
  choice->columns = PAZ_AXIS_CONTRIBUTOR;
}

static void
compute (Work *work)
{
  Layout layout;
  g_autoptr (PazPivot) all = pivot (work, &work->filter, FALSE, &layout);
  g_autofree Sum *sums = NULL;
  g_autofree Sum *wholes = NULL;

  make_heads (work, all, &layout);
  sums = sum (work, all, &layout);
  wholes = sum_wholes (work);
  fill_cells (work, sums, wholes);
  fill_totals (work, sums, wholes);
  fill_targets (work);
  if (paz_ask_is_rank (work->cross->choice->ask))
    fill_ranks (work);
}

PazCross *
paz_cross_new (PazFigures             *figures,
               const PazFiguresChoice *choice,
               const char * const     *signatories,
               PazCatalogue           *catalogue)
{
  PazCross *self = g_new0 (PazCross, 1);
  g_auto (GStrv) codes = list_codes (figures, choice, signatories);
  g_autoptr (GHashTable) row_index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) column_index = g_hash_table_new (g_str_hash, g_str_equal);
  Work work = { .figures = figures, .cross = self, .row_index = row_index, .column_index = column_index };

  self->choice = paz_figures_choice_copy (choice);
  self->catalogue = paz_catalogue_ref (catalogue);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) head_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) head_free);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (guint16));
  make_possible (self->choice);
  work.filter.contributors = (const char * const *) codes;
  work.filter.missions = (const char * const *) choice->missions;
  work.filter.types = (const char * const *) choice->types;
  resolve_months (&work);
  if (self->to != 0)
    compute (&work);
  paz_cross_order (self);
  count_reported (&work, (const char * const *) codes);
  g_clear_pointer (&work.years, g_hash_table_unref);

  return self;
}

char **
paz_figures_list_signatories (PazStore          *store,
                              const PazAudience *audience)
{
  const PazKind *kind = paz_kind_find ("membership");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  paz_query_add_condition (query, paz_kind_find_field (kind, "standing"), PAZ_MATCH_IS, "signatory");
  records = paz_store_list_records (store, query, NULL);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);
      g_autoptr (PazRecord) state = paz_store_dup_record (store, paz_record_get_container (record), NULL);

      if (state != NULL && paz_record_get_text (state, "code") != NULL &&
          (audience == NULL || paz_release_may_see (paz_record_get_level (record), paz_record_get_list (record),
                                                    paz_record_get_owner (record), paz_record_get_owner (record),
                                                    audience)))
        g_strv_builder_add (codes, paz_record_get_text (state, "code"));
    }

  return g_strv_builder_end (codes);
}
