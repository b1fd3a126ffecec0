#include "base/paz-sha256.h"

#include <string.h>

#if defined (__x86_64__) || defined (__i386__)
#include <cpuid.h>
#include <immintrin.h>
#define HAVE_SHA_INSTRUCTIONS 1
#else
#define HAVE_SHA_INSTRUCTIONS 0
#endif

#define BLOCK 64

struct _PazSha256
{
  GChecksum *checksum;       /* GLib's, where the processor has no instructions; else NULL */
  guint32    state[8];
  guint64    length;
  guint8     rest[BLOCK];    /* of a block that is not full yet: length % BLOCK bytes */
};

#if HAVE_SHA_INSTRUCTIONS

/* FIPS 180-4, 4.2.2. */
static const guint32 constants[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static gboolean
has_instructions (void)
{
  static int answer;     /* 0 not asked, 1 no, 2 yes */
  guint eax, ebx, ecx, edx;

  if (g_atomic_int_get (&answer) == 0)
    {
      gboolean sse = __get_cpuid (1, &eax, &ebx, &ecx, &edx) && (ecx & bit_SSSE3) && (ecx & bit_SSE4_1);
      gboolean sha = __get_cpuid_count (7, 0, &eax, &ebx, &ecx, &edx) && (ebx & 1u << 29);

      g_atomic_int_set (&answer, sse && sha ? 2 : 1);
    }

  return g_atomic_int_get (&answer) == 2;
}

/* The instructions keep the eight words as (a b e f) and (c d g h), four rounds at once. */
__attribute__ ((target ("sha,sse4.1,ssse3")))
static void
hash_blocks (guint32       state[8],
             const guint8 *data,
             gsize         n)
{
  const __m128i big_endian = _mm_set_epi64x (0x0c0d0e0f08090a0bll, 0x0405060700010203ll);
  __m128i abcd = _mm_shuffle_epi32 (_mm_loadu_si128 ((const __m128i *) &state[0]), 0xb1);
  __m128i efgh = _mm_shuffle_epi32 (_mm_loadu_si128 ((const __m128i *) &state[4]), 0x1b);
  __m128i abef = _mm_alignr_epi8 (abcd, efgh, 8);
  __m128i cdgh = _mm_blend_epi16 (efgh, abcd, 0xf0);

  for (; n > 0; n--, data += BLOCK)
    {
      const __m128i abef_before = abef, cdgh_before = cdgh;
      __m128i words[4];

#pragma GCC unroll 16
      for (int i = 0; i < 16; i++)
        {
          __m128i *word = &words[i & 3];
          __m128i sum;

          if (i < 4)
            *word = _mm_shuffle_epi8 (_mm_loadu_si128 ((const __m128i *) data + i), big_endian);
          else
            *word = _mm_sha256msg2_epu32 (
              _mm_add_epi32 (_mm_sha256msg1_epu32 (*word, words[(i + 1) & 3]),
                             _mm_alignr_epi8 (words[(i + 3) & 3], words[(i + 2) & 3], 4)),
              words[(i + 3) & 3]);

          sum = _mm_add_epi32 (*word, _mm_loadu_si128 ((const __m128i *) &constants[4 * i]));
          cdgh = _mm_sha256rnds2_epu32 (cdgh, abef, sum);
          abef = _mm_sha256rnds2_epu32 (abef, cdgh, _mm_shuffle_epi32 (sum, 0x0e));
        }

      abef = _mm_add_epi32 (abef, abef_before);
      cdgh = _mm_add_epi32 (cdgh, cdgh_before);
    }

  abcd = _mm_shuffle_epi32 (abef, 0x1b);
  efgh = _mm_shuffle_epi32 (cdgh, 0xb1);
  _mm_storeu_si128 ((__m128i *) &state[0], _mm_blend_epi16 (abcd, efgh, 0xf0));
  _mm_storeu_si128 ((__m128i *) &state[4], _mm_alignr_epi8 (efgh, abcd, 8));
}

#else

static gboolean
has_instructions (void)
{
  return FALSE;
}

static void
hash_blocks (guint32       state[8],
             const guint8 *data,
             gsize         n)
{
  g_assert_not_reached ();
}

#endif

PazSha256 *
paz_sha256_new (void)
{
  /* FIPS 180-4, 5.3.3. */
  static const guint32 initial[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  };
  PazSha256 *self = g_new0 (PazSha256, 1);

  memcpy (self->state, initial, sizeof initial);
  if (!has_instructions ())
    self->checksum = g_checksum_new (G_CHECKSUM_SHA256);

  return self;
}

void
paz_sha256_free (PazSha256 *self)
{
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self);
}

void
paz_sha256_update (PazSha256     *self,
                   gconstpointer  data,
                   gsize          length)
{
  const guint8 *bytes = data;
  gsize rest = self->length % BLOCK;

  if (self->checksum != NULL)
    {
      g_checksum_update (self->checksum, bytes, (gssize) length);
      return;
    }

  self->length += length;
  if (rest > 0)
    {
      gsize taken = MIN (length, BLOCK - rest);

      memcpy (self->rest + rest, bytes, taken);
      bytes += taken;
      length -= taken;
      if (rest + taken < BLOCK)
        return;
      hash_blocks (self->state, self->rest, 1);
    }

  hash_blocks (self->state, bytes, length / BLOCK);
  if (length % BLOCK > 0)
    memcpy (self->rest, bytes + length - length % BLOCK, length % BLOCK);
}

void
paz_sha256_finish (PazSha256 *self,
                   guint8     digest[PAZ_SHA256_SIZE])
{
  static const guint8 padding[BLOCK] = { 0x80 };
  guint64 bits = GUINT64_TO_BE (self->length * 8);
  gsize size = PAZ_SHA256_SIZE;

  if (self->checksum != NULL)
    {
      g_checksum_get_digest (self->checksum, digest, &size);
      return;
    }

  /* One bit, zeros up to eight bytes before the end of a block, the length in bits. */
  paz_sha256_update (self, padding, 1 + (BLOCK + 55 - self->length % BLOCK) % BLOCK);
  paz_sha256_update (self, &bits, sizeof bits);
  for (int i = 0; i < 8; i++)
    {
      guint32 word = GUINT32_TO_BE (self->state[i]);

      memcpy (digest + 4 * i, &word, sizeof word);
    }
}

char *
paz_sha256_to_hex (const guint8 digest[PAZ_SHA256_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  char *hex = g_malloc (2 * PAZ_SHA256_SIZE + 1);

  for (int i = 0; i < PAZ_SHA256_SIZE; i++)
    {
      hex[2 * i] = digits[digest[i] >> 4];
      hex[2 * i + 1] = digits[digest[i] & 15];
    }
  hex[2 * PAZ_SHA256_SIZE] = '\0';

  return hex;
}
