#include "paz-sidebar.h"

#include "paz-words.h"

struct _PazSidebar
{
  AdwBin parent_instance;

  GtkListBox *list;
  gboolean has_rows;
  gboolean selecting;    /* the program selects, not the person */
};

G_DEFINE_FINAL_TYPE (PazSidebar, paz_sidebar, ADW_TYPE_BIN)

/* What a row of the list stands for. */
typedef struct
{
  char *page;
  char *title;
  const char *area;      /* heading above its first row; NULL for none */
  const PazKind *kind;   /* NULL: not counted */
  GtkLabel *count;
} Entry;

enum
{
  PAGE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
entry_free (Entry *entry)
{
  g_free (entry->page);
  g_free (entry->title);
  g_free (entry);
}

static Entry *
get_entry (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

static void
add_row (PazSidebar    *self,
         const char    *page,
         const char    *title,
         const char    *icon_name,
         const char    *area,
         const PazKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = gtk_label_new (title);
  Entry *entry = g_new0 (Entry, 1);

  entry->page = g_strdup (page);
  entry->title = g_strdup (title);
  entry->area = area;
  entry->kind = kind;
  entry->count = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_add_css_class (GTK_WIDGET (entry->count), "count");
  gtk_widget_add_css_class (GTK_WIDGET (entry->count), "numeric");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "entry", entry, (GDestroyNotify) entry_free);
  gtk_list_box_append (self->list, row);
}

static void
add_kind_row (PazSidebar    *self,
              const PazKind *kind)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();
  g_autofree char *page = g_strconcat ("kind:", kind->key, NULL);

  add_row (self, page,
           paz_catalogue_text (catalogue, kind->phrases.plural),
           kind->icon_name,
           paz_catalogue_ptext (catalogue, "area", paz_area_get_title (kind->area)),
           kind);
}

static void
add_rows (PazSidebar *self)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  const char *participation = paz_catalogue_ptext (paz_words_get_catalogue (), "area",
                                                   paz_area_get_title (PAZ_AREA_PARTICIPATION));
  gboolean had_contributions = FALSE;

  add_row (self, "overview", C_("page", "Overview"), "go-home-symbolic", NULL, NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (kinds[i]->area == PAZ_AREA_PARTICIPATION && !had_contributions)
        {
          add_row (self, "contributions", C_("page", "Contributions"),
                   "view-list-symbolic", participation, NULL);
          had_contributions = TRUE;
        }
      if (kinds[i]->parent == NULL)
        add_kind_row (self, kinds[i]);
    }
}

/* Words and icons cost as much as the rest of the window: they come with its second frame, or as
 * soon as somebody asks. */
static void
ensure_rows (PazSidebar *self)
{
  if (self->has_rows)
    return;
  self->has_rows = TRUE;
  add_rows (self);
}

static GtkListBoxRow *
find_row (PazSidebar *self,
          const char *page)
{
  GtkListBoxRow *row;

  ensure_rows (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (get_entry (row)->page, page))
      return row;

  return NULL;
}

static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       data)
{
  const char *area = get_entry (row)->area;
  GtkWidget *label;

  if (before == NULL || area == NULL || g_strcmp0 (get_entry (before)->area, area) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (area);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "area-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
row_selected_cb (PazSidebar    *self,
                 GtkListBoxRow *row)
{
  if (row != NULL && !self->selecting)
    g_signal_emit (self, signals[PAGE_CHOSEN], 0, get_entry (row)->page);
}

static void
row_activated_cb (PazSidebar    *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PAGE_CHOSEN], 0, get_entry (row)->page);
}

static gboolean
second_frame_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  guint *frames = data;

  if ((*frames)++ == 0)
    return G_SOURCE_CONTINUE;
  ensure_rows (PAZ_SIDEBAR (widget));

  return G_SOURCE_REMOVE;
}

static void
paz_sidebar_class_init (PazSidebarClass *klass)
{
  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", PAZ_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
paz_sidebar_init (PazSidebar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
  g_signal_connect_object (self->list, "row-selected",
                           G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated",
                           G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), second_frame_cb, g_new0 (guint, 1), g_free);
}

void
paz_sidebar_count (PazSidebar *self,
                   PazStore   *store)
{
  GtkListBoxRow *row;

  if (store != NULL)
    ensure_rows (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      Entry *entry = get_entry (row);
      gint64 n = store != NULL && entry->kind != NULL ? paz_store_count (store, entry->kind) : 0;
      g_autofree char *text = NULL;

      if (n > 0)
        text = paz_catalogue_dup_integer (paz_words_get_catalogue (), n);
      gtk_label_set_label (entry->count, text != NULL ? text : "");
    }
}

gboolean
paz_sidebar_select (PazSidebar *self,
                    const char *page)
{
  GtkListBoxRow *row = find_row (self, page);

  if (row == NULL)
    return FALSE;

  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->selecting = FALSE;

  return TRUE;
}

const char *
paz_sidebar_get_title (PazSidebar *self,
                       const char *page)
{
  GtkListBoxRow *row = find_row (self, page);

  return row != NULL ? get_entry (row)->title : NULL;
}
