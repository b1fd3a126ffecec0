/* The region's contributors by share of women, all their personnel together. A small base is no
 * ground for a rank: those stand below, marked. */
#include "paz-women.h"

#include <math.h>

static const PazSheetWords words = {
  NC_("sheet", "Ranking"), N_("Contributors by share of women"),
  N_("The contributors of the region by their share of women, with how many more the targets ask for"), "WomenRanking", 2, PAZ_PERIOD_MONTH,
};

static const PazColumn columns[] = {
  { "rank", NC_("column", "Rank"), PAZ_COLUMN_RANK },
  { "contributor", NC_("column", "Contributor"), PAZ_COLUMN_TEXT },
  { "iso3", NC_("column", "Code"), PAZ_COLUMN_CODE },
  { "women", NC_("column", "Women"), PAZ_COLUMN_COUNT },
  { "women_share", NC_("column", "Share of women"), PAZ_COLUMN_SHARE },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "small_base", NC_("column", "Base"), PAZ_COLUMN_TEXT },
  { "needed", NC_("column", "More women to reach the target"), PAZ_COLUMN_COUNT },
  { "goal_needed", NC_("column", "More women to reach the target of 2028"), PAZ_COLUMN_COUNT },
};

typedef struct
{
  const char *contributor;
  guint64     women, base, untold;
  guint64     needed, goal_needed;
  guint       n_targets, n_goals;   /* categories that have one */
} Entry;

static gboolean
is_small (const Entry *entry)
{
  return entry->base < PAZ_WOMEN_SMALL_BASE;
}

static gboolean
has_rank (const Entry *entry)
{
  return !is_small (entry) && entry->untold == 0;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      edition)
{
  const Entry *one = a, *other = b;
  guint64 first = one->women * other->base, second = other->women * one->base;

  if (has_rank (one) != has_rank (other))
    return has_rank (one) ? -1 : 1;
  if (first != second)
    return first > second ? -1 : 1;

  return paz_catalogue_compare (((PazEdition *) edition)->catalogue, paz_edition_get_name (edition, one->contributor),
                                paz_edition_get_name (edition, other->contributor));
}

static Entry *
find_entry (GArray     *entries,
            const char *contributor)
{
  const Entry entry = { .contributor = contributor };

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (g_array_index (entries, Entry, i).contributor, contributor))
      return &g_array_index (entries, Entry, i);
  g_array_append_val (entries, entry);

  return &g_array_index (entries, Entry, entries->len - 1);
}

/* Each category has its own target: what is asked for adds up. */
static GArray *
add_up (PazEdition *edition,
        GPtrArray  *list)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  for (guint i = 0; i < list->len; i++)
    {
      const PazParity *parity = g_ptr_array_index (list, i);
      double goal = paz_women_get_goal (edition, parity->category);
      Entry *entry;

      if (parity->contributor == NULL)
        continue;
      entry = find_entry (entries, parity->contributor);
      entry->women += parity->women;
      entry->base += parity->base;
      entry->untold += parity->untold;
      if (!isnan (parity->target))
        {
          entry->n_targets++;
          entry->needed += paz_women_count_needed (parity->women, parity->base, parity->target);
        }
      if (!isnan (goal))
        {
          entry->n_goals++;
          entry->goal_needed += paz_women_count_needed (parity->women, parity->base, goal);
        }
    }

  return entries;
}

static void
put_needed (PazSheet *self,
            guint     n,
            guint64   needed)
{
  if (n > 0)
    paz_sheet_put_number (self, (double) needed);
  else
    paz_sheet_put_absent (self, PAZ_ABSENT_UNKNOWN);
}

static void
put_entry (PazSheet    *self,
           PazEdition  *edition,
           const Entry *entry,
           guint        rank)
{
  paz_sheet_begin_row (self, edition->stamp);
  if (has_rank (entry))
    paz_sheet_put_number (self, rank);
  else
    paz_sheet_put_absent (self, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_text (self, paz_edition_get_name (edition, entry->contributor));
  paz_sheet_put_text (self, entry->contributor);
  paz_sheets_put_women (self, entry->women, entry->base, entry->untold, PAZ_ABSENT_UNKNOWN);
  paz_sheet_put_text (self, is_small (entry) ? paz_edition_say (edition, N_("Small: fewer than 10"))
                                             : paz_edition_say (edition, N_("10 or more")));
  put_needed (self, entry->untold == 0 ? entry->n_targets : 0, entry->needed);
  put_needed (self, entry->untold == 0 ? entry->n_goals : 0, entry->goal_needed);
}

/* Contributors with a rank; the rest follow in the table. */
static guint
put_entries (PazSheet   *self,
             PazEdition *edition,
             GArray     *entries)
{
  guint rank = 0, n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      const Entry *before = i > 0 ? entry - 1 : NULL;

      if (before == NULL || before->women * entry->base != entry->women * before->base)
        rank = i + 1;
      n += has_rank (entry) ? 1 : 0;
      put_entry (self, edition, entry, rank);
    }

  return n;
}

static void
put_total (PazSheet   *self,
           PazEdition *edition,
           GArray     *entries)
{
  guint64 women = 0, base = 0, untold = 0, needed = 0, goal_needed = 0;
  guint n_targets = 0, n_goals = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      women += entry->women;
      base += entry->base;
      untold += entry->untold;
      needed += entry->needed;
      goal_needed += entry->goal_needed;
      n_targets += entry->n_targets;
      n_goals += entry->n_goals;
    }
  paz_sheet_begin_total (self, edition->stamp);
  paz_sheet_put_absent (self, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheet_put_text (self, paz_edition_say (edition, N_("Region")));
  paz_sheet_put_absent (self, PAZ_ABSENT_NOT_APPLICABLE);
  paz_sheets_put_women_total (self, women, base, untold);
  paz_sheet_put_absent (self, PAZ_ABSENT_NOT_APPLICABLE);
  if (n_targets > 0 && untold == 0)
    paz_sheet_put_sum (self, needed);
  else
    paz_sheet_put_absent (self, PAZ_ABSENT_UNKNOWN);
  if (n_goals > 0 && untold == 0)
    paz_sheet_put_sum (self, goal_needed);
  else
    paz_sheet_put_absent (self, PAZ_ABSENT_UNKNOWN);
}

static void
put_chart (PazSheet   *self,
           PazEdition *edition,
           guint       n)
{
  g_autofree char *month = paz_edition_dup_month (edition, edition->month);
  /* Translators: a month. */
  g_autofree char *title = g_strdup_printf (paz_edition_say (edition, N_("Share of women by contributor, %s")), month);
  const PazSheetChartSpec spec = {
    .type = PAZ_SHEET_CHART_BARS,
    .title = title,
    .category_title = paz_sheets_say_column (edition, NC_("column", "Contributor")),
    .value_title = paz_sheets_say_column (edition, NC_("column", "Share of women")),
    .description = paz_edition_say (edition, N_("Bars: the share of women of each contributor with ten people or more; the numbers stand in the table above.")),
    .share = TRUE,
  };
  PazSheetChart *chart = paz_sheet_chart_new (self, &spec);

  paz_sheet_chart_add_series (chart, self, "contributor", "women_share", 0, n,
                              paz_sheets_say_column (edition, NC_("column", "Share of women")), PAZ_SERIES_FIRST);
}

static void
fill (PazSheet   *self,
      PazEdition *edition,
      gpointer    data)
{
  g_autoptr (GArray) entries = add_up (edition, data);
  guint n;

  g_array_sort_with_data (entries, compare_cb, edition);
  n = put_entries (self, edition, entries);
  if (entries->len > 0)
    put_total (self, edition, entries);
  if (n > 0)
    put_chart (self, edition, n);
  paz_sheet_add_note (self, paz_edition_say (edition, N_("Fewer than ten people are no ground for a rank: one person more or less changes the share greatly.")));
  paz_sheet_add_note (self, paz_edition_say (edition, N_("More women to reach the target: added up over the categories that have a target, with each total as it is.")));
  paz_sheets_note_untold (self, edition, paz_edition_tells_sexes (edition, edition->month) ? 0 : 1);
}

const PazSheetPart paz_women_ranking_part = PAZ_SHEET_PART (words, columns, fill);
