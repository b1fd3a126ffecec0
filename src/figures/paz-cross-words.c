/* The words of a cross table: cells, sentences, lines of a file. */
#include "paz-cross-private.h"

#include "base/paz-date.h"
#include "base/paz-catalogue.h"

#include <math.h>

#define SMALL_BASE 10
#define N_GAPS 4

#define SAY(self, msgid) paz_catalogue_text ((self)->catalogue, msgid)

gboolean
paz_cross_is_small (const PazCross     *self,
                    const PazCrossCell *cell)
{
  return self->choice->ask == PAZ_ASK_SHARE_OF_WOMEN && cell->known && cell->base > 0 && cell->base < SMALL_BASE;
}

char *
paz_cross_dup_text (const PazCross     *self,
                    const PazCrossCell *cell)
{
  g_autofree char *part = NULL;
  g_autofree char *base = NULL;
  g_autofree char *share = NULL;

  if (!cell->known)
    return g_strdup (cell->untold > 0 ? paz_catalogue_ptext (self->catalogue, "figures", NC_("figures", "not told")) : "…");
  if (isnan (cell->value))
    return g_strdup ("–");
  if (!paz_ask_is_share (self->choice->ask))
    return paz_catalogue_dup_integer (self->catalogue, (gint64) cell->value);
  part = paz_catalogue_dup_integer (self->catalogue, (gint64) cell->part);
  base = paz_catalogue_dup_integer (self->catalogue, (gint64) cell->base);
  share = paz_catalogue_dup_percent (self->catalogue, cell->value, 1);

  return g_strdup_printf ("%s (%s/%s)%s", share, part, base, paz_cross_is_small (self, cell) ? " *" : "");
}

char *
paz_cross_dup_sentence (const PazCross *self,
                        guint           row,
                        guint           column)
{
  const PazCrossCell *cell = paz_cross_get (self, row, column);
  const PazCrossHead *head = g_ptr_array_index (self->rows, row);
  const PazCrossHead *other = g_ptr_array_index (self->columns, column);
  g_autofree char *value = cell->known || cell->untold > 0 ? paz_cross_dup_text (self, cell) : g_strdup (SAY (self, N_("not known")));

  /* Translators: what the row is, what the column is, the figure. */
  return g_strdup_printf (SAY (self, N_("%s, %s: %s")), head->name, other->name, value);
}

/* ---- lines of a file ---- */

static void
put_cell (GString    *lines,
          const char *text,
          char        separator)
{
  if (lines->len > 0 && lines->str[lines->len - 1] != '\n')
    g_string_append_c (lines, separator);
  if (separator == '\t' || strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (lines, text);
      return;
    }
  g_string_append_c (lines, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (lines, '"');
      g_string_append_c (lines, *p);
    }
  g_string_append_c (lines, '"');
}

/* A cell may be empty, so the separator is put by count. */
static void
put (GString    *lines,
     guint       n,
     const char *text,
     char        separator)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  put_cell (cell, text, separator);
  if (n > 0)
    g_string_append_c (lines, separator);
  g_string_append_len (lines, cell->str, (gssize) cell->len);
}

static void
put_figure (const PazCross     *self,
            GString            *lines,
            const PazCrossCell *cell,
            char                separator)
{
  char value[G_ASCII_DTOSTR_BUF_SIZE] = "", part[24] = "", base[24] = "";

  if (!isnan (cell->value))
    g_ascii_formatd (value, sizeof value, paz_ask_is_share (self->choice->ask) ? "%.6f" : "%.0f", cell->value);
  if (cell->known)
    g_snprintf (part, sizeof part, "%" G_GUINT64_FORMAT, cell->part);
  if (cell->known)
    g_snprintf (base, sizeof base, "%" G_GUINT64_FORMAT, cell->base);
  put (lines, 1, value, separator);
  if (!paz_ask_is_share (self->choice->ask))
    return;
  put (lines, 1, part, separator);
  put (lines, 1, base, separator);
}

static void
put_head (const PazCross *self,
          GString        *lines,
          const char     *name,
          char            separator)
{
  g_autofree char *part = NULL;
  g_autofree char *base = NULL;

  put (lines, 1, name, separator);
  if (!paz_ask_is_share (self->choice->ask))
    return;
  /* Translators: a heading, then what the column holds. */
  part = g_strdup_printf (SAY (self, N_("%s (part)")), name);
  base = g_strdup_printf (SAY (self, N_("%s (base)")), name);
  put (lines, 1, part, separator);
  put (lines, 1, base, separator);
}

static void
put_row (const PazCross     *self,
         GString            *lines,
         const char         *name,
         const char         *code,
         const PazCrossCell *cells,
         const PazCrossCell *total,
         char                separator)
{
  put (lines, 0, name, separator);
  put (lines, 1, code, separator);
  for (guint i = 0; i < self->columns->len; i++)
    put_figure (self, lines, &cells[i], separator);
  if (total != NULL)
    put_figure (self, lines, total, separator);
  g_string_append (lines, separator == '\t' ? "\n" : "\r\n");
}

char *
paz_cross_dup_lines (const PazCross *self,
                     char            separator)
{
  GString *lines = g_string_new (NULL);
  const char *total = paz_catalogue_ptext (self->catalogue, "figures", NC_("figures", "Total"));

  put (lines, 0, paz_catalogue_ptext (self->catalogue, "figures", paz_axis_get_label (self->choice->rows)), separator);
  put (lines, 1, paz_catalogue_ptext (self->catalogue, "figures", NC_("figures", "Code")), separator);
  for (guint i = 0; i < self->columns->len; i++)
    put_head (self, lines, ((PazCrossHead *) self->columns->pdata[i])->name, separator);
  if (self->row_totals != NULL)
    put_head (self, lines, total, separator);
  g_string_append (lines, separator == '\t' ? "\n" : "\r\n");
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PazCrossHead *head = g_ptr_array_index (self->rows, i);

      put_row (self, lines, head->name, head->key, paz_cross_get (self, i, 0),
               self->row_totals != NULL ? &self->row_totals[i] : NULL, separator);
    }
  if (self->column_totals != NULL)
    put_row (self, lines, total, "", self->column_totals, self->grand_total, separator);

  return g_string_free (lines, FALSE);
}

/* ---- what it says ---- */

static char *
dup_month (PazCross *self,
           guint16   month)
{
  char iso[8];

  return paz_catalogue_dup_date (self->catalogue, paz_month_format (month, iso));
}

static const char *
get_set (PazCross *self)
{
  return paz_catalogue_ptext (self->catalogue, "figures", paz_figures_set_get_label (self->choice->set));
}

static char *
dup_title (PazCross   *self,
           const char *who)
{
  const PazFiguresChoice *choice = self->choice;
  const char *ask = paz_catalogue_ptext (self->catalogue, "figures", paz_ask_get_label (choice->ask));
  const char *rows = paz_catalogue_ptext (self->catalogue, "figures", paz_axis_get_label (choice->rows));
  const char *columns = paz_catalogue_ptext (self->catalogue, "figures", paz_axis_get_label (choice->columns));

  if (choice->rows == PAZ_AXIS_NONE)
    return g_strdup_printf ("%s · %s", ask, who);
  if (choice->columns == PAZ_AXIS_NONE)
    return g_strdup_printf ("%s · %s · %s", ask, who, rows);

  return g_strdup_printf ("%s · %s · %s × %s", ask, who, rows, columns);
}

/* Where no file tells women and men apart. */
static char *
dup_untold_headline (PazCross   *self,
                     const char *who,
                     const char *people,
                     const char *month,
                     const char *place)
{
  if (place != NULL)
    /* Translators: a country, people, a month, its place. */
    return g_strdup_printf (SAY (self, N_("%s: %s in %s, number %s in the region; women and men are not told apart")),
                            who, people, month, place);

  /* Translators: a group of countries, people, a month. */
  return g_strdup_printf (SAY (self, N_("%s: %s in %s; women and men are not told apart")), who, people, month);
}

static char *
dup_headline (PazCross          *self,
              const char        *who,
              const PazCrossSum *sum,
              guint              rank,
              gboolean           alone)
{
  guint64 women = sum->female, base = PAZ_FIGURE_TOTAL (sum);
  g_autofree char *month = dup_month (self, self->to);
  g_autofree char *people = paz_catalogue_dup_integer (self->catalogue, (gint64) base);
  g_autofree char *females = paz_catalogue_dup_integer (self->catalogue, (gint64) women);
  g_autofree char *share = paz_catalogue_dup_percent (self->catalogue, base > 0 ? (double) women / (double) base : 0, 1);
  g_autofree char *place = paz_catalogue_dup_integer (self->catalogue, rank);

  if (base == 0)
    /* Translators: a country or group, a month. */
    return g_strdup_printf (SAY (self, N_("%s: nobody deployed in %s")), who, month);
  if (sum->untold > 0)
    return dup_untold_headline (self, who, people, month, alone ? place : NULL);
  if (alone)
    /* Translators: a country, people, a month, its place, a percentage, women, people. */
    return g_strdup_printf (SAY (self, N_("%s: %s in %s, number %s in the region, %s women (%s of %s)")),
                            who, people, month, place, share, females, people);

  /* Translators: a group of countries, people, a month, a percentage, women, people. */
  return g_strdup_printf (SAY (self, N_("%s: %s in %s, %s women (%s of %s)")),
                          who, people, month, share, females, people);
}

static char *
dup_gaps (PazCross *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->gaps->len && i < N_GAPS; i++)
    {
      g_autofree char *month = dup_month (self, g_array_index (self->gaps, guint16, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", month);
    }
  if (self->gaps->len > N_GAPS)
    g_string_append (names, ", …");

  return g_strdup_printf (SAY (self, N_("Months without figures: %s")), names->str);
}

static char *
dup_coverage (PazCross *self)
{
  g_autofree char *month = dup_month (self, self->to);
  g_autofree char *reported = paz_catalogue_dup_integer (self->catalogue, self->n_reported);
  g_autofree char *expected = paz_catalogue_dup_integer (self->catalogue, self->n_expected);
  g_autofree char *first = NULL;
  g_autofree char *gaps = NULL;

  if (self->n_expected > 1)
    /* Translators: two numbers of countries, a month. */
    first = g_strdup_printf (SAY (self, N_("%s of %s listed in %s")), reported, expected, month);
  else
    first = g_strdup_printf (SAY (self, N_("Figures at the end of %s")), month);
  if (self->gaps->len == 0)
    return g_steal_pointer (&first);
  gaps = dup_gaps (self);

  return g_strdup_printf ("%s · %s", first, gaps);
}

void
paz_cross_say (PazCross          *self,
               PazFigures        *figures,
               const PazCrossSum *people,
               guint              rank)
{
  char **codes = self->choice->contributors;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *who = NULL;

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_ptr_array_add (names, paz_figures_dup_contributor_name (figures, codes[i], self->catalogue));
  g_ptr_array_add (names, NULL);
  who = codes != NULL ? g_strjoinv (", ", (char **) names->pdata) : g_strdup (get_set (self));
  self->title = dup_title (self, who);
  if (self->to == 0)
    {
      self->headline = g_strdup (SAY (self, N_("No figures for this choice")));
      self->coverage = g_strdup ("");
      return;
    }
  self->headline = dup_headline (self, who, people, rank,
                                 codes != NULL && names->len == 2 && paz_figures_is_region (figures, codes[0]));
  self->coverage = dup_coverage (self);
}
