/* Rows of one month's pivot under their names, in the order of the report's language. */
#include "paz-edition.h"

static void
line_free (gpointer data)
{
  PazLine *self = data;

  g_free (self->owned);
  g_free (self);
}

/* NULL for contributors, whose names the edition keeps. */
static char *
dup_name (PazEdition *edition,
          PazKey      key,
          const char *value)
{
  switch (key)
    {
    case PAZ_KEY_CONTRIBUTOR:
      return NULL;
    case PAZ_KEY_MISSION:
      return paz_figures_dup_mission_name (edition->figures, value, edition->catalogue);
    case PAZ_KEY_PERSONNEL_TYPE:
      return paz_figures_dup_type_name (edition->figures, value, edition->catalogue);
    case PAZ_KEY_CATEGORY:
      return paz_figures_dup_category_name (edition->figures, value, edition->catalogue);
    case PAZ_KEY_MONTH:
      return g_strdup (value);
    }

  g_return_val_if_reached (NULL);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      catalogue)
{
  const PazLine *one = *(const PazLine * const *) a;
  const PazLine *other = *(const PazLine * const *) b;
  int order = paz_catalogue_compare (catalogue, one->name, other->name);

  return order != 0 ? order : strcmp (one->key, other->key);
}

/* Missions are looked for by acronym, which stands in the first column. */
static int
compare_keys_cb (gconstpointer a,
                 gconstpointer b,
                 gpointer      catalogue)
{
  const PazLine *one = *(const PazLine * const *) a;
  const PazLine *other = *(const PazLine * const *) b;

  return paz_catalogue_compare (catalogue, one->key, other->key);
}

/* The world's lines are compared with, not shown: names would cost more than all the rest. */
static void
name_line (PazEdition *edition,
           PazKey      key,
           PazLine    *line,
           gboolean    shown)
{
  if (shown)
    line->owned = dup_name (edition, key, line->key);
  if (line->owned != NULL)
    line->name = line->owned;
  else
    line->name = shown ? paz_edition_get_name (edition, line->key) : line->key;
}

GPtrArray *
paz_edition_list_lines (PazEdition *self,
                        PazKey      key,
                        gboolean    region_only)
{
  const PazFiguresFilter filter = { .from = self->month, .to = self->month, .region_only = region_only };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (self->figures, &key, 1, &filter);
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);
      PazLine *line = g_new0 (PazLine, 1);

      line->key = row->keys[0];
      name_line (self, key, line, region_only);
      line->female = row->female;
      line->male = row->male;
      line->untold = row->untold;
      line->in_region = key == PAZ_KEY_CONTRIBUTOR && paz_figures_is_region (self->figures, line->key);
      g_ptr_array_add (lines, line);
    }
  /* Types and categories keep the order of the strategy. */
  if (region_only && key == PAZ_KEY_CONTRIBUTOR)
    g_ptr_array_sort_with_data (lines, compare_names_cb, self->catalogue);
  else if (region_only && key == PAZ_KEY_MISSION)
    g_ptr_array_sort_with_data (lines, compare_keys_cb, self->catalogue);
  paz_lines_rank (lines);

  return lines;
}

const PazLine *
paz_lines_find (GPtrArray  *lines,
                const char *key)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const PazLine *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->key, key))
        return line;
    }

  return NULL;
}

void
paz_lines_sum (GPtrArray *lines,
               guint64   *female,
               guint64   *rest)
{
  *female = *rest = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const PazLine *line = g_ptr_array_index (lines, i);

      *female += line->female;
      *rest += line->male + line->untold;
    }
}

static int
compare_totals_cb (gconstpointer a,
                   gconstpointer b)
{
  const PazLine *one = *(const PazLine * const *) a;
  const PazLine *other = *(const PazLine * const *) b;

  if (PAZ_LINE_TOTAL (one) != PAZ_LINE_TOTAL (other))
    return PAZ_LINE_TOTAL (one) > PAZ_LINE_TOTAL (other) ? -1 : 1;

  return 0;
}

void
paz_lines_rank (GPtrArray *lines)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, lines, NULL, NULL);
  g_ptr_array_sort (sorted, compare_totals_cb);
  for (guint i = 0; i < sorted->len; i++)
    {
      PazLine *line = sorted->pdata[i];
      const PazLine *before = i > 0 ? sorted->pdata[i - 1] : NULL;

      line->rank = before != NULL && PAZ_LINE_TOTAL (before) == PAZ_LINE_TOTAL (line) ? before->rank : i + 1;
    }
}
