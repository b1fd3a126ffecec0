#include "paz-block-private.h"

#include <string.h>

typedef struct
{
  char *text;    /* NULL: empty */
  char *exact;
} Cell;

struct _PazBlock
{
  gatomicrefcount ref_count;
  GPtrArray      *rows;        /* GArray * of Cell */
  guint           n_columns;
};

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->exact);
}

static GArray *
make_row (void)
{
  GArray *row = g_array_new (FALSE, TRUE, sizeof (Cell));

  g_array_set_clear_func (row, clear_cell);

  return row;
}

PazBlock *
paz_block_new (void)
{
  PazBlock *self = g_new0 (PazBlock, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00a0 || c == 0x202f || c == 0xfeff || c == 0x200b;
}

/* Also of blanks that do not break, which spreadsheets put around what they align. */
static char *
dup_trimmed (const char *text,
             gsize       length)
{
  const char *end = text + length;

  while (text < end && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text)
    {
      const char *before = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (before)))
        break;
      end = before;
    }

  return end > text ? g_strndup (text, end - text) : NULL;
}

gboolean
paz_block_set (PazBlock   *self,
               guint       row,
               guint       column,
               const char *text,
               gsize       length,
               const char *exact)
{
  g_autofree char *trimmed = dup_trimmed (text, length);
  GArray *cells;
  Cell *cell;

  if (row >= PAZ_BLOCK_MAX_ROWS || column >= PAZ_BLOCK_MAX_COLUMNS)
    return trimmed == NULL;

  while (self->rows->len <= row)
    g_ptr_array_add (self->rows, make_row ());
  if (trimmed == NULL)
    return TRUE;

  cells = g_ptr_array_index (self->rows, row);
  if (cells->len <= column)
    g_array_set_size (cells, column + 1);
  cell = &g_array_index (cells, Cell, column);
  clear_cell (cell);
  cell->text = g_steal_pointer (&trimmed);
  cell->exact = g_strdup (exact);
  self->n_columns = MAX (self->n_columns, column + 1);

  return TRUE;
}

PazBlock *
paz_block_finish (PazBlock  *self,
                  GError   **error)
{
  /* A row reaches as far as its last cell that holds something. */
  while (self->rows->len > 0 && ((GArray *) g_ptr_array_index (self->rows, self->rows->len - 1))->len == 0)
    g_ptr_array_set_size (self->rows, self->rows->len - 1);
  if (self->rows->len > 0)
    return self;

  paz_block_unref (self);
  g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_EMPTY, "No cell holds anything");
  return NULL;
}

static char *
decode_utf16 (const char *text,
              gsize       length,
              const char *encoding)
{
  return g_convert (text + 2, (length - 2) & ~(gsize) 1, "UTF-8", encoding, NULL, NULL, NULL);
}

char *
paz_block_decode (const char *text,
                  gssize      length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  if (n >= 2 && memcmp (text, "\xff\xfe", 2) == 0)
    return decode_utf16 (text, n, "UTF-16LE");
  if (n >= 2 && memcmp (text, "\xfe\xff", 2) == 0)
    return decode_utf16 (text, n, "UTF-16BE");
  if (n >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      n -= 3;
    }
  /* Some programs count the NUL at the end as text. */
  while (n > 0 && text[n - 1] == '\0')
    n--;

  return g_utf8_validate (text, n, NULL) ? g_strndup (text, n) : NULL;
}

PazBlock *
paz_block_ref (PazBlock *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
paz_block_unref (PazBlock *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
paz_block_get_n_rows (PazBlock *self)
{
  return self->rows->len;
}

guint
paz_block_get_n_columns (PazBlock *self)
{
  return self->n_columns;
}

static const Cell *
get_cell (PazBlock *self,
          guint     row,
          guint     column)
{
  static const Cell empty;
  GArray *cells;

  if (row >= self->rows->len)
    return &empty;
  cells = g_ptr_array_index (self->rows, row);

  return column < cells->len ? &g_array_index (cells, Cell, column) : &empty;
}

const char *
paz_block_get_text (PazBlock *self,
                    guint     row,
                    guint     column)
{
  const char *text = get_cell (self, row, column)->text;

  return text != NULL ? text : "";
}

const char *
paz_block_get_exact (PazBlock *self,
                     guint     row,
                     guint     column)
{
  return get_cell (self, row, column)->exact;
}
