#include "paz-list-layout.h"

#include "paz-settings.h"

/* A key file, a group a kind. */
#define KEY_COLUMNS "columns"
#define KEY_WIDTHS "widths"
#define KEY_ORDER "order"
#define KEY_GROUP "group"
#define KEY_GROUPING "grouping"
#define KEY_CLOSED "closed"

static const char * const groupings[] = {
  [PAZ_GROUP_VALUE] = "value",
  [PAZ_GROUP_MONTH] = "month",
  [PAZ_GROUP_YEAR] = "year",
};

static GKeyFile *
load_file (void)
{
  g_autofree char *text = paz_settings_dup_text (paz_settings_get (), PAZ_SETTING_LIST_LAYOUTS);
  GKeyFile *file = g_key_file_new ();

  /* What cannot be read is forgotten. */
  if (*text != '\0')
    g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL);

  return file;
}

static void
add_column (PazListLayout  *self,
            const PazField *field,
            int             width)
{
  PazListColumn column = { field, width };

  if (paz_list_layout_find (self, field) < 0)
    g_array_append_val (self->columns, column);
}

static void
add_declared (PazListLayout *self)
{
  g_autoptr (GPtrArray) fields = paz_list_layout_list_fields (self->kind);

  for (guint i = 0; i < fields->len; i++)
    {
      const PazField *field = g_ptr_array_index (fields, i);

      if ((field->flags & PAZ_FIELD_LISTED) != 0)
        add_column (self, field, 0);
    }
  if (self->columns->len == 0 && fields->len > 0)
    add_column (self, g_ptr_array_index (fields, 0), 0);
}

static gboolean
can_show (const PazField *field)
{
  PazAttribute attribute;

  if (field == NULL)
    return FALSE;
  if (paz_field_is_attribute (field, &attribute))
    return attribute < PAZ_N_SHOWN_ATTRIBUTES;

  return field->until == 0 && (field->flags & PAZ_FIELD_HIDDEN) == 0;
}

static char **
get_list (GKeyFile      *file,
          const PazKind *kind,
          const char    *key)
{
  char **list = g_key_file_get_string_list (file, kind->key, key, NULL, NULL);

  return list != NULL ? list : g_new0 (char *, 1);
}

static void
read_columns (PazListLayout *self,
              GKeyFile      *file)
{
  g_auto (GStrv) columns = get_list (file, self->kind, KEY_COLUMNS);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      const PazField *field = paz_field_find (self->kind, columns[i]);

      if (can_show (field))
        add_column (self, field, 0);
    }
  self->own_columns = self->columns->len > 0;
  if (!self->own_columns)
    add_declared (self);
}

/* "title:240" */
static void
read_widths (PazListLayout *self,
             GKeyFile      *file)
{
  g_auto (GStrv) widths = get_list (file, self->kind, KEY_WIDTHS);

  for (guint i = 0; widths[i] != NULL; i++)
    {
      char *colon = strchr (widths[i], ':');
      const PazField *field;
      int position;

      if (colon == NULL)
        continue;
      *colon = '\0';
      field = paz_field_find (self->kind, widths[i]);
      position = field != NULL ? paz_list_layout_find (self, field) : -1;
      if (position >= 0)
        g_array_index (self->columns, PazListColumn, position).width =
          (int) CLAMP (g_ascii_strtoll (colon + 1, NULL, 10), 0, 2000);
    }
}

static void
read_orders (PazListLayout *self,
             GKeyFile      *file)
{
  g_auto (GStrv) orders = get_list (file, self->kind, KEY_ORDER);

  for (guint i = 0; orders[i] != NULL; i++)
    {
      gboolean descending = *orders[i] == '-';
      const PazField *field = paz_field_find (self->kind, orders[i] + descending);

      if (can_show (field))
        paz_list_layout_set_order (self, field, descending, TRUE);
    }
}

static void
read_group (PazListLayout *self,
            GKeyFile      *file)
{
  g_autofree char *key = g_key_file_get_string (file, self->kind->key, KEY_GROUP, NULL);
  g_autofree char *grouping = g_key_file_get_string (file, self->kind->key, KEY_GROUPING, NULL);
  const PazField *field = key != NULL ? paz_field_find (self->kind, key) : NULL;

  g_auto (GStrv) closed = get_list (file, self->kind, KEY_CLOSED);

  if (field == NULL || !paz_field_can_group (field))
    return;
  self->group = field;
  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (g_strcmp0 (grouping, groupings[i]) == 0)
      self->grouping = (PazGrouping) i;
  for (guint i = 0; closed[i] != NULL; i++)
    g_hash_table_add (self->closed, g_strdup (closed[i]));
}

PazListLayout *
paz_list_layout_load (const PazKind *kind)
{
  PazListLayout *self = g_new0 (PazListLayout, 1);
  g_autoptr (GKeyFile) file = load_file ();

  self->kind = kind;
  self->columns = g_array_new (FALSE, FALSE, sizeof (PazListColumn));
  self->orders = g_array_new (FALSE, FALSE, sizeof (PazListOrder));
  self->closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_columns (self, file);
  read_widths (self, file);
  read_orders (self, file);
  read_group (self, file);

  return self;
}

void
paz_list_layout_free (PazListLayout *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->orders);
  g_hash_table_unref (self->closed);
  g_free (self);
}

/* ---- keeping ---- */

static void
write_columns (PazListLayout *self,
               GKeyFile      *file)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) widths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const PazListColumn *column = &g_array_index (self->columns, PazListColumn, i);

      g_ptr_array_add (keys, (gpointer) column->field->key);
      if (column->width > 0)
        g_ptr_array_add (widths, g_strdup_printf ("%s:%d", column->field->key, column->width));
    }
  if (self->own_columns)
    g_key_file_set_string_list (file, self->kind->key, KEY_COLUMNS, (const char * const *) keys->pdata, keys->len);
  if (widths->len > 0)
    g_key_file_set_string_list (file, self->kind->key, KEY_WIDTHS, (const char * const *) widths->pdata, widths->len);
}

static void
write_orders (PazListLayout *self,
              GKeyFile      *file)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->orders->len; i++)
    {
      const PazListOrder *order = &g_array_index (self->orders, PazListOrder, i);

      g_ptr_array_add (keys, g_strconcat (order->descending ? "-" : "", order->field->key, NULL));
    }
  if (keys->len > 0)
    g_key_file_set_string_list (file, self->kind->key, KEY_ORDER, (const char * const *) keys->pdata, keys->len);
}

static void
write_group (PazListLayout *self,
             GKeyFile      *file)
{
  g_autofree gpointer *closed = NULL;
  guint n;

  if (self->group == NULL)
    return;
  g_key_file_set_string (file, self->kind->key, KEY_GROUP, self->group->key);
  g_key_file_set_string (file, self->kind->key, KEY_GROUPING, groupings[self->grouping]);
  closed = g_hash_table_get_keys_as_array (self->closed, &n);
  if (n > 0)
    g_key_file_set_string_list (file, self->kind->key, KEY_CLOSED, (const char * const *) closed, n);
}

void
paz_list_layout_save (PazListLayout *self)
{
  g_autoptr (GKeyFile) file = load_file ();
  g_autofree char *text = NULL;

  g_key_file_remove_group (file, self->kind->key, NULL);
  write_columns (self, file);
  write_orders (self, file);
  write_group (self, file);
  text = g_key_file_to_data (file, NULL, NULL);
  paz_settings_set_text (paz_settings_get (), PAZ_SETTING_LIST_LAYOUTS, text);
}

void
paz_list_layout_reset (PazListLayout *self)
{
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->orders, 0);
  self->own_columns = FALSE;
  paz_list_layout_set_group (self, NULL, PAZ_GROUP_VALUE);
  add_declared (self);
}

/* ---- columns ---- */

GPtrArray *
paz_list_layout_list_fields (const PazKind *kind)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    if (can_show (&kind->fields[i]))
      g_ptr_array_add (fields, (gpointer) &kind->fields[i]);
  for (guint i = 0; i < PAZ_N_SHOWN_ATTRIBUTES; i++)
    g_ptr_array_add (fields, (gpointer) paz_attribute_get ((PazAttribute) i));

  return fields;
}

static gboolean
is_title (const PazKind  *kind,
          const PazField *field)
{
  return g_strv_contains (kind->title_fields, field->key);
}

const PazField *
paz_list_layout_get_wide (const PazListLayout *self)
{
  const PazField *best = NULL;
  int best_rank = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const PazField *field = g_array_index (self->columns, PazListColumn, i).field;
      gboolean named = is_title (self->kind, field);
      int rank = field->type == PAZ_VALUE_TRILINGUAL ? (named ? 6 : 5)
                 : field->type == PAZ_VALUE_NOTE ? 4
                 : field->type == PAZ_VALUE_LINK && named ? 3
                 : field->type == PAZ_VALUE_TEXT ? (named ? 2 : 1) : 0;

      if (rank > best_rank)
        {
          best = field;
          best_rank = rank;
        }
    }

  return best;
}

int
paz_list_layout_find (const PazListLayout *self,
                      const PazField      *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, PazListColumn, i).field == field)
      return (int) i;

  return -1;
}

void
paz_list_layout_show (PazListLayout  *self,
                      const PazField *field,
                      gboolean        show)
{
  int position = paz_list_layout_find (self, field);

  if (show == (position >= 0) || (!show && self->columns->len == 1))
    return;
  if (show)
    add_column (self, field, 0);
  else
    g_array_remove_index (self->columns, (guint) position);
  self->own_columns = TRUE;
}

gboolean
paz_list_layout_move (PazListLayout  *self,
                      const PazField *field,
                      int             step)
{
  int position = paz_list_layout_find (self, field);
  int target = position + step;
  PazListColumn column;

  if (position < 0 || target < 0 || target >= (int) self->columns->len)
    return FALSE;

  column = g_array_index (self->columns, PazListColumn, position);
  g_array_remove_index (self->columns, (guint) position);
  g_array_insert_val (self->columns, (guint) target, column);
  self->own_columns = TRUE;

  return TRUE;
}

/* ---- groups ---- */

void
paz_list_layout_set_group (PazListLayout  *self,
                           const PazField *field,
                           PazGrouping     grouping)
{
  self->group = field;
  self->grouping = grouping;
  g_hash_table_remove_all (self->closed);
}

void
paz_list_layout_close (PazListLayout *self,
                       const char    *group,
                       gboolean       closed)
{
  if (closed)
    g_hash_table_add (self->closed, g_strdup (group));
  else
    g_hash_table_remove (self->closed, group);
}

/* ---- order ---- */

guint
paz_list_layout_get_order (const PazListLayout *self,
                           const PazField      *field,
                           gboolean            *descending)
{
  for (guint i = 0; i < self->orders->len; i++)
    {
      const PazListOrder *order = &g_array_index (self->orders, PazListOrder, i);

      if (order->field != field)
        continue;
      if (descending != NULL)
        *descending = order->descending;
      return i + 1;
    }

  return 0;
}

void
paz_list_layout_set_order (PazListLayout  *self,
                           const PazField *field,
                           gboolean        descending,
                           gboolean        add)
{
  PazListOrder order = { field, !!descending };
  guint place = paz_list_layout_get_order (self, field, NULL);

  if (add && place > 0)
    {
      g_array_index (self->orders, PazListOrder, place - 1) = order;
      return;
    }
  if (!add)
    g_array_set_size (self->orders, 0);
  g_array_append_val (self->orders, order);
}

void
paz_list_layout_sort (PazListLayout  *self,
                      const PazField *field,
                      gboolean        add)
{
  gboolean descending = FALSE;
  guint place = paz_list_layout_get_order (self, field, &descending);

  paz_list_layout_set_order (self, field, place > 0 && !descending, add);
}

void
paz_list_layout_drop_order (PazListLayout  *self,
                            const PazField *field)
{
  guint place = paz_list_layout_get_order (self, field, NULL);

  if (place > 0)
    g_array_remove_index (self->orders, place - 1);
}

void
paz_list_layout_apply (const PazListLayout *self,
                       PazQuery            *query)
{
  paz_query_set_group (query, self->group, self->grouping);
  for (guint i = 0; i < self->orders->len; i++)
    {
      const PazListOrder *order = &g_array_index (self->orders, PazListOrder, i);

      paz_query_add_order (query, order->field, order->descending);
    }
}
