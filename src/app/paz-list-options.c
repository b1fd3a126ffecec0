#include "paz-list-options.h"

#include "paz-list-columns.h"
#include "paz-word-list.h"
#include "paz-words.h"

struct _PazListOptions
{
  GtkPopover parent_instance;

  PazListLayout *layout;
  GtkWidget *group;          /* drop-down */
  GtkWidget *open_groups;    /* buttons, while there are groups */
  GPtrArray *targets;        /* of its entries: GVariant (ss) */
  GtkWidget *columns;        /* list box */
  GtkWidget *hidden;         /* says how many of them have no room */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PazListOptions, paz_list_options, GTK_TYPE_POPOVER)

static const char *
get_title (PazListOptions *self,
           const PazField *field)
{
  return paz_list_columns_get_title (self->layout->kind, field);
}

/* ---- groups ---- */

static void
add_group (PazListOptions *self,
           GtkStringList  *words,
           const PazField *field,
           PazGrouping     grouping,
           const char     *key,
           const char     *format)
{
  g_autofree char *word = paz_words_fill (format, field != NULL ? get_title (self, field) : "");

  gtk_string_list_append (words, word);
  g_ptr_array_add (self->targets, g_variant_ref_sink (g_variant_new ("(ss)", field != NULL ? field->key : "", key)));
  if (self->layout->group == field && (field == NULL || self->layout->grouping == grouping))
    g_object_set_data (G_OBJECT (words), "selected", GUINT_TO_POINTER (self->targets->len - 1));
}

static gboolean
has_days (const PazField *field)
{
  return field->type == PAZ_VALUE_DATE || field->type == PAZ_VALUE_DATETIME;
}

static void
fill_groups (PazListOptions *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) fields = paz_list_layout_list_fields (self->layout->kind);

  g_ptr_array_set_size (self->targets, 0);
  add_group (self, words, NULL, PAZ_GROUP_VALUE, "value", C_("group by", "Nothing"));
  for (guint i = 0; i < fields->len; i++)
    {
      const PazField *field = g_ptr_array_index (fields, i);

      if (!paz_field_can_group (field))
        continue;
      if (field->type == PAZ_VALUE_MONTH || has_days (field))
        {
          add_group (self, words, field, PAZ_GROUP_MONTH, "month", C_("group by", "%s, by month"));
          add_group (self, words, field, PAZ_GROUP_YEAR, "year", C_("group by", "%s, by year"));
        }
      else
        add_group (self, words, field, PAZ_GROUP_VALUE, "value", "%s");
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->group), G_LIST_MODEL (words));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->group),
                              GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (words), "selected")));
  self->filling = FALSE;
  gtk_widget_set_visible (self->open_groups, self->layout->group != NULL);
}

static void
group_cb (PazListOptions *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->group));

  if (self->filling || selected >= self->targets->len)
    return;
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "arrange.group", g_ptr_array_index (self->targets, selected));
}

/* ---- columns ---- */

static GtkWidget *
make_button (const char *icon,
             const char *format,
             const char *title,
             const char *action,
             GVariant   *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = paz_words_fill (format, title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);

  return button;
}

static void
shown_cb (GtkCheckButton *check,
          PazListOptions *self)
{
  const char *key = g_object_get_data (G_OBJECT (check), "field");

  if (!self->filling)
    gtk_widget_activate_action (GTK_WIDGET (self), "arrange.show-column", "(sb)", key, gtk_check_button_get_active (check));
}

static GtkWidget *
make_check (PazListOptions *self,
            const PazField *field,
            gboolean        shown)
{
  GtkWidget *check = gtk_check_button_new_with_label (get_title (self, field));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  gtk_widget_set_hexpand (check, TRUE);
  g_object_set_data (G_OBJECT (check), "field", (gpointer) field->key);
  g_signal_connect_object (check, "toggled", G_CALLBACK (shown_cb), self, 0);

  return check;
}

/* Not sorted, ascending, descending: each press the next. Its place where there are several. */
static GtkWidget *
make_sort (PazListOptions *self,
           const PazField *field)
{
  gboolean descending = FALSE;
  guint place = paz_list_layout_get_order (self->layout, field, &descending);
  const char *format = place == 0 ? _("Sort by %s") : descending ? _("%s: sorted descending") : _("%s: sorted ascending");
  GtkWidget *button = make_button ("view-sort-ascending-symbolic", format, get_title (self, field),
                                   "arrange.sort-column", g_variant_new_string (field->key));

  if (place > 0)
    {
      g_autofree char *text = g_strdup_printf ("%s%u", descending ? "↓" : "↑", place);

      gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (text));
    }

  return button;
}

static void
add_row (PazListOptions *self,
         const PazField *field,
         gboolean        shown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  const char *title = get_title (self, field);

  gtk_box_append (GTK_BOX (box), make_check (self, field, shown));
  gtk_box_append (GTK_BOX (box), make_sort (self, field));
  if (shown)
    {
      gtk_box_append (GTK_BOX (box), make_button ("go-up-symbolic", _("Move %s to the left"), title, "arrange.move-column",
                                                  g_variant_new ("(sb)", field->key, FALSE)));
      gtk_box_append (GTK_BOX (box), make_button ("go-down-symbolic", _("Move %s to the right"), title,
                                                  "arrange.move-column", g_variant_new ("(sb)", field->key, TRUE)));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field->key);
  gtk_list_box_append (GTK_LIST_BOX (self->columns), row);
}

/* Where the focus is: which field's row, and which of its controls. */
static const char *
find_focus (PazListOptions *self,
            guint          *n)
{
  GtkWidget *focus = gtk_widget_get_root (GTK_WIDGET (self)) != NULL
                     ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  *n = 0;
  if (row == NULL || gtk_widget_get_parent (row) != self->columns)
    return NULL;
  while ((focus = gtk_widget_get_prev_sibling (focus)) != NULL)
    (*n)++;

  return g_object_get_data (G_OBJECT (row), "field");
}

static void
restore_focus (PazListOptions *self,
               const char     *key,
               guint           n)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->columns); key != NULL && row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "field"), key) == 0)
      {
        GtkWidget *control = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

        while (n-- > 0 && gtk_widget_get_next_sibling (control) != NULL)
          control = gtk_widget_get_next_sibling (control);
        gtk_widget_grab_focus (control);
        return;
      }
}

static void
fill_columns (PazListOptions *self)
{
  g_autoptr (GPtrArray) fields = paz_list_layout_list_fields (self->layout->kind);
  guint n;
  const char *focus = find_focus (self, &n);
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->columns), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->columns), GTK_WIDGET (row));
  for (guint i = 0; i < self->layout->columns->len; i++)
    add_row (self, g_array_index (self->layout->columns, PazListColumn, i).field, TRUE);
  for (guint i = 0; i < fields->len; i++)
    if (paz_list_layout_find (self->layout, g_ptr_array_index (fields, i)) < 0)
      add_row (self, g_ptr_array_index (fields, i), FALSE);
  self->filling = FALSE;
  restore_focus (self, focus, n);
}

/* ---- object ---- */

static void
paz_list_options_dispose (GObject *object)
{
  g_clear_pointer (&PAZ_LIST_OPTIONS (object)->targets, g_ptr_array_unref);

  G_OBJECT_CLASS (paz_list_options_parent_class)->dispose (object);
}

static void
paz_list_options_class_init (PazListOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_list_options_dispose;
}

static void
paz_list_options_init (PazListOptions *self)
{
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
}

static GtkWidget *
make_heading (const char *text,
              GtkWidget  *of)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), of);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static GtkWidget *
make_action_button (const char *label,
                    const char *action,
                    GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);

  return button;
}

static GtkWidget *
make_columns (PazListOptions *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->columns = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->columns), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->columns, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("list", "Columns"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->columns);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 330);

  return scrolled;
}

GtkWidget *
paz_list_options_new (PazListLayout *layout)
{
  PazListOptions *self = g_object_new (PAZ_TYPE_LIST_OPTIONS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *columns = make_columns (self);

  self->layout = layout;
  self->hidden = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hidden), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hidden), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->hidden), 30);
  gtk_widget_add_css_class (self->hidden, "dim-label");
  gtk_widget_set_visible (self->hidden, FALSE);
  self->group = paz_word_list_new (gtk_string_list_new (NULL));
  self->open_groups = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->open_groups), TRUE);
  gtk_box_append (GTK_BOX (self->open_groups),
                  make_action_button (C_("group by", "Open All"), "arrange.open-groups", g_variant_new_boolean (TRUE)));
  gtk_box_append (GTK_BOX (self->open_groups),
                  make_action_button (C_("group by", "Close All"), "arrange.open-groups", g_variant_new_boolean (FALSE)));
  gtk_box_append (GTK_BOX (box), make_heading (C_("list", "Group By"), self->group));
  gtk_box_append (GTK_BOX (box), self->group);
  gtk_box_append (GTK_BOX (box), self->open_groups);
  gtk_box_append (GTK_BOX (box), make_heading (C_("list", "Columns"), self->columns));
  gtk_box_append (GTK_BOX (box), columns);
  gtk_box_append (GTK_BOX (box), self->hidden);
  gtk_box_append (GTK_BOX (box), make_action_button (C_("list", "Reset"), "arrange.reset-list", NULL));
  gtk_widget_set_size_request (box, 320, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_object (self->group, "notify::selected", G_CALLBACK (group_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "show", G_CALLBACK (paz_list_options_update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
paz_list_options_update (PazListOptions *self)
{
  fill_groups (self);
  fill_columns (self);
}

char *
paz_list_options_dup_hidden (guint n)
{
  g_autofree char *number = paz_catalogue_dup_integer (paz_words_get_catalogue (), n);

  if (n == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%s column has no room and is hidden.", "%s columns have no room and are hidden.", n),
                          number);
}

void
paz_list_options_set_n_hidden (PazListOptions *self,
                               guint           n)
{
  g_autofree char *text = paz_list_options_dup_hidden (n);

  gtk_label_set_text (GTK_LABEL (self->hidden), text);
  gtk_widget_set_visible (self->hidden, n > 0);
}
