/* The look of a report: one palette, one typeface, one table of cell styles. */
#pragma once

#include <xlsxwriter.h>

#include "report/paz-book.h"

G_BEGIN_DECLS

#define PAZ_FONT "Arial"
#define PAZ_FONT_SIZE 10.0
#define PAZ_TITLE_SIZE 15.0
#define PAZ_DISPLAY_SIZE 22.0
#define PAZ_FIGURE_SIZE 16.0
#define PAZ_NOTE_SIZE 9.0

/* Ink and stone, with one warm accent; nothing of any organisation's emblem. Each pair that
 * stands side by side differs in lightness, so that a grey copy tells them apart. */
#define PAZ_INK        0x1F2933
#define PAZ_DEEP       0x2B3A55
#define PAZ_SOFT       0x9AA9BF
#define PAZ_ACCENT     0xB4622D
#define PAZ_MUTED      0x5F6B7A
#define PAZ_LINE       0xD5DAE1
#define PAZ_PAPER_TINT 0xF4F1EA
#define PAZ_WHITE      0xFFFFFF
/* The darkest shade of a heat table: ink is read on it. */
#define PAZ_HEAT       0xE0A878

typedef enum
{
  PAZ_STYLE_KEY,            /* hidden row of keys */
  PAZ_STYLE_TITLE,
  PAZ_STYLE_SUBTITLE,
  PAZ_STYLE_HEADER,
  PAZ_STYLE_HEADER_NUMBER,
  PAZ_STYLE_TEXT,
  PAZ_STYLE_CODE,
  PAZ_STYLE_NOTE,
  PAZ_STYLE_HASH,
  PAZ_STYLE_WORDS,          /* text even where it looks like a number */
  PAZ_STYLE_COUNT,
  PAZ_STYLE_SHARE,
  PAZ_STYLE_POINTS,
  PAZ_STYLE_AMOUNT,
  PAZ_STYLE_RANK,
  PAZ_STYLE_MONTH,
  PAZ_STYLE_DATE,
  PAZ_STYLE_TOTAL_TEXT,
  PAZ_STYLE_TOTAL_COUNT,
  PAZ_STYLE_TOTAL_SHARE,
  PAZ_STYLE_TOTAL_AMOUNT,
  PAZ_STYLE_ABSENT,         /* unknown and not applicable */
  PAZ_STYLE_TOTAL_ABSENT,
  PAZ_STYLE_GAP,
  PAZ_STYLE_SIGNAL_NONE,
  PAZ_STYLE_SIGNAL_GREEN,
  PAZ_STYLE_SIGNAL_YELLOW,
  PAZ_STYLE_SIGNAL_RED,
  PAZ_STYLE_MARK_NONE,
  PAZ_STYLE_MARK_RUN,
  PAZ_STYLE_MARK_END,
  PAZ_STYLE_MARK_DONE,
  PAZ_STYLE_MARK_GREEN,
  PAZ_STYLE_MARK_YELLOW,
  PAZ_STYLE_MARK_RED,
  PAZ_STYLE_FOOTNOTE,
  PAZ_STYLE_PAGE_BRAND,
  PAZ_STYLE_PAGE_TITLE,
  PAZ_STYLE_PAGE_SUBTITLE,
  PAZ_STYLE_PAGE_RULE,
  PAZ_STYLE_PAGE_HEADING,
  PAZ_STYLE_PAGE_LABEL,
  PAZ_STYLE_PAGE_VALUE,
  PAZ_STYLE_PAGE_COUNT,     /* large figures */
  PAZ_STYLE_PAGE_SHARE,
  PAZ_STYLE_PAGE_WORDS,
  PAZ_STYLE_PAGE_LINK,
  PAZ_STYLE_PAGE_NOTE,
  PAZ_STYLE_PAGE_MARKING,
  PAZ_N_STYLES,
} PazStyle;

/* The format of a style, added to the book at its first use. */
lxw_format *paz_style_get_format (PazStyle       style,
                                  lxw_workbook  *book,
                                  lxw_format    *formats[PAZ_N_STYLES],
                                  PazLanguage    language);
/* The same for who draws it. */
void        paz_style_get_look   (PazStyle       style,
                                  PazBookLook   *look);
/* Its number format ("month" is by language); NULL: none. */
const char *paz_style_get_number (PazStyle       style);
double      paz_style_get_size   (PazStyle       style);
gboolean    paz_style_is_bold    (PazStyle       style);
/* Number format of months, in the language. */
const char *paz_style_get_month_format (PazLanguage language);

G_END_DECLS
