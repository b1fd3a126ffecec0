#include "paz-paper-private.h"

#include "paz-measure.h"

/* Columns of running text may be narrower on paper than in the sheet, down to this many pixels. */
#define NARROWEST_TEXT 150.0
/* Of a table, so many rows tell how wide its numbers are. */
#define MEASURED_ROWS 100
/* Pixels beside a number. */
#define BESIDE 14.0
/* A table nearly as wide as the page becomes as wide as it. */
#define NEARLY_WIDE 0.8
/* Of the page's width, for columns that are repeated in each panel. */
#define REPEATED_SHARE 0.45

void
paper_panel_free (PaperPanel *panel)
{
  g_array_unref (panel->columns);
  g_free (panel);
}

static PaperPanel *
panel_new (PazPaperBook *self,
           guint         sheet,
           double        scale)
{
  PaperPanel *panel = g_new0 (PaperPanel, 1);

  panel->sheet = sheet;
  panel->scale = scale;
  panel->columns = g_array_new (FALSE, FALSE, sizeof (PaperColumn));
  g_ptr_array_add (self->panels, panel);

  return panel;
}

static void
add_column (PaperPanel *panel,
            guint       number,
            double      width)
{
  const PaperColumn column = { .column = number, .x = panel->width, .width = width };

  g_array_append_val (panel->columns, column);
  panel->width += width;
}

static void
stretch (PaperPanel *panel,
         double      width)
{
  double factor = width / panel->width;

  for (guint i = 0; i < panel->columns->len; i++)
    {
      PaperColumn *column = &g_array_index (panel->columns, PaperColumn, i);

      column->x *= factor;
      column->width *= factor;
    }
  panel->width = width;
}

static void
stretch_nearly_wide (PaperPanel *panel,
                     double      width)
{
  if (panel->width >= width * NEARLY_WIDE)
    stretch (panel, width);
}

static gboolean
is_running_text (PazPaperBook       *self,
                 guint               number,
                 const PazBookSheet *sheet,
                 guint               column)
{
  guint last = sheet->first_row + MIN (sheet->n_data, 20);

  for (guint row = sheet->first_row; row < last; row++)
    {
      PazBookCell cell;
      PazBookLook look;

      if (!paz_book_get_cell (self->book, number, row, column, &cell) || cell.type != PAZ_BOOK_TEXT)
        continue;
      paz_book_get_look (self->book, number, row, column, &look);
      if (look.wrap)
        return TRUE;
    }

  return FALSE;
}

/* Numbers are written out as the language has them, which may be longer than in the sheet. */
static double
get_number_width (PazPaperBook       *self,
                  guint               number,
                  const PazBookSheet *sheet,
                  guint               column)
{
  guint last = sheet->first_row + MIN (sheet->n_data, MEASURED_ROWS) + sheet->n_totals;
  double width = 0;

  for (guint row = sheet->first_row; row < last; row++)
    {
      g_autofree char *shown = NULL;
      PazBookCell cell;
      PazBookLook look;

      if (!paz_book_get_cell (self->book, number, row, column, &cell) || cell.type != PAZ_BOOK_NUMBER)
        continue;
      paz_book_get_look (self->book, number, row, column, &look);
      shown = paz_book_dup_shown (self->book, &cell);
      width = MAX (width, paz_measure_text (shown, look.size, look.bold) + BESIDE);
    }

  return width;
}

/* Points at full size. Where all columns do not fit, those of running text give way: to fit the room, else
 * what is there in the smallest text. */
static double *
get_widths (PazPaperBook       *self,
            guint               number,
            const PazBookSheet *sheet,
            double              room,
            double              most)
{
  double *widths = g_new (double, MAX (sheet->n_columns, 1));
  g_autofree double *spare = g_new0 (double, MAX (sheet->n_columns, 1));
  double total = 0, all_spare = 0, missing;

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      widths[i] = MAX (sheet->widths[i], get_number_width (self, number, sheet, i)) * PAZ_PAPER_PIXEL;
      total += widths[i];
      if (is_running_text (self, number, sheet, i))
        spare[i] = MAX (0, (sheet->widths[i] - NARROWEST_TEXT) * PAZ_PAPER_PIXEL);
      all_spare += spare[i];
    }
  missing = total - room;
  if (missing > all_spare)
    missing = total - most;
  if (missing <= 0 || missing > all_spare)
    return widths;
  for (guint i = 0; i < sheet->n_columns; i++)
    widths[i] -= spare[i] * missing / all_spare;

  return widths;
}

static guint
count_repeated (const PazBookSheet *sheet,
                const double       *widths,
                double              room)
{
  guint n = MAX (sheet->n_frozen, 1);
  double width = 0;

  for (guint i = 0; i < n; i++)
    {
      width += widths[i];
      if (i > 0 && width > room * REPEATED_SHARE)
        return i;
    }

  return n;
}

/* How many panels it takes when each has this much room beside what is repeated. */
static guint
count_panels (const double *widths,
              guint         first,
              guint         n,
              double        room)
{
  guint count = 1;
  double width = 0;

  for (guint i = first; i < n; i++)
    {
      if (width > 0 && width + widths[i] > room)
        {
          count++;
          width = 0;
        }
      width += widths[i];
    }

  return count;
}

/* The least room that takes no more panels: they become about equally wide. */
static double
balance (const double *widths,
         guint         first,
         guint         n,
         double        room)
{
  guint count = count_panels (widths, first, n, room);
  double least = 0;

  for (guint i = 0; i < 30; i++)
    {
      double middle = (least + room) / 2;

      if (count_panels (widths, first, n, middle) > count)
        least = middle;
      else
        room = middle;
    }

  return room;
}

static PaperPanel *
begin_panel (PazPaperBook *self,
             guint         sheet,
             const double *widths,
             guint         n_repeated,
             double        scale)
{
  PaperPanel *panel = panel_new (self, sheet, scale);

  for (guint i = 0; i < n_repeated; i++)
    add_column (panel, i, widths[i] * scale);

  return panel;
}

static double
get_sum (const double *widths,
         guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];

  return sum;
}

/* As few panels as can be read, about equally wide, in text as large as they leave room for. */
static void
split (PazPaperBook       *self,
       GPtrArray          *panels,
       guint               number,
       const PazBookSheet *sheet,
       const double       *widths,
       double              width,
       double              scale)
{
  double smallest = MIN (scale, PAZ_PAPER_SMALLEST);
  guint n_repeated = count_repeated (sheet, widths, width / smallest);
  double repeated = get_sum (widths, n_repeated);
  double room = balance (widths, n_repeated, sheet->n_columns, width / smallest - repeated);
  PaperPanel *panel;
  double used = 0;

  scale = MIN (scale, width / (repeated + room));
  panel = begin_panel (self, number, widths, n_repeated, scale);
  g_ptr_array_add (panels, panel);
  for (guint i = n_repeated; i < sheet->n_columns; i++)
    {
      if (used > 0 && used + widths[i] > room)
        {
          panel = begin_panel (self, number, widths, n_repeated, scale);
          g_ptr_array_add (panels, panel);
          used = 0;
        }
      add_column (panel, i, widths[i] * scale);
      used += widths[i];
    }
}

static void
number_panels (GPtrArray *panels,
               double     width)
{
  for (guint i = 0; i < panels->len; i++)
    {
      PaperPanel *panel = g_ptr_array_index (panels, i);

      panel->number = i + 1;
      panel->n = panels->len;
      stretch_nearly_wide (panel, width);
      if (panel->width > width)
        stretch (panel, width);
    }
}

/* A page keeps its size of text and gives way in width. */
static void
add_page_panel (PazPaperBook       *self,
                GPtrArray          *panels,
                guint               number,
                const PazBookSheet *sheet,
                double              width,
                double              scale)
{
  PaperPanel *panel = panel_new (self, number, MIN (scale, 0.95));

  /* The first column is the sheet's own margin. */
  for (guint i = 1; i < sheet->n_columns; i++)
    add_column (panel, i, sheet->widths[i]);
  stretch (panel, width);
  g_ptr_array_add (panels, panel);
}

GPtrArray *
paper_panels_new (PazPaperBook *self,
                  guint         number,
                  double        width,
                  double        scale)
{
  const PazBookSheet *sheet = paz_book_get_sheet (self->book, number);
  GPtrArray *panels = g_ptr_array_new ();
  g_autofree double *widths = NULL;

  if (sheet->n_columns == 0)
    return panels;
  if (sheet->is_page && sheet->n_columns > 1)
    add_page_panel (self, panels, number, sheet, width, scale);
  else
    {
      widths = get_widths (self, number, sheet, width / MIN (scale, 0.85), width / PAZ_PAPER_SMALLEST);
      split (self, panels, number, sheet, widths, width, scale);
    }
  number_panels (panels, width);

  return panels;
}
