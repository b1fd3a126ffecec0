#include "paz-number-marks.h"

#include <string.h>

#define MAX_DIGITS 9
#define MAX_GROUPS 4

/* "1.234.567" as 1, 234 and 567 with the marks between them. */
typedef struct
{
  guint lengths[MAX_GROUPS];
  char  marks[MAX_GROUPS];      /* behind each group; NUL behind the last */
  guint n_groups;
} Groups;

static gboolean
split (const PazCell *cell,
       Groups        *groups)
{
  *groups = (Groups) { .n_groups = 0 };
  for (guint32 i = 0; i < cell->length; i++)
    {
      char c = cell->text[i];

      if (g_ascii_isdigit (c))
        groups->lengths[groups->n_groups]++;
      else if ((c == '.' || c == ',') && groups->n_groups + 1 < MAX_GROUPS)
        groups->marks[groups->n_groups++] = c;
      else
        return FALSE;
    }
  for (guint i = 0; i <= groups->n_groups; i++)
    if (groups->lengths[i] == 0)
      return FALSE;

  return TRUE;
}

/* Three digits behind one to three that do not begin with a zero. */
static gboolean
may_be_thousands (const PazCell *cell,
                  const Groups  *groups)
{
  return groups->lengths[0] <= 3 && groups->lengths[1] == 3 && cell->text[0] != '0';
}

static void
tell (PazNumberMarks *self,
      char            mark,
      PazMark         what)
{
  PazMark *to = mark == '.' ? &self->point : &self->comma;

  *to = *to == PAZ_MARK_UNKNOWN || *to == what ? what : PAZ_MARK_MIXED;
}

gboolean
paz_number_marks_note (PazNumberMarks *self,
                       const PazCell  *cell)
{
  Groups groups;

  if (cell->length == 0 || !split (cell, &groups) || groups.n_groups == 0)
    return FALSE;
  if (groups.n_groups == 1)
    {
      if (may_be_thousands (cell, &groups))
        return FALSE;
      tell (self, groups.marks[0], PAZ_MARK_FRACTION);
      return TRUE;
    }

  /* The same mark twice, or another one behind it: the first parts thousands. */
  tell (self, groups.marks[0], PAZ_MARK_THOUSANDS);
  if (groups.marks[groups.n_groups - 1] != groups.marks[0])
    tell (self, groups.marks[groups.n_groups - 1], PAZ_MARK_FRACTION);
  return TRUE;
}

static PazMark
get_mark (const PazNumberMarks *marks,
          char                  mark)
{
  return mark == '.' ? marks->point : marks->comma;
}

/* Digits up to a fraction, which must be of zeros alone: persons are whole. */
static PazNumberResult
read_groups (const PazCell        *cell,
             const Groups         *groups,
             const PazNumberMarks *marks,
             guint32              *value)
{
  guint32 sum = 0;
  guint n_digits = 0;
  gboolean fraction = FALSE;
  guint group = 0;

  for (guint32 i = 0; i < cell->length; i++)
    {
      char c = cell->text[i];

      if (!g_ascii_isdigit (c))
        {
          if (fraction)
            return PAZ_NUMBER_WRONG;
          fraction = get_mark (marks, c) == PAZ_MARK_FRACTION;
          if (!fraction && groups->lengths[group + 1] != 3)
            return PAZ_NUMBER_WRONG;
          group++;
        }
      else if (fraction && c != '0')
        return PAZ_NUMBER_WRONG;
      else if (!fraction)
        {
          if (++n_digits > MAX_DIGITS)
            return PAZ_NUMBER_WRONG;
          sum = sum * 10 + (guint32) (c - '0');
        }
    }

  *value = sum;
  return PAZ_NUMBER_READ;
}

PazNumberResult
paz_number_read (const PazCell        *cell,
                 const PazNumberMarks *marks,
                 guint32              *value)
{
  PazNumberMarks own = *marks;
  Groups groups;

  if (cell->length == 0 || !split (cell, &groups))
    return PAZ_NUMBER_WRONG;
  /* "250.0" and "1.234.567" say themselves what they are. */
  for (guint i = 0; i < groups.n_groups; i++)
    {
      PazMark mark = get_mark (marks, groups.marks[i]);

      if (groups.n_groups == 1 && may_be_thousands (cell, &groups)
          && (mark == PAZ_MARK_UNKNOWN || mark == PAZ_MARK_MIXED))
        return PAZ_NUMBER_DOUBTFUL;
    }
  if (groups.n_groups > 1 || (groups.n_groups == 1 && !may_be_thousands (cell, &groups)))
    {
      own = (PazNumberMarks) { 0 };
      paz_number_marks_note (&own, cell);
    }

  return read_groups (cell, &groups, &own, value);
}
