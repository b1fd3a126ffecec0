#include "paz-json.h"

#include "paz-cli.h"

#include <math.h>
#include <string.h>

struct _PazJson
{
  GString  *out;
  guint     depth;
  gboolean  rows;       /* the top is an array: each element on a line of its own */
  gboolean  comma;      /* something stands before in the same array or object */
};

static void
separate (PazJson *self)
{
  gboolean row = self->rows && self->depth == 1;

  if (self->comma)
    g_string_append (self->out, row ? ",\n" : ",");
  else if (row)
    g_string_append_c (self->out, '\n');
  self->comma = TRUE;
}

static void
begin (PazJson *self,
       char     sign)
{
  separate (self);
  g_string_append_c (self->out, sign);
  self->depth++;
  self->comma = FALSE;
}

static void
end (PazJson *self,
     char     sign)
{
  self->depth--;
  if (self->rows && self->depth == 0 && self->comma)
    g_string_append_c (self->out, '\n');
  g_string_append_c (self->out, sign);
  self->comma = TRUE;
}

static void
append_quoted (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '"':
        g_string_append (out, "\\\"");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if ((guchar) *text < 0x20 || *text == 0x7f)
          g_string_append_printf (out, "\\u%04x", (guchar) *text);
        else
          g_string_append_c (out, *text);
      }
  g_string_append_c (out, '"');
}

PazJson *
paz_json_new (void)
{
  PazJson *self = g_new0 (PazJson, 1);

  self->out = g_string_new (NULL);
  return self;
}

void
paz_json_free (PazJson *self)
{
  g_string_free (self->out, TRUE);
  g_free (self);
}

void
paz_json_begin_object (PazJson *self)
{
  begin (self, '{');
}

void
paz_json_end_object (PazJson *self)
{
  end (self, '}');
}

void
paz_json_begin_array (PazJson *self)
{
  self->rows |= self->depth == 0;
  begin (self, '[');
}

void
paz_json_end_array (PazJson *self)
{
  end (self, ']');
}

void
paz_json_add_key (PazJson    *self,
                  const char *key)
{
  separate (self);
  append_quoted (self->out, key);
  g_string_append_c (self->out, ':');
  self->comma = FALSE;
}

void
paz_json_add_text (PazJson    *self,
                   const char *text)
{
  separate (self);
  if (text == NULL)
    g_string_append (self->out, "null");
  else
    append_quoted (self->out, text);
}

void
paz_json_add_integer (PazJson *self,
                      gint64   value)
{
  separate (self);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

void
paz_json_add_real (PazJson *self,
                   double   value,
                   int      places)
{
  char format[16], text[G_ASCII_DTOSTR_BUF_SIZE + 16];
  gsize length;

  if (!isfinite (value))
    {
      paz_json_add_text (self, NULL);
      return;
    }

  g_snprintf (format, sizeof format, "%%.%df", places);
  g_ascii_formatd (text, sizeof text, format, value);
  for (length = strlen (text); strchr (text, '.') != NULL && text[length - 1] == '0'; length--)
    text[length - 1] = '\0';
  if (g_str_has_suffix (text, "."))
    text[length - 1] = '\0';
  paz_json_add_decimal (self, text);
}

void
paz_json_add_flag (PazJson  *self,
                   gboolean  value)
{
  paz_json_add_decimal (self, value ? "true" : "false");
}

void
paz_json_add_decimal (PazJson    *self,
                      const char *decimal)
{
  separate (self);
  g_string_append (self->out, decimal);
}

void
paz_json_set_text (PazJson    *self,
                   const char *key,
                   const char *text)
{
  paz_json_add_key (self, key);
  paz_json_add_text (self, text);
}

void
paz_json_set_integer (PazJson    *self,
                      const char *key,
                      gint64      value)
{
  paz_json_add_key (self, key);
  paz_json_add_integer (self, value);
}

void
paz_json_set_real (PazJson    *self,
                   const char *key,
                   double      value,
                   int         places)
{
  paz_json_add_key (self, key);
  paz_json_add_real (self, value, places);
}

void
paz_json_set_flag (PazJson    *self,
                   const char *key,
                   gboolean    value)
{
  paz_json_add_key (self, key);
  paz_json_add_flag (self, value);
}

void
paz_json_set_texts (PazJson            *self,
                    const char         *key,
                    const char * const *texts)
{
  paz_json_add_key (self, key);
  paz_json_begin_array (self);
  for (; texts != NULL && *texts != NULL; texts++)
    paz_json_add_text (self, *texts);
  paz_json_end_array (self);
}

void
paz_json_print (PazJson *self)
{
  g_return_if_fail (self->depth == 0);

  paz_cli_print (self->out->str);
  paz_cli_print ("\n");
}
