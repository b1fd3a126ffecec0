#include "leak-store.h"

#include <string.h>

#include "../report/sample-store.h"
#include "lib/paz-sample.h"

static const struct
{
  PazLevel    level;
  const char *list[2];
} levels[LEAK_N_LEVELS] = {
  [LEAK_PUBLIC] = { PAZ_LEVEL_PUBLIC, { NULL } },
  [LEAK_NETWORK] = { PAZ_LEVEL_NETWORK, { NULL } },
  [LEAK_URY] = { PAZ_LEVEL_NAMED, { "URY", NULL } },
  [LEAK_NOBODY] = { PAZ_LEVEL_NAMED, { NULL } },
  [LEAK_NATIONAL] = { PAZ_LEVEL_NATIONAL, { NULL } },
};

typedef struct
{
  LeakStore  *self;
  GHashTable *targets;      /* kind -> id: what links point to */
  GHashTable *parents[LEAK_N_LEVELS];
  guint       n;            /* next word */
} Filling;

static void
record_free (LeakRecord *record)
{
  g_free (record->id);
  g_free (record);
}

static void
apply (PazStore *store,
       PazEdit  *edit)
{
  g_autoptr (GError) error = NULL;

  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* ---- filling ---- */

/* Rules across fields may leave a field no sample: it stays empty. */
static void
fill_field (Filling        *filling,
            PazRecord      *record,
            const PazField *field)
{
  GVariant *value;

  for (guint try = 0; (value = sample_make (field, filling->n, try, filling->targets)) != NULL; try++)
    {
      paz_record_set_value (record, field, value);
      if (sample_passes (record, field))
        break;
      paz_record_set_value (record, field, NULL);
    }
  filling->n++;
}

/* Later than the reference data, and not what the last choice often says, "cancelled": some exits are about
 * what is newest and stands. */
static void
bring_forward (PazRecord      *record,
               const PazField *field)
{
  g_autoptr (GVariant) former = NULL;
  const char *text = NULL;

  if (field->type == PAZ_VALUE_DATE)
    text = "2027-05-31";
  else if (field->type == PAZ_VALUE_CHOICE && !paz_field_is_set (field))
    text = field->choices[0].key;
  if (text == NULL || paz_record_get_value (record, field) == NULL)
    return;
  former = g_variant_ref (paz_record_get_value (record, field));
  paz_record_set_value (record, field, g_variant_new_string (text));
  if (!sample_passes (record, field))
    paz_record_set_value (record, field, former);
}

/* Of the first records some kinds have no target yet: those are not linked. */
static void
fill (Filling   *filling,
      PazRecord *record)
{
  const PazKind *kind = paz_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const PazField *field = &kind->fields[i];
      gboolean links = field->type == PAZ_VALUE_LINK || field->type == PAZ_VALUE_LINKS;

      if (sample_is_filled (field) && (!links || g_hash_table_contains (filling->targets, field->target)))
        {
          fill_field (filling, record, field);
          bring_forward (record, field);
        }
    }
}

static const char *
add (Filling       *filling,
     PazEdit       *edit,
     const PazKind *kind,
     LeakLevel      level,
     LeakLevel      around)
{
  const char *container = kind->parent != NULL ? g_hash_table_lookup (filling->parents[around], kind->parent) : NULL;
  g_autoptr (PazRecord) record = paz_store_create_record (filling->self->store, kind, container);
  LeakRecord *made = g_new0 (LeakRecord, 1);

  made->id = g_strdup (paz_record_get_id (record));
  made->kind = kind;
  made->level = MAX (level, around);
  made->first = filling->n;
  fill (filling, record);
  made->end = filling->n;
  paz_record_set_release (record, levels[level].level, levels[level].list);
  paz_edit_put (edit, record);
  g_ptr_array_add (filling->self->records, made);

  return made->id;
}

/* Children stand in a record of their level; some in one of a higher and some in one of a lower level. */
static void
add_kind (Filling       *filling,
          PazEdit       *edit,
          const PazKind *kind,
          LeakLevel      level)
{
  const char *id = add (filling, edit, kind, level, kind->parent != NULL ? level : LEAK_PUBLIC);

  g_hash_table_insert (filling->parents[level], (gpointer) kind->key, (gpointer) id);
  if (level == LEAK_NATIONAL)
    g_hash_table_insert (filling->targets, (gpointer) kind->key, (gpointer) id);
  if (kind->parent == NULL)
    return;
  if (level == LEAK_NATIONAL)
    add (filling, edit, kind, LEAK_PUBLIC, LEAK_NATIONAL);
  if (level == LEAK_PUBLIC)
    add (filling, edit, kind, LEAK_NATIONAL, LEAK_PUBLIC);
}

/* The highest level first: what is lower points to it. */
static void
fill_store (Filling *filling)
{
  const PazKind * const *kinds = paz_kind_list (NULL);

  for (int level = LEAK_NATIONAL; level >= LEAK_PUBLIC; level--)
    {
      g_autoptr (PazEdit) edit = paz_edit_new ();

      for (guint i = 0; kinds[i] != NULL; i++)
        add_kind (filling, edit, kinds[i], level);
      apply (filling->self->store, edit);
    }
}

static void
delete_some (Filling *filling)
{
  for (int level = LEAK_PUBLIC; level < LEAK_N_LEVELS; level++)
    {
      g_autoptr (PazEdit) edit = paz_edit_new ();
      g_autoptr (PazEdit) removal = paz_edit_new ();
      g_autoptr (PazRecord) record = NULL;
      LeakRecord *made;

      add (filling, edit, paz_kind_find ("task"), level, LEAK_PUBLIC);
      apply (filling->self->store, edit);
      made = filling->self->records->pdata[filling->self->records->len - 1];
      made->deleted = TRUE;
      record = paz_store_dup_record (filling->self->store, made->id, NULL);
      paz_edit_remove (removal, record);
      apply (filling->self->store, removal);
    }
}

LeakStore *
leak_store_new (const char *path)
{
  LeakStore *self = g_new0 (LeakStore, 1);
  g_autoptr (GError) error = NULL;
  Filling filling = { .self = self, .targets = g_hash_table_new (g_str_hash, g_str_equal), .n = 1 };

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);
  self->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  paz_store_set_identity (self->store, "PER", "Ana", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < LEAK_N_LEVELS; i++)
    filling.parents[i] = g_hash_table_new (g_str_hash, g_str_equal);
  sample_store_add_world (self->store, PAZ_LEVEL_PUBLIC, "Figures of the world");
  sample_store_add_secret (self->store, PAZ_LEVEL_NATIONAL);
  fill_store (&filling);
  delete_some (&filling);
  for (guint i = 0; i < LEAK_N_LEVELS; i++)
    g_hash_table_unref (filling.parents[i]);
  g_hash_table_unref (filling.targets);

  return self;
}

void
leak_store_free (LeakStore *self)
{
  g_clear_object (&self->store);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/* ---- asking ---- */

const LeakRecord *
leak_store_find (LeakStore *self,
                 guint      word)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const LeakRecord *record = self->records->pdata[i];

      if (word >= record->first && word < record->end)
        return record;
    }

  return NULL;
}

gboolean
leak_record_is_held (const LeakRecord *record,
                     const char       *readers)
{
  if (g_str_equal (readers, "own"))
    return FALSE;
  if (g_str_equal (readers, "public"))
    return record->level > LEAK_PUBLIC;
  if (g_str_equal (readers, "URY"))
    return record->level > LEAK_URY;

  return record->level > LEAK_NETWORK;
}

/* ---- without them ---- */

void
leak_store_strip (LeakStore  *self,
                  PazStore   *copy,
                  const char *readers)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazQuery) query = paz_query_new (paz_kind_find ("data_set"));
  g_autoptr (GPtrArray) sets = paz_store_list_records (copy, query, NULL);

  for (guint i = 0; i < self->records->len; i++)
    {
      const LeakRecord *record = self->records->pdata[i];
      g_autoptr (PazRecord) held = !record->deleted && leak_record_is_held (record, readers)
                                     ? paz_store_dup_record (copy, record->id, NULL) : NULL;

      if (held != NULL)
        paz_edit_remove (edit, held);
    }
  for (guint i = 0; i < sets->len; i++)
    if (g_strcmp0 (paz_record_get_text (sets->pdata[i], "title"), "Secret set") == 0)
      paz_edit_remove (edit, sets->pdata[i]);
  apply (copy, edit);
}
