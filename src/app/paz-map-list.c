#include "paz-map-list.h"

#include "paz-scroll.h"

#include <glib/gi18n.h>

struct _PazMapList
{
  GtkWidget   parent_instance;

  GtkWidget  *scroller;
  GtkListBox *box;
  GPtrArray  *rows;      /* PazMapRow, as they stand in the box */
  gboolean    choosing;  /* the program chooses, not the person */
};

G_DEFINE_FINAL_TYPE (PazMapList, paz_map_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  GtkLabel *name;
  GtkLabel *number;
  GtkLabel *remark;
} Cells;

static GtkLabel *
add_label (GtkGrid    *grid,
           int         column,
           int         line,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, line, 1, 1);

  return GTK_LABEL (label);
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  Cells *cells = g_new0 (Cells, 1);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  cells->name = add_label (GTK_GRID (grid), 0, 0, NULL);
  cells->number = add_label (GTK_GRID (grid), 1, 0, "numeric");
  cells->remark = add_label (GTK_GRID (grid), 0, 1, "caption");
  gtk_widget_set_hexpand (GTK_WIDGET (cells->name), TRUE);
  gtk_label_set_ellipsize (cells->number, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (cells->remark), "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  g_object_set_data_full (G_OBJECT (row), "cells", cells, g_free);

  return row;
}

static void
show_row (GtkListBoxRow   *row,
          const PazMapRow *data)
{
  const Cells *cells = g_object_get_data (G_OBJECT (row), "cells");
  g_autofree char *spoken = data->remark != NULL ? g_strdup_printf ("%s: %s. %s", data->name, data->number, data->remark)
                                                 : g_strdup_printf ("%s: %s", data->name, data->number);

  gtk_label_set_label (cells->name, data->name);
  gtk_label_set_label (cells->number, data->number);
  gtk_label_set_label (cells->remark, data->remark != NULL ? data->remark : "");
  gtk_widget_set_visible (GTK_WIDGET (cells->remark), data->remark != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static const char *
get_key (PazMapList    *self,
         GtkListBoxRow *row)
{
  return row != NULL ? ((PazMapRow *) self->rows->pdata[gtk_list_box_row_get_index (row)])->key : NULL;
}

static void
selected_cb (PazMapList    *self,
             GtkListBoxRow *row)
{
  if (!self->choosing && self->rows != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, get_key (self, row));
}

static void
activated_cb (PazMapList    *self,
              GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, get_key (self, row));
}

static void
paz_map_list_dispose (GObject *object)
{
  PazMapList *self = PAZ_MAP_LIST (object);

  self->choosing = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (paz_map_list_parent_class)->dispose (object);
}

static void
paz_map_list_class_init (PazMapListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_map_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", PAZ_TYPE_MAP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", PAZ_TYPE_MAP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
paz_map_list_init (PazMapList *self)
{
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_activate_on_single_click (self->box, FALSE);
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "map-list");
  g_signal_connect_object (self->box, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
paz_map_list_set_rows (PazMapList *self,
                       GPtrArray  *rows)
{
  GtkListBoxRow *row;

  self->choosing = TRUE;
  gtk_list_box_unselect_all (self->box);
  while ((row = gtk_list_box_get_row_at_index (self->box, (int) rows->len)) != NULL)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));
  g_ptr_array_ref (rows);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  for (guint i = 0; i < rows->len; i++)
    {
      if (gtk_list_box_get_row_at_index (self->box, (int) i) == NULL)
        gtk_list_box_append (self->box, make_row ());
      show_row (gtk_list_box_get_row_at_index (self->box, (int) i), rows->pdata[i]);
    }
  self->choosing = FALSE;
}

void
paz_map_list_choose (PazMapList *self,
                     const char *key)
{
  GtkListBoxRow *row = NULL;

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    if (g_strcmp0 (((PazMapRow *) self->rows->pdata[i])->key, key) == 0)
      row = gtk_list_box_get_row_at_index (self->box, (int) i);
  if (row == gtk_list_box_get_selected_row (self->box))
    return;
  self->choosing = TRUE;
  gtk_list_box_select_row (self->box, row);
  self->choosing = FALSE;
  if (row != NULL)
    paz_scroll_into_view (GTK_WIDGET (row));
}

GtkListBox *
paz_map_list_get_box (PazMapList *self)
{
  return self->box;
}
