#include "paz-profile-charts.h"

#include "paz-chart-view.h"
#include "paz-words.h"

#include <math.h>

/* A month that no data set covers, or whose source does not list the participant, is open. */
static PazChart *
make_months (const PazProfile *profile,
             PazCatalogue     *catalogue)
{
  guint n = profile->months->len;
  g_autofree guint16 *months = g_new (guint16, MAX (n, 1));
  g_autofree double *total = g_new (double, MAX (n, 1));
  g_autofree double *women = g_new (double, MAX (n, 1));
  PazChart *chart;

  if (n < 2)
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      const PazProfileMonth *month = &g_array_index (profile->months, PazProfileMonth, i);
      gboolean known = month->state == PAZ_MONTH_LISTED;

      months[i] = month->month;
      total[i] = known ? (double) PAZ_PROFILE_TOTAL (month) : NAN;
      women[i] = known && month->untold == 0 ? (double) month->women : NAN;
    }
  chart = paz_chart_new (PAZ_CHART_LINE);
  paz_chart_set_title (chart, paz_catalogue_text (catalogue, N_("The delegation, month by month")));
  paz_chart_set_months (chart, months, n);
  paz_chart_add_series (chart, paz_catalogue_ptext (catalogue, "figures", NC_("figures", "Uniformed personnel")), total);
  paz_chart_add_series (chart, paz_catalogue_ptext (catalogue, "figures", NC_("figures", "Women")), women);

  return chart;
}

static PazChart *
make_goals (const PazProfile *profile,
            PazCatalogue     *catalogue)
{
  GArray *goals = profile->standing->goals;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree double *shares = g_new (double, MAX (goals->len, 1));
  g_autofree double *targets = g_new (double, MAX (goals->len, 1));
  g_autofree double *bases = g_new (double, MAX (goals->len, 1));
  g_auto (GStrv) categories = NULL;
  const char *share = paz_catalogue_ptext (catalogue, "figures", NC_("figures", "Share of women"));
  gboolean aimed = FALSE;
  PazChart *chart;

  for (guint i = 0; i < goals->len; i++)
    {
      const PazGoal *goal = &g_array_index (goals, PazGoal, i);
      g_autofree char *name = paz_figures_dup_category_name (profile->figures, goal->category, catalogue);

      g_strv_builder_add (names, name);
      bases[i] = (double) goal->base;
      shares[i] = goal->base > 0 && goal->untold == 0 ? goal->women / bases[i] : NAN;
      targets[i] = goal->target / 100;
      aimed = aimed || !isnan (goal->target);
    }
  /* Without a target there is nothing to measure by: the rows below say the shares. */
  if (!aimed)
    return NULL;

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

typedef PazChart *(* MakeChart) (const PazProfile *profile,
                                 PazCatalogue     *catalogue);

/* In the order of the page. */
static const MakeChart makes[] = { make_months, make_goals };

/* ---- on its way out ---- */

/* Which chart of which profile. */
typedef struct
{
  char      *participant;
  guint16    month;
  MakeChart  make;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->participant);
  g_free (question);
}

static PazLevel
join (PazLevel   level,
      GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    level = MAX (level, paz_record_get_level (records->pdata[i]));

  return level;
}

/* Whatever lends a figure, a target or a name is content. */
static PazLevel
get_level (const PazProfile *profile)
{
  PazLevel level = join (PAZ_LEVEL_PUBLIC, paz_figures_get_data_sets (profile->figures));

  level = join (level, paz_figures_get_targets (profile->figures));

  return profile->record != NULL ? MAX (level, paz_record_get_level (profile->record)) : level;
}

/* The title alone does not say whose figures they are. */
static void
name (PazChart         *chart,
      const PazProfile *profile,
      PazCatalogue     *catalogue)
{
  g_autofree char *of = paz_figures_dup_contributor_name (profile->figures, profile->participant, catalogue);

  paz_chart_set_subtitle (chart, of);
}

static gboolean
make_picture (PazPictureExport   *picture,
              PazStore           *reader,
              const PazAudience  *readers,
              PazCatalogue       *catalogue,
              gpointer            data,
              GCancellable       *cancellable,
              GError            **error)
{
  const Question *question = data;
  g_autoptr (PazFigures) figures = paz_figures_load (reader, readers, cancellable, error);
  g_autoptr (PazFatalities) fatalities = figures != NULL ? paz_fatalities_load (reader, readers, cancellable, error) : NULL;
  g_autoptr (PazProfile) profile = NULL;

  if (fatalities != NULL)
    profile = paz_profile_load (reader, figures, fatalities, question->participant, question->month, readers, error);
  if (profile == NULL)
    return FALSE;
  picture->chart = question->make (profile, catalogue);
  picture->level = get_level (profile);
  if (picture->chart != NULL)
    name (picture->chart, profile, catalogue);

  return TRUE;
}

static PazPictureMaker *
new_maker (const PazProfile *profile,
           MakeChart         make)
{
  g_autofree char *file = g_strdup_printf ("profile-%s", profile->participant);
  Question *question = g_new0 (Question, 1);

  question->participant = g_strdup (profile->participant);
  question->month = profile->month;
  question->make = make;

  return paz_picture_maker_new (file, make_picture, question, question_free);
}

void
paz_profile_charts_show (GtkBox           *box,
                         const PazProfile *profile)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < G_N_ELEMENTS (makes); i++)
    {
      g_autoptr (PazChart) chart = makes[i] (profile, paz_words_get_catalogue ());
      g_autoptr (PazPictureMaker) maker = NULL;
      GtkWidget *view;

      if (chart == NULL)
        continue;
      view = paz_chart_view_new ();
      maker = new_maker (profile, makes[i]);
      paz_chart_view_set_chart (PAZ_CHART_VIEW (view), chart);
      paz_chart_view_set_maker (PAZ_CHART_VIEW (view), maker);
      gtk_box_append (box, view);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
