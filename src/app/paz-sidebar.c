#include "paz-sidebar.h"

#include "paz-settings.h"
#include "paz-words.h"

/* Areas are kept closed by these keys, in the order of PazArea. */
static const char * const area_keys[PAZ_N_AREAS] = {
  "network", "working-group", "cooperation", "capabilities", "participation", "women", "training", "interoperability",
};

struct _PazSidebar
{
  AdwBin parent_instance;

  GtkListBox *list;
  gboolean closed[PAZ_N_AREAS];
  gboolean has_rows;
};

G_DEFINE_FINAL_TYPE (PazSidebar, paz_sidebar, ADW_TYPE_BIN)

/* What a row of the list stands for. */
typedef struct
{
  char *page;            /* NULL: the heading of its area */
  char *title;
  int area;              /* PazArea, or NO_AREA */
  const PazKind *kind;   /* NULL: not counted */
  GtkLabel *count;       /* of a heading: what its closed area holds */
  GtkImage *arrow;       /* of a heading */
  gboolean folded;
} Entry;

#define NO_AREA (-1)

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

static Entry *
entry_new (const char    *page,
           const char    *title,
           int            area,
           const PazKind *kind)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->page = g_strdup (page);
  entry->title = g_strdup (title);
  entry->area = area;
  entry->kind = kind;
  entry->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (entry->count), "count");
  gtk_widget_add_css_class (GTK_WIDGET (entry->count), "numeric");

  return entry;
}

static GtkWidget *
make_title (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, title);

  return label;
}

static GtkWidget *
append_row (PazSidebar *self,
            Entry      *entry,
            GtkWidget  *image)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), make_title (entry->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->title, -1);
  g_object_set_data_full (G_OBJECT (row), "entry", entry, (GDestroyNotify) entry_free);
  gtk_list_box_append (self->list, row);

  return row;
}

static void
add_row (PazSidebar    *self,
         const char    *page,
         const char    *title,
         const char    *icon_name,
         int            area,
         const PazKind *kind)
{
  GtkWidget *row = append_row (self, entry_new (page, title, area, kind), gtk_image_new_from_icon_name (icon_name));

  if (area != NO_AREA)
    gtk_widget_set_visible (row, !self->closed[area]);
}

/* An empty label is nothing to stop at; that of a heading tells what is closed below it. */
static void
entry_show_count (const Entry *entry)
{
  gboolean some = *gtk_label_get_label (entry->count) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (entry->count), some && (entry->arrow == NULL || entry->folded));
}

static void
show_heading (PazSidebar    *self,
              GtkListBoxRow *row)
{
  Entry *entry = get_entry (row);
  gboolean closed = self->closed[entry->area];

  gtk_image_set_from_icon_name (entry->arrow, closed ? "pan-end-symbolic" : "pan-down-symbolic");
  entry->folded = closed;
  entry_show_count (entry);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, !closed, -1);
}

/* A row among the others, so that the arrows of the keyboard reach it; it opens and closes its area. */
static void
add_heading (PazSidebar *self,
             PazArea     area)
{
  const char *title = paz_catalogue_ptext (paz_words_get_catalogue (), "area", paz_area_get_title (area));
  Entry *entry = entry_new (NULL, title, (int) area, NULL);
  GtkWidget *row;

  entry->arrow = GTK_IMAGE (gtk_image_new ());
  row = append_row (self, entry, GTK_WIDGET (entry->arrow));
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "area-row");
  show_heading (self, GTK_LIST_BOX_ROW (row));
}

static void
add_kind_row (PazSidebar    *self,
              const PazKind *kind)
{
  g_autofree char *page = g_strconcat ("kind:", kind->key, NULL);

  add_row (self, page, paz_catalogue_text (paz_words_get_catalogue (), kind->phrases.plural),
           kind->icon_name, (int) kind->area, kind);
}

static void
add_rows (PazSidebar *self)
{
  const PazKind * const *kinds = paz_kind_list (NULL);
  int area = NO_AREA;

  add_row (self, "overview", C_("page", "Overview"), "go-home-symbolic", NO_AREA, NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (kinds[i]->parent != NULL)
        continue;
      if ((int) kinds[i]->area != area)
        {
          area = (int) kinds[i]->area;
          add_heading (self, kinds[i]->area);
          if (area == PAZ_AREA_PARTICIPATION)
            {
              add_row (self, "figures", C_("page", "Figures"), "view-grid-symbolic", area, NULL);
              add_row (self, "map", C_("page", "Map"), "mark-location-symbolic", area, NULL);
              add_row (self, "contributions", C_("page", "Contributions"), "view-list-symbolic", area, NULL);
              add_row (self, "sets", C_("page", "Sources of Figures"), "x-office-spreadsheet-symbolic", area, NULL);
              add_row (self, "profile", C_("page", "Country Profile"), "contact-new-symbolic", area, NULL);
              add_row (self, "fatalities", C_("page", "Fatalities in Figures"), "emblem-important-symbolic", area, NULL);
            }
        }
      add_kind_row (self, kinds[i]);
    }

  add_row (self, "translations", C_("page", "Translations"), "document-edit-symbolic", NO_AREA, NULL);
  add_row (self, "history", C_("page", "History"), "document-open-recent-symbolic", NO_AREA, NULL);
  add_row (self, "deleted", C_("page", "Deleted Records"), "user-trash-symbolic", NO_AREA, NULL);
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
    if (g_strcmp0 (get_entry (row)->page, page) == 0)
      return row;

  return NULL;
}

/* ---- areas ---- */

static void
read_closed (PazSidebar *self)
{
  g_auto (GStrv) keys = paz_settings_dup_list (paz_settings_get (), PAZ_SETTING_CLOSED_AREAS);

  for (int i = 0; i < PAZ_N_AREAS; i++)
    self->closed[i] = g_strv_contains ((const char * const *) keys, area_keys[i]);
}

/* Rows that begin another sort of place: after the last area. */
static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       data)
{
  gboolean parted = before != NULL && get_entry (row)->area == NO_AREA && get_entry (before)->area != NO_AREA;

  gtk_list_box_row_set_header (row, parted ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

static void
set_closed (PazSidebar *self,
            int         area,
            gboolean    closed)
{
  GtkListBoxRow *row;

  if (self->closed[area] == closed)
    return;
  self->closed[area] = closed;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (get_entry (row)->area != area)
        continue;
      if (get_entry (row)->page == NULL)
        show_heading (self, row);
      else
        gtk_widget_set_visible (GTK_WIDGET (row), !closed);
    }
  gtk_list_box_invalidate_headers (self->list);
}

/* What a person closes stays closed the next time. */
static void
close_area (PazSidebar *self,
            int         area,
            gboolean    closed)
{
  set_closed (self, area, closed);
  if (closed)
    paz_settings_remember (paz_settings_get (), PAZ_SETTING_CLOSED_AREAS, area_keys[area]);
  else
    paz_settings_forget (paz_settings_get (), PAZ_SETTING_CLOSED_AREAS, area_keys[area]);
}

static GtkListBoxRow *
find_heading (PazSidebar *self,
              int         area)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_entry (row)->area == area && get_entry (row)->page == NULL)
      return row;

  return NULL;
}

static void
closed_changed_cb (PazSidebar *self)
{
  g_auto (GStrv) keys = paz_settings_dup_list (paz_settings_get (), PAZ_SETTING_CLOSED_AREAS);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int here = row != NULL ? get_entry (row)->area : NO_AREA;

  for (int i = 0; i < PAZ_N_AREAS; i++)
    if (i != here)
      set_closed (self, i, g_strv_contains ((const char * const *) keys, area_keys[i]));
}

/* As in a tree: Left closes an area or goes to its heading, Right opens it. */
static gboolean
key_pressed_cb (PazSidebar      *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const Entry *entry = GTK_IS_LIST_BOX_ROW (focus) ? get_entry (GTK_LIST_BOX_ROW (focus)) : NULL;

  if (entry == NULL || entry->area == NO_AREA || (key != GDK_KEY_Left && key != GDK_KEY_Right))
    return GDK_EVENT_PROPAGATE;
  if (entry->page == NULL)
    close_area (self, entry->area, key == GDK_KEY_Left);
  else if (key == GDK_KEY_Left)
    gtk_widget_grab_focus (GTK_WIDGET (find_heading (self, entry->area)));

  return GDK_EVENT_STOP;
}

/* ---- choosing ---- */

/* The keys go from row to row without opening every page on the way: Enter, Space or a click opens. With
 * its last argument the list moves the focus alone. */
static void
move_cursor_cb (GtkListBox      *list,
                GtkMovementStep  step,
                int              count,
                gboolean         extend,
                gboolean         modify)
{
  if (modify)
    return;
  g_signal_stop_emission_by_name (list, "move-cursor");
  g_signal_emit_by_name (list, "move-cursor", step, count, FALSE, TRUE);
}

static void
row_activated_cb (PazSidebar    *self,
                  GtkListBoxRow *row)
{
  const Entry *entry = get_entry (row);

  if (entry->page == NULL)
    close_area (self, entry->area, !self->closed[entry->area]);
  else
    g_signal_emit (self, signals[PAGE_CHOSEN], 0, entry->page);
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
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", PAZ_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
paz_sidebar_init (PazSidebar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  read_closed (self);
  g_signal_connect_object (paz_settings_get (), "changed::" PAZ_SETTING_CLOSED_AREAS,
                           G_CALLBACK (closed_changed_cb), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
  g_signal_connect (self->list, "move-cursor", G_CALLBACK (move_cursor_cb), NULL);
  g_signal_connect_object (self->list, "row-activated",
                           G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), second_frame_cb, g_new0 (guint, 1), g_free);
}

static void
show_count (const Entry *entry,
            gint64       n)
{
  g_autofree char *text = n > 0 ? paz_catalogue_dup_integer (paz_words_get_catalogue (), n) : NULL;

  gtk_label_set_label (entry->count, text != NULL ? text : "");
  entry_show_count (entry);
}

void
paz_sidebar_count (PazSidebar *self,
                   PazStore   *store)
{
  gint64 sums[PAZ_N_AREAS] = { 0 };
  GtkListBoxRow *row;

  if (store != NULL)
    ensure_rows (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const Entry *entry = get_entry (row);
      gint64 n = store != NULL && entry->kind != NULL ? paz_store_count (store, entry->kind) : 0;

      show_count (entry, n);
      if (entry->area != NO_AREA)
        sums[entry->area] += n;
    }
  for (int i = 0; i < PAZ_N_AREAS; i++)
    {
      row = find_heading (self, i);
      if (row != NULL)
        show_count (get_entry (row), sums[i]);
    }
}

gboolean
paz_sidebar_select (PazSidebar *self,
                    const char *page)
{
  GtkListBoxRow *row = find_row (self, page);

  if (row == NULL)
    return FALSE;

  /* Where one is must be seen. */
  if (get_entry (row)->area != NO_AREA)
    set_closed (self, get_entry (row)->area, FALSE);
  gtk_list_box_select_row (self->list, row);

  return TRUE;
}

const char *
paz_sidebar_get_title (PazSidebar *self,
                       const char *page)
{
  GtkListBoxRow *row = find_row (self, page);

  return row != NULL ? get_entry (row)->title : NULL;
}

void
paz_sidebar_propose (PazRole role)
{
  for (int i = 0; i < PAZ_N_AREAS; i++)
    if (paz_role_opens (role, (PazArea) i))
      paz_settings_forget (paz_settings_get (), PAZ_SETTING_CLOSED_AREAS, area_keys[i]);
    else
      paz_settings_remember (paz_settings_get (), PAZ_SETTING_CLOSED_AREAS, area_keys[i]);
}
