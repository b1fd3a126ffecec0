/* Device keys, and bytes as text (EXCHANGE.md 3 and 13). */
#include "paz-line.h"

#include <sodium.h>

G_STATIC_ASSERT (PAZ_PUBLIC_KEY_BYTES == crypto_sign_PUBLICKEYBYTES);
G_STATIC_ASSERT (PAZ_SECRET_KEY_BYTES == crypto_sign_SECRETKEYBYTES);
G_STATIC_ASSERT (PAZ_SIGNATURE_BYTES == crypto_sign_BYTES);
G_STATIC_ASSERT (PAZ_LINE_ID_BYTES == crypto_hash_sha256_BYTES);

#define KEY_LABEL       "relacopaz:key:1\n"
#define REFERENCE_LABEL "relacopaz:reference:1"

void
paz_key_make_id (const guint8 *public_key,
                 guint8        id[PAZ_KEY_ID_BYTES])
{
  crypto_hash_sha256_state state;
  guint8 hash[crypto_hash_sha256_BYTES];

  crypto_hash_sha256_init (&state);
  crypto_hash_sha256_update (&state, (const guint8 *) KEY_LABEL, strlen (KEY_LABEL));
  crypto_hash_sha256_update (&state, public_key, PAZ_PUBLIC_KEY_BYTES);
  crypto_hash_sha256_final (&state, hash);
  memcpy (id, hash, PAZ_KEY_ID_BYTES);
}

void
paz_device_key_from_seed (PazDeviceKey *self,
                          const guint8 *seed)
{
  crypto_sign_seed_keypair (self->public_key, self->secret_key, seed);
  paz_key_make_id (self->public_key, self->id);
}

gboolean
paz_device_key_make (PazDeviceKey  *self,
                     GError       **error)
{
  if (sodium_init () < 0 || crypto_sign_keypair (self->public_key, self->secret_key) != 0)
    {
      g_set_error_literal (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_KEY, "No secure randomness");
      return FALSE;
    }
  paz_key_make_id (self->public_key, self->id);

  return TRUE;
}

const PazDeviceKey *
paz_device_key_get_reference (void)
{
  static PazDeviceKey key;
  static gsize made;

  if (g_once_init_enter (&made))
    {
      guint8 seed[crypto_hash_sha256_BYTES];

      crypto_hash_sha256 (seed, (const guint8 *) REFERENCE_LABEL, strlen (REFERENCE_LABEL));
      paz_device_key_from_seed (&key, seed);
      g_once_init_leave (&made, 1);
    }

  return &key;
}

char *
paz_bytes_to_text (const guint8 *bytes,
                   gsize         size)
{
  gsize length = sodium_base64_ENCODED_LEN (size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  char *text = g_malloc (length);

  return sodium_bin2base64 (text, length, bytes, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

gboolean
paz_bytes_from_text (const char *text,
                     guint8     *bytes,
                     gsize       size)
{
  gsize found = 0;
  const char *end = NULL;

  return text != NULL
         && sodium_base642bin (bytes, size, text, strlen (text), NULL, &found, &end,
                               sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0
         && found == size && *end == '\0';
}
