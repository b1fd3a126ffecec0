#include "base/paz-word-diff.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Differences past which the texts are other texts; the table of the search grows with its square. */
#define MAX_DISTANCE 1500

typedef struct
{
  const char *start;
  guint       length;
  guint       number;     /* the same for the same words of both texts */
} Token;

typedef struct
{
  GArray *before;         /* Token */
  GArray *after;
  GArray *types;          /* PazDiffType of each step along the way */
} Diff;

/* ---- words ---- */

static void
add_token (GArray     *tokens,
           GHashTable *numbers,
           const char *start,
           guint       length)
{
  char *word = g_strndup (start, length);
  gpointer number;
  Token token = { start, length, 0 };

  if (!g_hash_table_lookup_extended (numbers, word, NULL, &number))
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers));
      g_hash_table_insert (numbers, g_strdup (word), number);
    }
  token.number = GPOINTER_TO_UINT (number);
  g_array_append_val (tokens, token);
  g_free (word);
}

static GArray *
split (const char  *text,
       PazLanguage  language,
       GHashTable  *numbers)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8 (NULL, text, -1, &status);
  UBreakIterator *words = ubrk_open (UBRK_WORD, paz_language_get_code (language), NULL, 0, &status);
  int32_t start = 0;

  ubrk_setUText (words, utext, &status);
  if (U_SUCCESS (status))
    for (int32_t end = ubrk_next (words); end != UBRK_DONE; end = ubrk_next (words))
      {
        add_token (tokens, numbers, text + start, end - start);
        start = end;
      }
  /* Without ICU's data the text is one word. */
  if (text[start] != '\0')
    add_token (tokens, numbers, text + start, strlen (text + start));
  ubrk_close (words);
  utext_close (utext);

  return tokens;
}

static gboolean
same (Diff  *diff,
      guint  i,
      guint  j)
{
  return g_array_index (diff->before, Token, i).number == g_array_index (diff->after, Token, j).number;
}

/* ---- the shortest way from one to the other (E. Myers, 1986) ---- */

static void
add_type (Diff        *diff,
          PazDiffType  type)
{
  g_array_append_val (diff->types, type);
}

/* Goes the way back through what each round had reached; types come last first. */
static void
trace_back (Diff      *diff,
            GPtrArray *rounds,
            int        x,
            int        y,
            int        first)
{
  for (int d = rounds->len - 1; d >= 0; d--)
    {
      const int *reached = (const int *) rounds->pdata[d] + d + 1;
      int k = x - y;
      gboolean down = k == -d || (k != d && reached[k - 1] < reached[k + 1]);
      int from = d == 0 ? first : (down ? reached[k + 1] : reached[k - 1]);
      int from_y = d == 0 ? first : from - (down ? k + 1 : k - 1);

      while (x > from && y > from_y)
        {
          add_type (diff, PAZ_DIFF_SAME);
          x--;
          y--;
        }
      if (d > 0)
        add_type (diff, down ? PAZ_DIFF_ADDED : PAZ_DIFF_REMOVED);
      x = from;
      y = from_y;
    }
}

static gboolean
advance (Diff *diff,
         int  *reached,
         int   d,
         int   first,
         int   n,
         int   m,
         int  *end)
{
  for (int k = -d; k <= d; k += 2)
    {
      gboolean down = k == -d || (k != d && reached[k - 1] < reached[k + 1]);
      int x = d == 0 ? first : (down ? reached[k + 1] : reached[k - 1] + 1);

      while (x < n && x - k < m && x - k >= 0 && same (diff, x, x - k))
        x++;
      reached[k] = x;
      if (x >= n && x - k >= m)
        {
          *end = d;
          return TRUE;
        }
    }

  return FALSE;
}

/* FALSE when it would take too long. Fills the types of the middle, last first. */
static gboolean
find_way (Diff *diff,
          int   first,
          int   n,
          int   m)
{
  int most = MIN (n + m - 2 * first, MAX_DISTANCE);
  g_autofree int *line = g_new0 (int, 2 * most + 3);
  int *reached = line + most + 1;
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);
  int end = -1;

  reached[1] = first;
  for (int d = 0; d <= most && end < 0; d++)
    {
      int *kept = g_new (int, 2 * d + 3);

      memcpy (kept, reached - d - 1, (2 * d + 3) * sizeof (int));
      g_ptr_array_add (rounds, kept);
      advance (diff, reached, d, first, n, m, &end);
    }
  if (end < 0)
    return FALSE;
  trace_back (diff, rounds, n, m, first);

  return TRUE;
}

static void
compare (Diff *diff)
{
  int n = diff->before->len;
  int m = diff->after->len;
  int first = 0;
  int tail = 0;
  guint start;

  while (first < n && first < m && same (diff, first, first))
    first++;
  while (n - tail > first && m - tail > first && same (diff, n - tail - 1, m - tail - 1))
    tail++;
  for (int i = 0; i < first; i++)
    add_type (diff, PAZ_DIFF_SAME);
  start = diff->types->len;
  if (find_way (diff, first, n - tail, m - tail))
    {
      PazDiffType *types = (PazDiffType *) diff->types->data;

      for (guint i = start, j = diff->types->len; i + 1 < j; i++, j--)
        {
          PazDiffType type = types[i];

          types[i] = types[j - 1];
          types[j - 1] = type;
        }
    }
  else
    {
      for (int i = first; i < n - tail; i++)
        add_type (diff, PAZ_DIFF_REMOVED);
      for (int i = first; i < m - tail; i++)
        add_type (diff, PAZ_DIFF_ADDED);
    }
  for (int i = 0; i < tail; i++)
    add_type (diff, PAZ_DIFF_SAME);
}

/* ---- runs, as a person reads them ---- */

static gboolean
is_between_words (const Token *token)
{
  for (const char *p = token->start; p < token->start + token->length; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* The end of a run of kept tokens that hold no word, or `at` when there is none. */
static guint
skip_small (Diff  *diff,
            guint  at,
            guint  token)
{
  guint end = at;

  while (end < diff->types->len && g_array_index (diff->types, PazDiffType, end) == PAZ_DIFF_SAME)
    {
      if (!is_between_words (&g_array_index (diff->before, Token, token + end - at)))
        return at;
      end++;
    }

  return end < diff->types->len ? end : at;
}

static void
take (GString *into,
      GArray  *tokens,
      guint   *at)
{
  const Token *token = &g_array_index (tokens, Token, (*at)++);

  g_string_append_len (into, token->start, token->length);
}

static void
add_part (GPtrArray   *parts,
          PazDiffType  type,
          GString     *text)
{
  PazDiffPart *part;

  if (text->len == 0)
    return;
  part = g_new0 (PazDiffPart, 1);
  part->type = type;
  part->text = g_strdup (text->str);
  g_ptr_array_add (parts, part);
  g_string_truncate (text, 0);
}

/* One change: everything up to the next kept word, blanks between changed words too. */
static guint
take_change (Diff    *diff,
             guint    at,
             guint   *i,
             guint   *j,
             GString *removed,
             GString *added)
{
  while (at < diff->types->len)
    {
      PazDiffType type = g_array_index (diff->types, PazDiffType, at);
      guint end;

      if (type == PAZ_DIFF_SAME)
        {
          end = skip_small (diff, at, *i);
          if (end == at)
            break;
          for (; at < end; at++)
            {
              take (removed, diff->before, i);
              take (added, diff->after, j);
            }
          continue;
        }
      if (type == PAZ_DIFF_REMOVED)
        take (removed, diff->before, i);
      else
        take (added, diff->after, j);
      at++;
    }

  return at;
}

static void
part_free (PazDiffPart *part)
{
  g_free (part->text);
  g_free (part);
}

static GPtrArray *
make_parts (Diff *diff)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autoptr (GString) removed = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);
  guint i = 0;
  guint j = 0;

  for (guint at = 0; at < diff->types->len;)
    {
      if (g_array_index (diff->types, PazDiffType, at) == PAZ_DIFF_SAME)
        {
          take (kept, diff->before, &i);
          j++;
          at++;
          continue;
        }
      add_part (parts, PAZ_DIFF_SAME, kept);
      at = take_change (diff, at, &i, &j, removed, added);
      add_part (parts, PAZ_DIFF_REMOVED, removed);
      add_part (parts, PAZ_DIFF_ADDED, added);
    }
  add_part (parts, PAZ_DIFF_SAME, kept);

  return parts;
}

GPtrArray *
paz_word_diff (const char  *before,
               const char  *after,
               PazLanguage  language)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Diff diff;
  GPtrArray *parts;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);
  g_return_val_if_fail (language < PAZ_N_LANGUAGES, NULL);

  diff.before = split (before, language, numbers);
  diff.after = split (after, language, numbers);
  diff.types = g_array_new (FALSE, FALSE, sizeof (PazDiffType));
  compare (&diff);
  parts = make_parts (&diff);
  g_array_unref (diff.before);
  g_array_unref (diff.after);
  g_array_unref (diff.types);

  return parts;
}
