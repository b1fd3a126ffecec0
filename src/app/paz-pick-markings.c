/* Markings to choose from: labels are never translated, and a country's own come first. */
#include "paz-pick-source.h"

#include "paz-words.h"

#include "model/paz-code-list.h"

static char *
dup_detail (const PazMarking *marking)
{
  if (g_strcmp0 (marking->check, "seen") == 0)
    return g_strdup (marking->scheme);

  /* Translators: a scheme of markings that was taken from general knowledge. */
  return g_strdup_printf (_("%s, not checked"), marking->scheme);
}

static void
add_marking (PazPickPool      *pool,
             const PazMarking *marking)
{
  g_autofree char *detail = dup_detail (marking);
  PazPick *pick = paz_pick_pool_add (pool, marking->code, marking->label, detail);

  paz_pick_add_name (pick, marking->scheme);
  paz_pick_add_name (pick, marking->meaning);
  for (guint i = 0; marking->country != NULL && i < PAZ_N_LANGUAGES; i++)
    {
      g_autofree char *name = paz_catalogue_dup_country (paz_catalogue_get (i), marking->country);

      paz_pick_add_name (pick, name);
    }
}

PazPickPool *
paz_pick_pool_for_markings (const char *country)
{
  PazPickPool *pool = paz_pick_pool_new ();

  for (const PazMarking *marking = paz_code_markings; marking->code != NULL; marking++)
    if (country != NULL && g_strcmp0 (marking->country, country) == 0)
      add_marking (pool, marking);
  for (const PazMarking *marking = paz_code_markings; marking->code != NULL; marking++)
    if (country == NULL || g_strcmp0 (marking->country, country) != 0)
      add_marking (pool, marking);

  return pool;
}
