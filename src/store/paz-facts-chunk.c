#include "paz-facts-chunk.h"

#include <glib/gprintf.h>
#include <sodium.h>

#include "base/paz-date.h"
#include "base/paz-sha256.h"
#include "base/paz-sha256.h"
#include "paz-fact-table-private.h"
#include "paz-store-private.h"

#define MAX_ROWS  5000
#define MAX_BYTES (1024 * 1024)
#define END       "]}}"
/* Three numbers of ten digits, a month and the marks between; keys come on top. */
#define ROW_BYTES 64

typedef struct
{
  char  *text;
  gsize  length;
} Fragment;

typedef struct
{
  PazFactTable *facts;
  const char   *data_set;
  Fragment     *keys[PAZ_N_DIMENSIONS];
  char         *line;
  char         *end;
  guint32       n_rows;
} Writer;

/* ---- fragments: a key is escaped once, not once a row ---- */

static char *
quote (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (quoted, "\\\"");
        break;
      case '\\':
        g_string_append (quoted, "\\\\");
        break;
      case '\n':
        g_string_append (quoted, "\\n");
        break;
      case '\t':
        g_string_append (quoted, "\\t");
        break;
      default:
        g_string_append_c (quoted, *p);
      }
  g_string_append (quoted, "\",");

  return g_string_free (quoted, FALSE);
}

static Fragment *
make_fragments (PazFactTable *facts,
                PazDimension  dimension)
{
  guint n = paz_fact_table_get_n_keys (facts, dimension);
  Fragment *fragments = g_new0 (Fragment, n + 1);

  for (guint i = 0; i < n; i++)
    {
      fragments[i].text = quote (paz_fact_table_get_key (facts, dimension, (guint16) i));
      fragments[i].length = strlen (fragments[i].text);
    }

  return fragments;
}

static void
free_fragments (Fragment *fragments)
{
  for (guint i = 0; fragments[i].text != NULL; i++)
    g_free (fragments[i].text);
  g_free (fragments);
}

/* ---- writing ---- */

static inline void
append (Writer     *writer,
        const char *text,
        gsize       length)
{
  memcpy (writer->end, text, length);
  writer->end += length;
}

static inline void
append_number (Writer  *writer,
               guint32  number)
{
  char digits[10];
  char *p = digits + sizeof digits;

  do
    *--p = (char) ('0' + number % 10);
  while ((number /= 10) > 0);

  append (writer, p, digits + sizeof digits - p);
}

static void
begin_chunk (Writer *writer,
             guint   n)
{
  writer->end = writer->line + g_sprintf (writer->line,
                                          "{\"facts\":{\"data_set\":\"%s\",\"n\":%u,\"rows\":[",
                                          writer->data_set, n);
  writer->n_rows = 0;
}

static void
append_row (Writer     *writer,
            const char *month,
            guint32     row)
{
  const Fragment *contributor = &writer->keys[PAZ_DIMENSION_CONTRIBUTOR][writer->facts->contributors[row]];
  const Fragment *mission = &writer->keys[PAZ_DIMENSION_MISSION][writer->facts->missions[row]];
  const Fragment *type = &writer->keys[PAZ_DIMENSION_TYPE][writer->facts->types[row]];

  append (writer, ",[\"" + (writer->n_rows == 0), 3 - (writer->n_rows == 0));
  append (writer, month, 7);
  append (writer, "\",", 2);
  append (writer, contributor->text, contributor->length);
  append (writer, mission->text, mission->length);
  append (writer, type->text, type->length);
  append_number (writer, writer->facts->female[row]);
  *writer->end++ = ',';
  append_number (writer, writer->facts->male[row]);
  *writer->end++ = ',';
  append_number (writer, writer->facts->rows[row]);
  *writer->end++ = ']';
  writer->n_rows++;
}

static gboolean
is_full (Writer *writer,
         gsize   longest)
{
  gsize length = writer->end - writer->line;

  return writer->n_rows == MAX_ROWS || length + longest + strlen (END) > MAX_BYTES;
}

static gsize
get_longest (Writer *writer)
{
  gsize sum = ROW_BYTES;

  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    {
      gsize longest = 0;

      for (const Fragment *fragment = writer->keys[i]; fragment->text != NULL; fragment++)
        longest = MAX (longest, fragment->length);
      sum += longest;
    }

  return sum;
}

static guint
write_chunks (Writer       *writer,
              PazFactChunk  chunk,
              gpointer      data)
{
  guint32 n_rows = writer->facts->n_rows;
  gsize longest = get_longest (writer);
  char month[8] = "";
  guint n = 0;

  for (guint32 i = 0; i < n_rows; i++)
    {
      paz_fact_table_pass (writer->facts, i);
      if (i == 0)
        begin_chunk (writer, n);
      if (i == 0 || writer->facts->months[i] != writer->facts->months[i - 1])
        paz_month_format (writer->facts->months[i], month);
      append_row (writer, month, i);

      if (i + 1 == n_rows || is_full (writer, longest))
        {
          append (writer, END, strlen (END));
          chunk (writer->line, writer->end - writer->line, n, data);
          begin_chunk (writer, ++n);
        }
    }

  return n;
}

guint
paz_facts_foreach_chunk (const char   *data_set,
                         PazFactTable *facts,
                         PazFactChunk  chunk,
                         gpointer      data)
{
  Writer writer = { .facts = facts, .data_set = data_set };
  guint n;

  g_assert (facts->finished);

  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    writer.keys[i] = make_fragments (facts, (PazDimension) i);
  writer.line = g_malloc (MAX_BYTES + 1);
  n = write_chunks (&writer, chunk, data);
  g_free (writer.line);
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    free_fragments (writer.keys[i]);

  return n;
}

/* ---- the cell ---- */

static void
hash_chunk_cb (const char *line,
               gsize       length,
               guint       n,
               gpointer    data)
{
  PazSha256 *sum = data;

  if (n > 0)
    paz_sha256_update (sum, "\n", 1);
  paz_sha256_update (sum, line, length);
}

char *
paz_facts_make_cell (const char   *data_set,
                     PazFactTable *facts)
{
  g_autoptr (PazSha256) sum = paz_sha256_new ();
  guint8 hash[PAZ_SHA256_SIZE];
  char text[sodium_base64_ENCODED_LEN (PAZ_SHA256_SIZE, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];
  guint n_chunks;

  g_return_val_if_fail (data_set != NULL && facts != NULL, NULL);

  n_chunks = paz_facts_foreach_chunk (data_set, facts, hash_chunk_cb, sum);
  paz_sha256_finish (sum, hash);
  sodium_bin2base64 (text, sizeof text, hash, sizeof hash, sodium_base64_VARIANT_URLSAFE_NO_PADDING);

  return g_strdup_printf ("{\"chunks\":%u,\"h\":\"%s\",\"rows\":%u}",
                          n_chunks, text, paz_fact_table_get_n_rows (facts));
}
