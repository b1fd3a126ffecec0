#include "model/paz-kind.h"

/* In order of area and display; children follow their parent. A new kind is a line here. */
#define PAZ_KINDS(KIND) \
  KIND (participant) \
  KIND (membership) \
  KIND (delegate) \
  KIND (instrument) \
  KIND (provision) \
  KIND (meeting) \
  KIND (agenda_item) \
  KIND (attendance) \
  KIND (recommendation) \
  KIND (position) \
  KIND (task) \
  KIND (document) \
  KIND (mission) \
  KIND (data_set) \
  KIND (gender_target)

#define DECLARE(name) extern const PazKind paz_kind_##name;
PAZ_KINDS (DECLARE)
#undef DECLARE

#define POINT(name) &paz_kind_##name,
static const PazKind * const kinds[] = { PAZ_KINDS (POINT) NULL };
#undef POINT

#define N_KINDS (G_N_ELEMENTS (kinds) - 1)

/* Each with its end; filled once. */
static const PazKind *children[N_KINDS][N_KINDS + 1];

static gpointer
fill_children (gpointer data)
{
  for (guint i = 0; i < N_KINDS; i++)
    {
      guint n = 0;

      for (guint j = 0; j < N_KINDS; j++)
        if (g_strcmp0 (kinds[j]->parent, kinds[i]->key) == 0)
          children[i][n++] = kinds[j];
    }

  return children;
}

static gboolean
has_former_key (const PazField *field,
                const char     *key)
{
  return field->former != NULL && g_strv_contains (field->former, key);
}

const PazKind * const *
paz_kind_list (guint *n_kinds)
{
  if (n_kinds != NULL)
    *n_kinds = N_KINDS;

  return kinds;
}

const PazKind *
paz_kind_find (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < N_KINDS; i++)
    if (g_str_equal (kinds[i]->key, key))
      return kinds[i];

  return NULL;
}

const PazField *
paz_kind_find_field (const PazKind *kind,
                     const char    *key)
{
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].key, key))
      return &kind->fields[i];

  for (guint i = 0; i < kind->n_fields; i++)
    if (has_former_key (&kind->fields[i], key))
      return &kind->fields[i];

  return NULL;
}

guint
paz_kind_get_index (const PazKind  *kind,
                    const PazField *field)
{
  g_return_val_if_fail (field >= kind->fields && field < kind->fields + kind->n_fields, 0);

  return field - kind->fields;
}

const PazKind * const *
paz_kind_list_children (const PazKind *kind)
{
  static GOnce once = G_ONCE_INIT;

  g_return_val_if_fail (kind != NULL, NULL);

  g_once (&once, fill_children, NULL);
  for (guint i = 0; i < N_KINDS; i++)
    if (kinds[i] == kind)
      return children[i];

  g_return_val_if_reached (kinds + N_KINDS);
}

const char *
paz_field_get_context (const PazField *field,
                       const PazKind  *kind)
{
  return field->context != NULL ? field->context : kind->key;
}

const PazChoice *
paz_field_find_choice (const PazField *field,
                       const char     *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (const PazChoice *choice = field->choices; choice != NULL && choice->key != NULL; choice++)
    if (g_str_equal (choice->key, key))
      return choice;

  return NULL;
}

gboolean
paz_field_is_set (const PazField *field)
{
  return field->type == PAZ_VALUE_LINKS || (field->flags & PAZ_FIELD_MANY) != 0;
}
