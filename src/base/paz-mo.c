#include "paz-mo.h"

#include "base/paz-catalogue.h"

#include <string.h>

#define MAGIC 0x950412deu
#define HEADER_SIZE 28

typedef struct
{
  const char *text;      /* forms one after the other, each ended by NUL */
  gsize       length;    /* without the last NUL */
} Translation;

/* The file is read, not mapped: a map dies with SIGBUS when a build truncates the file below it. */
struct _PazMo
{
  char        *bytes;
  gsize        size;
  gboolean     swapped;
  GHashTable  *index;     /* msgid, or context \004 msgid, -> Translation in translations */
  Translation *translations;
  PazPlural   *plural;
};

static gboolean
fail (const char *path,
      const char *reason,
      GError    **error)
{
  g_set_error (error, PAZ_CATALOGUE_ERROR, PAZ_CATALOGUE_ERROR_FORMAT, "%s: %s", path, reason);
  return FALSE;
}

static guint32
get_number (const PazMo *self,
            gsize        offset)
{
  guint32 number;

  memcpy (&number, self->bytes + offset, sizeof number);
  return self->swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* Entry `i` of the table of lengths and offsets at `table`; NULL when it points outside. */
static const char *
get_string (const PazMo *self,
            guint32      table,
            guint32      i,
            gsize       *length)
{
  gsize entry = (gsize) table + (gsize) i * 8;
  gsize offset;

  *length = get_number (self, entry);
  offset = get_number (self, entry + 4);
  if (offset > self->size || *length >= self->size - offset || self->bytes[offset + *length] != '\0')
    return NULL;

  return self->bytes + offset;
}

static gboolean
table_fits (const PazMo *self,
            guint32      table,
            guint32      n)
{
  return table <= self->size && n <= (self->size - table) / 8;
}

static gboolean
read_header (PazMo      *self,
             const char *path,
             GError    **error)
{
  guint32 magic;

  if (self->size < HEADER_SIZE)
    return fail (path, "too short", error);
  memcpy (&magic, self->bytes, sizeof magic);
  self->swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if (magic != MAGIC && !self->swapped)
    return fail (path, "not a message catalogue", error);
  if (get_number (self, 4) >> 16 > 1)
    return fail (path, "unknown revision", error);

  return TRUE;
}

static gboolean
read_strings (PazMo      *self,
              const char *path,
              GError    **error)
{
  guint32 n = get_number (self, 8);
  guint32 originals = get_number (self, 12);
  guint32 translations = get_number (self, 16);

  if (!table_fits (self, originals, n) || !table_fits (self, translations, n))
    return fail (path, "table outside the file", error);

  self->translations = g_new0 (Translation, n);
  for (guint32 i = 0; i < n; i++)
    {
      Translation *translation = &self->translations[i];
      gsize length;
      const char *msgid = get_string (self, originals, i, &length);

      translation->text = get_string (self, translations, i, &translation->length);
      if (msgid == NULL || translation->text == NULL)
        return fail (path, "string outside the file", error);
      for (gsize at = 0; at <= translation->length; at += strlen (translation->text + at) + 1)
        if (!g_utf8_validate (translation->text + at, -1, NULL))
          return fail (path, "not in UTF-8", error);
      g_hash_table_insert (self->index, (char *) msgid, translation);
    }

  return TRUE;
}

static gboolean
read_plural (PazMo      *self,
             const char *path,
             GError    **error)
{
  const char *header = paz_mo_find (self, "", 0);
  const char *line = header != NULL ? strstr (header, "Plural-Forms:") : NULL;

  if (line == NULL)
    return TRUE;
  self->plural = paz_plural_new (line);
  if (self->plural == NULL)
    return fail (path, "unreadable Plural-Forms", error);

  return TRUE;
}

PazMo *
paz_mo_open (const char  *path,
             GError     **error)
{
  g_autoptr (PazMo) self = g_new0 (PazMo, 1);

  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_file_get_contents (path, &self->bytes, &self->size, error) ||
      !read_header (self, path, error) ||
      !read_strings (self, path, error) ||
      !read_plural (self, path, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
paz_mo_free (PazMo *self)
{
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->plural, paz_plural_free);
  g_free (self->translations);
  g_free (self->bytes);
  g_free (self);
}

const char *
paz_mo_find (const PazMo *self,
             const char  *msgid,
             guint        form)
{
  const Translation *translation = g_hash_table_lookup (self->index, msgid);
  gsize at = 0;

  if (translation == NULL)
    return NULL;
  for (; form > 0; form--)
    {
      at += strlen (translation->text + at) + 1;
      if (at > translation->length)
        return translation->text;
    }

  return translation->text + at;
}

const char *
paz_mo_find_n (const PazMo *self,
               const char  *msgid,
               gulong       n)
{
  guint form = self->plural != NULL ? paz_plural_get_form (self->plural, n) : n != 1;

  return paz_mo_find (self, msgid, form);
}
