#include "paz-field-pick.h"

#include "paz-child-dialog.h"
#include "paz-picker.h"
#include "paz-words.h"

/* What was typed begins the name of the new record. */
static void
begin_name (PazStore   *store,
            PazRecord  *record,
            const char *words)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; kind->title_fields[i] != NULL; i++)
    {
      const PazField *field = paz_kind_find_field (kind, kind->title_fields[i]);
      g_autoptr (PazTrilingual) text = NULL;
      g_autofree char *key = NULL;

      if (field->type == PAZ_VALUE_TEXT && kind->title_fields[i + 1] == NULL)
        {
          paz_record_set_value (record, field, g_variant_new_string (words));
          return;
        }
      if (field->type != PAZ_VALUE_TRILINGUAL)
        continue;
      text = paz_trilingual_new ();
      key = paz_store_make_text_key (store);
      paz_trilingual_set_text (text, paz_words_get_language (), words, key);
      paz_record_set_value (record, field, paz_trilingual_to_value (text));
      return;
    }
}

/* The new record is a step of its own: it stays when the form it was needed in is given up. */
static void
accepted_cb (PazFieldEditor *editor,
             PazRecord      *record)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *picker = g_object_get_data (G_OBJECT (editor), "picker");

  paz_edit_put (edit, record);
  if (!paz_store_apply (paz_field_editor_get_store (editor), edit, NULL, NULL, NULL, NULL, &error))
    {
      g_warning ("Could not save the new record: %s", error->message);
      return;
    }
  g_signal_emit_by_name (picker, "picked", paz_record_get_id (record));
}

static void
create_cb (PazFieldEditor *editor,
           const char     *words)
{
  PazStore *store = paz_field_editor_get_store (editor);
  const PazKind *kind = paz_kind_find (paz_field_editor_get_field (editor)->target);
  g_autoptr (PazRecord) record = paz_store_create_record (store, kind, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (editor));
  GtkWidget *dialog;

  begin_name (store, record, words);
  dialog = paz_child_dialog_new (store, record);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), editor, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
can_create (const PazField *field)
{
  const PazKind *target = field->target != NULL ? paz_kind_find (field->target) : NULL;

  return target != NULL && target->parent == NULL;
}

GtkWidget *
paz_field_pick_make_picker (gpointer data)
{
  PazFieldEditor *editor = data;
  const PazField *field = paz_field_editor_get_field (editor);
  GtkWidget *picker = paz_picker_new (paz_field_editor_get_store (editor),
                                      paz_field_editor_get_kind (editor), field);

  if (can_create (field) && !paz_store_is_read_only (paz_field_editor_get_store (editor)))
    {
      g_object_set_data (G_OBJECT (editor), "picker", picker);
      g_signal_connect_object (picker, "create", G_CALLBACK (create_cb), editor, G_CONNECT_SWAPPED);
    }

  return picker;
}

char *
paz_field_pick_dup_title (const char *id,
                          gpointer    data)
{
  PazFieldEditor *editor = data;

  return paz_pick_dup_title (paz_field_editor_get_store (editor),
                             paz_field_editor_get_kind (editor),
                             paz_field_editor_get_field (editor), id);
}
