#include "paz-bulk-bar.h"

#include "paz-accessible.h"
#include "paz-bulk-dialog.h"
#include "paz-bulk-menu.h"
#include "paz-bulk-question.h"
#include "paz-bulk-run.h"
#include "paz-copy-clipboard.h"
#include "paz-copy-dialog.h"
#include "paz-dialogs.h"
#include "paz-paste-clipboard.h"
#include "paz-paste-dialog.h"
#include "paz-words.h"

struct _PazBulkBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *count_label;
  GtkMenuButton *mark_button;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;

  GtkWidget *page;             /* they contain this bar */
  GtkColumnView *view;
  PazStore *store;
  const PazKind *kind;
  PazListSelection *selection;
  GSimpleActionGroup *actions;
  GtkWidget *popover;
  GtkWidget *focus;            /* where it was before the menu; weak */
  PazJob *job;                 /* of what is being done */
  gboolean choosing;           /* by check boxes */
};

G_DEFINE_FINAL_TYPE (PazBulkBar, paz_bulk_bar, GTK_TYPE_WIDGET)

static PazWindow *
get_window (PazBulkBar *self)
{
  return PAZ_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static GPtrArray *
get_ids (PazBulkBar *self)
{
  return paz_list_selection_get_ids (self->selection);
}

/* ---- menus ---- */

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       data)
{
  g_autoptr (GMenuModel) menu = paz_bulk_menu_make_rows (PAZ_BULK_BAR (data)->store, PAZ_BULK_BAR (data)->kind);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
create_marks_cb (GtkMenuButton *button,
                 gpointer       data)
{
  g_autoptr (GMenuModel) marks = paz_bulk_menu_make_marks (PAZ_BULK_BAR (data)->kind);

  gtk_menu_button_set_menu_model (button, marks);
}

/* The keys go on where they were. */
static void
closed_cb (PazBulkBar *self)
{
  if (self->focus != NULL && gtk_widget_get_root (self->focus) != NULL)
    gtk_widget_grab_focus (self->focus);
  g_clear_weak_pointer (&self->focus);
}

static void
pop_up (PazBulkBar *self,
        double      x,
        double      y)
{
  g_autoptr (GMenuModel) menu = paz_bulk_menu_make_rows (self->store, self->kind);

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (menu);
      gtk_widget_set_parent (self->popover, self->page);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), menu);
  g_set_weak_pointer (&self->focus, gtk_root_get_focus (gtk_widget_get_root (self->page)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            PazBulkBar      *self)
{
  double at_x, at_y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), self->page, x, y, &at_x, &at_y);
  pop_up (self, at_x, at_y);
}

/* From the keyboard it opens where the focus is. */
static void
menu_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  PazBulkBar *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->page));
  double x = 24, y = 60;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    gtk_widget_translate_coordinates (focus, self->page, 24, gtk_widget_get_height (focus), &x, &y);
  pop_up (self, x, y);
}

/* ---- what is being done ---- */

static void
update (PazBulkBar *self)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  guint n = paz_list_selection_get_n (self->selection);
  g_autofree char *number = paz_catalogue_dup_integer (catalogue, n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s selected", "%s selected", n), number);
  gboolean idle = self->job == NULL;
  gboolean writable = !paz_store_is_read_only (self->store) && idle;
  static const char * const needing[] = { "edit", "handling", "mark", "level", "delete" };

  gtk_label_set_text (self->count_label, text);
  gtk_revealer_set_reveal_child (self->revealer, n > 1 || self->choosing || !idle);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), !idle);
  gtk_widget_set_visible (self->stop_button, !idle);
  for (guint i = 0; i < G_N_ELEMENTS (needing); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), needing[i])),
                                 writable && n > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "copy")), idle && n > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "copy-text")), idle && n > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "paste")), writable);
}

static void
begin (PazBulkBar *self)
{
  self->job = paz_job_new ();
  paz_job_show (self->job, self->progress_bar);
  update (self);
}

static void
end (PazBulkBar *self)
{
  g_clear_pointer (&self->job, paz_job_unref);
  if (self->store != NULL)
    update (self);
}

static void
fail (PazBulkBar   *self,
      const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    paz_window_tell_error (get_window (self), error);
}

/* ---- one change for all, at once ---- */

static void
apply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazBulkBar *self = PAZ_BULK_BAR (source);
  g_autofree char *refusals = data;
  g_autoptr (GError) error = NULL;
  guint64 step;
  gboolean done = paz_bulk_apply_finish (result, &step, &error);

  end (self);
  if (self->store == NULL || get_window (self) == NULL)
    return;
  if (!done)
    fail (self, error);
  else
    paz_window_tell_step (get_window (self), step);
  if (refusals != NULL)
    paz_tell (GTK_WINDOW (get_window (self)), _("Some Records Could Not Be Changed"), refusals);
}

static void
apply_plan (PazBulkBar  *self,
            PazBulkPlan *plan)
{
  char *refusals = paz_bulk_plan_dup_refusals (plan, paz_words_get_catalogue ());

  if (plan->n_changed == 0 && refusals == NULL)
    paz_window_tell (get_window (self), _("The selected records are like this already."));
  paz_bulk_apply_async (G_OBJECT (self), self->store, plan, self->job, apply_cb, refusals);
}

static void
answered_cb (PazBulkPlan *plan,
             gboolean     yes,
             gpointer     data)
{
  PazBulkBar *self = data;

  if (yes && self->store != NULL && self->job == NULL && get_window (self) != NULL)
    {
      begin (self);
      apply_plan (self, plan);
    }
  else
    paz_bulk_plan_free (plan);
}

static void
plan_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  PazBulkBar *self = PAZ_BULK_BAR (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazBulkPlan) plan = paz_bulk_plan_finish (result, &error);

  if (plan == NULL || self->store == NULL || get_window (self) == NULL)
    {
      end (self);
      if (self->store != NULL && get_window (self) != NULL)
        fail (self, error);
      return;
    }
  if (plan->n_built_in == 0)
    {
      apply_plan (self, g_steal_pointer (&plan));
      return;
    }
  end (self);
  paz_bulk_question_ask (GTK_WINDOW (get_window (self)), g_steal_pointer (&plan), answered_cb, self);
}

static void
change_all (PazBulkBar    *self,
            PazBulkChange *change)
{
  begin (self);
  paz_bulk_plan_async (G_OBJECT (self), self->store, get_ids (self), change, self->job, plan_cb, NULL);
}

static void
mark_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  PazBulkBar *self = data;
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), "=", 2);
  const PazField *field = paz_kind_find_field (self->kind, parts[0]);

  g_return_if_fail (field != NULL && parts[1] != NULL);
  change_all (self, paz_bulk_change_new (PAZ_BULK_SET, field, g_variant_new_string (parts[1])));
}

static void
level_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  PazLevel level;

  if (paz_level_from_key (g_variant_get_string (parameter, NULL), &level))
    change_all (data, paz_bulk_change_release (level, NULL));
}

static void
delete_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  change_all (data, paz_bulk_change_new (PAZ_BULK_DELETE, NULL, NULL));
}

/* ---- dialogs ---- */

static void
edit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  PazBulkBar *self = data;
  gboolean handling = g_str_equal (g_action_get_name (G_ACTION (action)), "handling");

  gtk_window_present (GTK_WINDOW (paz_bulk_dialog_new (get_window (self), self->kind, get_ids (self), NULL, handling)));
}

static void
audience_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  gtk_window_present (GTK_WINDOW (paz_copy_dialog_new (get_window (data))));
}

static void
paste_block (PazBlock *block,
             gpointer  data)
{
  PazBulkBar *self = data;
  g_autoptr (GPtrArray) fields = NULL;
  PazPaste *settings;

  if (self->store == NULL || get_window (self) == NULL)
    return;
  if (block == NULL)
    {
      paz_window_tell (get_window (self), _("There are no cells to paste."));
      return;
    }
  fields = paz_bulk_bar_list_fields (self);
  settings = paz_paste_new (block, self->kind, NULL, paz_words_get_language (),
                            (const PazField * const *) fields->pdata, fields->len - 1);
  gtk_window_present (GTK_WINDOW (paz_paste_dialog_new (GTK_WINDOW (get_window (self)), self->store, settings)));
}

static void
paste_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  paz_paste_read_clipboard (gtk_widget_get_clipboard (GTK_WIDGET (data)), paste_block, G_OBJECT (data));
}

/* ---- copying ---- */

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  PazBulkBar *self = PAZ_BULK_BAR (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazCopied) copied = paz_copy_finish (result, &error);
  g_autofree char *sentence = NULL;

  end (self);
  if (self->store == NULL || get_window (self) == NULL)
    return;
  if (copied == NULL)
    {
      fail (self, error);
      return;
    }
  paz_copy_put (copied, gtk_widget_get_clipboard (GTK_WIDGET (self)));
  sentence = paz_copy_dup_sentence (copied);
  paz_window_tell (get_window (self), sentence);
}

static void
copy (PazBulkBar *self,
      gboolean    as_cells)
{
  g_autoptr (GPtrArray) fields = paz_bulk_bar_list_fields (self);

  if (self->job != NULL || paz_list_selection_get_n (self->selection) == 0)
    return;
  begin (self);
  paz_copy_async (G_OBJECT (self), self->store, self->kind, get_ids (self), fields,
                  paz_copy_get_audience (self->store), as_cells, paz_job_get_cancellable (self->job), copied_cb, NULL);
}

static void
chosen_cells_cb (PazBulkBar *self)
{
  copy (self, TRUE);
}

static void
chosen_words_cb (PazBulkBar *self)
{
  copy (self, FALSE);
}

/* For whom is asked the first time. */
static void
copy_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  PazBulkBar *self = data;
  gboolean as_cells = g_str_equal (g_action_get_name (G_ACTION (action)), "copy");
  GtkWidget *dialog;

  if (paz_copy_get_audience (self->store) != NULL)
    {
      copy (self, as_cells);
      return;
    }
  dialog = paz_copy_dialog_new (get_window (self));
  g_signal_connect_object (dialog, "chosen", as_cells ? G_CALLBACK (chosen_cells_cb) : G_CALLBACK (chosen_words_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- selecting ---- */

static void
select_all_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  gtk_selection_model_select_all (paz_list_selection_get_model (PAZ_BULK_BAR (data)->selection));
}

static void
clear_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  gtk_selection_model_unselect_all (paz_list_selection_get_model (PAZ_BULK_BAR (data)->selection));
}

static void
stop_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  PazBulkBar *self = data;

  if (self->job != NULL)
    g_cancellable_cancel (paz_job_get_cancellable (self->job));
}

static const GActionEntry entries[] = {
  { "edit", edit_action },
  { "handling", edit_action },
  { "mark", mark_action, "s" },
  { "level", level_action, "s" },
  { "delete", delete_action },
  { "copy", copy_action },
  { "copy-text", copy_action },
  { "audience", audience_action },
  { "paste", paste_action },
  { "select-all", select_all_action },
  { "clear", clear_action },
  { "stop", stop_action },
  { "menu", menu_action },
};

/* ---- keys ---- */

static void
add_key (GtkEventController *controller,
         const char         *keys,
         const char         *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                                          gtk_named_action_new (action)));
}

/* Keys belong to the table: in the search entry they are the entry's. The view would answer Ctrl+A
 * itself by fetching every row. */
static void
add_keys (PazBulkBar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *page_keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  add_key (keys, "<Control>c", "bulk.copy");
  add_key (keys, "<Control><Shift>c", "bulk.copy-text");
  add_key (keys, "<Control>a", "bulk.select-all");
  add_key (keys, "<Control>Return", "bulk.edit");
  add_key (keys, "<Shift>F10|Menu", "bulk.menu");
  add_key (keys, "Escape", "bulk.clear");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  add_key (page_keys, "<Control>v", "bulk.paste");
  gtk_widget_add_controller (self->page, page_keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

static void
page_gone_cb (PazBulkBar *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
paz_bulk_bar_dispose (GObject *object)
{
  PazBulkBar *self = PAZ_BULK_BAR (object);
  GtkWidget *child;

  if (self->job != NULL)
    g_cancellable_cancel (paz_job_get_cancellable (self->job));
  g_clear_weak_pointer (&self->focus);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->job, paz_job_unref);
  g_clear_object (&self->actions);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_BULK_BAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (paz_bulk_bar_parent_class)->dispose (object);
}

static void
paz_bulk_bar_class_init (PazBulkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_bulk_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/bulk-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PazBulkBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, PazBulkBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, PazBulkBar, mark_button);
  gtk_widget_class_bind_template_child (widget_class, PazBulkBar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PazBulkBar, stop_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
paz_bulk_bar_init (PazBulkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

void
paz_bulk_bar_bind (PazBulkBar       *self,
                   GtkWidget        *page,
                   GtkColumnView    *view,
                   GtkMenuButton    *menu_button,
                   PazStore         *store,
                   const PazKind    *kind,
                   PazListSelection *selection)
{
  self->page = page;
  self->view = view;
  self->store = g_object_ref (store);
  self->kind = kind;
  self->selection = g_object_ref (selection);
  gtk_widget_insert_action_group (page, "bulk", G_ACTION_GROUP (self->actions));
  gtk_menu_button_set_create_popup_func (self->mark_button, create_marks_cb, self, NULL);
  paz_accessible_set_label (GTK_WIDGET (self->mark_button), C_("action", "Mark"));
  gtk_menu_button_set_create_popup_func (menu_button, create_menu_cb, self, NULL);
  g_signal_connect_object (selection, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "unrealize", G_CALLBACK (page_gone_cb), self, G_CONNECT_SWAPPED);
  add_keys (self);
  update (self);
}

GPtrArray *
paz_bulk_bar_list_fields (PazBulkBar *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const PazField *field = g_object_get_data (G_OBJECT (column), "field");

      if (field != NULL && gtk_column_view_column_get_visible (column) &&
          (field->flags & (PAZ_FIELD_LOCAL | PAZ_FIELD_HIDDEN)) == 0)
        g_ptr_array_add (fields, (gpointer) field);
    }
  g_ptr_array_add (fields, NULL);

  return fields;
}

void
paz_bulk_bar_set_choosing (PazBulkBar *self,
                           gboolean    choosing)
{
  self->choosing = choosing;
  update (self);
}

gboolean
paz_bulk_bar_is_idle (PazBulkBar *self)
{
  return self->job == NULL;
}
