#include "paz-find-sql.h"

#include "paz-search.h"

void
paz_find_append (PazFindWriter *writer,
                 const char    *format,
                 ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (writer->sql, format, args);
  va_end (args);
}

void
paz_find_bind (PazFindWriter *writer,
               const char    *text)
{
  g_string_append_c (writer->sql, '?');
  g_ptr_array_add (writer->texts, g_strdup (text));
}

static void
append_conditions (PazFindWriter *writer)
{
  GPtrArray *conditions = writer->query->conditions;

  if (conditions->len == 0)
    return;
  paz_find_append (writer, " AND (");
  for (guint i = 0; i < conditions->len; i++)
    {
      paz_find_append (writer, "%s(", i == 0 ? "" : writer->query->any ? " OR " : " AND ");
      paz_find_append_condition (writer, conditions->pdata[i]);
      paz_find_append (writer, ")");
    }
  paz_find_append (writer, ")");
}

static void
append_where (PazFindWriter *writer,
              const char    *match)
{
  const PazQuery *query = writer->query;

  paz_find_append (writer, " WHERE k.deleted = %d", query->deleted);
  if (match != NULL)
    {
      paz_find_append (writer, " AND search MATCH ");
      paz_find_bind (writer, match);
    }
  if (query->container != NULL)
    {
      paz_find_append (writer, " AND k.container = ");
      paz_find_bind (writer, query->container);
    }
  append_conditions (writer);
}

char *
paz_find_dup_sql (const PazQuery *query,
                  const char     *columns,
                  GPtrArray      *texts)
{
  PazFindWriter writer = { .query = query, .sql = g_string_new (NULL), .texts = texts };
  /* What is deleted is not in the index. */
  g_autofree char *match = query->deleted ? NULL : paz_search_dup_match (query->search);

  if (query->kind == NULL)
    {
      paz_find_append (&writer, "SELECT %s FROM search JOIN search_row AS r ON r.n = search.rowid"
                                " WHERE search MATCH ", columns);
      paz_find_bind (&writer, match != NULL ? match : "\"\"");
      paz_find_append (&writer, " ORDER BY bm25 (search, 10.0, 1.0), r.id");
      return g_string_free (writer.sql, FALSE);
    }

  g_date_set_time_t (&writer.today, time (NULL));
  paz_find_append (&writer, "SELECT %s FROM ", columns);
  if (match != NULL)
    paz_find_append (&writer, "search JOIN search_row AS r ON r.n = search.rowid JOIN \"k_%s\" AS k ON k.id = r.id",
                     query->kind->key);
  else
    paz_find_append (&writer, "\"k_%s\" AS k", query->kind->key);
  append_where (&writer, match);
  paz_find_append_orders (&writer, match != NULL);

  return g_string_free (writer.sql, FALSE);
}
