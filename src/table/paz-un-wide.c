#include "paz-un-codes.h"

/* Rows that have a column for each type of personnel (DOMAIN.md 3.5). "NA" and 0 both say that the
 * contributor has nobody of the type in the mission: neither is a fact. */

typedef struct
{
  gboolean given;
  guint32  total;
  guint32  female;
  guint32  male;
} Count;

typedef struct
{
  PazUnCodes       *codes;
  const PazHeader  *header;
  const PazCell    *cells;
  PazColumn        *column;
  PazRefusalReason *reason;
} Row;

static gboolean
refuse (Row              *row,
        PazColumn         column,
        PazRefusalReason  reason)
{
  return paz_un_codes_refuse (column, reason, row->column, row->reason);
}

/* Blank is none. FALSE: refused. */
static gboolean
read_cell (Row       *row,
           PazColumn  column,
           gboolean  *given,
           guint32   *value)
{
  const PazCell *cell = paz_un_codes_get_cell (row->header, row->cells, column);
  PazRefusalReason reason;

  *given = FALSE;
  *value = 0;
  if (paz_un_codes_is_blank (cell))
    return TRUE;
  if (!paz_un_codes_read_number (row->codes, column, cell, value, &reason))
    return refuse (row, column, reason);

  *given = TRUE;
  return TRUE;
}

/* The total of a type is that of its women and men, or the row is wrong. */
static gboolean
read_type (Row   *row,
           guint  place,
           Count *count)
{
  gboolean has_total, has_female, has_male;

  if (!read_cell (row, PAZ_WIDE_COLUMN (place, PAZ_WIDE_TOTAL), &has_total, &count->total)
      || !read_cell (row, PAZ_WIDE_COLUMN (place, PAZ_WIDE_FEMALE), &has_female, &count->female)
      || !read_cell (row, PAZ_WIDE_COLUMN (place, PAZ_WIDE_MALE), &has_male, &count->male))
    return FALSE;

  count->given = has_total || has_female || has_male;
  if (row->header->layout->totals)
    count->male = count->total;
  else if (has_total && count->total != count->female + count->male)
    return refuse (row, PAZ_WIDE_COLUMN (place, PAZ_WIDE_TOTAL), PAZ_REFUSAL_SUM);

  return TRUE;
}

/* The older name of a type counts the same persons again where the row has the newer ones: then it
 * must agree with them, and is left out. */
static gboolean
leave_out_older (Row     *row,
                 guint    place,
                 Count    counts[PAZ_MAX_WIDE])
{
  guint parts = row->header->layout->wide[place].parts;
  gboolean any = FALSE;
  guint32 sum = 0;

  for (guint i = 0; i < PAZ_MAX_WIDE; i++)
    if ((parts & 1u << i) != 0 && counts[i].given)
      {
        any = TRUE;
        sum += counts[i].female + counts[i].male;
      }
  if (!any || !counts[place].given)
    return TRUE;
  if (counts[place].female + counts[place].male != sum)
    return refuse (row, PAZ_WIDE_COLUMN (place, PAZ_WIDE_TOTAL), PAZ_REFUSAL_SUM);

  counts[place] = (Count) { .given = FALSE };
  return TRUE;
}

/* Sums over all types, where the file says them. */
static gboolean
check_sums (Row         *row,
            const Count  counts[PAZ_MAX_WIDE],
            guint        n)
{
  const PazColumn columns[] = { PAZ_COLUMN_TOTAL, PAZ_COLUMN_FEMALE, PAZ_COLUMN_MALE };
  guint64 female = 0, male = 0;

  for (guint i = 0; i < n; i++)
    {
      female += counts[i].female;
      male += counts[i].male;
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      guint64 expected = i == 0 ? female + male : i == 1 ? female : male;
      gboolean given;
      guint32 value;

      if (!read_cell (row, columns[i], &given, &value))
        return FALSE;
      if (given && value != expected)
        return refuse (row, columns[i], PAZ_REFUSAL_SUM);
    }

  return TRUE;
}

static void
add_facts (Row             *row,
           const Count      counts[PAZ_MAX_WIDE],
           const PazUnFact *place,
           PazUnFact        facts[PAZ_MAX_WIDE],
           guint           *n_facts)
{
  const PazWide *wide = row->header->layout->wide;

  *n_facts = 0;
  for (guint i = 0; wide[i].code != NULL; i++)
    if (counts[i].female + counts[i].male > 0)
      {
        PazUnFact *fact = &facts[(*n_facts)++];

        *fact = *place;
        fact->type = (guint8) paz_fact_table_code (row->codes->facts, PAZ_DIMENSION_TYPE, wide[i].code);
        fact->female = counts[i].female;
        fact->male = counts[i].male;
      }
}

gboolean
paz_un_codes_read_wide (PazUnCodes       *self,
                        const PazHeader  *header,
                        const PazCell    *cells,
                        guint             n_cells,
                        PazUnFact         facts[PAZ_MAX_WIDE],
                        guint            *n_facts,
                        PazColumn        *column,
                        PazRefusalReason *reason)
{
  Row row = { self, header, cells, column, reason };
  Count counts[PAZ_MAX_WIDE] = { { 0 } };
  PazUnFact place = { 0 };
  guint n;

  if (!paz_un_codes_read_contributor (self, header, cells, n_cells, &place, column, reason)
      || !paz_un_codes_read_mission (self, header, cells, &place, column, reason)
      || !paz_un_codes_read_month (self, header, cells, &place, column, reason))
    return FALSE;

  for (n = 0; header->layout->wide[n].code != NULL; n++)
    if (!read_type (&row, n, &counts[n]))
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (header->layout->wide[i].parts != 0 && !leave_out_older (&row, i, counts))
      return FALSE;
  if (!check_sums (&row, counts, n))
    return FALSE;

  add_facts (&row, counts, &place, facts, n_facts);
  return TRUE;
}
