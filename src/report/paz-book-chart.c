#include "paz-book-private.h"

#include <math.h>

/* A range of one column: a series of a chart. */
typedef struct
{
  char          *name;
  PazSeriesLook  look;
  guint          sheet;
  guint          category, value;
  guint          from, n;
} Series;

struct _PazBookChart
{
  PazSheetChartType  type;
  gboolean           share, months;
  char              *title, *category_title, *value_title, *description;
  GArray            *series;
};

static void
series_clear (Series *self)
{
  g_free (self->name);
}

PazBookChart *
paz_book_chart_new (const PazSheetChartSpec *spec)
{
  PazBookChart *self = g_new0 (PazBookChart, 1);

  self->type = spec->type;
  self->share = spec->share;
  self->months = spec->months;
  self->title = g_strdup (spec->title);
  self->category_title = g_strdup (spec->category_title);
  self->value_title = g_strdup (spec->value_title);
  self->description = g_strdup (spec->description);
  self->series = g_array_new (FALSE, FALSE, sizeof (Series));
  g_array_set_clear_func (self->series, (GDestroyNotify) series_clear);

  return self;
}

void
paz_book_chart_free (PazBookChart *self)
{
  g_array_unref (self->series);
  g_free (self->title);
  g_free (self->category_title);
  g_free (self->value_title);
  g_free (self->description);
  g_free (self);
}

void
paz_book_chart_add (PazBookChart  *self,
                    PazBookLeaf   *data,
                    guint          category,
                    guint          value,
                    guint          from,
                    guint          n,
                    const char    *name,
                    PazSeriesLook  look)
{
  const Series series = {
    .name = g_strdup (name),
    .look = look,
    .sheet = paz_book_leaf_get_number (data),
    .category = category,
    .value = value,
    .from = from,
    .n = n,
  };

  g_array_append_val (self->series, series);
}

static PazChartType
get_type (PazSheetChartType type)
{
  switch (type)
    {
    case PAZ_SHEET_CHART_BARS:
      return PAZ_CHART_BARS;
    case PAZ_SHEET_CHART_STACKED_BARS:
      return PAZ_CHART_STACKED_BARS;
    case PAZ_SHEET_CHART_COLUMNS:
      return PAZ_CHART_COLUMNS;
    case PAZ_SHEET_CHART_STACKED_COLUMNS:
      return PAZ_CHART_STACKED;
    case PAZ_SHEET_CHART_LINES:
      return PAZ_CHART_LINE;
    }

  g_return_val_if_reached (PAZ_CHART_BARS);
}

/* Months since January of year 0, of a serial day. */
static guint16
get_month (double serial)
{
  g_autoptr (GDate) day = g_date_new_dmy (30, 12, 1899);

  g_date_add_days (day, (guint) serial);

  return (guint16) (g_date_get_year (day) * 12 + g_date_get_month (day) - 1);
}

static void
set_names (PazChart     *chart,
           PazBook      *book,
           const Series *series)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < series->n; i++)
    {
      PazBookCell cell = { .type = PAZ_BOOK_BLANK };

      paz_book_get_cell (book, series->sheet, series->from + i, series->category, &cell);
      g_ptr_array_add (names, paz_book_dup_shown (book, &cell));
    }
  paz_chart_set_categories (chart, (const char * const *) names->pdata, names->len);
}

static void
set_months (PazChart     *chart,
            PazBook      *book,
            const Series *series)
{
  g_autofree guint16 *months = g_new0 (guint16, series->n);

  for (guint i = 0; i < series->n; i++)
    {
      PazBookCell cell = { .type = PAZ_BOOK_BLANK };

      if (paz_book_get_cell (book, series->sheet, series->from + i, series->category, &cell))
        months[i] = get_month (cell.value);
    }
  paz_chart_set_months (chart, months, series->n);
}

/* A sign in the place of a number is not known. */
static double *
read_values (PazBook      *book,
             const Series *series,
             guint         n)
{
  double *values = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      PazBookCell cell;
      gboolean told = i < series->n && paz_book_get_cell (book, series->sheet, series->from + i, series->value, &cell) &&
                      cell.type == PAZ_BOOK_NUMBER;

      values[i] = told ? cell.value : NAN;
    }

  return values;
}

PazChart *
paz_book_chart_make (PazBookChart *self,
                     PazBook      *book)
{
  PazChart *chart = paz_chart_new (get_type (self->type));
  const Series *first = (const Series *) (gpointer) self->series->data;

  paz_chart_set_title (chart, self->title);
  paz_chart_set_key_title (chart, self->category_title);
  paz_chart_set_value_title (chart, self->value_title, self->share ? PAZ_CHART_SHARE : PAZ_CHART_COUNT);
  paz_chart_set_description (chart, self->description);
  if (self->series->len == 0)
    return chart;
  if (self->months)
    set_months (chart, book, first);
  else
    set_names (chart, book, first);
  for (guint i = 0; i < self->series->len; i++)
    {
      const Series *series = &g_array_index (self->series, Series, i);
      g_autofree double *values = read_values (book, series, first->n);

      if (series->look == PAZ_SERIES_TARGET && i > 0)
        {
          paz_chart_set_targets (chart, 0, values);
          paz_chart_set_target_title (chart, series->name);
        }
      else
        paz_chart_add_series (chart, series->name, values);
    }

  return chart;
}
