/* Our SHA-256 against GLib's, at every length around a block and in every division. */
#include "base/paz-sha256.h"

static char *
hash_in_two (const guint8 *data,
             gsize         length,
             gsize         first)
{
  g_autoptr (PazSha256) sum = paz_sha256_new ();
  guint8 digest[PAZ_SHA256_SIZE];

  paz_sha256_update (sum, data, first);
  paz_sha256_update (sum, data + first, length - first);
  paz_sha256_finish (sum, digest);

  return paz_sha256_to_hex (digest);
}

static void
test_lengths (void)
{
  guint8 data[400];

  for (guint i = 0; i < G_N_ELEMENTS (data); i++)
    data[i] = (guint8) g_test_rand_int ();

  for (gsize length = 0; length <= G_N_ELEMENTS (data); length++)
    {
      g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);

      for (gsize first = 0; first <= length; first += 1 + length / 9)
        {
          g_autofree char *hash = hash_in_two (data, length, first);

          g_assert_cmpstr (hash, ==, expected);
        }
    }
}

/* FIPS 180-4 and its examples. */
static void
test_known (void)
{
  g_autofree char *nothing = hash_in_two ((const guint8 *) "", 0, 0);
  g_autofree char *abc = hash_in_two ((const guint8 *) "abc", 3, 1);

  g_assert_cmpstr (nothing, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/sha256/known", test_known);
  g_test_add_func ("/table/sha256/lengths", test_lengths);

  return g_test_run ();
}
