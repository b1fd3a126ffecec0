/* A value is a GVariant or NULL ("not answered"). GVariant types:
 *   TEXT NOTE REAL DATE MONTH DATETIME CHOICE LINK LANGUAGE COUNTRY HASH   "s"
 *   INTEGER "x"    FLAG "b"    MONEY "(ssss)" amount, currency, date, source
 *   LINKS and MANY  "as", sorted, unique, not empty
 *   TRILINGUAL     "(s(ssb)(ssb)(ssb))", see paz-trilingual.h
 *   not known, not applicable, withheld: "y", 'u', 'n', 'w' (of any field)
 * "Not answered", "not known", "not applicable" and zero are four different things
 * (PRODUCT.md, rule 7). */
#pragma once

#include "base/paz-catalogue.h"
#include "model/paz-kind.h"

G_BEGIN_DECLS

typedef enum
{
  PAZ_STATE_NOT_ANSWERED,
  PAZ_STATE_KNOWN,
  PAZ_STATE_UNKNOWN,
  PAZ_STATE_NOT_APPLICABLE,
  PAZ_STATE_WITHHELD,      /* a link whose target this reader may not see, or a cleared one */
} PazValueState;

PazValueState paz_value_get_state       (GVariant       *value);
/* Floating, as all new values here; sink them. */
GVariant     *paz_value_new_state       (PazValueState   state);
GVariant     *paz_value_new_set         (const char * const *elements);
GVariant     *paz_value_new_money       (const char     *amount,
                                         const char     *currency,
                                         const char     *date,
                                         const char     *source);

/* Right type and well formed for the field. PAZ_VALUE_ERROR names the reason. */
gboolean      paz_value_check           (const PazField *field,
                                         GVariant       *value,
                                         GError        **error);
/* Equal as EXCHANGE.md 5 says: texts are compared without their keys. */
gboolean      paz_value_equal           (const PazField *field,
                                         GVariant       *a,
                                         GVariant       *b);
/* The same to the last key of a text; NULL is the same as NULL alone. */
gboolean      paz_value_same            (GVariant       *a,
                                         GVariant       *b);
/* Order of display; states after values. catalogue orders words. */
int           paz_value_compare         (const PazField *field,
                                         GVariant       *a,
                                         GVariant       *b,
                                         PazCatalogue   *catalogue);

/* What a person typed, or a table holds, in the language's habits; choices by key or by label in
 * any of the three languages; "?" is not known, "n/a" not applicable; "" is NULL without error.
 * Links are given as ids here (the caller resolves names). A text for a TRILINGUAL field is
 * taken as written in the catalogue's language, which becomes its source. Floating. */
GVariant     *paz_value_parse           (const PazField *field,
                                         const char     *text,
                                         PazCatalogue   *catalogue,
                                         GError        **error);
/* For screens and sheets. Links are ids: the store's titles are the caller's business. "" for NULL. */
char         *paz_value_dup_display     (const PazField *field,
                                         const PazKind  *kind,
                                         GVariant       *value,
                                         PazCatalogue   *catalogue);
/* Language-free, for CSV, CLI and JSON: keys, ISO dates, '.' decimals, sets joined by ' ', of a
 * TRILINGUAL its source; "?" and "n/a" for the states, "" for what is withheld. Parsing it with
 * the English catalogue gives the value back. */
char         *paz_value_dup_plain       (const PazField *field,
                                         GVariant       *value);

/* What LANGUAGE fields offer; labels have the context "language". Other codes of two letters are
 * accepted too. Ends with a NULL key. */
const PazChoice *paz_value_list_languages (void);

#define PAZ_VALUE_ERROR (paz_value_error_quark ())
GQuark        paz_value_error_quark     (void);
typedef enum
{
  PAZ_VALUE_ERROR_TYPE,
  PAZ_VALUE_ERROR_NUMBER,
  PAZ_VALUE_ERROR_DATE,
  PAZ_VALUE_ERROR_MONTH,
  PAZ_VALUE_ERROR_DATETIME,
  PAZ_VALUE_ERROR_CHOICE,
  PAZ_VALUE_ERROR_LINK,
  PAZ_VALUE_ERROR_LANGUAGE,
  PAZ_VALUE_ERROR_COUNTRY,
  PAZ_VALUE_ERROR_HASH,
  PAZ_VALUE_ERROR_MONEY,
  PAZ_VALUE_ERROR_CHARACTERS,
  PAZ_VALUE_ERROR_LENGTH,
} PazValueError;
/* The reason in words, from the N_ strings of the model. */
const char   *paz_value_error_get_text  (PazValueError   code,
                                         PazCatalogue   *catalogue);

G_END_DECLS
