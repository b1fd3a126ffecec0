/* The order of a query: its groups, what was asked for, the kind's own, and at last the id. */
#include "paz-find-sql.h"

#include "paz-collate.h"

/* A link stands where the first words of its record's title would. */
static void
append_link_order (PazFindWriter  *writer,
                   const PazField *field,
                   const char     *direction)
{
  const PazKind *target = paz_kind_find (field->target);
  const PazField *title = target != NULL ? paz_kind_find_field (target, target->title_fields[0]) : NULL;
  const char *collation = paz_collate_get_name (writer->query->language);
  g_autofree char *words = NULL;

  if (title == NULL || paz_shape_get (title) == PAZ_SHAPE_LINK)
    return;

  words = paz_shape_get (title) == PAZ_SHAPE_TRILINGUAL
          ? paz_find_dup_best ("t", title, writer->query->language)
          : g_strdup_printf ("t.\"%s\"", title->key);
  paz_find_append (writer, ", (SELECT %s FROM \"k_%s\" AS t WHERE t.id = k.\"%s\") COLLATE %s%s",
                   words, target->key, field->key, collation, direction);
}

static void
append_choice_order (PazFindWriter  *writer,
                     const PazField *field,
                     const char     *column,
                     const char     *direction)
{
  paz_find_append (writer, ", CASE %s", column);
  for (guint i = 0; field->choices != NULL && field->choices[i].key != NULL; i++)
    paz_find_append (writer, " WHEN '%s' THEN %u", field->choices[i].key, i);
  paz_find_append (writer, " ELSE %d END%s", G_MAXINT, direction);
}

static void
append_value_order (PazFindWriter  *writer,
                    const PazField *field,
                    const char     *column,
                    const char     *direction)
{
  const char *collation = paz_collate_get_name (writer->query->language);
  g_autofree char *best = NULL;

  switch (paz_shape_get (field))
    {
    case PAZ_SHAPE_WORDS:
      paz_find_append (writer, ", %s COLLATE %s%s", column, collation, direction);
      return;
    case PAZ_SHAPE_CODE:
    case PAZ_SHAPE_NUMBER:
    case PAZ_SHAPE_FLAG:
    case PAZ_SHAPE_DATE:
    case PAZ_SHAPE_MOMENT:
    case PAZ_SHAPE_LINKS:
    case PAZ_SHAPE_SET:
      paz_find_append (writer, ", %s%s", column, direction);
      return;
    case PAZ_SHAPE_DECIMAL:
      paz_find_append (writer, ", CAST (%s AS REAL)%s", column, direction);
      return;
    case PAZ_SHAPE_MONEY:
      paz_find_append (writer, ", k.\"%s_c\"%s, CAST (%s AS REAL)%s", field->key, direction, column, direction);
      return;
    case PAZ_SHAPE_CHOICE:
      append_choice_order (writer, field, column, direction);
      return;
    case PAZ_SHAPE_LINK:
      append_link_order (writer, field, direction);
      return;
    case PAZ_SHAPE_TRILINGUAL:
      best = paz_find_dup_best ("k", field, writer->query->language);
      paz_find_append (writer, ", %s COLLATE %s%s", best, collation, direction);
      return;
    }
}

/* Values first, whichever the direction; then what is not known; then what was not answered. */
static void
append_order (PazFindWriter  *writer,
              const PazField *field,
              gboolean        descending)
{
  g_autofree char *column = paz_find_dup_value (writer->query->kind, field);

  paz_find_append (writer, "CASE WHEN %s IS NOT NULL THEN 0 WHEN instr (k.states, ' %s:') > 0 THEN 1 ELSE 2 END",
                   column, field->key);
  append_value_order (writer, field, column, descending ? " DESC" : "");
  paz_find_append (writer, ", ");
}

/* Days stand in one group as their month does: ordered by its key. So do equal titles of two records. */
static void
append_group_order (PazFindWriter *writer)
{
  const PazField *field = writer->query->group;
  PazShape shape = paz_shape_get (field);
  g_autofree char *key = paz_find_dup_group (writer->query);

  if (shape != PAZ_SHAPE_DATE && shape != PAZ_SHAPE_MOMENT)
    append_order (writer, field, FALSE);
  paz_find_append (writer, "CASE %s WHEN '' THEN 3 WHEN 'n/a' THEN 2 WHEN '?' THEN 1 ELSE 0 END, %s, ", key, key);
}

static void
append_own_order (PazFindWriter *writer)
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

void
paz_find_append_orders (PazFindWriter *writer,
                        gboolean       ranked)
{
  const PazQuery *query = writer->query;

  paz_find_append (writer, " ORDER BY ");
  if (query->group != NULL)
    append_group_order (writer);
  for (guint i = 0; i < query->orders->len; i++)
    {
      const PazOrder *order = &g_array_index (query->orders, PazOrder, i);

      append_order (writer, order->field, order->descending);
    }
  if (query->orders->len == 0)
    {
      if (ranked)
        paz_find_append (writer, "bm25 (search, 10.0, 1.0), ");
      append_own_order (writer);
    }
  paz_find_append (writer, "k.id");
}
