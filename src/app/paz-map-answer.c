#include "paz-map-answer-private.h"

#include "base/paz-date.h"

#include <math.h>
#include <string.h>

static void
row_free (PazMapRow *row)
{
  g_free (row->key);
  g_free (row->name);
  g_free (row->number);
  g_free (row->remark);
  g_free (row);
}

/* ---- what the fillers use ---- */

void
paz_map_work_put (PazMapWork *work,
                  const char *key,
                  char       *name,
                  double      value,
                  char       *remark)
{
  PazMap *map = work->answer->map;
  PazMapRow *row = g_new0 (PazMapRow, 1);

  row->key = g_strdup (key);
  row->name = name;
  row->value = value;
  row->remark = remark;
  row->placed = paz_map_has_key (map, key);
  if (row->placed)
    paz_map_set_value (map, key, value);
  row->number = row->placed ? paz_map_dup_number (map, key, work->catalogue) : paz_map_work_dup_count (work, value);
  g_ptr_array_add (work->answer->rows, row);
  if (isnan (value))
    return;
  work->n_known++;
  work->n_above += value > 0;
  work->total += value;
}

void
paz_map_work_put_none (PazMapWork *work,
                       const char *key)
{
  paz_map_work_put (work, key, paz_map_dup_name (work->answer->map, key, work->catalogue), NAN,
                    g_strdup (paz_map_get_absent_title (work->answer->map, work->catalogue)));
  paz_map_set_absent (work->answer->map, key);
}

void
paz_map_work_note (PazMapWork *work,
                   char       *sentence)
{
  char *note = work->answer->note;

  work->answer->note = note == NULL ? g_strdup (sentence) : g_strjoin (" ", note, sentence, NULL);
  g_free (note);
  g_free (sentence);
}

char *
paz_map_work_dup_month (PazMapWork *work,
                        guint16     month)
{
  char iso[8];

  return paz_catalogue_dup_date (work->catalogue, paz_month_format (month, iso));
}

char *
paz_map_work_dup_count (PazMapWork *work,
                        double      count)
{
  return isnan (count) ? g_strdup ("–") : paz_catalogue_dup_integer (work->catalogue, (gint64) llround (count));
}

void
paz_map_work_raise (PazMapWork *work,
                    PazLevel    level)
{
  work->answer->level = MAX (work->answer->level, level);
}

/* ---- the whole ---- */

static int
compare_rows_cb (gconstpointer a,
                 gconstpointer b,
                 gpointer      catalogue)
{
  const PazMapRow *one = *(PazMapRow * const *) a;
  const PazMapRow *other = *(PazMapRow * const *) b;

  if (isnan (one->value) != isnan (other->value))
    return isnan (one->value) ? 1 : -1;
  if (!isnan (one->value) && one->value != other->value)
    return one->value < other->value ? 1 : -1;

  return paz_catalogue_compare (catalogue, one->name, other->name);
}

static void
add_part (GString    *title,
          const char *part)
{
  if (part != NULL)
    g_string_append_printf (title, " · %s", part);
}

/* "Women deployed · March 2014 · Troops · MINUSTAH" */
static char *
dup_title (PazMapWork *work)
{
  const PazMapChoice *choice = work->choice;
  PazFigures *figures = work->facts->figures;
  gboolean of_facts = (paz_map_figure_get_flags (choice->figure) & PAZ_MAP_HAS_FACTS) != 0;
  g_autofree char *month = work->answer->month != 0 ? paz_map_work_dup_month (work, work->answer->month) : NULL;
  g_autofree char *type = of_facts && choice->type != NULL
                            ? paz_figures_dup_type_name (figures, choice->type, work->catalogue) : NULL;
  g_autofree char *state = choice->missions && choice->state != NULL
                             ? paz_figures_dup_contributor_name (figures, choice->state, work->catalogue) : NULL;
  GString *title = g_string_new (paz_catalogue_ptext (work->catalogue, "map figure",
                                                      paz_map_figure_get_label (choice->figure)));

  add_part (title, month);
  add_part (title, type);
  add_part (title, state);
  if (of_facts && !choice->missions)
    add_part (title, choice->mission);

  return g_string_free (title, FALSE);
}

static PazLevel
get_facts_level (PazFigures *figures)
{
  GPtrArray *lists[] = { paz_figures_get_data_sets (figures), paz_figures_get_targets (figures) };
  PazLevel level = PAZ_LEVEL_PUBLIC;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      level = MAX (level, paz_record_get_level (g_ptr_array_index (lists[i], j)));

  return level;
}

static PazChartUnit
get_unit (PazMapFigure figure)
{
  if (figure == PAZ_MAP_SHARE_OF_WOMEN)
    return PAZ_CHART_SHARE;

  return figure == PAZ_MAP_AGAINST_TARGET ? PAZ_CHART_DECIMAL : PAZ_CHART_COUNT;
}

static void
name_values (PazMapWork *work)
{
  PazMapFigure figure = work->choice->figure;
  PazMap *map = work->answer->map;
  gboolean of_records = (paz_map_figure_get_flags (figure) & PAZ_MAP_HAS_RECORDS) != 0;

  paz_map_set_value_title (map,
                           figure == PAZ_MAP_AGAINST_TARGET
                             ? paz_catalogue_ptext (work->catalogue, "map", NC_("map", "Percentage points from the target"))
                             : paz_catalogue_ptext (work->catalogue, "map figure", paz_map_figure_get_label (figure)),
                           get_unit (figure));
  paz_map_set_absent_title (map, of_records
                                   ? paz_catalogue_ptext (work->catalogue, "map", NC_("map", "Nothing recorded"))
                                   : paz_catalogue_ptext (work->catalogue, "map", NC_("map", "Nobody deployed")));
  if (figure == PAZ_MAP_AGAINST_TARGET || figure == PAZ_MAP_CHANGE)
    paz_map_set_centre (map, 0);
}

PazMapAnswer *
paz_map_answer_new (PazMapFacts        *facts,
                    const PazMapChoice *choice,
                    PazCatalogue       *catalogue)
{
  PazMapAnswer *self = g_new0 (PazMapAnswer, 1);
  PazMapWork work = { facts, choice, catalogue, self };
  PazMapFigureFlags flags = paz_map_figure_get_flags (choice->figure);

  self->map = choice->missions ? paz_map_new_missions () : paz_map_new_states ();
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->month = flags & (PAZ_MAP_HAS_FACTS | PAZ_MAP_HAS_RECORDS) ? paz_map_facts_get_month (facts, choice->month) : 0;
  name_values (&work);
  if (flags & PAZ_MAP_HAS_FACTS)
    paz_map_work_raise (&work, get_facts_level (facts->figures));
  if (choice->missions)
    paz_map_missions_fill (&work);
  else
    paz_map_states_fill (&work);
  g_ptr_array_sort_with_data (self->rows, compare_rows_cb, catalogue);
  self->title = dup_title (&work);

  return self;
}

void
paz_map_answer_free (PazMapAnswer *self)
{
  paz_map_unref (self->map);
  g_ptr_array_unref (self->rows);
  g_free (self->title);
  g_free (self->coverage);
  g_free (self->note);
  g_free (self);
}

void
paz_map_answer_sign (PazMapAnswer *self)
{
  paz_map_set_title (self->map, self->title);
  paz_map_set_note (self->map, self->note);
}

PazMapRow *
paz_map_answer_find (PazMapAnswer *self,
                     const char   *key)
{
  for (guint i = 0; key != NULL && i < self->rows->len; i++)
    if (g_str_equal (((PazMapRow *) self->rows->pdata[i])->key, key))
      return self->rows->pdata[i];

  return NULL;
}
