/* What a chart says: its values in sentences, its figures as a table. */
#include "paz-chart-private.h"

#include "base/paz-date.h"

#include <math.h>

static char *
dup_decimal (PazCatalogue *catalogue,
             double        value,
             int           places)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE + 64];

  /* No canonical decimal is that long; the exponent says more than the digits. */
  if (fabs (value) >= 1e15)
    return g_strdup (g_ascii_formatd (number, sizeof number, "%.4g", value));
  g_ascii_formatd (number, sizeof number, "%.3f", value);

  return paz_catalogue_dup_decimal (catalogue, number, places);
}

char *
paz_chart_dup_number (PazChart     *self,
                      double        value,
                      PazCatalogue *catalogue)
{
  if (!isfinite (value))
    return g_strdup ("–");

  switch (self->unit)
    {
    case PAZ_CHART_SHARE:
      return paz_catalogue_dup_percent (catalogue, value, 1);
    case PAZ_CHART_DECIMAL:
      return dup_decimal (catalogue, value, 1);
    case PAZ_CHART_COUNT:
      return fabs (value) < 1e15 ? paz_catalogue_dup_integer (catalogue, llround (value))
                                 : dup_decimal (catalogue, value, 0);
    }

  g_return_val_if_reached (NULL);
}

char *
paz_chart_dup_month (PazChart     *self,
                     guint         index,
                     PazCatalogue *catalogue)
{
  char iso[8];

  if (paz_chart_is_years (self))
    return g_strdup_printf ("%u", paz_month_get_year (self->months[index]));

  return paz_catalogue_dup_date (catalogue, paz_month_format (self->months[index], iso));
}

char *
paz_chart_dup_category (PazChart     *self,
                        guint         index,
                        PazCatalogue *catalogue)
{
  g_return_val_if_fail (index < self->n_categories, NULL);

  return self->months != NULL ? paz_chart_dup_month (self, index, catalogue)
                              : g_strdup (self->categories[index]);
}

/* A share says how many of how many. */
static char *
dup_worth (PazChart            *self,
           const PazChartPoint *point,
           PazCatalogue        *catalogue)
{
  PazSeries *series = paz_chart_get_series (self, point->series);
  double value = series->values[point->index];
  g_autofree char *number = NULL;
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;
  double base;

  if (isnan (value))
    return g_strdup (paz_catalogue_ptext (catalogue, "value", NC_("value", "not known")));
  number = paz_chart_dup_number (self, value, catalogue);
  base = series->bases != NULL ? series->bases[point->index] : NAN;
  if (isnan (base) || fabs (base) >= 1e15)
    return g_steal_pointer (&number);

  part = paz_catalogue_dup_integer (catalogue, llround (value * base));
  whole = paz_catalogue_dup_integer (catalogue, llround (base));
  return g_strdup_printf (base < PAZ_SMALL_BASE
                            /* Translators: a share with its base: 46.7 % (7 of 15) */
                            ? paz_catalogue_text (catalogue, N_("%s (%s of %s, small base)"))
                            : paz_catalogue_text (catalogue, N_("%s (%s of %s)")),
                          number, part, whole);
}

char *
paz_chart_dup_value_text (PazChart            *self,
                          const PazChartPoint *point,
                          PazCatalogue        *catalogue)
{
  PazSeries *series;
  g_autofree char *category = NULL;
  g_autofree char *worth = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (point->series < self->series->len, NULL);
  g_return_val_if_fail (point->index < self->n_categories, NULL);

  series = paz_chart_get_series (self, point->series);
  category = paz_chart_dup_category (self, point->index, catalogue);
  worth = dup_worth (self, point, catalogue);
  if (series->targets == NULL || isnan (series->targets[point->index]))
    /* Translators: one value of a chart: "Uruguay, March 2014: 1,234" */
    return *series->name != '\0'
             ? g_strdup_printf (paz_catalogue_text (catalogue, N_("%s, %s: %s")), series->name, category, worth)
             : g_strdup_printf (paz_catalogue_text (catalogue, N_("%s: %s")), category, worth);

  target = paz_chart_dup_number (self, series->targets[point->index], catalogue);
  return *series->name != '\0'
           ? g_strdup_printf (paz_catalogue_text (catalogue, N_("%s, %s: %s; target %s")),
                              series->name, category, worth, target)
           : g_strdup_printf (paz_catalogue_text (catalogue, N_("%s: %s; target %s")),
                              category, worth, target);
}

static gboolean
find_ends (PazChart      *self,
           PazChartPoint *least,
           PazChartPoint *most)
{
  gboolean found = FALSE;

  for (guint s = 0; s < self->series->len; s++)
    for (guint i = 0; i < self->n_categories; i++)
      {
        double value = paz_chart_get_value (self, s, i);

        if (isnan (value))
          continue;
        if (!found || value < paz_chart_get_value (self, least->series, least->index))
          *least = (PazChartPoint) { s, i };
        if (!found || value > paz_chart_get_value (self, most->series, most->index))
          *most = (PazChartPoint) { s, i };
        found = TRUE;
      }

  return found;
}

char *
paz_chart_dup_description (PazChart     *self,
                           PazCatalogue *catalogue)
{
  const char *title = self->title != NULL ? self->title : "";
  PazChartPoint least, most;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (self->description != NULL)
    return g_strdup (self->description);
  if (!find_ends (self, &least, &most))
    return g_strdup_printf (paz_catalogue_text (catalogue, N_("%s. No figures.")), title);

  low = paz_chart_dup_value_text (self, &least, catalogue);
  high = paz_chart_dup_value_text (self, &most, catalogue);
  /* Translators: what a screen reader says of a chart: its title and two of its values. */
  return g_strdup_printf (paz_catalogue_text (catalogue, N_("%s. Highest: %s. Lowest: %s.")), title, high, low);
}

/* ---- table ---- */

static void
add_headings (PazChart     *self,
              GPtrArray    *table,
              PazCatalogue *catalogue)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  const char *key = self->key_title;

  if (key == NULL)
    key = self->months != NULL ? paz_catalogue_ptext (catalogue, "column", NC_("column", "Month")) : "";
  g_strv_builder_add (row, key);
  for (guint s = 0; s < self->series->len; s++)
    {
      PazSeries *series = paz_chart_get_series (self, s);
      const char *name = *series->name != '\0' || self->value_title == NULL ? series->name : self->value_title;

      g_strv_builder_add (row, name);
      if (series->bases != NULL)
        g_strv_builder_add (row, paz_catalogue_ptext (catalogue, "chart", NC_("chart", "Base")));
      if (series->targets != NULL)
        g_strv_builder_add (row, self->target_title != NULL ? self->target_title
                                                            : paz_catalogue_ptext (catalogue, "chart", NC_("chart", "Target")));
    }
  g_ptr_array_add (table, g_strv_builder_end (row));
}

static void
add_number (GStrvBuilder *row,
            char         *number)
{
  g_autofree char *owned = number;

  g_strv_builder_add (row, owned);
}

/* For a spreadsheet: no groups, which another language reads as a fraction; nothing where not known. */
static char *
dup_figure (PazChart     *self,
            double        value,
            gboolean      plain,
            PazCatalogue *catalogue)
{
  if (plain && isnan (value))
    return g_strdup ("");
  if (plain && self->unit == PAZ_CHART_COUNT)
    return g_strdup_printf ("%.0f", value);

  return paz_chart_dup_number (self, value, catalogue);
}

static char *
dup_base (double        base,
          gboolean      plain,
          PazCatalogue *catalogue)
{
  if (isnan (base) || fabs (base) >= 1e15)
    return g_strdup (plain ? "" : "–");

  return plain ? g_strdup_printf ("%.0f", base) : paz_catalogue_dup_integer (catalogue, llround (base));
}

static void
add_row (PazChart     *self,
         GPtrArray    *table,
         guint         index,
         gboolean      plain,
         PazCatalogue *catalogue)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

  add_number (row, paz_chart_dup_category (self, index, catalogue));
  for (guint s = 0; s < self->series->len; s++)
    {
      PazSeries *series = paz_chart_get_series (self, s);

      add_number (row, dup_figure (self, series->values[index], plain, catalogue));
      if (series->bases != NULL)
        add_number (row, dup_base (series->bases[index], plain, catalogue));
      if (series->targets != NULL)
        add_number (row, dup_figure (self, series->targets[index], plain, catalogue));
    }
  g_ptr_array_add (table, g_strv_builder_end (row));
}

static GPtrArray *
make_table (PazChart     *self,
            gboolean      plain,
            PazCatalogue *catalogue)
{
  GPtrArray *table = g_ptr_array_new_full (self->n_categories + 1, (GDestroyNotify) g_strfreev);

  add_headings (self, table, catalogue);
  for (guint i = 0; i < self->n_categories; i++)
    add_row (self, table, i, plain, catalogue);

  return table;
}

GPtrArray *
paz_chart_to_table (PazChart     *self,
                    PazCatalogue *catalogue)
{
  return make_table (self, FALSE, catalogue);
}

GPtrArray *
paz_chart_to_cells (PazChart     *self,
                    PazCatalogue *catalogue)
{
  return make_table (self, TRUE, catalogue);
}
