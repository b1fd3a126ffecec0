#include "paz-cli-where.h"

#include "base/paz-period.h"
#include "paz-verbs.h"
#include "store/paz-filter.h"

#include <string.h>

static const struct
{
  const char *sign;
  PazMatch    match;
  PazMatch    empty;      /* the same with nothing after it */
} signs[] = {
  { "!=", PAZ_MATCH_IS_NOT, PAZ_MATCH_IS_SET },
  { "=", PAZ_MATCH_IS, PAZ_MATCH_IS_NOT_SET },
  { "~", PAZ_MATCH_CONTAINS, PAZ_MATCH_IS_SET },
  { "<", PAZ_MATCH_BEFORE, PAZ_MATCH_IS_SET },
  { ">", PAZ_MATCH_AFTER, PAZ_MATCH_IS_SET },
};

/* Where both a sign and words are there, the words come first: "title contains a=b". */
static gboolean
split_condition (const char  *text,
                 char       **name,
                 gsize       *sign,
                 const char **value)
{
  gsize length = strcspn (text, "!=~<>");

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (length > 0 && g_str_has_prefix (text + length, signs[i].sign))
      {
        *name = g_strndup (text, length);
        *sign = i;
        *value = text + length + strlen (signs[i].sign);
        return TRUE;
      }

  return FALSE;
}

/* A value as a person gives it, in the form the store compares: keys, ids, ISO dates. */
static char *
dup_comparable (PazCli         *cli,
                const PazField *field,
                const char     *value,
                PazExit        *exit)
{
  g_autoptr (GVariant) parsed = NULL;
  g_autoptr (GError) error = NULL;

  if (field->type == PAZ_VALUE_LINK || field->type == PAZ_VALUE_LINKS)
    {
      g_autoptr (PazRecord) target =
        paz_cli_find_record (cli, field->target != NULL ? paz_kind_find (field->target) : NULL, value, exit);

      return target != NULL ? g_strdup (paz_record_get_id (target)) : NULL;
    }
  if (field->type == PAZ_VALUE_TRILINGUAL || paz_field_is_attribute (field, NULL))
    return g_strdup (value);

  parsed = paz_value_parse (field, value, paz_catalogue_get (PAZ_LANGUAGE_EN), &error);
  if (error != NULL)
    {
      *exit = paz_cli_refuse (_("“%s” cannot be “%s”: %s"), field->key, value,
                              paz_value_error_get_text (error->code, paz_cli_get_words ()));
      return NULL;
    }
  if (parsed != NULL)
    g_variant_ref_sink (parsed);

  return paz_value_dup_plain (field, parsed);
}

static gboolean
is_day (const PazField *field)
{
  return field->type == PAZ_VALUE_DATE || field->type == PAZ_VALUE_MONTH || field->type == PAZ_VALUE_DATETIME;
}

static gboolean
is_period (const char *text)
{
  g_autoptr (GDate) today = g_date_new ();
  char first[11], last[11];

  g_date_set_time_t (today, time (NULL));

  return paz_period_parse (text, today, first, last);
}

/* What a period says is a number's span too. */
static gboolean
check_period (const PazCondition *condition,
              PazExit            *exit)
{
  if (!is_day (condition->field) || is_period (condition->text))
    return TRUE;

  *exit = paz_cli_misuse (&paz_verb_list_records, _("There is no period “%s”."), condition->text);

  return FALSE;
}

/* Takes what was written for the form the store compares. */
static gboolean
complete (PazCli       *cli,
          PazCondition *condition,
          PazExit      *exit)
{
  char *comparable;

  switch (paz_match_get_argument (condition->match))
    {
    case PAZ_ARGUMENT_NONE:
    case PAZ_ARGUMENT_WORDS:
    case PAZ_ARGUMENT_LANGUAGE:
      return TRUE;
    case PAZ_ARGUMENT_PERIOD:
      return check_period (condition, exit);
    case PAZ_ARGUMENT_VALUE:
      if (is_day (condition->field) && is_period (condition->text))
        return TRUE;
      comparable = dup_comparable (cli, condition->field, condition->text, exit);
      if (comparable == NULL)
        return FALSE;
      g_free (condition->text);
      condition->text = comparable;
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

/* "due<2026", "due=" */
static PazCondition *
parse_signs (const PazKind *kind,
             const char    *text,
             PazExit       *exit)
{
  g_autofree char *name = NULL;
  const PazField *field;
  const char *value;
  gsize sign;

  if (!split_condition (text, &name, &sign, &value))
    {
      *exit = paz_cli_misuse (&paz_verb_list_records, _("“%s” is not a condition."), text);
      return NULL;
    }
  field = paz_field_find (kind, g_strstrip (name));
  if (field == NULL)
    {
      *exit = paz_cli_misuse (&paz_verb_list_records, _("There is no field “%s” in records of kind “%s”."),
                              name, kind->key);
      return NULL;
    }

  return paz_condition_new (field, *value != '\0' ? signs[sign].match : signs[sign].empty, value);
}

gboolean
paz_cli_add_where (PazCli     *cli,
                   PazQuery   *query,
                   const char *text,
                   PazExit    *exit)
{
  const PazKind *kind = paz_query_get_kind (query);
  g_autoptr (PazCondition) condition = paz_condition_parse (kind, text);

  if (condition == NULL)
    condition = parse_signs (kind, text, exit);
  if (condition == NULL)
    return FALSE;
  if (!paz_field_is_attribute (condition->field, NULL) && !paz_cli_leaves (condition->field))
    {
      *exit = paz_cli_misuse (&paz_verb_list_records, _("There is no field “%s” in records of kind “%s”."),
                              condition->field->key, kind->key);
      return FALSE;
    }
  if (!complete (cli, condition, exit))
    return FALSE;
  paz_query_add_condition (query, condition->field, condition->match, condition->text);

  return TRUE;
}
