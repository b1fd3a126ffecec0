/* The values of the 33 States. */
#include "paz-map-answer-private.h"

#include "base/paz-date.h"

#include <math.h>
#include <string.h>

#define MONTHS_OF_A_YEAR 12

static const char *
say (PazMapWork *work,
     const char *words)
{
  return paz_catalogue_ptext (work->catalogue, "map", words);
}

static void
put (PazMapWork *work,
     const char *key,
     double      value,
     char       *remark)
{
  paz_map_work_put (work, key, paz_map_dup_name (work->answer->map, key, work->catalogue), value, remark);
}

/* ---- facts ---- */

static PazPivot *
pivot_month (PazMapWork *work,
             guint16     month)
{
  static const PazKey key = PAZ_KEY_CONTRIBUTOR;
  const char *types[] = { work->choice->type, NULL };
  const char *missions[] = { work->choice->mission, NULL };
  const PazFiguresFilter filter = {
    .from = month,
    .to = month,
    .types = types[0] != NULL ? types : NULL,
    .missions = missions[0] != NULL ? missions : NULL,
    .region_only = TRUE,
  };

  return paz_figures_pivot (work->facts->figures, &key, 1, &filter);
}

static const PazFigure *
find_row (PazPivot   *pivot,
          const char *key)
{
  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    if (g_str_equal (paz_pivot_get_row (pivot, i)->keys[0], key))
      return paz_pivot_get_row (pivot, i);

  return NULL;
}

static char *
dup_share (PazMapWork *work,
           guint64     part,
           guint64     base)
{
  g_autofree char *some = paz_map_work_dup_count (work, (double) part);
  g_autofree char *all = paz_map_work_dup_count (work, (double) base);

  return g_strdup_printf (say (work, NC_("map", "%s of %s")), some, all);
}

/* Of how many: a share without its base says little, and one of a few people nothing. */
static char *
dup_base (PazMapWork *work,
          guint64     part,
          guint64     base)
{
  g_autofree char *share = dup_share (work, part, base);

  return base < 10 ? g_strdup_printf (say (work, NC_("map", "%s, a small number")), share) : g_steal_pointer (&share);
}

static char *
dup_untold (PazMapWork *work)
{
  return g_strdup (say (work, NC_("map", "Women and men are not told apart")));
}

static void
put_people (PazMapWork      *work,
            const char      *key,
            const PazFigure *row,
            PazMonthState    state)
{
  guint64 women = row != NULL ? row->female : 0;
  guint64 all = row != NULL ? PAZ_FIGURE_TOTAL (row) : 0;

  if (state == PAZ_MONTH_GAP)
    put (work, key, NAN, g_strdup (say (work, NC_("map", "No figures cover that month"))));
  else if (row != NULL && row->untold > 0 && work->choice->figure != PAZ_MAP_DEPLOYED)
    put (work, key, NAN, dup_untold (work));
  else if (work->choice->figure != PAZ_MAP_SHARE_OF_WOMEN)
    put (work, key, (double) (work->choice->figure == PAZ_MAP_WOMEN ? women : all),
         state == PAZ_MONTH_NOT_LISTED ? g_strdup (say (work, NC_("map", "Not listed: nobody there"))) : NULL);
  else if (all == 0)
    paz_map_work_put_none (work, key);
  else
    put (work, key, (double) women / (double) all, dup_base (work, women, all));
}

static void
cover_people (PazMapWork *work,
              PazPivot   *pivot)
{
  guint64 women = 0, all = 0, untold = 0;
  g_autofree char *percent = NULL;
  g_autofree char *some = NULL;
  g_autofree char *whole = NULL;

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      women += paz_pivot_get_row (pivot, i)->female;
      all += PAZ_FIGURE_TOTAL (paz_pivot_get_row (pivot, i));
      untold += paz_pivot_get_row (pivot, i)->untold;
    }
  if (work->choice->figure != PAZ_MAP_SHARE_OF_WOMEN || all == 0 || untold > 0)
    return;
  percent = paz_catalogue_dup_percent (work->catalogue, (double) women / (double) all, 1);
  some = paz_map_work_dup_count (work, (double) women);
  whole = paz_map_work_dup_count (work, (double) all);
  work->answer->coverage = g_strdup_printf (say (work, NC_("map", "The region together: %s women of %s people (%s).")),
                                            some, whole, percent);
}

static void
fill_people (PazMapWork *work)
{
  g_autoptr (PazPivot) pivot = pivot_month (work, work->answer->month);

  for (guint i = 0; i < paz_map_get_n_keys (work->answer->map); i++)
    {
      const char *key = paz_map_get_key (work->answer->map, i);
      const PazFigure *row = find_row (pivot, key);

      put_people (work, key, row, paz_figures_get_month_state (work->facts->figures, work->answer->month, row != NULL));
    }
  cover_people (work, pivot);
}

static double
count_people (const PazFigure *row)
{
  return row != NULL ? (double) PAZ_FIGURE_TOTAL (row) : 0;
}

static void
note_change (PazMapWork *work,
             guint16     before)
{
  g_autofree char *month = paz_map_work_dup_month (work, before);
  gboolean covered = paz_figures_get_month_state (work->facts->figures, before, FALSE) != PAZ_MONTH_GAP;

  paz_map_work_note (work, g_strdup_printf (covered ? say (work, NC_("map", "Compared with %s."))
                                                    : say (work, NC_("map", "No figures cover %s, so the change is not known.")),
                                            month));
}

static void
fill_change (PazMapWork *work)
{
  guint16 before = (guint16) (work->answer->month - MONTHS_OF_A_YEAR);
  g_autoptr (PazPivot) now = pivot_month (work, work->answer->month);
  g_autoptr (PazPivot) then = pivot_month (work, before);

  for (guint i = 0; i < paz_map_get_n_keys (work->answer->map); i++)
    {
      const char *key = paz_map_get_key (work->answer->map, i);
      const PazFigure *row = find_row (now, key);
      const PazFigure *old = find_row (then, key);
      g_autofree char *from = paz_map_work_dup_count (work, count_people (old));
      g_autofree char *to = paz_map_work_dup_count (work, count_people (row));

      if (paz_figures_get_month_state (work->facts->figures, before, old != NULL) == PAZ_MONTH_GAP)
        put (work, key, NAN, NULL);
      else
        /* Numbers of people before and after. */
        put (work, key, count_people (row) - count_people (old),
             row != NULL || old != NULL ? g_strdup_printf (say (work, NC_("map", "%s → %s")), from, to) : NULL);
    }
  note_change (work, before);
}

/* ---- targets ---- */

typedef struct
{
  guint64  women, base, untold, needed;
  double   wanted;              /* women that the targets ask for */
  gboolean derived;
} Goal;

static GHashTable *
sum_goals (PazMapWork *work)
{
  const char *types[] = { work->choice->type, NULL };
  const char *missions[] = { work->choice->mission, NULL };
  const PazFiguresFilter filter = {
    .types = types[0] != NULL ? types : NULL,
    .missions = missions[0] != NULL ? missions : NULL,
    .region_only = TRUE,
  };
  g_autoptr (GPtrArray) parities = paz_figures_parity (work->facts->figures, work->answer->month, &filter);
  GHashTable *goals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < parities->len; i++)
    {
      const PazParity *parity = parities->pdata[i];
      Goal *goal;

      if (parity->contributor == NULL || isnan (parity->target) || parity->base == 0)
        continue;
      goal = g_hash_table_lookup (goals, parity->contributor);
      if (goal == NULL)
        g_hash_table_insert (goals, (gpointer) parity->contributor, goal = g_new0 (Goal, 1));
      goal->women += parity->women;
      goal->base += parity->base;
      goal->untold += parity->untold;
      goal->needed += paz_goal_count_needed (parity->women, parity->base, parity->target);
      goal->wanted += (double) parity->base * parity->target / 100;
      goal->derived |= parity->target_derived;
    }

  return goals;
}

static void
put_goal (PazMapWork *work,
          const char *key,
          const Goal *goal)
{
  if (goal == NULL)
    paz_map_work_put_none (work, key);
  else if (goal->untold > 0)
    put (work, key, NAN, dup_untold (work));
  else if (work->choice->figure == PAZ_MAP_WOMEN_NEEDED)
    put (work, key, (double) goal->needed, dup_base (work, goal->women, goal->base));
  else
    put (work, key, ((double) goal->women - goal->wanted) * 100 / (double) goal->base,
         dup_base (work, goal->women, goal->base));
}

static void
cover_goals (PazMapWork *work)
{
  guint n_met = 0;

  if (work->choice->figure != PAZ_MAP_AGAINST_TARGET || work->n_known == 0)
    return;
  for (guint i = 0; i < work->answer->rows->len; i++)
    n_met += ((PazMapRow *) work->answer->rows->pdata[i])->value >= 0;
  work->answer->coverage = g_strdup_printf (say (work, NC_("map", "At or above the target: %u of %u States with people deployed.")),
                                            n_met, work->n_known);
}

static void
note_goals (PazMapWork *work,
            GHashTable *goals)
{
  guint year = paz_month_get_year (work->answer->month);
  gboolean derived = FALSE;
  GHashTableIter iter;
  gpointer goal;

  g_hash_table_iter_init (&iter, goals);
  while (g_hash_table_iter_next (&iter, NULL, &goal))
    derived |= ((Goal *) goal)->derived;
  if (g_hash_table_size (goals) == 0)
    {
      paz_map_work_note (work, g_strdup_printf (say (work, NC_("map", "The strategy sets no target for %u.")), year));
      return;
    }
  paz_map_work_note (work, g_strdup_printf (say (work, NC_("map", "Targets of the UN’s gender strategy for %u, each category weighed by its people.")), year));
  if (derived)
    paz_map_work_note (work, g_strdup (say (work, NC_("map", "Some are not published but read out of the strategy."))));
}

static void
fill_goals (PazMapWork *work)
{
  g_autoptr (GHashTable) goals = sum_goals (work);

  if (g_hash_table_size (goals) == 0)
    paz_map_set_absent_title (work->answer->map, say (work, NC_("map", "No target")));
  for (guint i = 0; i < paz_map_get_n_keys (work->answer->map); i++)
    {
      const char *key = paz_map_get_key (work->answer->map, i);

      put_goal (work, key, g_hash_table_lookup (goals, key));
    }
  cover_goals (work);
  note_goals (work, goals);
}

static void
put_unknown (PazMapWork *work)
{
  for (guint i = 0; i < paz_map_get_n_keys (work->answer->map); i++)
    put (work, paz_map_get_key (work->answer->map, i), NAN, NULL);
}

static gboolean
lacks_figures (PazMapWork *work)
{
  if (!(paz_map_figure_get_flags (work->choice->figure) & PAZ_MAP_HAS_FACTS) || work->answer->month != 0)
    return FALSE;
  put_unknown (work);
  paz_map_work_note (work, g_strdup (say (work, NC_("map", "There are no figures of deployment yet."))));

  return TRUE;
}

/* Everybody counts as a man there: nothing may be said of women. */
static gboolean
lacks_sexes (PazMapWork *work)
{
  g_autofree char *month = NULL;

  if (!(paz_map_figure_get_flags (work->choice->figure) & PAZ_MAP_HAS_SEXES) ||
      paz_figures_tells_sexes (work->facts->figures, work->answer->month))
    return FALSE;
  month = paz_map_work_dup_month (work, work->answer->month);
  put_unknown (work);
  paz_map_work_note (work, g_strdup_printf (say (work, NC_("map", "The figures of %s do not tell women and men apart.")), month));

  return TRUE;
}

/* ---- records and fatalities ---- */

static void
put_pledged (PazMapWork              *work,
             const char              *key,
             const PazProfileRecords *records)
{
  gint64 persons = 0;
  guint n_silent = 0;

  for (guint i = 0; i < records->pledges->len; i++)
    {
      persons += g_array_index (records->pledges, PazProfilePledges, i).persons;
      n_silent += g_array_index (records->pledges, PazProfilePledges, i).n_silent;
    }
  put (work, key, n_silent == records->n_pledges ? NAN : (double) persons,
       n_silent == 0 ? NULL
       : g_strdup_printf (paz_catalogue_ntext (work->catalogue, "%u pledge does not say its strength",
                                               "%u pledges do not say their strength", n_silent), n_silent));
}

/* What nobody wrote down is no answer, and no zero. */
static void
put_records (PazMapWork              *work,
             const char              *key,
             const PazProfileRecords *records)
{
  PazMapFigure figure = work->choice->figure;
  guint n = figure == PAZ_MAP_NEEDS ? records->needs : figure == PAZ_MAP_OFFERS ? records->offers : records->n_pledges;

  if (n > 0)
    paz_map_work_raise (work, records->level);
  if (n == 0)
    paz_map_work_put_none (work, key);
  else if (figure == PAZ_MAP_PLEDGED)
    put_pledged (work, key, records);
  else if (figure == PAZ_MAP_PLEDGES)
    put (work, key, n, NULL);
  else
    put (work, key, figure == PAZ_MAP_NEEDS ? records->needs_open : records->offers_open,
         dup_share (work, figure == PAZ_MAP_NEEDS ? records->needs_open : records->offers_open, n));
}

static void
fill_records (PazMapWork *work)
{
  for (guint i = 0; i < paz_map_get_n_keys (work->answer->map); i++)
    {
      const char *key = paz_map_get_key (work->answer->map, i);
      const PazProfileRecords *records = g_hash_table_lookup (work->facts->records, key);

      if (records != NULL)
        put_records (work, key, records);
      else
        paz_map_work_put_none (work, key);
    }
  paz_map_work_note (work, g_strdup (say (work, NC_("map", "Counted from the records kept here. Nothing recorded is no answer, which is not zero."))));
}

static void
fill_fatalities (PazMapWork *work)
{
  const PazFatalityFilter all = { .region_only = TRUE };
  gboolean any = paz_fatalities_get_total (work->facts->fatalities, NULL) > 0;

  for (guint i = 0; i < paz_map_get_n_keys (work->answer->map); i++)
    {
      const char *key = paz_map_get_key (work->answer->map, i);
      const PazFatalityFilter filter = { .nationality = key };

      put (work, key, any ? paz_fatalities_get_total (work->facts->fatalities, &filter) : NAN, NULL);
    }
  paz_map_work_raise (work, paz_fatalities_get_level (work->facts->fatalities, &all));
  paz_map_work_note (work, g_strdup (any ? say (work, NC_("map", "All years. Records before 2000 may be incomplete."))
                                         : say (work, NC_("map", "No fatalities are recorded."))));
}

/* ---- all of them ---- */

static void
cover (PazMapWork *work)
{
  guint n = paz_map_get_n_keys (work->answer->map);
  g_autofree char *number = paz_map_work_dup_count (work, work->total);
  g_autofree char *total = g_strconcat (work->choice->figure == PAZ_MAP_CHANGE && work->total > 0 ? "+" : "", number, NULL);

  if (work->answer->coverage != NULL)
    return;
  if (work->n_known == 0)
    work->answer->coverage = g_strdup (say (work, NC_("map", "Not known for any State.")));
  else if (work->choice->figure == PAZ_MAP_CHANGE)
    work->answer->coverage = g_strdup_printf (say (work, NC_("map", "The region together: %s. More people from %u of %u States.")),
                                              total, work->n_above, n);
  else
    work->answer->coverage = g_strdup_printf (say (work, NC_("map", "The region together: %s, from %u of %u States.")),
                                              total, work->n_above, n);
}

void
paz_map_states_fill (PazMapWork *work)
{
  PazMapFigure figure = work->choice->figure;

  if (figure == PAZ_MAP_FATALITIES)
    fill_fatalities (work);
  else if (paz_map_figure_get_flags (figure) & PAZ_MAP_HAS_RECORDS)
    fill_records (work);
  else if (lacks_figures (work) || lacks_sexes (work))
    ;
  else if (figure == PAZ_MAP_CHANGE)
    fill_change (work);
  else if (figure == PAZ_MAP_AGAINST_TARGET || figure == PAZ_MAP_WOMEN_NEEDED)
    fill_goals (work);
  else
    fill_people (work);
  cover (work);
}
