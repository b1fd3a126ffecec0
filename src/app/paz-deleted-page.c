#include "paz-deleted-page.h"

#include "paz-accessible.h"
#include "paz-change.h"
#include "paz-page-life.h"
#include "paz-view.h"
#include "paz-words.h"

/* One of the list; its words are made when it is shown. */
#define PAZ_TYPE_DELETED (paz_deleted_get_type ())
G_DECLARE_FINAL_TYPE (PazDeleted, paz_deleted, PAZ, DELETED, GObject)

struct _PazDeleted
{
  GObject parent_instance;

  PazDeletion *deletion;
};

G_DEFINE_FINAL_TYPE (PazDeleted, paz_deleted, G_TYPE_OBJECT)

struct _PazDeletedPage
{
  AdwBin parent_instance;

  GtkWidget *search_entry;
  GtkDropDown *kind_choice;
  GtkWidget *back_button;
  GtkStack *pages;
  GtkListView *view;
  GtkLabel *status_label;

  PazStore *store;
  PazView *reading;
  GListStore *list;
  GtkSelectionModel *selection;
  GCancellable *cancellable;
  gboolean filling;
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (PazDeletedPage, paz_deleted_page, ADW_TYPE_BIN)

static void
paz_deleted_finalize (GObject *object)
{
  g_clear_pointer (&PAZ_DELETED (object)->deletion, paz_deletion_free);

  G_OBJECT_CLASS (paz_deleted_parent_class)->finalize (object);
}

static void
paz_deleted_class_init (PazDeletedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_deleted_finalize;
}

static void
paz_deleted_init (PazDeleted *self)
{
}

/* ---- finding, in a worker ---- */

typedef struct
{
  PazView       *reading;
  const PazKind *kind;
  char          *words;
} Finding;

static void
finding_free (Finding *finding)
{
  paz_view_unref (finding->reading);
  g_free (finding->words);
  g_free (finding);
}

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Finding *finding = data;
  GError *error = NULL;
  PazStore *store = paz_view_lock (finding->reading, &error);
  GPtrArray *deletions = NULL;

  if (store != NULL)
    deletions = paz_store_list_deleted (store, finding->kind, finding->words, cancellable, &error);
  paz_view_unlock (finding->reading);
  if (deletions != NULL)
    g_task_return_pointer (task, deletions, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
update_button (PazDeletedPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.bring-back",
                                 !gtk_bitset_is_empty (selected) && !paz_store_is_read_only (self->store));
}

static void
show_deletions (PazDeletedPage *self,
                GPtrArray      *deletions)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = deletions->len;
  g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (), n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s deleted record", "%s deleted records", n), number);

  while (deletions->len > 0)
    {
      PazDeleted *item = g_object_new (PAZ_TYPE_DELETED, NULL);

      item->deletion = g_ptr_array_steal_index (deletions, deletions->len - 1);
      g_ptr_array_insert (items, 0, item);
    }
  g_list_store_remove_all (self->list);
  g_list_store_splice (self->list, 0, 0, items->pdata, items->len);
  gtk_label_set_label (self->status_label, text);
  gtk_stack_set_visible_child_name (self->pages, n > 0 ? "list" : "nothing");
  update_button (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazDeletedPage *self = PAZ_DELETED_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deletions = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  self->ready = TRUE;
  if (deletions != NULL)
    show_deletions (self, deletions);
  else
    g_message ("Deleted records: %s", error->message);
}

static void
find (PazDeletedPage *self)
{
  g_autoptr (GTask) task = NULL;
  const PazKind * const *kinds = paz_kind_list (NULL);
  guint kind = gtk_drop_down_get_selected (self->kind_choice);
  Finding *finding = g_new0 (Finding, 1);

  finding->reading = paz_view_ref (self->reading);
  finding->kind = kind > 0 && kind != GTK_INVALID_LIST_POSITION ? kinds[kind - 1] : NULL;
  finding->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->ready = FALSE;
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_task_data (task, finding, (GDestroyNotify) finding_free);
  g_task_run_in_thread (task, find_thread);
}

static void
find_again_cb (GtkWidget *page)
{
  find (PAZ_DELETED_PAGE (page));
}

static void
filter_changed_cb (PazDeletedPage *self)
{
  if (self->reading != NULL && !self->filling)
    find (self);
}

static void
stop_search_cb (PazDeletedPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
fill_kinds (PazDeletedPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const PazKind * const *kinds = paz_kind_list (NULL);

  gtk_string_list_append (names, C_("kind", "All Records"));
  for (guint i = 0; kinds[i] != NULL; i++)
    gtk_string_list_append (names, paz_catalogue_text (paz_words_get_catalogue (), kinds[i]->phrases.plural));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (names));
  self->filling = FALSE;
}

/* ---- rows ---- */

static GtkWidget *
make_line (const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (words), make_line ("heading"));
  gtk_box_append (GTK_BOX (words), make_line ("caption"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  PazDeletedPage *self = data;
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const PazDeletion *deletion = PAZ_DELETED (gtk_list_item_get_item (item))->deletion;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (image));
  g_autofree char *name = paz_store_dup_title (self->store, deletion->record, catalogue);
  const char *kind = paz_catalogue_text (catalogue, deletion->kind->phrases.singular);
  g_autofree char *who = deletion->step != NULL ? paz_change_dup_who (deletion->step, catalogue) : g_strdup ("");
  g_autofree char *below = g_strdup_printf ("%s · %s", kind, who);
  g_autofree char *said = g_strdup_printf ("%s, %s", name, below);
  GtkWidget *row = gtk_widget_get_parent (box);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), deletion->kind->icon_name);
  gtk_label_set_text (GTK_LABEL (title), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), below);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
row_activated_cb (PazDeletedPage *self,
                  guint           position)
{
  g_autoptr (PazDeleted) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL && !paz_store_is_read_only (self->store))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.bring-back",
                                        g_variant_new_strv ((const char * const *) &item->deletion->record, 1));
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  PazDeletedPage *self = PAZ_DELETED_PAGE (widget);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (GVariantBuilder) ids = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (PazDeleted) item = g_list_model_get_item (G_LIST_MODEL (self->list), gtk_bitset_get_nth (selected, i));

      if (item != NULL)
        g_variant_builder_add (ids, "s", item->deletion->record);
    }
  gtk_widget_activate_action_variant (widget, "win.bring-back", g_variant_builder_end (ids));
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_widget_grab_focus (PAZ_DELETED_PAGE (widget)->search_entry);
}

static void
paz_deleted_page_dispose (GObject *object)
{
  PazDeletedPage *self = PAZ_DELETED_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_DELETED_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_pointer (&self->reading, paz_view_unref);

  G_OBJECT_CLASS (paz_deleted_page_parent_class)->dispose (object);
}

static void
paz_deleted_page_class_init (PazDeletedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_deleted_page_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/deleted-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazDeletedPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PazDeletedPage, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, PazDeletedPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, PazDeletedPage, pages);
  gtk_widget_class_bind_template_child (widget_class, PazDeletedPage, view);
  gtk_widget_class_bind_template_child (widget_class, PazDeletedPage, status_label);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.bring-back", NULL, bring_back_action);
}

static void
paz_deleted_page_init (PazDeletedPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  paz_accessible_set_label (GTK_WIDGET (self->kind_choice), _("Which deleted records"));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
paz_deleted_page_new (PazStore *store)
{
  PazDeletedPage *self = g_object_new (PAZ_TYPE_DELETED_PAGE, NULL);

  self->store = g_object_ref (store);
  fill_kinds (self);
  self->reading = paz_view_new (store);
  self->list = g_list_store_new (PAZ_TYPE_DELETED);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->list))));
  gtk_list_view_set_model (self->view, self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  paz_page_watch (GTK_WIDGET (self), store, find_again_cb);
  update_button (self);
  find (self);

  return GTK_WIDGET (self);
}

gboolean
paz_deleted_page_is_ready (PazDeletedPage *self)
{
  return self->ready;
}

GListModel *
paz_deleted_page_get_list (PazDeletedPage *self)
{
  return G_LIST_MODEL (self->list);
}
