/* What was revised, in sentences and as lines to hand out. */
#include "paz-revised-private.h"

#include "paz-words.h"

typedef struct
{
  gint64 by_sex[PAZ_N_SEXES];
  guint by_type[PAZ_N_FACT_CHANGE_TYPES];
  guint n_months;
  guint16 last_month;
} Totals;

static char *
dup_count (PazRevised *self,
           guint       n)
{
  return paz_catalogue_dup_integer (self->catalogue, n);
}

static Totals
add_up (PazRevised *self)
{
  g_autoptr (GHashTable) months = g_hash_table_new (NULL, NULL);
  Totals totals = { { 0 } };

  for (guint i = 0; i < self->shown->len; i++)
    {
      const PazRevisedLine *line = paz_revised_get_line (self, i);

      totals.by_sex[line->sex] += paz_revised_line_get_difference (line);
      totals.by_type[line->type]++;
      g_hash_table_add (months, GUINT_TO_POINTER (line->month));
      totals.last_month = line->month;
    }
  totals.n_months = g_hash_table_size (months);

  return totals;
}

static char *
dup_cells (PazRevised   *self,
           const Totals *totals)
{
  g_autofree char *changed = dup_count (self, totals->by_type[PAZ_FACT_CHANGE_CHANGED]);
  g_autofree char *new = dup_count (self, totals->by_type[PAZ_FACT_CHANGE_NEW]);
  g_autofree char *gone = dup_count (self, totals->by_type[PAZ_FACT_CHANGE_GONE]);
  g_autofree char *same = dup_count (self, self->n_same);

  /* Translators: numbers of figures. */
  return g_strdup_printf (_("%s changed, %s new, %s gone; %s stayed as they were"), changed, new, gone, same);
}

static char *
dup_people (PazRevised   *self,
            const Totals *totals)
{
  g_autofree char *women = paz_revised_dup_signed (self, totals->by_sex[PAZ_SEX_WOMEN]);
  g_autofree char *men = paz_revised_dup_signed (self, totals->by_sex[PAZ_SEX_MEN]);
  g_autofree char *together = paz_revised_dup_signed (self, totals->by_sex[PAZ_SEX_TOGETHER]);

  if (totals->by_sex[PAZ_SEX_WOMEN] == 0 && totals->by_sex[PAZ_SEX_MEN] == 0 && totals->by_sex[PAZ_SEX_TOGETHER] != 0)
    return g_strdup_printf (_("persons %s, not told by sex"), together);

  /* Translators: differences, as “women +12, men −3”. */
  return g_strdup_printf (_("women %s, men %s"), women, men);
}

/* Adding several months gives person-months, and is called so. */
static char *
dup_span (PazRevised   *self,
          const Totals *totals)
{
  g_autofree char *months = dup_count (self, totals->n_months);

  if (totals->n_months == 1)
    return g_strdup (paz_fact_names_get_month (self->names, totals->last_month));

  return g_strdup_printf (ngettext ("person-months of %s month", "person-months of %s months", totals->n_months), months);
}

char *
paz_revised_dup_totals (PazRevised *self)
{
  Totals totals = add_up (self);
  g_autofree char *cells = NULL;
  g_autofree char *people = NULL;
  g_autofree char *span = NULL;

  if (self->lines->len == 0)
    return g_strdup (_("It changes nothing"));
  if (self->shown->len == 0)
    return g_strdup (_("Nothing of it was changed"));
  cells = dup_cells (self, &totals);
  people = dup_people (self, &totals);
  span = dup_span (self, &totals);

  return g_strdup_printf ("%s · %s (%s)", cells, people, span);
}

char *
paz_revised_dup_subject (PazRevised *self)
{
  if (!self->has_former)
    return g_strdup_printf (_("“%s”: nothing spoke there before, all of it is new"), self->title);
  if (self->former_title == NULL)
    return g_strdup_printf (_("“%s”, compared with what spoke before it"), self->title);

  return g_strdup_printf (_("“%s”, compared with “%s”"), self->title, self->former_title);
}

/* ---- going out ---- */

/* A number as programs read it, nothing where nothing was. */
static char *
dup_plain (const PazRevisedLine *line,
           PazRevisedColumn      column)
{
  gint64 number = column == PAZ_REVISED_WAS  ? line->was
                  : column == PAZ_REVISED_IS ? line->is
                                             : paz_revised_line_get_difference (line);

  return column != PAZ_REVISED_DIFFERENCE && number == PAZ_ABSENT ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* A text that a spreadsheet would run as a formula is kept a text. */
static void
put_cell (GString    *lines,
          const char *text,
          char        separator)
{
  const char *mark = *text != '\0' && strchr ("=+@", *text) != NULL ? "'" : "";
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *escaped = g_strjoinv ("\"\"", parts);

  if (separator == '\t')
    g_string_append_printf (lines, "%s%s", mark, text);
  else
    g_string_append_printf (lines, "\"%s%s\"", mark, escaped);
}

static void
put_line (PazRevised           *self,
          GString              *lines,
          const PazRevisedLine *line,
          char                  separator)
{
  for (guint i = 0; i < PAZ_N_REVISED_COLUMNS; i++)
    {
      const char *word = paz_revised_get_word (self, line, i);
      g_autofree char *number = word == NULL ? dup_plain (line, i) : NULL;

      if (i > 0)
        g_string_append_c (lines, separator);
      if (word != NULL)
        put_cell (lines, word, separator);
      else
        g_string_append (lines, number);
    }
}

char *
paz_revised_dup_lines (PazRevised *self,
                       char        separator)
{
  const char *end = separator == '\t' ? "\n" : "\r\n";
  GString *lines = g_string_new (separator == '\t' ? NULL : "\xef\xbb\xbf");
  g_autofree char *subject = paz_revised_dup_subject (self);
  g_autofree char *totals = paz_revised_dup_totals (self);
  const char *heads[] = { subject, paz_catalogue_ptext (self->catalogue, "level", paz_level_get_label (self->level)), totals };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      put_cell (lines, heads[i], separator);
      g_string_append (lines, end);
    }
  for (guint i = 0; i < PAZ_N_REVISED_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (lines, separator);
      put_cell (lines, paz_catalogue_ptext (self->catalogue, "table", paz_revised_column_get_title (i)), separator);
    }
  g_string_append (lines, end);
  for (guint i = 0; i < self->shown->len; i++)
    {
      put_line (self, lines, paz_revised_get_line (self, i), separator);
      g_string_append (lines, end);
    }

  return g_string_free (lines, FALSE);
}
