/* A C expression over n, by recursive descent: read and evaluated in one go, since it is a few
 * characters long. */
#include "paz-plural.h"

#include <string.h>

#define MAX_DEPTH 32

struct _PazPlural
{
  guint  n_forms;
  char  *expression;
};

typedef struct
{
  const char *at;
  gulong      n;
  guint       depth;
  gboolean    failed;
} Reading;

/* Binding power, loosest first; longer signs before those they begin with. */
static const struct
{
  const char *sign;
  guint       level;
} operators[] = {
  { "||", 1 }, { "&&", 2 }, { "==", 3 }, { "!=", 3 },
  { "<=", 4 }, { ">=", 4 }, { "<", 4 }, { ">", 4 },
  { "+", 5 }, { "-", 5 }, { "*", 6 }, { "/", 6 }, { "%", 6 },
};

static gulong read_choice (Reading *reading);

static void
skip_blanks (Reading *reading)
{
  while (g_ascii_isspace (*reading->at))
    reading->at++;
}

static gboolean
take_sign (Reading    *reading,
           const char *sign)
{
  skip_blanks (reading);
  if (!g_str_has_prefix (reading->at, sign))
    return FALSE;
  reading->at += strlen (sign);

  return TRUE;
}

static gulong
fail (Reading *reading)
{
  reading->failed = TRUE;
  return 0;
}

static gulong
read_primary (Reading *reading)
{
  char *end;
  gulong value;

  if (++reading->depth > MAX_DEPTH)
    return fail (reading);

  if (take_sign (reading, "!"))
    value = !read_primary (reading);
  else if (take_sign (reading, "("))
    {
      value = read_choice (reading);
      if (!take_sign (reading, ")"))
        fail (reading);
    }
  else if (take_sign (reading, "n"))
    value = reading->n;
  else if (g_ascii_isdigit (*reading->at))
    {
      value = g_ascii_strtoull (reading->at, &end, 10);
      reading->at = end;
    }
  else
    value = fail (reading);

  reading->depth--;
  return value;
}

static gulong
apply (Reading    *reading,
       const char *sign,
       gulong      a,
       gulong      b)
{
  if ((sign[0] == '/' || sign[0] == '%') && b == 0)
    return fail (reading);

  switch (sign[0])
    {
    case '|':
      return a || b;
    case '&':
      return a && b;
    case '=':
      return a == b;
    case '!':
      return a != b;
    case '<':
      return sign[1] == '=' ? a <= b : a < b;
    case '>':
      return sign[1] == '=' ? a >= b : a > b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return a % b;
    }
}

static const char *
take_operator (Reading *reading,
               guint    least,
               guint   *level)
{
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      const char *before = reading->at;

      if (!take_sign (reading, operators[i].sign))
        continue;
      *level = operators[i].level;
      if (*level >= least)
        return operators[i].sign;
      reading->at = before;
      return NULL;
    }

  return NULL;
}

static gulong
read_operation (Reading *reading,
                guint    least)
{
  gulong value = read_primary (reading);
  const char *sign;
  guint level;

  while (!reading->failed && (sign = take_operator (reading, least, &level)) != NULL)
    value = apply (reading, sign, value, read_operation (reading, level + 1));

  return value;
}

static gulong
read_choice (Reading *reading)
{
  gulong condition, yes, no;

  if (++reading->depth > MAX_DEPTH)
    return fail (reading);

  condition = read_operation (reading, 1);
  if (!reading->failed && take_sign (reading, "?"))
    {
      yes = read_choice (reading);
      if (!take_sign (reading, ":"))
        fail (reading);
      no = reading->failed ? 0 : read_choice (reading);
      condition = condition ? yes : no;
    }

  reading->depth--;
  return condition;
}

static gboolean
evaluate (const char *expression,
          gulong      n,
          gulong     *form)
{
  Reading reading = { .at = expression, .n = n };

  *form = read_choice (&reading);
  skip_blanks (&reading);

  return !reading.failed && *reading.at == '\0';
}

PazPlural *
paz_plural_new (const char *text)
{
  g_autoptr (PazPlural) self = g_new0 (PazPlural, 1);
  const char *forms = strstr (text, "nplurals=");
  const char *plural = strstr (text, "plural=");
  gulong form;

  if (forms == NULL)
    return NULL;
  /* "nplurals=" ends in the same letters. */
  if (plural == forms + 1)
    plural = strstr (plural + 1, "plural=");
  if (plural == NULL)
    return NULL;

  self->n_forms = g_ascii_strtoull (forms + strlen ("nplurals="), NULL, 10);
  plural += strlen ("plural=");
  self->expression = g_strndup (plural, strcspn (plural, ";\n"));
  if (self->n_forms < 1 || self->n_forms > PAZ_PLURAL_MAX || !evaluate (self->expression, 1, &form))
    return NULL;

  return g_steal_pointer (&self);
}

void
paz_plural_free (PazPlural *self)
{
  g_free (self->expression);
  g_free (self);
}

guint
paz_plural_get_form (const PazPlural *self,
                     gulong           n)
{
  gulong form;

  if (!evaluate (self->expression, n, &form) || form >= self->n_forms)
    return 0;

  return form;
}
