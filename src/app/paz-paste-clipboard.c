#include "paz-paste-clipboard.h"

typedef struct
{
  GdkClipboard *clipboard;
  PazPasteRead read;
  GObject *object;
} Reading;

/* Frees reading. */
static void
answer (Reading  *reading,
        PazBlock *block)
{
  reading->read (block, reading->object);
  g_object_unref (reading->object);
  g_object_unref (reading->clipboard);
  g_free (reading);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Reading *reading = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (PazBlock) block = text != NULL ? paz_block_read_text (text, -1, 0, NULL) : NULL;

  answer (reading, block);
}

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Reading *reading = data;
  g_autoptr (PazBlock) block = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) > 0)
    {
      g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));

      block = paz_block_read_html (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
    }
  /* Marked-up text without a table has its cells in the plain text, if anywhere. */
  if (block == NULL)
    {
      gdk_clipboard_read_text_async (reading->clipboard, NULL, text_read_cb, reading);
      return;
    }
  answer (reading, block);
}

static void
html_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      gdk_clipboard_read_text_async (GDK_CLIPBOARD (source), NULL, text_read_cb, data);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, data);
}

void
paz_paste_read_clipboard (GdkClipboard *clipboard,
                          PazPasteRead  read,
                          GObject      *object)
{
  static const char *html[] = { "text/html", NULL };
  Reading *reading = g_new0 (Reading, 1);

  reading->clipboard = g_object_ref (clipboard);
  reading->read = read;
  reading->object = g_object_ref (object);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), html[0]))
    gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, NULL, html_read_cb, reading);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, reading);
}
