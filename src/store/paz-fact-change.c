/* Cells that two tables of facts say differently: the tables, and for each change where it stands. */
#include "paz-fact-change-private.h"

#define NONE G_MAXUINT32

typedef struct
{
  guint32           before;   /* row, or NONE */
  guint32           after;
  PazFactChangeType type;
} Change;

struct _PazFactChangeList
{
  GObject parent_instance;

  PazFactTable *before;
  GPtrArray *former_sets;
  PazFactTable *after;
  GArray *changes;
  guint32 counts[PAZ_N_FACT_CHANGE_TYPES];
  guint32 n_same;
};

struct _PazFactChange
{
  GObject parent_instance;

  PazFactChangeList *list;
  Change change;
};

static GType
get_item_type (GListModel *model)
{
  return PAZ_TYPE_FACT_CHANGE;
}

static guint
get_n_items (GListModel *model)
{
  return PAZ_FACT_CHANGE_LIST (model)->changes->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  PazFactChangeList *self = PAZ_FACT_CHANGE_LIST (model);
  PazFactChange *item;

  if (position >= self->changes->len)
    return NULL;

  item = g_object_new (PAZ_TYPE_FACT_CHANGE, NULL);
  item->list = g_object_ref (self);
  item->change = g_array_index (self->changes, Change, position);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE (PazFactChange, paz_fact_change, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (PazFactChangeList, paz_fact_change_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- comparing ---- */

/* By code of `table`: the place of its key among those of both tables. */
static guint16 *
make_places (PazFactTable *table,
             PazFactTable *other,
             PazDimension  dimension)
{
  guint n = paz_fact_table_get_n_keys (table, dimension);
  guint n_others = paz_fact_table_get_n_keys (other, dimension);
  guint16 *places = g_new0 (guint16, n + 1);
  guint o = 0, place = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *key = paz_fact_table_get_key (table, dimension, (guint16) i);

      for (; o < n_others && strcmp (paz_fact_table_get_key (other, dimension, (guint16) o), key) < 0; o++)
        place++;
      places[i] = (guint16) place++;
      if (o < n_others && g_str_equal (paz_fact_table_get_key (other, dimension, (guint16) o), key))
        o++;
    }

  return places;
}

typedef struct
{
  PazFactTable *table;
  guint16      *places[PAZ_N_DIMENSIONS];
  guint32       row;
} Side;

static void
side_clear (Side *self)
{
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    g_free (self->places[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static void
side_fill (Side         *self,
           PazFactTable *table,
           PazFactTable *other)
{
  self->table = table;
  for (int i = 0; i < PAZ_N_DIMENSIONS; i++)
    self->places[i] = make_places (table, other, (PazDimension) i);
}

/* Its order is that of the rows; the last of all when there is none left. */
static guint64
get_place (const Side *self)
{
  const PazFactTable *table = self->table;
  guint32 i = self->row;

  if (i >= table->n_rows)
    return G_MAXUINT64;

  return (guint64) table->months[i] << 48
         | (guint64) self->places[PAZ_DIMENSION_CONTRIBUTOR][table->contributors[i]] << 32
         | (guint64) self->places[PAZ_DIMENSION_MISSION][table->missions[i]] << 16
         | self->places[PAZ_DIMENSION_TYPE][table->types[i]];
}

static void
add_change (PazFactChangeList *self,
            PazFactChangeType  type,
            guint32            before,
            guint32            after)
{
  Change change = { before, after, type };

  self->counts[type]++;
  g_array_append_val (self->changes, change);
}

static void
compare_cell (PazFactChangeList *self,
              guint32            before,
              guint32            after)
{
  if (self->before->female[before] == self->after->female[after]
      && self->before->male[before] == self->after->male[after])
    self->n_same++;
  else
    add_change (self, PAZ_FACT_CHANGE_CHANGED, before, after);
}

static void
compare (PazFactChangeList *self)
{
  g_auto (Side) before = { 0 };
  g_auto (Side) after = { 0 };

  side_fill (&before, self->before, self->after);
  side_fill (&after, self->after, self->before);

  while (before.row < self->before->n_rows || after.row < self->after->n_rows)
    {
      guint64 old = get_place (&before);
      guint64 new = get_place (&after);

      if (old == new)
        compare_cell (self, before.row++, after.row++);
      else if (old < new)
        add_change (self, PAZ_FACT_CHANGE_GONE, before.row++, NONE);
      else
        add_change (self, PAZ_FACT_CHANGE_NEW, NONE, after.row++);
    }
}

static void
paz_fact_change_finalize (GObject *object)
{
  g_clear_object (&PAZ_FACT_CHANGE (object)->list);

  G_OBJECT_CLASS (paz_fact_change_parent_class)->finalize (object);
}

static void
paz_fact_change_class_init (PazFactChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_fact_change_finalize;
}

static void
paz_fact_change_init (PazFactChange *self)
{
}

static void
paz_fact_change_list_finalize (GObject *object)
{
  PazFactChangeList *self = PAZ_FACT_CHANGE_LIST (object);

  g_clear_pointer (&self->before, paz_fact_table_unref);
  g_clear_pointer (&self->former_sets, g_ptr_array_unref);
  g_clear_pointer (&self->after, paz_fact_table_unref);
  g_clear_pointer (&self->changes, g_array_unref);

  G_OBJECT_CLASS (paz_fact_change_list_parent_class)->finalize (object);
}

static void
paz_fact_change_list_class_init (PazFactChangeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_fact_change_list_finalize;
}

static void
paz_fact_change_list_init (PazFactChangeList *self)
{
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
}

PazFactChangeList *
paz_fact_change_list_new (PazFactTable *before,
                          GPtrArray    *former_sets,
                          PazFactTable *after)
{
  PazFactChangeList *self = g_object_new (PAZ_TYPE_FACT_CHANGE_LIST, NULL);

  self->before = before;
  self->former_sets = former_sets;
  self->after = after;
  compare (self);

  return self;
}

/* ---- one change ---- */

/* The side that has the cell: of a change of figures, the new one. */
static PazFactTable *
get_table (PazFactChangeList *list,
           const Change      *change,
           guint32           *row)
{
  *row = change->after != NONE ? change->after : change->before;

  return change->after != NONE ? list->after : list->before;
}

static const char *
get_key (PazFactChangeList *list,
         const Change      *change,
         PazDimension       dimension)
{
  guint32 row;
  PazFactTable *table = get_table (list, change, &row);

  switch (dimension)
    {
    case PAZ_DIMENSION_CONTRIBUTOR:
      return paz_fact_table_get_key (table, dimension, table->contributors[row]);
    case PAZ_DIMENSION_MISSION:
      return paz_fact_table_get_key (table, dimension, table->missions[row]);
    case PAZ_DIMENSION_TYPE:
      return paz_fact_table_get_key (table, dimension, table->types[row]);
    }

  g_return_val_if_reached (NULL);
}

PazFactChangeType
paz_fact_change_get_change_type (PazFactChange *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_CHANGE (self), PAZ_FACT_CHANGE_NEW);

  return self->change.type;
}

guint16
paz_fact_change_get_month (PazFactChange *self)
{
  guint32 row;
  PazFactTable *table;

  g_return_val_if_fail (PAZ_IS_FACT_CHANGE (self), 0);

  table = get_table (self->list, &self->change, &row);
  return table->months[row];
}

const char *
paz_fact_change_get_key (PazFactChange *self,
                         PazDimension   dimension)
{
  g_return_val_if_fail (PAZ_IS_FACT_CHANGE (self), NULL);

  return get_key (self->list, &self->change, dimension);
}

void
paz_fact_change_get_women (PazFactChange *self,
                           gint64        *before,
                           gint64        *after)
{
  g_return_if_fail (PAZ_IS_FACT_CHANGE (self));

  *before = self->change.before != NONE ? (gint64) self->list->before->female[self->change.before] : -1;
  *after = self->change.after != NONE ? (gint64) self->list->after->female[self->change.after] : -1;
}

void
paz_fact_change_get_men (PazFactChange *self,
                         gint64        *before,
                         gint64        *after)
{
  g_return_if_fail (PAZ_IS_FACT_CHANGE (self));

  *before = self->change.before != NONE ? (gint64) self->list->before->male[self->change.before] : -1;
  *after = self->change.after != NONE ? (gint64) self->list->after->male[self->change.after] : -1;
}

void
paz_fact_change_get_rows (PazFactChange *self,
                          guint32       *before,
                          guint32       *after)
{
  g_return_if_fail (PAZ_IS_FACT_CHANGE (self));

  *before = self->change.before != NONE ? self->list->before->rows[self->change.before] : 0;
  *after = self->change.after != NONE ? self->list->after->rows[self->change.after] : 0;
}

const char *
paz_fact_change_get_former_set (PazFactChange *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_CHANGE (self), NULL);

  if (self->change.before == NONE)
    return NULL;

  return self->list->former_sets->pdata[self->list->before->sets[self->change.before]];
}

/* ---- all of them ---- */

guint32
paz_fact_change_list_count (PazFactChangeList *self,
                            PazFactChangeType  type)
{
  g_return_val_if_fail (PAZ_IS_FACT_CHANGE_LIST (self) && type < PAZ_N_FACT_CHANGE_TYPES, 0);

  return self->counts[type];
}

guint32
paz_fact_change_list_get_n_same (PazFactChangeList *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_CHANGE_LIST (self), 0);

  return self->n_same;
}

gboolean
paz_fact_change_list_has_former (PazFactChangeList *self)
{
  g_return_val_if_fail (PAZ_IS_FACT_CHANGE_LIST (self), FALSE);

  return self->before->n_rows > 0;
}

static int
compare_sums_cb (gconstpointer a,
                 gconstpointer b)
{
  const PazFactChangeSum *one = *(const PazFactChangeSum * const *) a;
  const PazFactChangeSum *other = *(const PazFactChangeSum * const *) b;

  if (one->month != other->month)
    return one->month < other->month ? -1 : 1;

  return strcmp (one->mission, other->mission);
}

static PazFactChangeSum *
get_sum (GHashTable *known,
         GPtrArray  *sums,
         guint16     month,
         const char *mission)
{
  g_autofree char *key = g_strdup_printf ("%u %s", month, mission);
  PazFactChangeSum *sum = g_hash_table_lookup (known, key);

  if (sum != NULL)
    return sum;

  sum = g_new0 (PazFactChangeSum, 1);
  sum->month = month;
  sum->mission = mission;
  g_hash_table_insert (known, g_steal_pointer (&key), sum);
  g_ptr_array_add (sums, sum);
  return sum;
}

static void
add_to_sum (PazFactChangeSum  *sum,
            PazFactChangeList *self,
            const Change      *change)
{
  sum->n_changes[change->type]++;
  if (change->after != NONE)
    {
      sum->women += self->after->female[change->after];
      sum->men += self->after->male[change->after];
    }
  if (change->before != NONE)
    {
      sum->women -= self->before->female[change->before];
      sum->men -= self->before->male[change->before];
    }
}

GPtrArray *
paz_fact_change_list_sum (PazFactChangeList *self,
                          gboolean           by_mission)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (PAZ_IS_FACT_CHANGE_LIST (self), sums);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);
      guint32 row;
      PazFactTable *table = get_table (self, change, &row);
      const char *mission = by_mission ? get_key (self, change, PAZ_DIMENSION_MISSION) : "";

      add_to_sum (get_sum (known, sums, table->months[row], mission), self, change);
    }
  g_ptr_array_sort (sums, compare_sums_cb);

  return sums;
}
