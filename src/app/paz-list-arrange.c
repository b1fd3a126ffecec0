#include "paz-list-arrange.h"

#include "paz-list-cell.h"
#include "paz-list-columns.h"
#include "paz-list-options.h"
#include "paz-list-saved-actions.h"
#include "paz-tip.h"
#include "paz-words.h"

struct _PazListArrange
{
  GObject parent_instance;

  GtkWidget *page;           /* it owns us */
  GtkColumnView *view;
  PazStore *store;
  PazListLayout *layout;
  PazListColumns *columns;
  PazListFilter *filter;
  PazListOptions *options;   /* NULL until somebody asks for them */
  GtkWidget *options_button; /* of the page */
  char *options_name;
  PazRecordList *records;
  GSimpleActionGroup *actions;
  int width;                 /* what the columns are made for */
  gboolean fitted;           /* by what the records say */
  guint fitting;             /* tick callback */
};

G_DEFINE_FINAL_TYPE (PazListArrange, paz_list_arrange, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Of the list shown last: the next one has as much room, most likely. */
static int last_width = 760;

/* ---- widths ---- */

/* Columns that have no room are told, not only left out. */
static void
show_hidden (PazListArrange *self)
{
  guint n = paz_list_columns_get_n_hidden (self->columns);
  g_autofree char *text = paz_list_options_dup_hidden (n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (self->options != NULL)
    paz_list_options_set_n_hidden (self->options, n);
  if (self->options_button != NULL)
    {
      g_autofree char *tip = *text != '\0' ? g_strdup_printf ("%s\n%s", self->options_name, text) : NULL;

      paz_tip_set (self->options_button, tip != NULL ? tip : self->options_name);
    }
}

static void
fit (PazListArrange *self)
{
  GListModel *records = G_LIST_MODEL (self->records);

  paz_list_columns_fit (self->columns, records, self->width);
  show_hidden (self);
  self->fitted = records != NULL && g_list_model_get_n_items (records) > 0;
}

static gboolean
fit_cb (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       data)
{
  PazListArrange *self = data;

  self->fitting = 0;
  fit (self);

  return G_SOURCE_REMOVE;
}

static void
queue_fit (PazListArrange *self)
{
  if (self->fitting == 0)
    self->fitting = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), fit_cb, self, NULL);
}

static void
width_cb (PazListArrange *self,
          GParamSpec     *pspec,
          GtkAdjustment  *adjustment)
{
  int width = (int) gtk_adjustment_get_page_size (adjustment);

  if (width < 100 || width == self->width)
    return;
  self->width = last_width = width;
  queue_fit (self);
}

static void
adjustment_cb (PazListArrange *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (width_cb), self, G_CONNECT_SWAPPED);
}

static void
items_cb (PazListArrange *self)
{
  if (!self->fitted)
    fit (self);
}

/* ---- columns and order ---- */

static void
changed (PazListArrange *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
update_options (PazListArrange *self)
{
  if (self->options != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->options)))
    paz_list_options_update (self->options);
}

static void
arranged_cb (PazListArrange *self)
{
  paz_list_layout_save (self->layout);
  update_options (self);
}

static void
sorted_cb (PazListArrange *self)
{
  paz_list_layout_save (self->layout);
  paz_list_columns_show_orders (self->columns);
  fit (self);
  update_options (self);
  changed (self);
}

static void
remade (PazListArrange *self)
{
  paz_list_layout_save (self->layout);
  paz_list_columns_update (self->columns);
  fit (self);
  update_options (self);
}

static void
make_options_cb (GtkMenuButton *button,
                 gpointer       data)
{
  PazListArrange *self = data;

  if (self->options != NULL)
    return;
  self->options = g_object_ref_sink (PAZ_LIST_OPTIONS (paz_list_options_new (self->layout)));
  paz_list_options_set_n_hidden (self->options, paz_list_columns_get_n_hidden (self->columns));
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->options));
}

/* A field and a yes or no. */
static const PazField *
read_target (PazListArrange *self,
             GVariant       *target,
             gboolean       *flag)
{
  const char *key;

  g_variant_get (target, "(&sb)", &key, flag);

  return paz_field_find (self->layout->kind, key);
}

static void
sort (PazListArrange *self,
      GVariant       *target,
      gboolean        add)
{
  gboolean descending;
  const PazField *field = read_target (self, target, &descending);

  if (field == NULL)
    return;
  paz_list_layout_set_order (self->layout, field, descending, add);
  sorted_cb (self);
}

static void
sort_action (GSimpleAction *action,
             GVariant      *target,
             gpointer       data)
{
  sort (data, target, FALSE);
}

static void
sort_then_action (GSimpleAction *action,
                  GVariant      *target,
                  gpointer       data)
{
  sort (data, target, TRUE);
}

/* Ascending, descending, not at all. */
static void
sort_column_action (GSimpleAction *action,
                    GVariant      *target,
                    gpointer       data)
{
  PazListArrange *self = data;
  const PazField *field = paz_field_find (self->layout->kind, g_variant_get_string (target, NULL));
  gboolean descending = FALSE;
  guint place = field != NULL ? paz_list_layout_get_order (self->layout, field, &descending) : 0;

  if (field == NULL)
    return;
  if (place > 0 && descending)
    paz_list_layout_drop_order (self->layout, field);
  else
    paz_list_layout_set_order (self->layout, field, place > 0, TRUE);
  sorted_cb (self);
}

static void
move_column_action (GSimpleAction *action,
                    GVariant      *target,
                    gpointer       data)
{
  PazListArrange *self = data;
  gboolean right;
  const PazField *field = read_target (self, target, &right);

  if (field != NULL && paz_list_layout_move (self->layout, field, right ? 1 : -1))
    remade (self);
}

static void
show_column_action (GSimpleAction *action,
                    GVariant      *target,
                    gpointer       data)
{
  PazListArrange *self = data;
  gboolean show;
  const PazField *field = read_target (self, target, &show);

  if (field == NULL)
    return;
  paz_list_layout_show (self->layout, field, show);
  remade (self);
}

static void
reset_action (GSimpleAction *action,
              GVariant      *target,
              gpointer       data)
{
  PazListArrange *self = data;

  paz_list_layout_reset (self->layout);
  remade (self);
  changed (self);
}

/* ---- groups ---- */

static void
group_action (GSimpleAction *action,
              GVariant      *target,
              gpointer       data)
{
  PazListArrange *self = data;
  const char *key, *grouping;

  g_variant_get (target, "(&s&s)", &key, &grouping);
  paz_list_layout_set_group (self->layout, *key != '\0' ? paz_field_find (self->layout->kind, key) : NULL,
                             g_str_equal (grouping, "month") ? PAZ_GROUP_MONTH
                             : g_str_equal (grouping, "year") ? PAZ_GROUP_YEAR : PAZ_GROUP_VALUE);
  paz_list_layout_save (self->layout);
  update_options (self);
  changed (self);
}

static void
open_groups_action (GSimpleAction *action,
                    GVariant      *target,
                    gpointer       data)
{
  PazListArrange *self = data;
  GPtrArray *groups = paz_record_list_get_groups (self->records);
  gboolean open = g_variant_get_boolean (target);

  paz_record_list_set_all_open (self->records, open);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    paz_list_layout_close (self->layout, paz_record_group_get_key (g_ptr_array_index (groups, i)), !open);
  paz_list_layout_save (self->layout);
}

static void
toggle (PazListArrange *self,
        PazRecordGroup *group)
{
  gboolean open = !paz_record_group_is_open (group);

  paz_list_layout_close (self->layout, paz_record_group_get_key (group), !open);
  paz_list_layout_save (self->layout);
  paz_record_list_set_open (self->records, group, open);
}

/* The first press of two toggles, activating toggles, so the second must too. */
static void
clicked_cb (PazListArrange *self,
            int             n_press,
            double          x,
            double          y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GObject *item;

  for (; widget != NULL && !PAZ_IS_LIST_CELL (widget); widget = gtk_widget_get_parent (widget))
    if (PAZ_IS_LIST_CELL (gtk_widget_get_first_child (widget)))
      {
        widget = gtk_widget_get_first_child (widget);
        break;
      }
  item = widget != NULL ? paz_list_cell_get_item (PAZ_LIST_CELL (widget)) : NULL;
  if (item != NULL && PAZ_IS_RECORD_GROUP (item))
    toggle (self, PAZ_RECORD_GROUP (item));
}

gboolean
paz_list_arrange_activate (PazListArrange *self,
                           guint           position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->records), position);

  if (item == NULL || !PAZ_IS_RECORD_GROUP (item))
    return FALSE;
  toggle (self, PAZ_RECORD_GROUP (item));

  return TRUE;
}

/* ---- object ---- */

static const GActionEntry entries[] = {
  { "sort", sort_action, "(sb)" },
  { "sort-then", sort_then_action, "(sb)" },
  { "sort-column", sort_column_action, "s" },
  { "move-column", move_column_action, "(sb)" },
  { "show-column", show_column_action, "(sb)" },
  { "reset-list", reset_action },
  { "group", group_action, "(ss)" },
  { "open-groups", open_groups_action, "b" },
};

static void
paz_list_arrange_dispose (GObject *object)
{
  PazListArrange *self = PAZ_LIST_ARRANGE (object);

  g_clear_object (&self->columns);
  g_clear_object (&self->filter);
  g_clear_object (&self->options);
  g_clear_pointer (&self->options_name, g_free);
  g_clear_object (&self->records);
  g_clear_object (&self->actions);
  g_clear_object (&self->store);
  g_clear_pointer (&self->layout, paz_list_layout_free);

  G_OBJECT_CLASS (paz_list_arrange_parent_class)->dispose (object);
}

static void
paz_list_arrange_class_init (PazListArrangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_list_arrange_dispose;

  signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_LIST_ARRANGE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
paz_list_arrange_init (PazListArrange *self)
{
  self->width = last_width;
}

static void
add_actions (PazListArrange *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->page, "arrange", G_ACTION_GROUP (self->actions));
}

static void
listen_to_view (PazListArrange *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (self->view, "notify::hadjustment", G_CALLBACK (adjustment_cb), self, G_CONNECT_SWAPPED);
  adjustment_cb (self);
}

PazListArrange *
paz_list_arrange_new (GtkWidget     *page,
                      GtkColumnView *view,
                      PazStore      *store,
                      const PazKind *kind)
{
  PazListArrange *self = g_object_new (PAZ_TYPE_LIST_ARRANGE, NULL);

  self->page = page;
  self->view = view;
  self->store = g_object_ref (store);
  self->layout = paz_list_layout_load (kind);
  self->filter = g_object_ref_sink (PAZ_LIST_FILTER (paz_list_filter_new (store, kind)));
  self->columns = paz_list_columns_new (view, store, self->layout);
  add_actions (self);
  listen_to_view (self);
  g_signal_connect_object (self->columns, "arranged", G_CALLBACK (arranged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "sorted", G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);

  return self;
}

void
paz_list_arrange_set_records (PazListArrange *self,
                              PazRecordList  *records)
{
  g_set_object (&self->records, records);
  paz_record_list_set_closed (records, self->layout->closed);
  g_signal_connect_object (records, "items-changed", G_CALLBACK (items_cb), self, G_CONNECT_SWAPPED);
  fit (self);
}

PazListFilter *
paz_list_arrange_get_filter (PazListArrange *self)
{
  return self->filter;
}

/* The button inside takes the focus, and before GTK 4.10 has no name of its own. */
static void
name_button (GtkMenuButton *button)
{
  GtkWidget *inside = gtk_widget_get_first_child (GTK_WIDGET (button));
  const char *name = gtk_widget_get_tooltip_text (GTK_WIDGET (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (inside != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
paz_list_arrange_set_buttons (PazListArrange *self,
                              GtkMenuButton  *filter,
                              GtkMenuButton  *saved,
                              GtkMenuButton  *options)
{
  paz_list_filter_set_button (self->filter, filter);
  paz_list_saved_add_actions (G_ACTION_MAP (self->actions), saved, self->page, self->store, self->filter);
  gtk_menu_button_set_create_popup_func (options, make_options_cb, self, NULL);
  self->options_button = GTK_WIDGET (options);
  self->options_name = g_strdup (gtk_widget_get_tooltip_text (GTK_WIDGET (options)));
  name_button (filter);
  name_button (saved);
  name_button (options);
}

void
paz_list_arrange_set_lead (PazListArrange      *self,
                           GtkColumnViewColumn *column)
{
  paz_list_columns_set_lead (self->columns, column);
  fit (self);
}

void
paz_list_arrange_apply (PazListArrange *self,
                        PazQuery       *query)
{
  paz_filter_apply (paz_list_filter_get (self->filter), query);
  paz_list_layout_apply (self->layout, query);
}
