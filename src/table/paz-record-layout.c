#include "paz-record-layout.h"

#include "base/paz-text.h"

char *
paz_row_dup_text (const PazRow *row,
                  int           column)
{
  int at = row->header->at[column];
  g_autofree char *raw = at >= 0 ? paz_cell_dup_text (&row->cells[at]) : NULL;
  g_autofree char *text = raw != NULL ? paz_text_clean (raw) : NULL;

  if (text == NULL || *g_strstrip (text) == '\0')
    return NULL;

  return g_steal_pointer (&text);
}

gboolean
paz_row_refuse (PazRow           *row,
                int               column,
                PazRefusalReason  reason)
{
  row->column = column;
  row->reason = reason;

  return FALSE;
}

void
paz_row_keep_text (PazRow     *row,
                   int         column,
                   const char *text)
{
  g_autofree char *key = NULL;
  guint n;

  if (row->unknown == NULL)
    return;
  key = g_strdup_printf ("%s\t%s", row->header->names[column], text);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (row->unknown, key));
  g_hash_table_replace (row->unknown, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
}

void
paz_row_put_text (PazRecord  *record,
                  const char *field,
                  const char *text)
{
  if (text != NULL)
    paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), field),
                          g_variant_new_string (text));
}

gboolean
paz_row_read_date (PazRow     *row,
                   int         column,
                   PazRecord  *record,
                   const char *field)
{
  int at = row->header->at[column];
  char iso[PAZ_UN_DATE_SIZE];

  if (at < 0 || row->cells[at].length == 0)
    return TRUE;

  switch (paz_un_date_read_day (&row->cells[at], row->order, iso))
    {
    case PAZ_UN_DATE_READ:
      paz_row_put_text (record, field, iso);
      return TRUE;
    case PAZ_UN_DATE_DOUBTFUL:
      return paz_row_refuse (row, column, PAZ_REFUSAL_DATE_ORDER);
    case PAZ_UN_DATE_WRONG:
      return paz_row_refuse (row, column, PAZ_REFUSAL_DATE);
    }

  g_return_val_if_reached (FALSE);
}
