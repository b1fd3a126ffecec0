#include "paz-form-page.h"

#include "paz-draft-keeper.h"
#include "paz-draft-strip.h"
#include "paz-form-draft.h"
#include "paz-form.h"
#include "paz-history-pane.h"
#include "paz-level-badge.h"
#include "paz-unsaved.h"
#include "paz-words.h"

#include "base/paz-compat.h"

#include <adwaita.h>

struct _PazFormPage
{
  GtkWidget       parent_instance;

  GtkWidget      *heading;
  GtkWidget      *kind_label;
  GtkWidget      *banner;
  GtkWidget      *level;
  GtkWidget      *level_words;
  GtkWidget      *modified;
  GtkWidget      *history_button;
  GtkWidget      *strip;
  GtkWidget      *strip_label;
  GtkWidget      *strip_button;
  GtkWidget      *scroller;
  GtkWidget      *place;
  GtkWidget      *pane;
  PazHistoryPane *history;
  PazForm        *form;
  PazDraftStrip  *draft_strip;

  PazStore       *store;
  PazRecord      *record;     /* the copy that is edited */
  PazRecord      *original;   /* as the store has it, or as it was begun */
  PazDraftKeeper *keeper;
  PazDraft       *offered;    /* until the person says what becomes of it */
  char           *title;
  gboolean        saving;
};

G_DEFINE_FINAL_TYPE (PazFormPage, paz_form_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum
{
  SAVED,
  CLOSE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- what is shown above the form ---- */

static gboolean
has_title (PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; kind->title_fields[i] != NULL; i++)
    if (paz_record_get_value (record, paz_kind_find_field (kind, kind->title_fields[i])) != NULL)
      return TRUE;

  return FALSE;
}

static char *
dup_title (PazFormPage *self)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  const PazKind *kind = paz_record_get_kind (self->record);

  if (has_title (self->record))
    return paz_record_dup_title (self->record, catalogue);

  return g_strdup (paz_catalogue_text (catalogue, paz_record_is_new (self->record)
                                                    ? kind->phrases.add : kind->phrases.singular));
}

static void
show_title (PazFormPage *self)
{
  g_autofree char *title = dup_title (self);

  gtk_label_set_text (GTK_LABEL (self->heading), title);
  if (paz_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* The level stands above the form, and what it means where few or none may see the record. */
static void
show_level (PazFormPage *self)
{
  PazLevel level = paz_record_get_level (self->record);
  gboolean nobody = level == PAZ_LEVEL_NAMED && paz_record_get_list (self->record)[0] == NULL;

  paz_level_badge_set_level (PAZ_LEVEL_BADGE (self->level), level);
  gtk_label_set_text (GTK_LABEL (self->level_words),
                      nobody ? _("Named to nobody: only the owner may see it.") : paz_level_get_meaning (level));
  for (PazLevel other = PAZ_LEVEL_PUBLIC; other <= PAZ_LEVEL_NATIONAL; other++)
    gtk_widget_remove_css_class (self->banner, paz_level_get_key (other));
  gtk_widget_add_css_class (self->banner, paz_level_get_key (level));
}

static void
update (PazFormPage *self)
{
  gboolean modified = paz_form_page_is_modified (self);

  show_title (self);
  show_level (self);
  gtk_widget_set_visible (self->modified, modified);
  if (self->keeper != NULL && self->offered == NULL)
    paz_draft_keeper_touch (self->keeper);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save",
                                 modified && !paz_store_is_read_only (self->store));
}

static void
show_strip (PazFormPage *self,
            const char  *text,
            gboolean     reload)
{
  gtk_label_set_text (GTK_LABEL (self->strip_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->strip_button, reload);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->strip), text != NULL);
}

/* ---- record and store ---- */

static void
take_record (PazFormPage *self,
             PazRecord   *record)
{
  g_set_object (&self->original, record);
  g_clear_object (&self->record);
  self->record = paz_record_dup (record);
  paz_form_set_record (self->form, self->record);
  gtk_widget_set_sensitive (self->history_button, !paz_record_is_new (record));
  if (gtk_revealer_get_reveal_child (GTK_REVEALER (self->pane)))
    paz_history_pane_show (self->history, self->store, paz_record_get_id (record));
  show_strip (self, NULL, FALSE);
  update (self);
}

static void
reload (PazFormPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazRecord) fresh = paz_store_dup_record (self->store,
                                                      paz_record_get_id (self->record), &error);

  if (fresh != NULL)
    take_record (self, fresh);
  else
    show_strip (self, error->message, FALSE);
}

/* What else the store holds may have changed too: contained records, titles of links. */
static void
store_changed_cb (PazFormPage *self)
{
  g_autoptr (PazRecord) fresh = NULL;

  if (self->saving)
    return;
  fresh = paz_store_dup_record (self->store, paz_record_get_id (self->record), NULL);
  if (fresh == NULL || (paz_record_is_deleted (fresh) && !paz_record_is_deleted (self->original)))
    {
      /* A record that was never saved, or that an undo took away. */
      if (paz_record_is_new (self->original))
        return;
      if (!paz_form_page_is_modified (self))
        g_signal_emit (self, signals[CLOSE], 0);
      else
        show_strip (self, _("This record was deleted meanwhile. Saving brings it back."), FALSE);
      return;
    }
  if (!paz_form_page_is_modified (self))
    take_record (self, fresh);
  else if (!paz_form_same_record (fresh, self->original))
    show_strip (self, _("This record was changed meanwhile. Saving replaces what you changed here."), TRUE);
}

static void
tell_failure (PazFormPage *self,
              GError      *error)
{
  g_autofree char *name = g_path_get_basename (paz_store_get_path (self->store));
  g_autofree char *text = NULL;

  if (error->domain == PAZ_STORE_ERROR)
    text = paz_words_fill (paz_catalogue_text (paz_words_get_catalogue (),
                                               paz_store_error_get_sentence (error->code)), name);
  g_warning ("Could not save: %s", error->message);
  show_strip (self, text != NULL ? text : error->message, FALSE);
}

static gboolean
check (PazFormPage *self)
{
  g_autofree char *problem = NULL;

  if (paz_form_check (self->form, TRUE))
    return TRUE;
  problem = paz_form_dup_problem (self->form);
  show_strip (self, problem != NULL ? problem
                                    : _("Something must be corrected before this can be saved."), FALSE);
  paz_form_focus_wrong (self->form);

  return FALSE;
}

static gboolean
apply (PazFormPage  *self,
       guint64      *step,
       GError      **error)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  gboolean done;

  if (paz_record_is_new (self->record) || !paz_form_same_record (self->record, self->original))
    {
      paz_record_set_deleted (self->record, FALSE);
      paz_edit_put (edit, self->record);
    }
  paz_form_stage (self->form, edit);
  if (paz_edit_is_empty (edit))
    return TRUE;
  if (self->keeper != NULL)
    paz_draft_keeper_pause (self->keeper);
  paz_edit_drop_draft (edit, paz_record_get_id (self->record));
  self->saving = TRUE;
  done = paz_store_apply (self->store, edit, NULL, NULL, NULL, step, error);
  self->saving = FALSE;
  if (!done && self->keeper != NULL)
    paz_draft_keeper_touch (self->keeper);

  return done;
}

/* ---- what was left unsaved ---- */

static PazDraft *
make_draft_cb (gpointer data)
{
  PazFormPage *self = data;

  return paz_form_make_draft (self->form, self->store, self->record, self->original);
}

static void
close_offer (PazFormPage *self)
{
  g_clear_pointer (&self->offered, paz_draft_unref);
  paz_draft_strip_close (self->draft_strip);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !paz_store_is_read_only (self->store));
}

/* The form closes without it: the focus that leaves may still tidy a field. */
static void
give_up_draft (PazFormPage *self)
{
  if (self->offered == NULL && self->keeper != NULL)
    paz_draft_keeper_forget (self->keeper);
  g_clear_pointer (&self->keeper, paz_draft_keeper_free);
}

/* Until it is decided nothing is typed that could take its place. */
static void
offer_draft (PazFormPage *self)
{
  g_autoptr (PazDraft) draft = NULL;

  if (paz_store_is_read_only (self->store))
    return;
  draft = paz_store_dup_draft (self->store, paz_record_get_id (self->record));
  if (draft == NULL)
    return;
  if (!paz_draft_is_of_use (draft, self->store, self->original))
    {
      paz_draft_keeper_forget (self->keeper);
      return;
    }
  self->offered = g_steal_pointer (&draft);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), FALSE);
  paz_draft_strip_offer (self->draft_strip, paz_draft_get_time (self->offered));
}

static void
draft_continue_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  PazFormPage *self = PAZ_FORM_PAGE (widget);
  g_autoptr (PazDraft) draft = NULL;
  g_autoptr (PazRecord) record = NULL;

  if (self->offered == NULL)
    return;
  draft = paz_draft_ref (self->offered);
  record = paz_draft_dup_record (draft, self->store);
  close_offer (self);
  if (record == NULL)
    return;
  g_set_object (&self->record, record);
  paz_form_set_record (self->form, self->record);
  paz_form_take_draft (self->form, self->store, draft);
  update (self);
  paz_form_focus_first (self->form);
}

static void
draft_discard_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  PazFormPage *self = PAZ_FORM_PAGE (widget);

  if (self->offered == NULL)
    return;
  close_offer (self);
  paz_draft_keeper_forget (self->keeper);
  paz_form_focus_first (self->form);
}

/* ---- actions ---- */

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  paz_form_page_save (PAZ_FORM_PAGE (widget));
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PazFormPage *self = PAZ_FORM_PAGE (widget);

  if (paz_form_page_try_close (self))
    g_signal_emit (self, signals[CLOSE], 0);
}

/* Cancel drops what was typed without asking: the button says so. */
static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PazFormPage *self = PAZ_FORM_PAGE (widget);

  give_up_draft (self);
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  reload (PAZ_FORM_PAGE (widget));
}

static void
history_toggled_cb (PazFormPage *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->history_button));

  if (active)
    paz_history_pane_show (self->history, self->store, paz_record_get_id (self->record));
  gtk_widget_set_visible (self->pane, active);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->pane), active);
}

static void
answered_cb (PazUnsavedAnswer answer,
             gpointer         data)
{
  PazFormPage *self = data;

  switch (answer)
    {
    case PAZ_UNSAVED_SAVE:
      if (!paz_form_page_save (self))
        break;
      g_signal_emit (self, signals[CLOSE], 0);
      break;
    case PAZ_UNSAVED_DISCARD:
      give_up_draft (self);
      g_signal_emit (self, signals[CLOSE], 0);
      break;
    case PAZ_UNSAVED_KEEP:
      break;
    }
}

/* ---- widget ---- */

/* The focus goes to the first field, not to the buttons above it. */
static gboolean
paz_form_page_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  PazFormPage *self = PAZ_FORM_PAGE (widget);

  if (self->offered != NULL && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->draft_strip));
  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL &&
      gtk_widget_get_sensitive (GTK_WIDGET (self->form)))
    {
      paz_form_focus_first (self->form);
      return TRUE;
    }

  return GTK_WIDGET_CLASS (paz_form_page_parent_class)->focus (widget, direction);
}

static void
paz_form_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PazFormPage *self = PAZ_FORM_PAGE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_form_page_dispose (GObject *object)
{
  PazFormPage *self = PAZ_FORM_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->keeper, paz_draft_keeper_free);
  g_clear_pointer (&self->offered, paz_draft_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->record);
  g_clear_object (&self->original);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_form_page_parent_class)->dispose (object);
}

static void
paz_form_page_finalize (GObject *object)
{
  g_free (PAZ_FORM_PAGE (object)->title);

  G_OBJECT_CLASS (paz_form_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "form.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "form.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "form.draft-continue", NULL, draft_continue_action);
  gtk_widget_class_install_action (widget_class, "form.draft-discard", NULL, draft_discard_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.close", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PAZ_TYPE_DRAFT_STRIP);
  g_type_ensure (PAZ_TYPE_HISTORY_PANE);
  g_type_ensure (PAZ_TYPE_LEVEL_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/form-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, heading);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, banner);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, level);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, level_words);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, modified);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, history_button);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, draft_strip);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, strip);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, strip_label);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, strip_button);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, place);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, pane);
  gtk_widget_class_bind_template_child (widget_class, PazFormPage, history);
  gtk_widget_class_bind_template_callback (widget_class, history_toggled_cb);
}

static void
paz_form_page_class_init (PazFormPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = paz_form_page_get_property;
  object_class->dispose = paz_form_page_dispose;
  object_class->finalize = paz_form_page_finalize;
  widget_class->focus = paz_form_page_focus;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  install_actions (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formpage");
}

static void
paz_form_page_init (PazFormPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
paz_form_page_new (PazStore  *store,
                   PazRecord *record)
{
  PazFormPage *self = g_object_new (PAZ_TYPE_FORM_PAGE, NULL);
  const PazKind *kind = paz_record_get_kind (record);

  g_set_object (&self->store, store);
  gtk_label_set_text (GTK_LABEL (self->kind_label),
                      paz_catalogue_text (paz_words_get_catalogue (), kind->phrases.singular));
  self->form = PAZ_FORM (paz_form_new (store, kind));
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !paz_store_is_read_only (store));
  adw_bin_set_child (ADW_BIN (self->place), GTK_WIDGET (self->form));
  take_record (self, record);
  self->keeper = paz_draft_keeper_new (store, paz_record_get_id (record), make_draft_cb, self);
  offer_draft (self);

  g_signal_connect_object (self->form, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const char *
paz_form_page_get_title (PazFormPage *self)
{
  g_return_val_if_fail (PAZ_IS_FORM_PAGE (self), NULL);

  return self->title;
}

const char *
paz_form_page_get_id (PazFormPage *self)
{
  g_return_val_if_fail (PAZ_IS_FORM_PAGE (self), NULL);

  return paz_record_get_id (self->record);
}

gboolean
paz_form_page_is_modified (PazFormPage *self)
{
  g_return_val_if_fail (PAZ_IS_FORM_PAGE (self), FALSE);

  return paz_form_is_pending (self->form) ||
         !paz_form_same_record (self->record, self->original);
}

gboolean
paz_form_page_save (PazFormPage *self)
{
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  g_return_val_if_fail (PAZ_IS_FORM_PAGE (self), FALSE);

  if (!check (self))
    return FALSE;
  if (!apply (self, &step, &error))
    {
      tell_failure (self, error);
      return FALSE;
    }
  if (step > 0)
    {
      reload (self);
      g_signal_emit (self, signals[SAVED], 0, step);
    }

  return TRUE;
}

gboolean
paz_form_page_try_close (PazFormPage *self)
{
  g_return_val_if_fail (PAZ_IS_FORM_PAGE (self), TRUE);

  if (!paz_form_page_is_modified (self))
    return TRUE;
  paz_ask_unsaved (GTK_WIDGET (self), answered_cb, self);

  return FALSE;
}
