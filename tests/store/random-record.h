/* Random values for any field of any kind, and random edits of a store. Owned by store. */
#pragma once

#include "base/paz-date.h"
#include "store-fixture.h"

/* Few, so that each has a history. */
#define N_RECORDS 20

typedef struct
{
  GRand     *rand;
  GPtrArray *ids;       /* of every record ever made */
} Randomness;

static inline int
pick (Randomness *random,
      int         n)
{
  return g_rand_int_range (random->rand, 0, n);
}

static inline char *
make_words (Randomness *random)
{
  static const char * const words[] = {
    "Formación", "conjunta", "ação", "Ñandú", "“paz”", "training", "l\\ínea\n", "\ttab", "🕊", "1.250,5", "üñí",
  };
  GString *text = g_string_new (NULL);

  for (int n = 1 + pick (random, 6); n > 0; n--)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[pick (random, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static inline char *
make_line (Randomness *random)
{
  char *words = make_words (random);

  g_strdelimit (words, "\n\t", ' ');
  return words;
}

static inline const char *
pick_id (Randomness *random)
{
  return random->ids->pdata[pick (random, (int) random->ids->len)];
}

static inline const char *
pick_choice (Randomness     *random,
             const PazField *field)
{
  int n = 0;

  while (field->choices[n].key != NULL)
    n++;

  return field->choices[pick (random, n)].key;
}

static inline GVariant *
make_trilingual (Randomness *random,
                 PazStore   *store,
                 PazRecord  *record,
                 const PazField *field)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_from_value (paz_record_get_value (record, field));
  g_autofree char *key = paz_store_make_text_key (store);
  g_autofree char *words = (field->flags & PAZ_FIELD_LONG) != 0 ? make_words (random) : make_line (random);

  if (pick (random, 6) == 0 && texts->has_source)
    paz_trilingual_set_source (texts, (PazLanguage) pick (random, 3), key);
  else if (pick (random, 6) == 0 && texts->has_source)
    paz_trilingual_confirm (texts, (PazLanguage) pick (random, 3));
  else
    paz_trilingual_set_text (texts, (PazLanguage) pick (random, 3), words, key);

  return paz_trilingual_to_value (texts);
}

/* One element of a set, as text. */
static inline const char *
pick_element (Randomness     *random,
              const PazField *field)
{
  static const char * const countries[] = { "PER", "URY", "ARG", "BRA", "JAM" };
  static const char * const languages[] = { "es", "pt", "en", "fr" };

  if (field->type == PAZ_VALUE_COUNTRY)
    return countries[pick (random, G_N_ELEMENTS (countries))];
  if (field->type == PAZ_VALUE_LANGUAGE)
    return languages[pick (random, G_N_ELEMENTS (languages))];
  if (field->type == PAZ_VALUE_CHOICE)
    return pick_choice (random, field);

  return pick_id (random);
}

static inline GVariant *
make_set (Randomness     *random,
          const PazField *field)
{
  const char *elements[4] = { NULL };

  for (int i = pick (random, 4); i > 0; i--)
    elements[i - 1] = pick_element (random, field);

  return elements[0] != NULL ? paz_value_new_set (elements) : NULL;
}

static inline GVariant *
make_known (Randomness     *random,
            PazStore       *store,
            PazRecord      *record,
            const PazField *field)
{
  static const char * const dates[] = { "2024", "2024-05", "2024-05-31", "2023-02-28" };
  static const char * const hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  g_autofree char *line = make_line (random);

  if (paz_field_is_set (field))
    return make_set (random, field);

  switch (field->type)
    {
    case PAZ_VALUE_TEXT:
      return g_variant_new_string (line);
    case PAZ_VALUE_NOTE:
      return g_variant_new_take_string (make_words (random));
    case PAZ_VALUE_INTEGER:
      return g_variant_new_int64 (pick (random, 101));
    case PAZ_VALUE_REAL:
      return g_variant_new_string (pick (random, 2) ? "12.5" : "-0.001");
    case PAZ_VALUE_MONEY:
      return paz_value_new_money ("1250.5", "USD", pick (random, 2) ? "2024-05-01" : "", pick (random, 2) ? line : "");
    case PAZ_VALUE_DATE:
      return g_variant_new_string (dates[pick (random, G_N_ELEMENTS (dates))]);
    case PAZ_VALUE_MONTH:
      return g_variant_new_string (pick (random, 2) ? "2024-05" : "2013-12");
    case PAZ_VALUE_DATETIME:
      return g_variant_new_string ("2024-05-31T14:00:00-05:00[America/Lima]");
    case PAZ_VALUE_FLAG:
      return g_variant_new_boolean (pick (random, 2) != 0);
    case PAZ_VALUE_CHOICE:
    case PAZ_VALUE_LINK:
    case PAZ_VALUE_LANGUAGE:
    case PAZ_VALUE_COUNTRY:
      return g_variant_new_string (pick_element (random, field));
    case PAZ_VALUE_HASH:
      return g_variant_new_string (hash);
    case PAZ_VALUE_TRILINGUAL:
      return make_trilingual (random, store, record, field);
    case PAZ_VALUE_LINKS:
      break;
    }

  g_return_val_if_reached (NULL);
}

static inline GVariant *
make_value (Randomness     *random,
            PazStore       *store,
            PazRecord      *record,
            const PazField *field)
{
  if ((field->flags & PAZ_FIELD_REQUIRED) == 0)
    switch (pick (random, 12))
      {
      case 0:
      case 1:
        return NULL;
      case 2:
        return paz_value_new_state (PAZ_STATE_UNKNOWN);
      case 3:
        return paz_value_new_state (PAZ_STATE_NOT_APPLICABLE);
      default:
        break;
      }

  return make_known (random, store, record, field);
}

static inline void
change_fields (Randomness *random,
               PazStore   *store,
               PazRecord  *record,
               gboolean    all)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];

      if (g_str_equal (field->key, "facts") || (!all && pick (random, 3) > 0))
        continue;
      paz_record_set_value (record, field, make_value (random, store, record, field));
    }
}

static inline void
change_release (Randomness *random,
                PazRecord  *record)
{
  static const char * const lists[][3] = { { NULL }, { "ARG", NULL }, { "ARG", "BRA", NULL }, { "URY", NULL } };

  paz_record_set_release (record, (PazLevel) pick (random, 4), lists[pick (random, 4)]);
}

static inline PazRecord *
make_record (Randomness *random,
             PazStore   *store)
{
  guint n_kinds;
  const PazKind * const *kinds = paz_kind_list (&n_kinds);
  const PazKind *kind = kinds[pick (random, (int) n_kinds)];
  PazRecord *record = paz_store_create_record (store, kind, kind->parent != NULL ? pick_id (random) : NULL);

  change_fields (random, store, record, TRUE);
  return record;
}

/* Puts what passes the record's own rules; TRUE when something was written. */
static inline gboolean
try_edit (PazStore *store,
          PazEdit  *edit)
{
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  if (!paz_store_apply (store, edit, NULL, NULL, NULL, &step, &error))
    g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID);

  return step != 0;
}

/* One random edit of one to three records. */
static inline gboolean
edit_at_random (Randomness *random,
                PazStore   *store)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();

  for (int n = 1 + pick (random, 3); n > 0; n--)
    {
      g_autoptr (PazRecord) record = NULL;

      if (random->ids->len >= N_RECORDS || (random->ids->len > 3 && pick (random, 3) > 0))
        record = paz_store_dup_record (store, pick_id (random), NULL);
      if (record == NULL)
        {
          record = make_record (random, store);
          g_ptr_array_add (random->ids, g_strdup (paz_record_get_id (record)));
          paz_edit_put (edit, record);
        }
      else if (pick (random, 8) == 0 && !paz_record_is_deleted (record))
        paz_edit_remove (edit, record);
      else
        {
          paz_record_set_deleted (record, FALSE);
          change_fields (random, store, record, FALSE);
          if (pick (random, 3) == 0)
            change_release (random, record);
          paz_edit_put (edit, record);
        }
    }

  return try_edit (store, edit);
}

static inline void
randomness_init (Randomness *random,
                 guint32     seed)
{
  random->rand = g_rand_new_with_seed (seed);
  random->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (random->ids, g_strdup ("0190a0b0-0000-7000-8000-000000000001"));
}

static inline void
randomness_clear (Randomness *random)
{
  g_rand_free (random->rand);
  g_ptr_array_unref (random->ids);
}
