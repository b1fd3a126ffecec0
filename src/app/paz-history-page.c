#include "paz-history-page.h"

#include "paz-accessible.h"
#include "paz-change.h"
#include "paz-page-life.h"
#include "paz-words.h"

struct _PazHistoryPage
{
  AdwBin parent_instance;

  GtkWidget *search_entry;
  GtkDropDown *person_choice;
  GtkDropDown *kind_choice;
  GtkDropDown *period_choice;
  GtkStack *pages;
  GtkListView *view;
  GtkBox *detail;
  GtkFlowBox *buttons;
  GtkLabel *status_label;

  PazStore *store;
  PazChangeList *list;
  GtkSingleSelection *selection;
  char **authors;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PazHistoryPage, paz_history_page, ADW_TYPE_BIN)

/* Days back, in the order of the choice; 0: any time, 1: since midnight. */
static const int periods[] = { 0, 1, 7, 30, 365 };

/* ---- finding ---- */

static gint64
get_from (PazHistoryPage *self)
{
  guint position = gtk_drop_down_get_selected (self->period_choice);
  int days = position < G_N_ELEMENTS (periods) ? periods[position] : 0;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight = NULL;
  g_autoptr (GDateTime) from = NULL;

  if (days == 0)
    return 0;
  midnight = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                    g_date_time_get_day_of_month (now), 0, 0, 0);
  from = g_date_time_add_days (midnight, 1 - days);

  return g_date_time_to_unix (from) * 1000;
}

static void
find (PazHistoryPage *self)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  guint person = gtk_drop_down_get_selected (self->person_choice);
  guint kind = gtk_drop_down_get_selected (self->kind_choice);
  PazHistoryFilter filter = { .from = get_from (self) };

  if (*words != '\0')
    filter.words = words;
  if (person > 0 && person <= g_strv_length (self->authors))
    filter.author = self->authors[person - 1];
  if (kind > 0 && kind != GTK_INVALID_LIST_POSITION)
    filter.kind = kinds[kind - 1]->key;
  paz_change_list_find (self->list, &filter);
}

static void
filter_changed_cb (PazHistoryPage *self)
{
  if (self->list != NULL && !self->filling)
    find (self);
}

static void
stop_search_cb (PazHistoryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
fill_persons (PazHistoryPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->person_choice);
  g_auto (GStrv) authors = paz_store_dup_authors (self->store);

  if (self->authors != NULL && g_strv_equal ((const char * const *) authors, (const char * const *) self->authors))
    return;
  gtk_string_list_append (names, C_("person", "Everybody"));
  for (guint i = 0; authors[i] != NULL; i++)
    gtk_string_list_append (names, authors[i]);
  g_clear_pointer (&self->authors, g_strfreev);
  self->authors = g_steal_pointer (&authors);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->person_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->person_choice,
                              selected <= g_strv_length (self->authors) ? selected : 0);
  self->filling = FALSE;
}

static void
fill_kinds (PazHistoryPage *self)
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

/* ---- what one change did ---- */

static void
clear_detail (PazHistoryPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->detail))) != NULL)
    gtk_box_remove (self->detail, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_flow_box_remove (self->buttons, child);
}

static void
add_button (PazHistoryPage *self,
            const char     *label,
            const char     *action,
            GVariant       *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child;

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_flow_box_append (self->buttons, button);
  /* The button alone takes the focus. */
  child = gtk_widget_get_parent (button);
  gtk_widget_set_focusable (child, FALSE);
}

static void
add_buttons (PazHistoryPage        *self,
             const PazHistoryEntry *entry)
{
  add_button (self, _("Open Record"), "win.open-record", g_variant_new_string (entry->record));
  if (paz_store_is_read_only (self->store))
    return;
  add_button (self, _("Restore as It Was Here"), "win.restore-record", g_variant_new ("(st)", entry->record, entry->step->n));
  if (!entry->step->undone)
    add_button (self, _("Take Back This Step"), "win.revert-step", g_variant_new_uint64 (entry->step->n));
}

static void
show_entries (PazHistoryPage *self,
              GPtrArray      *entries)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const PazHistoryEntry *first = g_ptr_array_index (entries, 0);
  g_autofree char *title = paz_store_dup_title (self->store, first->record, catalogue);
  g_autofree char *step = paz_store_dup_step_name (self->store, first->step, catalogue);
  g_autofree char *who = paz_change_dup_who (first->step, catalogue);
  gboolean writable = !paz_store_is_read_only (self->store) && !first->step->undone;

  gtk_box_append (self->detail, paz_change_make_label (title, "title-4"));
  gtk_box_append (self->detail, paz_change_make_label (step, NULL));
  gtk_box_append (self->detail, paz_change_make_label (who, "dim-label"));
  if (first->step->undone)
    gtk_box_append (self->detail, paz_change_make_label (C_("history", "Undone"), "warning"));
  if (first->field == NULL)
    {
      g_autofree char *what = paz_change_dup_what (first, catalogue);

      gtk_box_append (self->detail, paz_change_make_label (what, "caption-heading"));
    }
  for (guint i = 0; i < entries->len; i++)
    paz_change_append (self->detail, self->store, g_ptr_array_index (entries, i), writable);
  add_buttons (self, first);
}

static void
show_selected (PazHistoryPage *self)
{
  PazChange *change = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GPtrArray) entries = NULL;

  clear_detail (self);
  if (change == NULL)
    return;
  entries = paz_store_list_changes (self->store, paz_change_get_number (change), NULL);
  if (entries != NULL && entries->len > 0)
    show_entries (self, entries);
}

static void
found_cb (PazHistoryPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (), n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s change", "%s changes", n), number);

  gtk_label_set_label (self->status_label, text);
  gtk_stack_set_visible_child_name (self->pages, n > 0 ? "list" : "nothing");
  show_selected (self);
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_line ("heading"));
  gtk_box_append (GTK_BOX (box), make_line ("body"));
  gtk_box_append (GTK_BOX (box), make_line ("caption"));
  gtk_list_item_set_child (item, box);
}

static void
set_line (GtkWidget  *line,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (line), text != NULL ? text : "");
}

static void
show_change (PazChange *change,
             GtkWidget *box)
{
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *summary = gtk_widget_get_next_sibling (title);
  GtkWidget *row = gtk_widget_get_parent (box);
  g_autofree char *name = g_strdup_printf ("%s. %s. %s", paz_change_is_loaded (change) ? paz_change_get_title (change) : "…",
                                           paz_change_get_summary (change) != NULL ? paz_change_get_summary (change) : "",
                                           paz_change_get_who (change) != NULL ? paz_change_get_who (change) : "");

  set_line (title, paz_change_get_title (change));
  set_line (summary, paz_change_get_summary (change));
  set_line (gtk_widget_get_next_sibling (summary), paz_change_get_who (change));
  if (paz_change_is_undone (change))
    gtk_widget_add_css_class (box, "undone");
  else
    gtk_widget_remove_css_class (box, "undone");
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  PazHistoryPage *self = data;
  PazChange *change = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);

  show_change (change, box);
  g_signal_connect_object (change, "loaded", G_CALLBACK (show_change), box, 0);
  if (self->list != NULL)
    paz_change_list_load (self->list, change);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_change, gtk_list_item_get_child (item));
}

static void
row_activated_cb (PazHistoryPage *self,
                  guint           position)
{
  g_autoptr (PazChange) change = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  g_autoptr (GPtrArray) entries = NULL;

  entries = change != NULL ? paz_store_list_changes (self->store, paz_change_get_number (change), NULL) : NULL;
  if (entries != NULL && entries->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s",
                                ((PazHistoryEntry *) entries->pdata[0])->record);
}

static void
find_again_cb (GtkWidget *page)
{
  PazHistoryPage *self = PAZ_HISTORY_PAGE (page);

  fill_persons (self);
  find (self);
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_widget_grab_focus (PAZ_HISTORY_PAGE (widget)->search_entry);
}

static void
paz_history_page_dispose (GObject *object)
{
  PazHistoryPage *self = PAZ_HISTORY_PAGE (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_HISTORY_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_pointer (&self->authors, g_strfreev);

  G_OBJECT_CLASS (paz_history_page_parent_class)->dispose (object);
}

static void
paz_history_page_class_init (PazHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_history_page_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PazHistoryPage, person_choice);
  gtk_widget_class_bind_template_child (widget_class, PazHistoryPage, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, PazHistoryPage, period_choice);
  gtk_widget_class_bind_template_child (widget_class, PazHistoryPage, pages);
  gtk_widget_class_bind_template_child (widget_class, PazHistoryPage, view);
  gtk_widget_class_bind_template_child (widget_class, PazHistoryPage, detail);
  gtk_widget_class_bind_template_child (widget_class, PazHistoryPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, PazHistoryPage, status_label);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
}

static void
paz_history_page_init (PazHistoryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  paz_accessible_set_label (GTK_WIDGET (self->person_choice), _("Whose changes"));
  paz_accessible_set_label (GTK_WIDGET (self->kind_choice), _("Changes of which records"));
  paz_accessible_set_label (GTK_WIDGET (self->period_choice), _("Changes since when"));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
paz_history_page_new (PazStore *store)
{
  PazHistoryPage *self = g_object_new (PAZ_TYPE_HISTORY_PAGE, NULL);

  self->store = g_object_ref (store);
  fill_persons (self);
  fill_kinds (self);
  self->list = paz_change_list_new (store);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->list, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  paz_page_watch (GTK_WIDGET (self), store, find_again_cb);
  find (self);

  return GTK_WIDGET (self);
}

PazChangeList *
paz_history_page_get_list (PazHistoryPage *self)
{
  return self->list;
}
