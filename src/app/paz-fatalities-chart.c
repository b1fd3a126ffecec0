#include "paz-fatalities-chart.h"

#include <glib/gi18n.h>

/* Categories in the making. */
typedef struct
{
  PazFatalities *fatalities;
  PazFatalityKey key;
  PazCatalogue  *catalogue;
  GStrvBuilder  *names;
  GStrvBuilder  *keys;
  GArray        *values;     /* double */
} Bars;

static void
add_bar (Bars       *bars,
         const char *key,
         guint       count)
{
  g_autofree char *name = paz_fatalities_dup_name (bars->fatalities, bars->key, key, bars->catalogue);
  double value = count;

  g_strv_builder_add (bars->names, name);
  g_strv_builder_add (bars->keys, key);
  g_array_append_val (bars->values, value);
}

/* Deaths whose date is not known stand last, as they do in counts. */
static void
add_years (Bars      *bars,
           GPtrArray *counts)
{
  guint first, last, i = 0;

  paz_fatalities_get_years (bars->fatalities, &first, &last);
  for (guint year = first; year <= last && year != 0; year++)
    {
      g_autofree char *key = g_strdup_printf ("%u", year);
      const PazFatalityCount *count = i < counts->len ? counts->pdata[i] : NULL;
      gboolean found = count != NULL && g_str_equal (count->key, key);

      add_bar (bars, key, found ? count->count : 0);
      i += found;
    }
  for (; i < counts->len; i++)
    add_bar (bars, ((PazFatalityCount *) counts->pdata[i])->key, ((PazFatalityCount *) counts->pdata[i])->count);
}

static void
add_causes (Bars      *bars,
            GPtrArray *counts)
{
  for (guint i = 0; i < counts->len; i++)
    add_bar (bars, ((PazFatalityCount *) counts->pdata[i])->key, ((PazFatalityCount *) counts->pdata[i])->count);
}

static PazChart *
make_chart (Bars     *bars,
            gboolean  region_only)
{
  gboolean years = bars->key == PAZ_FATALITY_YEAR;
  g_auto (GStrv) names = g_strv_builder_end (bars->names);
  PazChart *chart = paz_chart_new (years ? PAZ_CHART_COLUMNS : PAZ_CHART_BARS);

  paz_chart_set_title (chart, paz_catalogue_text (bars->catalogue, years ? N_("Fatalities by year") : N_("Fatalities by cause")));
  if (region_only)
    paz_chart_set_subtitle (chart, paz_catalogue_text (bars->catalogue, N_("Nationals of the region only")));
  if (years)
    paz_chart_set_note (chart, paz_catalogue_text (bars->catalogue, N_("Records before 2000 may be incomplete.")));
  paz_chart_set_categories (chart, (const char * const *) names, bars->values->len);
  paz_chart_add_series (chart, paz_catalogue_ptext (bars->catalogue, "fatalities", NC_("fatalities", "People")),
                        (const double *) bars->values->data);

  return chart;
}

PazChart *
paz_fatalities_chart_new (PazFatalities  *fatalities,
                          PazFatalityKey  key,
                          gboolean        region_only,
                          PazCatalogue   *catalogue,
                          GStrv          *keys)
{
  const PazFatalityFilter filter = { .region_only = region_only };
  g_autoptr (GPtrArray) counts = paz_fatalities_count (fatalities, key, &filter);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  Bars bars = { fatalities, key, catalogue, names, kept, values };

  if (counts->len < 2 || (key != PAZ_FATALITY_YEAR && key != PAZ_FATALITY_CAUSE))
    return NULL;

  if (key == PAZ_FATALITY_YEAR)
    add_years (&bars, counts);
  else
    add_causes (&bars, counts);
  if (keys != NULL)
    *keys = g_strv_builder_end (kept);

  return make_chart (&bars, region_only);
}

/* ---- on its way out ---- */

typedef struct
{
  PazFatalityKey key;
  gboolean       region_only;
} Question;

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
  const PazFatalityFilter filter = { .region_only = question->region_only };
  g_autoptr (PazFatalities) fatalities = paz_fatalities_load (reader, readers, cancellable, error);

  if (fatalities == NULL)
    return FALSE;
  picture->chart = paz_fatalities_chart_new (fatalities, question->key, question->region_only, catalogue, NULL);
  picture->level = paz_fatalities_get_level (fatalities, &filter);

  return TRUE;
}

PazPictureMaker *
paz_fatalities_chart_new_maker (PazFatalityKey key,
                                gboolean       region_only)
{
  Question *question = g_new0 (Question, 1);

  question->key = key;
  question->region_only = region_only;

  return paz_picture_maker_new ("fatalities", make_picture, question, g_free);
}
