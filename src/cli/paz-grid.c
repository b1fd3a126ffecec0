#include "paz-grid.h"

#include "paz-cli.h"

#include "base/paz-decimal.h"

#include <string.h>

/* Beyond this a column of a table is cut, so that one long text does not push the rest away. */
#define MAX_WIDTH 60

typedef struct
{
  char         *key;
  char         *title;
  PazGridAlign  align;
  guint         width;
} Column;

struct _PazGrid
{
  GArray    *columns;
  GPtrArray *cells;
};

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->key);
  g_free (column->title);
}

/* One line, of bounded width unless it is the last column. */
static char *
dup_shown (const char *text,
           gboolean    last)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');

  if (last || g_utf8_strlen (line, -1) <= MAX_WIDTH)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, MAX_WIDTH - 1) = '\0';

  return g_strconcat (line, "…", NULL);
}

static void
append_padded (GString      *out,
               const Column *column,
               const char   *text,
               gboolean      last)
{
  g_autofree char *shown = dup_shown (text, last);
  guint padding = column->width - MIN (column->width, paz_grid_get_width (shown));

  if (column->align == PAZ_GRID_NUMBER)
    g_string_append_printf (out, "%*s%s", (int) padding, "", shown);
  else if (last)
    g_string_append (out, shown);
  else
    g_string_append_printf (out, "%s%*s", shown, (int) padding, "");
  g_string_append (out, last ? "\n" : "  ");
}

/* A spreadsheet would run such a cell as a formula. A plain negative number is none. */
static gboolean
is_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL && !paz_decimal_check (text);
}

static void
append_quoted (GString    *out,
               const char *text,
               gboolean    last)
{
  g_autofree char *safe = g_strconcat (is_formula (text) ? "'" : "", text, NULL);

  if (safe[strcspn (safe, ",\"\r\n")] == '\0')
    g_string_append (out, safe);
  else
    {
      g_autoptr (GString) doubled = g_string_new (safe);

      g_string_replace (doubled, "\"", "\"\"", 0);
      g_string_append_printf (out, "\"%s\"", doubled->str);
    }
  g_string_append_c (out, last ? '\n' : ',');
}

static void
append_header (PazGrid       *self,
               PazGridFormat  format,
               GString       *out)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      gboolean last = i == self->columns->len - 1;

      if (format == PAZ_GRID_CSV)
        append_quoted (out, column->key, last);
      else if (column->title != NULL)
        append_padded (out, column, column->title, last);
    }
}

static void
measure (PazGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint n = i % self->columns->len;
      Column *column = &g_array_index (self->columns, Column, n);
      g_autofree char *shown = dup_shown (g_ptr_array_index (self->cells, i), n == self->columns->len - 1);

      column->width = MAX (column->width, paz_grid_get_width (shown));
    }
}

guint
paz_grid_get_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

PazGrid *
paz_grid_new (void)
{
  PazGrid *self = g_new0 (PazGrid, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
paz_grid_free (PazGrid *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
paz_grid_add_column (PazGrid      *self,
                     const char   *key,
                     const char   *title,
                     PazGridAlign  align)
{
  Column column = { g_strdup (key), g_strdup (title), align, title != NULL ? paz_grid_get_width (title) : 0 };

  g_array_append_val (self->columns, column);
}

void
paz_grid_add_cell (PazGrid    *self,
                   const char *text)
{
  g_ptr_array_add (self->cells, g_strdup (text != NULL ? text : ""));
}

void
paz_grid_print (PazGrid       *self,
                PazGridFormat  format)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_if_fail (self->cells->len % self->columns->len == 0);

  measure (self);
  append_header (self, format, out);
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint n = i % self->columns->len;
      const char *text = g_ptr_array_index (self->cells, i);
      gboolean last = n == self->columns->len - 1;

      if (format == PAZ_GRID_CSV)
        append_quoted (out, text, last);
      else
        append_padded (out, &g_array_index (self->columns, Column, n), text, last);
    }
  paz_cli_print (out->str);
}
