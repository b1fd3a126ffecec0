#include "added-kinds.h"

#include "model/paz-kind-private.h"

/* As in paz-kind.c: a new kind is a line here. */
#define ADDED_KINDS(KIND) \
  KIND (visit) \
  KIND (stage)

#define DECLARE(name) extern const PazKind paz_kind_##name;
ADDED_KINDS (DECLARE)
#undef DECLARE

#define POINT(name) &paz_kind_##name,
static const PazKind * const added[] = { ADDED_KINDS (POINT) };
#undef POINT

void
added_kinds_use (void)
{
  static GPtrArray *all;
  guint n;
  const PazKind * const *shipped = paz_kind_list (&n);

  g_assert_null (all);
  all = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, (gpointer) shipped[i]);
  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    g_ptr_array_add (all, (gpointer) added[i]);
  g_ptr_array_add (all, NULL);
  paz_kind_set_list ((const PazKind * const *) all->pdata);
}
