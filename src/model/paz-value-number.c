#include "model/paz-value-private.h"

#include "base/paz-date.h"
#include "base/paz-decimal.h"
#include "base/paz-text.h"

#define MONEY_SEPARATOR " · "

/* What a revision can carry (EXCHANGE.md 3.1). */
#define MAX_INTEGER ((G_GINT64_CONSTANT (1) << 53) - 1)

static char
get_mark (PazCatalogue *catalogue)
{
  return paz_decimal_get_mark (paz_catalogue_get_language (catalogue));
}

static gboolean
is_storable (gint64 value)
{
  return value >= -MAX_INTEGER && value <= MAX_INTEGER;
}

static gboolean
check_integer (const PazField *field,
               GVariant       *value,
               PazValueError  *code)
{
  *code = PAZ_VALUE_ERROR_NUMBER;

  return is_storable (g_variant_get_int64 (value));
}

static GVariant *
parse_integer (const PazField *field,
               const char     *text,
               PazCatalogue   *catalogue,
               PazValueError  *code)
{
  gint64 value;

  *code = PAZ_VALUE_ERROR_NUMBER;
  if (!paz_integer_parse (text, get_mark (catalogue), &value) || !is_storable (value))
    return NULL;

  return g_variant_new_int64 (value);
}

static char *
plain_integer (GVariant *value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));
}

static char *
display_integer (const PazField *field,
                 const PazKind  *kind,
                 GVariant       *value,
                 PazCatalogue   *catalogue)
{
  if (field->flags & PAZ_FIELD_PLAIN)
    return plain_integer (value);

  return paz_catalogue_dup_integer (catalogue, g_variant_get_int64 (value));
}

static int
compare_integer (const PazField *field,
                 GVariant       *a,
                 GVariant       *b,
                 PazCatalogue   *catalogue)
{
  gint64 value_a = g_variant_get_int64 (a);
  gint64 value_b = g_variant_get_int64 (b);

  return (value_a > value_b) - (value_a < value_b);
}

static gboolean
check_real (const PazField *field,
            GVariant       *value,
            PazValueError  *code)
{
  *code = PAZ_VALUE_ERROR_NUMBER;

  return paz_decimal_check (g_variant_get_string (value, NULL));
}

static GVariant *
parse_real (const PazField *field,
            const char     *text,
            PazCatalogue   *catalogue,
            PazValueError  *code)
{
  char *decimal = paz_decimal_parse (text, get_mark (catalogue));

  *code = PAZ_VALUE_ERROR_NUMBER;

  return decimal != NULL ? g_variant_new_take_string (decimal) : NULL;
}

static char *
display_real (const PazField *field,
              const PazKind  *kind,
              GVariant       *value,
              PazCatalogue   *catalogue)
{
  return paz_catalogue_dup_decimal (catalogue, g_variant_get_string (value, NULL), -1);
}

static int
compare_decimals (const char *a,
                  const char *b)
{
  double value_a = paz_decimal_to_double (a);
  double value_b = paz_decimal_to_double (b);

  return (value_a > value_b) - (value_a < value_b);
}

static int
compare_real (const PazField *field,
              GVariant       *a,
              GVariant       *b,
              PazCatalogue   *catalogue)
{
  return compare_decimals (g_variant_get_string (a, NULL), g_variant_get_string (b, NULL));
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static gboolean
check_money (const PazField *field,
             GVariant       *value,
             PazValueError  *code)
{
  const char *amount;
  const char *currency;
  const char *date;
  const char *source;

  *code = PAZ_VALUE_ERROR_MONEY;
  g_variant_get (value, "(&s&s&s&s)", &amount, &currency, &date, &source);

  return paz_decimal_check (amount) && is_currency (currency) &&
         (*date == '\0' || paz_date_check (date) != PAZ_DATE_INVALID) &&
         paz_text_is_clean (source, NULL);
}

/* "1.250,5 USD" or "USD 1.250,5". */
static gboolean
parse_amount (const char    *text,
              PazCatalogue  *catalogue,
              char         **amount,
              char         **currency)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gsize length = strlen (trimmed);
  const char *number = trimmed;

  if (length < 5)
    return FALSE;

  if (g_ascii_isalpha (trimmed[0]))
    {
      *currency = g_ascii_strup (trimmed, 3);
      number = trimmed + 3;
    }
  else
    {
      *currency = g_ascii_strup (trimmed + length - 3, 3);
      trimmed[length - 3] = '\0';
    }

  while (g_ascii_isspace (*number))
    number++;
  *amount = paz_decimal_parse (g_strchomp ((char *) number), get_mark (catalogue));

  return *amount != NULL && is_currency (*currency);
}

static GVariant *
parse_money (const PazField *field,
             const char     *text,
             PazCatalogue   *catalogue,
             PazValueError  *code)
{
  g_auto (GStrv) parts = g_strsplit (text, MONEY_SEPARATOR, 3);
  g_autofree char *amount = NULL;
  g_autofree char *currency = NULL;
  g_autofree char *date = NULL;
  const char *source = "";

  *code = PAZ_VALUE_ERROR_MONEY;
  if (!parse_amount (parts[0], catalogue, &amount, &currency))
    return NULL;

  if (parts[1] != NULL)
    {
      date = paz_date_parse (parts[1]);
      source = parts[2] != NULL ? parts[2] : date == NULL ? parts[1] : "";
    }

  return paz_value_new_money (amount, currency, date, source);
}

static char *
join_money (const char *amount,
            const char *currency,
            const char *date,
            const char *source)
{
  GString *text = g_string_new (amount);

  g_string_append_printf (text, " %s", currency);
  if (*date != '\0')
    g_string_append_printf (text, MONEY_SEPARATOR "%s", date);
  if (*source != '\0')
    g_string_append_printf (text, MONEY_SEPARATOR "%s", source);

  return g_string_free (text, FALSE);
}

static char *
display_money (const PazField *field,
               const PazKind  *kind,
               GVariant       *value,
               PazCatalogue   *catalogue)
{
  const char *parts[4];
  g_autofree char *amount = NULL;
  g_autofree char *date = NULL;

  g_variant_get (value, "(&s&s&s&s)", &parts[0], &parts[1], &parts[2], &parts[3]);
  amount = paz_catalogue_dup_decimal (catalogue, parts[0], -1);
  date = *parts[2] != '\0' ? paz_catalogue_dup_date (catalogue, parts[2]) : g_strdup ("");

  return join_money (amount, parts[1], date, parts[3]);
}

static char *
plain_money (GVariant *value)
{
  const char *parts[4];

  g_variant_get (value, "(&s&s&s&s)", &parts[0], &parts[1], &parts[2], &parts[3]);

  return join_money (parts[0], parts[1], parts[2], parts[3]);
}

/* No rate is "current", so currencies are never mixed (PRODUCT.md, rule 4). */
static int
compare_money (const PazField *field,
               GVariant       *a,
               GVariant       *b,
               PazCatalogue   *catalogue)
{
  const char *amount_a;
  const char *amount_b;
  const char *currency_a;
  const char *currency_b;
  int order;

  g_variant_get (a, "(&s&s&s&s)", &amount_a, &currency_a, NULL, NULL);
  g_variant_get (b, "(&s&s&s&s)", &amount_b, &currency_b, NULL, NULL);
  order = strcmp (currency_a, currency_b);

  return order != 0 ? order : compare_decimals (amount_a, amount_b);
}

static gboolean
check_flag (const PazField *field,
            GVariant       *value,
            PazValueError  *code)
{
  return TRUE;
}

static GVariant *
parse_flag (const PazField *field,
            const char     *text,
            PazCatalogue   *catalogue,
            PazValueError  *code)
{
  static const char * const yes[] = { "true", "1", "x", "y", NULL };
  static const char * const no[] = { "false", "0", "n", NULL };
  g_autofree char *folded = paz_text_fold (text);

  if (g_strv_contains (yes, folded) || paz_value_is_word (folded, "flag", NC_("flag", "Yes")))
    return g_variant_new_boolean (TRUE);
  if (g_strv_contains (no, folded) || paz_value_is_word (folded, "flag", NC_("flag", "No")))
    return g_variant_new_boolean (FALSE);

  *code = PAZ_VALUE_ERROR_CHOICE;

  return NULL;
}

static char *
display_flag (const PazField *field,
              const PazKind  *kind,
              GVariant       *value,
              PazCatalogue   *catalogue)
{
  return g_strdup (paz_catalogue_ptext (catalogue, "flag",
                                        g_variant_get_boolean (value) ? "Yes" : "No"));
}

static char *
plain_flag (GVariant *value)
{
  return g_strdup (g_variant_get_boolean (value) ? "true" : "false");
}

static int
compare_flag (const PazField *field,
              GVariant       *a,
              GVariant       *b,
              PazCatalogue   *catalogue)
{
  return g_variant_get_boolean (b) - g_variant_get_boolean (a);
}

const PazValueForm paz_form_integer = {
  G_VARIANT_TYPE_INT64, check_integer, parse_integer, display_integer, plain_integer, compare_integer
};

const PazValueForm paz_form_real = {
  G_VARIANT_TYPE_STRING, check_real, parse_real, display_real, paz_value_plain_string, compare_real
};

const PazValueForm paz_form_money = {
  (const GVariantType *) "(ssss)", check_money, parse_money, display_money, plain_money, compare_money
};

const PazValueForm paz_form_flag = {
  G_VARIANT_TYPE_BOOLEAN, check_flag, parse_flag, display_flag, plain_flag, compare_flag
};
