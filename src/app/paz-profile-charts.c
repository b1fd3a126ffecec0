#include "paz-profile-charts.h"

#include "paz-chart-view.h"
#include "paz-words.h"

#include <glib/gi18n.h>
#include <math.h>

static void
add_chart (GtkBox   *box,
           PazChart *chart)
{
  GtkWidget *view = paz_chart_view_new ();

  paz_chart_view_set_chart (PAZ_CHART_VIEW (view), chart);
  gtk_box_append (box, view);
}

/* A month that no data set covers, or whose source does not list the participant, is open. */
static void
add_months (GtkBox           *box,
            const PazProfile *profile)
{
  guint n = profile->months->len;
  g_autofree guint16 *months = g_new (guint16, MAX (n, 1));
  g_autofree double *total = g_new (double, MAX (n, 1));
  g_autofree double *women = g_new (double, MAX (n, 1));
  g_autoptr (PazChart) chart = NULL;

  if (n < 2)
    return;

  for (guint i = 0; i < n; i++)
    {
      const PazProfileMonth *month = &g_array_index (profile->months, PazProfileMonth, i);
      gboolean known = month->state == PAZ_MONTH_LISTED;

      months[i] = month->month;
      total[i] = known ? (double) PAZ_PROFILE_TOTAL (month) : NAN;
      women[i] = known && month->untold == 0 ? (double) month->women : NAN;
    }
  chart = paz_chart_new (PAZ_CHART_LINE);
  paz_chart_set_title (chart, _("The delegation, month by month"));
  paz_chart_set_months (chart, months, n);
  paz_chart_add_series (chart, C_("figures", "Uniformed personnel"), total);
  paz_chart_add_series (chart, C_("figures", "Women"), women);
  add_chart (box, chart);
}

static void
add_goals (GtkBox           *box,
           const PazProfile *profile)
{
  GArray *goals = profile->standing->goals;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree double *shares = g_new (double, MAX (goals->len, 1));
  g_autofree double *targets = g_new (double, MAX (goals->len, 1));
  g_autofree double *bases = g_new (double, MAX (goals->len, 1));
  g_auto (GStrv) categories = NULL;
  g_autoptr (PazChart) chart = NULL;
  gboolean aimed = FALSE;

  for (guint i = 0; i < goals->len; i++)
    {
      const PazGoal *goal = &g_array_index (goals, PazGoal, i);
      g_autofree char *name = paz_figures_dup_category_name (profile->figures, goal->category, paz_words_get_catalogue ());

      g_strv_builder_add (names, name);
      bases[i] = (double) goal->base;
      shares[i] = goal->base > 0 && goal->untold == 0 ? goal->women / bases[i] : NAN;
      targets[i] = goal->target / 100;
      aimed = aimed || !isnan (goal->target);
    }
  /* Without a target there is nothing to measure by: the rows below say the shares. */
  if (!aimed)
    return;

  categories = g_strv_builder_end (names);
  chart = paz_chart_new (PAZ_CHART_DOTS);
  paz_chart_set_title (chart, _("Women against the targets of the year"));
  paz_chart_set_value_title (chart, C_("figures", "Share of women"), PAZ_CHART_SHARE);
  paz_chart_set_categories (chart, (const char * const *) categories, goals->len);
  paz_chart_add_series (chart, C_("figures", "Share of women"), shares);
  paz_chart_set_bases (chart, 0, bases);
  paz_chart_set_targets (chart, 0, targets);
  add_chart (box, chart);
}

void
paz_profile_charts_show (GtkBox           *box,
                         const PazProfile *profile)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  add_months (box, profile);
  add_goals (box, profile);
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
