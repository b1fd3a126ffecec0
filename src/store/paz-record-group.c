#include "paz-record-rows.h"

struct _PazRecordGroup
{
  GObject  parent_instance;

  char    *key;
  guint    n_records;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (PazRecordGroup, paz_record_group, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_N_RECORDS,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
paz_record_group_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PazRecordGroup *self = PAZ_RECORD_GROUP (object);

  switch (prop_id)
    {
    case PROP_N_RECORDS:
      g_value_set_uint (value, self->n_records);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
paz_record_group_finalize (GObject *object)
{
  g_free (PAZ_RECORD_GROUP (object)->key);

  G_OBJECT_CLASS (paz_record_group_parent_class)->finalize (object);
}

static void
paz_record_group_class_init (PazRecordGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = paz_record_group_finalize;
  object_class->get_property = paz_record_group_get_property;

  properties[PROP_N_RECORDS] =
    g_param_spec_uint ("n-records", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPEN] =
    g_param_spec_boolean ("open", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
paz_record_group_init (PazRecordGroup *self)
{
  self->open = TRUE;
}

PazRecordGroup *
paz_record_group_new (const char *key)
{
  PazRecordGroup *self = g_object_new (PAZ_TYPE_RECORD_GROUP, NULL);

  self->key = g_strdup (key);

  return self;
}

void
paz_record_group_set_n_records (PazRecordGroup *self,
                                guint           n)
{
  if (self->n_records == n)
    return;
  self->n_records = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RECORDS]);
}

void
paz_record_group_set_open (PazRecordGroup *self,
                           gboolean        open)
{
  open = !!open;
  if (self->open == open)
    return;
  self->open = open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

const char *
paz_record_group_get_key (PazRecordGroup *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD_GROUP (self), NULL);

  return self->key;
}

guint
paz_record_group_get_n_records (PazRecordGroup *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD_GROUP (self), 0);

  return self->n_records;
}

gboolean
paz_record_group_is_open (PazRecordGroup *self)
{
  g_return_val_if_fail (PAZ_IS_RECORD_GROUP (self), FALSE);

  return self->open;
}
