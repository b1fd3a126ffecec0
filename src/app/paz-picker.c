#include "paz-picker.h"

#include "paz-pick-source.h"
#include "paz-words.h"

typedef enum
{
  PICK_FIELD,
  PICK_CODES,
  PICK_ZONES,
  PICK_MARKINGS,
} PickType;

struct _PazPicker
{
  GtkPopover      parent_instance;

  PickType        type;
  PazStore       *store;
  const PazKind  *kind;
  const PazField *field;
  PazPickPool    *pool;        /* while it is open */
  gboolean        whole;
  gboolean        many;
  char          **favourites;
  char          **hidden;
  char          **chosen;
  char           *typed;
  char           *country;     /* of MARKINGS: whose come first */

  GtkWidget      *search;
  GtkWidget      *list;
  GtkWidget      *pages;
  GtkWidget      *create;
};

G_DEFINE_FINAL_TYPE (PazPicker, paz_picker, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fill_pool (PazPicker  *self,
           const char *words)
{
  if (self->pool != NULL && self->whole)
    return;
  g_clear_pointer (&self->pool, paz_pick_pool_free);
  self->whole = TRUE;
  switch (self->type)
    {
    case PICK_FIELD:
      self->pool = paz_pick_pool_for_field (self->store, self->kind, self->field, words, &self->whole);
      break;
    case PICK_CODES:
      self->pool = paz_pick_pool_for_codes (self->store);
      break;
    case PICK_ZONES:
      self->pool = paz_pick_pool_for_zones ();
      break;
    case PICK_MARKINGS:
      self->pool = paz_pick_pool_for_markings (self->country);
      break;
    }
}

static gboolean
is_among (char       **ids,
          const char  *id)
{
  return ids != NULL && g_strv_contains ((const char * const *) ids, id);
}

static char *
dup_remarks (PazPick *pick)
{
  GString *text = g_string_new (NULL);
  const char * const remarks[] = { pick->detail, pick->caution, pick->note };

  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (remarks[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", remarks[i]);

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_sign (void)
{
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-question-symbolic");

  gtk_widget_add_css_class (sign, "dim-label");

  return sign;
}

static GtkWidget *
make_content (PazPicker *self,
              PazPick   *pick)
{
  g_autofree char *remarks = dup_remarks (pick);
  g_autofree char *tooltip = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (pick->title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (pick->detail != NULL)
    {
      GtkWidget *detail = gtk_label_new (pick->detail);

      gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (detail), 20);
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_widget_add_css_class (detail, "caption");
      gtk_box_append (GTK_BOX (box), detail);
    }
  if (pick->caution != NULL)
    gtk_box_append (GTK_BOX (box), make_sign ());
  if (is_among (self->chosen, pick->id))
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  if (*remarks != '\0')
    tooltip = g_strdup_printf ("%s\n%s", pick->title, remarks);
  gtk_widget_set_tooltip_text (box, tooltip != NULL ? tooltip : pick->title);

  return box;
}

static void
add_row (PazPicker *self,
         PazPick   *pick)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *remarks = dup_remarks (pick);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_content (self, pick));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, pick->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, remarks, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED,
                               is_among (self->chosen, pick->id), -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (pick->id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* What "New…" would begin with stands on the button. */
static void
show_create (PazPicker  *self,
             const char *words)
{
  gboolean can = *words != '\0' && g_signal_has_handler_pending (self, signals[CREATE], 0, FALSE);
  g_autofree char *label = g_strdup_printf (_("New: “%s”…"), words);

  gtk_widget_set_visible (self->create, can);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->create))), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->create), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
fill (PazPicker *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) picks = NULL;
  GtkListBoxRow *row;
  guint n = 0;

  fill_pool (self, words);
  picks = paz_pick_pool_find (self->pool, words, (const char * const *) self->favourites);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < picks->len && n < PAZ_PICK_MAX; i++)
    {
      PazPick *pick = g_ptr_array_index (picks, i);

      if (is_among (self->hidden, pick->id))
        continue;
      add_row (self, pick);
      n++;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), n > 0 ? "list" : "nothing");
  show_create (self, words);
}

static void
pick_row (PazPicker     *self,
          GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  if (self->field != NULL)
    paz_pick_remember (self->field, id);
  if (!self->many)
    gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, id);
  if (!self->many)
    return;
  gtk_widget_grab_focus (self->search);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
}

static void
create_cb (PazPicker *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CREATE], 0, words);
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
  GtkListBoxRow *row;

  /* The entry tells of its last letters a moment later: Enter must not take what they shut out. */
  fill (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row != NULL)
    pick_row (self, row);
  else if (gtk_widget_get_visible (self->create))
    create_cb (self);
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

/* The store may have changed since it was open last. */
static void
show_cb (PazPicker *self)
{
  g_clear_pointer (&self->pool, paz_pick_pool_free);
  g_clear_pointer (&self->favourites, g_strfreev);
  if (self->field != NULL)
    self->favourites = paz_pick_list_favourites (self->store, self->field);
  gtk_editable_set_text (GTK_EDITABLE (self->search), self->typed != NULL ? self->typed : "");
  g_clear_pointer (&self->typed, g_free);
  fill (self);
  gtk_widget_grab_focus (self->search);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
paz_picker_dispose (GObject *object)
{
  PazPicker *self = PAZ_PICKER (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->pool, paz_pick_pool_free);
  g_clear_pointer (&self->favourites, g_strfreev);
  g_clear_pointer (&self->hidden, g_strfreev);
  g_clear_pointer (&self->chosen, g_strfreev);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->country, g_free);

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
  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PazPicker, search);
  gtk_widget_class_bind_template_child (widget_class, PazPicker, list);
  gtk_widget_class_bind_template_child (widget_class, PazPicker, pages);
  gtk_widget_class_bind_template_child (widget_class, PazPicker, create);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
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
paz_picker_new_currencies (PazStore       *store,
                           const PazField *field)
{
  g_return_val_if_fail (field->type == PAZ_VALUE_MONEY, NULL);

  return paz_picker_new (store, NULL, field);
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

GtkWidget *
paz_picker_new_markings (const char *country)
{
  PazPicker *self = g_object_new (PAZ_TYPE_PICKER, NULL);

  self->type = PICK_MARKINGS;
  self->country = g_strdup (country);

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

void
paz_picker_set_chosen (PazPicker          *self,
                       const char * const *ids)
{
  g_return_if_fail (PAZ_IS_PICKER (self));

  g_strfreev (self->chosen);
  self->chosen = g_strdupv ((char **) ids);
}

void
paz_picker_set_many (PazPicker *self,
                     gboolean   many)
{
  g_return_if_fail (PAZ_IS_PICKER (self));

  self->many = many;
}

void
paz_picker_open (PazPicker  *self,
                 const char *typed)
{
  g_return_if_fail (PAZ_IS_PICKER (self));

  g_free (self->typed);
  self->typed = g_strdup (typed);
  gtk_popover_popup (GTK_POPOVER (self));
}
