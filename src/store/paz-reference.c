#include "paz-reference.h"

#include <sodium.h>

#include "base/paz-catalogue.h"
#include "base/paz-date.h"
#include "base/paz-uuid.h"
#include "model/paz-trilingual.h"
#include "paz-store-private.h"

#define EDITION_KEY "reference.edition"

#define KEY_BYTES  8
#define KEY_LENGTH sodium_base64_ENCODED_LEN (KEY_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING)

/* ---- values ---- */

/* The key of a source text must be the same in every store, so it comes from the text. */
static void
make_text_key (const char *id,
               const char *field,
               const char *text,
               char        key[KEY_LENGTH])
{
  g_autofree char *all = g_strjoin ("\n", "relacopaz:text:1", id, field, text, NULL);
  guint8 hash[crypto_hash_sha256_BYTES];

  crypto_hash_sha256 (hash, (const guint8 *) all, strlen (all));
  sodium_bin2base64 (key, KEY_LENGTH, hash, KEY_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

static void
add_text (PazTrilingual           *texts,
          const PazReferenceValue *value)
{
  PazLanguage language;

  if (!paz_language_from_code (value->language, &language))
    g_return_if_reached ();

  g_free (texts->in[language].text);
  texts->in[language].text = g_strdup (value->text);
  texts->in[language].official = (value->flags & PAZ_REFERENCE_OFFICIAL) != 0;
  if (value->flags & PAZ_REFERENCE_SOURCE)
    {
      texts->has_source = TRUE;
      texts->source = language;
    }
}

/* All languages of the field; the translations are of the source as it stands. */
static GVariant *
make_trilingual (const PazReferenceRecord *reference,
                 const char               *id,
                 const char               *field)
{
  g_autoptr (PazTrilingual) texts = paz_trilingual_new ();
  char key[KEY_LENGTH];

  for (const PazReferenceValue *value = reference->values; value->field != NULL; value++)
    if (value->language != NULL && g_str_equal (value->field, field))
      add_text (texts, value);
  g_return_val_if_fail (texts->has_source, NULL);

  make_text_key (id, field, texts->in[texts->source].text, key);
  for (int i = 0; i < PAZ_N_LANGUAGES; i++)
    if (texts->in[i].text != NULL)
      texts->in[i].key = g_strdup (key);

  return paz_trilingual_to_value (texts);
}

static GVariant *
make_link (const PazField *field,
           const char     *key)
{
  char id[PAZ_UUID_SIZE];

  paz_uuid_make_shared (field->target, key, id);

  return g_variant_new_string (id);
}

static void
put_value (PazRecord                *record,
           const PazReferenceRecord *reference,
           const PazReferenceValue  *value)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), value->field);
  GVariant *made;

  g_return_if_fail (field != NULL);

  /* All languages come with the source. */
  if (field->type == PAZ_VALUE_TRILINGUAL && !(value->flags & PAZ_REFERENCE_SOURCE))
    return;
  if (field->type == PAZ_VALUE_TRILINGUAL)
    made = make_trilingual (reference, paz_record_get_id (record), value->field);
  else if (field->type == PAZ_VALUE_LINK)
    made = make_link (field, value->text);
  else
    made = paz_value_parse (field, value->text, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL);

  g_return_if_fail (made != NULL);
  paz_record_set_value (record, field, made);
}

/* ---- records ---- */

PazRecord *
paz_reference_make (const PazReferenceRecord *reference)
{
  const PazKind *kind = paz_kind_find (reference->kind);
  char id[PAZ_UUID_SIZE];
  char container[PAZ_UUID_SIZE];
  PazRecord *record;

  g_return_val_if_fail (kind != NULL, NULL);

  paz_uuid_make_shared (reference->kind, reference->key, id);
  if (reference->container_kind != NULL)
    paz_uuid_make_shared (reference->container_kind, reference->container_key, container);

  record = paz_record_new (kind, id, "*", reference->container_kind != NULL ? container : NULL);
  paz_record_set_release (record, PAZ_LEVEL_PUBLIC, NULL);
  for (const PazReferenceValue *value = reference->values; value->field != NULL; value++)
    put_value (record, reference, value);

  return record;
}

static gint64
get_ms (const char *date)
{
  GDate first, last;

  if (!paz_date_get_range (date, &first, &last))
    g_return_val_if_reached (0);

  /* GDate counts days from the first of the year 1. */
  return ((gint64) g_date_get_julian (&first) - 719163) * 24 * 60 * 60 * 1000;
}

static guint64
get_edition (PazStore *store)
{
  g_autofree char *edition = paz_door_dup_setting (store, EDITION_KEY);

  return edition != NULL ? g_ascii_strtoull (edition, NULL, 10) : 0;
}

gboolean
paz_reference_write (PazStore                 *store,
                     const PazReferenceTable  *table,
                     GError                  **error)
{
  g_autofree char *edition = g_strdup_printf ("%u", table->edition);
  gint64 ms = get_ms (table->date);

  if (get_edition (store) >= table->edition)
    return TRUE;

  for (const PazReferenceRecord *reference = table->records; reference->kind != NULL; reference++)
    {
      g_autoptr (PazRecord) record = paz_reference_make (reference);

      if (record != NULL && !paz_revise_reference (store, record, ms, error))
        return FALSE;
    }

  return paz_door_set_setting (store, EDITION_KEY, edition, error);
}

gboolean
paz_reference_load (PazStore  *self,
                    GError   **error)
{
  return paz_reference_write (self, &paz_reference_table, error);
}
