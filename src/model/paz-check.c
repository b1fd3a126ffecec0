#include "model/paz-kind-private.h"

#include "base/paz-date.h"
#include "base/paz-decimal.h"

static const PazField *
find_field (PazRecord  *record,
            const char *key)
{
  return paz_kind_find_field (paz_record_get_kind (record), key);
}

static void
add_problem (GPtrArray        *problems,
             const PazField   *field,
             PazProblemReason  reason,
             int               code,
             const char       *text)
{
  PazProblem *problem = g_new0 (PazProblem, 1);

  problem->field = field;
  problem->reason = reason;
  problem->code = code;
  problem->text = text;
  g_ptr_array_add (problems, problem);

}

/* Something must name the record; "not known" names nothing. */
static void
check_required (PazRecord      *record,
                const PazField *field,
                GPtrArray      *problems)
{
  GVariant *value = paz_record_get_value (record, field);

  if ((field->flags & PAZ_FIELD_REQUIRED) == 0)
    return;
  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    add_problem (problems, field, PAZ_PROBLEM_REQUIRED, 0, NULL);
}

static void
check_value (PazRecord      *record,
             const PazField *field,
             GPtrArray      *problems)
{
  g_autoptr (GError) error = NULL;

  if (!paz_value_check (field, paz_record_get_value (record, field), &error))
    add_problem (problems, field, PAZ_PROBLEM_VALUE, error->code, NULL);
}

GPtrArray *
paz_record_check (PazRecord *record)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  const PazKind *kind;

  g_return_val_if_fail (PAZ_IS_RECORD (record), problems);

  kind = paz_record_get_kind (record);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      check_required (record, &kind->fields[i], problems);
      check_value (record, &kind->fields[i], problems);
    }

  if (kind->check != NULL)
    kind->check (record, problems);

  return problems;
}

GPtrArray *
paz_record_list_doubts (PazRecord *record,
                        GPtrArray *contained)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const PazKind *kind;

  g_return_val_if_fail (PAZ_IS_RECORD (record), doubts);

  kind = paz_record_get_kind (record);
  if (kind->doubt != NULL)
    kind->doubt (record, contained != NULL ? contained : none, doubts);

  return doubts;
}

char *
paz_problem_dup_text (const PazProblem *problem,
                      PazCatalogue     *catalogue)
{
  g_return_val_if_fail (problem != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  switch (problem->reason)
    {
    case PAZ_PROBLEM_REQUIRED:
      return g_strdup (paz_catalogue_text (catalogue, N_("This is needed to save the record.")));
    case PAZ_PROBLEM_VALUE:
      return g_strdup (paz_value_error_get_text (problem->code, catalogue));
    case PAZ_PROBLEM_ORDER:
    case PAZ_PROBLEM_RULE:
    case PAZ_PROBLEM_DOUBT:
      return g_strdup (paz_catalogue_text (catalogue, problem->text));
    }

  g_return_val_if_reached (NULL);
}

void
paz_problems_add (GPtrArray        *problems,
                  const PazField   *field,
                  PazProblemReason  reason,
                  const char       *text)
{
  g_return_if_fail (problems != NULL);
  g_return_if_fail (field != NULL);

  add_problem (problems, field, reason, 0, text);
}

void
paz_check_order (PazRecord  *record,
                 GPtrArray  *problems,
                 const char *first,
                 const char *last,
                 const char *text)
{
  const char *begins = paz_record_get_text (record, first);
  const char *ends = paz_record_get_text (record, last);
  GDate first_day;
  GDate last_day;
  GDate other;

  if (begins == NULL || ends == NULL)
    return;
  if (!paz_date_get_range (begins, &first_day, &other) ||
      !paz_date_get_range (ends, &other, &last_day))
    return;

  if (g_date_compare (&last_day, &first_day) < 0)
    paz_problems_add (problems, find_field (record, last), PAZ_PROBLEM_ORDER, text);
}

void
paz_check_pattern (PazRecord  *record,
                   GPtrArray  *problems,
                   const char *field,
                   const char *pattern,
                   const char *text)
{
  const char *value = paz_record_get_text (record, field);
  g_autofree char *whole = g_strdup_printf ("\\A(?:%s)\\z", pattern);

  if (value != NULL && !g_regex_match_simple (whole, value, 0, 0))
    paz_problems_add (problems, find_field (record, field), PAZ_PROBLEM_RULE, text);
}

static gboolean
get_integer (PazRecord      *record,
             const PazField *field,
             gint64         *number)
{
  GVariant *value = paz_record_get_value (record, field);

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return FALSE;
  *number = g_variant_get_int64 (value);

  return TRUE;
}

void
paz_check_range (PazRecord  *record,
                 GPtrArray  *problems,
                 const char *field,
                 gint64      low,
                 gint64      high,
                 const char *text)
{
  const PazField *found = find_field (record, field);
  gint64 number;

  if (get_integer (record, found, &number) && (number < low || number > high))
    paz_problems_add (problems, found, PAZ_PROBLEM_RULE, text);
}

void
paz_check_not_negative (PazRecord  *record,
                        GPtrArray  *problems,
                        const char *field)
{
  const PazField *found = find_field (record, field);
  const char *real = paz_record_get_text (record, field);
  gint64 number;

  if ((get_integer (record, found, &number) && number < 0) ||
      (real != NULL && paz_decimal_check (real) && paz_decimal_to_double (real) < 0))
    paz_problems_add (problems, found, PAZ_PROBLEM_RULE, N_("This number cannot be below zero."));
}

void
paz_check_part (PazRecord  *record,
                GPtrArray  *problems,
                const char *part,
                const char *whole,
                const char *text)
{
  const PazField *found = find_field (record, part);
  gint64 of_part;
  gint64 of_whole;

  paz_check_not_negative (record, problems, part);
  if (get_integer (record, found, &of_part) &&
      get_integer (record, find_field (record, whole), &of_whole) && of_part > of_whole)
    paz_problems_add (problems, found, PAZ_PROBLEM_RULE, text);
}

void
paz_check_percent (PazRecord  *record,
                   GPtrArray  *problems,
                   const char *field,
                   const char *text)
{
  const char *value = paz_record_get_text (record, field);

  if (value == NULL || !paz_decimal_check (value))
    return;
  if (paz_decimal_to_double (value) < 0 || paz_decimal_to_double (value) > 100)
    paz_problems_add (problems, find_field (record, field), PAZ_PROBLEM_RULE, text);
}

gboolean
paz_check_get_integer (PazRecord  *record,
                       const char *field,
                       gint64     *number)
{
  return get_integer (record, find_field (record, field), number);
}

gboolean
paz_check_sum (GPtrArray  *contained,
               const char *kind,
               const char *field,
               gint64     *sum)
{
  gboolean some = FALSE;

  *sum = 0;
  for (guint i = 0; i < contained->len; i++)
    {
      gint64 number;

      if (!g_str_equal (paz_record_get_kind (contained->pdata[i])->key, kind))
        continue;
      if (!paz_check_get_integer (contained->pdata[i], field, &number))
        return FALSE;
      *sum += number;
      some = TRUE;
    }

  return some;
}

void
paz_check_doubt (PazRecord  *record,
                 GPtrArray  *doubts,
                 const char *field,
                 gboolean    doubtful,
                 const char *text)
{
  if (doubtful)
    paz_problems_add (doubts, find_field (record, field), PAZ_PROBLEM_DOUBT, text);
}
