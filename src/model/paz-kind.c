#include "model/paz-kind-private.h"

/* In order of area and display; children follow their parent. A new kind is a line here. */
#define PAZ_KINDS(KIND) \
  KIND (participant) \
  KIND (membership) \
  KIND (delegate) \
  KIND (instrument) \
  KIND (provision) \
  KIND (complementarity) \
  KIND (meeting) \
  KIND (agenda_item) \
  KIND (attendance) \
  KIND (recommendation) \
  KIND (position) \
  KIND (task) \
  KIND (document) \
  KIND (expense) \
  KIND (need) \
  KIND (offer) \
  KIND (arrangement) \
  KIND (contingent) \
  KIND (contingent_part) \
  KIND (requirement_line) \
  KIND (pledge) \
  KIND (organization_line) \
  KIND (major_equipment_line) \
  KIND (self_sustainment_line) \
  KIND (authorisation) \
  KIND (mission) \
  KIND (data_set) \
  KIND (gender_target) \
  KIND (fatality) \
  KIND (barrier_assessment) \
  KIND (measure) \
  KIND (candidate_funnel) \
  KIND (centre) \
  KIND (course) \
  KIND (course_seats) \
  KIND (practice) \
  KIND (interoperability_topic) \
  KIND (standing)

#define DECLARE(name) extern const PazKind paz_kind_##name;
PAZ_KINDS (DECLARE)
#undef DECLARE

#define POINT(name) &paz_kind_##name,
static const PazKind * const shipped[] = { PAZ_KINDS (POINT) NULL };
#undef POINT

static const PazKind * const *kinds = shipped;
static guint n_kinds = G_N_ELEMENTS (shipped) - 1;

/* For each kind a row of n_kinds + 1: its children and their end. Filled once. */
static const PazKind **children;

static const PazKind **
make_children (void)
{
  const PazKind **table = g_new0 (const PazKind *, n_kinds * (n_kinds + 1));

  for (guint i = 0; i < n_kinds; i++)
    {
      const PazKind **row = table + i * (n_kinds + 1);

      for (guint j = 0; j < n_kinds; j++)
        if (g_strcmp0 (kinds[j]->parent, kinds[i]->key) == 0)
          *row++ = kinds[j];
    }

  return table;
}

static gboolean
has_former_key (const PazField *field,
                const char     *key)
{
  return field->former != NULL && g_strv_contains (field->former, key);
}

const PazKind * const *
paz_kind_list (guint *n)
{
  if (n != NULL)
    *n = n_kinds;

  return kinds;
}

void
paz_kind_set_list (const PazKind * const *list)
{
  kinds = list != NULL ? list : shipped;
  for (n_kinds = 0; kinds[n_kinds] != NULL; n_kinds++)
    ;
  g_clear_pointer (&children, g_free);
}

const PazKind *
paz_kind_find (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < n_kinds; i++)
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
  g_return_val_if_fail (kind != NULL, NULL);

  if (g_once_init_enter (&children))
    g_once_init_leave (&children, make_children ());
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i] == kind)
      return children + i * (n_kinds + 1);

  g_return_val_if_reached (kinds + n_kinds);
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
