#include "paz-sheet-tabs.h"

#include "paz-scroll.h"
#include "paz-words.h"

struct _PazSheetTabs
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  GPtrArray *tabs;
  gboolean is_choosing;
};

G_DEFINE_FINAL_TYPE (PazSheetTabs, paz_sheet_tabs, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
toggled_cb (PazSheetTabs    *self,
            GtkToggleButton *tab)
{
  guint sheet;

  gtk_accessible_update_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED,
                               gtk_toggle_button_get_active (tab), -1);
  if (self->is_choosing || !gtk_toggle_button_get_active (tab) || !g_ptr_array_find (self->tabs, tab, &sheet))
    return;
  g_signal_emit (self, chosen_signal, 0, sheet);
}

static void
paz_sheet_tabs_dispose (GObject *object)
{
  PazSheetTabs *self = PAZ_SHEET_TABS (object);

  g_clear_pointer (&self->tabs, g_ptr_array_unref);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (paz_sheet_tabs_parent_class)->dispose (object);
}

static void
paz_sheet_tabs_class_init (PazSheetTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = paz_sheet_tabs_dispose;
  chosen_signal = g_signal_new ("chosen", PAZ_TYPE_SHEET_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sheettabs");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_LIST);
}

static void
paz_sheet_tabs_init (PazSheetTabs *self)
{
  self->tabs = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sheets"), -1);
}

GtkWidget *
paz_sheet_tabs_new (void)
{
  return g_object_new (PAZ_TYPE_SHEET_TABS, NULL);
}

static void
add_tab (PazSheetTabs *self,
         const char   *name)
{
  GtkWidget *tab = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_TAB,
                                 "label", name, NULL);

  gtk_widget_add_css_class (tab, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->tabs->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), self->tabs->pdata[0]);
  g_ptr_array_add (self->tabs, tab);
  gtk_box_append (GTK_BOX (self->box), tab);
  g_signal_connect_object (tab, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
has_same_tabs (PazSheetTabs *self,
               PazBook      *book)
{
  if (book == NULL || self->tabs->len != paz_book_count_sheets (book))
    return FALSE;
  for (guint i = 0; i < self->tabs->len; i++)
    if (!g_str_equal (gtk_button_get_label (self->tabs->pdata[i]), paz_book_get_sheet (book, i)->name))
      return FALSE;

  return TRUE;
}

void
paz_sheet_tabs_set_book (PazSheetTabs *self,
                         PazBook      *book)
{
  if (has_same_tabs (self, book))
    return;
  for (guint i = 0; i < self->tabs->len; i++)
    gtk_box_remove (GTK_BOX (self->box), self->tabs->pdata[i]);
  g_ptr_array_set_size (self->tabs, 0);
  for (guint i = 0; book != NULL && i < paz_book_count_sheets (book); i++)
    add_tab (self, paz_book_get_sheet (book, i)->name);
}

void
paz_sheet_tabs_choose (PazSheetTabs *self,
                       guint         sheet)
{
  if (sheet >= self->tabs->len)
    return;
  self->is_choosing = TRUE;
  gtk_toggle_button_set_active (self->tabs->pdata[sheet], TRUE);
  self->is_choosing = FALSE;
  paz_scroll_into_view (self->tabs->pdata[sheet]);
}
