/* How the values of one type are checked, read and shown. Each family of types has a file; the
 * room's one switch over the types is paz_value_get_form(). */
#pragma once

#include "model/paz-value.h"

G_BEGIN_DECLS

/* Of one element: never a state, never a set. A check or parse that fails says why in *code. */
typedef struct
{
  const GVariantType *type;
  gboolean   (*check)   (const PazField *field,
                         GVariant       *value,
                         PazValueError  *code);
  /* text: clean, trimmed and not empty. Floating, or NULL. */
  GVariant * (*parse)   (const PazField *field,
                         const char     *text,
                         PazCatalogue   *catalogue,
                         PazValueError  *code);
  char *     (*display) (const PazField *field,
                         const PazKind  *kind,
                         GVariant       *value,
                         PazCatalogue   *catalogue);
  char *     (*plain)   (GVariant       *value);
  int        (*compare) (const PazField *field,
                         GVariant       *a,
                         GVariant       *b,
                         PazCatalogue   *catalogue);
} PazValueForm;

const PazValueForm *paz_value_get_form    (PazValueType     type);

extern const PazValueForm paz_form_text;
extern const PazValueForm paz_form_note;
extern const PazValueForm paz_form_trilingual;
extern const PazValueForm paz_form_link;
extern const PazValueForm paz_form_hash;
extern const PazValueForm paz_form_integer;
extern const PazValueForm paz_form_real;
extern const PazValueForm paz_form_money;
extern const PazValueForm paz_form_flag;
extern const PazValueForm paz_form_date;
extern const PazValueForm paz_form_month;
extern const PazValueForm paz_form_datetime;
extern const PazValueForm paz_form_choice;
extern const PazValueForm paz_form_language;
extern const PazValueForm paz_form_country;

/* Type alone, well formed or not: what a record will hold. */
gboolean            paz_value_has_type    (const PazField  *field,
                                           GVariant        *value);
/* Of a trilingual value; lends. NULL when it is none or empty. */
const char         *paz_value_get_words   (GVariant        *value,
                                           PazLanguage      language);
/* TRUE when text, folded, is the word in any of the three languages. */
gboolean            paz_value_is_word     (const char      *folded,
                                           const char      *context,
                                           const char      *word);
/* Shared by forms whose value is a string. */
char               *paz_value_plain_string   (GVariant       *value);
int                 paz_value_compare_string (const PazField *field,
                                              GVariant       *a,
                                              GVariant       *b,
                                              PazCatalogue   *catalogue);

G_END_DECLS
