#include "paz-find-sql.h"

#include "base/paz-date.h"
#include "paz-collate.h"
#include "paz-search.h"

/* How a field's values lie in its columns, as far as comparing goes. */
typedef enum
{
  SHAPE_WORDS,        /* ordered as the language orders them */
  SHAPE_CODE,         /* ordered by bytes */
  SHAPE_NUMBER,
  SHAPE_DECIMAL,      /* a number written as text */
  SHAPE_DATE,         /* may be partial */
  SHAPE_MOMENT,
  SHAPE_MONEY,
  SHAPE_CHOICE,
  SHAPE_LINK,
  SHAPE_SET,
  SHAPE_TRILINGUAL,
} Shape;

typedef struct
{
  const PazQuery *query;
  GString        *sql;
  GPtrArray      *texts;
} Writer;

static Shape
get_shape (const PazField *field)
{
  if (paz_field_is_set (field))
    return SHAPE_SET;

  switch (field->type)
    {
    case PAZ_VALUE_TEXT:
    case PAZ_VALUE_NOTE:
      return SHAPE_WORDS;
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
    case PAZ_VALUE_HASH:
      return SHAPE_CODE;
    case PAZ_VALUE_INTEGER:
    case PAZ_VALUE_FLAG:
      return SHAPE_NUMBER;
    case PAZ_VALUE_REAL:
      return SHAPE_DECIMAL;
    case PAZ_VALUE_DATE:
    case PAZ_VALUE_MONTH:
      return SHAPE_DATE;
    case PAZ_VALUE_DATETIME:
      return SHAPE_MOMENT;
    case PAZ_VALUE_MONEY:
      return SHAPE_MONEY;
    case PAZ_VALUE_CHOICE:
      return SHAPE_CHOICE;
    case PAZ_VALUE_LINK:
      return SHAPE_LINK;
    case PAZ_VALUE_LINKS:
      return SHAPE_SET;
    case PAZ_VALUE_TRILINGUAL:
      return SHAPE_TRILINGUAL;
    }

  g_return_val_if_reached (SHAPE_CODE);
}

/* ---- expressions ---- */

static void
append (Writer     *writer,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static void
append (Writer     *writer,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (writer->sql, format, args);
  va_end (args);
}

/* Writes a mark and keeps the text that goes there. */
static void
bind (Writer     *writer,
      const char *text)
{
  g_string_append_c (writer->sql, '?');
  g_ptr_array_add (writer->texts, g_strdup (text));
}

/* Of a text in three languages the one that is shown: the asked, else the source, else any. */
static char *
dup_best (const char     *table,
          const PazField *field,
          PazLanguage     language)
{
  const char *key = field->key;

  return g_strdup_printf ("coalesce (%s.\"%s_%s\", CASE %s.\"%s_src\" WHEN 'es' THEN %s.\"%s_es\""
                          " WHEN 'pt' THEN %s.\"%s_pt\" WHEN 'en' THEN %s.\"%s_en\" END,"
                          " %s.\"%s_es\", %s.\"%s_pt\", %s.\"%s_en\")",
                          table, key, paz_language_get_code (language), table, key, table, key,
                          table, key, table, key, table, key, table, key, table, key);
}

/* What is NULL when the field has no value: its column, or one of its columns. */
static char *
dup_column (const PazField *field)
{
  switch (get_shape (field))
    {
    case SHAPE_MONEY:
      return g_strdup_printf ("k.\"%s_a\"", field->key);
    case SHAPE_TRILINGUAL:
      return g_strdup_printf ("k.\"%s_src\"", field->key);
    case SHAPE_WORDS:
    case SHAPE_CODE:
    case SHAPE_NUMBER:
    case SHAPE_DECIMAL:
    case SHAPE_DATE:
    case SHAPE_MOMENT:
    case SHAPE_CHOICE:
    case SHAPE_LINK:
    case SHAPE_SET:
      return g_strdup_printf ("k.\"%s\"", field->key);
    }

  g_return_val_if_reached (NULL);
}

/* ---- conditions ---- */

static void
append_state (Writer         *writer,
              const PazField *field,
              const char     *state)
{
  append (writer, "instr (k.states, ' %s:%s ') > 0", field->key, state);
}

static void
append_is_set (Writer         *writer,
               const PazField *field)
{
  g_autofree char *column = dup_column (field);

  append (writer, "(%s IS NOT NULL OR instr (k.states, ' %s:') > 0)", column, field->key);
}

/* A text as a number SQLite compares; what a person writes for yes and no, too. */
static void
append_number (Writer     *writer,
               const char *text)
{
  static const char * const yes[] = { "true", "yes", NULL };
  static const char * const no[] = { "false", "no", NULL };

  if (g_strv_contains (yes, text) || g_strv_contains (no, text))
    append (writer, "%d", g_strv_contains (yes, text));
  else
    {
      append (writer, "CAST (");
      bind (writer, text);
      append (writer, " AS NUMERIC)");
    }
}

static void
append_is (Writer         *writer,
           const PazField *field,
           const char     *text)
{
  g_autofree char *column = dup_column (field);

  switch (get_shape (field))
    {
    case SHAPE_WORDS:
    case SHAPE_CODE:
    case SHAPE_DATE:
    case SHAPE_MOMENT:
    case SHAPE_CHOICE:
    case SHAPE_LINK:
      append (writer, "%s = ", column);
      bind (writer, text);
      return;
    case SHAPE_NUMBER:
      append (writer, "%s = ", column);
      append_number (writer, text);
      return;
    case SHAPE_DECIMAL:
      append (writer, "CAST (%s AS NUMERIC) = ", column);
      append_number (writer, text);
      return;
    case SHAPE_MONEY:
      append (writer, "%s || ' ' || k.\"%s_c\" = ", column, field->key);
      bind (writer, text);
      return;
    case SHAPE_SET:
      append (writer, "instr (' ' || %s || ' ', ' ' || ", column);
      bind (writer, text);
      append (writer, " || ' ') > 0");
      return;
    case SHAPE_TRILINGUAL:
      bind (writer, text);
      append (writer, " IN (k.\"%s_es\", k.\"%s_pt\", k.\"%s_en\")", field->key, field->key, field->key);
      return;
    }
}

static void
append_contains (Writer         *writer,
                 const PazField *field,
                 const char     *text)
{
  g_autofree char *column = dup_column (field);

  switch (get_shape (field))
    {
    case SHAPE_SET:
      append_is (writer, field, text);
      return;
    case SHAPE_TRILINGUAL:
      append (writer, "paz_contains (coalesce (k.\"%s_es\", '') || char (10) || coalesce (k.\"%s_pt\", '')"
                      " || char (10) || coalesce (k.\"%s_en\", ''), ", field->key, field->key, field->key);
      bind (writer, text);
      append (writer, ")");
      return;
    case SHAPE_MONEY:
      append (writer, "paz_contains (%s || ' ' || k.\"%s_c\" || ' ' || coalesce (k.\"%s_s\", ''), ",
              column, field->key, field->key);
      bind (writer, text);
      append (writer, ")");
      return;
    case SHAPE_WORDS:
    case SHAPE_CODE:
    case SHAPE_NUMBER:
    case SHAPE_DECIMAL:
    case SHAPE_DATE:
    case SHAPE_MOMENT:
    case SHAPE_CHOICE:
    case SHAPE_LINK:
      append (writer, "paz_contains (%s, ", column);
      bind (writer, text);
      append (writer, ")");
      return;
    }
}

/* A partial date stands for all its days: it is before another only when its last day is before
 * that one's first. */
static void
append_date (Writer     *writer,
             const char *column,
             gboolean    before,
             const char *text)
{
  static const char last[] = "-12-31";
  gsize length = strlen (text);

  if (before)
    {
      append (writer, "%s || substr ('%s', length (%s) - 3) < ", column, last, column);
      bind (writer, text);
    }
  else
    {
      g_autofree char *whole = g_strconcat (text, length == 4 ? last : length == 7 ? last + 3 : "", NULL);

      append (writer, "%s > ", column);
      bind (writer, whole);
    }
}

static void
append_compare (Writer         *writer,
                const PazField *field,
                gboolean        before,
                const char     *text)
{
  g_autofree char *column = dup_column (field);
  g_autofree char *best = NULL;
  const char *sign = before ? "<" : ">";

  switch (get_shape (field))
    {
    case SHAPE_DATE:
      append_date (writer, column, before, text);
      return;
    case SHAPE_MOMENT:
      append (writer, "substr (%s, 1, %u) %s ", column, (guint) strlen (text), sign);
      bind (writer, text);
      return;
    case SHAPE_NUMBER:
    case SHAPE_DECIMAL:
    case SHAPE_MONEY:
      append (writer, "CAST (%s AS NUMERIC) %s ", column, sign);
      append_number (writer, text);
      return;
    case SHAPE_TRILINGUAL:
      best = dup_best ("k", field, writer->query->language);
      append (writer, "%s COLLATE %s %s ", best, paz_collate_get_name (writer->query->language), sign);
      bind (writer, text);
      return;
    case SHAPE_WORDS:
    case SHAPE_CODE:
    case SHAPE_CHOICE:
    case SHAPE_LINK:
    case SHAPE_SET:
      append (writer, "%s COLLATE %s %s ", column, paz_collate_get_name (writer->query->language), sign);
      bind (writer, text);
      return;
    }
}

static void
append_match (Writer             *writer,
              const PazCondition *condition)
{
  switch (condition->match)
    {
    case PAZ_MATCH_IS:
    case PAZ_MATCH_IS_NOT:
      append (writer, "%scoalesce (", condition->match == PAZ_MATCH_IS_NOT ? "NOT " : "");
      if (g_str_equal (condition->text, "?"))
        append_state (writer, condition->field, "u");
      else if (g_str_equal (condition->text, "n/a"))
        append_state (writer, condition->field, "n");
      else
        append_is (writer, condition->field, condition->text);
      append (writer, ", 0)");
      return;
    case PAZ_MATCH_CONTAINS:
      append_contains (writer, condition->field, condition->text);
      return;
    case PAZ_MATCH_BEFORE:
      append_compare (writer, condition->field, TRUE, condition->text);
      return;
    case PAZ_MATCH_AFTER:
      append_compare (writer, condition->field, FALSE, condition->text);
      return;
    case PAZ_MATCH_IS_SET:
      append_is_set (writer, condition->field);
      return;
    case PAZ_MATCH_IS_NOT_SET:
      append (writer, "NOT ");
      append_is_set (writer, condition->field);
      return;
    }
}

static void
append_where (Writer     *writer,
              const char *match)
{
  const PazQuery *query = writer->query;

  append (writer, " WHERE k.deleted = %d", query->deleted);
  if (match != NULL)
    {
      append (writer, " AND search MATCH ");
      bind (writer, match);
    }
  if (query->container != NULL)
    {
      append (writer, " AND k.container = ");
      bind (writer, query->container);
    }
  for (guint i = 0; i < query->conditions->len; i++)
    {
      append (writer, " AND (");
      append_match (writer, query->conditions->pdata[i]);
      append (writer, ")");
    }
}

/* ---- order ---- */

/* A link stands where the first words of its record's title would. */
static void
append_link_order (Writer         *writer,
                   const PazField *field,
                   const char     *direction)
{
  const PazKind *target = paz_kind_find (field->target);
  const PazField *title = target != NULL ? paz_kind_find_field (target, target->title_fields[0]) : NULL;
  const char *collation = paz_collate_get_name (writer->query->language);
  g_autofree char *words = NULL;

  if (title == NULL || get_shape (title) == SHAPE_LINK)
    return;

  words = get_shape (title) == SHAPE_TRILINGUAL
          ? dup_best ("t", title, writer->query->language)
          : g_strdup_printf ("t.\"%s\"", title->key);
  append (writer, ", (SELECT %s FROM \"k_%s\" AS t WHERE t.id = k.\"%s\") COLLATE %s%s",
          words, target->key, field->key, collation, direction);
}

static void
append_choice_order (Writer         *writer,
                     const PazField *field,
                     const char     *direction)
{
  append (writer, ", CASE k.\"%s\"", field->key);
  for (guint i = 0; field->choices != NULL && field->choices[i].key != NULL; i++)
    append (writer, " WHEN '%s' THEN %u", field->choices[i].key, i);
  append (writer, " ELSE %d END%s", G_MAXINT, direction);
}

/* Values first, whichever the direction; then what is not known; then what was not answered. */
static void
append_order (Writer         *writer,
              const PazField *field,
              gboolean        descending)
{
  const char *direction = descending ? " DESC" : "";
  const char *collation = paz_collate_get_name (writer->query->language);
  g_autofree char *column = dup_column (field);
  g_autofree char *best = NULL;

  append (writer, "CASE WHEN %s IS NOT NULL THEN 0 WHEN instr (k.states, ' %s:') > 0 THEN 1 ELSE 2 END",
          column, field->key);

  switch (get_shape (field))
    {
    case SHAPE_WORDS:
      append (writer, ", %s COLLATE %s%s", column, collation, direction);
      break;
    case SHAPE_CODE:
    case SHAPE_NUMBER:
    case SHAPE_DATE:
    case SHAPE_MOMENT:
    case SHAPE_SET:
      append (writer, ", %s%s", column, direction);
      break;
    case SHAPE_DECIMAL:
      append (writer, ", CAST (%s AS REAL)%s", column, direction);
      break;
    case SHAPE_MONEY:
      append (writer, ", k.\"%s_c\"%s, CAST (%s AS REAL)%s", field->key, direction, column, direction);
      break;
    case SHAPE_CHOICE:
      append_choice_order (writer, field, direction);
      break;
    case SHAPE_LINK:
      append_link_order (writer, field, direction);
      break;
    case SHAPE_TRILINGUAL:
      best = dup_best ("k", field, writer->query->language);
      append (writer, ", %s COLLATE %s%s", best, collation, direction);
      break;
    }
  append (writer, ", ");
}

static void
append_own_order (Writer *writer)
{
  const PazKind *kind = writer->query->kind;

  for (int i = 0; kind->order[i] != NULL; i++)
    {
      gboolean descending = *kind->order[i] == '-';
      const PazField *field = paz_kind_find_field (kind, kind->order[i] + descending);

      if (field != NULL)
        append_order (writer, field, descending);
    }
}

static void
append_orders (Writer   *writer,
               gboolean  ranked)
{
  const PazQuery *query = writer->query;

  append (writer, " ORDER BY ");
  for (guint i = 0; i < query->orders->len; i++)
    {
      const PazOrder *order = &g_array_index (query->orders, PazOrder, i);

      append_order (writer, order->field, order->descending);
    }
  if (query->orders->len == 0)
    {
      if (ranked)
        append (writer, "bm25 (search, 10.0, 1.0), ");
      append_own_order (writer);
    }
  append (writer, "k.id");
}

/* ---- public ---- */

char *
paz_find_dup_sql (const PazQuery *query,
                  const char     *columns,
                  GPtrArray      *texts)
{
  Writer writer = { query, g_string_new (NULL), texts };
  /* What is deleted is not in the index. */
  g_autofree char *match = query->deleted ? NULL : paz_search_dup_match (query->search);

  if (query->kind == NULL)
    {
      append (&writer, "SELECT %s FROM search JOIN search_row AS r ON r.n = search.rowid"
                       " WHERE search MATCH ", columns);
      bind (&writer, match != NULL ? match : "\"\"");
      append (&writer, " ORDER BY bm25 (search, 10.0, 1.0), r.id");
      return g_string_free (writer.sql, FALSE);
    }

  append (&writer, "SELECT %s FROM ", columns);
  if (match != NULL)
    append (&writer, "search JOIN search_row AS r ON r.n = search.rowid JOIN \"k_%s\" AS k ON k.id = r.id",
            query->kind->key);
  else
    append (&writer, "\"k_%s\" AS k", query->kind->key);
  append_where (&writer, match);
  append_orders (&writer, match != NULL);

  return g_string_free (writer.sql, FALSE);
}
