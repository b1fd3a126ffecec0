/* A text of many lines that is as high as what is written: the page scrolls, not the field. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PAZ_TYPE_TEXT_BOX (paz_text_box_get_type ())
G_DECLARE_FINAL_TYPE (PazTextBox, paz_text_box, PAZ, TEXT_BOX, GtkWidget)

/* Signal "changed". One line: a single paragraph, which wraps rather than hide its end. */
GtkWidget *paz_text_box_new      (int         min_lines);
/* Long texts: Markdown with a preview; points: square brackets are open points of delegations. */
void       paz_text_box_set_markdown (PazTextBox *self,
                                      gboolean    points);
void       paz_text_box_set_previewed (PazTextBox *self,
                                       gboolean    previewed);
GtkWidget *paz_text_box_get_view (PazTextBox *self);
char      *paz_text_box_dup_text (PazTextBox *self);
void       paz_text_box_set_text (PazTextBox *self,
                                  const char *text);

G_END_DECLS
