#include "paz-map-picture.h"

#include "paz-map-answer.h"

/* A mission or month that these readers do not know would stand in the title. */
static gboolean
may_ask (PazMapFacts        *facts,
         const PazMapChoice *choice)
{
  PazFactTable *table = paz_figures_get_facts (facts->figures);

  if (!(paz_map_figure_get_flags (choice->figure) & PAZ_MAP_HAS_FACTS))
    return TRUE;
  if (choice->month != 0 && facts->month != choice->month)
    return FALSE;

  return facts->month != 0 &&
         (choice->missions || choice->mission == NULL ||
          paz_fact_table_find_key (table, PAZ_DIMENSION_MISSION, choice->mission) >= 0);
}

static gboolean
make (PazPictureExport   *picture,
      PazStore           *reader,
      const PazAudience  *readers,
      PazCatalogue       *catalogue,
      gpointer            data,
      GCancellable       *cancellable,
      GError            **error)
{
  const PazMapChoice *choice = data;
  g_autoptr (PazMapFacts) facts = paz_map_facts_load (reader, choice->month, readers, cancellable, error);
  g_autoptr (PazMapAnswer) answer = NULL;

  if (facts == NULL)
    return FALSE;
  if (!may_ask (facts, choice))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no figures for these readers");
      return FALSE;
    }
  answer = paz_map_answer_new (facts, choice, catalogue);
  paz_map_answer_sign (answer);
  picture->map = paz_map_ref (answer->map);
  picture->level = answer->level;

  return TRUE;
}

PazPictureMaker *
paz_map_picture_new_maker (const PazMapChoice *choice)
{
  return paz_picture_maker_new ("map", make, paz_map_choice_copy (choice), (GDestroyNotify) paz_map_choice_free);
}
