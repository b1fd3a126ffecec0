#include "paz-bulk-dialog.h"

#include "paz-bulk-run.h"
#include "paz-chip-box.h"
#include "paz-field-editor.h"
#include "paz-field-row.h"
#include "paz-words.h"

#include "table/paz-paste.h"

struct _PazBulkDialog
{
  AdwWindow parent_instance;

  GtkStack *states;
  GtkLabel *heading;
  GtkWidget *field_label;
  GtkDropDown *field_list;
  GtkWidget *way_label;
  GtkDropDown *way_list;
  GtkWidget *way_box;
  AdwBin *place;
  GtkWidget *handling_box;
  GtkWidget *level_label;
  GtkDropDown *level_list;
  GtkLabel *release_label;
  AdwBin *release_place;
  GtkWidget *release_box;
  GtkLabel *changed_label;
  GtkLabel *same_label;
  GtkLabel *refused_label;
  GtkProgressBar *progress_bar;

  PazWindow *window;         /* it outlives its modal dialog */
  PazStore *store;
  const PazKind *kind;
  GPtrArray *ids;
  GPtrArray *fields;         /* PazField of the list; NULL is the handling */
  PazRecord *scratch;
  PazFieldRow *row;
  GtkWidget *release;        /* a PazChipBox */
  PazBulkPlan *plan;
  PazJob *job;
  guint look_source;
  gboolean touched;          /* the person said what it shall be: nobody empties 200 fields by opening this */
};

G_DEFINE_FINAL_TYPE (PazBulkDialog, paz_bulk_dialog, ADW_TYPE_WINDOW)

/* While a person types the plan waits this long, in ms. */
#define LOOK_DELAY 200

static const PazField *
get_field (PazBulkDialog *self)
{
  guint n = gtk_drop_down_get_selected (self->field_list);

  return n < self->fields->len ? g_ptr_array_index (self->fields, n) : NULL;
}

static PazBulkWay
get_way (PazBulkDialog *self)
{
  const PazField *field = get_field (self);

  if (field == NULL)
    return PAZ_BULK_RELEASE;

  return paz_field_is_set (field) ? (PazBulkWay) gtk_drop_down_get_selected (self->way_list) : PAZ_BULK_SET;
}

static PazBulkChange *
make_change (PazBulkDialog *self)
{
  const PazField *field = get_field (self);

  if (field == NULL)
    return paz_bulk_change_release (gtk_drop_down_get_selected (self->level_list),
                                    paz_chip_box_get_ids (PAZ_CHIP_BOX (self->release)));

  return paz_bulk_change_new (get_way (self), field, paz_record_get_value (self->scratch, field));
}

/* ---- what it would do ---- */

static void
show_line (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static gboolean
is_emptied (PazBulkDialog *self)
{
  return get_way (self) == PAZ_BULK_SET && paz_record_get_value (self->scratch, get_field (self)) == NULL;
}

static void
show_plan (PazBulkDialog *self)
{
  PazBulkPlan *plan = self->plan;
  g_autofree char *changed = plan != NULL
                             ? paz_words_dup_count ("%s record will change.", "%s records will change.",
                                                    plan->n_changed) : NULL;
  g_autofree char *emptied = plan != NULL
                             ? paz_words_dup_count ("The field will be emptied in %s record.",
                                                    "The field will be emptied in %s records.",
                                                    plan->n_changed) : NULL;
  g_autofree char *same = plan != NULL && plan->n_same > 0
                          ? paz_words_dup_count ("%s record is like this already.",
                                                 "%s records are like this already.", plan->n_same) : NULL;
  g_autofree char *refused = plan != NULL && plan->n_refused > 0
                             ? paz_words_dup_count ("%s record cannot be changed:", "%s records cannot be changed:",
                                                    plan->n_refused) : NULL;
  g_autofree char *reasons = plan != NULL ? paz_bulk_plan_dup_refusals (plan, paz_words_get_catalogue ()) : NULL;
  g_autofree char *both = refused != NULL ? g_strconcat (refused, "\n", reasons, NULL) : NULL;

  show_line (self->changed_label, plan == NULL ? _("Looking at the records…")
                                  : is_emptied (self) && plan->n_changed > 0 ? emptied : changed);
  show_line (self->same_label, same);
  show_line (self->refused_label, both);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk-edit.accept", plan != NULL && plan->n_changed > 0);
}

static void
plan_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  PazBulkDialog *self = PAZ_BULK_DIALOG (source);
  g_autoptr (PazJob) job = data;
  g_autoptr (GError) error = NULL;
  PazBulkPlan *plan = paz_bulk_plan_finish (result, &error);

  /* A later change has asked anew. */
  if (self->store == NULL || job != self->job || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      paz_bulk_plan_free (plan);
      return;
    }
  if (plan == NULL)
    {
      paz_window_tell_error (self->window, error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  g_clear_pointer (&self->plan, paz_bulk_plan_free);
  self->plan = plan;
  show_plan (self);
}

static void
forget_plan (PazBulkDialog *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (paz_job_get_cancellable (self->job));
  g_clear_pointer (&self->job, paz_job_unref);
  g_clear_pointer (&self->plan, paz_bulk_plan_free);
  show_plan (self);
}

void
paz_bulk_dialog_look_again (PazBulkDialog *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  forget_plan (self);
  if (!self->touched)
    {
      show_line (self->changed_label, _("Say what it shall be. Nothing has changed yet."));
      return;
    }
  if (get_field (self) != NULL && paz_field_row_is_wrong (self->row))
    {
      show_line (self->changed_label, _("Mend what is typed first."));
      return;
    }
  self->job = paz_job_new ();
  paz_bulk_plan_async (G_OBJECT (self), self->store, self->ids, make_change (self), self->job, plan_cb,
                       paz_job_ref (self->job));
}

static gboolean
look_cb (gpointer data)
{
  PazBulkDialog *self = data;

  self->look_source = 0;
  paz_bulk_dialog_look_again (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (PazBulkDialog *self)
{
  if (self->store == NULL)
    return;
  self->touched = TRUE;
  g_clear_handle_id (&self->look_source, g_source_remove);
  forget_plan (self);
  self->look_source = g_timeout_add (LOOK_DELAY, look_cb, self);
}

/* ---- fields ---- */

static void
show_editor (PazBulkDialog *self)
{
  const PazField *field = get_field (self);

  gtk_widget_set_visible (self->way_box, field != NULL && paz_field_is_set (field));
  gtk_widget_set_visible (GTK_WIDGET (self->place), field != NULL);
  gtk_widget_set_visible (self->handling_box, field == NULL);
  if (field == NULL)
    return;

  self->row = g_object_new (PAZ_TYPE_FIELD_ROW, "field", field->key, NULL);
  adw_bin_set_child (self->place, GTK_WIDGET (self->row));
  paz_field_row_bind (self->row, self->store, self->scratch);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
field_selected_cb (PazBulkDialog *self)
{
  if (self->scratch == NULL)
    return;
  show_editor (self);
  self->touched = get_field (self) == NULL;
  paz_bulk_dialog_look_again (self);
}

static void
level_selected_cb (PazBulkDialog *self)
{
  gtk_widget_set_visible (self->release_box, gtk_drop_down_get_selected (self->level_list) == PAZ_LEVEL_NAMED);
  changed_cb (self);
}

static void
add_field (PazBulkDialog  *self,
           GtkStringList  *names,
           const PazField *field)
{
  gtk_string_list_append (names, paz_catalogue_ptext (paz_words_get_catalogue (),
                                                      paz_field_get_context (field, self->kind), field->label));
  g_ptr_array_add (self->fields, (gpointer) field);
}

/* A name that tells records apart is not one for many. */
static gboolean
is_offered (const PazField *field)
{
  return paz_paste_takes_field (field) && field->type != PAZ_VALUE_HASH;
}

static void
fill_fields (PazBulkDialog *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (is_offered (&self->kind->fields[i]))
      add_field (self, names, &self->kind->fields[i]);
  gtk_string_list_append (names, _("Handling Level and Release List"));
  g_ptr_array_add (self->fields, NULL);
  gtk_drop_down_set_model (self->field_list, G_LIST_MODEL (names));
  g_object_unref (names);
}

static GtkWidget *
make_picker (gpointer data)
{
  return paz_picker_new_codes (PAZ_BULK_DIALOG (data)->store);
}

static char *
dup_title (const char *id,
           gpointer    data)
{
  return paz_pick_dup_code (PAZ_BULK_DIALOG (data)->store, id);
}

static void
fill_handling (PazBulkDialog *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (PazLevel level = PAZ_LEVEL_PUBLIC; level <= PAZ_LEVEL_NATIONAL; level++)
    gtk_string_list_append (words, paz_catalogue_ptext (paz_words_get_catalogue (), "level", paz_level_get_label (level)));
  gtk_drop_down_set_model (self->level_list, G_LIST_MODEL (words));
  g_object_unref (words);
  gtk_drop_down_set_selected (self->level_list, self->kind->level);

  self->release = paz_chip_box_new (make_picker, dup_title, self);
  adw_bin_set_child (self->release_place, self->release);
  paz_field_label_lead_to (GTK_WIDGET (self->release_label), paz_chip_box_get_focus (PAZ_CHIP_BOX (self->release)));
  g_signal_connect_object (self->release, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
name_lists (PazBulkDialog *self)
{
  paz_field_label_lead_to (self->field_label, GTK_WIDGET (self->field_list));
  paz_field_label_lead_to (self->way_label, GTK_WIDGET (self->way_list));
  paz_field_label_lead_to (self->level_label, GTK_WIDGET (self->level_list));
}

/* ---- doing it ---- */

static void
apply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  PazBulkDialog *self = PAZ_BULK_DIALOG (source);
  g_autoptr (GError) error = NULL;
  guint64 step;
  gboolean done = paz_bulk_apply_finish (result, &step, &error);

  if (self->store == NULL)
    return;
  if (done)
    paz_window_tell_step (self->window, step);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    paz_window_tell_error (self->window, error);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
paz_bulk_dialog_accept (PazBulkDialog *self)
{
  if (self->plan == NULL || self->plan->n_changed == 0)
    return;
  g_clear_pointer (&self->job, paz_job_unref);
  self->job = paz_job_new ();
  paz_job_show (self->job, self->progress_bar);
  gtk_stack_set_visible_child_name (self->states, "working");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk-edit.accept", FALSE);
  paz_bulk_apply_async (G_OBJECT (self), self->store, g_steal_pointer (&self->plan), self->job, apply_cb, NULL);
}

static void
accept_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  paz_bulk_dialog_accept (PAZ_BULK_DIALOG (widget));
}

/* While the step is being made Cancel stops it: the store stays as it was. */
static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PazBulkDialog *self = PAZ_BULK_DIALOG (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->states), "working"))
    g_cancellable_cancel (paz_job_get_cancellable (self->job));
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
paz_bulk_dialog_dispose (GObject *object)
{
  PazBulkDialog *self = PAZ_BULK_DIALOG (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->job != NULL)
    g_cancellable_cancel (paz_job_get_cancellable (self->job));
  g_clear_pointer (&self->job, paz_job_unref);
  g_clear_pointer (&self->plan, paz_bulk_plan_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_object (&self->scratch);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAZ_TYPE_BULK_DIALOG);
  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_bulk_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/relacopaz/Relacopaz/bulk-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, states);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, field_label);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, field_list);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, way_label);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, way_list);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, way_box);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, place);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, handling_box);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, level_label);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, level_list);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, release_label);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, release_place);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, release_box);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, changed_label);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, same_label);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, refused_label);
  gtk_widget_class_bind_template_child (widget_class, PazBulkDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, field_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
paz_bulk_dialog_class_init (PazBulkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_bulk_dialog_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "bulk-edit.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "bulk-edit.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "bulk-edit.cancel", NULL);
}

static void
paz_bulk_dialog_init (PazBulkDialog *self)
{
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
take_ids (PazBulkDialog *self,
          GPtrArray     *ids)
{
  g_autofree char *text = paz_words_dup_count ("Change %s Record", "Change %s Records", ids->len);

  self->ids = g_ptr_array_new_full (ids->len, g_free);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (self->ids, g_strdup (g_ptr_array_index (ids, i)));
  gtk_label_set_text (self->heading, text);
}

GtkWidget *
paz_bulk_dialog_new (PazWindow      *window,
                     const PazKind  *kind,
                     GPtrArray      *ids,
                     const PazField *field,
                     gboolean        handling)
{
  PazBulkDialog *self = g_object_new (PAZ_TYPE_BULK_DIALOG, "transient-for", window, NULL);

  self->window = window;
  self->store = g_object_ref (paz_window_get_store (window));
  self->kind = kind;
  take_ids (self, ids);
  fill_fields (self);
  fill_handling (self);
  name_lists (self);
  self->scratch = paz_store_create_record (self->store, kind, NULL);
  if (handling)
    gtk_drop_down_set_selected (self->field_list, self->fields->len - 1);
  else if (field != NULL)
    paz_bulk_dialog_show_field (self, field);
  field_selected_cb (self);

  return GTK_WIDGET (self);
}

void
paz_bulk_dialog_show_field (PazBulkDialog  *self,
                            const PazField *field)
{
  guint n;

  if (g_ptr_array_find (self->fields, field, &n))
    gtk_drop_down_set_selected (self->field_list, n);
}

void
paz_bulk_dialog_set_way (PazBulkDialog *self,
                         PazBulkWay     way)
{
  gtk_drop_down_set_selected (self->way_list, way);
}

PazRecord *
paz_bulk_dialog_get_record (PazBulkDialog *self)
{
  self->touched = TRUE;
  return self->scratch;
}

const PazBulkPlan *
paz_bulk_dialog_get_plan (PazBulkDialog *self)
{
  return self->plan;
}
