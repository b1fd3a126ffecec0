#include "paz-overview.h"

/* History entries read and steps shown: an import touches one record, an edit rarely ten fields. */
#define N_ENTRIES 80
#define N_STEPS 6
/* What is due within so many days waits for somebody. */
#define N_DAYS 30

static void
step_free (PazOverviewStep *step)
{
  g_free (step->name);
  g_free (step->by);
  g_free (step->record);
  g_free (step);
}

static PazOverviewStep *
make_step (PazStore        *store,
           PazHistoryEntry *entry,
           PazCatalogue    *catalogue)
{
  PazOverviewStep *step = g_new0 (PazOverviewStep, 1);
  g_autofree char *moment = paz_catalogue_dup_moment (catalogue, entry->step->at);
  const char *author = entry->step->author;

  step->name = paz_store_dup_step_name (store, entry->step, catalogue);
  step->by = author != NULL && author[0] != '\0' ? g_strdup_printf ("%s · %s", author, moment)
                                                 : g_strdup (moment);
  step->record = g_strdup (entry->step->record);
  step->undone = entry->step->undone;

  return step;
}

static gboolean
compute_steps (PazOverview   *self,
               PazStore      *store,
               PazCatalogue  *catalogue,
               GError       **error)
{
  g_autoptr (GPtrArray) entries = paz_store_list_history (store, NULL, N_ENTRIES, error);
  guint64 last = 0;

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len && self->steps->len < N_STEPS; i++)
    {
      PazHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->step == NULL || entry->step->n == last || entry->step->type == PAZ_STEP_REFERENCE)
        continue;
      last = entry->step->n;
      g_ptr_array_add (self->steps, make_step (store, entry, catalogue));
    }

  return TRUE;
}

static void
count_text (PazOverview *self,
            GVariant    *value)
{
  g_autoptr (PazTrilingual) text = paz_trilingual_from_value (value);

  if (!text->has_source)
    return;

  self->texts++;
  for (guint i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      PazTranslationState state = paz_trilingual_get_state (text, i);

      self->in[i].missing += state == PAZ_TRANSLATION_MISSING;
      self->in[i].stale += state == PAZ_TRANSLATION_STALE;
    }
}

static gboolean
compute_texts_of (PazOverview    *self,
                  PazStore       *store,
                  const PazKind  *kind,
                  GError        **error)
{
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) records = paz_store_list_records (store, query, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    for (guint j = 0; j < kind->n_fields; j++)
      if (kind->fields[j].type == PAZ_VALUE_TRILINGUAL && kind->fields[j].until == 0)
        count_text (self, paz_record_get_value (g_ptr_array_index (records, i), &kind->fields[j]));

  return TRUE;
}

static gboolean
has_texts (const PazKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == PAZ_VALUE_TRILINGUAL)
      return TRUE;

  return FALSE;
}

static gboolean
compute_texts (PazOverview   *self,
               PazStore      *store,
               GCancellable  *cancellable,
               GError       **error)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (has_texts (kinds[i]) && !compute_texts_of (self, store, kinds[i], error))
        return FALSE;
    }

  return TRUE;
}

static guint
count_states (PazStore *store)
{
  const PazKind *kind = paz_kind_find ("participant");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (GPtrArray) ids = NULL;

  paz_query_add_condition (query, paz_kind_find_field (kind, "type"), PAZ_MATCH_IS, "state");
  ids = paz_store_find (store, query, NULL, NULL);

  return ids != NULL ? ids->len : 0;
}

static void
sum_month (PazOverview *self,
           PazFigures  *figures)
{
  const PazKey by_contributor[] = { PAZ_KEY_CONTRIBUTOR };
  const PazKey by_mission[] = { PAZ_KEY_MISSION };
  const PazFiguresFilter filter = { .from = self->month, .to = self->month, .region_only = TRUE };
  g_autoptr (PazPivot) contributors = paz_figures_pivot (figures, by_contributor, 1, &filter);
  g_autoptr (PazPivot) missions = paz_figures_pivot (figures, by_mission, 1, &filter);

  for (guint i = 0; i < paz_pivot_get_n_rows (contributors); i++)
    {
      const PazFigure *figure = paz_pivot_get_row (contributors, i);

      self->women += figure->female;
      self->personnel += PAZ_FIGURE_TOTAL (figure);
      self->contributors += PAZ_FIGURE_TOTAL (figure) > 0;
    }
  self->missions = paz_pivot_get_n_rows (missions);
}

static gboolean
compute_figures (PazOverview   *self,
                 PazStore      *store,
                 PazCatalogue  *catalogue,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (PazFigures) figures = NULL;
  guint n_months;

  if (paz_store_count (store, paz_kind_find ("data_set")) == 0)
    return TRUE;
  figures = paz_figures_get (store, NULL, cancellable, error);
  if (figures == NULL)
    return FALSE;

  paz_figures_get_months (figures, &n_months);
  self->has_figures = n_months > 0;
  self->month = paz_overview_find_month (figures);
  self->states = count_states (store);
  if (self->month != 0)
    sum_month (self, figures);
  for (guint i = 0; i < PAZ_N_OVERVIEW_CHARTS; i++)
    self->charts[i] = paz_overview_chart_new (figures, i, self->month, catalogue);

  return TRUE;
}

PazOverview *
paz_overview_compute (PazStore      *store,
                      PazCatalogue  *catalogue,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (PazOverview) self = g_new0 (PazOverview, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->has_recommendation = paz_store_count (store, paz_kind_find ("recommendation")) > 0;
  self->matters = paz_matters_find (store, paz_role_shows_mine (store), N_DAYS, catalogue, cancellable, error);
  if (self->matters == NULL ||
      !compute_steps (self, store, catalogue, error) ||
      !compute_texts (self, store, cancellable, error) ||
      !compute_figures (self, store, catalogue, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
paz_overview_free (PazOverview *self)
{
  for (guint i = 0; i < PAZ_N_OVERVIEW_CHARTS; i++)
    g_clear_pointer (&self->charts[i], paz_chart_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->matters, g_ptr_array_unref);
  g_free (self);
}
