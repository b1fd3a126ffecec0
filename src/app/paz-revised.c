#include "paz-revised-private.h"

#include "paz-text-row.h"

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PazRevised, paz_revised, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const char * const titles[] = {
  NC_("table", "Month"),
  NC_("table", "Contributor"),
  NC_("table", "Mission"),
  NC_("table", "Type of Personnel"),
  NC_("table", "Sex"),
  NC_("table", "Was"),
  NC_("table", "Is"),
  NC_("table", "Difference"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (titles) == PAZ_N_REVISED_COLUMNS);

const char *
paz_revised_column_get_title (PazRevisedColumn column)
{
  return titles[column];
}

/* ---- lines ---- */

static const char *
say_sex (PazRevised *self,
         guint       sex)
{
  static const char * const words[] = { NC_("sex", "Women"), NC_("sex", "Men"), NC_("sex", "Not told apart") };

  return paz_catalogue_ptext (self->catalogue, "sex", words[sex]);
}

static char *
dup_number (PazRevised *self,
            gint64      number)
{
  return number != PAZ_ABSENT ? paz_catalogue_dup_integer (self->catalogue, number) : g_strdup ("–");
}

char *
paz_revised_dup_signed (PazRevised *self,
                        gint64      number)
{
  g_autofree char *size = paz_catalogue_dup_integer (self->catalogue, ABS (number));

  return g_strconcat (number > 0 ? "+" : number < 0 ? "−" : "", size, NULL);
}

/* The columns that a line says in words. */
const char *
paz_revised_get_word (PazRevised           *self,
                      const PazRevisedLine *line,
                      PazRevisedColumn      column)
{
  switch (column)
    {
    case PAZ_REVISED_MONTH:
      return paz_fact_names_get_month (self->names, line->month);
    case PAZ_REVISED_CONTRIBUTOR:
      return paz_fact_names_get (self->names, PAZ_DIMENSION_CONTRIBUTOR, line->keys[PAZ_DIMENSION_CONTRIBUTOR]);
    case PAZ_REVISED_MISSION:
      return line->keys[PAZ_DIMENSION_MISSION];
    case PAZ_REVISED_PERSONNEL:
      return paz_fact_names_get (self->names, PAZ_DIMENSION_TYPE, line->keys[PAZ_DIMENSION_TYPE]);
    case PAZ_REVISED_SEX:
      return say_sex (self, line->sex);
    case PAZ_REVISED_WAS:
    case PAZ_REVISED_IS:
    case PAZ_REVISED_DIFFERENCE:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

const PazRevisedLine *
paz_revised_get_line (PazRevised *self,
                      guint       position)
{
  return &g_array_index (self->lines, PazRevisedLine, g_array_index (self->shown, guint32, position));
}

/* ---- the list ---- */

static GType
get_item_type (GListModel *model)
{
  return PAZ_TYPE_TEXT_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return PAZ_REVISED (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  PazRevised *self = PAZ_REVISED (model);
  char *texts[PAZ_N_REVISED_COLUMNS];
  const PazRevisedLine *line;

  if (position >= self->shown->len)
    return NULL;
  line = paz_revised_get_line (self, position);
  for (guint i = 0; i <= PAZ_REVISED_SEX; i++)
    texts[i] = g_strdup (paz_revised_get_word (self, line, i));
  texts[PAZ_REVISED_WAS] = dup_number (self, line->was);
  texts[PAZ_REVISED_IS] = dup_number (self, line->is);
  texts[PAZ_REVISED_DIFFERENCE] = paz_revised_dup_signed (self, paz_revised_line_get_difference (line));

  return paz_text_row_new (texts, G_N_ELEMENTS (texts));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* ---- loading ---- */

static const char *
intern (PazRevised *self,
        const char *key)
{
  gpointer kept;

  if (!g_hash_table_lookup_extended (self->keys, key, &kept, NULL))
    g_hash_table_add (self->keys, kept = g_strdup (key));

  return kept;
}

static gboolean
tells_no_sexes (PazRecord *set)
{
  return set != NULL && g_strcmp0 (paz_record_get_text (set, "sexes"), "together") == 0;
}

static void
add_line (PazRevised     *self,
          PazRevisedLine *line,
          PazSex          sex,
          gint64          was,
          gint64          is)
{
  if (was == is)
    return;
  line->sex = sex;
  line->was = was;
  line->is = is;
  g_array_append_vals (self->lines, line, 1);
}

static gint64
add_up (gint64 women,
        gint64 men)
{
  return women == PAZ_ABSENT && men == PAZ_ABSENT ? PAZ_ABSENT : MAX (women, 0) + MAX (men, 0);
}

static void
add_change (PazRevised    *self,
            PazFactChange *change,
            gboolean       together)
{
  PazRevisedLine line = { .month = paz_fact_change_get_month (change), .type = paz_fact_change_get_change_type (change) };
  gint64 women[2], men[2];

  for (guint i = 0; i < PAZ_N_DIMENSIONS; i++)
    line.keys[i] = intern (self, paz_fact_change_get_key (change, i));
  paz_fact_change_get_women (change, &women[0], &women[1]);
  paz_fact_change_get_men (change, &men[0], &men[1]);
  if (together)
    {
      add_line (self, &line, PAZ_SEX_TOGETHER, add_up (women[0], men[0]), add_up (women[1], men[1]));
      return;
    }
  add_line (self, &line, PAZ_SEX_WOMEN, women[0], women[1]);
  add_line (self, &line, PAZ_SEX_MEN, men[0], men[1]);
}

/* Files that said what was before, each read once: their level, and whether they tell sexes. */
static PazRecord *
find_former (PazRevised *self,
             PazStore   *reader,
             GHashTable *formers,
             const char *id)
{
  PazRecord *record;

  if (id == NULL || g_hash_table_lookup_extended (formers, id, NULL, (gpointer *) &record))
    return id != NULL ? record : NULL;
  record = paz_store_dup_record (reader, id, NULL);
  g_hash_table_insert (formers, g_strdup (id), record);
  self->level = MAX (self->level, record != NULL ? paz_record_get_level (record) : PAZ_LEVEL_NATIONAL);

  return record;
}

static void
unref_record (gpointer record)
{
  g_clear_object (&record);
}

static gboolean
add_changes (PazRevised        *self,
             PazStore          *reader,
             PazFactChangeList *changes,
             gboolean           together,
             PazProgress        progress,
             gpointer           progress_data,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr (GHashTable) formers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_record);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (changes));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PazFactChange) change = g_list_model_get_item (G_LIST_MODEL (changes), i);
      PazRecord *former = find_former (self, reader, formers, paz_fact_change_get_former_set (change));

      add_change (self, change, together || tells_no_sexes (former));
      if (i % 4096 != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (0.6 + 0.4 * i / n, progress_data);
    }

  return TRUE;
}

static void
learn (PazRevised *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PazRevisedLine *line = &g_array_index (self->lines, PazRevisedLine, i);

      for (guint d = 0; d < PAZ_N_DIMENSIONS; d++)
        paz_fact_names_get (self->names, d, line->keys[d]);
    }
}

static PazFactChangeList *
compare (PazRevised         *self,
         PazStore           *reader,
         PazRecord          *record,
         const char         *before,
         const PazAudience  *audience,
         GCancellable       *cancellable,
         GError            **error)
{
  g_autoptr (PazFigures) figures = paz_figures_load (reader, audience, cancellable, error);
  g_autoptr (PazRecord) former = before != NULL ? paz_store_dup_record (reader, before, error) : NULL;

  if (figures == NULL || (before != NULL && former == NULL))
    return NULL;
  self->names = paz_fact_names_new (figures, self->catalogue);
  self->title = paz_record_dup_title (record, self->catalogue);
  self->former_title = former != NULL ? paz_record_dup_title (former, self->catalogue) : NULL;
  self->level = MAX (paz_record_get_level (record), former != NULL ? paz_record_get_level (former) : PAZ_LEVEL_PUBLIC);

  return paz_store_compare_data_set (reader, paz_record_get_id (record), before, audience, cancellable, error);
}

static void
paz_revised_finalize (GObject *object)
{
  PazRevised *self = PAZ_REVISED (object);

  g_clear_pointer (&self->names, paz_fact_names_free);
  g_clear_pointer (&self->catalogue, paz_catalogue_unref);
  g_hash_table_unref (self->keys);
  g_array_unref (self->lines);
  g_array_unref (self->shown);
  g_free (self->title);
  g_free (self->former_title);

  G_OBJECT_CLASS (paz_revised_parent_class)->finalize (object);
}

static void
paz_revised_class_init (PazRevisedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = paz_revised_finalize;
}

static void
paz_revised_init (PazRevised *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lines = g_array_new (FALSE, FALSE, sizeof (PazRevisedLine));
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint32));
}

PazRevised *
paz_revised_load (PazStore           *reader,
                  const char         *data_set,
                  const char         *before,
                  const PazAudience  *audience,
                  PazCatalogue       *catalogue,
                  PazProgress         progress,
                  gpointer            progress_data,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_autoptr (PazRevised) self = g_object_new (PAZ_TYPE_REVISED, NULL);
  g_autoptr (PazRecord) record = paz_store_dup_record (reader, data_set, error);
  g_autoptr (PazFactChangeList) changes = NULL;

  if (record == NULL)
    return NULL;
  self->catalogue = paz_catalogue_ref (catalogue);
  changes = compare (self, reader, record, before, audience, cancellable, error);
  if (changes == NULL)
    return NULL;
  self->n_same = paz_fact_change_list_get_n_same (changes);
  self->has_former = paz_fact_change_list_has_former (changes);
  if (!add_changes (self, reader, changes, tells_no_sexes (record), progress, progress_data, cancellable, error))
    return NULL;
  learn (self);
  paz_revised_set_filter (self, &(PazRevisedFilter) { .type = -1 });

  return g_steal_pointer (&self);
}

/* ---- what is shown ---- */

static gboolean
is_shown (const PazRevisedLine   *line,
          const PazRevisedFilter *filter)
{
  return (filter->contributor == NULL || filter->contributor == line->keys[PAZ_DIMENSION_CONTRIBUTOR])
         && (filter->mission == NULL || filter->mission == line->keys[PAZ_DIMENSION_MISSION])
         && (filter->type < 0 || filter->type == line->type);
}

static int
compare_size (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const PazRevisedLine *lines = data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  gint64 first = ABS (paz_revised_line_get_difference (&lines[i])), second = ABS (paz_revised_line_get_difference (&lines[j]));

  return first != second ? (first < second ? 1 : -1) : i < j ? -1 : i > j;
}

/* Keys are found in the own ones, so that lines compare by address; a key that no line has is kept
 * and shows none. */
void
paz_revised_set_filter (PazRevised             *self,
                        const PazRevisedFilter *filter)
{
  guint before = self->shown->len;

  self->filter = *filter;
  self->filter.contributor = filter->contributor != NULL ? intern (self, filter->contributor) : NULL;
  self->filter.mission = filter->mission != NULL ? intern (self, filter->mission) : NULL;
  g_array_set_size (self->shown, 0);
  for (guint32 i = 0; i < self->lines->len; i++)
    if (is_shown (&g_array_index (self->lines, PazRevisedLine, i), &self->filter))
      g_array_append_val (self->shown, i);
  if (filter->largest_first)
    g_array_sort_with_data (self->shown, compare_size, self->lines->data);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->shown->len);
}

typedef struct
{
  PazRevised *self;
  PazDimension dimension;
} Order;

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Order *order = data;

  return paz_catalogue_compare (order->self->catalogue,
                                paz_revised_get_name (order->self, order->dimension, *(const char * const *) a),
                                paz_revised_get_name (order->self, order->dimension, *(const char * const *) b));
}

GPtrArray *
paz_revised_list_keys (PazRevised   *self,
                       PazDimension  dimension)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *keys = g_ptr_array_new ();
  Order order = { self, dimension };

  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *key = g_array_index (self->lines, PazRevisedLine, i).keys[dimension];

      if (g_hash_table_add (seen, (gpointer) key))
        g_ptr_array_add (keys, (gpointer) key);
    }
  g_ptr_array_sort_with_data (keys, compare_names, &order);

  return keys;
}

const char *
paz_revised_get_name (PazRevised   *self,
                      PazDimension  dimension,
                      const char   *key)
{
  return dimension == PAZ_DIMENSION_MISSION ? key : paz_fact_names_get (self->names, dimension, key);
}

gboolean
paz_revised_has_former (PazRevised *self)
{
  return self->has_former;
}
