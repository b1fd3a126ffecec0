#include "paz-list-page.h"

#include "paz-accessible.h"
#include "paz-bulk-bar.h"
#include "paz-list-arrange.h"
#include "paz-list-checks.h"
#include "paz-list-growth.h"
#include "paz-list-selection.h"
#include "paz-role.h"
#include "paz-tip.h"
#include "paz-window.h"
#include "paz-words.h"
#include "store/paz-record-list.h"

struct _PazListPage
{
  GtkWidget parent_instance;

  GtkEditable *search_entry;
  GtkEventController *search_steps;   /* undo and redo of the window while the entry is empty */
  GtkWidget *bar;
  GtkMenuButton *filter_button;
  GtkMenuButton *saved_button;
  GtkMenuButton *options_button;
  GtkLabel *filter_count;
  GtkToggleButton *select_button;
  GtkWidget *delete_button;
  GtkMenuButton *rows_button;
  GtkButton *new_button;
  PazBulkBar *bulk_bar;
  GtkWidget *notice;         /* what of a filter could not be read */
  GtkLabel *notice_label;
  GtkStack *states;
  GtkColumnView *view;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  GtkLabel *count_label;

  PazStore *store;
  const PazKind *kind;
  PazListArrange *arrange;
  PazListFilter *filter;       /* of the arrangement */
  PazRecordList *records;
  PazListSelection *selection;
  PazListGrowth *growth;
};

G_DEFINE_FINAL_TYPE (PazListPage, paz_list_page, GTK_TYPE_WIDGET)

static PazWindow *
get_window (PazListPage *self)
{
  return PAZ_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
is_narrowed (PazListPage *self)
{
  return gtk_editable_get_text (self->search_entry)[0] != '\0' ||
         paz_list_filter_count (self->filter) > 0;
}

static char *
dup_count_text (PazListPage *self,
                guint        shown)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  guint all = paz_store_count (self->store, self->kind);
  g_autofree char *shown_text = paz_catalogue_dup_integer (catalogue, shown);
  g_autofree char *all_text = paz_catalogue_dup_integer (catalogue, all);

  if (is_narrowed (self))
    return g_strdup_printf (ngettext ("%s of %s record", "%s of %s records", all), shown_text, all_text);

  return g_strdup_printf (ngettext ("%s record", "%s records", shown), shown_text);
}

/* The count is read with the table, and told when it changes. */
static void
tell_count (PazListPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->records));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) n,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->count_label, NULL, -1);
}

static void
update_count (PazListPage *self)
{
  guint selected = paz_list_selection_get_n (self->selection);
  g_autofree char *text = dup_count_text (self, paz_record_list_get_n_records (self->records));
  g_autofree char *number = NULL;
  g_autofree char *both = NULL;

  tell_count (self);
  if (selected < 2)
    {
      gtk_label_set_label (self->count_label, text);
      return;
    }

  number = paz_catalogue_dup_integer (paz_words_get_catalogue (), selected);
  /* Translators: "38 records · 3 selected" */
  both = g_strdup_printf (ngettext ("%s · %s selected", "%s · %s selected", selected), text, number);
  gtk_label_set_label (self->count_label, both);
}

static void
update_state (PazListPage *self)
{
  gboolean pending;
  const char *state = "records";

  g_object_get (self->records, "pending", &pending, NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->records)) == 0)
    {
      if (pending)
        state = gtk_stack_get_visible_child_name (self->states);
      else
        state = is_narrowed (self) ? "nothing" : "empty";
    }

  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), !g_str_equal (state, "empty"));
  update_count (self);
}

static void
update_actions (PazListPage *self)
{
  gboolean writable = !paz_store_is_read_only (self->store);
  guint n = paz_list_selection_get_n (self->selection);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.delete", writable && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.open", n == 1);
}

static PazQuery *
make_query (PazListPage *self)
{
  PazQuery *query = paz_query_new (self->kind);

  paz_query_set_language (query, paz_words_get_language ());
  paz_list_arrange_apply (self->arrange, query);

  return query;
}

static void
find_again (PazListPage *self)
{
  g_autoptr (PazQuery) query = make_query (self);

  paz_record_list_set_query (self->records, query);
}

/* The entry takes the keys of undo even when it has nothing to undo. */
static void
search_typed_cb (PazListPage *self)
{
  const char *words = gtk_editable_get_text (self->search_entry);
  gboolean empty = *words == '\0';

  paz_list_filter_set_words (self->filter, words);
  gtk_event_controller_set_propagation_phase (self->search_steps,
                                              empty ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
}

static void
search_changed_cb (PazListPage *self)
{
  find_again (self);
}

static void
search_activate_cb (PazListPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
stop_search_cb (PazListPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

/* The words of a filter that was chosen. */
static void
show_words (PazListPage *self)
{
  const char *held = paz_list_filter_get (self->filter)->words;
  g_autofree char *words = g_strdup (held != NULL ? held : "");

  if (g_strcmp0 (words, gtk_editable_get_text (self->search_entry)) != 0)
    gtk_editable_set_text (self->search_entry, words);
}

static void
arranged_cb (PazListPage *self)
{
  guint n = paz_list_filter_count (self->filter);
  g_autofree char *text = paz_catalogue_dup_integer (paz_words_get_catalogue (), n);

  gtk_label_set_label (self->filter_count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_count), n > 0);
  show_words (self);
  find_again (self);
}

static void
open_position (PazListPage *self,
               guint        position)
{
  const char *id = paz_record_list_get_id (self->records, position);

  if (id != NULL)
    paz_window_open_id (get_window (self), id);
}

static void
activate_cb (PazListPage *self,
             guint        position)
{
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->records)))
    return;
  if (!paz_list_arrange_activate (self->arrange, position))
    open_position (self, position);
}

static void
selection_changed_cb (PazListPage *self)
{
  update_state (self);
  update_actions (self);
}

/* Rows are chosen by check boxes while it is down. */
static void
select_toggled_cb (PazListPage *self)
{
  gboolean choosing = gtk_toggle_button_get_active (self->select_button);
  g_autoptr (GtkColumnViewColumn) checks = choosing ? paz_list_checks_new (self->selection) : NULL;

  paz_list_arrange_set_lead (self->arrange, checks);
  paz_bulk_bar_set_choosing (self->bulk_bar, choosing);
  if (!choosing)
    gtk_selection_model_unselect_all (paz_list_selection_get_model (self->selection));
}

/* As Ctrl and Space do always. */
static gboolean
choose_key_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   data)
{
  PazListPage *self = PAZ_LIST_PAGE (data);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return gtk_toggle_button_get_active (self->select_button) && focus != NULL &&
         gtk_widget_activate_action (focus, "listitem.select", "(bb)", TRUE, FALSE);
}

static void
select_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  GtkToggleButton *button = PAZ_LIST_PAGE (widget)->select_button;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  PazListPage *self = PAZ_LIST_PAGE (widget);
  g_autoptr (PazRecord) record = paz_role_create_record (self->store, self->kind, NULL);

  paz_window_open_record (get_window (self), record);
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PAZ_LIST_PAGE (widget)->search_entry));
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PazListPage *self = PAZ_LIST_PAGE (widget);

  if (paz_list_selection_get_n (self->selection) == 1)
    paz_window_open_id (get_window (self), g_ptr_array_index (paz_list_selection_get_ids (self->selection), 0));
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  PazListPage *self = PAZ_LIST_PAGE (widget);

  gtk_editable_set_text (self->search_entry, "");
  paz_list_filter_set (self->filter, NULL);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "bulk.delete", NULL);
}

static void
close_notice_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  gtk_widget_set_visible (PAZ_LIST_PAGE (widget)->notice, FALSE);
}

static void
paz_list_page_map (GtkWidget *widget)
{
  PazListPage *self = PAZ_LIST_PAGE (widget);

  paz_record_list_set_asleep (self->records, FALSE);
  update_state (self);
  paz_list_growth_set_asleep (self->growth, FALSE);
  GTK_WIDGET_CLASS (paz_list_page_parent_class)->map (widget);
}

static void
paz_list_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (paz_list_page_parent_class)->unmap (widget);
  if (PAZ_LIST_PAGE (widget)->records == NULL)
    return;
  paz_record_list_set_asleep (PAZ_LIST_PAGE (widget)->records, TRUE);
  paz_list_growth_set_asleep (PAZ_LIST_PAGE (widget)->growth, TRUE);
}

static void
paz_list_page_dispose (GObject *object)
{
  PazListPage *self = PAZ_LIST_PAGE (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_LIST_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->growth);
  g_clear_object (&self->arrange);
  g_clear_object (&self->selection);
  g_clear_object (&self->records);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_list_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PAZ_TYPE_BULK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazListPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, search_steps);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, saved_button);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, options_button);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, filter_count);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, select_button);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, delete_button);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, rows_button);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, bulk_bar);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, notice);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, states);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, view);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, PazListPage, count_label);
  gtk_widget_class_bind_template_callback (widget_class, search_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
paz_list_page_class_init (PazListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_list_page_dispose;
  widget_class->map = paz_list_page_map;
  widget_class->unmap = paz_list_page_unmap;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "page.select", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "page.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "page.close-notice", NULL, close_notice_action);
}

/* Not in the template, which would ask the display for each of them. */
static void
set_tips (PazListPage *self)
{
  paz_tip_set (GTK_WIDGET (self->filter_button), _("Filter: show only some of the records"));
  paz_tip_set (GTK_WIDGET (self->saved_button), _("Saved filters"));
  paz_tip_set (GTK_WIDGET (self->options_button), _("Columns, order and groups"));
  paz_tip_set (GTK_WIDGET (self->select_button), _("Choose rows with check boxes"));
  paz_tip_set (self->delete_button, C_("action", "Delete"));
  paz_tip_set (GTK_WIDGET (self->rows_button), _("Copy, paste and change rows"));
}

static void
paz_list_page_init (PazListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_tips (self);
  paz_accessible_set_label (GTK_WIDGET (self->filter_button), C_("action", "Filter"));
}

/* Delete belongs to the table: in the search entry it deletes a letter. */
static void
add_delete_key (PazListPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_named_action_new ("page.delete")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
add_choose_key (PazListPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                          gtk_callback_action_new (choose_key_cb, self, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
set_up_arrangement (PazListPage *self)
{
  self->arrange = paz_list_arrange_new (GTK_WIDGET (self), self->view, self->store, self->kind);
  self->filter = paz_list_arrange_get_filter (self->arrange);
  gtk_widget_insert_after (GTK_WIDGET (self->filter), GTK_WIDGET (self), self->bar);
  paz_list_arrange_set_buttons (self->arrange, self->filter_button, self->saved_button, self->options_button);
  g_signal_connect_object (self->arrange, "changed",
                           G_CALLBACK (arranged_cb), self, G_CONNECT_SWAPPED);
}

static void
set_up_words (PazListPage *self)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const PazKindPhrases *phrases = &self->kind->phrases;
  const char *add = paz_catalogue_text (catalogue, phrases->add);

  gtk_button_set_label (self->new_button, add);
  gtk_button_set_label (self->empty_button, add);
  adw_status_page_set_icon_name (self->empty_page, self->kind->icon_name);
  adw_status_page_set_title (self->empty_page, paz_catalogue_text (catalogue, phrases->empty));
  adw_status_page_set_description (self->empty_page, paz_catalogue_text (catalogue, phrases->empty_hint));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  paz_catalogue_text (catalogue, phrases->plural), -1);
}

static void
set_up_records (PazListPage *self)
{
  g_autoptr (PazQuery) query = make_query (self);

  self->records = paz_record_list_new (self->store, query);
  self->selection = paz_list_selection_new (self->records, paz_list_growth_get_n_first ());
  self->growth = paz_list_growth_new (self->view, paz_list_selection_get_rows (self->selection));
  g_signal_connect_object (self->selection, "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records, "notify::pending",
                           G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  paz_list_arrange_set_records (self->arrange, self->records);
  gtk_column_view_set_model (self->view, paz_list_selection_get_model (self->selection));
}

GtkWidget *
paz_list_page_new (PazStore      *store,
                   const PazKind *kind)
{
  PazListPage *self = g_object_new (PAZ_TYPE_LIST_PAGE, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  set_up_words (self);
  set_up_arrangement (self);
  set_up_records (self);
  paz_bulk_bar_bind (self->bulk_bar, GTK_WIDGET (self), self->view, self->rows_button, store, kind, self->selection);
  add_delete_key (self);
  add_choose_key (self);
  update_state (self);
  update_actions (self);

  return GTK_WIDGET (self);
}

const PazKind *
paz_list_page_get_kind (PazListPage *self)
{
  return self->kind;
}

GListModel *
paz_list_page_get_records (PazListPage *self)
{
  return G_LIST_MODEL (self->records);
}

/* A list that shows more than was asked for says so. */
static void
tell_unread (PazListPage *self,
             GPtrArray   *unread)
{
  g_autofree char *conditions = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->notice, unread->len > 0);
  if (unread->len == 0)
    return;
  g_ptr_array_add (unread, NULL);
  conditions = g_strjoinv (", ", (char **) unread->pdata);
  /* Translators: %s are conditions as they were written, such as: due before yesterday. */
  text = g_strdup_printf (ngettext ("A condition could not be read, so the list is not narrowed by it: %s",
                                    "Some conditions could not be read, so the list is not narrowed by them: %s",
                                    unread->len - 1), conditions);
  gtk_label_set_label (self->notice_label, text);
}

void
paz_list_page_show (PazListPage        *self,
                    const char * const *conditions)
{
  g_autoptr (PazFilter) filter = NULL;
  g_autoptr (GPtrArray) unread = g_ptr_array_new ();

  g_return_if_fail (PAZ_IS_LIST_PAGE (self));

  filter = paz_filter_new (self->kind, NULL);
  for (; *conditions != NULL; conditions++)
    {
      PazCondition *condition = paz_condition_parse (self->kind, *conditions);

      if (condition != NULL)
        paz_filter_add (filter, condition);
      else
        g_ptr_array_add (unread, (gpointer) *conditions);
    }
  paz_list_filter_set (self->filter, filter);
  tell_unread (self, unread);
}
