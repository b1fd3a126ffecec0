/* What the words and the formats of a catalogue share. */
#pragma once

#include "base/paz-catalogue.h"

#include "paz-mo.h"

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/unumberformatter.h>

G_BEGIN_DECLS

/* Places after the mark: as many as there are, then 0 to 12. */
#define PAZ_N_PLACES 14

typedef enum
{
  PAZ_PATTERN_MONTH,
  PAZ_PATTERN_DAY,
  PAZ_PATTERN_MOMENT,
  PAZ_PATTERN_NARROW_MONTH,
} PazPattern;
#define PAZ_N_PATTERNS 4

struct _PazCatalogue
{
  gatomicrefcount    ref_count;
  PazLanguage        language;
  PazMo             *mo;             /* NULL: English, or no file */
  /* ICU's objects are made when first asked for, under the lock. Formatters of numbers and
   * collators may then be used by any thread; formats of dates only under the lock. */
  GMutex             lock;
  UCollator         *collator;
  UNumberFormatter  *numbers[2][PAZ_N_PLACES];     /* plain, in hundredths */
  UDateFormat       *dates[PAZ_N_PATTERNS];
};

void paz_catalogue_clear_formats (PazCatalogue *self);

G_END_DECLS
