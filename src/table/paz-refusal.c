#include "paz-refusal.h"

/* Enough to recognise a cell by; a broken file may have a page in one. */
#define MAX_CHARACTERS 80

PazRefusal *
paz_refusal_new (guint32           row,
                 const char       *column,
                 const char       *value,
                 gssize            length,
                 PazRefusalReason  reason)
{
  PazRefusal *self = g_new0 (PazRefusal, 1);
  g_autofree char *text = length < 0 ? g_strdup (value) : g_strndup (value, length);

  self->row = row;
  self->column = column;
  self->reason = reason;
  if (g_utf8_strlen (text, -1) > MAX_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (text, 0, MAX_CHARACTERS - 1);

      self->value = g_strconcat (start, "…", NULL);
    }
  else
    self->value = g_steal_pointer (&text);

  return self;
}

void
paz_refusal_free (PazRefusal *self)
{
  g_free (self->value);
  g_free (self);
}

/* Of row, column and value, in this order. */
static const char *
get_cell_sentence (PazRefusalReason reason)
{
  switch (reason)
    {
    case PAZ_REFUSAL_CONTRIBUTOR:
      return N_("Row %1$u, column “%2$s”: no country is known as “%3$s”.");
    case PAZ_REFUSAL_CONTRADICTION:
      return N_("Row %1$u, column “%2$s”: “%3$s” is another country than the rest of the row says.");
    case PAZ_REFUSAL_MISSION:
      return N_("Row %1$u, column “%2$s”: “%3$s” is not the acronym of a mission.");
    case PAZ_REFUSAL_TYPE:
      return N_("Row %1$u, column “%2$s”: no type of personnel is known as “%3$s”.");
    case PAZ_REFUSAL_DATE:
      return N_("Row %1$u, column “%2$s”: “%3$s” is not a date.");
    case PAZ_REFUSAL_DATE_ORDER:
      return N_("Row %1$u, column “%2$s”: “%3$s” may begin with the day or with the month, and no date of the column tells which.");
    case PAZ_REFUSAL_NUMBER:
      return N_("Row %1$u, column “%2$s”: “%3$s” is not a whole number of persons.");
    case PAZ_REFUSAL_WORD:
      return N_("Row %1$u, column “%2$s”: “%3$s” is none of the words that this column has.");
    case PAZ_REFUSAL_KEY:
      return N_("Row %1$u, column “%2$s”: “%3$s” cannot be the number of a record.");
    case PAZ_REFUSAL_SUM:
      return N_("Row %1$u, column “%2$s”: “%3$s” is not the sum of the columns it adds up.");
    case PAZ_REFUSAL_NUMBER_MARK:
      return N_("Row %1$u, column “%2$s”: “%3$s” may be thousands or a fraction, and no number of the column tells which.");
    case PAZ_REFUSAL_DEGREES:
      return N_("Row %1$u, column “%2$s”: “%3$s” is not a number of degrees.");
    case PAZ_REFUSAL_GROUP:
      return N_("Row %1$u, column “%2$s”: “%3$s” stands for several numbered missions, which have rows of their own.");
    case PAZ_REFUSAL_END:
      return N_("Row %1$u, column “%2$s”: the mission cannot have ended on “%3$s” by what the rest of the row says.");
    case PAZ_REFUSAL_REPEATED:
    case PAZ_REFUSAL_STATE_OF_DAY:
    case PAZ_REFUSAL_COLUMNS:
    case PAZ_REFUSAL_DUPLICATE:
    case PAZ_REFUSAL_QUOTES:
      break;
    }

  g_return_val_if_reached ("");
}

char *
paz_refusal_dup_text (const PazRefusal *refusal,
                      PazCatalogue     *catalogue)
{
  g_return_val_if_fail (refusal != NULL && catalogue != NULL, NULL);

  if (refusal->reason == PAZ_REFUSAL_COLUMNS)
    return g_strdup_printf (paz_catalogue_text (catalogue,
                              N_("Row %u does not have the columns of the header.")),
                            refusal->row);
  if (refusal->reason == PAZ_REFUSAL_QUOTES)
    return g_strdup_printf (paz_catalogue_text (catalogue,
                              N_("Row %u has a quotation mark out of place.")),
                            refusal->row);
  if (refusal->reason == PAZ_REFUSAL_DUPLICATE)
    return g_strdup_printf (paz_catalogue_text (catalogue,
                              N_("Row %1$u repeats country, mission, type and month of row %2$s.")),
                            refusal->row, refusal->value);
  if (refusal->reason == PAZ_REFUSAL_REPEATED)
    return g_strdup_printf (paz_catalogue_text (catalogue,
                              N_("Row %1$u, column “%2$s”: “%3$s” stands in row %4$u already.")),
                            refusal->row, refusal->column, refusal->value, refusal->other);
  if (refusal->reason == PAZ_REFUSAL_STATE_OF_DAY)
    return g_strdup_printf (paz_catalogue_text (catalogue,
                              N_("Row %1$u, column “%2$s”: “%3$s” was not a state of its own on that day; "
                                 "row %4$u gives the same person under the state there was, and is kept.")),
                            refusal->row, refusal->column, refusal->value, refusal->other);
  if (*refusal->value == '\0')
    return g_strdup_printf (paz_catalogue_text (catalogue,
                              N_("Row %1$u, column “%2$s”: the cell is empty.")),
                            refusal->row, refusal->column);

  return g_strdup_printf (paz_catalogue_text (catalogue, get_cell_sentence (refusal->reason)),
                          refusal->row, refusal->column, refusal->value);
}
