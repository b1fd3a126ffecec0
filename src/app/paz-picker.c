#include "paz-picker.h"

#include "paz-pick-source.h"
#include "paz-words.h"

typedef enum
{
  PICK_FIELD,
  PICK_CODES,
  PICK_ZONES,
} PickType;

struct _PazPicker
{
  GtkPopover      parent_instance;

  PickType        type;
  PazStore       *store;
  const PazKind  *kind;
  const PazField *field;
  char          **hidden;

  GtkWidget      *search;
  GtkWidget      *list;
  GtkWidget      *pages;
};

G_DEFINE_FINAL_TYPE (PazPicker, paz_picker, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GPtrArray *
list_field (PazPicker  *self,
            const char *words)
{
  if (self->field->target != NULL)
    return paz_pick_list_records (self->store, paz_kind_find (self->field->target), words);
  if (self->field->choices != NULL)
    return paz_pick_list_choices (self->kind, self->field, words);
  if (self->field->type == PAZ_VALUE_LANGUAGE)
    return paz_pick_list_languages (self->kind, self->field, words);

  return paz_pick_list_countries (words);
}

static GPtrArray *
list_picks (PazPicker  *self,
            const char *words)
{
  switch (self->type)
    {
    case PICK_FIELD:
      return list_field (self, words);
    case PICK_CODES:
      return paz_pick_list_codes (self->store, words);
    case PICK_ZONES:
      return paz_pick_list_zones (words);
    }

  g_return_val_if_reached (g_ptr_array_new ());
}

static void
add_row (PazPicker *self,
         PazPick   *pick)
{
  GtkWidget *label = gtk_label_new (pick->title);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_tooltip_text (label, pick->title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (pick->id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gboolean
is_hidden (PazPicker  *self,
           const char *id)
{
  return self->hidden != NULL && g_strv_contains ((const char * const *) self->hidden, id);
}

static void
fill (PazPicker *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) picks = list_picks (self, words);
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < picks->len && n < PAZ_PICK_MAX; i++)
    {
      PazPick *pick = g_ptr_array_index (picks, i);

      if (is_hidden (self, pick->id))
        continue;
      add_row (self, pick);
      n++;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), n > 0 ? "list" : "nothing");
}

static void
pick_row (PazPicker     *self,
          GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, id);
}

static void
row_activated_cb (PazPicker     *self,
                  GtkListBoxRow *row)
{
  pick_row (self, row);
}

static void
search_activated_cb (PazPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (row != NULL)
    pick_row (self, row);
}

static gboolean
key_pressed_cb (PazPicker       *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (keyval != GDK_KEY_Down || row == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));

  return TRUE;
}

static void
show_cb (PazPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
  gtk_widget_grab_focus (self->search);
}

static void
paz_picker_dispose (GObject *object)
{
  PazPicker *self = PAZ_PICKER (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->hidden, g_strfreev);

  G_OBJECT_CLASS (paz_picker_parent_class)->dispose (object);
}

static void
paz_picker_class_init (PazPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = paz_picker_dispose;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PazPicker, search);
  gtk_widget_class_bind_template_child (widget_class, PazPicker, list);
  gtk_widget_class_bind_template_child (widget_class, PazPicker, pages);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
paz_picker_init (PazPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
paz_picker_new (PazStore       *store,
                const PazKind  *kind,
                const PazField *field)
{
  PazPicker *self = g_object_new (PAZ_TYPE_PICKER, NULL);

  self->type = PICK_FIELD;
  g_set_object (&self->store, store);
  self->kind = kind;
  self->field = field;

  return GTK_WIDGET (self);
}

GtkWidget *
paz_picker_new_codes (PazStore *store)
{
  PazPicker *self = g_object_new (PAZ_TYPE_PICKER, NULL);

  self->type = PICK_CODES;
  g_set_object (&self->store, store);

  return GTK_WIDGET (self);
}

GtkWidget *
paz_picker_new_zones (void)
{
  PazPicker *self = g_object_new (PAZ_TYPE_PICKER, NULL);

  self->type = PICK_ZONES;

  return GTK_WIDGET (self);
}

void
paz_picker_set_hidden (PazPicker          *self,
                       const char * const *ids)
{
  g_return_if_fail (PAZ_IS_PICKER (self));

  g_strfreev (self->hidden);
  self->hidden = g_strdupv ((char **) ids);
}
