#include "paz-form-page-private.h"

#include "paz-level-badge.h"
#include "paz-unsaved.h"
#include "paz-words.h"

#include "base/paz-compat.h"

#include <adwaita.h>

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

void
paz_form_page_update (PazFormPage *self)
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

void
paz_form_page_show_strip (PazFormPage *self,
                          const char  *text,
                          gboolean     reload)
{
  gtk_label_set_text (GTK_LABEL (self->strip_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->strip_button, reload);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->strip), text != NULL);
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

  paz_form_page_give_up_draft (self);
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  paz_form_page_reload (PAZ_FORM_PAGE (widget));
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
      paz_form_page_give_up_draft (self);
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
  paz_form_page_install_draft_actions (widget_class);
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

static PazDraft *
make_draft_cb (gpointer data)
{
  PazFormPage *self = data;

  return paz_form_make_draft (self->form, self->store, self->record, self->original);
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
  adw_bin_set_child (ADW_BIN (self->place), GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (paz_form_page_update), self, G_CONNECT_SWAPPED);
  paz_form_page_open (self, record);

  return GTK_WIDGET (self);
}

void
paz_form_page_open (PazFormPage *self,
                    PazRecord   *record)
{
  g_return_if_fail (PAZ_IS_FORM_PAGE (self));
  g_return_if_fail (self->store_handler == 0);

  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !paz_store_is_read_only (self->store));
  paz_form_page_begin_record (self, record);
  self->keeper = paz_draft_keeper_new (self->store, paz_record_get_id (record), make_draft_cb, self);
  paz_form_page_offer_draft (self);
  paz_form_page_watch_store (self);
}

/* The focus leaves, and where it was last is forgotten, down to the editor. */
static void
forget_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    gtk_root_set_focus (root, NULL);
  while (widget != NULL)
    {
      child = gtk_widget_get_focus_child (widget);
      gtk_widget_set_focus_child (widget, NULL);
      widget = child;
    }
}

/* Nothing of one record may be seen with the next. */
void
paz_form_page_lay_aside (PazFormPage *self)
{
  g_return_if_fail (PAZ_IS_FORM_PAGE (self));

  g_clear_signal_handler (&self->store_handler, self->store);
  g_clear_pointer (&self->keeper, paz_draft_keeper_free);
  paz_form_page_close_offer (self);
  paz_form_page_show_strip (self, NULL, FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->history_button), FALSE);
  forget_focus (GTK_WIDGET (self));
  paz_form_forget (self->form);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
paz_form_page_finish (PazFormPage *self)
{
  g_return_if_fail (PAZ_IS_FORM_PAGE (self));

  paz_form_finish (self->form);
}

gboolean
paz_form_page_is_whole (PazFormPage *self)
{
  g_return_val_if_fail (PAZ_IS_FORM_PAGE (self), FALSE);

  return paz_form_is_whole (self->form);
}

const PazKind *
paz_form_page_get_kind (PazFormPage *self)
{
  g_return_val_if_fail (PAZ_IS_FORM_PAGE (self), NULL);

  return paz_record_get_kind (self->record);
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
paz_form_page_try_close (PazFormPage *self)
{
  g_return_val_if_fail (PAZ_IS_FORM_PAGE (self), TRUE);

  if (!paz_form_page_is_modified (self))
    return TRUE;
  paz_ask_unsaved (GTK_WIDGET (self), answered_cb, self);

  return FALSE;
}
