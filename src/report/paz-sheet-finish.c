#include "paz-sheet-private.h"

#include "paz-sheet-chart-private.h"
#include "paz-measure.h"

#include <math.h>

/* Pixels between the margins of A4 and Letter upright, at a size one still reads: wider sheets
 * are printed across. With a chart a little smaller is better than a chart on a page of its own. */
#define PORTRAIT_PIXELS 860.0
#define PORTRAIT_PIXELS_WITH_CHART 1000.0
/* One page is better than two as long as it is not printed smaller than this. */
#define SMALLEST_SCALE 0.6
/* A grid that would be printed smaller than this goes on over pages side by side; before, one page is
 * better, since the title can only stand whole on the first. */
#define SMALLEST_GRID_SCALE 0.55

static double
get_scale (const PazPaperPixels *paper,
           double                width,
           double                height)
{
  return MIN (1, MIN (paper->width / width, paper->height / height));
}

/* Table, notes and charts on one page where they can be read there; upright where that costs little. */
static void
choose_page (PazSheet *self)
{
  Layout *layout = self->layout;
  double width = MAX (layout->width, self->charts->len > 0 ? PAZ_CHART_MIN_WIDTH : 0);
  double height = layout->height + paz_sheet_chart_get_height_of_all (self);
  double upright = get_scale (paz_paper_get_pixels (self->workbook->paper, FALSE), width, height);
  double across = get_scale (paz_paper_get_pixels (self->workbook->paper, TRUE), width, height);

  layout->single = MAX (upright, across) >= SMALLEST_SCALE;
  if (layout->single)
    layout->landscape = upright < across * 0.97;
  else
    layout->landscape = layout->width > (layout->has_chart ? PORTRAIT_PIXELS_WITH_CHART : PORTRAIT_PIXELS);
}

static void
set_widths (PazSheet *self)
{
  Layout *layout = self->layout;

  layout->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < layout->n_columns && self->workbook->error == NULL; i++)
    {
      guint pixels = (guint) ceil (layout->columns[i].width);

      g_array_append_val (layout->widths, pixels);
      layout->width += pixels;
      paz_workbook_take (self->workbook,
                         worksheet_set_column_pixels (self->sheet, (lxw_col_t) i, (lxw_col_t) i, pixels, NULL));
    }
}

/* A table must have a row; with nothing to list it is an empty one. */
static guint
get_last_row (PazSheet *self)
{
  Layout *layout = self->layout;

  return FIRST_ROW + MAX (layout->n_rows, 1) - 1;
}

static void
add_table (PazSheet *self)
{
  Layout *layout = self->layout;
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, layout->n_columns);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, layout->n_columns + 1);
  lxw_table_options options = {
    .name = layout->table,
    .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
    .style_type_number = 0,
    .columns = list,
  };

  for (guint i = 0; i < layout->n_columns; i++)
    {
      gboolean number = paz_column_is_number (layout->columns[i].type);

      columns[i].header = layout->columns[i].header;
      columns[i].header_format = paz_workbook_get_format (self->workbook, number ? PAZ_STYLE_HEADER_NUMBER : PAZ_STYLE_HEADER);
      list[i] = &columns[i];
    }
  paz_workbook_take (self->workbook,
                     worksheet_add_table (self->sheet, HEADER_ROW, 0, get_last_row (self),
                                          (lxw_col_t) (layout->n_columns - 1), &options));
  self->workbook->n_tables++;
}

/* What a streamed sheet has instead: the filter, and the range under the table's name. */
static void
add_range (PazSheet *self)
{
  Layout *layout = self->layout;
  g_auto (GStrv) parts = g_strsplit (self->name, "'", -1);
  g_autofree char *quoted = g_strjoinv ("''", parts);
  g_autofree char *formula = NULL;
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_col_t last = (lxw_col_t) (layout->n_columns - 1);

  lxw_rowcol_to_range_abs (range, HEADER_ROW, 0, get_last_row (self), last);
  formula = g_strdup_printf ("='%s'!%s", quoted, range);
  paz_workbook_take (self->workbook, worksheet_autofilter (self->sheet, HEADER_ROW, 0, get_last_row (self), last));
  paz_workbook_take (self->workbook, workbook_define_name (self->workbook->book, layout->table, formula));
}

/* Long notes are broken into lines at the table's width: no merged cells, nothing cut off. */
static guint
write_note (PazSheet   *self,
            const char *text,
            guint       row,
            double      width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize before = line->len;

      if (before > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, words[i]);
      if (before > 0 && paz_measure_text (line->str, PAZ_NOTE_SIZE, FALSE) > width)
        {
          g_string_truncate (line, before);
          paz_sheet_write_text (self, row++, 0, line->str, PAZ_STYLE_FOOTNOTE);
          g_string_assign (line, words[i]);
        }
    }
  paz_sheet_write_text (self, row++, 0, line->str, PAZ_STYLE_FOOTNOTE);

  return row;
}

static guint
write_notes (PazSheet *self)
{
  Layout *layout = self->layout;
  guint row = get_last_row (self) + layout->n_totals + 2;
  double width = MAX (layout->width, 480) * 0.97;

  for (guint i = 0; i < layout->notes->len; i++)
    row = write_note (self, g_ptr_array_index (layout->notes, i), row, width);

  layout->height += (row - get_last_row (self) - layout->n_totals) * ROW_PIXELS;

  return layout->notes->len > 0 ? row + 1 : row;
}

static void
set_panes (PazSheet *self)
{
  Layout *layout = self->layout;

  if (self->workbook->error != NULL)
    return;
  worksheet_freeze_panes (self->sheet, FIRST_ROW, (lxw_col_t) layout->n_frozen);
  paz_workbook_take (self->workbook, worksheet_repeat_rows (self->sheet, HEADER_ROW, HEADER_ROW));
}

static void
write_empty_row (PazSheet *self)
{
  Layout *layout = self->layout;

  if (layout->n_rows > 0 || layout->n_totals > 0)
    return;
  for (guint i = 0; i < layout->n_columns; i++)
    paz_sheet_write_text (self, FIRST_ROW, i, NULL, PAZ_STYLE_TEXT);
}

static void
shade (PazSheet *self)
{
  Layout *layout = self->layout;
  lxw_conditional_format scale = {
    .type = LXW_CONDITIONAL_2_COLOR_SCALE,
    .min_color = PAZ_WHITE,
    .max_color = PAZ_HEAT,
    /* One contingent must not leave all the others white. */
    .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_PERCENTILE,
    .max_value = 90,
  };

  if (layout->heat_last > 0 && layout->n_rows > 0)
    paz_workbook_take (self->workbook,
                       worksheet_conditional_format_range (self->sheet, FIRST_ROW, (lxw_col_t) layout->heat_first,
                                                           get_last_row (self), (lxw_col_t) layout->heat_last, &scale));
}

static void
show_leaf (PazSheet *self)
{
  Layout *layout = self->layout;

  paz_book_leaf_set_totals (self->leaf, layout->n_totals);
  paz_book_leaf_set_widths (self->leaf, (const guint *) (gpointer) layout->widths->data, layout->widths->len);
  paz_book_leaf_set_paper (self->leaf, layout->landscape, layout->single);
}

/* A grid too wide to be read on one page goes on beside it, its rows' headings repeated. */
static void
spread (PazSheet *self)
{
  Layout *layout = self->layout;
  double page = paz_paper_get_pixels (self->workbook->paper, layout->landscape)->width / SMALLEST_GRID_SCALE;
  double headings = 0;

  for (guint i = 0; i < layout->n_frozen; i++)
    headings += layout->columns[i].width;
  if (layout->heat_last == 0 || layout->n_frozen == 0 || layout->width <= page || headings > page / 2)
    return;
  worksheet_repeat_columns (self->sheet, 0, (lxw_col_t) (layout->n_frozen - 1));
  worksheet_fit_to_pages (self->sheet, (guint16) ceil ((layout->width - headings) / (page - headings)), 0);
}

void
paz_sheet_finish (PazSheet *self)
{
  Layout *layout = self->layout;
  guint row;

  paz_sheet_close_row (self);
  if (self->leaf != NULL)
    paz_book_leaf_end_data (self->leaf, layout->n_rows);
  write_empty_row (self);
  set_widths (self);
  layout->has_chart = self->charts->len > 0;
  row = write_notes (self);
  if (self->workbook->error != NULL)
    return;
  if (self->streamed)
    add_range (self);
  else
    add_table (self);
  set_panes (self);
  shade (self);
  choose_page (self);
  paz_sheet_set_page (self, layout->landscape);
  if (layout->single)
    worksheet_fit_to_pages (self->sheet, 1, 1);
  else
    spread (self);
  if (self->leaf != NULL)
    show_leaf (self);
  paz_sheet_chart_place_all (self, row);
}
