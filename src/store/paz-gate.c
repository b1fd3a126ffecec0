#include "store/paz-gate.h"

struct _PazGate
{
  PazStore    *store;
  PazAudience *readers;
  GHashTable  *seen;      /* record id -> whether they may see it */
};

PazGate *
paz_gate_new (PazStore          *store,
              const PazAudience *readers)
{
  PazGate *self = g_new0 (PazGate, 1);

  self->store = store;
  self->readers = paz_audience_copy (readers);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
paz_gate_free (PazGate *self)
{
  paz_audience_free (self->readers);
  g_hash_table_unref (self->seen);
  g_free (self);
}

static gboolean
may_see_record (PazGate   *self,
                PazRecord *record)
{
  const char *owner = paz_record_get_owner (record);
  const char *container = paz_record_get_container (record);

  return paz_release_may_see (paz_record_get_level (record), paz_record_get_list (record),
                              owner, owner, self->readers) &&
         (container == NULL || paz_gate_may_see (self, container));
}

gboolean
paz_gate_may_see (PazGate    *self,
                  const char *id)
{
  g_autoptr (PazRecord) record = NULL;
  gpointer known;
  gboolean may_see;

  if (g_hash_table_lookup_extended (self->seen, id, NULL, &known))
    return GPOINTER_TO_INT (known);

  record = paz_store_dup_record (self->store, id, NULL);
  may_see = record != NULL && may_see_record (self, record);
  g_hash_table_insert (self->seen, g_strdup (id), GINT_TO_POINTER (may_see));

  return may_see;
}

/* NULL when nothing of it may be seen: to the reader as if it had never been written. */
static GVariant *
pass_links (PazGate  *self,
            GVariant *value)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) passed = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    if (paz_gate_may_see (self, ids[i]))
      g_strv_builder_add (builder, ids[i]);
  passed = g_strv_builder_end (builder);

  return passed[0] != NULL ? paz_value_new_set ((const char * const *) passed) : NULL;
}

PazRecord *
paz_gate_pass (PazGate   *self,
               PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);
  g_autoptr (PazRecord) passed = NULL;

  if (!may_see_record (self, record))
    return NULL;

  passed = paz_record_dup (record);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      GVariant *value = paz_record_get_value (record, field);

      if (paz_value_get_state (value) != PAZ_STATE_KNOWN)
        continue;
      if (field->type == PAZ_VALUE_LINK && !paz_gate_may_see (self, g_variant_get_string (value, NULL)))
        paz_record_set_value (passed, field, NULL);
      else if (field->type == PAZ_VALUE_LINKS)
        paz_record_set_value (passed, field, pass_links (self, value));
    }

  return g_steal_pointer (&passed);
}
