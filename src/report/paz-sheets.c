#include "paz-sheets.h"

/* Of a sheet's name, as Excel limits it. */
#define MAX_CHARACTERS 31

const char *
paz_sheets_say_column (PazEdition *edition,
                       const char *header)
{
  return paz_catalogue_ptext (edition->catalogue, "column", header);
}

/* "3.2 Positions" in a report of chapters. */
static const char *
number (PazEdition *edition,
        const char *words)
{
  g_autofree char *numbered = NULL;

  if (edition->chapter == NULL)
    return words;
  numbered = g_strconcat (edition->number, " ", words, NULL);

  return g_string_chunk_insert_const (edition->numbered, numbered);
}

/* With its number a name may be longer than a sheet's can be: whole words of it then. */
static const char *
shorten (PazEdition *edition,
         const char *name)
{
  g_autofree char *start = NULL;
  g_autofree char *shortened = NULL;
  char *space;

  if (edition->chapter == NULL || g_utf8_strlen (name, -1) <= MAX_CHARACTERS)
    return name;
  start = g_utf8_substring (name, 0, MAX_CHARACTERS - 1);
  space = strrchr (start, ' ');
  if (space == strchr (start, ' '))
    return name;
  *space = '\0';
  shortened = g_strconcat (start, "…", NULL);

  return g_string_chunk_insert_const (edition->numbered, shortened);
}

const char *
paz_sheets_say_name (PazEdition          *edition,
                     const PazSheetWords *words)
{
  return shorten (edition, number (edition, paz_catalogue_ptext (edition->catalogue, "sheet", words->name)));
}

const char *
paz_sheets_say_title (PazEdition          *edition,
                      const PazSheetWords *words)
{
  return number (edition, paz_edition_say (edition, words->title));
}

const char *
paz_sheets_say_table (PazEdition          *edition,
                      const PazSheetWords *words)
{
  g_autofree char *table = NULL;

  if (edition->chapter == NULL)
    return words->table;
  table = g_strconcat (edition->chapter, "_", words->table, NULL);

  return g_string_chunk_insert_const (edition->numbered, table);
}

static char *
dup_subtitle (PazEdition *edition,
              PazPeriod   period)
{
  g_autofree char *marking = paz_edition_dup_marking (edition);
  g_autofree char *from = paz_edition_dup_month (edition, period == PAZ_PERIOD_SERIES ? edition->from : edition->month);
  g_autofree char *to = paz_edition_dup_month (edition, edition->to);

  switch (period)
    {
    case PAZ_PERIOD_MONTH:
      /* Translators: a month, then the handling level. */
      return g_strdup_printf (paz_edition_say (edition, N_("Figures at the end of %s · %s")), from, marking);
    case PAZ_PERIOD_SERIES:
      /* Translators: two months, then the handling level. */
      return g_strdup_printf (paz_edition_say (edition, N_("Figures at the end of each month, %s – %s · %s")), from, to, marking);
    case PAZ_PERIOD_NONE:
      return g_steal_pointer (&marking);
    }

  g_return_val_if_reached (NULL);
}

PazSheet *
paz_sheets_declare (PazEdition          *edition,
                    PazWorkbook         *workbook,
                    const PazSheetWords *words,
                    const PazColumn     *columns,
                    guint                n_columns,
                    guint                n_rows,
                    PazClearance         stamp)
{
  g_autofree PazColumn *translated = g_memdup2 (columns, n_columns * sizeof *columns);
  g_autofree char *subtitle = dup_subtitle (edition, words->period);
  PazSheetSpec spec = {
    .name = paz_sheets_say_name (edition, words),
    .title = paz_sheets_say_title (edition, words),
    .subtitle = subtitle,
    .table = paz_sheets_say_table (edition, words),
    .columns = translated,
    .n_columns = n_columns,
    .n_frozen = words->n_frozen,
    .n_rows = n_rows,
  };

  for (guint i = 0; i < n_columns; i++)
    translated[i].header = paz_sheets_say_column (edition, columns[i].header);

  return paz_sheet_new (workbook, &spec, stamp);
}

void
paz_sheets_put_link (PazSheet            *cover,
                     PazEdition          *edition,
                     PazSheet            *sheet,
                     const PazSheetWords *words)
{
  paz_page_put_link (cover, sheet, paz_edition_say (edition, words->contents));
}

void
paz_sheets_put_world (PazSheet *sheet,
                      gboolean  covered,
                      guint64   part,
                      guint64   base)
{
  if (covered)
    {
      paz_sheet_put_share (sheet, part, base);
      paz_sheet_put_number (sheet, (double) base);
    }
  else
    {
      paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
      paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
    }
}

void
paz_sheets_put_absents (PazSheet  *sheet,
                        PazAbsent  absent,
                        guint      n)
{
  for (guint i = 0; i < n; i++)
    paz_sheet_put_absent (sheet, absent);
}

void
paz_sheets_put_women (PazSheet  *sheet,
                      guint64    female,
                      guint64    total,
                      guint64    untold,
                      PazAbsent  absent)
{
  if (untold > 0)
    paz_sheets_put_absents (sheet, absent, 2);
  else
    {
      paz_sheet_put_number (sheet, (double) female);
      paz_sheet_put_share (sheet, female, total);
    }
  paz_sheet_put_number (sheet, (double) total);
}

void
paz_sheets_put_both (PazSheet  *sheet,
                     guint64    female,
                     guint64    male,
                     guint64    untold,
                     PazAbsent  absent)
{
  if (untold > 0)
    paz_sheets_put_absents (sheet, absent, 3);
  else
    {
      paz_sheet_put_number (sheet, (double) female);
      paz_sheet_put_number (sheet, (double) male);
      paz_sheet_put_share (sheet, female, female + male);
    }
  paz_sheet_put_number (sheet, (double) (female + male + untold));
}

void
paz_sheets_put_women_total (PazSheet *sheet,
                            guint64   female,
                            guint64   total,
                            guint64   untold)
{
  if (untold > 0)
    paz_sheets_put_absents (sheet, PAZ_ABSENT_UNKNOWN, 2);
  else
    {
      paz_sheet_put_sum (sheet, female);
      paz_sheet_put_quotient (sheet, "women", "total", (double) female / (double) total);
    }
  paz_sheet_put_sum (sheet, total);
}

void
paz_sheets_put_both_total (PazSheet *sheet,
                           guint64   female,
                           guint64   male,
                           guint64   untold)
{
  if (untold > 0)
    paz_sheets_put_absents (sheet, PAZ_ABSENT_UNKNOWN, 3);
  else
    {
      paz_sheet_put_sum (sheet, female);
      paz_sheet_put_sum (sheet, male);
      paz_sheet_put_quotient (sheet, "women", "total", (double) female / (double) (female + male));
    }
  paz_sheet_put_sum (sheet, female + male + untold);
}

void
paz_sheets_note_untold (PazSheet   *sheet,
                        PazEdition *edition,
                        guint64     untold)
{
  if (untold > 0)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("A file that speaks in this month gives the sum of women and men alone: neither is known, and no share of women can be told.")));
}

void
paz_sheets_note_untold_months (PazSheet   *sheet,
                               PazEdition *edition,
                               guint64     untold)
{
  if (untold > 0)
    paz_sheet_add_note (sheet, paz_edition_say (edition, N_("In some months a file gives the sum of women and men alone: the cells of women are empty there, and the charts’ lines stop.")));
}
