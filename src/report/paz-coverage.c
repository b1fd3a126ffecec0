/* Who is listed and since when: silence is data. */
#include "paz-report-spec.h"

#include "base/paz-date.h"

static const PazSheetWords words = {
  NC_("sheet", "Coverage"), N_("Who is listed, and in which months"),
  N_("The States of the region: listed or not, first and last month, gaps"), "Coverage", 1, PAZ_PERIOD_SERIES,
};

static const PazColumn columns[] = {
  { "contributor", NC_("column", "State"), PAZ_COLUMN_TEXT },
  { "iso3", NC_("column", "Code"), PAZ_COLUMN_CODE },
  { "listed", NC_("column", "Listed this month"), PAZ_COLUMN_TEXT },
  { "total", NC_("column", "Total personnel"), PAZ_COLUMN_COUNT },
  { "months_listed", NC_("column", "Months listed"), PAZ_COLUMN_COUNT },
  { "months_share", NC_("column", "Share of months"), PAZ_COLUMN_SHARE },
  { "months", NC_("column", "Months with figures"), PAZ_COLUMN_COUNT },
  { "first_month", NC_("column", "First month"), PAZ_COLUMN_MONTH },
  { "last_month", NC_("column", "Last month"), PAZ_COLUMN_MONTH },
};

typedef struct
{
  guint   n;
  guint16 first, last;
} Presence;

/* code -> Presence, of the months of the series. */
static GHashTable *
find_presence (PazEdition *edition)
{
  const PazKey keys[] = { PAZ_KEY_CONTRIBUTOR, PAZ_KEY_MONTH };
  const PazFiguresFilter filter = { .from = edition->from, .to = edition->to, .region_only = TRUE };
  g_autoptr (PazPivot) pivot = paz_figures_pivot (edition->figures, keys, 2, &filter);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);
      Presence *presence = g_hash_table_lookup (found, row->keys[0]);

      if (presence == NULL)
        {
          presence = g_new0 (Presence, 1);
          g_hash_table_insert (found, (gpointer) row->keys[0], presence);
        }
      if (presence->n++ == 0)
        presence->first = row->month;
      presence->last = row->month;
    }

  return found;
}

static guint
count_months (PazEdition *edition)
{
  guint n, count = 0;
  const guint16 *months = paz_figures_get_months (edition->figures, &n);

  for (guint i = 0; i < n; i++)
    if (months[i] >= edition->from && months[i] <= edition->to)
      count++;

  return count;
}

static void
put_state (PazSheet       *self,
           PazEdition     *edition,
           PazRecord      *state,
           const PazLine  *now,
           const Presence *presence,
           guint           n_months)
{
  PazClearance stamp = paz_clearance_join (edition->stamp, paz_clearance_ask (state, edition->audience));

  paz_sheet_begin_row (self, stamp);
  paz_sheet_put_text (self, paz_edition_get_name (edition, paz_record_get_text (state, "code")));
  paz_sheet_put_text (self, paz_record_get_text (state, "code"));
  paz_sheet_put_text (self, now != NULL ? paz_edition_say (edition, N_("Yes")) : paz_edition_say (edition, N_("Not listed")));
  if (now != NULL)
    paz_sheet_put_number (self, (double) PAZ_LINE_TOTAL (now));
  else
    paz_sheet_put_absent (self, PAZ_ABSENT_NOT_LISTED);
  paz_sheet_put_number (self, presence != NULL ? presence->n : 0);
  paz_sheet_put_share (self, presence != NULL ? presence->n : 0, n_months);
  paz_sheet_put_number (self, n_months);
  if (presence == NULL)
    {
      paz_sheet_put_absent (self, PAZ_ABSENT_NOT_APPLICABLE);
      paz_sheet_put_absent (self, PAZ_ABSENT_NOT_APPLICABLE);
    }
  else
    {
      paz_sheet_put_month (self, presence->first);
      paz_sheet_put_month (self, presence->last);
    }
}

/* The months between the first and the last that no data set covers. */
static char *
dup_gaps (PazEdition *edition)
{
  guint n;
  const guint16 *months = paz_figures_get_months (edition->figures, &n);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint at = 0;

  for (guint month = edition->from; month <= edition->to; month++)
    {
      while (at < n && months[at] < month)
        at++;
      if (at == n || months[at] != month)
        g_ptr_array_add (names, paz_edition_dup_month (edition, (guint16) month));
    }
  if (names->len == 0)
    return g_strdup (paz_edition_say (edition, N_("There is no gap: every month of the series has figures.")));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);

  return g_strdup_printf (paz_edition_say (edition, N_("Gaps, months without figures: %s.")), list);
}

static void
fill (PazSheet   *self,
      PazEdition *edition,
      gpointer    data)
{
  g_autoptr (GPtrArray) lines = paz_edition_list_lines (edition, PAZ_KEY_CONTRIBUTOR, TRUE);
  g_autoptr (GHashTable) presence = find_presence (edition);
  GPtrArray *states = paz_edition_get_states (edition);
  guint n_months = count_months (edition);
  g_autofree char *gaps = dup_gaps (edition);

  for (guint i = 0; i < states->len; i++)
    {
      PazRecord *state = g_ptr_array_index (states, i);
      const char *code = paz_record_get_text (state, "code");

      put_state (self, edition, state, paz_lines_find (lines, code), g_hash_table_lookup (presence, code), n_months);
    }
  paz_sheet_add_note (self, paz_edition_say (edition, N_("“Not listed” is not zero: the source lists only contributors with personnel deployed.")));
  paz_sheet_add_note (self, gaps);
}

const PazSheetPart paz_coverage_part = PAZ_SHEET_PART (words, columns, fill);
