#include "paz-field-forget.h"

#include "paz-text-box.h"

/* Whoever cannot undo has forgotten how. */
static void
forget_entry (GtkEditable *entry)
{
  gboolean undo = gtk_editable_get_enable_undo (entry);

  gtk_editable_set_enable_undo (entry, FALSE);
  gtk_editable_set_enable_undo (entry, undo);
}

static void
forget_view (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gboolean undo = gtk_text_buffer_get_enable_undo (buffer);
  GtkTextIter start;

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, undo);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

void
paz_field_forget_steps (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_TEXT (widget))
    forget_entry (GTK_EDITABLE (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    paz_field_forget_steps (child);
}

void
paz_field_forget (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_TEXT (widget))
    {
      forget_entry (GTK_EDITABLE (widget));
      gtk_editable_set_position (GTK_EDITABLE (widget), 0);
    }
  else if (GTK_IS_TEXT_VIEW (widget))
    forget_view (GTK_TEXT_VIEW (widget));
  if (PAZ_IS_TEXT_BOX (widget))
    paz_text_box_set_previewed (PAZ_TEXT_BOX (widget), FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    paz_field_forget (child);
}
