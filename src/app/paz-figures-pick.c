#include "paz-figures-pick.h"

#include "base/paz-text.h"
#include "paz-words.h"

struct _PazFiguresPick
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *search;
  GtkListBox *list;
  char *what;
  char *all;
  GPtrArray *keys;
  GPtrArray *names;
  GHashTable *chosen;
  gboolean filled;        /* the rows of the popover are made when it is opened first */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (PazFiguresPick, paz_figures_pick, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_chosen (PazFiguresPick *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < self->keys->len && n == 1; i++)
    if (g_hash_table_contains (self->chosen, self->keys->pdata[i]))
      text = g_strdup (self->names->pdata[i]);
  if (text == NULL)
    text = n == 0 ? g_strdup (self->all) : paz_words_dup_count (N_("%s chosen"), N_("%s chosen"), n);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), text);
  name = g_strdup_printf ("%s: %s", self->what, text);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
toggled_cb (GtkCheckButton *check,
            PazFiguresPick *self)
{
  const char *key = g_object_get_data (G_OBJECT (check), "key");

  if (self->setting)
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_strdup (key));
  else
    g_hash_table_remove (self->chosen, key);
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkCheckButton *
get_check (GtkListBoxRow *row)
{
  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
}

static void
show_checks (PazFiguresPick *self)
{
  GtkListBoxRow *row;

  self->setting = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_check_button_set_active (get_check (row), g_hash_table_contains (self->chosen,
                                 g_object_get_data (G_OBJECT (get_check (row)), "key")));
  self->setting = FALSE;
}

static void
make_rows (PazFiguresPick *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->keys->len; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (self->names->pdata[i]);

      g_object_set_data_full (G_OBJECT (check), "key", g_strdup (self->keys->pdata[i]), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_list_box_append (self->list, check);
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
    }
  self->filled = TRUE;
}

static void
opened_cb (PazFiguresPick *self)
{
  if (!self->filled)
    make_rows (self);
  show_checks (self);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       data)
{
  PazFiguresPick *self = data;
  g_autofree char *wanted = paz_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *name = paz_text_fold (gtk_check_button_get_label (get_check (row)));

  return wanted == NULL || name == NULL || strstr (name, wanted) != NULL;
}

static void
clear_cb (PazFiguresPick *self)
{
  if (g_hash_table_size (self->chosen) == 0)
    return;
  g_hash_table_remove_all (self->chosen);
  show_checks (self);
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_popover (PazFiguresPick *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clear = gtk_button_new_with_label (self->all);

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, self->what, -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), clear);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed",
                           G_CALLBACK (gtk_list_box_invalidate_filter), self->list, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
paz_figures_pick_dispose (GObject *object)
{
  PazFiguresPick *self = PAZ_FIGURES_PICK (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (paz_figures_pick_parent_class)->dispose (object);
}

static void
paz_figures_pick_finalize (GObject *object)
{
  PazFiguresPick *self = PAZ_FIGURES_PICK (object);

  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->chosen);
  g_free (self->what);
  g_free (self->all);

  G_OBJECT_CLASS (paz_figures_pick_parent_class)->finalize (object);
}

static void
paz_figures_pick_class_init (PazFiguresPickClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_figures_pick_dispose;
  G_OBJECT_CLASS (klass)->finalize = paz_figures_pick_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_FIGURES_PICK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
paz_figures_pick_init (PazFiguresPick *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GtkWidget *
paz_figures_pick_new (const char *what,
                      const char *all)
{
  PazFiguresPick *self = g_object_new (PAZ_TYPE_FIGURES_PICK, NULL);

  self->what = g_strdup (what);
  self->all = g_strdup (all);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  show_chosen (self);

  return GTK_WIDGET (self);
}

void
paz_figures_pick_fill (PazFiguresPick *self,
                       GPtrArray      *keys,
                       GPtrArray      *names)
{
  g_ptr_array_set_size (self->keys, 0);
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; i < keys->len; i++)
    {
      g_ptr_array_add (self->keys, g_strdup (keys->pdata[i]));
      g_ptr_array_add (self->names, g_strdup (names->pdata[i]));
    }
  self->filled = FALSE;
  show_chosen (self);
}

void
paz_figures_pick_set_keys (PazFiguresPick  *self,
                           char           **keys)
{
  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_add (self->chosen, g_strdup (keys[i]));
  show_checks (self);
  show_chosen (self);
}

char **
paz_figures_pick_dup_keys (PazFiguresPick *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < self->keys->len; i++)
    if (g_hash_table_contains (self->chosen, self->keys->pdata[i]))
      g_strv_builder_add (keys, self->keys->pdata[i]);

  return g_hash_table_size (self->chosen) > 0 ? g_strv_builder_end (keys) : NULL;
}
