#include "paz-style.h"

typedef struct
{
  double      size;        /* 0: the usual */
  gboolean    bold;
  gboolean    italic;
  guint32     color;       /* 0: ink */
  guint32     fill;        /* 0: none */
  const char *number;      /* number format; "month" is by language */
  guint8      align;
  guint8      valign;      /* 0: middle */
  gboolean    wrap;
  guint8      indent;
  guint32     bottom;      /* hairline below in this colour, 0: none */
  guint32     top;         /* line above */
  guint8      pattern;
} Look;

#define MONTH "month"
#define LEFT LXW_ALIGN_LEFT
#define RIGHT LXW_ALIGN_RIGHT
#define CENTER LXW_ALIGN_CENTER
#define TOP LXW_ALIGN_VERTICAL_TOP

static const Look looks[PAZ_N_STYLES] = {
  [PAZ_STYLE_KEY] = { .size = 8, .color = PAZ_MUTED },
  [PAZ_STYLE_TITLE] = { .size = PAZ_TITLE_SIZE, .bold = TRUE, .color = PAZ_DEEP },
  [PAZ_STYLE_SUBTITLE] = { .color = PAZ_MUTED, .valign = TOP },
  [PAZ_STYLE_HEADER] = { .bold = TRUE, .color = PAZ_WHITE, .fill = PAZ_DEEP, .align = LEFT, .indent = 1, .wrap = TRUE },
  [PAZ_STYLE_HEADER_NUMBER] = { .bold = TRUE, .color = PAZ_WHITE, .fill = PAZ_DEEP, .align = RIGHT, .indent = 2, .wrap = TRUE },
  [PAZ_STYLE_TEXT] = { .align = LEFT, .indent = 1, .bottom = PAZ_LINE },
  [PAZ_STYLE_CODE] = { .align = LEFT, .indent = 1, .color = PAZ_MUTED, .number = "@", .bottom = PAZ_LINE },
  [PAZ_STYLE_NOTE] = { .align = LEFT, .indent = 1, .wrap = TRUE, .bottom = PAZ_LINE },
  [PAZ_STYLE_HASH] = { .size = 7.5, .color = PAZ_MUTED, .align = LEFT, .indent = 1, .wrap = TRUE, .number = "@", .bottom = PAZ_LINE },
  [PAZ_STYLE_WORDS] = { .align = LEFT, .indent = 1, .wrap = TRUE, .number = "@", .bottom = PAZ_LINE },
  [PAZ_STYLE_COUNT] = { .align = RIGHT, .number = "#,##0", .bottom = PAZ_LINE },
  [PAZ_STYLE_SHARE] = { .align = RIGHT, .number = "0.0%", .bottom = PAZ_LINE },
  [PAZ_STYLE_POINTS] = { .align = RIGHT, .number = "0.0", .bottom = PAZ_LINE },
  [PAZ_STYLE_AMOUNT] = { .align = RIGHT, .number = "#,##0.00", .bottom = PAZ_LINE },
  [PAZ_STYLE_RANK] = { .align = RIGHT, .number = "0", .bottom = PAZ_LINE },
  [PAZ_STYLE_MONTH] = { .align = LEFT, .indent = 1, .number = MONTH, .bottom = PAZ_LINE },
  [PAZ_STYLE_DATE] = { .align = LEFT, .indent = 1, .number = "yyyy-mm-dd", .bottom = PAZ_LINE },
  [PAZ_STYLE_TOTAL_TEXT] = { .bold = TRUE, .fill = PAZ_PAPER_TINT, .align = LEFT, .indent = 1, .top = PAZ_DEEP },
  [PAZ_STYLE_TOTAL_COUNT] = { .bold = TRUE, .fill = PAZ_PAPER_TINT, .align = RIGHT, .number = "#,##0", .top = PAZ_DEEP },
  [PAZ_STYLE_TOTAL_SHARE] = { .bold = TRUE, .fill = PAZ_PAPER_TINT, .align = RIGHT, .number = "0.0%", .top = PAZ_DEEP },
  [PAZ_STYLE_TOTAL_AMOUNT] = { .bold = TRUE, .fill = PAZ_PAPER_TINT, .align = RIGHT, .number = "#,##0.00", .top = PAZ_DEEP },
  [PAZ_STYLE_ABSENT] = { .color = PAZ_MUTED, .align = CENTER, .bottom = PAZ_LINE },
  [PAZ_STYLE_TOTAL_ABSENT] = { .color = PAZ_MUTED, .fill = PAZ_PAPER_TINT, .align = CENTER, .top = PAZ_DEEP },
  [PAZ_STYLE_GAP] = { .bottom = PAZ_LINE, .pattern = LXW_PATTERN_LIGHT_UP },
  [PAZ_STYLE_SIGNAL_NONE] = { .color = PAZ_MUTED, .align = LEFT, .indent = 1, .bottom = PAZ_LINE },
  [PAZ_STYLE_SIGNAL_GREEN] = { .color = 0x1E5631, .fill = 0xDCEBDD, .align = LEFT, .indent = 1, .bottom = PAZ_LINE },
  [PAZ_STYLE_SIGNAL_YELLOW] = { .color = 0x6B4A00, .fill = 0xFBEFC4, .align = LEFT, .indent = 1, .bottom = PAZ_LINE },
  [PAZ_STYLE_SIGNAL_RED] = { .bold = TRUE, .color = 0x8A1C12, .fill = 0xF5D3CD, .align = LEFT, .indent = 1, .bottom = PAZ_LINE },
  [PAZ_STYLE_MARK_NONE] = { .align = CENTER, .bottom = PAZ_LINE },
  [PAZ_STYLE_MARK_RUN] = { .color = PAZ_DEEP, .fill = PAZ_SOFT, .align = CENTER, .bottom = PAZ_LINE },
  [PAZ_STYLE_MARK_END] = { .bold = TRUE, .color = PAZ_WHITE, .fill = PAZ_DEEP, .align = CENTER, .bottom = PAZ_LINE },
  [PAZ_STYLE_MARK_DONE] = { .color = PAZ_MUTED, .fill = PAZ_PAPER_TINT, .align = CENTER, .bottom = PAZ_LINE },
  [PAZ_STYLE_MARK_GREEN] = { .color = 0x1E5631, .fill = 0xDCEBDD, .align = CENTER, .bottom = PAZ_LINE },
  [PAZ_STYLE_MARK_YELLOW] = { .color = 0x6B4A00, .fill = 0xFBEFC4, .align = CENTER, .bottom = PAZ_LINE },
  [PAZ_STYLE_MARK_RED] = { .bold = TRUE, .color = 0x8A1C12, .fill = 0xF5D3CD, .align = CENTER, .bottom = PAZ_LINE },
  [PAZ_STYLE_FOOTNOTE] = { .size = PAZ_NOTE_SIZE, .color = PAZ_MUTED },
  [PAZ_STYLE_PAGE_BRAND] = { .size = 11, .bold = TRUE, .color = PAZ_ACCENT },
  [PAZ_STYLE_PAGE_TITLE] = { .size = PAZ_DISPLAY_SIZE, .bold = TRUE, .color = PAZ_DEEP },
  [PAZ_STYLE_PAGE_SUBTITLE] = { .size = 12, .color = PAZ_MUTED },
  [PAZ_STYLE_PAGE_RULE] = { .bottom = PAZ_ACCENT },
  [PAZ_STYLE_PAGE_HEADING] = { .size = 12, .bold = TRUE, .color = PAZ_DEEP, .bottom = PAZ_LINE },
  [PAZ_STYLE_PAGE_LABEL] = { .color = PAZ_MUTED, .align = LEFT, .valign = TOP, .wrap = TRUE },
  [PAZ_STYLE_PAGE_VALUE] = { .align = LEFT, .indent = 1, .valign = TOP, .wrap = TRUE },
  [PAZ_STYLE_PAGE_COUNT] = { .size = PAZ_FIGURE_SIZE, .bold = TRUE, .color = PAZ_DEEP, .align = LEFT, .number = "#,##0" },
  [PAZ_STYLE_PAGE_SHARE] = { .size = PAZ_FIGURE_SIZE, .bold = TRUE, .color = PAZ_DEEP, .align = LEFT, .number = "0.0%" },
  [PAZ_STYLE_PAGE_WORDS] = { .align = LEFT, .indent = 1, .wrap = TRUE },
  [PAZ_STYLE_PAGE_LINK] = { .color = 0x1B4F8F, .align = LEFT, .valign = TOP },
  [PAZ_STYLE_PAGE_NOTE] = { .size = PAZ_NOTE_SIZE, .color = PAZ_MUTED, .align = LEFT, .indent = 1, .valign = TOP, .wrap = TRUE },
  [PAZ_STYLE_PAGE_MARKING] = { .bold = TRUE, .color = PAZ_INK, .align = LEFT, .indent = 1, .valign = TOP, .wrap = TRUE },
};

/* The language stands in the format: else a reader's own machine would choose the month's name. */
static const char * const month_formats[PAZ_N_LANGUAGES] = {
  [PAZ_LANGUAGE_ES] = "[$-280A]mmm yyyy",
  [PAZ_LANGUAGE_PT] = "[$-416]mmm yyyy",
  [PAZ_LANGUAGE_EN] = "[$-409]mmm yyyy",
};

static void
set_border (lxw_format *format,
            const Look *look)
{
  if (look->bottom != 0)
    {
      format_set_bottom (format, look->bottom == PAZ_ACCENT ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
      format_set_bottom_color (format, look->bottom);
    }
  if (look->top != 0)
    {
      format_set_top (format, LXW_BORDER_THIN);
      format_set_top_color (format, look->top);
    }
}

static void
set_fill (lxw_format *format,
          const Look *look)
{
  if (look->fill != 0)
    {
      format_set_pattern (format, LXW_PATTERN_SOLID);
      format_set_bg_color (format, look->fill);
    }
  else if (look->pattern != 0)
    {
      format_set_pattern (format, look->pattern);
      format_set_fg_color (format, PAZ_SOFT);
      format_set_bg_color (format, PAZ_WHITE);
    }
}

static lxw_format *
make_format (const Look   *look,
             lxw_workbook *book,
             PazLanguage   language)
{
  lxw_format *format = workbook_add_format (book);

  if (format == NULL)
    return NULL;
  format_set_font_name (format, PAZ_FONT);
  format_set_font_size (format, look->size > 0 ? look->size : PAZ_FONT_SIZE);
  format_set_font_color (format, look->color != 0 ? look->color : PAZ_INK);
  if (look->bold)
    format_set_bold (format);
  if (look->italic)
    format_set_italic (format);
  if (look->number != NULL)
    format_set_num_format (format, g_str_equal (look->number, MONTH) ? paz_style_get_month_format (language) : look->number);
  if (look->align != 0)
    format_set_align (format, look->align);
  format_set_align (format, look->valign != 0 ? look->valign : LXW_ALIGN_VERTICAL_CENTER);
  if (look->wrap)
    format_set_text_wrap (format);
  if (look->indent != 0)
    format_set_indent (format, look->indent);
  set_border (format, look);
  set_fill (format, look);

  return format;
}

lxw_format *
paz_style_get_format (PazStyle      style,
                      lxw_workbook *book,
                      lxw_format   *formats[PAZ_N_STYLES],
                      PazLanguage   language)
{
  if (formats[style] == NULL)
    formats[style] = make_format (&looks[style], book, language);

  return formats[style];
}

void
paz_style_get_look (PazStyle     style,
                    PazBookLook *look)
{
  const Look *from = &looks[style];

  *look = (PazBookLook) {
    .size = paz_style_get_size (style),
    .bold = from->bold,
    .color = from->color != 0 ? from->color : PAZ_INK,
    .filled = from->fill != 0,
    .fill = from->fill,
    .hatched = from->pattern != 0,
    .align = from->align == RIGHT ? PAZ_BOOK_RIGHT : from->align == CENTER ? PAZ_BOOK_CENTER : PAZ_BOOK_LEFT,
    .top = from->valign == TOP,
    .wrap = from->wrap,
    .indent = from->indent,
    .has_bottom = from->bottom != 0,
    .has_top = from->top != 0,
    .bottom = from->bottom,
    .line = from->top,
  };
}

const char *
paz_style_get_number (PazStyle style)
{
  return looks[style].number;
}

double
paz_style_get_size (PazStyle style)
{
  return looks[style].size > 0 ? looks[style].size : PAZ_FONT_SIZE;
}

gboolean
paz_style_is_bold (PazStyle style)
{
  return looks[style].bold;
}

const char *
paz_style_get_month_format (PazLanguage language)
{
  return month_formats[language];
}
