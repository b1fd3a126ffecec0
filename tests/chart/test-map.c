/* The map: every State can be hit, reached and told apart at every size. */
#include "chart/paz-map.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const double sizes[][2] = { {700, 600}, {1000, 700}, {1400, 900} };
static const PazPictureStyle style = { .look = PAZ_LOOK_LIGHT };

static PazMap *
make_missions (void)
{
  static const struct { const char *acronym; double value; } missions[] = {
    {"MINUSTAH", 5200}, {"MINUJUSTH", 0}, {"BINUH", NAN}, {"MONUSCO", 1500}, {"UNIFIL", 300}, {"UNFICYP", 250},
    {"UNTSO", 20}, {"UNDOF", 10}, {"MINURSO", 30}, {"UNMISS", 40}, {"UNISFA", 25}, {"UNMIL", 30}, {"UNOCI", 60},
    {"UNAMID", 10}, {"UNMOGIP", 12}, {"UNMIK", 3}, {"UNAMA", 5}, {"UNVMC", 40}, {"MINUSCA", 60}, {"MINUSMA", 20},
  };
  PazMap *map = paz_map_new_missions ();

  for (guint n = 0; n < G_N_ELEMENTS (missions); n++)
    g_assert_true (paz_map_add_mission (map, missions[n].acronym, NULL, n % 3 != 1, missions[n].value));
  return map;
}

static void
test_hit (void)
{
  g_autoptr (PazMap) map = paz_map_new_states ();

  g_assert_cmpuint (paz_map_get_n_keys (map), ==, 33);
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint n = 0; n < 33; n++)
      {
        const char *key = paz_map_get_key (map, n);
        double box[4];

        g_assert_true (paz_map_locate (map, sizes[size][0], sizes[size][1], &style, key, box));
        g_assert_cmpstr (paz_map_hit (map, sizes[size][0], sizes[size][1], &style, box[0] + box[2] / 2, box[1] + box[3] / 2),
                         ==, key);
      }
  g_assert_null (paz_map_hit (map, 700, 600, &style, 3, 300));
}

static gboolean
meet (const double *a,
      const double *b)
{
  return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
}

static void
check_apart (PazMap       *map,
             const double *size,
             gboolean      round)
{
  for (guint a = 0; a < paz_map_get_n_keys (map); a++)
    for (guint b = 0; b < a; b++)
      {
        double one[4], other[4];

        paz_map_locate (map, size[0], size[1], &style, paz_map_get_key (map, a), one);
        paz_map_locate (map, size[0], size[1], &style, paz_map_get_key (map, b), other);
        g_assert_cmpfloat (one[0], >=, 0);
        g_assert_cmpfloat (one[1] + one[3], <=, size[1]);
        if (round)
          g_assert_cmpfloat (hypot (one[0] + one[2] / 2 - other[0] - other[2] / 2,
                                    one[1] + one[3] / 2 - other[1] - other[3] / 2), >=, (one[2] + other[2]) / 2);
        else if (meet (one, other))
          g_error ("%s and %s meet at %g x %g", paz_map_get_key (map, a), paz_map_get_key (map, b), size[0], size[1]);
      }
}

static void
test_apart (void)
{
  g_autoptr (PazMap) states = paz_map_new_states ();
  g_autoptr (PazMap) missions = make_missions ();

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      check_apart (states, sizes[size], FALSE);
      check_apart (missions, sizes[size], TRUE);
    }
}

static guint
count_reached (PazMap *map)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GQueue) queue = g_queue_new ();
  const char *key;

  g_queue_push_tail (queue, (gpointer) paz_map_get_key (map, 0));
  while ((key = g_queue_pop_head (queue)) != NULL)
    if (g_hash_table_add (seen, (gpointer) key))
      for (PazMapMove move = PAZ_MAP_NORTH; move <= PAZ_MAP_WEST; move++)
        {
          const char *next = paz_map_move (map, 1000, 700, &style, key, move);

          if (next != NULL)
            g_queue_push_tail (queue, (gpointer) next);
        }
  return g_hash_table_size (seen);
}

static void
test_keyboard (void)
{
  g_autoptr (PazMap) states = paz_map_new_states ();
  g_autoptr (PazMap) missions = make_missions ();

  g_assert_cmpuint (count_reached (states), ==, 33);
  g_assert_cmpuint (count_reached (missions), ==, paz_map_get_n_keys (missions));
  g_assert_cmpstr (paz_map_move (states, 1000, 700, &style, "PRY", PAZ_MAP_WEST), ==, "BOL");
  g_assert_cmpstr (paz_map_move (states, 1000, 700, &style, NULL, PAZ_MAP_NEXT), ==, "ARG");
  g_assert_cmpstr (paz_map_move (states, 1000, 700, &style, "ARG", PAZ_MAP_LAST), ==, "VEN");
  g_assert_null (paz_map_move (states, 1000, 700, &style, "VEN", PAZ_MAP_NEXT));
}

static void
test_words (void)
{
  g_autoptr (PazMap) map = paz_map_new_states ();
  PazCatalogue *catalogue = paz_catalogue_get (PAZ_LANGUAGE_EN);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *known = NULL, *unknown = NULL;

  paz_map_set_value_title (map, "Uniformed personnel", PAZ_CHART_COUNT);
  g_assert_true (paz_map_set_value (map, "PER", 1412));
  g_assert_false (paz_map_set_value (map, "FRA", 1));
  known = paz_map_dup_value_text (map, "PER", catalogue);
  unknown = paz_map_dup_value_text (map, "URY", catalogue);
  g_assert_cmpstr (known, ==, "Peru: 1,412 (Uniformed personnel)");
  g_assert_cmpstr (unknown, ==, "Uruguay: not known (Uniformed personnel)");
  rows = paz_map_to_table (map, catalogue);
  g_assert_cmpuint (rows->len, ==, 34);
  g_assert_cmpstr (((char **) rows->pdata[1])[0], ==, "PER");
}

/* Nothing of the picture lies outside its size. */
static void
test_inside (void)
{
  g_autoptr (PazMap) map = paz_map_new_states ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 700);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;
  gboolean drawn = FALSE;
  int stride;

  paz_map_set_title (map, "A title that is by far too long for so small a picture of the whole region, and goes on");
  paz_map_draw (map, cr, 700, 600, &style, paz_catalogue_get (PAZ_LANGUAGE_EN), "BRA", "KNA");
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface) / 4;
  for (int y = 0; y < 700; y++)
    for (int x = 0; x < 800; x++)
      if (x >= 700 || y >= 600)
        g_assert_cmpuint (pixels[y * stride + x], ==, 0);
      else
        drawn |= pixels[y * stride + x] != 0;
  g_assert_true (drawn);
  cairo_surface_destroy (surface);
}

static void
test_same_bytes (void)
{
  g_autoptr (PazMap) map = make_missions ();
  g_autofree char *folder = g_dir_make_tmp ("map-XXXXXX", NULL);
  static const char *endings[] = {"png", "svg", "pdf"};

  for (guint n = 0; n < 3; n++)
    {
      g_autofree char *path = g_strdup_printf ("%s/map.%s", folder, endings[n]);
      g_autofree char *one = NULL, *other = NULL;
      gsize length, other_length;
      GError *error = NULL;

      for (guint turn = 0; turn < 2; turn++)
        {
          paz_map_write (map, path, (PazPictureFormat) n, 700, 500, &style, paz_catalogue_get (PAZ_LANGUAGE_EN), NULL, &error);
          g_assert_no_error (error);
          g_file_get_contents (path, turn ? &other : &one, turn ? &other_length : &length, &error);
          g_assert_no_error (error);
        }
      g_assert_cmpmem (one, length, other, other_length);
      g_remove (path);
    }
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/hit", test_hit);
  g_test_add_func ("/map/apart", test_apart);
  g_test_add_func ("/map/keyboard", test_keyboard);
  g_test_add_func ("/map/words", test_words);
  g_test_add_func ("/map/inside", test_inside);
  g_test_add_func ("/map/same-bytes", test_same_bytes);

  return g_test_run ();
}
