/* The missions: where they are, and with how many people of the region or of one State. */
#include "paz-map-answer-private.h"

#include "base/paz-date.h"
#include "model/paz-kind.h"

#include <math.h>
#include <string.h>

static const char *
say (PazMapWork *work,
     const char *words)
{
  return paz_catalogue_ptext (work->catalogue, "map", words);
}

/* ---- places ---- */

/* Degrees of a record; FALSE when nobody wrote them. */
static gboolean
read_degrees (PazRecord  *record,
              const char *field,
              double     *degrees)
{
  GVariant *value = paz_record_get_value (record, paz_kind_find_field (paz_record_get_kind (record), field));

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    return FALSE;
  *degrees = g_variant_get_double (value);
  return TRUE;
}

/* By the places that are known, else by what the mission's own record says. */
static gboolean
place (PazMapWork *work,
       const char *acronym,
       const char *name,
       gboolean    with_people,
       double      value)
{
  PazMap *map = work->answer->map;
  PazRecord *record = paz_map_facts_find_mission (work->facts, acronym);
  double lon, lat;

  if (paz_map_add_mission (map, acronym, name, with_people, value))
    return TRUE;
  if (record == NULL || !read_degrees (record, "longitude", &lon) || !read_degrees (record, "latitude", &lat))
    return FALSE;
  paz_map_work_raise (work, paz_record_get_level (record));

  return paz_map_place_mission (map, acronym, name, with_people, value, lon, lat);
}

static void
put (PazMapWork *work,
     const char *acronym,
     const char *name,
     gboolean    is_idle,
     double      value)
{
  g_autofree char *title = strcmp (acronym, name) != 0 ? g_strdup_printf ("%s, %s", acronym, name) : g_strdup (acronym);

  if (paz_map_answer_find (work->answer, acronym) != NULL)
    return;
  place (work, acronym, name, value != 0 && !is_idle, value);
  paz_map_work_put (work, acronym, g_steal_pointer (&title), value, NULL);
}

/* ---- which missions ---- */

/* At work in the month, as far as their dates are known. */
static gboolean
is_at_work (PazRecord  *mission,
            const char *month)
{
  const char *start = paz_record_get_text (mission, "start");
  const char *end = paz_record_get_text (mission, "end");

  return start != NULL && strncmp (start, month, MIN (strlen (start), 7)) <= 0 &&
         (end == NULL || strncmp (end, month, MIN (strlen (end), 7)) >= 0);
}

static void
put_idle (PazMapWork *work,
          double      value)
{
  GPtrArray *missions = paz_figures_get_missions (work->facts->figures);
  char month[8];

  paz_month_format (work->answer->month, month);
  for (guint i = 0; i < missions->len; i++)
    {
      const char *acronym = paz_record_get_text (missions->pdata[i], "acronym");
      g_autofree char *name = NULL;

      if (acronym == NULL || !is_at_work (missions->pdata[i], month))
        continue;
      name = paz_figures_dup_mission_name (work->facts->figures, acronym, work->catalogue);
      paz_map_work_raise (work, paz_record_get_level (missions->pdata[i]));
      put (work, acronym, name, TRUE, value);
    }
}

static PazPivot *
pivot_missions (PazMapWork *work)
{
  static const PazKey key = PAZ_KEY_MISSION;
  const char *types[] = { work->choice->type, NULL };
  const char *states[] = { work->choice->state, NULL };
  const PazFiguresFilter filter = {
    .from = work->answer->month,
    .to = work->answer->month,
    .types = types[0] != NULL ? types : NULL,
    .contributors = states[0] != NULL ? states : NULL,
    .region_only = TRUE,
  };

  return paz_figures_pivot (work->facts->figures, &key, 1, &filter);
}

static void
fill_people (PazMapWork *work)
{
  g_autoptr (PazPivot) pivot = pivot_missions (work);
  gboolean women = work->choice->figure == PAZ_MAP_WOMEN;
  gboolean known = !women || paz_figures_tells_sexes (work->facts->figures, work->answer->month);

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);
      g_autofree char *name = paz_figures_dup_mission_name (work->facts->figures, row->keys[0], work->catalogue);
      double value = (double) (women ? row->female : PAZ_FIGURE_TOTAL (row));

      put (work, row->keys[0], name, FALSE, !women || row->untold == 0 ? value : NAN);
    }
  put_idle (work, 0);
  if (known)
    return;
  paz_map_work_note (work, g_strdup (say (work, NC_("map", "The figures of that month do not tell women and men apart."))));
}

static void
fill_fatalities (PazMapWork *work)
{
  const PazFatalityFilter filter = {
    .region_only = work->choice->state == NULL,
    .nationality = work->choice->state,
  };
  g_autoptr (GPtrArray) counts = paz_fatalities_count (work->facts->fatalities, PAZ_FATALITY_MISSION, &filter);

  for (guint i = 0; i < counts->len; i++)
    {
      const PazFatalityCount *count = counts->pdata[i];
      g_autofree char *name = paz_fatalities_dup_name (work->facts->fatalities, PAZ_FATALITY_MISSION, count->key, work->catalogue);

      if (*count->key != '\0')
        put (work, count->key, name, FALSE, count->count);
    }
  paz_map_work_raise (work, paz_fatalities_get_level (work->facts->fatalities, &filter));
  paz_map_work_note (work, g_strdup (say (work, NC_("map", "All years. Records before 2000 may be incomplete."))));
}

/* ---- words ---- */

/* "UNPF (12), UNMIR (3)" of those that are on no map. */
static void
note_unplaced (PazMapWork *work)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < work->answer->rows->len; i++)
    {
      PazMapRow *row = work->answer->rows->pdata[i];

      if (row->placed)
        continue;
      row->remark = g_strdup (say (work, NC_("map", "Place not known: not on the map")));
      if (!(row->value > 0))
        continue;
      g_string_append_printf (names, "%s%s (%s)", names->len > 0 ? ", " : "", row->key, row->number);
    }
  if (names->len > 0)
    paz_map_work_note (work, g_strdup_printf (say (work, NC_("map", "Not on the map, since their place is not known: %s.")), names->str));
}

void
paz_map_missions_fill (PazMapWork *work)
{
  g_autofree char *total = NULL;

  if (work->choice->figure == PAZ_MAP_FATALITIES)
    fill_fatalities (work);
  else if (work->answer->month != 0)
    fill_people (work);
  else
    paz_map_work_note (work, g_strdup (say (work, NC_("map", "There are no figures of deployment yet."))));
  paz_map_set_mark_titles (work->answer->map, say (work, NC_("map", "With people there")),
                           say (work, NC_("map", "At work, nobody there")));
  paz_map_set_origin (work->answer->map, work->choice->state);
  note_unplaced (work);
  total = paz_map_work_dup_count (work, work->total);
  work->answer->coverage = g_strdup_printf (say (work, NC_("map", "Together: %s, in %u of %u missions.")), total,
                                            work->n_above, work->answer->rows->len);
}
