/* Conditions: which of them a field offers, and how each is written in one line. */
#include "paz-find-sql.h"

#include "base/paz-compat.h"

/* How a match is written after a field's key; with a value after it where it takes one. */
static const struct
{
  const char  *words;
  PazArgument  argument;
} forms[PAZ_N_MATCHES] = {
  [PAZ_MATCH_IS] = { "is", PAZ_ARGUMENT_VALUE },
  [PAZ_MATCH_IS_NOT] = { "is not", PAZ_ARGUMENT_VALUE },
  [PAZ_MATCH_CONTAINS] = { "contains", PAZ_ARGUMENT_WORDS },
  [PAZ_MATCH_BEFORE] = { "before", PAZ_ARGUMENT_VALUE },
  [PAZ_MATCH_AFTER] = { "after", PAZ_ARGUMENT_VALUE },
  [PAZ_MATCH_IS_SET] = { "is answered", PAZ_ARGUMENT_NONE },
  [PAZ_MATCH_IS_NOT_SET] = { "is not answered", PAZ_ARGUMENT_NONE },
  [PAZ_MATCH_SINCE] = { "since", PAZ_ARGUMENT_VALUE },
  [PAZ_MATCH_UNTIL] = { "until", PAZ_ARGUMENT_VALUE },
  [PAZ_MATCH_WITHIN] = { "within", PAZ_ARGUMENT_PERIOD },
  [PAZ_MATCH_IS_KNOWN] = { "is known", PAZ_ARGUMENT_NONE },
  [PAZ_MATCH_IS_UNKNOWN] = { "is unknown", PAZ_ARGUMENT_NONE },
  [PAZ_MATCH_IS_NOT_APPLICABLE] = { "is not applicable", PAZ_ARGUMENT_NONE },
  [PAZ_MATCH_IS_MINE] = { "is mine", PAZ_ARGUMENT_NONE },
  [PAZ_MATCH_IS_MISSING] = { "is missing", PAZ_ARGUMENT_LANGUAGE },
  [PAZ_MATCH_IS_STALE] = { "is stale", PAZ_ARGUMENT_LANGUAGE },
  [PAZ_MATCH_IS_OF_REGION] = { "is of the region", PAZ_ARGUMENT_NONE },
};

#define STATES PAZ_MATCH_IS_KNOWN, PAZ_MATCH_IS_UNKNOWN, PAZ_MATCH_IS_NOT_SET, PAZ_MATCH_IS_NOT_APPLICABLE
#define N_STATES 4

static const PazMatch of_words[] = { PAZ_MATCH_CONTAINS, PAZ_MATCH_IS, PAZ_MATCH_IS_NOT, STATES };
static const PazMatch of_code[] = { PAZ_MATCH_IS, PAZ_MATCH_IS_NOT, STATES };
static const PazMatch of_own_code[] = {
  PAZ_MATCH_IS, PAZ_MATCH_IS_NOT, PAZ_MATCH_IS_MINE, PAZ_MATCH_IS_OF_REGION, STATES
};
static const PazMatch of_number[] = {
  PAZ_MATCH_IS, PAZ_MATCH_IS_NOT, PAZ_MATCH_SINCE, PAZ_MATCH_UNTIL, PAZ_MATCH_AFTER, PAZ_MATCH_BEFORE,
  PAZ_MATCH_WITHIN, STATES
};
static const PazMatch of_money[] = {
  PAZ_MATCH_SINCE, PAZ_MATCH_UNTIL, PAZ_MATCH_AFTER, PAZ_MATCH_BEFORE, PAZ_MATCH_WITHIN, PAZ_MATCH_CONTAINS, STATES
};
static const PazMatch of_date[] = {
  PAZ_MATCH_WITHIN, PAZ_MATCH_BEFORE, PAZ_MATCH_AFTER, PAZ_MATCH_SINCE, PAZ_MATCH_UNTIL, PAZ_MATCH_IS,
  PAZ_MATCH_IS_NOT, STATES
};
static const PazMatch of_moment[] = {
  PAZ_MATCH_WITHIN, PAZ_MATCH_SINCE, PAZ_MATCH_UNTIL, PAZ_MATCH_BEFORE, PAZ_MATCH_AFTER, STATES
};
static const PazMatch of_link[] = { PAZ_MATCH_IS, PAZ_MATCH_IS_NOT, PAZ_MATCH_CONTAINS, STATES };
static const PazMatch of_own_link[] = {
  PAZ_MATCH_IS, PAZ_MATCH_IS_NOT, PAZ_MATCH_CONTAINS, PAZ_MATCH_IS_MINE, STATES
};
static const PazMatch of_trilingual[] = {
  PAZ_MATCH_CONTAINS, PAZ_MATCH_IS_MISSING, PAZ_MATCH_IS_STALE, STATES
};

PazArgument
paz_match_get_argument (PazMatch match)
{
  g_return_val_if_fail (match < PAZ_N_MATCHES, PAZ_ARGUMENT_NONE);

  return forms[match].argument;
}

#define OFFER(list) (*n = G_N_ELEMENTS (list), (list))

static const PazMatch *
list_matches (const PazField *field,
              guint          *n)
{
  gboolean own = g_strcmp0 (field->target, "participant") == 0;

  switch (paz_shape_get (field))
    {
    case PAZ_SHAPE_WORDS:
      return OFFER (of_words);
    case PAZ_SHAPE_CODE:
      return field->type == PAZ_VALUE_COUNTRY ? OFFER (of_own_code) : OFFER (of_code);
    case PAZ_SHAPE_NUMBER:
    case PAZ_SHAPE_DECIMAL:
      return OFFER (of_number);
    case PAZ_SHAPE_FLAG:
    case PAZ_SHAPE_CHOICE:
      return OFFER (of_code);
    case PAZ_SHAPE_DATE:
      return OFFER (of_date);
    case PAZ_SHAPE_MOMENT:
      return OFFER (of_moment);
    case PAZ_SHAPE_MONEY:
      return OFFER (of_money);
    case PAZ_SHAPE_LINK:
    case PAZ_SHAPE_LINKS:
      return own ? OFFER (of_own_link) : OFFER (of_link);
    case PAZ_SHAPE_SET:
      return field->type == PAZ_VALUE_COUNTRY ? OFFER (of_own_code) : OFFER (of_code);
    case PAZ_SHAPE_TRILINGUAL:
      return OFFER (of_trilingual);
    }

  g_return_val_if_reached (OFFER (of_code));
}

const PazMatch *
paz_match_list (const PazField *field,
                guint          *n)
{
  const PazMatch *matches;

  g_return_val_if_fail (field != NULL && n != NULL, NULL);

  matches = list_matches (field, n);
  /* An attribute is always known. */
  if (paz_field_is_attribute (field, NULL))
    *n -= N_STATES;

  return matches;
}

/* ---- one condition ---- */

PazCondition *
paz_condition_new (const PazField *field,
                   PazMatch        match,
                   const char     *text)
{
  PazCondition *self;

  g_return_val_if_fail (field != NULL && match < PAZ_N_MATCHES, NULL);

  self = g_new0 (PazCondition, 1);
  self->field = field;
  self->match = match;
  self->text = g_strdup (text != NULL ? text : "");

  return self;
}

PazCondition *
paz_condition_copy (const PazCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return paz_condition_new (self->field, self->match, self->text);
}

void
paz_condition_free (PazCondition *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

gboolean
paz_condition_equal (const PazCondition *a,
                     const PazCondition *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->field == b->field && a->match == b->match && g_str_equal (a->text, b->text);
}

char *
paz_condition_dup_text (const PazCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (forms[self->match].argument == PAZ_ARGUMENT_NONE
      || (forms[self->match].argument == PAZ_ARGUMENT_LANGUAGE && *self->text == '\0'))
    return g_strdup_printf ("%s %s", self->field->key, forms[self->match].words);

  return g_strdup_printf ("%s %s \"%s\"", self->field->key, forms[self->match].words, self->text);
}

/* TRUE when `text` is the words, or begins with them and a blank; *rest is what follows. */
static gboolean
reads (const char  *text,
       const char  *words,
       const char **rest)
{
  gsize length = strlen (words);

  if (g_ascii_strncasecmp (text, words, length) != 0 || (text[length] != '\0' && text[length] != ' '))
    return FALSE;
  for (*rest = text + length; **rest == ' '; (*rest)++)
    ;

  return TRUE;
}

static gboolean
fits (PazArgument  argument,
      const char  *rest)
{
  PazLanguage language;

  switch (argument)
    {
    case PAZ_ARGUMENT_NONE:
      return *rest == '\0';
    case PAZ_ARGUMENT_LANGUAGE:
      return *rest == '\0' || *rest == '"' || paz_language_from_code (rest, &language);
    case PAZ_ARGUMENT_VALUE:
    case PAZ_ARGUMENT_WORDS:
    case PAZ_ARGUMENT_PERIOD:
      return *rest != '\0';
    }

  g_return_val_if_reached (FALSE);
}

/* The longest words that fit: "is not" before "is", "is known" before a value "known"; but a choice
 * may well be "missing", since only texts lack translations. */
static gboolean
find_form (const PazField  *field,
           const char      *text,
           PazMatch        *match,
           const char     **rest)
{
  gboolean has_texts = field->type == PAZ_VALUE_TRILINGUAL;
  gsize longest = 0;

  for (guint i = 0; i < PAZ_N_MATCHES; i++)
    {
      const char *after;

      if (forms[i].argument == PAZ_ARGUMENT_LANGUAGE && !has_texts)
        continue;
      if (strlen (forms[i].words) > longest && reads (text, forms[i].words, &after)
          && fits (forms[i].argument, after))
        {
          longest = strlen (forms[i].words);
          *match = (PazMatch) i;
          *rest = after;
        }
    }

  return longest > 0;
}

PazCondition *
paz_condition_parse (const PazKind *kind,
                     const char    *text)
{
  g_autofree char *clean = NULL;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  const char *blank, *rest;
  const PazField *field;
  PazMatch match;
  gsize length;

  g_return_val_if_fail (kind != NULL && text != NULL, NULL);

  clean = g_strstrip (g_strdup (text));
  blank = strchr (clean, ' ');
  if (blank == NULL)
    return NULL;
  key = g_strndup (clean, (gsize) (blank - clean));
  field = paz_field_find (kind, key);
  while (*blank == ' ')
    blank++;
  if (field == NULL || !find_form (field, blank, &match, &rest))
    return NULL;

  length = strlen (rest);
  value = length > 1 && rest[0] == '"' && rest[length - 1] == '"' ? g_strndup (rest + 1, length - 2)
                                                                  : g_strdup (rest);

  return paz_condition_new (field, match, value);
}
