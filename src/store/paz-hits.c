/* Search over everything: exact names first, then titles, then texts, each with the words in view. */
#include <string.h>

#include "base/paz-text.h"
#include "paz-search.h"
#include "paz-store-core.h"

/* How many steps of SQLite's machine between two looks at the cancellable: some 0.1 ms. */
#define STEPS_BETWEEN_LOOKS 10000

/* How much better a record is that was changed last than one that was changed first. */
#define RECENT 0.2

/* Of each sort so many are ordered among themselves. */
#define N_CANDIDATES 120

/* Marks around a found word; a person cannot write them (EXCHANGE.md 3.1). */
#define OPEN  '\001'
#define CLOSE '\002'

typedef struct
{
  PazHit *hit;
  double  score;     /* less is better */
} Candidate;

typedef struct
{
  PazStore     *store;
  const char   *words;
  char         *folded;
  PazCatalogue *catalogue;
  GHashTable   *seen;         /* id */
  GArray       *candidates;   /* of the sort at hand */
  GPtrArray    *hits;
  gint64        newest;
} Hunt;

void
paz_hit_free (PazHit *self)
{
  g_free (self->record);
  g_free (self->container);
  g_free (self->title);
  g_free (self->snippet);
  g_clear_pointer (&self->title_spans, g_array_unref);
  g_clear_pointer (&self->snippet_spans, g_array_unref);
  g_free (self);
}

static void
hunt_clear (Hunt *hunt)
{
  g_free (hunt->folded);
  g_clear_pointer (&hunt->seen, g_hash_table_unref);
  g_clear_pointer (&hunt->candidates, g_array_unref);
  g_clear_pointer (&hunt->hits, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hunt, hunt_clear)

/* ---- where words stand ---- */

static void
append_folded (GString    *to,
               const char *p)
{
  const char *end = g_utf8_next_char (p);
  g_autofree char *one = NULL;
  g_autofree char *folded = NULL;

  if ((guchar) *p < 0x80)
    {
      g_string_append_c (to, g_ascii_tolower (*p));
      return;
    }
  one = g_strndup (p, (gsize) (end - p));
  folded = paz_text_fold (one);
  g_string_append (to, folded != NULL ? folded : "");
}

static gboolean
is_token (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The end of a word's occurrence at p, drawn out to the end of its token; NULL when it is none. */
static const char *
match_at (const char *p,
          const char *word)
{
  g_autoptr (GString) read = g_string_new (NULL);
  gsize length = strlen (word);

  while (*p != '\0' && read->len < length)
    {
      append_folded (read, p);
      if (strncmp (read->str, word, MIN (read->len, length)) != 0)
        return NULL;
      p = g_utf8_next_char (p);
    }
  if (read->len < length)
    return NULL;
  while (*p != '\0' && is_token (p))
    p = g_utf8_next_char (p);

  return p;
}

static char **
split_words (const char *words)
{
  g_autofree char *folded = paz_text_fold (words != NULL ? words : "");

  return g_strsplit (folded != NULL ? folded : "", " ", -1);
}

static const char *
match_any (const char *p,
           char      **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *end = *words[i] != '\0' ? match_at (p, words[i]) : NULL;

      if (end != NULL)
        return end;
    }

  return NULL;
}

GArray *
paz_search_find_spans (const char *text,
                       const char *words)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PazSpan));
  g_auto (GStrv) parts = split_words (words);
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gboolean token = is_token (p);
      const char *end = token && !inside ? match_any (p, parts) : NULL;

      inside = token;
      if (end == NULL)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      PazSpan span = { (gsize) (p - text), (gsize) (end - text) };

      g_array_append_val (spans, span);
      p = end;
    }

  return spans;
}

/* Each word stands in the text. */
static gboolean
shows_all (const char *text,
           const char *words)
{
  g_auto (GStrv) parts = split_words (words);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GArray) spans = paz_search_find_spans (text, parts[i]);

      if (*parts[i] != '\0' && spans->len == 0)
        return FALSE;
    }

  return TRUE;
}

/* ---- snippets ---- */

/* One line of the marked text, its marks as spans. */
static void
take_snippet (PazHit     *hit,
              const char *marked)
{
  const char *first = strchr (marked, OPEN);
  const char *start = first, *end = first;
  g_autoptr (GString) text = g_string_new (NULL);
  PazSpan span = { 0, 0 };

  if (first == NULL)
    return;
  while (start > marked && start[-1] != '\n')
    start--;
  while (*end != '\0' && *end != '\n')
    end++;

  hit->snippet_spans = g_array_new (FALSE, FALSE, sizeof (PazSpan));
  for (const char *p = start; p < end; p++)
    if (*p == OPEN)
      span.start = text->len;
    else if (*p == CLOSE)
      {
        span.end = text->len;
        g_array_append_val (hit->snippet_spans, span);
      }
    else
      g_string_append_c (text, *p);
  hit->snippet = g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- candidates ---- */

static gboolean
is_exact (const Hunt *hunt,
          const char *titles)
{
  g_auto (GStrv) lines = g_strsplit (titles, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *folded = *lines[i] != '\0' ? paz_text_fold (lines[i]) : NULL;

      if (folded != NULL && g_str_equal (folded, hunt->folded))
        return TRUE;
    }

  return FALSE;
}

/* Whose row of the index it is. */
static PazHit *
find_hit (Hunt   *hunt,
          gint64  n)
{
  sqlite3_stmt *statement = paz_statements_get (hunt->store->reading,
                                                "SELECT record.id, record.kind, container FROM search_row"
                                                " JOIN record ON record.id = search_row.id WHERE n = ?", NULL);
  PazHit *hit = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, n);
  if (paz_sql_step (statement, &row, NULL) && row && !g_hash_table_contains (hunt->seen, paz_sql_get_text (statement, 0)))
    {
      hit = g_new0 (PazHit, 1);
      hit->record = g_strdup (paz_sql_get_text (statement, 0));
      hit->kind = paz_kind_find (paz_sql_get_text (statement, 1));
      hit->container = g_strdup (paz_sql_get_text (statement, 2));
    }
  sqlite3_reset (statement);
  if (hit != NULL && hit->kind == NULL)
    g_clear_pointer (&hit, paz_hit_free);

  return hit;
}

/* Columns: rowid, rank, title, title marked, text marked. */
static void
take_row (Hunt         *hunt,
          sqlite3_stmt *statement,
          PazHitRank    rank)
{
  gint64 n = sqlite3_column_int64 (statement, 0);
  PazHit *hit = find_hit (hunt, n);
  Candidate candidate;

  if (hit == NULL)
    return;
  hit->rank = rank;
  if (rank == PAZ_HIT_EXACT && !is_exact (hunt, paz_sql_get_text (statement, 2)))
    {
      paz_hit_free (hit);
      return;
    }
  hit->title = paz_store_dup_title (hunt->store, hit->record, hunt->catalogue);
  hit->title_spans = paz_search_find_spans (hit->title, hunt->words);
  if (!shows_all (hit->title, hunt->words))
    take_snippet (hit, paz_sql_get_text (statement, rank == PAZ_HIT_TEXT ? 4 : 3));
  if (hit->snippet == NULL && rank == PAZ_HIT_TEXT)
    take_snippet (hit, paz_sql_get_text (statement, 3));

  g_hash_table_add (hunt->seen, g_strdup (hit->record));
  candidate.hit = hit;
  candidate.score = sqlite3_column_double (statement, 1) * (1 + RECENT * (double) n / (double) MAX (hunt->newest, 1));
  g_array_append_val (hunt->candidates, candidate);
}

static int
compare_candidates_cb (gconstpointer a,
                       gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  return (first->score > second->score) - (first->score < second->score);
}

static void
take_best (Hunt  *hunt,
           guint  limit)
{
  g_array_sort (hunt->candidates, compare_candidates_cb);
  for (guint i = 0; i < hunt->candidates->len; i++)
    {
      PazHit *hit = g_array_index (hunt->candidates, Candidate, i).hit;

      if (hunt->hits->len < limit)
        g_ptr_array_add (hunt->hits, hit);
      else
        paz_hit_free (hit);
    }
  g_array_set_size (hunt->candidates, 0);
}

static gboolean
read_rows (Hunt          *hunt,
           sqlite3_stmt  *statement,
           PazHitRank     rank,
           GError       **error)
{
  gboolean row;

  while (paz_sql_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      take_row (hunt, statement, rank);
    }

  return FALSE;
}

static gboolean
hunt_for (Hunt         *hunt,
          const char   *match,
          PazHitRank    rank,
          guint         limit,
          GError      **error)
{
  sqlite3_stmt *statement;
  gboolean done;

  if (hunt->hits->len >= limit)
    return TRUE;
  statement = paz_statements_get (hunt->store->reading,
                                  "SELECT rowid, rank, title, snippet (search, 0, char (1), char (2), '…', 16),"
                                  " snippet (search, 1, char (1), char (2), '…', 16)"
                                  " FROM search WHERE search MATCH ?1 AND rank MATCH 'bm25 (10.0, 1.0)'"
                                  " ORDER BY rank LIMIT ?2", error);
  if (statement == NULL)
    return FALSE;
  paz_sql_bind_text (statement, 1, match);
  sqlite3_bind_int (statement, 2, rank == PAZ_HIT_EXACT ? N_CANDIDATES : (int) (limit + hunt->hits->len));
  done = read_rows (hunt, statement, rank, error);
  sqlite3_reset (statement);
  take_best (hunt, done ? limit : 0);

  return done;
}

/* The same words, whole. */
static char *
dup_whole (const char *match)
{
  g_auto (GStrv) parts = g_strsplit (match, "\" *", -1);

  return g_strjoinv ("\"", parts);
}

static gboolean
hunt_all (Hunt        *hunt,
          const char  *match,
          guint        limit,
          GError     **error)
{
  g_autofree char *whole = dup_whole (match);
  g_autofree char *exact = g_strdup_printf ("{title} : (%s)", whole);
  g_autofree char *title = g_strdup_printf ("{title} : (%s)", match);

  return hunt_for (hunt, exact, PAZ_HIT_EXACT, limit, error)
         && hunt_for (hunt, title, PAZ_HIT_TITLE, limit, error)
         && hunt_for (hunt, match, PAZ_HIT_TEXT, limit, error);
}

static int
look_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

GPtrArray *
paz_store_search (PazStore      *self,
                  const char    *words,
                  guint          limit,
                  PazCatalogue  *catalogue,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_auto (Hunt) hunt = { self, words, NULL, catalogue, NULL, NULL, NULL, 0 };
  g_autofree char *match = paz_search_dup_match (words);
  gboolean done = TRUE;

  g_return_val_if_fail (PAZ_IS_STORE (self) && catalogue != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  hunt.folded = paz_text_fold (words != NULL ? words : "");
  hunt.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  hunt.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  hunt.hits = g_ptr_array_new_with_free_func ((GDestroyNotify) paz_hit_free);
  hunt.newest = paz_sql_integer (self->reader, "SELECT max (n) FROM search_row", 1);
  if (match == NULL)
    return g_steal_pointer (&hunt.hits);

  if (cancellable != NULL)
    sqlite3_progress_handler (self->reader, STEPS_BETWEEN_LOOKS, look_cb, cancellable);
  done = hunt_all (&hunt, match, limit, error);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->reader, 0, NULL, NULL);

  return done ? g_steal_pointer (&hunt.hits) : NULL;
}
