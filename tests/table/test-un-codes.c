/* What the cells of UN files mean: countries, types, missions, dates, persons. */
#include "base/paz-country.h"
#include "base/paz-date.h"
#include "model/paz-personnel.h"
#include "paz-un-codes.h"

#include <string.h>

static PazCell
make_cell (const char *text)
{
  return (PazCell) { text, (guint32) strlen (text) };
}

/* ---- countries ---- */

static void
assert_name (const char *name,
             const char *iso3)
{
  int country = paz_country_find_name (name);

  g_assert_cmpstr (paz_country_get_iso3 (country), ==, iso3);
}

static void
test_country_codes (void)
{
  g_assert_cmpuint (paz_country_get_n (), >, 240);
  for (guint i = 0; i < paz_country_get_n (); i++)
    {
      const char *iso3 = paz_country_get_iso3 ((int) i);

      g_assert_cmpint (paz_country_find_iso3 (iso3, -1), ==, (int) i);
      g_assert_cmpint (paz_country_find_m49 (paz_country_get_m49 ((int) i)), ==, (int) i);
      if (i > 0)
        g_assert_cmpstr (paz_country_get_iso3 ((int) i - 1), <, iso3);
    }

  g_assert_cmpstr (paz_country_get_iso3 (paz_country_find_m49 (32)), ==, "ARG");
  g_assert_cmpstr (paz_country_get_iso3 (paz_country_find_iso3 ("ury", -1)), ==, "URY");
  g_assert_cmpint (paz_country_find_iso3 ("UR", -1), ==, -1);
  g_assert_cmpint (paz_country_find_iso3 ("XXX", -1), ==, -1);
  g_assert_cmpint (paz_country_find_iso3 ("P\xc3\xa9", -1), ==, -1);
  g_assert_cmpint (paz_country_find_m49 (0), ==, -1);
  g_assert_cmpint (paz_country_find_m49 (1), ==, -1);      /* the world */
  g_assert_cmpint (paz_country_find_m49 (4000000000u), ==, -1);
  g_assert_null (paz_country_get_iso3 (-1));
}

static void
test_country_names (void)
{
  assert_name ("Bolivia (Plurinational State of)", "BOL");
  assert_name ("BOLIVIA (PLURINATIONAL STATE OF) ", "BOL");
  assert_name ("Venezuela (Bolivarian Republic of)", "VEN");
  assert_name ("Côte d’Ivoire", "CIV");
  assert_name ("Cote d Ivoire", "CIV");
  assert_name ("Côte dIvoire", "CIV");
  assert_name ("Côte d'Ivoire", "CIV");
  assert_name ("The former Yugoslav Republic o", "MKD");
  assert_name ("DR Congo", "COD");
  assert_name ("Congo", "COG");
  assert_name ("Guinea", "GIN");
  assert_name ("Guinea-Bissau", "GNB");
  assert_name ("Dominica", "DMA");
  assert_name ("Dominican Republic", "DOM");
  assert_name ("St. Vincent & the Grenadines", "VCT");
  assert_name ("Saint Vincent and the Grenadines", "VCT");
  assert_name ("Trinidad and Tobago", "TTO");
  assert_name ("Republic of Korea", "KOR");
  assert_name ("Democratic People's Republic of Korea", "PRK");
  assert_name ("Türkiye", "TUR");
  assert_name ("Brasil", "BRA");
  assert_name ("Perú", "PER");
  assert_name ("Alemania", "DEU");
  assert_name ("Korea", NULL);
  assert_name ("Yugoslavia", NULL);
  assert_name ("Atlantis", NULL);
  assert_name ("ZZ [Undetermined]", NULL);
  assert_name ("", NULL);
}

/* ---- rows ---- */

typedef struct
{
  PazFactTable *facts;
  PazUnCodes    codes;
  PazHeader    *header;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  const PazCell cells[] = {
    make_cell ("isocode3"), make_cell ("m49_code"), make_cell ("contributing_country"),
    make_cell ("mission_acronym"), make_cell ("personnel_type"), make_cell ("female_personnel"),
    make_cell ("male_personnel"), make_cell ("last_reporting_date"),
  };
  g_autoptr (GError) error = NULL;

  fixture->facts = paz_fact_table_new ();
  paz_un_codes_init (&fixture->codes, fixture->facts);
  paz_un_codes_add_mission (&fixture->codes, "UNOCI", "ONUCI", NULL);
  paz_un_codes_add_mission (&fixture->codes, "UNEF I", NULL, "UNEF");
  paz_un_codes_add_mission (&fixture->codes, "UNEF II", NULL, "UNEF");
  paz_un_codes_add_mission (&fixture->codes, "UNSF", NULL, "UNTEA/UNSF | UNTEA");
  fixture->header = paz_header_recognise (cells, G_N_ELEMENTS (cells), NULL, &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  paz_un_codes_clear (&fixture->codes);
  paz_header_free (fixture->header);
  paz_fact_table_unref (fixture->facts);
}

/* cells: eight texts. Returns "URY UNOCI troops 1 2 2014-03", or the reason and column as numbers. */
static char *
read_row (Fixture    *fixture,
          const char *iso3,
          const char *m49,
          const char *country,
          const char *mission,
          const char *type,
          const char *female,
          const char *male,
          const char *date)
{
  const PazCell cells[] = {
    make_cell (iso3), make_cell (m49), make_cell (country), make_cell (mission), make_cell (type),
    make_cell (female), make_cell (male), make_cell (date),
  };
  PazRefusalReason reason;
  PazColumn column;
  PazUnFact fact;
  char month[8];

  if (!paz_un_codes_read (&fixture->codes, fixture->header, cells, G_N_ELEMENTS (cells), &fact,
                          &column, &reason))
    return g_strdup_printf ("!%d %s", reason,
                            (int) column < PAZ_N_COLUMNS ? fixture->header->names[column] : "");

  return g_strdup_printf ("%s %s %s %u %u %s",
                          paz_fact_table_get_key (fixture->facts, PAZ_DIMENSION_CONTRIBUTOR, fact.contributor),
                          paz_fact_table_get_key (fixture->facts, PAZ_DIMENSION_MISSION, fact.mission),
                          paz_fact_table_get_key (fixture->facts, PAZ_DIMENSION_TYPE, fact.type),
                          fact.female, fact.male, paz_month_format (fact.month, month));
}

#define ASSERT_ROW(expected, ...)                                      \
  G_STMT_START {                                                       \
    g_autofree char *row_ = read_row (fixture, __VA_ARGS__);           \
    g_assert_cmpstr (row_, ==, expected);                              \
  } G_STMT_END

#define ASSERT_REFUSED(reason, at, ...)                                \
  G_STMT_START {                                                       \
    g_autofree char *row_ = read_row (fixture, __VA_ARGS__);           \
    g_autofree char *expected_ = g_strdup_printf ("!%d %s", reason, at); \
    g_assert_cmpstr (row_, ==, expected_);                             \
  } G_STMT_END

#define REST "UNOCI", "Troops", "1", "2", "2014-03-31"
#define READ(iso3) iso3 " UNOCI troops 1 2 2014-03"

static void
test_contributor (Fixture       *fixture,
                  gconstpointer  data)
{
  ASSERT_ROW (READ ("URY"), "URY", "858", "Uruguay", REST);
  ASSERT_ROW (READ ("URY"), "ury", "858.0", "", REST);
  /* Blank and absent codes, as spreadsheets leave them, fall to the next best. */
  ASSERT_ROW (READ ("ARG"), "#N/A", "32", "", REST);
  ASSERT_ROW (READ ("ARG"), "", "032", "whoever", REST);
  ASSERT_ROW (READ ("CIV"), "#N/A", "#N/A", "Cote d Ivoire", REST);
  ASSERT_ROW (READ ("ROU"), "ROM", "", "Romania", REST);
  /* Columns under each other's names. */
  ASSERT_ROW (READ ("FRA"), "250.0", "FRA", "France", REST);
  ASSERT_ROW (READ ("FRA"), "250", "", "", REST);
  ASSERT_REFUSED (PAZ_REFUSAL_CONTRIBUTOR, "contributing_country", "", "", "ZZ [Undetermined]", REST);
  ASSERT_REFUSED (PAZ_REFUSAL_CONTRIBUTOR, "contributing_country", "", "", "", REST);
  ASSERT_REFUSED (PAZ_REFUSAL_CONTRIBUTOR, "isocode3", "XXX", "", "", REST);
  ASSERT_REFUSED (PAZ_REFUSAL_CONTRADICTION, "contributing_country", "ARG", "32", "Brazil", REST);
  ASSERT_REFUSED (PAZ_REFUSAL_CONTRADICTION, "m49_code", "ARG", "76", "Argentina", REST);
}

static void
test_mission (Fixture       *fixture,
              gconstpointer  data)
{
#define OTHER "Troops", "1", "2", "2014-03-31"
  ASSERT_ROW ("URY UNOCI troops 1 2 2014-03", "URY", "", "", "unoci", OTHER);
  ASSERT_ROW ("URY UNOCI troops 1 2 2014-03", "URY", "", "", "ONUCI", OTHER);
  ASSERT_ROW ("URY UNSF troops 1 2 2014-03", "URY", "", "", "UNTEA", OTHER);
  /* Two operations share the acronym: it stays what the file says. */
  ASSERT_ROW ("URY UNEF troops 1 2 2014-03", "URY", "", "", "UNEF", OTHER);
  ASSERT_ROW ("URY UNEF II troops 1 2 2014-03", "URY", "", "", "UNEF  II", OTHER);
  /* A new mission, one key however it is written. */
  ASSERT_ROW ("URY MINUNEW troops 1 2 2014-03", "URY", "", "", "MINUNEW", OTHER);
  ASSERT_ROW ("URY MINUNEW troops 1 2 2014-03", "URY", "", "", "minunew", OTHER);
  ASSERT_REFUSED (PAZ_REFUSAL_MISSION, "mission_acronym", "URY", "", "", "", OTHER);
  ASSERT_REFUSED (PAZ_REFUSAL_MISSION, "mission_acronym", "URY", "", "", "#N/A", OTHER);
  ASSERT_REFUSED (PAZ_REFUSAL_MISSION, "mission_acronym", "URY", "", "",
                  "a mission whose acronym is a whole sentence", OTHER);
#undef OTHER
}

static void
test_type (Fixture       *fixture,
           gconstpointer  data)
{
#define ASSERT_TYPE(code, text) \
  ASSERT_ROW ("URY UNOCI " code " 1 2 2014-03", "URY", "", "", "UNOCI", text, "1", "2", "2014-03-31")
  ASSERT_TYPE ("troops", "Troops");
  ASSERT_TYPE ("troops", "troops");
  ASSERT_TYPE ("staff_officer", "Staff Officer");
  ASSERT_TYPE ("staff_officer", "staff_officer");
  ASSERT_TYPE ("experts_on_mission", "Experts on Mission");
  ASSERT_TYPE ("experts_on_mission", "UNMO");
  ASSERT_TYPE ("individual_police", "Individual Police");
  ASSERT_TYPE ("individual_police", "Inidividual_Police");
  ASSERT_TYPE ("formed_police_units", "formed_police_units");
  ASSERT_TYPE ("civilian_police", "Civilian_Police");
  ASSERT_TYPE ("observers", "Observers");
#undef ASSERT_TYPE
  ASSERT_REFUSED (PAZ_REFUSAL_TYPE, "personnel_type",
                  "URY", "", "", "UNOCI", "Sailors", "1", "2", "2014-03-31");
  ASSERT_REFUSED (PAZ_REFUSAL_TYPE, "personnel_type",
                  "URY", "", "", "UNOCI", "", "1", "2", "2014-03-31");
}

static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
#define NUMBERS(female, male) "URY", "", "", "UNOCI", "Troops", female, male, "2014-03-31"
  ASSERT_ROW ("URY UNOCI troops 0 999999999 2014-03", NUMBERS ("0", "999999999"));
  ASSERT_ROW ("URY UNOCI troops 250 7 2014-03", NUMBERS ("250.0", "7,0"));
  /* Blank is not zero. */
  ASSERT_REFUSED (PAZ_REFUSAL_NUMBER, "female_personnel", NUMBERS ("", "1"));
  ASSERT_REFUSED (PAZ_REFUSAL_NUMBER, "male_personnel", NUMBERS ("1", "NA"));
  ASSERT_REFUSED (PAZ_REFUSAL_NUMBER, "male_personnel", NUMBERS ("1", "-1"));
  ASSERT_REFUSED (PAZ_REFUSAL_NUMBER, "male_personnel", NUMBERS ("1", "2.5"));
  ASSERT_REFUSED (PAZ_REFUSAL_NUMBER_MARK, "male_personnel", NUMBERS ("1", "1,000"));
  ASSERT_REFUSED (PAZ_REFUSAL_NUMBER, "male_personnel", NUMBERS ("1", "1e3"));
  ASSERT_REFUSED (PAZ_REFUSAL_NUMBER, "male_personnel", NUMBERS ("1", "12345678901"));
  ASSERT_REFUSED (PAZ_REFUSAL_NUMBER, "male_personnel", NUMBERS ("1", "."));
#undef NUMBERS
}

/* ---- dates ---- */

static void
assert_month (const char   *text,
              PazDateOrder  order,
              const char   *expected)
{
  PazCell cell = make_cell (text);
  guint16 month;
  char found[8];

  g_assert_cmpint (paz_un_date_read (&cell, order, &month), ==, PAZ_UN_DATE_READ);
  g_assert_cmpstr (paz_month_format (month, found), ==, expected);
}

static void
assert_no_month (const char      *text,
                 PazDateOrder     order,
                 PazUnDateResult  expected)
{
  PazCell cell = make_cell (text);
  guint16 month;

  g_assert_cmpint (paz_un_date_read (&cell, order, &month), ==, expected);
}

static void
test_dates (void)
{
  assert_month ("2014-03-31", PAZ_DATE_ORDER_UNKNOWN, "2014-03");
  assert_month ("2014-03-31T00:00:00", PAZ_DATE_ORDER_UNKNOWN, "2014-03");
  assert_month ("2014-03-31 00:00:00", PAZ_DATE_ORDER_UNKNOWN, "2014-03");
  assert_month ("31-Mar-14", PAZ_DATE_ORDER_UNKNOWN, "2014-03");
  assert_month ("31-Dec-99", PAZ_DATE_ORDER_UNKNOWN, "1999-12");
  assert_month ("31-ago-2021", PAZ_DATE_ORDER_UNKNOWN, "2021-08");
  assert_month ("31/03/2014", PAZ_DATE_ORDER_UNKNOWN, "2014-03");
  assert_month ("3/31/2014", PAZ_DATE_ORDER_UNKNOWN, "2014-03");
  assert_month ("31-03-2014", PAZ_DATE_ORDER_MIXED, "2014-03");
  assert_month ("31.03.2014", PAZ_DATE_ORDER_UNKNOWN, "2014-03");
  assert_month ("05/05/2014", PAZ_DATE_ORDER_UNKNOWN, "2014-05");
  assert_month ("01/02/2014", PAZ_DATE_ORDER_DAY_FIRST, "2014-02");
  assert_month ("01/02/2014", PAZ_DATE_ORDER_MONTH_FIRST, "2014-01");
  assert_no_month ("01/02/2014", PAZ_DATE_ORDER_UNKNOWN, PAZ_UN_DATE_DOUBTFUL);
  assert_no_month ("01/02/2014", PAZ_DATE_ORDER_MIXED, PAZ_UN_DATE_DOUBTFUL);
  assert_no_month ("31/02/2014", PAZ_DATE_ORDER_DAY_FIRST, PAZ_UN_DATE_WRONG);
  assert_no_month ("2014-02-30", PAZ_DATE_ORDER_UNKNOWN, PAZ_UN_DATE_WRONG);
  assert_no_month ("31/31/2014", PAZ_DATE_ORDER_UNKNOWN, PAZ_UN_DATE_WRONG);
  assert_no_month ("41729", PAZ_DATE_ORDER_UNKNOWN, PAZ_UN_DATE_WRONG);
  assert_no_month ("2014", PAZ_DATE_ORDER_UNKNOWN, PAZ_UN_DATE_WRONG);
  assert_no_month ("", PAZ_DATE_ORDER_UNKNOWN, PAZ_UN_DATE_WRONG);
  assert_no_month ("the last day of March of the year 2014 or so", PAZ_DATE_ORDER_UNKNOWN, PAZ_UN_DATE_WRONG);
}

static PazDateOrder
find_order (const char * const *column)
{
  PazDateOrder order = PAZ_DATE_ORDER_UNKNOWN;

  for (guint i = 0; column[i] != NULL; i++)
    {
      PazCell cell = make_cell (column[i]);

      paz_date_order_note (&order, &cell);
    }

  return order;
}

static void
test_date_order (void)
{
  const char *open[] = { "01/02/2014", "11/12/2014", "05/05/2014", "", "2014-03-31", NULL };
  const char *day[] = { "01/02/2014", "28/02/2014", NULL };
  const char *month[] = { "2/28/2014", "01/02/2014", NULL };
  const char *mixed[] = { "28/02/2014", "2/28/2014", "28/02/2014", NULL };

  g_assert_cmpint (find_order (open), ==, PAZ_DATE_ORDER_UNKNOWN);
  g_assert_cmpint (find_order (day), ==, PAZ_DATE_ORDER_DAY_FIRST);
  g_assert_cmpint (find_order (month), ==, PAZ_DATE_ORDER_MONTH_FIRST);
  g_assert_cmpint (find_order (mixed), ==, PAZ_DATE_ORDER_MIXED);
}

/* ---- the shipped table of types ---- */

/* The program's own list is the shipped one. */
static void
test_personnel_types (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("RELACOPAZ_DATA_DIR"), "reference",
                                            "personnel_types.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazCsvReader) csv = paz_csv_reader_open (path, FALSE, &error);
  const PazPersonnelType *types;
  const PazCell *cells;
  guint n, n_cells, row_n = 0;
  guint32 row;

  g_assert_no_error (error);
  types = paz_personnel_list_types (&n);
  g_assert_cmpint (paz_csv_reader_next (csv, &cells, &n_cells, &row, &error), ==, PAZ_CSV_RECORD);
  while (paz_csv_reader_next (csv, &cells, &n_cells, &row, &error) == PAZ_CSV_RECORD)
    {
      g_autofree char *code = paz_cell_dup_text (&cells[0]);
      g_autofree char *name = paz_cell_dup_text (&cells[3]);
      g_autofree char *category = paz_cell_dup_text (&cells[7]);
      g_autofree char *aliases = paz_cell_dup_text (&cells[9]);
      g_auto (GStrv) names = g_strsplit (aliases, "|", -1);

      g_assert_cmpuint (row_n, <, n);
      g_assert_cmpstr (types[row_n].code, ==, code);
      g_assert_cmpstr (types[row_n].label, ==, name);
      g_assert_cmpstr (types[row_n].category, ==, category);
      for (guint i = 0; names[i] != NULL; i++)
        g_assert_true (g_strv_contains (types[row_n].names, names[i]));
      g_assert_cmpint (paz_personnel_find_type (code), ==, (int) row_n);
      g_assert_cmpint (paz_personnel_find_category (category), >=, 0);
      row_n++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (row_n, ==, n);
}

/* ---- headers ---- */

static PazHeader *
recognise (const char  *line,
           GError     **error)
{
  g_auto (GStrv) names = g_strsplit (line, ",", -1);
  guint n = g_strv_length (names);
  g_autofree PazCell *cells = g_new (PazCell, n);

  for (guint i = 0; i < n; i++)
    cells[i] = make_cell (names[i]);

  return paz_header_recognise (cells, n, NULL, error);
}

static void
assert_no_layout (const char *line,
                  const char *pattern)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (recognise (line, &error));
  g_assert_error (error, PAZ_IMPORT_ERROR, PAZ_IMPORT_ERROR_LAYOUT);
  g_assert_true (g_pattern_match_simple (pattern, error->message));
}

static void
test_headers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PazHeader) header = NULL;
  g_autoptr (PazHeader) other = NULL;

  /* Alphabetical, as the metadata lists them, with a column more. */
  header = recognise ("contributing_country,contribution_id,female_personnel,isocode3,last_reporting_date,"
                      "last_update,m49_code,male_personnel,mission_acronym,personnel_type", &error);
  g_assert_no_error (error);
  g_assert_cmpint (header->at[PAZ_COLUMN_DATE], ==, 4);
  g_assert_cmpint (header->at[PAZ_COLUMN_ISO3], ==, 3);
  g_assert_cmpstr (header->layout->name, ==, "DPO-UCHISTORICAL");

  /* Names only, in another spelling. */
  other = recognise ("Contributing Country,Mission-Acronym,PERSONNEL_TYPE,Female Personnel,"
                     "MalePersonnel,last reporting date", &error);
  g_assert_no_error (error);
  g_assert_cmpint (other->at[PAZ_COLUMN_ISO3], ==, -1);
  g_assert_cmpstr (other->names[PAZ_COLUMN_MISSION], ==, "Mission-Acronym");

  assert_no_layout ("ISOCode3,M49_Code,Contributing_Country,Female_Personnel,Male_Personnel,Last_Reporting_Date",
                    "*no “missionacronym”, no “personneltype”*");
  assert_no_layout ("mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date",
                    "*no country*");
  assert_no_layout ("isocode3,mission_acronym,personnel_type,female_personnel,female_personnel,"
                    "male_personnel,last_reporting_date", "*“femalepersonnel” twice*");
  assert_no_layout ("1,2,3", "*");
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/country/codes", test_country_codes);
  g_test_add_func ("/table/country/names", test_country_names);
  ADD ("/table/row/contributor", test_contributor);
  ADD ("/table/row/mission", test_mission);
  ADD ("/table/row/type", test_type);
  ADD ("/table/row/number", test_number);
  g_test_add_func ("/table/date/forms", test_dates);
  g_test_add_func ("/table/date/order", test_date_order);
  g_test_add_func ("/table/personnel-types", test_personnel_types);
  g_test_add_func ("/table/headers", test_headers);

  return g_test_run ();
}
