#include "paz-list-saved.h"

#include "paz-words.h"

/* Targets: "" all records, "=2" the third that every copy offers, "+Name" one that is kept. */

static void
add_item (GMenu      *menu,
          const char *label,
          const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);   /* an underscore would be a mnemonic */

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target (item, "arrange.use-filter", "s", target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_offered (const PazKind *kind)
{
  g_autoptr (GPtrArray) filters = paz_filter_list_built_in (kind);
  GMenu *menu = g_menu_new ();

  add_item (menu, C_("filter", "All Records"), "");
  for (guint i = 0; i < filters->len; i++)
    {
      const PazFilter *filter = g_ptr_array_index (filters, i);
      g_autofree char *target = g_strdup_printf ("=%u", i);

      add_item (menu, paz_catalogue_ptext (paz_words_get_catalogue (), "filter", filter->name), target);
    }

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_kept (PazStore      *store,
           const PazKind *kind)
{
  g_autoptr (GPtrArray) filters = paz_store_list_filters (store, kind);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < filters->len; i++)
    {
      const PazFilter *filter = g_ptr_array_index (filters, i);
      g_autofree char *target = g_strconcat ("+", filter->name, NULL);

      add_item (menu, filter->name, target);
    }

  return G_MENU_MODEL (menu);
}

GMenuModel *
paz_list_saved_make_menu (PazStore        *store,
                          const PazFilter *present)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) offered = make_offered (present->kind);
  g_autoptr (GMenuModel) kept = make_kept (store, present->kind);
  g_autoptr (GMenu) change = g_menu_new ();

  g_menu_append (change, C_("filter", "Save Filter…"), "arrange.save-filter");
  g_menu_append (change, C_("filter", "Rename Filter…"), "arrange.rename-filter");
  g_menu_append (change, C_("filter", "Delete Filter"), "arrange.delete-filter");
  g_menu_append_section (menu, NULL, offered);
  if (g_menu_model_get_n_items (kept) > 0)
    g_menu_append_section (menu, C_("filter", "Saved"), kept);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));

  return G_MENU_MODEL (menu);
}

PazFilter *
paz_list_saved_find (PazStore      *store,
                     const PazKind *kind,
                     const char    *target)
{
  gboolean is_kept = *target == '+';
  g_autoptr (GPtrArray) filters = is_kept ? paz_store_list_filters (store, kind) : paz_filter_list_built_in (kind);
  guint64 n;

  if (is_kept)
    {
      for (guint i = 0; i < filters->len; i++)
        if (g_str_equal (((PazFilter *) g_ptr_array_index (filters, i))->name, target + 1))
          return paz_filter_copy (g_ptr_array_index (filters, i));
      return NULL;
    }
  if (*target != '=')
    return NULL;
  n = g_ascii_strtoull (target + 1, NULL, 10);

  return n < filters->len ? paz_filter_copy (g_ptr_array_index (filters, n)) : NULL;
}

PazFilter *
paz_list_saved_match (PazStore        *store,
                      const PazFilter *present)
{
  g_autoptr (GPtrArray) filters = paz_store_list_filters (store, present->kind);

  for (guint i = 0; !paz_filter_is_empty (present) && i < filters->len; i++)
    if (paz_filter_equal (g_ptr_array_index (filters, i), present))
      return paz_filter_copy (g_ptr_array_index (filters, i));

  return NULL;
}

/* ---- a name ---- */

typedef struct
{
  GtkWidget *entry;
  PazNameFunc func;
  gpointer data;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry))));

  if (g_str_equal (response, "save") && *name != '\0')
    question->func (name, question->data);
}

static void
typed_cb (AdwMessageDialog *dialog,
          GtkEditable      *entry)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "save", *name != '\0');
}

void
paz_list_saved_ask_name (GtkWidget   *owner,
                         const char  *heading,
                         const char  *name,
                         PazNameFunc  func,
                         gpointer     data)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), heading, NULL);
  GtkWidget *entry = gtk_entry_new ();
  Question *question = g_new0 (Question, 1);

  question->entry = entry;
  question->func = func;
  question->data = data;
  gtk_editable_set_text (GTK_EDITABLE (entry), name != NULL ? name : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("filter", "Name"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  g_signal_connect_object (owner, "unrealize", G_CALLBACK (gtk_window_destroy), dialog, G_CONNECT_SWAPPED);
  typed_cb (ADW_MESSAGE_DIALOG (dialog), GTK_EDITABLE (entry));
  gtk_window_present (GTK_WINDOW (dialog));
}
