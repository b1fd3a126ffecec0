#include "paz-list-columns.h"

#include "paz-column-view.h"
#include "paz-list-cell.h"
#include "paz-list-fit.h"
#include "paz-words.h"

struct _PazListColumns
{
  GObject parent_instance;

  GtkColumnView *view;       /* it owns us */
  PazStore *store;
  PazListLayout *layout;
  GtkColumnViewColumn *lead; /* before those of fields; NULL: none */
  gboolean changing;         /* by ourselves, not by the person */
  guint n_hidden;
};

G_DEFINE_FINAL_TYPE (PazListColumns, paz_list_columns, G_TYPE_OBJECT)

enum
{
  ARRANGED,
  SORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GQuark
field_quark (void)
{
  return g_quark_from_static_string ("paz-list-column");
}

static const PazField *
get_field (gpointer column)
{
  return g_object_get_qdata (column, field_quark ());
}

const char *
paz_list_columns_get_title (const PazKind  *kind,
                            const PazField *field)
{
  return paz_catalogue_ptext (paz_words_get_catalogue (), paz_field_get_context (field, kind), field->label);
}

/* ---- cells ---- */

/* What the cells of one column share. */
typedef struct
{
  PazListColumns *owner;
  const PazField *field;
  PazListCellFlags flags;
} Column;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          Column                   *column)
{
  gtk_list_item_set_child (list_item, paz_list_cell_new (column->owner->store, column->owner->layout,
                                                         column->field, column->flags));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         Column                   *column)
{
  paz_list_cell_set_row (PAZ_LIST_CELL (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           Column                   *column)
{
  paz_list_cell_set_row (PAZ_LIST_CELL (gtk_list_item_get_child (list_item)), NULL);
}

static void
column_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static gboolean
is_number (const PazField *field)
{
  return field->type == PAZ_VALUE_INTEGER || field->type == PAZ_VALUE_REAL || field->type == PAZ_VALUE_MONEY;
}

static GtkListItemFactory *
make_factory (PazListColumns *self,
              const PazField *field,
              gboolean        is_first)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new0 (Column, 1);

  column->owner = self;
  column->field = field;
  column->flags = (is_number (field) ? PAZ_LIST_CELL_NUMBER : 0)
                  | (is_first ? PAZ_LIST_CELL_FIRST : 0)
                  | (field == paz_list_layout_get_wide (self->layout) ? PAZ_LIST_CELL_NAMES : 0);
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);

  return factory;
}

/* ---- headers ---- */

static void
add_item (GMenu          *menu,
          const char     *label,
          const char     *action,
          const PazField *field,
          gboolean        flag)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new ("(sb)", field->key, flag));
  g_menu_append_item (menu, item);
}

/* The same as by mouse, for every column. */
static GMenuModel *
make_menu (PazListColumns *self,
           const PazField *field)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new ();
  g_autoptr (GMenu) arrange = g_menu_new ();

  add_item (sort, _("Sort Ascending"), "arrange.sort", field, FALSE);
  add_item (sort, _("Sort Descending"), "arrange.sort", field, TRUE);
  add_item (sort, _("Then Sort Ascending"), "arrange.sort-then", field, FALSE);
  add_item (sort, _("Then Sort Descending"), "arrange.sort-then", field, TRUE);
  add_item (arrange, _("Move Left"), "arrange.move-column", field, FALSE);
  add_item (arrange, _("Move Right"), "arrange.move-column", field, TRUE);
  add_item (arrange, _("Hide Column"), "arrange.show-column", field, FALSE);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sort));
  if (paz_field_can_group (field))
    {
      g_autoptr (GMenu) group = g_menu_new ();
      g_autoptr (GMenuItem) item = g_menu_item_new (_("Group by This Column"), NULL);

      g_menu_item_set_action_and_target (item, "arrange.group", "(ss)", field->key,
                                         field->type == PAZ_VALUE_DATE || field->type == PAZ_VALUE_DATETIME
                                         ? "month" : "value");
      g_menu_append_item (group, item);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (group));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (arrange));

  return G_MENU_MODEL (menu);
}

/* "Due ↑", or "Due ↑ 2" where several columns order the list. */
static char *
dup_title (PazListColumns *self,
           const PazField *field)
{
  const char *title = paz_list_columns_get_title (self->layout->kind, field);
  gboolean descending;
  guint place = paz_list_layout_get_order (self->layout, field, &descending);

  if (place == 0)
    return g_strdup (title);
  if (self->layout->orders->len == 1)
    return g_strdup_printf ("%s %s", title, descending ? "↓" : "↑");

  return g_strdup_printf ("%s %s%u", title, descending ? "↓" : "↑", place);
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            PazListColumns  *self)
{
  GtkWidget *title = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  gboolean add = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
  gpointer column = paz_column_view_find_column (self->view, title);

  if (column == NULL || get_field (column) == NULL || !gtk_widget_contains (title, x, y))
    return;
  paz_list_layout_sort (self->layout, get_field (column), add);
  g_signal_emit (self, signals[SORTED], 0);
}

static void
listen_cb (GtkWidget *title,
           gpointer   data)
{
  PazListColumns *self = data;
  GtkGesture *click;

  if (g_object_get_qdata (G_OBJECT (title), field_quark ()) != NULL)
    return;

  click = gtk_gesture_click_new ();
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, 0);
  gtk_widget_add_controller (title, GTK_EVENT_CONTROLLER (click));
  g_object_set_qdata (G_OBJECT (title), field_quark (), self);
}

/* Widgets of headers come and go with their columns. */
static void
update_headers (PazListColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint shown = 0;

  paz_column_view_foreach_title (self->view, listen_cb, self);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      if (get_field (column) != NULL && is_number (get_field (column)))
        paz_column_view_align_end (self->view, shown);
      shown++;
    }
}

/* ---- what the person drags ---- */

static void
columns_changed_cb (PazListColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  guint lead = self->lead != NULL ? 1 : 0;

  if (self->changing || g_list_model_get_n_items (columns) != lead + self->layout->columns->len)
    return;

  /* Each to where its widget is now. */
  for (guint i = 0; i < self->layout->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, lead + i);
      int position = get_field (column) != NULL ? paz_list_layout_find (self->layout, get_field (column)) : -1;

      if (position < 0)
        return;
      paz_list_layout_move (self->layout, get_field (column), (int) i - position);
    }
  update_headers (self);
  g_signal_emit (self, signals[ARRANGED], 0);
}

static void
width_changed_cb (PazListColumns      *self,
                  GParamSpec          *pspec,
                  GtkColumnViewColumn *column)
{
  int position = paz_list_layout_find (self->layout, get_field (column));

  if (self->changing || position < 0)
    return;
  g_array_index (self->layout->columns, PazListColumn, position).width =
    gtk_column_view_column_get_fixed_width (column);
  g_signal_emit (self, signals[ARRANGED], 0);
}

static void
add_column (PazListColumns *self,
            const PazField *field,
            gboolean        is_first)
{
  g_autofree char *title = dup_title (self, field);
  g_autoptr (GMenuModel) menu = make_menu (self, field);
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, make_factory (self, field, is_first));

  g_object_set_qdata (G_OBJECT (column), field_quark (), (gpointer) field);
  if (!paz_field_is_attribute (field, NULL))
    g_object_set_data (G_OBJECT (column), "field", (gpointer) field);   /* for what is copied and pasted */
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_header_menu (column, menu);
  gtk_column_view_column_set_expand (column, field == paz_list_layout_get_wide (self->layout));
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_append_column (self->view, column);
}

/* ---- object ---- */

static void
paz_list_columns_dispose (GObject *object)
{
  g_clear_object (&PAZ_LIST_COLUMNS (object)->lead);
  g_clear_object (&PAZ_LIST_COLUMNS (object)->store);

  G_OBJECT_CLASS (paz_list_columns_parent_class)->dispose (object);
}

static void
paz_list_columns_class_init (PazListColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_list_columns_dispose;

  signals[ARRANGED] = g_signal_new ("arranged", PAZ_TYPE_LIST_COLUMNS, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SORTED] = g_signal_new ("sorted", PAZ_TYPE_LIST_COLUMNS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
paz_list_columns_init (PazListColumns *self)
{
}

/* ---- public ---- */

PazListColumns *
paz_list_columns_new (GtkColumnView *view,
                      PazStore      *store,
                      PazListLayout *layout)
{
  PazListColumns *self = g_object_new (PAZ_TYPE_LIST_COLUMNS, NULL);

  self->view = view;
  self->store = g_object_ref (store);
  self->layout = layout;
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed",
                           G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  paz_list_columns_update (self);

  return self;
}

void
paz_list_columns_update (PazListColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  self->changing = TRUE;
  for (guint n = g_list_model_get_n_items (columns); n > 0; n--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, n - 1);

      gtk_column_view_remove_column (self->view, column);
    }
  if (self->lead != NULL)
    gtk_column_view_append_column (self->view, self->lead);
  for (guint i = 0; i < self->layout->columns->len; i++)
    add_column (self, g_array_index (self->layout->columns, PazListColumn, i).field, i == 0);
  self->changing = FALSE;
  update_headers (self);
}

void
paz_list_columns_set_lead (PazListColumns      *self,
                           GtkColumnViewColumn *column)
{
  if (g_set_object (&self->lead, column))
    paz_list_columns_update (self);
}

void
paz_list_columns_show_orders (PazListColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *title = get_field (column) != NULL ? dup_title (self, get_field (column)) : NULL;

      if (title != NULL)
        gtk_column_view_column_set_title (column, title);
    }
}

void
paz_list_columns_fit (PazListColumns *self,
                      GListModel     *records,
                      int             width)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint lead = self->lead != NULL ? 1 : 0;
  g_autoptr (GArray) widths = paz_list_fit (self->layout, self->store, GTK_WIDGET (self->view), records,
                                            width - (lead > 0 ? gtk_column_view_column_get_fixed_width (self->lead) : 0));

  self->changing = TRUE;
  self->n_hidden = 0;
  for (guint i = 0; lead + i < g_list_model_get_n_items (columns) && i < widths->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, lead + i);
      int own = g_array_index (widths, int, i);

      self->n_hidden += own == 0;
      gtk_column_view_column_set_visible (column, own > 0);
      if (own > 0)
        gtk_column_view_column_set_fixed_width (column, own);
    }
  self->changing = FALSE;
  update_headers (self);
}

guint
paz_list_columns_get_n_hidden (PazListColumns *self)
{
  return self->n_hidden;
}
