#include "paz-list-filter.h"

#include "paz-filter-editor.h"
#include "paz-filter-words.h"
#include "paz-tip.h"
#include "paz-word-list.h"
#include "paz-words.h"
#include "paz-wrap-layout.h"

struct _PazListFilter
{
  GtkWidget parent_instance;

  PazStore *store;
  PazFilter *filter;
  GtkWidget *any;           /* all or any of them */
  GtkWidget *clear;
  GtkWidget *popover;
  GtkWidget *editor;        /* NULL until the popover is asked for */
  int edited;               /* the condition the popover changes; -1: it adds one */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PazListFilter, paz_list_filter, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void show_chips (PazListFilter *self);

static void
changed (PazListFilter *self)
{
  show_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- the editor ---- */

static void
done_cb (PazListFilter *self)
{
  PazCondition *condition = paz_filter_editor_dup_condition (PAZ_FILTER_EDITOR (self->editor));
  GPtrArray *conditions = self->filter->conditions;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (condition == NULL)
    return;
  if (self->edited >= 0 && self->edited < (int) conditions->len)
    g_ptr_array_remove_index (conditions, (guint) self->edited);
  else
    self->edited = (int) conditions->len;
  g_ptr_array_insert (conditions, self->edited, condition);
  changed (self);
}

/* Most lists are read without one. */
static void
make_editor (PazListFilter *self)
{
  if (self->editor != NULL)
    return;
  self->editor = paz_filter_editor_new (self->store, self->filter->kind);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->editor);
  g_signal_connect_object (self->editor, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
}

static void
shown_cb (PazListFilter *self)
{
  make_editor (self);
  self->edited = -1;
  paz_filter_editor_set_condition (PAZ_FILTER_EDITOR (self->editor), NULL);
}

static void
make_editor_cb (GtkMenuButton *button,
                gpointer       data)
{
  make_editor (data);
}

/* ---- chips ---- */

static guint
get_position (GtkWidget *chip)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "position"));
}

static void
remove_cb (PazListFilter *self,
           GtkWidget     *button)
{
  guint position = get_position (gtk_widget_get_parent (button));

  /* What has the focus goes: the next thing in the row takes it. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  g_ptr_array_remove_index (self->filter->conditions, position);
  changed (self);
}

static void
edit_cb (PazListFilter *self,
         GtkWidget     *button)
{
  guint position = get_position (gtk_widget_get_parent (button));

  make_editor (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  self->edited = (int) position;
  paz_filter_editor_set_condition (PAZ_FILTER_EDITOR (self->editor),
                                   g_ptr_array_index (self->filter->conditions, position));
}

static GtkWidget *
make_chip (PazListFilter *self,
           guint          position)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *edit = gtk_button_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *text = paz_filter_words_dup (self->store, self->filter->kind,
                                                g_ptr_array_index (self->filter->conditions, position));
  g_autofree char *hint = g_strdup_printf (_("Remove the filter “%s”"), text);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_button_set_child (GTK_BUTTON (edit), label);
  gtk_widget_set_tooltip_text (edit, _("Change this filter"));
  gtk_widget_set_tooltip_text (remove, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (chip, "filter-chip");
  gtk_box_append (GTK_BOX (chip), edit);
  gtk_box_append (GTK_BOX (chip), remove);
  g_object_set_data (G_OBJECT (chip), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return chip;
}

/* What stands beside the filters, made with the first of them. */
static void
any_cb (PazListFilter *self)
{
  gboolean any = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->any)) == 1;

  if (self->filling || self->filter->any == any)
    return;
  self->filter->any = any;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_cb (PazListFilter *self)
{
  g_autoptr (PazFilter) words = paz_filter_new (self->filter->kind, NULL);

  paz_filter_set_words (words, self->filter->words);
  paz_list_filter_set (self, words);
}

static void
add_ends (PazListFilter *self)
{
  const char *words[] = { C_("filter", "All of these"), C_("filter", "Any of these"), NULL };

  self->any = gtk_drop_down_new_from_strings (words);
  self->clear = gtk_button_new_with_label (C_("filter", "Clear"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->any), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("filter", "How filters go together"), -1);
  paz_tip_set (self->clear, C_("filter", "Remove all filters"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_parent (self->any, GTK_WIDGET (self));
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
  g_signal_connect_object (self->any, "notify::selected", G_CALLBACK (any_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
}

static void
show_chips (PazListFilter *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->clear == NULL)
    add_ends (self);
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (gtk_widget_has_css_class (child, "filter-chip"))
        gtk_widget_unparent (child);
      child = next;
    }
  for (guint i = 0; i < self->filter->conditions->len; i++)
    gtk_widget_insert_before (make_chip (self, i), GTK_WIDGET (self), self->clear);

  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->any), self->filter->any ? 1 : 0);
  self->filling = FALSE;
  gtk_widget_set_visible (self->any, self->filter->conditions->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self), self->filter->conditions->len > 0);
}

/* ---- object ---- */

static void
paz_list_filter_dispose (GObject *object)
{
  PazListFilter *self = PAZ_LIST_FILTER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->popover);
  g_clear_object (&self->store);
  g_clear_pointer (&self->filter, paz_filter_free);

  G_OBJECT_CLASS (paz_list_filter_parent_class)->dispose (object);
}

static void
paz_list_filter_class_init (PazListFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_list_filter_dispose;

  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_LIST_FILTER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
paz_list_filter_init (PazListFilter *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), paz_wrap_layout_new (6));
  gtk_widget_add_css_class (GTK_WIDGET (self), "filter-bar");
}

GtkWidget *
paz_list_filter_new (PazStore      *store,
                     const PazKind *kind)
{
  PazListFilter *self = g_object_new (PAZ_TYPE_LIST_FILTER, NULL);

  self->store = g_object_ref (store);
  self->filter = paz_filter_new (kind, NULL);
  self->popover = g_object_ref_sink (gtk_popover_new ());
  g_signal_connect_object (self->popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  return GTK_WIDGET (self);
}

void
paz_list_filter_set_button (PazListFilter *self,
                            GtkMenuButton *button)
{
  g_return_if_fail (PAZ_IS_LIST_FILTER (self));

  gtk_menu_button_set_popover (button, self->popover);
  gtk_menu_button_set_create_popup_func (button, make_editor_cb, self, NULL);
}

guint
paz_list_filter_count (PazListFilter *self)
{
  return self->filter->conditions->len;
}

const PazFilter *
paz_list_filter_get (PazListFilter *self)
{
  return self->filter;
}

void
paz_list_filter_set_words (PazListFilter *self,
                           const char    *words)
{
  paz_filter_set_words (self->filter, words);
}

void
paz_list_filter_set (PazListFilter   *self,
                     const PazFilter *filter)
{
  PazFilter *copy = filter != NULL ? paz_filter_copy (filter) : paz_filter_new (self->filter->kind, NULL);

  if (filter == NULL && paz_filter_is_empty (self->filter))
    {
      paz_filter_free (copy);
      return;
    }
  paz_filter_free (self->filter);
  self->filter = copy;
  changed (self);
}
