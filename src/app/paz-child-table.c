#include "paz-child-table.h"

#include "paz-child-dialog.h"
#include "paz-child-row.h"
#include "paz-form.h"
#include "paz-words.h"

#include "base/paz-compat.h"

struct _PazChildTable
{
  GtkWidget           parent_instance;

  GtkWidget          *title;
  GtkWidget          *pages;
  GtkWidget          *head;
  GtkWidget          *list;
  GtkWidget          *empty;
  GtkWidget          *add;
  GtkWidget          *up;
  GtkWidget          *down;

  char               *key;
  const PazKind      *kind;
  const PazField     *order;      /* the field that holds the place, or NULL */
  PazStore           *store;
  PazRecord          *container;
  GListStore         *records;
  GHashTable         *originals;  /* id -> PazRecord as the store has it */
  GPtrArray          *removed;
};

G_DEFINE_FINAL_TYPE (PazChildTable, paz_child_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_KIND,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static guint
get_selected (PazChildTable *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? (guint) gtk_list_box_row_get_index (row) : GTK_INVALID_LIST_POSITION;
}

static void
select_position (PazChildTable *self,
                 guint          position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position);

  if (row == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  /* The row that had the focus was made anew. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
update (PazChildTable *self)
{
  guint n;
  guint selected;
  gboolean some;

  /* The list lets go of its selection while all of this is being taken down. */
  if (self->records == NULL)
    return;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  selected = get_selected (self);
  some = selected != GTK_INVALID_LIST_POSITION;
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), n > 0 ? "table" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "children.edit", some);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "children.delete", some);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "children.up",
                                 some && self->order != NULL && selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "children.down",
                                 some && self->order != NULL && selected + 1 < n);
}

static void
emit_changed (PazChildTable *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer data)
{
  return paz_child_row_new (PAZ_CHILD_TABLE (data)->store, item);
}

static const PazField *
find_order (const PazKind *kind)
{
  const PazField *field = NULL;

  if (kind->order[0] != NULL)
    field = paz_kind_find_field (kind, kind->order[0]);

  return field != NULL && field->type == PAZ_VALUE_INTEGER ? field : NULL;
}

static void
renumber (PazChildTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->records));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PazRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), i);

      paz_record_set_value (record, self->order, g_variant_new_int64 (i + 1));
    }
}

static gboolean
find_position (PazChildTable *self,
               const char    *id,
               guint         *position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->records));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PazRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), i);

      if (g_str_equal (paz_record_get_id (record), id))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
accepted_cb (PazChildTable *self,
             PazRecord     *record)
{
  paz_child_table_take (self, record);
}

static void
open_dialog (PazChildTable *self,
             PazRecord     *record)
{
  GtkWidget *dialog = paz_child_dialog_new (self->store, record);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);
  g_autoptr (PazRecord) record = paz_store_create_record (self->store, self->kind,
                                                          paz_record_get_id (self->container));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->records));

  if (self->order != NULL)
    paz_record_set_value (record, self->order, g_variant_new_int64 (n + 1));
  open_dialog (self, record);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);
  g_autoptr (PazRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records),
                                                        get_selected (self));
  g_autoptr (PazRecord) copy = NULL;

  if (record == NULL)
    return;
  copy = paz_record_dup (record);
  open_dialog (self, copy);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);

  if (get_selected (self) != GTK_INVALID_LIST_POSITION)
    paz_child_table_remove (self, get_selected (self));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PazChildTable *self = PAZ_CHILD_TABLE (widget);

  paz_child_table_move (self, get_selected (self), g_str_equal (name, "children.up") ? -1 : 1);
}

static void
activated_cb (PazChildTable *self,
              GtkListBoxRow *row)
{
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  edit_action (GTK_WIDGET (self), NULL, NULL);
}

static void
dress (PazChildTable *self)
{
  PazCatalogue *catalogue = paz_words_get_catalogue ();

  gtk_label_set_text (GTK_LABEL (self->title),
                      paz_catalogue_text (catalogue, self->kind->phrases.plural));
  gtk_label_set_text (GTK_LABEL (self->empty),
                      paz_catalogue_text (catalogue, self->kind->phrases.empty_hint));
  gtk_button_set_label (GTK_BUTTON (self->add),
                        paz_catalogue_text (catalogue, self->kind->phrases.add));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->title)), -1);
  gtk_widget_set_visible (self->up, self->order != NULL);
  gtk_widget_set_visible (self->down, self->order != NULL);
  paz_child_row_fill_head (GTK_GRID (self->head), self->kind);
}

static void
read_records (PazChildTable *self)
{
  g_autoptr (PazQuery) query = paz_query_new (self->kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  g_list_store_remove_all (self->records);
  g_hash_table_remove_all (self->originals);
  g_ptr_array_set_size (self->removed, 0);
  paz_query_set_container (query, paz_record_get_id (self->container));
  paz_query_set_language (query, paz_words_get_language ());
  records = paz_store_list_records (self->store, query, &error);
  if (records == NULL)
    {
      g_warning ("Could not read the records of kind %s: %s", self->kind->key, error->message);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    {
      PazRecord *record = g_ptr_array_index (records, i);
      g_autoptr (PazRecord) copy = paz_record_dup (record);

      g_hash_table_insert (self->originals, g_strdup (paz_record_get_id (record)),
                           g_object_ref (record));
      g_list_store_append (self->records, copy);
    }
}

static gboolean
is_changed (PazChildTable *self,
            PazRecord     *record)
{
  PazRecord *original = g_hash_table_lookup (self->originals, paz_record_get_id (record));

  return original == NULL || !paz_form_same_record (original, record);
}

static void
paz_child_table_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PazChildTable *self = PAZ_CHILD_TABLE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->key);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_child_table_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PazChildTable *self = PAZ_CHILD_TABLE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      paz_set_str (&self->key, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_child_table_dispose (GObject *object)
{
  PazChildTable *self = PAZ_CHILD_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->container);
  g_clear_object (&self->store);
  g_clear_object (&self->records);

  G_OBJECT_CLASS (paz_child_table_parent_class)->dispose (object);
}

static void
paz_child_table_finalize (GObject *object)
{
  PazChildTable *self = PAZ_CHILD_TABLE (object);

  g_free (self->key);
  g_hash_table_unref (self->originals);
  g_ptr_array_unref (self->removed);

  G_OBJECT_CLASS (paz_child_table_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "children.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "children.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "children.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "children.up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "children.down", NULL, move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "children.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "children.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "children.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "children.down", NULL);
}

static void
paz_child_table_class_init (PazChildTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = paz_child_table_get_property;
  object_class->set_property = paz_child_table_set_property;
  object_class->dispose = paz_child_table_dispose;
  object_class->finalize = paz_child_table_finalize;

  properties[PROP_KIND] =
    g_param_spec_string ("kind", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/relacopaz/Relacopaz/parts/child-table.ui");
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, title);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, pages);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, head);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, list);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, empty);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, add);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, up);
  gtk_widget_class_bind_template_child (widget_class, PazChildTable, down);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
paz_child_table_init (PazChildTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->originals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->records = g_list_store_new (PAZ_TYPE_RECORD);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->records),
                           make_row_cb, self, NULL);
}

const PazKind *
paz_child_table_get_kind (PazChildTable *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), NULL);

  return self->key != NULL ? paz_kind_find (self->key) : NULL;
}

void
paz_child_table_bind (PazChildTable *self,
                      PazStore      *store,
                      PazRecord     *container)
{
  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  g_set_object (&self->store, store);
  g_set_object (&self->container, container);
  if (self->kind == NULL)
    {
      self->kind = paz_child_table_get_kind (self);
      if (self->kind == NULL)
        {
          g_warning ("A form names the kind “%s”, which is not there", self->key);
          return;
        }
      self->order = find_order (self->kind);
      dress (self);
    }
  read_records (self);
  update (self);
}

GListModel *
paz_child_table_get_records (PazChildTable *self)
{
  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), NULL);

  return G_LIST_MODEL (self->records);
}

void
paz_child_table_take (PazChildTable *self,
                      PazRecord     *record)
{
  guint position;

  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  if (find_position (self, paz_record_get_id (record), &position))
    {
      g_list_store_splice (self->records, position, 1, (gpointer *) &record, 1);
    }
  else
    {
      position = g_list_model_get_n_items (G_LIST_MODEL (self->records));
      g_list_store_append (self->records, record);
    }
  select_position (self, position);
  emit_changed (self);
}

void
paz_child_table_remove (PazChildTable *self,
                        guint          position)
{
  g_autoptr (PazRecord) record = NULL;

  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  record = g_list_model_get_item (G_LIST_MODEL (self->records), position);
  if (record == NULL)
    return;
  g_list_store_remove (self->records, position);
  if (g_hash_table_contains (self->originals, paz_record_get_id (record)))
    g_ptr_array_add (self->removed, g_steal_pointer (&record));
  emit_changed (self);
}

void
paz_child_table_move (PazChildTable *self,
                      guint          position,
                      int            by)
{
  g_autoptr (PazRecord) record = NULL;
  guint n;

  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  if (self->order == NULL || position >= n || (by < 0 && position == 0) || position + by >= n)
    return;
  record = g_list_model_get_item (G_LIST_MODEL (self->records), position);
  g_list_store_remove (self->records, position);
  g_list_store_insert (self->records, position + by, record);
  renumber (self);
  select_position (self, position + by);
  emit_changed (self);
}

gboolean
paz_child_table_is_modified (PazChildTable *self)
{
  guint n;

  g_return_val_if_fail (PAZ_IS_CHILD_TABLE (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PazRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), i);

      if (is_changed (self, record))
        return TRUE;
    }

  return self->removed->len > 0;
}

void
paz_child_table_stage (PazChildTable *self,
                       PazEdit       *edit)
{
  guint n;

  g_return_if_fail (PAZ_IS_CHILD_TABLE (self));

  for (guint i = 0; i < self->removed->len; i++)
    paz_edit_remove (edit, g_ptr_array_index (self->removed, i));
  n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PazRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), i);

      if (is_changed (self, record))
        paz_edit_put (edit, record);
    }
}
