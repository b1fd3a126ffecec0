/* Markdown as it is read. Each block is a label of its own: links are reached by the keyboard, a screen
 * reader reads block by block, and the height follows the width, none of which a text view does. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_MARKDOWN_VIEW (paz_markdown_view_get_type ())
G_DECLARE_FINAL_TYPE (PazMarkdownView, paz_markdown_view, PAZ, MARKDOWN_VIEW, GtkWidget)

GtkWidget *paz_markdown_view_new      (void);
void       paz_markdown_view_set_text (PazMarkdownView *self,
                                       const char      *markdown);

G_END_DECLS
