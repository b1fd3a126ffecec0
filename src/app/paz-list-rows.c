#include "paz-list-rows.h"

/* More rows than that have no widgets of their own in the view. */
#define ENOUGH 256
/* A change of so few rows is told to the view as it is: focus and place follow the rows. */
#define FEW 24
/* A new view begins with so many: its own making is in the same frame, the rest comes with the next ones. */
#define BEGINNING 14

struct _PazListRow
{
  GObject parent_instance;

  PazListRows *owner;        /* NULL once it is gone */
  guint position;
  guint n_holds;
  GObject *item;             /* NULL until somebody asks */
  gulong watch;              /* on the item */
};

struct _PazListRows
{
  GObject parent_instance;

  PazRecordList *source;
  GPtrArray *rows;           /* PazListRow, NULL where the view never asked */
  guint n_first;
  guint first_seen;
  guint n_seen;
  guint stale;               /* from here on rows may show what was there before */
  GtkBitset *selected;       /* positions in the source */
};

enum
{
  CHANGED,
  N_ROW_SIGNALS,
};

enum
{
  BEHIND,
  N_SIGNALS,
};

static guint row_signals[N_ROW_SIGNALS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *interface);
static void selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE (PazListRow, paz_list_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (PazListRows, paz_list_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

/* ---- one row ---- */

static void
say_changed (PazListRow *self)
{
  g_signal_emit (self, row_signals[CHANGED], 0);
}

static void
forget_item (PazListRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->watch, self->item);
  g_clear_object (&self->item);
}

static GObject *
read_item (PazListRow *self)
{
  return self->owner != NULL ? g_list_model_get_item (G_LIST_MODEL (self->owner->source), self->position) : NULL;
}

GObject *
paz_list_row_get_item (PazListRow *self)
{
  g_return_val_if_fail (PAZ_IS_LIST_ROW (self), NULL);

  if (self->item == NULL)
    {
      self->item = read_item (self);
      if (self->item != NULL)
        self->watch = g_signal_connect_swapped (self->item, PAZ_IS_RECORD (self->item) ? "notify::revision" : "notify",
                                                G_CALLBACK (say_changed), self);
    }

  return self->item;
}

/* Shows what its position holds now. */
static void
renew (PazListRow *self)
{
  g_autoptr (GObject) item = NULL;

  if (self->item == NULL)
    return;
  if (self->n_holds == 0)
    {
      forget_item (self);
      return;
    }
  item = read_item (self);
  if (item == self->item)
    return;
  forget_item (self);
  say_changed (self);
}

void
paz_list_row_hold (PazListRow *self)
{
  self->n_holds++;
}

void
paz_list_row_release (PazListRow *self)
{
  g_return_if_fail (self->n_holds > 0);

  self->n_holds--;
  if (self->n_holds == 0)
    forget_item (self);
}

static void
paz_list_row_dispose (GObject *object)
{
  forget_item (PAZ_LIST_ROW (object));

  G_OBJECT_CLASS (paz_list_row_parent_class)->dispose (object);
}

static void
paz_list_row_class_init (PazListRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = paz_list_row_dispose;

  row_signals[CHANGED] = g_signal_new ("changed", PAZ_TYPE_LIST_ROW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
paz_list_row_init (PazListRow *self)
{
}

static void
row_free (gpointer data)
{
  PazListRow *row = data;

  if (row == NULL)
    return;
  row->owner = NULL;
  g_object_unref (row);
}

/* ---- offering ---- */

static guint
count_source (PazListRows *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->source));
}

/* Told to the view, which may ask for the rows already. */
static void
splice (PazListRows *self,
        guint        position,
        guint        removed,
        guint        added)
{
  guint before = self->rows->len;

  if (removed > 0)
    g_ptr_array_remove_range (self->rows, position, removed);
  if (added > 0 && position == self->rows->len)
    g_ptr_array_set_size (self->rows, (int) (position + added));
  else
    for (guint i = 0; i < added; i++)
      g_ptr_array_insert (self->rows, (int) position, NULL);
  for (guint i = position; i < self->rows->len && position + removed < before; i++)
    if (self->rows->pdata[i] != NULL)
      ((PazListRow *) self->rows->pdata[i])->position = i;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
renew_range (PazListRows *self,
             guint        first,
             guint        n)
{
  for (guint i = first; i < self->rows->len && i - first < n; i++)
    if (self->rows->pdata[i] != NULL)
      renew (self->rows->pdata[i]);
}

static void
offer (PazListRows *self,
       guint        n)
{
  guint all = count_source (self);

  if (n > ENOUGH)
    n = all;
  n = MIN (n, all);
  if (n > self->rows->len)
    splice (self, self->rows->len, 0, n - self->rows->len);
}

gboolean
paz_list_rows_is_behind (PazListRows *self)
{
  g_return_val_if_fail (PAZ_IS_LIST_ROWS (self), FALSE);

  return self->stale < self->rows->len || self->rows->len != count_source (self);
}

/* Rows below the last say nothing, and go by and by: a widget's end takes its time too. */
static void
cut (PazListRows *self,
     guint        n)
{
  guint all = count_source (self);

  if (self->rows->len <= all)
    return;
  n = MIN (n, self->rows->len - all);
  splice (self, self->rows->len - n, n, 0);
  self->stale = MIN (self->stale, self->rows->len);
}

gboolean
paz_list_rows_go_on (PazListRows *self,
                     guint        n)
{
  g_return_val_if_fail (PAZ_IS_LIST_ROWS (self), FALSE);

  if (self->rows->len > count_source (self))
    {
      cut (self, 2 * n);
    }
  else if (self->stale < self->rows->len)
    {
      guint from = self->stale;

      self->stale = MIN (from + n, self->rows->len);
      renew_range (self, from, n);
    }
  else
    {
      offer (self, self->rows->len + n);
      self->stale = self->rows->len;
    }

  return paz_list_rows_is_behind (self);
}

void
paz_list_rows_finish (PazListRows *self)
{
  g_return_if_fail (PAZ_IS_LIST_ROWS (self));

  cut (self, G_MAXUINT);
  renew_range (self, self->stale, G_MAXUINT);
  offer (self, G_MAXUINT);
  self->stale = self->rows->len;
}

void
paz_list_rows_shrink (PazListRows *self)
{
  g_return_if_fail (PAZ_IS_LIST_ROWS (self));

  if (self->rows->len > self->n_first)
    splice (self, self->n_first, self->rows->len - self->n_first, 0);
  self->stale = MIN (self->stale, self->rows->len);
}

void
paz_list_rows_set_view (PazListRows *self,
                        guint        first,
                        guint        n)
{
  g_return_if_fail (PAZ_IS_LIST_ROWS (self));

  self->first_seen = first;
  self->n_seen = n;
}

/* ---- what the source does ---- */

/* The rows stay, what they show is another: those in view at once. */
static void
replace_rows (PazListRows *self,
              guint        position)
{
  guint n = count_source (self);

  /* Selected rows that are gone; those that stay are told apart by others, who know their ids. */
  gtk_bitset_remove_range_closed (self->selected, n, G_MAXUINT);
  if (n < self->rows->len)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), n, self->rows->len - n);
  if (n + FEW >= self->rows->len)
    cut (self, FEW);
  self->stale = MIN (MIN (self->stale, position), self->rows->len);
  renew_range (self, MAX (self->first_seen, position), self->n_seen);
  if (self->rows->len < self->n_first)
    {
      gboolean renewed = self->stale == self->rows->len;

      offer (self, self->n_first);
      if (renewed)
        self->stale = self->rows->len;
    }
}

static void
spliced_cb (PazListRows *self,
            guint        position,
            guint        removed,
            guint        added)
{
  guint gone = position < self->rows->len ? MIN (removed, self->rows->len - position) : 0;
  guint before = count_source (self) + removed - added;
  gboolean renewed = self->stale >= self->rows->len;

  if (removed == added && removed <= FEW)
    renew_range (self, position, removed);
  else if (removed + added <= FEW && self->rows->len > 0 && self->rows->len <= before
           && (position < self->rows->len || self->rows->len == before))
    {
      gtk_bitset_splice (self->selected, position, removed, added);
      splice (self, position, gone, added);
      self->stale = renewed ? self->rows->len : MIN (self->stale, position);
    }
  else if (position < self->rows->len || self->rows->len < self->n_first)
    replace_rows (self, position);

  if (paz_list_rows_is_behind (self))
    g_signal_emit (self, signals[BEHIND], 0);
}

/* ---- GListModel ---- */

static GType
paz_list_rows_get_item_type (GListModel *model)
{
  return PAZ_TYPE_LIST_ROW;
}

static guint
paz_list_rows_get_n_items (GListModel *model)
{
  return PAZ_LIST_ROWS (model)->rows->len;
}

static gpointer
paz_list_rows_get_item (GListModel *model,
                        guint       position)
{
  PazListRows *self = PAZ_LIST_ROWS (model);
  PazListRow *row;

  if (position >= self->rows->len)
    return NULL;
  row = self->rows->pdata[position];
  if (row == NULL)
    {
      row = g_object_new (PAZ_TYPE_LIST_ROW, NULL);
      row->owner = self;
      row->position = position;
      self->rows->pdata[position] = row;
    }

  return g_object_ref (row);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = paz_list_rows_get_item_type;
  interface->get_n_items = paz_list_rows_get_n_items;
  interface->get_item = paz_list_rows_get_item;
}

/* ---- GtkSelectionModel ---- */

static gboolean
paz_list_rows_is_selected (GtkSelectionModel *model,
                           guint              position)
{
  return gtk_bitset_contains (PAZ_LIST_ROWS (model)->selected, position);
}

static GtkBitset *
paz_list_rows_get_selection_in_range (GtkSelectionModel *model,
                                      guint              position,
                                      guint              n)
{
  return gtk_bitset_copy (PAZ_LIST_ROWS (model)->selected);
}

static GtkBitset *
make_all (GtkSelectionModel *model)
{
  return gtk_bitset_new_range (0, count_source (PAZ_LIST_ROWS (model)));
}

/* The others as they were, those of the mask as told. Takes no reference. */
static gboolean
paz_list_rows_set_selection (GtkSelectionModel *model,
                             GtkBitset         *selected,
                             GtkBitset         *mask)
{
  PazListRows *self = PAZ_LIST_ROWS (model);
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);
  g_autoptr (GtkBitset) all = make_all (model);
  guint first, last;

  /* GTK's difference is what is in one of them only. */
  gtk_bitset_difference (changes, selected);
  gtk_bitset_intersect (changes, mask);
  gtk_bitset_intersect (changes, all);
  if (gtk_bitset_is_empty (changes))
    return TRUE;
  gtk_bitset_difference (self->selected, changes);
  first = gtk_bitset_get_minimum (changes);
  last = MIN (gtk_bitset_get_maximum (changes) + 1, self->rows->len);
  /* Of what is not offered the view knows nothing; others must still hear of it. */
  if (first >= last)
    first = 0;
  if (last > first)
    gtk_selection_model_selection_changed (model, first, last - first);

  return TRUE;
}

static gboolean
paz_list_rows_select_range (GtkSelectionModel *model,
                            guint              position,
                            guint              n,
                            gboolean           unselect_rest)
{
  g_autoptr (GtkBitset) range = gtk_bitset_new_range (position, n);
  g_autoptr (GtkBitset) all = make_all (model);

  return paz_list_rows_set_selection (model, range, unselect_rest ? all : range);
}

static gboolean
paz_list_rows_select_item (GtkSelectionModel *model,
                           guint              position,
                           gboolean           unselect_rest)
{
  return paz_list_rows_select_range (model, position, 1, unselect_rest);
}

static gboolean
paz_list_rows_select_all (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) all = make_all (model);

  return paz_list_rows_set_selection (model, all, all);
}

static gboolean
paz_list_rows_unselect_all (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) none = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = make_all (model);

  return paz_list_rows_set_selection (model, none, all);
}

static void
selection_model_init (GtkSelectionModelInterface *interface)
{
  /* "All" and "the rest" are those of the whole list. What is left out the interface makes itself. */
  interface->is_selected = paz_list_rows_is_selected;
  interface->get_selection_in_range = paz_list_rows_get_selection_in_range;
  interface->set_selection = paz_list_rows_set_selection;
  interface->select_item = paz_list_rows_select_item;
  interface->select_range = paz_list_rows_select_range;
  interface->select_all = paz_list_rows_select_all;
  interface->unselect_all = paz_list_rows_unselect_all;
}

/* ---- object ---- */

static void
paz_list_rows_finalize (GObject *object)
{
  PazListRows *self = PAZ_LIST_ROWS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->selected, gtk_bitset_unref);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (paz_list_rows_parent_class)->finalize (object);
}

static void
paz_list_rows_class_init (PazListRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_list_rows_finalize;

  signals[BEHIND] = g_signal_new ("behind", PAZ_TYPE_LIST_ROWS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
paz_list_rows_init (PazListRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->selected = gtk_bitset_new_empty ();
}

PazListRows *
paz_list_rows_new (PazRecordList *source,
                   guint          n_first)
{
  PazListRows *self;

  g_return_val_if_fail (PAZ_IS_RECORD_LIST (source), NULL);

  self = g_object_new (PAZ_TYPE_LIST_ROWS, NULL);
  self->source = g_object_ref (source);
  self->n_first = self->n_seen = n_first;
  g_signal_connect_object (source, "spliced", G_CALLBACK (spliced_cb), self, G_CONNECT_SWAPPED);
  offer (self, MIN (n_first, BEGINNING));
  self->stale = self->rows->len;

  return self;
}
