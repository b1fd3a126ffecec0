#include "figures/paz-profile.h"

#include "model/paz-kind.h"

#include <string.h>

/* ---- the months ---- */

PazMonthState
paz_figures_get_month_state (PazFigures *figures,
                             guint16     month,
                             gboolean    has_row)
{
  guint n;
  const guint16 *months = paz_figures_get_months (figures, &n);

  if (has_row)
    return PAZ_MONTH_LISTED;
  for (guint i = 0; i < n && months[i] <= month; i++)
    if (months[i] == month)
      return PAZ_MONTH_NOT_LISTED;

  return PAZ_MONTH_GAP;
}

static void
take_months (PazProfile *self)
{
  const char *contributors[] = { self->participant, NULL };
  const PazKey key = PAZ_KEY_MONTH;
  const PazFiguresFilter filter = { .contributors = contributors };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (self->figures, &key, 1, &filter);
  guint n, row = 0;
  const guint16 *months = paz_figures_get_months (self->figures, &n);

  for (guint month = n > 0 ? months[0] : 1; n > 0 && month <= months[n - 1]; month++)
    {
      gboolean has_row = row < paz_pivot_get_n_rows (pivot) && paz_pivot_get_row (pivot, row)->month == month;
      PazProfileMonth one = {
        .month = (guint16) month,
        .state = paz_figures_get_month_state (self->figures, (guint16) month, has_row),
      };

      if (has_row)
        {
          const PazFigure *figure = paz_pivot_get_row (pivot, row++);

          one.women = figure->female;
          one.men = figure->male;
          one.untold = figure->untold;
        }
      g_array_append_val (self->months, one);
    }
}

static PazMonthState
find_state (PazProfile *self)
{
  for (guint i = 0; i < self->months->len; i++)
    if (g_array_index (self->months, PazProfileMonth, i).month == self->month)
      return g_array_index (self->months, PazProfileMonth, i).state;

  return PAZ_MONTH_GAP;
}

/* ---- the parts ---- */

static guint64
find_total (PazPivot   *pivot,
            const char *key)
{
  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    if (strcmp (paz_pivot_get_row (pivot, i)->keys[0], key) == 0)
      return PAZ_FIGURE_TOTAL (paz_pivot_get_row (pivot, i));

  return 0;
}

/* The pivot's keys live as long as the figures, which the profile keeps. */
static GArray *
list_parts (PazProfile *self,
            PazKey      key)
{
  const char *contributors[] = { self->participant, NULL };
  const PazFiguresFilter own = { .from = self->month, .to = self->month, .contributors = contributors };
  const PazFiguresFilter all = { .from = self->month, .to = self->month };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (self->figures, &key, 1, &own);
  g_autoptr (PazPivot) everybody = paz_figures_pivot (self->figures, &key, 1, &all);
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (PazProfilePart));

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);
      PazProfilePart part = {
        .key = row->keys[0],
        .women = row->female,
        .men = row->male,
        .untold = row->untold,
        .of = find_total (everybody, row->keys[0]),
      };

      g_array_append_val (parts, part);
    }

  return parts;
}

static int
compare_parts_cb (gconstpointer a,
                  gconstpointer b)
{
  const PazProfilePart *one = a;
  const PazProfilePart *other = b;
  guint64 total = PAZ_PROFILE_TOTAL (one);
  guint64 other_total = PAZ_PROFILE_TOTAL (other);

  if (total != other_total)
    return total > other_total ? -1 : 1;

  return strcmp (one->key, other->key);
}

/* ---- sources ---- */

static void
take_sources (PazProfile *self)
{
  PazFactTable *facts = paz_figures_get_facts (self->figures);
  const guint16 *months = paz_fact_table_get_months (facts);
  const guint16 *contributors = paz_fact_table_get_contributors (facts);
  const guint16 *sets = paz_fact_table_get_sets (facts);
  GPtrArray *data_sets = paz_figures_get_data_sets (self->figures);
  int own = paz_fact_table_find_key (facts, PAZ_DIMENSION_CONTRIBUTOR, self->participant);
  guint32 n = paz_fact_table_get_n_rows (facts);

  for (guint32 i = 0; i < n && own >= 0; i++)
    if (months[i] == self->month && contributors[i] == own
        && !g_ptr_array_find (self->sources, data_sets->pdata[sets[i]], NULL))
      g_ptr_array_add (self->sources, g_object_ref (data_sets->pdata[sets[i]]));
}

static PazRecord *
find_participant (PazFigures *figures,
                  const char *code)
{
  GPtrArray *participants = paz_figures_get_participants (figures);

  for (guint i = 0; i < participants->len; i++)
    if (g_strcmp0 (paz_record_get_text (participants->pdata[i], "code"), code) == 0)
      return participants->pdata[i];

  return NULL;
}

/* ---- making one ---- */

static void
take_fatalities (PazProfile *self)
{
  const PazFatalityFilter filter = { .nationality = self->participant };

  self->fatal_years = paz_fatalities_count (self->fatalities, PAZ_FATALITY_YEAR, &filter);
  self->fatal_missions = paz_fatalities_count (self->fatalities, PAZ_FATALITY_MISSION, &filter);
  self->fatal_total = paz_fatalities_get_total (self->fatalities, &filter);
}

static void
take_figures (PazProfile *self)
{
  take_months (self);
  self->state = find_state (self);
  self->standing = paz_standing_compute (self->figures, self->participant, self->month);
  self->covers_world = self->standing->world_total > 0;
  self->missions = list_parts (self, PAZ_KEY_MISSION);
  g_array_sort (self->missions, compare_parts_cb);
  self->types = list_parts (self, PAZ_KEY_PERSONNEL_TYPE);
  take_sources (self);
}

PazProfile *
paz_profile_load (PazStore           *store,
                  PazFigures         *figures,
                  PazFatalities      *fatalities,
                  const char         *participant,
                  guint16             month,
                  const PazAudience  *audience,
                  GError            **error)
{
  g_autoptr (PazProfile) self = g_new0 (PazProfile, 1);
  PazRecord *record = find_participant (figures, participant);
  guint n;
  const guint16 *months = paz_figures_get_months (figures, &n);

  self->figures = paz_figures_ref (figures);
  self->fatalities = paz_fatalities_ref (fatalities);
  self->participant = g_strdup (participant);
  self->record = record != NULL ? g_object_ref (record) : NULL;
  self->month = month != 0 ? month : n > 0 ? months[n - 1] : 0;
  self->months = g_array_new (FALSE, TRUE, sizeof (PazProfileMonth));
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  take_figures (self);
  take_fatalities (self);
  self->records = paz_profile_records_load (store, record, self->month, audience, error);

  return self->records != NULL ? g_steal_pointer (&self) : NULL;
}

void
paz_profile_free (PazProfile *self)
{
  g_clear_pointer (&self->standing, paz_standing_free);
  g_clear_pointer (&self->records, paz_profile_records_free);
  g_clear_pointer (&self->months, g_array_unref);
  g_clear_pointer (&self->missions, g_array_unref);
  g_clear_pointer (&self->types, g_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->fatal_years, g_ptr_array_unref);
  g_clear_pointer (&self->fatal_missions, g_ptr_array_unref);
  g_clear_pointer (&self->fatalities, paz_fatalities_unref);
  g_clear_pointer (&self->figures, paz_figures_unref);
  g_clear_object (&self->record);
  g_free (self->participant);
  g_free (self);
}
