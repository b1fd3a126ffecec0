#include "paz-map-choice.h"

#include "base/paz-catalogue.h"

#include <string.h>

static const struct
{
  const char        *key;
  const char        *label;
  PazMapFigureFlags  flags;
  const char        *kind;
} figures[] = {
  [PAZ_MAP_DEPLOYED] = { "deployed", NC_("map figure", "Uniformed personnel deployed"),
                         PAZ_MAP_HAS_FACTS | PAZ_MAP_HAS_MISSIONS },
  [PAZ_MAP_WOMEN] = { "women", NC_("map figure", "Women deployed"),
                      PAZ_MAP_HAS_FACTS | PAZ_MAP_HAS_SEXES | PAZ_MAP_HAS_MISSIONS },
  [PAZ_MAP_SHARE_OF_WOMEN] = { "share-of-women", NC_("map figure", "Share of women"),
                               PAZ_MAP_HAS_FACTS | PAZ_MAP_HAS_SEXES },
  [PAZ_MAP_AGAINST_TARGET] = { "against-target", NC_("map figure", "Share of women against the target"),
                               PAZ_MAP_HAS_FACTS | PAZ_MAP_HAS_SEXES },
  [PAZ_MAP_WOMEN_NEEDED] = { "women-needed", NC_("map figure", "More women to reach the targets"),
                             PAZ_MAP_HAS_FACTS | PAZ_MAP_HAS_SEXES },
  [PAZ_MAP_CHANGE] = { "change", NC_("map figure", "Change over a year"), PAZ_MAP_HAS_FACTS },
  [PAZ_MAP_PLEDGES] = { "pledges", NC_("map figure", "Pledges"), PAZ_MAP_HAS_RECORDS, "pledge" },
  [PAZ_MAP_PLEDGED] = { "pledged", NC_("map figure", "Persons pledged"), PAZ_MAP_HAS_RECORDS, "pledge" },
  [PAZ_MAP_NEEDS] = { "needs", NC_("map figure", "Open needs"), PAZ_MAP_HAS_RECORDS, "need" },
  [PAZ_MAP_OFFERS] = { "offers", NC_("map figure", "Offers available"), PAZ_MAP_HAS_RECORDS, "offer" },
  [PAZ_MAP_FATALITIES] = { "fatalities", NC_("map figure", "Nationals who died in missions"),
                           PAZ_MAP_HAS_MISSIONS, "fatality" },
};

const char *
paz_map_figure_get_key (PazMapFigure figure)
{
  return figures[figure].key;
}

const char *
paz_map_figure_get_label (PazMapFigure figure)
{
  return figures[figure].label;
}

PazMapFigureFlags
paz_map_figure_get_flags (PazMapFigure figure)
{
  return figures[figure].flags;
}

const char *
paz_map_figure_get_kind (PazMapFigure figure)
{
  return figures[figure].kind;
}

PazMapChoice *
paz_map_choice_new (void)
{
  return g_new0 (PazMapChoice, 1);
}

PazMapChoice *
paz_map_choice_copy (const PazMapChoice *self)
{
  PazMapChoice *copy = g_memdup2 (self, sizeof *self);

  copy->type = g_strdup (self->type);
  copy->mission = g_strdup (self->mission);
  copy->state = g_strdup (self->state);

  return copy;
}

void
paz_map_choice_free (PazMapChoice *self)
{
  g_free (self->type);
  g_free (self->mission);
  g_free (self->state);
  g_free (self);
}

void
paz_map_choice_settle (PazMapChoice *self)
{
  if (self->missions && !(figures[self->figure].flags & PAZ_MAP_HAS_MISSIONS))
    self->figure = PAZ_MAP_DEPLOYED;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

char *
paz_map_choice_to_text (const PazMapChoice *self)
{
  return g_strjoin (":", self->missions ? "missions" : "states", figures[self->figure].key, or_empty (self->type),
                    or_empty (self->mission), or_empty (self->state), NULL);
}

static char *
dup_part (char **parts,
          guint  n)
{
  return n < g_strv_length (parts) && *parts[n] != '\0' ? g_strdup (parts[n]) : NULL;
}

PazMapChoice *
paz_map_choice_parse (const char *text)
{
  PazMapChoice *self = paz_map_choice_new ();
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);

  if (g_strv_length (parts) < 2)
    return self;
  self->missions = g_str_equal (parts[0], "missions");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].key, parts[1]))
      self->figure = i;
  self->type = dup_part (parts, 2);
  self->mission = dup_part (parts, 3);
  self->state = dup_part (parts, 4);
  paz_map_choice_settle (self);

  return self;
}
