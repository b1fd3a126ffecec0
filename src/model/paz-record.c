#include "model/paz-record.h"

#include "base/paz-compat.h"
#include "model/paz-value-private.h"

struct _PazRecord
{
  GObject         parent_instance;

  const PazKind  *kind;
  char           *id;
  char           *owner;
  char           *container;
  GVariant      **values;       /* by index of field */
  gboolean       *conflicts;    /* the same; NULL when there is none */
  char          **list;
  PazLevel        level;
  gint64          changed;
  guint           revision;
  gboolean        deleted;
  gboolean        stored;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_REVISION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PazRecord, paz_record, G_TYPE_OBJECT)

static const char * const no_list[] = { NULL };

static void
raise_revision (PazRecord *self)
{
  self->revision++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}

/* "" and the empty set are spelt NULL, so that "not answered" has one form. */
static gboolean
is_blank (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return *g_variant_get_string (value, NULL) == '\0';
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return g_variant_n_children (value) == 0;

  return FALSE;
}

static GVariant *
find_value (PazRecord  *self,
            const char *key)
{
  const PazField *field = paz_kind_find_field (self->kind, key);

  return field != NULL ? self->values[paz_kind_get_index (self->kind, field)] : NULL;
}

static void
copy_state (PazRecord *self,
            PazRecord *to)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->values[i] != NULL)
      to->values[i] = g_variant_ref (self->values[i]);

  to->conflicts = g_memdup2 (self->conflicts, self->kind->n_fields * sizeof (gboolean));
  to->list = g_strdupv (self->list);
  to->level = self->level;
  to->changed = self->changed;
  to->deleted = self->deleted;
  to->stored = self->stored;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* As a revision spells it (EXCHANGE.md 4.2): sorted, unique, without the owner, and empty at
 * every level but "named". */
static char **
dup_release_list (PazRecord          *self,
                  PazLevel            level,
                  const char * const *list)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; level == PAZ_LEVEL_NAMED && list != NULL && list[i] != NULL; i++)
    if (!g_str_equal (list[i], self->owner) &&
        !g_ptr_array_find_with_equal_func (codes, list[i], g_str_equal, NULL))
      g_ptr_array_add (codes, g_strdup (list[i]));

  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

static char *
dup_part (PazRecord        *self,
          const PazField   *field,
          PazCatalogue     *catalogue,
          PazLinkTitleFunc  link_title,
          gpointer          user_data)
{
  GVariant *value = self->values[paz_kind_get_index (self->kind, field)];

  if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
    return NULL;
  if (field->type == PAZ_VALUE_LINK)
    return link_title != NULL ? link_title (g_variant_get_string (value, NULL), catalogue, user_data)
                              : NULL;

  return paz_value_dup_display (field, self->kind, value, catalogue);
}

static void
paz_record_finalize (GObject *object)
{
  PazRecord *self = (PazRecord *) object;

  for (guint i = 0; i < self->kind->n_fields; i++)
    g_clear_pointer (&self->values[i], g_variant_unref);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->conflicts, g_free);
  g_clear_pointer (&self->list, g_strfreev);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->container, g_free);

  G_OBJECT_CLASS (paz_record_parent_class)->finalize (object);
}

static void
paz_record_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PazRecord *self = PAZ_RECORD (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_REVISION:
      g_value_set_uint (value, self->revision);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_record_class_init (PazRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = paz_record_finalize;
  object_class->get_property = paz_record_get_property;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVISION] =
    g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
paz_record_init (PazRecord *self)
{
}

PazRecord *
paz_record_new (const PazKind *kind,
                const char    *id,
                const char    *owner,
                const char    *container)
{
  PazRecord *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (owner != NULL, NULL);

  self = g_object_new (PAZ_TYPE_RECORD, NULL);
  self->kind = kind;
  self->id = g_strdup (id);
  self->owner = g_strdup (owner);
  self->container = g_strdup (container);
  self->values = g_new0 (GVariant *, kind->n_fields);
  self->level = kind->level;

  return self;
}

PazRecord *
paz_record_dup (PazRecord *self)
{
  PazRecord *copy;

  g_return_val_if_fail (PAZ_IS_RECORD (self), NULL);

  copy = paz_record_new (self->kind, self->id, self->owner, self->container);
  copy_state (self, copy);

  return copy;
}

gboolean
paz_record_equal (PazRecord *self,
                  PazRecord *other)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), FALSE);
  g_return_val_if_fail (PAZ_IS_RECORD (other), FALSE);

  if (self->kind != other->kind || self->level != other->level || self->deleted != other->deleted)
    return FALSE;
  if (!g_strv_equal (paz_record_get_list (self), paz_record_get_list (other)))
    return FALSE;

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (!paz_value_same (self->values[i], other->values[i]))
      return FALSE;

  return TRUE;
}

GPtrArray *
paz_record_list_changed (PazRecord *self,
                         PazRecord *other)
{
  GPtrArray *changed;

  g_return_val_if_fail (PAZ_IS_RECORD (self), NULL);
  g_return_val_if_fail (PAZ_IS_RECORD (other) && other->kind == self->kind, NULL);

  changed = g_ptr_array_new ();
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (!paz_value_same (self->values[i], other->values[i]))
      g_ptr_array_add (changed, (gpointer) &self->kind->fields[i]);

  return changed;
}

const PazKind *
paz_record_get_kind (PazRecord *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), NULL);

  return self->kind;
}

const char *
paz_record_get_id (PazRecord *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), NULL);

  return self->id;
}

const char *
paz_record_get_owner (PazRecord *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), NULL);

  return self->owner;
}

const char *
paz_record_get_container (PazRecord *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), NULL);

  return self->container;
}

PazLevel
paz_record_get_level (PazRecord *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), PAZ_LEVEL_NATIONAL);

  return self->level;
}

const char * const *
paz_record_get_list (PazRecord *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), no_list);

  return self->list != NULL ? (const char * const *) self->list : no_list;
}

gboolean
paz_record_is_deleted (PazRecord *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), FALSE);

  return self->deleted;
}

gboolean
paz_record_is_new (PazRecord *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), FALSE);

  return !self->stored;
}

gboolean
paz_record_is_in_conflict (PazRecord      *self,
                           const PazField *field)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), FALSE);

  return self->conflicts != NULL && self->conflicts[paz_kind_get_index (self->kind, field)];
}

GVariant *
paz_record_get_value (PazRecord      *self,
                      const PazField *field)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return self->values[paz_kind_get_index (self->kind, field)];
}

gboolean
paz_record_set_value (PazRecord      *self,
                      const PazField *field,
                      GVariant       *value)
{
  g_autoptr (GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;
  GVariant **slot;

  g_return_val_if_fail (PAZ_IS_RECORD (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (sunk == NULL || paz_value_has_type (field, sunk), FALSE);

  if (sunk != NULL && is_blank (sunk))
    g_clear_pointer (&sunk, g_variant_unref);

  slot = &self->values[paz_kind_get_index (self->kind, field)];
  if (paz_value_same (*slot, sunk))
    return FALSE;

  g_clear_pointer (slot, g_variant_unref);
  *slot = g_steal_pointer (&sunk);
  raise_revision (self);

  return TRUE;
}

void
paz_record_set_owner (PazRecord  *self,
                      const char *owner)
{
  g_return_if_fail (PAZ_IS_RECORD (self));
  g_return_if_fail (owner != NULL);
  g_return_if_fail (!self->stored);

  if (paz_set_str (&self->owner, owner))
    raise_revision (self);
}

void
paz_record_set_release (PazRecord          *self,
                        PazLevel            level,
                        const char * const *list)
{
  g_auto (GStrv) canonical = NULL;

  g_return_if_fail (PAZ_IS_RECORD (self));

  canonical = dup_release_list (self, level, list);
  if (self->level == level &&
      g_strv_equal (paz_record_get_list (self), (const char * const *) canonical))
    return;

  self->level = level;
  g_strfreev (self->list);
  self->list = g_steal_pointer (&canonical);
  raise_revision (self);
}

void
paz_record_set_deleted (PazRecord *self,
                        gboolean   deleted)
{
  g_return_if_fail (PAZ_IS_RECORD (self));

  deleted = !!deleted;
  if (self->deleted == deleted)
    return;

  self->deleted = deleted;
  raise_revision (self);
}

gint64
paz_record_get_changed (PazRecord *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD (self), 0);

  return self->changed;
}

void
paz_record_set_changed (PazRecord *self,
                        gint64     changed)
{
  g_return_if_fail (PAZ_IS_RECORD (self));

  self->changed = changed;
}

void
paz_record_set_stored (PazRecord *self,
                       gboolean   stored)
{
  g_return_if_fail (PAZ_IS_RECORD (self));

  self->stored = !!stored;
}

void
paz_record_set_conflict (PazRecord      *self,
                         const PazField *field,
                         gboolean        conflict)
{
  guint index;

  g_return_if_fail (PAZ_IS_RECORD (self));
  g_return_if_fail (field != NULL);

  conflict = !!conflict;
  if (paz_record_is_in_conflict (self, field) == conflict)
    return;

  index = paz_kind_get_index (self->kind, field);
  if (self->conflicts == NULL)
    self->conflicts = g_new0 (gboolean, self->kind->n_fields);
  self->conflicts[index] = conflict;
  raise_revision (self);
}

const char *
paz_record_get_text (PazRecord  *self,
                     const char *field)
{
  GVariant *value;

  g_return_val_if_fail (PAZ_IS_RECORD (self), NULL);

  value = find_value (self, field);
  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return NULL;

  return g_variant_get_string (value, NULL);
}

gint64
paz_record_get_integer (PazRecord  *self,
                        const char *field)
{
  GVariant *value;

  g_return_val_if_fail (PAZ_IS_RECORD (self), 0);

  value = find_value (self, field);
  if (value == NULL)
    return 0;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_get_boolean (value);

  return g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) ? g_variant_get_int64 (value) : 0;
}

gboolean
paz_record_get_known (PazRecord  *self,
                      const char *field,
                      gint64     *value)
{
  if (paz_value_get_state (find_value (self, field)) != PAZ_STATE_KNOWN)
    return FALSE;
  *value = paz_record_get_integer (self, field);

  return TRUE;
}

const char *
paz_record_get_words (PazRecord   *self,
                      const char  *field,
                      PazLanguage  language)
{
  GVariant *value;

  g_return_val_if_fail (PAZ_IS_RECORD (self), NULL);

  value = find_value (self, field);
  if (value == NULL)
    return NULL;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_get_string (value, NULL);

  return paz_value_get_words (value, language);
}

char *
paz_record_dup_title (PazRecord    *self,
                      PazCatalogue *catalogue)
{
  return paz_record_dup_title_full (self, catalogue, NULL, NULL);
}

char *
paz_record_dup_title_full (PazRecord        *self,
                           PazCatalogue     *catalogue,
                           PazLinkTitleFunc  link_title,
                           gpointer          user_data)
{
  g_autoptr (GString) title = g_string_new (NULL);

  g_return_val_if_fail (PAZ_IS_RECORD (self), NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  for (const char * const *key = self->kind->title_fields; *key != NULL; key++)
    {
      const PazField *field = paz_kind_find_field (self->kind, *key);
      g_autofree char *part = dup_part (self, field, catalogue, link_title, user_data);

      if (part == NULL || *part == '\0')
        continue;
      if (title->len > 0)
        g_string_append (title, " · ");
      g_string_append (title, part);
    }

  if (title->len == 0)
    g_string_append (title, paz_catalogue_ptext (catalogue, "record", NC_("record", "Untitled")));

  return g_string_free (g_steal_pointer (&title), FALSE);
}
