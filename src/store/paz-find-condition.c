/* One condition of a query. What is compared with is bound, never written into the statement. */
#include "paz-find-sql.h"

#include "base/paz-period.h"
#include "paz-collate.h"

/* A partial date stands for all its days: its first and last one, as text. */
static char *
dup_first_day (const char *column)
{
  return g_strdup_printf ("%s || substr ('-01-01', length (%s) - 3)", column, column);
}

static char *
dup_last_day (const char *column)
{
  return g_strdup_printf ("%s || substr ('-12-31', length (%s) - 3)", column, column);
}

/* ---- states ---- */

static void
append_state (PazFindWriter  *writer,
              const PazField *field,
              const char     *state)
{
  paz_find_append (writer, "instr (k.states, ' %s:%s ') > 0", field->key, state);
}

static void
append_is_known (PazFindWriter  *writer,
                 const PazField *field)
{
  g_autofree char *column = paz_find_dup_value (writer->query->kind, field);

  paz_find_append (writer, "%s IS NOT NULL", column);
}

static void
append_is_set (PazFindWriter  *writer,
               const PazField *field)
{
  g_autofree char *column = paz_find_dup_value (writer->query->kind, field);

  paz_find_append (writer, "(%s IS NOT NULL OR instr (k.states, ' %s:') > 0)", column, field->key);
}

/* ---- is ---- */

/* A text as a number SQLite compares; what a person writes for yes and no, too. */
static void
append_number (PazFindWriter *writer,
               const char    *text)
{
  static const char * const yes[] = { "true", "yes", NULL };
  static const char * const no[] = { "false", "no", NULL };

  if (g_strv_contains (yes, text) || g_strv_contains (no, text))
    {
      paz_find_append (writer, "%d", g_strv_contains (yes, text));
      return;
    }
  paz_find_append (writer, "CAST (");
  paz_find_bind (writer, text);
  paz_find_append (writer, " AS NUMERIC)");
}

/* What links where is indexed; of deleted records it is not kept. */
static void
append_links_to (PazFindWriter  *writer,
                 const PazField *field,
                 const char     *column,
                 const char     *id)
{
  if (writer->query->deleted)
    {
      paz_find_append (writer, "instr (' ' || %s || ' ', ' ' || ", column);
      paz_find_bind (writer, id);
      paz_find_append (writer, " || ' ') > 0");
      return;
    }
  paz_find_append (writer, "k.id IN (SELECT record FROM target WHERE target = ");
  paz_find_bind (writer, id);
  paz_find_append (writer, " AND field = '%s')", field->key);
}

static void
append_is_value (PazFindWriter  *writer,
                 const PazField *field,
                 const char     *text)
{
  g_autofree char *column = paz_find_dup_value (writer->query->kind, field);

  switch (paz_shape_get (field))
    {
    case PAZ_SHAPE_WORDS:
    case PAZ_SHAPE_CODE:
    case PAZ_SHAPE_DATE:
    case PAZ_SHAPE_CHOICE:
      paz_find_append (writer, "%s = ", column);
      paz_find_bind (writer, text);
      return;
    case PAZ_SHAPE_MOMENT:
      paz_find_append (writer, "substr (%s, 1, %u) = ", column, (guint) strlen (text));
      paz_find_bind (writer, text);
      return;
    case PAZ_SHAPE_NUMBER:
    case PAZ_SHAPE_FLAG:
      paz_find_append (writer, "%s = ", column);
      append_number (writer, text);
      return;
    case PAZ_SHAPE_DECIMAL:
      paz_find_append (writer, "CAST (%s AS NUMERIC) = ", column);
      append_number (writer, text);
      return;
    case PAZ_SHAPE_MONEY:
      paz_find_append (writer, "%s || ' ' || k.\"%s_c\" = ", column, field->key);
      paz_find_bind (writer, text);
      return;
    case PAZ_SHAPE_LINK:
    case PAZ_SHAPE_LINKS:
      append_links_to (writer, field, column, text);
      return;
    case PAZ_SHAPE_SET:
      paz_find_append (writer, "instr (' ' || %s || ' ', ' ' || ", column);
      paz_find_bind (writer, text);
      paz_find_append (writer, " || ' ') > 0");
      return;
    case PAZ_SHAPE_TRILINGUAL:
      paz_find_bind (writer, text);
      paz_find_append (writer, " IN (k.\"%s_es\", k.\"%s_pt\", k.\"%s_en\")", field->key, field->key, field->key);
      return;
    }
}

static void
append_is (PazFindWriter      *writer,
           const PazCondition *condition)
{
  paz_find_append (writer, "coalesce (");
  if (g_str_equal (condition->text, "?"))
    append_state (writer, condition->field, "u");
  else if (g_str_equal (condition->text, "n/a"))
    append_state (writer, condition->field, "n");
  else
    append_is_value (writer, condition->field, condition->text);
  paz_find_append (writer, ", 0)");
}

/* ---- contains ---- */

/* The records a link may name whose title holds the words; what is deleted tells no title. */
static void
append_named (PazFindWriter  *writer,
              const PazField *field,
              const char     *text)
{
  const PazKind *target = paz_kind_find (field->target);
  g_autofree char *words = target != NULL ? paz_find_dup_title (target, "t", 0) : NULL;

  if (target == NULL)
    {
      paz_find_append (writer, "(NULL)");
      return;
    }
  paz_find_append (writer, "(SELECT t.id FROM \"k_%s\" AS t WHERE t.deleted = 0 AND paz_contains (%s, ",
                   target->key, words);
  paz_find_bind (writer, text);
  paz_find_append (writer, "))");
}

static void
append_contains (PazFindWriter  *writer,
                 const PazField *field,
                 const char     *text)
{
  g_autofree char *column = paz_find_dup_value (writer->query->kind, field);

  switch (paz_shape_get (field))
    {
    case PAZ_SHAPE_LINK:
      paz_find_append (writer, "%s IN ", column);
      append_named (writer, field, text);
      return;
    case PAZ_SHAPE_LINKS:
      paz_find_append (writer, "k.id IN (SELECT record FROM target WHERE field = '%s' AND target IN ", field->key);
      append_named (writer, field, text);
      paz_find_append (writer, ")");
      return;
    case PAZ_SHAPE_SET:
      append_is_value (writer, field, text);
      return;
    case PAZ_SHAPE_TRILINGUAL:
      paz_find_append (writer, "paz_contains (coalesce (k.\"%s_es\", '') || char (10) || coalesce (k.\"%s_pt\", '')"
                               " || char (10) || coalesce (k.\"%s_en\", ''), ", field->key, field->key, field->key);
      break;
    case PAZ_SHAPE_MONEY:
      paz_find_append (writer, "paz_contains (%s || ' ' || k.\"%s_c\" || ' ' || coalesce (k.\"%s_s\", ''), ",
                       column, field->key, field->key);
      break;
    case PAZ_SHAPE_WORDS:
    case PAZ_SHAPE_CODE:
    case PAZ_SHAPE_NUMBER:
    case PAZ_SHAPE_FLAG:
    case PAZ_SHAPE_DECIMAL:
    case PAZ_SHAPE_DATE:
    case PAZ_SHAPE_MOMENT:
    case PAZ_SHAPE_CHOICE:
      paz_find_append (writer, "paz_contains (%s, ", column);
      break;
    }
  paz_find_bind (writer, text);
  paz_find_append (writer, ")");
}

/* ---- before, after, since, until, within ---- */

static void
append_text (PazFindWriter *writer,
             const char    *expression,
             const char    *sign,
             const char    *text)
{
  paz_find_append (writer, "%s %s ", expression, sign);
  paz_find_bind (writer, text);
}

static void
append_amount (PazFindWriter *writer,
               const char    *column,
               const char    *sign,
               const char    *text)
{
  paz_find_append (writer, "CAST (%s AS NUMERIC) %s ", column, sign);
  append_number (writer, text);
}

/* first: the first day of what a value stands for, last: its last. Surely before, surely after:
 * a year is neither before nor after a month of it, but it is since that month and until it. */
static void
append_day (PazFindWriter *writer,
            PazMatch       match,
            const char    *first,
            const char    *last,
            const char    *text)
{
  char from[11], until[11];

  if (!paz_period_parse (text, &writer->today, from, until))
    {
      /* Not a date: compared as it is written. */
      g_strlcpy (from, text, sizeof from);
      g_strlcpy (until, text, sizeof until);
    }

  if (match == PAZ_MATCH_BEFORE)
    append_text (writer, last, "<", from);
  else if (match == PAZ_MATCH_AFTER)
    append_text (writer, first, ">", until);
  else if (match == PAZ_MATCH_SINCE)
    append_text (writer, last, ">=", from);
  else
    append_text (writer, first, "<=", until);
}

static void
append_compare (PazFindWriter      *writer,
                const PazCondition *condition)
{
  const PazField *field = condition->field;
  g_autofree char *column = paz_find_dup_value (writer->query->kind, field);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  const char *sign = condition->match == PAZ_MATCH_BEFORE ? "<" : condition->match == PAZ_MATCH_AFTER ? ">"
                     : condition->match == PAZ_MATCH_SINCE ? ">=" : "<=";

  switch (paz_shape_get (field))
    {
    case PAZ_SHAPE_DATE:
      first = dup_first_day (column);
      last = dup_last_day (column);
      append_day (writer, condition->match, first, last, condition->text);
      return;
    case PAZ_SHAPE_MOMENT:
      /* To the minute where one is given. */
      first = g_strdup_printf ("substr (%s, 1, %u)", column, (guint) MAX (strlen (condition->text), 10));
      if (strlen (condition->text) > 10 && strchr (condition->text, 'T') != NULL)
        append_text (writer, first, sign, condition->text);
      else
        {
          last = g_strdup_printf ("substr (%s, 1, 10)", column);
          append_day (writer, condition->match, last, last, condition->text);
        }
      return;
    case PAZ_SHAPE_NUMBER:
    case PAZ_SHAPE_FLAG:
    case PAZ_SHAPE_DECIMAL:
    case PAZ_SHAPE_MONEY:
      append_amount (writer, column, sign, condition->text);
      return;
    case PAZ_SHAPE_TRILINGUAL:
      first = paz_find_dup_best ("k", field, writer->query->language);
      break;
    case PAZ_SHAPE_WORDS:
    case PAZ_SHAPE_CODE:
    case PAZ_SHAPE_CHOICE:
    case PAZ_SHAPE_LINK:
    case PAZ_SHAPE_LINKS:
    case PAZ_SHAPE_SET:
      first = g_strdup (column);
      break;
    }
  paz_find_append (writer, "%s COLLATE %s ", first, paz_collate_get_name (writer->query->language));
  append_text (writer, "", sign, condition->text);
}

/* "10..20", either side may be left out; without dots the number itself. */
static void
append_within_numbers (PazFindWriter *writer,
                       const char    *column,
                       const char    *text)
{
  const char *dots = strstr (text, "..");
  g_autofree char *from = g_strndup (text, dots != NULL ? (gsize) (dots - text) : strlen (text));
  const char *until = dots != NULL ? dots + 2 : text;

  paz_find_append (writer, "(%s IS NOT NULL", column);
  if (*from != '\0')
    {
      paz_find_append (writer, " AND ");
      append_amount (writer, column, ">=", from);
    }
  if (*until != '\0')
    {
      paz_find_append (writer, " AND ");
      append_amount (writer, column, "<=", until);
    }
  paz_find_append (writer, ")");
}

static void
append_within_days (PazFindWriter *writer,
                    const char    *first,
                    const char    *last,
                    const char    *text)
{
  char from[11], until[11];

  if (!paz_period_parse (text, &writer->today, from, until))
    {
      paz_find_append (writer, "0");
      return;
    }
  paz_find_append (writer, "(%s IS NOT NULL", first);
  if (*from != '\0')
    {
      paz_find_append (writer, " AND ");
      append_text (writer, first, ">=", from);
    }
  if (*until != '\0')
    {
      paz_find_append (writer, " AND ");
      append_text (writer, last, "<=", until);
    }
  paz_find_append (writer, ")");
}

static void
append_within (PazFindWriter      *writer,
               const PazCondition *condition)
{
  g_autofree char *column = paz_find_dup_value (writer->query->kind, condition->field);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  switch (paz_shape_get (condition->field))
    {
    case PAZ_SHAPE_DATE:
      first = dup_first_day (column);
      last = dup_last_day (column);
      append_within_days (writer, first, last, condition->text);
      return;
    case PAZ_SHAPE_MOMENT:
      first = g_strdup_printf ("substr (%s, 1, 10)", column);
      append_within_days (writer, first, first, condition->text);
      return;
    case PAZ_SHAPE_NUMBER:
    case PAZ_SHAPE_DECIMAL:
    case PAZ_SHAPE_MONEY:
      append_within_numbers (writer, column, condition->text);
      return;
    case PAZ_SHAPE_WORDS:
    case PAZ_SHAPE_CODE:
    case PAZ_SHAPE_FLAG:
    case PAZ_SHAPE_CHOICE:
    case PAZ_SHAPE_LINK:
    case PAZ_SHAPE_LINKS:
    case PAZ_SHAPE_SET:
    case PAZ_SHAPE_TRILINGUAL:
      paz_find_append (writer, "0");
      return;
    }
}

/* ---- mine ---- */

static void
append_is_mine (PazFindWriter  *writer,
                const PazField *field)
{
  g_autofree char *column = paz_find_dup_value (writer->query->kind, field);

  if (field == paz_attribute_get (PAZ_ATTRIBUTE_OWNER))
    {
      paz_find_append (writer, "%s = coalesce (" PAZ_FIND_OWN_CODE ", 'XX')", column);
      return;
    }

  switch (paz_shape_get (field))
    {
    case PAZ_SHAPE_LINK:
      paz_find_append (writer, "%s = " PAZ_FIND_OWN_ID, column);
      return;
    case PAZ_SHAPE_LINKS:
      paz_find_append (writer, "k.id IN (SELECT record FROM target WHERE target = " PAZ_FIND_OWN_ID
                               " AND field = '%s')", field->key);
      return;
    case PAZ_SHAPE_SET:
      paz_find_append (writer, "instr (' ' || %s || ' ', ' ' || " PAZ_FIND_OWN_CODE " || ' ') > 0", column);
      return;
    case PAZ_SHAPE_FLAG:
      paz_find_append (writer, "%s", column);
      return;
    case PAZ_SHAPE_CODE:
    case PAZ_SHAPE_WORDS:
    case PAZ_SHAPE_NUMBER:
    case PAZ_SHAPE_DECIMAL:
    case PAZ_SHAPE_DATE:
    case PAZ_SHAPE_MOMENT:
    case PAZ_SHAPE_MONEY:
    case PAZ_SHAPE_CHOICE:
    case PAZ_SHAPE_TRILINGUAL:
      paz_find_append (writer, "%s = " PAZ_FIND_OWN_CODE, column);
      return;
    }
}

/* ---- of the region ---- */

/* Of countries alone: everything else has no region. */
static void
append_is_of_region (PazFindWriter  *writer,
                     const PazField *field)
{
  g_autofree char *column = paz_find_dup_value (writer->query->kind, field);

  if (field->type != PAZ_VALUE_COUNTRY)
    paz_find_append (writer, "0");
  else if (paz_shape_get (field) == PAZ_SHAPE_SET)
    paz_find_append (writer, "EXISTS (" PAZ_FIND_REGION " AND instr (' ' || %s || ' ', ' ' || code || ' ') > 0)", column);
  else
    paz_find_append (writer, "%s IN (" PAZ_FIND_REGION ")", column);
}

/* ---- all ---- */

static void
append_translation (PazFindWriter      *writer,
                    const PazCondition *condition)
{
  gboolean missing = condition->match == PAZ_MATCH_IS_MISSING;
  g_autofree char *sql = NULL;

  if (condition->field->type == PAZ_VALUE_TRILINGUAL)
    sql = missing ? paz_find_dup_missing (condition->field, condition->text)
                  : paz_find_dup_stale (condition->field, condition->text);
  paz_find_append (writer, "%s", sql != NULL ? sql : "0");
}

void
paz_find_append_condition (PazFindWriter      *writer,
                           const PazCondition *condition)
{
  switch (condition->match)
    {
    case PAZ_MATCH_IS:
      append_is (writer, condition);
      return;
    case PAZ_MATCH_IS_NOT:
      paz_find_append (writer, "NOT ");
      append_is (writer, condition);
      return;
    case PAZ_MATCH_CONTAINS:
      append_contains (writer, condition->field, condition->text);
      return;
    case PAZ_MATCH_BEFORE:
    case PAZ_MATCH_AFTER:
    case PAZ_MATCH_SINCE:
    case PAZ_MATCH_UNTIL:
      append_compare (writer, condition);
      return;
    case PAZ_MATCH_WITHIN:
      append_within (writer, condition);
      return;
    case PAZ_MATCH_IS_SET:
      append_is_set (writer, condition->field);
      return;
    case PAZ_MATCH_IS_NOT_SET:
      paz_find_append (writer, "NOT ");
      append_is_set (writer, condition->field);
      return;
    case PAZ_MATCH_IS_KNOWN:
      append_is_known (writer, condition->field);
      return;
    case PAZ_MATCH_IS_UNKNOWN:
      append_state (writer, condition->field, "u");
      return;
    case PAZ_MATCH_IS_NOT_APPLICABLE:
      append_state (writer, condition->field, "n");
      return;
    case PAZ_MATCH_IS_MINE:
      append_is_mine (writer, condition->field);
      return;
    case PAZ_MATCH_IS_OF_REGION:
      append_is_of_region (writer, condition->field);
      return;
    case PAZ_MATCH_IS_MISSING:
    case PAZ_MATCH_IS_STALE:
      append_translation (writer, condition);
      return;
    }
}
