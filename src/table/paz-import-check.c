#include "paz-import-private.h"

#include "base/paz-country.h"
#include "base/paz-date.h"
#include "paz-limits.h"

#include <string.h>

/* Files that say sums are compared with the figures that are here, month by month. What the store has
 * no figures of in a month cannot be compared, and is said. */

typedef struct
{
  int     country;
  guint64 female, male;
  guint   rank;
} Sum;

void
paz_import_difference_free (PazImportDifference *self)
{
  g_free (self->contributor);
  g_free (self->mission);
  g_free (self->type);
  g_free (self);
}

static void
compare (PazImport        *self,
         guint16           month,
         const char       *contributor,
         const char       *mission,
         const char       *type,
         PazImportMeasure  measure,
         gint64            here,
         gint64            file,
         guint32           row)
{
  PazImportDifference *difference;

  self->counts.n_compared++;
  if (here == file)
    return;
  self->counts.n_different++;
  if (self->differences->len == PAZ_MAX_LISTED)
    return;

  difference = g_new0 (PazImportDifference, 1);
  difference->month = month;
  difference->contributor = g_strdup (contributor);
  difference->mission = g_strdup (mission);
  difference->type = g_strdup (type);
  difference->measure = measure;
  difference->here = here;
  difference->file = file;
  difference->row = row;
  g_ptr_array_add (self->differences, difference);
}

static void
note_unchecked (PazImport *self,
                guint16    month)
{
  for (guint i = 0; i < self->unchecked->len; i++)
    if (g_array_index (self->unchecked, guint16, i) == month)
      return;
  g_array_append_val (self->unchecked, month);
}

/* ---- ranks ---- */

/* By number of country; FALSE when nothing is here of the month. */
static gboolean
sum_month (PazFactTable *facts,
           guint16       month,
           Sum          *sums)
{
  const guint16 *months = paz_fact_table_get_months (facts);
  const guint16 *contributors = paz_fact_table_get_contributors (facts);
  guint32 n = paz_fact_table_get_n_rows (facts);
  gboolean any = FALSE;

  for (guint32 i = 0; i < n; i++)
    if (months[i] == month)
      {
        int country = paz_country_find_iso3 (paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR, contributors[i]), -1);

        if (country < 0)
          continue;
        sums[country].female += paz_fact_table_get_female (facts)[i];
        sums[country].male += paz_fact_table_get_male (facts)[i];
        any = TRUE;
      }

  return any;
}

/* Those with as many share a rank, and the next is skipped (DOMAIN.md 3.4, trap 9). */
static void
rank_sums (Sum   *sums,
           guint  n)
{
  for (guint i = 0; i < n; i++)
    {
      guint64 total = sums[i].female + sums[i].male;

      sums[i].rank = 1;
      for (guint j = 0; j < n; j++)
        sums[i].rank += sums[j].female + sums[j].male > total;
    }
}

static void
compare_rank (PazImport         *self,
              const PazFileRank *rank,
              Sum               *sums)
{
  const char *iso3 = paz_country_get_iso3 (rank->country);
  Sum *sum = &sums[rank->country];
  gboolean here = sum->female + sum->male > 0;

  if (!here)
    {
      compare (self, rank->month, iso3, NULL, NULL, PAZ_MEASURE_TOTAL, -1, (gint64) rank->female + rank->male, rank->row);
      return;
    }
  compare (self, rank->month, iso3, NULL, NULL, PAZ_MEASURE_RANK, sum->rank, rank->rank, rank->row);
  compare (self, rank->month, iso3, NULL, NULL, PAZ_MEASURE_WOMEN, (gint64) sum->female, rank->female, rank->row);
  compare (self, rank->month, iso3, NULL, NULL, PAZ_MEASURE_MEN, (gint64) sum->male, rank->male, rank->row);
  *sum = (Sum) { 0 };
}

static void
compare_month (PazImport    *self,
               PazFactTable *speaking,
               guint16       month)
{
  guint n = paz_country_get_n ();
  g_autofree Sum *sums = g_new0 (Sum, n);

  if (!sum_month (speaking, month, sums))
    {
      note_unchecked (self, month);
      return;
    }
  rank_sums (sums, n);
  for (guint i = 0; i < self->ranks->len; i++)
    {
      const PazFileRank *rank = &g_array_index (self->ranks, PazFileRank, i);

      if (rank->month == month)
        compare_rank (self, rank, sums);
    }
  /* Of those that were compared nothing is left. */
  for (guint i = 0; i < n; i++)
    if (sums[i].female + sums[i].male > 0)
      compare (self, month, paz_country_get_iso3 ((int) i), NULL, NULL, PAZ_MEASURE_TOTAL,
               (gint64) (sums[i].female + sums[i].male), -1, 0);
}

void
paz_import_check_ranks (PazImport    *self,
                        PazFactTable *speaking)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  self->check = TRUE;
  for (guint i = 0; i < self->ranks->len; i++)
    {
      guint16 month = g_array_index (self->ranks, PazFileRank, i).month;

      if (g_hash_table_add (done, GUINT_TO_POINTER (month)))
        compare_month (self, speaking, month);
    }
}

/* ---- totals without women and men ---- */

static gboolean
has_month (PazFactTable *facts,
           guint16       month)
{
  const guint16 *months = paz_fact_table_get_months (facts);
  guint32 low = 0, high = paz_fact_table_get_n_rows (facts);

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (months[middle] < month)
        low = middle + 1;
      else
        high = middle;
    }

  return low < paz_fact_table_get_n_rows (facts) && months[low] == month;
}

static char *
dup_key (PazFactTable *facts,
         guint32       i)
{
  return g_strdup_printf ("%u\t%s\t%s\t%s", paz_fact_table_get_months (facts)[i],
                          paz_fact_table_get_key (facts, PAZ_DIMENSION_CONTRIBUTOR, paz_fact_table_get_contributors (facts)[i]),
                          paz_fact_table_get_key (facts, PAZ_DIMENSION_MISSION, paz_fact_table_get_missions (facts)[i]),
                          paz_fact_table_get_key (facts, PAZ_DIMENSION_TYPE, paz_fact_table_get_types (facts)[i]));
}

static gint64
get_total (PazFactTable *facts,
           guint32       i)
{
  return (gint64) paz_fact_table_get_female (facts)[i] + paz_fact_table_get_male (facts)[i];
}

/* Row of the other table by key, those of months of this one alone. */
static GHashTable *
index_rows (PazFactTable *facts,
            PazFactTable *of_months)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < paz_fact_table_get_n_rows (facts); i++)
    if (has_month (of_months, paz_fact_table_get_months (facts)[i]))
      g_hash_table_insert (rows, dup_key (facts, i), GUINT_TO_POINTER (i + 1));

  return rows;
}

static void
compare_total (PazImport  *self,
               const char *key,
               gint64      here,
               gint64      file,
               guint32     row)
{
  g_auto (GStrv) parts = g_strsplit (key, "\t", 4);

  compare (self, (guint16) atoi (parts[0]), parts[1], parts[2], parts[3], PAZ_MEASURE_TOTAL, here, file, row);
}

static void
add_fact (PazFactTable *to,
          PazFactTable *from,
          guint32       i)
{
  guint16 codes[PAZ_N_DIMENSIONS] = {
    paz_fact_table_code (to, PAZ_DIMENSION_CONTRIBUTOR,
                         paz_fact_table_get_key (from, PAZ_DIMENSION_CONTRIBUTOR, paz_fact_table_get_contributors (from)[i])),
    paz_fact_table_code (to, PAZ_DIMENSION_MISSION,
                         paz_fact_table_get_key (from, PAZ_DIMENSION_MISSION, paz_fact_table_get_missions (from)[i])),
    paz_fact_table_code (to, PAZ_DIMENSION_TYPE,
                         paz_fact_table_get_key (from, PAZ_DIMENSION_TYPE, paz_fact_table_get_types (from)[i])),
  };

  paz_fact_table_add (to, paz_fact_table_get_months (from)[i], codes[PAZ_DIMENSION_CONTRIBUTOR],
                      codes[PAZ_DIMENSION_MISSION], (guint8) codes[PAZ_DIMENSION_TYPE],
                      paz_fact_table_get_female (from)[i], paz_fact_table_get_male (from)[i],
                      paz_fact_table_get_rows (from)[i]);
}

void
paz_import_check_totals (PazImport    *self,
                         PazFactTable *speaking)
{
  PazFactTable *left = paz_fact_table_new ();
  g_autoptr (GHashTable) here = index_rows (speaking, self->facts);
  GHashTableIter iter;
  gpointer key, row;

  for (guint32 i = 0; i < paz_fact_table_get_n_rows (self->facts); i++)
    if (has_month (speaking, paz_fact_table_get_months (self->facts)[i]))
      {
        g_autofree char *name = dup_key (self->facts, i);
        guint32 at = GPOINTER_TO_UINT (g_hash_table_lookup (here, name));

        compare_total (self, name, at > 0 ? get_total (speaking, at - 1) : -1, get_total (self->facts, i),
                       paz_fact_table_get_rows (self->facts)[i]);
        g_hash_table_remove (here, name);
      }
    else
      add_fact (left, self->facts, i);

  g_hash_table_iter_init (&iter, here);
  while (g_hash_table_iter_next (&iter, &key, &row))
    compare_total (self, key, get_total (speaking, GPOINTER_TO_UINT (row) - 1), -1, 0);

  paz_fact_table_finish (left, NULL, NULL);
  self->check = paz_fact_table_get_n_rows (left) == 0 && paz_fact_table_get_n_rows (self->facts) > 0;
  paz_fact_table_unref (self->facts);
  self->facts = left;
}

/* ---- in words ---- */

static const char *
get_sentence (const PazImportDifference *self)
{
  if (self->here < 0)
    return N_("%1$s, %2$s: %3$s in the file, nothing here.");
  if (self->file < 0)
    return N_("%1$s, %2$s: %3$s here, nothing in the file.");

  switch (self->measure)
    {
    case PAZ_MEASURE_RANK:
      return N_("%1$s, %2$s: rank %3$s by the figures here, %4$s in the file.");
    case PAZ_MEASURE_WOMEN:
      return N_("%1$s, %2$s: %3$s women here, %4$s in the file.");
    case PAZ_MEASURE_MEN:
      return N_("%1$s, %2$s: %3$s men here, %4$s in the file.");
    case PAZ_MEASURE_TOTAL:
      return N_("%1$s, %2$s: %3$s people here, %4$s in the file.");
    }

  g_return_val_if_reached ("");
}

char *
paz_import_difference_dup_text (const PazImportDifference *self,
                                PazCatalogue              *catalogue)
{
  char iso[8];
  g_autofree char *month = paz_catalogue_dup_date (catalogue, paz_month_format (self->month, iso));
  g_autofree char *country = paz_catalogue_dup_country (catalogue, self->contributor);
  g_autofree char *place = self->mission != NULL ? g_strjoin (", ", country, self->mission, self->type, NULL)
                                                 : g_strdup (country);
  g_autofree char *here = paz_catalogue_dup_integer (catalogue, self->here);
  g_autofree char *file = paz_catalogue_dup_integer (catalogue, self->file);

  if (self->here < 0 || self->file < 0)
    return g_strdup_printf (paz_catalogue_text (catalogue, get_sentence (self)), month, place,
                            self->here < 0 ? file : here);

  return g_strdup_printf (paz_catalogue_text (catalogue, get_sentence (self)), month, place, here, file);
}
