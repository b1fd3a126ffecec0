/* A drop-down of words: what is chosen gives way to the room there is, the list shows it whole. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes the words. */
GtkWidget *paz_word_list_new (GtkStringList *words);

G_END_DECLS
