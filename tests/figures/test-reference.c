/* The reference figures leaf by leaf, from the real files through the import. What another room or no
 * room computes is listed and counted, never passed over. By hand, after `import FILE` into a store:
 * "2014-03-31" is `figures participation --by mission --at 2014-03`, with `personnel_type` or
 * `contributor` for the other keys and `--region` for the region; the fatalities are
 * `figures fatalities --by year`, or mission, nationality, cause, personnel. */
#include "base/paz-date.h"
#include "figures/paz-fatalities.h"
#include "figures/paz-figures.h"
#include "table/paz-import.h"

#include <json-glib/json-glib.h>

#include "lib/paz-test-un.h"

typedef struct
{
  char       *folder;
  PazStore   *store;
  JsonParser *parser;
  JsonObject *reference;
  guint       refused;
  guint       checked;
  guint       unchecked;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *reference = paz_test_dup_shared ("reference_figures.json");
  g_autofree char *file = paz_test_dup_shared (data);
  g_autofree char *path = NULL;
  g_autoptr (PazImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (reference == NULL || file == NULL)
    return;
  fixture->folder = g_dir_make_tmp ("relacopaz-reference-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.relacopaz", NULL);
  fixture->store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  import = paz_import_read (file, NULL, fixture->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->refused = paz_import_get_counts (import)->n_refused;
  g_assert_true (paz_import_apply (import, fixture->store, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  fixture->parser = json_parser_new ();
  g_assert_true (json_parser_load_from_file (fixture->parser, reference, NULL));
  fixture->reference = json_node_get_object (json_parser_get_root (fixture->parser));
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_object (&fixture->parser);
  g_clear_object (&fixture->store);
  if (fixture->folder != NULL)
    paz_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static guint
count_leaves (JsonNode *node)
{
  guint n = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) values = json_object_get_values (json_node_get_object (node));

      for (GList *l = values; l != NULL; l = l->next)
        n += count_leaves (l->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GList) values = json_array_get_elements (json_node_get_array (node));

      for (GList *l = values; l != NULL; l = l->next)
        n += count_leaves (l->data);
    }
  else
    n = 1;

  return n;
}

static void
leave_unchecked (Fixture    *fixture,
                 const char *name,
                 JsonNode   *node)
{
  guint n = count_leaves (node);

  fixture->unchecked += n;
  g_test_message ("not checkable here: %s (%u leaves)", name, n);
}

/* ---- participation ---- */

typedef struct
{
  PazFigures      *figures;
  PazFiguresFilter filter;
  PazKey           key;
} Part;

static guint
count_rows (Part   *part,
            PazKey  key)
{
  g_autoptr (PazPivot) pivot = paz_figures_pivot (part->figures, &key, 1, &part->filter);

  return paz_pivot_get_n_rows (pivot);
}

static guint64
sum_total (PazFigures             *figures,
           const PazFiguresFilter *filter)
{
  g_autoptr (PazPivot) pivot = paz_figures_pivot (figures, NULL, 0, filter);
  const PazFigure *row = paz_pivot_get_row (pivot, 0);

  return row->female + row->male;
}

static guint
find_rank (Part *part)
{
  PazKey key = PAZ_KEY_CONTRIBUTOR;
  g_autoptr (PazPivot) pivot = paz_figures_pivot (part->figures, &key, 1, NULL);
  guint64 own = sum_total (part->figures, &part->filter);
  guint rank = 1;

  for (guint i = 0; i < paz_pivot_get_n_rows (pivot); i++)
    {
      const PazFigure *row = paz_pivot_get_row (pivot, i);

      rank += row->female + row->male > own;
    }

  return rank;
}

static void
assert_number (Fixture  *fixture,
               JsonNode *node,
               double    found)
{
  g_assert_cmpfloat_with_epsilon (json_node_get_double (node), found, 0.000051);
  fixture->checked++;
}

static void check_part (Fixture *fixture, const Part *whole, JsonObject *expected);

static void
check_parts (Fixture    *fixture,
             const Part *whole,
             PazKey      key,
             JsonObject *expected)
{
  g_autoptr (GList) names = json_object_get_members (expected);

  g_assert_cmpuint (count_rows ((Part *) whole, key), ==, g_list_length (names));
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *code = key == PAZ_KEY_PERSONNEL_TYPE ? paz_test_dup_type (l->data) : g_strdup (l->data);
      const char *only[] = { code, NULL };
      Part part = *whole;

      if (key == PAZ_KEY_PERSONNEL_TYPE)
        part.filter.types = only;
      else if (key == PAZ_KEY_MISSION)
        part.filter.missions = only;
      else
        part.filter.contributors = only;
      check_part (fixture, &part, json_object_get_object_member (expected, l->data));
    }
}

static void
check_top (Fixture    *fixture,
           const Part *whole,
           JsonArray  *expected)
{
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonArray *row = json_array_get_array_element (expected, i);
      const char *only[] = { json_array_get_string_element (row, 0), NULL };
      Part part = *whole;

      part.filter.contributors = only;
      assert_number (fixture, json_array_get_element (row, 2), sum_total (part.figures, &part.filter));
      g_assert_cmpuint (find_rank (&part), ==, i + 1);
      fixture->checked++;
      leave_unchecked (fixture, "name", json_array_get_element (row, 1));
    }
}

static void
check_part (Fixture    *fixture,
            const Part *whole,
            JsonObject *expected)
{
  Part part = *whole;
  g_autoptr (PazPivot) pivot = paz_figures_pivot (part.figures, NULL, 0, &part.filter);
  const PazFigure *sum = paz_pivot_get_row (pivot, 0);
  g_autoptr (GList) names = json_object_get_members (expected);
  double total;

  g_assert_nonnull (sum);
  total = (double) (sum->female + sum->male);
  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *name = l->data;
      JsonNode *node = json_object_get_member (expected, name);

      if (g_str_equal (name, "female"))
        assert_number (fixture, node, (double) sum->female);
      else if (g_str_equal (name, "male"))
        assert_number (fixture, node, (double) sum->male);
      else if (g_str_equal (name, "total"))
        assert_number (fixture, node, total);
      else if (g_str_equal (name, "female_pct"))
        assert_number (fixture, node, 100.0 * (double) sum->female / total);
      else if (g_str_equal (name, "share_of_world_pct"))
        assert_number (fixture, node, 100.0 * total / (double) sum_total (part.figures, NULL));
      else if (g_str_equal (name, "world_rank_by_total"))
        assert_number (fixture, node, find_rank (&part));
      else if (g_str_equal (name, "contributing_countries"))
        assert_number (fixture, node, count_rows (&part, PAZ_KEY_CONTRIBUTOR));
      else if (g_str_equal (name, "missions"))
        assert_number (fixture, node, count_rows (&part, PAZ_KEY_MISSION));
      else if (g_str_equal (name, "by_personnel_type"))
        check_parts (fixture, whole, PAZ_KEY_PERSONNEL_TYPE, json_node_get_object (node));
      else if (g_str_equal (name, "by_mission"))
        check_parts (fixture, whole, PAZ_KEY_MISSION, json_node_get_object (node));
      else if (g_str_equal (name, "by_country"))
        check_parts (fixture, whole, PAZ_KEY_CONTRIBUTOR, json_node_get_object (node));
      else if (g_str_equal (name, "top10"))
        check_top (fixture, whole, json_node_get_array (node));
      else
        leave_unchecked (fixture, name, node);
    }
}

static void
test_participation (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (PazFigures) figures = NULL;
  Part part = { 0, };
  JsonObject *month;

  if (fixture->store == NULL)
    return;
  part.figures = figures = paz_figures_load (fixture->store, NULL, NULL, NULL);
  month = json_object_get_object_member (json_object_get_object_member (fixture->reference, "ipi_2014_03"), "2014-03-31");
  check_part (fixture, &part, json_object_get_object_member (month, "all_countries"));
  part.filter.region_only = TRUE;
  check_part (fixture, &part, json_object_get_object_member (month, "lac"));
  g_test_message ("checked %u, not checkable %u", fixture->checked, fixture->unchecked);
  g_assert_cmpuint (fixture->unchecked, ==, 25);
  g_assert_cmpuint (fixture->checked + fixture->unchecked, ==,
                    count_leaves (json_object_get_member (json_object_get_object_member (fixture->reference, "ipi_2014_03"), "2014-03-31")));
}

/* ---- fatalities ---- */

/* Rows of casualties that stand there twice, as of Montenegro and as of the state there was: the
 * reference counts rows, the figures count persons. */
static guint
count_repeated (const char *group,
                const char *name)
{
  static const struct { const char *group, *name; guint n; } repeated[] = {
    { "personnel_type", "Local", 6 }, { "incident", "Self-Inflicted", 1 }, { "incident", "Illness", 3 },
    { "incident", "Accident", 2 }, { "by_mission_all", "UNMIK", 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    if (g_str_equal (group, repeated[i].group) && g_str_equal (name, repeated[i].name))
      return repeated[i].n;

  return 0;
}

static char *
make_code (const char *group,
           const char *name)
{
  g_autofree char *lower = NULL;

  if (!g_str_equal (group, "personnel_type") && !g_str_equal (group, "incident"))
    return g_strdup (name);
  lower = g_ascii_strdown (g_str_equal (name, "Unknown") ? "" : name, -1);

  return g_strdelimit (g_steal_pointer (&lower), " -", '_');
}

static void
check_group (Fixture        *fixture,
             PazFatalities  *fatalities,
             PazFatalityKey  key,
             gboolean        region_only,
             const char     *group)
{
  PazFatalityFilter filter = { .region_only = region_only };
  g_autoptr (GPtrArray) counts = paz_fatalities_count (fatalities, key, &filter);
  JsonObject *all = json_object_get_object_member (fixture->reference, "fatalities_to_2023_11_21");
  JsonObject *expected = json_object_get_object_member (all, group);
  g_autoptr (GList) names = json_object_get_members (expected);

  g_assert_cmpuint (counts->len, ==, g_list_length (names));
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *code = make_code (group, l->data);
      guint found = 0;

      for (guint i = 0; i < counts->len; i++)
        {
          const PazFatalityCount *count = counts->pdata[i];

          if (g_str_equal (count->key, code))
            found = count->count;
        }
      g_test_message ("%s %s", group, (char *) l->data);
      assert_number (fixture, json_object_get_member (expected, l->data), found + count_repeated (group, l->data));
    }
}

static void
test_fatalities (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PazFatalities) fatalities = NULL;
  static const char * const apart[] = {
    "file", "sha256", "how", "date_min", "date_max", "gender", "rows_without_isocode3",
    "nationality_of_rows_without_isocode3",
  };
  PazFatalityFilter region = { .region_only = TRUE };
  JsonObject *all;

  if (fixture->store == NULL)
    return;
  fatalities = paz_fatalities_load (fixture->store, NULL, NULL, NULL);
  all = json_object_get_object_member (fixture->reference, "fatalities_to_2023_11_21");
  assert_number (fixture, json_object_get_member (all, "duplicate_casualty_ids"), fixture->refused);
  assert_number (fixture, json_object_get_member (all, "rows"),
                 paz_fatalities_get_total (fatalities, NULL) + fixture->refused);
  assert_number (fixture, json_object_get_member (all, "lac_total"), paz_fatalities_get_total (fatalities, &region));
  check_group (fixture, fatalities, PAZ_FATALITY_PERSONNEL, FALSE, "personnel_type");
  check_group (fixture, fatalities, PAZ_FATALITY_CAUSE, FALSE, "incident");
  check_group (fixture, fatalities, PAZ_FATALITY_MISSION, FALSE, "by_mission_all");
  check_group (fixture, fatalities, PAZ_FATALITY_NATIONALITY, TRUE, "lac_by_country");
  check_group (fixture, fatalities, PAZ_FATALITY_MISSION, TRUE, "lac_by_mission");
  check_group (fixture, fatalities, PAZ_FATALITY_YEAR, TRUE, "by_year_lac");
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    leave_unchecked (fixture, apart[i], json_object_get_member (all, apart[i]));
  g_assert_cmpuint (fixture->checked, ==, 190);
  g_assert_cmpuint (fixture->checked + fixture->unchecked, ==,
                    count_leaves (json_object_get_member (fixture->reference, "fatalities_to_2023_11_21")));
}

/* Sums that the import compares and does not keep, the list of missions, and words about the files. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GList) names = NULL;

  if (fixture->store == NULL)
    return;
  names = json_object_get_members (fixture->reference);
  for (GList *l = names; l != NULL; l = l->next)
    if (g_str_equal (l->data, "ipi_2014_03"))
      {
        JsonObject *ipi = json_object_get_object_member (fixture->reference, l->data);
        g_autoptr (GList) members = json_object_get_members (ipi);

        for (GList *m = members; m != NULL; m = m->next)
          if (!g_str_equal (m->data, "2014-03-31"))
            leave_unchecked (fixture, m->data, json_object_get_member (ipi, m->data));
      }
    else if (!g_str_equal (l->data, "fatalities_to_2023_11_21"))
      leave_unchecked (fixture, l->data, json_object_get_member (fixture->reference, l->data));
  g_assert_cmpuint (fixture->unchecked, ==, 202);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reference/participation", Fixture, "contributionsbygender_2014-03.csv",
              fixture_set_up, test_participation, fixture_tear_down);
  g_test_add ("/reference/fatalities", Fixture, "dppadposs-fatalities.csv",
              fixture_set_up, test_fatalities, fixture_tear_down);
  g_test_add ("/reference/others", Fixture, "contributionsbygender_2014-03.csv",
              fixture_set_up, test_others, fixture_tear_down);

  return g_test_run ();
}
