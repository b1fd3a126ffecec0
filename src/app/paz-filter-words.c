#include "paz-filter-words.h"

#include "paz-list-columns.h"
#include "paz-words.h"

#include "base/paz-date.h"

static gboolean
is_day (const PazField *field)
{
  return field->type == PAZ_VALUE_DATE || field->type == PAZ_VALUE_MONTH || field->type == PAZ_VALUE_DATETIME;
}

typedef struct
{
  const char *chooser;   /* NC_("match", ...) */
  const char *sentence;  /* NC_("condition", ...): the field, then what it is compared with */
} Words;

/* Of days, and of what has no order. */
static const Words words[PAZ_N_MATCHES] = {
  [PAZ_MATCH_IS] = { NC_("match", "is"), NC_("condition", "%s: %s") },
  [PAZ_MATCH_IS_NOT] = { NC_("match", "is not"), NC_("condition", "%s: not %s") },
  [PAZ_MATCH_CONTAINS] = { NC_("match", "contains"), NC_("condition", "%s contains “%s”") },
  [PAZ_MATCH_BEFORE] = { NC_("match", "before"), NC_("condition", "%s: before %s") },
  [PAZ_MATCH_AFTER] = { NC_("match", "after"), NC_("condition", "%s: after %s") },
  [PAZ_MATCH_IS_SET] = { NC_("match", "is answered"), NC_("condition", "%s: answered") },
  [PAZ_MATCH_IS_NOT_SET] = { NC_("match", "is not answered"), NC_("condition", "%s: not answered") },
  [PAZ_MATCH_SINCE] = { NC_("match", "since"), NC_("condition", "%s: since %s") },
  [PAZ_MATCH_UNTIL] = { NC_("match", "until"), NC_("condition", "%s: until %s") },
  [PAZ_MATCH_WITHIN] = { NC_("match", "within"), NC_("condition", "%s: %s") },
  [PAZ_MATCH_IS_KNOWN] = { NC_("match", "is known"), NC_("condition", "%s: known") },
  [PAZ_MATCH_IS_UNKNOWN] = { NC_("match", "is not known"), NC_("condition", "%s: not known") },
  [PAZ_MATCH_IS_NOT_APPLICABLE] = { NC_("match", "is not applicable"), NC_("condition", "%s: not applicable") },
  [PAZ_MATCH_IS_MINE] = { NC_("match", "is my delegation"), NC_("condition", "%s: my delegation") },
  [PAZ_MATCH_IS_MISSING] = { NC_("match", "has no text in"), NC_("condition", "%s: no text in %s") },
  [PAZ_MATCH_IS_STALE] = { NC_("match", "is stale in"), NC_("condition", "%s: stale in %s") },
  [PAZ_MATCH_IS_OF_REGION] = { NC_("match", "is of the region"), NC_("condition", "%s: of the region") },
};

/* Of numbers. */
static const Words number_words[PAZ_N_MATCHES] = {
  [PAZ_MATCH_BEFORE] = { NC_("match", "is less than"), NC_("condition", "%s: less than %s") },
  [PAZ_MATCH_AFTER] = { NC_("match", "is more than"), NC_("condition", "%s: more than %s") },
  [PAZ_MATCH_SINCE] = { NC_("match", "is at least"), NC_("condition", "%s: at least %s") },
  [PAZ_MATCH_UNTIL] = { NC_("match", "is at most"), NC_("condition", "%s: at most %s") },
  [PAZ_MATCH_WITHIN] = { NC_("match", "is between"), NC_("condition", "%s: %s") },
};

/* Of sets: one of several is meant. */
static const Words set_words[PAZ_N_MATCHES] = {
  [PAZ_MATCH_IS] = { NC_("match", "includes"), NC_("condition", "%s: %s") },
  [PAZ_MATCH_IS_NOT] = { NC_("match", "does not include"), NC_("condition", "%s: not %s") },
  [PAZ_MATCH_IS_MINE] = { NC_("match", "includes my delegation"), NC_("condition", "%s: my delegation") },
  [PAZ_MATCH_IS_OF_REGION] = { NC_("match", "includes one of the region"), NC_("condition", "%s: of the region") },
};

static const Words *
get_words (const PazField *field,
           PazMatch        match)
{
  if (paz_field_is_set (field) && set_words[match].chooser != NULL)
    return &set_words[match];
  if (!is_day (field) && number_words[match].chooser != NULL)
    return &number_words[match];

  return &words[match];
}

const char *
paz_filter_words_get_match (const PazField *field,
                            PazMatch        match)
{
  return g_dpgettext2 (NULL, "match", get_words (field, match)->chooser);
}

/* ---- periods ---- */

static const struct
{
  const char *period;
  const char *words;
} periods[] = {
  { "last-7-days", NC_("period", "Last 7 days") },
  { "last-30-days", NC_("period", "Last 30 days") },
  { "last-90-days", NC_("period", "Last 90 days") },
  { "today", NC_("period", "Today") },
  { "yesterday", NC_("period", "Yesterday") },
  { "tomorrow", NC_("period", "Tomorrow") },
  { "this-week", NC_("period", "This week") },
  { "last-week", NC_("period", "Last week") },
  { "next-week", NC_("period", "Next week") },
  { "this-month", NC_("period", "This month") },
  { "last-month", NC_("period", "Last month") },
  { "next-month", NC_("period", "Next month") },
  { "this-year", NC_("period", "This year") },
  { "last-year", NC_("period", "Last year") },
  { "next-year", NC_("period", "Next year") },
  { "next-7-days", NC_("period", "Next 7 days") },
  { "next-30-days", NC_("period", "Next 30 days") },
  { "next-90-days", NC_("period", "Next 90 days") },
};

const char * const *
paz_filter_words_list_periods (void)
{
  static const char *names[G_N_ELEMENTS (periods) + 1];

  for (guint i = 0; names[0] == NULL && i < G_N_ELEMENTS (periods); i++)
    names[G_N_ELEMENTS (periods) - 1 - i] = periods[G_N_ELEMENTS (periods) - 1 - i].period;

  return names;
}

/* Dates are shown as dates, numbers as they are. */
static char *
dup_end (const char *text)
{
  if (paz_date_check (text) != PAZ_DATE_INVALID)
    return paz_catalogue_dup_date (paz_words_get_catalogue (), text);

  return g_strdup (text);
}

static char *
dup_span (const char *period,
          const char *dots)
{
  g_autofree char *from = g_strndup (period, (gsize) (dots - period));
  g_autofree char *first = dup_end (from);
  g_autofree char *last = dup_end (dots + 2);

  if (*first == '\0')
    return g_strdup_printf (C_("period", "until %s"), last);
  if (*last == '\0')
    return g_strdup_printf (C_("period", "from %s"), first);

  return g_strdup_printf (C_("period", "%s to %s"), first, last);
}

char *
paz_filter_words_dup_period (const char *period)
{
  const char *dots = strstr (period, "..");

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_str_equal (periods[i].period, period))
      return g_strdup (g_dpgettext2 (NULL, "period", periods[i].words));
  if (dots != NULL)
    return dup_span (period, dots);

  return dup_end (period);
}

/* ---- the whole ---- */

static char *
dup_argument (PazStore           *store,
              const PazKind      *kind,
              const PazCondition *condition)
{
  PazLanguage language;

  switch (paz_match_get_argument (condition->match))
    {
    case PAZ_ARGUMENT_NONE:
      return g_strdup ("");
    case PAZ_ARGUMENT_WORDS:
      return g_strdup (condition->text);
    case PAZ_ARGUMENT_PERIOD:
      return paz_filter_words_dup_period (condition->text);
    case PAZ_ARGUMENT_LANGUAGE:
      return g_strdup (paz_language_from_code (condition->text, &language) ? paz_language_get_name (language)
                                                                          : C_("language", "some language"));
    case PAZ_ARGUMENT_VALUE:
      if (is_day (condition->field))
        return paz_filter_words_dup_period (condition->text);
      return paz_store_dup_plain_display (store, kind, condition->field, condition->text, paz_words_get_catalogue ());
    }

  g_return_val_if_reached (NULL);
}

char *
paz_filter_words_dup (PazStore           *store,
                      const PazKind      *kind,
                      const PazCondition *condition)
{
  const char *label = paz_list_columns_get_title (kind, condition->field);
  const char *sentence = g_dpgettext2 (NULL, "condition", get_words (condition->field, condition->match)->sentence);
  g_autofree char *argument = dup_argument (store, kind, condition);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *mark = strstr (sentence, "%s");
  const char *second = mark != NULL ? strstr (mark + 2, "%s") : NULL;

  /* Some take one, some two; the order is the same in our languages. */
  if (mark == NULL)
    return g_strdup (label);
  g_string_append_len (text, sentence, mark - sentence);
  g_string_append (text, label);
  if (second == NULL)
    g_string_append (text, mark + 2);
  else
    {
      g_string_append_len (text, mark + 2, second - mark - 2);
      g_string_append (text, argument);
      g_string_append (text, second + 2);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
