/* Whether a point or a comma in a column of persons parts thousands ("12.345" is twelve thousand) or
 * fractions ("250.0"). The column tells, or a person; nobody guesses. */
#pragma once

#include "paz-csv-reader.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_MARK_UNKNOWN,
  PAZ_MARK_THOUSANDS,
  PAZ_MARK_FRACTION,
  PAZ_MARK_MIXED,           /* both occur */
} PazMark;

typedef struct
{
  PazMark point;
  PazMark comma;
} PazNumberMarks;

typedef enum
{
  PAZ_NUMBER_READ,
  PAZ_NUMBER_DOUBTFUL,      /* thousands or a fraction? */
  PAZ_NUMBER_WRONG,
} PazNumberResult;

/* Takes a cell of the column into account. TRUE when it told anything. */
gboolean        paz_number_marks_note (PazNumberMarks       *self,
                                       const PazCell        *cell);
/* A whole number of persons. */
PazNumberResult paz_number_read       (const PazCell        *cell,
                                       const PazNumberMarks *marks,
                                       guint32              *value);

G_END_DECLS
