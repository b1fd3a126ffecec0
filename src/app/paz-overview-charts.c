#include "paz-overview-charts.h"

#include "base/paz-date.h"

#include <glib/gi18n.h>
#include <math.h>

static PazPivot *
pivot_months (PazFigures *figures)
{
  const PazKey keys[] = { PAZ_KEY_MONTH };
  const PazFiguresFilter filter = { .region_only = TRUE };

  return paz_figures_pivot (figures, keys, G_N_ELEMENTS (keys), &filter);
}

guint16
paz_overview_find_month (PazFigures *figures)
{
  g_autoptr (PazPivot) months = pivot_months (figures);
  guint n = paz_pivot_get_n_rows (months);

  return n > 0 ? paz_pivot_get_row (months, n - 1)->month : 0;
}

/* A month without figures is left out, and the line is open there. */
static PazChart *
make_deployed (PazFigures   *figures,
               PazCatalogue *catalogue)
{
  g_autoptr (PazPivot) pivot = pivot_months (figures);
  guint n = paz_pivot_get_n_rows (pivot);
  g_autofree guint16 *months = g_new (guint16, MAX (n, 1));
  g_autofree double *total = g_new (double, MAX (n, 1));
  g_autofree double *women = g_new (double, MAX (n, 1));
  PazChart *chart;

  if (n < 2)
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      const PazFigure *figure = paz_pivot_get_row (pivot, i);

      months[i] = figure->month;
      total[i] = (double) PAZ_FIGURE_TOTAL (figure);
      women[i] = figure->untold == 0 ? (double) figure->female : NAN;
    }
  chart = paz_chart_new (PAZ_CHART_LINE);
  paz_chart_set_title (chart, paz_catalogue_text (catalogue, N_("Deployed by the region, month by month")));
  paz_chart_set_months (chart, months, n);
  paz_chart_add_series (chart, paz_catalogue_ptext (catalogue, "figures", NC_("figures", "Uniformed personnel")), total);
  paz_chart_add_series (chart, paz_catalogue_ptext (catalogue, "figures", NC_("figures", "Women")), women);

  return chart;
}

/* The region together, by category; elements lent by parity. */
static GPtrArray *
list_goals (GPtrArray *parity,
            gboolean  *aimed)
{
  GPtrArray *goals = g_ptr_array_new ();

  *aimed = FALSE;
  for (guint i = 0; i < parity->len; i++)
    {
      PazParity *one = parity->pdata[i];

      if (one->contributor != NULL || one->base == 0)
        continue;
      g_ptr_array_add (goals, one);
      *aimed = *aimed || !isnan (one->target);
    }

  return goals;
}

static PazChart *
make_women (PazFigures   *figures,
            guint16       month,
            PazCatalogue *catalogue)
{
  const PazFiguresFilter filter = { .region_only = TRUE };
  g_autoptr (GPtrArray) parity = paz_figures_parity (figures, month, &filter);
  gboolean aimed;
  g_autoptr (GPtrArray) goals = list_goals (parity, &aimed);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree double *shares = g_new (double, goals->len + 1);
  g_autofree double *targets = g_new (double, goals->len + 1);
  g_autofree double *bases = g_new (double, goals->len + 1);
  g_auto (GStrv) categories = NULL;
  const char *share = paz_catalogue_ptext (catalogue, "figures", NC_("figures", "Share of women"));
  PazChart *chart;

  if (!aimed)
    return NULL;

  for (guint i = 0; i < goals->len; i++)
    {
      const PazParity *goal = goals->pdata[i];
      g_autofree char *name = paz_figures_dup_category_name (figures, goal->category, catalogue);

      g_strv_builder_add (names, name);
      shares[i] = goal->percent / 100;
      targets[i] = goal->target / 100;
      bases[i] = (double) goal->base;
    }
  categories = g_strv_builder_end (names);
  chart = paz_chart_new (PAZ_CHART_DOTS);
  paz_chart_set_title (chart, paz_catalogue_text (catalogue, N_("Women against the targets of the year")));
  paz_chart_set_value_title (chart, share, PAZ_CHART_SHARE);
  paz_chart_set_categories (chart, (const char * const *) categories, goals->len);
  paz_chart_add_series (chart, share, shares);
  paz_chart_set_bases (chart, 0, bases);
  paz_chart_set_targets (chart, 0, targets);

  return chart;
}

PazChart *
paz_overview_chart_new (PazFigures       *figures,
                        PazOverviewChart  which,
                        guint16           month,
                        PazCatalogue     *catalogue)
{
  g_autofree char *when = NULL;
  PazChart *chart;
  char iso[8];

  if (month == 0)
    return NULL;
  if (which == PAZ_OVERVIEW_DEPLOYED)
    return make_deployed (figures, catalogue);

  when = paz_catalogue_dup_date (catalogue, paz_month_format (month, iso));
  chart = make_women (figures, month, catalogue);
  if (chart != NULL)
    paz_chart_set_subtitle (chart, when);

  return chart;
}

/* ---- on its way out ---- */

static gboolean
make_picture (PazPictureExport   *picture,
              PazStore           *reader,
              const PazAudience  *readers,
              PazCatalogue       *catalogue,
              gpointer            data,
              GCancellable       *cancellable,
              GError            **error)
{
  g_autoptr (PazFigures) figures = paz_figures_load (reader, readers, cancellable, error);

  if (figures == NULL)
    return FALSE;
  picture->chart = paz_overview_chart_new (figures, GPOINTER_TO_UINT (data), paz_overview_find_month (figures), catalogue);
  picture->level = paz_figures_get_level (figures);

  return TRUE;
}

PazPictureMaker *
paz_overview_chart_new_maker (PazOverviewChart which)
{
  return paz_picture_maker_new ("region", make_picture, GUINT_TO_POINTER (which), NULL);
}
