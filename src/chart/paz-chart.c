#include "paz-chart-private.h"

#include "base/paz-compat.h"
#include "base/paz-date.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (PazChart, paz_chart, paz_chart_ref, paz_chart_unref)

static const struct
{
  const char *key;
  const char *label;
} types[PAZ_N_CHART_TYPES] = {
  [PAZ_CHART_LINE] = { "line", NC_("chart", "Lines") },
  [PAZ_CHART_AREA] = { "area", NC_("chart", "Stacked areas") },
  [PAZ_CHART_COLUMNS] = { "columns", NC_("chart", "Columns") },
  [PAZ_CHART_STACKED] = { "stacked", NC_("chart", "Stacked columns") },
  [PAZ_CHART_BARS] = { "bars", NC_("chart", "Bars") },
  [PAZ_CHART_STACKED_BARS] = { "stacked-bars", NC_("chart", "Stacked bars") },
  [PAZ_CHART_DOTS] = { "dots", NC_("chart", "Dots against target") },
  [PAZ_CHART_HEAT] = { "heat", NC_("chart", "Heat table") },
  [PAZ_CHART_MULTIPLES] = { "multiples", NC_("chart", "Small charts") },
};

static void
series_free (PazSeries *self)
{
  g_free (self->name);
  g_free (self->values);
  g_free (self->targets);
  g_free (self->bases);
  g_free (self);
}

static double *
copy_values (const double *values,
             guint         n)
{
  double *copy = g_new (double, MAX (n, 1));

  /* Only finite numbers can be drawn: what a division by nothing made is not known. */
  for (guint i = 0; i < n; i++)
    copy[i] = isfinite (values[i]) ? values[i] : NAN;

  return copy;
}

static void
set_line (PazChart    *self,
          char       **place,
          const char  *text)
{
  if (paz_set_str (place, text))
    paz_chart_changed (self);
}

PazSeries *
paz_chart_get_series (PazChart *self,
                      guint     series)
{
  return g_ptr_array_index (self->series, series);
}

guint
paz_chart_get_step (PazChart *self)
{
  guint step = 0;

  if (self->months == NULL)
    return 0;
  if (self->step != 0)
    return self->step;
  for (guint i = 1; i < self->n_categories; i++)
    {
      guint distance = self->months[i] - self->months[i - 1];

      step = step == 0 ? distance : MIN (step, distance);
    }

  return self->step = MAX (step, 1);
}

gboolean
paz_chart_is_years (PazChart *self)
{
  if (self->months == NULL || self->n_categories < 2)
    return FALSE;
  for (guint i = 0; i < self->n_categories; i++)
    if (self->months[i] % 12 != 0)
      return FALSE;

  return TRUE;
}

gboolean
paz_chart_has_targets (PazChart *self)
{
  for (guint i = 0; i < self->series->len; i++)
    if (paz_chart_get_series (self, i)->targets != NULL)
      return TRUE;

  return FALSE;
}

void
paz_chart_changed (PazChart *self)
{
  g_clear_pointer (&self->layout, paz_layout_free);
}

const char *
paz_chart_type_get_key (PazChartType type)
{
  g_return_val_if_fail (type < PAZ_N_CHART_TYPES, NULL);

  return types[type].key;
}

gboolean
paz_chart_type_from_key (const char   *key,
                         PazChartType *type)
{
  for (guint i = 0; i < PAZ_N_CHART_TYPES; i++)
    if (g_strcmp0 (types[i].key, key) == 0)
      {
        *type = i;
        return TRUE;
      }

  return FALSE;
}

const char *
paz_chart_type_get_label (PazChartType type)
{
  g_return_val_if_fail (type < PAZ_N_CHART_TYPES, NULL);

  return types[type].label;
}

PazChart *
paz_chart_new (PazChartType type)
{
  PazChart *self = g_new0 (PazChart, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);

  return self;
}

PazChart *
paz_chart_ref (PazChart *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
paz_chart_unref (PazChart *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  paz_chart_changed (self);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->key_title);
  g_free (self->value_title);
  g_free (self->note);
  g_free (self->source);
  g_free (self->marking);
  g_free (self->description);
  g_free (self->target_title);
  g_strfreev (self->categories);
  g_free (self->months);
  g_ptr_array_unref (self->series);
  g_free (self);
}

PazChartType
paz_chart_get_chart_type (PazChart *self)
{
  return self->type;
}

void
paz_chart_set_chart_type (PazChart     *self,
                          PazChartType  type)
{
  g_return_if_fail (type < PAZ_N_CHART_TYPES);

  self->type = type;
  paz_chart_changed (self);
}

void
paz_chart_set_title (PazChart   *self,
                     const char *title)
{
  set_line (self, &self->title, title);
}

const char *
paz_chart_get_title (PazChart *self)
{
  return self->title;
}

void
paz_chart_set_subtitle (PazChart   *self,
                        const char *subtitle)
{
  set_line (self, &self->subtitle, subtitle);
}

void
paz_chart_set_key_title (PazChart   *self,
                         const char *title)
{
  set_line (self, &self->key_title, title);
}

void
paz_chart_set_value_title (PazChart     *self,
                           const char   *title,
                           PazChartUnit  unit)
{
  set_line (self, &self->value_title, title);
  self->unit = unit;
  paz_chart_changed (self);
}

void
paz_chart_set_note (PazChart   *self,
                    const char *note)
{
  set_line (self, &self->note, note);
}

void
paz_chart_set_source (PazChart   *self,
                      const char *source)
{
  set_line (self, &self->source, source);
}

void
paz_chart_set_marking (PazChart   *self,
                       const char *marking)
{
  set_line (self, &self->marking, marking);
}

void
paz_chart_set_description (PazChart   *self,
                           const char *description)
{
  set_line (self, &self->description, description);
}

void
paz_chart_set_target_title (PazChart   *self,
                            const char *title)
{
  set_line (self, &self->target_title, title);
}

void
paz_chart_set_categories (PazChart           *self,
                          const char * const *names,
                          guint               n)
{
  g_return_if_fail (self->series->len == 0);

  g_strfreev (self->categories);
  g_clear_pointer (&self->months, g_free);
  self->categories = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->categories[i] = g_strdup (names[i]);
  self->n_categories = n;
  self->step = 0;
  paz_chart_changed (self);
}

void
paz_chart_set_months (PazChart      *self,
                      const guint16 *months,
                      guint          n)
{
  g_return_if_fail (self->series->len == 0);

  g_clear_pointer (&self->categories, g_strfreev);
  g_free (self->months);
  self->months = g_new (guint16, MAX (n, 1));
  if (n > 0)
    memcpy (self->months, months, n * sizeof *months);
  self->n_categories = n;
  self->step = 0;
  paz_chart_changed (self);
}

guint
paz_chart_get_n_categories (PazChart *self)
{
  return self->n_categories;
}

guint
paz_chart_add_series (PazChart     *self,
                      const char   *name,
                      const double *values)
{
  PazSeries *series = g_new0 (PazSeries, 1);

  series->name = g_strdup (name != NULL ? name : "");
  series->values = copy_values (values, self->n_categories);
  g_ptr_array_add (self->series, series);
  paz_chart_changed (self);

  return self->series->len - 1;
}

guint
paz_chart_get_n_series (PazChart *self)
{
  return self->series->len;
}

const char *
paz_chart_get_series_name (PazChart *self,
                           guint     series)
{
  g_return_val_if_fail (series < self->series->len, NULL);

  return paz_chart_get_series (self, series)->name;
}

double
paz_chart_get_value (PazChart *self,
                     guint     series,
                     guint     index)
{
  if (series >= self->series->len || index >= self->n_categories)
    return NAN;

  return paz_chart_get_series (self, series)->values[index];
}

void
paz_chart_set_targets (PazChart     *self,
                       guint         series,
                       const double *targets)
{
  PazSeries *target;

  g_return_if_fail (series < self->series->len);

  target = paz_chart_get_series (self, series);
  g_free (target->targets);
  target->targets = copy_values (targets, self->n_categories);
  paz_chart_changed (self);
}

void
paz_chart_set_bases (PazChart     *self,
                     guint         series,
                     const double *bases)
{
  PazSeries *based;

  g_return_if_fail (series < self->series->len);

  based = paz_chart_get_series (self, series);
  g_free (based->bases);
  based->bases = copy_values (bases, self->n_categories);
  paz_chart_changed (self);
}

gboolean
paz_chart_is_small (PazChart *self,
                    guint     series,
                    guint     index)
{
  PazSeries *based;

  if (series >= self->series->len || index >= self->n_categories)
    return FALSE;

  based = paz_chart_get_series (self, series);
  return based->bases != NULL && based->bases[index] < PAZ_SMALL_BASE;
}

gboolean
paz_chart_move (PazChart      *self,
                PazChartMove   move,
                PazChartPoint *point)
{
  PazChartPoint to = *point;

  if (self->series->len == 0 || self->n_categories == 0)
    return FALSE;

  switch (move)
    {
    case PAZ_CHART_PREVIOUS:
      to.index -= to.index > 0 ? 1 : 0;
      break;
    case PAZ_CHART_NEXT:
      to.index++;
      break;
    case PAZ_CHART_FIRST:
      to.index = 0;
      break;
    case PAZ_CHART_LAST:
      to.index = self->n_categories - 1;
      break;
    case PAZ_CHART_SERIES_BEFORE:
      to.series -= to.series > 0 ? 1 : 0;
      break;
    case PAZ_CHART_SERIES_AFTER:
      to.series++;
      break;
    }
  to.index = MIN (to.index, self->n_categories - 1);
  to.series = MIN (to.series, self->series->len - 1);
  if (to.index == point->index && to.series == point->series)
    return FALSE;
  *point = to;

  return TRUE;
}
