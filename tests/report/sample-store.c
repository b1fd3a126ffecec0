#include "sample-store.h"

typedef struct
{
  const char *contributor, *mission, *type;
  guint       female, male;
} Row;

/* Nobody is called so in the UN's files: what is looked for in a workbook. */
#define SECRET_FEMALE 7777

static const Row january[] = {
  { "URY", "MONUSCO", "troops", 60, 800 },
  { "URY", "MONUSCO", "staff_officer", 3, 9 },
  { "ARG", "UNFICYP", "troops", 20, 230 },
  { "MEX", "MINURSO", "experts_on_mission", 3, 3 },
  { "BGD", "MONUSCO", "troops", 100, 1600 },
  { "FRA", "UNIFIL", "troops", 50, 650 },
};

static const Row april[] = {
  { "URY", "MONUSCO", "troops", 80, 920 },
  { "URY", "MONUSCO", "staff_officer", 4, 8 },
  { "ARG", "UNFICYP", "troops", 22, 230 },
  { "ARG", "UNFICYP", "individual_police", 0, 4 },
  { "MEX", "MINURSO", "experts_on_mission", 7, 8 },
  { "HND", "MINURSO", "experts_on_mission", 4, 11 },
  { "PER", "MINUSCA", "troops", 30, 175 },
  { "PER", "MINUSCA", "experts_on_mission", 0, 2 },
  { "BGD", "MONUSCO", "troops", 110, 1590 },
  { "FRA", "UNIFIL", "troops", 55, 645 },
};

PazStore *
sample_store_new (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "sample.relacopaz", NULL);
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  g_autoptr (GError) error = NULL;
  PazStore *store;

  /* The device's key is made there. */
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  store = paz_store_open (path, PAZ_STORE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (paz_store_set_identity (store, "PER", "Ana", &error));
  g_assert_no_error (error);

  return store;
}

static void
add_rows (PazFactTable *facts,
          guint16       month,
          const Row    *rows,
          guint         n,
          guint         line)
{
  for (guint i = 0; i < n; i++)
    paz_fact_table_add (facts, month,
                        paz_fact_table_code (facts, PAZ_DIMENSION_CONTRIBUTOR, rows[i].contributor),
                        paz_fact_table_code (facts, PAZ_DIMENSION_MISSION, rows[i].mission),
                        (guint8) paz_fact_table_code (facts, PAZ_DIMENSION_TYPE, rows[i].type),
                        rows[i].female, rows[i].male, line + i);
}

static void
set (PazRecord  *record,
     const char *key,
     const char *text)
{
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), key), g_variant_new_string (text));
}

static void
put (PazStore     *store,
     PazFactTable *facts,
     PazLevel      level,
     const char   *title,
     const char   *imported)
{
  g_autoptr (PazRecord) record = paz_store_create_record (store, paz_kind_find ("data_set"), NULL);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;
  guint64 step;

  paz_fact_table_finish (facts, NULL, NULL);
  set (record, "title", title);
  set (record, "publisher", "United Nations");
  set (record, "file_name", "figures.csv");
  set (record, "published", "2021-05-02");
  set (record, "imported", imported);
  set (record, "scope", "world");
  set (record, "sha256", "86f2a9b70797262d9aa2b664c5d1526941781761d9828c3d5472203ccef2c226");
  paz_record_set_value (record, paz_kind_find_field (paz_record_get_kind (record), "rows"),
                        g_variant_new_int64 (paz_fact_table_get_n_rows (facts)));
  paz_record_set_release (record, level, NULL);
  paz_edit_put (edit, record);
  paz_edit_put_facts (edit, record, facts);
  paz_store_apply (store, edit, NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step, >, 0);
}

void
sample_store_add_world (PazStore   *store,
                        PazLevel    level,
                        const char *title)
{
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();

  add_rows (facts, SAMPLE_MONTH (2021, 1), january, G_N_ELEMENTS (january), 2);
  add_rows (facts, SAMPLE_MONTH (2021, 2), january, G_N_ELEMENTS (january), 20);
  add_rows (facts, SAMPLE_MONTH (2021, 4), april, G_N_ELEMENTS (april), 40);
  put (store, facts, level, title, "2021-05-03T10:00:00+00:00[UTC]");
}

void
sample_store_add_secret (PazStore *store,
                         PazLevel  level)
{
  static const Row secret[] = { { "URY", "MONUSCO", "troops", SECRET_FEMALE, 1 } };
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();

  add_rows (facts, SAMPLE_MONTH (2021, 4), secret, G_N_ELEMENTS (secret), 2);
  put (store, facts, level, "Secret set", "2022-01-01T10:00:00+00:00[UTC]");
}

void
sample_store_add_others (PazStore *store)
{
  static const Row others[] = { { "BGD", "MONUSCO", "troops", 10, 90 } };
  g_autoptr (PazFactTable) facts = paz_fact_table_new ();

  add_rows (facts, SAMPLE_MONTH (2021, 6), others, G_N_ELEMENTS (others), 2);
  put (store, facts, PAZ_LEVEL_PUBLIC, "Others", "2021-07-03T10:00:00+00:00[UTC]");
}
