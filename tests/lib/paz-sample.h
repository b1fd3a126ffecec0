/* A value of its type for any field of any kind, and a record with every field filled. For tests
 * over the declaration: they name no kind and no field. */
#pragma once

#include "model/paz-check.h"
#include "model/paz-record.h"

/* Fields that a person fills: the others are the program's own. */
static inline gboolean
sample_is_filled (const PazField *field)
{
  return field->until == 0 &&
         (field->flags & (PAZ_FIELD_LOCAL | PAZ_FIELD_HIDDEN | PAZ_FIELD_FILLED)) == 0;
}

/* Rules of kinds want codes, numbers and years: what does not pass is followed by another try. */
static inline GVariant *
sample_make_text (guint n,
                  guint try)
{
  static const char * const codes[] = { "ZZ%c", "Z%c", "60%u", "3.%u", "America/Lima" };
  static const guint n_codes[] = { 'A', 'A', 0, 0, 0 };

  if (try == 0)
    return g_variant_new_take_string (g_strdup_printf ("Ñandú zorzal%u", n));
  if (try > G_N_ELEMENTS (codes))
    return NULL;

  return g_variant_new_take_string (g_strdup_printf (codes[try - 1], n_codes[try - 1] + n % 10));
}

static inline GVariant *
sample_make_trilingual (guint n)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_new ();

  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *text = g_strdup_printf ("Ação zorzal%u %s", n, paz_language_get_code (i));

      paz_trilingual_set_text (texts, i, text, "AAECAwQFBgc");
    }

  return paz_trilingual_to_value (texts);
}

static inline const char *
sample_last_choice (const PazField *field)
{
  const PazChoice *choice = field->choices;

  while (choice[1].key != NULL)
    choice++;

  return choice->key;
}

/* ids: kind's key -> id of a record to link to. */
static inline GVariant *
sample_make_set (const PazField *field,
                 GHashTable     *ids)
{
  const char *elements[3] = { NULL };

  if (field->type == PAZ_VALUE_LINKS)
    elements[0] = g_hash_table_lookup (ids, field->target);
  else if (field->type == PAZ_VALUE_CHOICE)
    {
      elements[0] = field->choices[0].key;
      elements[1] = sample_last_choice (field);
    }
  else
    {
      elements[0] = field->type == PAZ_VALUE_LANGUAGE ? "es" : "PER";
      elements[1] = field->type == PAZ_VALUE_LANGUAGE ? "pt" : "URY";
    }

  return paz_value_new_set (elements);
}

/* n makes words unlike those of other fields; NULL when there is no further try. Floating. */
static inline GVariant *
sample_make (const PazField *field,
             guint           n,
             guint           try,
             GHashTable     *ids)
{
  static const gint64 numbers[] = { 7, 2024 };

  if (paz_field_is_set (field))
    return try == 0 ? sample_make_set (field, ids) : NULL;
  if (field->type == PAZ_VALUE_TEXT)
    return sample_make_text (n, try);
  if (field->type == PAZ_VALUE_INTEGER)
    return try < G_N_ELEMENTS (numbers) ? g_variant_new_int64 (numbers[try]) : NULL;
  if (try > 0)
    return NULL;

  switch (field->type)
    {
    case PAZ_VALUE_NOTE:
      return g_variant_new_take_string (g_strdup_printf ("Línea uno\nzorzal%u", n));
    case PAZ_VALUE_REAL:
      return g_variant_new_string ("12.5");
    case PAZ_VALUE_MONEY:
      return paz_value_new_money ("1250.5", "USD", "2024-05-31", "Ley");
    case PAZ_VALUE_DATE:
      return g_variant_new_string ("2024-05-31");
    case PAZ_VALUE_MONTH:
      return g_variant_new_string ("2024-05");
    case PAZ_VALUE_DATETIME:
      return g_variant_new_string ("2024-05-31T14:00:00-05:00[America/Lima]");
    case PAZ_VALUE_FLAG:
      return g_variant_new_boolean (FALSE);
    case PAZ_VALUE_CHOICE:
      return g_variant_new_string (sample_last_choice (field));
    case PAZ_VALUE_LINK:
      return g_variant_new_string (g_hash_table_lookup (ids, field->target));
    case PAZ_VALUE_LANGUAGE:
      return g_variant_new_string ("fr");
    case PAZ_VALUE_COUNTRY:
      return g_variant_new_string ("URY");
    case PAZ_VALUE_HASH:
      return g_variant_new_string ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    case PAZ_VALUE_TRILINGUAL:
      return sample_make_trilingual (n);
    case PAZ_VALUE_TEXT:
    case PAZ_VALUE_INTEGER:
    case PAZ_VALUE_LINKS:
      break;
    }

  g_return_val_if_reached (NULL);
}

static inline gboolean
sample_passes (PazRecord      *record,
               const PazField *field)
{
  g_autoptr (GPtrArray) problems = paz_record_check (record);

  for (guint i = 0; i < problems->len; i++)
    if (((PazProblem *) problems->pdata[i])->field == field)
      return FALSE;

  return TRUE;
}

static inline void
sample_fill_field (PazRecord      *record,
                   const PazField *field,
                   guint           n,
                   GHashTable     *ids)
{
  for (guint try = 0;; try++)
    {
      GVariant *value = sample_make (field, n, try, ids);

      if (value == NULL)
        g_error ("no sample passes the rules of %s.%s", paz_record_get_kind (record)->key, field->key);
      paz_record_set_value (record, field, value);
      if (sample_passes (record, field))
        return;
    }
}

/* Every field that a person fills, or with only_required what the record cannot do without.
 * *n goes on from record to record. */
static inline void
sample_fill (PazRecord  *record,
             gboolean    only_required,
             guint      *n,
             GHashTable *ids)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      if (!sample_is_filled (field) || (only_required && (field->flags & PAZ_FIELD_REQUIRED) == 0))
        continue;
      sample_fill_field (record, field, (*n)++, ids);
    }
}
