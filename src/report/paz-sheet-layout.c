/* A data sheet as it is declared: its columns, its heading, and what may not be declared. */
#include "paz-sheet-private.h"

#include "paz-measure.h"
#include "paz-name.h"
#include "report/paz-report.h"

static void
layout_free (gpointer data)
{
  Layout *self = data;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].key);
      g_free (self->columns[i].header);
    }
  g_free (self->columns);
  g_free (self->table);
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->widths, g_array_unref);
  g_free (self);
}

void
paz_sheet_refuse (PazSheet   *self,
                  const char *what,
                  const char *name)
{
  paz_workbook_fail (self->workbook,
                     g_error_new (PAZ_REPORT_ERROR, PAZ_REPORT_ERROR_FAILED,
                                  "sheet “%s”: %s “%s”", self->name, what, name));
}

/* Excel repairs a table whose headers repeat, whatever their case. */
static void
check_columns (PazSheet *self)
{
  Layout *layout = self->layout;
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < layout->n_columns; i++)
    {
      const Column *column = &layout->columns[i];

      if (!g_hash_table_add (keys, column->key))
        paz_sheet_refuse (self, "twice the key", column->key);
      if (*column->header == '\0' ||
          !g_hash_table_add (headers, g_utf8_casefold (column->header, -1)))
        paz_sheet_refuse (self, "twice the header", column->header);
    }
}

static void
check_table (PazSheet *self)
{
  Layout *layout = self->layout;

  if (!paz_name_check_table (layout->table))
    paz_sheet_refuse (self, "no name for a table:", layout->table != NULL ? layout->table : "");
  else if (!g_hash_table_add (self->workbook->table_names, g_ascii_strdown (layout->table, -1)))
    paz_sheet_refuse (self, "twice the table", layout->table);
}

static double
get_max (const PazColumn *column)
{
  if (column->width > 0)
    return column->width;
  if (column->type == PAZ_COLUMN_HASH)
    return HASH_WIDTH;
  if (column->type == PAZ_COLUMN_WORDS)
    return WORDS_WIDTH;

  return column->type == PAZ_COLUMN_NOTE ? NOTE_WIDTH : 0;
}

static Layout *
make_layout (const PazSheetSpec *spec)
{
  Layout *layout = g_new0 (Layout, 1);

  layout->columns = g_new0 (Column, spec->n_columns);
  layout->n_columns = spec->n_columns;
  layout->n_frozen = spec->n_frozen;
  layout->table = g_strdup (spec->table);
  layout->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < spec->n_columns; i++)
    {
      layout->columns[i].key = g_strdup (spec->columns[i].key);
      layout->columns[i].header = g_strdup (spec->columns[i].header);
      layout->columns[i].type = spec->columns[i].type;
      layout->columns[i].max = get_max (&spec->columns[i]);
    }

  return layout;
}

gboolean
paz_column_is_number (PazColumnType type)
{
  return type == PAZ_COLUMN_COUNT || type == PAZ_COLUMN_SHARE || type == PAZ_COLUMN_POINTS ||
         type == PAZ_COLUMN_AMOUNT || type == PAZ_COLUMN_RANK;
}

/* Two lines where that is not too wide, else three. */
static double
get_header_width (const char *header)
{
  double two = paz_measure_wrapped (header, PAZ_FONT_SIZE, TRUE, 2);
  double three = paz_measure_wrapped (header, PAZ_FONT_SIZE, TRUE, 3);
  double width = two <= WIDE_HEADER ? two : three;

  return width + CELL_PADDING + FILTER_ARROW;
}

/* Lines of the header at the width its words alone ask for: data only makes columns wider. */
static guint
count_header_lines (const Layout *layout)
{
  guint lines = 1;

  for (guint i = 0; i < layout->n_columns; i++)
    {
      double width = layout->columns[i].width - CELL_PADDING;

      lines = MAX (lines, paz_measure_lines (layout->columns[i].header, PAZ_FONT_SIZE, TRUE, width));
    }

  return lines;
}

static void
write_heading (PazSheet           *self,
               const PazSheetSpec *spec)
{
  Layout *layout = self->layout;
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };

  if (self->workbook->error != NULL)
    return;
  paz_sheet_touch (self, KEY_ROW);
  paz_workbook_take (self->workbook, worksheet_set_row_opt (self->sheet, KEY_ROW, LXW_DEF_ROW_HEIGHT, NULL, &hidden));
  for (guint i = 0; i < layout->n_columns; i++)
    {
      layout->columns[i].width = layout->columns[i].type == PAZ_COLUMN_MARK ? MARK_WIDTH : get_header_width (layout->columns[i].header);
      paz_sheet_write_text (self, KEY_ROW, i, layout->columns[i].key, PAZ_STYLE_KEY);
    }
  paz_sheet_set_height (self, TITLE_ROW, TITLE_PIXELS);
  paz_sheet_write_text (self, TITLE_ROW, 0, spec->title, PAZ_STYLE_TITLE);
  paz_sheet_set_height (self, SUBTITLE_ROW, SUBTITLE_PIXELS);
  paz_sheet_write_text (self, SUBTITLE_ROW, 0, spec->subtitle, PAZ_STYLE_SUBTITLE);
  layout->header_height = count_header_lines (layout) * LINE_PIXELS + 10;
  layout->height = TITLE_PIXELS + SUBTITLE_PIXELS + layout->header_height;
  paz_sheet_set_height (self, HEADER_ROW, layout->header_height);
  for (guint i = 0; i < layout->n_columns; i++)
    paz_sheet_write_text (self, HEADER_ROW, i, layout->columns[i].header,
                          paz_column_is_number (layout->columns[i].type) ? PAZ_STYLE_HEADER_NUMBER : PAZ_STYLE_HEADER);
}

PazSheet *
paz_sheet_new (PazWorkbook        *workbook,
               const PazSheetSpec *spec,
               PazClearance        clearance)
{
  PazSheet *self = paz_sheet_add (workbook, spec->name, clearance, spec->n_rows >= PAZ_SHEET_STREAM_ROWS);

  if (spec->n_columns > paz_limit_get_most (PAZ_LIMIT_COLUMNS))
    paz_workbook_note_limit (workbook, PAZ_LIMIT_COLUMNS, self->name, 0, spec->n_columns);
  self->layout = make_layout (spec);
  self->free_layout = layout_free;
  self->finish = paz_sheet_finish;
  if (self->leaf != NULL)
    paz_book_leaf_begin_table (self->leaf, spec->n_frozen, spec->n_rows >= PAZ_BOOK_LONG);
  check_columns (self);
  check_table (self);
  write_heading (self, spec);

  return self;
}

const char *
paz_sheet_get_name (PazSheet *self)
{
  return self->name;
}

guint
paz_sheet_get_column (PazSheet   *self,
                      const char *key)
{
  Layout *layout = self->layout;

  for (guint i = 0; i < layout->n_columns; i++)
    if (g_str_equal (layout->columns[i].key, key))
      return i;

  g_return_val_if_reached (0);
}

guint
paz_sheet_get_first_row (PazSheet *self)
{
  return FIRST_ROW;
}
