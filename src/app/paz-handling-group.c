#include "paz-handling-group.h"

#include "paz-accessible.h"
#include "paz-chip-box.h"
#include "paz-field-editor.h"
#include "paz-field-row.h"
#include "paz-form-group.h"
#include "paz-form-layout.h"
#include "paz-level-badge.h"
#include "paz-word-list.h"
#include "paz-words.h"

#include "model/paz-code-list.h"

#include <adwaita.h>

struct _PazHandlingGroup
{
  GtkWidget  parent_instance;

  GtkWidget *owner_box;
  GtkWidget *owner_label;
  GtkWidget *owner_place;
  GtkWidget *owner_name;
  GtkWidget *level_box;
  GtkWidget *level_label;
  GtkWidget *level_place;
  GtkWidget *level_hint;
  GtkWidget *list_box;
  GtkWidget *list_label;
  GtkWidget *list_place;
  GtkWidget *nobody;
  GtkWidget *marking;
  GtkWidget *marking_country;
  GtkWidget *suggest;
  GtkWidget *level;       /* a GtkDropDown */
  GtkWidget *owner;       /* a PazLinkChooser */
  GtkWidget *list;        /* a PazChipBox */

  PazStore  *store;
  PazRecord *record;
  gboolean   showing;
};

G_DEFINE_FINAL_TYPE (PazHandlingGroup, paz_handling_group, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_picker (gpointer data)
{
  return paz_picker_new_codes (PAZ_HANDLING_GROUP (data)->store);
}

static char *
dup_title (const char *id,
           gpointer    data)
{
  if (g_str_equal (id, "*"))
    return g_strdup (_("The whole network"));
  if (g_str_equal (id, "XX"))
    return g_strdup (_("Not yet said"));

  return paz_pick_dup_code (PAZ_HANDLING_GROUP (data)->store, id);
}

static void
show_level (PazHandlingGroup *self)
{
  PazLevel level = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->level));
  const char * const *list = paz_chip_box_get_ids (PAZ_CHIP_BOX (self->list));

  gtk_label_set_text (GTK_LABEL (self->level_hint), paz_level_get_meaning (level));
  gtk_widget_set_visible (self->list_box, level == PAZ_LEVEL_NAMED);
  gtk_widget_set_visible (self->nobody, list[0] == NULL);
}

static void
release_changed_cb (PazHandlingGroup *self)
{
  PazLevel level = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->level));

  if (self->showing)
    return;
  show_level (self);
  paz_record_set_release (self->record, level,
                          level == PAZ_LEVEL_NAMED
                            ? paz_chip_box_get_ids (PAZ_CHIP_BOX (self->list)) : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
owner_changed_cb (PazHandlingGroup *self)
{
  const char *code = paz_link_chooser_get_id (PAZ_LINK_CHOOSER (self->owner));

  if (self->showing || code == NULL)
    return;
  paz_record_set_owner (self->record, code);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_owner (PazHandlingGroup *self)
{
  gboolean open = paz_record_is_new (self->record) &&
                  !g_str_equal (paz_record_get_owner (self->record), "*");
  g_autofree char *title = dup_title (paz_record_get_owner (self->record), self);

  paz_link_chooser_set_id (PAZ_LINK_CHOOSER (self->owner), paz_record_get_owner (self->record));
  gtk_label_set_text (GTK_LABEL (self->owner_name), title);
  /* All revisions of a record have one owner: it is said once. */
  gtk_widget_set_visible (self->owner, open);
  gtk_widget_set_visible (self->owner_name, !open);
}

static const PazMarking *
find_marking (const char *code)
{
  for (const PazMarking *marking = paz_code_markings; marking->code != NULL; marking++)
    if (g_str_equal (marking->code, code))
      return marking;

  return NULL;
}

static void
set_text (PazHandlingGroup *self,
          GtkWidget        *row,
          const char       *text)
{
  PazFieldRow *field_row = PAZ_FIELD_ROW (row);

  paz_record_set_value (self->record, paz_field_row_get_field (field_row), g_variant_new_string (text));
  paz_field_row_bind (field_row, self->store, self->record);
}

/* The marking as it is written, and the country under whose law it is. */
static void
marking_picked_cb (PazHandlingGroup *self,
                   const char       *code)
{
  const PazMarking *marking = find_marking (code);

  if (marking == NULL)
    return;
  set_text (self, self->marking, marking->label);
  if (marking->country != NULL)
    set_text (self, self->marking_country, marking->country);
  gtk_widget_grab_focus (self->marking);
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
get_country (PazHandlingGroup *self)
{
  const char *country = paz_record_get_text (self->record, paz_field_row_get_key (PAZ_FIELD_ROW (self->marking_country)));
  const char *own = paz_store_get_participant (self->store);

  if (country != NULL)
    return country;

  return *own != '\0' ? own : NULL;
}

/* Anew each time: the country may have changed. */
static void
create_suggestions_cb (GtkMenuButton *button,
                       gpointer       data)
{
  PazHandlingGroup *self = data;
  GtkWidget *picker = paz_picker_new_markings (get_country (self));

  g_signal_connect_object (picker, "picked", G_CALLBACK (marking_picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static void
make_choosers (PazHandlingGroup *self)
{
  self->owner = paz_link_chooser_new (make_picker, dup_title, self);
  paz_link_chooser_set_clearable (PAZ_LINK_CHOOSER (self->owner), FALSE);
  gtk_widget_set_hexpand (self->owner, TRUE);
  gtk_box_prepend (GTK_BOX (self->owner_place), self->owner);
  paz_field_label_lead_to (self->owner_label, paz_link_chooser_get_focus (PAZ_LINK_CHOOSER (self->owner)));
  g_signal_connect_object (self->owner, "changed",
                           G_CALLBACK (owner_changed_cb), self, G_CONNECT_SWAPPED);

  self->list = paz_chip_box_new (make_picker, dup_title, self);
  adw_bin_set_child (ADW_BIN (self->list_place), self->list);
  paz_field_label_lead_to (self->list_label, paz_chip_box_get_focus (PAZ_CHIP_BOX (self->list)));
  g_signal_connect_object (self->list, "changed",
                           G_CALLBACK (release_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
make_levels (PazHandlingGroup *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (PazLevel level = PAZ_LEVEL_PUBLIC; level <= PAZ_LEVEL_NATIONAL; level++)
    gtk_string_list_append (words, paz_catalogue_ptext (paz_words_get_catalogue (), "level",
                                                        paz_level_get_label (level)));
  self->level = paz_word_list_new (words);
  adw_bin_set_child (ADW_BIN (self->level_place), self->level);
  paz_field_label_lead_to (self->level_label, self->level);
  g_signal_connect_object (self->level, "notify::selected",
                           G_CALLBACK (release_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
paz_handling_group_dispose (GObject *object)
{
  PazHandlingGroup *self = PAZ_HANDLING_GROUP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (paz_handling_group_parent_class)->dispose (object);
}

static void
paz_handling_group_class_init (PazHandlingGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_handling_group_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PAZ_TYPE_FORM_GROUP);
  g_type_ensure (PAZ_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/handling-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, owner_box);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, owner_label);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, owner_place);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, owner_name);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, level_box);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, level_label);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, level_place);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, level_hint);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, list_box);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, list_label);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, list_place);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, nobody);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, marking);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, marking_country);
  gtk_widget_class_bind_template_child (widget_class, PazHandlingGroup, suggest);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
paz_handling_group_init (PazHandlingGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  paz_accessible_set_label (self->suggest, _("Choose a Marking…"));
  paz_form_layout_set_span (self->owner_box, 3);
  paz_form_layout_set_span (self->level_box, 3);
  make_levels (self);
  make_choosers (self);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->suggest),
                                         create_suggestions_cb, self, NULL);
}

void
paz_handling_group_bind (PazHandlingGroup *self,
                         PazStore         *store,
                         PazRecord        *record)
{
  g_return_if_fail (PAZ_IS_HANDLING_GROUP (self));

  g_set_object (&self->store, store);
  g_set_object (&self->record, record);
  self->showing = TRUE;
  show_owner (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->level), paz_record_get_level (record));
  paz_chip_box_set_ids (PAZ_CHIP_BOX (self->list), paz_record_get_list (record));
  show_level (self);
  self->showing = FALSE;
}
