#include "paz-page.h"

#include "paz-measure.h"
#include "paz-sheet.h"
#include "paz-workbook-private.h"

/* A page this high is still read when it is printed on one sheet of paper. */
#define ONE_PAGE 1450.0

/* Pixels: a margin, labels, values. */
#define MARGIN_WIDTH 18
#define LABEL_WIDTH 200
#define VALUE_WIDTH 575
#define LINE 17.0

enum
{
  MARGIN,
  LABEL,
  VALUE,
};

typedef struct
{
  guint  row;
  double height;
} Page;

static void
page_finish (PazSheet *self)
{
  paz_sheet_set_page (self, FALSE);
  if (self->workbook->error == NULL && ((Page *) self->layout)->height < ONE_PAGE)
    worksheet_fit_to_pages (self->sheet, 1, 1);
  if (self->leaf != NULL)
    paz_book_leaf_set_paper (self->leaf, FALSE, ((Page *) self->layout)->height < ONE_PAGE);
}

PazSheet *
paz_page_new (PazWorkbook  *workbook,
              const char   *name,
              PazClearance  clearance)
{
  static const guint widths[] = { MARGIN_WIDTH, LABEL_WIDTH, VALUE_WIDTH };
  PazSheet *self = paz_sheet_add (workbook, name, clearance, FALSE);

  self->layout = g_new0 (Page, 1);
  self->free_layout = g_free;
  self->finish = page_finish;
  for (guint i = 0; i < G_N_ELEMENTS (widths) && workbook->error == NULL; i++)
    paz_workbook_take (workbook, worksheet_set_column_pixels (self->sheet, (lxw_col_t) i, (lxw_col_t) i, widths[i], NULL));
  if (self->leaf != NULL)
    paz_book_leaf_set_widths (self->leaf, widths, G_N_ELEMENTS (widths));

  return self;
}

static guint
get_row (PazSheet *self)
{
  return ((Page *) self->layout)->row;
}

static void
advance (PazSheet *self,
         double    height)
{
  paz_sheet_set_height (self, get_row (self), height);
  ((Page *) self->layout)->row++;
  ((Page *) self->layout)->height += height;
}

static double
get_text_height (const char *text,
                 PazStyle    style,
                 double      width)
{
  double size = paz_style_get_size (style);
  guint lines = text != NULL ? paz_measure_lines (text, size, paz_style_is_bold (style), width - 22) : 1;

  return lines * LINE * MAX (1, size / PAZ_FONT_SIZE) + 4;
}

void
paz_page_put_space (PazSheet *self)
{
  advance (self, 10);
}

static void
put_line (PazSheet   *self,
          const char *text,
          PazStyle    style,
          double      height)
{
  paz_sheet_write_text (self, get_row (self), LABEL, text, style);
  advance (self, height);
}

/* A title wider than the page goes on in a second line. */
static void
put_long_title (PazSheet   *self,
                const char *title)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize before = line->len;

      if (before > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, words[i]);
      if (before > 0 && paz_measure_text (line->str, PAZ_DISPLAY_SIZE, TRUE) > LABEL_WIDTH + VALUE_WIDTH)
        {
          g_string_truncate (line, before);
          put_line (self, line->str, PAZ_STYLE_PAGE_TITLE, 38);
          g_string_assign (line, words[i]);
        }
    }
  put_line (self, line->str, PAZ_STYLE_PAGE_TITLE, 38);
}

static void
put_rule (PazSheet *self,
          PazStyle  style,
          double    height)
{
  paz_sheet_write_text (self, get_row (self), LABEL, NULL, style);
  paz_sheet_write_text (self, get_row (self), VALUE, NULL, style);
  advance (self, height);
}

void
paz_page_put_title (PazSheet   *self,
                    const char *brand,
                    const char *title,
                    const char *subtitle)
{
  advance (self, 12);
  put_line (self, brand, PAZ_STYLE_PAGE_BRAND, 22);
  put_long_title (self, title);
  put_line (self, subtitle, PAZ_STYLE_PAGE_SUBTITLE, 24);
  put_rule (self, PAZ_STYLE_PAGE_RULE, 6);
  advance (self, 12);
}

void
paz_page_put_heading (PazSheet   *self,
                      const char *text)
{
  advance (self, 14);
  paz_sheet_write_text (self, get_row (self), LABEL, text, PAZ_STYLE_PAGE_HEADING);
  paz_sheet_write_text (self, get_row (self), VALUE, NULL, PAZ_STYLE_PAGE_HEADING);
  advance (self, 24);
  advance (self, 5);
}

static void
put_pair (PazSheet   *self,
          const char *label,
          PazStyle    label_style,
          const char *value,
          PazStyle    value_style)
{
  double left = get_text_height (label, label_style, LABEL_WIDTH);
  double right = get_text_height (value, value_style, VALUE_WIDTH);

  paz_sheet_write_text (self, get_row (self), LABEL, label, label_style);
  paz_sheet_write_text (self, get_row (self), VALUE, value, value_style);
  advance (self, MAX (left, right));
}

void
paz_page_put_pair (PazSheet   *self,
                   const char *label,
                   const char *value)
{
  put_pair (self, label, PAZ_STYLE_PAGE_LABEL, value, PAZ_STYLE_PAGE_VALUE);
}

void
paz_page_put_marking (PazSheet   *self,
                      const char *label,
                      const char *value)
{
  put_pair (self, label, PAZ_STYLE_PAGE_LABEL, value, PAZ_STYLE_PAGE_MARKING);
}

static void
put_figure (PazSheet   *self,
            double      value,
            PazStyle    style,
            const char *words)
{
  paz_sheet_write_number (self, get_row (self), LABEL, value, style);
  paz_sheet_write_text (self, get_row (self), VALUE, words, PAZ_STYLE_PAGE_WORDS);
  advance (self, MAX (30, get_text_height (words, PAZ_STYLE_PAGE_WORDS, VALUE_WIDTH)));
}

void
paz_page_put_count (PazSheet   *self,
                    guint64     value,
                    const char *words)
{
  put_figure (self, (double) value, PAZ_STYLE_PAGE_COUNT, words);
}

void
paz_page_put_share (PazSheet   *self,
                    guint64     part,
                    guint64     base,
                    const char *words)
{
  if (base > 0)
    put_figure (self, (double) part / (double) base, PAZ_STYLE_PAGE_SHARE, words);
  else
    paz_page_put_words (self, paz_absent_get_sign (PAZ_ABSENT_NOT_APPLICABLE), words);
}

void
paz_page_put_words (PazSheet   *self,
                    const char *value,
                    const char *words)
{
  put_pair (self, value, PAZ_STYLE_PAGE_COUNT, words, PAZ_STYLE_PAGE_WORDS);
}

void
paz_page_put_unknown (PazSheet   *self,
                      const char *words)
{
  paz_page_put_words (self, paz_absent_get_sign (PAZ_ABSENT_UNKNOWN), words);
}

void
paz_page_put_link (PazSheet   *self,
                   PazSheet   *to,
                   const char *words)
{
  PazWorkbook *workbook = self->workbook;
  g_auto (GStrv) parts = g_strsplit (to->name, "'", -1);
  g_autofree char *quoted = g_strjoinv ("''", parts);
  g_autofree char *url = g_strdup_printf ("internal:'%s'!A1", quoted);

  if (workbook->error != NULL)
    return;
  paz_sheet_touch (self, get_row (self));
  paz_workbook_take (workbook, worksheet_write_url_opt (self->sheet, get_row (self), LABEL, url,
                                                        paz_workbook_get_format (workbook, PAZ_STYLE_PAGE_LINK),
                                                        to->name, NULL));
  workbook->n_cells++;
  if (self->leaf != NULL)
    {
      paz_book_leaf_put_text (self->leaf, get_row (self), LABEL, to->name, PAZ_STYLE_PAGE_LINK);
      paz_book_leaf_link (self->leaf, to->leaf);
    }
  paz_sheet_write_text (self, get_row (self), VALUE, words, PAZ_STYLE_PAGE_VALUE);
  advance (self, get_text_height (words, PAZ_STYLE_PAGE_VALUE, VALUE_WIDTH));
}

void
paz_page_put_legend (PazSheet   *self,
                     const char *sign,
                     gboolean    gap,
                     const char *words)
{
  put_pair (self, sign, gap ? PAZ_STYLE_GAP : PAZ_STYLE_ABSENT, words, PAZ_STYLE_PAGE_WORDS);
}

void
paz_page_put_signal (PazSheet   *self,
                     guint       signal,
                     const char *word,
                     const char *words)
{
  put_pair (self, word, (PazStyle) (PAZ_STYLE_SIGNAL_NONE + signal), words, PAZ_STYLE_PAGE_WORDS);
}

void
paz_page_put_note (PazSheet   *self,
                   const char *text)
{
  put_pair (self, NULL, PAZ_STYLE_PAGE_LABEL, text, PAZ_STYLE_PAGE_NOTE);
}
