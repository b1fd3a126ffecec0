#include "paz-unsaved.h"

#include "paz-words.h"

#include <adwaita.h>

typedef struct
{
  GWeakRef            widget;
  PazUnsavedCallback  callback;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_weak_ref_clear (&question->widget);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&question->widget);

  if (widget == NULL)
    return;
  if (g_str_equal (response, "save"))
    question->callback (PAZ_UNSAVED_SAVE, widget);
  else if (g_str_equal (response, "discard"))
    question->callback (PAZ_UNSAVED_DISCARD, widget);
  else
    question->callback (PAZ_UNSAVED_KEEP, widget);
}

void
paz_ask_unsaved (GtkWidget          *widget,
                 PazUnsavedCallback  callback,
                 gpointer            data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), _("Save Changes?"),
                                              _("What was changed in this form has not been saved."));
  Question *question = g_new0 (Question, 1);

  g_assert (data == widget);

  g_weak_ref_init (&question->widget, widget);
  question->callback = callback;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "keep", C_("unsaved", "_Keep Editing"),
                                    "discard", C_("unsaved", "_Discard"),
                                    "save", C_("unsaved", "_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
