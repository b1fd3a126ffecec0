/* Reporting dates as the UN, and spreadsheets that saved a UN file again, write them: "31-Mar-14",
 * 2014-03-31, 31/03/2014 (DOMAIN.md 3.4, trap 4). */
#pragma once

#include "paz-csv-reader.h"

G_BEGIN_DECLS

/* How a column writes dates in figures alone. */
typedef enum
{
  PAZ_DATE_ORDER_UNKNOWN,    /* no date of the column tells */
  PAZ_DATE_ORDER_DAY_FIRST,
  PAZ_DATE_ORDER_MONTH_FIRST,
  PAZ_DATE_ORDER_MIXED,      /* both occur: a doubtful date cannot be read */
} PazDateOrder;

typedef enum
{
  PAZ_UN_DATE_READ,
  PAZ_UN_DATE_DOUBTFUL,      /* day or month first? */
  PAZ_UN_DATE_WRONG,
} PazUnDateResult;

/* Takes a date of the column into account. The day of a reporting date is the last of its month, so
 * one over 12, which tells the order, is in nearly every column; a column without is not guessed. */
void            paz_date_order_note (PazDateOrder  *order,
                                     const PazCell *cell);
PazUnDateResult paz_un_date_read    (const PazCell *cell,
                                     PazDateOrder   order,
                                     guint16       *month);
/* The date itself, as far as it is written: "1948-07-06", "1948-07", "1948". */
#define PAZ_UN_DATE_SIZE 12
PazUnDateResult paz_un_date_read_day (const PazCell *cell,
                                      PazDateOrder   order,
                                      char           iso[PAZ_UN_DATE_SIZE]);

G_END_DECLS
