#include "paz-po-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <unistd.h>

#define MAX_BYTES (64 * 1024 * 1024)

/* The library keeps its state in globals, and a fatal failure must not return to it. */
static GMutex mutex;
static jmp_buf leave;
static GString *failure;

static void
note (int         severity,
      const char *filename,
      size_t      line,
      const char *text)
{
  if (severity == PO_SEVERITY_WARNING)
    return;
  if (failure->len == 0)
    {
      if (filename != NULL && line != (size_t) -1)
        g_string_append_printf (failure, "%zu: ", line);
      g_string_append (failure, text);
    }
  if (severity == PO_SEVERITY_FATAL_ERROR)
    longjmp (leave, 1);
}

static void
xerror_cb (int           severity,
           po_message_t  message,
           const char   *filename,
           size_t        line,
           size_t        column,
           int           many_lines,
           const char   *text)
{
  note (severity, filename, line, text);
}

static void
xerror2_cb (int           severity,
            po_message_t  message1,
            const char   *filename1,
            size_t        line1,
            size_t        column1,
            int           many_lines1,
            const char   *text1,
            po_message_t  message2,
            const char   *filename2,
            size_t        line2,
            size_t        column2,
            int           many_lines2,
            const char   *text2)
{
  note (severity, filename1, line1, text1);
}

static const struct po_xerror_handler handler = { xerror_cb, xerror2_cb };

/* ---- reading ---- */

static po_file_t
read_guarded (const char *path)
{
  if (setjmp (leave) != 0)
    return NULL;

  return po_file_read (path, &handler);
}

/* The library would say the same in the language and with the words of the process. */
static gboolean
check_readable (const char  *path,
                GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && g_file_info_get_size (info) <= MAX_BYTES)
    return TRUE;
  g_set_error (error, PAZ_PO_ERROR, PAZ_PO_ERROR_SYNTAX, "%s is no PO file", path);

  return FALSE;
}

po_file_t
paz_po_file_read (const char  *path,
                  GError     **error)
{
  po_file_t file;

  if (!check_readable (path, error))
    return NULL;
  g_mutex_lock (&mutex);
  failure = g_string_new (NULL);
  file = read_guarded (path);
  if (file != NULL && failure->len > 0)
    {
      po_file_free (file);
      file = NULL;
    }
  if (file == NULL)
    g_set_error_literal (error, PAZ_PO_ERROR, PAZ_PO_ERROR_SYNTAX, failure->str);
  g_string_free (failure, TRUE);
  g_mutex_unlock (&mutex);

  return file;
}

/* ---- writing ---- */

static gboolean
write_guarded (po_file_t   file,
               const char *path)
{
  if (setjmp (leave) != 0)
    return FALSE;

  return po_file_write (file, path, &handler) != NULL;
}

gboolean
paz_po_file_write (po_file_t    file,
                   const char  *path,
                   GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".part-XXXXXX", NULL);
  int descriptor = g_mkstemp (part);
  gboolean written;

  if (descriptor < 0)
    {
      g_set_error (error, PAZ_PO_ERROR, PAZ_PO_ERROR_WRITE, "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  close (descriptor);
  g_mutex_lock (&mutex);
  failure = g_string_new (NULL);
  written = write_guarded (file, part) && failure->len == 0;
  if (!written)
    g_set_error_literal (error, PAZ_PO_ERROR, PAZ_PO_ERROR_WRITE, failure->str);
  g_string_free (failure, TRUE);
  g_mutex_unlock (&mutex);
  if (written && g_rename (part, path) == 0)
    return TRUE;
  if (written)
    g_set_error (error, PAZ_PO_ERROR, PAZ_PO_ERROR_WRITE, "%s: %s", path, g_strerror (errno));
  g_unlink (part);

  return FALSE;
}
