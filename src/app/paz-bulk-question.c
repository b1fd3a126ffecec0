#include "paz-bulk-question.h"

#include "paz-words.h"

typedef struct
{
  PazBulkPlan   *plan;
  PazBulkAnswer  answer;
  GObject       *owner;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_clear_pointer (&question->plan, paz_bulk_plan_free);
  g_object_unref (question->owner);
  g_free (question);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Question *question = data;

  if (question->plan != NULL)
    question->answer (g_steal_pointer (&question->plan), g_str_equal (response, "delete"), question->owner);
}

static char *
dup_names (PazBulkPlan *plan)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint more = plan->n_built_in - plan->built_in->len;

  for (guint i = 0; i < plan->built_in->len; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", (char *) plan->built_in->pdata[i]);
  if (more > 0)
    {
      g_autofree char *rest = paz_words_dup_count ("and %s more", "and %s more", more);

      g_string_append_printf (names, " %s", rest);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
dup_body (PazBulkPlan *plan)
{
  g_autofree char *names = dup_names (plan);
  g_autofree char *uses = paz_bulk_plan_dup_uses (plan, paz_words_get_catalogue ());
  const char *after = _("It can be undone, and stays among the deleted records.");

  return uses != NULL ? g_strdup_printf ("%s\n\n%s\n\n%s", names, uses, after)
                      : g_strdup_printf ("%s\n\n%s", names, after);
}

void
paz_bulk_question_ask (GtkWindow     *parent,
                       PazBulkPlan   *plan,
                       PazBulkAnswer  answer,
                       gpointer       owner)
{
  g_autofree char *body = dup_body (plan);
  GtkWidget *dialog = adw_message_dialog_new (parent, ngettext ("Delete a Record That Came With the Program?",
                                                                "Delete Records That Came With the Program?",
                                                                plan->n_built_in), body);
  Question *question = g_new0 (Question, 1);

  question->plan = plan;
  question->answer = answer;
  question->owner = g_object_ref (owner);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"), "delete", C_("answer", "_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
