/* What a map shows: keys, values, the classes of colour, words. */
#include "paz-map-private.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (PazMap, paz_map, paz_map_ref, paz_map_unref)

static void
free_item (MapItem *item)
{
  g_free (item->key);
  g_free (item->name);
  g_free (item);
}

static PazMap *
new_map (gboolean missions)
{
  PazMap *self = g_new0 (PazMap, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->missions = missions;
  self->centre = NAN;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
  return self;
}

static void
changed (PazMap *self)
{
  self->classed = FALSE;
  self->laid_out = FALSE;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
}

MapItem *
paz_map_find_item (PazMap     *self,
                   const char *key)
{
  for (guint n = 0; key != NULL && n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);

      if (g_str_equal (item->key, key))
        return item;
    }

  return NULL;
}

char *
paz_map_dup_value (PazMap       *self,
                   double        value,
                   PazCatalogue *catalogue)
{
  char decimal[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("–");
  switch (self->unit)
    {
    case PAZ_CHART_COUNT:
      return paz_catalogue_dup_integer (catalogue, (gint64) llround (value));
    case PAZ_CHART_DECIMAL:
      return paz_catalogue_dup_decimal (catalogue, g_ascii_formatd (decimal, sizeof decimal, "%.2f", value), 1);
    case PAZ_CHART_SHARE:
      return paz_catalogue_dup_percent (catalogue, value, fabs (value * 100 - round (value * 100)) < 1e-6 ? 0 : 1);
    }

  g_assert_not_reached ();
}

/* ---- classes ---- */

/* The nearest of 1, 1.5, 2, 3, 4, 5, 7 times a power of ten at or below. */
static double
round_down (double value)
{
  static const double steps[] = {7, 5, 4, 3, 2, 1.5, 1};
  double power;

  if (value <= 0)
    return 0;
  power = pow (10, floor (log10 (value) + 1e-9));
  for (guint n = 0; n < G_N_ELEMENTS (steps); n++)
    if (steps[n] * power <= value * (1 + 1e-9))
      return steps[n] * power;

  return power;
}

static double
round_step (PazMap *self,
            double  value)
{
  if (self->unit == PAZ_CHART_COUNT)
    return floor (round_down (value) + 1e-9);
  return self->unit == PAZ_CHART_SHARE ? round_down (value * 100) / 100 : round_down (value);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static GArray *
sorted_values (PazMap *self)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint n = 0; n < self->items->len; n++)
    {
      MapItem *item = g_ptr_array_index (self->items, n);

      if (!isnan (item->value) && item->value != 0)
        g_array_append_val (values, item->value);
    }
  g_array_sort (values, compare_values);
  return values;
}

static void
add_class (PazMap *self,
           double  from)
{
  if (self->n_classes > 0 && from <= self->classes[self->n_classes - 1].from)
    return;
  self->classes[self->n_classes++].from = from;
}

static void
class_by_rank (PazMap *self,
               GArray *values)
{
  const guint n = MIN (5, values->len);

  add_class (self, MIN (round_step (self, g_array_index (values, double, 0)),
                        g_array_index (values, double, 0)));
  for (guint i = 1; i < n; i++)
    add_class (self, round_step (self, g_array_index (values, double, i * values->len / n)));
}

static void
class_around (PazMap *self,
              GArray *values)
{
  double low = g_array_index (values, double, 0);
  double high = g_array_index (values, double, values->len - 1);
  double reach = MAX (MAX (fabs (low - self->centre), fabs (high - self->centre)), 1e-6);
  double step = MAX (round_step (self, reach / 3), self->unit == PAZ_CHART_COUNT ? 1 : 1e-6);

  add_class (self, MIN (low, self->centre - 2 * step));
  add_class (self, self->centre - step);
  add_class (self, self->centre);
  add_class (self, self->centre + step);
}

static void
count_classes (PazMap *self,
               GArray *values)
{
  double high = g_array_index (values, double, values->len - 1);

  for (guint n = 0; n < self->n_classes; n++)
    self->classes[n].to = n + 1 < self->n_classes ? self->classes[n + 1].from : MAX (high, self->classes[n].from);
  for (guint n = 0; n < values->len; n++)
    {
      int index = paz_map_get_class (self, g_array_index (values, double, n));

      if (index >= 0)
        self->classes[index].n++;
    }
}

void
paz_map_class (PazMap *self)
{
  g_autoptr (GArray) values = NULL;

  if (self->classed)
    return;
  self->classed = TRUE;
  memset (self->classes, 0, sizeof self->classes);
  self->n_classes = 0;
  values = sorted_values (self);
  if (values->len == 0)
    return;
  if (isnan (self->centre))
    class_by_rank (self, values);
  else
    class_around (self, values);
  count_classes (self, values);
}

int
paz_map_get_class (PazMap *self,
                   double  value)
{
  if (isnan (value))
    return CLASS_UNKNOWN;
  if (value == 0 && (isnan (self->centre) || self->centre == 0))
    return CLASS_ZERO;
  for (int n = (int) self->n_classes - 1; n > 0; n--)
    if (value >= self->classes[n].from)
      return n;

  return 0;
}

int
paz_map_class_of (PazMap        *self,
                  const MapItem *item)
{
  return item->absent ? CLASS_ABSENT : paz_map_get_class (self, item->value);
}

PazColor
paz_map_mix (PazColor a,
             PazColor b,
             double   part)
{
  return (PazColor) { a.red + (b.red - a.red) * part, a.green + (b.green - a.green) * part,
                      a.blue + (b.blue - a.blue) * part, 1 };
}

/* Orange below, violet above: apart for every colour-blind reader, and told by the sign as well. */
static PazColor
color_of_two_hands (PazLook look,
                    int     n)
{
  static const PazColor strong[] = {{0.70, 0.35, 0.02, 1}, {0.33, 0.15, 0.53, 1}};
  static const PazColor bright[] = {{0.99, 0.72, 0.39, 1}, {0.78, 0.72, 0.95, 1}};
  gboolean dark = look == PAZ_LOOK_DARK || look == PAZ_LOOK_CONTRAST_DARK;
  PazColor color = (dark ? bright : strong)[n >= 2];

  return n == 0 || n == 3 ? color : paz_map_mix (color, paz_look_get_paper (look), 0.55);
}

PazColor
paz_map_class_color (PazMap  *self,
                     PazLook  look,
                     int      n)
{
  if (n == CLASS_UNKNOWN)
    return paz_look_get_paper (look);
  if (n < 0)
    return paz_map_mix (paz_look_get_paper (look), paz_look_get_ink (look), n == CLASS_ABSENT ? 0.05 : 0.015);
  if (!isnan (self->centre))
    return color_of_two_hands (look, n);
  return paz_look_get_ramp (look, self->n_classes < 2 ? 0.6 : 0.1 + 0.9 * n / (self->n_classes - 1));
}

/* ---- public ---- */

PazMap *
paz_map_new_states (void)
{
  PazMap *self = new_map (FALSE);

  for (guint n = 0; n < paz_map_places_get_n (); n++)
    {
      MapItem *item = g_new0 (MapItem, 1);

      paz_map_places_fill (n, item);
      item->value = NAN;
      g_ptr_array_add (self->items, item);
    }
  return self;
}

PazMap *
paz_map_new_missions (void)
{
  return new_map (TRUE);
}

PazMap *
paz_map_ref (PazMap *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
paz_map_unref (PazMap *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->borders, cairo_surface_destroy);
  g_free ((char *) self->picture_style.font);
  g_ptr_array_unref (self->items);
  g_free (self->title);
  g_free (self->value_title);
  g_free (self->note);
  g_free (self->marking);
  g_free (self->absent_title);
  g_free (self->mark_titles[0]);
  g_free (self->mark_titles[1]);
  g_free (self->origin);
  g_free (self);
}

static void
set_line (PazMap      *self,
          char       **line,
          const char  *text)
{
  g_free (*line);
  *line = g_strdup (text != NULL && *text != '\0' ? text : NULL);
  changed (self);
}

void
paz_map_set_title (PazMap     *self,
                   const char *title)
{
  set_line (self, &self->title, title);
}

const char *
paz_map_get_title (PazMap *self)
{
  return self->title;
}

void
paz_map_set_value_title (PazMap       *self,
                         const char   *title,
                         PazChartUnit  unit)
{
  set_line (self, &self->value_title, title);
  self->unit = unit;
  changed (self);
}

const char *
paz_map_get_value_title (PazMap *self)
{
  return self->value_title;
}

void
paz_map_set_note (PazMap     *self,
                  const char *note)
{
  set_line (self, &self->note, note);
}

void
paz_map_set_marking (PazMap     *self,
                     const char *marking)
{
  set_line (self, &self->marking, marking);
}

void
paz_map_set_centre (PazMap *self,
                    double  centre)
{
  self->centre = centre;
  changed (self);
}

gboolean
paz_map_set_value (PazMap     *self,
                   const char *key,
                   double      value)
{
  MapItem *item = paz_map_find_item (self, key);

  if (item == NULL)
    return FALSE;
  item->value = value;
  item->absent = FALSE;
  changed (self);
  return TRUE;
}

gboolean
paz_map_set_absent (PazMap     *self,
                    const char *key)
{
  if (!paz_map_set_value (self, key, NAN))
    return FALSE;
  paz_map_find_item (self, key)->absent = TRUE;
  return TRUE;
}

gboolean
paz_map_is_absent (PazMap     *self,
                   const char *key)
{
  MapItem *item = paz_map_find_item (self, key);

  return item != NULL && item->absent;
}

void
paz_map_set_absent_title (PazMap     *self,
                          const char *title)
{
  set_line (self, &self->absent_title, title);
}

void
paz_map_set_mark_titles (PazMap     *self,
                         const char *full,
                         const char *open)
{
  set_line (self, &self->mark_titles[0], full);
  set_line (self, &self->mark_titles[1], open);
}

void
paz_map_set_origin (PazMap     *self,
                    const char *iso3)
{
  set_line (self, &self->origin, iso3);
}

double
paz_map_get_value (PazMap     *self,
                   const char *key)
{
  MapItem *item = paz_map_find_item (self, key);

  return item != NULL ? item->value : NAN;
}

gboolean
paz_map_add_mission (PazMap     *self,
                     const char *acronym,
                     const char *name,
                     gboolean    active,
                     double      value)
{
  double lon, lat;

  return paz_map_places_find (acronym, &lon, &lat) && paz_map_place_mission (self, acronym, name, active, value, lon, lat);
}

gboolean
paz_map_place_mission (PazMap     *self,
                       const char *acronym,
                       const char *name,
                       gboolean    active,
                       double      value,
                       double      lon,
                       double      lat)
{
  MapItem *item;

  g_return_val_if_fail (self->missions, FALSE);
  if (paz_map_has_key (self, acronym))
    return FALSE;
  item = g_new0 (MapItem, 1);
  item->key = g_strdup (acronym);
  item->name = g_strdup (name);
  item->value = value;
  item->active = active;
  item->lon = item->anchor[0] = lon;
  item->lat = item->anchor[1] = lat;
  g_ptr_array_add (self->items, item);
  changed (self);
  return TRUE;
}

guint
paz_map_get_n_keys (PazMap *self)
{
  return self->items->len;
}

const char *
paz_map_get_key (PazMap *self,
                 guint   n)
{
  return n < self->items->len ? ((MapItem *) g_ptr_array_index (self->items, n))->key : NULL;
}

gboolean
paz_map_has_key (PazMap     *self,
                 const char *key)
{
  return paz_map_find_item (self, key) != NULL;
}

const char *
paz_map_get_absent_title (PazMap       *self,
                          PazCatalogue *catalogue)
{
  return self->absent_title != NULL ? self->absent_title
         : paz_catalogue_ptext (catalogue, "map legend", NC_ ("map legend", "Does not apply"));
}

char *
paz_map_dup_name (PazMap       *self,
                  const char   *key,
                  PazCatalogue *catalogue)
{
  MapItem *item = paz_map_find_item (self, key);

  if (item == NULL || !self->missions)
    return paz_catalogue_dup_country (catalogue, key);
  if (item->name == NULL || *item->name == '\0' || g_str_equal (item->name, key))
    return g_strdup (key);
  return g_strdup_printf ("%s, %s", key, item->name);
}

char *
paz_map_dup_number (PazMap       *self,
                    const char   *key,
                    PazCatalogue *catalogue)
{
  return paz_map_dup_value (self, paz_map_get_value (self, key), catalogue);
}

char *
paz_map_dup_value_text (PazMap       *self,
                        const char   *key,
                        PazCatalogue *catalogue)
{
  g_autofree char *name = paz_map_dup_name (self, key, catalogue);
  g_autofree char *number = paz_map_dup_number (self, key, catalogue);
  const char *value_title = self->value_title != NULL ? self->value_title : "";

  if (paz_map_is_absent (self, key))
    /* A State or mission; why the figure says nothing of it; the figure shown. */
    return g_strdup_printf (paz_catalogue_ptext (catalogue, "map", NC_ ("map", "%s: %s (%s)")), name,
                            paz_map_get_absent_title (self, catalogue), value_title);
  if (isnan (paz_map_get_value (self, key)))
    /* A State or mission; the figure shown. */
    return g_strdup_printf (paz_catalogue_ptext (catalogue, "map", NC_ ("map", "%s: not known (%s)")), name, value_title);
  /* A State or mission, its value, the figure shown. */
  return g_strdup_printf (paz_catalogue_ptext (catalogue, "map", NC_ ("map", "%s: %s (%s)")), name, number, value_title);
}

char *
paz_map_dup_description (PazMap       *self,
                         PazCatalogue *catalogue)
{
  guint n_known = 0;
  const char *title = self->title != NULL ? self->title : "";

  for (guint n = 0; n < self->items->len; n++)
    n_known += !isnan (((MapItem *) g_ptr_array_index (self->items, n))->value);
  /* Title of the map; number of places with a value; number of places. */
  return g_strdup_printf (paz_catalogue_ptext (catalogue, "map", NC_ ("map", "Map: %s. Values known: %u of %u.")),
                          title, n_known, self->items->len);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const MapItem *one = *(MapItem * const *) a, *other = *(MapItem * const *) b;

  if (isnan (one->value) != isnan (other->value))
    return isnan (one->value) ? 1 : -1;
  if (!isnan (one->value) && one->value != other->value)
    return one->value < other->value ? 1 : -1;
  return strcmp (one->key, other->key);
}

static char **
make_row (const char *code,
          const char *name,
          const char *value)
{
  const char *cells[] = {code, name, value, NULL};

  return g_strdupv ((char **) cells);
}

GPtrArray *
paz_map_to_table (PazMap       *self,
                  PazCatalogue *catalogue)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint n = 0; n < self->items->len; n++)
    g_ptr_array_add (items, g_ptr_array_index (self->items, n));
  g_ptr_array_sort (items, compare_items);
  g_ptr_array_add (rows, make_row (paz_catalogue_ptext (catalogue, "map", NC_ ("map", "Code")),
                                   paz_catalogue_ptext (catalogue, "map", NC_ ("map", "Name")),
                                   self->value_title != NULL ? self->value_title : ""));
  for (guint n = 0; n < items->len; n++)
    {
      MapItem *item = g_ptr_array_index (items, n);
      g_autofree char *name = self->missions && item->name != NULL ? g_strdup (item->name)
                              : paz_map_dup_name (self, item->key, catalogue);
      g_autofree char *number = paz_map_dup_value (self, item->value, catalogue);

      g_ptr_array_add (rows, make_row (item->key, name, number));
    }
  return rows;
}
