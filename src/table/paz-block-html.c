/* The table of an HTML text, as spreadsheets put it on the clipboard. Beside what a cell shows they
 * say which number it holds: LibreOffice in "sdval", Excel in "x:num", Google in
 * "data-sheets-value". */
#include "paz-block-private.h"

#include "base/paz-decimal.h"

#include <libxml/HTMLparser.h>
#include <math.h>
#include <string.h>

#define MAX_SPAN 512

typedef struct
{
  PazBlock   *block;
  GHashTable *taken;     /* row << 16 | column, of cells merged with one above */
  guint       row;
  guint       column;
  gboolean    fits;
} Reader;

static gboolean
is_element (xmlNode    *node,
            const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/* Lines of the source are no lines of the cell: runs of blanks are one. */
static void
append_text (GString    *text,
             const char *content)
{
  for (; *content != '\0'; content++)
    {
      if (!g_ascii_isspace (*content))
        g_string_append_c (text, *content);
      else if (text->len > 0 && !g_ascii_isspace (text->str[text->len - 1]))
        g_string_append_c (text, ' ');
    }
}

static void
break_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static void
collect_text (xmlNode *node,
              GString *text)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      gboolean block = is_element (child, "p") || is_element (child, "div") || is_element (child, "li");

      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        {
          if (child->content != NULL)
            append_text (text, (const char *) child->content);
          continue;
        }
      if (is_element (child, "br") || (block && text->len > 0))
        break_line (text);
      if (!is_element (child, "style") && !is_element (child, "script"))
        collect_text (child, text);
    }
}

/* ---- numbers ---- */

static char *
make_decimal (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    return NULL;
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);

  return paz_decimal_check (buffer) ? g_strdup (buffer) : NULL;
}

static char *
read_decimal (const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' ? make_decimal (number) : NULL;
}

/* {"1":3,"3":1234.5}: the value is of type 3, a number, and stands under "3". */
static char *
read_sheets (const char *json)
{
  const char *number = strstr (json, "\"3\":");

  if (strstr (json, "\"1\":3") == NULL || number == NULL)
    return NULL;

  return make_decimal (g_ascii_strtod (number + strlen ("\"3\":"), NULL));
}

static char *
dup_exact (xmlNode *cell)
{
  g_autofree char *libreoffice = dup_attribute (cell, "sdval");
  g_autofree char *excel = dup_attribute (cell, "x:num");
  g_autofree char *google = dup_attribute (cell, "data-sheets-value");

  if (libreoffice != NULL)
    return read_decimal (libreoffice);
  if (excel != NULL)
    return read_decimal (excel);

  return google != NULL ? read_sheets (google) : NULL;
}

/* ---- cells ---- */

static guint
get_span (xmlNode    *cell,
          const char *name)
{
  g_autofree char *text = dup_attribute (cell, name);
  guint64 span = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return CLAMP (span, 1, MAX_SPAN);
}

static gpointer
make_place (guint row,
            guint column)
{
  return GUINT_TO_POINTER (row << 10 | column);
}

static void
pass_taken (Reader *reader)
{
  while (reader->column < PAZ_BLOCK_MAX_COLUMNS &&
         g_hash_table_contains (reader->taken, make_place (reader->row, reader->column)))
    reader->column++;
}

static void
take_cell (Reader  *reader,
           xmlNode *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *exact = dup_exact (cell);
  guint width = get_span (cell, "colspan");
  guint height = get_span (cell, "rowspan");

  pass_taken (reader);
  collect_text (cell, text);
  reader->fits = paz_block_set (reader->block, reader->row, reader->column, text->str, text->len, exact);
  for (guint below = 1; below < height; below++)
    for (guint i = 0; i < width && reader->column + i < PAZ_BLOCK_MAX_COLUMNS; i++)
      g_hash_table_add (reader->taken, make_place (reader->row + below, reader->column + i));
  reader->column += width;
}

static void
take_row (Reader  *reader,
          xmlNode *row)
{
  reader->column = 0;
  for (xmlNode *cell = row->children; cell != NULL && reader->fits; cell = cell->next)
    if (is_element (cell, "td") || is_element (cell, "th"))
      take_cell (reader, cell);
  reader->row++;
}

static void
take_rows (Reader  *reader,
           xmlNode *table)
{
  for (xmlNode *child = table->children; child != NULL && reader->fits; child = child->next)
    {
      if (is_element (child, "tr"))
        take_row (reader, child);
      else if (is_element (child, "thead") || is_element (child, "tbody") || is_element (child, "tfoot"))
        take_rows (reader, child);
    }
}

static xmlNode *
find_table (xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      xmlNode *found = is_element (node, "table") ? node : find_table (node->children);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* On Windows a header of offsets stands before the text itself. */
static const char *
skip_header (const char *html)
{
  const char *start = strchr (html, '<');

  return start != NULL ? start : html;
}

static PazBlock *
read_table (xmlNode  *table,
            GError  **error)
{
  g_autoptr (PazBlock) block = paz_block_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  Reader reader = { block, taken, 0, 0, TRUE };

  take_rows (&reader, table);
  if (!reader.fits)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_TOO_LARGE, "More than %u rows or %u columns",
                   PAZ_BLOCK_MAX_ROWS, PAZ_BLOCK_MAX_COLUMNS);
      return NULL;
    }

  return paz_block_finish (g_steal_pointer (&block), error);
}

PazBlock *
paz_block_read_html (const char  *html,
                     gssize       length,
                     GError     **error)
{
  g_autofree char *decoded = paz_block_decode (html, length);
  const char *start = decoded != NULL ? skip_header (decoded) : NULL;
  PazBlock *block = NULL;
  xmlDoc *document;
  xmlNode *table;

  if (start == NULL)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_ENCODING, "The cells are not UTF-8");
      return NULL;
    }
  if (strlen (start) > G_MAXINT)
    {
      g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_TOO_LARGE, "The text is too long");
      return NULL;
    }

  document = htmlReadMemory (start, (int) strlen (start), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  table = document != NULL ? find_table (xmlDocGetRootElement (document)) : NULL;
  if (table != NULL)
    block = read_table (table, error);
  else
    g_set_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_EMPTY, "There is no table");
  xmlFreeDoc (document);

  return block;
}
