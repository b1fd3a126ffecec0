#include "paz-crossing.h"

#include <string.h>

PazRecord *
paz_crossing_find_child (PazEdition *edition,
                         GPtrArray  *children,
                         PazRecord  *state)
{
  for (guint i = 0; children != NULL && i < children->len; i++)
    if (g_strcmp0 (paz_record_get_text (children->pdata[i], "participant"), paz_record_get_id (state)) == 0)
      return children->pdata[i];

  return NULL;
}

/* States that have something inside any of the rows, in the language's order. */
static GPtrArray *
list_states (const PazCrossing *self,
             PazEdition        *edition)
{
  GPtrArray *children = paz_records_list (edition->records, self->child, NULL);
  GPtrArray *states = paz_edition_get_states (edition);
  GPtrArray *present = g_ptr_array_new ();

  for (guint i = 0; i < states->len; i++)
    if (paz_crossing_find_child (edition, children, states->pdata[i]) != NULL)
      g_ptr_array_add (present, states->pdata[i]);

  return present;
}

PazSheet *
paz_crossing_declare (const PazCrossing *self,
                      PazEdition        *edition,
                      PazWorkbook       *workbook)
{
  g_autoptr (GPtrArray) states = list_states (self, edition);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree PazColumn *columns = g_new0 (PazColumn, self->n_columns + states->len);
  g_autofree char *marking = paz_edition_dup_marking (edition);
  const PazSheetSpec spec = {
    .name = paz_sheets_say_name (edition, self->words),
    .title = paz_sheets_say_title (edition, self->words), .subtitle = marking,
    .table = paz_sheets_say_table (edition, self->words), .columns = columns,
    .n_columns = self->n_columns + states->len, .n_frozen = self->words->n_frozen,
  };

  memcpy (columns, self->columns, self->n_columns * sizeof *columns);
  for (guint i = 0; i < self->n_columns; i++)
    columns[i].header = paz_sheets_say_column (edition, self->columns[i].header);
  for (guint i = 0; i < states->len; i++)
    {
      const char *code = paz_record_get_text (states->pdata[i], "code");
      char *key = g_ascii_strdown (code, -1);

      g_ptr_array_add (keys, key);
      columns[self->n_columns + i] = (PazColumn) { key, code, PAZ_COLUMN_MARK };
    }

  return paz_sheet_new (workbook, &spec, edition->stamp);
}

static const PazCrossingSign *
find_sign (const PazCrossing *self,
           const char        *choice)
{
  for (const PazCrossingSign *sign = self->signs; choice != NULL && sign->choice != NULL; sign++)
    if (g_str_equal (sign->choice, choice))
      return sign;

  return NULL;
}

static void
put_cell (const PazCrossing *self,
          PazSheet          *sheet,
          PazRecord         *child)
{
  const PazField *field = paz_kind_find_field (paz_kind_find (self->child), self->field);
  GVariant *value = child != NULL ? paz_record_get_value (child, field) : NULL;
  const PazCrossingSign *sign;

  switch (paz_value_get_state (value))
    {
    case PAZ_STATE_KNOWN:
      sign = find_sign (self, g_variant_get_string (value, NULL));
      if (sign != NULL)
        paz_sheet_put_sign (sheet, sign->sign, sign->signal);
      else
        paz_sheet_put_text (sheet, g_variant_get_string (value, NULL));
      break;
    case PAZ_STATE_UNKNOWN:
      paz_sheet_put_absent (sheet, PAZ_ABSENT_UNKNOWN);
      break;
    case PAZ_STATE_NOT_APPLICABLE:
      paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_APPLICABLE);
      break;
    case PAZ_STATE_WITHHELD:
    case PAZ_STATE_NOT_ANSWERED:
      paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
      break;
    }
}

/* "✓ Support, R Reservation": what each sign says. */
static void
add_legend (const PazCrossing *self,
            PazEdition        *edition,
            PazSheet          *sheet)
{
  const PazKind *kind = paz_kind_find (self->child);
  const PazField *field = paz_kind_find_field (kind, self->field);
  g_autoptr (GString) legend = g_string_new (NULL);

  for (const PazCrossingSign *sign = self->signs; sign->choice != NULL; sign++)
    g_string_append_printf (legend, "%s%s  %s", legend->len > 0 ? "   ·   " : "", sign->sign,
                            paz_choice_get_label (paz_field_find_choice (field, sign->choice),
                                                  paz_field_get_context (field, kind), edition->catalogue));
  paz_sheet_add_note (sheet, legend->str);
}

void
paz_crossing_fill (const PazCrossing *self,
                   PazEdition        *edition,
                   PazSheet          *sheet)
{
  GPtrArray *records = paz_records_list (edition->records, self->kind, NULL);
  g_autoptr (GPtrArray) states = list_states (self, edition);

  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);
      GPtrArray *children = paz_records_list_in (edition->records, self->child, paz_record_get_id (record));

      paz_sheet_begin_row (sheet, paz_records_get_stamp (edition->records, record));
      self->put_row (sheet, edition, record, children);
      for (guint k = 0; k < states->len; k++)
        put_cell (self, sheet, paz_crossing_find_child (edition, children, states->pdata[k]));
    }
  add_legend (self, edition, sheet);
}
