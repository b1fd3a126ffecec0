/* Real UN figures in, and the same figures out: against the reference computed elsewhere for one
 * file, against sums made here for the other. */
#include "cli-fixture.h"

#include "../lib/paz-test-locale.h"

#define NEWEST "contributionsbygender_2014-03.csv"
#define SERIES "uchistorical_2013-03_2014-02.csv"

static void
set_up (Cli           *cli,
        gconstpointer  data)
{
  cli_set_up (cli, data);
  cli_assert (cli, 0, "init");
}

static gboolean
import_both (Cli *cli)
{
  g_autofree char *newest = cli_dup_shared (NEWEST);
  g_autofree char *series = newest != NULL ? cli_dup_shared (SERIES) : NULL;

  if (series == NULL)
    return FALSE;
  cli_assert (cli, 0, "import", series);
  cli_assert (cli, 0, "import", newest);

  return TRUE;
}

static JsonArray *
get_rows (JsonNode *node)
{
  return json_node_get_array (node);
}

static gint64
get_count (JsonObject *row,
           const char *name)
{
  return json_object_get_int_member (row, name);
}

/* The row whose members have these values (name, value, ..., NULL), or NULL. */
G_GNUC_NULL_TERMINATED
static JsonObject *
find_row (JsonNode *node,
          ...)
{
  for (guint i = 0; i < json_array_get_length (get_rows (node)); i++)
    {
      JsonObject *row = json_array_get_object_element (get_rows (node), i);
      gboolean matches = TRUE;
      const char *name;
      va_list pairs;

      va_start (pairs, node);
      while ((name = va_arg (pairs, const char *)) != NULL)
        {
          const char *expected = va_arg (pairs, const char *);
          const char *value = json_object_get_null_member (row, name)
                                ? "" : json_object_get_string_member (row, name);

          matches &= strcmp (value, expected) == 0;
        }
      va_end (pairs);
      if (matches)
        return row;
    }

  return NULL;
}

static void
assert_counts (JsonObject *row,
               gint64      female,
               gint64      male)
{
  g_assert_nonnull (row);
  g_assert_cmpint (get_count (row, "female"), ==, female);
  g_assert_cmpint (get_count (row, "male"), ==, male);
  g_assert_cmpint (get_count (row, "total"), ==, female + male);
}

/* ---- 2014-03 against reference_figures.json ---- */

static JsonNode *
load_reference (void)
{
  g_autofree char *path = cli_dup_shared ("reference_figures.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  g_assert_nonnull (path);
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  root = json_object_get_object_member (json_object_get_object_member (root, "ipi_2014_03"), "2014-03-31");

  return json_node_init_object (json_node_alloc (), root);
}

static void
assert_reference (JsonNode   *figures,
                  const char *key,
                  JsonObject *expected)
{
  g_autoptr (GList) names = json_object_get_members (expected);

  g_assert_cmpuint (json_array_get_length (get_rows (figures)), ==, g_list_length (names));
  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonObject *counts = json_object_get_object_member (expected, name->data);

      assert_counts (find_row (figures, key, name->data, NULL), get_count (counts, "female"), get_count (counts, "male"));
    }
}

static void
assert_sum (JsonNode   *figures,
            JsonObject *expected,
            guint       n_rows)
{
  gint64 female = 0, male = 0;

  for (guint i = 0; i < json_array_get_length (get_rows (figures)); i++)
    {
      JsonObject *row = json_array_get_object_element (get_rows (figures), i);

      female += get_count (row, "female");
      male += get_count (row, "male");
    }
  g_assert_cmpint (female, ==, get_count (expected, "female"));
  g_assert_cmpint (male, ==, get_count (expected, "male"));
  g_assert_cmpuint (json_array_get_length (get_rows (figures)), ==, n_rows);
}

static void
test_reference (Cli           *cli,
                gconstpointer  data)
{
  g_autoptr (JsonNode) reference = NULL;
  g_autoptr (JsonNode) world = NULL;
  g_autoptr (JsonNode) missions = NULL;
  g_autoptr (JsonNode) region = NULL;
  g_autoptr (JsonNode) region_missions = NULL;
  JsonObject *all, *lac;

  if (!import_both (cli))
    return;
  reference = load_reference ();
  all = json_object_get_object_member (json_node_get_object (reference), "all_countries");
  lac = json_object_get_object_member (json_node_get_object (reference), "lac");

  cli_assert (cli, 0, "figures", "participation", "--by", "contributor", "--at", "2014-03", "--json");
  world = cli_parse (cli);
  assert_sum (world, all, get_count (all, "contributing_countries"));
  cli_assert (cli, 0, "figures", "participation", "--by", "mission", "--at", "2014-03", "--json");
  missions = cli_parse (cli);
  assert_reference (missions, "mission", json_object_get_object_member (all, "by_mission"));

  cli_assert (cli, 0, "figures", "participation", "--by", "contributor", "--at", "2014-03", "--region", "--json");
  region = cli_parse (cli);
  assert_reference (region, "contributor", json_object_get_object_member (lac, "by_country"));
  cli_assert (cli, 0, "figures", "participation", "--by", "mission", "--at", "2014-03", "--region", "--json");
  region_missions = cli_parse (cli);
  assert_reference (region_missions, "mission", json_object_get_object_member (lac, "by_mission"));
}

static void
test_reference_types (Cli           *cli,
                      gconstpointer  data)
{
  static const struct
  {
    const char *label;
    const char *code;
  } types[] = {
    { "Troops", "troops" },
    { "Experts on Mission", "experts_on_mission" },
    { "Individual Police", "individual_police" },
    { "Formed Police Units", "formed_police_units" },
  };
  g_autoptr (JsonNode) reference = NULL;
  g_autoptr (JsonNode) figures = NULL;
  JsonObject *by_type;

  if (!import_both (cli))
    return;
  reference = load_reference ();
  by_type = json_object_get_object_member (json_object_get_object_member (json_node_get_object (reference), "all_countries"),
                                           "by_personnel_type");
  cli_assert (cli, 0, "figures", "participation", "--by", "personnel_type", "--at", "2014-03", "--json");
  figures = cli_parse (cli);
  g_assert_cmpuint (json_array_get_length (get_rows (figures)), ==, G_N_ELEMENTS (types));
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      JsonObject *counts = json_object_get_object_member (by_type, types[i].label);

      assert_counts (find_row (figures, "personnel_type", types[i].code, NULL),
                     get_count (counts, "female"), get_count (counts, "male"));
    }
}

/* ---- the series against sums made here ---- */

/* "URY 2013-12" -> persons, out of the file. A quoted name may hold a comma, so what stands behind
 * it is counted from the end: women third, men second, the date last. */
static GHashTable *
sum_file (const char *path,
          guint       from_end)
{
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *bytes = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  lines = g_strsplit (bytes, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);
      guint n = g_strv_length (cells);
      char *key;

      if (n < 9)
        continue;
      key = g_strdup_printf ("%s %.7s", cells[1], cells[n - 1]);
      g_hash_table_insert (sums, key,
                           GSIZE_TO_POINTER (GPOINTER_TO_SIZE (g_hash_table_lookup (sums, key)) +
                                             g_ascii_strtoull (cells[n - from_end], NULL, 10)));
    }

  return sums;
}

static void
test_series (Cli           *cli,
             gconstpointer  data)
{
  g_autofree char *path = cli_dup_shared (SERIES);
  g_autoptr (GHashTable) women = NULL;
  g_autoptr (GHashTable) men = NULL;
  g_autoptr (JsonNode) figures = NULL;

  if (path == NULL || !import_both (cli))
    return;
  women = sum_file (path, 3);
  men = sum_file (path, 2);
  cli_assert (cli, 0, "figures", "participation", "--by", "contributor,month", "--from", "2013-03", "--to", "2014-02", "--json");
  figures = cli_parse (cli);
  g_assert_cmpuint (json_array_get_length (get_rows (figures)), ==, g_hash_table_size (women));
  for (guint i = 0; i < json_array_get_length (get_rows (figures)); i++)
    {
      JsonObject *row = json_array_get_object_element (get_rows (figures), i);
      g_autofree char *key = g_strdup_printf ("%s %s", json_object_get_string_member (row, "contributor"),
                                              json_object_get_string_member (row, "month"));

      g_assert_true (g_hash_table_contains (women, key));
      assert_counts (row, GPOINTER_TO_SIZE (g_hash_table_lookup (women, key)),
                     GPOINTER_TO_SIZE (g_hash_table_lookup (men, key)));
    }
}

static void
test_one_month (Cli           *cli,
                gconstpointer  data)
{
  g_autofree char *path = cli_dup_shared (SERIES);
  g_autoptr (GHashTable) women = NULL;
  g_autoptr (JsonNode) figures = NULL;
  g_autoptr (JsonNode) one = NULL;
  JsonObject *row;

  if (path == NULL || !import_both (cli))
    return;
  women = sum_file (path, 3);
  cli_assert (cli, 0, "figures", "participation", "--by", "contributor", "--at", "2013-12", "--json");
  figures = cli_parse (cli);
  row = find_row (figures, "contributor", "URY", NULL);
  g_assert_nonnull (row);
  g_assert_cmpint (get_count (row, "female"), ==, GPOINTER_TO_SIZE (g_hash_table_lookup (women, "URY 2013-12")));
  g_assert_false (json_object_has_member (row, "month"));

  cli_assert (cli, 0, "figures", "participation", "--by", "contributor", "--at", "2013-12",
              "--participant", "URY,PER", "--participant", "BRA", "--json");
  one = cli_parse (cli);
  g_assert_cmpuint (json_array_get_length (get_rows (one)), ==, 3);
  assert_counts (find_row (one, "contributor", "URY", NULL), get_count (row, "female"), get_count (row, "male"));
}

static void
test_words (Cli           *cli,
            gconstpointer  data)
{
  if (!import_both (cli))
    return;

  cli_assert (cli, 0, "figures", "participation", "--at", "2014-03", "--region", "--lang", "es");
  cli_assert_prints (cli, "Perú");
  cli_assert_prints (cli, "1.");
  cli_assert (cli, 0, "figures", "participation", "--at", "2014-03", "--region", "--lang", "en");
  cli_assert_prints (cli, "Peru");

  /* The newest month where none is named, and it says so. */
  cli_assert (cli, 0, "figures", "participation");
  cli_assert_says (cli, "2014-03");
  /* Sums over months are person-months; months without figures are named. */
  cli_assert (cli, 0, "figures", "participation", "--from", "2013-01", "--to", "2014-03");
  cli_assert_says (cli, "person-months");
  cli_assert_says (cli, "2013-01, 2013-02");
  cli_assert (cli, 0, "figures", "participation", "--at", "2015-01", "--json");
  g_assert_cmpstr (cli->out, ==, "[]\n");
  cli_assert_says (cli, "2015-01");
}

/* ---- parity ---- */

static void
test_parity (Cli           *cli,
             gconstpointer  data)
{
  g_autoptr (JsonNode) parity = NULL;
  g_autoptr (JsonNode) reference = NULL;
  JsonObject *total, *police;

  if (!import_both (cli))
    return;
  reference = load_reference ();
  police = json_object_get_object_member (json_object_get_object_member (json_object_get_object_member (
             json_node_get_object (reference), "all_countries"), "by_personnel_type"), "Individual Police");

  cli_assert (cli, 0, "figures", "parity", "--at", "2014-03", "--json");
  parity = cli_parse (cli);
  total = find_row (parity, "category", "individual_police", "contributor", "", NULL);
  g_assert_nonnull (total);
  g_assert_cmpint (get_count (total, "women"), ==, get_count (police, "female"));
  g_assert_cmpint (get_count (total, "base"), ==, get_count (police, "total"));
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (total, "percent"),
                                  json_object_get_double_member (police, "female_pct"), 0.0001);
  /* No target of the strategy is of 2014: nothing is judged. */
  g_assert_true (json_object_get_null_member (total, "target"));
  g_assert_cmpstr (json_object_get_string_member (total, "signal"), ==, "none");

  cli_assert (cli, 0, "figures", "parity", "--at", "2014-03", "--region", "--lang", "pt");
  cli_assert_prints (cli, "Uruguai");
  cli_assert_prints (cli, "8,8%");
}

/* Numbers of JSON are the same where people write a decimal comma and a dotless i. */
static void
test_locales (Cli           *cli,
              gconstpointer  data)
{
  static const char * const names[] = { "es_AR", "tr_TR" };
  g_autofree char *path = cli_dup_shared (NEWEST);
  g_autofree char *expected = NULL;

  if (path == NULL)
    return;
  cli_assert (cli, 0, "import", path);
  cli_assert (cli, 0, "figures", "parity", "--at", "2014-03", "--json");
  expected = g_strdup (cli->out);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *locale = paz_test_make_locale (cli->folder, names[i]);
      const char *argv[] = { g_getenv ("RELACOPAZ_CLI"), "--store", cli->store,
                             "figures", "parity", "--at", "2014-03", "--json", NULL };

      if (locale == NULL)
        {
          g_test_skip ("these locales cannot be made here");
          break;
        }
      g_assert_cmpint (cli_spawn (cli, locale, (char **) argv), ==, 0);
      g_assert_cmpstr (cli->out, ==, expected);
    }
  g_unsetenv ("LOCPATH");
}

/* ---- importing ---- */

static void
test_import_twice (Cli           *cli,
                   gconstpointer  data)
{
  g_autofree char *path = cli_dup_shared (NEWEST);
  g_autoptr (JsonNode) trial = NULL;
  g_autofree char *before = NULL;
  JsonObject *counts;

  if (path == NULL)
    return;
  cli_assert (cli, 0, "import", path, "--dry-run", "--json");
  trial = cli_parse (cli);
  counts = json_node_get_object (trial);
  g_assert_cmpint (get_count (counts, "rows"), ==, 894);
  g_assert_cmpint (get_count (counts, "new"), ==, 894);
  g_assert_cmpint (get_count (counts, "refused"), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (counts, "first_month"), ==, "2014-03");
  cli_assert (cli, 0, "figures", "participation", "--json");
  g_assert_cmpstr (cli->out, ==, "[]\n");

  cli_assert (cli, 0, "import", path);
  cli_assert_prints (cli, "894");
  cli_assert (cli, 0, "figures", "participation", "--at", "2014-03", "--json");
  before = g_strdup (cli->out);
  cli_assert (cli, 0, "import", path);
  cli_assert_says (cli, "imported before");
  cli_assert (cli, 0, "figures", "participation", "--at", "2014-03", "--json");
  g_assert_cmpstr (cli->out, ==, before);

  cli_assert (cli, 0, "undo");
  cli_assert (cli, 0, "figures", "participation", "--json");
  g_assert_cmpstr (cli->out, ==, "[]\n");
  cli_assert (cli, 0, "redo");
  cli_assert (cli, 0, "figures", "participation", "--at", "2014-03", "--json");
  g_assert_cmpstr (cli->out, ==, before);
  cli_assert (cli, 0, "check");
}

static char *
write_file (Cli        *cli,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (cli->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

#define HEADER "contribution_id,isocode3,m49_code,contributing_country,mission_acronym,personnel_type," \
               "female_personnel,male_personnel,last_reporting_date\n"

static void
test_import_refused (Cli           *cli,
                     gconstpointer  data)
{
  g_autofree char *path = write_file (cli, "some.csv",
                                      HEADER
                                      "1,URY,858,Uruguay,MONUSCO,Troops,10,90,2020-05-31\n"
                                      "2,URY,858,Uruguay,MONUSCO,Troops,many,90,2020-06-30\n"
                                      "3,XQX,,Atlantis,MONUSCO,Troops,1,2,2020-05-31\n");
  g_autoptr (JsonNode) result = NULL;
  JsonObject *refusal;

  cli_assert (cli, 3, "import", path, "--dry-run", "--json");
  result = cli_parse (cli);
  g_assert_cmpint (get_count (json_node_get_object (result), "refused"), ==, 2);
  refusal = json_array_get_object_element (json_object_get_array_member (json_node_get_object (result), "refusals"), 0);
  g_assert_cmpint (get_count (refusal, "row"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (refusal, "column"), ==, "female_personnel");
  g_assert_cmpstr (json_object_get_string_member (refusal, "value"), ==, "many");
  g_assert_cmpstr (json_object_get_string_member (refusal, "reason"), ==, "number");

  cli_assert (cli, 3, "import", path, "--lang", "en");
  cli_assert_says (cli, "many");
  cli_assert_says (cli, "Atlantis");
  cli_assert (cli, 0, "figures", "participation", "--at", "2020-05", "--json");
  cli_assert_prints (cli, "\"contributor\":\"URY\",\"female\":10,\"male\":90,\"untold\":0,\"total\":100");
}

static void
test_import_not_possible (Cli           *cli,
                          gconstpointer  data)
{
  g_autofree char *letter = write_file (cli, "letter.csv", "Dear,Sir\nor,Madam\n");
  g_autofree char *latin = write_file (cli, "latin.csv", HEADER "1,PER,604,Per\xfa,MONUSCO,Troops,1,2,2020-05-31\n");
  g_autofree char *nothing = write_file (cli, "nothing.csv", HEADER "1,XQX,,Atlantis,MONUSCO,Troops,1,2,2020-05-31\n");

  cli_assert (cli, 1, "import", "absent.csv");
  cli_assert_says (cli, "absent.csv");
  cli_assert (cli, 1, "import", letter);
  cli_assert_says (cli, "letter.csv");
  cli_assert (cli, 1, "import", latin);
  cli_assert_says (cli, "UTF-8");
  cli_assert (cli, 1, "import", nothing);
  cli_assert_says (cli, "Atlantis");
  cli_assert (cli, 0, "list", "data_set", "--json");
  g_assert_cmpstr (cli->out, ==, "[]\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Cli, NULL, set_up, function, cli_tear_down)
  ADD ("/cli/figures/reference", test_reference);
  ADD ("/cli/figures/reference-types", test_reference_types);
  ADD ("/cli/figures/series", test_series);
  ADD ("/cli/figures/one-month", test_one_month);
  ADD ("/cli/figures/words", test_words);
  ADD ("/cli/figures/parity", test_parity);
  ADD ("/cli/figures/locales", test_locales);
  ADD ("/cli/figures/import-twice", test_import_twice);
  ADD ("/cli/figures/import-refused", test_import_refused);
  ADD ("/cli/figures/import-not-possible", test_import_not_possible);
  return g_test_run ();
}
