/* Values that never leave this copy: no line holds them, no exit reads them. */
#include "paz-derive.h"

gboolean
paz_local_fill (PazStatements  *lines,
                PazRecord      *record,
                GError        **error)
{
  sqlite3_stmt *statement = paz_statements_get (lines, "SELECT field, value FROM local"
                                                       " WHERE record = ? AND hidden = 0 ORDER BY n", error);
  const PazKind *kind = paz_record_get_kind (record);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, paz_record_get_id (record));
  while (paz_sql_step (statement, &row, error))
    {
      const PazField *field;

      if (!row)
        return TRUE;
      field = paz_kind_find_field (kind, paz_sql_get_text (statement, 0));
      if (field != NULL)
        paz_record_set_value (record, field,
                              paz_cells_value_from_text (field, paz_sql_get_text (statement, 1)));
    }

  return FALSE;
}

gboolean
paz_local_write (PazStatements   *to,
                 PazRecord       *record,
                 const PazField  *field,
                 guint64          step,
                 GError         **error)
{
  g_autofree char *text = paz_cells_value_to_text (field, paz_record_get_value (record, field), error);
  sqlite3_stmt *statement;

  if (text == NULL)
    return FALSE;
  statement = paz_statements_get (to, "INSERT INTO local (record, field, value, step) VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, paz_record_get_id (record));
  paz_sql_bind_text (statement, 2, field->key);
  paz_sql_bind_text (statement, 3, text);
  sqlite3_bind_int64 (statement, 4, (gint64) step);

  return paz_sql_execute (statement, error);
}
